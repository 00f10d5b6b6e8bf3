#!/usr/bin/env python3
"""careerfit score against the core of its work in pandas, polars and faiss, and against the same work in polars and faiss.

What it compares: 200,000 people who answered every question, the ten best of all careers for each, CSV in and CSV out,
everything written to a file, all cores. One side is `careerfit score people.csv --format csv --top 10`. The others read the
CSV, score with one float32 product of answers and a table of weights, take the ten best and write person, rank, id, title and
fit:

    pandas + numpy      C reader, blocks on all cores, argpartition, to_csv
    polars + numpy      its own reader and writer, blocks on all cores, argpartition
    polars + faiss      its own reader and writer, an exact inner-product index
    the same work       polars and faiss, and all that careerfit works out for these people too: estimates by scale, each
                        part's level, what an activity adds beyond its scales, whether the answers point anywhere and agree
                        with each other, fits in double precision where it tells equal ones apart, bands, and its columns

The first three do less than careerfit. The last does what careerfit does for people who answered everything, in as few
passes of numpy as were found; it still checks no cell and reads no cards. Weights are made up: which careers come out says
nothing, and takes no other time. It prints wall time, CPU time and their ratios to careerfit's (of the strongest with the
same work at least 2 and 1.5 are wanted), how many people with gaps careerfit ranks in a second, and its peak memory.

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
SCALES = 95
PARTS = 4
# as many careers as careerfit works out once more, exactly
LOOKED_AT = TOP + 6
BANDS = np.array([2.0, 5.0, 9.0])
CORES = os.cpu_count() or 1
NOTE = "read with care: answers to questions that are much alike differ more than usual"
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


def in_blocks(work, *tables):
    """What a function makes of all people, in blocks and on all cores."""
    parts = [[table[at : at + BLOCK] for table in tables] for at in range(0, len(tables[0]), BLOCK)]
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        done = list(pool.map(lambda part: work(*part), parts))
    return tuple(np.concatenate(results) for results in zip(*done))


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
        return in_blocks(self.block, answers)

    def nearest(self, answers):
        """The same by an exact index."""
        index = faiss.IndexFlatIP(self.weights.shape[0])
        index.add(np.ascontiguousarray(self.weights.T))
        points, best = index.search(np.ascontiguousarray(answers, dtype=np.float32), TOP)
        return best, points


class SameWork:
    """What careerfit works out for somebody who answered every question, with weights of the same shapes."""

    def __init__(self, table, questions):
        random = np.random.default_rng(3)
        self.table = table
        self.usual = random.uniform(2.5, 3.5, questions).astype(np.float32)
        self.part = np.sort(random.integers(0, PARTS, questions))
        self.main = random.integers(0, SCALES, questions)
        self.gains = (random.standard_normal((questions, SCALES)) / questions).astype(np.float32)
        self.loads = (random.random((SCALES, questions)) < 2 / SCALES).astype(np.float32)
        self.places = random.standard_normal((CAREERS, SCALES))
        self.halves = random.random(CAREERS)
        # every career is made of some activities
        self.made_of = (random.random((CAREERS, questions)) < 0.04).astype(np.float32)
        careers = np.hstack([self.places, -self.halves[:, None], self.made_of]).astype(np.float32)
        self.index = faiss.IndexFlatIP(careers.shape[1])
        self.index.add(np.ascontiguousarray(careers))
        self.like = np.zeros((questions, SCALES), dtype=np.float32)
        self.like[np.arange(questions), self.main] = 1

    def estimate(self, answers):
        """What a block of people is compared by, whether their answers point anywhere, and whether they agree."""
        offsets = answers.astype(np.float32) - self.usual
        estimates = offsets @ self.gains
        residual = self.find_unexplained(offsets, estimates @ self.loads)
        people = np.hstack([estimates, np.ones((len(answers), 1), np.float32), residual])
        points = np.count_nonzero(answers != answers[:, :1], axis=1) >= 2
        return people, points, self.agree(offsets)

    def find_unexplained(self, offsets, expected):
        """What is left of each answer beside its part's level and its scales."""
        left = offsets - expected
        for part in range(PARTS):
            columns = self.part == part
            offsets[:, columns] -= left[:, columns].mean(axis=1, keepdims=True)
        factor = np.where(offsets * expected < 0, np.float32(3), np.float32(1))
        return np.copysign(np.maximum(np.abs(offsets) - factor * np.abs(expected), 0), offsets)

    def look_again(self, people, found):
        """The first careers by fits in double precision, which order equal ones by number, and their bands."""
        estimates, residual = people[:, :SCALES].astype(np.float64), people[:, SCALES + 1 :]
        fits = np.einsum("ps,pcs->pc", estimates, self.places[found]) - self.halves[found]
        fits += np.einsum("pq,pcq->pc", residual, self.made_of[found])
        order = np.lexsort((found, -np.round(fits * 1e9)), axis=1)[:, :TOP]
        fits = np.take_along_axis(fits, order, axis=1)
        return np.take_along_axis(found, order, axis=1), fits, np.searchsorted(BANDS, fits)

    def agree(self, offsets):
        """Whether answers to questions of the same scale agree."""
        means = (offsets @ self.like) / np.maximum(self.like.sum(axis=0), 1)
        return ((offsets - means[:, self.main]) ** 2).mean(axis=1) < 1.5

    def run(self, path, out, ids):
        schema = {"person": pl.String} | dict.fromkeys(ids, pl.Int8)
        read = pl.read_csv(path, schema=schema)
        answers = read.select(ids).to_numpy()
        people, points, agree = in_blocks(self.estimate, answers)
        _, found = self.index.search(people, LOOKED_AT)
        best, fits, bands = in_blocks(self.look_again, people, found)

        def words(choices, which):
            return pl.Series(choices).gather(which)

        names = pl.DataFrame({"id": self.table.ids.tolist(), "title": self.table.titles.tolist()})
        people = np.repeat(np.arange(len(best)), TOP)
        frame = pl.DataFrame(
            {
                "person": read["person"].gather(people),
                "answered": np.full(len(people), len(ids), dtype=np.int16),
                "verdict": words(["no direction", "ranked"], points.astype(np.int8)[people]),
                "rank": np.tile(np.arange(1, TOP + 1, dtype=np.int8), len(best)),
                "id": names["id"].gather(best.ravel()),
                "title": names["title"].gather(best.ravel()),
                "fit": fits.ravel(),
                "band": words(["weaker fit", "slight fit", "good fit", "strong fit"], bands.ravel()),
                "notes": words([NOTE, ""], agree.astype(np.int8)[people]),
            }
        )
        frame.write_csv(out, float_precision=2)


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
    same = SameWork(table, len(ids))

    with tempfile.TemporaryDirectory() as folder:
        path, gaps, out = (Path(folder) / name for name in ("people.csv", "gaps.csv", "out.csv"))
        write_people(path, ids, answers)
        write_people(gaps, ids, answers[: options.gaps], random.random((options.gaps, len(ids))) < 0.6)
        sides = {
            "careerfit": lambda: careerfit(options.program, path, out, peaks),
            "pandas + numpy": lambda: with_pandas(table, path, out, ids),
            "polars + numpy": lambda: with_polars(table, path, out, ids, table.blocks),
            "polars + faiss": lambda: with_polars(table, path, out, ids, table.nearest),
            "the same work": lambda: same.run(path, out, ids),
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
