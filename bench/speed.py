#!/usr/bin/env python3
"""How fast `dragoman code` is from JSON Lines to coded events, and what it costs to start.

usage: bench/speed.py [--program build/dragoman] [--model fast] [--items 4000] [--jobs 1] [--runs 3]

Reads items of ../shared/data/current-events. Prints for each run, then their median: seconds to start (one short item),
sentences a second after that (whole process, JSON in, JSON out), peak memory. Quote the median and the machine.
"""
import argparse
import gzip
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(command):
    """Seconds and peak memory in MB of one process."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def sentences_in(program, path):
    """Sentences that the program sees: each gives events or one line that says why not."""
    answer = subprocess.run([program, "code", path, "--format", "jsonl", "--explain"], capture_output=True, text=True, check=True)
    return len({(line["document"]["id"], line["sentence"]["start"]) for line in map(json.loads, answer.stdout.splitlines())})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "build/dragoman")
    parser.add_argument("--model", default="fast")
    parser.add_argument("--items", type=int, default=4000)
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    source = ROOT.parent / "shared/data/current-events/current-events-2002-2023.jsonl.gz"
    with gzip.open(source, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as folder:
        items = [line for _, line in zip(range(options.items), lines)]
        many, one = pathlib.Path(folder, "many.jsonl"), pathlib.Path(folder, "one.jsonl")
        many.write_text("".join(items), encoding="utf-8")
        one.write_text(items[0], encoding="utf-8")
        sentences = sentences_in(options.program, many)
        settings = ["--jobs", options.jobs, "--model", options.model, "--format", "coding-jsonl"]
        results = []
        for _ in range(options.runs):
            start, _ = run([options.program, "code", one, *settings])
            total, memory = run([options.program, "code", many, *settings])
            results.append((start, sentences / (total - start), memory))
            print("start {:.2f} s, {:.0f} sentences/s, {:.0f} MB".format(*results[-1]))
    medians = [statistics.median(column) for column in zip(*results)]
    print("median of {} runs, {}, {} jobs, {} sentences: start {:.2f} s, {:.0f} sentences/s, {:.0f} MB".format(
        options.runs, options.model, options.jobs, sentences, *medians))


if __name__ == "__main__":
    main()
