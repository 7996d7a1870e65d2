import SupplyModel

/// What happens in a step of time, in order, as far as it can happen in a scenario.
enum DayStages {
  static func all(_ facts: StatementFacts) -> [Prose] {
    [
      regime(facts), receipt(facts), discard(facts), demand(facts), review(facts), supply(facts),
      measurement(facts),
    ].compactMap { $0 }
  }

  private static func regime(_ facts: StatementFacts) -> Prose? {
    let words = facts.words
    var what: [Prose] = []
    if facts.hasShortages { what.append(words("shortages", "restsituationer")) }
    if !facts.content.timeline.isEmpty {
      what.append(words("phases of the timeline", "faser i tidslinjen"))
    }
    guard !what.isEmpty else { return nil }
    return words(
      "Regime: \(words.list(what)) that begin or end take effect.",
      "Läge: \(words.list(what)) som börjar eller slutar slår igenom.")
  }

  private static func receipt(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    let receipt = words(
      "Receipt: shipments that are due enter stock as lots.",
      "Mottagning: sändningar som kommer fram tas in i lager som partier.")
    guard facts.anyRule({ ($0.minimumLifeAtReceiptDays ?? 0) > 0 }) else { return receipt }
    return words(
      "\(receipt) What is too short-dated for its receiver is sent back.",
      "\(receipt) Det som har för kort hållbarhet för mottagaren skickas tillbaka.")
  }

  private static func discard(_ facts: StatementFacts) -> Prose? {
    guard facts.expiry != .never else { return nil }
    return facts.words(
      "Discard: lots whose expiry day has come leave and are booked.",
      "Kassation: partier vars utgångsdag har kommit tas bort och bokförs.")
  }

  private static func demand(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    var parts = [
      facts.hasWaitingDemand
        ? words(
          "Demand: demand that waits is served first, oldest first, then today's.",
          "Behov: behov som väntar tillgodoses först, det äldsta först, därefter dagens.")
        : words(
          "Demand: patients are served from the care unit's stock, in part if need be.",
          "Behov: patienternas behov tillgodoses ur vårdenhetens lager, delvis om det inte räcker."),
      ShortfallWords.sentence(facts),
    ]
    if facts.hasKeyedProducts {
      let pairs = facts.content.products.compactMap { product -> Prose? in
        product.keyedTo.map { other in
          let name = words.name(other)
          return words("\(id: product.id) without \(name)", "\(id: product.id) utan \(name)")
        }
      }
      let list = words.list(pairs, atMost: 12)
      parts.append(
        words(
          "Useless, and so unmet where the other is out of stock: \(list).",
          "Obrukbart, och därför inte tillgodosett där det andra är slut: \(list)."))
    }
    if facts.hasSubstitution {
      parts.append(
        words(
          "What is missing is then made up from substitutes at the care unit, after their own patients.",
          "Det som saknas ersätts därefter med utbytesprodukter på vårdenheten, sedan deras egna patienter "
            + "har fått sitt."))
    }
    return parts.joined(.space)
  }

  private static func review(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    var position = words(
      "stock on hand + everything ordered and still to come",
      "det som finns i lager + allt som är beställt och inte har kommit")
    if facts.owes {
      position = words("\(position) − what it owes", "\(position) − dess restorder")
    }
    if facts.hasWaitingDemand {
      position = words("\(position) − demand that waits", "\(position) − behov som väntar")
    }
    let review = words(
      """
      Review, from care units upwards: a location ships what those below it ask for, as far as stock goes, \
      then orders itself if its review is due. Its position is \(position).
      """,
      """
      Översyn, från vårdenheterna och uppåt: en plats sänder det som platserna under den begär, så långt \
      lagret räcker, och beställer sedan själv om det är dags för översyn. Dess lagerposition är \(position).
      """)
    guard facts.anyRule({ ($0.redistributeBeforeDays ?? 0) > 0 }) else { return review }
    return words(
      "\(review) Short-dated lots are offered to locations with a higher turnover.",
      "\(review) Partier med kort hållbarhet erbjuds platser med högre omsättning.")
  }

  private static func supply(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    var parts = [
      words(
        "Supply: suppliers take or refuse the orders of all regions together; with a lead time of 0 they are "
          + "received at once.",
        "Tillförsel: leverantörerna tar emot eller avvisar alla regioners beställningar tillsammans; med "
          + "ledtiden 0 kommer de fram genast.")
    ]
    if facts.content.policies.contains(where: { $0.transshipment != .notAllowed }) {
      parts.append(
        words(
          "At its end goods are sent between regions, as the policy says.",
          "Sist skickas varor mellan regioner, som policyn anger."))
    }
    if !facts.content.nationalReserves.isEmpty {
      parts.append(
        words(
          "At its end national reserves that are released give what was refused.",
          "Sist lämnar frisläppta nationella säkerhetslager det som har avvisats."))
    }
    return parts.joined(.space)
  }

  private static func measurement(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    let measurement = words(
      "Measurement: averages are taken of stock at the end of the step.",
      "Mätning: medelvärden tas av lagret vid stegets slut.")
    let hasPatience = facts.content.products.contains {
      if case .deferrable = $0.shortfall { true } else { false }
    }
    guard hasPatience else { return measurement }
    return words(
      "\(measurement) Demand whose patience has ended becomes unmet.",
      "\(measurement) Behov som inte kan vänta längre blir inte tillgodosett.")
  }
}

/// What becomes of demand that finds no stock.
enum ShortfallWords {
  static func sentence(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    var kinds: [(Shortfall, Int)] = []
    for product in facts.content.products {
      if let place = kinds.firstIndex(where: { $0.0 == product.shortfall }) {
        kinds[place].1 += 1
      } else {
        kinds.append((product.shortfall, 1))
      }
    }
    let list = kinds.map { kind, count -> Prose in
      let products = words.count(count, .product)
      let of =
        count == facts.content.products.count ? Prose.empty : Prose(sign: " (\(products))")
      switch kind {
      case .lost: return words("is lost\(of)", "går förlorat\(of)")
      case .deferrable(let ticks):
        let time = words.length(ticks)
        return words("waits up to \(time)\(of)", "väntar högst \(time)\(of)")
      case .backlogged:
        return words("waits until it is served\(of)", "väntar tills det tillgodoses\(of)")
      }
    }
    return words(
      "Demand that finds no stock \(words.list(list)).",
      "Behov som inte möts av något lager \(words.choice(list)).")
  }
}
