import Quantities

/// A value of a JSON5 file together with the place where it is written.
struct JSONNode: Sendable {
  /// What a value can be.
  enum Value: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  /// The value itself.
  let value: Value
  /// Where it stands, from its first to its last character, quotation marks and braces included.
  let range: SourceRange

  /// What the value is, in words with an article: `a number`, `an object`.
  var kindName: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// Whether the value is `null`.
  var isNull: Bool { if case .null = value { true } else { false } }

  /// The truth value; `nil` for any other kind.
  var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }

  /// The number; `nil` for any other kind.
  var number: JSONNumber? { if case .number(let number) = value { number } else { nil } }

  /// The text with its escapes resolved; `nil` for any other kind.
  var string: String? { if case .string(let string) = value { string } else { nil } }

  /// The elements in file order; `nil` for any other kind.
  var elements: [JSONNode]? { if case .array(let elements) = value { elements } else { nil } }

  /// The members in file order, no two with the same key; `nil` for any other kind.
  var members: [JSONMember]? { if case .object(let members) = value { members } else { nil } }

  /// The value of the member with this key; `nil` when there is none or this is no object.
  ///
  /// Looks at the members one after another.
  subscript(key: String) -> JSONNode? {
    members?.first { $0.key == key }?.value
  }
}

/// A key of an object with its value.
struct JSONMember: Sendable {
  /// The key with its escapes resolved.
  let key: String
  /// Where the key stands, quotation marks included.
  let keyRange: SourceRange
  /// The value.
  let value: JSONNode
}

/// A number of a JSON5 file, kept as it was written so that nothing is rounded.
struct JSONNumber: Sendable, Hashable {
  /// The number exactly as it stands in the file: `-0.50`, `0x1F`, `1e3`, `Infinity`.
  let text: String

  /// The exact value, also of a hexadecimal number.
  ///
  /// `nil` when it is infinite or not a number, has more than 18 significant digits, or has an
  /// exponent outside -400…400. A caller that needs all digits, as for a seed, reads `text`.
  var decimal: Decimal? {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      guard let value = Int64(digits.dropFirst(2), radix: 16) else { return nil }
      return Decimal(significand: isNegative ? -value : value)
    }
    return Decimal(text)
  }

  /// Whether the number is neither infinite nor "not a number".
  var isFinite: Bool { !text.hasSuffix("Infinity") && !text.hasSuffix("NaN") }
}
