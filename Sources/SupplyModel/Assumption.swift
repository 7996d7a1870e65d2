/// How well a value is known.
public enum KnowledgeStatus: String, Sendable, Hashable, CaseIterable {
  /// Found in a public document or register that is named.
  case sourced
  /// Arithmetic on sourced figures.
  case derived
  /// Estimated from sourced figures by a stated rule.
  case estimate
  /// Recalled, not looked up.
  case memory
  /// Judged by someone who knows the field.
  case judgement
  /// A modelling choice without a source.
  case assumption
}

/// One entry of the register of assumptions: what was assumed, how well it is known, what else
/// it might be.
public struct Assumption: Sendable {
  /// A short name.
  public var id: String
  /// What it is about.
  public var what: String
  /// The value used, as text with its unit.
  public var value: String
  /// How well it is known.
  public var status: KnowledgeStatus
  /// Where it comes from.
  public var source: String
  /// Whether it is one of those that decide the answer most.
  public var decides: Bool
  /// The value of the low variant, if there is one.
  public var low: String
  /// The value of the high variant, if there is one.
  public var high: String
  /// The scenario file in which it has the low value, beside the scenario's own; empty if there is none.
  public var lowScenario: String
  /// The same for the high value.
  public var highScenario: String

  /// An entry of the register.
  public init(
    id: String, what: String, value: String, status: KnowledgeStatus, source: String,
    decides: Bool, low: String, high: String, lowScenario: String = "", highScenario: String = ""
  ) {
    self.id = id
    self.what = what
    self.value = value
    self.status = status
    self.source = source
    self.decides = decides
    self.low = low
    self.high = high
    self.lowScenario = lowScenario
    self.highScenario = highScenario
  }
}
