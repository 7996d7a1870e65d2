/// One cell of an alias table: a coin decides between two values.
///
/// A ``DiscreteTable`` is an array of such cells, all equally likely. An engine with many tables
/// can copy their cells into one flat array and draw without the tables:
/// `cells[start + AliasCell.cellIndex(of: draw, cellBits: bits)].pick(draw: draw, cellBits: bits)`.
///
/// The upper bits of a draw choose the cell, and the rest is the coin, so both come from one draw
/// and are independent.
@frozen public struct AliasCell: Sendable, Equatable {
  /// The value is picked when the coin is below this number, and the alias otherwise.
  public let threshold: UInt64
  /// What a low coin picks.
  public let value: UInt32
  /// What a high coin picks.
  public let alias: UInt32

  /// A cell from its parts; for a coin made with the same number of cell bits.
  @inlinable
  public init(threshold: UInt64, value: UInt32, alias: UInt32) {
    self.threshold = threshold
    self.value = value
    self.alias = alias
  }

  /// The position of the cell that a draw chooses among 2 to the power `cellBits`, from 0 to 63.
  @inlinable
  public static func cellIndex(of draw: UInt64, cellBits: Int) -> Int {
    // Two shifts, since a table of one cell has no bits and one shift by 64 is not masked to 0.
    Int(truncatingIfNeeded: (draw &>> 1) &>> UInt64(truncatingIfNeeded: 63 &- cellBits))
  }

  /// What remains of a draw when the cell is chosen, moved to the upper end.
  @inlinable
  public static func coin(of draw: UInt64, cellBits: Int) -> UInt64 {
    draw &<< UInt64(truncatingIfNeeded: cellBits)
  }

  /// The value that a coin picks in this cell.
  @inlinable
  public func pick(_ coin: UInt64) -> Int {
    Int(truncatingIfNeeded: coin < threshold ? value : alias)
  }

  /// The value that a draw picks in this cell, which must be the cell that the draw chooses.
  @inlinable
  public func pick(draw: UInt64, cellBits: Int) -> Int {
    pick(Self.coin(of: draw, cellBits: cellBits))
  }
}
