import Replications

extension Measure {
  /// How well patients are served.
  static let service: [Measure] = [
    Measure(
      "demand", unit: "units", meaning: "what patients asked for",
      swedish: "vad patienterna behövde", applies: hasOneProduct,
      value: { sums, _ in sums.units.demand }),
    Measure(
      "demandDays", unit: "days",
      meaning:
        "(care unit, day) with demand; where a tick is shorter, the time of the ticks with demand",
      swedish:
        "(vårdenhet, dag) med behov; där ett steg är kortare än en dag, tiden för stegen med "
        + "behov",
      applies: { hasOneProduct($0, $1) && hasCareUnits($0, $1) }, parts: ticksPerDay,
      value: { sums, _ in sums.units.demandDays }),
    Measure(
      "served", unit: "units", meaning: "what they got",
      swedish: "vad de fick", applies: hasOneProduct,
      value: { sums, _ in sums.units.served }),
    Measure(
      "servedAtOnce", unit: "units", meaning: "what they got the day they asked",
      swedish: "vad de fick samma dag som de behövde det",
      applies: hasOneProduct, value: { sums, _ in sums.units.servedAtOnce }),
    Measure(
      "servedBySubstitute", unit: "units",
      meaning:
        "what of it was made up for by substitutes, in units of the product that was missing",
      swedish:
        "hur mycket av det som ersattes med utbytesprodukter, i enheter av produkten som "
        + "saknades",
      applies: { hasOneProduct($0, $1) && hasCareUnits($0, $1) && $0.hasSubstitutes },
      value: { sums, _ in sums.units.servedBySubstitute }),
    Measure(
      "issuedAsSubstitute", unit: "units",
      meaning: "what was given to patients of other products; not part of what is served",
      swedish:
        "vad som gavs till patienter som behövde andra produkter; ingår inte i det som "
        + "tillgodosetts",
      applies: { hasOneProduct($0, $1) && hasCareUnits($0, $1) && $0.standsIn },
      value: { sums, _ in sums.units.issuedAsSubstitute }),
    Measure(
      "unmet", unit: "units", meaning: "what they did not get",
      swedish: "vad de inte fick", applies: hasOneProduct,
      value: { sums, _ in sums.units.unmet }),
    Measure(
      "unmetFraction", unit: "1",
      meaning: "unmet ÷ demand of a product; across products the mean weighted by their weights",
      swedish:
        "ej tillgodosett ÷ behov av en produkt; över produkter medelvärdet, vägt med deras "
        + "vikter",
      applies: hasCareUnits, parts: { _, _ in Double(GroupSums.shareParts) },
      value: { sums, _ in weightedMean(sums.weightedUnmet, sums.weight) }),
    Measure(
      "fillRate", unit: "1",
      meaning: "served ÷ demand of a product; across products the mean weighted by their weights",
      swedish:
        "fyllnadsgrad: tillgodosett ÷ behov av en produkt; över produkter medelvärdet, vägt "
        + "med deras vikter",
      applies: hasCareUnits, parts: { _, _ in Double(GroupSums.shareParts) },
      value: { sums, _ in weightedMean(sums.weightedServed, sums.weight) }),
    Measure(
      "stockoutDays", unit: "days",
      meaning:
        "(care unit, product, day) with unmet demand; where a tick is shorter, the time of the "
        + "ticks with unmet demand",
      swedish:
        "(vårdenhet, produkt, dag) med ej tillgodosett behov; där ett steg är kortare än en "
        + "dag, tiden för stegen med ej tillgodosett behov",
      applies: hasCareUnits, parts: ticksPerDay, value: { sums, _ in sums.units.stockoutDays }),
    Measure(
      "stockoutDaysPerCareUnitYear", unit: "days/year",
      meaning: "stock-out days per care unit and 365 days, over all products of the group",
      swedish: "bristdagar per vårdenhet och 365 dagar, över alla produkter i gruppen",
      applies: hasCareUnits,
      parts: { group, context in
        Double(group.careUnitCount) * context.years * Double(context.ticksPerDay)
      },
      value: { sums, _ in sums.units.stockoutDays }),
    Measure(
      "anyStockout", unit: "1", meaning: "probability of at least one stock-out in the horizon",
      swedish: "sannolikheten för minst en brist under simuleringsperioden",
      isProbability: true, applies: hasCareUnits,
      value: { sums, _ in sums.units.stockoutDays > 0 ? 1 : 0 }),
    Measure(
      "noStockout", unit: "1", meaning: "probability of no stock-out in the horizon",
      swedish: "sannolikheten för ingen brist under simuleringsperioden",
      isProbability: true, applies: hasCareUnits,
      value: { sums, _ in sums.units.stockoutDays > 0 ? 0 : 1 }),
    Measure(
      "firstStockoutDay", unit: "days",
      meaning:
        "first day with unmet demand; the horizon's length if there is none (see noStockout)",
      swedish:
        "första dagen med ej tillgodosett behov; simuleringsperiodens längd om det inte "
        + "finns någon (se noStockout)",
      applies: hasCareUnits, parts: ticksPerDay,
      value: { sums, _ in sums.units.firstStockoutDay }),
  ]

  /// Units are shown only where they are units of one product.
  static let hasOneProduct: @Sendable (Group, MeasureContext) -> Bool = { group, _ in
    group.productCount == 1
  }

  /// What is counted in ticks is reported in days.
  static let ticksPerDay: @Sendable (Group, MeasureContext) -> Double = { _, context in
    Double(context.ticksPerDay)
  }

  /// Measures of service are shown only where patients are served.
  private static let hasCareUnits: @Sendable (Group, MeasureContext) -> Bool = { group, _ in
    group.careUnitCount > 0
  }

  /// A weighted sum of shares ÷ the sum of weights, rounded half up; `nil` where nothing was asked
  /// for, never 1.
  private static func weightedMean(_ sum: Int64, _ weight: Int64) -> Int64? {
    weight > 0 ? GroupSums.rounded(Int128(sum), dividedBy: Int128(weight)) : nil
  }
}
