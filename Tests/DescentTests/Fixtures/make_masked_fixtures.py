#!/usr/bin/env python3
"""Makes masked.json: cross-entropies that leave padding out, and their gradients, by PyTorch in float64.

Usage: python3 make_masked_fixtures.py        (needs torch from PyPI; the file names the version that made it)

A label of null is padding: -100, the `ignore_index`, in PyTorch. The gradient is that of 3 times the loss.
"""
import json, pathlib
import torch
import torch.nn.functional as F

torch.manual_seed(29)
torch.set_default_dtype(torch.float64)

_ = None
CASES = {
    "rows": ([5, 4], [2, _, 0, _, 3], 2),
    "three words of five places, ends padded": ([3, 5, 27], [3, 1, 20, 0, _, 15, 24, 0, _, _, 12, 5, 20, 19, 0], 2),
    "nothing padded": ([4, 3], [0, 2, 2, 1], 2),
    "one label": ([3, 4], [_, _, 1], 2),
    "logits of some hundreds": ([6, 3], [1, _, 0, 2, _, 2], 300),
}


def case(shape, labels, scale):
    logits = (torch.randn(*shape) * scale).requires_grad_()
    targets = torch.tensor([-100 if c is None else c for c in labels])
    loss = F.cross_entropy(logits.reshape(-1, shape[-1]), targets)
    (3 * loss).backward()
    return {"shape": shape, "logits": logits.detach().flatten().tolist(), "labels": labels, "loss": loss.item(),
            "gradient": logits.grad.flatten().tolist()}


cases = ",\n".join(f"{json.dumps(name)}: {json.dumps(case(*row))}" for name, row in CASES.items())
content = f'{{"torch": {json.dumps(torch.__version__.split("+")[0])}, "cases": {{\n{cases}\n}}}}\n'
pathlib.Path(__file__).with_name("masked.json").write_text(content)
