#!/usr/bin/env python3
"""Runs clang-tidy over the sources in src/, two at a time or as many as there are cores.

A file is left out if nothing has changed since it was last found clean: not its text with all that it includes
(comments too, for NOLINT), not its compiler options, not .clang-tidy. The record of that is BUILD/tidy/.

Usage: check_tidy.py BUILD, a build folder configured with clang (preset clang). Exit status 1 if a file is not clean.
"""

import concurrent.futures
import hashlib
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-16"

# Left out in tests: an empty optional fails the test anyway, fixtures have protected members, and speed is no matter.
LEFT_OUT_IN_TESTS = ("-bugprone-unchecked-optional-access,-readability-identifier-naming,-misc-unused-using-decls,"
                     "-performance-*,-cppcoreguidelines-virtual-class-destructor")


def read_commands(build: Path) -> dict[Path, list[str]]:
    """The compiler call of every source in src/, without its launcher."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = Path(entry["file"])
        if path.is_relative_to(ROOT / "src"):
            words = shlex.split(entry["command"])
            commands[path] = words[1:] if words[0].endswith("ccache") else words
    return commands


def preprocess(command: list[str], build: Path) -> bytes | None:
    """The source with all that it includes; nothing if that fails."""
    words = command[: command.index("-o")] + command[command.index("-o") + 2 :]
    words[words.index("-c")] = "-E"
    done = subprocess.run([*words, "-C"], cwd=build, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout if done.returncode == 0 else None


def key_of(command: list[str], build: Path, settings: bytes) -> str | None:
    text = preprocess(command, build)
    if text is None:
        return None
    return hashlib.sha256(b"\0".join([settings, shlex.join(command).encode(), text])).hexdigest()


def check(path: Path, command: list[str], build: Path, settings: bytes) -> tuple[str | None, str]:
    """(key, faults): the key of a clean file, or what clang-tidy says."""
    key = key_of(command, build, settings)
    if key and (build / "tidy" / key).exists():
        return key, ""
    options = [f"--checks={LEFT_OUT_IN_TESTS}"] if path.name.endswith("_test.cpp") else []
    done = subprocess.run([TIDY, "-p", build, "--quiet", *options, path], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        faults = done.stdout or done.stderr  # the latter only counts warnings in other people's headers
        print(f"{path.relative_to(ROOT)}\n{faults}", flush=True)
        return None, faults
    if key:
        (build / "tidy" / key).touch()
    return key, ""


def main() -> int:
    build = Path(sys.argv[1]).resolve()
    record = build / "tidy"
    record.mkdir(exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    settings = version + (ROOT / ".clang-tidy").read_bytes() + LEFT_OUT_IN_TESTS.encode()
    commands = read_commands(build)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda item: check(*item, build, settings), commands.items()))
    for stamp in set(os.listdir(record)) - {key for key, _ in results}:
        (record / stamp).unlink()
    unclean = sum(1 for _, faults in results if faults)
    print(f"{len(results)} files, {unclean} of them not clean")
    return 1 if unclean or not results else 0


if __name__ == "__main__":
    sys.exit(main())
