/// A sentence, or a part of one, as it is written in the program, in one language.
///
/// It is a string literal. The literal's own words are Markdown; every string that is filled in is plain
/// text and is escaped, so that no name of a scenario can end a table or start a script.
struct Wording: ExpressibleByStringInterpolation, Sendable {
  /// The Markdown, on one line.
  let markdown: String

  init(stringLiteral literal: String) { markdown = literal }

  init(stringInterpolation interpolation: Interpolation) { markdown = interpolation.markdown }

  private init(markdown: String) { self.markdown = markdown }

  /// Two pieces, one after the other.
  static func + (left: Wording, right: Wording) -> Wording {
    Wording(markdown: left.markdown + right.markdown)
  }

  /// Puts a literal and what is filled into it together.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markdown = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markdown.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { markdown += literal }

    /// A text that is not the program's own.
    mutating func appendInterpolation(_ text: String) { markdown += Markdown.escaped(text) }

    mutating func appendInterpolation(_ prose: Prose) { markdown += prose.markdown }

    /// A number without marks between its digits.
    mutating func appendInterpolation(_ number: some BinaryInteger) { markdown += "\(number)" }

    /// A name of the scenario, as code.
    mutating func appendInterpolation(id name: String) { markdown += Markdown.code(name) }
  }
}
