"""
Trains the role tagger: a few layers of the teacher, narrowed, over whole words, on what annotators marked and on what teachers
think of unmarked news. Writes the weights for `inquit train roles --set weights=FILE`. See README.md.
"""
import argparse
import math
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from encoder import Encoder, WordPieces
from roles import CONTENT, CUE, LABELS, SIZES, SOURCE, Chain, Descent, read, score, windows

WIDTH, HEAD = 384, 32  # values of a row, and of one head of attention
STATE = 256  # values of the language network's states
LINK = 64
DISTANCES = [1, 2, 3, 4, 6, 9, 13, 20, 30, 50, 80]


def distance(span, cue):
    gap = cue[0] - span[1] if span[1] <= cue[0] else span[0] - cue[1]
    return (0 if span[1] <= cue[0] else 12) + sum(gap >= d for d in DISTANCES)


class Layer(nn.Module):
    """A transformer layer (Vaswani et al. 2017) with the fast form of GELU (Hendrycks and Gimpel 2016)."""

    def __init__(self, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-5)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5)

    def take(self, other):
        """The weights of a layer of a teacher or student, with those heads and inner units that weigh most."""
        weight = other.up.weight.norm(dim=1) * other.down.weight.norm(dim=0)
        units = weight.topk(self.up.out_features).indices.sort().values
        values = other.qkv.weight[2 * other.heads * HEAD:].reshape(other.heads, -1).norm(dim=1)
        weight = values * other.out.weight.t().reshape(other.heads, -1).norm(dim=1)
        heads = weight.topk(self.heads).indices.sort().values
        inside = (heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
        rows = torch.cat([inside + part * other.heads * HEAD for part in range(3)])
        with torch.no_grad():
            self.qkv.weight.copy_(other.qkv.weight[rows])
            self.qkv.bias.copy_(other.qkv.bias[rows])
            self.out.weight.copy_(other.out.weight[:, inside])
            self.out.bias.copy_(other.out.bias)
            self.up.weight.copy_(other.up.weight[units])
            self.up.bias.copy_(other.up.bias[units])
            self.down.weight.copy_(other.down.weight[:, units])
            self.down.bias.copy_(other.down.bias)
            for mine, its in ((self.norm1, other.norm1), (self.norm2, other.norm2)):
                mine.load_state_dict(its.state_dict())

    def forward(self, x, bias, drop):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-1, -2)).float() / math.sqrt(HEAD) + bias
        shares = F.dropout(scores.softmax(-1), drop, self.training).to(v.dtype)
        mixed = (shares @ v).transpose(1, 2).reshape(b, t, self.heads * HEAD)
        x = self.norm1(x + F.dropout(self.out(mixed).float(), drop, self.training))
        inner = self.up(x).float()
        inner = inner * torch.sigmoid(1.702 * inner)
        return self.norm2(x + F.dropout(self.down(inner).float(), drop, self.training))


class Student(nn.Module):
    def __init__(self, layers, heads, inner, vocabulary):
        super().__init__()
        self.pieces = nn.EmbeddingBag(vocabulary, WIDTH, mode="mean")
        self.places = nn.Embedding(512, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in SIZES)
        self.state = nn.Linear(STATE, WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.layers = nn.ModuleList(Layer(heads, inner) for _ in range(layers))
        self.out = nn.Linear(WIDTH, LABELS)
        self.chain = Chain()
        self.ends = nn.Linear(WIDTH, 6 * LINK)
        self.distances = nn.Embedding(48, LINK)
        self.places_between = nn.Embedding(24, LINK)
        self.nobody = nn.Parameter(torch.zeros(LINK))
        self.link = nn.Linear(LINK, 1, bias=False)
        self.like = nn.Linear(WIDTH, WIDTH)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.005)
        nn.init.normal_(self.state.weight, std=0.01)
        for table in (self.distances, self.places_between):
            nn.init.normal_(table.weight, std=0.1)

    @classmethod
    def of(cls, weights, vocabulary):
        """The student that `weights` were saved from."""
        layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
        student = cls(layers, weights["layers.0.out.weight"].shape[1] // HEAD, len(weights["layers.0.up.bias"]), vocabulary)
        student.load_state_dict(weights)
        return student

    def take(self, encoder, which):
        """The start from a teacher's encoder: its embeddings and some of its layers."""
        with torch.no_grad():
            self.pieces.weight.copy_(encoder.words.weight)
            self.places.weight.copy_(encoder.places.weight)
            self.norm.load_state_dict(encoder.norm.state_dict())
        for mine, i in zip(self.layers, which):
            mine.take(encoder.layers[i])

    def narrow(self, other):
        """The start from a wider student of as many layers."""
        rest = {name: value for name, value in other.state_dict().items() if not name.startswith("layers.")}
        self.load_state_dict(rest, strict=False)
        for mine, its in zip(self.layers, other.layers):
            mine.take(its)

    def forward(self, batch, drop=0.1, feature_drop=0.1, word_drop=0.03):
        b, t = batch.mask.shape
        x = torch.zeros(b, t, WIDTH)
        x[batch.mask] = self.pieces(batch.pieces, batch.offsets)
        if self.training:
            x = x * (torch.rand(b, t, 1) >= word_drop)
        for i, table in enumerate(self.features):
            values = batch.features[:, :, i]
            if self.training:
                values = values.masked_fill(torch.rand(values.shape) < feature_drop, 0)
            x = x + table(values)
        x = x + self.state(F.dropout(batch.states, 0.1, self.training)) + self.places.weight[:t]
        x = F.dropout(self.norm(x), drop, self.training)
        bias = torch.where(batch.mask, 0.0, -1e4)[:, None, None]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in self.layers:
                x = layer(x, bias, drop)
        return x

    def links(self, states, pairs):
        """
        Scores of pairs, each a row: row of the span's first and last token (-1: nobody), of the cue's first and last, distance,
        place, kind (0 content to cue, 1 source to cue).
        """
        ends = self.ends(states)
        kind, nobody = pairs[:, 6], pairs[:, 0] < 0
        first, last = pairs[:, 0].clamp(min=0), pairs[:, 1].clamp(min=0)
        own = torch.where(kind[:, None] == 0, ends[first, :LINK] + ends[last, LINK:2 * LINK], ends[first, 2 * LINK:3 * LINK] + ends[last, 3 * LINK:4 * LINK])
        own = own + self.distances(pairs[:, 4] + 24 * kind) + self.places_between(pairs[:, 5] + 12 * kind)
        own = torch.where(nobody[:, None], self.nobody.expand(len(pairs), LINK), own)
        return self.link(F.relu(own + ends[pairs[:, 2], 4 * LINK:5 * LINK] + ends[pairs[:, 3], 5 * LINK:])).squeeze(-1)


class Batch:
    pass


class Data:
    """Articles with their words' pieces, the language network's states, and what teachers think of them."""

    def __init__(self, path, cutter, teachers=(), most=None, like=""):
        self.articles = list(read(path + ".jsonl.gz", most))
        self.pieces = [[cutter.of(form) for form in a.forms] for a in self.articles]
        self.starts = np.concatenate([[0], np.cumsum([len(a.forms) for a in self.articles])])
        self.states = np.memmap(path + ".states", np.int8, "r").reshape(-1, STATE)
        self.thoughts = [np.load(t + ".npy", mmap_mode="r") for t in teachers]
        self.like = np.load(like, mmap_mode="r") if like else None
        for t in self.thoughts:
            assert len(t) >= self.starts[-1]

    def windows(self, most):
        return [(self, i, s, e) for i, a in enumerate(self.articles) for s, e in windows(a, np.ones(len(a.forms), int), most) if e > s]


def link_groups(article, start, end, offset):
    """For each content its possible cues, for each cue its possible sources and nobody: [(rows, right)]."""
    inside = [k for k, s in enumerate(article.spans) if s[1] >= start and s[2] <= end]
    cues = [k for k in inside if article.spans[k][0] == CUE]
    sources = [k for k in inside if article.spans[k][0] == SOURCE]
    sentence, paragraph = article.sentences_of, article.paragraphs_of

    def row(span, cue, kind):
        s, c = article.spans[span][1:], article.spans[cue][1:]
        lo, hi = min(s[0], c[0]), max(s[0], c[0])
        between = min(3, sum(lo < article.spans[x][1] < hi for x in cues))
        place = (0 if sentence[s[0]] == sentence[c[0]] else 1 if paragraph[s[0]] == paragraph[c[0]] else 2) * 4 + between
        return [s[0] - start + offset, s[1] - 1 - start + offset, c[0] - start + offset, c[1] - 1 - start + offset, distance(s, c), place, kind]

    groups = []
    for k in inside:
        if article.spans[k][0] == CONTENT and article.cueOf[k] in cues:
            groups.append(([row(k, c, 0) for c in cues], cues.index(article.cueOf[k])))
        elif k in cues:
            rows = [row(s, k, 1) for s in sources]
            rows.append([-1, -1, rows[0][2] if rows else article.spans[k][1] - start + offset, article.spans[k][2] - 1 - start + offset, 0, 0, 1])
            right = [sources.index(s) for s in article.sourcesOf[k] if s in sources]
            if right or not article.sourcesOf[k]:
                groups.append((rows, right[0] if right else len(sources)))
    return groups


def collate(items, with_links=True):
    b, t = len(items), max(e - s for _, _, s, e in items)
    out = Batch()
    out.mask = torch.zeros(b, t, dtype=torch.bool)
    out.features = torch.zeros(b, t, len(SIZES), dtype=torch.long)
    out.states = torch.zeros(b, t, STATE)
    out.gold = torch.zeros(b, t, dtype=torch.long)
    out.thoughts = torch.zeros(b, t, LABELS)
    out.like = torch.zeros(b, t, WIDTH) if items[0][0].like is not None else None
    out.lengths = torch.tensor([e - s for _, _, s, e in items])
    out.marked = torch.tensor([data.articles[i].labels is not None for data, i, _, _ in items])
    pieces, offsets, rows, right, group = [], [], [], [], []
    for k, (data, i, s, e) in enumerate(items):
        article, at = data.articles[i], data.starts[i]
        out.mask[k, :e - s] = True
        out.features[k, :e - s] = torch.from_numpy(article.features[s:e].astype(np.int64))
        out.states[k, :e - s] = torch.from_numpy(data.states[at + s:at + e].astype(np.float32) / 127)
        for own in data.pieces[i][s:e]:
            offsets.append(len(pieces))
            pieces += own
        if article.labels is not None:
            labels = np.array(article.labels[s:e])
            labels[0] -= labels[0] > 0 and labels[0] % 2 == 0
            out.gold[k, :e - s] = torch.from_numpy(labels)
        if data.thoughts:
            out.thoughts[k, :e - s] = torch.from_numpy(sum(x[at + s:at + e].astype(np.float32) for x in data.thoughts) / len(data.thoughts))
        if data.like is not None:
            out.like[k, :e - s] = torch.from_numpy(data.like[at + s:at + e].astype(np.float32))
        if with_links and article.labels is not None:
            for candidates, chosen in link_groups(article, s, e, k * t):
                right.append(len(rows) + chosen)
                group += [len(right) - 1] * len(candidates)
                rows += candidates
    out.pieces, out.offsets = torch.tensor(pieces), torch.tensor(offsets)
    out.pairs, out.right, out.group = torch.tensor(rows), torch.tensor(right), torch.tensor(group)
    return out


def batches(items, budget):
    out, longest = [[]], 0
    for n, _, x in sorted((x[3] - x[2], random.random(), x) for x in items):
        longest = max(longest, n)
        if out[-1] and longest * (len(out[-1]) + 1) > budget:
            out.append([])
            longest = n
        out[-1].append(x)
    return out


def predict(model, data, most=160, budget=8000):
    model.eval()
    scores = [np.zeros((len(a.forms), LABELS), np.float32) for a in data.articles]
    with torch.no_grad():
        for items in batches(data.windows(most), budget):
            out = model.out(model(collate(items, with_links=False))).numpy()
            for k, (_, i, s, e) in enumerate(items):
                scores[i][s:e] = out[k, :e - s]
    model.train()
    return scores


def loss_of(model, batch, args):
    states = model(batch)
    scores = model.out(states)
    sums = model.chain.log_sum(scores, batch.lengths)
    loss, tokens = torch.zeros(()), int(batch.lengths.sum())
    # How much of a window's lesson comes from the annotators; the rest is the teachers'.
    marks = torch.where(batch.marked, 1 - args.mix, 0.0)
    # The cross entropy of two chains with the same transitions, but for what does not depend on the scores.
    taught = (batch.thoughts * scores).sum((1, 2))
    loss = loss + ((1 - marks) * (sums - taught)).sum()
    if batch.marked.any():
        m = batch.marked
        loss = loss + (1 - args.mix) * model.chain.loss(scores[m], batch.lengths[m], batch.gold[m])
    loss = loss / tokens
    if len(batch.right):
        s = model.links(states.reshape(-1, WIDTH), batch.pairs)
        top = torch.full((len(batch.right),), -1e9).scatter_reduce(0, batch.group, s.detach(), "amax")
        total = torch.zeros(len(batch.right)).index_add(0, batch.group, torch.exp(s - top[batch.group]))
        loss = loss + args.link * ((torch.log(total) + top).sum() - s[batch.right].sum()) / len(batch.right)
    if batch.like is not None:
        gap = (model.like(states) - batch.like)[batch.mask]
        loss = loss + args.like_weight * (gap * gap).mean()
    return loss, tokens


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", required=True)
    parser.add_argument("--encoder", required=True, help="folder with vocab.txt")
    parser.add_argument("--teacher", required=True, help="the teacher's weights, whose encoder is the start")
    parser.add_argument("--thoughts", nargs="+", required=True, help="prefixes of what teachers think: PREFIX.train.npy, PREFIX.news.npy")
    parser.add_argument("--mix", type=float, default=0.0, help="how much the teachers have to say on marked articles")
    parser.add_argument("--like", required=True, help="prefix of the teacher's states: PREFIX.train.npy, PREFIX.news.npy")
    parser.add_argument("--like-weight", type=float, default=0.1)
    parser.add_argument("--start", default="", help="a student to go on from, as wide or wider")
    parser.add_argument("--out", required=True)
    parser.add_argument("--layers", default="0,2,5")
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--inner", type=int, default=768)
    parser.add_argument("--passes", type=float, default=6, help="over the marked articles")
    parser.add_argument("--share", type=float, default=0.4, help="of the news in each pass")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--link", type=float, default=0.02)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=int, default=3000)
    parser.add_argument("--window", type=int, default=160)
    parser.add_argument("--news", type=int, default=10 ** 9)
    args = parser.parse_args()
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    cutter = WordPieces(f"{args.encoder}/vocab.txt")
    taught = lambda split, most=None: Data(f"{args.examples}/{split}", cutter, [f"{t}.{split}" for t in args.thoughts], most, f"{args.like}.{split}.npy")
    train, news = taught("train"), taught("news", args.news)
    dev = Data(f"{args.examples}/dev", cutter)
    which = [int(i) for i in args.layers.split(",")]
    encoder = Encoder()
    weights = torch.load(args.teacher)
    encoder.load_state_dict({k[8:]: v for k, v in weights.items() if k.startswith("encoder.")})
    model = Student(len(which), args.heads, args.inner, len(cutter.index))
    model.take(encoder, which)
    model.chain.load_state_dict({k[6:]: v for k, v in weights.items() if k.startswith("chain.")})
    with torch.no_grad():
        for i, table in enumerate(model.features):
            table.weight.copy_(weights[f"features.{i}.weight"])
        model.out.weight.copy_(weights["out.weight"])
        model.out.bias.copy_(weights["out.bias"])
    if args.start:
        model.narrow(Student.of(torch.load(args.start)["weights"], len(cutter.index)))
    model.pieces.weight.requires_grad_(False)  # as the teacher left them: a table that large is slow to move
    tokens = train.starts[-1] + args.share * news.starts[-1]
    descent = Descent(model, ("layers", "places", "norm"), args.rate, int(tokens * args.passes / args.budget * 1.05) + 1, rise=0.05)
    number, begun = 0, time.time()
    while not descent.is_done:
        most = random.randint(int(args.window * 0.6), int(args.window * 1.3))
        items = train.windows(most)
        taken = set(random.sample(range(len(news.articles)), int(len(news.articles) * args.share)))
        items += [x for x in news.windows(most) if x[1] in taken]
        groups = batches(items, args.budget)
        random.shuffle(groups)
        losses, seen, started = 0.0, 0, time.time()
        for group in groups:
            if descent.is_done:
                break
            loss, n = loss_of(model, collate(group), args)
            descent.take(loss)
            losses += float(loss) * n
            seen += n
        number += 1
        with descent.average:
            found = predict(model, dev)
            print(f"pass {number} step {descent.step}/{descent.steps} loss {losses / max(1, seen):.4f} {seen / (time.time() - started):.0f} tokens/s dev {score(model.chain, dev.articles, found)} {time.time() - begun:.0f} s", flush=True)
            torch.save(dict(weights=model.state_dict(), args=vars(args)), args.out)


if __name__ == "__main__":
    main()
