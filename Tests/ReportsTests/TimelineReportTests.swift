import Quantities
import RandomStreams
import Replications
import Studies
import SupplyModel
import Testing

@testable import Reports

/// Demand is constant and every lot and lead time known, so that each sentence follows by hand.
@Suite("What reports say of phases")
struct TimelineReportTests {
  /// Gauze at two wards, 2 and 1 units a day; wards aim at 7 days, the store at 14.
  private func content(_ phases: [Phase], horizon: Int = 60) -> SupplyModel.Content {
    var content = TinyScenario.content(horizonDays: horizon, replications: 2)
    content.experiment.startDate = CalendarDate("2027-01-01") ?? CalendarDate(dayNumber: 0)
    content.experiment.start = .given(remainingLife: .days(.constant(300)))
    content.products = [content.products[1]]
    content.shortages = []
    content.suppliers[0].leadTime = .constant(3)
    content.suppliers[0].remainingLife = .days(.constant(300))
    content.suppliers[0].capacity = nil
    content.consumption = [(1, 2), (2, 1)].map { location, perDay in
      Consumption(
        location: Position(location), product: Position(0),
        normal: DailyRate(nanoUnits: perDay * 1_000_000_000), family: .constant)
    }
    content.timeline = phases
    return content
  }

  private func phase(_ name: String, _ first: Int, _ length: Int) -> Phase {
    Phase(
      name: name, firstDay: first, lengthDays: length, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: [1, 1], supplyBasisPoints: 10_000, leadTimeMultiplier: 1)
  }

  private func drawn(_ name: String, day: Int, length: Double, probability: Int64 = 10_000) -> Phase
  {
    var phase = phase(name, 0, 60)
    phase.timing = PhaseTiming(
      begin: .day(day), length: .constant(length), probabilityBasisPoints: probability)
    return phase
  }

  private func events(_ content: SupplyModel.Content) throws -> [TraceEvent] {
    let model = try SupplyModel(content)
    var worker = ReplicationWorker(
      CompiledModel(model, policies: [Position(0)], products: [Position(0)]))
    return try worker.trace(product: 0, replication: 0, policy: 0)
  }

  private func why(_ content: SupplyModel.Content) throws -> [String] {
    StockoutExplanation(
      of: try events(content), product: Position(0), in: try SupplyModel(content), days: 0...59
    ).lines
  }

  @Test("Destroyed stock is named with its phase")
  func destroyed() throws {
    // Two of the 14 units are under way, come on the day and are too few for its eight patients.
    var raid = phase("raid", 10, 1)
    raid.demandMultipliers = [4, 4]
    raid.losses = [
      StockLoss(
        reason: .destroyed, products: .init(),
        locations: .init(locations: [Position(1)]),
        shareBasisPoints: 10_000)
    ]
    let lines = try why(content([raid]))
    #expect(lines.first?.contains("ward-a on 2027-01-11") == true)
    #expect(
      lines.last
        == "Root cause: 12 units were destroyed at ward-a in phase “raid” on 2027-01-11; "
        + "demand is 4 times normal in phase “raid”.")
  }

  @Test("Cut transport is named with its phase")
  func transportCut() throws {
    var cut = phase("siege", 10, 30)
    cut.transportCuts = [TransportCut(from: nil, to: .init(locations: [Position(1)]))]
    let lines = try why(content([cut]))
    #expect(lines.last == "Root cause: transport to ward-a was cut in phase “siege”.")
    #expect(
      lines.contains {
        $0.hasPrefix("ward-a asked central on ") && $0.hasSuffix("transport to it was cut.")
      })
  }

  @Test("Cut of all that comes in is named with its phase, for what is refused and what is late")
  func inboundCut() throws {
    var cut = phase("blockade", 10, 40)
    cut.cutsInbound = true
    let lines = try why(content([cut]))
    #expect(lines.last?.contains("supply from wholesaler was cut off in phase “blockade”") == true)
    var short = content([cut])
    short.timeline[0].lengthDays = 30
    let late = try why(short)
    #expect(late.contains { $0.contains("(in phase “blockade” nothing comes in)") })
  }

  @Test("Patients with prescriptions are named as part of demand")
  func spillOver() throws {
    var dry = phase("dry", 10, 30)
    dry.spillOver = SpillOver(
      products: .init(), shareBasisPoints: 10_000, doseShareBasisPoints: 10_000, homeStockDays: 1)
    var content = content([dry])
    content.consumption[0].prescribed = DailyRate(nanoUnits: 20_000_000_000)
    let lines = try why(content)
    #expect(lines.contains { $0.hasPrefix("Of that, patients with prescriptions had asked for ") })
    #expect(
      lines.last?.hasPrefix("Root cause: patients with prescriptions asked public care for ")
        == true)
  }

  @Test("Care that was put off and comes back is named with its phase")
  func returns() throws {
    var off = phase("crisis", 5, 20)
    off.postponements = [
      Postponement(
        products: .init(), locations: .init(), shareBasisPoints: 9_000,
        returnsBasisPoints: 10_000, returnDays: 2)
    ]
    let lines = try why(content([off]))
    #expect(lines.first?.contains("on 2027-01-26") == true)
    #expect(
      lines.contains(
        "What was put off in phase “crisis” comes back from 2027-01-26 to 2027-01-27."))
    #expect(
      lines.last?.contains("Root cause: care that was put off in phase “crisis” comes back.")
        == true
        || lines.contains { $0.contains("care that was put off in phase “crisis” comes back") })
  }

  @Test("A phase that is drawn is explained in the window that the trace says")
  func drawnWindow() throws {
    var surge = drawn("surge", day: 10, length: 5)
    surge.demandMultipliers = [9, 9]
    let content = content([surge])
    let found = try events(content).compactMap { event -> String? in
      switch event.what {
      case .phaseBegan(let phase, let until): "\(phase.index) \(event.day) \(until ?? -1)"
      case .phaseEnded(let phase): "\(phase.index) \(event.day)"
      default: nil
      }
    }
    #expect(found == ["0 10 15", "0 15"])
    let lines = try why(content)
    #expect(lines.contains("In phase “surge” mean demand is multiplied by 9 on that day."))
    #expect(lines.contains("Root cause: demand is 9 times normal in phase “surge”."))
    let table = EventsTable.table(of: try events(content), in: content).alignedText
    #expect(table.contains("phase begins"))
    #expect(table.contains("phase ends"))
  }

  @Test("A phase in part of the scenario multiplies demand only where it acts")
  func elsewhere() throws {
    var surge = phase("surge", 10, 20)
    surge.demandEffects = [
      .init(products: .init(), locations: .init(locations: [Position(2)]), multiplier: 9)
    ]
    let lines = try why(content([surge]))
    #expect(lines.first?.contains("ward-b on 2027-01-11") == true)
    #expect(lines.contains("Root cause: demand is 9 times normal in phase “surge”."))
  }

  private func caveats(_ phases: [Phase]) throws -> String {
    let (result, model) = try TinyScenario.result(
      of: content(phases), policies: nil, replications: nil)
    return RunSummary(of: result, model: model, version: "0").text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "Figures that average over drawn windows say so, and over replications with and without a phase"
  )
  func drawnCaveats() throws {
    let certain = try caveats([drawn("war", day: 10, length: 5)])
    #expect(
      certain.contains(
        "Drawn anew in each replication, begin and length: war (between 2027-01-01 and "
          + "2027-03-01). All figures are conditional on this and cover the whole horizon, the days "
          + "outside included"))
    #expect(!certain.contains("with and without"))
    var war = drawn("war", day: 10, length: 5, probability: 5_000)
    war.timing?.begin = .after(phase: "crisis", edge: .end, delay: .constant(2))
    let uncertain = try caveats([
      phase("winter", 0, 20), drawn("crisis", day: 3, length: 5, probability: 4_000), war,
    ])
    #expect(uncertain.contains("The horizon contains: winter (2027-01-01 to 2027-01-20, 20 days)."))
    #expect(
      uncertain.contains("crisis (between 2027-01-01 and 2027-03-01, with a probability of 40.0 %)")
    )
    // Half of the 40 %, after the other.
    #expect(
      uncertain.contains("war (between 2027-01-01 and 2027-03-01, with a probability of 20.0 %)"))
    #expect(
      uncertain.contains(
        "Means are over replications with and without “crisis”, “war”: for peace and crisis apart, "
          + "set the probability to 0 % and to 100 %."))
  }
}
