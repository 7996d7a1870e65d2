import Costs
import Quantities
import SupplyModel
import Testing

@Suite("Regions that have not answered")
struct MissingRegionsTests {
  private static func region(
    _ code: String, _ group: SizeGroup, _ inhabitants: Int64
  ) -> ReportedCosts.Region {
    ReportedCosts.Region(code: code, name: code, group: group, inhabitants: inhabitants)
  }

  private static func costs(_ kronor: Int64) -> ReportedCosts.GroupCosts {
    ReportedCosts.GroupCosts(
      oneOff: AmountRange(low: Money(ore: kronor * 100), high: Money(ore: kronor * 200)),
      running: AmountRange(low: Money(ore: kronor * 10), high: Money(ore: kronor * 20)))
  }

  private static let regions = [
    region("a", .mid, 300), region("b", .mid, 400), region("c", .mid, 340),
    region("d", .small, 100), region("e", .small, 339), region("f", .mid, 350),
  ]

  @Test("Each counts with the cost of the region of its group that is nearest in size")
  func nearest() throws {
    let filled = try #require(
      MissingRegions.filled(
        Self.regions,
        ["a": Self.costs(3), "b": Self.costs(4), "d": Self.costs(1)]))
    #expect(filled.map(\.region.code) == ["a", "b", "c", "d", "e", "f"])
    // c is nearer to a (40) than to b (60); e, of 339, takes d's: a is of another group. f is as
    // near to a as to b: the smaller code.
    #expect(filled.map(\.source.code) == ["a", "b", "a", "d", "d", "a"])
    let totals = MissingRegions.totals(of: filled)
    #expect(totals[.mid] == Self.costs(3 + 4 + 3 + 3))
    #expect(totals[.small] == Self.costs(2))
    #expect(totals[.large] == nil)
  }

  @Test("A group in which nobody has answered cannot be filled")
  func nobody() {
    #expect(MissingRegions.filled(Self.regions, ["a": Self.costs(3)]) == nil)
  }
}
