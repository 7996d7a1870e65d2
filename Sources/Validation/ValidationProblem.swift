/// Why something cannot be compared.
public struct ValidationProblem: Error, Sendable {
  /// In words, with the place where it is stated.
  public let text: String

  /// A problem in words.
  public init(text: String) {
    self.text = text
  }
}
