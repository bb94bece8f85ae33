"""Attention, transformer blocks and the letter model in PyTorch, with the course's names; for the scripts beside it."""
import torch
from torch import nn
from torch.nn import functional as F


class Attention(nn.Module):
    def __init__(self, width, heads, causal=False):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.heads, self.causal = heads, causal

    def forward(self, x, memory=None, real=None, prefix=None):
        memory = x if memory is None else memory
        k, v = self.key(memory), self.value(memory)
        extra = 0
        if prefix is not None:
            extra = prefix[0].shape[0]
            k, v = (torch.cat([p.expand(x.shape[0], -1, -1), z], 1) for p, z in zip(prefix, (k, v)))
        split = lambda z: z.unflatten(-1, (self.heads, -1)).transpose(1, 2)
        seen = torch.ones(x.shape[0], 1, x.shape[1], k.shape[1], dtype=torch.bool)
        if self.causal:
            seen &= torch.ones(x.shape[1], k.shape[1], dtype=torch.bool).tril(k.shape[1] - x.shape[1])
        if real is not None:
            seen &= F.pad(real, (extra, 0), value=True)[:, None, None, :]
        y = F.scaled_dot_product_attention(split(self.query(x)), split(k), split(v), attn_mask=seen)
        return self.output(y.transpose(1, 2).flatten(2))


class FeedForward(nn.Module):
    def __init__(self, width, hidden, function, gated):
        super().__init__()
        self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)
        if gated:
            self.gate = nn.Linear(width, hidden)
        self.function, self.gated = function, gated

    def forward(self, x):
        h = self.function(self.gate(x)) * self.up(x) if self.gated else self.function(self.up(x))
        return self.down(h)


class Block(nn.Module):
    def __init__(self, width, heads, hidden, placement="pre", causal=False, function=F.relu, gated=False):
        super().__init__()
        self.attention, self.attention_norm = Attention(width, heads, causal), nn.LayerNorm(width)
        self.feed_forward, self.feed_forward_norm = FeedForward(width, hidden, function, gated), nn.LayerNorm(width)
        self.placement = placement

    def forward(self, x, real=None):
        if self.placement == "pre":
            h = x + self.attention(self.attention_norm(x), real=real)
            return h + self.feed_forward(self.feed_forward_norm(h))
        h = self.attention_norm(x + self.attention(x, real=real))
        return self.feed_forward_norm(h + self.feed_forward(h))


class LetterModel(nn.Module):
    def __init__(self, tokens=27, places=11, width=32, heads=4, hidden=64, blocks=2):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(tokens, width), nn.Embedding(places, width)
        self.blocks = nn.ModuleList([Block(width, heads, hidden, causal=True) for _ in range(blocks)])
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, tokens)

    def forward(self, words):
        h = self.tokens(words) + self.positions.weight[: words.shape[1]]
        for block in self.blocks:
            h = block(h)
        return self.head(self.norm(h))
