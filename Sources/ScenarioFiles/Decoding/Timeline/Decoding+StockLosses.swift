import SupplyModel

extension Decoding {
  /// Stock that is lost on the first day of a phase.
  func stockLosses(_ object: ObjectReader, _ names: Names) -> [StockLoss]? {
    typealias Part = Catalogue.Loss
    return effects(object, "lose", Part.section) { entry in
      let reason = entry.value(Part.because)
      let products = lostProducts(entry, reason, names)
      let locations = locationSelection(entry.member("locations"), entry.path("locations"), names)
      let share = basisPoints(entry, Part.share)
      let cluster = basisPoints(entry, Part.cluster)
      let each = basisPoints(entry, Part.each)
      guard let reason, let products, let locations, let share, let cluster, let each
      else { return nil }
      return StockLoss(
        reason: reason, products: products, locations: locations, shareBasisPoints: share,
        clusterBasisPoints: cluster, eachBasisPoints: each)
    }
  }

  /// Of which products stock is lost: where cold is what fails, of those that need it.
  private func lostProducts(
    _ entry: ObjectReader, _ reason: StockLoss.Reason?, _ names: Names
  ) -> ProductSelection? {
    let path = entry.path("products")
    if entry.member("products") == nil, reason == .coldChain {
      explain(path, "those whose storageClass is cold", at: nil)
      var cold = ProductSelection()
      cold.storageClasses = [.cold]
      return cold
    }
    return productSelection(entry.member("products"), path, names)
  }

  /// Where nothing is sent while a phase lasts.
  func transportCuts(_ object: ObjectReader, _ names: Names) -> [TransportCut]? {
    effects(object, "cutTransport", Catalogue.TransportCut.section) { entry in
      let stated = entry.member("from")
      if stated == nil { explain(entry.path("from"), "all locations and suppliers", at: nil) }
      let from = stated.map { locationSelection($0, entry.path("from"), names) }
      let to = entry.requiredMember("to", example: "{ authority: \"town\" }")
        .flatMap { locationSelection($0, entry.path("to"), names) }
      if case .some(nil) = from { return nil }
      return to.map { TransportCut(from: from ?? nil, to: $0) }
    }
  }
}
