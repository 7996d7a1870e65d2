import Quantities
import RandomStreams
import SupplyModel

extension Decoding {
  /// What care units are expected to use, in order of product and location.
  func consumption(
    _ node: JSONNode, _ products: Directory<Product>, _ locations: Directory<Location>,
    _ shapes: DemandShapes
  ) -> PlacedConsumption {
    var tableNode = node
    var defaults = ConsumptionDefaults()
    if node.members != nil {
      typealias Part = Catalogue.ConsumptionTable
      guard let object = ObjectReader(node, "consumption", Part.section, in: self)
      else { return PlacedConsumption() }
      let table = object.requiredMember("table", example: "\"consumption.csv\"")
      guard let stated = self.defaults(object, products, locations, shapes), let table
      else { return PlacedConsumption() }
      tableNode = table
      defaults = stated
    }
    guard let table = table(tableNode, "consumption", Catalogue.ConsumptionRow.section)
    else { return PlacedConsumption() }
    var uses = rows(table, products, locations, shapes, defaults)
    checkHistoryIsUsed(node, defaults.history, table)
    uses.sort(products: products.elements.count, locations: locations.elements.count)
    return uses
  }

  private func defaults(
    _ object: ObjectReader, _ products: Directory<Product>, _ locations: Directory<Location>,
    _ shapes: DemandShapes
  ) -> ConsumptionDefaults? {
    typealias Part = Catalogue.ConsumptionTable
    let scale = object.value(Part.scale)
    let actual = object.value(Part.actual)
    var profile: Position<DemandProfile>?
    if let name = object.value(Part.profile), let member = object.member(Part.profile.name) {
      profile = shapes.profiles.resolve(
        name, at: member.range, object.path(Part.profile.name), in: self)
    }
    var history: HistoryTable?
    if let path = object.value(Part.history), let member = object.member(Part.history.name) {
      history = self.history(path, member, products, locations)
    }
    let prescribed = object.value(Part.prescribed)
    guard let scale, let actual, let prescribed else { return nil }
    return ConsumptionDefaults(
      scale: scale, actual: actual, profile: profile, history: history, prescribed: prescribed)
  }

  private func rows(
    _ table: TableReader, _ products: Directory<Product>, _ locations: Directory<Location>,
    _ shapes: DemandShapes, _ defaults: ConsumptionDefaults
  ) -> PlacedConsumption {
    typealias Row = Catalogue.ConsumptionRow
    var totals = [Int128](repeating: 0, count: products.elements.count)
    guard let plain = PlainConsumptionRows(table, products, locations)
    else { return PlacedConsumption() }
    var placed = PlacedConsumption(of: table.table)
    // What a row says of variation is mostly what the last row said.
    var last: (row: Int, said: DemandCharacter)?
    for row in 0..<table.rowCount {
      let location: Position<Location>
      let product: Position<Product>
      let perDay: DailyRate
      let said: DemandCharacter
      if let last, let found = plain.row(row, following: last.row) {
        (location, product, perDay, said) = (found.location, found.product, found.perDay, last.said)
      } else {
        let errors = diagnostics.count
        guard let read = self.row(row, table, products, locations, shapes, defaults)
        else { continue }
        (location, product, perDay, said) = read
        // A history is this row's own, and what was reported must be reported of every row.
        if case .empirical = said.family {
        } else if diagnostics.count == errors {
          last = (row, said)
        }
      }
      guard let rate = scaled(perDay, by: defaults.scale) else {
        table.report(
          row, Row.perDay, "times the scale \(defaults.scale) is outside what can be simulated",
          allowed: "a billionth to a million units per day")
        continue
      }
      totals[product.index] += Int128(rate.nanoUnits) + Int128(said.prescribed.nanoUnits)
      guard totals[product.index] <= Self.mostNanoUnitsPerDay else {
        table.report(
          row, Row.perDay,
          "brings the use of \(TerminalText.quoted(products.ids[product.index]))"
            + " above what can be simulated",
          allowed: "at most 100 000 000 units of a product per day at all care units")
        break
      }
      checkWeekdaysOnce(
        table, row, said.family, said.profile.map { shapes.profiles.elements[$0.index] })
      var use = Consumption(
        location: location, product: product, normal: rate, family: said.family,
        actualFactor: said.actualFactor, profile: said.profile)
      use.prescribed = said.prescribed
      placed.append(use, row: row)
    }
    return placed
  }

  /// A row, cell by cell; reports what is wrong with it.
  private func row(
    _ row: Int, _ table: TableReader, _ products: Directory<Product>,
    _ locations: Directory<Location>, _ shapes: DemandShapes, _ defaults: ConsumptionDefaults
  ) -> (Position<Location>, Position<Product>, DailyRate, DemandCharacter)? {
    typealias Row = Catalogue.ConsumptionRow
    let location = table.value(row, Row.location).flatMap {
      locations.resolve($0, at: table.range(row, Row.location), table.table.path(row), in: self)
    }
    let product = table.value(row, Row.product).flatMap {
      products.resolve($0, at: table.range(row, Row.product), table.table.path(row), in: self)
    }
    let perDay = table.value(row, Row.perDay)
    let pair = location.flatMap { place in product.map { HistoryTable.Pair($0, place) } }
    let family = family(table, row, pair, shapes, defaults.history)
    let actual = actualFactor(table, row, family, defaults)
    var profile = defaults.profile
    if table.states(row, Row.profile) {
      profile = table.value(row, Row.profile).flatMap {
        shapes.profiles.resolve(
          $0, at: table.range(row, Row.profile), table.table.path(row), in: self)
      }
    }
    let prescribed = prescribed(table, row, defaults)
    guard let location, let product, let perDay, let family, let actual, let prescribed
    else { return nil }
    let said = DemandCharacter(
      family: family, actualFactor: actual, profile: profile, prescribed: prescribed)
    return (location, product, perDay, said)
  }

  /// How demand varies; reports what the family lacks and what has no meaning with it.
  private func family(
    _ table: TableReader, _ row: Int, _ pair: HistoryTable.Pair?, _ shapes: DemandShapes,
    _ history: HistoryTable?
  ) -> DemandFamily? {
    typealias Row = Catalogue.ConsumptionRow
    let one = Decimal(significand: 1)
    let stated = table.value(row, Row.family)
    let dispersion = table.value(row, Row.dispersion)
    let sizes = sizes(table, row, shapes)
    guard let dispersion, stated != nil || !table.states(row, Row.family) else { return nil }
    let word = stated ?? (dispersion == one ? .poisson : .negativeBinomial)
    let errors = diagnostics.count
    func refuse<Value>(_ field: Field<Value>, only families: String) {
      table.report(
        row, field, "has no meaning with the family \(word.rawValue)",
        allowed: "\(field.name) only with \(families)", remedy: "leave it empty")
    }
    func lacks(_ what: String, _ remedy: String) {
      report(
        table.range(row, Row.family), table.table.path(row),
        "has the family \(word.rawValue), which needs \(what)", remedy: remedy)
    }
    // A dispersion of 1 says the same as `poisson`.
    let isPoisson = word == .poisson && dispersion == one
    if table.states(row, Row.dispersion), word != .negativeBinomial, !isPoisson {
      refuse(Row.dispersion, only: "negativeBinomial")
    }
    let needsSizes = word == .compoundPoisson || word == .stated
    if table.states(row, Row.sizes), !needsSizes {
      refuse(Row.sizes, only: "compoundPoisson and stated")
    }
    if word == .stated || word == .empirical, table.states(row, Row.actual) {
      refuse(Row.actual, only: "families that follow perDay")
    }
    if needsSizes, !table.states(row, Row.sizes) {
      lacks("sizes", "write the name of an entry of sizes into the column sizes")
    }
    if word == .compoundPoisson, let problem = sizes?.problemAsSizes {
      report(
        table.range(row, Row.sizes), table.table.path(row) + ":",
        problem + " for the sizes of events", remedy: "correct the entry of sizes, or name another")
    }
    if word == .negativeBinomial, dispersion == one {
      lacks("a dispersion above 1", "write for example 2.5 into the column dispersion")
    }
    if word == .empirical, history == nil {
      lacks(
        "a history", "write consumption: { table: \"consumption.csv\", history: \"history.csv\" }")
    }
    guard diagnostics.count == errors else { return nil }
    switch word {
    case .poisson: return .poisson
    case .negativeBinomial: return .negativeBinomial(indexOfDispersion: dispersion.doubleValue)
    case .constant: return .constant
    case .compoundPoisson: return sizes.map { .compoundPoisson(sizes: $0) }
    case .stated: return sizes.map { .stated($0) }
    case .empirical:
      guard let pair, let history else { return nil }
      return self.history(
        of: pair, in: history, usedAt: table.table.rowRange(row), table.table.path(row)
      ).map { .empirical($0) }
    }
  }

  private func sizes(
    _ table: TableReader, _ row: Int, _ shapes: DemandShapes
  ) -> CountDistribution? {
    typealias Row = Catalogue.ConsumptionRow
    return table.value(row, Row.sizes).flatMap {
      shapes.sizes.resolve($0, at: table.range(row, Row.sizes), table.table.path(row), in: self)
    }.map { shapes.sizes.elements[$0.index] }
  }

  /// What patients with prescriptions use in a care unit's area, with the scale of the table.
  /// [units/day]
  private func prescribed(
    _ table: TableReader, _ row: Int, _ defaults: ConsumptionDefaults
  ) -> DailyRate? {
    let field = Catalogue.ConsumptionRow.prescribed
    let stated = table.states(row, field)
    guard let rate = stated ? table.value(row, field) : defaults.prescribed else { return nil }
    guard rate > .zero else { return rate }
    if let scaled = scaled(rate, by: defaults.scale) { return scaled }
    table.report(
      row, field, "times the scale \(defaults.scale) is outside what can be simulated",
      allowed: "0, or a billionth to a million units per day")
    return nil
  }

  /// Actual demand ÷ what is expected.
  ///
  /// What a distribution or a history says of a day does not follow `perDay`; there it is the
  /// factor of what is drawn, which the scale of the table enters too.
  private func actualFactor(
    _ table: TableReader, _ row: Int, _ family: DemandFamily?, _ defaults: ConsumptionDefaults
  ) -> Double? {
    guard let own = table.value(row, Catalogue.ConsumptionRow.actual) else { return nil }
    var other = own
    switch family {
    case .stated, .empirical: other = defaults.scale
    default: break
    }
    return defaults.actual.multiplied(by: other)?.doubleValue
      ?? defaults.actual.doubleValue * other.doubleValue
  }

  /// The weeks of a history have their weekdays already.
  private func checkWeekdaysOnce(
    _ table: TableReader, _ row: Int, _ family: DemandFamily, _ profile: DemandProfile?
  ) {
    guard case .empirical = family, let profile, !profile.weekdayFactors.isEmpty else { return }
    table.report(
      row, Catalogue.ConsumptionRow.profile,
      "gives weekdays to the family empirical, whose weeks have them already",
      allowed: "a profile without weekdays",
      remedy: "name another profile than \(TerminalText.quoted(profile.id)) in this row")
  }

  /// A history that nobody draws from is a mistake: some row should say `empirical`.
  private func checkHistoryIsUsed(
    _ node: JSONNode, _ history: HistoryTable?, _ table: TableReader
  ) {
    guard history != nil else { return }
    let word = FamilyWord.empirical.rawValue
    let isUsed = (0..<table.rowCount).contains {
      table.text($0, Catalogue.ConsumptionRow.family) == word
    }
    guard !isUsed, let member = node[Catalogue.ConsumptionTable.history.name]
    else { return }
    report(
      member.range, "consumption.history", "is used by no row",
      allowed: "a history where some row has the family empirical",
      remedy: "write empirical into the column family, or leave the history out")
  }

  /// What all care units together may use of a product. [10⁻⁹ units/day]
  private static let mostNanoUnitsPerDay: Int128 = 100_000_000_000_000_000

  /// A rate times a factor, to the nearest billionth of a unit; `nil` outside the allowed range.
  private func scaled(_ rate: DailyRate, by scale: Decimal) -> DailyRate? {
    // No row states less than a billionth or more than a million.
    if scale == Decimal(significand: 1) { return rate }
    guard let parts = scale.scaled(places: 9) else { return nil }
    let unit = Int128(DailyRate.partsPerUnit)
    let product = (Int128(rate.nanoUnits) * Int128(parts) * 2 + unit) / (2 * unit)
    guard product > 0, product <= unit * 1_000_000 else { return nil }
    return DailyRate(nanoUnits: Int64(product))
  }
}
