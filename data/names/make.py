#!/usr/bin/env python3
"""Makes the names in this folder from the published tables: make.py FOLDER, which holds `occupations/` and `names/`.

hidden.txt   code, then titles that workers report, then the other alternate titles of the career
concepts.txt per ESCO concept the careers it stands for, exact matches first
XX.txt       per concept, in the order of concepts.txt, its preferred title in the language XX, then its other names, both
             genders split and none of them twice

Columns stand apart by tabs, names by bars.
"""

import csv
import itertools
import re
import sys
from collections import OrderedDict, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
NEAREST = {"exactMatch": 0, "closeMatch": 1, "narrowMatch": 2}


# Names that the published table has under a narrower occupation, and where people mean them.
NURSE = "http://data.europa.eu/esco/occupation/8d3e8aaa-791b-4c75-a465-f3f827028f50"
MOVED = {
    "es": (NURSE, ["enfermera", "enfermero"]),
    "de": (NURSE, ["Krankenschwester", "Krankenpfleger"]),
    "fr": (NURSE, ["infirmier", "infirmière"]),
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def unique(names):
    kept = OrderedDict()
    for name in names:
        name = " ".join(name.replace("|", " ").split())
        if name:
            kept.setdefault(name.lower(), name)
    return list(kept.values())


def hidden(folder):
    titles = defaultdict(lambda: ([], []))
    for place, table in enumerate(["reported_titles.csv", "alternate_titles.csv"]):
        for row in rows(folder / "occupations" / table):
            titles[row["code"]][place].append(row["title"])
    lines = []
    for code, (reported, alternate) in sorted(titles.items()):
        reported = unique(reported)
        known = {name.lower() for name in reported}
        alternate = [name for name in unique(alternate) if name.lower() not in known]
        lines.append("\t".join([code, "|".join(reported), "|".join(alternate)]))
    (HERE / "hidden.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def genders(name):
    """Both sides of `Omnibusfahrer/Omnibusfahrerin`; the name itself where it has no two sides."""
    sides = [side.strip() for side in name.split("/")]
    return sides if len(sides) > 1 and all(len(side) > 2 for side in sides) else [name]


def names_of(language, row):
    parts = ([row["title"]], row["also"].split("|"))
    split = [unique(itertools.chain.from_iterable(genders(name) for name in part)) for part in parts]
    concept, moved = MOVED.get(language, ("", []))
    split = [[name for name in part if name not in moved] for part in split]
    if row["esco_uri"] == concept:
        split[1] += moved
    split[1] = [name for name in split[1] if name not in split[0]]
    return "\t".join("|".join(part) for part in split)


def languages(folder):
    tables = sorted((folder / "names").glob("esco_??.csv"))
    careers = OrderedDict()
    names = {}
    for table in tables:
        language = re.fullmatch(r"esco_(..)\.csv", table.name).group(1)
        names[language] = {}
        for row in rows(table):
            match = careers.setdefault(row["esco_uri"], {})
            match[row["code"]] = min(NEAREST[row["match"]], match.get(row["code"], 9))
            names[language][row["esco_uri"]] = names_of(language, row)
    lines = [" ".join(sorted(match, key=lambda code: (match[code], code))) for match in careers.values()]
    (HERE / "concepts.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for language, known in names.items():
        lines = [known.get(concept, "") for concept in careers]
        (HERE / f"{language}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    hidden(Path(sys.argv[1]))
    languages(Path(sys.argv[1]))
