import Quantities
import RandomStreams
import Reports
import SupplyModel
import Testing

@Suite("Summary of a run")
struct RunSummaryTests {
  private static func summary(
    _ content: SupplyModel.Content, policies: [Int]? = nil, replications: Range<Int>? = nil
  ) throws -> RunSummary {
    let (result, model) = try TinyScenario.result(
      of: content, policies: policies, replications: replications)
    return RunSummary(of: result, model: model, version: "0.3.0")
  }

  /// The text with its line breaks taken for blanks.
  private static func flat(_ summary: RunSummary) -> String {
    summary.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func changed(
    replications: Int = 3, _ change: (inout SupplyModel.Content) -> Void
  ) -> SupplyModel.Content {
    var content = TinyScenario.content(replications: replications)
    change(&content)
    return content
  }

  @Test("Says the answer first, then its reasons and limits")
  func verbatim() throws {
    let text = try Self.summary(TinyScenario.content()).text
    #expect(text == Self.expected)
  }

  @Test("Keeps to 120 columns, without blanks at the end, NaN or a negative nothing")
  func properties() throws {
    let subsets: [[Int]?] = [nil, [0], [1, 2]]
    for (index, content) in Self.variants.enumerated() {
      for policies in index == 0 ? subsets : [nil] {
        let summary = try Self.summary(content, policies: policies, replications: 0..<2)
        for line in summary.lines {
          #expect(line.count <= 120, "\(line)")
          #expect(line.last != " ")
          let lower = line.lowercased()
          #expect(!lower.contains("nan") && !lower.contains("inf)"), "\(line)")
          for word in line.split(whereSeparator: { " ();:".contains($0) }) {
            let digits = word.drop { $0 == "-" || $0 == "−" }
            let isNegativeNothing =
              digits.count < word.count && digits.allSatisfy { "0.".contains($0) }
            #expect(!isNegativeNothing || digits.isEmpty, "\(line)")
          }
        }
        #expect(summary.text == summary.lines.joined(separator: "\n") + "\n")
        #expect(summary.lines.first?.isEmpty == false && summary.lines.last?.isEmpty == false)
      }
    }
  }

  private static var variants: [SupplyModel.Content] {
    [
      TinyScenario.content(),
      changed { $0.costs = nil },
      changed { content in
        for place in content.products.indices { content.products[place].unitPrice = .zero }
      },
      changed { $0.regions[0].population = nil },
      changed { $0.experiment.start = .given(remainingLife: .days(.constant(300))) },
      changed { $0.shortages = [] },
      changed { content in
        content.title = String(repeating: "A long title of many words ", count: 12) + "\u{1B}[31m"
        for place in content.policies.indices {
          content.policies[place].name = "p\(place)-" + String(repeating: "x", count: 150)
        }
      },
      changed { content in
        content.products.removeLast(2)
        content.consumption.removeAll { $0.product != Position(0) }
      },
      changed { content in
        for place in content.products.indices {
          content.products[place].unitPrice = Money(ore: 1_000_000_000_000)
        }
      },
    ]
  }

  @Test("Leaves out columns that the scenario has no figures for")
  func absentColumns() throws {
    let free = try Self.summary(Self.changed { $0.costs = nil }).text
    #expect(free.contains("stock value") && !free.contains("pallet") && !free.contains("cost"))
    let unpriced = Self.changed { content in
      for place in content.products.indices { content.products[place].unitPrice = .zero }
      content.costs = nil
    }
    #expect(!(try Self.summary(unpriced).text.contains("SEK")))
    let uncounted = try Self.summary(Self.changed { $0.regions[0].population = nil }).text
    #expect(!uncounted.contains("inhabitant") && uncounted.contains("cost above today"))
  }

  @Test("Compares nothing where there is nothing to compare")
  func alone() throws {
    let one = try Self.summary(Self.changed { _ in }, policies: [0]).text
    #expect(one.contains("running cost") && !one.contains("above") && !one.contains("removes"))
    let without = try Self.summary(Self.changed { _ in }, policies: [1, 2]).text
    #expect(without.contains("The baseline was not run, so no policy is compared with it."))
    #expect(without.contains("From one-month to three-months: "))
  }

  @Test("Shows units of a single product, and never adds units of several")
  func units() throws {
    let single = try Self.summary(
      Self.changed { content in
        content.products.removeLast(2)
        content.consumption.removeAll { $0.product != Position(0) }
      })
    #expect(single.text.contains("units in all"))
    #expect(!(try Self.summary(Self.changed { _ in }).text.contains("units in all")))
  }

  @Test("Sees no difference where a policy is the baseline by another name")
  func noDifference() throws {
    let same = try Self.summary(Self.changed { $0.policies[1].rules = $0.policies[0].rules })
    #expect(
      Self.flat(same).contains(
        "One-month: the same unmet demand as today. Discard the same, average stock value the same, pallet "
          + "places the same and running cost the same."))
    let similar = try Self.summary(
      Self.changed { content in
        content.policies[1].rules = content.policies[0].rules
        content.policies[1].rules[0].operating = .days(15)
      })
    #expect(
      Self.flat(similar).contains(
        "One-month: no difference in unmet demand can be seen against today (it removes −"))
    #expect(Self.flat(similar).contains("without a visible difference (−"))
  }

  @Test("Says that unmet demand grows where it does")
  func worse() throws {
    let text = try Self.summary(
      Self.changed(replications: 8) { $0.experiment.baseline = Position(2) }
    ).text
    #expect(text.contains("Today adds "))
    #expect(text.contains(" to three-months's unmet demand."))
    #expect(text.contains("kSEK"))
    #expect(text.contains(" less, pallet places "))
  }

  @Test("Has no intervals after a single replication, and says so")
  func singleReplication() throws {
    let text = try Self.summary(Self.changed { _ in }, replications: 4..<5).text
    #expect(text.contains("1 replication ·"))
    #expect(text.contains("One replication says nothing about chance: there are no intervals."))
    #expect(!text.contains("95 %"))
  }

  @Test("Says on which phases the figures are conditional, and what lies outside")
  func phases() throws {
    func text(days: Range<Int>) throws -> String {
      let phase = Phase(
        name: "war", firstDay: days.lowerBound, lengthDays: days.count, rampUpDays: 0,
        rampDownDays: 0, demandMultipliers: [1, 4], supplyBasisPoints: 10_000,
        leadTimeMultiplier: 1)
      return Self.flat(try Self.summary(Self.changed(replications: 2) { $0.timeline = [phase] }))
    }
    #expect(try text(days: 100..<190).contains("war (2027-04-11 to 2027-07-09, 90 days)"))
    #expect(try text(days: 100..<190).contains("neither peace nor crisis alone"))
    #expect(try text(days: 0..<400).contains("(2027-01-01 to 2027-12-31, 365 days)"))
    #expect(try text(days: 0..<400).contains("no day lies outside"))
    #expect(try text(days: 0..<400).contains("the rate of this period, not a long-run rate"))
  }

  @Test("Says when discard per year is not a long-run rate")
  func longRun() throws {
    let given = Self.changed { $0.experiment.start = .given(remainingLife: .days(.constant(300))) }
    #expect(try Self.summary(given).text.contains("discard per year is not a long-run rate"))
    let short = Self.flat(try Self.summary(Self.changed { _ in }))
    #expect(
      short.contains(
        "remaining life at receipt of 1 of 3 products: discard per year is the long-run rate"))
    let long = try Self.summary(Self.changed { $0.experiment.horizonDays = 900 }).text
    #expect(!long.contains("remaining life at receipt"))
  }
}
