import ScenarioFiles
import SupplyModel
import Testing

@Suite("Scenarios with random damage")
struct ScenarioMutationTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  private static let hostile = [
    "0", "-1", "1e400", "NaN", "Infinity", "9223372036854775807", "1e18", "0.000000001", "null",
    "[]", "{}", "\"\"", "\"0 days\"", "\"10 000 years\"", "\"1000000000000 packs\"", "\"100 %\"",
    "\"9999-12-31\"", "\"0001-01-01\"", "today", "store", "1000000", "1 000 000", "365", "\u{0}",
  ]

  /// `text` with one to three random changes: a line lost, doubled or moved, two tokens swapped,
  /// a token replaced by one that is hard to digest, or a byte changed.
  private func mutated(_ text: [UInt8], _ random: inout TestRandom) -> [UInt8] {
    var result = text
    for _ in 0...random.below(3) {
      guard !result.isEmpty else { return result }
      var lines = result.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
      let line = random.below(lines.count)
      switch random.below(6) {
      case 0:
        lines.remove(at: line)
      case 1:
        lines.insert(lines[line], at: random.below(lines.count))
      case 2:
        lines.swapAt(line, random.below(lines.count))
      case 3, 4:
        let tokens = Self.tokens(of: lines[line])
        guard !tokens.isEmpty else { continue }
        let token = tokens[random.below(tokens.count)]
        let other = Self.tokens(of: lines[random.below(lines.count)])
        let word =
          other.isEmpty || random.below(2) == 0
          ? Array(Self.hostile[random.below(Self.hostile.count)].utf8)
          : Array(lines[line][tokens[random.below(tokens.count)]])
        lines[line].replaceSubrange(token, with: word)
      default:
        guard !lines[line].isEmpty else { continue }
        lines[line][random.below(lines[line].count)] = UInt8(random.below(256))
      }
      result = Array(lines.joined(separator: [10]))
    }
    return result
  }

  /// Stretches without punctuation, and what stands in quotation marks.
  private static func tokens(of line: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = 0
    for (index, byte) in line.enumerated() where "{}[]:, \"".utf8.contains(byte) {
      if start < index { tokens.append(start..<index) }
      start = index + 1
    }
    if start < line.count { tokens.append(start..<line.count) }
    return tokens
  }

  /// A valid scenario to be damaged.
  struct Valid: Sendable, CustomTestStringConvertible {
    let path: String
    let files: MemoryFiles
    let times: Int
    var testDescription: String { path }

    /// The plain scenario, and one with everything that can be said about demand and starts.
    static let all = [
      Valid(path: "base.json5", files: MemoryFiles(ScenarioFolder.baseFiles()), times: 2_500),
      Valid(path: "demand.json5", files: DemandDecodingTests.files, times: 1_500),
    ]
  }

  /// Damaged scenarios by a generator with seed 20 270 101.
  @Test("Any damage gives a model or an error, and can be shown", arguments: Valid.all)
  func damage(_ valid: Valid) {
    var random = TestRandom(state: 20_270_101)
    let names = valid.files.files.keys.sorted()
    var models = 0
    for _ in 0..<valid.times {
      var files = valid.files
      // Half of the damage is in the scenario, the rest in one of its tables.
      let name = random.below(2) == 0 ? valid.path : names[random.below(names.count)]
      files.files[name] = mutated(files.files[name] ?? [], &random)
      let outcome = files.read(valid.path)
      #expect((outcome.model == nil) == outcome.diagnostics.hasErrors)
      #expect(outcome.diagnostics.isEmpty || !outcome.diagnostics.rendered().isEmpty)
      guard let model = outcome.model else { continue }
      models += 1
      for product in model.content.products.positions {
        #expect(model.longestRemainingLifeDays(of: product) <= 36_500)
      }
    }
    // The damage is neither always fatal nor never.
    #expect(models > 200 && models < valid.times - 200)
  }

  /// 1 500 options by a generator with seed 7.
  @Test("Any option gives a model or an error")
  func options() {
    var random = TestRandom(state: 7)
    let paths = [
      "horizon.length", "horizon.begin", "experiment.replications", "experiment.seed",
      "suppliers.importer.leadTime", "suppliers.importer.slack", "suppliers.importer.window",
      "suppliers.wholesaler.leadTime.gamma.cv", "shortages[0].perYear", "shortages[0].duration",
      "timeline[0].demand", "timeline[0].supply", "timeline[0].length", "timeline[0]",
      "policies.today.careUnit.operating", "policies.today.centralStore.reserve", "policies",
      "policies.today.careUnit.ordering", "policies.today.careUnit.review",
      "policies.today.careUnit.ordering.scheduled.quantity",
      "policies.today.centralStore.release.inPhase.phases", "policies.today.allocation",
      "policies.today.allocation.priority.criticalLevels", "policies.today.overrides",
      "policies.today.centralStore.orderMaximum", "duty", "duty.days", "duty.exemptions",
      "costs.palletVolume", "costs.storage.room", "consumption.scale", "a[0][1]", "x.y.z",
      "suppliers.importer.remainingLife.days", "sizes", "sizes.box", "sizes.box.1",
      "sizes.scoop.geometric", "profiles.clinic", "profiles.clinic.weekdays[6]",
      "profiles.season.months", "profiles.season.period[0]", "leadTimes", "leadTimes.van",
      "consumption.actual", "consumption.profile", "consumption.history", "experiment.cover",
      "horizon.begin.given", "horizon.begin.given.stock", "horizon.begin.given.profile",
      "horizon.begin.given.lots", "horizon.begin.buildUp", "timeline[0].extendShelfLife",
      "timeline[0].extendShelfLife.by", "", "[",
      "a[99999999999999999999]",
    ]
    for _ in 0..<1_500 {
      let path = paths[random.below(paths.count)]
      let value = Self.hostile[random.below(Self.hostile.count)]
      let outcome = DemandDecodingTests.files.read("demand.json5", settings: ["\(path)=\(value)"])
      #expect((outcome.model == nil) == outcome.diagnostics.hasErrors)
      _ = outcome.diagnostics.rendered()
    }
  }

  @Test("An option with an endless path is refused")
  func endlessPath() {
    let path = String(repeating: "a.", count: 200_000) + "b"
    #expect(base.read(settings: ["\(path)=1"]).diagnostics.hasErrors)
  }

  // MARK: Sizes that the simulation could not add up

  @Test("What is too large to be drawn or counted is an error, not a trap")
  func tooLarge() {
    func message(_ settings: String..., change: (inout MemoryFiles) -> Void = { _ in }) -> String {
      var files = base
      change(&files)
      return files.read(settings: settings).diagnostics.rendered()
    }
    let manyUnits = { (files: inout MemoryFiles) in
      files["consumption.csv"] = files["consumption.csv"]
        .replacing("ward,gloves,250,2", with: "ward,gloves,1000000,2")
    }
    #expect(
      message("timeline[0].demand=100", change: manyUnits)
        .contains("a day's demand at one care unit that is too large to be drawn"))
    #expect(
      message("timeline[0].demand=1e-12")
        .contains("a day's demand at one care unit that is too small to be drawn"))
    #expect(
      message("suppliers.importer.window=10 years", change: manyUnits)
        .contains("can be delivered in amounts that are too large to be counted"))
    #expect(
      message("policies.today.careUnit.reserve=1000000000000 packs")
        .contains("stock levels that are too large to be counted"))
    for ordering in [
      "{ reorderPoint: { reorderAt: '1000000000000 packs', quantity: '1 pack' } }",
      "{ scheduled: { quantity: 1000000 } }",
      "{ scheduled: { quantity: { poisson: 1e6 } } }",
    ] {
      let text = message("policies.today.careUnit.ordering=" + ordering, "horizon.length=100 years")
      #expect(
        text.contains("stock levels that are too large to be counted")
          || text.contains("costs or fills more, over all days, than can be counted"),
        "\(ordering)")
    }
    #expect(
      message("policies.today.careUnit.reserve=900000000 packs") { files in
        files["products.csv"] = files["products.csv"].replacing("0.80 SEK", with: "80000000 SEK")
      }.contains("than can be counted"))
    #expect(
      message { files in
        let units = (0..<101).map { "unit-\($0),Unit,careUnit,town,1,store,,1 day" }
        let uses = (0..<101).map { "unit-\($0),gloves,1000000," }
        files["locations.csv"] += units.joined(separator: "\n") + "\n"
        files["consumption.csv"] += uses.joined(separator: "\n") + "\n"
      }.contains("brings the use of \"gloves\" above what can be simulated"))
  }
}
