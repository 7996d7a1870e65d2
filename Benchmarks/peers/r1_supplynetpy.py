"""What SupplyNetPy can express of the reference model R1.

The same network, targets, lead times, demand with its surge, lots with drawn remaining lives from
the supplier, first expired first out, and a supplier that is down at times. Left out or different,
because SupplyNetPy 0.5.1 has no word for it: a request that the central store cannot fill in full
waits until it can (in R1 what is missing is forgotten), those who wait are served in the order in
which they have come (in R1 by rank), and the lives of the stock of the first day are not drawn. So
its stock-outs are not those of R1, and only times are compared.

    python r1_supplynetpy.py --replications 2
"""

import numpy
import SupplyNetPy.Components as scm

import r1_simpy as r1

# Moments of a day, so that it goes in the order of R1: goods arrive before patients come, at 0; then
# care units look at their shelves, last the central store.
UNIT_LOOKS, CENTRAL_LOOKS = 0.5, 0.75
ARRIVES = -0.1


def customers(demand):
    """Gaps between the days on which anything is asked for, and how much, as two functions."""
    # The first come on day 0, though it be for nothing.
    days = [day for day in range(r1.DAYS) if demand[day] or day == 0]
    gaps = iter([later - day for day, later in zip(days, days[1:])])
    sizes = iter([int(demand[day]) for day in days])
    # After the last comes nobody.
    return lambda: next(gaps, 10 * r1.DAYS), lambda: next(sizes, 1)


def replicate(seed, number, months, life=(180, 540)):
    """One replication: what was asked for, which share of it was unmet, and what expired."""
    demand_rng, supplier_rng, life_rng = (
        numpy.random.default_rng([seed, number, purpose]) for purpose in range(3)
    )
    demand = r1.daily_demand(demand_rng)
    lives = r1.uniform_lives(life_rng, *life)
    env = scm.core.simpy.Environment()
    logging = {"logging": False}

    def store(name, kind, target, looks, **more):
        return scm.InventoryNode(
            env, name, name, kind, capacity=target, initial_level=target,
            inventory_holding_cost=0, replenishment_policy=scm.SSReplenishment,
            policy_param={
                "s": target - 1, "S": target, "period": 1, "first_review_delay": looks,
            },
            product_sell_price=1, product_buy_price=1, inventory_type="perishable",
            shelf_life=life[1], **more, **logging,
        )

    supplier = scm.Supplier(
        env, "supplier", "supplier", "infinite_supplier",
        node_disrupt_time=lambda: supplier_rng.exponential(r1.MEAN_UP_DAYS),
        node_recovery_time=lambda: supplier_rng.exponential(r1.MEAN_DOWN_DAYS), **logging,
    )
    central = store(
        "central", "distributor", r1.central_target(months), CENTRAL_LOOKS,
        manufacture_date=lambda now: now + next(lives) - life[1],
    )
    nodes, demands = [supplier, central], []
    supply_days = r1.CENTRAL_LEAD_DAYS + ARRIVES - CENTRAL_LOOKS
    way_days = r1.UNIT_LEAD_DAYS + ARRIVES - UNIT_LOOKS
    links = [scm.Link(env, "supply", supplier, central, 0, lambda: supply_days)]
    for unit in range(r1.UNITS):
        node = store(f"unit-{unit}", "retailer", r1.unit_target(r1.DAILY_MEANS[unit]), UNIT_LOOKS)
        gaps, sizes = customers(demand[unit])
        nodes.append(node)
        links.append(scm.Link(env, f"way-{unit}", central, node, 0, lambda: way_days))
        demands.append(
            scm.Demand(
                env, f"patients-{unit}", f"patients-{unit}", gaps, sizes, node,
                consume_available=True, **logging,
            )
        )
    network = scm.create_sc_net(nodes, links, demands, env)
    scm.simulate_sc_net(network, sim_time=r1.DAYS, logging=False)
    asked = network["demand_by_customers"][1]
    return {"demand": asked, "unmetFraction": network["lost_sales"][1] / asked,
            "discarded": network["inventory_waste"]}


if __name__ == "__main__":
    r1.print_alone(__doc__, replicate)
