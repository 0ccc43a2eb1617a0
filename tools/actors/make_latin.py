#!/usr/bin/env python3
"""Write data/actors/latin.tsv: Latin letters with marks and the ASCII letters for which names are looked up.

usage: make_latin.py
"""
import pathlib
import unicodedata

OUT = pathlib.Path(__file__).resolve().parent.parent.parent / "data" / "actors" / "latin.tsv"
SPECIAL = {"\u00df": "ss", "\u00e6": "ae", "\u00c6": "Ae", "\u0153": "oe", "\u0152": "Oe", "\u00f8": "o", "\u00d8": "O", "\u0142": "l",
           "\u0141": "L", "\u0111": "d", "\u0110": "D", "\u00f0": "d", "\u00d0": "D", "\u00fe": "th", "\u00de": "Th", "\u0131": "i",
           "\u0259": "a", "\u018f": "A", "\u0127": "h", "\u0126": "H", "\u02bb": "", "\u02bc": "", "\u02be": "", "\u02bf": ""}


def main():
    groups = {}
    for point in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0x2BB, 0x2C0)]:
        letter = chr(point)
        base = SPECIAL.get(letter, unicodedata.normalize("NFD", letter)[0])
        if base.isascii() and (base.isalpha() or letter in SPECIAL):
            groups.setdefault(base, []).append(f"{point:04X}")
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("# ASCII letters, and the code points of the letters with marks that names are looked up under them for.\n"
                  "# Made by tools/actors/make_latin.py from the decompositions of the Unicode Character Database (Unicode licence V3).\n"
                  "ascii\tcode_points\n")
        for base in sorted(groups):
            out.write(f"{base}\t{' '.join(groups[base])}\n")


if __name__ == "__main__":
    main()
