import Quantities
import SupplyModel

/// 3.3: the values that the model is given; of tables with many rows their ranges.
enum InputParametersSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let content = facts.content
    let words = facts.words
    var blocks: [StatementBlock] = [
      .paragraph("Products, by demand class (smallest to largest; an empty cell is not stated):"),
      ProductTable.block(facts),
      .paragraph("Demand, by how the units of a day vary about their mean:"),
      DemandTable.block(facts), .points(DemandWords.points(facts)),
      .paragraph("Places:"), .points(PlaceWords.points(facts)), .paragraph("Supply:"),
      .points(
        content.suppliers.map { words.supplier($0) + "." }
          + content.sourcing.map { "Bought: \(words.sourcing($0))." }
          + content.nationalReserves.map { "National reserve: \(words.nationalReserve($0))." }
          + content.substitutions.map { "Substitute \(words.substitution($0))." }),
      .paragraph(content.shortages.isEmpty ? "There are no shortages." : "Shortages:"),
      .points(content.shortages.map { words.shortage($0) + "." }),
    ]
    if let costs = content.costs {
      blocks += [
        .paragraph("Costs, in prices of \(costs.priceYear):"),
        .points(CostWords.points(costs, facts)),
      ]
      if let plan = content.costPlan { blocks += CostWords.blocks(plan, facts) }
    } else {
      blocks.append(.paragraph("No costs are stated."))
    }
    blocks += DutyWords.blocks(facts)
    return blocks
  }
}

/// What holding, moving and discarding costs, in words.
enum CostWords {
  static func points(_ costs: CostRates, _ facts: StatementFacts) -> [Prose] {
    let used = Set(facts.content.products.map(\.storageClass))
    let rooms = StorageClass.allCases.filter(used.contains).map { room -> Prose in
      "\(id: room.rawValue) \(costs.storage(room).description)"
    }
    return [
      "Capital tied up in stock: \(facts.words.share(costs.capitalBasisPoints)) per year.",
      "A pallet place for a year: \(rooms.listed); it takes "
        + "\(FixedPointText.text(scaled: Int128(costs.palletMillilitres), decimals: 6, trimmingZeros: true)) "
        + "m³.",
      "Handling of an order line \(costs.handlingPerOrderLine.description), transport of a delivery "
        + "\(costs.transportPerDelivery.description), destruction of a litre "
        + "\(costs.disposalPerLitre.description).",
    ]
  }

  /// What a cost file states, each figure with how well it is known.
  static func blocks(_ plan: CostPlan, _ facts: StatementFacts) -> [StatementBlock] {
    var points: [Prose] = [
      "Present values are taken over \(plan.periodYears) years at "
        + "\(facts.words.share(plan.discountBasisPoints)) per year."
    ]
    if plan.privateShareBasisPoints > 0 {
      points.append(
        "Private providers give \(facts.words.share(plan.privateShareBasisPoints)) of care: running "
          + "cost ÷ (1 − share) is that of all care.")
    }
    if let sizes = plan.sizes {
      points.append(
        "What is not simulated is stated for \(sizes.referenceInhabitants) inhabitants and follows "
          + "the size of the region.")
    }
    let rows = plan.parameters.map { parameter -> [Prose] in
      [
        "\(parameter.name)", "\(parameter.value)", "\(parameter.unit)", "\(parameter.low)",
        "\(parameter.high)", "\(parameter.status.rawValue)", "\(parameter.source)",
      ]
    }
    return [
      .points(points),
      .table(
        columns: ["figure", "value", "unit", "low", "high", "status", "source"], rows: rows),
    ]
  }
}

extension DutyWords {
  /// Who holds for whom, and how many exemptions there are for which reasons.
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    guard let duty = facts.content.duty else { return [] }
    let authorities = facts.content.authorities
    var points = authorities.compactMap { authority -> Prose? in
      authority.dutyHeldBy.map {
        "\(facts.words.name($0)) holds the duty's stock for \(id: authority.id)."
      }
    }
    let outside = facts.content.products.count { !$0.isUnderDuty }
    if outside > 0 {
      points.append("Outside the duty: \(facts.words.count(outside, "product")).")
    }
    let rows = duty.exemptions.prefix(listedExemptions).map { exemption -> [Prose] in
      let held: Prose =
        switch exemption.held {
        case .share(let share): facts.words.share(share)
        case .days(let days): facts.words.length(days)
        }
      return [
        facts.words.name(exemption.authority), facts.words.name(exemption.product),
        "\(exemption.reason)", held, "\(exemption.mitigation)",
        "\(exemption.reviewDate.description)",
      ]
    }
    if duty.exemptions.isEmpty {
      points.append("Nobody is exempted from it.")
    } else if duty.exemptions.count > rows.count {
      points.append("Exemptions: \(duty.exemptions.count), of which the first \(rows.count) are:")
    }
    return [
      .paragraph("Duty to hold \(facts.words.length(duty.days)) of normal consumption:"),
      .points(points),
      .table(
        columns: ["authority", "product", "reason", "holds", "mitigation", "to be reviewed"],
        rows: Array(rows)),
    ]
  }

  /// How many exemptions are shown. [1]
  private static let listedExemptions = 20
}
