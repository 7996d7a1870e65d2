import Quantities
import SupplyModel

/// The costs of a scenario: rates, and with a cost file a plan.
struct StatedCosts {
  let rates: CostRates
  let plan: CostPlan?
}

extension Decoding {
  /// What holding, moving and discarding costs: an object, or a file with one.
  ///
  /// - Parameter policies: the names of the policies that items may name; `nil` if they could not be
  ///   read.
  func costs(_ node: JSONNode?, policies: [String]?, _ names: Names?) -> StatedCosts? {
    guard let node else {
      explain("costs", "no costs are reported", at: nil)
      return nil
    }
    var tree = node
    if let path = node.string {
      guard let source = file(path, namedBy: node, as: "costs"),
        let read = JSON5Reader.read(source, into: &diagnostics)
      else { return nil }
      tree = read
    }
    guard tree[Catalogue.CostFile.version.name] != nil else {
      return costRates(tree).map { StatedCosts(rates: $0, plan: nil) }
    }
    let use = CostItemUse(policies: policies, isAlone: false)
    return costFile(tree, "costs", use, names).flatMap { found in
      found.rates.map { StatedCosts(rates: $0, plan: found.plan) }
    }
  }

  /// The figures of a cost file, which stand in `path`. Without a scenario nothing is simulated that
  /// rates could price, so that they may be left out.
  func costFile(
    _ node: JSONNode, _ path: String, _ use: CostItemUse, _ names: Names?
  ) -> (rates: CostRates?, plan: CostPlan, priceYear: Int)? {
    typealias Part = Catalogue.CostFile
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    _ = object.value(Part.version)
    let priceYear = object.value(Part.priceYear)
    checkInhabitants(object, use)
    var stated = StatedFigures()
    let needsRates = !use.isAlone || Part.rates.contains { object.member($0) != nil }
    let rates = needsRates ? self.rates(object, priceYear, &stated) : nil
    let discount = share(object, Part.discountRate, ("share per year", "andel per år"), &stated)
    let period = object.value(Part.period).map { $0 / context.tick.perDay }
    if let period, period % 365 != 0 {
      report(
        object.member(Part.period.name)?.range ?? node.range, object.path(Part.period.name),
        "is \(period) days", allowed: "whole years", remedy: "write for example \"10 years\"")
    }
    let isPrivateStated = object.member(Part.privateShare.name) != nil
    let privateShare =
      isPrivateStated
      ? share(object, Part.privateShare, ("share of all care", "andel av all vård"), &stated)
      : nil
    let sizes = sizes(object, &stated)
    let items = items(object, use, &stated)
    if let names { checkRegions(object, names) }
    if let names, let scale = sizes?.scale { checkSizes(scale, object, names) }
    guard let priceYear, rates != nil || !needsRates, let discount, let period, let sizes,
      let items, !isPrivateStated || privateShare != nil
    else { return nil }
    return (
      rates,
      CostPlan(
        parameters: stated.parameters, ranges: stated.ranges,
        discountBasisPoints: discount.value, periodYears: period / 365,
        privateShareBasisPoints: privateShare?.value ?? 0, sizes: sizes.scale, items: items),
      priceYear
    )
  }

  /// What prices what is simulated.
  private func rates(
    _ object: ObjectReader, _ priceYear: Int?, _ stated: inout StatedFigures
  ) -> CostRates? {
    typealias Part = Catalogue.CostFile
    let capital = share(
      object, Part.capitalRate, ("share of the value per year", "andel av värdet per år"), &stated)
    if let capital { stated.ranges[.capital] = capital.range }
    let storage = storage(object, &stated)
    let pallet = object.requiredMember(Part.palletVolume.name, example: Part.palletVolume.example)
      .flatMap { palletVolume($0, object.path(Part.palletVolume.name), &stated) }
    let orderLine = amount(
      object, Part.orderLine, ("SEK per order line", "kr per orderrad"), &stated)
    let delivery = amount(
      object, Part.delivery, ("SEK per delivery", "kr per leverans"), &stated)
    let disposal = amount(object, Part.disposal, ("SEK per litre", "kr per liter"), &stated)
    for (part, found) in [
      (CostPart.handling, orderLine), (.transport, delivery), (.disposal, disposal),
    ] {
      if let found { stated.ranges[part] = found.range }
    }
    guard let priceYear, let capital, let storage, let pallet, let orderLine, let delivery,
      let disposal
    else { return nil }
    return CostRates(
      priceYear: priceYear, capitalBasisPoints: capital.value, storagePerPalletYear: storage,
      palletMillilitres: pallet, handlingPerOrderLine: orderLine.value,
      transportPerDelivery: delivery.value, disposalPerLitre: disposal.value)
  }

  private func checkInhabitants(_ object: ObjectReader, _ use: CostItemUse) {
    let field = Catalogue.CostFile.inhabitants
    if object.states(field), !use.isAlone {
      report(
        object.member(field.name)?.range ?? object.node.range, object.path(field.name),
        "is stated in the costs of a scenario", allowed: "inhabitants in regions and authorities",
        remedy: "take it out")
    }
  }

  /// Reports regions that would pay absurdly many times what the reference does: sums of that could not be
  /// added up.
  private func checkSizes(_ scale: SizeScale, _ object: ObjectReader, _ names: Names) {
    func size(_ inhabitants: Int64) -> Int128 {
      let group = scale.group(ofInhabitants: inhabitants)
      let place = SizeGroup.allCases.firstIndex(of: group) ?? 0
      return Int128(inhabitants) * Int128(scale.factors[place])
    }
    let reference = size(scale.referenceInhabitants)
    // 100 000 million inhabitants at a factor of 1; what is more would not fit either.
    let most: Int128 = 1_000_000_000_000_000
    let absurd = names.regions.elements.first { region in
      guard let inhabitants = region.population, inhabitants > 0 else { return false }
      return size(inhabitants) > 1_000 * reference || size(inhabitants) > most
    }
    guard absurd != nil || reference > most, let member = object.member("sizes") else { return }
    report(
      member.range, object.path("sizes"),
      absurd.map { "let \($0.id) pay more than 1 000 times what the reference does" }
        ?? "have a reference beyond all countries",
      allowed: "inhabitants × factor of a region up to 1 000 times that of referenceInhabitants",
      remedy: "check referenceInhabitants, the factors and the region's population")
  }

  /// Reports items of which nobody could say what each region pays. A region without care units, such as
  /// that of distributors, needs no inhabitants: it pays for none.
  private func checkRegions(_ object: ObjectReader, _ names: Names) {
    if let sizes = object.member("sizes") {
      let authorities = names.authorities.elements
      var withCare: Set<Position<Region>> = []
      for location in names.locations.elements
      where names.tiers[location.tier.index].id == Tier.careUnit {
        withCare.formUnion(location.authorities.map { authorities[$0.index].region })
      }
      let regions = names.regions.elements
      let unknown = regions.positions.filter {
        withCare.contains($0) && regions[$0].population == nil
      }.map { regions[$0].id }
      guard names.regions.isComplete, names.authorities.isComplete, !unknown.isEmpty
      else { return }
      report(
        sizes.range, object.path("sizes"),
        "need inhabitants, but the scenario states none of \(unknown.joined(separator: ", "))",
        allowed: "regions with inhabitants", remedy: "state population in the table of regions")
    } else if let items = object.member("items"), names.regions.elements.count > 1 {
      report(
        items.range, object.path("items"),
        "are stated without sizes, but the scenario has \(names.regions.elements.count) regions",
        allowed: "items of a scenario with one region, or sizes",
        remedy: "state sizes and referenceInhabitants, which say what each region pays")
    }
  }

  /// A pallet place for a year by storage class. The results have the cost of all classes together, so
  /// the widest relative range of any class holds for it.
  private func storage(_ object: ObjectReader, _ stated: inout StatedFigures) -> [Money]? {
    guard
      let node = object.requiredMember(
        "storage", example: "{ room: { value: \"1 080 SEK\", … }, … }"),
      let inner = ObjectReader(
        node, object.path("storage"), Catalogue.Storage.section, in: self)
    else { return nil }
    let amounts = StorageClass.allCases.map { storageClass in
      amount(
        inner, Catalogue.Storage.field(storageClass).description,
        ("SEK per pallet place and year", "kr per pallplats och år"), &stated)
    }
    let found = amounts.compactMap { $0 }
    guard found.count == amounts.count else { return nil }
    func wider(
      _ left: CostRange.Quotient, _ right: CostRange.Quotient, _ isLower: Bool
    ) -> CostRange.Quotient {
      let isLess =
        Int128(left.dividend) * Int128(right.divisor)
        < Int128(right.dividend) * Int128(left.divisor)
      return isLess == isLower ? left : right
    }
    stated.ranges[.storage] = found.map(\.range).reduce(CostRange.none) {
      CostRange(low: wider($0.low, $1.low, true), high: wider($0.high, $1.high, false))
    }
    return found.map(\.value)
  }

  private func palletVolume(
    _ node: JSONNode, _ path: String, _ stated: inout StatedFigures
  ) -> Int64? {
    typealias Part = Catalogue.StatedVolume
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let value = object.value(Part.value)
    let known = knowledge(object)
    guard let value, let known else { return nil }
    stated.add(object, path, ("volume per pallet place", "volym per pallplats"), known)
    return value
  }
}

/// What reading of a cost file has gathered for tables.
struct StatedFigures {
  var parameters: [CostParameter] = []
  var ranges: [CostPart: CostRange] = [:]

  /// What a figure is for, in both languages.
  typealias Unit = (english: String, swedish: String)

  /// Notes a figure as it is written.
  mutating func add(
    _ object: ObjectReader, _ path: String, _ unit: Unit, _ known: (CostStatus, String),
    value key: String = "value"
  ) {
    func text(_ key: String) -> String {
      object.member(key).map { $0.string ?? $0.range.text } ?? ""
    }
    parameters.append(
      CostParameter(
        name: path.hasPrefix("costs.") ? String(path.dropFirst("costs.".count)) : path,
        value: text(key), unit: unit.english, swedishUnit: unit.swedish, low: text("low"),
        high: text("high"), status: known.0, source: known.1))
  }
}
