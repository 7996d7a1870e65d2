import Quantities

/// A JSON value, with the keys of objects in the order in which they are to be read.
public enum JSONValue: Sendable {
  /// Named values in order; names should differ.
  case object([(name: String, value: JSONValue)])
  /// Values in order.
  case array([JSONValue])
  /// Text.
  case string(String)
  /// A whole number, written exactly.
  case integer(Int128)
  /// A number, written with ten significant digits; `null` if it is not finite.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// No value.
  case null

  /// A whole number of any width up to 128 bits.
  public static func whole(_ number: some BinaryInteger) -> JSONValue { .integer(Int128(number)) }
}

/// JSON for people and programs: indented by two spaces, the same bytes for the same value.
public enum JSONText {
  /// The value as text, ended by a line feed.
  public static func text(of value: JSONValue) -> String {
    var bytes: [UInt8] = []
    append(value, indent: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ value: JSONValue, indent: Int, to bytes: inout [UInt8]) {
    switch value {
    case .object(let members):
      appendList(members, "{", "}", indent, to: &bytes) { member, bytes in
        appendQuoted(member.name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        append(member.value, indent: indent + 2, to: &bytes)
      }
    case .array(let elements):
      appendList(elements, "[", "]", indent, to: &bytes) { element, bytes in
        append(element, indent: indent + 2, to: &bytes)
      }
    case .string(let text): appendQuoted(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .number(let number):
      bytes.append(contentsOf: (number.isFinite ? FixedPointText.text(number) : "null").utf8)
    case .boolean(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }

  private static func appendList<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ indent: Int, to bytes: inout [UInt8],
    _ appendElement: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendLine(indent + 2, to: &bytes)
      appendElement(element, &bytes)
    }
    if !elements.isEmpty { appendLine(indent, to: &bytes) }
    bytes.append(contentsOf: close.utf8)
  }

  private static func appendLine(_ indent: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  /// Writes a string with the escapes that RFC 8259, section 7, demands.
  static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
