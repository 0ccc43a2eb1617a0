"""Turns trained weights into a model folder: OpenVINO IR with int8 weights, vocabulary, card with hashes and samples.

usage: export.py --encoder DIR --run DIR --out ../models/fast [--name NAME] [--find X] ...
"""
import argparse
import glob
import hashlib
import json
import pathlib

import nncf
import numpy as np
import openvino as ov
import torch

import corpus
import reference
from calibrate import calibrate
from fit import brief, outputs_of, score_outputs
from label import load_net

HERE = pathlib.Path(__file__).resolve().parent
OUTPUTS = ["acts", "status", "roles", "implicit"]

# Invented sentences that every copy of the model must read as it did here.
SAMPLES = [
    "Norland severed diplomatic relations with Peru in 1987 and closed its embassy in Lima.",
    "The foreign ministers of Chile and Ghana will meet in Accra on Friday to sign a trade agreement.",
    "Kenya denied that its troops had shelled a village in Somalia.",
    "The council discussed the colour of the new curtains.",
]


def convert(net, path):
    """Writes model.xml and model.bin; the input is int64 [B,L], both free."""
    model = ov.convert_model(net, example_input=torch.ones(2, 7, dtype=torch.long), input=[ov.PartialShape([-1, -1])])
    model.inputs[0].get_tensor().set_names({"input_ids"})
    for port, name in zip(model.outputs, OUTPUTS):
        port.get_tensor().set_names({name})
    model = nncf.compress_weights(model, mode=nncf.CompressWeightsMode.INT8_ASYM)
    ov.save_model(model, str(path / "model.xml"), compress_to_fp16=True)
    split_weights(path)


PART = 64 << 20  # bytes; hosts of git refuse files over 100 MB


def split_weights(path):
    """model.bin -> model.bin.1, model.bin.2, ... if it is longer than one part."""
    weights = (path / "model.bin").read_bytes()
    for old in path.glob("model.bin.*"):
        old.unlink()
    if len(weights) <= PART:
        return
    for n, at in enumerate(range(0, len(weights), PART), 1):
        (path / f"model.bin.{n}").write_bytes(weights[at:at + PART])
    (path / "model.bin").unlink()


def weight_files(path):
    return [path / "model.bin"] if (path / "model.bin").exists() else sorted(path.glob("model.bin.*"))


class Compiled:
    """The exported model behind the same call as the network, with the settings that the program uses."""

    def __init__(self, path, threads=1):
        core = ov.Core()
        weights = b"".join(f.read_bytes() for f in weight_files(path))
        network = core.read_model((path / "model.xml").read_bytes(), weights)
        self.model = core.compile_model(network, "CPU", {
            "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1, "ENABLE_CPU_PINNING": False,
            "DYNAMIC_QUANTIZATION_GROUP_SIZE": 128, "INFERENCE_PRECISION_HINT": "f32"})

    def eval(self):
        return self

    def __call__(self, ids):
        result = self.model([ids.numpy()])
        return tuple(torch.from_numpy(np.array(result[name])) for name in OUTPUTS)


def hash_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def samples_of(compiled, tokenizer, acts, thresholds, calibration):
    documents = [{"id": f"sample-{n}", "sentences": [{"text": t}]} for n, t in enumerate(SAMPLES)]
    examples = corpus.examples_of(documents, tokenizer)
    samples = []
    for example, output in zip(examples, outputs_of(compiled, examples)):
        mentions = reference.decode(example.text, example.words, output, acts, thresholds, calibration)
        samples.append({"text": example.text, "mentions": [
            {"act": m["act"], "begin": m["start"], "end": m["end"], "score": round(m["score"], 4)} for m in mentions]})
    return samples


def write_vocabulary(encoder, path):
    vocabulary = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = sorted(vocabulary, key=vocabulary.get)
    assert [vocabulary[p] for p in pieces] == list(range(len(pieces)))
    assert not any(p != p.strip() or not p for p in pieces)
    (path / "vocab.txt").write_text("".join(p + "\n" for p in pieces), encoding="utf-8")


def special_pieces(tokenizer, encoder):
    """The pieces that the encoder's tokenizer puts before and after a text, and for what it does not know."""
    begin, end = tokenizer.encode("").tokens
    return {"begin": begin, "end": end, "unknown": json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["unk_token"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=pathlib.Path, required=True)
    parser.add_argument("--encoder-name", default="all-MiniLM-L6-v2 (Apache-2.0)")
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../../shared"))
    parser.add_argument("--name", default="fast")
    parser.add_argument("--version", default="1")
    parser.add_argument("--find", type=float, help="probability from which a word is a trigger; else the one that fit.py found")
    parser.add_argument("--second", type=float, default=reference.THRESHOLDS["second"],
                        help="probability from which a second act is read off a trigger")
    options = parser.parse_args()
    fit = json.loads((options.run / "fit.json").read_text())
    acts = fit["acts"]
    net = load_net(options.encoder, options.run, acts)
    options.out.mkdir(parents=True, exist_ok=True)
    convert(net, options.out)
    write_vocabulary(options.encoder, options.out)
    thresholds = {"find": options.find or fit["find"], "second": options.second, "implicit": reference.THRESHOLDS["implicit"]}
    tokenizer = corpus.load_tokenizer(options.encoder / "tokenizer.json")
    documents, _ = corpus.read_documents(options.shared / "tools", sorted(glob.glob(str(options.shared / "corpus/dev/*.cod"))))
    examples = corpus.examples_of(documents, tokenizer)
    heldout, _ = corpus.read_documents(options.shared / "tools", sorted(glob.glob(str(HERE.parent / "corpus/heldout/*.cod"))))
    unseen = corpus.examples_of(heldout, tokenizer)
    scorer = corpus.load_tool(options.shared / "tools", "score_coding")
    compiled = Compiled(options.out)
    outputs = outputs_of(compiled, examples)
    float_scores = brief(score_outputs(outputs_of(net, examples), examples, documents, acts, scorer, thresholds))
    int8_scores = brief(score_outputs(outputs, examples, documents, acts, scorer, thresholds))
    unseen_outputs = outputs_of(compiled, unseen)
    heldout_scores = brief(score_outputs(unseen_outputs, unseen, heldout, acts, scorer, thresholds))
    calibration, calibration_error = calibrate(examples, outputs, acts, thresholds)
    print("float", json.dumps(float_scores))
    print("int8 ", json.dumps(int8_scores))
    print("int8, corpus/heldout", json.dumps(heldout_scores))
    print("calibration", calibration, "expected error on unseen documents", calibration_error)
    card = {
        "name": options.name, "version": options.version, "encoder": options.encoder_name,
        "licence": "CC BY-SA 4.0: trained on Wikipedia Portal:Current events texts (CC BY-SA 4.0), Wikinews texts (CC BY 2.5), US "
                   "government texts (public domain) and invented texts (CC0), all coded by the Dragoman team",
        "training": fit["options"], "dev_float": float_scores, "dev_int8": int8_scores, "heldout_int8": heldout_scores,
        "files": {f.name: hash_of(f) for f in (options.out / "model.xml", *weight_files(options.out), options.out / "vocab.txt")},
        "acts": acts, "max_pieces": corpus.MAX_PIECES, "special_pieces": special_pieces(tokenizer, options.encoder),
        "thresholds": thresholds, "calibration": calibration, "calibration_error_unseen": calibration_error,
        "samples": samples_of(compiled, tokenizer, acts, thresholds, calibration)}
    for path in ("encoder", "shared", "out", "init", "soft"):
        card["training"].pop(path, None)  # folders of one machine
    (options.out / "card.json").write_text(json.dumps(card, indent=1) + "\n")


if __name__ == "__main__":
    main()
