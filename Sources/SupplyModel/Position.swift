/// The place of an element in one of the model's tables.
///
/// Names are looked up once, when the scenario is read; from then on everything refers to
/// everything else by position, which costs nothing to copy and cannot be misspelt. The type
/// parameter keeps a product's position from being used for a location.
public struct Position<Element>: Sendable, Hashable, Comparable {
  /// The index in the model's array of `Element`. [1]
  public let index: Int

  /// A position; the caller knows that the table has it.
  public init(_ index: Int) {
    self.index = index
  }

  /// Order in the table.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

extension Array {
  /// The element at a position of this table.
  public subscript(position: Position<Element>) -> Element { self[position.index] }

  /// All positions of this table, in order.
  public var positions: [Position<Element>] { indices.map { Position<Element>($0) } }
}
