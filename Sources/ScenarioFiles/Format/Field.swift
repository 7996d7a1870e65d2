/// What the list of fields says about one field of the scenario file or column of a table.
public struct FieldDescription: Sendable, Hashable {
  /// The key or the column's name.
  public let name: String
  /// How it is written: `duration`, `share`, `id`.
  public let kind: String
  /// What holds when it is left out; `nil` when it must be stated.
  public let fallback: String?
  /// What is allowed.
  public let allowed: String
  /// A value as it should look.
  public let example: String
  /// What it is.
  public let meaning: String
}

/// A field or column that holds one value: declared once, read and documented from here.
struct Field<Value: Sendable>: Sendable {
  /// What the list of fields says.
  let description: FieldDescription
  /// How it is written.
  let format: Format<Value>
  /// What holds when it is left out.
  let fallback: Value?

  /// The key or the column's name.
  var name: String { description.name }

  /// What holds when it is left out; a length of time in ticks.
  func fallback(in context: ReadingContext) -> Value? {
    fallback.map { value in format.inTicks.map { $0(value, context.tick) } ?? value }
  }

  /// A field that must be stated.
  static func required(_ name: String, _ format: Format<Value>, _ meaning: String) -> Field {
    Field(
      description: FieldDescription(
        name: name, kind: format.kind, fallback: nil, allowed: format.allowed,
        example: format.example, meaning: meaning),
      format: format, fallback: nil)
  }

  /// A field with a value that holds when it is left out.
  static func optional(
    _ name: String, _ format: Format<Value>, default fallback: Value, _ text: String,
    _ meaning: String
  ) -> Field {
    Field(
      description: FieldDescription(
        name: name, kind: format.kind, fallback: text, allowed: format.allowed,
        example: format.example, meaning: meaning),
      format: format, fallback: fallback)
  }

  /// A field that may be left out, which means that there is nothing of the kind.
  static func optional(
    _ name: String, _ format: Format<Value>, absent text: String, _ meaning: String
  ) -> Field {
    Field(
      description: FieldDescription(
        name: name, kind: format.kind, fallback: text, allowed: format.allowed,
        example: format.example, meaning: meaning),
      format: format, fallback: nil)
  }
}

/// A part of the scenario file or a table, with its fields in reading order.
public struct Section: Sendable {
  /// Where it stands: `horizon`, `suppliers.<id>`, `products (table)`.
  public let path: String
  /// What it is for.
  public let meaning: String
  /// Its fields.
  public let fields: [FieldDescription]

  /// The names of its fields.
  var names: [String] { fields.map(\.name) }

  /// A field whose value is no single value: a list, an object, a table or a choice of forms.
  static func part(
    _ name: String, _ kind: String, allowed: String, example: String, fallback: String? = nil,
    _ meaning: String
  ) -> FieldDescription {
    FieldDescription(
      name: name, kind: kind, fallback: fallback, allowed: allowed, example: example,
      meaning: meaning)
  }
}
