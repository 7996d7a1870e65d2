import Quantities

/// Text that says one thing in one way: fields parted by spaces, names quoted, a line per record.
struct CanonicalText {
  private(set) var bytes: [UInt8] = []
  private var isAtLineStart = true

  /// A word of the program's own: a tag, a case of an enumeration.
  mutating func word(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// A name out of the scenario, quoted so that no name can look like something else.
  mutating func name(_ text: String) {
    separate()
    JSONText.appendQuoted(text, to: &bytes)
  }

  /// A name as `name` writes it.
  static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.appendQuoted(text, to: &bytes)
    return bytes
  }

  /// Fields that have been written before.
  mutating func field(_ written: [UInt8]) {
    separate()
    bytes.append(contentsOf: written)
  }

  /// Leaves out what was written so far, which has been taken; between records only.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// A whole number.
  mutating func whole(_ number: some BinaryInteger) { word("\(number)") }

  /// A whole number that may be missing.
  mutating func whole(_ number: (some BinaryInteger)?) {
    if let number { whole(number) } else { word("none") }
  }

  /// A number with all its digits.
  mutating func number(_ number: Double) {
    word(number.isFinite ? FixedPointText.text(number, significantDigits: 17) : "\(number)")
  }

  /// Names whose order means nothing, sorted and each once; `nil` stands for no condition.
  mutating func names(_ tag: String, _ list: [String]?) {
    word(tag)
    guard let list else { return word("any") }
    word("of")
    var last: String?
    for text in list.sorted() where text != last {
      name(text)
      last = text
    }
  }

  /// Ends the record.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isAtLineStart = true
  }

  private mutating func separate() {
    if !isAtLineStart { bytes.append(UInt8(ascii: " ")) }
    isAtLineStart = false
  }
}

extension CanonicalText {
  /// A value of an enumeration with parameters, such as a distribution: the case's name, then each
  /// parameter with its label.
  ///
  /// Found by reflection, because distributions belong to a target that reports do not see. A new
  /// family needs no line here.
  mutating func parameters(of value: Any) {
    switch value {
    case let number as Double: return self.number(number)
    case let number as Int: return whole(number)
    case let number as Int64: return whole(number)
    default: break
    }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return word("\(value)") }
    for child in mirror.children {
      // A parameter without a label is reflected as `.0`; its case has been named already.
      if let label = child.label, !label.hasPrefix(".") { word(label) }
      parameters(of: child.value)
    }
  }
}
