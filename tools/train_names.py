#!/usr/bin/env python3
"""Fit the head of the syntax network that finds names, and put it into the model file.

usage: train_names.py --hearsay COMMAND --data DIR --model FILE [--epochs N] [--threads N]

FILE is what train_syntax.py wrote, or an older fit of this script; its other sections stay as they are, to the byte. The
rest of the network is frozen: words are read once, in floats, and the head (src/syntax/network.h) is fitted on that in
minutes, as a linear-chain CRF whose loss asks that the labels be among those that each word may have. Where names are not
marked, those that the linear head of train_syntax.py is sure of count, at a lower weight. Marked sentences are read once
more for each of --swaps with other names in the place of theirs, since the network knows the names that it was trained on.
"""
import argparse
import math
import random
import re
import time
from collections import Counter, defaultdict

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import names_data
import train_syntax
from model_file import matrix_sections, read_sections, write_sections
from names_data import ANY, KINDS, LABELS
from train_syntax import Sentence

MAX_WORDS = 160           # of a sentence that is read at once (kMaxStretch)
SCORE_UNIT = 1 / 1024     # of transitions in the file (kNameScoreUnit)
FORBIDDEN = -1e4


class Encoder:
    """What the network of a model file makes of words: the vector of a word, and the states of both layers."""

    def __init__(self, path, gazetteer):
        s = read_sections(path, "syntax")
        array = lambda name, kind: np.frombuffer(bytes(s[name]), kind)
        self.width, self.hidden = (int(x) for x in array("sizes", np.uint32)[:2])
        units = array("units", np.float32)
        table = lambda name, unit: torch.tensor(array(name + ".w", np.int8).reshape(-1, self.width).astype(np.float32) * unit)
        self.features, self.ngrams = table("features", units[0]), table("ngrams", units[1])
        keys, rows = array("features.keys", np.uint64), array("features.rows", np.uint32)
        self.rows = {int(k): int(r) for k, r in zip(keys, rows) if k}
        self.gain, self.bias = (torch.tensor(array("norm." + n, np.float32)) for n in ("gain", "bias"))
        self.gazetteer = gazetteer
        self.lstms = []
        for layer, size in (("lstm1", self.width), ("lstm2", 2 * self.hidden)):
            lstm = nn.LSTM(size, self.hidden, bidirectional=True, batch_first=True)
            with torch.no_grad():
                for direction, suffix in (("f", ""), ("b", "_reverse")):
                    for part, name in (("in", "ih"), ("rec", "hh")):
                        m = f"{layer}.{direction}.{part}"
                        scale = array(m + ".scale", np.float32)
                        weight = array(m + ".w", np.int8).reshape(len(scale), -1) * scale[:, None]
                        getattr(lstm, f"weight_{name}_l0{suffix}").copy_(torch.tensor(weight))
                        getattr(lstm, f"bias_{name}_l0{suffix}").copy_(torch.tensor(array(m + ".bias", np.float32)))
            self.lstms.append(lstm)
        scale = array("names.linear.scale", np.float32)
        self.linear = nn.Linear(2 * self.hidden, len(scale))
        with torch.no_grad():
            self.linear.weight.copy_(torch.tensor(array("names.linear.w", np.int8).reshape(len(scale), -1) * scale[:, None]))
            self.linear.bias.copy_(torch.tensor(array("names.linear.bias", np.float32)))

    def word_vectors(self, forms):
        flat, offsets, grams, gram_offsets, scale = [], [], [], [], []
        places = names_data.gazetteer_features(forms, self.gazetteer, train_syntax.fold)
        for form, place in zip(forms, places):
            offsets.append(len(flat))
            flat.append(self.rows.get(train_syntax.key_of("w:" + train_syntax.fold(form)), 0))
            flat += [self.rows[k] for k in map(train_syntax.key_of, train_syntax.affixes(form) + place) if k in self.rows]
            gram_offsets.append(len(grams))
            found = train_syntax.ngrams(form)
            grams += found
            scale.append(1 / math.sqrt(max(1, len(found))))
        bag = lambda table, at, starts: F.embedding_bag(torch.tensor(at, dtype=torch.long), table, torch.tensor(starts), mode="sum")
        v = bag(self.features, flat, offsets) + bag(self.ngrams, grams, gram_offsets) * torch.tensor(scale).unsqueeze(1)
        return F.layer_norm(v, (self.width,), self.gain, self.bias)

    def read(self, sentences):
        """For each list of forms a matrix [words, width + 4 hidden]."""
        out = [None] * len(sentences)
        with torch.no_grad():
            for group in groups_of([len(s) for s in sentences], 6000):
                words = torch.stack([self.word_vectors(sentences[i]) for i in group])
                first, _ = self.lstms[0](words)
                second, _ = self.lstms[1](first)
                both = torch.cat([words, first, second], -1).half()
                for k, i in enumerate(group):
                    out[i] = both[k]
        return out


def groups_of(lengths, words, rng=None):
    """Indices of sentences of one length, of so many words together."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i], rng.random() if rng else i))
    out = []
    for i in order:
        if out and lengths[out[-1][0]] == lengths[i] and (len(out[-1]) + 1) * lengths[i] <= words:
            out[-1].append(i)
        else:
            out.append([i])
    if rng:
        rng.shuffle(out)
    return out


def pieces(sentences):
    """Sentences as the network reads them: in stretches."""
    out = []
    for s in sentences:
        for i in range(0, len(s.forms), MAX_WORDS):
            part = slice(i, i + MAX_WORDS)
            out.append(Sentence(s.forms[part], s.tree and s.tree[part], s.names[part], s.inner[part]))
    return out


# ---- what may be a name, by the tree ----

BEGINS = sum(1 << (1 + 2 * k) for k in range(len(KINDS)))
JOINTS = set("of the and for de del la al el bin van von der den di da - & 's ’s ' . , / in on at to".split())
CLOSED = {"VERB", "AUX", "PRON", "ADV", "SCONJ", "ADP", "DET", "CCONJ", "PART", "INTJ", "NUM", "PUNCT"}
DASHES = {"-", "--", "–", "—", "(", ")", ":", ";", "!", "?"}


def is_joined(tree, i):
    """Do the proper nouns i - 1 and i belong together?"""
    upos, _, head, relation = tree[i]
    before = tree[i - 1] if i else ("", "", 0, "")
    part = lambda r: r.split(":")[0] in ("flat", "compound")
    if upos != "PROPN" or before[0] != "PROPN":
        return False
    return part(relation) and (head == i or before[2] == i + 1 or before[2] == head) or part(before[3]) and before[2] > i


def with_edges(s):
    """Where names are unknown but the tree is not, it says where none begins or goes on."""
    if not s.tree:
        return s
    n, masks, proper = len(s.forms), list(s.names), [w[0] == "PROPN" for w in s.tree]
    for i, form in enumerate(s.forms):
        low, mask = form.lower(), masks[i]
        if mask & (mask - 1) == 0:
            continue
        ahead = i + 1 < n and (proper[i + 1] or s.forms[i + 1].lower() in JOINTS or s.forms[i + 1][:1].isupper())
        if is_joined(s.tree, i):
            mask &= ~BEGINS if not names_data.is_title(s.forms[i - 1]) else ANY
        elif not proper[i] and low in JOINTS:
            mask &= (ANY if low == "the" else ~BEGINS) if ahead else 1
        elif not proper[i] and (form.islower() and s.tree[i][0] in CLOSED or
                                form in DASHES and not (0 < i < n - 1 and proper[i - 1] and proper[i + 1])):
            mask &= 1
        masks[i] = mask or masks[i]
    return Sentence(s.forms, s.tree, masks, s.inner)


# ---- names never seen before ----

class Inventor:
    """Puts other names of the same kind, most of them invented, in the place of names: what is around them has to tell."""

    def __init__(self, sentences, rng):
        self.rng = rng
        latin = re.compile(r"[A-Za-zÀ-ž]{3,12}").fullmatch
        people = list(names_data.person_names())
        self.given, self.surnames = (sorted({n for n, k in people if k == kind and latin(n)}) for kind in ("given", "surname"))
        self.cities = sorted({n for n, _ in names_data.cities() if latin(n)})
        self.next = {}
        for word in rng.sample(self.surnames, 4000) + rng.sample(self.cities, 4000) + rng.sample(self.given, 1000):
            word = "^^" + word.lower() + "$"
            for i in range(2, len(word)):
                self.next.setdefault(word[i - 2:i], []).append(word[i])
        self.small = Counter(f.lower() for s in sentences for f in s.forms if f.islower())
        self.capital = Counter(f.lower() for s in sentences for f in s.forms if f[:1].isupper())

    def word(self):
        """A word whose letters follow each other as in names of people and cities."""
        while True:
            word = "^^"
            while word[-1] != "$" and len(word) < 13:
                word += self.rng.choice(self.next[word[-2:]])
            if word[-1] == "$" and 5 <= len(word) and word[2].isalpha():
                return word[2:-1].capitalize()

    def part(self, form, kind, is_first_of_many):
        """What stands for a word of a name; the same word if it is also an ordinary one."""
        if kind == "organization" and form.isupper() and form.isalpha() and 2 <= len(form) <= 5:
            return "".join(self.rng.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in form)
        low = form.lower()
        if not (form[:1].isupper() and form.isalpha() and len(form) > 1) or 3 * self.small[low] > self.capital[low]:
            return form
        known = {"person": (0.5, self.given if is_first_of_many else self.surnames), "organization": (0.15, self.surnames),
                 "place": (0.3, self.cities)}[kind]
        word = self.rng.choice(known[1]) if self.rng.random() < known[0] else self.word()
        return word.upper() if form.isupper() and len(form) > 2 else word

    def swapped(self, s, share=0.6):
        """The sentence with that share of its names swapped, or None if it has none."""
        labels = [m.bit_length() - 1 if m & (m - 1) == 0 else 0 for m in s.names]
        forms, change = list(s.forms), False
        for i, label in enumerate(labels):
            begins = label % 2 == 1
            if begins:
                change = self.rng.random() < share
            if label and change and KINDS[(label - 1) // 2] in KINDS[:3]:
                many = begins and i + 1 < len(labels) and labels[i + 1] == label + 1
                forms[i] = self.part(forms[i], KINDS[(label - 1) // 2], many)
        return Sentence(forms, None, s.names, s.inner) if forms != s.forms else None


# ---- the head ----

class NameHead(nn.Module):
    """Scores of labels (src/syntax/network.h), and the linear-chain CRF over them."""

    def __init__(self, width, linear, hidden, context, dropout=0.3):
        super().__init__()
        self.states, self.dropout = linear.in_features, dropout
        self.hidden, self.window = nn.Linear(width, hidden), nn.Linear(3 * hidden, context)
        self.output = nn.Linear(self.states + context, linear.out_features)
        with torch.no_grad():
            self.output.weight[:, :self.states] = linear.weight
            self.output.weight[:, self.states:] *= 0.1
            self.output.bias.copy_(linear.bias)
        self.steps, self.start = nn.Parameter(torch.zeros(LABELS, LABELS)), nn.Parameter(torch.zeros(LABELS))
        follows = torch.tensor([[label == 0 or label % 2 == 1 or before in (label, label - 1) for label in range(LABELS)]
                                for before in range(LABELS)])
        self.register_buffer("forbidden", torch.where(follows, 0.0, FORBIDDEN))

    def drop(self, x, share=1.0):
        return F.dropout(x, self.dropout * share, self.training)

    def forward(self, x):
        hidden = self.drop(F.relu(self.hidden(self.drop(x))), 0.5)
        around = F.pad(hidden, (0, 0, 1, 1))
        context = F.relu(self.window(torch.cat([around[:, :-2], around[:, 1:-1], around[:, 2:]], -1)))
        return self.output(torch.cat([self.drop(x[..., -self.states:]), self.drop(context)], -1))

    def chain(self):
        return self.steps + self.forbidden, self.start + self.forbidden[0]

    def log_sum(self, scores):
        """log of the sum of exp(score) over the sequences of each sentence."""
        steps, start = self.chain()
        forward = start + scores[:, 0]
        for t in range(1, scores.shape[1]):
            forward = torch.logsumexp(forward.unsqueeze(2) + steps, 1) + scores[:, t]
        return torch.logsumexp(forward, 1)

    def loss(self, x, names, inner, weights):
        """-log P(labels within the sets), for a word; `weights`: of each sentence."""
        scores = self(x)
        outer = scores[..., :LABELS]
        every, allowed = self.log_sum(torch.cat([outer, outer.masked_fill(~names, FORBIDDEN)])).chunk(2)
        places = scores[..., LABELS:]
        within = torch.logsumexp(places, -1) - torch.logsumexp(places.masked_fill(~inner, FORBIDDEN), -1)
        return ((every - allowed + 0.3 * within.sum(1)) * weights).sum() / x[..., 0].numel()

    def best(self, scores):
        steps, start = (x.detach().numpy() for x in self.chain())
        best, back = start + scores[0], []
        for row in scores[1:]:
            step = best[:, None] + steps
            back.append(step.argmax(0))
            best = step.max(0) + row
        labels = [int(best.argmax())]
        for pointers in reversed(back):
            labels.append(int(pointers[labels[-1]]))
        return labels[::-1]


def sets_of(masks, count):
    return (torch.tensor(masks).unsqueeze(-1) >> torch.arange(count)) & 1 == 1


class Example:
    """A sentence, its weight in the loss, and whether somebody marked its names."""

    def __init__(self, sentence, weight, is_marked):
        self.sentence, self.weight, self.is_marked = sentence, weight, is_marked
        self.names = sentence.names  # with those that were marked on the way


def mark(linear, examples, vectors, sure, vote):
    """Takes the names that the linear head is sure of for known, where none are marked; and words of which it is not, for
    anything that they may be. A name that is of another kind in most of its places is not sure."""
    found, kinds = [], defaultdict(Counter)
    for e, x in zip(examples, vectors):
        if e.is_marked:
            continue
        with torch.no_grad():
            p = linear(x[:, -linear.in_features:].float())[:, :LABELS].log_softmax(-1).numpy()
        allowed = np.array([[m >> k & 1 for k in range(LABELS)] for m in e.sentence.names], bool)
        labels = train_syntax.decode(np.where(allowed, p, -1e6))
        chosen = np.exp(p[range(len(labels)), labels])
        spans = train_syntax.spans_of(labels)
        found.append((e, np.exp(p[:, 0]), labels, chosen, spans))
        for begin, end, kind in spans:
            kinds[" ".join(e.sentence.forms[begin:end]).lower()][kind] += chosen[begin:end].min()
    for e, outside, labels, chosen, spans in found:
        s = e.sentence
        e.names = [1 << label if c > sure else m for label, c, m in zip(labels, chosen, s.names)]
        for begin, end, kind in spans:
            votes = kinds[" ".join(s.forms[begin:end]).lower()]
            if chosen[begin:end].min() <= sure or votes[kind] < vote * sum(votes.values()):
                e.names[begin:end] = s.names[begin:end]
        for i, word in enumerate(s.tree or ()):
            if word[0] == "PROPN" and labels[i] == 0 and outside[i] < 0.95:
                e.names[i] = s.names[i]


def scores_of(head, vectors):
    head.eval()
    with torch.no_grad():
        scores = [head(x.float().unsqueeze(0))[0, :, :LABELS].numpy() for x in vectors]
    head.train()
    return scores


def score(head, scores, gold, outside=0.0):
    """Strict precision, recall, F1 over persons, organisations and places."""
    right = predicted = total = 0
    raised = outside * (np.arange(LABELS) == 0)
    for rows, names in zip(scores, gold):
        found = {n for n in train_syntax.spans_of(head.best(rows + raised)) if n[2] in KINDS[:3]}
        right, predicted, total = right + len(found & names), predicted + len(found), total + len(names)
    return [round(100 * x, 2) for x in (right / max(1, predicted), right / total, 2 * right / max(1, predicted + total))]


def train(head, examples, vectors, dev, args, rng):
    """`dev`: {name: (vectors, gold names)}."""
    optimizer = torch.optim.Adam(head.parameters(), lr=args.rate, betas=(0.9, 0.95))
    lengths = [len(e.names) for e in examples]
    steps, step = args.epochs * len(groups_of(lengths, args.batch, rng)), 0
    average = {k: v.detach().clone() for k, v in head.state_dict().items()}
    for epoch in range(args.epochs):
        start, total = time.time(), 0.0
        for group in groups_of(lengths, args.batch, rng):
            for g in optimizer.param_groups:
                g["lr"] = args.rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps)
            chosen = [examples[i] for i in group]
            loss = head.loss(torch.stack([vectors[i] for i in group]).float(),
                             torch.stack([sets_of(e.names, LABELS) for e in chosen]),
                             torch.stack([sets_of(e.sentence.inner, train_syntax.INNER_LABELS) for e in chosen]),
                             torch.tensor([e.weight for e in chosen]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 5.0)
            optimizer.step()
            step += 1
            total += float(loss) * len(group) * lengths[group[0]]
            decay = min(0.998, (step + 1) / (step + 20))
            for k, v in head.state_dict().items():
                average[k].mul_(decay).add_(v.detach(), alpha=1 - decay)
        print(f"epoch {epoch + 1}: loss {total / sum(lengths):.4f}, {time.time() - start:.0f} s", flush=True)
        last = {k: v.clone() for k, v in head.state_dict().items()}
        head.load_state_dict(average)
        if epoch % 3 == 2 or epoch + 1 == args.epochs:
            for name, (of_dev, gold) in dev.items():
                print(f"  {name}: names P, R, F1 {score(head, scores_of(head, of_dev), gold)}", flush=True)
        if epoch + 1 < args.epochs:
            head.load_state_dict(last)


def tune_outside(head, dev):
    """Raises the score of the label outside to where F1 is best: names that the head marked itself make it too eager."""
    scores = scores_of(head, dev[0])
    best = max((0, 0.5, 1, 1.5), key=lambda step: score(head, scores, dev[1], step)[2])
    with torch.no_grad():
        head.output.bias[0] += best
    return best


# ---- model file (docs/model-format.md) ----

def write_model(path, head, width):
    """Puts the head in the place of the one that is there; every other section stays as it is."""
    p = {k: v.detach().double().numpy() for k, v in head.state_dict().items()}
    is_kept = lambda name: name.startswith("names.linear.") or not name.startswith("names.")
    sections = [(name, bytes(data)) for name, data in read_sections(path, "syntax").items() if is_kept(name)]
    hidden, context, states = len(p["hidden.bias"]), len(p["window.bias"]), head.states
    inputs = {"word": slice(0, width), "first": slice(width, width + states), "second": slice(width + states, width + 2 * states)}
    sections.append(("names.sizes", np.array([hidden, context], np.uint32).tobytes()))
    for name, part in inputs.items():
        bias = p["hidden.bias"] * (name == "word")
        sections += matrix_sections("names." + name, p["hidden.weight"][:, part], bias)
    sections += matrix_sections("names.window", p["window.weight"], p["window.bias"])
    sections += matrix_sections("names", p["output.weight"][:, :states], p["output.bias"])
    sections += matrix_sections("names.context", p["output.weight"][:, states:], 0 * p["output.bias"])
    chain = np.concatenate([p["steps"], p["start"][None]])
    sections.append(("names.chain", np.clip(np.rint(chain / SCORE_UNIT), -1e6, 1e6).astype(np.int32).tobytes()))
    write_sections(path, "syntax", train_syntax.VERSION, sections)


def examples_of(known, unmarked, args, rng):
    inventor = Inventor(known + unmarked, rng)
    examples = [Example(s, 1.0, True) for s in known]
    for _ in range(args.swaps):
        examples += [Example(s, args.swap_weight, True) for s in map(inventor.swapped, known) if s]
    examples += [Example(s, 0.5, True) for s in train_syntax.recased_sample(known, rng)]
    unmarked = [with_edges(s) for s in unmarked]
    return examples + [Example(s, args.unmarked_weight, False) for s in unmarked + train_syntax.recased_sample(unmarked, rng)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hearsay", required=True, help="the command that reads texts")
    parser.add_argument("--data", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--news-words", type=int, default=100000)
    parser.add_argument("--swaps", type=int, default=2, help="times that marked text is read with other names")
    parser.add_argument("--swap-weight", type=float, default=0.3)
    parser.add_argument("--vote", type=float, default=0.8, help="share of its places in which a sure name is of its kind")
    parser.add_argument("--unmarked-weight", type=float, default=0.15)
    parser.add_argument("--sure", type=float, default=0.85, help="probability from which an own mark counts")
    parser.add_argument("--hidden", type=int, default=64)
    parser.add_argument("--context", type=int, default=64)
    parser.add_argument("--batch", type=int, default=3000, help="words in a batch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    gazetteer = names_data.build_gazetteer()
    known, unmarked, news, dev, gold = train_syntax.read_corpora(args, gazetteer, rng)
    examples = examples_of(pieces(known), pieces(unmarked + news), args, rng)
    encoder = Encoder(args.model, gazetteer)
    vectors = encoder.read([e.sentence.forms for e in examples])
    dev = {name: (encoder.read([s.forms for s in part]), gold[name]) for name, part in dev.items()}
    print(f"{len(examples)} sentences, {sum(len(e.names) for e in examples)} words", flush=True)
    mark(encoder.linear, examples, vectors, args.sure, args.vote)
    head = NameHead(vectors[0].shape[1], encoder.linear, args.hidden, args.context)
    train(head, examples, vectors, dev, args, rng)
    print(f"outside + {tune_outside(head, dev['ewt-dev'])}")
    for name, (of_dev, names) in dev.items():
        print(f"{name}: names P, R, F1 {score(head, scores_of(head, of_dev), names)}", flush=True)
    write_model(args.model, head, encoder.width)


if __name__ == "__main__":
    main()
