/// A command of the program, with what it takes.
struct Command: Sendable {
  let name: String
  let summary: String
  /// What stands after the command's name: `SCENARIO`; `nil` if nothing does.
  let operand: String?
  /// Whether several of them may be given, or none.
  var takesAny = false
  let options: [Option]
  let run: @Sendable (Arguments) -> ExitCode

  /// Every command, in the order of the help.
  static let all: [Command] = [
    Command(
      name: "run", summary: "simulate every policy of a scenario and compare with the baseline",
      operand: "SCENARIO",
      options: Option.scenario + [
        .out, .replications, .precision, .seed, .jobs, .memory, .policy, .products, .without,
        .assumptions, .detail, .shard, .resume, .restart, .saveEvery, .csvStyle, .locale,
        .quiet,
      ],
      run: RunCommand.run),
    Command(
      name: "merge", summary: "join the shards of a run: the same results as of one that is whole",
      operand: "PART…", takesAny: true,
      options: [.out, .scenarioFile, .memory, .csvStyle, .locale, .quiet], run: MergeCommand.run),
    Command(
      name: "cluster",
      summary: "print what runs a scenario in shards on a cluster: slurm or kubernetes",
      operand: "SYSTEM SCENARIO", takesAny: true,
      options: Option.scenario + [
        .shards, .out, .replications, .seed, .coresOfShard, .policy, .products, .without,
        .assumptions, .detail, .image,
      ],
      run: ClusterCommand.run),
    Command(
      name: "endure",
      summary: "cut all inbound supply on a date: weeks that each unit, region and class lasts",
      operand: "SCENARIO",
      options: Option.scenario + [
        .on, .inPhase, .out, .replications, .seed, .jobs, .memory, .policy, .products, .resume,
        .restart, .saveEvery, .csvStyle, .quiet,
      ],
      run: EndureCommand.run),
    Command(
      name: "costs",
      summary: "what policies cost beyond the baseline, in the layout of Socialstyrelsen's tables",
      operand: "[SCENARIO or FILE]", takesAny: true,
      options: Option.scenario + [
        .fromReported, .costFolder, .costLocale, .csvStyle, .replications, .seed, .jobs, .memory,
        .policy, .resume, .restart, .saveEvery, .quiet,
      ],
      run: CostsCommand.run),
    Command(
      name: "check", summary: "read a scenario and list all that is wrong with it",
      operand: "SCENARIO", options: Option.scenario + [.explain], run: CheckCommand.run),
    Command(
      name: "report",
      summary: "rebuild the report of a results folder; of a scenario, say what its model is",
      operand: "RESULTS or SCENARIO",
      options: Option.scenario + [.file, .locale, .markdown, .csvStyle],
      run: ReportCommand.run),
    Command(
      name: "trace", summary: "replay one replication of a product and print what happened",
      operand: "SCENARIO",
      options: Option.scenario + [
        .replication, .product, .onePolicy, .location, .from, .to, .why, .csv,
      ],
      run: TraceCommand.run),
    Command(
      name: "validate",
      summary: "hold scenarios that state what they are known to give against it",
      operand: "[PATH or CASE…]", takesAny: true, options: [.quick, .comparison, .jobs],
      run: ValidateCommand.run),
    Command(
      name: "fields", summary: "list every field of the scenario file and its tables",
      operand: nil, options: [], run: FieldsCommand.run),
  ]
}

/// An option of a command.
struct Option: Sendable {
  let name: String
  /// What its value is called; `nil` if it takes none.
  let value: String?
  let summary: String
  /// Whether it may be given several times.
  var isRepeatable = false

  static let set = Option(
    name: "--set", value: "PATH=VALUE",
    summary: "replace a value of the scenario, such as experiment.seed=2", isRepeatable: true)
  static let readFrom = Option(
    name: "--read-from", value: "DIR",
    summary: "scenarios may name files in this folder too, or below; give it again for more",
    isRepeatable: true)
  static let out = Option(
    name: "--out", value: "DIR",
    summary: "where the results go (default: results/<scenario name>)")
  static let file = Option(
    name: "--out", value: "FILE", summary: "write it to this file instead of printing it")
  static let comparison = Option(
    name: "--out", value: "DIR",
    summary: "where validation.csv and validation.md go (default: they are not written)")
  static let replications = Option(
    name: "--replications", value: "N", summary: "how many, instead of what the scenario says")
  static let precision = Option(
    name: "--precision", value: "SHARE",
    summary:
      "go on until headline measures are so precise (2%), the scenario's replications at least")
  static let seed = Option(
    name: "--seed", value: "S", summary: "another seed: other random numbers")
  static let jobs = Option(
    name: "--jobs", value: "J", summary: "cores to use (default: all); changes no result")
  static let memory = Option(
    name: "--memory", value: "SIZE",
    summary: "refuse what needs more, such as 2 GiB (default: what the machine has)")
  static let policy = Option(
    name: "--policy", value: "NAME", summary: "only this policy; give it again for more",
    isRepeatable: true)
  static let products = Option(
    name: "--products", value: "FILTER",
    summary: "only some products: ids with commas between, or mover=slow, category=…, demandClass=…"
  )
  static let without = Option(
    name: "--without", value: "OBSTACLE",
    summary: "also run with shortages, expiry or uncertainty gone, to see what is due to it",
    isRepeatable: true)
  static let assumptions = Option(
    name: "--assumptions", value: nil,
    summary: "also run the low and high variants of the assumptions that decide: sensitivity.csv")
  static let detail = Option(
    name: "--detail", value: nil,
    summary: "quantiles of each location and product too; memory grows by 8 bytes for each "
      + "replication and row of summary.csv")
  static let shard = Option(
    name: "--shard", value: "K/N",
    summary: "only the K-th of N parts of the replications, for buffert merge")
  static let shards = Option(name: "--shards", value: "N", summary: "into how many it is divided")
  static let resume = Option(
    name: "--resume", value: nil,
    summary: "go on with what a run that was interrupted has finished in the same folder")
  static let restart = Option(
    name: "--restart", value: nil, summary: "throw it away instead, and begin anew")
  static let saveEvery = Option(
    name: "--save-every", value: "TIME",
    summary: "keep what is finished so often (default: 10 s, and less often where writing is slow)")
  static let scenarioFile = Option(
    name: "--scenario", value: "FILE",
    summary: "where the scenario is now (default: where it was when the shards were run)")
  static let coresOfShard = Option(
    name: "--jobs", value: "J", summary: "cores for each shard (default: 1)")
  static let image = Option(
    name: "--image", value: "IMAGE",
    summary: "of kubernetes: the container image that has buffert (default: buffert:VERSION)")
  static let on = Option(
    name: "--on", value: "DATE",
    summary:
      "cut on this date in peace (default: first of the horizon); phases in force are left out")
  static let inPhase = Option(
    name: "--in", value: "PHASE",
    summary: "cut on the first day of this phase, too; give it again for more", isRepeatable: true)
  static let quick = Option(
    name: "--quick", value: nil,
    summary: "what takes seconds and sees large errors, instead of all replications")
  static let quiet = Option(name: "--quiet", value: nil, summary: "no progress and no summary")
  static let explain = Option(
    name: "--explain", value: nil,
    summary: "print every value that holds, with its default or where it is stated")
  static let replication = Option(
    name: "--replication", value: "K", summary: "which one: its number in replications.csv, from 0")
  static let product = Option(
    name: "--product", value: "P", summary: "id of the product; may be left out if there is one")
  static let onePolicy = Option(
    name: "--policy", value: "NAME", summary: "under which policy (default: the baseline)")
  static let location = Option(
    name: "--location", value: "L", summary: "only this location and what it gets and asks for")
  static let from = Option(
    name: "--from", value: "DATE",
    summary: "from this date (default: first of the horizon); an earlier one shows the warm-up")
  static let to = Option(
    name: "--to", value: "DATE", summary: "to this date (default: last of the horizon)")
  static let why = Option(
    name: "--why", value: nil, summary: "follow the first stock-out back to what caused it")
  static let csv = Option(name: "--csv", value: nil, summary: "print the events as CSV")
  static let csvStyle = Option(
    name: "--csv", value: "STYLE",
    summary: "plain (default), or excel-sv: also with semicolons and decimal commas, in excel-sv/")
  static let locale = Option(
    name: "--locale", value: "LANGUAGE", summary: "of the report: en (default) or sv")
  static let markdown = Option(
    name: "--markdown", value: nil,
    summary: "the report's text and tables as Markdown, for a word processor, instead of the page")
  static let fromReported = Option(
    name: "--from-reported", value: nil,
    summary:
      "the published tables, from the figures that they follow from; FILE has others in their "
      + "form")
  static let costFolder = Option(
    name: "--out", value: "DIR", summary: "also write the tables here, for programs and for people")
  static let costLocale = Option(
    name: "--locale", value: "LANGUAGE", summary: "of the tables: sv (default) or en")
  static let help = Option(name: "--help", value: nil, summary: "print this help")

  /// What every command that reads a scenario takes.
  static let scenario: [Option] = [.set, .readFrom]
}
