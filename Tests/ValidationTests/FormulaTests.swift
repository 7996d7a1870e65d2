import Testing

@testable import ScenarioFiles
@testable import Validation

@Suite("Formulas over measures")
struct FormulaTests {
  static let measures: [String: [Double]] = [
    "demand": [10, 12, 8, 14], "served": [9, 12, 7, 10], "stock": [0, 3, 0, 1],
  ]

  static func estimate(_ text: String) throws -> FormulaEstimate {
    let formula = try FormulaReader.read(text).get()
    return try FormulaEstimate(formula, count: 4, constants: ["days": 2]) { name, location in
      try #require(measures[location.map { "\($0).\(name)" } ?? name])
    }
  }

  @Test(
    "Products bind more strongly than sums, and equal operators from left to right",
    arguments: [
      ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("8 - 4 - 2", 2), ("16 / 4 / 2", 2), ("-3 + 5", 2),
      ("2 * -3", -6), ("1.5e1 + 5E-1", 15.5), (".5", 0.5), ("days * 2", 4), ("1-days", -1),
    ])
  func arithmetic(text: String, value: Double) throws {
    #expect(try Self.estimate(text).value == value)
  }

  @Test("A measure is its mean, and a quotient of measures that of their means")
  func means() throws {
    #expect(try Self.estimate("demand / days").value == 5.5)
    #expect(try Self.estimate("served / demand").value == 38.0 / 44)
  }

  @Test("Shares, variances and deviations are over replications")
  func statistics() throws {
    #expect(try Self.estimate("share(stock = 0)").value == 0.5)
    #expect(try Self.estimate("share(demand - served >= 1)").value == 0.75)
    #expect(try Self.estimate("share(demand < 10)").value == 0.25)
    let variance = try Self.estimate("variance(demand / days)").value
    #expect(abs(variance - 20.0 / 3 / 4) < 1e-12)
    #expect(abs(try Self.estimate("deviation(demand)").value - (20.0 / 3).squareRoot()) < 1e-12)
  }

  @Test("The standard error of a mean is the deviation over the root of the number")
  func meanError() throws {
    let error = try Self.estimate("3 * demand").standardError
    #expect(abs(error - 3 * (20.0 / 3 / 4).squareRoot()) < 1e-12)
    #expect(try Self.estimate("days").standardError == 0)
  }

  @Test("The standard error of a quotient is close to that of the first order")
  func ratioError() throws {
    // Of (served − ratio × demand) ÷ mean demand.
    let ratio = 38.0 / 44
    let rests = zip([9.0, 12, 7, 10], [10.0, 12, 8, 14]).map { ($0 - ratio * $1) / 11 }
    let squares = rests.reduce(0) { $0 + $1 * $1 }
    let error = try Self.estimate("served / demand").standardError
    #expect(abs(error / (squares / 3 / 4).squareRoot() - 1) < 0.1)
  }

  @Test("A location in brackets asks for its measure")
  func location() throws {
    let formula = try FormulaReader.read("averageStock[unit-1] + averageStock").get()
    #expect(formula.measures.map(\.location) == ["unit-1", nil])
    #expect(formula.measures.map(\.name) == ["averageStock", "averageStock"])
  }

  @Test(
    "What is no formula is refused with what is wrong",
    arguments: [
      ("", "ends where a value should stand"), ("1 +", "ends where a value should stand"),
      ("(1", "ends where ) should stand"),
      ("1 2", "has \"2\" where an operator, or the end should"),
      ("share(stock)", "has \")\" where one of < <= = >= > should stand"),
      ("stock < 1", "has \"< 1\" where an operator"), ("a[b", "ends where ] should stand"),
      ("share(variance(a) < 1)", "has variance inside another statistic"), ("1..2", "is no number"),
      ("§", "where a number, a measure or ( should stand"),
    ])
  func refused(text: String, reason: String) throws {
    guard case .failure(let problem) = FormulaReader.read(text) else {
      Issue.record("\(text) was read")
      return
    }
    #expect(problem.text.contains(reason), "\(problem.text)")
  }

  @Test("A formula without end is refused, not followed until the stack is gone")
  func hostile() throws {
    for (text, reason) in [
      (String(repeating: "(", count: 1_900), "nests more than 50 deep"),
      (String(repeating: "-", count: 1_900) + "1", "nests more than 50 deep"),
      (String(repeating: "(", count: 1_000_000), "is longer than 2000 bytes"),
      (Array(repeating: "1", count: 100_000).joined(separator: "+"), "is longer than 2000 bytes"),
    ] {
      guard case .failure(let problem) = FormulaReader.read(text) else {
        Issue.record("it was read")
        continue
      }
      #expect(problem.text == reason)
    }
    // The longest that is allowed can be worked out.
    let sum = Array(repeating: "1", count: 1_000).joined(separator: "+")
    #expect(try Self.estimate(sum).value == 1_000)
  }
}
