import Costs
import Quantities
import SupplyModel

/// The published figures of Table 2, typed in by hand: what the shipped files must say.
enum PublishedFigures {
  static func mkr(_ low: Int64, _ high: Int64) -> AmountRange {
    AmountRange(low: Money(ore: low * 100_000_000), high: Money(ore: high * 100_000_000))
  }

  /// The groups' inhabitants, each as one region and others without anybody: only sums matter.
  static func regions(
    large: Int64 = 5_674_754, mid: Int64 = 3_621_333, small: Int64 = 1_291_623
  ) -> [ReportedCosts.Region] {
    [(SizeGroup.large, 3, large), (.mid, 11, mid), (.small, 7, small)].flatMap {
      group, count, inhabitants in
      (0..<count).map {
        ReportedCosts.Region(
          code: "\(group.rawValue)\($0)", name: "", group: group,
          inhabitants: $0 == 0 ? inhabitants : 0)
      }
    }
  }

  static let groups: [SizeGroup: ReportedCosts.GroupCosts] = [
    .large: .init(oneOff: mkr(110, 120), running: mkr(250, 280)),
    .mid: .init(oneOff: mkr(370, 400), running: mkr(290, 320)),
    .small: .init(oneOff: mkr(70, 80), running: mkr(160, 170)),
  ]

  static func table(_ regions: [ReportedCosts.Region] = regions()) -> RegionalCostTable {
    RegionalCostTable(
      regions: regions, groups: groups, initialInvestment: mkr(1500, 1700),
      privateShare: PrivateShare(basisPoints: 1200))
  }
}
