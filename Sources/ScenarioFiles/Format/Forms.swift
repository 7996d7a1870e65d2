/// A choice that is written as a word, or as an object whose one member names the form.
///
/// `"fefo"` and `{ mixed: { ignoringExpiry: "10 %" } }` are two ways to issue.
struct Forms: Sendable {
  /// The words, in reading order.
  let words: [String]
  /// The forms with braces: what each member of the object holds.
  let section: Section
  /// What else is allowed, such as `a duration`.
  var others: [String] = []

  /// What is allowed, as it reads after "expected".
  var allowed: String {
    let all = words + others + section.names.map { "{ \($0): … }" }
    return all.count == 1
      ? all[0] : all.dropLast().joined(separator: ", ") + " or " + all[all.count - 1]
  }

  /// The field of a section that is written in these forms.
  func field(
    _ name: String, example: String, fallback: String?, _ meaning: String
  ) -> FieldDescription {
    Section.part(
      name, "choice", allowed: allowed, example: example, fallback: fallback, meaning)
  }

  /// A form with braces, in the section that lists them.
  static func form(_ name: String, example: String, _ meaning: String) -> FieldDescription {
    Section.part(
      name, "object", allowed: example, example: example, fallback: "another form", meaning)
  }
}
