#!/usr/bin/env python3
"""Compares `dragoman eval` with the codebook's own scorer on many answers spoilt at random (always the same ones).

usage: check_eval.py PROGRAM SCORER KEY [ROUNDS]
Prints one line; exit status 1 and the first difference if any figure differs.
"""
import copy
import json
import random
import subprocess
import sys
import tempfile


def flat(document):
    """The document's events with spans counted in its text."""
    events, base = [], 0
    for sentence in document["sentences"]:
        for event in copy.deepcopy(sentence["events"]):
            for span in (event["trigger"], *event["args"]):
                if span.get("start") is not None:
                    span["start"], span["end"] = span["start"] + base, span["end"] + base
            events.append(event)
        base += len(sentence["text"]) + 1
    return events, base


def spoil(event, length, acts, rng):
    """One fault, or none."""
    fault = rng.randrange(9)
    if fault == 0:
        event["act"] = rng.choice(acts)
    elif fault == 1:
        event["status"] = rng.choice(["actual", "planned", "possible", "alleged", "denied"])
    elif fault == 2:
        start = rng.randrange(length)
        event["trigger"] = {"start": start, "end": start + rng.randrange(1, 9)}
    elif fault == 3 and event["args"]:
        event["args"].pop(rng.randrange(len(event["args"])))
    elif fault == 4 and event["args"]:
        argument = rng.choice(event["args"])
        argument["value"] = rng.choice(["CUB", "CUB.GOV", "KOR+PRK", "", "UNK", "2015-07", "/2015-07-05", "?", "killed 14", "money 5 USD"])
    elif fault == 5 and event["args"]:
        argument = rng.choice(event["args"])
        argument["role"] = rng.choice("ARPTQB")
    elif fault == 6 and event["args"]:
        argument = rng.choice(event["args"])
        argument["start"] = argument["end"] = None
    elif fault == 7:
        event["args"] = event["args"] * 2


def spoilt(key, acts, rng):
    lines = []
    for document in key:
        if rng.random() < 0.1:
            continue  # not answered
        events, length = flat(document)
        events = [e for e in events for _ in range(rng.choice([0, 1, 1, 1, 1, 1, 2]))]
        events = copy.deepcopy(events)
        rng.shuffle(events)
        for event in events:
            spoil(event, length, acts, rng)
            for argument in event["args"]:
                argument.setdefault("start", None)
                argument.setdefault("end", None)
        lines.append(json.dumps({"id": document["id"], "events": events}))
    return "\n".join(lines) + "\n"


def figures(command):
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    answer.pop("reliability", None)  # the scorer has none
    return answer


def main():
    program, scorer, key_path = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 40
    with open(key_path, encoding="utf-8") as file:
        key = [json.loads(line) for line in file]
    acts = sorted({e["act"] for d in key for s in d["sentences"] for e in s["events"]}) + ["no-such-act"]
    rng = random.Random(4)
    for number in range(rounds):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as answer:
            answer.write(spoilt(key, acts, rng))
            answer.flush()
            expected = figures([sys.executable, scorer, key_path, answer.name, "--json", "--by-act"])
            found = figures([program, "eval", key_path, answer.name, "--json", "--by-act"])
        if expected != found:
            names = [name for name in expected if expected[name] != found.get(name)]
            sys.exit(f"round {number}: {names[0]} is {found.get(names[0])}, the scorer says {expected[names[0]]}")
    print(f"{rounds} spoilt answers, all figures alike")


if __name__ == "__main__":
    main()
