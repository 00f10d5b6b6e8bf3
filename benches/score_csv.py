#!/usr/bin/env python3
"""careerfit score against the core of the same work in pandas, polars and faiss.

What it compares: 200,000 people who answered every question, the ten best of all careers for each, CSV in and CSV out,
everything written to a file, all cores. One side is `careerfit score people.csv --format csv --top 10`. The others read the
CSV, score with one float32 product of answers and a table of weights, take the ten best and write person, rank, id, title and
fit:

    pandas + numpy      C reader, blocks on all cores, argpartition, to_csv
    polars + numpy      its own reader and writer, blocks on all cores, argpartition
    polars + faiss      its own reader and writer, an exact inner-product index

They do less than careerfit, which also reads cards and contexts, adds what a single activity says, cares for answers that
contradict each other, ties, bands and verdicts, and checks each cell. Their weights are made up: which careers come out says
nothing, and takes no other time. It prints wall time, CPU time and the ratio to the strongest of them (at least 2 and 1.5 are
wanted), how many people with gaps careerfit ranks in a second, and its peak memory.

How to run (Linux or macOS, Python 3.11 or newer with numpy, pandas, polars, pyarrow and faiss-cpu):
    cargo build --release
    python3 benches/score_csv.py [--people 200000] [--program target/release/careerfit]
Other work on the machine slows all sides, and not alike: run it on a quiet one.
"""

import argparse
import concurrent.futures
import json
import os
import resource
import subprocess
import tempfile
import time
from pathlib import Path

import faiss
import numpy as np
import pandas as pd
import polars as pl

TOP = 10
BLOCK = 8192
CAREERS = 923
CORES = os.cpu_count() or 1
ROOT = Path(__file__).resolve().parent.parent


def write_people(path, ids, answers, kept=None):
    """A CSV of people; without `kept` complete rows."""
    cells = answers.astype("U1")
    if kept is not None:
        cells[~kept] = ""
    with open(path, "w") as out:
        out.write("person," + ",".join(ids) + "\n")
        for number, row in enumerate(cells):
            out.write(f"p{number}," + ",".join(row) + "\n")


def timed(work):
    """Wall and CPU seconds of a call, children's included."""

    def used():
        both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(usage.ru_utime + usage.ru_stime for usage in both)

    wall, cpu = time.perf_counter(), used()
    work()
    return time.perf_counter() - wall, used() - cpu


def careerfit(program, path, out, peaks):
    """Runs careerfit, and notes its peak memory in MB where /proc tells."""
    with open(out, "wb") as file:
        process = subprocess.Popen([program, "score", path, "--format", "csv", "--top", str(TOP)], stdout=file)
        while process.poll() is None:
            peaks.append(peak_memory(process.pid))
            time.sleep(0.01)
    assert process.returncode == 0, "careerfit failed"


def peak_memory(process):
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), default=0.0)


class Table:
    """The careers' side: a weight for each question and career, ids and titles."""

    def __init__(self, questions):
        random = np.random.default_rng(2)
        self.weights = random.standard_normal((questions, CAREERS)).astype(np.float32)
        self.ids = np.array([f"{number // 100:02}-{number:04}.00" for number in range(CAREERS)], dtype=object)
        self.titles = np.array([f"Career called number {number}" for number in range(CAREERS)], dtype=object)

    def block(self, answers):
        """Careers and points of the first ten of a block of people."""
        scores = answers.astype(np.float32) @ self.weights
        best = np.argpartition(-scores, TOP, axis=1)[:, :TOP]
        points = np.take_along_axis(scores, best, axis=1)
        order = np.argsort(-points, axis=1, kind="stable")
        return np.take_along_axis(best, order, axis=1), np.take_along_axis(points, order, axis=1)

    def blocks(self, answers):
        """The same for all people, on all cores."""
        parts = [answers[at : at + BLOCK] for at in range(0, len(answers), BLOCK)]
        with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
            done = list(pool.map(self.block, parts))
        return np.concatenate([best for best, _ in done]), np.concatenate([points for _, points in done])

    def nearest(self, answers):
        """The same by an exact index."""
        index = faiss.IndexFlatIP(self.weights.shape[0])
        index.add(np.ascontiguousarray(self.weights.T))
        points, best = index.search(np.ascontiguousarray(answers, dtype=np.float32), TOP)
        return best, points


def with_pandas(table, path, out, ids):
    read = pd.read_csv(path, dtype={"person": "string"} | dict.fromkeys(ids, "int8"), engine="c")
    best, points = table.blocks(read[ids].to_numpy(dtype=np.int8))
    frame = pd.DataFrame(
        {
            "person": np.repeat(read["person"].to_numpy(dtype=object), TOP),
            "rank": np.tile(np.arange(1, TOP + 1, dtype=np.int8), len(best)),
            "id": table.ids[best.ravel()],
            "title": table.titles[best.ravel()],
            "fit": points.ravel(),
        }
    )
    frame.to_csv(out, index=False, float_format="%.2f")


def with_polars(table, path, out, ids, rank):
    schema = {"person": pl.String} | dict.fromkeys(ids, pl.Int8)
    read = pl.read_csv(path, schema=schema)
    best, points = rank(read.select(ids).to_numpy())
    names = pl.DataFrame({"id": table.ids.tolist(), "title": table.titles.tolist()})
    frame = pl.DataFrame(
        {
            "person": read["person"].gather(np.repeat(np.arange(len(best)), TOP)),
            "rank": np.tile(np.arange(1, TOP + 1, dtype=np.int8), len(best)),
            "id": names["id"].gather(best.ravel()),
            "title": names["title"].gather(best.ravel()),
            "fit": points.ravel(),
        }
    )
    frame.write_csv(out, float_precision=2)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--people", type=int, default=200_000)
    options.add_argument("--gaps", type=int, default=20_000, help="people who answered about 60 %% of the questions")
    options.add_argument("--program", default=str(ROOT / "target/release/careerfit"))
    options.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts, all sides taking turns")
    options = options.parse_args()
    asked = subprocess.run([options.program, "questions", "--format", "json"], capture_output=True, check=True).stdout
    ids = [question["id"] for question in json.loads(asked)["questions"]]
    random = np.random.default_rng(1)
    answers = random.integers(1, 6, (options.people, len(ids)), dtype=np.int8)
    table, peaks = Table(len(ids)), []

    with tempfile.TemporaryDirectory() as folder:
        path, gaps, out = (Path(folder) / name for name in ("people.csv", "gaps.csv", "out.csv"))
        write_people(path, ids, answers)
        write_people(gaps, ids, answers[: options.gaps], random.random((options.gaps, len(ids))) < 0.6)
        sides = {
            "careerfit": lambda: careerfit(options.program, path, out, peaks),
            "pandas + numpy": lambda: with_pandas(table, path, out, ids),
            "polars + numpy": lambda: with_polars(table, path, out, ids, table.blocks),
            "polars + faiss": lambda: with_polars(table, path, out, ids, table.nearest),
            "careerfit, gaps": lambda: careerfit(options.program, gaps, out, peaks),
        }
        rounds = {name: [] for name in sides}
        for _ in range(options.rounds):
            for name, work in sides.items():
                rounds[name].append(timed(work))

    wall = {name: min(taken[0] for taken in all) for name, all in rounds.items()}
    cpu = {name: min(taken[1] for taken in all) for name, all in rounds.items()}
    print(f"{options.people} people, {len(ids)} questions, {CAREERS} careers, {CORES} cores, best of {options.rounds} rounds")
    for name in list(sides)[:-1]:
        ratios = f"{wall[name] / wall['careerfit']:5.1f} x wall, {cpu[name] / cpu['careerfit']:4.1f} x CPU"
        print(f"{name:16}{wall[name]:7.2f} s wall {cpu[name]:7.2f} s CPU   {ratios}")
    print(f"with gaps       {wall['careerfit, gaps']:7.2f} s wall, {options.gaps / wall['careerfit, gaps']:.0f} people a second")
    print(f"careerfit takes {max(peaks):.0f} MB at most")


if __name__ == "__main__":
    main()
