/// A piece of Markdown in the language of its statement.
///
/// What has words in it is made by `StatementWords` from two texts that stand beside each other, one for
/// each language: a sentence that is missing in one of them does not compile. What has none, a name or a
/// sign, is the same in both.
struct Prose: Sendable, Equatable {
  /// The Markdown, on one line.
  let markdown: String

  /// What is the same in every language: names, numbers and signs.
  init(sign wording: Wording) { markdown = wording.markdown }

  /// A name of the scenario, as code.
  init(id: String) { markdown = Markdown.code(id) }

  /// A text that is not the program's own.
  init(text: String) { markdown = Markdown.escaped(text) }

  private init(markdown: String) { self.markdown = markdown }

  /// Nothing.
  static let empty = Prose(markdown: "")
  /// What parts the members of a list.
  static let comma = Prose(markdown: ", ")
  /// What parts settings of one rule.
  static let semicolon = Prose(markdown: "; ")
  /// What parts words.
  static let space = Prose(markdown: " ")

  var isEmpty: Bool { markdown.isEmpty }

  /// Two pieces, one after the other.
  static func + (left: Prose, right: Prose) -> Prose {
    Prose(markdown: left.markdown + right.markdown)
  }

  /// The same, ended by a full stop.
  var ended: Prose { Prose(markdown: markdown + ".") }
}

extension [Prose] {
  /// The pieces with a separator between: a comma, unless another is stated.
  func joined(_ separator: Prose = .comma) -> Prose {
    guard var result = first else { return .empty }
    for piece in dropFirst() { result = result + separator + piece }
    return result
  }
}
