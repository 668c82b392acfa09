"""A BERT encoder (Devlin et al. 2019) with weights from an ONNX file, and its word pieces."""
import math
import unicodedata

import torch
import torch.nn as nn
import torch.nn.functional as F


class WordPieces:
    """Cuts words into the pieces of an uncased BERT vocabulary, the longest first."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.index = {line.rstrip("\n"): i for i, line in enumerate(file)}
        self.known = {}
        self.cls, self.sep, self.pad, self.unknown, self.mask = (self.index[t] for t in ("[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]"))

    def of(self, word):
        if word not in self.known:
            self.known[word] = self._cut(word)
        return self.known[word]

    def _cut(self, word):
        letters = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        runs, run = [], ""
        for c in letters.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"'):
            if c.isalnum():
                run += c
            else:
                runs += [run] if run else []
                run = ""
                if not c.isspace():
                    runs.append(c)
        runs += [run] if run else []
        pieces = []
        for run in runs:
            start = 0
            while start < len(run):
                end = len(run)
                while end > start and ("##" if start else "") + run[start:end] not in self.index:
                    end -= 1
                if end == start:
                    pieces.append(self.unknown)
                    break
                pieces.append(self.index[("##" if start else "") + run[start:end]])
                start = end
        return pieces[:12] or [self.unknown]


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, bias, drop):
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-1, -2)).float() / math.sqrt(w // self.heads) + bias
        shares = F.dropout(scores.softmax(-1), drop, self.training).to(v.dtype)
        mixed = (shares @ v).transpose(1, 2).reshape(b, t, w)
        x = self.norm1(x + F.dropout(self.out(mixed).float(), drop, self.training))
        inner = F.gelu(self.up(x))
        return self.norm2(x + F.dropout(self.down(inner).float(), drop, self.training))


class Encoder(nn.Module):
    """Word pieces to states. `read` fills it from an ONNX file of a BERT model."""

    def __init__(self, width=384, heads=12, inner=1536, layers=6, vocabulary=30522, positions=512):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))

    def read(self, path):
        import onnx
        from onnx import numpy_helper

        parts = [(t.name, torch.tensor(numpy_helper.to_array(t))) for t in onnx.load(path).graph.initializer if t.dims]
        named = dict(parts)
        # Weights of linear layers have lost their names; they stand in the order of their use.
        plain = [t for name, t in parts if name.isdigit() and t.dim() == 2]
        assert len(plain) == 6 * len(self.layers), len(plain)
        with torch.no_grad():
            self.words.weight.copy_(named["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(named["embeddings.position_embeddings.weight"] + named["embeddings.token_type_embeddings.weight"][:1])
            self.norm.weight.copy_(named["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(named["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                q, k, v, out, up, down = (t.t() for t in plain[6 * i:6 * i + 6])
                layer.qkv.weight.copy_(torch.cat([q, k, v]))
                layer.qkv.bias.copy_(torch.cat([named[f"{at}attention.self.{n}.bias"] for n in ("query", "key", "value")]))
                layer.out.weight.copy_(out)
                layer.out.bias.copy_(named[at + "attention.output.dense.bias"])
                layer.norm1.weight.copy_(named[at + "attention.output.LayerNorm.weight"])
                layer.norm1.bias.copy_(named[at + "attention.output.LayerNorm.bias"])
                layer.up.weight.copy_(up)
                layer.up.bias.copy_(named[at + "intermediate.dense.bias"])
                layer.down.weight.copy_(down)
                layer.down.bias.copy_(named[at + "output.dense.bias"])
                layer.norm2.weight.copy_(named[at + "output.LayerNorm.weight"])
                layer.norm2.bias.copy_(named[at + "output.LayerNorm.bias"])
        return self

    def forward(self, pieces, lengths, extra=None, drop=0.1):
        """pieces: batch × time; lengths: pieces of each row; extra: added to the embeddings, or None."""
        time = pieces.shape[1]
        x = self.words(pieces) + self.places.weight[:time]
        if extra is not None:
            x = x + extra
        x = F.dropout(self.norm(x), drop, self.training)
        bias = torch.where(torch.arange(time)[None] < lengths[:, None], 0.0, -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, bias, drop)
        return x
