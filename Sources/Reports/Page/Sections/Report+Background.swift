extension ReportWriter {
  /// The register of assumptions: what decides first.
  var assumptionsSection: ReportSection? {
    let all = input.run.assumptions
    var blocks: [ReportBlock] = []
    let deciding = all.filter(\.decides)
    if !deciding.isEmpty {
      blocks.append(
        .paragraph(
          words(
            "These decide the answer most, as the scenario says; what else they might be stands as low and "
              + "high."
              + (variants.isEmpty
                ? " How much the answer moves with them `run --assumptions` shows, where the register "
                  + "names scenarios for their values." : ""),
            "Dessa avgör svaret mest, enligt scenariot; vad de annars kan vara står som lågt och högt."
              + (variants.isEmpty
                ? " Hur mycket svaret ändras med dem visar `run --assumptions`, där registret anger "
                  + "scenarier för deras värden." : ""))))
      blocks.append(
        .table(
          register(
            deciding, id: "deciding-table",
            caption: words("Assumptions that decide", "Antaganden som avgör"))))
      blocks += sensitivityBlocks
    }
    let others = all.filter { !$0.decides }
    if !others.isEmpty {
      blocks.append(
        .table(
          register(
            others, id: "assumptions-table", caption: words("All others", "Alla andra"))))
    }
    let known = input.run.provenance
    if !known.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            id: "known-table",
            caption: words(
              "How well the tables of the scenario are known",
              "Hur väl scenariots tabeller är kända"),
            columns: [
              .init(name: words("column", "kolumn"), isNumber: false),
              .init(name: words("status", "status"), isNumber: false),
              .init(name: words("values", "värden")),
            ],
            rows: known.map {
              [
                ReportTable.Cell(text: $0.column), ReportTable.Cell(text: words.status($0.status)),
                words.plain(Double($0.count)),
              ]
            })))
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "assumptions", title: words("Assumptions", "Antaganden"), blocks: blocks)
  }

  private func register(
    _ assumptions: [RunRecord.Assumption], id: String, caption: String
  ) -> ReportTable {
    let names = [
      words("what", "vad"), words("value", "värde"), words("low", "lågt"), words("high", "högt"),
      words("status", "status"), words("source", "källa"),
    ]
    return ReportTable(
      id: id, caption: caption, columns: names.map { .init(name: $0, isNumber: false) },
      rows: assumptions.map { assumption in
        [
          assumption.what, assumption.value, assumption.low, assumption.high,
          words.status(assumption.status), assumption.source,
        ].map { ReportTable.Cell(text: $0.isEmpty ? "–" : $0) }
      }, isSortable: assumptions.count > 10)
  }

  /// What intervals and shares mean.
  var readingSection: ReportSection? {
    ReportSection(
      id: "reading", title: words("How to read the figures", "Hur siffrorna ska läsas"),
      blocks: [
        .points([
          words(
            "Unmet demand of several products is the mean of the products' shares, weighted by their weights; "
              + "units of different products are never added.",
            "Ej tillgodosett behov av flera produkter är medelvärdet av produkternas andelar, vägt med deras "
              + "vikter; enheter av olika produkter läggs aldrig ihop."),
          words(
            "An interval is simulation error only: what more replications could change. Differences are paired "
              + "over the same chance events, and so more precise than the figures they are of.",
            "Ett konfidensintervall är bara simuleringsfel: vad fler upprepningar kan ändra. Skillnader är "
              + "parade över samma slumphändelser, och därför säkrare än siffrorna de gäller."),
          words(
            "Discard is at purchase price. Running cost is capital, discard, disposal, storage, handling and "
              + "transport at the scenario's rates.",
            "Kassation är till inköpspris. Löpande kostnad är kapital, kassation, destruktion, lagring, "
              + "hantering och transport till scenariots priser."),
          words(
            "The same numbers, unrounded, are in the tables of the folder; datapackage.json says what each "
              + "column is.",
            "Samma tal, oavrundade, finns i mappens tabeller; datapackage.json säger vad varje kolumn är."
          ),
        ])
      ])
  }

  /// What the model is, by the STRESS-DES checklist.
  var statementSection: ReportSection? {
    guard let statement = input.statement(in: words.language) else { return nil }
    // What an earlier version of the program has left is in English alone.
    let language = statement.language == .swedish ? "" : " (på engelska)"
    return ReportSection(
      id: "model", title: words("The model", "Modellen"),
      blocks: [
        .paragraph(
          words(
            "What the model is, item by item of the STRESS-DES checklist for simulation studies.",
            "Vad modellen är, punkt för punkt i checklistan STRESS-DES för "
              + "simuleringsstudier\(language)."
          )),
        .details(
          words("Statement of the model", "Modellbeskrivning"),
          [.statement(statement.markdown, statement.language)]),
      ])
  }

  /// What was run, so that anyone can run it again.
  var provenanceSection: ReportSection? {
    let run = input.run
    let facts = [
      (words("program", "program"), "buffert \(run.version)"),
      (words("command", "kommando"), run.command),
      (words("scenario, SHA-256", "scenario, SHA-256"), run.scenarioDigest),
      (words("seed", "frö"), "\(run.seed)"),
      (words("replications", "upprepningar"), "\(run.replications)"),
      (words("policies", "policyer"), run.policies.joined(separator: ", ")),
    ]
    let scenario = ReportTable(
      id: "scenario-table", caption: words("Every value that held", "Alla värden som gällde"),
      columns: [words("path", "sökväg"), words("value", "värde"), words("stated in", "anges i")]
        .map { .init(name: $0, isNumber: false) },
      rows: run.effectiveScenario.map { value in
        [value.path, value.value, value.origin ?? words("default", "förval")]
          .map { ReportTable.Cell(text: $0) }
      })
    return ReportSection(
      id: "provenance", title: words("Provenance", "Ursprung"),
      blocks: [
        .table(
          ReportTable(
            id: "provenance-table", caption: words("What was run", "Vad som kördes"),
            columns: [words("what", "vad"), words("value", "värde")].map {
              .init(name: $0, isNumber: false)
            }, rows: facts.map { [ReportTable.Cell(text: $0.0), ReportTable.Cell(text: $0.1)] })),
        .details(
          words("The scenario, value by value", "Scenariot, värde för värde"), [.table(scenario)]),
      ])
  }
}
