"""Prints what TensorBoard's own reader finds in a folder of event files, as JSON: run, tag, and what each step holds.

    python read_events.py FOLDER

A scalar is [step, value]; a histogram is [step, minimum, maximum, count, sum, sum of squares, right edges, counts].
"""

import json
import os
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator


def read(folder):
    # 0: keep all of them, and not a sample.
    events = EventAccumulator(folder, size_guidance={"scalars": 0, "histograms": 0}).Reload()
    tags = events.Tags()
    scalars = {tag: [[e.step, e.value] for e in events.Scalars(tag)] for tag in tags["scalars"]}
    histograms = {
        tag: [
            [e.step, h.min, h.max, h.num, h.sum, h.sum_squares, list(h.bucket_limit), list(h.bucket)]
            for e in events.Histograms(tag)
            for h in [e.histogram_value]
        ]
        for tag in tags["histograms"]
    }
    return {"scalars": scalars, "histograms": histograms}


root = sys.argv[1]
runs = sorted(folder for folder, _, files in os.walk(root) if any("tfevents" in file for file in files))
print(json.dumps({os.path.relpath(folder, root): read(folder) for folder in runs}))
