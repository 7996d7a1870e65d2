import SupplyModel

/// The rules of a policy as points; many of one shape, such as a level for each location, make one.
enum RuleList {
  /// How many rules of one shape are named. [1]
  private static let named = 24

  static func points(_ rules: [PolicyRule], _ words: StatementWords) -> [Prose] {
    var points: [Prose] = []
    var run: [PolicyRule] = []
    func close() {
      if run.count > 2 {
        let list = run.map { rule in
          Prose(
            sign: "\(place(rule, words)) \(rule.operating.map { words.level($0) } ?? .empty)")
        }
        let shown = run.count > named ? words.list(list, atMost: named) : list.joined()
        points.append(words("operating stock at \(shown)", "driftlager: \(shown)"))
      } else {
        points += run.map { words.rule($0) }
      }
      run = []
    }
    for rule in rules {
      if setsOneLevel(rule) {
        run.append(rule)
      } else {
        close()
        points.append(words.rule(rule))
      }
    }
    close()
    return points
  }

  /// Whether a rule says nothing but the operating stock of single locations or products.
  private static func setsOneLevel(_ rule: PolicyRule) -> Bool {
    guard rule.operating != nil else { return false }
    let locations = rule.locations.locations
    let products = rule.products.products
    var bare = PolicyRule()
    bare.operating = rule.operating
    bare.locations.locations = locations
    bare.products.products = products
    return rule == bare && (locations != nil || products != nil)
      && (locations?.count ?? 1) == 1 && (products?.count ?? 1) == 1
  }

  private static func place(_ rule: PolicyRule, _ words: StatementWords) -> Prose {
    let location = rule.locations.locations?.first.map { words.name($0) }
    let product = rule.products.products?.first.map { words.name($0) }
    return [location, product].compactMap { $0 }.joined(Prose(sign: " × "))
  }
}
