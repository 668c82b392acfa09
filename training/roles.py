"""What the teacher and the tagger share: examples, windows over an article, the chain of labels, and their score."""
import gzip
import json
from types import SimpleNamespace

import numpy as np
import torch
import torch.nn as nn

LABELS = 7  # none; source, cue, content: first token and later one
SIZES = [8, 15, 64, 64, 40, 11, 7, 11, 6]  # rows of each feature's table; RoleFeatures.Sizes at the least
SOURCE, CUE, CONTENT = range(3)


def read(path, most=None):
    """The articles of a file that `inquit train roles --set examples=DIR` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for i, line in enumerate(file):
            if most is not None and i >= most:
                return
            article = json.loads(line)
            article["features"] = np.array(article["features"], np.int16).reshape(-1, len(SIZES))
            n = len(article["forms"])
            for key in ("sentences", "paragraphs"):
                starts = np.zeros(n + 1, np.int32)
                for s in article[key]:
                    starts[s] = 1
                article[key + "_of"] = np.cumsum(starts)[:n]
            yield SimpleNamespace(**article)


def windows(article, sizes, most):
    """
    Runs of whole paragraphs (of whole sentences, where a paragraph is long) that are at most `most` long, as [start, end) in
    tokens; sizes: how long each token is.
    """
    n = len(sizes)
    total = np.concatenate([[0], np.cumsum(sizes)])
    paragraphs = set(article.paragraphs) | {n}
    out, start, whole, soft = [], 0, 0, 0
    for end in sorted(set(article.sentences) | paragraphs):
        while total[end] - total[start] > most and max(whole, soft) > start:
            cut = whole if whole > start else soft
            out.append((start, cut))
            start = cut
        while total[end] - total[start] > most:  # one sentence alone is too long
            cut = start + 1
            while cut < end and total[cut + 1] - total[start] <= most:
                cut += 1
            out.append((start, cut))
            start = cut
        soft = end
        whole = end if end in paragraphs else whole
    if start < n:
        out.append((start, n))
    return out


class Chain(nn.Module):
    """A linear-chain CRF (Lafferty et al. 2001) over the labels, in which a span's inside follows its beginning or inside."""

    def __init__(self):
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.start = nn.Parameter(torch.zeros(LABELS))
        barred = torch.zeros(LABELS, LABELS)
        first = torch.zeros(LABELS)
        for inside in (2, 4, 6):
            first[inside] = -1e4
            for before in range(LABELS):
                if before not in (inside, inside - 1):
                    barred[before, inside] = -1e4
        self.register_buffer("barred", barred)
        self.register_buffer("first", first)

    def tables(self):
        return self.start + self.first, self.transitions + self.barred

    def log_sum(self, scores, lengths):
        """Of each sequence, the logarithm of the sum over all labellings; scores: batch × time × labels."""
        start, moves = self.tables()
        alpha = start + scores[:, 0]
        for t in range(1, scores.shape[1]):
            on = (t < lengths)[:, None]
            alpha = torch.where(on, torch.logsumexp(alpha[:, :, None] + moves, 1) + scores[:, t], alpha)
        return torch.logsumexp(alpha, 1)

    def loss(self, scores, lengths, gold):
        """Summed negative log-likelihood."""
        start, moves = self.tables()
        mask = torch.arange(scores.shape[1])[None] < lengths[:, None]
        picked = scores.gather(2, gold[:, :, None])[:, :, 0] * mask
        pairs = moves[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]
        return self.log_sum(scores, lengths).sum() - picked.sum() - pairs.sum() - start[gold[:, 0]].sum()

    def marginals(self, scores, lengths):
        """Probabilities of the labels: the gradient of the log sum."""
        with torch.enable_grad():
            scores = scores.detach().requires_grad_()
            total = self.log_sum(scores, lengths).sum()
            return torch.autograd.grad(total, scores)[0]

    def best(self, scores):
        """Viterbi (1967) over one sequence, numpy."""
        start, moves = (t.detach().numpy() for t in self.tables())
        value, back = start + scores[0], []
        for row in scores[1:]:
            step = value[:, None] + moves
            back.append(step.argmax(0))
            value = step.max(0) + row
        labels = [int(value.argmax())]
        for row in reversed(back):
            labels.append(int(row[labels[-1]]))
        return labels[::-1]


def spans(labels):
    """[(role, start, end)] of a labelling."""
    out, start = [], None
    for i, label in enumerate(list(labels) + [0]):
        if start is not None and not (label > 0 and label % 2 == 0):
            out.append(((labels[start] - 1) // 2, start, i))
            start = None
        if label % 2 == 1:
            start = i
    return out


def score(chain, articles, scores):
    """Exact F1 of source / cue / content spans, cut at sentence borders as the published measure does."""
    counts = np.zeros((3, 3))
    for article, rows in zip(articles, scores):
        if len(rows) == 0:
            continue
        cut = lambda labels: [l - 1 if l and l % 2 == 0 and i in borders else l for i, l in enumerate(labels)]
        borders = set(article.sentences)
        gold, found = set(spans(cut(article.labels))), set(spans(cut(chain.best(rows))))
        for role in range(3):
            g, f = ({x for x in y if x[0] == role} for y in (gold, found))
            counts[role] += len(g & f), len(f), len(g)
    return " / ".join(f"{200 * hit / max(1, f + g):.1f}" for hit, f, g in counts)


class Average:
    """A moving average of a model's weights, which predicts better than the last ones (Polyak and Juditsky 1992)."""

    def __init__(self, model, keep=0.998):
        self.keep, self.step = keep, 0
        self.learned = [p for p in model.parameters() if p.requires_grad]
        self.values = [p.detach().clone() for p in self.learned]

    def update(self):
        self.step += 1
        keep = min(self.keep, self.step / (self.step + 10))
        with torch.no_grad():
            torch._foreach_mul_(self.values, keep)
            torch._foreach_add_(self.values, self.learned, alpha=1 - keep)

    def __enter__(self):
        self._swap()

    def __exit__(self, *_):
        self._swap()

    def _swap(self):
        with torch.no_grad():
            for a, p in zip(self.values, self.learned):
                p.data, a.data = a.data, p.data


class Descent:
    """
    AdamW in so many steps: the rates rise over the first part of them and then fall to nothing. Weights whose names start as the
    slow ones do learn at the given rate, the others faster. Keeps the average of the weights.
    """

    def __init__(self, model, slow, rate, steps, rise):
        self.model, self.steps, self.rise, self.step = model, steps, rise, 0
        slows = [p for n, p in model.named_parameters() if n.startswith(slow)]
        fasts = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(slow)]
        self.optimizer = torch.optim.AdamW([dict(params=slows, base=rate), dict(params=fasts, base=1e-3)], lr=rate, betas=(0.9, 0.98), eps=1e-6, weight_decay=0.01)
        self.average = Average(model)

    @property
    def is_done(self):
        return self.step >= self.steps

    def take(self, loss):
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * min(1, (self.step + 1) / (self.rise * self.steps)) * max(0.0, 1 - self.step / self.steps)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.average.update()
        self.step += 1
