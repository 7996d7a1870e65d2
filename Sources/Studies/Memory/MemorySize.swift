/// Amounts of memory as people write and read them.
public enum MemorySize {
  private static let units: [(names: [String], bytes: Double)] = [
    (["TiB", "TB"], 0x1p40), (["GiB", "GB"], 0x1p30), (["MiB", "MB"], 0x1p20),
    (["KiB", "kB", "KB"], 0x1p10), (["bytes", "byte"], 1),
  ]

  /// A size such as `2 GiB`, `1.5GiB` or `800 MB`, above 0; `nil` for anything else. A kilobyte has
  /// 1,024 bytes, whatever it is called. [bytes]
  public static func bytes(of text: String) -> Double? {
    for unit in units {
      guard let name = unit.names.first(where: { text.hasSuffix($0) }) else { continue }
      var digits = text.dropLast(name.count)
      while digits.last == " " { digits = digits.dropLast() }
      guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
        let number = Double(digits), number > 0
      else { return nil }
      return number * unit.bytes
    }
    return nil
  }

  /// A size in two or three digits: `120 MiB`, `1.9 GiB`.
  public static func text(_ bytes: Double) -> String {
    guard bytes < 1000 * 0x1p40 else { return "more than 1000 TiB" }
    let unit = units.dropLast().first { bytes >= 0.9995 * $0.bytes } ?? units[3]
    let number = bytes / unit.bytes
    if number >= 9.95 { return "\(Int(number.rounded())) \(unit.names[0])" }
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit.names[0])"
  }
}
