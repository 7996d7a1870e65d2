import SupplyModel

/// What holding, moving and discarding costs, in words.
enum CostWords {
  static func points(_ costs: CostRates, _ facts: StatementFacts) -> [Prose] {
    let words = facts.words
    let used = Set(facts.content.products.map(\.storageClass))
    let rooms = StorageClass.allCases.filter(used.contains).map { room in
      Prose(sign: "\(id: room.rawValue) \(words.money(costs.storage(room)))")
    }
    let (capital, places) = (words.share(costs.capitalBasisPoints), words.list(rooms))
    let volume = words.decimal(Int128(costs.palletMillilitres), decimals: 6)
    let line = words.money(costs.handlingPerOrderLine)
    let delivery = words.money(costs.transportPerDelivery)
    let litre = words.money(costs.disposalPerLitre)
    return [
      words(
        "Capital tied up in stock: \(capital) per year.",
        "Kapital bundet i lager: \(capital) per år."),
      words(
        "A pallet place for a year: \(places); it takes \(volume) m³.",
        "En pallplats under ett år: \(places); den rymmer \(volume) m³."),
      words(
        "Handling of an order line \(line), transport of a delivery \(delivery), destruction of a litre "
          + "\(litre).",
        "Hantering av en orderrad \(line), transport av en leverans \(delivery), destruktion av en liter "
          + "\(litre)."),
    ]
  }

  /// What a cost file states, each figure with how well it is known.
  static func blocks(_ plan: CostPlan, _ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let discount = words.share(plan.discountBasisPoints)
    var points = [
      words(
        "Present values are taken over \(plan.periodYears) years at \(discount) per year.",
        "Nuvärden beräknas över \(plan.periodYears) år med \(discount) per år.")
    ]
    if plan.privateShareBasisPoints > 0 {
      let share = words.share(plan.privateShareBasisPoints)
      points.append(
        words(
          "Private providers give \(share) of care: running cost ÷ (1 − share) is that of all care.",
          "Privata vårdgivare ger \(share) av vården: löpande kostnad ÷ (1 − andelen) är den för all vård."
        ))
    }
    if let sizes = plan.sizes {
      let inhabitants = words.whole(sizes.referenceInhabitants)
      points.append(
        words(
          "What is not simulated is stated for \(inhabitants) inhabitants and follows the size of the region.",
          "Det som inte simuleras anges för \(inhabitants) invånare och följer regionens storlek."))
    }
    let columns = [
      words("figure", "tal"), words("value", "värde"), words("unit", "enhet"),
      words("low", "lågt"), words("high", "högt"), words("status", "status"),
      words("source", "källa"),
    ]
    return [
      .points(points), .table(columns: columns, rows: plan.parameters.map { row($0, words) }),
    ]
  }

  private static func row(_ parameter: CostParameter, _ words: StatementWords) -> [Prose] {
    let unit = words.language(parameter.unit, parameter.swedishUnit)
    return [
      Prose(text: parameter.name), Prose(text: parameter.value), Prose(text: unit),
      Prose(text: parameter.low), Prose(text: parameter.high),
      words.status(parameter.status.rawValue), Prose(text: parameter.source),
    ]
  }
}
