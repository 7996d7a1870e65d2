import Testing

@testable import Estimators

@Suite("Numbers in ascending order")
struct AscendingOrderTests {
  @Test(
    "As the standard library sorts them",
    arguments: [
      -3...3, 0...1_000_000, -5_000_000_000...7_000_000_000, Int64.min...Int64.max,
      Int64.max - 40...Int64.max, 12...12,
    ])
  func asSorted(range: ClosedRange<Int64>) {
    var generator = SystemRandomNumberGenerator()
    for count in [0, 1, 255, 256, 257, 3_000] {
      let numbers = (0..<count).map { _ in Int64.random(in: range, using: &generator) }
      #expect(numbers.inAscendingOrder() == numbers.sorted(), "\(count) of \(range)")
    }
  }
}
