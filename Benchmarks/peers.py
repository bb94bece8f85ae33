#!/usr/bin/env python3
"""Times the reference training steps here, in PyTorch (eager, fused optimizers) and in JAX (jit), in alternation.

Usage: python3 peers.py PROGRAM [--threads N] [--only moons,digits] [--rounds R]
PROGRAM is this course's own benchmark, TrainingSteps. Needs torch and jax from PyPI; `make bench-peers` runs it.

Each round times one workload by all in turn; printed is the best of all rounds in microseconds, then the ratios:
    digits descent 10.6
    digits products 3.9
    digits torch 290.1
    digits jax 70.3
    digits torch/descent 27.4  jax/descent 6.6  descent/products 2.7
A step is forward pass, loss, backward pass and update on one fixed mini-batch of random numbers.
"""
import argparse, os, subprocess, time

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--only", default="")
parser.add_argument("--rounds", type=int, default=5)
arguments = parser.parse_args()
os.environ.pop("OPENBLAS_CORETYPE", None)  # where it is set, OpenBLAS may be held to an older processor's loops
os.environ["OMP_NUM_THREADS"] = str(arguments.threads)
os.environ["XLA_FLAGS"] = f"--xla_cpu_multi_thread_eigen={'true' if arguments.threads > 1 else 'false'}"
everyone = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
if everyone:  # XLA sizes its pool of threads by the processors it may use
    os.sched_setaffinity(0, set(everyone[: arguments.threads]))
import jax, jax.numpy as jnp, numpy, torch

torch.set_num_threads(arguments.threads)

# name: (widths, batch, optimizer, activation, steps timed)
WORKLOADS = {
    "moons": ([2, 5, 2, 1], 64, "adam", "relu", 2000),
    "digits": ([64, 32, 10], 32, "adam", "relu", 2000),
    "digits-deep": ([64, 128, 128, 10], 64, "adam", "tanh", 500),
    "mnist": ([784, 512, 512, 10], 128, "adam", "relu", 60),
    "mnist-sgd": ([784, 512, 512, 10], 128, "momentum", "relu", 60),
}


def batch_of(widths, batch):
    random = numpy.random.default_rng(0)
    x = random.standard_normal((batch, widths[0]), dtype=numpy.float32)
    return x, random.integers(0, max(2, widths[-1]), batch)


def torch_steps(widths, batch, optimizer, activation):
    x, y = batch_of(widths, batch)
    x = torch.from_numpy(x)
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU() if activation == "relu" else torch.nn.Tanh()]
    model = torch.nn.Sequential(*layers[:-1])
    binary = widths[-1] == 1
    y = torch.from_numpy(y).float()[:, None] if binary else torch.from_numpy(y)
    loss = torch.nn.BCEWithLogitsLoss() if binary else torch.nn.CrossEntropyLoss()
    if optimizer == "adam":
        rule = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
    else:
        rule = torch.optim.SGD(model.parameters(), lr=1e-2, momentum=0.9, fused=True)

    def run(steps):
        for _ in range(steps):
            rule.zero_grad()
            loss(model(x), y).backward()
            rule.step()

    return run


def jax_steps(widths, batch, optimizer, activation):
    x, y = map(jnp.asarray, batch_of(widths, batch))
    key = jax.random.PRNGKey(0)
    weights = [(jax.random.normal(key, (i, o)) / numpy.sqrt(i), jnp.zeros(o)) for i, o in zip(widths, widths[1:])]
    function = jax.nn.relu if activation == "relu" else jnp.tanh

    def loss(weights):
        hidden = x
        for layer, (weight, bias) in enumerate(weights):
            hidden = hidden @ weight + bias
            if layer < len(weights) - 1:
                hidden = function(hidden)
        if widths[-1] == 1:
            logit = hidden[:, 0]
            return jnp.mean(jnp.maximum(logit, 0) - logit * y + jnp.log1p(jnp.exp(-jnp.abs(logit))))
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(hidden), y[:, None], 1))

    each = jax.tree.map
    zeros = each(jnp.zeros_like, weights)

    @jax.jit
    def momentum_step(weights, velocity):
        gradient = jax.grad(loss)(weights)
        velocity = each(lambda v, g: 0.9 * v + g, velocity, gradient)
        return each(lambda w, v: w - 1e-2 * v, weights, velocity), velocity

    @jax.jit
    def adam_step(weights, state):
        mean, square, time = state
        gradient, time = jax.grad(loss)(weights), time + 1
        mean = each(lambda m, g: 0.9 * m + 0.1 * g, mean, gradient)
        square = each(lambda v, g: 0.999 * v + 0.001 * g * g, square, gradient)
        first, second = 1 - 0.9**time, 1 - 0.999**time
        update = lambda w, m, v: w - 1e-3 * (m / first) / (jnp.sqrt(v / second) + 1e-8)
        return each(update, weights, mean, square), (mean, square, time)

    step = adam_step if optimizer == "adam" else momentum_step
    state = [weights, (zeros, zeros, jnp.zeros(())) if optimizer == "adam" else zeros]

    def run(steps):
        for _ in range(steps):
            state[0], state[1] = step(state[0], state[1])
        jax.block_until_ready(state[0])

    return run


def timed(run, steps):
    start = time.perf_counter()
    run(steps)
    return (time.perf_counter() - start) / steps * 1e6


def ours(name):
    """The best of one repeat, in a process of its own."""
    command = [arguments.program, "--only", name, "--threads", str(arguments.threads), "--repeat", "1"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {peer: float(figure) for _, peer, figure in map(str.split, lines)}


for name, (widths, batch, optimizer, activation, steps) in WORKLOADS.items():
    if arguments.only and name not in arguments.only.split(","):
        continue
    peers = {"torch": torch_steps(widths, batch, optimizer, activation),
             "jax": jax_steps(widths, batch, optimizer, activation)}
    for run in peers.values():
        run(max(3, steps // 10))
    best = {}
    for _ in range(arguments.rounds):
        figures = ours(name) | {peer: timed(run, steps) for peer, run in peers.items()}
        best = {peer: min(best.get(peer, figure), figure) for peer, figure in figures.items()}
    for peer in ("descent", "products", "torch", "jax"):
        print(f"{name} {peer} {best[peer]:.1f}")
    print(f"{name} torch/descent {best['torch'] / best['descent']:.1f}  jax/descent {best['jax'] / best['descent']:.1f}"
          f"  descent/products {best['descent'] / best['products']:.2f}", flush=True)
