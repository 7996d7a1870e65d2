import SupplyModel

extension ScenarioDigest {
  /// What a policy chooses besides its allocation rule, said only where it differs from the default.
  static func appendLaterChoices(
    of policy: Policy, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    switch policy.buildUp {
    case .immediate: break
    case .gradual(let days):
      text.word("gradual")
      text.whole(days)
    case .stepwise(let steps):
      text.word("stepwise")
      for step in steps {
        text.whole(step.day)
        text.whole(step.shareBasisPoints)
      }
    }
    switch policy.transshipment {
    case .notAllowed: break
    case .voluntary(let voluntary):
      text.word("voluntary")
      append("kept", voluntary.kept, to: &text)
      text.whole(voluntary.leadTimeDays)
    case .mandated(let mandated):
      text.word("mandated")
      append(mandated.decision, content, to: &text)
      text.whole(mandated.everyDays)
      text.whole(mandated.leadTimeDays)
    }
    if !policy.allowsSubstitution { text.word("noSubstitution") }
  }
}
