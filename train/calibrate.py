"""Fits what a probability of the network is worth: slope and shift of its logit (Platt 1999).

Used by export.py on the dev texts: they, and not corpus/heldout, are coded as densely as the keys are.
"""
import math
import random

import reference

FROM = 0.05  # readings of this probability of an act or more take part
FOLDS = 10


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def right_ones(mentions, events):
    """For each mention: has the key this act at this word, or else in this sentence? One to one, the surest first."""
    right, used = [False] * len(mentions), set()
    order = sorted(range(len(mentions)), key=lambda i: -mentions[i]["score"])
    for at_trigger in (True, False):
        for i in order:
            if right[i]:
                continue
            for j, event in enumerate(events):
                if j not in used and event["act"] == mentions[i]["act"] and (not at_trigger or overlap(event["trigger"], mentions[i])):
                    right[i] = True
                    used.add(j)
                    break
    return right


def judged(examples, outputs, acts, thresholds):
    """(document, network's probability, right?) of every reading from FROM on, and whether the thresholds keep it."""
    rows = []
    for example, output in zip(examples, outputs):
        kept = reference.decode(example.text, example.words, output, acts, thresholds)
        mentions = reference.decode(example.text, example.words, output, acts, {**thresholds, "find": FROM})
        for m, ok in zip(mentions, right_ones(mentions, example.events)):
            is_kept = any(k["act"] == m["act"] and k["start"] == m["start"] for k in kept)
            rows.append((example.doc, m["score"], ok, is_kept))
    return rows


def fit(pairs, steps=100):
    """Logistic regression of right on logit(p) by Newton steps; pairs of (p, right)."""
    points = [(math.log(p / (1 - p)), float(ok)) for p, ok in ((min(max(p, 1e-6), 1 - 1e-6), ok) for p, ok in pairs)]
    slope, shift = 1.0, 0.0
    for _ in range(steps):
        gs = gb = hs = hb = hsb = 0.0
        for x, y in points:
            q = 1 / (1 + math.exp(-(slope * x + shift)))
            w = q * (1 - q)
            gs, gb = gs + (q - y) * x, gb + (q - y)
            hs, hb, hsb = hs + w * x * x, hb + w, hsb + w * x
        det = hs * hb - hsb * hsb + 1e-9
        ds, db = (hb * gs - hsb * gb) / det, (hs * gb - hsb * gs) / det
        slope, shift = slope - ds, shift - db
        if abs(ds) + abs(db) < 1e-9:
            break
    return {"slope": round(max(slope, 0.05), 4), "shift": round(shift, 4)}


def error(pairs, bins=10):
    """Expected calibration error of (score, right)."""
    total = 0.0
    for k in range(bins):
        inside = [(s, ok) for s, ok in pairs if min(int(s * bins), bins - 1) == k]
        total += abs(sum(s for s, _ in inside) - sum(ok for _, ok in inside))
    return total / max(1, len(pairs))


def calibrate(examples, outputs, acts, thresholds):
    """The calibration fitted on all of the texts, and the expected error of ten fits, each tried on texts it has not seen:
    of all readings from FROM on, and of those that the thresholds keep."""
    rows = judged(examples, outputs, acts, thresholds)
    names = sorted({doc for doc, *_ in rows})
    random.Random(2).shuffle(names)
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    unseen = []
    for k in range(FOLDS):
        part = fit([(p, ok) for doc, p, ok, _ in rows if fold[doc] != k])
        unseen += [(reference.calibrated(p, part), ok, kept) for doc, p, ok, kept in rows if fold[doc] == k]
    return fit([(p, ok) for _, p, ok, _ in rows]), {"all": round(error([(s, ok) for s, ok, _ in unseen]), 4),
                                                    "kept": round(error([(s, ok) for s, ok, kept in unseen if kept]), 4)}
