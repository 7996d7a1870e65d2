import RandomStreams
import SupplyModel

/// Products that are simulated together, day by day, because what happens to one depends on the
/// others: those that stand in for each other or are keyed to each other, and all that hang
/// together through such pairs. Every other product is a job of its own.
///
/// How products fall into jobs changes no result: a product that meets nobody in its job has the
/// numbers that it has alone.
struct JobPlan: Sendable {
  /// Places among `CompiledModel.simulated`: the most critical product first, then by id, so that
  /// the order of rows decides nothing.
  let members: [Int]
  /// Those products, in the same order.
  let products: [CompiledProduct]
  /// The longest of their warm-ups. [days]
  let longestWarmUpDays: Int
  /// What may be given instead of what, in the order in which it is tried.
  let substitutions: [SubstitutionPlan]
  /// Which products are useless without which.
  let keys: [KeyPlan]

  /// The jobs of some products, in the order of each one's first product.
  ///
  /// - Parameter links: places of products that must be simulated together, two by two.
  static func plans(
    products: [CompiledProduct], links: [(Int, Int)], in content: SupplyModel.Content
  ) -> [JobPlan] {
    var groups = DisjointSets(count: products.count)
    for (one, other) in links { groups.join(one, other) }
    var members: [[Int]] = Array(repeating: [], count: products.count)
    for place in products.indices { members[groups.first(of: place)].append(place) }
    func precedes(_ one: Int, _ other: Int) -> Bool {
      let (first, second) = (
        content.products[products[one].position], content.products[products[other].position]
      )
      return first.weight != second.weight ? first.weight > second.weight : first.id < second.id
    }
    return members.filter { !$0.isEmpty }.map { group in
      let sorted = group.sorted(by: precedes)
      let inJob = sorted.map { products[$0] }
      let isAlone = inJob.count == 1
      return JobPlan(
        members: sorted, products: inJob, longestWarmUpDays: inJob.map(\.warmUpDays).max() ?? 0,
        substitutions: isAlone ? [] : SubstitutionPlan.plans(members: inJob, in: content),
        keys: isAlone ? [] : KeyPlan.plans(members: inJob, in: content))
    }
  }
}

/// Which of some things hang together (union-find): each set is known by its lowest member.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The lowest member of the set that a thing is in.
  mutating func first(of member: Int) -> Int {
    var place = member
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  /// Makes one set of the sets of two things.
  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (first(of: one), first(of: other))
    parents[max(first, second)] = min(first, second)
  }
}
