/// Why a text is not the quantity that was asked for, worded for a `Diagnostic`.
struct QuantityProblem: Error, Hashable {
  /// What was found, as a predicate: `has the unknown unit "dayz"`.
  let problem: String
  /// What is allowed, as it reads after "expected".
  let allowed: String?
  /// What to write instead.
  let remedy: String?

  /// A problem from its parts.
  init(_ problem: String, allowed: String? = nil, remedy: String? = nil) {
    self.problem = problem
    self.allowed = allowed
    self.remedy = remedy
  }
}

extension Diagnostic {
  /// The error that the quantity at `place`, called `path`, has this problem.
  init(place: Place?, path: String, _ quantity: QuantityProblem) {
    self.init(
      place: place, path: path, problem: quantity.problem, allowed: quantity.allowed,
      remedy: quantity.remedy)
  }
}
