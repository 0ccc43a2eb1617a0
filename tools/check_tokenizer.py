#!/usr/bin/env python3
"""Compares src/coder's tokenizer with Hugging Face's BertNormalizer, BertPreTokenizer and WordPiece.

usage: check_tokenizer.py --dump BUILD/src/coder/wordpiece_dump [--lines N] [--shared DIR]

Needs the Python package `tokenizers`. Three checks, each printing how many lines differ:
  news   N lines of the Portal:Current events texts, with the vocabulary of models/fast
  nasty  invented lines with marks, emoji, CJK, right-to-left, control and invisible characters
  all    every code point between two letters, with a vocabulary that holds every code point, so that dropping,
         lowering, decomposing and splitting all show
With ICU 72 the last check finds 62 code points: letters of Unicode 16 and later that
ICU cannot lower yet, and six signs of minority scripts that changed category after Unicode 8.
Piece numbers must be the same; a word's end may lie further right where dropped marks stand on its last letter.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

import tokenizers
from tokenizers import Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece

ROOT = pathlib.Path(__file__).resolve().parent.parent
KNOWN_DIFFERENT = 62
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
NASTY = [
    "", " ", "cafe\u0301 re\u0301sume\u0301", "Caf\u00e9 R\u00c9SUM\u00c9 \u0130stanbul I\u0307zmir \u0131\u015f\u0131k",
    "A\u030a\u0327\u0301x a\u0327\u030a\u0301x", "\u0301start e\u0301", "co\u00adoperate zero\u200bwidth join\u200der no\u2060break",
    "\ufeffbom word\ufeff", "bell\u0007 nul\u0000x vt\u000bff\u000cnel\u0085end", "a\u00a0b\u2003c\u3000d\u2028e\u2029f\u202fg",
    "\U0001f600 smile \U0001f1fa\U0001f1f8 flags \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f", "\u65e5\u672c\u8a9e and \u4e2d\u56fd\U00020bb7\uf900\uf9fe",
    "\ud55c\uad6d \ud558\ub098 \u1112\u1161\u11ab", "\u0627\u0644\u0633\u0644\u0627\u0645\u064f \u05e9\u05b8\u05dc\u05d5\u05b9\u05dd \u202eRTL\u202c",
    "\u0939\u093f\u0928\u094d\u0926\u0940 \u0ba4\u0bae\u0bbf\u0bb4\u0bcd \u0e44\u0e17\u0e22 \u0df1", "re-open U.S.-led 'quotes' \u201ccurly\u201d \u2014 dash\u2013es\u2026",
    "$5 <b>^`|~+= 100% #tag @user", "\u00df\u1e9e \ufb01sh \u2168 \u00bd \u03a3\u03c3\u03c2 \u039f\u0394\u039f\u03a3 \u212a\u212b", "x" * 100, "x" * 101, "caf\u00e9" * 25, "caf\u00e9" * 26,
    "a\u302e\u0301\u302fb \U0001d15e\U0001d165\U0001d16e", "\ue000private \uffff \ufffd repl", "e" + "\u0301" * 300 + "f", "a" + "\u302e" * 150 + "b",
]


def hugging_face(vocabulary):
    """The BERT uncased tokenizer, without special pieces read from the text."""
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def theirs(tokenizer, line):
    encoding = tokenizer.encode(line)
    ends = [len(line[:i].encode()) for i in range(len(line) + 1)] if not line.isascii() else range(len(line) + 1)
    words = []
    for word, (begin, end) in zip(encoding.word_ids, encoding.offsets):
        if words and words[-1][0] == word:
            words[-1][2] = ends[end]
        else:
            words.append([word, ends[begin], ends[end]])
    return encoding.ids, [(begin, end) for _, begin, end in words]


def ours(dump, vocabulary, lines):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "vocab.txt"
        path.write_text("".join(p + "\n" for p in sorted(vocabulary, key=vocabulary.get)), encoding="utf-8", newline="\n")
        run = subprocess.run([dump, str(path)], input="".join(l + "\n" for l in lines).encode(), stdout=subprocess.PIPE, check=True)
    answers = run.stdout.decode().split("\n")[:-1]
    assert len(answers) == len(lines)
    for answer in answers:
        ids, words = answer.split("\t")
        yield [int(i) for i in ids.split()][1:-1], [tuple(map(int, w.split(":"))) for w in words.split()]


def same_words(line, mine, other):
    """Begins equal; ends equal, or further right over marks only."""
    if len(mine) != len(other):
        return False
    data = line.encode()
    for (a, b), (c, d) in zip(mine, other):
        more = data[d:b].decode(errors="replace") if b >= d else "no"
        if a != c or any(unicodedata.category(m) != "Mn" for m in more):
            return False
    return True


def compare(name, dump, vocabulary, lines):
    tokenizer = hugging_face(vocabulary)
    differ = 0
    for line, (ids, words) in zip(lines, ours(dump, vocabulary, lines)):
        other_ids, other_words = theirs(tokenizer, line)
        if ids != other_ids or not same_words(line, words, other_words):
            differ += 1
            if differ <= 20:
                print(f"  {line[:80]!a}: {ids[:12]} {words[:6]} here, {other_ids[:12]} {other_words[:6]} there")
    print(f"{name}: {differ} of {len(lines)} lines differ")
    return differ


def news_lines(shared, count):
    lines = []
    with gzip.open(shared / "data/current-events/current-events-2002-2023.jsonl.gz", "rt", encoding="utf-8") as items:
        for item in items:
            lines += json.loads(item)["text"].split("\n")
            if len(lines) >= count:
                break
    return [line.replace("\r", " ") for line in lines[:count]]


def every_code_point():
    return [chr(c) for c in range(1, 0x110000) if c != 10 and not 0xD800 <= c < 0xE000]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dump", required=True, help="the program wordpiece_dump of the build")
    parser.add_argument("--vocab", type=pathlib.Path, default=ROOT / "models/fast/vocab.txt")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--lines", type=int, default=20000)
    options = parser.parse_args()
    pieces = options.vocab.read_text(encoding="utf-8").split("\n")[:-1]
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    points = every_code_point()
    wide = {piece: number for number, piece in enumerate(SPECIAL + points + ["##" + p for p in points])}
    print("tokenizers", tokenizers.__version__)
    differ = compare("news", options.dump, vocabulary, news_lines(options.shared, options.lines))
    differ += compare("nasty", options.dump, wide, NASTY)
    rare = compare("all", options.dump, wide, ["a" + p + "b" for p in points])
    return 1 if differ or rare > KNOWN_DIFFERENT else 0


if __name__ == "__main__":
    sys.exit(main())
