"""Compares the program's coder with the plain Python reference on sentences of real news: same mentions, scores within 1e-2.

usage: compare.py --encoder DIR --model ../models/fast [--count 500] [--shared DIR]
Exit status 1 if any sentence differs.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys

import corpus
import reference
from export import Compiled
from fit import outputs_of
from label import sentences_of

HERE = pathlib.Path(__file__).resolve().parent
TOLERANCE = 1e-2


def plain(mentions):
    return [(m["act"], m["status"], m["start"], m["end"],
             [(a["role"], a["start"], a["end"]) for a in m["arguments"]]) for m in mentions]


def scores(mentions):
    return [s for m in mentions for s in (m["score"], m["status_score"], *(a["score"] for a in m["arguments"]))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path, default=pathlib.Path("../models/fast"))
    parser.add_argument("--dump", default="../build/src/coder/mention_dump")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../../shared"))
    options = parser.parse_args()
    card = json.loads((options.model / "card.json").read_text())
    tokenizer = corpus.load_tokenizer(options.encoder / "tokenizer.json")
    sentences = sentences_of(options.shared, options.count, random.Random(11))
    examples = corpus.examples_of([{"id": "c", "sentences": [{"text": t} for t in sentences]}], tokenizer)
    answer = subprocess.run([options.dump, str(options.model), str(HERE.parent / "data/acts.tsv")], input="".join(s + "\n" for s in sentences),
                            capture_output=True, text=True, check=True).stdout.splitlines()
    different, widest, mentions = 0, 0.0, 0
    for example, output, line in zip(examples, outputs_of(Compiled(options.model), examples), answer, strict=True):
        expected = reference.decode(example.text, example.words, output, card["acts"], card["thresholds"], card["calibration"])
        found = json.loads(line)
        mentions += len(expected)
        gap = max((abs(a - b) for a, b in zip(scores(expected), scores(found))), default=0.0)
        widest = max(widest, gap)
        if plain(expected) != plain(found) or gap > TOLERANCE:
            different += 1
            print(f"differs: {example.text}\n  reference {plain(expected)}\n  program   {plain(found)}\n  widest gap {gap:.4f}")
    print(f"{len(sentences)} sentences, {mentions} mentions, {different} sentences differ, widest score gap {widest:.5f}")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
