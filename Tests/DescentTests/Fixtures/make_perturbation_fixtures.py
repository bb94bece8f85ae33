#!/usr/bin/env python3
"""Makes perturbation.json: paths of a small network under SAM and AWP with momentum, by PyTorch in float64.

Usage: python3 make_perturbation_fixtures.py        (needs torch from PyPI; the file names the version that made it)

The rules are written out from the papers: SAM, arXiv:2010.01412, equation 2 with p = 2; AWP, arXiv:2004.05884, equation 10
with one step, matrices alone. The weights go back by copy, and torch.optim.SGD sees the second gradient alone.
"""
import json, pathlib
import torch
import torch.nn.functional as F

torch.manual_seed(40)
torch.set_default_dtype(torch.float64)

x, labels = torch.randn(12, 5), torch.randint(0, 3, (12,))
start = {"first.weight": torch.randn(4, 5) * 0.6, "first.bias": torch.randn(4) * 0.1,
         "second.weight": torch.randn(3, 4) * 0.6, "second.bias": torch.randn(3) * 0.1}


def sam(parameters, radius):
    norm = torch.cat([p.grad.flatten() for p in parameters]).norm()
    return [radius * p.grad / norm for p in parameters]


def awp(parameters, share):
    return [share * p.norm() * p.grad / p.grad.norm() if p.dim() >= 2 else torch.zeros_like(p) for p in parameters]


def path(rule, strength, steps=6):
    p = [tensor.clone().requires_grad_() for tensor in start.values()]
    optimizer = torch.optim.SGD(p, lr=0.2, momentum=0.9, weight_decay=0.01)

    def gradients(batch):
        optimizer.zero_grad()
        loss = F.cross_entropy(F.linear(torch.tanh(F.linear(x[batch], p[0], p[1])), p[2], p[3]), labels[batch])
        loss.backward()
        return loss.item()

    losses = []
    for step in range(steps):
        batch = slice(4 * (step % 3), 4 * (step % 3) + 4)
        losses.append(gradients(batch))
        with torch.no_grad():
            kept = [q.clone() for q in p]
            for q, e in zip(p, rule(p, strength)):
                q += e
        gradients(batch)
        with torch.no_grad():
            for q, k in zip(p, kept):
                q.copy_(k)
        optimizer.step()
    return {"strength": strength, "losses": losses, "weights": {n: q.flatten().tolist() for n, q in zip(start, p)}}


content = {"torch": torch.__version__.split("+")[0], "x": x.flatten().tolist(), "labels": labels.tolist(),
           "start": {n: t.flatten().tolist() for n, t in start.items()}, "sam": path(sam, 0.1), "awp": path(awp, 0.05)}
rows = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in content.items())
pathlib.Path(__file__).with_name("perturbation.json").write_text("{" + rows + "}\n")
