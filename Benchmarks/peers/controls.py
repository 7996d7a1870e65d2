"""Control variates for R1: what a model without patients' chance makes of the same shortages.

How much is missing in a replication of R1 is mostly a matter of when the supplier was down, and for
how long. Replications alone would need days of SimPy for a standard error of half a per cent. So each
replication is compared with a flow model that has met the same shortages: mean demand instead of
patients, no expiry, nothing random. Its long-run means are known well from many shortages without any
SimPy, and what the two have in common is taken out of the error (Law, Simulation Modeling and
Analysis, section 11.4). An estimate stays right however poor the flow model is; only its error grows.
"""

import math

import numpy

import r1_simpy as r1

MEANS = numpy.array(r1.DAILY_MEANS)
# As many paths as fit the processor's cache.
PATHS_AT_ONCE = 1000
TARGETS = numpy.array([r1.unit_target(mean) for mean in r1.DAILY_MEANS], dtype=float)


def flow(takes_orders, months):
    """The flow model: by path, what is missing, when first, how often, and the mean central stock.

    takes_orders: paths × days, whether the supplier takes orders on a day.
    """
    paths = len(takes_orders)
    target = float(r1.central_target(months))
    central = numpy.full(paths, target)
    under_way = numpy.zeros((r1.CENTRAL_LEAD_DAYS, paths))
    units = numpy.tile(TARGETS, (paths, 1))
    missing = numpy.zeros(paths)
    stockouts = numpy.zeros(paths)
    first = numpy.full(paths, float(r1.DAYS))
    emptied = numpy.full(paths, float(r1.DAYS))
    stock = numpy.zeros(paths)
    shipped = numpy.zeros_like(units)
    for day in range(r1.DAYS):
        slot = day % r1.CENTRAL_LEAD_DAYS
        central += under_way[slot]
        under_way[slot] = 0
        units += shipped
        demand = MEANS * (r1.SURGE_FACTOR if day in r1.SURGE else 1)
        unmet = numpy.maximum(demand - units, 0)
        units = numpy.maximum(units - demand, 0)
        missing += unmet.sum(axis=1)
        out = (unmet > 0).sum(axis=1)
        stockouts += out
        first = numpy.where((out > 0) & (first == r1.DAYS), day, first)
        # By rank: what the units before it have asked for is gone.
        wanted = TARGETS - units
        before = numpy.cumsum(wanted, axis=1) - wanted
        shipped = numpy.clip(central[:, None] - before, 0, wanted)
        central -= shipped.sum(axis=1)
        emptied = numpy.where((central <= 0) & (emptied == r1.DAYS), day, emptied)
        order = numpy.where(takes_orders[:, day], target - central - under_way.sum(axis=0), 0)
        under_way[slot] = order
        stock += central
    return numpy.column_stack([missing, stockouts, first, emptied, stock / r1.DAYS])


def shortages(rng, paths):
    """Whether the supplier takes orders, by path and day: up and down in turns, up at first."""
    takes_orders = numpy.ones((paths, r1.DAYS), dtype=bool)
    time = numpy.zeros(paths)
    days = numpy.arange(r1.DAYS)
    while time.min() < r1.DAYS:
        begin = time + rng.exponential(r1.MEAN_UP_DAYS, paths)
        time = begin + rng.exponential(r1.MEAN_DOWN_DAYS, paths)
        takes_orders &= ~((begin[:, None] <= days) & (days < time[:, None]))
    return takes_orders


def long_run(months, paths, seed=0):
    """Means of the flow model, and the covariance of these means."""
    rng = numpy.random.default_rng([seed, months])
    parts = [
        flow(shortages(rng, PATHS_AT_ONCE), months) for _ in range(math.ceil(paths / PATHS_AT_ONCE))
    ]
    values = numpy.concatenate(parts)
    return values.mean(axis=0), numpy.cov(values, rowvar=False) / len(values)


def controlled(values, controls, means, covariance):
    """Mean and standard error of values, with what the controls explain taken out."""
    count, width = controls.shape
    centred = controls - controls.mean(axis=0)
    weights = numpy.linalg.lstsq(centred, values - values.mean(), rcond=None)[0]
    rest = values - values.mean() - centred @ weights
    mean = values.mean() - weights @ (controls.mean(axis=0) - means)
    chance = rest @ rest / (count - width - 1) / count + weights @ covariance @ weights
    return float(mean), float(math.sqrt(chance))
