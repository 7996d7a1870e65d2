import Quantities
import Replications
import Studies
import SupplyModel

@testable import Reports

/// The results folder of a tiny study, in memory.
struct TinyFolder {
  /// By name.
  var files: [String: [UInt8]]
  let result: StudyResult
  let endurance: EnduranceResult

  /// A folder of the tiny scenario after a change, with every table that a run can leave.
  init(_ change: (inout SupplyModel.Content) -> Void = { _ in }) throws {
    var content = TinyScenario.content(horizonDays: 120, replications: 6)
    content.duty = Duty(exemptions: [
      Exemption(
        authority: Position(0), product: Position(0), reason: "price", held: .days(3),
        mitigation: "none", reviewDate: content.experiment.startDate)
    ])
    change(&content)
    let (result, model) = try TinyScenario.result(of: content)
    self.result = result
    let effective = EffectiveScenario(
      values: [
        .init(path: "title", value: content.title, origin: "tiny.json5:2"),
        .init(path: "timeline[0].phase", value: "\"war\"", origin: "tiny.json5:3"),
        .init(path: "timeline[0].from", value: "\"2027-02-01\"", origin: "tiny.json5:3"),
        .init(path: "timeline[0].length", value: "\"3 weeks\"", origin: "tiny.json5:3"),
      ],
      provenance: [.init(column: "products.unitPrice", status: .assumption, count: 3)])
    let command = "buffert run tiny.json5"
    let manifest = RunManifest(
      version: "9.9.9", command: command, content: content, effective: effective, result: result)
    func statement(_ language: ReportLanguage) -> [UInt8] {
      Array(
        ModelStatement(
          of: model, effective: effective, files: [], command: command, settings: [],
          version: "9.9.9", in: language
        ).markdown.utf8)
    }
    let changed = try result.study.without(.shortages).run(jobs: 2)
    let counterfactual = Counterfactual(without: .shortages, changed, actual: result)
    let cut = try model.cuttingInbound(.inPeace(day: 10))
    let endurance = try EnduranceStudy(CompiledModel(cut), condition: "peace").run(jobs: 2)
    self.endurance = endurance
    let enduranceManifest = RunManifest(
      version: "9.9.9", command: "buffert endure tiny.json5", content: content,
      effective: effective, result: endurance)
    files = [
      "endurance.json": Array(enduranceManifest.json.utf8),
      "endurance.csv": EnduranceTable.table(of: [endurance]).csv(),
      "run.json": Array(manifest.json.utf8), "STRESS-DES.md": statement(.english),
      "STRESS-DES.sv.md": statement(.swedish),
      "summary.csv": SummaryTable.table(of: result).csv(),
      "comparison.csv": ComparisonTable.table(of: result).csv(),
      "replications.csv": ReplicationsTable.table(of: result).csv(),
      "targets.csv": TargetsTable.table(of: result).csv(),
      "timeline.csv": TimelineTable.table(of: result).csv(),
      "duty.csv": DutyTable.table(of: result).csv(),
      "exemptions.csv": ExemptionsTable.table(of: result).csv(),
      "counterfactuals.csv": CounterfactualsTable.table(of: [counterfactual], in: result).csv(),
    ]
    for table in OverTimeTables.all(of: result) { files[table.name + ".csv"] = table.csv() }
  }

  /// The report of the folder.
  func report(_ language: ReportLanguage = .english) throws -> Report {
    Report(of: try ReportInput { files[$0] }, in: language)
  }

  /// The folder of the same scenario with a text behind every name.
  static func named(_ ending: String) throws -> TinyFolder {
    try TinyFolder { content in
      func named(_ name: inout String) { name += ending }
      named(&content.title)
      for place in content.products.indices { named(&content.products[place].id) }
      for place in content.demandClasses.indices { named(&content.demandClasses[place].id) }
      for place in content.tiers.indices where content.tiers[place].id != Tier.careUnit {
        named(&content.tiers[place].id)
      }
      named(&content.regions[0].id)
      named(&content.authorities[0].id)
      for place in content.locations.indices { named(&content.locations[place].id) }
      for place in content.policies.indices { named(&content.policies[place].name) }
      content.assumptions = [
        Assumption(
          id: "a" + ending, what: "what" + ending, value: "value" + ending, status: .assumption,
          source: "source" + ending, decides: true, low: "low" + ending, high: "high" + ending)
      ]
      content.duty = Duty(exemptions: [
        Exemption(
          authority: Position(0), product: Position(0), reason: "=cmd()" + ending, held: .days(3),
          mitigation: "-1" + ending, reviewDate: content.experiment.startDate)
      ])
    }
  }
}

/// A page taken apart.
struct PageText {
  /// The tags in order, with their attributes.
  let tags: [String]
  let html: String

  init(_ html: String) {
    self.html = html
    tags = html.matches(of: /<[^<>]*>/).map { String($0.output) }
  }

  /// The values of an attribute, in order.
  func values(of attribute: String) -> [String] {
    tags.flatMap { tag in
      tag.split(separator: " \(attribute)=\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
    }
  }

  /// What stands between two texts, from the first of each.
  func between(_ first: String, _ last: String) -> String {
    guard let start = html.firstRange(of: first),
      let end = html[start.upperBound...].firstRange(of: last)
    else { return "" }
    return String(html[start.upperBound..<end.lowerBound])
  }
}
