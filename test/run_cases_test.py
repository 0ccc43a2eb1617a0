#!/usr/bin/env python3
"""Tests of run_cases.py: it must pass what is right, and above all fail what is wrong."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUNNER = Path(__file__).with_name("run_cases.py")


class RunCasesTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.program = self.folder / "program"
        self.write("program", '#!/bin/sh\necho "said: $*"\necho "warned" >&2\n[ "$1" != bad ] || exit 3\n')
        self.program.chmod(0o755)

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def run_cases(self, *options: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, RUNNER, "--program", self.program, "--cases", self.folder / "cases", *options],
            capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout

    def test_right_folder_passes(self):
        self.write("cases/speech/hello/cmd", "$DRAGOMAN hello\n")
        self.write("cases/speech/hello/expected", "said: hello\n")
        self.assertEqual(self.run_cases(), (0, "1 passed, 0 failed, 0 skipped\n"))

    def test_wrong_output_fails_with_difference_and_line_that_accepts(self):
        self.write("cases/speech/hello/cmd", "$DRAGOMAN hello\n")
        self.write("cases/speech/hello/expected", "said: goodbye\n")
        status, output = self.run_cases()
        self.assertEqual(status, 1)
        self.assertIn("FAILED speech/hello\n", output)
        self.assertIn("\n-said: goodbye\n+said: hello\n", output)
        self.assertIn("--accept speech/hello\n", output)
        self.assertTrue(output.endswith("0 passed, 1 failed, 0 skipped\n"))

    def test_exit_status_is_part_of_the_output(self):
        self.write("cases/speech/bad/cmd", "$DRAGOMAN bad\n")
        self.write("cases/speech/bad/expected", "said: bad\n")
        self.assertIn("+[exit 3]", self.run_cases()[1])
        self.write("cases/speech/bad/expected", "said: bad\n[exit 3]\n")
        self.assertEqual(self.run_cases()[0], 0)

    def test_failing_head_of_a_pipe_fails(self):
        self.write("cases/speech/pipe/cmd", "$DRAGOMAN bad | cat\n")
        self.write("cases/speech/pipe/expected", "said: bad\n")
        self.assertEqual(self.run_cases()[0], 1)

    def test_standard_error_counts_only_if_expected(self):
        self.write("cases/speech/hello/cmd", "$DRAGOMAN hello\n")
        self.write("cases/speech/hello/expected", "said: hello\n")
        self.write("cases/speech/hello/expected_err", "silent\n")
        self.assertEqual(self.run_cases()[0], 1)
        self.write("cases/speech/hello/expected_err", "warned\n")
        self.assertEqual(self.run_cases()[0], 0)

    def test_case_without_expected_fails(self):
        self.write("cases/speech/new/cmd", "$DRAGOMAN hello\n")
        self.assertEqual(self.run_cases()[0], 1)

    def test_no_case_at_all_fails(self):
        self.write("cases/speech/notes", "nothing here\n")
        self.assertEqual(self.run_cases(), (1, "0 passed, 0 failed, 0 skipped\n"))

    def test_missing_need_skips_and_says_so(self):
        self.write("cases/speech/far/cmd", "false\n")
        self.write("cases/speech/far/needs", "/no/such/path\n")
        self.write("cases/speech/near/cmd", "true\n")
        self.write("cases/speech/near/expected", "")
        self.write("cases/speech/near/needs", "$SOURCE/CMakeLists.txt\n")
        status, output = self.run_cases()
        self.assertEqual(status, 0)
        self.assertEqual(output, "SKIPPED speech/far: there is no /no/such/path\n1 passed, 0 failed, 1 skipped\n")

    def test_runs_in_a_copy_of_its_folder(self):
        self.write("cases/speech/input/cmd", "cat page.txt sub/note.txt; echo gone > page.txt; ls\n")
        self.write("cases/speech/input/page.txt", "a page\n")
        self.write("cases/speech/input/sub/note.txt", "a note\n")
        self.write("cases/speech/input/expected", "a page\na note\npage.txt\nsub\n")
        self.assertEqual(self.run_cases()[0], 0)
        self.assertEqual(self.read("cases/speech/input/page.txt"), "a page\n")

    def test_endless_case_is_killed_with_its_children(self):
        self.write("cases/speech/endless/cmd", "sleep 600 & sleep 600\n")
        self.write("cases/speech/endless/expected", "")
        status, output = self.run_cases("--timeout", "0.5")
        self.assertEqual(status, 1)
        self.assertIn("FAILED speech/endless\ndid not end within 0.5 s", output)

    def test_child_left_behind_does_not_hold_up_the_case(self):
        self.write("cases/speech/server/cmd", "sleep 600 & echo started\n")
        self.write("cases/speech/server/expected", "started\n")
        self.assertEqual(self.run_cases("--timeout", "30")[0], 0)

    def test_blocks(self):
        self.write("cases/speech/data.txt", "shared input\n")
        self.write("cases/speech/small.cases",
                   "# Of small things.\n\n==== one\n# why\n$ $DRAGOMAN one\nsaid: one\n\n"
                   "==== two\n$ cat data.txt; $DRAGOMAN bad\nshared input\nsaid: bad\n[exit 3]\n\n"
                   "==== three\n$ $DRAGOMAN three\nsaid: four\n")
        status, output = self.run_cases()
        self.assertEqual(status, 1)
        self.assertIn("FAILED speech/small/three\n", output)
        self.assertTrue(output.endswith("2 passed, 1 failed, 0 skipped\n"))

    def test_blocks_of_one_name_are_refused(self):
        self.write("cases/speech/small.cases", "==== one\n$ true\n==== one\n$ true\n")
        self.assertEqual(self.run_cases()[0], 1)

    def test_accept_rewrites_only_what_it_names(self):
        self.write("cases/speech/hello/cmd", "$DRAGOMAN hello\n")
        self.write("cases/speech/hello/expected", "old\n")
        blocks = "# Head.\n\n==== one\n# why\n$ $DRAGOMAN one\nold\n\n==== two\n$ $DRAGOMAN two\nolder\n"
        self.write("cases/speech/small.cases", blocks)
        self.assertEqual(self.run_cases("--accept", "small/one")[0], 0)
        self.assertEqual(self.read("cases/speech/small.cases"), blocks.replace("\nold\n", "\nsaid: one\n"))
        self.assertEqual(self.read("cases/speech/hello/expected"), "old\n")
        self.assertEqual(self.run_cases("--accept")[0], 0)
        self.assertEqual(self.read("cases/speech/hello/expected"), "said: hello\n")
        self.assertEqual(self.run_cases(), (0, "3 passed, 0 failed, 0 skipped\n"))

    def test_only_one_feature(self):
        self.write("cases/speech/hello/cmd", "false\n")
        self.write("cases/other/speech.cases", "==== one\n$ $DRAGOMAN one\nsaid: one\n")
        self.assertEqual(self.run_cases("--feature", "other"), (0, "1 passed, 0 failed, 0 skipped\n"))

    def test_several_programs_run_every_case(self):
        self.write("cases/speech/hello/cmd", "$DRAGOMAN hello\n")
        self.write("cases/speech/hello/expected", "said: hello\n")
        self.write("other", "#!/bin/sh\necho other\n")
        (self.folder / "other").chmod(0o755)
        status, output = self.run_cases("--program", str(self.folder / "other"))
        self.assertEqual(status, 1)
        self.assertTrue(output.endswith("1 passed, 1 failed, 0 skipped\n"))


if __name__ == "__main__":
    unittest.main()
