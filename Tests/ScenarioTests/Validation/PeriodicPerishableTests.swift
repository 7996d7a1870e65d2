import Testing

/// VALIDATION case E6: periodic base stock of a product that lives 2 or 3 days. Exact values from a
/// Markov chain. Tolerance 4 standard errors; seed 6.
@Suite("E6: periodic base stock of a perishable product")
struct PeriodicPerishableTests {
  struct Row: Sendable {
    let level: Int
    let issue: String
    let life: String
    /// Per day.
    let outdated: Double
    let lost: Double
    let fill: Double
    let held: Double
    let ordered: Double

    init(_ level: Int, _ issue: String, _ life: String, _ values: [Double]) {
      self.level = level
      self.issue = issue
      self.life = life
      (outdated, lost, fill) = (values[0], values[1], values[2])
      (held, ordered) = (values[3], values[4])
    }
  }

  static let useFive = [
    Row(
      6, "fifo", "two-days",
      [0.088298614207, 0.493297503672, 0.901340499266, 1.404998889465, 4.595001110535]),
    Row(
      6, "lifo", "two-days",
      [0.467052625578, 0.493297503672, 0.901340499266, 1.026244878095, 4.973755121905]),
    Row(
      6, "fifo", "three-days",
      [0.003368998471, 0.493297503672, 0.901340499266, 1.489928505201, 4.510071494799]),
    Row(
      6, "lifo", "three-days",
      [0.199201520759, 0.493297503672, 0.901340499266, 1.294095982913, 4.705904017087]),
    Row(
      8, "fifo", "two-days",
      [0.320518894506, 0.122109292575, 0.975578141485, 2.801590398069, 5.198409601931]),
    Row(
      8, "lifo", "two-days",
      [1.252391720627, 0.122109292575, 0.975578141485, 1.869717571948, 6.130282428052]),
    Row(
      8, "fifo", "three-days",
      [0.022586669694, 0.122109292575, 0.975578141485, 3.099522622881, 4.900477377119]),
    Row(
      8, "lifo", "three-days",
      [0.684301149548, 0.122109292575, 0.975578141485, 2.437808143028, 5.562191856972]),
    Row(
      10, "fifo", "two-days",
      [0.766708698727, 0.022187600547, 0.995562479891, 4.255478901821, 5.744521098179]),
    Row(
      10, "lifo", "two-days",
      [2.237068820509, 0.022187600547, 0.995562479891, 2.785118780039, 7.214881219961]),
    Row(
      10, "fifo", "three-days",
      [0.089921749431, 0.022187600547, 0.995562479891, 4.932265851116, 5.067734148884]),
    Row(
      10, "lifo", "three-days",
      [1.347482388186, 0.022187600547, 0.995562479891, 3.674705212361, 6.325294787639]),
  ]

  static let useTen = [
    Row(
      12, "fifo", "two-days",
      [0.035355781431, 0.530916253707, 0.946908374629, 2.495560472277, 9.504439527723]),
    Row(
      12, "lifo", "two-days",
      [0.839680313563, 0.530916253707, 0.946908374629, 1.691235940145, 10.308764059855]),
    Row(
      12, "fifo", "three-days",
      [0.000091414553, 0.530916253707, 0.946908374629, 2.530824839155, 9.469175160845]),
    Row(
      12, "lifo", "three-days",
      [0.382357619176, 0.530916253707, 0.946908374629, 2.148558634532, 9.851441365468]),
    Row(
      16, "fifo", "two-days",
      [0.298516037667, 0.054738276483, 0.994526172352, 5.756222238816, 10.243777761184]),
    Row(
      16, "lifo", "two-days",
      [2.611061969250, 0.054738276483, 0.994526172352, 3.443676307233, 12.556323692767]),
    Row(
      16, "fifo", "three-days",
      [0.003092482671, 0.054738276483, 0.994526172352, 6.051645793811, 9.948354206189]),
    Row(
      16, "lifo", "three-days",
      [1.529806937250, 0.054738276483, 0.994526172352, 4.524931339233, 11.475068660767]),
  ]

  @Test("Five are used a day") func five() throws { try agree(Self.useFive, "e6-mean-5", 12) }

  @Test("Ten are used a day") func ten() throws { try agree(Self.useTen, "e6-mean-10", 12) }

  private func agree(_ rows: [Row], _ scenario: String, _ replications: Int) throws {
    let run = try ReferenceRun(scenario, replications: replications)
    for row in rows {
      let policy = "\(row.issue)-\(row.level)"
      func check(
        _ label: String, _ reference: Double, _ largestError: Double,
        _ quantity: (DailyMeans) -> Double
      ) throws {
        try run.check(label, row.life, policy, reference, atMost: largestError, quantity)
      }
      // Where less than one unit in years is outdated, the other quantities are the sharp ones.
      if row.outdated > 0.001 {
        try check("outdated", row.outdated, row.outdated > 0.01 ? 0.05 : 0.2) { $0.discarded }
      }
      try check("lost", row.lost, row.lost > 0.1 ? 0.03 : 0.07) { $0.unmet }
      try check("fill", row.fill, 0.0015) { $0.fill }
      try check("held", row.held, 0.006) { $0.held }
      try check("ordered", row.ordered, 0.002) { $0.purchased }
    }
  }
}
