#!/usr/bin/env python3
"""Times the reference training steps here, in PyTorch (eager, fused optimizers) and in JAX (jit), in alternation.

Usage: python3 peers.py PROGRAM [--threads N] [--only moons,digits] [--rounds R]
PROGRAM is this course's own benchmark, TrainingSteps. Needs torch and jax from PyPI; `make bench-peers` runs it.

Each round times one workload by all in turn; printed is the best of all rounds in microseconds, then the ratios and
what they should be: so many times faster than each peer, and at most so many times the matrix products alone.
    digits descent 10.6
    digits products 3.9
    digits torch 290.1
    digits jax 70.3
    digits torch/descent 27.37 (10 or more: met)  jax/descent 6.63 (4 or more: met)  descent/products 2.72
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

# name: (steps timed, times faster than PyTorch, than JAX, most times the products alone)
WORKLOADS = {
    "moons": (2000, 10, 4, None),
    "digits": (2000, 10, 4, None),
    "digits-deep": (500, 4, 1.8, 1.5),
    "mnist": (60, 1, 1, 1.25),
    "mnist-sgd": (60, 1, 1, 1.25),
    "residual": (200, 10, 5, 2),
    "lenet": (60, 2.5, 5, 2),
    "charlm": (60, 8, 4, 3),
}
# name: (widths, batch, activation)
PERCEPTRONS = {
    "moons": ([2, 5, 2, 1], 64, "relu"),
    "digits": ([64, 32, 10], 32, "relu"),
    "digits-deep": ([64, 128, 128, 10], 64, "tanh"),
    "mnist": ([784, 512, 512, 10], 128, "relu"),
    "mnist-sgd": ([784, 512, 512, 10], 128, "relu"),
}


def batch_of(name):
    """The mini-batch, and the classes: two for a perceptron with one output."""
    random = numpy.random.default_rng(0)
    if name in PERCEPTRONS:
        widths, batch, _ = PERCEPTRONS[name]
        x = random.standard_normal((batch, widths[0]), dtype=numpy.float32)
        return x, random.integers(0, max(2, widths[-1]), batch)
    if name == "charlm":
        return random.integers(0, 27, (64, 11)), random.integers(0, 27, 64 * 11)
    shape = (64, 1, 32, 32) if name == "lenet" else (64, 64)
    return random.standard_normal(shape, dtype=numpy.float32), random.integers(0, 10, 64)


# MARK: PyTorch


class TorchResidual(torch.nn.Module):
    """Ten blocks h + relu(batchnorm(dense(h))) and a head."""

    def __init__(self):
        super().__init__()
        self.dense = torch.nn.ModuleList([torch.nn.Linear(64, 64) for _ in range(10)])
        self.norm = torch.nn.ModuleList([torch.nn.BatchNorm1d(64) for _ in range(10)])
        self.head = torch.nn.Linear(64, 10)

    def forward(self, h):
        for dense, norm in zip(self.dense, self.norm):
            h = h + torch.relu(norm(dense(h)))
        return self.head(h)


class TorchBlock(torch.nn.Module):
    """A pre-normalised transformer block with causal attention of 4 heads."""

    def __init__(self, width=32, heads=4, hidden=64):
        super().__init__()
        nn = torch.nn
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)

    def forward(self, x):
        batch, length, width = x.shape
        split = lambda z: z.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        h = self.norm1(x)
        y = torch.nn.functional.scaled_dot_product_attention(
            split(self.query(h)), split(self.key(h)), split(self.value(h)), is_causal=True)
        x = x + self.output(y.transpose(1, 2).reshape(batch, length, width))
        return x + self.down(torch.relu(self.up(self.norm2(x))))


class TorchLetters(torch.nn.Module):
    """The letter model: 27 letters, 11 places, two blocks of width 32."""

    def __init__(self, width=32):
        super().__init__()
        self.letters = torch.nn.Embedding(27, width)
        self.places = torch.nn.Parameter(torch.randn(11, width) / width**0.5)
        self.blocks = torch.nn.Sequential(TorchBlock(width), TorchBlock(width))
        self.norm, self.head = torch.nn.LayerNorm(width), torch.nn.Linear(width, 27)

    def forward(self, words):
        return self.head(self.norm(self.blocks(self.letters(words) + self.places))).flatten(0, 1)


def torch_model(name):
    nn = torch.nn
    if name == "residual":
        return TorchResidual()
    if name == "charlm":
        return TorchLetters()
    if name == "lenet":
        return nn.Sequential(
            nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))
    widths, _, activation = PERCEPTRONS[name]
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU() if activation == "relu" else nn.Tanh()]
    return nn.Sequential(*layers[:-1])


def torch_steps(name):
    x, y = map(torch.from_numpy, batch_of(name))
    model, loss = torch_model(name), torch.nn.CrossEntropyLoss()
    if name == "moons":
        y, loss = y.float()[:, None], torch.nn.BCEWithLogitsLoss()
    if name == "mnist-sgd":
        rule = torch.optim.SGD(model.parameters(), lr=1e-2, momentum=0.9, fused=True)
    else:
        rule = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)

    def run(steps):
        for _ in range(steps):
            rule.zero_grad()
            loss(model(x), y).backward()
            rule.step()

    return run


# MARK: JAX


def jax_model(name):
    """The first weights, and the function from weights and input to logits."""
    keys = iter(jax.random.split(jax.random.PRNGKey(0), 100))
    normal = lambda *shape: jax.random.normal(next(keys), shape)
    dense = lambda inputs, outputs: (normal(inputs, outputs) / numpy.sqrt(inputs), jnp.zeros(outputs))
    apply = lambda layer, h: h @ layer[0] + layer[1]

    if name == "residual":
        norms = [(jnp.ones(64), jnp.zeros(64)) for _ in range(10)]
        weights = [[dense(64, 64) for _ in range(10)], norms, dense(64, 10)]

        def logits(weights, h):
            for layer, (scale, shift) in zip(weights[0], weights[1]):
                z = apply(layer, h)
                z = (z - z.mean(0)) * jax.lax.rsqrt(z.var(0) + 1e-5) * scale + shift
                h = h + jax.nn.relu(z)
            return apply(weights[2], h)

    elif name == "lenet":
        filters = lambda inputs, outputs: (normal(outputs, inputs, 5, 5) / numpy.sqrt(25 * inputs), jnp.zeros(outputs))
        weights = [filters(1, 6), filters(6, 16), dense(400, 120), dense(120, 84), dense(84, 10)]

        def logits(weights, h):
            for weight, bias in weights[:2]:
                h = jax.nn.relu(jax.lax.conv_general_dilated(h, weight, (1, 1), "VALID") + bias[:, None, None])
                h = jax.lax.reduce_window(h, -jnp.inf, jax.lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID")
            h = h.reshape(64, 400)
            return apply(weights[4], jax.nn.relu(apply(weights[3], jax.nn.relu(apply(weights[2], h)))))

    elif name == "charlm":
        norm = lambda: (jnp.ones(32), jnp.zeros(32))
        block = lambda: [norm(), [dense(32, 32) for _ in range(4)], norm(), dense(32, 64), dense(64, 32)]
        embedding = lambda rows: normal(rows, 32) / 32**0.5
        weights = [embedding(27), embedding(11), block(), block(), norm(), dense(32, 27)]
        mask = jnp.where(numpy.tril(numpy.ones((11, 11))) > 0, 0.0, -1e9)

        def normalized(layer, h):
            scale, shift = layer
            return (h - h.mean(-1, keepdims=True)) * jax.lax.rsqrt(h.var(-1, keepdims=True) + 1e-5) * scale + shift

        def logits(weights, words):
            letters, places, *blocks, norm, head = weights
            h = letters[words] + places
            split = lambda z: z.reshape(64, 11, 4, 8).transpose(0, 2, 1, 3)
            for norm1, projections, norm2, up, down in blocks:
                u = normalized(norm1, h)
                q, k, v = (split(apply(layer, u)) for layer in projections[:3])
                shares = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / 8**0.5 + mask)
                h = h + apply(projections[3], (shares @ v).transpose(0, 2, 1, 3).reshape(64, 11, 32))
                h = h + apply(down, jax.nn.relu(apply(up, normalized(norm2, h))))
            return apply(head, normalized(norm, h)).reshape(-1, 27)

    else:
        widths, _, activation = PERCEPTRONS[name]
        function = jax.nn.relu if activation == "relu" else jnp.tanh
        weights = [dense(inputs, outputs) for inputs, outputs in zip(widths, widths[1:])]

        def logits(weights, h):
            for layer in weights[:-1]:
                h = function(apply(layer, h))
            return apply(weights[-1], h)

    return weights, logits


def jax_steps(name):
    x, y = map(jnp.asarray, batch_of(name))
    weights, logits = jax_model(name)

    def loss(weights):
        z = logits(weights, x)
        if name == "moons":
            z = z[:, 0]
            return jnp.mean(jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z))))
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(z), y[:, None], 1))

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

    step = momentum_step if name == "mnist-sgd" else adam_step
    state = [weights, zeros if name == "mnist-sgd" else (zeros, zeros, jnp.zeros(()))]

    def run(steps):
        for _ in range(steps):
            state[0], state[1] = step(state[0], state[1])
        jax.block_until_ready(state[0])

    return run


# MARK: In alternation


def timed(run, steps):
    start = time.perf_counter()
    run(steps)
    return (time.perf_counter() - start) / steps * 1e6


def ours(name):
    """The best of one repeat, in a process of its own."""
    command = [arguments.program, "--only", name, "--threads", str(arguments.threads), "--repeat", "1"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {peer: float(figure) for _, peer, figure in map(str.split, lines)}


def ratio(best, slow, fast, least=None, most=None):
    """Such as "torch/descent 27.4 (10 or more: met)"."""
    figure = best[slow] / best[fast]
    if least is None and most is None:
        return f"{slow}/{fast} {figure:.2f}"
    is_met, target = (figure >= least, f"{least} or more") if least else (figure <= most, f"{most} or less")
    return f"{slow}/{fast} {figure:.2f} ({target}: {'met' if is_met else 'not met'})"


for name, (steps, than_torch, than_jax, than_products) in WORKLOADS.items():
    if arguments.only and name not in arguments.only.split(","):
        continue
    peers = {"torch": torch_steps(name), "jax": jax_steps(name)}
    for run in peers.values():
        run(max(3, steps // 10))
    best = {}
    for _ in range(arguments.rounds):
        figures = ours(name) | {peer: timed(run, steps) for peer, run in peers.items()}
        best = {peer: min(best.get(peer, figure), figure) for peer, figure in figures.items()}
    for peer in ("descent", "products", "torch", "jax"):
        print(f"{name} {peer} {best[peer]:.1f}")
    ratios = [ratio(best, "torch", "descent", least=than_torch), ratio(best, "jax", "descent", least=than_jax),
              ratio(best, "descent", "products", most=than_products)]
    print(name, "  ".join(ratios), flush=True)
