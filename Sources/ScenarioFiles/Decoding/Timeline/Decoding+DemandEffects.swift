import Quantities
import SupplyModel

extension Decoding {
  /// What multiplies demand in parts of the scenario.
  func demandEffects(_ object: ObjectReader, _ names: Names) -> [DemandEffect]? {
    typealias Part = Catalogue.DemandWhere
    return effects(object, "demandWhere", Part.section) { entry in
      let products = productSelection(entry.member("products"), entry.path("products"), names)
      let locations = locationSelection(entry.member("locations"), entry.path("locations"), names)
      let multiplier = entry.value(Part.by)
      guard let products, let locations, let multiplier else { return nil }
      return DemandEffect(
        products: products, locations: locations, multiplier: multiplier.doubleValue)
    }
  }

  /// A multiplier for every demand class: one number for all, or an object by class.
  func demandMultipliers(_ node: JSONNode?, _ path: String, _ names: Names) -> [Double]? {
    let format = Catalogue.Phase.multiplier
    guard let node else {
      explain(path, "1", at: nil)
      return names.demandClasses.ids.map { _ in 1 }
    }
    guard let members = node.members else {
      return read(node, path, format).map { multiplier in
        names.demandClasses.ids.map { _ in multiplier.doubleValue }
      }
    }
    var multipliers = names.demandClasses.ids.map { _ in 1.0 }
    var isSound = true
    for member in members {
      let inner = ObjectReader.joined(path, member.key)
      let demandClass = names.demandClasses.resolve(
        member.key, at: member.keyRange, inner, in: self)
      let value = read(member.value, inner, format)
      guard let demandClass, let value else {
        isSound = false
        continue
      }
      multipliers[demandClass.index] = value.doubleValue
    }
    return isSound ? multipliers : nil
  }
}
