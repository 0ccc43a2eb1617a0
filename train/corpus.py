"""Coded texts -> training examples: sentences with their words, word pieces and labels."""
import importlib.util
import pathlib
from dataclasses import dataclass, field

from tokenizers import Tokenizer

STATUSES = ["actual", "planned", "possible", "alleged", "denied"]
ROLES = "ARPTQB"
IMPLICIT_ROLES = "ARP"  # roles that a sentence may leave out (`~`) and the coder predicts
MAX_PIECES = 256


@dataclass
class Word:
    start: int  # code points of the sentence
    end: int
    piece: int  # index of its first word piece, [CLS] counted


@dataclass
class Example:
    doc: str
    number: int  # of the sentence in its document
    text: str
    ids: list[int]
    words: list[Word]
    events: list[dict] = field(default_factory=list)  # as check_coding.py gives them


def load_tool(tools, name):
    """Imports one of the codebook's own programs, so that there is one reader of the format."""
    spec = importlib.util.spec_from_file_location(name, pathlib.Path(tools) / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_documents(tools, files):
    errors = []
    check = load_tool(tools, "check_coding")
    documents = [d for f in files for d in check.parse(f, errors)]
    if errors:
        raise SystemExit("\n".join(errors[:10]))
    return documents, list(check.ACTS)


def load_tokenizer(path):
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def words_of(tokenizer, text):
    """Word pieces with [CLS] and [SEP], cut at MAX_PIECES, and the words whose first piece is left."""
    encoding = tokenizer.encode(text)
    ids, words, last = list(encoding.ids), [], None
    for i, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets)):
        if word is None:
            continue
        if word == last:
            words[-1].end = end
        else:
            words.append(Word(start, end, i))
        last = word
    if len(ids) > MAX_PIECES:
        ids = ids[: MAX_PIECES - 1] + [ids[-1]]
        words = [w for w in words if w.piece < MAX_PIECES - 1]
    return ids, words


def examples_of(documents, tokenizer):
    examples = []
    for document in documents:
        for number, sentence in enumerate(document["sentences"]):
            ids, words = words_of(tokenizer, sentence["text"])
            examples.append(Example(document["id"], number, sentence["text"], ids, words, sentence.get("events", [])))
    return examples


def first_word(words, start, end):
    """Index of the first word that overlaps [start, end), or None (it was cut off)."""
    for i, word in enumerate(words):
        if word.start < end and start < word.end:
            return i
    return None


def labels_of(example, acts):
    """Labels of one sentence: {word: {act: weight}}, and per event its trigger word, status, role tags and omissions."""
    triggers, frames = {}, []
    for event in example.events:
        word = first_word(example.words, event["trigger"]["start"], event["trigger"]["end"])
        if word is None:
            continue
        triggers.setdefault(word, []).append(acts.index(event["act"]))
        tags = {role: [0] * len(example.words) for role in ROLES}
        for argument in sorted(event["args"], key=lambda a: a["start"] or 0):
            if argument["start"] is None:
                continue
            covered = [i for i, w in enumerate(example.words) if w.start < argument["end"] and argument["start"] < w.end]
            for k, i in enumerate(covered):
                tags[argument["role"]][i] = 1 if k == 0 else 2
        said = {a["role"] for a in event["args"] if a["start"] is not None}
        omitted = {a["role"] for a in event["args"] if a["start"] is None} - said
        frames.append({"word": word, "act": acts.index(event["act"]), "status": STATUSES.index(event["status"]),
                       "tags": tags, "omitted": [int(r in omitted) for r in IMPLICIT_ROLES]})
    return triggers, frames
