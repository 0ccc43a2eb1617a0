#!/usr/bin/env python3
"""Measures how well pages are read: `page_wcxb.py [--program build/src/cli/dragoman] [--data DIR] [--worst N]`.

Data: wcxb-articles (350 article pages with ground truth, annotation CC BY 4.0), from ../shared/data/wcxb-articles.tar.xz;
it is for measuring only. Each page is given to `PROGRAM page FILE --json`, which prints one article as JSON.

Text: bag-of-words F1 of each page (words are runs of letters and digits, lower case), mean over pages; the headline
that begins our text is taken off where the truth does not begin with it. Title: equal or one contained in the other,
letters and digits only. Date: the same day, over the pages whose truth has one. Pages per second count the start of
the program for each page.
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess
import tarfile
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARCHIVE = ROOT.parent / "shared/data/wcxb-articles.tar.xz"


def words(text):
    return re.findall(r"\w+", text.lower())


def bare(text):
    return "".join(words(text or ""))


def f1(truth, answer):
    left, right = collections.Counter(words(truth)), collections.Counter(words(answer))
    common = sum((left & right).values())
    if not left and not right:
        return 1.0, 1.0, 1.0
    precision = common / max(1, sum(right.values()))
    recall = common / max(1, sum(left.values()))
    return 2 * common / max(1, sum(left.values()) + sum(right.values())), precision, recall


def body_of(article, truth):
    first, _, rest = article["text"].partition("\n")
    begins = bare(truth).startswith(bare(first))
    return article["text"] if begins or bare(first) != bare(article["title"]) else rest


def read_page(program, page):
    done = subprocess.run([program, "page", str(page), "--json"], capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    return json.loads(lines[0]) if lines else {"title": "", "date": None, "text": ""}


def unpack(folder):
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder)
    return folder / "wcxb-articles"


def measure(program, data, worst):
    rows, seconds = [], 0.0
    titles = dates = dated = wrong_dates = 0
    with tempfile.TemporaryDirectory() as scratch:
        for truth_file in sorted((data / "ground-truth").glob("*.json")):
            truth = json.loads(truth_file.read_text())["ground_truth"]
            if "main_content" not in truth:
                continue
            page = pathlib.Path(scratch) / f"{truth_file.stem}.html"
            page.write_bytes(gzip.decompress((data / "html" / f"{truth_file.stem}.html.gz").read_bytes()))
            start = time.perf_counter()
            article = read_page(program, page)
            seconds += time.perf_counter() - start
            body = truth["main_content"]
            rows.append((*f1(body, body_of(article, body)), truth_file.stem))
            left, right = bare(truth["title"]), bare(article["title"])
            titles += bool(right) and (left in right or right in left)
            if truth["publish_date"]:
                dated += 1
                dates += article["date"] == truth["publish_date"][:10]
                wrong_dates += article["date"] not in (None, truth["publish_date"][:10])
    mean = [sum(row[i] for row in rows) / len(rows) for i in range(3)]
    print(f"{len(rows)} pages: text F1 {mean[0]:.4f} (precision {mean[1]:.4f}, recall {mean[2]:.4f}), "
          f"title {titles / len(rows):.4f}, date {dates}/{dated} = {dates / dated:.4f} ({wrong_dates} wrong), "
          f"{len(rows) / seconds:.0f} pages/s")
    for row in sorted(rows)[:worst]:
        print(f"  {row[3]}  F1 {row[0]:.3f}  precision {row[1]:.3f}  recall {row[2]:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / "build/src/cli/dragoman"))
    parser.add_argument("--data", type=pathlib.Path, help="the unpacked wcxb-articles folder")
    parser.add_argument("--worst", type=int, default=0, help="list that many pages of lowest F1")
    options = parser.parse_args()
    if options.data:
        return measure(options.program, options.data, options.worst)
    with tempfile.TemporaryDirectory() as folder:
        return measure(options.program, unpack(pathlib.Path(folder)), options.worst)


if __name__ == "__main__":
    main()
