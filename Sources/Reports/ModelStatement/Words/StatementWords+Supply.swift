import Quantities
import RandomStreams
import SupplyModel

extension StatementWords {
  /// What a supplier delivers, and when.
  func supplier(_ supplier: Supplier) -> Prose {
    let (leadTime, life) = (duration(supplier.leadTime), life(supplier.remainingLife))
    var parts = [
      self("lead time \(leadTime)", "ledtid \(leadTime)"),
      self("remaining life at receipt \(life)", "återstående hållbarhet vid leverans \(life)"),
    ]
    if let capacity = supplier.capacity {
      let most = share(10_000 + capacity.slackBasisPoints)
      let window = length(capacity.windowDays)
      parts.append(
        self(
          "delivers of each product at most \(most) of the normal consumption of all care units; "
            + "unused capacity is kept for \(window)",
          "levererar av varje produkt högst \(most) av alla vårdenheters normalförbrukning; outnyttjad "
            + "kapacitet sparas i \(window)"))
    } else {
      parts.append(self("no limit to what it delivers", "ingen gräns för leveranserna"))
    }
    if supplier.capacity != nil || supplier.allocation != .firstCome {
      let sharing = allocation(supplier.allocation)
      parts.append(self("what is scarce goes \(sharing)", "det som är knappt fördelas \(sharing)"))
    }
    switch supplier.unfilled {
    case .refused:
      parts.append(
        self(
          "what it cannot deliver is refused and ordered again",
          "det som inte kan levereras avvisas och beställs på nytt"))
    case .owed:
      parts.append(
        self(
          "what it cannot deliver for lack of capacity it owes",
          "det som kapaciteten inte räcker till blir restorder"))
    }
    if let ceiling = supplier.ceiling {
      let (most, period) = (share(ceiling.shareBasisPoints), length(ceiling.periodDays))
      parts.append(
        self(
          "a location buys at most \(most) of its normal consumption in each \(period); the rest is "
            + "refused",
          "en plats köper högst \(most) av sin normalförbrukning i varje period om \(period); resten "
            + "avvisas"))
    }
    if let readiness = supplier.readiness {
      let (decision, start) = (decision(readiness.decision), length(readiness.startUpDays))
      parts.append(
        self(
          "delivers only after a decision (\(decision)) and \(start) of start-up",
          "levererar först efter beslut (\(decision)) och \(start)s uppstart"))
    }
    let said = parts.joined(.semicolon)
    return self("Supplier \(id: supplier.id): \(said)", "Leverantör \(id: supplier.id): \(said)")
  }

  /// A shortage process: how often, how long, what it does.
  func shortage(_ shortage: ShortageProcess) -> Prose {
    var parts = [scope(of: shortage), frequency(of: shortage)]
    let lasts = duration(shortage.duration)
    parts.append(self("duration \(lasts)", "varaktighet \(lasts)"))
    parts.append(
      shortage.startsUp
        ? self("supply is up at the start", "tillförseln fungerar vid simuleringens början")
        : self(
          "in its long-run state at the start", "i långsiktig jämvikt vid simuleringens början"))
    parts.append(orders(during: shortage))
    if shortage.holdsTransit {
      parts.append(
        self(
          "what is under way stands still while it lasts",
          "det som är på väg står stilla medan den pågår"))
    }
    if let life = shortage.remainingLife {
      let words = self.life(life)
      parts.append(
        self(
          "remaining life at receipt of what is ordered meanwhile \(words)",
          "återstående hållbarhet vid leverans av det som beställs under tiden \(words)"))
    }
    if let known = shortage.announcement {
      let (announced, notice) = (share(known.shareBasisPoints), duration(known.notice))
      parts.append(
        self(
          "\(announced) are announced before the onset, by \(notice)",
          "\(announced) aviseras i förväg, framförhållning \(notice)"))
    } else {
      parts.append(self("known only as a fact", "känd först när den har inträffat"))
    }
    let said = parts.joined(.semicolon)
    return self(
      "Shortage \(id: shortage.id): \(said)", "Restsituation \(id: shortage.id): \(said)")
  }

  private func frequency(of shortage: ShortageProcess) -> Prose {
    switch shortage.frequency {
    case .onsetsPerYear(let rate):
      self(
        "\(number(rate)) onsets per year of 365 days",
        "börjar i genomsnitt \(number(rate)) gånger per år om 365 dagar")
    case .meanUpTime(let ticks):
      self(
        "time from an end to the next onset exponential with mean \(length(ticks))",
        "tiden från slutet av en till början av nästa exponentialfördelad med medelvärde \(length(ticks))"
      )
    }
  }

  private func orders(during shortage: ShortageProcess) -> Prose {
    switch shortage.orders {
    case .refused:
      self(
        "while it lasts orders are refused; what was accepted arrives",
        "medan den pågår avvisas beställningar; det som har accepterats kommer fram")
    case .held:
      self(
        "while it lasts orders are accepted and leave when it is over",
        "medan den pågår accepteras beställningar och avgår när den är över")
    case .fraction(let left):
      self(
        "while it lasts \(share(left)) of the capacity is left",
        "medan den pågår återstår \(share(left)) av kapaciteten")
    case .accepted:
      self("orders are accepted as always", "beställningar accepteras som vanligt")
    }
  }

  private func scope(of shortage: ShortageProcess) -> Prose {
    let unit =
      switch shortage.scope {
      case .product: self("each product on its own", "varje produkt för sig")
      case .package:
        self(
          "each product of each supplier on its own", "varje produkt från varje leverantör för sig")
      case .supplier:
        self(
          "all selected products of a supplier together",
          "alla valda produkter från en leverantör tillsammans")
      case .group:
        self(
          "all selected products of a substitution group together",
          "alla valda produkter i en utbytesgrupp tillsammans")
      case .category:
        self(
          "all selected products of a category together",
          "alla valda produkter i en kategori tillsammans")
      }
    let (products, suppliers) = (products(shortage.products), suppliers(shortage.suppliers))
    return self(
      "\(products) from \(suppliers), \(unit)", "\(products) från \(suppliers), \(unit)")
  }

  /// Products that are bought from one supplier after the other.
  func sourcing(_ sourcing: Sourcing) -> Prose {
    let products = products(sourcing.products)
    let instead =
      sourcing.replacing.map { replaced in
        self(" in place of \(name(replaced))", " (i stället för från \(name(replaced)))")
      } ?? .empty
    let chain = sourcing.suppliers.map(name).joined(self(", then ", ", sedan "))
    let time = length(sourcing.switchAfterDays)
    let next =
      sourcing.suppliers.count > 1
      ? self(
        "; the next stands in when those before it have been in shortage for \(time)",
        "; nästa tar vid när de föregående har varit i restsituation i \(time)") : .empty
    return self(
      "\(products)\(instead) from \(chain)\(next)", "\(products) från \(chain)\(instead)\(next)")
  }

  /// A reserve of the state.
  func nationalReserve(_ reserve: NationalReserve) -> Prose {
    let (place, time) = (name(reserve.location), length(reserve.leadTimeDays))
    let (products, served) = (products(reserve.products), locations(reserve.serves))
    let release = decision(reserve.release)
    return self(
      "\(place) holds \(products) for \(served); released \(release); \(time) to those it serves",
      "\(place) håller \(products) för \(served); frisläpps \(release); leveranstid \(time) till dem som det försörjer"
    )
  }

  /// What may be given instead of a product.
  func substitution(_ substitution: Substitution) -> Prose {
    let list = substitution.substitutes.map { substitute -> Prose in
      let (product, units) = (name(substitute.product), count(substitute.unitsEach, .unit))
      return self("\(product) (\(units) for one)", "\(product) (\(units) för en)")
    }.joined(self(", then ", ", sedan "))
    let (original, cost) = (name(substitution.original), money(substitution.extraCost))
    let permission =
      switch substitution.permission {
      case .always: self("whenever it is missing", "så snart \(original) saknas")
      case .duringShortage(let delay):
        self(
          "while it is in shortage, from \(length(delay)) after the onset",
          "medan \(original) är i restsituation, från och med \(length(delay)) efter början")
      }
    return self(
      "for \(original): \(list), \(permission), at \(cost) for each unit replaced besides the goods",
      "för \(original): \(list), \(permission), för \(cost) per ersatt enhet utöver varorna")
  }
}
