#!/usr/bin/env python3
"""Checks that folders of src/ include only what their CMakeLists.txt allows.

The root CMakeLists.txt lists the folders, lowest first; src/NAME/CMakeLists.txt says
dragoman_module(NAME USES folder... LINKS ...). A folder may include its own headers and those of the folders
it USES, and may use only folders that stand above it in the list.

Usage: check_layers.py [ROOT]. Prints one line a fault; exit status 1 if there is any.
"""

import re
import sys
from pathlib import Path

SOURCE_SUFFIXES = {".h", ".cpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def without_comments(cmake: str) -> str:
    return re.sub(r"#.*", "", cmake)


def read_order(root: Path) -> list[str]:
    """The folders of the root CMakeLists.txt, lowest first."""
    text = without_comments((root / "CMakeLists.txt").read_text(encoding="utf-8"))
    found = re.search(r"foreach\(module\s+([^)]*)\)", text)
    if not found:
        sys.exit("CMakeLists.txt: there is no foreach(module ...) that lists the folders")
    return found.group(1).split()


def read_uses(cmake_file: Path) -> tuple[str, list[str]] | None:
    """Name and USES of the dragoman_module call in that file."""
    found = re.search(r"dragoman_module\(([^)]*)\)", without_comments(cmake_file.read_text(encoding="utf-8")))
    if not found:
        return None
    name, *words = found.group(1).split()
    uses = []
    section = ""
    for word in words:
        if word in ("USES", "LINKS"):
            section = word
        elif section == "USES":
            uses.append(word)
    return name, uses


def check_declarations(root: Path, order: list[str]) -> tuple[dict[str, list[str]], list[str]]:
    """USES of every folder, and what is wrong with them."""
    uses: dict[str, list[str]] = {}
    faults = []
    for folder in sorted(path for path in (root / "src").iterdir() if path.is_dir()):
        place = f"src/{folder.name}/CMakeLists.txt"
        declared = read_uses(folder / "CMakeLists.txt") if (folder / "CMakeLists.txt").exists() else None
        if folder.name not in order:
            faults.append(f"src/{folder.name}: not in the list of folders in CMakeLists.txt")
        if declared is None:
            faults.append(f"{place}: no dragoman_module({folder.name} USES ...)")
            continue
        if declared[0] != folder.name:
            faults.append(f"{place}: names the module {declared[0]}, not {folder.name}")
        uses[folder.name] = declared[1]
    faults += [f"CMakeLists.txt: src/{name} does not exist" for name in order if not (root / "src" / name).is_dir()]
    for name, used_names in uses.items():
        below = order[: order.index(name)] if name in order else []
        faults += [
            f"src/{name}/CMakeLists.txt: USES {used}, which does not stand above {name} in CMakeLists.txt"
            for used in used_names
            if used not in below
        ]
    faults += [
        f"src/{one} and src/{other} use each other"
        for one, used_names in uses.items()
        for other in used_names
        if one < other and one in uses.get(other, [])
    ]
    return uses, faults


def check_includes(root: Path, uses: dict[str, list[str]]) -> list[str]:
    faults = []
    for name, used_names in uses.items():
        allowed = {name, *used_names}
        for path in sorted((root / "src" / name).rglob("*")):
            if path.suffix not in SOURCE_SUFFIXES:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                found = INCLUDE.match(line)
                if not found:
                    continue
                quote, header = found.groups()
                folder = header.split("/")[0] if "/" in header else ""
                if folder in allowed or (quote == "<" and folder not in uses):
                    continue
                why = f"{name} does not use {folder}" if folder else "write it as folder/header.h"
                faults.append(f'{path.relative_to(root)}:{number}: includes "{header}": {why}')
    return faults


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    uses, faults = check_declarations(root, read_order(root))
    faults += check_includes(root, uses)
    print("\n".join(faults) if faults else f"{len(uses)} folders include only what they may")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
