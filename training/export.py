"""Writes a trained tagger as the engine's model file: great matrices in 8 bits, a scale a row."""
import argparse
import struct

import numpy as np
import torch

from roles import SIZES
from student import HEAD, STATE

LONGEST = 128  # RoleWindows.Longest
FLOAT32, FLOAT16, INT8, INT32, STRINGS = 1, 2, 3, 4, 5


class ModelFile:
    """The format of Inquit.Learning.ModelFile, version 1."""

    def __init__(self):
        self.parts = {}

    def floats(self, name, values, half=False):
        values = np.asarray(values, "<f2" if half else "<f4")
        self.parts[name] = (FLOAT16 if half else FLOAT32, values.shape, values.tobytes())

    def ints(self, name, values):
        self.parts[name] = (INT32, (len(values),), np.asarray(values, "<i4").tobytes())

    def strings(self, name, values):
        data = b"".join(struct.pack("<i", len(v)) + v for v in (s.encode("utf-8") for s in values))
        self.parts[name] = (STRINGS, (len(values),), data)

    def rounded(self, name, rows):
        """A matrix in 8 bits, each row with a scale of its own."""
        rows = np.asarray(rows, np.float32)
        scales = np.abs(rows).max(1) / 127
        values = np.round(rows / np.maximum(scales, 1e-12)[:, None]).astype(np.int8)
        self.parts[name + ".values"] = (INT8, values.shape, values.tobytes())
        self.floats(name + ".scales", scales)

    def write(self, path):
        with open(path, "wb") as file:
            file.write(b"INQM" + struct.pack("<ii", 1, len(self.parts)))
            for name in sorted(self.parts):
                kind, shape, data = self.parts[name]
                encoded = name.encode("utf-8")
                file.write(struct.pack("<B", len(encoded)) + encoded + struct.pack("<BB", kind, len(shape)))
                file.write(struct.pack(f"<{len(shape)}i", *shape) + struct.pack("<i", len(data)) + data)


def export(weights, vocabulary, path):
    get = lambda name: weights[name].float().numpy()
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    file = ModelFile()
    file.ints("sizes", [layers, weights["layers.0.out.weight"].shape[1] // HEAD, len(weights["layers.0.up.bias"]), STATE])
    file.strings("pieces", vocabulary)
    file.rounded("piece", get("pieces.weight"))
    file.floats("places", get("places.weight")[:LONGEST], half=True)
    for i in range(len(SIZES)):
        file.floats(f"feature{i}", get(f"features.{i}.weight"), half=True)
    file.rounded("state", get("state.weight"))
    norms = [("norm", "norm")]
    for i in range(layers):
        for mine, its in (("attention", "qkv"), ("output", "out"), ("up", "up"), ("down", "down")):
            file.rounded(f"layer{i}.{mine}", get(f"layers.{i}.{its}.weight"))
            file.floats(f"layer{i}.{mine}.bias", get(f"layers.{i}.{its}.bias"))
        norms += [(f"layer{i}.norm{k}", f"layers.{i}.norm{k}") for k in (1, 2)]
    for mine, its in norms:
        file.floats(mine + ".weight", get(its + ".weight"))
        file.floats(mine + ".bias", get(its + ".bias"))
    file.floats("label.weight", get("out.weight"))
    file.floats("label.bias", get("out.bias"))
    file.floats("chain.start", get("chain.start") + get("chain.first"))
    file.floats("chain.moves", get("chain.transitions") + get("chain.barred"))
    file.rounded("link.ends", get("ends.weight"))
    file.floats("link.ends.bias", get("ends.bias"))
    file.floats("link.distances", get("distances.weight"))
    file.floats("link.places", get("places_between.weight"))
    file.floats("link.nobody", get("nobody"))
    file.floats("link.weight", get("link.weight")[0])
    file.write(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--student", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    with open(f"{args.encoder}/vocab.txt", encoding="utf-8") as file:
        vocabulary = [line.rstrip("\n") for line in file]
    export(torch.load(args.student)["weights"], vocabulary, args.out)
