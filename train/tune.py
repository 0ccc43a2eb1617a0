"""Shows dev figures of a run over a range of thresholds.

usage: tune.py --encoder DIR --run DIR [--shared DIR]
"""
import argparse
import glob
import json
import pathlib

import corpus
import reference
from fit import brief, outputs_of, score_outputs
from label import load_net


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=pathlib.Path, required=True)
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../../shared"))
    options = parser.parse_args()
    acts = json.loads((options.run / "fit.json").read_text())["acts"]
    net = load_net(options.encoder, options.run, acts)
    tokenizer = corpus.load_tokenizer(options.encoder / "tokenizer.json")
    documents, _ = corpus.read_documents(options.shared / "tools", sorted(glob.glob(str(options.shared / "corpus/dev/*.cod"))))
    examples = corpus.examples_of(documents, tokenizer)
    scorer = corpus.load_tool(options.shared / "tools", "score_coding")
    outputs = outputs_of(net, examples)
    for find in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        for second in (0.4, 0.45, 0.5):
            thresholds = {"find": find, "second": second, "implicit": reference.THRESHOLDS["implicit"]}
            scores = score_outputs(outputs, examples, documents, acts, scorer, thresholds)
            print(find, second, json.dumps(brief(scores)), scores["find"])


if __name__ == "__main__":
    main()
