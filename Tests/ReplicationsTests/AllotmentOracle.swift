@testable import Replications

/// The rules of allotment as the suites run them.
enum AllotmentRule: CaseIterable {
  case firstCome
  case proportionalToRequest
  case proportionalToConsumption
  case equalCover
  case priority

  /// Runs the engine's rule.
  func allot(
    _ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64,
    criticalLevels: borrowing Column<KeptStock>, at desk: inout AllotmentDesk
  ) -> Int64 {
    switch self {
    case .firstCome: desk.firstCome(&claims, places, available: available)
    case .proportionalToRequest:
      desk.proportional(&claims, places, available: available, to: .request)
    case .proportionalToConsumption:
      desk.proportional(&claims, places, available: available, to: .normalConsumption)
    case .equalCover: desk.equalCover(&claims, places, available: available)
    case .priority:
      desk.priority(&claims, places, available: available, criticalLevels: criticalLevels)
    }
  }
}

/// One claim of a case, with its rank; the rows of a case stand in any order.
struct ClaimRow {
  var rank: Int
  var claim: Claim
}

/// Who asks for what, and what there is.
struct AllotmentCase: CustomStringConvertible {
  var rows: [ClaimRow]
  var available: Int64
  /// In any order; several may bind a priority.
  var criticalLevels: [KeptStock]

  /// What must be left when a claim is served. [units]
  func criticalLevel(of claim: Claim) -> Int64 {
    criticalLevels.filter { $0.from <= claim.priority }.map(\.level).max() ?? 0
  }

  var description: String {
    let claims = rows.sorted { $0.rank < $1.rank }.map {
      "rank \($0.rank): \($0.claim.request) in \($0.claim.multiple)s, uses "
        + "\($0.claim.normalConsumption), holds \($0.claim.held), priority \($0.claim.priority)"
    }
    return "\(available) units, levels \(criticalLevels.map { ($0.from, $0.level) })\n"
      + claims.joined(separator: "\n")
  }
}

/// The rules as plainly as they can be said, pack by pack, on rows in any order.
///
/// Ties are decided by the number that is the rank, never by where a row stands.
struct AllotmentOracle {
  var rows: [ClaimRow]
  var granted: [Int64]
  var left: Int64

  /// What each row gets, in the order of the rows.
  static func granted(_ rule: AllotmentRule, _ example: AllotmentCase) -> [Int64] {
    var oracle = AllotmentOracle(
      rows: example.rows, granted: example.rows.map { _ in 0 }, left: example.available)
    switch rule {
    case .firstCome: oracle.give { $0.rank < $1.rank }
    case .proportionalToRequest: oracle.proportional { $0.request }
    case .proportionalToConsumption: oracle.proportional { $0.normalConsumption }
    case .equalCover: oracle.equalCover()
    case .priority: oracle.priority { example.criticalLevel(of: $0) }
    }
    return oracle.granted
  }

  func missing(_ row: Int) -> Int64 { rows[row].claim.request - granted[row] }

  func nextPack(_ row: Int) -> Int64 { min(missing(row), rows[row].claim.multiple) }

  func canGive(_ row: Int, keeping level: Int64 = 0) -> Bool {
    missing(row) > 0 && left - nextPack(row) >= level
  }

  mutating func givePack(_ row: Int) {
    let pack = nextPack(row)
    granted[row] += pack
    left -= pack
  }

  /// Pack by pack to the first in an order, of those who can get one.
  mutating func give(inOrder precedes: (ClaimRow, ClaimRow) -> Bool) {
    let order = rows.indices.sorted { precedes(rows[$0], rows[$1]) }
    while let row = order.first(where: { canGive($0) }) { givePack(row) }
  }

  mutating func priority(level: (Claim) -> Int64) {
    let order = rows.indices.sorted {
      (rows[$0].claim.priority, rows[$0].rank) < (rows[$1].claim.priority, rows[$1].rank)
    }
    while let row = order.first(where: { canGive($0, keeping: level(rows[$0].claim)) }) {
      givePack(row)
    }
  }

  mutating func equalCover() {
    while true {
      var lowest: Int?
      for row in rows.indices where canGive(row) && rows[row].claim.normalConsumption > 0 {
        guard let other = lowest else {
          lowest = row
          continue
        }
        let one = Int128(rows[row].claim.held + granted[row])
        let two = Int128(rows[other].claim.held + granted[other])
        let left = one * Int128(rows[other].claim.normalConsumption)
        let right = two * Int128(rows[row].claim.normalConsumption)
        if (left, rows[row].rank) < (right, rows[other].rank) { lowest = row }
      }
      guard let row = lowest else { break }
      givePack(row)
    }
    give { $0.rank < $1.rank }
  }

  /// The k at which min(missing, k × weight) of some rows adds up to what is left, as a fraction;
  /// and the rows that get all. Shares until nothing changes.
  func sharing(
    _ open: [Int], weight: (Int) -> Int128
  ) -> (sum: Int128, weights: Int128, full: [Int]) {
    var full: [Int] = []
    while true {
      let others = open.filter { !full.contains($0) }
      let sum = Int128(left) - full.reduce(0) { $0 + Int128(missing($1)) }
      let weights = others.reduce(0) { $0 + weight($1) }
      let satisfied = others.filter { Int128(missing($0)) * weights <= sum * weight($0) }
      if satisfied.isEmpty { return (sum, weights, full) }
      full += satisfied
    }
  }

  mutating func proportional(to weighing: (Claim) -> Int64) {
    let weights = rows.map { Int128(weighing($0.claim)) }
    while true {
      let open = rows.indices.filter { canGive($0) && weights[$0] > 0 }
      if open.isEmpty { break }
      let share = sharing(open) { weights[$0] }
      for row in share.full {
        left -= missing(row)
        granted[row] += missing(row)
      }
      var remainders: [(row: Int, part: Int128, pack: Int128)] = []
      for row in open where !share.full.contains(row) {
        var rest = share.sum * weights[row]
        while rest >= Int128(nextPack(row)) * share.weights {
          rest -= Int128(nextPack(row)) * share.weights
          givePack(row)
        }
        if rest > 0 { remainders.append((row, rest, Int128(nextPack(row)))) }
      }
      while !remainders.isEmpty {
        var largest = 0
        for place in remainders.indices {
          let (one, two) = (remainders[place], remainders[largest])
          let (left, right) = (one.part * two.pack, two.part * one.pack)
          if left > right || left == right && rows[one.row].rank < rows[two.row].rank {
            largest = place
          }
        }
        let row = remainders.remove(at: largest).row
        if canGive(row) { givePack(row) }
      }
    }
    give { $0.rank < $1.rank }
  }
}
