#!/usr/bin/env python3
"""Makes what DescentTests compares itself with: optimizers.json and schedules.json, numbers by PyTorch in float64, and
python.safetensors, a file by Python's safetensors library with every dtype that the course reads and writes.

Usage: python3 make_fixtures.py    (needs torch, numpy and safetensors from PyPI; the files name PyTorch's version)

The problem: three weights, and the made-up gradient  g_i = a_i (w_i - c_i) + 0.3 tanh(w_{i+1})  (indices modulo 3).
Each case descends it for 240 steps; the weights are kept after every tenth. Rates are small enough that no case
reaches the cycle around the minimum that RMSProp ends in: there two implementations part by chaos alone.
"""
import json, math, pathlib
import numpy
import torch
from safetensors.numpy import save_file

START, CURVATURE, CENTRE = [1.0, -2.0, 0.5], [1.0, 10.0, 0.1], [0.3, -0.2, 2.0]
STEPS = 240

OPTIMIZERS = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.05),
    "SGD, weight decay": lambda p: torch.optim.SGD(p, lr=0.05, weight_decay=0.02),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9),
    "momentum, weight decay": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8, weight_decay=0.02),
    "Nesterov": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9, nesterov=True),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "RMSprop, weight decay": lambda p: torch.optim.RMSprop(p, lr=0.0005, alpha=0.9, weight_decay=0.02),
    "RMSprop, centred": lambda p: torch.optim.RMSprop(p, lr=0.005, alpha=0.95, centered=True, eps=1e-3),
    "RMSprop, momentum": lambda p: torch.optim.RMSprop(p, lr=0.002, momentum=0.8),
    "RMSprop, centred, momentum": lambda p: torch.optim.RMSprop(p, lr=0.001, momentum=0.8, centered=True, eps=1e-3),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.02),
    "Adam, weight decay": lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.99), eps=1e-6, weight_decay=0.05),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.02),
    "AdamW, strong decay": lambda p: torch.optim.AdamW(p, lr=0.02, betas=(0.8, 0.99), weight_decay=0.3),
    "RAdam": lambda p: torch.optim.RAdam(p, lr=0.02),
    "RAdam, weight decay": lambda p: torch.optim.RAdam(p, lr=0.02, betas=(0.8, 0.97), eps=1e-6, weight_decay=0.05),
    "AMSGrad": lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.9, 0.9), amsgrad=True),
    "AMSGrad, weight decay": lambda p: torch.optim.Adam(p, lr=0.02, amsgrad=True, weight_decay=0.05),
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1),
    "Adagrad, decays": lambda p: torch.optim.Adagrad(
        p, lr=0.2, lr_decay=0.01, weight_decay=0.02, initial_accumulator_value=0.1),
}


def gradient(w):
    return [CURVATURE[i] * (w[i] - CENTRE[i]) + 0.3 * math.tanh(w[(i + 1) % 3]) for i in range(3)]


def path(make):
    weight = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = make([weight])
    kept = []
    for step in range(1, STEPS + 1):
        weight.grad = torch.tensor(gradient(weight.tolist()), dtype=torch.float64)
        optimizer.step()
        if step % 10 == 0:
            kept.append(weight.tolist())
    return kept


SCHEDULES = {
    "StepLR": (0.1, 70, lambda o: torch.optim.lr_scheduler.StepLR(o, step_size=7, gamma=0.5)),
    "MultiStepLR": (0.1, 70, lambda o: torch.optim.lr_scheduler.MultiStepLR(o, milestones=[5, 20, 21, 40], gamma=0.3)),
    "ExponentialLR": (0.1, 200, lambda o: torch.optim.lr_scheduler.ExponentialLR(o, gamma=0.97)),
    "CosineAnnealingLR": (0.1, 51, lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=50, eta_min=0.002)),
    "CosineAnnealingWarmRestarts": (
        0.1, 90, lambda o: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=10, T_mult=2, eta_min=0.001)),
    "CosineAnnealingWarmRestarts, equal": (
        0.1, 90, lambda o: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=13)),
    "LinearLR": (0.1, 40, lambda o: torch.optim.lr_scheduler.LinearLR(o, start_factor=0.1, total_iters=25)),
    "OneCycleLR": (0.1, 100, lambda o: torch.optim.lr_scheduler.OneCycleLR(o, max_lr=0.1, total_steps=100)),
    "OneCycleLR, odd": (
        0.1, 57, lambda o: torch.optim.lr_scheduler.OneCycleLR(
            o, max_lr=0.4, total_steps=57, pct_start=0.41, div_factor=10, final_div_factor=50)),
    "CyclicLR": (0.1, 60, lambda o: torch.optim.lr_scheduler.CyclicLR(
        o, base_lr=0.01, max_lr=0.1, step_size_up=8, step_size_down=5, cycle_momentum=False)),
    "CyclicLR, halving": (0.1, 60, lambda o: torch.optim.lr_scheduler.CyclicLR(
        o, base_lr=0.01, max_lr=0.1, step_size_up=8, mode="triangular2", cycle_momentum=False)),
    "CyclicLR, exponential": (0.1, 60, lambda o: torch.optim.lr_scheduler.CyclicLR(
        o, base_lr=0.01, max_lr=0.1, step_size_up=8, mode="exp_range", gamma=0.98, cycle_momentum=False)),
}


def optimizer_with(rate):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)


def rates(rate, steps, make):
    optimizer = optimizer_with(rate)
    scheduler = make(optimizer)
    kept = []
    for step in range(steps):
        kept.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step < steps - 1:
            scheduler.step()
    return kept


def plateau_losses():
    """Falls, stalls, falls a little, stalls, rises."""
    return [1 / (1 + e) if e < 12 else 0.08 - 0.0005 * (e // 9) + 0.001 * math.sin(e) for e in range(80)]


def plateau():
    optimizer = optimizer_with(0.1)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=0.3, patience=4, threshold=1e-3, cooldown=3, min_lr=1e-4)
    kept = []
    for loss in plateau_losses():
        scheduler.step(loss)
        kept.append(optimizer.param_groups[0]["lr"])
    return kept


def write(name, content):
    content = {"torch": torch.__version__.split("+")[0], **content}
    text = json.dumps(content, indent=1)
    pathlib.Path(__file__).with_name(name).write_text(text + "\n")


write("optimizers.json", {"cases": {name: path(make) for name, make in OPTIMIZERS.items()}})
write("schedules.json", {
    "cases": {name: rates(*case) for name, case in SCHEDULES.items()},
    "plateauLosses": plateau_losses(), "plateau": plateau()})
save_file(
    {"half": numpy.array([[1, -2.5], [65504, 2**-24]], dtype=numpy.float16),
     "single": numpy.array([0.1, -0.0, numpy.inf], dtype=numpy.float32),
     "double": numpy.array([[0.1], [1e300]], dtype=numpy.float64),
     "byte": numpy.array([-128, 127, 0], dtype=numpy.int8),
     "long": numpy.array(-2**62, dtype=numpy.int64),
     "empty": numpy.zeros((0, 3), dtype=numpy.float32)},
    pathlib.Path(__file__).with_name("python.safetensors"), metadata={"by": "safetensors"})
