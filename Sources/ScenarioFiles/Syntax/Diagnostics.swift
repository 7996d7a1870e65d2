/// The diagnostics of one reading, gathered so that the user sees all of them at once.
public struct Diagnostics: Sendable {
  private var gathered: [Diagnostic] = []

  /// A collection with nothing in it.
  public init() {}

  /// Adds one; repeating it does no harm.
  public mutating func add(_ diagnostic: Diagnostic) {
    gathered.append(diagnostic)
  }

  /// Adds all of `others`.
  public mutating func add(contentsOf others: Diagnostics) {
    gathered.append(contentsOf: others.gathered)
  }

  /// Whether nothing was reported.
  public var isEmpty: Bool { gathered.isEmpty }

  /// Whether something was reported that makes the input unusable.
  public var hasErrors: Bool { gathered.contains { $0.severity == .error } }

  /// How many were added, repetitions included. [1]
  public var count: Int { gathered.count }

  /// Each diagnostic once: those in files by file name and offset, then those with another
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
