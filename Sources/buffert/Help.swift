/// The texts of `--help`.
enum Help {
  /// What the program does and which commands it has.
  static var overview: String {
    var lines = [
      "buffert simulates preparedness stock of medical products: what one month and three months",
      "of rotating stock give, and what they cost.",
      "",
      "usage: buffert COMMAND …",
      "",
    ]
    lines += columns(
      Command.all.map { ($0.name + ($0.operand.map { " " + $0 } ?? ""), $0.summary) })
    lines += [
      "",
      "buffert COMMAND --help says more about a command; buffert --version prints the version.",
      "Exit codes: 0 done, 1 the run failed, 2 wrong usage, 3 the scenario has errors,",
      "130 interrupted.",
    ]
    return lines.joined(separator: "\n")
  }

  /// What a command does and takes.
  static func text(for command: Command) -> String {
    let operand = command.operand.map { " " + $0 } ?? ""
    var lines = [
      "usage: buffert \(command.name)\(operand) [options]", "", command.summary, "", "options:",
    ]
    lines += columns(
      (command.options + [Option.help]).map {
        (
          $0.name + ($0.value.map { " " + $0 } ?? ""),
          $0.summary + ($0.isRepeatable ? " (repeatable)" : "")
        )
      })
    return lines.joined(separator: "\n")
  }

  private static func columns(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, text in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + text
    }
  }
}
