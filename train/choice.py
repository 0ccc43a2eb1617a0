"""Fits the model that chooses whom a phrase means that names nobody, or a participant that is left out, and writes data/actors/choice.tsv.

usage: choice.py --program ../build/src/resolve/resolve_gold KEY.jsonl ... [--out FILE] [--folds N] [--rounds N] [--l2 X]
KEY: coded texts that may be learnt from (check_coding.py --jsonl). The model is a conditional logit: a candidate's score is the
sum of the weights of its features within the contexts of what is sought. What is chosen for one participant is a feature of
the next ones; so that training sees the mistakes that reading makes, every document's choices are made by a model fitted
on the other folds. Prints how often the choice is right on documents left out, beside the rules alone.
"""
import argparse
import collections
import json
import pathlib
import random
import shutil
import subprocess
import tempfile

import numpy as np
import torch


RULES = ("pronoun", "speaker", "mutual", "pair", "state", "repeated", "body", "unnamed", "name", "leader", "beside", "kind-beside",
         "behind", "office", "told", "bound", "around", "title", "missing", "soil")


def choices_of(line):
    """(document, its candidates' features in their contexts, index of the right one, index of the rule's, kind); None if none can be right."""
    choice = json.loads(line)
    right = [n for n, c in enumerate(choice["candidates"]) if c["countries"] == choice["countries"]]
    if not right:
        return None
    rows = [[(f, c) for f in candidate["features"] for c in choice["contexts"]] for candidate in choice["candidates"]]
    rule = next((n for n, c in enumerate(choice["candidates"]) if any(f.startswith("rule:") for f in c["features"])), -1)
    return choice["document"], rows, right[0], rule, choice["contexts"][1]


class Reader:
    """Has the program read the key with given weights, and gives its choices."""

    def __init__(self, program, data, keys):
        self.program, self.folder = program, tempfile.TemporaryDirectory()
        self.data = pathlib.Path(self.folder.name) / "data"
        shutil.copytree(data, self.data)
        self.lines = [line for key in keys for line in open(key, encoding="utf-8") if line.strip()]
        self.documents = [json.loads(line)["id"] for line in self.lines]

    def read(self, weights, documents):
        write(self.data / "actors/choice.tsv", weights, "")
        key = pathlib.Path(self.folder.name) / "key.jsonl"
        key.write_text("".join(line for line, d in zip(self.lines, self.documents) if d in documents), encoding="utf-8")
        answer = subprocess.run([self.program, self.data, key, "--choices"], capture_output=True, text=True, check=True).stdout
        found = [choices_of(line) for line in answer.splitlines()]
        return [c for c in found if c], sum(c is None for c in found)


def index_features(choices, least_times):
    counts = collections.Counter(feature for choice in choices for row in choice[1] for feature in set(row))
    kept = sorted(f for f, n in counts.items() if n >= least_times)
    return {feature: n for n, feature in enumerate(kept)}


class Batch:
    """All choices as one sparse matrix, candidates below one another."""

    def __init__(self, choices, index):
        columns, rows, self.starts, right, n = [], [], [0], [], 0
        for _, candidates, chosen, _, _ in choices:
            right.append(n + chosen)
            for features in candidates:
                known = [index[f] for f in features if f in index]
                columns += known
                rows += [n] * len(known)
                n += 1
            self.starts.append(n)
        self.matrix = torch.sparse_coo_tensor(np.array([rows, columns]), torch.ones(len(rows)), (n, len(index))).coalesce()
        self.group = torch.tensor(np.repeat(np.arange(len(choices)), np.diff(self.starts)))
        self.right = torch.tensor(right)
        self.count = len(choices)

    def log_probabilities(self, weights):
        scores = torch.sparse.mm(self.matrix, weights[:, None])[:, 0]
        most = torch.full((self.count,), -1e9).scatter_reduce(0, self.group, scores.detach(), "amax")
        total = torch.zeros(self.count).index_add(0, self.group, torch.exp(scores - most[self.group]))
        return scores - most[self.group] - torch.log(total)[self.group]

    def best(self, weights):
        values = self.log_probabilities(weights).numpy()
        return [int(np.argmax(values[a:b])) for a, b in zip(self.starts, self.starts[1:])]


def fit(choices, l2, least_times=4):
    """Weights by feature, by L-BFGS with an L2 penalty."""
    index = index_features(choices, least_times)
    batch = Batch(choices, index)
    weights = torch.zeros(len(index), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=150, history_size=20, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        value = -batch.log_probabilities(weights)[batch.right].sum() + l2 * (weights ** 2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return index, weights.detach()


def named(index, weights, least=0.0):
    return {feature: float(w) for feature, w in zip(index, weights) if abs(w) >= least}


def report(pairs):
    """pairs: (choice, index chosen)."""
    kinds, right, by_rule = collections.Counter(), collections.Counter(), collections.Counter()
    for choice, best in pairs:
        for kind in ("all", "in " + choice[0].split("-")[0], choice[4].split(".")[0]):
            kinds[kind] += 1
            right[kind] += best == choice[2]
            by_rule[kind] += choice[3] == choice[2]
    for kind, n in kinds.most_common(25):
        print(f"{kind:16} {n:6} right {right[kind] / n:.3f}, by rule {by_rule[kind] / n:.3f}")


def cross_fit(reader, options):
    """Choices of every document as a model makes them that has not seen it; prints how often they are right."""
    folds = [set(reader.documents[n::options.folds]) for n in range(options.folds)]
    choices, lost = reader.read({(f"rule:{rule}", "*"): 1.0 for rule in RULES}, set(reader.documents))
    print(f"{len(choices)} choices, {lost} more whose answer the text does not name")
    for _ in range(options.rounds):
        remade, pairs = [], []
        for fold in folds:
            index, weights = fit([c for c in choices if c[0] not in fold], options.l2)
            held, _ = reader.read(named(index, weights, options.least), fold)
            pairs += zip(held, Batch(held, index).best(weights))
            remade += held
        report(pairs)
        choices = remade
    return choices


def write(path, weights, note):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# What speaks for somebody whom a text names to be the one that a phrase means which names nobody, or that is left out:\n"
                  "# the weight of each feature (src/resolve/candidate_features.cpp) in the context of what is sought (role, and kind of\n"
                  "# phrase, PLOVER type, act or head noun). Made by train/choice.py from the coded texts that the coder is trained on.\n"
                  f"# {note} Licence: CC0 1.0 (figures only).\nfeature\tcontext\tweight\n")
        for (feature, context), weight in sorted(weights.items()):
            out.write(f"{feature}\t{context}\t{weight:.2f}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keys", nargs="+")
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", default=pathlib.Path(__file__).resolve().parent.parent / "data", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, help="default: choice.tsv among the data")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--l2", type=float, default=4)
    parser.add_argument("--least", type=float, default=0.1, help="weights nearer to 0 are left out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    choices = cross_fit(Reader(options.program, options.data, options.keys), options)
    index, weights = fit(choices, options.l2)
    kept = named(index, weights, options.least)
    write(options.out or options.data / "actors/choice.tsv", kept, f"{len(choices)} choices.")
    print(f"{len(kept)} weights of {len(index)}")


if __name__ == "__main__":
    main()
