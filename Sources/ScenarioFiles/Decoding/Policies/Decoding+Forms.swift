/// Which of the forms of a choice a value is written in.
enum WrittenForm {
  /// One of its words.
  case word(String)
  /// An object with one member, which names the form.
  case form(String, JSONNode, path: String)
}

extension Decoding {
  /// The form in which a choice is written; reports what is none of its forms.
  ///
  /// A word is noted as a value that holds; what stands in braces is noted by who reads it.
  func form(_ node: JSONNode, _ path: String, _ forms: Forms) -> WrittenForm? {
    if let word = node.string {
      guard forms.words.contains(word) else {
        report(
          node.range, path, word.isEmpty ? "is empty" : "is \(TerminalText.quoted(word))",
          allowed: forms.allowed, remedy: remedy(for: word, forms))
        return nil
      }
      explain(path, node.range.text, at: node.range)
      return .word(word)
    }
    guard let members = node.members, !forms.section.fields.isEmpty else {
      report(node.range, path, "is \(node.kindName)", allowed: forms.allowed)
      return nil
    }
    guard let object = ObjectReader(node, path, forms.section, in: self) else { return nil }
    guard members.count == 1, let member = members.first else {
      let stated = members.map(\.key).joined(separator: " and ")
      report(
        node.range, path, members.isEmpty ? "is empty" : "states both \(stated)",
        allowed: forms.allowed)
      return nil
    }
    guard forms.section.names.contains(member.key) else { return nil }
    return .form(member.key, member.value, path: object.path(member.key))
  }

  private func remedy(for word: String, _ forms: Forms) -> String? {
    if let field = forms.section.fields.first(where: { $0.name == word }) {
      return "write { \(field.name): \(field.example) }"
    }
    return Suggestion.nearest(to: word, among: forms.words).map {
      "did you mean \(TerminalText.quoted($0))?"
    }
  }
}
