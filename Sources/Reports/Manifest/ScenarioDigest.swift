import Quantities
public import SupplyModel

/// The digest that names a scenario: equal for scenarios that must give equal results.
///
/// Everything that can influence a figure enters: structure, tables, policies, seed, horizon,
/// prices with their year. Left out are titles and names for people, names of phases, the register
/// of assumptions, the number of replications, and how files are laid out. Positions enter as ids,
/// tables in the model's order.
public enum ScenarioDigest {
  /// The SHA-256 digest of the canonical text, 64 hexadecimal digits.
  public static func hexDigest(of content: SupplyModel.Content) -> String {
    var hasher = SHA256.Hasher()
    write(content) { hasher.update($0) }
    return hasher.hexDigest()
  }

  /// The text that is digested, for people who wonder why two digests differ.
  public static func canonicalText(of content: SupplyModel.Content) -> String {
    var bytes: [UInt8] = []
    write(content) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hands over the canonical text piece by piece: that of a large scenario has a hundred megabytes.
  private static func write(_ content: SupplyModel.Content, _ take: ([UInt8]) -> Void) {
    var text = CanonicalText()
    text.word("buffert-scenario-digest")
    text.whole(2)
    text.endLine()
    append(content.experiment, content, to: &text)
    for row in content.demandClasses { line("demandClass", row.id, to: &text) }
    for row in content.tiers { line("tier", row.id, to: &text) }
    appendPlaces(content, to: &text)
    for product in content.products { append(product, content, to: &text) }
    for supplier in content.suppliers { append(supplier, content, to: &text) }
    for entry in content.sourcing { append(entry, content, to: &text) }
    for reserve in content.nationalReserves { append(reserve, content, to: &text) }
    for substitution in content.substitutions { append(substitution, content, to: &text) }
    for profile in content.demandProfiles { append(profile, to: &text) }
    var lines = ConsumptionLines(content)
    for use in content.consumption {
      lines.append(use, to: &text)
      if text.bytes.count > 65_536 {
        take(text.bytes)
        text.clear()
      }
    }
    for shortage in content.shortages { append(shortage, content, to: &text) }
    for phase in content.timeline { append(phase, content, to: &text) }
    for policy in content.policies { append(policy, content, to: &text) }
    if let costs = content.costs { append(costs, to: &text) }
    if let plan = content.costPlan { append(plan, to: &text) }
    if let duty = content.duty { append(duty, content, to: &text) }
    take(text.bytes)
  }

  private static func line(_ tag: String, _ id: String, to text: inout CanonicalText) {
    text.word(tag)
    text.name(id)
    text.endLine()
  }

  private static func append(
    _ experiment: Experiment, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("experiment")
    text.word(experiment.startDate.description)
    // A tick of a day is as if ticks had never been thought of: earlier digests stay what they were.
    if experiment.ticksPerDay != 1 {
      text.word("ticksPerDay")
      text.whole(experiment.ticksPerDay)
    }
    text.whole(experiment.horizonDays)
    text.whole(experiment.seed)
    text.name(content.policies[experiment.baseline].name)
    text.word(experiment.measuresCover ? "cover" : "noCover")
    append(experiment.start, content, to: &text)
    text.endLine()
  }

  private static func append(_ costs: CostRates, to text: inout CanonicalText) {
    text.word("costs")
    text.whole(costs.priceYear)
    text.whole(costs.capitalBasisPoints)
    for (storageClass, price) in zip(StorageClass.allCases, costs.storagePerPalletYear) {
      text.word(storageClass.rawValue)
      text.whole(price.ore)
    }
    text.whole(costs.palletMillilitres)
    text.whole(costs.handlingPerOrderLine.ore)
    text.whole(costs.transportPerDelivery.ore)
    text.whole(costs.disposalPerLitre.ore)
    text.endLine()
  }
}
