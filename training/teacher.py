"""Fine-tunes an encoder as a teacher of the role tagger and writes what it thinks of each token. See README.md."""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from encoder import Encoder, WordPieces
from roles import LABELS, SIZES, Chain, Descent, read, score, windows


class Teacher(nn.Module):
    def __init__(self, encoder, width=384):
        super().__init__()
        self.encoder = encoder
        self.features = nn.ModuleList(nn.Embedding(n, width) for n in SIZES)
        self.out = nn.Linear(width, LABELS)
        self.chain = Chain()
        for table in self.features:
            nn.init.normal_(table.weight, std=0.005)

    def states(self, batch, feature_drop=0.1):
        """The encoder's states at the first piece of each word."""
        features = batch["features"]
        extra = 0
        for i, table in enumerate(self.features):
            values = features[:, :, i]
            if self.training:
                values = values.masked_fill(torch.rand(values.shape) < feature_drop, 0)
            extra = extra + table(values)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(batch["pieces"], batch["piece_lengths"], extra).float()
        return states.gather(1, batch["firsts"][:, :, None].expand(-1, -1, states.shape[2]))

    def forward(self, batch):
        return self.out(F.dropout(self.states(batch), 0.2, self.training))


class Data:
    def __init__(self, path, cutter, most=None):
        self.articles = list(read(path + ".jsonl.gz", most))
        self.pieces = [[cutter.of(form) for form in a.forms] for a in self.articles]
        self.cutter = cutter

    def windows(self, most):
        return [(i, s, e) for i, a in enumerate(self.articles) for s, e in windows(a, [len(p) for p in self.pieces[i]], most) if e > s]

    def batches(self, items, budget):
        size = lambda x: sum(len(p) for p in self.pieces[x[0]][x[1]:x[2]])
        sized = sorted(((size(x), random.random(), x) for x in items))
        out, longest = [[]], 0
        for n, _, x in sized:
            longest = max(longest, n)
            if out[-1] and longest * (len(out[-1]) + 1) > budget:
                out.append([])
                longest = n
            out[-1].append(x)
        return out

    def collate(self, items):
        rows = []
        for i, s, e in items:
            pieces, firsts, owner = [self.cutter.cls], [], [-1]
            for t in range(s, e):
                firsts.append(len(pieces))
                pieces += self.pieces[i][t]
                owner += [t - s] * len(self.pieces[i][t])
            rows.append((pieces + [self.cutter.sep], firsts, owner + [-1], i, s, e))
        width, time = max(len(r[0]) for r in rows), max(len(r[1]) for r in rows)
        b = len(rows)
        out = dict(pieces=torch.zeros(b, width, dtype=torch.long), firsts=torch.zeros(b, time, dtype=torch.long),
                   features=torch.zeros(b, width, len(SIZES), dtype=torch.long), gold=torch.zeros(b, time, dtype=torch.long),
                   lengths=torch.tensor([len(r[1]) for r in rows]), piece_lengths=torch.tensor([len(r[0]) for r in rows]))
        for k, (pieces, firsts, owner, i, s, e) in enumerate(rows):
            out["pieces"][k, :len(pieces)] = torch.tensor(pieces)
            out["firsts"][k, :len(firsts)] = torch.tensor(firsts)
            own = np.array(owner)
            values = self.articles[i].features[s:e].astype(np.int64)[np.maximum(own, 0)] * (own >= 0)[:, None]
            out["features"][k, :len(pieces)] = torch.tensor(values)
            if self.articles[i].labels is not None:
                labels = np.array(self.articles[i].labels[s:e])
                labels[0] -= labels[0] > 0 and labels[0] % 2 == 0
                out["gold"][k, :e - s] = torch.tensor(labels)
        return out


def predict(model, data, most=220, budget=6000):
    """Scores of all tokens of all articles, article by article."""
    model.eval()
    scores = [np.zeros((len(a.forms), LABELS), np.float32) for a in data.articles]
    with torch.no_grad():
        for items in data.batches(data.windows(most), budget):
            out = model(data.collate(items)).numpy()
            for k, (i, s, e) in enumerate(items):
                scores[i][s:e] = out[k, :e - s]
    model.train()
    return scores


def think(model, data, path, states_path="", most=220, budget=6000):
    """Writes probabilities of the labels, a row a token, and the states under them."""
    model.eval()
    starts = np.concatenate([[0], np.cumsum([len(a.forms) for a in data.articles])])
    thoughts = np.lib.format.open_memmap(path + ".npy", "w+", np.float16, (int(starts[-1]), LABELS))
    kept = np.lib.format.open_memmap(states_path + ".npy", "w+", np.float16, (int(starts[-1]), 384)) if states_path else None
    with torch.no_grad():
        for items in data.batches(data.windows(most), budget):
            batch = data.collate(items)
            states = model.states(batch)
            shares = model.chain.marginals(model.out(states), batch["lengths"]).numpy()
            for k, (i, s, e) in enumerate(items):
                thoughts[starts[i] + s:starts[i] + e] = shares[k, :e - s]
                if kept is not None:
                    kept[starts[i] + s:starts[i] + e] = states[k, :e - s].numpy()
    thoughts.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", required=True)
    parser.add_argument("--encoder", required=True, help="folder with model.onnx and vocab.txt")
    parser.add_argument("--out", required=True, help="prefix of what is written: weights, thoughts about the news, states")
    parser.add_argument("--weights", default="", help="a trained teacher: only let it think")
    parser.add_argument("--states", action="store_true", help="write the states, too")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=int, default=2400)
    parser.add_argument("--window", type=int, default=220)
    parser.add_argument("--part", type=float, default=1, help="part of the marked articles, for learning curves")
    parser.add_argument("--news", type=int, default=10 ** 9, help="articles of news to think about")
    args = parser.parse_args()
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    cutter = WordPieces(f"{args.encoder}/vocab.txt")
    train, dev = (Data(f"{args.examples}/{split}", cutter) for split in ("train", "dev"))
    model = Teacher(Encoder())
    if args.weights:
        model.load_state_dict(torch.load(args.weights))
    else:
        model.encoder.read(f"{args.encoder}/model.onnx")
        teach(model, train, dev, args)
        torch.save(model.state_dict(), args.out + ".pt")
    print("dev", score(model.chain, dev.articles, predict(model, dev)), flush=True)
    think(model, dev, args.out + ".dev")
    think(model, train, args.out + ".train", args.out + ".states.train" if args.states else "")
    if args.news:
        think(model, Data(f"{args.examples}/news", cutter, args.news), args.out + ".news", args.out + ".states.news" if args.states else "")


def teach(model, train, dev, args):
    chosen = {i for i in range(len(train.articles)) if random.Random(i).random() < args.part}
    total = sum(len(p) for i in chosen for p in train.pieces[i])
    descent = Descent(model, "encoder", args.rate, int(total * args.epochs / args.budget * 1.08) + 1, rise=0.08)
    epoch, begun = 0, time.time()
    while not descent.is_done:
        most = random.randint(int(args.window * 0.6), int(args.window * 1.3))
        batches = train.batches([x for x in train.windows(most) if x[0] in chosen], args.budget)
        random.shuffle(batches)
        losses, started, seen = 0.0, time.time(), 0
        for items in batches:
            if descent.is_done:
                break
            batch = train.collate(items)
            tokens = int(batch["lengths"].sum())
            loss = model.chain.loss(model(batch), batch["lengths"], batch["gold"]) / tokens
            descent.take(loss)
            losses += float(loss) * tokens
            seen += tokens
        epoch += 1
        with descent.average:
            print(f"epoch {epoch} step {descent.step}/{descent.steps} loss {losses / seen:.4f} {seen / (time.time() - started):.0f} tokens/s dev {score(model.chain, dev.articles, predict(model, dev))} {time.time() - begun:.0f} s", flush=True)
    descent.average.__enter__()


if __name__ == "__main__":
    main()
