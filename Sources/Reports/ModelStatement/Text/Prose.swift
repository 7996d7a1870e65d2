/// A piece of Markdown: what the program says is Markdown, what it fills in is plain text.
///
/// `Prose` is written as a string literal. The literal's own words may contain marks; every string
/// that is filled in is escaped, so that no name of a scenario can end a table or start a script.
struct Prose: ExpressibleByStringInterpolation, Sendable, Equatable {
  /// The Markdown, on one line.
  let markdown: String

  init(stringLiteral literal: String) { markdown = literal }

  init(stringInterpolation interpolation: Interpolation) { markdown = interpolation.markdown }

  private init(markdown: String) { self.markdown = markdown }

  /// A text that is not the program's own.
  init(escaping text: String) { markdown = Markdown.escaped(text) }

  /// A name of the scenario, as code.
  init(id: String) { markdown = Markdown.code(id) }

  var isEmpty: Bool { markdown.isEmpty }

  /// Two pieces, one after the other.
  static func + (left: Prose, right: Prose) -> Prose {
    Prose(markdown: left.markdown + right.markdown)
  }

  /// The same with a capital at its beginning.
  var asSentence: Prose {
    Prose(markdown: markdown.prefix(1).uppercased() + markdown.dropFirst() + ".")
  }

  /// Puts a literal and what is filled into it together.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markdown = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markdown.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { markdown += literal }

    mutating func appendInterpolation(_ text: String) { markdown += Markdown.escaped(text) }

    mutating func appendInterpolation(_ prose: Prose) { markdown += prose.markdown }

    mutating func appendInterpolation(_ number: some BinaryInteger) { markdown += "\(number)" }

    mutating func appendInterpolation(id name: String) { markdown += Markdown.code(name) }
  }
}

extension [Prose] {
  /// The pieces with a separator between: a comma, unless another is stated.
  func joined(_ separator: Prose = ", ") -> Prose {
    guard var result = first else { return "" }
    for piece in dropFirst() { result = result + separator + piece }
    return result
  }

  /// The pieces as a sentence lists them: `a, b and c`.
  var listed: Prose {
    guard let last, count > 1 else { return first ?? "" }
    return Array(dropLast()).joined() + " and " + last
  }

  /// The first pieces as a sentence lists them, and how many more there are.
  func listed(atMost limit: Int) -> Prose {
    guard count > limit else { return listed }
    return Array(prefix(limit)).joined() + " and \(count - limit) more"
  }
}
