import SupplyModel

extension Decoding {
  /// How a policy gets from the baseline's stock to its own targets.
  func buildUp(_ node: JSONNode, _ path: String) -> BuildUp? {
    switch form(node, path, Catalogue.BuildUp.forms) {
    case .word: return .immediate
    case .form("gradual", let member, let path):
      return read(member, path, Catalogue.BuildUp.gradual.format).map { .gradual(overDays: $0) }
    case .form(_, let member, let path): return steps(member, path).map { .stepwise($0) }
    case nil: return nil
    }
  }

  /// Dates with the share of products that have their targets from then on.
  private func steps(_ node: JSONNode, _ path: String) -> [BuildUp.Step]? {
    typealias Part = Catalogue.BuildUpStep
    guard let elements = list(node, path, fallback: "none") else { return nil }
    guard !elements.isEmpty else {
      report(
        node.range, path, "is an empty list", allowed: "at least one step",
        remedy: "write for example [ { share: \"100 %\", by: \"12 months\" } ]")
      return nil
    }
    var steps: [BuildUp.Step] = []
    for (index, element) in elements.enumerated() {
      let inner = "\(path)[\(index)]"
      guard let object = ObjectReader(element, inner, Part.section, in: self) else { continue }
      let share = basisPoints(object, Part.share)
      let day = object.value(Part.by)
      guard let share, let day else { continue }
      if let last = steps.last, day <= last.day || share <= last.shareBasisPoints {
        report(
          element.range, inner,
          day <= last.day ? "is no later than the step before it" : "adds no products",
          allowed: "steps with rising shares and later dates")
        return nil
      }
      steps.append(BuildUp.Step(day: day, shareBasisPoints: share))
    }
    guard steps.count == elements.count, let last = steps.last else { return nil }
    guard last.shareBasisPoints == 10_000 else {
      report(
        node.range, path, "leaves some products without their targets for ever",
        allowed: "a last step with a share of 100 %",
        remedy: "add { share: \"100 %\", by: … }")
      return nil
    }
    return steps
  }
}
