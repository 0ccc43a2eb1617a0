#!/usr/bin/env python3
"""Tests of check_house.py on small trees: each rule has a tree that breaks it."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).with_name("check_house.py")
LONG = "x\n" * 401


class HouseTest(unittest.TestCase):
    def check(self, tree: dict[str, str]) -> tuple[int, list[str]]:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in tree.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout.splitlines()

    def assert_faults(self, tree: dict[str, str], *faults: str) -> None:
        self.assertEqual(self.check(tree), (1, list(faults)))

    def test_good_tree(self):
        tree = {
            "src/base/CMakeLists.txt": "",
            "src/text/CMakeLists.txt": "",
            "src/base/day.cpp": "y\n" * 400,
            "src/long.cpp": LONG,
            "tools/long_files.tsv": "# why\nfile\treason\nsrc/long.cpp\ta table\n",
            "data/names.tsv": "C\u00f4te d'Ivoire\n",
            "docs/decisions/001-first.md": "/usr/share is no machine's own\n",
            "build-asan/x.cpp": LONG,
        }
        self.assertEqual(self.check(tree)[0], 0)

    def test_ascii(self):
        self.assert_faults({"src/a.cpp": "fine\n// caf\u00e9\n"}, "src/a.cpp:2: not ASCII")

    def test_one_name_twice(self):
        self.assert_faults({"src/a/x.h": "", "src/b/x.h": ""}, "src/b/x.h: a file of this name is src/a/x.h")

    def test_one_type_name_twice(self):
        self.assert_faults({"src/a/x.h": "struct Word {\n    int a;\n};\n",
                            "src/b/y.h": "struct Word;\nclass [[nodiscard]] Word : public Text {\n};\n",
                            "src/b/z.h": "class Word;\n    struct Word {};\n"},
                           "src/b/y.h: a type Word is also in src/a/x.h")

    def test_long_file(self):
        self.assert_faults({"src/a.cpp": LONG},
                           "src/a.cpp: 401 lines; split it, or give a reason in tools/long_files.tsv")

    def test_reason_that_is_missing_or_not_needed(self):
        self.assert_faults({"src/a.cpp": LONG, "tools/long_files.tsv": "file\treason\nsrc/a.cpp\t\nsrc/b.cpp\told\n"},
                           "tools/long_files.tsv: no reason for src/a.cpp",
                           "tools/long_files.tsv: src/b.cpp is not that long")

    def test_machine_path(self):
        path = "/".join(["", "work", "main"])
        self.assert_faults({"README.md": f"x\nsee {path}\n"},
                           "README.md:2: names a path of one machine: /" + "work/m")

    def test_registry(self):
        host = ".".join(["pypi", "org"])
        self.assert_faults({"a.txt": f"https://{host}/simple\n"}, f"a.txt:1: names a registry's host: {host}")

    def test_decisions(self):
        self.assert_faults({"docs/decisions/1-x.md": "", "docs/decisions/001-a.md": "", "docs/decisions/001-b.md": ""},
                           "docs/decisions/001-b.md: 001-a.md has this number",
                           "docs/decisions/1-x.md: not named NNN-title.md")


if __name__ == "__main__":
    unittest.main()
