#!/usr/bin/env python3
"""Fit the network that finds cues and their roles, and write it as a model file.

usage: train_roles.py --examples FILE --output FILE [--dev FILE] [--epochs N] [--seed N]

The examples are written by `hearsay train --only attribution`; see src/train/network_examples.h for what they hold and
src/attribution/roles_network.h for the network. Every HELD_OUT-th article is left out: the confidence is fitted on them, and
they tell how good the network is. Needs PyTorch and xxhash (Debian: python3-torch, python3-xxhash, libopenblas0-pthread).
"""
import argparse
import math
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from model_file import floats, hash_table, matrix_sections, quantized_table, read_sections, write_sections

HELD_OUT = 12
CUE_LABELS, ROLE_LABELS, JOINT_LABELS = 3, 5, 7
NEVER = -1e4
GOLD, OVERLAPPING, WRONG = 0, 1, 2
SCORE_UNIT = 1 / 4096
AVERAGE_EVERY = 10


# ---- examples ----

class Examples:
    def __init__(self, path):
        s = read_sections(path, "examples")
        of = lambda name, kind, *shape: np.frombuffer(s[name], kind).reshape(-1, *shape) if shape else np.frombuffer(s[name], kind)
        self.articles, self.paragraphs, self.stretches = (of(n, np.uint32).astype(np.int64) for n in ("articles", "paragraphs", "stretches"))
        self.cue, self.joint = of("token.cue", np.uint8).astype(np.int64), of("token.role", np.uint8).astype(np.int64)
        n = len(self.cue)
        self.token_keys = np.frombuffer(s["token.keys"], np.uint64).reshape(n, -1)
        self.linear = of("token.scores", np.int32, CUE_LABELS).astype(np.float32) * SCORE_UNIT
        self.cues = of("cues", np.uint32, 7).astype(np.int64)
        self.role_labels = of("role.labels", np.uint8).astype(np.int64)
        self.role_keys = np.frombuffer(s["role.keys"], np.uint64).reshape(len(self.role_labels), -1)

    def part(self, starts, article):
        """Starts, with the end, of what lies in the article: paragraphs or stretches."""
        begin, end = self.articles[article], self.articles[article + 1]
        return starts[np.searchsorted(starts, begin):np.searchsorted(starts, end) + 1]


class Vocabulary:
    """Rows of keys that occur often enough; row 0 stands for all others and stays zero."""

    def __init__(self, keys, used, min_count):
        kept = []
        for column in range(keys.shape[1]):
            found, counts = np.unique(keys[used, column], return_counts=True)
            kept.append(found[counts >= min_count])
        self.keys = np.unique(np.concatenate(kept))

    def rows(self, keys):
        at = np.searchsorted(self.keys, keys)
        at[at == len(self.keys)] = 0
        return np.where(self.keys[at] == keys, at + 1, 0).astype(np.int64)


class Batch:
    """Some articles: tokens in one row of rows, and how stretches, paragraphs and windows lie in it."""

    def __init__(self, examples, articles, cue_of_article, kinds):
        tokens, self.stretches, self.paragraphs, windows = [], [], [], []
        first = 0
        for a in articles:
            begin, end = examples.articles[a], examples.articles[a + 1]
            shift = first - begin
            tokens.append(np.arange(begin, end))
            for starts, out in ((examples.stretches, self.stretches), (examples.paragraphs, self.paragraphs)):
                marks = examples.part(starts, a) + shift
                out += list(zip(marks[:-1], marks[1:]))
            for c in cue_of_article[a]:
                if examples.cues[c, 6] in kinds:
                    windows.append((c, shift))
            first += end - begin
        self.tokens = np.concatenate(tokens)
        self.size = first
        self.windows = sorted(windows, key=lambda w: examples.cues[w[0], 3] - examples.cues[w[0], 4])


def padded(ranges):
    """(positions [range, longest], mask, lengths) of half-open ranges; padding points to 0."""
    lengths = np.array([e - b for b, e in ranges])
    offset = np.arange(lengths.max())
    mask = offset[None, :] < lengths[:, None]
    positions = np.where(mask, np.array([b for b, _ in ranges])[:, None] + offset, 0)
    return torch.from_numpy(positions), torch.from_numpy(mask), torch.from_numpy(lengths)


def grouped(ranges, groups):
    """Ranges in a few groups of like length: (positions, the same from the end, mask), all padded."""
    out = []
    for part in np.array_split(sorted(ranges, key=lambda r: r[0] - r[1]), groups):
        if len(part) == 0:
            continue
        positions, mask, lengths = padded(part)
        ends = torch.from_numpy(part[:, 1]).unsqueeze(1)
        out.append((positions, torch.where(mask, ends - 1 - torch.arange(positions.shape[1]), 0), mask))
    return out


def batches(examples, articles, words, rng=None):
    order = list(articles)
    if rng:
        rng.shuffle(order)
    out, group, size = [], [], 0
    for a in order:
        group.append(a)
        size += examples.articles[a + 1] - examples.articles[a]
        if size >= words:
            out.append(group)
            group, size = [], 0
    return out + ([group] if group else [])


# ---- linear chains ----

def may_follow(labels):
    """[before][after]: 0 or NEVER; see src/attribution/crf.h."""
    allowed = lambda x, y: y == 0 or y % 2 == 1 or x == y or x == y - 1
    return torch.tensor([[0.0 if allowed(x, y) else NEVER for y in range(labels)] for x in range(labels)])


class Chain(nn.Module):
    """Transitions of a linear-chain conditional random field."""

    def __init__(self, labels):
        super().__init__()
        self.step, self.start = nn.Parameter(torch.zeros(labels, labels)), nn.Parameter(torch.zeros(labels))
        self.register_buffer("allowed", may_follow(labels))

    def loss(self, scores, gold, mask):
        """Negative log-likelihood, summed. scores [sequence, token, label]; the mask is a prefix of each row."""
        step, start = self.step + self.allowed, self.start + self.allowed[0]
        picked = (scores.gather(2, gold.unsqueeze(2)).squeeze(2) * mask).sum()
        moved = step[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]
        columns = scores.unbind(1)
        alpha, total = start + columns[0], 0
        for column, alive in zip(columns[1:], mask.sum(0).tolist()[1:]):  # the longest sequences come first
            if alive < len(alpha):
                alpha, ended = alpha.split([alive, len(alpha) - alive])
                total = total + torch.logsumexp(ended, 1).sum()
            alpha = torch.logsumexp(alpha.unsqueeze(2) + step, 1) + column[:alive]
        return total + torch.logsumexp(alpha, 1).sum() - picked - moved.sum() - start[gold[:, 0]].sum()

    def decode(self, scores, mask, step=None, start=None):
        step = (self.step if step is None else step) + self.allowed
        best = (self.start if start is None else start) + self.allowed[0] + scores[:, 0]
        back = []
        for t in range(1, scores.shape[1]):
            top, source = (best.unsqueeze(2) + step).max(1)
            live = mask[:, t:t + 1]
            back.append(torch.where(live, source, torch.arange(step.shape[0]).expand_as(source)))
            best = torch.where(live, top + scores[:, t], best)
        labels = [best.argmax(1)]
        for source in reversed(back):
            labels.append(source.gather(1, labels[-1].unsqueeze(1)).squeeze(1))
        return torch.stack(labels[::-1], 1)


# ---- network ----

class Lstm(nn.Module):
    """A bidirectional layer. Padded rather than packed: PyTorch's packed sequences take quadratic time to go back through."""

    def __init__(self, width, hidden):
        super().__init__()
        self.f, self.b = (nn.LSTM(width, hidden, batch_first=True) for _ in range(2))

    def forward(self, x, groups):
        """x [token, width] -> [token, 2 hidden]. Groups: ranges of tokens of like length, see grouped()."""
        out = []
        for positions, mirrored, mask in groups:
            forward, backward = self.f(x[positions])[0], self.b(x[mirrored])[0]
            out.append((forward[mask], backward[mask]))
        order = torch.cat([torch.cat([g[k][g[2]] for g in groups]).argsort().unsqueeze(0) for k in (0, 1)])
        return torch.cat([torch.cat([half[k] for half in out])[order[k]] for k in (0, 1)], 1)


class Network(nn.Module):
    def __init__(self, token_rows, role_rows, width, hidden, role_width, role_hidden, dropout):
        super().__init__()
        self.dropout = dropout
        self.tokens = nn.EmbeddingBag(token_rows + 1, width, mode="sum", padding_idx=0, sparse=True)
        self.relations = nn.EmbeddingBag(role_rows + 1, role_width, mode="sum", padding_idx=0, sparse=True)
        for table in (self.tokens, self.relations):
            nn.init.normal_(table.weight, 0, 0.1)
            with torch.no_grad():
                table.weight[0] = 0
        self.norm = nn.LayerNorm(width)
        self.lstm1, self.lstm2 = Lstm(width, hidden), Lstm(2 * hidden, hidden)
        self.cue_head, self.joint_head = nn.Linear(2 * hidden, CUE_LABELS), nn.Linear(2 * hidden, JOINT_LABELS)
        self.of_token, self.of_cue = nn.Linear(2 * hidden, role_width), nn.Linear(2 * hidden, role_width, bias=False)
        self.role_lstm = Lstm(role_width, role_hidden)
        self.role_head = nn.Linear(2 * role_hidden, ROLE_LABELS + 1)  # and whether it is a cue at all
        self.cue_chain, self.role_chain = Chain(CUE_LABELS), Chain(ROLE_LABELS)

    def drop(self, x):
        return F.dropout(x, self.dropout, self.training)

    def look_up(self, table, rows):
        if self.training:
            rows = rows.masked_fill(torch.rand(rows.shape) < 0.15, 0)
        return table(rows)

    def encode(self, rows, stretches):
        groups = grouped(stretches, 3)
        x = self.drop(self.norm(self.look_up(self.tokens, rows)))
        return self.drop(self.lstm2(self.drop(self.lstm1(x, groups)), groups))

    def roles(self, states, rows, cue_heads, windows):
        """Scores of labels [window, token, label], and whether each is a cue. Windows index the states, rows are theirs in turn."""
        lengths = np.array([e - b for b, e in windows])
        ends = np.cumsum(lengths)
        state_of = torch.from_numpy(np.concatenate([np.arange(b, e) for b, e in windows]))
        window_of = torch.from_numpy(np.repeat(np.arange(len(windows)), lengths))
        x = self.of_token(states)[state_of] + self.look_up(self.relations, rows) + self.of_cue(states[cue_heads])[window_of]
        x = self.drop(self.role_lstm(self.drop(F.relu(x)), grouped(list(zip(ends - lengths, ends)), 4)))
        scores = self.role_head(x)
        positions, mask, _ = padded(list(zip(ends - lengths, ends)))
        at_cue = torch.from_numpy(ends - lengths - np.array([b for b, _ in windows])) + cue_heads
        return scores[:, :ROLE_LABELS][positions], scores[at_cue, ROLE_LABELS], mask


class Task:
    """Examples with their rows, cut into batches."""

    def __init__(self, examples, token_vocabulary, role_vocabulary):
        self.x = examples
        self.token_rows = token_vocabulary.rows(examples.token_keys)
        self.role_rows = role_vocabulary.rows(examples.role_keys)
        article_of = np.searchsorted(examples.articles, examples.cues[:, 0], side="right") - 1
        self.cue_of_article = [np.flatnonzero(article_of == a) for a in range(len(examples.articles) - 1)]

    def states(self, network, batch):
        return network.encode(torch.from_numpy(self.token_rows[batch.tokens]), batch.stretches)

    def role_scores(self, network, states, batch):
        cues = self.x.cues[[c for c, _ in batch.windows]]
        shift = np.array([s for _, s in batch.windows])
        windows = list(zip(cues[:, 3] + shift, cues[:, 4] + shift))
        flat = np.concatenate([np.arange(c[5], c[5] + c[4] - c[3]) for c in cues])
        heads = torch.from_numpy(cues[:, 2] + shift)
        scores, is_cue, mask = network.roles(states, torch.from_numpy(self.role_rows[flat]), heads, windows)
        offset = torch.arange(scores.shape[1]).unsqueeze(0)
        first, last = (torch.from_numpy(cues[:, k] - cues[:, 3]).unsqueeze(1) for k in (0, 1))
        in_cue = (offset >= first) & (offset < last)
        never = torch.tensor([0.0] + [NEVER] * (ROLE_LABELS - 1))
        scores = torch.where(in_cue.unsqueeze(2), never.expand_as(scores), scores)
        gold = torch.zeros(mask.shape, dtype=torch.long)
        gold[mask] = torch.from_numpy(self.x.role_labels[flat])
        return scores, is_cue, mask, gold, torch.from_numpy(cues[:, 6])

    def paragraphs(self, batch, values):
        ranges = sorted(batch.paragraphs, key=lambda r: r[0] - r[1])
        positions, mask, _ = padded(ranges)
        return [v[positions] for v in values], mask

    def loss(self, network, batch):
        states = self.states(network, batch)
        cue, joint = torch.from_numpy(self.x.cue[batch.tokens]), torch.from_numpy(self.x.joint[batch.tokens])
        (scores, gold), mask = self.paragraphs(batch, [network.cue_head(states), cue])
        cue_loss = network.cue_chain.loss(scores, gold, mask)
        joint_loss = F.cross_entropy(network.joint_head(states), joint, reduction="sum")
        scores, is_cue, mask, gold, kind = self.role_scores(network, states, batch)
        right = kind != WRONG  # sorted by length, and stays so
        role_loss = network.role_chain.loss(scores[right], gold[right], mask[right])
        check_loss = F.binary_cross_entropy_with_logits(is_cue, right.float(), reduction="sum")
        return torch.stack([cue_loss, 0.3 * joint_loss, role_loss, 0.5 * check_loss]) / batch.size

    def evaluate(self, network, articles):
        """F1 of cues (network; averaged with the linear tagger), relaxed and strict rate of roles given the cue, accuracy of the check."""
        network.eval()
        tally = np.zeros((2, 3))
        roles, checks = np.zeros(3), []
        with torch.no_grad():
            for group in batches(self.x, articles, 4000):
                batch = Batch(self.x, group, self.cue_of_article, (GOLD, WRONG))
                states = self.states(network, batch)
                gold = torch.from_numpy(self.x.cue[batch.tokens])
                linear = torch.from_numpy(self.x.linear[batch.tokens])
                scores = network.cue_head(states)
                (scores, linear, gold), mask = self.paragraphs(batch, [scores, linear, gold])
                bias = torch.tensor([0.0, 0.5, 0.0])
                for k, mixed in enumerate((scores + bias, (scores + linear) / 2 + bias)):
                    tally[k] += span_counts(network.cue_chain.decode(mixed, mask), gold, mask)
                scores, is_cue, mask, gold, kind = self.role_scores(network, states, batch)
                checks.append((is_cue.numpy(), (kind == GOLD).numpy()))
                right = kind == GOLD
                roles += role_counts(network.role_chain.decode(scores, mask)[right], gold[right], mask[right])
        network.train()
        is_cue, truth = (np.concatenate(c) for c in zip(*checks))
        f1 = lambda t: round(200 * t[0] / (t[1] + t[2]), 2)
        return {"cue": f1(tally[0]), "averaged": f1(tally[1]), "relaxed": round(100 * roles[0] / roles[2], 2),
                "strict": round(100 * roles[1] / roles[2], 2), "check": round(100 * float(((is_cue > 0) == truth).mean()), 2)}


def spans(labels, begins):
    """[(first, last)] of one sequence."""
    out, open_at = [], None
    for i, y in enumerate(labels + [0]):
        if open_at is not None and y != begins + 1:
            out.append((open_at, i))
            open_at = None
        if y == begins:
            open_at = i
    return out


def span_counts(labels, gold, mask):
    hit = found = right = 0
    for row, gold_row, n in zip(labels.tolist(), gold.tolist(), mask.sum(1).tolist()):
        a, b = set(spans(row[:n], 1)), set(spans(gold_row[:n], 1))
        hit, found, right = hit + len(a & b), found + len(a), right + len(b)
    return np.array([hit, found, right])


def role_counts(labels, gold, mask):
    source = lambda y: (y == 1) | (y == 2)
    content = lambda y: y >= 3
    both = ((source(labels) & source(gold) & mask).sum(1) > 0) | ~((source(labels) | source(gold)) & mask).any(1)
    shared = (content(labels) & content(gold) & mask).sum(1)
    total = (content(labels) & mask).sum(1) + (content(gold) & mask).sum(1)
    relaxed = both & (4 * shared >= total)
    kind = lambda y: (y + 1) // 2
    strict = ((kind(labels) == kind(gold)) | ~mask).all(1)
    return np.array([int(relaxed.sum()), int(strict.sum()), len(labels)])


def train(network, task, articles, checks, args, write):
    rng = random.Random(args.seed)
    tables = [network.tokens.weight, network.relations.weight]
    others = [p for p in network.parameters() if all(p is not t for t in tables)]
    optimizers = [torch.optim.SparseAdam(tables, lr=args.rate, betas=(0.9, 0.98)),
                  torch.optim.Adam(others, lr=args.rate, betas=(0.9, 0.98))]
    steps = args.epochs * len(batches(task.x, articles, args.batch))
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    step = 0
    for epoch in range(args.epochs):
        start, losses = time.time(), []
        for group in batches(task.x, articles, args.batch, rng):
            rate = args.rate * min(1, (step + 1) / 200) * (0.02 + 0.49 * (1 + math.cos(math.pi * step / steps)))
            for optimizer in optimizers:
                optimizer.param_groups[0]["lr"] = rate
            parts = task.loss(network, Batch(task.x, group, task.cue_of_article, (GOLD, OVERLAPPING, WRONG)))
            network.zero_grad(set_to_none=True)
            parts.sum().backward()
            nn.utils.clip_grad_norm_(others, 5.0)
            for optimizer in optimizers:
                optimizer.step()
            step += 1
            losses.append(parts.detach().numpy())
            if step == 20 or args.verbose and step % 50 == 0:
                print(f"  step {step} of {steps}: {np.mean(losses[-50:], 0).round(4)}, {time.time() - start:.0f} s", flush=True)
            if step % AVERAGE_EVERY == 0:  # of weights, over about the last 500 steps
                decay = min(0.98, step / (step + 20 * AVERAGE_EVERY))
                for k, v in network.state_dict().items():
                    average[k].mul_(decay).add_(v, alpha=1 - decay)
        print(f"epoch {epoch + 1}: loss {np.mean(losses, 0).round(4)}, {time.time() - start:.0f} s", flush=True)
        if epoch % 2 == 1 or epoch + 1 == args.epochs:
            last = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(average)
            for name, (part, which) in checks.items():
                print(f"  {name}: {part.evaluate(network, which)}", flush=True)
            write()
            if epoch + 1 < args.epochs:
                network.load_state_dict(last)


# ---- model file ----

def write_model(path, network, token_vocabulary, role_vocabulary):
    p = {k: v.detach().double().numpy() for k, v in network.state_dict().items()}
    sections = [("sizes", np.array([network.lstm1.f.input_size, network.lstm1.f.hidden_size, network.role_lstm.f.input_size,
                                    network.role_lstm.f.hidden_size], np.uint32).tobytes())]
    units = []
    for name, table, vocabulary in (("tokens", "tokens.weight", token_vocabulary), ("relations", "relations.weight", role_vocabulary)):
        slots, rows = hash_table([(int(key), row) for row, key in enumerate(vocabulary.keys)])
        weights, unit = quantized_table(p[table][1:])
        units.append(unit)
        sections += [(name + ".keys", slots.tobytes()), (name + ".rows", rows.tobytes()), (name + ".w", weights.tobytes())]
    sections += [("units", floats(units)), ("norm.gain", floats(p["norm.weight"])), ("norm.bias", floats(p["norm.bias"]))]
    for layer in ("lstm1", "lstm2", "role_lstm"):
        for half in (layer + ".f", layer + ".b"):
            bias = p[half + ".bias_ih_l0"] + p[half + ".bias_hh_l0"]
            sections += matrix_sections(half + ".in", p[half + ".weight_ih_l0"], bias)
            sections += matrix_sections(half + ".rec", p[half + ".weight_hh_l0"], 0 * bias)
    sections += matrix_sections("cue_head", p["cue_head.weight"], p["cue_head.bias"])
    sections += matrix_sections("of_token", p["of_token.weight"], p["of_token.bias"])
    sections += matrix_sections("of_cue", p["of_cue.weight"], 0 * p["of_token.bias"])
    sections += matrix_sections("role_head", p["role_head.weight"], p["role_head.bias"])
    whole = lambda chain: [np.rint(p[chain + part] / SCORE_UNIT).astype(np.int32).ravel() for part in (".step", ".start")]
    sections += [("chains", np.concatenate(whole("cue_chain") + whole("role_chain")).tobytes())]
    write_sections(path, "roles", 1, sections)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--dev")
    parser.add_argument("--output", required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--role-width", type=int, default=96)
    parser.add_argument("--role-hidden", type=int, default=64)
    parser.add_argument("--dropout", type=float, default=0.35)
    parser.add_argument("--batch", type=int, default=2500, help="words in a batch")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    examples = Examples(args.examples)
    count = len(examples.articles) - 1
    held_out = list(range(0, count, HELD_OUT))
    articles = [a for a in range(count) if a % HELD_OUT != 0]
    article_of = np.repeat(np.arange(count), np.diff(examples.articles))
    token_vocabulary = Vocabulary(examples.token_keys, article_of % HELD_OUT != 0, 8)
    cue_of = np.repeat(np.arange(len(examples.cues)), examples.cues[:, 4] - examples.cues[:, 3])
    role_vocabulary = Vocabulary(examples.role_keys, article_of[examples.cues[cue_of, 0]] % HELD_OUT != 0, 16)
    task = Task(examples, token_vocabulary, role_vocabulary)
    network = Network(len(token_vocabulary.keys), len(role_vocabulary.keys), args.width, args.hidden, args.role_width,
                      args.role_hidden, args.dropout)
    print(f"{len(articles)} articles, {len(examples.cue)} tokens, {len(examples.cues)} cues, {len(token_vocabulary.keys)} and "
          f"{len(role_vocabulary.keys)} keys", flush=True)
    checks = {"held out": (task, held_out)}
    if args.dev:
        dev = Examples(args.dev)
        checks["dev"] = (Task(dev, token_vocabulary, role_vocabulary), list(range(len(dev.articles) - 1)))
    train(network, task, articles, checks, args, lambda: write_model(args.output, network, token_vocabulary, role_vocabulary))


if __name__ == "__main__":
    main()
