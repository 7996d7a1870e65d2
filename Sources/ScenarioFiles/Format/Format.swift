import Quantities

/// How a single value is written: what is read, what is allowed, an example.
///
/// The same format serves a field of the scenario file and a column of a table, so that `5 days`
/// means the same everywhere.
struct Format<Value: Sendable>: Sendable {
  /// What it is called in the list of fields: `duration`, `share`.
  let kind: String
  /// What is allowed, as it reads after "expected".
  let allowed: String
  /// A value as it should look, as it is written in the scenario file.
  let example: String
  /// Reads a value, or says what is wrong with it.
  let read: @Sendable (Scalar, ReadingContext) -> Result<Value, QuantityProblem>
  /// What a default that a field states in days is in ticks; `nil` for values that are no time.
  var inTicks: (@Sendable (Value, Tick) -> Value)?

  /// A format that reads texts; a number or truth value in their place is a problem.
  static func text(
    _ kind: String, allowed: String, example: String,
    _ read: @escaping @Sendable (String) -> Result<Value, QuantityProblem>
  ) -> Format {
    text(kind, allowed: allowed, example: example) { text, _ in read(text) }
  }

  /// A format that reads texts whose meaning depends on the scenario's tick.
  static func text(
    _ kind: String, allowed: String, example: String,
    _ read: @escaping @Sendable (String, ReadingContext) -> Result<Value, QuantityProblem>
  ) -> Format {
    Format(kind: kind, allowed: allowed, example: example) { scalar, context in
      switch scalar {
      case .text(let text), .cell(let text): read(text, context)
      case .number(let number):
        .failure(.wrongKind("is the number \(number.text)", allowed, example))
      case .bool(let bool): .failure(.wrongKind("is \(bool)", allowed, example))
      }
    }
  }

  /// A format that reads numbers; a text in their place is a problem.
  static func number(
    _ kind: String, allowed: String, example: String,
    _ read: @escaping @Sendable (JSONNumber) -> Result<Value, QuantityProblem>
  ) -> Format {
    Format(kind: kind, allowed: allowed, example: example) { scalar, _ in
      switch scalar {
      case .number(let number): read(number)
      case .cell(let text) where Decimal(text) != nil: read(JSONNumber(text: text))
      case .cell(let text) where Decimal(text.replacing(",", with: ".")) != nil:
        .failure(
          QuantityProblem(
            "has a comma in its number", allowed: "a point before decimals",
            remedy: "write \(text.replacing(",", with: "."))"))
      case .cell(""): .failure(.wrongKind("is empty", allowed, example))
      case .cell(let text), .text(let text):
        .failure(.wrongKind("is the text \(TerminalText.quoted(text))", allowed, example))
      case .bool(let bool): .failure(.wrongKind("is \(bool)", allowed, example))
      }
    }
  }

  /// The same format with a narrower meaning.
  func checked(
    allowed: String, _ problem: @escaping @Sendable (Value) -> String?
  ) -> Format {
    Format(
      kind: kind, allowed: allowed, example: example,
      read: { scalar, context in
        read(scalar, context).flatMap { value in
          if let found = problem(value) {
            .failure(
              QuantityProblem(found, allowed: allowed, remedy: "write for example \(example)"))
          } else {
            .success(value)
          }
        }
      }, inTicks: inTicks)
  }
}

/// What the reading of a value may depend on besides the value itself.
struct ReadingContext: Sendable {
  /// The step in which time is counted: durations become whole numbers of it.
  var tick = Tick.day
}

/// A value that is neither a list nor an object.
enum Scalar: Sendable {
  /// A text of the scenario file.
  case text(String)
  /// A number of the scenario file.
  case number(JSONNumber)
  /// `true` or `false`.
  case bool(Bool)
  /// A cell of a table, which may stand for any of these.
  case cell(String)

  /// The scalar that a node is; `nil` for `null`, lists and objects.
  init?(_ node: JSONNode) {
    switch node.value {
    case .string(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .bool(let bool): self = .bool(bool)
    case .null, .array, .object: return nil
    }
  }
}

extension QuantityProblem {
  /// A value of the wrong kind altogether.
  static func wrongKind(_ found: String, _ allowed: String, _ example: String) -> QuantityProblem {
    QuantityProblem(found, allowed: allowed, remedy: "write for example \(example)")
  }
}
