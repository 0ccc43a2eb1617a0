"""The coder's network: one encoder pass, then heads on the first piece of each word.

Outputs are probabilities (see docs/model.md): acts [B,L,1+A], status [B,L,5], roles [B,L,L,18], implicit [B,L,3].
"""
import torch
from torch import nn
from torch.nn import functional as F

from corpus import IMPLICIT_ROLES, ROLES, STATUSES

REACH = 24  # relative positions beyond this are one class


class RoleHead(nn.Module):
    """Scores every word as an argument of every trigger, from both states, their product and their distance."""

    def __init__(self, hidden, acts, width):
        super().__init__()
        self.trigger = nn.Linear(hidden, width)
        self.word = nn.Linear(hidden, width)
        self.trigger_gate = nn.Linear(hidden, width)
        self.word_gate = nn.Linear(hidden, width)
        self.act = nn.Linear(1 + acts, width, bias=False)
        self.distance = nn.Embedding(2 * REACH + 1, width)
        self.out = nn.Linear(width, 3 * len(ROLES))

    def forward(self, states, act_probabilities):
        place = torch.arange(states.shape[1], device=states.device)
        distance = (place.unsqueeze(0) - place.unsqueeze(1)).clamp(-REACH, REACH) + REACH
        rows = (self.trigger(states) + self.act(act_probabilities)).unsqueeze(2)
        mixed = rows + self.word(states).unsqueeze(1) + self.distance(distance).unsqueeze(0)
        mixed = mixed + self.trigger_gate(states).unsqueeze(2) * self.word_gate(states).unsqueeze(1)
        return self.out(F.gelu(mixed, approximate="tanh"))

    def of_triggers(self, states, act_probabilities, b, t):
        """The same for the triggers at (b[k], t[k]) only: [K,L,18]. Training needs no more."""
        place = torch.arange(states.shape[1], device=states.device)
        distance = (place.unsqueeze(0) - t.unsqueeze(1)).clamp(-REACH, REACH) + REACH
        triggers = states[b, t]
        rows = (self.trigger(triggers) + self.act(act_probabilities[b, t])).unsqueeze(1)
        mixed = rows + self.word(states)[b] + self.distance(distance)
        mixed = mixed + self.trigger_gate(triggers).unsqueeze(1) * self.word_gate(states)[b]
        return self.out(F.gelu(mixed, approximate="tanh"))


class CoderNet(nn.Module):
    """`layers`: how many layers of the encoder are used, from the bottom; 0: all."""

    def __init__(self, encoder, acts, width=128, dropout=0.1, layers=0):
        super().__init__()
        hidden = encoder.config.hidden_size
        if layers:
            encoder.encoder.layer = encoder.encoder.layer[:layers]
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.act = nn.Linear(hidden, 1 + acts)
        self.status = nn.Sequential(nn.Linear(hidden, width), nn.GELU(), nn.Linear(width, len(STATUSES)))
        self.implicit = nn.Sequential(nn.Linear(hidden, width), nn.GELU(), nn.Linear(width, len(IMPLICIT_ROLES)))
        self.roles = RoleHead(hidden, acts, width)

    def logits_of_triggers(self, input_ids, attention_mask, b, t):
        """For training: acts of every piece, and status, roles and omissions of the triggers at (b[k], t[k])."""
        states = self.dropout(self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state)
        acts = self.act(states)
        triggers = states[b, t]
        return acts, self.status(triggers), self.roles.of_triggers(states, acts.detach().softmax(-1), b, t), self.implicit(triggers)

    def forward(self, input_ids):
        states = self.encoder(input_ids=input_ids, attention_mask=torch.ones_like(input_ids)).last_hidden_state
        acts = self.act(states)
        status, roles, implicit = self.status(states), self.roles(states, acts.softmax(-1)), self.implicit(states)
        b, l, _ = acts.shape
        roles = roles.reshape(b, l, l, len(ROLES), 3).softmax(-1).reshape(b, l, l, 3 * len(ROLES))
        return acts.softmax(-1), status.softmax(-1), roles, implicit.sigmoid()
