"""Runs R1 and R1s in Buffert and in SimPy, and prints the numbers side by side.

    python compare.py

Needs a release build of Buffert (swift build -c release, in the repository's folder). Both run on one
core. z is the difference in standard errors of both together: beyond 4 on either side it would be no
chance.
"""

import argparse
import csv
import functools
import math
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import numpy

import controls
import r1_simpy as r1

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What is compared: the scenario, its policy, months of stock, and remaining lives from … to.
CASES = [
    ("r1", "month-1", 1, (180, 540)),
    ("r1", "month-3", 3, (180, 540)),
    ("r1s", "month-1", 1, (20, 60)),
]

# What SimPy's program calls a measure, and where it stands in Buffert's summary.csv.
MEASURES = [
    ("unmetFraction", "all", "unmetFraction"),
    ("stockoutDays", "all", "stockoutDays"),
    ("firstStockoutDay", "all", "firstStockoutDay"),
    ("averageCentralStock", "centralStore", "averageStock"),
    ("discarded", "all", "discarded"),
    ("demand", "all", "demand"),
]


def run_buffert(program, scenario, replications, policies):
    """What Buffert finds, by policy, group and measure; and its processor seconds."""
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "run", f"scenarios/reference/{scenario}.json5"]
        command += ["--jobs", "1", "--quiet", "--out", folder]
        command += ["--replications", str(replications)]
        for policy in policies:
            command += ["--policy", policy]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found = {}
        with open(pathlib.Path(folder) / "summary.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                error = float(row["sd"] or 0) / math.sqrt(float(row["n"]))
                found[row["policy"], row["key"], row["measure"]] = float(row["mean"]), error
    return found, seconds


@functools.cache
def long_run(months, paths):
    return controls.long_run(months, paths)


def run_simpy(months, life, replications, paths):
    """What SimPy finds by measure, with and without controls; and its processor seconds."""
    start = time.process_time()
    tallies = [r1.replicate(1, number, months, life) for number in range(replications)]
    seconds = time.process_time() - start
    values = [tally.measures() for tally in tallies]
    flows = controls.flow(numpy.array([tally.takes_orders for tally in tallies]), months)
    means, covariance = long_run(months, paths)
    found = {}
    for name in values[0]:
        column = numpy.array([value[name] for value in values], dtype=float)
        plain = float(column.mean()), float(column.std(ddof=1)) / math.sqrt(replications)
        found[name] = plain, controls.controlled(column, flows, means, covariance)
    return found, seconds


def z(one, other):
    """The difference in standard errors; none where one of them has seen no event to judge by."""
    if one[1] == 0 or other[1] == 0:
        return None
    return (one[0] - other[0]) / math.hypot(one[1], other[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--buffert", default=str(ROOT / ".build/release/buffert"))
    parser.add_argument("--replications", type=int, default=2000, help="of SimPy")
    parser.add_argument("--buffert-replications", type=int, default=20000)
    parser.add_argument("--paths", type=int, default=200000, help="behind the controls")
    options = parser.parse_args()
    if options.replications < 20 or options.buffert_replications < 2 or options.paths < 1000:
        parser.error("too few: at least 20, 2 and 1000")
    if not pathlib.Path(options.buffert).exists():
        sys.exit(f"there is no {options.buffert}: build it with swift build -c release")

    buffert, seconds = {}, {}
    for scenario in dict.fromkeys(case[0] for case in CASES):
        policies = [case[1] for case in CASES if case[0] == scenario]
        buffert[scenario], time_taken = run_buffert(
            options.buffert, scenario, options.buffert_replications, policies
        )
        seconds[scenario] = time_taken / options.buffert_replications / len(policies)

    head = ["", "measure", "Buffert", "SimPy", "z", "SimPy with controls", "z"]
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    simpy_seconds = {}
    worst = 0.0
    for scenario, policy, months, life in CASES:
        found, time_taken = run_simpy(months, life, options.replications, options.paths)
        simpy_seconds.setdefault(scenario, []).append(time_taken / options.replications)
        for name, key, measure in MEASURES:
            ours = buffert[scenario][policy, key, measure]
            plain, controlled = found[name]
            worst = max(worst, abs(z(ours, plain) or 0), abs(z(ours, controlled) or 0))
            cells = [f"{scenario} {policy}", name]
            digits = 5 if abs(ours[0]) < 1 else 2
            for one, against in [(ours, None), (plain, ours), (controlled, ours)]:
                cells.append(f"{one[0]:.{digits}f} ± {one[1]:.{digits}f}")
                if against:
                    difference = z(against, one)
                    cells.append("–" if difference is None else f"{difference:+.1f}")
            print("| " + " | ".join(cells) + " |", flush=True)
    print(f"\nlargest |z|: {worst:.1f}\n")
    for scenario, ours in seconds.items():
        theirs = sum(simpy_seconds[scenario]) / len(simpy_seconds[scenario])
        print(
            f"{scenario}: processor time per replication and policy: Buffert {1000 * ours:.3f} ms "
            f"(the whole program), SimPy {1000 * theirs:.1f} ms; ratio {theirs / ours:.0f}"
        )
    sys.exit(worst > 4)


if __name__ == "__main__":
    main()
