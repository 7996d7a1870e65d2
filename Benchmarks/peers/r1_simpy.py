"""Reference model R1 in SimPy: one product from a supplier over a central store to 20 care units.

Buffert runs the same model from ../../scenarios/reference/r1.json5. Nothing is shared with it but the
description: not a line of code, not a random number.

    python r1_simpy.py --replications 200

Time is counted in quarters of a day, so that what happens in one day happens in the agreed order:
first goods arrive, then the central store discards, then the care units, by rank, serve their
patients and ask for more, last the central store orders.
"""

import argparse
import bisect
import json
import math
import time

import numpy
import simpy

DAYS = 730
UNITS = 20
DAILY_MEANS = [0.05 * 1.35**unit for unit in range(UNITS)]
SURGE = range(500, 590)
SURGE_FACTOR = 4

UNIT_LEAD_DAYS = 1
CENTRAL_LEAD_DAYS = 5
MEAN_UP_DAYS = 365
MEAN_DOWN_DAYS = 40

# The quarters of a day.
DAY = 4
ARRIVALS, DISCARDS, PATIENTS, ORDERS = range(DAY)


def today(env):
    """The day that it is."""
    return int(env.now) // DAY


def unit_target(mean):
    """Order-up-to level of a care unit: a week of demand and two standard deviations."""
    return math.ceil(7 * mean + 2 * math.sqrt(7 * mean))


def central_target(months):
    """Order-up-to level of the central store: months of 30 days of normal consumption."""
    return math.ceil(months * 30 * sum(DAILY_MEANS))


class Shelf:
    """Lots of (expiry day, quantity), the one that expires first in front."""

    def __init__(self):
        self.lots = []
        self.on_hand = 0

    def put(self, lots):
        for lot in lots:
            bisect.insort(self.lots, lot)
            self.on_hand += lot[1]

    def take(self, wanted):
        """Takes up to so many units, first expired first out; returns the lots taken."""
        taken = []
        while wanted > 0 and self.lots:
            expiry, quantity = self.lots[0]
            part = min(quantity, wanted)
            if part == quantity:
                del self.lots[0]
            else:
                self.lots[0] = (expiry, quantity - part)
            self.on_hand -= part
            wanted -= part
            taken.append((expiry, part))
        return taken

    def discard(self, day):
        """Removes what can no longer be used on a day; returns how much that was."""
        gone = 0
        while self.lots and self.lots[0][0] <= day:
            gone += self.lots.pop(0)[1]
        self.on_hand -= gone
        return gone


class Supplier:
    """Up and down in turns, in continuous time; up at first."""

    def __init__(self, env, rng):
        self.is_up = True
        self.rng = rng
        env.process(self.run(env))

    def run(self, env):
        while True:
            yield env.timeout(self.rng.exponential(MEAN_UP_DAYS) * DAY)
            self.is_up = False
            yield env.timeout(self.rng.exponential(MEAN_DOWN_DAYS) * DAY)
            self.is_up = True


def delivery(env, shelf, lots, quarters):
    """Lots under way to a shelf."""
    yield env.timeout(quarters)
    shelf.put(lots)


class CentralStore:
    """Ships what care units ask for as far as stock goes, and orders up to its target every day."""

    def __init__(self, env, supplier, target, lives, tally):
        self.env = env
        self.supplier = supplier
        self.target = target
        self.lives = lives
        self.tally = tally
        self.shelf = Shelf()
        self.shelf.put([(next(lives), target)])
        self.on_order = 0
        env.process(self.run())

    def run(self):
        while True:
            # A day is one of shortage if the supplier is down at its beginning.
            takes_orders = self.supplier.is_up
            self.tally.takes_orders.append(takes_orders)
            yield self.env.timeout(DISCARDS - ARRIVALS)
            self.tally.discarded += self.shelf.discard(today(self.env))
            yield self.env.timeout(ORDERS - DISCARDS)
            missing = self.target - self.shelf.on_hand - self.on_order
            if missing > 0 and takes_orders:
                self.env.process(self.order(missing))
            self.tally.central_stock += self.shelf.on_hand
            yield self.env.timeout(DAY - ORDERS)

    def order(self, quantity):
        """One order is one delivery and one lot."""
        self.on_order += quantity
        yield self.env.timeout(CENTRAL_LEAD_DAYS * DAY - ORDERS)
        self.on_order -= quantity
        self.shelf.put([(today(self.env) + next(self.lives), quantity)])

    def ship(self, wanted, to_shelf):
        """Sends up to so many units; what is missing is forgotten."""
        lots = self.shelf.take(wanted)
        if lots:
            self.env.process(
                delivery(self.env, to_shelf, lots, UNIT_LEAD_DAYS * DAY - PATIENTS)
            )


class CareUnit:
    """Serves its patients, and asks the central store for what its target lacks."""

    def __init__(self, env, central, target, demand, lives, tally):
        self.env = env
        self.central = central
        self.target = target
        self.demand = demand
        self.tally = tally
        self.shelf = Shelf()
        self.shelf.put([(next(lives), target)])
        env.process(self.run())

    def run(self):
        shelf, tally = self.shelf, self.tally
        yield self.env.timeout(PATIENTS)
        for day, demand in enumerate(self.demand):
            tally.discarded += shelf.discard(day)
            if demand:
                unmet = demand - min(demand, shelf.on_hand)
                shelf.take(demand)
                if unmet:
                    tally.stockout(day, unmet)
            # What was shipped yesterday arrived this morning: nothing else is under way.
            if shelf.on_hand < self.target:
                self.central.ship(self.target - shelf.on_hand, shelf)
            yield self.env.timeout(DAY)


class Tally:
    """What one replication is judged by."""

    def __init__(self, demand):
        self.demand = demand
        self.unmet = 0
        self.stockout_days = 0
        self.first_stockout = DAYS
        self.discarded = 0
        self.central_stock = 0
        self.takes_orders = []

    def stockout(self, day, unmet):
        self.unmet += unmet
        self.stockout_days += 1
        self.first_stockout = min(self.first_stockout, day)

    def measures(self):
        return {
            "demand": self.demand,
            "unmetFraction": self.unmet / self.demand,
            "stockoutDays": self.stockout_days,
            "discarded": self.discarded,
            "firstStockoutDay": self.first_stockout,
            "averageCentralStock": self.central_stock / DAYS,
        }


def uniform_lives(rng, low, high):
    """Remaining lives, uniform on the whole days from low to high, without end."""
    while True:
        yield from rng.integers(low, high, size=256, endpoint=True).tolist()


def daily_demand(rng):
    """What patients ask for, by unit and day."""
    means = numpy.outer(DAILY_MEANS, numpy.ones(DAYS))
    means[:, SURGE.start : SURGE.stop] *= SURGE_FACTOR
    return rng.poisson(means)


def replicate(seed, number, months, life):
    """One replication; its patients and shortages are the same for every target."""
    demand_rng, supplier_rng, life_rng = (
        numpy.random.default_rng([seed, number, purpose]) for purpose in range(3)
    )
    demand = daily_demand(demand_rng)
    lives = uniform_lives(life_rng, *life)

    env = simpy.Environment()
    tally = Tally(int(demand.sum()))
    supplier = Supplier(env, supplier_rng)
    central = CentralStore(env, supplier, central_target(months), lives, tally)
    for unit in range(UNITS):
        CareUnit(
            env, central, unit_target(DAILY_MEANS[unit]), demand[unit].tolist(), lives, tally
        )
    env.run(until=DAYS * DAY)
    return tally


def estimates(values):
    """Mean and standard error of each measure over replications."""
    result = {}
    for name in values[0]:
        column = numpy.array([value[name] for value in values], dtype=float)
        error = column.std(ddof=1) / math.sqrt(len(column))
        result[name] = {"mean": float(column.mean()), "standardError": float(error)}
    return result


def print_alone(words, replicate):
    """The command line of a program that simulates R1 with another library: prints what it finds."""
    parser = argparse.ArgumentParser(description=words.splitlines()[0])
    parser.add_argument("--replications", type=int, default=10, help="2 or more")
    parser.add_argument("--months", type=int, default=1, help="target of the central store")
    options = parser.parse_args()
    if options.replications < 2:
        parser.error("--replications should be 2 or more")
    start = time.process_time()
    values = [replicate(1, number, options.months) for number in range(options.replications)]
    seconds = (time.process_time() - start) / options.replications
    print(f"{1000 * seconds:.1f} ms of processor time per replication")
    for name, value in estimates(values).items():
        print(f"  {name:20} {value['mean']:12.5f} ± {value['standardError']:.5f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--replications", type=int, default=1000, help="2 or more")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--months", type=int, nargs="+", default=[1, 3], help="targets of the central store"
    )
    parser.add_argument(
        "--life", type=int, nargs=2, default=[180, 540], help="remaining life from … to, in days"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    if options.replications < 2:
        parser.error("--replications should be 2 or more")

    found = {}
    for months in options.months:
        start = time.perf_counter()
        values = [
            replicate(options.seed, number, months, options.life).measures()
            for number in range(options.replications)
        ]
        seconds = time.perf_counter() - start
        found[f"month-{months}"] = {
            "measures": estimates(values),
            "secondsPerReplication": seconds / options.replications,
        }
    if options.json:
        print(json.dumps(found, indent=2))
        return
    for policy, result in found.items():
        print(f"{policy}: {1000 * result['secondsPerReplication']:.1f} ms per replication")
        for name, value in result["measures"].items():
            print(f"  {name:20} {value['mean']:12.5f} ± {value['standardError']:.5f}")


if __name__ == "__main__":
    main()
