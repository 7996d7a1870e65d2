import ScenarioFiles

/// `buffert fields`: every field of the scenario format, from the catalogue that reads it.
enum FieldsCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    for section in Catalogue.sections {
      Terminal.write((section.path.isEmpty ? "(scenario)" : section.path) + ": " + section.meaning)
      for field in section.fields {
        Terminal.write("  \(field.name): \(field.meaning)")
        let fallback = field.fallback.map { "default \($0)" } ?? "must be stated"
        Terminal.write(
          "      \(field.kind); \(field.allowed); \(fallback); for example \(field.example)")
      }
      Terminal.write("")
    }
    return .done
  }
}
