"""Trains the coder's network on coded texts and keeps the weights that do best on dev.

usage: fit.py --encoder DIR --out DIR [--epochs N] [--seed N] ... ; see --help
"""
import argparse
import copy
import glob
import json
import math
import pathlib
import pickle
import random
import time

import numpy as np
import torch
from torch.nn import functional as F
from transformers import AutoModel

import corpus
import reference
from model import CoderNet


HERE = pathlib.Path(__file__).resolve().parent


def collate(examples, acts):
    """A padded batch with its labels; -100 marks positions that carry none."""
    width = max(len(e.ids) for e in examples)
    ids = torch.zeros(len(examples), width, dtype=torch.long)
    mask = torch.zeros(len(examples), width, dtype=torch.long)
    act_target = torch.zeros(len(examples), width, 1 + len(acts))
    is_word = torch.zeros(len(examples), width, dtype=torch.bool)
    rows, status, tags, omitted = [], [], [], []
    for n, example in enumerate(examples):
        ids[n, :len(example.ids)] = torch.tensor(example.ids)
        mask[n, :len(example.ids)] = 1
        triggers, frames = corpus.labels_of(example, acts)
        for i, word in enumerate(example.words):
            is_word[n, word.piece] = True
            for act in triggers.get(i, []):
                act_target[n, word.piece, 1 + act] += 1 / len(triggers[i])
            if i not in triggers:
                act_target[n, word.piece, 0] = 1
        for frame in frames:
            rows.append((n, example.words[frame["word"]].piece))
            status.append(frame["status"])
            omitted.append(frame["omitted"])
            row = torch.full((width, len(corpus.ROLES)), -100, dtype=torch.long)
            for r, role in enumerate(corpus.ROLES):
                for i, word in enumerate(example.words):
                    row[word.piece, r] = frame["tags"][role][i]
            tags.append(row)
    return {"ids": ids, "mask": mask, "act": act_target, "is_word": is_word, "rows": rows,
            "status": torch.tensor(status), "tags": torch.stack(tags) if tags else None,
            "omitted": torch.tensor(omitted, dtype=torch.float)}


def collate_soft(labelled, tokenizer, acts):
    """A padded batch of sentences that a teacher has read (see label.py)."""
    read = [corpus.words_of(tokenizer, text) for text, _, _ in labelled]
    width = max(len(ids) for ids, _ in read)
    ids = torch.zeros(len(read), width, dtype=torch.long)
    mask = torch.zeros(len(read), width, dtype=torch.long)
    act_target = torch.zeros(len(read), width, 1 + len(acts))
    is_word = torch.zeros(len(read), width, dtype=torch.bool)
    rows, weight, status, tags, omitted = [], [], [], [], []
    for n, ((pieces, words), (_, word_acts, frames)) in enumerate(zip(read, labelled)):
        at = [w.piece for w in words]
        ids[n, :len(pieces)] = torch.tensor(pieces)
        mask[n, :len(pieces)] = 1
        act_target[n, at] = torch.from_numpy(word_acts).float()
        is_word[n, at] = True
        for i, frame_status, frame_roles, frame_omitted in frames:
            rows.append((n, at[i]))
            weight.append(1 - float(word_acts[i][0]))
            status.append(torch.from_numpy(frame_status).float())
            omitted.append(torch.from_numpy(frame_omitted).float())
            row = torch.zeros(width, 3 * len(corpus.ROLES))
            row[at] = torch.from_numpy(frame_roles).float()
            tags.append(row)
    stack = lambda parts: torch.stack(parts) if parts else None
    return {"ids": ids, "mask": mask, "act": act_target, "is_word": is_word, "rows": rows, "weight": torch.tensor(weight),
            "status": stack(status), "tags": stack(tags), "omitted": stack(omitted)}


def trigger_places(batch):
    """Row and word piece of each trigger of a batch."""
    rows = torch.tensor(batch["rows"], dtype=torch.long).reshape(-1, 2)
    return rows[:, 0], rows[:, 1]


def soft_loss_of(net, batch, options):
    """Cross-entropy against the teacher's probabilities; frames count by how sure the teacher was of their trigger."""
    b, t = trigger_places(batch)
    acts, status, tag_logits, implicit = net.logits_of_triggers(batch["ids"], batch["mask"], b, t)
    n = batch["ids"].shape[0]
    total = (-(batch["act"] * acts.float().log_softmax(-1)).sum(-1) * batch["is_word"]).sum() / n
    if batch["rows"]:
        per_status = -(batch["status"] * status.float().log_softmax(-1)).sum(-1)
        per_omitted = F.binary_cross_entropy_with_logits(implicit.float(), batch["omitted"], reduction="none").sum(-1)
        log_tags = tag_logits.float().reshape(*tag_logits.shape[:2], -1, 3).log_softmax(-1).flatten(2)
        per_role = -(batch["tags"] * log_tags).sum((-1, -2))
        per_frame = options.status_weight * per_status + 0.5 * per_omitted + options.role_weight * per_role
        total = total + (batch["weight"] * per_frame).sum() / n
    return total


def loss_of(net, batch, options):
    b, t = trigger_places(batch)
    acts, status, tag_logits, implicit = net.logits_of_triggers(batch["ids"], batch["mask"], b, t)
    n = batch["ids"].shape[0]
    log_acts = acts.float().log_softmax(-1)
    per_word = -(batch["act"] * log_acts).sum(-1)
    if options.smooth:
        per_word = (1 - options.smooth) * per_word - options.smooth * log_acts.mean(-1)
    total = (per_word * batch["is_word"]).sum() / n
    if batch["rows"]:
        total = total + options.status_weight * F.cross_entropy(status.float(), batch["status"], reduction="sum") / n
        total = total + 0.5 * F.binary_cross_entropy_with_logits(implicit.float(), batch["omitted"], reduction="sum") / n
        tags = F.cross_entropy(tag_logits.float().reshape(-1, 3), batch["tags"].reshape(-1), ignore_index=-100, reduction="sum")
        total = total + options.role_weight * tags / n
    return total


@torch.no_grad()
def outputs_of(net, examples):
    """Network outputs per example, in their order; batches of equal length, as the program makes them."""
    net.eval()
    by_length = {}
    for n, example in enumerate(examples):
        by_length.setdefault(len(example.ids), []).append(n)
    results = [None] * len(examples)
    for numbers in by_length.values():
        for at in range(0, len(numbers), 32):
            part = numbers[at:at + 32]
            values = net(torch.tensor([examples[n].ids for n in part]))
            for k, n in enumerate(part):
                results[n] = tuple(v[k].float().numpy() for v in values)
    return results


THRESHOLDS_TO_TRY = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)


def best_on_dev(net, examples, documents, acts, scorer):
    """Scores at the trigger threshold that suits the network best, and that threshold."""
    outputs = outputs_of(net, examples)
    tries = [(brief(score_outputs(outputs, examples, documents, acts, scorer, {**reference.THRESHOLDS, "find": t})), t)
             for t in THRESHOLDS_TO_TRY]
    return max(tries, key=lambda found: merit(found[0]))


def merit(scores):
    """What a checkpoint is chosen by: finding and naming events and their participants count alike."""
    return sum(scores[k] for k in ("find", "type", "act", "role", "status_acc"))


def score_outputs(outputs, examples, documents, acts, scorer, thresholds):
    by_doc = {}
    for example, output in zip(examples, outputs):
        mentions = reference.decode(example.text, example.words, output, acts, thresholds)
        by_doc.setdefault(example.doc, []).append((example.text, mentions))
    answer = {d: reference.to_coding(d, s) for d, s in by_doc.items()}
    scores, _ = scorer.score(documents, answer)
    return scores


def brief(scores):
    return {k: scores[k]["f1"] if isinstance(scores[k], dict) else scores[k]
            for k in ("find", "type", "act", "role", "status_macro_f1", "status_acc")}


def batches_of(examples, size, rng):
    """Shuffled batches of sentences of like length."""
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].ids) + rng.random() * 8)
    batches = [order[i:i + size] for i in range(0, len(order), size)]
    rng.shuffle(batches)
    return [[examples[n] for n in b] for b in batches]


def mean_state(states):
    return {k: sum(s[k].float() for s in states) / len(states) if states[0][k].is_floating_point() else states[0][k] for k in states[0]}


def measure(net, state, dev, dev_docs, acts, scorer):
    net.load_state_dict(state)
    return best_on_dev(net, dev, dev_docs, acts, scorer)


def best_average(kept, measured):
    """The best epoch, or the mean of the two, three, ... best epochs, whichever does best on dev."""
    best = kept[0]
    for n in range(2, len(kept) + 1):
        state = mean_state([k[3] for k in kept[:n]])
        scores, threshold = measured(state)
        if merit(scores) > merit(best[0]):
            best = (scores, threshold, sorted(e for k in kept[:n] for e in k[2]), state)
    return best


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", required=True, help="folder of the pretrained encoder (config, weights, tokenizer.json)")
    parser.add_argument("--shared", default="../../shared", help="folder with corpus/ and tools/")
    parser.add_argument("--out", required=True)
    parser.add_argument("--init", help="weights of an earlier run to go on from")
    parser.add_argument("--layers", type=int, default=0, help="layers of the encoder to use, from the bottom; 0: all")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--smooth", type=float, default=0.0)
    parser.add_argument("--status-weight", type=float, default=0.5)
    parser.add_argument("--role-weight", type=float, default=0.3)
    parser.add_argument("--soft", help="teacher's labels, made by label.py")
    parser.add_argument("--soft-ratio", type=int, default=2, help="batches of teacher's labels for each batch of coded text")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def make_optimizer(net, options):
    encoder, heads = [], []
    for name, p in net.named_parameters():
        if p.requires_grad:
            (encoder if name.startswith("encoder.") else heads).append(p)
    groups = [{"params": encoder, "lr": options.lr}, {"params": heads, "lr": options.head_lr}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


class SoftLabels:
    """An endless, shuffled stream of sentences that a teacher has read, in batches of like length."""

    def __init__(self, path, rng):
        with open(path, "rb") as file:
            self.labelled = pickle.load(file)
        self.rng, self.queue = rng, []

    def next(self, size):
        if not self.queue:
            order = sorted(self.labelled, key=lambda e: len(e[0]) + self.rng.random() * 30)
            self.queue = [order[i:i + size] for i in range(0, len(order), size)]
            self.rng.shuffle(self.queue)
        return self.queue.pop()


def step(net, optimizer, loss_function, batch, options):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = loss_function(net, batch, options)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def main():
    options = parse_options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    shared = pathlib.Path(options.shared)
    tokenizer = corpus.load_tokenizer(pathlib.Path(options.encoder) / "tokenizer.json")
    coded = [f for folder in (shared / "corpus/train", HERE.parent / "corpus/train") for f in sorted(glob.glob(f"{folder}/*.cod"))]
    train_docs, acts = corpus.read_documents(shared / "tools", coded)
    dev_docs, _ = corpus.read_documents(shared / "tools", sorted(glob.glob(str(shared / "corpus/dev/*.cod"))))
    scorer = corpus.load_tool(shared / "tools", "score_coding")
    train, dev = corpus.examples_of(train_docs, tokenizer), corpus.examples_of(dev_docs, tokenizer)
    net = CoderNet(AutoModel.from_pretrained(options.encoder, add_pooling_layer=False), len(acts), dropout=options.dropout, layers=options.layers)
    if options.init:
        net.load_state_dict(torch.load(options.init))
    net.encoder.embeddings.requires_grad_(False)  # a few thousand sentences name too few words to move them; saves a tenth of the time
    soft = SoftLabels(options.soft, rng) if options.soft else None
    optimizer = make_optimizer(net, options)
    steps = options.epochs * math.ceil(len(train) / options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0.02, 1 - s / steps))
    print(f"{len(train)} sentences to train on, {len(dev)} to measure on, {steps} steps", flush=True)
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    started, kept = time.time(), []
    for epoch in range(options.epochs):
        net.train()
        total = 0.0
        for examples in batches_of(train, options.batch, rng):
            total += step(net, optimizer, loss_of, collate(examples, acts), options)
            for _ in range(options.soft_ratio if soft else 0):
                step(net, optimizer, soft_loss_of, collate_soft(soft.next(options.batch), tokenizer, acts), options)
            schedule.step()
        scores, threshold = best_on_dev(net, dev, dev_docs, acts, scorer)
        print(json.dumps({"epoch": epoch + 1, "minutes": round((time.time() - started) / 60, 1), "threshold": threshold,
                          "loss": round(total / (len(train) / options.batch), 3), **scores}), flush=True)
        kept.append((scores, threshold, [epoch + 1], copy.deepcopy(net.state_dict())))
        kept = sorted(kept, key=lambda k: -merit(k[0]))[:4]
        torch.save(kept[0][3], out / "weights.pt")
    scores, threshold, epochs, state = best_average(kept, lambda state: measure(net, state, dev, dev_docs, acts, scorer))
    print(json.dumps({"kept_epochs": epochs, "threshold": threshold, "options": vars(options), **scores}), flush=True)
    torch.save(state, out / "weights.pt")
    (out / "fit.json").write_text(json.dumps({"acts": acts, "options": vars(options), "kept_epochs": epochs, "find": threshold, "dev": scores}, indent=1))


if __name__ == "__main__":
    main()
