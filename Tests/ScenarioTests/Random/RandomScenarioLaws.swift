import Replications

/// A change that makes no difference: both of two variants of a scenario give the same results.
struct IdleChange {
  let name: String
  /// What is done to the scenario before the comparison; `false` if the law says nothing about it.
  var prepare: (inout WrittenScenario) -> Bool = { _ in true }
  /// What is then done to one of the two variants.
  let change: (inout WrittenScenario) -> Void
  /// Whether the variant may be refused where the scenario is not.
  var mayBeRefused = false
  /// Whether the law holds for what has happened in the variant.
  var applies: (ScenarioRun) -> Bool = { _ in true }
}

extension IdleChange {
  /// Takes settings out of every rule of every policy.
  private static func without(_ keys: String...) -> (inout WrittenScenario) -> Bool {
    { scenario in
      scenario.change(WrittenScenario.allSettings) { for key in keys { $0[key] = nil } }
      return true
    }
  }

  /// States settings for every kind of location, in every policy.
  private static func stating(_ settings: (String, Written)...) -> (inout WrittenScenario) -> Void {
    { scenario in
      scenario.change(WrittenScenario.settings) { for (key, value) in settings { $0[key] = value } }
    }
  }

  /// Orders that are made by calendar become orders up to the target.
  private static func orderByNeed(_ scenario: inout WrittenScenario) {
    scenario.change(WrittenScenario.allSettings) { settings in
      let rule = settings["ordering"]
      if rule?["scheduled"] != nil || rule?["table"] != nil {
        settings["ordering"] = .text("orderUpTo")
      }
    }
  }

  /// What is not shipped is owed, at the kinds of location that have another location above them.
  private static func backlogging(_ scenario: inout WrittenScenario) {
    guard let table = scenario.tables["locations.csv"] else { return }
    let ids = Set(table.rows.map { table.cell($0, "id") })
    let parents = table.columns.filter { $0.hasPrefix("parent") }
    let below = table.rows.filter { row in
      parents.contains { ids.contains(table.cell(row, $0)) }
    }
    let kinds = Set(below.map { table.cell($0, "kind") })
    scenario.change(["policies.<name>"]) { policy in
      for kind in kinds.sorted() {
        guard var settings = policy[kind] else { continue }
        settings["requests"] = .text("backlogged")
        policy[kind] = settings
      }
    }
  }

  /// Gives stores so much from the first day on that hardly anything is ever cut.
  private static func stockUp(_ scenario: inout WrittenScenario) {
    let life = object("(remaining life)", ("days", .text("3 years")))
    scenario.change(["horizon"]) {
      $0["begin"] = object("", ("given", object("horizon.begin.given", ("remainingLife", life))))
    }
    scenario.change(["policies.<name>"]) { policy in
      for store in ["centralStore", "hospitalPharmacy", "municipalStore"] {
        guard var settings = policy[store] else { continue }
        settings["operating"] = .text("5000 units")
        policy[store] = settings
      }
    }
  }

  private static func object(_ section: String, _ members: (String, Written)...) -> Written {
    .object(section: section, members.map { .init(key: $0.0, value: $0.1) })
  }

  private static func append(_ value: Written, to key: String, in scenario: inout WrittenScenario) {
    var values: [Written] = []
    if case .set(let stated) = scenario[key] { values = stated }
    scenario[key] = .set(values + [value])
  }

  static var all: [IdleChange] { choices + limits + additions }

  private static var choices: [IdleChange] {
    [
      IdleChange(
        name: "no pick ignores expiry", prepare: without("issue"),
        change: stating(
          ("issue", object("(issue)", ("mixed", object("", ("ignoringExpiry", .text("0 %")))))))),
      IdleChange(
        name: "daily and on demand",
        prepare: { scenario in
          orderByNeed(&scenario)
          _ = without("review")(&scenario)
          // Where a tick is shorter, a daily review is once a day and one on demand is not.
          let tick = scenario["horizon"]?["tick"]
          return tick == nil || tick == .text("1 day")
        }, change: stating(("review", .text("onDemand")))),
      IdleChange(
        name: "defaults stated",
        prepare: { scenario in
          // What a policy states would replace what it inherits.
          var inherits = false
          scenario.change(["policies.<name>"]) { inherits = inherits || $0["extends"] != nil }
          return !inherits
        },
        change: { scenario in
          let defaults = [
            "review": "daily", "position": "usableTomorrow", "orderIn": "packs", "rounding": "up",
            "requests": "dropped", "issue": "fefo", "rotation": "flowing", "release": "always",
            "ordering": "orderUpTo", "redistribute": "never", "minimumLifeAtReceipt": "0 days",
            "minimumLifeAtIssue": "0 days", "reserve": "0 units",
          ]
          scenario.change(WrittenScenario.settings) { settings in
            for (key, word) in defaults.sorted(by: { $0.key < $1.key }) where settings[key] == nil {
              settings[key] = .text(word)
            }
            if settings["hoarding"] == nil { settings["hoarding"] = .plain("1") }
          }
          let choices = [
            ("allocation", "firstCome"), ("buildUp", "immediate"),
            ("transshipment", "notAllowed"), ("substitution", "allowed"),
          ]
          scenario.change(["policies.<name>"]) { policy in
            for (key, word) in choices where policy[key] == nil { policy[key] = .text(word) }
          }
          if scenario["horizon"]?["begin"] == nil {
            scenario.change(["horizon"]) { $0["begin"] = .text("rotated") }
          }
        }),
      IdleChange(
        name: "care priority without allocation by it",
        prepare: { scenario in
          scenario.change(["policies.<name>", "suppliers.<id>", "timeline[]"]) {
            $0["allocation"] = nil
          }
          return true
        },
        change: { scenario in
          var number = 0
          scenario.tables["locations.csv"]?.set("carePriority") { _ in
            number += 1
            return "\(1 + number * 7 % 5)"
          }
        }),
      IdleChange(
        name: "backlogged where nothing is owed",
        prepare: { scenario in
          _ = without("requests", "minimumLifeAtReceipt", "minimumLifeAtIssue")(&scenario)
          stockUp(&scenario)
          return true
        },
        change: backlogging, mayBeRefused: true,
        applies: { $0.sum(\.owedUnitDays) == 0 }),
    ]
  }

  private static var limits: [IdleChange] {
    [
      IdleChange(
        name: "no minimum life", prepare: without("minimumLifeAtReceipt", "minimumLifeAtIssue"),
        change: stating(
          ("minimumLifeAtReceipt", .text("0 days")), ("minimumLifeAtIssue", .text("0 days")))),
      IdleChange(
        name: "refill without a limit that matters", prepare: without("refillPerDay"),
        change: stating(("refillPerDay", .text("1000000 units")))),
      IdleChange(
        name: "order maximum that is never reached", prepare: without("orderMaximum"),
        change: stating(("orderMaximum", .text("100000 packs")))),
      IdleChange(
        name: "never redistributed", prepare: without("redistribute"),
        change: stating(("redistribute", .text("never")))),
      IdleChange(
        name: "release and refill of no reserve", prepare: without("reserve", "rotation"),
        change: { _ = without("release", "refillPerDay")(&$0) }),
    ]
  }

  private static var additions: [IdleChange] {
    [
      IdleChange(
        name: "profile of ones",
        prepare: { $0["consumption"]?["profile"] == nil },
        change: { scenario in
          var profiles = scenario["profiles"] ?? object("profiles")
          profiles["ones"] = object(
            "profiles.<name>", ("months", .list((1...12).map { _ in .plain("3") })),
            ("period", .list([.plain("1"), .plain("1")])))
          scenario["profiles"] = profiles
          guard let table = scenario.tables["consumption.csv"] else { return }
          scenario.tables["consumption.csv"]?.set("profile") { row in
            let own = table.cell(row, "profile")
            return own == "" ? "ones" : own
          }
        }),
      IdleChange(
        name: "phase without effect",
        change: { scenario in
          let start = scenario["horizon"]?["start"] ?? .plain("null")
          append(
            object(
              "timeline[]", ("phase", .text("calm")), ("from", start), ("length", .text("9 days")),
              ("rampUp", .text("3 days")), ("demand", .plain("1")), ("leadTimes", .plain("1"))),
            to: "timeline", in: &scenario)
        }),
      IdleChange(
        name: "phase that never takes place",
        change: { scenario in
          let start = scenario["horizon"]?["start"] ?? .plain("null")
          let nothing = Written.object(section: "", [])
          append(
            object(
              "timeline[]", ("phase", .text("never")), ("probability", .text("0 %")),
              ("from", object("timeline[].from", ("between", .list([start, start])))),
              ("length", .text("9 days")),
              (
                "demandWhere", .list([object("timeline[].demandWhere[]", ("by", .plain("3")))])
              ), ("inbound", .text("cut")),
              ("cutTransport", .list([object("timeline[].cutTransport[]", ("to", nothing))])),
              ("lose", .list([object("timeline[].lose[]", ("because", .text("destroyed")))])),
              ("allocation", .text("equalCover")),
              (
                "postpone",
                .list([
                  object(
                    "timeline[].postpone[]", ("share", .text("50 %")), ("over", .text("5 days")))
                ])
              )), to: "timeline", in: &scenario)
        }),
      IdleChange(
        name: "shortages that never begin",
        change: { scenario in
          append(
            object(
              "shortages[]", ("id", .text("never")), ("perYear", .plain("0")),
              ("duration", .text("5 days"))), to: "shortages", in: &scenario)
        }),
      IdleChange(
        name: "every supplier for itself",
        change: { scenario in
          // In front of all other entries, which hold where they select the same.
          guard case .object(_, let suppliers) = scenario["suppliers"] else { return }
          var entries: [Written] = []
          if case .list(let stated) = scenario["sourcing"] { entries = stated }
          let own = suppliers.map { supplier in
            object(
              "sourcing[]", ("from", .text(supplier.key)), ("suppliers", .text(supplier.key)),
              ("switchAfter", .text("9 days")))
          }
          scenario["sourcing"] = .list(own + entries)
        }, mayBeRefused: true),
      IdleChange(
        name: "scale and belief of 1",
        change: { scenario in
          if case .text(let path) = scenario["consumption"] {
            scenario["consumption"] = object("consumption", ("table", .text(path)))
          }
          scenario.change(["consumption"]) { consumption in
            for key in ["scale", "actual"] where consumption[key] == nil {
              consumption[key] = .plain("1")
            }
          }
        }),
      IdleChange(
        name: "duty and costs",
        change: { scenario in
          scenario["duty"] = nil
          scenario["costs"] = nil
        }),
    ]
  }
}
