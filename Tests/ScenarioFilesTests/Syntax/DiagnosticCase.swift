import Testing

/// A broken text and the diagnostics that it must give, to the letter.
struct DiagnosticCase: CustomTestStringConvertible {
  let title: String
  let text: String
  let expected: String
  var testDescription: String { title }

  init(_ title: String, _ text: String, _ expected: String) {
    self.title = title
    self.text = text
    self.expected = expected
  }
}
