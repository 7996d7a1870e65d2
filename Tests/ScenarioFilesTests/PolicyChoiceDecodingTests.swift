import ScenarioFiles
import SupplyModel
import Testing

@Suite("From policies to what they choose as a whole")
struct PolicyChoiceDecodingTests {
  typealias Written = PolicyDecodingTests.Written

  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  /// The policies of the base scenario, in which policies build up and `one-month` extends `today`.
  private func policies(_ settings: String...) throws -> [Policy] {
    let outcome = base.read(settings: ["horizon.begin=buildUp"] + settings)
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content.policies
  }

  static let buildUps: [Written<BuildUp>] = [
    .init("immediate", .immediate), .init("{ gradual: '12 months' }", .gradual(overDays: 360)),
    .init(
      "{ stepwise: [{ share: '80 %', by: '6 months' }, { share: 1, by: '12 months' }] }",
      .stepwise([
        .init(day: 180, shareBasisPoints: 8_000), .init(day: 360, shareBasisPoints: 10_000),
      ])),
    .init(
      "{ stepwise: [{ share: '100 %', by: '0 days' }] }",
      .stepwise([.init(day: 0, shareBasisPoints: 10_000)])),
  ]

  @Test("Every way to build up is read", arguments: buildUps)
  func buildUp(_ written: Written<BuildUp>) throws {
    let found = try policies("policies.one-month.buildUp=" + written.testDescription)
    #expect(found.map(\.buildUp) == [.immediate, written.value])
  }

  @Test("A policy inherits how the one that it extends builds up")
  func inheritedBuildUp() throws {
    let found = try policies(
      "policies.one-month.buildUp={ gradual: '12 months' }",
      "policies.two-months={ extends: 'one-month' }")
    #expect(found.map(\.name) == ["today", "one-month", "two-months"])
    #expect(found[2].buildUp == .gradual(overDays: 360))
  }

  static let transshipments: [Written<Transshipment>] = [
    .init("notAllowed", .notAllowed),
    .init(
      "{ voluntary: { kept: '14 days', leadTime: '2 days' } }",
      .voluntary(.init(kept: .days(14), leadTimeDays: 2))),
    .init(
      "{ mandated: { when: 'shortage', leadTime: '2 days' } }",
      .mandated(
        .init(
          decision: Decision(occasion: .shortage, delayDays: 0), everyDays: 7, leadTimeDays: 2))),
    .init(
      "{ mandated: { when: { phases: ['war'] }, delay: '7 days', every: '14 days', "
        + "leadTime: '1 day' } }",
      .mandated(
        .init(
          decision: Decision(occasion: .phases(["war"]), delayDays: 7), everyDays: 14,
          leadTimeDays: 1))),
  ]

  @Test("Every kind of transshipment is read, and inherited", arguments: transshipments)
  func transshipment(_ written: Written<Transshipment>) throws {
    let found = try policies("policies.today.transshipment=" + written.testDescription)
    #expect(found.map(\.transshipment) == [written.value, written.value])
  }

  @Test("Substitutes may be given unless a policy says that they may not")
  func substitution() throws {
    #expect(try policies().map(\.allowsSubstitution) == [true, true])
    let found = try policies("policies.one-month.substitution=notAllowed")
    #expect(found.map(\.allowsSubstitution) == [true, false])
    let stated = try policies(
      "policies.today.substitution=notAllowed", "policies.one-month.substitution=allowed")
    #expect(stated.map(\.allowsSubstitution) == [false, true])
  }

  @Test("Hoarding is a factor, in ten-thousandths")
  func hoarding() throws {
    let found = try policies("policies.today.careUnit.hoarding=1.5")
    #expect(found[0].rules[0].hoardingBasisPoints == 15_000)
    #expect(try policies()[0].rules[0].hoardingBasisPoints == nil)
  }

  @Test("The effective scenario states every choice, inherited or by default")
  func effective() {
    func value(_ path: String, _ settings: String...) -> String? {
      base.read(settings: ["horizon.begin=buildUp"] + settings).effective.values
        .first { $0.path == path }?.value
    }
    #expect(value("policies.today.buildUp") == "immediate")
    #expect(value("policies.one-month.transshipment") == "notAllowed")
    #expect(value("policies.one-month.substitution") == "allowed")
    #expect(value("policies.today.(otherwise).hoarding") == "1")
    #expect(
      value("policies.one-month.substitution", "policies.today.substitution=notAllowed")
        == "as policies.today.substitution")
    let mandated =
      "policies.today.transshipment={ mandated: { when: 'shortage', leadTime: '2 days' } }"
    #expect(value("policies.today.transshipment.mandated.every", mandated) == "7 days")
    #expect(value("policies.today.transshipment.mandated.delay", mandated) == "0 days")
  }

  @Test("An overlay that states another form replaces the first")
  func overlay() throws {
    var files = base
    files["first.json5"] = """
      { extends: "base.json5", horizon: { begin: "buildUp" },
        policies: { "one-month": { buildUp: { gradual: "6 months" },
          transshipment: { voluntary: { kept: "3 days", leadTime: "1 day" } } } } }
      """
    files["over.json5"] = """
      { extends: "first.json5", policies: { "one-month": {
        buildUp: { stepwise: [{ share: "100 %", by: "3 months" }] },
        transshipment: { mandated: { when: "shortage", leadTime: "1 day" } } } } }
      """
    let outcome = files.read("over.json5")
    #expect(outcome.diagnostics.rendered() == "")
    let policy = try #require(outcome.model).content.policies[1]
    #expect(policy.buildUp == .stepwise([.init(day: 90, shareBasisPoints: 10_000)]))
    if case .mandated = policy.transshipment {} else { Issue.record("not mandated") }
  }

  @Test("A policy that an overlay only lets build up keeps all that it says otherwise")
  func overlayOfOneChoice() throws {
    var files = base
    files["over.json5"] = """
      { extends: "base.json5", horizon: { begin: "buildUp" },
        policies: { "one-month": { buildUp: { gradual: "6 months" } } } }
      """
    let outcome = files.read("over.json5")
    #expect(outcome.diagnostics.rendered() == "")
    let policy = try #require(outcome.model).content.policies[1]
    #expect(policy.buildUp == .gradual(overDays: 180))
    #expect(policy.rules.contains { $0.reserve == .days(30) })
  }

  @Test("Policies may be called what forms of their choices are called")
  func namesOfForms() throws {
    var files = base
    let month = files["base.json5"].split(separator: "\n").first { $0.contains("\"one-month\"") }
    files["base.json5"] = files["base.json5"].replacing(try #require(month), with: "")
      .replacing("today: {", with: "gradual: {").replacing("\"today\"", with: "\"gradual\"")
    files["over.json5"] = """
      { extends: "base.json5", policies: { stepwise: { extends: "gradual" } } }
      """
    let outcome = files.read("over.json5")
    #expect(outcome.diagnostics.rendered() == "")
    #expect(outcome.model?.content.policies.map(\.name) == ["gradual", "stepwise"])
  }
}
