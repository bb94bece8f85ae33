#!/usr/bin/env python3
"""Makes quantized.json: products by PyTorch's quantised kernels, to compare quantizedProduct and QuantizedDense with.

Usage: python3 make_quantized_fixtures.py   (needs torch from PyPI; the file names its version, kernels and processor)

Everything is float32, as those kernels want it. The weight's scales are chosen here, the largest magnitude over 127 (what
torch's default observers choose is over 127.5, or cut to 7 bits for old processors); ranges of inputs are the kernels' own.
"""
import json, pathlib, platform
import torch

torch.manual_seed(38)
quantized, HERE = torch.ops.quantized, pathlib.Path(__file__)
torch.backends.quantized.engine = "x86"


def numbers(tensor):
    return {"shape": list(tensor.shape), "numbers": tensor.detach().double().flatten().tolist()}


def rounded(weight, by_output):
    if by_output:
        scales = weight.abs().amax(1) / 127
        return torch.quantize_per_channel(weight, scales.double(), torch.zeros(len(scales), dtype=torch.int64), 0, torch.qint8)
    return torch.quantize_per_tensor(weight, (weight.abs().max() / 127).item(), 0, torch.qint8)


def layer(x, weight, bias, by_output):
    """The dynamic kernel of quantize_dynamic's layers with all 8 bits of the input, and the one with a fixed range."""
    whole = rounded(weight, by_output)
    packed = quantized.linear_prepack(whole, bias)
    low, high = -1.0, 1.5
    scale = (high - low) / 255
    return {
        "input": numbers(x), "weight": numbers(weight), "bias": numbers(bias), "byOutput": by_output,
        "integers": whole.int_repr().int().flatten().tolist(),
        "dynamic": numbers(quantized.linear_dynamic(x, packed, False)),
        "range": [low, high],
        "fixed": numbers(quantized.linear_with_input_q_dq_qweight_dq_output_fp32(x, scale, round(-low / scale), packed)),
    }


def draw(*shape):
    return torch.randn(*shape)


def sums(rows, outputs, inputs):
    """torch's product of Int8 matrices with Int32 sums; the ends of the range stand in the first row."""
    x = torch.randint(-127, 128, (rows, inputs), dtype=torch.int8)
    weight = torch.randint(-127, 128, (outputs, inputs), dtype=torch.int8)
    x[0], weight[0] = 127, -127
    product = torch._int_mm(x, weight.T.contiguous())
    return {name: {"shape": list(value.shape), "numbers": value.flatten().tolist()}
            for name, value in {"input": x, "weight": weight, "sums": product}.items()}


content = {
    "torch": torch.__version__.split("+")[0], "engine": torch.backends.quantized.engine, "machine": platform.machine(),
    "layers": [layer(x, draw(6, 40), draw(6), by_output) for by_output in (False, True)
               for x in (draw(5, 40), draw(5, 40).relu(), -draw(5, 40).abs())],
    "sums": sums(18, 8, 200),
}
HERE.with_name("quantized.json").write_text(json.dumps(content) + "\n")
