/// Cost files: rates with status and source, and items that are paid for besides.
extension RandomScenario {
  /// Now and then a cost file in the stead of plain rates.
  ///
  /// What it draws moves no other draw, so that a seed stays the scenario that it was.
  mutating func costsOrFile(_ costs: Written, policies: [String]) -> Written {
    let before = draws
    defer { draws = before }
    return draws.chance(50) ? drawCostFile(policies) : costs
  }

  private mutating func drawCostFile(_ policies: [String]) -> Written {
    let storage = FormatCoverage.words("products (table)", "storageClass")
    // Most regions have no inhabitants that are known, and then sizes are refused; as are items without
    // sizes where there are several regions.
    let sizes = draws.chance(8) ? drawSizes() : nil
    let mayHaveItems = regions.count == 1 || sizes != nil || draws.chance(4)
    return object(
      "costs (file)",
      [
        ("costFile", .plain("1")), ("priceYear", .plain("2026")),
        ("inhabitants", maybe(3) { .plain("\($0.draws.between(1, 90_000))") }),
        ("capitalRate", statedShare(0, 9)), ("discountRate", statedShare(0, 9)),
        ("period", maybe(30) { .text("\($0.draws.between(1, 20)) years") }),
        ("privateShare", maybe(30) { $0.statedShare(1, 20) }),
        ("storage", object("costs.storage", storage.map { ($0, statedAmount(9_000)) })),
        (
          "palletVolume",
          object("(stated volume)", [("value", .text("0.96 m3"))] + known("(stated volume)"))
        ),
        ("handlingPerOrderLine", statedAmount(90)), ("transportPerDelivery", statedAmount(900)),
        ("disposalPerLitre", statedAmount(90)),
        ("referenceInhabitants", sizes.map { _ in .plain("\(draws.between(1_000, 400_000))") }),
        ("sizes", sizes),
        ("items", mayHaveItems ? drawItems(policies) : nil),
      ])
  }

  /// How well a figure is known and where it is from.
  private mutating func known(_ section: String) -> [(String, Written?)] {
    [("status", .text(word(section, "status"))), ("source", .text("drawn, “roughly”"))]
  }

  private mutating func statedAmount(_ most: Int) -> Written {
    let value = draws.between(1, most)
    let hasRange = draws.chance(40)
    return object(
      "(stated amount)",
      [
        ("value", .text("\(value) SEK")),
        ("low", hasRange ? .text("\(draws.between(0, value)) SEK") : nil),
        ("high", hasRange ? .text("\(draws.between(value, 2 * most)) SEK") : nil),
      ] + known("(stated amount)"))
  }

  private mutating func statedShare(_ low: Int, _ high: Int) -> Written {
    let value = draws.between(max(1, low), high)
    let hasRange = draws.chance(40)
    return object(
      "(stated share)",
      [
        ("value", .text("\(value) %")),
        ("low", hasRange ? .text("\(draws.between(0, value)) %") : nil),
        ("high", hasRange ? .text("\(draws.between(value, 30)) %") : nil),
      ] + known("(stated share)"))
  }

  private mutating func drawSizes() -> Written {
    let mid = draws.between(1, 200_000)
    let limits = [("large", mid + draws.between(1, 200_000)), ("mid", mid), ("small", 0)]
    return object(
      "costs.sizes",
      limits.map { name, from in
        (
          name,
          object(
            "costs.sizes.<group>",
            [("from", .plain("\(from)")), ("factor", .plain(hundredths(10, 300)))]
              + known("costs.sizes.<group>"))
        )
      })
  }

  private mutating func drawItems(_ policies: [String]) -> Written {
    object(
      "costs.items",
      (1...draws.between(1, 4)).map { number in ("item-\(number)", drawItem(number, policies)) })
  }

  private mutating func drawItem(_ number: Int, _ policies: [String]) -> Written {
    let section = "costs.items.<name>"
    let amount = draws.between(1, 900_000)
    let isYearly = draws.chance(50)
    let goesByPallet = draws.chance(25)
    let counts = draws.some(policies).map {
      ($0, Written.plain(hundredths(0, 500))) as (String, Written?)
    }
    return object(
      section,
      [
        ("name", .text("Item \(number)")), ("part", .text(word(section, "part"))),
        ("amount", .text("\(amount) SEK")),
        ("low", maybe(30) { .text("\($0.draws.between(0, amount)) SEK") }),
        ("high", maybe(30) { .text("\($0.draws.between(amount, 2_000_000)) SEK") }),
        ("unit", .text("piece")), ("per", .text(isYearly ? "year" : "once")),
        ("lasts", isYearly ? nil : maybe(60) { .text("\($0.draws.between(1, 20)) years") }),
        ("during", isYearly ? maybe(40) { .text("\($0.draws.between(10, 700)) days") } : nil),
        (
          "quantity",
          goesByPallet ? .plain(hundredths(1, 300)) : object("costs.items.quantity", counts)
        ),
        ("each", goesByPallet ? .text("palletPlace") : nil),
        ("followsSize", maybe(30) { .plain($0.word(section, "followsSize")) }),
      ] + known(section))
  }
}
