#!/usr/bin/env python3
"""Tests of tools/check_layers.py on small trees, good and bad."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).resolve().parent.parent / "tools" / "check_layers.py"

GOOD_TREE = {
    "CMakeLists.txt": "# Lowest first\nforeach(module base text cli)\n  add_subdirectory(src/${module})\nendforeach()\n",
    "src/base/CMakeLists.txt": "dragoman_module(base USES LINKS fmt::fmt)\n",
    "src/base/day.h": "#include <string>\n",
    "src/base/day.cpp": '#include "base/day.h"\n\n#include <fmt/format.h>\n',
    "src/text/CMakeLists.txt": "dragoman_module(text USES base)\n",
    "src/text/split.h": '#include "base/day.h"\n',
    "src/text/split_test.cpp": '#include "text/split.h"\n#include "base/day.h"\n',
    "src/cli/CMakeLists.txt": "dragoman_module(cli USES text  # not base\n  LINKS CLI11::CLI11)\n",
    "src/cli/main.cpp": '#include "text/split.h"\n',
}


class LayersTest(unittest.TestCase):
    def check(self, changes: dict[str, str]) -> tuple[int, str]:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (GOOD_TREE | changes).items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout

    def assert_faults(self, changes: dict[str, str], *faults: str) -> None:
        self.assertEqual(self.check(changes), (1, "".join(fault + "\n" for fault in faults)))

    def test_good_tree(self):
        self.assertEqual(self.check({}), (0, "3 folders include only what they may\n"))

    def test_include_that_uses_does_not_name(self):
        self.assert_faults({"src/cli/main.cpp": '\n#include "base/day.h"\n'},
                           'src/cli/main.cpp:2: includes "base/day.h": cli does not use base')

    def test_tests_and_angle_brackets_count_too(self):
        self.assert_faults({"src/base/day_test.cpp": "  # include <text/split.h>\n"},
                           'src/base/day_test.cpp:1: includes "text/split.h": base does not use text')

    def test_include_without_folder(self):
        self.assert_faults({"src/base/day.cpp": '#include "day.h"\n'},
                           'src/base/day.cpp:1: includes "day.h": write it as folder/header.h')

    def test_way_out_by_dots(self):
        self.assert_faults({"src/base/day.cpp": '#include "../text/split.h"\n'},
                           'src/base/day.cpp:1: includes "../text/split.h": base does not use ..')

    def test_use_of_what_stands_below(self):
        self.assert_faults({"src/text/CMakeLists.txt": "dragoman_module(text USES base cli)\n",
                            "src/cli/CMakeLists.txt": "dragoman_module(cli USES base)\n", "src/cli/main.cpp": ""},
                           "src/text/CMakeLists.txt: USES cli, which does not stand above text in CMakeLists.txt")

    def test_two_that_use_each_other(self):
        self.assert_faults({"src/base/CMakeLists.txt": "dragoman_module(base USES text)\n"},
                           "src/base/CMakeLists.txt: USES text, which does not stand above base in CMakeLists.txt",
                           "src/base and src/text use each other")

    def test_folder_that_the_list_lacks(self):
        self.assert_faults({"src/page/CMakeLists.txt": "dragoman_module(page USES)\n"},
                           "src/page: not in the list of folders in CMakeLists.txt")

    def test_folder_without_declaration(self):
        self.assert_faults({"src/cli/CMakeLists.txt": "add_executable(dragoman main.cpp)\n"},
                           "src/cli/CMakeLists.txt: no dragoman_module(cli USES ...)")

    def test_folder_that_does_not_exist(self):
        self.assert_faults({"CMakeLists.txt": "foreach(module base text page cli)\n"},
                           "CMakeLists.txt: src/page does not exist")


if __name__ == "__main__":
    unittest.main()
