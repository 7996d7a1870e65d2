/// What a results folder says, read for its report.
public struct ReportInput: Sendable {
  /// What was run.
  let run: RunRecord
  /// The estimates, by what they are of.
  private let estimates: [Name: ReportEstimate]
  /// The paired differences to the baseline.
  private let differences: [Name: ReportEstimate]
  /// By level: the groups in the order of the tables.
  private let groups: [String: [String]]
  /// Other tables that the folder has, whole.
  private let tables: [String: ReadTable]
  /// By level, then id: the names that the scenario gives.
  private let names: [String: [String: String]]
  /// The statements of the model as Markdown that the folder has.
  private let statements: [ReportLanguage: String]
  /// By path: the values of the scenario.
  private let values: [String: String]

  /// Reads the files of a folder.
  ///
  /// - Parameter read: the bytes of a file of the folder by its name; `nil` if it has none.
  /// - Throws: `ReportProblem` where a file that is needed is missing, or no report can be made of it.
  public init(read: (String) throws(ReportProblem) -> [UInt8]?) throws(ReportProblem) {
    func needed(_ name: String) throws(ReportProblem) -> [UInt8] {
      guard let bytes = try read(name) else {
        throw ReportProblem(
          file: name, reason: "there is no such file; `buffert run SCENARIO` writes it")
      }
      return bytes
    }
    let run = try RunRecord(try needed("run.json"))
    self.run = run
    values = Dictionary(
      run.effectiveScenario.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    var groups: [String: [String]] = [:]
    estimates = try Self.rows("summary.csv", try needed("summary.csv"), run) {
      groups[$0, default: []].append($1)
    }
    if let bytes = try read("comparison.csv") {
      differences = try Self.rows("comparison.csv", bytes, run) { _, _ in }
    } else {
      differences = [:]
    }
    self.groups = groups
    var tables: [String: ReadTable] = [:]
    for declaration in TableDeclaration.all where !Self.ownReading.contains(declaration.name) {
      let file = CSVStyle.plain.path(of: declaration.name)
      guard let bytes = try read(file) else { continue }
      tables[declaration.name] = try ReadTable(declaration, try SeparatedValues(bytes, of: file))
    }
    // Another command's, and perhaps of a scenario that has been changed since.
    let endurance = try read("endurance.json").flatMap { EnduranceRecord($0) }
    if endurance?.scenarioDigest != run.scenarioDigest { tables["endurance"] = nil }
    self.tables = tables
    names = Self.names(tables["names"])
    var statements: [ReportLanguage: String] = [:]
    for language in ReportLanguage.allCases {
      guard let bytes = try read(ModelStatement.file(in: language)) else { continue }
      statements[language] = String(decoding: bytes, as: UTF8.self)
    }
    // A program that knew of no Swedish statement may have run another scenario into the folder since.
    if statements[.swedish]?.contains(run.scenarioDigest) == false { statements[.swedish] = nil }
    self.statements = statements
  }

  /// Names, where no two of a level are the same: else it could not be told which is meant.
  private static func names(_ table: ReadTable?) -> [String: [String: String]] {
    guard let table, let level = table.column("level"), let key = table.column("key"),
      let name = table.column("name")
    else { return [:] }
    var counts: [[String]: Int] = [:]
    for row in table.rows { counts[[row[level], row[name]], default: 0] += 1 }
    var names: [String: [String: String]] = [:]
    for row in table.rows {
      let isAlone = counts[[row[level], row[name]]] == 1
      names[row[level], default: [:]][row[key]] = isAlone ? row[name] : "\(row[name]) (\(row[key]))"
    }
    return names
  }

  /// Tables that are too large to be kept whole.
  private static let ownReading: Set = ["summary", "comparison"]

  private struct Name: Hashable {
    let policy: String
    let level: String
    let key: String
    let measure: String
  }

  /// The rows of a table of estimates but those of single locations; `notice` is told of each group once.
  private static func rows(
    _ file: String, _ bytes: [UInt8], _ run: RunRecord,
    notice: (_ level: String, _ key: String) -> Void
  ) throws(ReportProblem) -> [Name: ReportEstimate] {
    var source = try SeparatedValues(bytes, of: file)
    guard let policy = source.column("policy"), let level = source.column("level"),
      let key = source.column("key"), let measure = source.column("measure")
    else {
      throw ReportProblem(file: file, reason: "it is not what `buffert run` writes")
    }
    let mean = source.column("mean") ?? source.column("meanDifference")
    let columns = ["ciLow", "ciHigh", "p05", "p50", "p95"].map(source.column)
    let unit = source.column("unit")
    var rows: [Name: ReportEstimate] = [:]
    var last: (level: String, key: String)?
    while try source.next() {
      if source.cell(level, is: "location") { continue }
      let place = Name(
        policy: source.text(policy), level: source.text(level), key: source.text(key),
        measure: source.text(measure))
      if place.policy == run.policies.first, last?.level != place.level || last?.key != place.key {
        last = (place.level, place.key)
        notice(place.level, place.key)
      }
      guard let mean = try source.number(mean) else { continue }
      var rest: [Double?] = []
      for column in columns { rest.append(try source.number(column)) }
      rows[place] = ReportEstimate(
        unit: source.text(unit), mean: mean, low: rest[0], high: rest[1], p05: rest[2],
        median: rest[3], p95: rest[4])
    }
    return rows
  }
}

/// An estimate as the tables have it.
struct ReportEstimate: Sendable {
  let unit: String
  let mean: Double
  /// Ends of the 95 % interval of the mean; `nil` where there is none.
  let low: Double?
  let high: Double?
  let p05: Double?
  let median: Double?
  let p95: Double?
}

extension ReportInput {
  /// An estimate; `nil` where there is none.
  func estimate(
    _ policy: String, _ measure: String, _ level: String = "all", _ key: String = "all"
  ) -> ReportEstimate? {
    estimates[Name(policy: policy, level: level, key: key, measure: measure)]
  }

  /// The paired difference of a policy to the baseline; `nil` where there is none.
  func difference(
    _ policy: String, _ measure: String, _ level: String = "all", _ key: String = "all"
  ) -> ReportEstimate? {
    differences[Name(policy: policy, level: level, key: key, measure: measure)]
  }

  /// The groups of a level, in the order of the tables.
  func groups(_ level: String) -> [String] { groups[level] ?? [] }

  /// The statement of the model in a language, or else in English; `nil` if the folder has none.
  func statement(in language: ReportLanguage) -> (markdown: String, language: ReportLanguage)? {
    for language in [language, .english] {
      if let markdown = statements[language] { return (markdown, language) }
    }
    return nil
  }

  /// A table of the folder; `nil` if it has none.
  func table(_ name: String) -> ReadTable? { tables[name] }

  /// A value of the scenario as `run.json` has it; `nil` where it states none.
  func value(_ path: String) -> String? { values[path] }

  /// What an id stands for; the id where the folder does not say.
  func name(_ level: String, _ key: String) -> String { names[level]?[key] ?? key }

  /// The policies from least to most stock, as a planner reads them; ties by their order.
  var policies: [String] {
    let stock = run.policies.map { estimate($0, "averageStockSEK")?.mean ?? 0 }
    return run.policies.indices.sorted { (stock[$0], $0) < (stock[$1], $1) }
      .map { run.policies[$0] }
  }

  /// Whether products have prices, without which amounts in kronor say nothing.
  var hasPrices: Bool {
    run.policies.contains { (estimate($0, "averageStockSEK")?.mean ?? 0) > 0 }
  }

  /// The measure of running cost that there is; `nil` where there is none.
  var runningCost: String? {
    ["runningSEKPerInhabitantYear", "runningSEKPerYear"].first {
      estimate(run.policies.first ?? "", $0) != nil
    }
  }
}

/// A table of the folder, with what its columns are.
struct ReadTable: Sendable {
  /// The columns that the file has, in its order.
  let columns: [Table.Column]
  /// Its cells as text, row by row.
  let rows: [[String]]

  /// - Throws: `ReportProblem` where a row is none, or has something else where a number should stand.
  init(_ declaration: TableDeclaration, _ source: SeparatedValues) throws(ReportProblem) {
    var source = source
    let known = source.names.indices.filter { declaration.column(source.names[$0]) != nil }
    columns = known.compactMap { declaration.column(source.names[$0]) }
    let numbers = zip(known, columns).compactMap { $1.isNumeric ? $0 : nil }
    var rows: [[String]] = []
    while try source.next() {
      for column in numbers { _ = try source.number(column) }
      rows.append(known.map { source.text($0) })
    }
    self.rows = rows
  }

  /// The place of a column; `nil` if the table has none of the name.
  func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
