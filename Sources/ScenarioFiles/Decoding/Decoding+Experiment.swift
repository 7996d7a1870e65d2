import Quantities
import SupplyModel

extension Decoding {
  /// What time is simulated.
  func horizon(
    _ node: JSONNode
  ) -> (
    start: CalendarDate, tick: Tick, length: Int, begin: StatedStart, range: SourceRange
  )? {
    typealias Part = Catalogue.Horizon
    guard let object = ObjectReader(node, "horizon", Part.section, in: self) else { return nil }
    let tick = object.value(Part.tick)
    // Where the tick cannot be read, no duration is blamed for not being a multiple of it.
    context.tick = tick ?? .minute
    let start = object.value(Part.start)
    let length = object.value(Part.length)
    let begin = self.begin(object.member("begin"))
    guard let start, let tick, let length, let begin else { return nil }
    return (start, tick, length, begin, node.range)
  }

  /// How often, and compared with what.
  func experiment(
    _ node: JSONNode
  ) -> (replications: Int, seed: UInt64, baseline: String, cover: Bool)? {
    typealias Part = Catalogue.Experiment
    guard let object = ObjectReader(node, "experiment", Part.section, in: self) else { return nil }
    let replications = object.value(Part.replications)
    let seed = object.value(Part.seed)
    let baseline = object.value(Part.baseline)
    let cover = object.value(Part.cover)
    guard let replications, let seed, let baseline, let cover else { return nil }
    return (replications, seed, baseline, cover)
  }

  /// Rates alone, without saying how well they are known.
  func costRates(_ node: JSONNode) -> CostRates? {
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
