import Quantities
import SupplyModel

extension Decoding {
  /// What time is simulated.
  func horizon(
    _ node: JSONNode
  ) -> (start: CalendarDate, length: Int, begin: StartRule, range: SourceRange)? {
    typealias Part = Catalogue.Horizon
    guard let object = ObjectReader(node, "horizon", Part.section, in: self) else { return nil }
    let start = object.value(Part.start)
    let length = object.value(Part.length)
    let begin = self.begin(object.member("begin"))
    guard let start, let length, let begin else { return nil }
    return (start, length, begin, node.range)
  }

  private func begin(_ node: JSONNode?) -> StartRule? {
    let path = "horizon.begin"
    guard let node else {
      explain(path, "rotated", at: nil)
      return .rotated(warmUpDays: nil)
    }
    if node.string == "rotated" {
      explain(path, "rotated", at: node.range)
      return .rotated(warmUpDays: nil)
    }
    let allowed = "\"rotated\", { rotated: { warmUp: … } } or { given: { remainingLife: … } }"
    guard let member = node.members?.first, node.members?.count == 1,
      ["rotated", "given"].contains(member.key)
    else {
      let found = node.string.map { "is \(TerminalText.quoted($0))" } ?? "is none of its forms"
      report(node.range, path, found, allowed: allowed)
      return nil
    }
    let inner = path + "." + member.key
    if member.key == "rotated" {
      guard let object = ObjectReader(member.value, inner, Catalogue.Warmup.section, in: self)
      else { return nil }
      if object.states(Catalogue.Warmup.warmUp) {
        return object.value(Catalogue.Warmup.warmUp).map { .rotated(warmUpDays: $0) }
      }
      return .rotated(warmUpDays: nil)
    }
    guard let object = ObjectReader(member.value, inner, Catalogue.Given.section, in: self),
      let life = object.requiredMember(
        "remainingLife", example: "{ days: { uniformInteger: [\"180 days\", \"540 days\"] } }")
    else { return nil }
    return remainingLife(life, inner + ".remainingLife").map { .given(remainingLife: $0) }
  }

  /// How often, and compared with what.
  func experiment(_ node: JSONNode) -> (replications: Int, seed: UInt64, baseline: String)? {
    typealias Part = Catalogue.Experiment
    guard let object = ObjectReader(node, "experiment", Part.section, in: self) else { return nil }
    let replications = object.value(Part.replications)
    let seed = object.value(Part.seed)
    let baseline = object.value(Part.baseline)
    guard let replications, let seed, let baseline else { return nil }
    return (replications, seed, baseline)
  }

  /// What holding, moving and discarding costs: an object, or a file with one.
  func costs(_ node: JSONNode?) -> CostRates? {
    guard let node else {
      explain("costs", "no costs are reported", at: nil)
      return nil
    }
    guard let path = node.string else { return costRates(node) }
    let file = FilePath.sibling(of: node.range.source.name, path)
    guard let source = source(file, namedAt: node.range, path: "costs"),
      let tree = JSON5Reader.read(source, into: &diagnostics)
    else { return nil }
    return costRates(tree)
  }

  private func costRates(_ node: JSONNode) -> CostRates? {
    typealias Part = Catalogue.Costs
    guard let object = ObjectReader(node, "costs", Part.section, in: self) else { return nil }
    let priceYear = object.value(Part.priceYear)
    let capital = object.value(Part.capitalRate).flatMap {
      basisPoints($0, node[Part.capitalRate.name], object.path(Part.capitalRate.name))
    }
    let pallet = object.value(Part.palletVolume)
    let orderLine = object.value(Part.orderLine)
    let delivery = object.value(Part.delivery)
    let disposal = object.value(Part.disposal)
    let storage = object.requiredMember("storage", example: "{ room: \"1 200 SEK\", … }")
      .flatMap { self.storage($0, object.path("storage")) }
    guard let priceYear, let capital, let pallet, let orderLine, let delivery, let disposal,
      let storage
    else { return nil }
    return CostRates(
      priceYear: priceYear, capitalBasisPoints: capital, storagePerPalletYear: storage,
      palletMillilitres: pallet, handlingPerOrderLine: orderLine,
      transportPerDelivery: delivery, disposalPerLitre: disposal)
  }

  private func storage(_ node: JSONNode, _ path: String) -> [Money]? {
    guard let object = ObjectReader(node, path, Catalogue.Storage.section, in: self)
    else { return nil }
    let amounts = StorageClass.allCases.map { object.value(Catalogue.Storage.field($0)) }
    let stated = amounts.compactMap { $0 }
    return stated.count == amounts.count ? stated : nil
  }
}
