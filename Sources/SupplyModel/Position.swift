/// The place of an element in one of the model's tables.
///
/// Names are looked up once, when the scenario is read; from then on everything refers to
/// everything else by position, which costs nothing to copy and cannot be misspelt. The type
/// parameter keeps a product's position from being used for a location.
///
/// Kept in 32 bits, since a large model has millions of them; no table has more rows than that.
public struct Position<Element>: Sendable, Hashable, Comparable {
  @usableFromInline let row: Int32

  /// The index in the model's array of `Element`. [1]
  @inlinable public var index: Int { Int(row) }

  /// A position; the caller knows that the table has it.
  @inlinable
  public init(_ index: Int) {
    row = Int32(index)
  }

  /// Order in the table.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.row < right.row }
}

extension Array {
  /// The element at a position of this table.
  @inlinable
  public subscript(position: Position<Element>) -> Element { self[position.index] }

  /// All positions of this table, in order.
  @inlinable
  public var positions: [Position<Element>] { indices.map { Position<Element>($0) } }
}
