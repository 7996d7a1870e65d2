"""Times R1 in Buffert and in its peers, and prints how many times as long each peer takes.

    ./run

R1 is timed as it is shipped, with both its policies; a library that can express only a part of it runs that
part with one. What is compared is time per unit-day, of which each policy has its own.

Needs a release build of Buffert (swift build -c release, in the repository's folder). All run on one
core, in turns: a round of Buffert, then a round of every peer, again and again. Of the ratios of the
rounds the table gives the median, the lowest and the highest.
"""

import argparse
import functools
import importlib.metadata
import os
import pathlib
import statistics
import subprocess
import sys
import time

import compare
import r1_simpy
import r1_stockpyl
import r1_supplynetpy

LIFE = (180, 540)
# The targets of the central store, one for each policy.
BOTH = (1, 3)
ONE = (1,)
# Care units × days under one policy.
UNIT_DAYS = r1_simpy.UNITS * r1_simpy.DAYS

# The package, one replication of R1, its targets, replications of a round, and how much of R1 is in it.
PEERS = [
    ("simpy", functools.partial(r1_simpy.replicate, life=LIFE), BOTH, 20, "all of R1"),
    ("supplynetpy", r1_supplynetpy.replicate, ONE, 4, "part of R1"),
    ("stockpyl", r1_stockpyl.replicate, ONE, 1, "part of R1"),
]


def buffert_seconds(program, replications, months):
    """Processor time of a replication per policy, reading and writing included."""
    policies = [f"month-{number}" for number in months]
    seconds = compare.run_buffert(program, "r1", replications, policies)[1]
    return seconds / replications / len(months)


def peer_seconds(replicate, targets, replications, first):
    """Processor time of a replication per policy; loading the package is not counted."""
    start = time.process_time()
    for number in range(first, first + replications):
        for months in targets:
            replicate(1, number, months=months)
    return (time.process_time() - start) / replications / len(targets)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--buffert", default=str(compare.ROOT / ".build/release/buffert"))
    parser.add_argument("--replications", type=int, default=20000, help="of Buffert in a round")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if options.replications < 2 or options.rounds < 1:
        parser.error("too few: at least 2 replications and 1 round")
    if not pathlib.Path(options.buffert).exists():
        sys.exit(f"there is no {options.buffert}: build it with swift build -c release")

    ours = []
    alone = []
    theirs = {name: [] for name, *_ in PEERS}
    load = []
    for turn in range(options.rounds):
        ours.append(buffert_seconds(options.buffert, options.replications, BOTH))
        alone.append(buffert_seconds(options.buffert, max(2, options.replications // 5), ONE))
        for name, replicate, targets, replications, _ in PEERS:
            theirs[name].append(peer_seconds(replicate, targets, replications, turn * replications))
        load.append(os.getloadavg()[0])

    version = subprocess.run(
        [options.buffert, "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[-1]
    print("| program | version | what | ns per unit-day | times Buffert | lowest … highest |")
    print("|---|---|---|---|---|---|")
    nanoseconds = 1e9 / UNIT_DAYS
    print(
        f"| Buffert | {version} | all of R1, whole program | "
        f"{nanoseconds * statistics.median(ours):,.1f} | 1 | |"
    )
    ratios = [other / own for own, other in zip(ours, alone)]
    print(
        f"| Buffert | {version} | R1 with one policy, whole program | "
        f"{nanoseconds * statistics.median(alone):,.1f} | "
        f"{statistics.median(ratios):,.2f} | {min(ratios):,.2f} … {max(ratios):,.2f} |"
    )
    for name, _, _, _, what in PEERS:
        ratios = [other / own for own, other in zip(ours, theirs[name])]
        print(
            f"| {name} | {importlib.metadata.version(name)} | {what} | "
            f"{nanoseconds * statistics.median(theirs[name]):,.0f} | "
            f"{statistics.median(ratios):,.0f} | {min(ratios):,.0f} … {max(ratios):,.0f} |"
        )
    print(
        f"\n{options.rounds} rounds, Python {sys.version.split()[0]}; load of the machine's "
        f"{os.cpu_count()} cores meanwhile, as far as the system says: "
        f"{min(load):.1f} to {max(load):.1f}"
    )


if __name__ == "__main__":
    main()
