import Costs
import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// `buffert costs`: the cost tables in Socialstyrelsen's layout.
enum CostsCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    let language: ReportLanguage
    switch self.language(arguments) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let stated): language = stated
    }
    guard arguments.operands.count <= 1 else {
      return Terminal.usage(
        "costs takes one scenario or file besides options, but got \(arguments.operands.count)")
    }
    let isReported = arguments.has(Option.fromReported.name)
    guard isReported || !arguments.operands.isEmpty else {
      return Terminal.usage("costs needs a scenario, or --from-reported")
    }
    let path = arguments.operands.first ?? ""
    guard isReported || CostFileReader(load: Files.read).isCostFile(path) else {
      return scenario(path, arguments, language)
    }
    // An option without a use would look as if it had one.
    if let idle = ofScenarios.first(where: { arguments.has($0.name) }) {
      return Terminal.usage(
        "\(idle.name) is for scenarios: \(isReported ? "--from-reported" : path) is not simulated")
    }
    return isReported ? reported(arguments, language) : file(path, arguments, language)
  }

  /// The options that mean something only where a scenario is simulated.
  private static let ofScenarios: [Option] = [
    .set, .replications, .seed, .jobs, .memory, .policy, .resume, .restart, .saveEvery,
  ]

  /// What a scenario's policies cost.
  private static func scenario(
    _ path: String, _ arguments: Arguments, _ language: ReportLanguage
  ) -> ExitCode {
    let request: Request
    switch Request.parse(arguments) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let parsed): request = parsed
    }
    let keeping = [Option.resume, .restart, .saveEvery].first { arguments.has($0.name) }
    if request.folder == nil, let keeping {
      return Terminal.usage(
        "\(keeping.name) is about what is kept in a folder, and costs keeps nothing unless --out names one"
      )
    }
    switch PreparedRun.prepare(path, request) {
    case .failure(let failure): return failure.code
    case .success(let run):
      guard run.scenario.model.content.costPlan != nil else {
        Terminal.note(
          "buffert: \(path) has no cost file: state one in costs, with costFile: 1 in it; "
            + "scenarios/jonkoping/costs-2026.json5 is an example")
        return .wrongScenario
      }
      guard request.folder != nil else {
        return simulate(RunStudies(run).actual, arguments, request, language)
      }
      // Costs of a part of the replications would look like those of all.
      let output = RunOutput(chunks: "chunks-costs", leavesParts: false) {
        results, _ throws(ExitFailure) in
        let code = leave(results[0], arguments, language)
        if code != .done { throw ExitFailure(code: code) }
      }
      return RunJob(run, leaving: output).carryOut()
    }
  }

  /// Simulates with nowhere to keep anything.
  private static func simulate(
    _ study: Study, _ arguments: Arguments, _ request: Request, _ language: ReportLanguage
  ) -> ExitCode {
    let showsProgress = !request.isQuiet && Terminal.showsProgress
    let progress = Progress(total: study.replications.count)
    let result: StudyResult
    do {
      result = try study.run(jobs: request.jobs) {
        if showsProgress { progress.show($0) }
      }
    } catch {
      Terminal.note("buffert: the run was stopped: \(error)")
      return .failed
    }
    if showsProgress { progress.finish() }
    return leave(result, arguments, language)
  }

  private static func leave(
    _ result: StudyResult, _ arguments: Arguments, _ language: ReportLanguage
  ) -> ExitCode {
    guard let summary = CostSummary(of: result, version: Version.number, language: language)
    else { return .failed }
    return leave(
      CostTables.all(of: result), summary.printed, text: summary.text,
      title: result.content.title, arguments, language)
  }

  /// What a cost file without scenario states.
  private static func file(
    _ path: String, _ arguments: Arguments, _ language: ReportLanguage
  ) -> ExitCode {
    let outcome = CostFileReader(load: Files.read).read(path)
    if !outcome.diagnostics.isEmpty { Terminal.note(outcome.diagnostics.rendered()) }
    guard let plan = outcome.plan, let inhabitants = outcome.inhabitants,
      let priceYear = outcome.priceYear
    else {
      Terminal.note("\n\(path) has \(outcome.diagnostics.errorCount)")
      return .wrongScenario
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.hasSuffix(".json5") ? String(file.dropLast(6)) : file
    let statement = plan.statement(named: name, inhabitants: inhabitants)
    let summary = CostSummary(
      of: statement, plan, priceYear: priceYear, version: Version.number, language: language)
    return leave(
      CostTables.all(of: statement, plan, priceYear: priceYear), summary.printed,
      text: summary.text, title: name, arguments, language)
  }

  /// The language of the tables, Swedish unless another is asked for.
  private static func language(_ arguments: Arguments) -> Result<ReportLanguage, Arguments.Problem>
  {
    guard let text = arguments.value(.costLocale) else { return .success(.swedish) }
    guard let language = ReportLanguage(rawValue: text) else {
      return .failure(
        .init(
          text: "--locale is \(text), but should be sv or en", word: text, known: ["sv", "en"]))
    }
    return .success(language)
  }

  /// The tables that follow from published figures, or from others in the same form.
  private static func reported(_ arguments: Arguments, _ language: ReportLanguage) -> ExitCode {
    let path = arguments.operands.first
    let outcome =
      path.map {
        ReportedCostsReader(
          load: Files.read, mayRead: InputFile.rule(allowing: arguments.all(.readFrom))
        ).read($0)
      } ?? ReportedCostsReader.published()
    if !outcome.diagnostics.isEmpty { Terminal.note(outcome.diagnostics.rendered()) }
    guard let costs = outcome.costs else {
      Terminal.note("\n\(path ?? "the published figures") cannot be used")
      return .wrongScenario
    }
    let tables = ReportedTables(costs, language: language)
    return leave(
      tables.machine, tables.printed, text: tables.text, title: costs.title, arguments, language)
  }

  /// Prints the tables, and writes them where a folder is named.
  private static func leave(
    _ machine: [Table], _ printed: [PrintedTable], text: String, title: String,
    _ arguments: Arguments, _ language: ReportLanguage
  ) -> ExitCode {
    let isQuiet = arguments.has(Option.quiet.name)
    if !isQuiet { Terminal.write(text) }
    guard let folder = arguments.value(.costFolder) else { return .done }
    let names = fileNames(of: printed.map(\.name))
    let styles: [CSVStyle]
    switch arguments.choice(.csvStyle, among: CSVStyle.allCases) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let style): styles = style == .excelSwedish ? [.plain, .excelSwedish] : [.plain]
    }
    let files =
      styles.flatMap { style in machine.map { ResultsFolder.File($0, style) } }
      + zip(names, printed).map { name, table in
        ResultsFolder.File("\(name)-\(language.rawValue).csv") { table.csv }
      }
    do throws(FileProblem) {
      let results = ResultsFolder(path: folder)
      try results.add(files, title: title)
      let page = try results.renewReport()
      if !isQuiet {
        let written = files.map(\.name) + (page ? [ResultsFolder.report] : [])
        Terminal.write("wrote \(folder): \(written.joined(separator: " "))")
      }
    } catch {
      Terminal.note("buffert: the tables cannot be written to \(folder): \(error.reason)")
      return .failed
    }
    return .done
  }

  /// Names of files for tables that are named after policies: letters, digits and hyphens alone, so that
  /// no name leads out of the folder, and no two the same.
  static func fileNames(of tables: [String]) -> [String] {
    var taken: Set<String> = []
    return tables.map { table in
      let safe = String(
        table.map { character in
          let isKept = character.isLetter || character.isNumber || "-_".contains(character)
          return isKept ? character : "-"
        })
      var name = safe
      var count = 1
      while !taken.insert(name.lowercased()).inserted {
        count += 1
        name = "\(safe)-\(count)"
      }
      return name
    }
  }
}
