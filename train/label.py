"""Lets trained teachers read uncoded sentences; the mean of their probabilities becomes soft labels for another network.

usage: label.py --encoder DIR --run DIR... --student-encoder DIR --out FILE [--limit N] [--shared DIR]

Both encoders split text into the same words (BERT's basic tokens), so labels are kept per word.
Documents of the coded corpus are left out.
"""
import argparse
import glob
import gzip
import json
import pathlib
import pickle
import random
import re

import numpy as np
import torch
from transformers import AutoConfig, AutoModel

import corpus
from fit import outputs_of
from model import CoderNet

SPLIT = re.compile(r"(?<=[a-z0-9)\]\"'][.?!])\s+(?=[A-Z\"'])")
HERE = pathlib.Path(__file__).resolve().parent
READ_FROM = 0.15  # a word that the teacher takes for a trigger with at least this probability keeps its frame


def uncoded_texts(shared):
    coded = set()
    for path in glob.glob(str(shared / "corpus/*/*")) + glob.glob(str(HERE.parent / "corpus/*/*")):
        coded |= set(re.findall(r"^# id: (\S+)", pathlib.Path(path).read_text(encoding="utf-8"), re.M))
        coded |= set(re.findall(r"^# url: (\S+)", pathlib.Path(path).read_text(encoding="utf-8"), re.M)) if "/dev/" in path else set()
    for name in ("current-events/current-events-2002-2023", "gov-text/state_press", "gov-text/relations_rdcr", "gov-text/milestones"):
        for line in gzip.open(shared / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8"):
            item = json.loads(line)
            if item["id"] not in coded and item.get("url") not in coded:
                yield item["text"]


def sentences_of(shared, limit, rng):
    sentences = [s.strip() for text in uncoded_texts(shared) for p in text.split("\n") for s in SPLIT.split(p)]
    sentences = sorted({s for s in sentences if 30 <= len(s) <= 500 and s[-1] in ".?!\"'"})
    rng.shuffle(sentences)
    return sentences[:limit]


def soft_labels(words, outputs):
    acts, status, roles, implicit = outputs
    pieces = [w.piece for w in words]
    frames = [(i, status[p].astype(np.float16), roles[p][pieces].astype(np.float16), implicit[p].astype(np.float16))
              for i, p in enumerate(pieces) if 1 - acts[p][0] >= READ_FROM]
    return acts[pieces].astype(np.float16), frames


def load_net(encoder, run, acts):
    layers = json.loads((run / "fit.json").read_text())["options"]["layers"]
    net = CoderNet(AutoModel.from_config(AutoConfig.from_pretrained(encoder), add_pooling_layer=False), len(acts), layers=layers)
    net.load_state_dict(torch.load(run / "weights.pt"))
    return net.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=pathlib.Path, required=True)
    parser.add_argument("--run", type=pathlib.Path, nargs="+", required=True, help="one or more runs of that encoder")
    parser.add_argument("--student-encoder", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../../shared"))
    parser.add_argument("--limit", type=int, default=20000)
    options = parser.parse_args()
    acts = json.loads((options.run[0] / "fit.json").read_text())["acts"]
    teacher = corpus.load_tokenizer(options.encoder / "tokenizer.json")
    student = corpus.load_tokenizer(options.student_encoder / "tokenizer.json")
    nets, labelled = [load_net(options.encoder, run, acts) for run in options.run], []
    sentences = sentences_of(options.shared, options.limit, random.Random(7))
    for at in range(0, len(sentences), 2000):
        part = sentences[at:at + 2000]
        examples = corpus.examples_of([{"id": "u", "sentences": [{"text": t} for t in part]}], teacher)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            readings = [outputs_of(net, examples) for net in nets]
        for example, *parts in zip(examples, *readings):
            output = tuple(np.mean(values, axis=0) for values in zip(*parts))
            _, words = corpus.words_of(student, example.text)
            if [(w.start, w.end) for w in words] == [(w.start, w.end) for w in example.words]:
                labelled.append((example.text, *soft_labels(example.words, output)))
        print(f"{at + len(part)} sentences read, {len(labelled)} kept", flush=True)
    with open(options.out, "wb") as out:
        pickle.dump(labelled, out)


if __name__ == "__main__":
    main()
