/// A stretch of a source text, from one byte offset up to but not including another.
///
/// Two ranges are equal when the texts have the same name and the offsets agree: a file that is
/// read twice has the same places.
public struct SourceRange: Sendable, Hashable {
  /// The text that the offsets count in.
  public let source: SourceText
  private let first: UInt32
  private let last: UInt32

  /// A range from its offsets; `end` before `start` makes it empty. [bytes]
  ///
  /// Offsets below 0 or above 4 GiB are moved to the nearest that can be kept; no reader
  /// accepts a text as long as that.
  public init(source: SourceText, start: Int, end: Int) {
    self.source = source
    self.first = UInt32(clamping: start)
    self.last = UInt32(clamping: max(start, end))
  }

  /// Where the range starts. [bytes]
  public var start: Int { Int(first) }

  /// Where the range ends: the offset after its last byte. [bytes]
  public var end: Int { Int(last) }

  /// The text inside the range.
  public var text: String { source.text(from: start, to: end) }

  /// Whether both name the same stretch of a text with the same name.
  public static func == (left: SourceRange, right: SourceRange) -> Bool {
    left.first == right.first && left.last == right.last && left.source.name == right.source.name
  }

  /// Feeds what `==` compares to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source.name)
    hasher.combine(first)
    hasher.combine(last)
  }
}

extension SourceText {
  /// The range of this text between two offsets. [bytes]
  public func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(source: self, start: start, end: end)
  }
}
