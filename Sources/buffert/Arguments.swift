/// What the user gave a command: its operand and options.
struct Arguments {
  /// What stands after the command's name and is no option.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Why the words cannot be understood.
  struct Problem: Error {
    let text: String
    /// The word that may be misspelt, and what it may have been.
    var word = ""
    var known: [String] = []
  }

  /// The one operand of a command that takes one.
  var operand: String { operands.first ?? "" }

  /// Whether an option was given.
  func has(_ option: String) -> Bool { values[option] != nil }

  /// An option's value; the last, if it was given several times.
  func value(_ option: Option) -> String? { values[option.name]?.last }

  /// All values of a repeatable option, in order.
  func all(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// Reads the words after the command's name; `--flag value` and `--flag=value` both work.
  static func parse(_ words: [String], for command: Command) -> Result<Arguments, Problem> {
    var arguments = Arguments()
    var rest = words[...]
    var operands: [String] = []
    let options = command.options + [Option.help]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = word == "-h" ? "--help" : String(parts[0])
      guard let option = options.first(where: { $0.name == name }) else {
        return .failure(
          Problem(
            text: "\(command.name) has no option \(name)", word: name,
            known: options.map(\.name)))
      }
      var value = ""
      if option.value != nil {
        guard let stated = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
          return .failure(Problem(text: "\(name) needs a value: \(name) \(option.value ?? "")"))
        }
        value = stated
      } else if parts.count == 2 {
        return .failure(Problem(text: "\(name) takes no value"))
      }
      if !option.isRepeatable, arguments.values[name] != nil {
        return .failure(Problem(text: "\(name) is given twice"))
      }
      arguments.values[name, default: []].append(value)
    }
    if arguments.has("--help") { return .success(arguments) }
    let wanted = command.operand == nil ? 0 : 1
    guard command.takesAny || operands.count == wanted else {
      let need = command.operand.map { "one \($0)" } ?? "nothing"
      return .failure(
        Problem(text: "\(command.name) takes \(need) besides options, but got \(operands.count)"))
    }
    arguments.operands = operands
    return .success(arguments)
  }

  /// A whole number from an option; `nil` if it was not given.
  func wholeNumber(_ option: Option, from low: Int) -> Result<Int?, Problem> {
    guard let text = value(option) else { return .success(nil) }
    guard let number = Int(text), number >= low else {
      return .failure(
        Problem(text: "\(option.name) is \(text), but should be a whole number from \(low) up"))
    }
    return .success(number)
  }

  /// One of several words from an option; `nil` if it was not given.
  func choice<Choice: RawRepresentable<String>>(
    _ option: Option, among choices: [Choice]
  ) -> Result<Choice?, Problem> {
    guard let text = value(option) else { return .success(nil) }
    guard let choice = choices.first(where: { $0.rawValue == text }) else {
      let known = choices.map(\.rawValue)
      return .failure(
        Problem(
          text: "\(option.name) is \(text), but should be \(known.joined(separator: " or "))",
          word: text, known: known))
    }
    return .success(choice)
  }

  /// A share from an option, above 0 and below 1: `2%`, `"2 %"` or `0.02`; `nil` if it was not given.
  func share(_ option: Option) -> Result<Double?, Problem> {
    guard let text = value(option) else { return .success(nil) }
    let isPercent = text.hasSuffix("%")
    let number = Double(text.filter { $0 != "%" && $0 != " " })
    guard let share = number.map({ isPercent ? $0 / 100 : $0 }), share > 0, share < 1 else {
      return .failure(
        Problem(text: "\(option.name) is \(text), but should be a share such as 2% or 0.02"))
    }
    return .success(share)
  }
}
