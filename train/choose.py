"""Prints the run that did best on dev.

usage: choose.py RUN...
"""
import json
import pathlib
import sys

from fit import merit


def main():
    runs = [pathlib.Path(r) for r in sys.argv[1:]]
    print(max(runs, key=lambda run: merit(json.loads((run / "fit.json").read_text())["dev"])))


if __name__ == "__main__":
    main()
