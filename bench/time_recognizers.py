#!/usr/bin/env python3
"""Measures time phrases against the English date cases of Recognizers-Text (MIT), read from ../shared/data/time.

usage: time_recognizers.py PROGRAM [DATA_DIR] [--errors N]
PROGRAM is bench/time_phrases: it reads lines "phrase <tab> reference day <tab> status" and answers "value <tab> reason".
A case counts if its answer covers the same days as the case's past reading (asked as actual) or future reading
(asked as planned). The cases end a range after its last day, whole weeks and explicit ends ("to 22 May") alike; of an
explicit end the last day may therefore be either. Only date and daterange cases that resolve are asked.
"""
import calendar
import datetime
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT.parent / "shared" / "data" / "time"


def days_of(value):
    """First and last day of a time value as the codebook writes it; None for an open end."""
    def one(text):
        if not text:
            return None, None
        year, rest = text[:4], text[5:]
        if "X" in year:
            return datetime.date(int(year.replace("X", "0")), 1, 1), datetime.date(int(year.replace("X", "9")), 12, 31)
        year = int(year)
        if not rest:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        if rest in ("SP", "SU", "FA", "WI"):
            first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[rest]
            last, wrap = (first + 2, 0) if first < 12 else (2, 1)
            return datetime.date(year, first, 1), datetime.date(year + wrap, last, calendar.monthrange(year + wrap, last)[1])
        if len(rest) == 2:
            return datetime.date(year, int(rest), 1), datetime.date(year, int(rest), calendar.monthrange(year, int(rest))[1])
        day = datetime.date.fromisoformat(text)
        return day, day
    first, _, last = value.partition("/")
    return (one(first)[0], one(last)[1]) if "/" in value else one(first)


def wanted(reading):
    if "date" in reading:
        day = datetime.date.fromisoformat(reading["date"])
        return day, day
    start, end = reading.get("startDate"), reading.get("endDate")
    if start is None and end is None:
        return None
    day = datetime.timedelta(1)
    return (datetime.date.fromisoformat(start) if start else None, datetime.date.fromisoformat(end) - day if end else None)


def fits(days, want):
    ends = {want[1]} if want[1] is None or want[0] == want[1] else {want[1], want[1] + datetime.timedelta(1)}
    return days[0] == want[0] and days[1] in ends


def load(name):
    for case in json.load(open(CASES / name, encoding="utf-8")):
        if "cpp" in case.get("NotSupported", "").lower() or len(case.get("Results", [])) != 1:
            continue
        value = case["Results"][0].get("Value") or {}
        context = case.get("Context") or {}
        for key, status in (("PastResolution", "actual"), ("FutureResolution", "planned")):
            try:
                want = wanted(value.get(key) or {})
            except ValueError:  # the cases write some open ends as no date
                continue
            if want and "ReferenceDateTime" in context:
                yield case["Results"][0]["Text"], context["ReferenceDateTime"][:10], status, want


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    shown = int(args.pop()) if "--errors" in sys.argv else 0
    if not args:
        sys.exit(__doc__)
    for name in ("DateParser.json", "DatePeriodParser.json"):
        cases = list(load(name))
        lines = "".join("\t".join((text, day, status)) + "\n" for text, day, status, _ in cases)
        data = args[1] if len(args) > 1 else str(ROOT / "data")
        out = subprocess.run([args[0], data], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
        right = answered = 0
        for (text, day, status, want), line in zip(cases, out, strict=True):
            value = line.split("\t")[0]
            hit = bool(value) and value != "?" and fits(days_of(value), want)
            right += hit
            answered += bool(value)
            if not hit and shown > 0:
                shown -= 1
                print(f"{text} | {day} {status} | want {want[0]}..{want[1]} | got {value}")
        print(f"{name}: {right} of {len(cases)} right ({right / max(1, len(cases)):.3f}), {answered} answered")


if __name__ == "__main__":
    main()
