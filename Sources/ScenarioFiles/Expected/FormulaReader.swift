/// Reads a formula from its text, by descent: sums of products of values.
struct FormulaReader {
  /// Why a text is no formula, and where in it.
  struct Problem: Error {
    let text: String
  }

  private var rest: Substring
  /// Whether values of single replications are meant: inside a statistic.
  private var isInside = false

  /// How many brackets, signs and statistics are open.
  private var depth = 0

  /// The longest formula, and how deeply it may nest: a hostile text must not exhaust the stack.
  private static let (longest, deepest) = (2_000, 50)

  private init(_ text: String) {
    rest = text[...]
  }

  /// The formula that a text states.
  static func read(_ text: String) -> Result<Formula, Problem> {
    guard text.utf8.count <= longest else {
      return .failure(Problem(text: "is longer than \(longest) bytes"))
    }
    var reader = FormulaReader(text)
    do throws(Problem) {
      let formula = try reader.sum()
      guard reader.peek() == nil else { throw reader.unexpected("an operator, or the end") }
      return .success(formula)
    } catch {
      return .failure(error)
    }
  }

  private mutating func sum() throws(Problem) -> Formula {
    var formula = try product()
    while let found = take(.plus, .minus) {
      formula = .binary(found, formula, try product())
    }
    return formula
  }

  private mutating func product() throws(Problem) -> Formula {
    var formula = try value()
    while let found = take(.times, .over) {
      formula = .binary(found, formula, try value())
    }
    return formula
  }

  private mutating func value() throws(Problem) -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw Problem(text: "nests more than \(Self.deepest) deep")
    }
    guard let first = peek() else { throw Problem(text: "ends where a value should stand") }
    if first == "(" {
      skip("(")
      let inner = try sum()
      try expect(")")
      return inner
    }
    if first == "-" {
      skip("-")
      return .binary(.minus, .number(0), try value())
    }
    if first.isNumber || first == "." { return try number() }
    guard first.isLetter else { throw unexpected("a number, a measure or (") }
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    rest = rest.dropFirst(name.count)
    if let statistic = Formula.Statistic(rawValue: name) { return try self.statistic(statistic) }
    guard skip("[") else { return .name(name, location: nil) }
    let location = rest.prefix { $0 != "]" }
    rest = rest.dropFirst(location.count)
    try expect("]")
    return .name(name, location: String(location))
  }

  private mutating func statistic(_ statistic: Formula.Statistic) throws(Problem) -> Formula {
    guard !isInside else {
      throw Problem(text: "has \(statistic.rawValue) inside another statistic")
    }
    try expect("(")
    isInside = true
    var inner = try sum()
    if statistic == .share {
      guard let comparison = take(.atMost, .atLeast, .below, .above, .equals) else {
        throw unexpected("one of < <= = >= >")
      }
      inner = .binary(comparison, inner, try sum())
    }
    isInside = false
    try expect(")")
    return .statistic(statistic, inner)
  }

  private mutating func number() throws(Problem) -> Formula {
    var digits = rest.prefix { $0.isNumber || $0 == "." }
    let tail = rest.dropFirst(digits.count)
    if let mark = tail.first, mark == "e" || mark == "E" {
      let sign = tail.dropFirst().first
      let signed = sign == "-" || sign == "+" ? 2 : 1
      let exponent = tail.dropFirst(signed).prefix { $0.isNumber }
      digits = rest.prefix(digits.count + signed + exponent.count)
    }
    guard let value = Double(digits), value.isFinite else {
      throw Problem(text: "has \(TerminalText.quoted(String(digits))), which is no number")
    }
    rest = rest.dropFirst(digits.count)
    return .number(value)
  }

  /// The next character that is no blank.
  private mutating func peek() -> Character? {
    rest = rest.drop { $0 == " " }
    return rest.first
  }

  @discardableResult
  private mutating func skip(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func expect(_ character: Character) throws(Problem) {
    guard skip(character) else { throw unexpected(String(character)) }
  }

  /// Takes one of some operators, longer ones first.
  private mutating func take(_ operators: Formula.Operator...) -> Formula.Operator? {
    guard peek() != nil else { return nil }
    guard let found = operators.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
    rest = rest.dropFirst(found.rawValue.count)
    return found
  }

  private mutating func unexpected(_ wanted: String) -> Problem {
    guard peek() != nil else { return Problem(text: "ends where \(wanted) should stand") }
    return Problem(
      text: "has \(TerminalText.quoted(String(rest.prefix(12)))) where \(wanted) should stand")
  }
}
