"""What stockpyl can express of the reference model R1.

The same network, targets, lead times, demand with its surge, and shortages of the supplier. Left out,
because stockpyl 1.0.2 has no word for it: goods that expire, patients who leave when there is nothing
(they wait), and requests that are forgotten (they are owed). So its stock-outs are not those of R1, and
only times are compared; what the two have in common, the demand, is printed as a check.

    python r1_stockpyl.py --replications 2
"""

import numpy
from stockpyl.demand_source import DemandSource
from stockpyl.disruption_process import DisruptionProcess
from stockpyl.sim import simulation
from stockpyl.supply_chain_network import owmr_system

import r1_simpy as r1

CENTRAL = 0


def shortage_days(rng):
    """Whether the supplier is down at the beginning of each day: up and down in turns, up at first."""
    down = [False] * r1.DAYS
    time = 0.0
    while time < r1.DAYS:
        begin = time + rng.exponential(r1.MEAN_UP_DAYS)
        time = begin + rng.exponential(r1.MEAN_DOWN_DAYS)
        for day in range(r1.DAYS):
            if begin <= day < time:
                down[day] = True
    return down


def replicate(seed, number, months):
    """One replication: what was asked for, and the central store's mean stock at the end of a day."""
    demand_rng, supplier_rng = (
        numpy.random.default_rng([seed, number, purpose]) for purpose in range(2)
    )
    demand = r1.daily_demand(demand_rng)
    units = range(1, r1.UNITS + 1)
    targets = {unit: r1.unit_target(r1.DAILY_MEANS[unit - 1]) for unit in units}
    network = owmr_system(
        r1.UNITS,
        local_holding_cost=1,
        stockout_cost=1,
        shipment_lead_time={CENTRAL: r1.CENTRAL_LEAD_DAYS, **dict.fromkeys(units, 1)},
        policy_type="BS",
        base_stock_level={CENTRAL: r1.central_target(months), **targets},
        demand_source={
            CENTRAL: None,
            **{
                unit: DemandSource(type="D", demand_list=demand[unit - 1].tolist())
                for unit in units
            },
        },
    )
    # While it lasts the central store cannot place orders.
    network.nodes_by_index[CENTRAL].disruption_process = DisruptionProcess(
        random_process_type="E",
        disruption_type="OP",
        disruption_state_list=shortage_days(supplier_rng),
    )
    simulation(network, r1.DAYS, rand_seed=number, progress_bar=False, consistency_checks="N")
    central = network.nodes_by_index[CENTRAL]
    # By product, of which there is one.
    levels = [list(state.inventory_level.values()) for state in central.state_vars[: r1.DAYS]]
    stock = [max(0, level) for (level,) in levels]
    return {"demand": int(demand.sum()), "averageCentralStock": float(numpy.mean(stock))}


if __name__ == "__main__":
    r1.print_alone(__doc__, replicate)
