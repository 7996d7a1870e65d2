import Testing

/// VALIDATION case B9: base stock with demand that changes with time. What is outstanding is Poisson
/// with the mean demand of the lead time before, exactly (Eick, Massey & Whitt). Tolerance 4 standard
/// errors; seed 9.
@Suite("B9: demand that changes with time")
struct ChangingDemandTests {
  struct Row: Sendable {
    /// Length of the horizon, at whose end the case looks. [days]
    let day: Int
    let product: String
    let level: Double
    let outstanding: Double
    let noStock: Double
    /// `nil` where the case does not say it.
    var waiting: Double?

    init(
      _ day: Int, _ product: String, _ level: Double, _ outstanding: Double, _ noStock: Double,
      _ waiting: Double? = nil
    ) {
      self.day = day
      self.product = product
      self.level = level
      self.outstanding = outstanding
      self.noStock = noStock
      self.waiting = waiting
    }
  }

  static let rows = [
    Row(32, "weekly", 14, 9.2, 0.084375895),
    Row(32, "surge", 20, 18, 0.349083872, 0.897912811),
    Row(34, "weekly", 14, 6.8, 0.010208095),
    Row(34, "surge", 20, 26, 0.903179150, 6.256056305),
    Row(35, "weekly", 14, 4.8, 0.000472650),
    Row(35, "sine", 25, 21.13014145, 0.22652989, 0.54618346),
    Row(37, "weekly", 14, 10, 0.135535577),
    Row(40, "surge", 20, 30, 0.978126532, 10.049488316),
    Row(42, "surge", 20, 22, 0.693972979, 3.005580431),
    Row(42, "sine", 25, 21.13014145, 0.22652989, 0.54618346),
    Row(44, "surge", 20, 14, 0.076504940, 0.112900975),
    Row(49, "surge", 20, 10, 0.003454342),
    Row(49, "sine", 25, 6.86985855, 7.5998762e-08, 2.6391753e-08),
    Row(56, "sine", 25, 6.86985855, 7.5998762e-08, 2.6391753e-08),
  ]

  @Test(
    "What is outstanding, waits and is out of stock is exact",
    arguments: [32, 34, 35, 37, 40, 42, 44, 49, 56])
  func agrees(day: Int) throws {
    let run = try ReferenceRun(
      "b9-moments", replications: 1000, settings: ["horizon.length=\"\(day) days\""])
    let count = run.count
    let days = Double(day)
    for row in Self.rows where row.day == day {
      // Poisson: the variance is the mean.
      let means = try run.replications(of: row.product, "base-stock")
      let outstanding = means.map { (($0.demand - $0.purchased) * days).rounded() }
      let mean = outstanding.reduce(0, +) / Double(count)
      #expect(abs(mean - row.outstanding) <= 4 * (row.outstanding / Double(count)).squareRoot())
      let onHand = means.map { (row.level + ($0.purchased - $0.served) * days).rounded() }
      let noStock = Double(onHand.count { $0 == 0 }) / Double(count)
      let deviation = (row.noStock * (1 - row.noStock) / Double(count)).squareRoot()
      // Where it is next to never, one in all replications is too many to be told from it.
      #expect(abs(noStock - row.noStock) <= max(4 * deviation, 0.5 / Double(count)))
      guard let waiting = row.waiting else { continue }
      let waits = means.map(\.waitingAtEnd)
      let average = waits.reduce(0, +) / Double(count)
      let squares = waits.reduce(0) { $0 + ($1 - average) * ($1 - average) }
      let error = (squares / Double(count - 1) / Double(count)).squareRoot()
      #expect(abs(average - waiting) <= max(4 * error, 1e-6))
      // Position: what is on hand less what waits is what the level has left.
      for (place, value) in means.enumerated() {
        #expect(onHand[place] - value.waitingAtEnd == row.level - outstanding[place])
      }
    }
  }
}
