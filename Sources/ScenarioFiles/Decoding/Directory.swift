import SupplyModel

/// The elements of one table of the model by id, with the places where they are written.
///
/// Elements are kept in order of id, whatever the order of rows and keys in the files, so that
/// this order changes no byte of the results.
struct Directory<Element: Sendable> {
  /// What an element is called in messages: `product`.
  let noun: String
  /// The elements in order of id.
  private(set) var elements: [Element] = []
  /// Where each is written.
  private(set) var ranges: [SourceRange] = []
  private(set) var ids: [String] = []
  private var positions: [String: Int] = [:]
  /// Whether all rows could be read; if not, a missing name may be one of the unread.
  var isComplete = true

  /// A directory from entries in any order; reports ids that occur twice.
  init(
    _ noun: String, _ entries: [(id: String, element: Element, range: SourceRange, path: String)],
    isComplete: Bool, in decoding: Decoding
  ) {
    self.noun = noun
    self.isComplete = isComplete
    var first: [String: SourceRange] = [:]
    var unique: [(id: String, element: Element, range: SourceRange)] = []
    for entry in entries {
      if let earlier = first[entry.id] {
        decoding.report(
          entry.range, entry.path, "repeats the id \(TerminalText.quoted(entry.id))",
          allowed: "an id that no other \(noun) has",
          remedy: "the first is at \(earlier.source.name):"
            + "\(earlier.source.position(of: earlier.start).line)")
      } else {
        first[entry.id] = entry.range
        unique.append((entry.id, entry.element, entry.range))
      }
    }
    unique.sort { $0.id.unicodeScalars.lexicographicallyPrecedes($1.id.unicodeScalars) }
    elements = unique.map(\.element)
    ranges = unique.map(\.range)
    ids = unique.map(\.id)
    for (index, id) in ids.enumerated() { positions[id] = index }
  }

  /// The position of an id; `nil` if there is none.
  func position(_ id: String) -> Position<Element>? { positions[id].map { Position($0) } }

  /// The position of an id; reports it if there is none and the table is complete.
  func resolve(
    _ id: String, at range: SourceRange, _ path: String, in decoding: Decoding
  ) -> Position<Element>? {
    if let position = position(id) { return position }
    guard isComplete else { return nil }
    decoding.report(
      range, path, "names the unknown \(noun) \(TerminalText.quoted(id))",
      allowed: (1...12).contains(ids.count)
        ? TerminalText.oneOf(ids)
        : "the id of \("aeiou".contains(noun.prefix(1)) ? "an" : "a") \(noun)",
      remedy: decoding.didYouMean(id, among: ids))
    return nil
  }

  /// The same elements in the same order, made into others.
  func mapped<Other: Sendable>(_ transform: (Element) -> Other) -> Directory<Other> {
    Directory<Other>(
      noun: noun, elements: elements.map(transform), ranges: ranges, ids: ids,
      positions: positions, isComplete: isComplete)
  }

  /// A directory that could not be read at all: any name may be in it.
  static func unreadable(_ noun: String) -> Directory {
    Directory(noun: noun, elements: [], ranges: [], ids: [], positions: [:], isComplete: false)
  }

  /// A directory of one element that the scenario does not name.
  init(_ noun: String, only element: Element, id: String) {
    self.init(
      noun: noun, elements: [element], ranges: [], ids: [id], positions: [id: 0], isComplete: true)
  }

  private init(
    noun: String, elements: [Element], ranges: [SourceRange], ids: [String],
    positions: [String: Int], isComplete: Bool
  ) {
    self.noun = noun
    self.elements = elements
    self.ranges = ranges
    self.ids = ids
    self.positions = positions
    self.isComplete = isComplete
  }
}
