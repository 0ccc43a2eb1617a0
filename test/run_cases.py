#!/usr/bin/env python3
"""Runs the text cases of test/cases: a command, and what it must print.

A case is either a folder test/cases/FEATURE/NAME/ with
    cmd           shell words, run by bash in a fresh copy of the folder
    expected      its standard output, then a line "[exit N]" if its exit status N is not 0
    expected_err  its standard error; where there is no such file, standard error is not compared
    needs         paths, one a line, that must exist; otherwise the case is skipped
or a block of a file test/cases/FEATURE/*.cases, run in a fresh copy of the plain files beside it:
    ==== name
    # remarks, if any
    $ command
    the expected output, as above; blank lines at its end do not count

The command finds the program in $DRAGOMAN, the repository in $SOURCE and ../shared, if it is there, in $SHARED.
In what it prints these two paths are written $SOURCE and $SHARED. A pipe fails if any part of it does.

A mismatch prints its difference and the line that would accept it. Accept only what you have read.
Exit status 1 if a case failed or none was found.
"""

import argparse
import concurrent.futures
import difflib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OUTPUT_LIMIT = 1 << 20
OWN_FILES = ("cmd", "expected", "expected_err", "needs")


class BadCase(Exception):
    """A case whose files do not say what to run or what to expect."""


@dataclass
class Case:
    name: str  # FEATURE/NAME, or FEATURE/FILE/NAME for a block of FILE.cases
    command: str
    expected: str | None
    expected_err: str | None
    needs: list[str]
    source: Path  # the case's folder, or the .cases file
    block: str | None = None  # its name in that file


@dataclass
class Outcome:
    out: str
    err: str
    timed_out: bool = False


# ---- reading ----


def read_optional(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def read_folder(folder: Path, name: str) -> Case:
    return Case(
        name=name,
        command=(folder / "cmd").read_text(encoding="utf-8"),
        expected=read_optional(folder / "expected"),
        expected_err=read_optional(folder / "expected_err"),
        needs=(read_optional(folder / "needs") or "").split("\n"),
        source=folder,
    )


def split_blocks(path: Path) -> list[tuple[str, list[str], list[str]]]:
    """(name, head, expected lines) of every block; the head is its remarks and its command."""
    blocks: list[tuple[str, list[str], list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("==== "):
            blocks.append((line[5:].strip(), [], []))
        elif not blocks:
            if line.strip() and not line.startswith("#"):
                raise BadCase(f"{path}:{number}: a case begins with a line '==== name'")
        elif not any(words.startswith("$ ") for words in blocks[-1][1]) and line.startswith(("#", "$ ")):
            blocks[-1][1].append(line)
        else:
            blocks[-1][2].append(line)
    names = [name for name, _, _ in blocks]
    for name in names:
        if names.count(name) > 1:
            raise BadCase(f"{path}: two cases are named '{name}'")
    return blocks


def read_blocks(path: Path, prefix: str) -> list[Case]:
    cases = []
    for name, head, expected in split_blocks(path):
        command = next((line[2:] for line in head if line.startswith("$ ")), None)
        if command is None:
            raise BadCase(f"{path}: the case '{name}' has no line '$ command'")
        text = "\n".join(expected).rstrip("\n")
        cases.append(Case(f"{prefix}/{name}", command, text + "\n" if text else "", None, [], path, name))
    return cases


def read_cases(folder: Path, only_feature: str | None) -> list[Case]:
    cases = []
    for feature in sorted(path for path in folder.iterdir() if path.is_dir()):
        if only_feature not in (None, feature.name):
            continue
        for entry in sorted(feature.iterdir()):
            if entry.is_dir() and (entry / "cmd").exists():
                cases.append(read_folder(entry, f"{feature.name}/{entry.name}"))
            elif entry.is_dir() and (entry / "expected").exists():
                raise BadCase(f"{entry}: there is no file 'cmd'")
            elif entry.suffix == ".cases":
                cases += read_blocks(entry, f"{feature.name}/{entry.stem}")
    return cases


# ---- running ----


def copy_inputs(case: Case, target: Path) -> None:
    if case.block is not None:
        for entry in case.source.parent.iterdir():
            if entry.is_file() and entry.suffix != ".cases":
                shutil.copy(entry, target)
    else:
        shutil.copytree(case.source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN_FILES))


def environment(program: Path, home: Path) -> dict[str, str]:
    passed_on = re.compile(r"PATH|DRAGOMAN_HOME|\w+SAN_OPTIONS|TBB_ENABLE_SANITIZERS")
    kept = {name: value for name, value in os.environ.items() if passed_on.fullmatch(name)}
    kept |= {"DRAGOMAN": str(program), "SOURCE": str(ROOT), "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    if SHARED.is_dir():
        kept["SHARED"] = str(SHARED)
    return kept


def read_output(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(OUTPUT_LIMIT + 1)
    text = data[:OUTPUT_LIMIT].decode("utf-8", "backslashreplace")
    text = text.replace(str(ROOT), "$SOURCE").replace(str(SHARED), "$SHARED")
    return text if len(data) <= OUTPUT_LIMIT else text + "\n[the rest is left out]\n"


def kill_group(process: subprocess.Popen) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run(case: Case, program: Path, timeout: float) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="dragoman-case-") as temporary:
        work, home = Path(temporary) / "work", Path(temporary) / "home"
        work.mkdir()
        home.mkdir()
        copy_inputs(case, work)
        out_path, err_path = Path(temporary) / "out", Path(temporary) / "err"
        with out_path.open("wb") as out, err_path.open("wb") as err:
            process = subprocess.Popen(
                ["bash", "-o", "pipefail", "-c", case.command],
                cwd=work,
                env=environment(program, home),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
            timed_out = False
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired:
                timed_out = True
            kill_group(process)  # also what the command left running behind it
            process.wait()
        outcome = Outcome(read_output(out_path), read_output(err_path), timed_out)
    if process.returncode != 0 and not timed_out:
        if outcome.out and not outcome.out.endswith("\n"):
            outcome.out += "\n"
        outcome.out += f"[exit {process.returncode}]\n"
    return outcome


def missing_need(case: Case) -> str | None:
    for line in filter(None, (line.strip() for line in case.needs)):
        path = line.replace("$SHARED", str(SHARED)).replace("$SOURCE", str(ROOT))
        if not (ROOT / path).exists():
            return line
    return None


# ---- judging ----


def same_output(case: Case, out: str) -> bool:
    if case.block is not None:
        return (case.expected or "").rstrip("\n") == out.rstrip("\n")
    return case.expected == out


def difference(expected: str, actual: str, name: str) -> str:
    lines = difflib.unified_diff(
        expected.split("\n"), actual.split("\n"), f"{name} expected", f"{name} actual", lineterm=""
    )
    return "\n".join(lines)


def judge(case: Case, outcome: Outcome, timeout: float) -> str:
    """What is wrong, as text to print; empty if nothing is."""
    if outcome.timed_out:
        return f"did not end within {timeout:g} s and was killed\n{outcome.err[-2000:]}"
    faults = []
    if case.expected is None:
        faults.append(f"has no file 'expected'; it printed:\n{outcome.out}")
    elif not same_output(case, outcome.out):
        faults.append(difference(case.expected, outcome.out, "output"))
    if case.expected_err is not None and case.expected_err != outcome.err:
        faults.append(difference(case.expected_err, outcome.err, "standard error"))
    elif faults and outcome.err:
        faults.append("standard error was:\n" + outcome.err[-2000:])
    return "\n".join(faults)


# ---- accepting ----


def accept_block(case: Case, out: str) -> None:
    if any(line.startswith("==== ") for line in out.split("\n")):
        raise BadCase(f"{case.name}: its output has a line that begins a case; make it a folder of its own")
    text = case.source.read_text(encoding="utf-8")
    parts = [text[: text.index("==== ")] if not text.startswith("==== ") else ""]
    for name, head, expected in split_blocks(case.source):
        if name == case.block:
            expected = out.rstrip("\n").split("\n") if out.strip() else []
            expected.append("")
        parts.append("\n".join([f"==== {name}", *head, *expected]).rstrip("\n") + "\n\n")
    case.source.write_text("".join(parts).rstrip("\n") + "\n", encoding="utf-8")


def accept(case: Case, outcome: Outcome) -> None:
    if case.block is not None:
        accept_block(case, outcome.out)
        return
    (case.source / "expected").write_text(outcome.out, encoding="utf-8")
    if case.expected_err is not None:
        (case.source / "expected_err").write_text(outcome.err, encoding="utf-8")


# ---- all of them ----


def accept_line(case: Case, options: argparse.Namespace) -> str:
    words = ["python3", "test/run_cases.py"]
    if options.cases != ROOT / "test" / "cases":
        words += ["--cases", str(options.cases)]
    return shlex.join([*words, "--accept", case.name])


def run_and_report(case: Case, program: Path, options: argparse.Namespace) -> str:
    """Runs one case and prints what is to be said of it: "passed", "failed", "skipped" or "accepted"."""
    title = f"{case.name} ({program})" if len(options.program) > 1 else case.name
    missing = missing_need(case)
    if missing is not None:
        print(f"SKIPPED {title}: there is no {missing}", flush=True)
        return "skipped"
    outcome = run(case, program, options.timeout)
    fault = judge(case, outcome, options.timeout)
    if not fault:
        return "passed"
    if options.accept is not None and not outcome.timed_out:
        accept(case, outcome)
        print(f"ACCEPTED {title}", flush=True)
        return "passed"
    message = f"FAILED {title}\n{fault.rstrip()}\n"
    if not outcome.timed_out:
        message += f"to accept this: {accept_line(case, options)}\n"
    print(message, flush=True)
    return "failed"


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, action="append", metavar="PATH",
                        help="the dragoman to run (build/dragoman); may be given several times")
    parser.add_argument("--cases", type=Path, default=ROOT / "test" / "cases", metavar="FOLDER")
    parser.add_argument("--feature", metavar="FOLDER", help="only the cases of this folder of test/cases")
    parser.add_argument("--filter", default="", metavar="TEXT", help="only cases whose name holds this text")
    parser.add_argument("--accept", nargs="?", const="", metavar="TEXT",
                        help="write what they print into the failing cases [whose name holds this text]")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--timeout", type=float, default=60, metavar="SECONDS", help="for each case (60)")
    options = parser.parse_args()
    options.program = [path.absolute() for path in options.program or [ROOT / "build" / "dragoman"]]
    options.cases = options.cases.absolute()
    if options.accept is not None:
        options.jobs = 1  # blocks of one file are rewritten one after the other
    for program in options.program:
        if not os.access(program, os.X_OK):
            parser.error(f"there is no program {program}; build it with: cmake --preset release && cmake --build build")
    return options


def main() -> int:
    options = parse_options()
    try:
        cases = [
            case
            for case in read_cases(options.cases, options.feature)
            if options.filter in case.name and (options.accept or "") in case.name
        ]
        work = [(case, program) for program in options.program for case in cases]
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            outcomes = list(pool.map(lambda pair: run_and_report(*pair, options), work))
    except (BadCase, OSError) as error:
        print(error)
        return 1
    counts = [f"{outcomes.count(word)} {word}" for word in ("passed", "failed", "skipped")]
    print(", ".join(counts))
    return 1 if "failed" in outcomes or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
