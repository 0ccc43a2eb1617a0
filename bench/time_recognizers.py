#!/usr/bin/env python3
"""Measures time phrases against the English date cases of Recognizers-Text (MIT), read from ../shared/data/time.

usage: time_recognizers.py PROGRAM [DATA_DIR] [--errors]
PROGRAM is bench/time_phrases: it reads lines "phrase <tab> reference day <tab> status" and answers "value <tab> reason".
Parser cases carry values. One with a past and a future reading is asked twice, as actual and as planned; one with a
single reading once, as planned if it lies after the day of the text, else as actual. An answer is
  right   if it covers the same days. The cases end a range after its last day, whole weeks and explicit ends ("to 22
          May", "until 2018") alike: of an explicit end, the last part that the answer names may be in it or not.
  coarser if it holds the wanted days and more: "two years ago" is a year for the codebook, a day for the cases.
  wrong   else; "no answer" counts as wrong.
Extractor cases carry no values: there an answer to the phrase is all that can be asked for.
"""
import calendar
import datetime
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT.parent / "shared" / "data" / "time"
NO_DATE = datetime.date(1, 1, 1)  # what the cases want for "Feb 30"


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
    """First and last day of a reading, and whether it is a range; None for an open end."""
    if "date" in reading:
        day = datetime.date.fromisoformat(reading["date"])
        return day, day, False
    start, end = reading.get("startDate"), reading.get("endDate")
    if start is None and end is None:
        return None
    day = datetime.timedelta(1)
    start, end = (datetime.date.fromisoformat(d) if d else None for d in (start, end))
    return start, end - day if end else None, True


def verdict(value, want):
    """right, coarser or wrong."""
    if want[0] == NO_DATE:
        return "wrong" if value else "right"
    if not value or value == "?":
        return "wrong"
    first, last = days_of(value)
    last_part = days_of(value.rpartition("/")[2])[0]
    left_out = want[2] and want[1] and last_part == want[1] + datetime.timedelta(1)
    if first == want[0] and (last == want[1] or left_out):
        return "right"
    held = None not in (first, last, want[0], want[1]) and first <= want[0] and want[1] <= last
    return "coarser" if held else "wrong"


def readings(case):
    """(status, wanted days) for each question that the case asks."""
    value = case["Results"][0].get("Value") or {}
    found = []
    for key in ("PastResolution", "FutureResolution"):
        try:
            found.append(wanted(value.get(key) or {}))
        except ValueError:  # the cases write some open ends as no date
            found.append(None)
    past, future = found
    if past and past == future:
        reference = datetime.date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
        start = past[0] or past[1]
        return [("planned" if start >= reference else "actual", past)]
    return [(status, want) for status, want in (("actual", past), ("planned", future)) if want]


def cases_of(name):
    for case in json.load(open(CASES / name, encoding="utf-8-sig")):
        if "cpp" not in case.get("NotSupported", "").lower() and len(case.get("Results", [])) == 1:
            yield case


def ask(program, data, questions):
    lines = "".join("\t".join(question) + "\n" for question in questions)
    out = subprocess.run([program, data], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    return [line.split("\t")[0] for line in out]


def measure_values(program, data, name, shown):
    asked = [(case["Results"][0]["Text"], case["Context"]["ReferenceDateTime"][:10], status, want)
             for case in cases_of(name) if "ReferenceDateTime" in (case.get("Context") or {})
             for status, want in readings(case)]
    verdicts = []
    for (text, day, status, want), value in zip(asked, ask(program, data, [a[:3] for a in asked]), strict=True):
        verdicts.append(verdict(value, want))
        if verdicts[-1] != "right" and shown:
            print(f"{verdicts[-1]}: {text} | {day} {status} | want {want[0]}..{want[1]} | got {value}")
    right, coarser = verdicts.count("right"), verdicts.count("coarser")
    print(f"{name}: {len(asked)} questions, {right} right ({right / len(asked):.3f}), {coarser} coarser, "
          f"together {(right + coarser) / len(asked):.3f}")


def measure_answers(program, data, name, shown):
    phrases = [case["Results"][0]["Text"] for case in cases_of(name)]
    values = ask(program, data, [(text, "2016-11-07", "planned") for text in phrases])
    for text, value in zip(phrases, values, strict=True):
        if not value and shown:
            print(f"no answer: {text}")
    answered = sum(map(bool, values))
    print(f"{name}: {len(phrases)} phrases, {answered} answered ({answered / len(phrases):.3f})")


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    shown = "--errors" in sys.argv
    if not args:
        sys.exit(__doc__)
    data = args[1] if len(args) > 1 else str(ROOT / "data")
    for name in ("DateParser.json", "DatePeriodParser.json"):
        measure_values(args[0], data, name, shown)
    for name in ("DateExtractor.json", "DatePeriodExtractor.json"):
        measure_answers(args[0], data, name, shown)


if __name__ == "__main__":
    main()
