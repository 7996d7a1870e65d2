import Reports
import Studies
import SupplyModel

/// What a finished run leaves behind.
struct RunFiles {
  let result: StudyResult
  let counterfactuals: [Counterfactual]
  let variants: [AssumptionVariant]
  let scenario: ScenarioFile
  let request: Request
  /// What names the scenario.
  let digest: String
  /// What was to be run besides, and was not because the run was interrupted.
  let lacking: [String]

  /// Every table, first as programs read it, then as it was asked for besides.
  var tables: [ResultsFolder.File] { request.csvStyles.flatMap(tables) }

  private func tables(_ style: CSVStyle) -> [ResultsFolder.File] {
    let result = result
    var files = [
      ResultsFolder.File(SummaryTable.stream(of: result), style),
      ResultsFolder.File(ComparisonTable.stream(of: result), style),
      file(TimelineTable.declaration, style) { TimelineTable.table(of: result) },
      file(ReplicationsTable.declaration, style) { ReplicationsTable.table(of: result) },
      file(TargetsTable.declaration, style) { TargetsTable.table(of: result) },
    ]
    files += OverTimeTables.all(of: result).map { ResultsFolder.File($0, style) }
    if scenario.model.content.duty != nil {
      files += [
        file(DutyTable.declaration, style) { DutyTable.table(of: result) },
        file(ExemptionsTable.declaration, style) { ExemptionsTable.table(of: result) },
      ]
    }
    files += CostTables.all(of: result).map { ResultsFolder.File($0, style) }
    let variants = variants
    if !variants.isEmpty {
      files.append(
        file(SensitivityTable.declaration, style) { SensitivityTable.table(of: variants) })
    }
    let counterfactuals = counterfactuals
    if !counterfactuals.isEmpty {
      files.append(
        file(CounterfactualsTable.declaration, style) {
          CounterfactualsTable.table(of: counterfactuals, in: result)
        })
    }
    return files
  }

  /// A table that is made when it is written.
  private func file(
    _ declaration: TableDeclaration, _ style: CSVStyle,
    _ table: @escaping @Sendable () -> Table
  ) -> ResultsFolder.File {
    ResultsFolder.File(style.path(of: declaration.name)) { table().csv(style) }
  }

  /// What was run, and what its model is; `seconds` is how long it took.
  func records(seconds: Double) -> [ResultsFolder.File] {
    let command = request.normalised(scenario: scenario)
    let manifest = RunManifest(
      version: Version.number, command: command, content: scenario.model.content,
      effective: scenario.portable, result: result, digest: digest,
      lacking: lacking)
    let timing = TimingText.json(
      wallSeconds: seconds, cores: request.jobs, replications: result.replications.count)
    let statement = ModelStatement(
      of: scenario.model, effective: scenario.portable, files: scenario.inputFiles,
      command: command, settings: request.settings, version: Version.number,
      study: result.study.isWhole ? result.study : nil, digest: digest)
    let statements = ReportLanguage.allCases.map { language in
      ResultsFolder.File(ModelStatement.file(in: language)) {
        Array(statement.translated(to: language).markdown.utf8)
      }
    }
    return [
      ResultsFolder.File("run.json") { Array(manifest.json.utf8) },
      ResultsFolder.File("timing.json") { Array(timing.utf8) },
    ] + statements
  }
}
