#!/usr/bin/env python3
"""Fit the network that tags, parses and finds names, and write it as a model file.

usage: train_syntax.py --hearsay COMMAND --data DIR --output FILE [--epochs N] [--threads N]

DIR/treebank holds {ewt,gum}-{train,dev}.conllu, DIR/ner the corpora of names, DIR/attribution news without either; COMMAND
reads those that have no tokens. Needs PyTorch, xxhash and the sources of the gazetteer (tools/packages.txt, [train]). The
network is described in src/syntax/network.h; features and their hashes must stay those of src/syntax/word_features.cc and
gazetteer.cc.

Most of the text has no names marked: EWT, whose proper nouns are known, and a sample of news. There the gazetteer gives
the plain ones, and from the fifth epoch on the network learns from the names that it is sure of itself. Its head for names
is linear, and only a teacher: train_names.py then fits the one that is used.
"""
import argparse
import json
import math
import random
import time
import unicodedata
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import xxhash

import names_data
from model_file import floats, hash_table, matrix_sections, quantized_table, write_sections
from names_data import ANY, KINDS, LABELS

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
MAX_CODE_POINTS, MAX_NGRAMS, MAX_SHAPE, NGRAM_ROWS = 64, 24, 8, 1 << 14
IGNORE = -100
BUCKETS = [0, 1, 2, 3, 4, 5, 6, 7] + [8] * 3 + [9] * 5 + [10] * 8 + [11] * 10 + [12] * 20 + [13]
BUCKET_COUNT = 14
MAX_GAZETTEER = len(names_data.CLASSES)  # features a token
ABLATIONS = ("gazetteer", "affixes", "ngrams", "news", "marks", "names", "trees")
VERSION = 3         # of the sections (kSyntaxVersion)
INNER_LABELS = 3    # outside, begin and continue a place inside a name


# ---- data ----

class Sentence:
    """Words, what is known of their tags and tree (None: nothing), and bit sets of the labels of names they may have."""

    def __init__(self, forms, tree=None, names=None, inner=None):
        self.forms, self.tree = forms, tree
        self.names = names or [ANY] * len(forms)
        self.inner = inner or [(1 << INNER_LABELS) - 1] * len(forms)


def read_conllu(path):
    """(document id, rows of ten columns) of each sentence."""
    sentences, rows, document = [], [], ""
    with open(path, encoding="utf-8") as f:
        for line in f:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc id = "):
                document = line.split(" = ")[1].strip()
            elif len(columns) == 10 and columns[0].isdigit():
                rows.append(columns)
            elif not line.strip() and rows:
                sentences.append((document, rows))
                rows = []
    return sentences + ([(document, rows)] if rows else [])


def tree_of(rows):
    return [(r[3], r[4], int(r[6]), r[7]) for r in rows]


def bits(labels):
    return [1 << label for label in labels]


EVENT_OR_GROUP = sum(1 << (1 + 2 * k) | 1 << (2 + 2 * k) for k in range(3, len(KINDS)))


def with_demonyms(forms, masks, gazetteer):
    """Words for the people of a place or creed are groups wherever they are no part of another name."""
    group = 1 << (1 + 2 * KINDS.index("group"))
    demonym = 1 << names_data.CLASSES.index("demonym")
    sole = (1 << names_data.CLASSES.index("country")) | (1 << names_data.CLASSES.index("given"))
    return [group if m & 1 and f[:1].isupper() and gazetteer.get(fold(f), 0) & demonym and not gazetteer[fold(f)] & sole
            and len(f) > 3 else m for f, m in zip(forms, masks)]


def gum_sentence(rows, gazetteer):
    forms = [r[1] for r in rows]
    names = names_data.gum_names(rows)
    masks = bits(names_data.label_names(len(rows), names))
    return Sentence(forms, tree_of(rows), with_demonyms(forms, masks, gazetteer), bits(names_data.label_names(len(rows), names, True)))


def common_nouns(sentences):
    return {fold(r[1]) for _, rows in sentences for r in rows if r[3] == "NOUN"}


def unmarked_sentence(rows, gazetteer, nouns, tree):
    """Names are unknown but for those that the gazetteer makes plain, and far from proper nouns there are none, groups apart."""
    forms, proper = [r[1] for r in rows], [r[3] == "PROPN" for r in rows]
    near = [any(proper[max(0, i - 2):i + 3]) for i in range(len(rows))]
    masks = [ANY if n else 1 | EVENT_OR_GROUP for n in near]
    for begin, end, kind in names_data.certain_names(forms, proper, gazetteer, fold, nouns):
        masks[begin:end] = bits(names_data.label_names(end - begin, [(0, end - begin, kind)]))
    for i, form in enumerate(forms):
        if names_data.is_never_name(form):
            masks[i] = 1
        elif names_data.is_title(form):  # may be a part of an organisation, never of a person
            masks[i] &= ~0b110
    return Sentence(forms, tree, with_demonyms(forms, masks, gazetteer))


def corpus_sentences(hearsay, path, gazetteer, phrases):
    """Corpora that mark persons, organisations and places; `phrases`: with whatever stands around the name."""
    out = []
    for doc, sentences in names_data.read_tagged(hearsay, path):
        for rows, spans in sentences:
            forms = [r[1] for r in rows]
            masks = [1 | EVENT_OR_GROUP] * len(forms)
            for begin, end, kind in names_data.corpus_names(spans, forms, doc["entities"]):
                name = names_data.re3d_name(rows, begin, end, kind) if phrases else (begin, end, kind)
                if phrases:  # what the phrase holds besides is uncertain
                    masks[begin:end] = [1 | EVENT_OR_GROUP if r[3] != "PROPN" or names_data.is_title(r[1]) else ANY
                                        for r in rows[begin:end]]
                if name:
                    masks[name[0]:name[1]] = bits(names_data.label_names(name[1] - name[0], [(0, name[1] - name[0], kind)]))
            out.append(Sentence(forms, None, with_demonyms(forms, masks, gazetteer)))
    return out


def news_sentences(hearsay, path, words, gazetteer, nouns, rng):
    """A sample of sentences of news with something capital in them."""
    sentences = [rows for _, doc in names_data.read_tagged(hearsay, path) for rows, _ in doc]
    rng.shuffle(sentences)
    out = []
    for rows in sentences:
        if 5 <= len(rows) <= 60 and any(r[3] == "PROPN" for r in rows[1:]):
            out.append(unmarked_sentence(rows, gazetteer, nouns, None))
            words -= len(rows)
        if words < 0:
            break
    return out


def recased(sentence, change):
    """The same in other letters: headlines in capitals, messages without."""
    return Sentence([change(f) for f in sentence.forms], sentence.tree, sentence.names, sentence.inner)


def uner_gold(path, rows_by_document):
    """Gold names [begin, end, kind] of each sentence of ewt-dev."""
    gold = []
    with open(path, encoding="utf-8") as f:
        documents = {d["id"]: d for d in map(json.loads, f)}
    for document, sentences in rows_by_document.items():
        doc, cursor = documents.get(document, {"text": "", "entities": []}), 0
        for rows in sentences:
            spans = []
            for r in rows:
                at = doc["text"].find(r[1], cursor)
                spans.append((at, at + len(r[1])) if at >= 0 else (cursor, cursor))
                cursor = max(cursor, spans[-1][1])
            gold.append(set(names_data.corpus_names(spans, None, doc["entities"])))
    return gold


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

    def __init__(self, sentences, gazetteer, without=()):
        self.gazetteer = {} if "gazetteer" in without else gazetteer
        self.without = without
        self.word_count = Counter(fold(f) for s in sentences for f in s.forms)
        affix_count = Counter(a for s in sentences for f in s.forms for a in affixes(f) if "affixes" not in without)
        self.words = {w: i + 1 for i, w in enumerate(sorted(w for w, c in self.word_count.items() if c >= 2))}
        self.affixes = {a: i + 1 for i, a in enumerate(sorted(a for a, c in affix_count.items() if c >= 3))}
        self.places = {f"{case}{k}:{c}": i for i, (case, k, c) in
                       enumerate(((case, k, c) for case in "zy" for k in range(len(names_data.CLASSES)) for c in "BIS"), 1)}
        trees = [s.tree for s in sentences if s.tree]
        self.xpos = sorted({w[1] for t in trees for w in t})
        self.labels = sorted({w[3] for t in trees for w in t})

    def encode(self, sentence):
        xpos = {x: i for i, x in enumerate(self.xpos)}
        label = {x: i for i, x in enumerate(self.labels)}
        forms, n = sentence.forms, len(sentence.forms)
        tree = sentence.tree or [("", "", IGNORE, "")] * n
        places = names_data.gazetteer_features(forms, self.gazetteer, fold)
        places = [[self.places[z] for z in row][:MAX_GAZETTEER] for row in places]
        return {"n": n, "word": [self.words.get(fold(f), 0) for f in forms],
                "count": [self.word_count.get(fold(f), 0) for f in forms],
                "affix": [[self.affixes.get(a, 0) for a in affixes(f)] for f in forms], "ngram": [[] if "ngrams" in self.without else ngrams(f) for f in forms],
                "place": [row + [0] * (MAX_GAZETTEER - len(row)) for row in places],
                "upos": [UPOS.index(w[0]) if w[0] else IGNORE for w in tree], "xpos": [xpos.get(w[1], IGNORE) for w in tree],
                "head": [w[2] for w in tree], "label": [label.get(w[3], IGNORE) for w in tree],
                "relation": [w[3].split(":")[0] for w in tree], "names": sentence.names, "inner": sentence.inner}


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
            "affix": torch.tensor([s["affix"] + [[0] * 8] * (n - s["n"]) for s in group]),
            "place": torch.tensor([s["place"] + [[0] * MAX_GAZETTEER] * (n - s["n"]) for s in group]), "ngram": torch.tensor(flat, dtype=torch.long),
            "ngram_offsets": torch.tensor(offsets), "ngram_scale": torch.tensor(scale).view(len(group), n, 1),
            "upos": pad("upos", IGNORE), "xpos": pad("xpos", IGNORE), "head": pad("head", IGNORE), "label": pad("label", IGNORE),
            "names": pad("names"), "inner": pad("inner")}


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
        self.place = nn.Embedding(len(vocabulary.places) + 1, width, padding_idx=0)
        for table in (self.word, self.affix, self.ngram, self.place):
            nn.init.normal_(table.weight, 0, 0.1)
        with torch.no_grad():
            self.affix.weight[0] = 0
            self.place.weight[0] = 0
        self.norm = nn.LayerNorm(width)
        self.lstm1 = nn.LSTM(width, hidden, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, bidirectional=True, batch_first=True)
        self.tags = nn.Linear(2 * hidden, len(UPOS) + len(vocabulary.xpos))
        self.names = nn.Linear(2 * hidden, LABELS + INNER_LABELS)
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
        place = self.place(batch["place"])
        if self.training:  # the names of the gazetteer must not make the rest of the evidence useless
            place = place * (torch.rand(place.shape[:2] + (1, 1)) > 0.2)
        grams = self.ngram(batch["ngram"], batch["ngram_offsets"]).view(*word.shape, -1) * batch["ngram_scale"]
        return self.drop(self.norm(self.word(word) + affix.sum(2) + place.sum(2) + grams))

    def forward(self, batch):
        """Tag scores, name scores, arc scores [sentence, dependent, head or root first], label vectors of dependents and heads."""
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
        return self.tags(first), self.names(second), scores, label_dependent, label_head

    def label_scores(self, dependent, head, heads):
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.label2(self.drop(F.relu(self.label1(torch.cat([dependent, chosen, dependent * chosen], -1)))))

    def loss(self, batch, without=()):
        tags, names, arcs, dependent, head = self(batch)
        labels = self.label_scores(dependent, head, batch["head"].clamp(min=0))

        def entropy(scores, gold):
            total = F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=IGNORE, reduction="sum")
            return total / max(1, int((gold != IGNORE).sum()))

        of_trees = entropy(arcs, batch["head"]) + entropy(labels, batch["label"])
        of_tags = 0.5 * entropy(tags[..., :len(UPOS)], batch["upos"]) + 0.3 * entropy(tags[..., len(UPOS):], batch["xpos"])
        of_names = one_of(names[..., :LABELS], batch["names"]) + 0.3 * one_of(names[..., LABELS:], batch["inner"])
        return ("trees" not in without) * of_trees + of_tags + ("names" not in without) * of_names


def one_of(scores, masks):
    """Mean of -log P(label in the set) over words whose set says anything; masks 0 are padding."""
    count = scores.shape[-1]
    allowed = (masks.unsqueeze(-1) >> torch.arange(count)) & 1 == 1
    known = (masks > 0) & ~allowed.all(-1)
    inside = torch.logsumexp(scores.masked_fill(~allowed, -1e9), -1)
    lost = (torch.logsumexp(scores, -1) - inside) * known
    return lost.sum() / max(1, int(known.sum()))


def decode(scores):
    """The best sequence of labels in which only a name's own labels continue it, and the spans (begin, end, kind) of it."""
    count = scores.shape[1]
    follows = np.array([[label == 0 or label % 2 == 1 or previous in (label, label - 1) for label in range(count)]
                        for previous in range(count)])
    penalty = np.where(follows, 0, -1e9)
    best, back = scores[0] + penalty[0], []
    for row in scores[1:]:
        step = best[:, None] + penalty
        back.append(step.argmax(0))
        best = step.max(0) + row
    labels = [int(best.argmax())]
    for pointers in reversed(back):
        labels.append(int(pointers[labels[-1]]))
    return labels[::-1]


def spans_of(labels):
    spans = []
    for i, label in enumerate(labels):
        if label % 2 == 1:
            spans.append([i, i + 1, KINDS[label // 2]])
        elif label:
            spans[-1][1] = i + 1
    return {tuple(s) for s in spans}


def predict_names(network, encoded):
    """Log-probabilities of the labels of names, by sentence."""
    network.eval()
    out = {}
    with torch.no_grad():
        for group in batches(encoded, 3000):
            scores = network(collate(group))[1][..., :LABELS].log_softmax(-1).numpy()
            for k, s in enumerate(group):
                out[id(s)] = scores[k, :s["n"]]
    network.train()
    return [out[id(s)] for s in encoded]


def score_names(predicted_scores, gold):
    """Strict precision, recall, F1 over persons, organisations and places."""
    right = predicted = total = 0
    for scores, names in zip(predicted_scores, gold):
        found = {n for n in spans_of(decode(scores)) if n[2] in KINDS[:3]}
        right, predicted, total = right + len(found & names), predicted + len(found), total + len(names)
    return [round(100 * x, 2) for x in (right / max(1, predicted), right / total, 2 * right / max(1, predicted + total))]


def tune_outside(network, encoded, gold):
    """Raise the score of the label outside to where F1 is best: names that the network marked itself make it too eager."""
    steps = [0, 0.5, 1, 1.5]
    scores = predict_names(network, encoded)
    best = max(steps, key=lambda step: score_names([s + step * (np.arange(LABELS) == 0) for s in scores], gold)[2])
    with torch.no_grad():
        network.names.bias[0] += best
    return best


def mark(network, sentences, encoded, sure=0.7):
    """Mark in `encoded` the names that the network finds in its sentences; words of which it is unsure may be anything."""
    for sentence, target, scores in zip(sentences, encoded, predict_names(network, encoded)):
        allowed = np.array([[m >> k & 1 for k in range(LABELS)] for m in sentence.names], bool)
        labels = decode(np.where(allowed, scores, -1e6))
        masks = [1 << label if scores[i, label] > math.log(sure) else m for i, (label, m) in enumerate(zip(labels, sentence.names))]
        for begin, end, _ in spans_of(labels):  # a name is sure as a whole, or not at all
            if scores[range(begin, end), labels[begin:end]].min() <= math.log(sure):
                masks[begin:end] = sentence.names[begin:end]
        for i, word in enumerate(sentence.tree or ()):
            if word[0] == "PROPN" and labels[i] == 0 and scores[i, 0] < math.log(0.95):
                masks[i] = sentence.names[i]
        target["names"] = masks


def evaluate(network, sentences, vocabulary):
    """UPOS, XPOS, UAS, LAS in percent, heads chosen one by one (the spanning tree of the engine adds a little)."""
    network.eval()
    right, total = [0] * 4, 0
    relations = [label.split(":")[0] for label in vocabulary.labels]
    with torch.no_grad():
        for group in batches(sentences, 3000):
            batch = collate(group)
            tags, _, arcs, dependent, head = network(batch)
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


def train(network, sentences, unmarked, dev, gold_names, vocabulary, args):
    """`unmarked`: (sentences, their encodings among `sentences`) in which names are to be marked on the way."""
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
            loss = network.loss(collate(group), args.without)
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
        if epoch % 4 == 3 or epoch + 1 == args.epochs:
            last = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(average)
            for name, part in dev.items():
                print(f"  {name}: UPOS, XPOS, UAS, LAS {evaluate(network, part, vocabulary)}", flush=True)
            for name, gold in gold_names.items():
                print(f"  {name}: names P, R, F1 {score_names(predict_names(network, dev[name]), gold)}", flush=True)
            if epoch + 1 == args.epochs:
                print(f"  outside + {tune_outside(network, dev['ewt-dev'], gold_names['ewt-dev'])}", flush=True)
            write_model(args.output, network, vocabulary)
            if epoch + 1 < args.epochs:
                if "marks" not in args.without:
                    mark(network, *unmarked)
                network.load_state_dict(last)


# ---- model file (docs/model-format.md) ----

def write_model(path, network, vocabulary):
    p = {k: v.detach().double().numpy() for k, v in network.state_dict().items()}
    strings = lambda values: "".join(v + "\0" for v in values).encode()
    width, hidden = network.word.weight.shape[1], network.lstm1.hidden_size
    sizes = [width, hidden, len(p["head_bias"]), len(p["root_label"])]
    keys = [(key_of("w:" + w), r) for w, r in vocabulary.words.items()]
    keys += [(key_of(a), len(vocabulary.words) + r) for a, r in vocabulary.affixes.items()]
    first_place = len(vocabulary.words) + len(vocabulary.affixes)
    keys += [(key_of(z), first_place + r) for z, r in vocabulary.places.items()]
    tables = [p["word.weight"], p["affix.weight"][1:], p["place.weight"][1:]]
    slots, rows = hash_table(keys)
    places, classes = hash_table([(key_of("g:" + k), c) for k, c in sorted(vocabulary.gazetteer.items())])
    features, feature_unit = quantized_table(np.concatenate(tables))
    grams, gram_unit = quantized_table(p["ngram.weight"])
    sections = [("upos", strings(UPOS)), ("xpos", strings(vocabulary.xpos)), ("labels", strings(vocabulary.labels)),
                ("sizes", np.array(sizes, np.uint32).tobytes()), ("units", floats([feature_unit, gram_unit])),
                ("features.keys", slots.tobytes()), ("features.rows", rows.tobytes()), ("features.w", features.tobytes()),
                ("ngrams.keys", bytes(8)), ("ngrams.rows", bytes(4)), ("ngrams.w", grams.tobytes()),
                ("gazetteer.keys", places.tobytes()), ("gazetteer.classes", classes.astype(np.uint16).tobytes()),
                ("kinds", strings(KINDS)), ("norm.gain", floats(p["norm.weight"])), ("norm.bias", floats(p["norm.bias"]))]
    for layer in ("lstm1", "lstm2"):
        for direction, suffix in (("f", ""), ("b", "_reverse")):
            bias = p[f"{layer}.bias_ih_l0{suffix}"] + p[f"{layer}.bias_hh_l0{suffix}"]
            sections += matrix_sections(f"{layer}.{direction}.in", p[f"{layer}.weight_ih_l0{suffix}"], bias)
            sections += matrix_sections(f"{layer}.{direction}.rec", p[f"{layer}.weight_hh_l0{suffix}"], 0 * bias)
    stacked = ["arc_dependent", "arc_head", "label_dependent", "label_head"]
    sections += matrix_sections("tags", p["tags.weight"], p["tags.bias"])
    sections += matrix_sections("names.linear", p["names.weight"], p["names.bias"])
    sections += matrix_sections("mlp", np.concatenate([p[s + ".weight"] for s in stacked]), np.concatenate([p[s + ".bias"] for s in stacked]))
    sections += matrix_sections("bilinear", p["bilinear"].T, np.zeros(sizes[2]))
    sections += matrix_sections("label1", p["label1.weight"], p["label1.bias"])
    sections += matrix_sections("label2", p["label2.weight"], p["label2.bias"])
    sections += [("arc.head_bias", floats(p["head_bias"])), ("arc.root", floats(p["root_arc"])),
                 ("arc.distance", floats(p["distance"])), ("label.root", floats(p["root_label"]))]
    write_sections(path, "syntax", VERSION, sections)


def read_corpora(args, gazetteer, rng):
    """Sentences whose names are known, those whose names are to be marked, dev sentences and their gold names."""
    gold = {part: [read_conllu(f"{args.data}/treebank/{bank}-{part}.conllu") for bank in ("ewt", "gum")] for part in ("train", "dev")}
    nouns = common_nouns(gold["train"][0] + gold["train"][1])
    known = [gum_sentence(rows, gazetteer) for _, rows in gold["train"][1]]
    known += corpus_sentences(args.hearsay, f"{args.data}/ner/wikigold.jsonl", gazetteer, False)
    known += corpus_sentences(args.hearsay, f"{args.data}/ner/re3d-train.jsonl", gazetteer, True)
    unmarked = [unmarked_sentence(rows, gazetteer, nouns, tree_of(rows)) for _, rows in gold["train"][0]]
    news = news_sentences(args.hearsay, f"{args.data}/attribution/train.jsonl", args.news_words, gazetteer, nouns, rng)
    dev = {f"{bank}-dev": [Sentence([r[1] for r in rows], tree_of(rows)) for _, rows in part]
           for bank, part in zip(("ewt", "gum"), gold["dev"])}
    documents = {}
    for document, rows in gold["dev"][0]:
        documents.setdefault(document, []).append(rows)
    names = {"ewt-dev": uner_gold(f"{args.data}/ner/uner-ewt-dev.jsonl", documents)}
    names["gum-dev"] = [spans_of(names_data.label_names(len(rows), names_data.gum_names(rows))) for _, rows in gold["dev"][1]]
    names["gum-dev"] = [{n for n in s if n[2] in KINDS[:3]} for s in names["gum-dev"]]
    return known, unmarked, news, dev, names


def recased_sample(sentences, rng):
    return [recased(s, c) for c in (str.upper, str.lower) for s in sentences if rng.random() < 0.03]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hearsay", required=True, help="the command that reads texts")
    parser.add_argument("--data", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--news-words", type=int, default=100000)
    parser.add_argument("--without", nargs="*", default=[], choices=ABLATIONS, help="leave out, to see what it brings")
    parser.add_argument("--share", type=float, default=1, help="of the sentences to train on, for a learning curve")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--batch", type=int, default=900, help="words in a batch")
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    gazetteer = names_data.build_gazetteer()
    known, unmarked, news, dev, names = read_corpora(args, gazetteer, rng)
    if args.share < 1:
        known, unmarked = (rng.sample(part, round(args.share * len(part))) for part in (known, unmarked))
    known += recased_sample(known, rng)
    if "news" not in args.without:
        unmarked += news
    unmarked += recased_sample(unmarked, rng)
    vocabulary = Vocabulary(known + unmarked, gazetteer, args.without)
    encoded = [vocabulary.encode(s) for s in known + unmarked]
    print(f"{len(encoded)} sentences, {sum(s['n'] for s in encoded)} words, {len(vocabulary.words)} word rows, "
          f"{len(vocabulary.affixes)} affix rows", flush=True)
    dev = {name: [vocabulary.encode(s) for s in part] for name, part in dev.items()}
    train(Network(vocabulary, args.width, args.hidden), encoded, (unmarked, encoded[len(known):]), dev, names, vocabulary, args)


if __name__ == "__main__":
    main()
