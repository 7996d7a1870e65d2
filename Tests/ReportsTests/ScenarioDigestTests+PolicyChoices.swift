import Reports
import SupplyModel
import Testing

extension ScenarioDigestTests {
  /// Changes to what a policy says as a whole, and to hoarding.
  static let policyChoices: [Perturbation] =
    buildUps.map { buildUp in
      Perturbation("\(buildUp)") { $0.policies[1].buildUp = buildUp }
    }
    + transshipments.map { transshipment in
      Perturbation("\(transshipment)") { $0.policies[1].transshipment = transshipment }
    } + [
      Perturbation("no substitution") { $0.policies[1].allowsSubstitution = false },
      Perturbation("hoarding") { $0.policies[1].rules[0].hoardingBasisPoints = 15_000 },
      Perturbation("no hoarding, said") { $0.policies[1].rules[0].hoardingBasisPoints = 10_000 },
    ]

  private static let buildUps: [BuildUp] = [
    .gradual(overDays: 365), .gradual(overDays: 360),
    .stepwise([.init(day: 180, shareBasisPoints: 10_000)]),
    .stepwise([.init(day: 181, shareBasisPoints: 10_000)]),
    .stepwise([
      .init(day: 180, shareBasisPoints: 8_000), .init(day: 360, shareBasisPoints: 10_000),
    ]),
    .stepwise([
      .init(day: 180, shareBasisPoints: 8_001), .init(day: 360, shareBasisPoints: 10_000),
    ]),
  ]

  private static let transshipments: [Transshipment] = [
    .voluntary(.init(kept: .days(14), leadTimeDays: 2)),
    .voluntary(.init(kept: .units(14), leadTimeDays: 2)),
    .voluntary(.init(kept: .days(14), leadTimeDays: 3)),
    mandated(.shortage), mandated(.phases(["war"])), mandated(.phases(["other"])),
    mandated(.shortage, delay: 8), mandated(.shortage, every: 8), mandated(.shortage, leadTime: 3),
  ]

  private static func mandated(
    _ occasion: Decision.Occasion, delay: Int = 7, every: Int = 7, leadTime: Int = 2
  ) -> Transshipment {
    .mandated(
      .init(
        decision: Decision(occasion: occasion, delayDays: delay), everyDays: every,
        leadTimeDays: leadTime))
  }

  @Test("Knows every field of build-up and transshipment")
  func knowsEveryFieldOfPolicyChoices() {
    func fields(_ value: Any) -> String {
      Mirror(reflecting: value).children.map { $0.label ?? "" }.joined(separator: " ")
    }
    #expect(fields(BuildUp.Step(day: 1, shareBasisPoints: 1)) == "day shareBasisPoints")
    #expect(
      fields(Transshipment.Voluntary(kept: .days(1), leadTimeDays: 1)) == "kept leadTimeDays")
    let mandated = Transshipment.Mandated(
      decision: Decision(occasion: .shortage, delayDays: 1), everyDays: 1, leadTimeDays: 1)
    #expect(fields(mandated) == "decision everyDays leadTimeDays")
  }
}
