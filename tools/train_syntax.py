#!/usr/bin/env python3
"""Fit the network that tags and parses, and write it as a model file.

usage: train_syntax.py --data DIR --output FILE [--epochs N] [--threads N]

DIR/treebank holds {ewt,gum}-{train,dev}.conllu. Needs PyTorch and xxhash (Debian: python3-torch, python3-xxhash,
libopenblas0-pthread). One run on one core takes about a minute an epoch. The network is described in src/syntax/network.h;
features and their hashes must stay those of src/syntax/word_features.cc.
"""
import argparse
import math
import random
import struct
import time
import unicodedata
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import xxhash

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
MAX_CODE_POINTS, MAX_NGRAMS, MAX_SHAPE, NGRAM_ROWS = 64, 24, 8, 1 << 14
IGNORE = -100
BUCKETS = [0, 1, 2, 3, 4, 5, 6, 7] + [8] * 3 + [9] * 5 + [10] * 8 + [11] * 10 + [12] * 20 + [13]
BUCKET_COUNT = 14


# ---- data ----

def read_conllu(path):
    sentences, words = [], []
    with open(path, encoding="utf-8") as f:
        for line in f:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                words.append((columns[1], columns[3], columns[4], int(columns[6]), columns[7]))
            elif not line.strip() and words:
                sentences.append(words)
                words = []
    return sentences + ([words] if words else [])


def fold(word):
    def one(c):
        low = c.lower()
        return "0" if c in "0123456789" else low if len(low) == 1 else c
    return "".join(map(one, word[:MAX_CODE_POINTS]))


def shape(word):
    out = ""
    for c in word[:MAX_CODE_POINTS]:
        category = unicodedata.category(c)
        sign = {"Lu": "X", "Lt": "X", "Ll": "x", "Nd": "d"}.get(category, c if ord(c) < 128 else "?")
        if len(out) < 2 or out[-1] != sign or out[-2] != sign:
            out += sign
        if len(out) == MAX_SHAPE:
            break
    return out


def affixes(word):
    n = fold(word)
    return [f"p{k}:{n[:k]}" for k in (1, 2, 3)] + [f"s{k}:{n[-k:]}" for k in (1, 2, 3, 4)] + ["h:" + shape(word)]


def key_of(text):
    return xxhash.xxh3_64_intdigest(text.encode())


def ngrams(word):
    n = "<" + fold(word) + ">"
    grams = [n[i:i + k] for k in (3, 4, 5) for i in range(len(n) - k + 1)]
    return [key_of(g) % NGRAM_ROWS for g in grams[:MAX_NGRAMS]]


class Vocabulary:
    """Rows of features, by name; row 0 of the words is that of unseen ones, row 0 of the affixes stays zero."""

    def __init__(self, sentences):
        self.word_count = Counter(fold(w[0]) for s in sentences for w in s)
        affix_count = Counter(a for s in sentences for w in s for a in affixes(w[0]))
        self.words = {w: i + 1 for i, w in enumerate(sorted(w for w, c in self.word_count.items() if c >= 2))}
        self.affixes = {a: i + 1 for i, a in enumerate(sorted(a for a, c in affix_count.items() if c >= 3))}
        self.xpos = sorted({w[2] for s in sentences for w in s})
        self.labels = sorted({w[4] for s in sentences for w in s})

    def encode(self, sentence):
        xpos = {x: i for i, x in enumerate(self.xpos)}
        label = {x: i for i, x in enumerate(self.labels)}
        forms = [w[0] for w in sentence]
        return {"n": len(sentence), "word": [self.words.get(fold(w), 0) for w in forms],
                "count": [self.word_count.get(fold(w), 0) for w in forms],
                "affix": [[self.affixes.get(a, 0) for a in affixes(w)] for w in forms], "ngram": [ngrams(w) for w in forms],
                "upos": [UPOS.index(w[1]) for w in sentence], "xpos": [xpos.get(w[2], IGNORE) for w in sentence],
                "head": [w[3] for w in sentence], "label": [label.get(w[4], IGNORE) for w in sentence],
                "relation": [w[4].split(":")[0] for w in sentence]}


def collate(group):
    n = max(s["n"] for s in group)
    pad = lambda key, value=0: torch.tensor([s[key] + [value] * (n - s["n"]) for s in group])
    flat, offsets, scale = [], [0], []
    for s in group:
        for i in range(n):
            grams = s["ngram"][i] if i < s["n"] else []
            flat += grams
            offsets.append(len(flat))
            scale.append(1 / math.sqrt(max(1, len(grams))))
    return {"n": [s["n"] for s in group], "word": pad("word"), "count": pad("count", 10 ** 6).float(),
            "affix": torch.tensor([s["affix"] + [[0] * 8] * (n - s["n"]) for s in group]), "ngram": torch.tensor(flat),
            "ngram_offsets": torch.tensor(offsets), "ngram_scale": torch.tensor(scale).view(len(group), n, 1),
            "upos": pad("upos", IGNORE), "xpos": pad("xpos", IGNORE), "head": pad("head", IGNORE), "label": pad("label", IGNORE)}


def batches(sentences, words, rng=None):
    order = sorted(range(len(sentences)), key=lambda i: sentences[i]["n"] + (3 * rng.random() if rng else 0))
    out, group, longest = [], [], 0
    for i in order:
        longest = max(longest, sentences[i]["n"])
        if group and longest * (len(group) + 1) > words:
            out.append(group)
            group, longest = [], sentences[i]["n"]
        group.append(sentences[i])
    out.append(group)
    if rng:
        rng.shuffle(out)
    return out


# ---- network ----

class Network(nn.Module):
    def __init__(self, vocabulary, width, hidden, arc_width=96, label_width=64, dropout=0.3):
        super().__init__()
        self.dropout = dropout
        self.word = nn.Embedding(len(vocabulary.words) + 1, width)
        self.affix = nn.Embedding(len(vocabulary.affixes) + 1, width, padding_idx=0)
        self.ngram = nn.EmbeddingBag(NGRAM_ROWS, width, mode="sum", include_last_offset=True)
        for table in (self.word, self.affix, self.ngram):
            nn.init.normal_(table.weight, 0, 0.1)
        with torch.no_grad():
            self.affix.weight[0] = 0
        self.norm = nn.LayerNorm(width)
        self.lstm1 = nn.LSTM(width, hidden, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, bidirectional=True, batch_first=True)
        self.tags = nn.Linear(2 * hidden, len(UPOS) + len(vocabulary.xpos))
        self.arc_dependent, self.arc_head = nn.Linear(2 * hidden, arc_width), nn.Linear(2 * hidden, arc_width)
        self.bilinear = nn.Parameter(0.1 * torch.eye(arc_width))
        self.head_bias = nn.Parameter(torch.zeros(arc_width))
        self.root_arc = nn.Parameter(0.1 * torch.randn(arc_width))
        self.distance = nn.Parameter(torch.zeros(2 * BUCKET_COUNT + 1))
        self.label_dependent, self.label_head = nn.Linear(2 * hidden, label_width), nn.Linear(2 * hidden, label_width)
        self.root_label = nn.Parameter(0.1 * torch.randn(label_width))
        self.label1 = nn.Linear(3 * label_width, label_width)
        self.label2 = nn.Linear(label_width, len(vocabulary.labels))
        self.register_buffer("bucket", torch.tensor(BUCKETS))

    def drop(self, x):
        return F.dropout(x, self.dropout, self.training)

    def recur(self, lstm, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        return self.drop(nn.utils.rnn.pad_packed_sequence(lstm(packed)[0], batch_first=True)[0])

    def embed(self, batch):
        word, affix = batch["word"], self.affix(batch["affix"])
        if self.training:  # rare words are dropped most, so that their affixes learn to stand in
            word = word.masked_fill(torch.rand(word.shape) < 0.25 / (0.25 + batch["count"]), 0)
            affix = affix * (torch.rand(affix.shape[:3] + (1,)) > 0.1)
        grams = self.ngram(batch["ngram"], batch["ngram_offsets"]).view(*word.shape, -1) * batch["ngram_scale"]
        return self.drop(self.norm(self.word(word) + affix.sum(2) + grams))

    def forward(self, batch):
        """Tag scores, arc scores [sentence, dependent, head or root first], label vectors of dependents and heads."""
        first = self.recur(self.lstm1, self.embed(batch), batch["n"])
        second = self.recur(self.lstm2, first, batch["n"])
        sentences, n, _ = second.shape
        dependent = self.drop(F.relu(self.arc_dependent(second)))
        head = self.drop(F.relu(self.arc_head(second)))
        head = torch.cat([self.root_arc.expand(sentences, 1, -1), head], 1)
        scores = dependent @ self.bilinear @ head.transpose(1, 2) + (head @ self.head_bias).unsqueeze(1)
        offset = torch.arange(n).unsqueeze(0) - torch.arange(n).unsqueeze(1)
        bucket = self.bucket[offset.abs().clamp(max=len(BUCKETS) - 1)] * 2 + (offset > 0).long()
        distance = torch.cat([self.distance[-1].expand(n, 1), self.distance[bucket]], 1)
        outside = torch.arange(n + 1).unsqueeze(0) > torch.tensor(batch["n"]).unsqueeze(1)
        scores = (scores + distance).masked_fill(outside.unsqueeze(1), -1e9)
        label_dependent = self.drop(F.relu(self.label_dependent(second)))
        label_head = F.relu(self.label_head(second))
        label_head = self.drop(torch.cat([self.root_label.expand(sentences, 1, -1), label_head], 1))
        return self.tags(first), scores, label_dependent, label_head

    def label_scores(self, dependent, head, heads):
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.label2(self.drop(F.relu(self.label1(torch.cat([dependent, chosen, dependent * chosen], -1)))))

    def loss(self, batch):
        tags, arcs, dependent, head = self(batch)
        labels = self.label_scores(dependent, head, batch["head"].clamp(min=0))
        entropy = lambda scores, gold: F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=IGNORE)
        return (entropy(arcs, batch["head"]) + entropy(labels, batch["label"]) +
                0.5 * entropy(tags[..., :len(UPOS)], batch["upos"]) + 0.3 * entropy(tags[..., len(UPOS):], batch["xpos"]))


def evaluate(network, sentences, vocabulary):
    """UPOS, XPOS, UAS, LAS in percent, heads chosen one by one (the spanning tree of the engine adds a little)."""
    network.eval()
    right, total = [0] * 4, 0
    relations = [label.split(":")[0] for label in vocabulary.labels]
    with torch.no_grad():
        for group in batches(sentences, 3000):
            batch = collate(group)
            tags, arcs, dependent, head = network(batch)
            heads = arcs.argmax(-1)
            labels = network.label_scores(dependent, head, heads).argmax(-1)
            upos, xpos = tags[..., :len(UPOS)].argmax(-1), tags[..., len(UPOS):].argmax(-1)
            for k, s in enumerate(group):
                total += s["n"]
                for i in range(s["n"]):
                    right[0] += int(upos[k, i]) == s["upos"][i]
                    right[1] += int(xpos[k, i]) == s["xpos"][i]
                    attached = int(heads[k, i]) == s["head"][i]
                    right[2] += attached
                    right[3] += attached and relations[int(labels[k, i])] == s["relation"][i]
    network.train()
    return [round(100 * r / total, 2) for r in right]


def train(network, sentences, dev, vocabulary, args):
    rng = random.Random(args.seed)
    optimizer = torch.optim.Adam(network.parameters(), lr=args.rate, betas=(0.9, 0.95))
    steps = args.epochs * len(batches(sentences, args.batch, rng))
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    step = 0
    for epoch in range(args.epochs):
        start, loss_sum = time.time(), 0.0
        groups = batches(sentences, args.batch, rng)
        for group in groups:
            rate = args.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            for g in optimizer.param_groups:
                g["lr"] = rate
            loss = network.loss(collate(group))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            step += 1
            loss_sum += float(loss)
            decay = min(0.999, (step + 1) / (step + 20))
            for k, v in network.state_dict().items():
                if v.dtype.is_floating_point:
                    average[k].mul_(decay).add_(v.detach(), alpha=1 - decay)
        print(f"epoch {epoch + 1}: loss {loss_sum / len(groups):.4f}, {time.time() - start:.0f} s", flush=True)
        if epoch % 5 == 4 or epoch + 1 == args.epochs:
            last = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(average)
            for name, part in dev.items():
                print(f"  {name}: UPOS, XPOS, UAS, LAS {evaluate(network, part, vocabulary)}", flush=True)
            write_model(args.output, network, vocabulary)
            if epoch + 1 < args.epochs:
                network.load_state_dict(last)


# ---- model file (docs/model-format.md) ----

def align(n):
    return (n + 63) // 64 * 64


def write_sections(path, kind, version, sections):
    end = align(48 + 48 * len(sections))
    table, body = b"", b""
    for name, data in sections:
        table += struct.pack("<24sQQQ", name.encode(), end + len(body), len(data), xxhash.xxh3_64_intdigest(data))
        body += data + bytes(align(len(data)) - len(data))
    header = struct.pack("<8sII16sIIQ", b"HEARSAY\0", 1, version, kind.encode(), len(sections), 0, xxhash.xxh3_64_intdigest(table))
    with open(path, "wb") as f:
        f.write((header + table).ljust(end, b"\0") + body)


def hash_table(keys):
    """Open addressing with linear probing, at most half full: (keys, rows)."""
    size = 1 << max(1, (2 * len(keys) - 1).bit_length())
    slots, rows = np.zeros(size, np.uint64), np.zeros(size, np.uint32)
    for key, row in keys:
        slot = key & (size - 1)
        while slots[slot] != 0:
            slot = (slot + 1) & (size - 1)
        slots[slot], rows[slot] = key, row
    return slots, rows


def quantized_table(weights):
    unit = float(np.abs(weights).max()) / 127
    return np.clip(np.rint(weights / unit), -127, 127).astype(np.int8), unit


def matrix_sections(name, weight, bias):
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / 127
    rounded = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
    return [(name + ".w", rounded.tobytes()), (name + ".scale", scale.astype(np.float32).tobytes()),
            (name + ".bias", bias.astype(np.float32).tobytes())]


def write_model(path, network, vocabulary):
    p = {k: v.detach().double().numpy() for k, v in network.state_dict().items()}
    strings = lambda values: "".join(v + "\0" for v in values).encode()
    floats = lambda *values: np.concatenate([np.ravel(v) for v in values]).astype(np.float32).tobytes()
    width, hidden = network.word.weight.shape[1], network.lstm1.hidden_size
    sizes = [width, hidden, len(p["head_bias"]), len(p["root_label"])]
    keys = [(key_of("w:" + w), r) for w, r in vocabulary.words.items()]
    keys += [(key_of(a), len(vocabulary.words) + r) for a, r in vocabulary.affixes.items()]
    slots, rows = hash_table(keys)
    features, feature_unit = quantized_table(np.concatenate([p["word.weight"], p["affix.weight"][1:]]))
    grams, gram_unit = quantized_table(p["ngram.weight"])
    sections = [("upos", strings(UPOS)), ("xpos", strings(vocabulary.xpos)), ("labels", strings(vocabulary.labels)),
                ("sizes", np.array(sizes, np.uint32).tobytes()), ("units", floats([feature_unit, gram_unit])),
                ("features.keys", slots.tobytes()), ("features.rows", rows.tobytes()), ("features.w", features.tobytes()),
                ("ngrams.keys", bytes(8)), ("ngrams.rows", bytes(4)), ("ngrams.w", grams.tobytes()),
                ("norm.gain", floats(p["norm.weight"])), ("norm.bias", floats(p["norm.bias"]))]
    for layer in ("lstm1", "lstm2"):
        for direction, suffix in (("f", ""), ("b", "_reverse")):
            bias = p[f"{layer}.bias_ih_l0{suffix}"] + p[f"{layer}.bias_hh_l0{suffix}"]
            sections += matrix_sections(f"{layer}.{direction}.in", p[f"{layer}.weight_ih_l0{suffix}"], bias)
            sections += matrix_sections(f"{layer}.{direction}.rec", p[f"{layer}.weight_hh_l0{suffix}"], 0 * bias)
    stacked = ["arc_dependent", "arc_head", "label_dependent", "label_head"]
    sections += matrix_sections("tags", p["tags.weight"], p["tags.bias"])
    sections += matrix_sections("mlp", np.concatenate([p[s + ".weight"] for s in stacked]), np.concatenate([p[s + ".bias"] for s in stacked]))
    sections += matrix_sections("bilinear", p["bilinear"].T, np.zeros(sizes[2]))
    sections += matrix_sections("label1", p["label1.weight"], p["label1.bias"])
    sections += matrix_sections("label2", p["label2.weight"], p["label2.bias"])
    sections += [("arc.head_bias", floats(p["head_bias"])), ("arc.root", floats(p["root_arc"])),
                 ("arc.distance", floats(p["distance"])), ("label.root", floats(p["root_label"]))]
    write_sections(path, "syntax", 1, sections)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--batch", type=int, default=900, help="words in a batch")
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    gold = {part: [read_conllu(f"{args.data}/treebank/{bank}-{part}.conllu") for bank in ("ewt", "gum")] for part in ("train", "dev")}
    sentences = gold["train"][0] + gold["train"][1]
    vocabulary = Vocabulary(sentences)
    encoded = [vocabulary.encode(s) for s in sentences]
    dev = {f"{bank}-dev": [vocabulary.encode(s) for s in part] for bank, part in zip(("ewt", "gum"), gold["dev"])}
    print(f"{len(encoded)} sentences, {sum(s['n'] for s in encoded)} words, {len(vocabulary.words)} word rows, "
          f"{len(vocabulary.affixes)} affix rows", flush=True)
    train(Network(vocabulary, args.width, args.hidden), encoded, dev, vocabulary, args)


if __name__ == "__main__":
    main()
