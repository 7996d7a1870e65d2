/// What is wrong in the user's input: where, what was found, what is allowed, what to write.
///
/// The wording belongs to whoever makes the diagnostic; the layout belongs to `rendered()`.
/// `path` and `problem` read as one sentence: `products[3].shelfLife` + `is negative`.
public struct Diagnostic: Sendable, Hashable {
  /// Whether the input can be used at all.
  public enum Severity: String, Sendable, Hashable {
    /// The input cannot be used.
    case error
    /// The input can be used, and may mean something else than the user thinks.
    case warning
  }

  /// Where the input came from.
  public enum Place: Sendable, Hashable {
    /// A stretch of a file.
    case source(SourceRange)
    /// Something that is not a file, named as the user wrote it: `--set experiment.seed=x`.
    case origin(String)
  }

  /// Whether the input can be used at all.
  public let severity: Severity
  /// Where the input came from; `nil` when it concerns no single place.
  public let place: Place?
  /// The name of the value: `policies.one-month.centralStore.reserve`, or
  /// `products.csv row 12, shelfLife`. Empty when the problem is a sentence of its own.
  public let path: String
  /// What was found: a predicate that continues `path`, without a full stop.
  public let problem: String
  /// What is allowed, as it reads after "expected": `1 day to 20 years`.
  public let allowed: String?
  /// What to write instead, as a sentence of its own: `write "5 days"`.
  public let remedy: String?

  /// A diagnostic from its parts; see the properties for how each is worded.
  public init(
    _ severity: Severity = .error, place: Place? = nil, path: String = "", problem: String,
    allowed: String? = nil, remedy: String? = nil
  ) {
    self.severity = severity
    self.place = place
    self.path = path
    self.problem = problem
    self.allowed = allowed
    self.remedy = remedy
  }
}
