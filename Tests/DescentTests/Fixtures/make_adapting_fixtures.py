#!/usr/bin/env python3
"""Makes adapting.json and pruned.safetensors: LoRA, adapters, pruning and quantisation by PyTorch.

Usage: python3 make_adapting_fixtures.py   (needs torch and safetensors from PyPI; the file names the version of torch)

"cases" are as in operations.json: inputs, results, and the gradient of sum(weight * first result) by each input, with the
weights 0.5 + (7 i mod 11) / 10 for entry i. All of it is float64, but for pruned.safetensors and the network in it.
"""
import json, pathlib
import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch.nn.utils import prune

torch.manual_seed(31)
torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__)


def draw(*shape, scale=1.0):
    return torch.randn(*shape) * scale


def numbers(tensor):
    return {"shape": list(tensor.shape), "numbers": tensor.detach().double().flatten().tolist()}


# The layers, as PEFT and Houlsby et al. have them.


def lora(x, weight, bias, down, up, alpha=3.0):
    return F.linear(x, weight, bias) + F.linear(F.linear(x, down), up) * (alpha / down.shape[0])


def adapter(function):
    def adapted(x, weight, bias, down, down_bias, up, up_bias):
        h = F.linear(x, weight, bias)
        return h + F.linear(function(F.linear(h, down, down_bias)), up, up_bias)
    return adapted


def lora_shapes(*batch):
    return [draw(*batch, 4), draw(3, 4), draw(3), draw(2, 4), draw(3, 2)]


def adapter_shapes(*batch):
    return [draw(*batch, 4), draw(5, 4), draw(5), draw(2, 5), draw(2), draw(5, 2), draw(5)]


MASK = torch.tensor([[1.0, 0.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0], [1.0, 1.0, 0.0, 1.0]])
CASES = {
    "LoRA": (lora_shapes(6), lora),
    "LoRA, three axes": (lora_shapes(2, 3), lora),
    "LoRA, ReLU": (lora_shapes(6), lambda *inputs: F.relu(lora(*inputs))),
    "adapter": (adapter_shapes(6), adapter(F.relu)),
    "adapter, three axes": (adapter_shapes(2, 3), adapter(F.relu)),
    "adapter, linear": (adapter_shapes(6), adapter(lambda z: z)),
    "masked": ([draw(6, 4), draw(3, 4), draw(3)], lambda x, weight, bias: F.linear(x, weight * MASK, bias)),
    # By channel with the largest magnitude as scale, where nothing is cut.
    "straight through": ([draw(6, 4), draw(3, 4), draw(3)], lambda x, weight, bias: F.linear(
        x, weight + (torch.round(weight / (weight.abs().amax(1, keepdim=True) / 7))
                     * (weight.abs().amax(1, keepdim=True) / 7) - weight).detach(), bias)),
}


def case(inputs, function):
    inputs = [x.clone().requires_grad_() for x in inputs]
    result = function(*inputs)
    weights = torch.tensor([0.5 + (7 * i) % 11 / 10 for i in range(result.numel())])
    (result * weights.reshape(result.shape)).sum().backward()
    return {"inputs": [numbers(x) for x in inputs], "results": [numbers(result)],
            "gradients": [numbers(x.grad) for x in inputs]}


# A masked layer under each optimizer for 20 steps: what lies under the mask afterwards, and what the model uses.

OPTIMIZERS = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.05, weight_decay=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9, weight_decay=0.1),
    "Nesterov": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9, nesterov=True),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.01, weight_decay=0.1),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.02, weight_decay=0.1),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.02, weight_decay=0.3),
    "AMSGrad": lambda p: torch.optim.Adam(p, lr=0.02, amsgrad=True),
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1, weight_decay=0.1),
}
INPUT, TARGET, WEIGHT, BIAS = draw(6, 4), draw(6, 3), draw(3, 4), draw(3)


def masked_training(make):
    """Five free steps, so that the optimizer remembers something, and 15 with the mask.

    PyTorch's pruning makes a new parameter, so that an optimizer made before would train nothing; the mask of ones in the
    first steps keeps it the same.
    """
    layer = torch.nn.Linear(4, 3)
    layer.weight.data, layer.bias.data = WEIGHT.clone(), BIAS.clone()
    prune.custom_from_mask(layer, "weight", torch.ones(3, 4))
    optimizer = make(layer.parameters())
    for step in range(20):
        if step == 5:
            layer.weight_mask.copy_(MASK)
        optimizer.zero_grad()
        F.mse_loss(layer(INPUT), TARGET).backward()
        optimizer.step()
    layer(INPUT)
    return {"original": numbers(layer.weight_orig), "weight": numbers(layer.weight), "bias": numbers(layer.bias)}


# Which numbers go.


def layer_of(weight):
    kind = torch.nn.Linear if weight.dim() == 2 else torch.nn.Conv2d
    layer = kind(weight.shape[1], weight.shape[0], *weight.shape[2:3], bias=False)
    layer.weight.data = weight.clone()
    return layer


def mask_by(weight, method, **options):
    layer = layer_of(weight)
    method(layer, "weight", **options)
    return numbers(layer.weight_mask)


RANKED = [draw(5, 7), draw(3, 4, scale=0.3)]


def global_masks(amount, cuts=1):
    layers = [layer_of(weight) for weight in RANKED]
    for _ in range(cuts):
        prune.global_unstructured([(layer, "weight") for layer in layers], prune.L1Unstructured, amount=amount)
    return [numbers(layer.weight_mask) for layer in layers]


def twice(amount):
    """A second cut counts from what the first one left."""
    layer = layer_of(RANKED[0])
    prune.l1_unstructured(layer, "weight", amount=amount)
    prune.l1_unstructured(layer, "weight", amount=amount)
    return numbers(layer.weight_mask)


# A score of each number: its magnitude times what its column's input is worth.
SCORES = RANKED[0].abs() * torch.tensor([3.0, 0.0, 1.0, 0.5, 2.0, 0.25, 1.0])

MASKS = {
    "single, 0.3": [mask_by(RANKED[0], prune.l1_unstructured, amount=0.3)],
    "single, 0.5": [mask_by(RANKED[0], prune.l1_unstructured, amount=0.5)],  # 17.5 numbers, to the even 18
    "all, 0.2": global_masks(0.2),
    "all, 0.9": global_masks(0.9),
    "rows, 1": [mask_by(RANKED[0], prune.ln_structured, amount=0.4, n=1, dim=0)],
    "rows, 2": [mask_by(RANKED[0], prune.ln_structured, amount=0.4, n=2, dim=0)],
    "columns, 3": [mask_by(RANKED[0], prune.ln_structured, amount=0.4, n=3, dim=1)],
}


def pruned_network():
    """A network of which two layers are pruned, in float32, saved as PyTorch names it; and what it makes of an input."""
    network = torch.nn.Sequential()
    network.add_module("hidden", torch.nn.Linear(4, 6, dtype=torch.float32))
    network.add_module("relu", torch.nn.ReLU())
    network.add_module("output", torch.nn.Linear(6, 3, dtype=torch.float32))
    prune.l1_unstructured(network.hidden, "weight", amount=0.5)
    prune.ln_structured(network.output, "weight", amount=1, n=2, dim=0)
    save_file(network.state_dict(), HERE.with_name("pruned.safetensors"))
    x = torch.randn(5, 4, dtype=torch.float32)
    return {"input": numbers(x), "output": numbers(network(x))}


# Rounding to whole numbers.


def symmetric(x, bits, scales):
    q = (2 ** (bits - 1)) - 1
    return torch.where(scales == 0, torch.zeros(()), torch.clamp(torch.round(x / scales), -q, q))


def largest(x, bits, axis):
    q = (2 ** (bits - 1)) - 1
    if axis is None:
        return x.abs().max() / q
    return x.abs().amax([a for a in range(x.dim()) if a != axis], keepdim=True) / q


def least_squares(x, bits, axis):
    """The best of 33 fractions of the largest magnitude, in each slice."""
    full = largest(x, bits, axis)
    best, least = full.clone(), torch.full_like(full, float("inf"))
    for part in range(32, -1, -1):
        scales = full * (0.2 + 0.8 * part / 32)
        error = (x - symmetric(x, bits, scales) * scales) ** 2
        error = error.sum() if axis is None else error.sum([a for a in range(x.dim()) if a != axis], keepdim=True)
        best, least = torch.where(error < least, scales, best), torch.minimum(error, least)
    return best


def rounded(x, bits, axis, choose):
    scales = choose(x, bits, axis)
    q = symmetric(x, bits, scales)
    return {"bits": bits, "axis": axis, "input": numbers(x), "scales": numbers(scales), "integers": q.int().flatten().tolist(),
            "back": numbers(q * scales)}


def unsigned(x):
    """torch's own quantisation, in float32, to 0 … 255."""
    x = x.float()
    low, high = min(x.min().item(), 0.0), max(x.max().item(), 0.0)
    scale = (torch.tensor(high, dtype=torch.float32) - torch.tensor(low, dtype=torch.float32)) / 255
    zero = int(torch.round(-torch.tensor(low, dtype=torch.float32) / scale))
    q = torch.quantize_per_tensor(x, scale.item(), zero, torch.quint8)
    return {"input": numbers(x), "scale": scale.item(), "zeroPoint": zero, "integers": q.int_repr().int().flatten().tolist(),
            "back": numbers(q.dequantize())}


def signed(x):
    """torch's own quantisation by channel, in float32, to −127 … 127."""
    x = x.float()
    scales = x.abs().amax(1) / 127
    q = torch.quantize_per_channel(x, scales.double(), torch.zeros(x.shape[0], dtype=torch.int64), 0, torch.qint8)
    return {"input": numbers(x), "integers": q.int_repr().int().flatten().tolist(), "back": numbers(q.dequantize())}


CONVOLUTION = draw(3, 2, 2, 2)
CONVOLUTION[1] = 0  # a slice of zeros
content = {
    "torch": torch.__version__.split("+")[0],
    "cases": {name: case(*row) for name, row in CASES.items()},
    "training": {"input": numbers(INPUT), "target": numbers(TARGET), "weight": numbers(WEIGHT), "bias": numbers(BIAS),
                 "mask": numbers(MASK), "ends": {name: masked_training(make) for name, make in OPTIMIZERS.items()}},
    "ranked": [numbers(weight) for weight in RANKED], "masks": MASKS, "pruned": pruned_network(),
    "largest": [rounded(draw(5, 7), bits, axis, largest) for bits in (2, 4, 8) for axis in (None, 0, 1)]
    + [rounded(CONVOLUTION, 8, 0, largest)],
    "leastSquares": [rounded(draw(5, 40), bits, axis, least_squares) for bits in (2, 3, 4, 8) for axis in (None, 0)],
    "unsigned": [unsigned(draw(40)), unsigned(draw(40).abs()), unsigned(-draw(40).abs())], "signed": signed(draw(5, 40)),
}
content["masks"] |= {
    "twice, 0.2": [twice(0.2)],
    "scores, 0.4": [mask_by(RANKED[0], prune.l1_unstructured, amount=0.4, importance_scores=SCORES)],
}
# Filters and channels of a convolution, and a second cut of all layers together.
FILTERS = draw(5, 4, 3, 3)
content["filters"] = numbers(FILTERS)
content["masks"] |= {
    "filters, 1": [mask_by(FILTERS, prune.ln_structured, amount=0.4, n=1, dim=0)],
    "filters, 2": [mask_by(FILTERS, prune.ln_structured, amount=0.4, n=2, dim=0)],
    "channels, 2": [mask_by(FILTERS, prune.ln_structured, amount=0.25, n=2, dim=1)],
    "all twice, 0.2": global_masks(0.2, cuts=2),
}
HERE.with_name("adapting.json").write_text(json.dumps(content) + "\n")
