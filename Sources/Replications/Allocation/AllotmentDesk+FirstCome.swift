extension AllotmentDesk {
  /// First come, first served: each claim
  ///
  /// - gets what it asks for, or what is left, in whole packs;
  /// - is passed over if not even one pack is left, and the next may still be served.
  ///
  /// Returns what is left. [units]
  mutating func firstCome(
    _ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64
  ) -> Int64 {
    clear(&claims, places, available: available)
    return grantInOrder(&claims, places, available: available)
  }
}
