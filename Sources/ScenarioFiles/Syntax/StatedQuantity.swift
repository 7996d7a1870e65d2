import Quantities

/// A number and a unit as a text states them.
struct StatedQuantity: Sendable {
  /// The number, not negative.
  let number: Decimal
  /// The unit.
  let unit: QuantityUnit
  /// The unit as it was written.
  let unitName: String
}

extension QuantityText {
  /// Splits a text into its number and its unit, or says why that cannot be done.
  static func read(
    _ text: String, as kind: QuantityKind
  ) -> Result<StatedQuantity, QuantityProblem> {
    let example = "write for example \(TerminalText.quoted(kind.example))"
    func problem(_ problem: String, remedy: String? = nil) -> Result<
      StatedQuantity, QuantityProblem
    > {
      .failure(QuantityProblem(problem, allowed: kind.allowed, remedy: remedy ?? example))
    }
    var scalars = Array(text.unicodeScalars)[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    guard let first = scalars.first else { return problem("is empty") }

    let isSigned = first == "-" || first == "\u{2212}"
    let unsigned = isSigned || first == "+" ? scalars.dropFirst() : scalars
    if statesNoFiniteNumber(unsigned) { return problem("is not finite") }
    if isSigned, let next = unsigned.first(where: { !isBlank($0) }), isDigit(next) || next == "." {
      return problem("is negative")
    }

    let numberEnd = endOfNumber(in: scalars)
    let digits = string(scalars[..<numberEnd])
    let name = string(scalars[numberEnd...].drop { isBlank($0) })
    guard !digits.isEmpty else { return problem("has no number") }
    if digits.contains(",") { return .failure(commaProblem(digits, name)) }
    guard let plain = withoutGroups(digits) else {
      return .failure(
        QuantityProblem(
          "has the unreadable number \(TerminalText.quoted(digits))",
          allowed: "digits with a decimal point, in groups of three if in groups: 1 200.50",
          remedy: example))
    }
    guard let number = Decimal(plain) else {
      return .failure(
        QuantityProblem("has too many digits", allowed: "at most 18 significant digits"))
    }
    guard !name.isEmpty else {
      let unit = kind.example.unicodeScalars.drop { isDigit($0) || isBlank($0) }
      return problem(
        "has no unit",
        remedy: "write for example \(TerminalText.quoted(digits + " " + String(unit)))")
    }
    guard let unit = kind.unit(named: name) else {
      let nearest = kind.nearestUnit(to: name)?.name(counting: plain)
      return problem(
        "has the unknown unit \(TerminalText.quoted(name))",
        remedy: nearest.map { "did you mean \(TerminalText.quoted(digits + " " + $0))?" })
    }
    return .success(StatedQuantity(number: number, unit: unit, unitName: name))
  }

  /// Where the number ends: digits, points, commas, and blanks that another digit follows.
  private static func endOfNumber(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var end = scalars.startIndex
    var place = end
    while place < scalars.endIndex {
      let scalar = scalars[place]
      place += 1
      if isDigit(scalar) || scalar == "." || scalar == "," {
        end = place
      } else if !isBlank(scalar) {
        break
      }
    }
    return end
  }

  /// The digits with their point and without blanks; `nil` when they are not put as a number is.
  private static func withoutGroups(_ digits: String) -> String? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].unicodeScalars.allSatisfy(isDigit) else { return nil }
    }
    let groups = whole.unicodeScalars.split(whereSeparator: isBlank)
    guard let first = groups.first, groups.count == 1 || first.count <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let joined = groups.map { String($0) }.joined()
    return parts.count == 2 ? joined + "." + parts[1] : joined
  }

  private static func commaProblem(_ digits: String, _ unit: String) -> QuantityProblem {
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    let tail = unit.isEmpty ? "" : " " + unit
    let withPoint = TerminalText.quoted(parts.joined(separator: ".") + tail)
    let withSpaces = TerminalText.quoted(parts.joined(separator: " ") + tail)
    let isOnlyGrouped = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    let remedy =
      switch (parts.count, isOnlyGrouped) {
      case (2, false): "write \(withPoint)"
      case (2, true) where !digits.contains("."): "write \(withPoint) or \(withSpaces)"
      default: "write \(withSpaces)"
      }
    return QuantityProblem(
      "has a comma in its number", allowed: "a point before decimals and a space between thousands",
      remedy: remedy)
  }

  private static func statesNoFiniteNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    if scalars.first == "∞" { return true }
    let word = string(scalars.prefix { $0.properties.isAlphabetic }).lowercased()
    return ["inf", "infinity", "infinite", "nan"].contains(word)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Whether the character may stand between groups of digits and around a unit.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\u{A0}", "\u{2009}", "\u{202F}": true
    default: false
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }
}
