#!/usr/bin/env python3
"""Makes scaler.json, what DescentTests compares GradientScaler with: runs of torch.amp.GradScaler on the CPU in float64.

Usage: python3 make_scaler_fixtures.py    (needs torch from PyPI; the file names its version)

The problem is that of make_fixtures.py: three weights and a made-up gradient. The gradient is multiplied by the scale,
as differentiating the scaled loss would do; at the steps of `infinite` and `notANumber` its second entry is spoilt.
"""
import json, math, pathlib
import torch

START, CURVATURE, CENTRE = [1.0, -2.0, 0.5], [1.0, 10.0, 0.1], [0.3, -0.2, 2.0]
STEPS, INFINITE, NOT_A_NUMBER = 60, [0, 1, 9, 22, 40], [15, 23]

OPTIMIZERS = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.05),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.02),
}
SCALERS = {
    "PyTorch's own": dict(),
    "quick": dict(init_scale=1024.0, growth_interval=4),
    "uneven": dict(init_scale=1000.0, growth_factor=1.7, backoff_factor=0.3, growth_interval=3),
    "at the top": dict(init_scale=2.0**126, growth_interval=2),
}


def gradient(w):
    return [CURVATURE[i] * (w[i] - CENTRE[i]) + 0.3 * math.tanh(w[(i + 1) % 3]) for i in range(3)]


def run(make, settings, largest_norm):
    weight = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = make([weight])
    scaler = torch.amp.GradScaler("cpu", **settings)
    scales, clean_steps, weights = [], [], []
    for step in range(STEPS):
        scale = scaler.scale(torch.tensor(1.0, dtype=torch.float64)).item()
        scaled = [scale * g for g in gradient(weight.tolist())]
        if step in INFINITE:
            scaled[1] = math.inf
        if step in NOT_A_NUMBER:
            scaled[1] = math.nan
        weight.grad = torch.tensor(scaled, dtype=torch.float64)
        scaler.unscale_(optimizer)
        if largest_norm:
            torch.nn.utils.clip_grad_norm_([weight], largest_norm)
        scaler.step(optimizer)
        scaler.update()
        scales.append(scaler.get_scale())
        clean_steps.append(scaler._get_growth_tracker())
        weights.append(weight.tolist())
    return {"scales": scales, "cleanSteps": clean_steps, "weights": weights}


def defaults():
    """The scale after each of 4100 steps with PyTorch's own settings, as the places where it changes."""
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.0)
    scaler = torch.amp.GradScaler("cpu")
    changes, last = [], 65536.0
    for step in range(4100):
        scaler.scale(torch.tensor(1.0))
        weight.grad = torch.tensor([math.inf if step == 50 else 1e-30])
        scaler.step(optimizer)
        scaler.update()
        if scaler.get_scale() != last:
            last = scaler.get_scale()
            changes.append([step, last])
    return changes


content = {
    "torch": torch.__version__.split("+")[0], "infinite": INFINITE, "notANumber": NOT_A_NUMBER,
    "cases": [
        {"optimizer": name, "scaler": settings, "largestNorm": largest_norm,
         **run(OPTIMIZERS[name], SCALERS[settings], largest_norm)}
        for name in OPTIMIZERS for settings in SCALERS for largest_norm in (None, 1.0)],
    "defaultChanges": defaults()}
pathlib.Path(__file__).with_name("scaler.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
