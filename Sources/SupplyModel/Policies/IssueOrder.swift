/// Which lot is issued first.
public enum IssueOrder: Sendable, Hashable {
  /// The lot that expires first.
  case fefo
  /// The lot that was received first; of one day's receipts the one that expires first.
  case fifo
  /// The lot that was received last; of one day's receipts the one that expires last.
  case lifo
  /// First expired first out, except for a share of picks that ignore expiry: they take any unit with
  /// the same probability. A pick takes up to one pack. [ten-thousandths]
  case mixed(ignoringExpiryBasisPoints: Int64)
}
