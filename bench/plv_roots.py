#!/usr/bin/env python3
"""The right PLOVER root for a marked pair: rows of ../shared/data/plv-dev/PLV_train.tsv, which nothing is trained on.

usage: bench/plv_roots.py [--program build/dragoman] [--model fast] [--errors N]

Every row has a root, so events are asked for down to a probability of .05. Of a sentence's events the one counts that names
most of the pair (source among the actors, target among the recipients), then one that happened, then the likeliest.
PLV has one root YIELD for CONCEDE and RETREAT, and calls a cooperative act that is still ahead AGREE, as PLOVER does.
Prints the share of rows with the right root, macro-F1 over the roots, and each root's F1. No event: wrong.
"""
import argparse
import collections
import csv
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
COOPERATIVE = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"}
AHEAD = {"planned", "possible"}


def root_of(event, types):
    kind = types[event["act"]]
    if kind in COOPERATIVE and event["status"] in AHEAD:
        return "AGREE"
    return {"CONCEDE": "YIELD", "RETREAT": "YIELD", "STAT": "COOPERATE", "STATE": "SUPPORT"}.get(kind, kind)


def names(event, role, begin, end):
    return any(a["role"] == role and a["start"] is not None and a["start"] < end and begin < a["end"] for a in event["args"])


def chosen(events, row):
    """The event that is about the marked pair."""
    text = row["sentence"]
    source, target = text.find(row["source"]), text.find(row["target"])

    def rank(event):
        pair = names(event, "A", source, source + len(row["source"])) + names(event, "R", target, target + len(row["target"]))
        return pair, event["status"] not in AHEAD, event["score"]
    return max(events, key=rank, default=None)


def f1_of(root, pairs):
    hits = sum(g == p == root for g, p in pairs)
    total = sum(g == root for g, _ in pairs) + sum(p == root for _, p in pairs)
    return 2 * hits / total if total else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "build/dragoman")
    parser.add_argument("--model", default="fast")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    rows = list(csv.DictReader(open(ROOT.parent / "shared/data/plv-dev/PLV_train.tsv", encoding="utf-8"), delimiter="\t"))
    acts = csv.DictReader((line for line in open(ROOT / "data/acts.tsv", encoding="utf-8") if not line.startswith("#")), delimiter="\t")
    types = {a["act"]: a["plover_type"] for a in acts}
    lines = "".join(json.dumps({"id": str(n), "text": r["sentence"]}) + "\n" for n, r in enumerate(rows))
    answer = subprocess.run([options.program, "code", "-", "--model", options.model, "--min-confidence", "0.05", "--format", "coding-jsonl"],
                            input=lines, capture_output=True, text=True, check=True).stdout
    events = {d["id"]: d["events"] for d in map(json.loads, answer.splitlines())}
    pairs, errors = [], []
    for n, row in enumerate(rows):
        event = chosen(events.get(str(n), []), row)
        root = root_of(event, types) if event else "none"
        pairs.append((row["gold_root"], root))
        if root != row["gold_root"]:
            errors.append(f"{row['gold_root']} read as {root}: {row['marked_sentence']}")
    roots = sorted({g for g, _ in pairs})
    right = sum(g == p for g, p in pairs)
    print(f"{right} of {len(pairs)} rows right ({right / len(pairs):.3f}), macro-F1 {sum(f1_of(r, pairs) for r in roots) / len(roots):.3f}, "
          f"no event {sum(p == 'none' for _, p in pairs)}")
    print(" ".join(f"{r} {f1_of(r, pairs):.2f}" for r in roots))
    print("most often:", ", ".join(f"{g}>{p} {c}" for (g, p), c in collections.Counter(x for x in pairs if x[0] != x[1]).most_common(8)))
    print("\n".join(errors[:options.errors]))


if __name__ == "__main__":
    main()
