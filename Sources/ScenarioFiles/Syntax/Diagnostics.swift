/// The diagnostics of one reading, gathered so that the user sees all of them at once.
///
/// The first 2 000 are kept and the rest only counted: a megabyte of mistakes must not become a gigabyte
/// of messages, of which fifty are shown.
public struct Diagnostics: Sendable {
  private var gathered: [Diagnostic] = []
  /// How many were added that are not kept. [1]
  private(set) var notKept = 0
  /// How many are kept. [1]
  static let mostKept = 2_000

  /// A collection with nothing in it.
  public init() {}

  /// Whether those that are added now are only counted.
  var isFull: Bool { gathered.count >= Self.mostKept }

  /// Counts an error that nobody will see.
  mutating func countError() {
    hasErrors = true
    notKept += 1
  }

  /// Adds one; repeating it does no harm.
  public mutating func add(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { hasErrors = true }
    guard !isFull else {
      notKept += 1
      return
    }
    gathered.append(diagnostic)
  }

  /// Adds all of `others`.
  public mutating func add(contentsOf others: Diagnostics) {
    for diagnostic in others.gathered { add(diagnostic) }
    notKept += others.notKept
    hasErrors = hasErrors || others.hasErrors
  }

  /// Whether nothing was reported.
  public var isEmpty: Bool { gathered.isEmpty }

  /// Whether something was reported that makes the input unusable.
  public private(set) var hasErrors = false

  /// How many were added, repetitions and those not kept included. [1]
  public var count: Int { gathered.count + notKept }

  /// How many errors there are, in words: `1 error`, `more than 2000 errors`.
  public var errorCount: String {
    let count = sorted.count { $0.severity == .error }
    return (notKept > 0 ? "more than " : "") + (count == 1 ? "1 error" : "\(count) errors")
  }

  /// Each diagnostic that is kept once: those in files by file name and offset, then those with another
  /// origin by its name, then those without a place; equals in the order they were added.
  public var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let distinct = gathered.filter { seen.insert($0).inserted }
    let keyed = distinct.enumerated().map { (key: Key($0.element, order: $0.offset), $0.element) }
    return keyed.sorted { $0.key < $1.key }.map { $0.1 }
  }

  /// What decides the order of two diagnostics, from the most to the least important.
  private struct Key: Comparable {
    let kind: Int
    let name: String
    let offset: Int
    let order: Int

    init(_ diagnostic: Diagnostic, order: Int) {
      self.order = order
      switch diagnostic.place {
      case .source(let range):
        (kind, name, offset) = (0, range.source.name, range.start)
      case .origin(let origin):
        (kind, name, offset) = (1, origin, 0)
      case nil:
        (kind, name, offset) = (2, "", 0)
      }
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.kind, left.name, left.offset, left.order)
        < (right.kind, right.name, right.offset, right.order)
    }
  }
}
