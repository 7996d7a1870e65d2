extension RandomScenario {
  /// What care units use, how it varies, and its history.
  mutating func drawConsumption() -> [(String, Written?)] {
    let sizes = drawSizes()
    let profiles = drawProfiles()
    let fallback = maybe(20) { draw in
      draw.profiles.isEmpty ? nil : draw.draws.pick(draw.profiles)
    }?.flatMap { $0 }
    var rows: [[String: String]] = []
    var history: [[String: String]] = []
    for product in products.indices {
      let units = locations.indices.filter { locations[$0].kind == "careUnit" }
      for unit in draws.some(units).sorted() {
        uses.append(DrawnUse(product: product, location: unit))
        rows.append(use(product, unit, fallback, &history))
      }
    }
    let everywhere = drawPrescribed(&rows)
    tables["consumption.csv"] = WrittenTable(
      "consumption (table)",
      [
        "location", "product", "perDay", "family", "dispersion", "sizes", "actual", "profile",
        "prescribedPerDay",
      ], draws.shuffled(rows))
    if !history.isEmpty {
      tables["history.csv"] = WrittenTable(
        "consumption.history (table)", ["location", "product", "date", "units"], history)
    }
    let stated = object(
      "consumption",
      [
        ("table", .text("consumption.csv")),
        ("scale", maybe(20) { .plain($0.hundredths(50, 150)) }),
        ("actual", maybe(20) { .plain($0.hundredths(50, 150)) }),
        ("profile", fallback.map { .text($0.id) }),
        ("history", history.isEmpty ? nil : .text("history.csv")),
        ("prescribedPerDay", everywhere),
      ])
    let isPlain = stated.members.count == 1 && draws.chance(80)
    return [
      ("consumption", isPlain ? .text("consumption.csv") : stated), ("sizes", sizes),
      ("profiles", profiles),
    ]
  }

  /// What patients with prescriptions use: in rows, or what is returned in all rows that say nothing.
  private mutating func drawPrescribed(_ rows: inout [[String: String]]) -> Written? {
    guard draws.chance(15) else { return nil }
    let everywhere = maybe(30) { Written.plain($0.hundredths(5, 300)) }
    for index in rows.indices where draws.chance(60) {
      rows[index]["prescribedPerDay"] = draws.chance(20) ? "0" : hundredths(5, 300)
    }
    prescribed = rows.indices.filter {
      let own = rows[$0]["prescribedPerDay"]
      return own == nil ? everywhere != nil : own != "0"
    }.map { uses[$0].product }
    return prescribed.isEmpty ? nil : everywhere
  }

  private mutating func use(
    _ product: Int, _ unit: Int, _ fallback: DrawnProfile?, _ history: inout [[String: String]]
  ) -> [String: String] {
    let section = "consumption (table)"
    // From one in twenty ticks to a few a tick.
    let rate = draws.between(1, draws.chance(30) ? 80 : 20) * ticksPerDay * 5
    var row = [
      "location": locations[unit].id, "product": products[product].id,
      "perDay": "\(rate / 100).\(rate % 100 < 10 ? "0" : "")\(rate % 100)",
    ]
    var family = maybe(80) { $0.word(section, "family") } ?? ""
    if family == "compoundPoisson", !sizes.contains("box") { family = "poisson" }
    if family == "stated", sizes.isEmpty { family = "constant" }
    // The weeks of a history have their weekdays already.
    if family == "empirical", fallback?.hasWeekdays == true { family = "" }
    row["family"] = family
    let allowed = family == "empirical" ? profiles.filter { !$0.hasWeekdays } : profiles
    if !allowed.isEmpty, draws.chance(40) { row["profile"] = draws.pick(allowed).id }
    if family == "negativeBinomial" || (family == "" && draws.chance(40)) {
      row["dispersion"] = hundredths(110, 500)
    } else if family == "poisson", draws.chance(20) {
      row["dispersion"] = "1"
    }
    switch family {
    case "compoundPoisson": row["sizes"] = draws.pick(sizes.filter { $0 != "day" })
    case "stated": row["sizes"] = draws.pick(sizes)
    case "empirical":
      let first = -draws.between(30, 60)
      for day in 0..<7 * draws.between(1, 3) {
        history.append([
          "location": locations[unit].id, "product": products[product].id,
          "date": date(first + day), "units": "\(draws.between(0, 5))",
        ])
      }
    default: break
    }
    if family != "stated", family != "empirical", draws.chance(25) {
      row["actual"] = hundredths(50, 200)
    }
    return row
  }

  /// Sizes: `box` and `scoop` may be those of events, `day` may be 0.
  private mutating func drawSizes() -> Written? {
    guard draws.chance(60) else { return nil }
    let whole: [(String, Written?)] = [("poisson", .plain(hundredths(10, 400)))]
    let split = draws.between(1, 99)
    let box: [(String, Written?)] = [
      ("\(draws.between(1, 3))", .text("\(split) %")),
      ("\(draws.between(4, 12))", .text("\(100 - split) %")),
    ]
    let scoop: [(String, Written?)] = [("geometric", .plain(hundredths(100, 400)))]
    sizes = ["box"]
    var entries: [(String, Written?)] = [("box", object("(random count)", box))]
    if draws.chance(60) {
      sizes.append("scoop")
      entries.append(("scoop", object("(random count)", scoop)))
    }
    if draws.chance(60) {
      sizes.append("day")
      entries.append(
        ("day", draws.chance(70) ? object("(random count)", whole) : .plain("2")))
    }
    return object("sizes", entries)
  }

  private mutating func drawProfiles() -> Written? {
    guard draws.chance(50) else { return nil }
    let entries: [(String, Written?)] = (1...draws.between(1, 3)).map { number in
      let keys = draws.some(["weekdays", "months", "period"])
      let profile = DrawnProfile(id: "profile-\(number)", hasWeekdays: keys.contains("weekdays"))
      profiles.append(profile)
      let parts: [(String, Written?)] = keys.map { key in
        let count = key == "weekdays" ? 7 : key == "months" ? 12 : draws.between(1, 9)
        let zeros = draws.chance(40) ? 40 : 0
        var factors = (0..<count).map { _ in
          draws.chance(zeros) ? "0" : hundredths(20, 300)
        }
        factors[draws.between(0, count - 1)] = "1"
        return (key, .list(factors.map { .plain($0) }))
      }
      return (profile.id, object("profiles.<name>", parts))
    }
    return object("profiles", entries)
  }

  /// How stock stands on the first day.
  mutating func drawBegin() -> Written? {
    let kind = draws.between(0, 9)
    buildsUp = kind == 2 || kind == 4
    switch kind {
    case 0: return nil
    case 1: return .text("rotated")
    case 2: return .text("buildUp")
    case 3, 4:
      let warmUp = maybe(80) { Written.text($0.time(0, 40)) }
      let (key, section) =
        kind == 3
        ? ("rotated", "horizon.begin.rotated") : ("buildUp", "horizon.begin.buildUp")
      return object("begin", [(key, object(section, [("warmUp", warmUp)]))])
    case 5: return object("begin", [("given", given([("lots", drawLots())]))])
    default:
      let stock = maybe(50) { Written.text($0.level(0, 30)) }
      let ages: (String, Written?)
      if kind < 8 {
        ages = ("remainingLife", remainingLife())
      } else {
        let count = draws.between(1, 3)
        let (first, second) = (draws.between(1, 40), draws.between(1, 50))
        let shares =
          count == 1
          ? [100] : count == 2 ? [first, 100 - first] : [first, second, 100 - first - second]
        let parts = shares.map { share in
          object(
            "horizon.begin.given.profile[]",
            [
              ("share", .text("\(share) %")), ("remainingLife", .text(time(1, 60))),
            ])
        }
        ages = ("profile", .list(parts))
      }
      return object("begin", [("given", given([ages, ("stock", stock)]))])
    }
  }

  private func given(_ members: [(String, Written?)]) -> Written {
    object("horizon.begin.given", members)
  }

  private mutating func drawLots() -> Written {
    let rows = (1...draws.between(1, 12)).map { _ in
      let node = draws.pick(nodes)
      return [
        "location": locations[node.location].id, "product": products[node.product].id,
        "units": "\(draws.between(1, 40))", "expires": date(draws.between(1, 60)),
      ]
    }
    tables["lots.csv"] = WrittenTable(
      "horizon.begin.given.lots (table)", ["location", "product", "units", "expires"], rows)
    return .text("lots.csv")
  }
}
