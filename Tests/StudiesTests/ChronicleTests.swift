import Estimators
import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("What is followed over time")
struct ChronicleTests {
  @Test("Years have 365 days, quarters add up to them, the last is cut short")
  func discardPeriods() {
    let periods = DiscardPeriods(horizonTicks: 500, ticksPerDay: 1)
    #expect(periods.edges == [0, 91, 182, 273, 365, 456, 500])
    #expect(periods.years == [0..<4, 4..<6])
    #expect(periods.days(of: 0..<4) == 0..<365 && periods.days(of: 4..<6) == 365..<500)
    let hourly = DiscardPeriods(horizonTicks: 92 * 24, ticksPerDay: 24)
    #expect(hourly.edges == [0, 91 * 24, 92 * 24] && hourly.days(of: 1..<2) == 91..<92)
    #expect(DiscardPeriods.none.quarterCount == 0)
  }

  @Test("A selected value is the one that sorting would put there")
  func selection() {
    var stream = StreamKey(seed: 5, source: 0, replication: 0, product: 0, location: 0, purpose: 0)
      .stream()
    for count in [1, 2, 3, 10, 57] {
      for spread in [1, 3, 1_000] as [UInt64] {
        var row = (0..<count + 4).map { _ in Int64(stream.nextBelow(spread)) }
        let part = Array(row[2..<2 + count])
        for place in 0..<count {
          let found = Selection.value(at: place, in: &row, from: 2, count: count)
          #expect(found == part.sorted()[place])
          #expect(row[2..<2 + count].sorted() == part.sorted())
        }
      }
    }
    #expect([1, 2, 10, 11, 121].map { CoverRank.median.place(among: $0) } == [0, 0, 4, 5, 60])
    #expect(
      [1, 9, 10, 11, 121].map { CoverRank.lowestTenth.place(among: $0) } == [0, 0, 0, 1, 12])
  }

  /// Two products, war from day 20 to 39 of 60 with three times the demand.
  private static func war(_ change: (inout Phase) -> Void = { _ in }) throws -> SupplyModel {
    var content = try TwoProducts.content()
    var phase = Phase(
      name: "war", firstDay: 20, lengthDays: 20, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: [3, 3], supplyBasisPoints: 2_000, leadTimeMultiplier: 1)
    change(&phase)
    content.timeline = [phase]
    return try SupplyModel(content)
  }

  private static func mean(
    _ phases: [PhaseEstimate], _ period: PhaseEstimate.Period, _ measure: String,
    policy: Int = 0, key: String = "all"
  ) -> Double? {
    phases.first {
      $0.period == period && $0.measure == measure && $0.policy == policy && $0.group.key == key
    }?.mean
  }

  @Test("Before, during and after add up to the horizon, on any number of cores")
  func periods() throws {
    let study = Study(CompiledModel(try Self.war()))
    let result = try study.run(jobs: 1)
    let phases = result.phases
    let parts: [PhaseEstimate.Period] = [.before, .during("war"), .after]
    for policy in 0...1 {
      for measure in ["stockoutDays", "discardedSEK"] {
        let sum = parts.reduce(0) { $0 + (Self.mean(phases, $1, measure, policy: policy) ?? .nan) }
        let whole = result.estimate(policy: policy, level: .all, key: "all", measure: measure)?.mean
        #expect(abs(sum - (whole ?? .nan)) < 1e-9 && sum > 0, "\(measure)")
      }
    }
    #expect(parts.map { Self.mean(phases, $0, "days") } == [20, 20, 20])
    let unmet = parts.compactMap { Self.mean(phases, $0, "unmetFraction") }
    #expect(unmet.count == 3 && unmet[1] > 2 * unmet[0], "war should be worse than peace: \(unmet)")
    #expect(
      Self.mean(phases, .during("war"), "unmetDays").map { abs($0 - 20 * unmet[1]) < 1e-5 } == true)
    let shared = try study.run(jobs: 3).phases
    #expect(shared.map(\.mean) == phases.map(\.mean))
    #expect(shared.map(\.difference) == phases.map(\.difference))
    let difference = try #require(
      phases.first {
        $0.policy == 1 && $0.period == .during("war") && $0.measure == "unmetFraction"
      })
    let baseline = try #require(Self.mean(phases, .during("war"), "unmetFraction"))
    #expect(abs((difference.difference ?? .nan) - (difference.mean - baseline)) < 1e-9)
    #expect(difference.differenceInterval != nil)
  }

  @Test("What happens day by day is the same whether it is told apart or not")
  func sameResults() throws {
    let model = try Self.war()
    let wanted = Study.Wanted(level: .all, key: "all", measure: "stockoutDays")
    let alone = try Study(CompiledModel(model), keeping: .only([wanted])).run(jobs: 1)
    let told = try Study(CompiledModel(model)).run(jobs: 1)
    for (one, other) in zip(alone.estimates(policy: 1), told.estimates(policy: 1)) {
      #expect(one.mean == other.mean && one.measure.name == other.measure.name)
    }
    #expect(alone.phases.isEmpty && alone.discards.isEmpty && alone.calendar.isEmpty)
  }

  @Test("A phase that fills the horizon is all there is; one that never comes is not told")
  func wholeHorizon() throws {
    let model = try Self.war { ($0.firstDay, $0.lengthDays) = (-5, 100) }
    let result = try Study(CompiledModel(model)).run(jobs: 2)
    #expect(Set(result.phases.map(\.period)) == [.during("war")])
    let whole = result.estimate(policy: 0, level: .all, key: "all", measure: "unmetFraction")?.mean
    let told = Self.mean(result.phases, .during("war"), "unmetFraction")
    #expect(abs((told ?? .nan) - (whole ?? .nan)) < 1e-9)
    let never = try Self.war {
      $0.timing = PhaseTiming(begin: .day(20), length: .constant(20), probabilityBasisPoints: 0)
    }
    let peace = try Study(CompiledModel(never)).run(jobs: 1)
    #expect(Set(peace.phases.map(\.period)) == [.before])
    #expect(peace.calendar.filter { $0.kind == .phase }.allSatisfy { $0.mean == 0 })
  }

  @Test("A day of several phases belongs to the one that began last")
  func overlap() {
    let windows = [
      PhaseWindow(firstDay: 10, endDay: 40), PhaseWindow(firstDay: 20, endDay: 30),
      PhaseWindow(firstDay: 60, endDay: 60), PhaseWindow(firstDay: 50, endDay: 90),
    ]
    let calendar = PeriodCalendar(windows: windows, horizonDays: 80)
    #expect(
      calendar.stretches.map { [$0.firstDay, $0.endDay, $0.period] }
        == [[0, 10, 0], [10, 20, 1], [20, 30, 2], [30, 40, 1], [40, 50, 5], [50, 80, 4]])
    #expect((0...5).map(calendar.days) == [10, 20, 10, 0, 30, 10])
    let together = [PhaseWindow(firstDay: 0, endDay: 9), PhaseWindow(firstDay: 0, endDay: 9)]
    #expect(PeriodCalendar(windows: together, horizonDays: 9).stretches.map(\.period) == [2])
    #expect(PeriodCalendar(windows: [], horizonDays: 9).stretches.map(\.period) == [0])
  }

  @Test(
    "Discard by quarter adds up to years, and years to the horizon, after a warm-up too",
    arguments: [false, true])
  func discards(afterWarmUp: Bool) throws {
    var content = try TwoProducts.content(horizonDays: 500)
    if afterWarmUp { content.experiment.start = .rotated(warmUpDays: 100) }
    let study = Study(CompiledModel(try SupplyModel(content)))
    let result = try study.run(jobs: 1)
    for policy in 0...1 {
      let rows = result.discards.filter { $0.policy == policy }
      let years = rows.filter { $0.period == .year }
      let quarters = rows.filter { $0.period == .quarter }
      #expect(years.map(\.number) == [1, 2] && quarters.map(\.number) == Array(1...6))
      let sums = [quarters[..<4], quarters[4...]].map { $0.reduce(0) { $0 + $1.mean } }
      #expect(abs(sums[0] - years[0].mean) < 1e-9 && abs(sums[1] - years[1].mean) < 1e-9)
      let whole = result.estimate(policy: policy, level: .all, key: "all", measure: "discardedSEK")
      #expect(abs(years.reduce(0) { $0 + $1.mean } - (whole?.mean ?? .nan)) < 1e-9)
      #expect(policy == 0 || (years[0].mean > 0 && years[1].mean > 0 && years[0].interval != nil))
    }
    #expect(try study.run(jobs: 3).discards.map(\.mean) == result.discards.map(\.mean))
  }

  /// What is there at the start can serve for as many days and leaves on the morning after; the second
  /// quarter begins on day 91, the second year on day 365.
  @Test("What expires on the first day of a quarter is of that quarter", arguments: [91, 365])
  func firstDayOfQuarter(edge: Int) throws {
    for (remainingLife, isAfterEdge) in [(edge - 1, false), (edge, true)] {
      var content = try TwoProducts.content(horizonDays: edge + 30)
      content.experiment.start = .given(remainingLife: .days(.constant(Double(remainingLife))))
      content.suppliers[0].remainingLife = .days(.constant(4_000))
      content.policies[0].rules[0].operating = .days(2 * edge)
      let result = try Study(CompiledModel(try SupplyModel(content))).run(jobs: 1)
      for period in DiscardEstimate.Period.allCases {
        let rows = result.discards.filter { $0.policy == 0 && $0.period == period }
        // A quarter within a year divides no year.
        guard rows.contains(where: { $0.days.lowerBound == edge }) else { continue }
        let found = rows.filter { $0.mean > 0 }.map(\.days)
        #expect(found.map { isAfterEdge ? $0.lowerBound : $0.upperBound } == [edge])
      }
    }
  }

  @Test("Cover is stock at all locations ÷ what all care units normally use a day")
  func cover() throws {
    let model = try SupplyModel(try TwoProducts.content())
    let compiled = CompiledModel(model, products: [Position(0)])
    let timeline = try Study(compiled).run(jobs: 1).timeline
    let stock = timeline.filter { $0.measure == "stock" }
    let cover = timeline.filter { $0.measure == "coverDays" }
    #expect(
      stock.count == cover.count && !timeline.contains { $0.measure == "coverDaysLowestTenth" })
    for (units, days) in zip(stock, cover) {
      // Wards use 2 and 1.5 units a day; a thousandth of a day is rounded.
      #expect(abs(units.mean / 3.5 - days.mean) < 6e-4 && units.day == days.day)
    }
    // Of two products both ranks are that of the lower cover.
    let both = try Study(CompiledModel(model)).run(jobs: 3).timeline
    let other = try Study(CompiledModel(model, products: [Position(1)])).run(jobs: 1).timeline
      .filter { $0.measure == "coverDays" }
    for measure in ["coverDays", "coverDaysLowestTenth"] {
      let rows = both.filter { $0.measure == measure }
      #expect(rows.count == cover.count)
      for (row, (one, two)) in zip(rows, zip(cover, other)) {
        #expect(row.mean <= min(one.mean, two.mean) + 1e-9)
      }
    }
  }

  @Test("Shortages are counted as the worker draws them, whatever the policy")
  func shortages() throws {
    let model = try SupplyModel(try TwoProducts.content())
    let compiled = CompiledModel(model)
    let study = Study(compiled)
    let calendar = try study.run(jobs: 2).calendar
    var worker = ReplicationWorker(compiled)
    var seen = 0
    for (point, day) in study.timelinePoints.days.enumerated() {
      var count = 0
      for replication in study.replications {
        for product in compiled.products.indices {
          worker.begin(product: product, replication: replication)
          if worker.shortage(on: day).isUnderWay { count += 1 }
        }
      }
      seen += count
      let row = try #require(calendar.filter { $0.kind == .shortage }.dropFirst(point).first)
      #expect(row.day == day)
      #expect(abs(row.mean - Double(count) / Double(2 * study.replications.count)) < 1e-12)
    }
    #expect(seen > 0, "the test should see shortages")
    #expect(!calendar.contains { $0.kind == .knownShortage }, "nothing is announced")
    var content = model.content
    content.shortages[0].announcement = .init(
      shareBasisPoints: 10_000, notice: .constant(10))
    let announced = try Study(CompiledModel(try SupplyModel(content))).run(jobs: 1).calendar
    let known = announced.filter { $0.kind == .knownShortage }
    #expect(known.count == study.timelinePoints.days.count)
    #expect(zip(known, announced).allSatisfy { $0.mean >= $1.mean })
    #expect(zip(known, announced).contains { $0.mean > $1.mean })
  }
}
