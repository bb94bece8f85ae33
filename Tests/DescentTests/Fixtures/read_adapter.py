#!/usr/bin/env python3
"""Makes adapter.json: what Python's safetensors and PEFT find in adapter.safetensors, a file that the course wrote.

Usage: python3 read_adapter.py    (needs torch, safetensors and peft from PyPI; the file names their versions)

PEFT wraps the letter model of letters.safetensors and loads the adapter by its names, with the rank and α that stand in
its metadata. Kept are the logits for WORDS with it, with it merged into the matrices, and with it switched off; and the
names and shapes that PEFT would write itself.
"""
import json, pathlib
import peft, safetensors, torch
from safetensors.torch import load_file
from letter_model import LetterModel

HERE = pathlib.Path(__file__).parent
WORDS = torch.tensor([[0, 3, 1, 20, 0, 0, 0], [0, 8, 15, 18, 19, 5, 19], [0, 9, 0, 0, 0, 0, 0]])
TARGETS = ["query", "key", "value", "output", "up", "down"]


def numbers(tensor):
    return {"shape": list(tensor.shape), "numbers": tensor.detach().double().flatten().tolist()}


with safetensors.safe_open(HERE / "adapter.safetensors", framework="pt") as file:
    metadata, tensors = file.metadata(), {name: file.get_tensor(name) for name in file.keys()}

base = LetterModel()
base.load_state_dict(load_file(HERE / "letters.safetensors"))
config = peft.LoraConfig(r=int(metadata["r"]), lora_alpha=float(metadata["lora_alpha"]), target_modules=TARGETS)
model = peft.get_peft_model(base, config).eval()
loaded = peft.set_peft_model_state_dict(model, tensors)
assert not loaded.unexpected_keys and not any("lora" in name for name in loaded.missing_keys), loaded
with torch.no_grad():
    logits = model(WORDS)
    with model.disable_adapter():
        off = model(WORDS)
    own = peft.get_peft_model_state_dict(model)
    merged = model.merge_and_unload()(WORDS)

versions = {library.__name__: library.__version__.split("+")[0] for library in (torch, safetensors, peft)}
content = {
    "versions": versions, "metadata": metadata, "tensors": {name: list(tensor.shape) for name, tensor in own.items()},
    "logits": numbers(logits), "merged": numbers(merged), "off": numbers(off)}
(HERE / "adapter.json").write_text(json.dumps(content) + "\n")
