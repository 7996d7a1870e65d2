import Quantities
import RandomStreams
import SupplyModel

extension Decoding {
  /// A distribution of lengths of time, or a single one. [days]
  ///
  /// No parameter is longer than `longest`; `isBounded` allows only forms with a largest value. What
  /// is drawn is rounded to whole ticks, so parameters may be fractions of one; lengths that occur as
  /// they are written may not.
  func durations(
    _ node: JSONNode, _ path: String, longest: Int = 36_500, isBounded: Bool = false
  ) -> Distribution? {
    let whole = Format<Int>.duration(0...longest, example: "5 days")
    let drawn = Format<Double>.drawnDuration(0...longest, example: "5 days")
    return distribution(
      node, path, Catalogue.Durations.section, isBounded: isBounded,
      value: { self.read($0, $1, whole).map(Double.init) },
      parameter: { self.read($0, $1, drawn) })
  }

  /// A distribution of shares, or a single one. [1]
  func shares(_ node: JSONNode, _ path: String, isBounded: Bool = false) -> Distribution? {
    let format = Format<Decimal>.share(
      from: Decimal(significand: 0), to: Decimal(significand: 1), example: "67 %")
    func share(_ node: JSONNode, _ path: String) -> Double? {
      read(node, path, format)?.doubleValue
    }
    return distribution(
      node, path, Catalogue.Shares.section, isBounded: isBounded, value: share, parameter: share)
  }

  /// What is left of the shelf life at receipt.
  func remainingLife(_ node: JSONNode, _ path: String) -> RemainingLife? {
    guard let object = ObjectReader(node, path, Catalogue.Life.section, in: self),
      let (name, member) = onlyMember(of: object, Catalogue.Life.section)
    else { return nil }
    let inner = object.path(name)
    return name == "days"
      ? durations(member, inner, isBounded: true).map { .days($0) }
      : shares(member, inner, isBounded: true).map { .shareOfShelfLife($0) }
  }

  /// - Parameters:
  ///   - value: reads what occurs as it is written.
  ///   - parameter: reads what says how values are drawn.
  private func distribution(
    _ node: JSONNode, _ path: String, _ section: Section, isBounded: Bool,
    value: (JSONNode, String) -> Double?, parameter: (JSONNode, String) -> Double?
  ) -> Distribution? {
    guard node.members != nil else { return value(node, path).map { .constant($0) } }
    if isBounded, let form = node.members?.first(where: { isUnbounded($0.key) }) {
      report(
        form.keyRange, path, "is \(form.key), which has no largest value",
        allowed: "one of " + section.names.filter { !isUnbounded($0) }.joined(separator: ", "),
        remedy: "write for example { triangular: { low: …, mode: …, high: … } }")
      return nil
    }
    let forms =
      isBounded
      ? Section(
        path: section.path, meaning: section.meaning,
        fields: section.fields.filter { !isUnbounded($0.name) }) : section
    guard let object = ObjectReader(node, path, forms, in: self),
      let (name, member) = onlyMember(of: object, forms)
    else { return nil }
    let inner = object.path(name)
    let found: Distribution?
    switch name {
    case "constant": found = value(member, inner).map { .constant($0) }
    case "uniform":
      found = pair(member, inner, parameter).map { .uniform(low: $0.0, high: $0.1) }
    case "uniformInteger":
      found = pair(member, inner, value).map {
        .uniformInteger(low: Int($0.0), high: Int($0.1))
      }
    case "exponential":
      found = parameters(member, inner, ["mean": "\"40 days\""], parameter).map {
        .exponential(mean: $0["mean"] ?? 0)
      }
    case "gamma":
      found = gamma(member, inner, parameter)
    case "lognormal":
      let keys = ["median": "\"45 days\"", "mean": "\"120 days\""]
      found = parameters(member, inner, keys, parameter).map {
        .lognormal(median: $0["median"] ?? 0, mean: $0["mean"] ?? 0)
      }
    case "empirical":
      found = values(member, inner, value).map { .empirical($0.sorted()) }
    default:
      let keys = ["low": "\"2 days\"", "mode": "\"5 days\"", "high": "\"9 days\""]
      found = parameters(member, inner, keys, parameter).map {
        .triangular(low: $0["low"] ?? 0, mode: $0["mode"] ?? 0, high: $0["high"] ?? 0)
      }
    }
    guard let found else { return nil }
    if let problem = found.problem {
      let isTime = section.path == Catalogue.Durations.section.path
      let unit = context.tick == .day ? "days" : "ticks of \(context.tick.text)"
      report(member.range, inner + ":", problem + (isTime ? " (in \(unit))" : ""))
      return nil
    }
    return found
  }

  private func isUnbounded(_ form: String) -> Bool { Catalogue.unboundedForms.contains(form) }

  /// The one member of an object that states one of several forms.
  private func onlyMember(of object: ObjectReader, _ section: Section) -> (String, JSONNode)? {
    let members = (object.node.members ?? []).filter { section.names.contains($0.key) }
    guard members.count == 1, let member = members.first else {
      if members.count > 1 || object.node.members?.isEmpty == true {
        let stated = members.map(\.key).joined(separator: " and ")
        report(
          object.node.range, object.path,
          members.isEmpty ? "is empty" : "states both \(stated)",
          allowed: "one of " + section.names.joined(separator: ", "))
      }
      return nil
    }
    return (member.key, member.value)
  }

  private func pair(
    _ node: JSONNode, _ path: String, _ scalar: (JSONNode, String) -> Double?
  ) -> (Double, Double)? {
    guard let elements = node.elements, elements.count == 2 else {
      let found = node.elements.map { "is a list of \($0.count)" } ?? "is \(node.kindName)"
      report(node.range, path, found, allowed: "a list of two: [low, high]")
      return nil
    }
    // Both are read, so that both are reported.
    let low = scalar(elements[0], path + "[0]")
    let high = scalar(elements[1], path + "[1]")
    guard let low, let high else { return nil }
    return (low, high)
  }

  /// Values that are equally likely, in any order.
  private func values(
    _ node: JSONNode, _ path: String, _ scalar: (JSONNode, String) -> Double?
  ) -> [Double]? {
    guard let elements = node.elements, (1...Self.mostValues).contains(elements.count) else {
      let found = node.elements.map { "is a list of \($0.count)" } ?? "is \(node.kindName)"
      report(node.range, path, found, allowed: "a list of 1 to 10 000 values")
      return nil
    }
    let values = elements.enumerated().compactMap { scalar($1, "\(path)[\($0)]") }
    return values.count == elements.count ? values : nil
  }

  /// The most values that an empirical distribution may have.
  private static let mostValues = 10_000

  private func parameters(
    _ node: JSONNode, _ path: String, _ examples: [String: String],
    _ scalar: (JSONNode, String) -> Double?
  ) -> [String: Double]? {
    let names = ["low", "mode", "median", "mean", "high", "cv"].filter { examples[$0] != nil }
    let section = Section(
      path: path, meaning: "",
      fields: names.map {
        Section.part($0, "", allowed: "", example: examples[$0] ?? "", "")
      })
    guard let object = ObjectReader(node, path, section, in: self) else { return nil }
    var values: [String: Double] = [:]
    for name in names {
      guard let member = object.requiredMember(name, example: examples[name] ?? "") else {
        continue
      }
      values[name] = scalar(member, object.path(name))
    }
    return values.count == names.count ? values : nil
  }

  private func gamma(
    _ node: JSONNode, _ path: String, _ scalar: (JSONNode, String) -> Double?
  ) -> Distribution? {
    let variation = Format<Decimal>.decimal(
      from: Decimal(significand: 1, exponent: -3), to: Decimal(significand: 100), example: "0.4")
    let values = parameters(node, path, ["mean": "\"5 days\"", "cv": "0.4"]) { member, inner in
      inner.hasSuffix(".cv")
        ? self.read(member, inner, variation)?.doubleValue : scalar(member, inner)
    }
    return values.map { .gamma(mean: $0["mean"] ?? 0, coefficientOfVariation: $0["cv"] ?? 0) }
  }
}
