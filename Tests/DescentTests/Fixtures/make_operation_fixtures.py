#!/usr/bin/env python3
"""Makes operations.json: results and gradients of operations, layers and losses by PyTorch in float64.

Usage: python3 make_operation_fixtures.py        (needs torch from PyPI; the file names the version that made it)

Each case has inputs, results, and the gradient of sum(weight * first result) by each input that is differentiated,
with the fixed weights 0.5 + (7 i mod 11) / 10 for entry i.
"""
import json, pathlib
import torch
import torch.nn.functional as F

torch.manual_seed(20)
torch.set_default_dtype(torch.float64)


def draw(*shape, scale=1.0):
    return torch.randn(*shape) * scale


def batch_norm(x, weight, bias):
    """Two training batches, then an evaluation of the first: output of the second, averages, evaluation."""
    features = x.shape[1]
    mean, variance = torch.zeros(features), torch.ones(features)
    F.batch_norm(x.detach(), mean, variance, weight.detach(), bias.detach(), training=True)
    y = F.batch_norm(x * x + x, mean, variance, weight, bias, training=True)
    evaluated = F.batch_norm(x, mean, variance, weight, bias, training=False)
    return [y, mean, variance, evaluated]


def batch_norm_evaluation(x, weight, bias):
    mean, variance = torch.tensor([0.3, -1.0, 2.0]), torch.tensor([0.5, 1.5, 1e-3])
    return [F.batch_norm(x, mean, variance, weight, bias, training=False)]


LABELS = torch.tensor([0, 3, 1, 1, 2])
CLASS_WEIGHTS = torch.tensor([0.5, 2.0, 1.0, 0.25])
SAMPLE_WEIGHTS = torch.tensor([1.0, 0.0, 3.5, 0.5, 1.0])
SOFT = torch.softmax(draw(5, 4), 1)
TARGETS = torch.tensor([[1.0, 0.0, 0.3], [0.0, 1.0, 0.9]])
ENTRY_WEIGHTS = torch.tensor([[1.0, 0.0, 2.0], [0.5, 1.5, 0.25]])
SPREAD = torch.tensor([-30.0, -8.0, -3.0, -1.0, -0.5, -1e-3, 0.0, 1e-3, 0.7, 2.0, 5.0, 30.0])
HUGE = torch.tensor([[1e4, -1e4, 0.0, 5.0], [-1e4, -1e4, -1e4, 1e4], [1e4, 1e4, 1e4, 1e4], [0, 0, 0, 0], [1, 2, 3, 4]])
HUGE_ENTRIES = torch.tensor([[1e4, -1e4, 1e4], [-1e4, 1e4, 0.0]])

ACTIVATIONS = {
    "identity": lambda x: 1 * x, "relu": F.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "gelu": F.gelu,
    "geluTanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu,
    "softplus": lambda x: F.softplus(x, threshold=1e9),
}


def cross_entropy(**options):
    return lambda z: [F.cross_entropy(z, LABELS, **options)]


def binary(**options):
    return lambda z: [F.binary_cross_entropy_with_logits(z, TARGETS, **options)]


def squared(**options):
    return lambda p: [F.mse_loss(p, TARGETS, **options)]


def attention(x, query, key, value):
    q, k, v = x @ query, x @ key, x @ value
    return [F.scaled_dot_product_attention(q, k, v)]


CASES = {
    "GELU, exact": ([SPREAD], lambda x: [F.gelu(x)]),
    "GELU, tanh": ([SPREAD], lambda x: [F.gelu(x, approximate="tanh")]),
    "SiLU": ([SPREAD], lambda x: [F.silu(x)]),
    "softplus": ([SPREAD], lambda x: [F.softplus(x, threshold=1e9)]),
    "softmax": ([draw(3, 4, 2, scale=3)], lambda x: [torch.softmax(x, 1)]),
    "log-softmax": ([draw(3, 4, scale=3)], lambda x: [torch.log_softmax(x, 1)]),
    "log-sum-exp": ([draw(3, 4, 2, scale=3)], lambda x: [torch.logsumexp(x, 0)]),
    "log-softmax, ±1e4": ([HUGE], lambda x: [torch.log_softmax(x, 1)]),
    "log-sum-exp, ±1e4": ([HUGE], lambda x: [torch.logsumexp(x, 1)]),
    "maximum": ([torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([[2.0], [3.0]])], lambda a, b: [torch.maximum(a, b)]),
    "maximum over an axis": ([draw(3, 4, 2)], lambda x: [x.amax(1)]),
    "batched product": ([draw(2, 1, 3, 4), draw(5, 4, 2)], lambda a, b: [a @ b]),
    "embedding": ([draw(4, 3)], lambda w: [F.embedding(torch.tensor([[1, 1], [3, 0]]), w)]),
    "layer normalisation": ([draw(3, 2, 5, scale=2), draw(5), draw(5)],
                            lambda x, w, b: [F.layer_norm(x, (5,), w, b)]),
    "layer normalisation, equal features": ([torch.tensor([[3.0, 3.0, 3.0], [1.0, 1.0, 1.001]]), draw(3), draw(3)],
                                            lambda x, w, b: [F.layer_norm(x, (3,), w, b)]),
    "batch normalisation": ([draw(6, 3, scale=2), draw(3), draw(3)], batch_norm),
    "batch normalisation of images": ([draw(4, 3, 2, 5, scale=2), draw(3), draw(3)], batch_norm),
    "batch normalisation, evaluation": ([draw(4, 3, 2, 2), draw(3), draw(3)], batch_norm_evaluation),
    "convolution": ([draw(2, 3, 6, 5), draw(4, 3, 3, 2), draw(4)], lambda x, w, b: [F.conv2d(x, w, b)]),
    "convolution, stride and padding": ([draw(2, 3, 7, 6), draw(4, 3, 3, 3), draw(4)],
                                        lambda x, w, b: [F.conv2d(x, w, b, stride=2, padding=2)]),
    "convolution without bias": ([draw(1, 2, 4, 4), draw(3, 2, 1, 1)], lambda x, w: [F.conv2d(x, w)]),
    "max-pooling": ([draw(2, 3, 6, 5)], lambda x: [F.max_pool2d(x, 2)]),
    "max-pooling, overlapping": ([draw(2, 3, 7, 6)], lambda x: [F.max_pool2d(x, 3, stride=2, padding=1)]),
    "attention": ([draw(2, 4, 5), draw(5, 3), draw(5, 3), draw(5, 3)], attention),
    "softmax cross-entropy": ([draw(5, 4, scale=2)], cross_entropy()),
    "softmax cross-entropy, sum": ([draw(5, 4, scale=2)], cross_entropy(reduction="sum")),
    "softmax cross-entropy, none": ([draw(5, 4, scale=2)], cross_entropy(reduction="none")),
    "softmax cross-entropy, smoothed": ([draw(5, 4, scale=2)], cross_entropy(label_smoothing=0.1)),
    "softmax cross-entropy, class weights": ([draw(5, 4, scale=2)], cross_entropy(weight=CLASS_WEIGHTS)),
    "softmax cross-entropy, smoothed, class weights": (
        [draw(5, 4, scale=2)], cross_entropy(weight=CLASS_WEIGHTS, label_smoothing=0.2)),
    "softmax cross-entropy, smoothed, class weights, none": (
        [draw(5, 4, scale=2)], cross_entropy(weight=CLASS_WEIGHTS, label_smoothing=0.2, reduction="none")),
    "softmax cross-entropy, sample weights": ([draw(5, 4, scale=2)], lambda z: [
        (F.cross_entropy(z, LABELS, reduction="none") * SAMPLE_WEIGHTS).sum() / SAMPLE_WEIGHTS.sum()]),
    "softmax cross-entropy, shares": ([draw(5, 4, scale=2)], lambda z: [F.cross_entropy(z, SOFT)]),
    "softmax cross-entropy, ±1e4, smoothed": ([HUGE], cross_entropy(label_smoothing=0.1)),
    "binary cross-entropy": ([draw(2, 3, scale=2)], binary()),
    "binary cross-entropy, sum": ([draw(2, 3, scale=2)], binary(reduction="sum")),
    "binary cross-entropy, none": ([draw(2, 3, scale=2)], binary(reduction="none")),
    "binary cross-entropy, weights": ([draw(2, 3, scale=2)], binary(weight=ENTRY_WEIGHTS)),
    "binary cross-entropy, positive weight": ([draw(2, 3, scale=2)], binary(pos_weight=torch.tensor(3.0))),
    "binary cross-entropy, smoothed": ([draw(2, 3, scale=2)], lambda z: [
        F.binary_cross_entropy_with_logits(z, TARGETS * 0.8 + 0.1)]),
    "binary cross-entropy, ±1e4": ([HUGE_ENTRIES], binary()),
    "squared error": ([draw(2, 3)], squared()),
    "squared error, sum": ([draw(2, 3)], squared(reduction="sum")),
    "squared error, none": ([draw(2, 3)], squared(reduction="none")),
    "squared error, weights": ([draw(2, 3)], squared(weight=ENTRY_WEIGHTS)),
}
# Added later, at the end, so that the draws above stay what they were.
for name, f in ACTIVATIONS.items():
    CASES[f"{name} of a spread"] = ([SPREAD], lambda x, f=f: [f(x)])
    CASES[f"dense, {name}"] = (
        [draw(4, 3, scale=2), draw(2, 3), draw(2)], lambda x, w, b, f=f: [f(F.linear(x, w, b))])
    CASES[f"gated by {name}"] = ([draw(3, 4, scale=2), draw(3, 4)], lambda a, b, f=f: [f(a) * b])

CASES["root mean square normalisation"] = (
    [draw(3, 2, 5, scale=2), draw(5)], lambda x, w: [F.rms_norm(x, (5,), w, 1e-5)])
CASES["root mean square normalisation, ε of the dtype"] = (
    [draw(4, 37, scale=1e-7), draw(37)], lambda x, w: [F.rms_norm(x, (37,), w)])
CASES["layer normalisation of 37"] = (
    [draw(19, 37, scale=2) + 5, draw(37), draw(37)], lambda x, w, b: [F.layer_norm(x, (37,), w, b)])
CASES["batch normalisation, ReLU, addition"] = ([draw(6, 19, scale=2), draw(19), draw(19), draw(6, 19)], lambda x, w, b, h: [
    F.relu(F.batch_norm(x, None, None, w, b, training=True)) + h])
CASES["batch normalisation, ReLU, addition, of images"] = (
    [draw(3, 2, 5, 4), draw(2), draw(2), draw(3, 2, 5, 4)],
    lambda x, w, b, h: [F.relu(F.batch_norm(x, None, None, w, b, training=True)) + h])
CASES["batch normalisation, ReLU, evaluation"] = (
    [draw(4, 3), draw(3), draw(3)], lambda x, w, b: [F.relu(batch_norm_evaluation(x, w, b)[0])])
CASES["batch normalisation, GELU, addition"] = ([draw(6, 3), draw(3), draw(3), draw(6, 3)], lambda x, w, b, h: [
    F.gelu(F.batch_norm(x, None, None, w, b, training=True)) + h])


def numbers(tensor):
    return {"shape": list(tensor.shape), "numbers": tensor.detach().flatten().tolist()}


def case(inputs, function):
    inputs = [x.clone().requires_grad_() for x in inputs]
    results = function(*inputs)
    weights = torch.tensor([0.5 + (7 * i) % 11 / 10 for i in range(results[0].numel())])
    (results[0] * weights.reshape(results[0].shape)).sum().backward()
    return {
        "inputs": [numbers(x) for x in inputs],
        "results": [numbers(y) for y in results],
        "gradients": [numbers(x.grad) for x in inputs],
    }


cases = ",\n".join(f"{json.dumps(name)}: {json.dumps(case(*row))}" for name, row in CASES.items())
version, soft = json.dumps(torch.__version__.split("+")[0]), json.dumps(numbers(SOFT))
content = f'{{"torch": {version}, "softTargets": {soft}, "cases": {{\n{cases}\n}}}}\n'
pathlib.Path(__file__).with_name("operations.json").write_text(content)
