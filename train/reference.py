"""The plain decoder: network outputs -> mentions. src/coder/decode.cpp must give the same."""
import csv
import math
import pathlib
import unicodedata

import numpy as np

from corpus import IMPLICIT_ROLES, ROLES, STATUSES

ACTS = pathlib.Path(__file__).resolve().parent.parent / "data/acts.tsv"
PLOVER_TYPES = {row["act"]: row["plover_type"] for row in csv.DictReader(ACTS.open(encoding="utf-8"), delimiter="\t")}
THRESHOLDS = {"find": 0.5, "second": 0.45, "implicit": 0.2}


def chunk_of(text, start):
    """The white-space-delimited stretch around a code point."""
    left, right = start, start
    while left > 0 and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and not text[right].isspace():
        right += 1
    return left, right


def is_punctuation(text):
    return all(unicodedata.category(c)[0] in "PS" for c in text)


def trim_chunk(text, left, right):
    while left < right and is_punctuation(text[left]):
        left += 1
    while right > left and is_punctuation(text[right - 1]):
        right -= 1
    return left, right


def spans_of(tags, scores):
    """BIO tags -> (first word, last word, mean score)."""
    spans = []
    for i, tag in enumerate(tags):
        if tag == 1:
            spans.append([i, i, [scores[i]]])
        elif tag == 2:
            spans[-1][1] = i
            spans[-1][2].append(scores[i])
    return [(a, b, float(np.mean(s))) for a, b, s in spans]


OPEN_COST, ADJOINING_COST, LEAST_PROBABILITY, IMPOSSIBLE = 0.5, 1.0, 1e-6, -1e9


def likeliest_tags(block):
    """Viterbi over [words, 3] probabilities of O, B, I: I only within a span, and every span opened costs a little."""
    costs = np.array([[0, -OPEN_COST, IMPOSSIBLE], [0, -OPEN_COST - ADJOINING_COST, 0], [0, -OPEN_COST - ADJOINING_COST, 0]])
    best, came_from = np.array([0, IMPOSSIBLE, IMPOSSIBLE]), []
    for row in np.log(np.maximum(block.astype(float), LEAST_PROBABILITY)):
        paths = best[:, None] + costs
        came_from.append(paths.argmax(0))
        best = paths.max(0) + row
    tags, tag = [], int(best.argmax())
    for back in reversed(came_from):
        tags.append(tag)
        tag = int(back[tag])
    return np.array(tags[::-1])


def arguments_of(text, words, roles, implicit, thresholds):
    arguments = []
    for r, role in enumerate(ROLES):
        block = roles[[w.piece for w in words], 3 * r:3 * r + 3]
        tags = likeliest_tags(block)
        for a, b, score in spans_of(tags, block[np.arange(len(tags)), tags]):
            start, end = words[a].start, words[b].end
            if not is_punctuation(text[start:end].replace(" ", "")):
                arguments.append({"role": role, "start": start, "end": end, "score": score})
    found = {a["role"] for a in arguments}
    for k, role in enumerate(IMPLICIT_ROLES):
        if implicit[k] >= thresholds["implicit"] and role not in found:
            arguments.append({"role": role, "start": None, "end": None, "score": float(implicit[k])})
    return sorted(arguments, key=lambda a: (a["start"] is None, ROLES.index(a["role"]), a["start"] or 0))


LEAST_SHARE, SHARE_REACH = 0.2, 8


def calibrated(probability, calibration):
    inside = min(max(probability, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-(calibration["slope"] * math.log(inside / (1 - inside)) + calibration["shift"])))


def shared_triggers(found, weak, threshold, types):
    """Words of one type, near one another, that reach the threshold together but not alone: the likeliest of them."""
    found, used = list(found), set()
    for i, (word, act, _, _) in enumerate(weak):
        if i in used or any(types[a] == types[act] and abs(w - word) <= SHARE_REACH for w, a, _, _ in found):
            continue
        group = [j for j in range(i, len(weak)) if j not in used and types[weak[j][1]] == types[act] and weak[j][0] - word <= SHARE_REACH]
        total = sum(weak[j][2] for j in group)
        if len(group) > 1 and total >= threshold:
            used |= set(group)
            best = max(group, key=lambda j: weak[j][2])
            found.append((weak[best][0], weak[best][1], weak[best][2], min(sum(weak[j][3] for j in group), 1.0)))
    return sorted(found, key=lambda f: f[0])


def triggers_of(text, words, acts, types, thresholds):
    """(word, act, probability of any act, probability of this act) of each mention, in the order of the text."""
    found, weak = [], []
    for i, word in enumerate(words):
        row = acts[word.piece]
        find = 1 - float(row[0])
        order = np.argsort(-row[1:], kind="stable")
        if find < thresholds["find"]:
            if find >= LEAST_SHARE:
                weak.append((i, int(order[0]), find, float(row[1 + order[0]])))
            continue
        found.append((i, int(order[0]), find, float(row[1 + order[0]])))
        if row[1 + order[1]] >= thresholds["second"]:
            found.append((i, int(order[1]), float(row[1 + order[1]]), float(row[1 + order[1]])))
    found = shared_triggers(found, weak, thresholds["find"], types)
    best = {}
    for i, act, find, score in found:
        key = (chunk_of(text, words[i].start), act)
        if key not in best or score > best[key][3]:
            best[key] = (i, act, find, score)
    kept = set(best.values())
    return [f for f in found if f in kept]


PLAIN = {"slope": 1.0, "shift": 0.0}


def decode(text, words, outputs, act_names, thresholds=THRESHOLDS, calibration=PLAIN):
    """outputs: acts [L,1+A], status [L,5], roles [L,L,18], implicit [L,3] of one sentence."""
    acts, status, roles, implicit = outputs
    mentions, triggers = [], triggers_of(text, words, acts, [PLOVER_TYPES[a] for a in act_names], thresholds)
    for i, act, _, score in triggers:
        piece = words[i].piece
        start, end = words[i].start, words[i].end
        chunk = chunk_of(text, start)
        alone = len({j for j, _, _, _ in triggers if chunk_of(text, words[j].start) == chunk}) == 1
        left, right = trim_chunk(text, *chunk)
        if alone and "-" in text[left:right] and left <= start and end <= right:
            start, end = left, right
        mentions.append({
            "act": act_names[act], "score": calibrated(score, calibration), "start": start, "end": end,
            "status": STATUSES[int(status[piece].argmax())], "status_score": float(status[piece].max()),
            "arguments": arguments_of(text, words, roles[piece], implicit[piece], thresholds)})
    return mentions


def to_coding(doc_id, sentences):
    """[(text, mentions)] -> one line of coding-jsonl without values (spans only)."""
    events, base = [], 0
    for text, mentions in sentences:
        for m in mentions:
            arguments = [{"role": a["role"], "start": None if a["start"] is None else base + a["start"],
                          "end": None if a["end"] is None else base + a["end"], "value": ""} for a in m["arguments"]]
            events.append({"act": m["act"], "status": m["status"],
                           "trigger": {"start": base + m["start"], "end": base + m["end"]}, "args": arguments})
        base += len(text) + 1
    return {"id": doc_id, "events": events}
