#!/usr/bin/env python3
"""careerfit score against the same computation in pandas and numpy.

What it compares: 200,000 people who answered all 149 questions, the ten best of all careers for each, CSV in and CSV out,
everything written to a file. One side is `careerfit score people.csv --format csv`; the other reads the CSV with pandas
(C reader, small integers), scores with numpy (float32 products in blocks on two threads, argpartition) and writes with
to_csv. It prints both times and their ratio (at least 5 is wanted), how many people with gaps careerfit ranks in a second
(at least 4,000 on two cores are wanted) and its peak memory (at most 200 MB, also for a million people).

The linear map that numpy uses is measured from careerfit itself: the estimate is linear in the answers, so that 150 made-up
people tell all of it, and the careers' side is built again from data/figures and data/matching.toml. That both do the same
is checked: the first career must be the same for 99 % of the people at least.

How to run (Linux or macOS, Python 3.11 or newer with pandas and numpy):
    cargo build --release
    python3 benches/score_csv.py [--people 200000] [--program target/release/careerfit]
Other work on the machine slows both sides, and not alike: run it on a quiet one.
"""

import argparse
import concurrent.futures
import json
import os
import subprocess
import tempfile
import time
import tomllib
from pathlib import Path

import numpy as np
import pandas as pd

TOP = 10
BLOCK = 8192
ROOT = Path(__file__).resolve().parent.parent
GROUPS = {"interests": slice(0, 6), "skills": slice(6, 41), "subjects": slice(41, 74), "styles": slice(74, 95)}


def write_people(path, ids, answers, kept=None):
    """A CSV of people; without `kept` complete rows."""
    cells = answers.astype("U1")
    if kept is not None:
        cells[~kept] = ""
    with open(path, "w") as out:
        out.write("person," + ",".join(ids) + "\n")
        for number, row in enumerate(cells):
            out.write(f"p{number}," + ",".join(row) + "\n")


def scored(program, path, out, form="csv"):
    """Runs careerfit; seconds and peak memory in MB."""
    begun = time.perf_counter()
    with open(out, "wb") as file:
        process = subprocess.Popen([program, "score", path, "--format", form, "--top", str(TOP)], stdout=file)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, peak_memory(process.pid))
            time.sleep(0.01)
    assert process.returncode == 0, "careerfit failed"
    return time.perf_counter() - begun, peak


def peak_memory(process):
    """The most memory a running process has had in MB, where /proc tells."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), default=0.0)


def estimates(program, folder, ids, answers):
    """The estimate of every scale, as careerfit prints it."""
    path, out = folder / "probe.csv", folder / "probe.jsonl"
    write_people(path, ids, answers)
    scored(program, path, out, "json")
    people = [json.loads(line)["profile"] for line in out.read_text().splitlines()]
    return np.array([[scale["estimate"] for group in GROUPS for scale in person[group].values()] for person in people])


def careers():
    """Ids and ratings of all careers, the scales in the order of data/scales.toml."""
    scales = tomllib.loads((ROOT / "data/scales.toml").read_text())["scale"]
    names = {group: [s["id"].split(".")[1] for s in scales if s["id"].startswith(group + ".")] for group in GROUPS}
    found = {}
    for file in sorted((ROOT / "data/figures").glob("*.toml")):
        for entry in tomllib.loads(file.read_text())["figures"]:
            found[entry["id"]] = [entry[group][name] for group in GROUPS for name in names[group]]
    ids = sorted(found)
    return ids, np.array([found[id] for id in ids], dtype=float)


class Matching:
    """The same matching as careerfit's for people who answered every question."""

    def __init__(self, program, folder, ids):
        constants = tomllib.loads((ROOT / "data/matching.toml").read_text())
        ridge, weights = (dict(zip(GROUPS, constants[name])) for name in ("ridge", "weights"))
        self.ids, ratings = careers()
        spread = ratings.std(axis=0)
        plain = np.where(spread > 1e-9, (ratings - ratings.mean(axis=0)) / np.where(spread > 1e-9, spread, 1), 0)
        correlation = plain.T @ plain / len(plain)
        self.clamp = constants["clamp"]
        whiten = np.zeros_like(correlation)
        for group, part in GROUPS.items():
            block = correlation[part, part] + ridge[group] * np.eye(part.stop - part.start)
            values, vectors = np.linalg.eigh(block)
            whiten[part, part] = vectors @ np.diag(values**-0.5) @ vectors.T
        white = np.clip(plain @ whiten, -self.clamp, self.clamp)
        probe = np.full((len(ids) + 1, len(ids)), 3)
        probe[np.arange(len(ids)), np.arange(len(ids))] = 4
        measured = estimates(program, folder, ids, probe)
        gains, base = measured[:-1] - measured[-1], measured[-1]
        # Covariance that the answers took away: S0 - Sigma = G A S0, with A S0 from the loads of the questions.
        questions = json.loads(subprocess.run([program, "questions", "--format", "json"], capture_output=True).stdout)
        order = {f"{g}.{n}": at for at, (g, n) in enumerate(self.names())}
        loads = np.zeros((len(ids), 95))
        for row, question in enumerate(questions["questions"]):
            for scale, weight in question["loads"].items():
                loads[row, order[scale]] = weight
        share = constants["prior_correlation"]
        prior = constants["prior_variance"] * (share * correlation + (1 - share) * np.eye(95))
        lost = (gains * constants["answer_sd"]).T @ loads @ prior
        lost = (lost + lost.T) / 2
        factors = np.zeros_like(white)
        for group, part in GROUPS.items():
            rays = white[:, part] @ whiten[part, part]
            told = np.einsum("ci,ij,cj->c", rays, lost[part, part], rays)
            factors[:, part] = (weights[group] / sum(weights.values()) / np.sqrt(told * (part.stop - part.start)))[:, None]
        self.map = (gains @ whiten).astype(np.float32)
        self.base = ((base - 3 * gains.sum(axis=0)) @ whiten).astype(np.float32)
        self.careers = np.ascontiguousarray((factors * white).T, dtype=np.float32)
        # Points depend on the person's length and on what is left unknown, which does not change their order.
        self.length = [(weights[g] / sum(weights.values()), np.trace((whiten @ prior @ whiten)[p, p]), p) for g, p in GROUPS.items()]
        known = [np.trace((whiten @ lost @ whiten)[p, p]) / total for (_, total, p) in self.length]
        self.sureness = np.sqrt(sum(w * k for (w, _, _), k in zip(self.length, known)))
        self.unknown = sum(w * (1 - k) for (w, _, _), k in zip(self.length, known))

    @staticmethod
    def names():
        scales = tomllib.loads((ROOT / "data/scales.toml").read_text())["scale"]
        ids = [scale["id"] for scale in scales]
        return [tuple(id.split(".", 1)) for group in GROUPS for id in ids if id.startswith(group + ".")]

    def block(self, answers):
        """Careers and points of the first ten of a block of people."""
        white = np.clip(answers.astype(np.float32) @ self.map + self.base, -self.clamp, self.clamp)
        scores = white @ self.careers
        best = np.argpartition(-scores, TOP, axis=1)[:, :TOP]
        points = np.take_along_axis(scores, best, axis=1)
        order = np.argsort(-points, axis=1, kind="stable")
        length = self.unknown + sum(w / total * np.einsum("pi,pi->p", white[:, p], white[:, p]) for w, total, p in self.length)
        points = np.take_along_axis(points, order, axis=1) * (100 * self.sureness / np.sqrt(length))[:, None]
        return np.take_along_axis(best, order, axis=1), points


def with_numpy(matching, path, out, ids):
    """The whole computation with pandas and numpy; seconds."""
    begun = time.perf_counter()
    table = pd.read_csv(path, dtype={"person": "string"} | dict.fromkeys(ids, "int8"), engine="c")
    answers = table[ids].to_numpy(dtype=np.int8)
    blocks = [answers[at : at + BLOCK] for at in range(0, len(answers), BLOCK)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        done = list(pool.map(matching.block, blocks))
    best, points = np.concatenate([b for b, _ in done]), np.concatenate([p for _, p in done])
    names = np.array(matching.ids, dtype=object)
    pd.DataFrame(
        {
            "person": np.repeat(table["person"].to_numpy(dtype=object), TOP),
            "rank": np.tile(np.arange(1, TOP + 1, dtype=np.int8), len(best)),
            "id": names[best.ravel()],
            "fit": points.ravel(),
        }
    ).to_csv(out, index=False, float_format="%.2f")
    return time.perf_counter() - begun


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--people", type=int, default=200_000)
    options.add_argument("--gaps", type=int, default=20_000, help="people who answered about 60 %% of the questions")
    options.add_argument("--program", default=str(ROOT / "target/release/careerfit"))
    options.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts")
    options = options.parse_args()
    asked = subprocess.run([options.program, "questions", "--format", "json"], capture_output=True, check=True).stdout
    ids = [question["id"] for question in json.loads(asked)["questions"]]
    random = np.random.default_rng(1)
    answers = random.integers(1, 6, (options.people, len(ids)), dtype=np.int8)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        matching = Matching(options.program, folder, ids)
        path, ours, theirs = folder / "people.csv", folder / "careerfit.csv", folder / "numpy.csv"
        write_people(path, ids, answers)
        rounds = []
        for _ in range(options.rounds):
            rounds.append((*scored(options.program, path, ours), with_numpy(matching, path, theirs, ids)))
        seconds, memory = min(r[0] for r in rounds), max(r[1] for r in rounds)
        others = min(r[2] for r in rounds)
        one, other = pd.read_csv(ours), pd.read_csv(theirs)
        first = (one[one["rank"] == 1]["id"].to_numpy() == other[other["rank"] == 1]["id"].to_numpy()).mean()
        points = np.abs(one["fit"].to_numpy() - other["fit"].to_numpy()).max()
        write_people(path, ids, answers[: options.gaps], random.random((options.gaps, len(ids))) < 0.6)
        gaps = min(scored(options.program, path, ours)[0] for _ in range(options.rounds))
    print(f"{options.people} people, {len(ids)} questions, {len(matching.ids)} careers, {os.cpu_count()} cores")
    print(f"careerfit       {seconds:7.2f} s   {options.people / seconds:10.0f} people a second, at most {memory:.0f} MB")
    print(f"pandas + numpy  {others:7.2f} s   {others / seconds:10.1f} times as long (at least 5 is wanted)")
    print(f"the same first career for {100 * first:.2f} % (at least 99 is wanted), points differ by {points:.3f} at most")
    print(f"with gaps       {gaps:7.2f} s   {options.gaps / gaps:10.0f} people a second (at least 4000 are wanted)")
    assert first >= 0.99, "the two do not do the same"


if __name__ == "__main__":
    main()
