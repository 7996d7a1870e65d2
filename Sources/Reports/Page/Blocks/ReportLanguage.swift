/// What language a report is in; the two texts of everything said stand beside each other, so that
/// neither is forgotten.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// British English.
  case english = "en"
  /// Swedish.
  case swedish = "sv"

  /// The text in this language.
  func callAsFunction(_ english: String, _ swedish: String) -> String {
    self == .english ? english : swedish
  }

  /// A number that `ReadableNumber` has written, with the decimal mark of the language.
  func number(_ text: String) -> String {
    self == .english ? text : text.replacing(".", with: ",")
  }
}
