#!/usr/bin/env python3
"""Checks the house rules that no compiler knows. Prints one line a fault; exit status 1 if there is any.

- C++ sources are ASCII: other text belongs into data/ and test/cases.
- No file name occurs twice in src/, so that a name alone says which file is meant.
- No type has one name in two headers of src/: the program would take one for the other without a word (the one definition
  rule of C++), and unit tests of one folder cannot see it.
- No source has more than 400 lines, unless tools/long_files.tsv gives the reason.
- Nothing names a path of one machine or the host of a package registry.
- The files of docs/decisions are named NNN-title.md and numbered without a repeat.

Usage: check_house.py [ROOT]
"""

import os
import re
import sys
from pathlib import Path

LINE_LIMIT = 400
LONG_FILES = "tools/long_files.tsv"
CPP_FOLDERS = ("src", "fuzz", "bench")
CPP_SUFFIXES = {".h", ".cpp"}
SOURCE_SUFFIXES = CPP_SUFFIXES | {".py", ".sh", ".cmake"}
SKIPPED_FOLDERS = re.compile(r"(\.git|\.deps|build|build-.*|__pycache__)$")
TEXT_LIMIT = 8 << 20  # larger files are data or models

# A type that is defined at the level of the namespace.
TYPE = re.compile(r"^(?:struct|class|union|enum class|enum) (?:\[\[\w+\]\] )?(\w+)[^;{]*\{", re.MULTILINE)

# Each is written so that it does not match itself.
MACHINE_PATHS = re.compile(rb"(?<![\w.$])/(?:wor[k]|root|opt|tmp/buil[d]|home/\w+)/[\w.]")
REGISTRIES = re.compile(
    rb"\b(?:pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.(?:com|org)|crate[s]\.io|prox[y]\.golang\.org"
    rb"|repo1\.mave[n]\.org|(?:de[b]|securit[y]|snapsho[t])\.debian\.org)"
)


def all_files(root: Path) -> list[Path]:
    files = []
    for folder, names, file_names in os.walk(root):
        names[:] = sorted(name for name in names if not SKIPPED_FOLDERS.match(name))
        files += [Path(folder, name) for name in sorted(file_names)]
    return [path for path in files if path.is_file() and not path.is_symlink()]


def check_ascii(root: Path, files: list[Path]) -> list[str]:
    faults = []
    for path in files:
        place = path.relative_to(root)
        if place.parts[0] in CPP_FOLDERS and path.suffix in CPP_SUFFIXES:
            lines = path.read_bytes().split(b"\n")
            faults += [f"{place}:{number}: not ASCII" for number, line in enumerate(lines, 1) if not line.isascii()]
    return faults


def check_names(root: Path, files: list[Path]) -> list[str]:
    faults = []
    first: dict[str, Path] = {}
    for path in files:
        place = path.relative_to(root)
        if place.parts[0] != "src" or path.name == "CMakeLists.txt":
            continue
        if path.name in first:
            faults.append(f"{place}: a file of this name is {first[path.name]}")
        first.setdefault(path.name, place)
    return faults


def check_types(root: Path, files: list[Path]) -> list[str]:
    faults = []
    first: dict[str, Path] = {}
    for path in files:
        place = path.relative_to(root)
        if place.parts[0] != "src" or path.suffix != ".h":
            continue
        for name in TYPE.findall(path.read_text(encoding="utf-8", errors="replace")):
            if first.setdefault(name, place) != place:
                faults.append(f"{place}: a type {name} is also in {first[name]}")
    return faults


def read_long_files(root: Path) -> dict[str, str]:
    path = root / LONG_FILES
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [line.split("\t", 1) for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1].strip() if len(row) > 1 else "" for row in rows[1:]}


def check_lengths(root: Path, files: list[Path]) -> list[str]:
    reasons = read_long_files(root)
    faults = [f"{LONG_FILES}: no reason for {name}" for name, reason in reasons.items() if not reason]
    long_files = set()
    for path in files:
        place = path.relative_to(root).as_posix()
        if path.suffix not in SOURCE_SUFFIXES:
            continue
        count = path.read_bytes().count(b"\n")
        if count > LINE_LIMIT:
            long_files.add(place)
            if place not in reasons:
                faults.append(f"{place}: {count} lines; split it, or give a reason in {LONG_FILES}")
    faults += [f"{LONG_FILES}: {name} is not that long" for name in reasons if name not in long_files]
    return faults


def check_words(root: Path, files: list[Path]) -> list[str]:
    faults = []
    for path in files:
        if path.stat().st_size > TEXT_LIMIT:
            continue
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for what, pattern in (("path of one machine", MACHINE_PATHS), ("registry's host", REGISTRIES)):
            for found in pattern.finditer(data):
                number = data.count(b"\n", 0, found.start()) + 1
                word = found.group().decode("ascii", "replace")
                faults.append(f"{path.relative_to(root)}:{number}: names a {what}: {word}")
    return faults


def check_decisions(root: Path) -> list[str]:
    faults = []
    first: dict[str, str] = {}
    folder = root / "docs" / "decisions"
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        place = f"docs/decisions/{path.name}"
        if not re.fullmatch(r"\d{3}-[a-z0-9-]+\.md", path.name):
            faults.append(f"{place}: not named NNN-title.md")
            continue
        number = path.name[:3]
        if number in first:
            faults.append(f"{place}: {first[number]} has this number")
        first.setdefault(number, path.name)
    return faults


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    files = all_files(root)
    faults = check_ascii(root, files) + check_names(root, files) + check_types(root, files)
    faults += check_lengths(root, files) + check_words(root, files) + check_decisions(root)
    print("\n".join(faults) if faults else f"{len(files)} files keep the house rules")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
