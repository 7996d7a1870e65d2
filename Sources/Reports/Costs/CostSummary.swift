public import Costs
import Estimators
public import Studies
public import SupplyModel

/// What `buffert costs` prints of a scenario or a cost file: what each policy costs beyond the baseline.
public struct CostSummary: Sendable {
  /// The tables as people read them.
  public let printed: [PrintedTable]
  private let sentences: [String]
  private let notes: [String]
  private let heading: [String]

  /// The summary of a finished study; `nil` if its scenario has no cost file.
  public init?(of result: StudyResult, version: String, language: ReportLanguage) {
    guard let plan = result.content.costPlan, let rates = result.content.costs else { return nil }
    let experiment = result.content.experiment
    self.init(
      title: result.content.title,
      facts: [
        HorizonText.text(experiment),
        "\(result.study.replications.count) "
          + language("replications", "replikationer"), "seed \(experiment.seed)",
        "buffert \(version)",
      ], result.costStatements, plan, priceYear: rates.priceYear, language)
  }

  /// The summary of a cost file without scenario.
  public init(
    of statement: CostStatement, _ plan: CostPlan, priceYear: Int, version: String,
    language: ReportLanguage
  ) {
    self.init(
      title: statement.policies[statement.policies.count - 1], facts: ["buffert \(version)"],
      [statement], plan, priceYear: priceYear, language, isRegional: false)
  }

  private init(
    title: String, facts: [String], _ statements: [CostStatement], _ plan: CostPlan,
    priceYear: Int, _ language: ReportLanguage, isRegional: Bool = true
  ) {
    heading =
      PlainText.wrapped(title, indent: 0)
      + PlainText.wrapped(
        (facts + [language("prices of \(priceYear)", "\(priceYear) års priser")])
          .joined(separator: " · "), indent: 0)
    let words = CostPartWords(language: language)
    let all = statements[0]
    let compared = all.policies.indices.filter { all.baseline != nil && $0 != all.baseline }
    sentences =
      all.baseline == nil
      ? [
        language(
          "The baseline was not run, so that nothing can be said of what policies cost beyond it.",
          "Basfallet har inte körts, så inget kan sägas om vad policyer kostar utöver det.")
      ] : compared.compactMap { Self.answer(all, $0, words) }.flatMap { PlainText.wrapped($0) }
    let regional = SimulatedRegionalCosts(isRegional ? statements : [], plan)
    printed =
      compared.map { Self.table(all, $0, plan, words) }
      + regional.tables.map {
        regional.printed(policy: all.policies[$0.policy], $0.table, language)
      }
    notes = Self.notes(plan, words)
  }

  /// What is printed on standard output.
  public var text: String {
    var sections = [heading, sentences] + printed.map(\.lines) + [notes]
    sections.removeAll { $0.isEmpty }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The answer in a sentence: per inhabitant if inhabitants are known.
  ///
  /// What is invested is named as a part of running cost, so that nobody adds it.
  private static func answer(
    _ statement: CostStatement, _ policy: Int, _ words: CostPartWords
  ) -> String? {
    guard let baseline = statement.baseline else { return nil }
    let divisor = Double(max(1, statement.inhabitants ?? 1))
    func perHead(_ lines: [CostLine]) -> CostEstimate {
      statement.estimate(lines, policy: policy).scaled(by: 1 / divisor)
    }
    let running = perHead(statement.lines(.running))
    let invested = perHead(statement.lines(.investment))
    let once = perHead(statement.lines(.oneOff))
    let stock = perHead(statement.lines(.oneOff).filter { $0.part == .extraStock })
    let isPerHead = statement.inhabitants != nil
    let unit =
      isPerHead
      ? words.language("SEK per inhabitant", "kr per invånare") : words.language("SEK", "kr")
    let (name, base) = (
      PlainText.capitalised(statement.policies[policy]), statement.policies[baseline]
    )
    var text = words.language(
      "\(name) costs \(words.amount(running.increase)) \(unit) and year\(words.range(running)) more than \(base)",
      "\(name) kostar \(words.amount(running.increase)) \(unit) och år\(words.range(running)) mer än \(base)"
    )
    if let amount = invested.increase, amount != 0 {
      text += words.language(
        ", depreciation of \(words.amount(amount)) \(unit) of investments included",
        ", avskrivning på investeringar för \(words.amount(amount)) \(unit) inräknad")
    }
    if let amount = once.increase, amount != 0 {
      text += words.language(
        "; and \(words.amount(amount)) \(unit)\(words.range(once)) once",
        "; och \(words.amount(amount)) \(unit)\(words.range(once)) en gång")
      if let bought = stock.increase, bought != 0 {
        text += words.language(
          ", \(words.amount(bought)) of it to buy stock",
          ", varav \(words.amount(bought)) för inköp av lager")
      }
    }
    return text + "."
  }

  /// The increase of a policy part by part.
  private static func table(
    _ statement: CostStatement, _ policy: Int, _ plan: CostPlan, _ words: CostPartWords
  ) -> PrintedTable {
    let language = words.language
    func row(_ name: String, _ estimate: CostEstimate, _ factor: Double = 1000) -> [String] {
      let scaled = estimate.scaled(by: 1 / factor)
      return [
        name, words.amount(scaled.increase), words.interval(scaled.increaseInterval),
        words.ends(scaled),
      ]
    }
    var rows: [[String]] = []
    for kind in CostLine.Kind.allCases {
      let lines = statement.lines(kind)
      guard !lines.isEmpty else { continue }
      for part in CostPart.allCases {
        let members = lines.filter { $0.part == part }
        guard !members.isEmpty else { continue }
        rows.append(
          row("  " + words.part(part), statement.estimate(members, policy: policy)))
      }
      let total = statement.total(kind, policy: policy)
      rows.append(row(words.kind(kind), total))
      if let inhabitants = statement.inhabitants, inhabitants > 0 {
        rows.append(row(words.perInhabitant(kind), total, Double(inhabitants)))
      }
      if kind == .running, plan.privateShareBasisPoints > 0 {
        let factor = 10_000 / Double(10_000 - plan.privateShareBasisPoints)
        rows.append(row(words.includingPrivate, total.scaled(by: factor)))
      }
    }
    if let value = statement.presentValue(policy: policy, plan) {
      rows.append([words.presentValue(plan), words.amount(value / 1000), "", ""])
    }
    let baseline = statement.baseline.map { statement.policies[$0] } ?? ""
    return PrintedTable(
      name: "costs-\(statement.policies[policy])",
      title: language(
        "\(statement.policies[policy]): more than \(baseline)",
        "\(statement.policies[policy]): mer än \(baseline)"),
      headings: [
        language("Cost", "Kostnad"), language("kSEK", "tkr"),
        language("95 % interval", "95 %-intervall"),
        language("low – high inputs", "låga – höga indata"),
      ], rows: rows)
  }

  private static func notes(_ plan: CostPlan, _ words: CostPartWords) -> [String] {
    let language = words.language
    let count = plan.parameters.count
    let counts = CostStatus.allCases.compactMap { status -> String? in
      let count = plan.parameters.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }.joined(separator: ", ")
    let remarks = [
      language(
        "How well the \(count) figures of the cost file are known: \(counts). costs-parameters.csv has each with its source.",
        "Hur säkra kostnadsfilens \(count) uppgifter är: \(counts). costs-parameters.csv har var och en med källa."
      ),
      language(
        "Intervals are simulation error only. Low and high inputs are all of the file's at once.",
        "Intervallen är bara simuleringsfel. Låga och höga indata är alla filens på en gång."),
      language(
        "Investment is inside running cost as depreciation: never add the two.",
        "Investeringen ingår i driftskostnaden som avskrivning: lägg aldrig ihop dem."),
    ]
    return remarks.flatMap { PlainText.wrapped($0) }
  }
}
