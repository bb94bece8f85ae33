#!/usr/bin/env python3
"""Makes transformer.json and letters.safetensors: attention, transformer blocks and a letter model by PyTorch.

Usage: python3 make_transformer_fixtures.py      (needs torch and safetensors from PyPI; the file names torch's version)

Each case of transformer.json has a state (names as in the course), an input, the result, and the gradient of
sum(weight * result) by the input and by each entry of the state, in float64, with the fixed weights
0.5 + (7 i mod 11) / 10 for entry i. letters.safetensors is a letter model's state in float32, as PyTorch writes it; its
logits for WORDS and the losses of ten steps of training on them are in transformer.json.
"""
import json, pathlib
import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F
from letter_model import Attention, Block, FeedForward, LetterModel

torch.manual_seed(29)
torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
WIDTH, HEADS, HIDDEN = 4, 2, 3


def numbers(tensor):
    return {"shape": list(tensor.shape), "numbers": tensor.detach().double().flatten().tolist()}


def weights(tensor):
    return (0.5 + (7 * torch.arange(tensor.numel()) % 11) / 10).reshape(tensor.shape)


def stir(module):
    """Norms and biases away from one and zero, so that each has a part in the result."""
    for parameter in module.parameters():
        parameter.data += 0.3 * torch.randn_like(parameter)


def case(module, *inputs, **options):
    stir(module)
    inputs = [x.requires_grad_() for x in inputs]
    y = module(*inputs, **options)
    state = dict(module.named_parameters())
    gradients = torch.autograd.grad((weights(y) * y).sum(), inputs + list(state.values()))
    return {
        "inputs": [numbers(x) for x in inputs], "state": {name: numbers(p) for name, p in state.items()},
        "result": numbers(y), "inputGradients": [numbers(g) for g in gradients[: len(inputs)]],
        "gradients": {name: numbers(g) for name, g in zip(state, gradients[len(inputs):])},
    }


class WithPrefix(nn.Module):
    """A causal attention with two trained keys and values in front."""
    def __init__(self):
        super().__init__()
        self.attention = Attention(WIDTH, HEADS, causal=True)
        self.keys, self.values = (nn.Parameter(torch.randn(2, WIDTH)) for _ in range(2))

    def forward(self, x, real=None):
        return self.attention(x, real=real, prefix=(self.keys, self.values))


REAL = torch.tensor([[True, True, False], [True, False, True]])
x, memory = lambda: torch.randn(2, 3, WIDTH), lambda: torch.randn(2, 5, WIDTH)
cases = {
    "attention": case(Attention(WIDTH, HEADS), x()),
    "attention, causal": case(Attention(WIDTH, HEADS, causal=True), x()),
    "attention, padding": case(Attention(WIDTH, HEADS), x(), real=REAL),
    "attention, causal, padding": case(Attention(WIDTH, HEADS, causal=True), x(), real=REAL),
    "attention, cross": case(Attention(WIDTH, HEADS), x(), memory()),
    "attention, prefix": case(WithPrefix(), x()),
    "attention, prefix, padding": case(WithPrefix(), x(), real=REAL),
}
FUNCTIONS = {"identity": lambda z: z, "sigmoid": torch.sigmoid, "relu": F.relu, "gelu": F.gelu, "silu": F.silu}
for placement in ["pre", "post"]:
    for causal in [False, True]:
        name = f"block, {placement}" + (", causal" if causal else "")
        cases[name] = case(Block(WIDTH, HEADS, HIDDEN, placement, causal), x())
    cases[f"block, {placement}, padding"] = case(Block(WIDTH, HEADS, HIDDEN, placement), x(), real=REAL)
for gated in [False, True]:
    for name, function in FUNCTIONS.items():
        key = f"feed-forward, {name}" + (", gated" if gated else "")
        cases[key] = case(FeedForward(WIDTH, HIDDEN, function, gated), x())

# cat, horses, i — with padding behind.
WORDS = torch.tensor([[0, 3, 1, 20, 0, 0, 0], [0, 8, 15, 18, 19, 5, 19], [0, 9, 0, 0, 0, 0, 0]])
TARGETS = torch.tensor([[3, 1, 20, 0, -1, -1, -1], [8, 15, 18, 19, 5, 19, 0], [9, 0, -1, -1, -1, -1, -1]])
model = LetterModel().float()
stir(model)
save_file({name: p.detach().clone() for name, p in model.named_parameters()}, HERE / "letters.safetensors",
          metadata={"written by": f"PyTorch {torch.__version__.split('+')[0]}"})
logits = model(WORDS)
model = model.double()
optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
losses = []
for _ in range(10):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(WORDS).flatten(0, 1), TARGETS.flatten(), ignore_index=-1)
    loss.backward()
    # Not clip_grad_norm_, which divides by the norm + 1e-6.
    norm = torch.cat([p.grad.flatten() for p in model.parameters()]).norm()
    for p in model.parameters():
        p.grad *= min(1, 1 / norm.item())
    optimizer.step()
    losses.append(loss.item())

json.dump(
    {"torch": torch.__version__.split("+")[0], "cases": cases, "letterLogits": numbers(logits), "letterLosses": losses,
     "trainedHead": numbers(model.head.weight)},
    open(HERE / "transformer.json", "w"), separators=(",", ":"))
