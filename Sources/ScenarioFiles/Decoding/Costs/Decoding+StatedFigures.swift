import Quantities
import SupplyModel

/// A figure and what else it might be.
struct RangedFigure<Value> {
  let value: Value
  let range: CostRange
}

extension Decoding {
  /// How well a figure is known, and where it is from.
  func knowledge(_ object: ObjectReader) -> (CostStatus, String)? {
    let status = object.value(Catalogue.Stated.status)
    let source = object.value(Catalogue.Stated.source)
    guard let status, let source else { return nil }
    return (status, source)
  }

  /// A stated amount that must be there.
  func amount(
    _ parent: ObjectReader, _ field: FieldDescription, _ unit: StatedFigures.Unit,
    _ stated: inout StatedFigures
  ) -> RangedFigure<Money>? {
    typealias Part = Catalogue.StatedAmount
    let path = parent.path(field.name)
    guard let node = parent.requiredMember(field.name, example: Self.example(of: field)),
      let object = statedObject(node, path, Part.section)
    else { return nil }
    let value = object.value(Part.value)
    let low = object.states(Part.low) ? object.value(Part.low) : nil
    let high = object.states(Part.high) ? object.value(Part.high) : nil
    let known = knowledge(object)
    guard let value, let known,
      let range = range(object, value.ore, low?.ore, high?.ore)
    else { return nil }
    stated.add(object, path, unit, known)
    return RangedFigure(value: value, range: range)
  }

  /// A stated share that must be there, in ten-thousandths.
  func share(
    _ parent: ObjectReader, _ field: FieldDescription, _ unit: StatedFigures.Unit,
    _ stated: inout StatedFigures
  ) -> RangedFigure<Int64>? {
    typealias Part = Catalogue.StatedShare
    let path = parent.path(field.name)
    guard let node = parent.requiredMember(field.name, example: Self.example(of: field)),
      let object = statedObject(node, path, Part.section)
    else { return nil }
    let value = basisPoints(object, Part.value)
    let low = object.states(Part.low) ? basisPoints(object, Part.low) : nil
    let high = object.states(Part.high) ? basisPoints(object, Part.high) : nil
    let known = knowledge(object)
    guard let value, let known, let range = range(object, value, low, high) else { return nil }
    stated.add(object, path, unit, known)
    return RangedFigure(value: value, range: range)
  }

  /// The object of a stated figure; a figure without status and source says how to state them.
  private func statedObject(
    _ node: JSONNode, _ path: String, _ section: Section
  ) -> ObjectReader? {
    guard node.members == nil, Scalar(node) != nil else {
      return ObjectReader(node, path, section, in: self)
    }
    report(
      node.range, path, "says neither how well it is known nor where it is from",
      allowed: "an object with value, status and source, since this is a cost file",
      remedy: "write { value: \(node.range.text), status: \"assumption\", source: \"…\" }")
    return nil
  }

  /// An example that can be taken over; those of single values are made into stated ones.
  private static func example(of field: FieldDescription) -> String {
    field.example.hasPrefix("{")
      ? field.example
      : "{ value: \(field.example), status: \"assumption\", source: \"…\" }"
  }

  /// What low and high are compared with the value; reports ends on its wrong side.
  func range(
    _ object: ObjectReader, _ value: Int64, _ low: Int64?, _ high: Int64?
  ) -> CostRange? {
    var isRight = true
    func check(_ end: Int64?, _ key: String, _ isWrong: (Int64) -> Bool, _ side: String) {
      guard let end, isWrong(end) else { return }
      isRight = false
      report(
        object.member(key)?.range ?? object.node.range, object.path(key),
        "is \(side) the value", allowed: "low up to the value, high from the value up",
        remedy: "exchange them, or take \(key) out")
    }
    check(low, "low", { $0 > value }, "above")
    check(high, "high", { $0 < value }, "below")
    if value == 0, (high ?? 0) > 0, isRight {
      isRight = false
      report(
        object.member("high")?.range ?? object.node.range, object.path("high"),
        "is a range of what is 0", allowed: "a range around a value above 0",
        remedy: "state a value inside the range")
    }
    guard isRight else { return nil }
    guard value > 0 else { return CostRange.none }
    return CostRange(
      low: .init(low ?? value, over: value), high: .init(high ?? value, over: value))
  }

  /// How cost follows the size of regions; `nil` inside if the file does not say.
  func sizes(
    _ parent: ObjectReader, _ stated: inout StatedFigures
  ) -> (scale: SizeScale?, Void)? {
    let reference = parent.value(Catalogue.CostFile.reference)
    guard let node = parent.member("sizes") else {
      explain(parent.path("sizes"), "amounts are those of the whole scenario", at: nil)
      if parent.states(Catalogue.CostFile.reference) {
        report(
          parent.member("referenceInhabitants")?.range ?? parent.node.range,
          parent.path("referenceInhabitants"), "is stated without sizes",
          allowed: "both or neither", remedy: "state sizes, or take it out")
        return nil
      }
      return (nil, ())
    }
    let path = parent.path("sizes")
    let keys = SizeGroup.allCases.map(\.rawValue)
    let section = Section(
      path: path, meaning: "sizes",
      fields: keys.map {
        Section.part($0, "object", allowed: "an object", example: "{ from: 0, … }", "a size group")
      })
    guard let object = ObjectReader(node, path, section, in: self) else { return nil }
    var (from, factors) = ([Int64](), [Int64]())
    for (place, key) in keys.enumerated() {
      typealias Part = Catalogue.SizeEntry
      let example =
        "{ from: \(SizeScale.publishedLimits[place]), factor: 1, status: \"assumption\", source: \"…\" }"
      guard let entry = object.requiredMember(key, example: example),
        let inner = ObjectReader(entry, object.path(key), Part.section, in: self)
      else { continue }
      let low = inner.value(Part.from)
      let factor = inner.value(Part.factor).flatMap { tenThousandths($0, inner, "factor") }
      guard let known = knowledge(inner), let low, let factor else { continue }
      from.append(Int64(low))
      factors.append(factor)
      stated.add(
        inner, object.path(key),
        ("cost per inhabitant, relative", "kostnad per invånare, relativt"), known, value: "factor")
    }
    guard parent.states(Catalogue.CostFile.reference) else {
      report(
        node.range, path, "are stated without referenceInhabitants", allowed: "both or neither",
        remedy: "write for example referenceInhabitants: 368912")
      return nil
    }
    guard from.count == keys.count, let reference else { return nil }
    guard from[0] > from[1], from[1] > from[2], from[2] == 0 else {
      report(
        node.range, path, "have limits that are not in order",
        allowed: "large from more than mid, mid from more than small, small from 0")
      return nil
    }
    return (
      SizeScale(referenceInhabitants: Int64(reference), from: from, factors: factors), ()
    )
  }

  /// A number in ten-thousandths; reports finer ones.
  func tenThousandths(_ number: Decimal, _ object: ObjectReader, _ key: String) -> Int64? {
    if let parts = number.scaled(places: 4) { return parts }
    report(
      object.member(key)?.range ?? object.node.range, object.path(key), "is \(number)",
      allowed: "at most four decimals")
    return nil
  }
}
