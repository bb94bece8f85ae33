#!/usr/bin/env python3
"""Makes images.json: convolution, pooling, resizing and LeNet by PyTorch in float64.

Usage: python3 make_image_fixtures.py        (needs torch from PyPI; the file names the version that made it)

Each case has inputs, results, and the gradient of sum(weight * result) by each input, with the fixed weights
0.5 + (7 i mod 11) / 10 for entry i. LeNet's parameters and pictures are the fixed waves of `wave` below, so that the file
need not hold 61,706 numbers: it has the logits, of each gradient its norm and its product with another wave (in which
every entry counts), and the losses of ten steps of Adam with the same two numbers of the weights after them.
"""
import json, pathlib
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(38)
torch.set_default_dtype(torch.float64)


def draw(*shape):
    return torch.randn(*shape)


def resized(height, width):
    return lambda x: F.interpolate(x, size=(height, width), mode="bilinear", align_corners=False)


CASES = {
    "convolution with ReLU": ([draw(2, 3, 6, 5), draw(4, 3, 3, 2), draw(4)], lambda x, w, b: F.relu(F.conv2d(x, w, b))),
    "convolution with tanh, stride 2, padding 1": (
        [draw(2, 2, 7, 6), draw(3, 2, 3, 3), draw(3)],
        lambda x, w, b: torch.tanh(F.conv2d(x, w, b, stride=2, padding=1))),
    "convolution, stride 3": ([draw(1, 2, 8, 10), draw(2, 2, 2, 4), draw(2)],
                              lambda x, w, b: F.conv2d(x, w, b, stride=3)),
    "convolution, stride larger than the window": ([draw(2, 1, 9, 7), draw(2, 1, 2, 1), draw(2)],
                                                   lambda x, w, b: F.conv2d(x, w, b, stride=4, padding=1)),
    "max-pooling of odd sides": ([draw(2, 3, 5, 7)], lambda x: F.max_pool2d(x, 2)),
    "max-pooling of long rows": ([draw(1, 2, 4, 37)], lambda x: F.max_pool2d(x, 2)),
    "average pooling": ([draw(2, 3, 6, 4)], lambda x: F.avg_pool2d(x, 2)),
    "average pooling of odd sides": ([draw(2, 1, 5, 7)], lambda x: F.avg_pool2d(x, 2)),
    "average pooling, overlapping": ([draw(2, 2, 6, 5)], lambda x: F.avg_pool2d(x, 3, stride=2, padding=1)),
    "resized from 8 × 8 to 32 × 32": ([draw(1, 1, 8, 8)], resized(32, 32)),
    "resized from 5 × 7 to 3 × 11": ([draw(2, 3, 5, 7)], resized(3, 11)),
    "resized from 1 × 3 to 4 × 1": ([draw(1, 2, 1, 3)], resized(4, 1)),
}


def numbers(tensor):
    return {"shape": list(tensor.shape), "numbers": tensor.detach().flatten().tolist()}


def case(inputs, function):
    inputs = [x.clone().requires_grad_() for x in inputs]
    result = function(*inputs)
    weights = torch.tensor([0.5 + (7 * i) % 11 / 10 for i in range(result.numel())])
    (result * weights.reshape(result.shape)).sum().backward()
    return {"inputs": [numbers(x) for x in inputs], "results": [numbers(result)],
            "gradients": [numbers(x.grad) for x in inputs]}


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = F.max_pool2d(torch.relu(self.conv2(x)), 2)
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x.flatten(1))))))


def wave(shape, size, step):
    """size * sin(step * (i + 1)²) for entry i: numbers that look drawn and that another program makes as well."""
    i = torch.arange(1, torch.Size(shape).numel() + 1, dtype=torch.float64)
    return (size * torch.sin(step * (i * i % 1009))).reshape(shape)


def summary(tensor):
    flat = tensor.detach().flatten()
    return [flat.norm().item(), flat.dot(wave(flat.shape, 1, 0.3)).item()]


model = LeNet()
with torch.no_grad():
    for index, parameter in enumerate(model.parameters()):
        fan_in = parameter[0].numel() if parameter.dim() > 1 else 100
        parameter.copy_(wave(parameter.shape, (3 / fan_in) ** 0.5, 1 + 0.1 * index))
PICTURES, LABELS = wave((4, 1, 32, 32), 1, 0.7), torch.tensor([3, 0, 9, 3])

logits = model(PICTURES)
loss = F.cross_entropy(logits, LABELS)
loss.backward()
lenet = {"logits": numbers(logits), "gradients": {n: summary(p.grad) for n, p in model.named_parameters()}}
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
losses = []
for _ in range(10):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(PICTURES), LABELS)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
lenet |= {"losses": losses, "trained": {n: summary(p) for n, p in model.named_parameters()}}

cases = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(case(*row))}" for name, row in CASES.items())
version = json.dumps(torch.__version__.split("+")[0])
content = f'{{"torch": {version}, "lenet": {json.dumps(lenet)}, "cases": {{\n{cases}\n}}}}\n'
pathlib.Path(__file__).with_name("images.json").write_text(content)
