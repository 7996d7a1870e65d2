import SupplyModel

extension StatementWords {
  /// An authority's decision: what brings it about, and when it takes effect.
  func decision(_ decision: Decision) -> Prose {
    let delay =
      decision.delayDays == 0
      ? self("from", "från")
      : self(
        "\(length(decision.delayDays)) after", "från och med \(length(decision.delayDays)) efter")
    switch decision.occasion {
    case .phases(let names):
      let phases = phases(names)
      return self(
        "\(delay) the first day of \(phases), until it ends",
        "\(delay) första dagen i \(phases), tills fasen är slut")
    case .shortage:
      return self(
        "\(delay) the day on which a shortage of the product is known of, until it is over",
        "\(delay) den dag då en restsituation för produkten är känd, tills den är över")
    }
  }

  private func phases(_ names: [String]) -> Prose {
    list(names.map { Prose(id: $0) }, atMost: Self.listedNames)
  }

  /// How scarce stock is shared.
  func allocation(_ rule: AllocationRule) -> Prose {
    switch rule {
    case .firstCome:
      return self("first come, first served", "i den ordning som beställningarna kommer")
    case .proportionalToRequest:
      return self(
        "in proportion to what each asks for", "i proportion till vad var och en begär")
    case .proportionalToConsumption:
      return self(
        "in proportion to normal consumption, up to what each asks for",
        "i proportion till normalförbrukningen, högst vad var och en begär")
    case .equalCover:
      return self(
        "to the lowest cover (on hand and under way ÷ normal consumption) first",
        "först till lägst räckvidd (i lager och på väg ÷ normalförbrukning)")
    case .priority(let levels):
      let kept = levels.map { critical -> Prose in
        let (priority, level) = (critical.carePriority, level(critical.level))
        return self(
          "care of priority \(priority) and less urgent gets nothing that would bring the store "
            + "below \(level)",
          "vård med prioritet \(priority) och mindre brådskande vård får inget som skulle ta lagret "
            + "under \(level)")
      }
      return ([self("by care priority, 1 first", "efter vårdprioritet, 1 först")] + kept)
        .joined(.semicolon)
    }
  }

  /// When a location orders and for how much.
  func ordering(_ rule: OrderingRule) -> Prose {
    switch rule {
    case .orderUpTo:
      return self(
        "order up to the target as soon as the position is below it",
        "beställning upp till målnivån så snart lagerpositionen ligger under den")
    case .minMax(let reorderAt):
      return self(
        "order up to the target when the position is at \(level(reorderAt)) or below",
        "beställning upp till målnivån när lagerpositionen är högst \(level(reorderAt))")
    case .reorderPoint(let reorderAt, let quantity):
      return self(
        "when the position is at \(level(reorderAt)) or below, order the fewest multiples of "
          + "\(level(quantity)) that bring it above",
        "när lagerpositionen är högst \(level(reorderAt)) beställs så få poster om "
          + "\(level(quantity)) som räcker för att nå över den nivån")
    case .forwardCover:
      return self(
        "order what is missing of the target, counting only what can be used before it expires",
        "beställning av det som fattas till målnivån, där bara det räknas som hinner användas innan det "
          + "går ut")
    case .scheduled(let quantity):
      return self(
        "order a fixed or drawn quantity at every review, whatever the stock: \(units(quantity))",
        "beställning av en fast eller slumpad mängd vid varje översyn, oavsett lagret: \(units(quantity))"
      )
    case .table(let table):
      let columns = length(table.daysPerColumn)
      let counts = table.counts.map { Prose(sign: "\($0)") }.joined(Prose(sign: " × "))
      let orders = list(table.orders.map { whole($0) }, atMost: Self.listedNames)
      return self(
        "order by a table of the stock's ages (columns of \(columns) with \(counts) counts; orders "
          + "\(orders))",
        "beställning efter en tabell över lagrets ålder (kolumner om \(columns) med \(counts) tal; "
          + "beställningar: \(orders))")
    }
  }

  /// When a location looks at its stock.
  func review(_ rule: ReviewRule) -> Prose {
    switch rule {
    case .onDemand:
      return self("reviewed whenever anything changes", "lagret ses över så snart något ändras")
    case .every(content.experiment.ticksPerDay):
      return self("reviewed daily", "lagret ses över varje dag")
    case .every(let ticks):
      return self(
        "reviewed every \(length(ticks))", "lagret ses över med \(length(ticks))s mellanrum")
    case .weekdays(let days):
      let names = list(days.map(weekday))
      return self("reviewed on \(names)", "lagret ses över på \(names)")
    }
  }

  /// A day of the week on which something happens every week, 0 for Monday.
  private func weekday(_ day: Int) -> Prose {
    switch day {
    case 0: self("Monday", "måndagar")
    case 1: self("Tuesday", "tisdagar")
    case 2: self("Wednesday", "onsdagar")
    case 3: self("Thursday", "torsdagar")
    case 4: self("Friday", "fredagar")
    case 5: self("Saturday", "lördagar")
    default: self("Sunday", "söndagar")
    }
  }

  /// Which lot is issued first.
  func issue(_ order: IssueOrder) -> Prose {
    switch order {
    case .fefo:
      return self("issued first expired, first out", "det som går ut först lämnas ut först")
    case .fifo: return self("issued first in, first out", "det som kom in först lämnas ut först")
    case .lifo: return self("issued last in, first out", "det som kom in sist lämnas ut först")
    case .mixed(let share):
      return self(
        "issued first expired, first out, but for \(self.share(share)) of picks that ignore expiry",
        "det som går ut först lämnas ut först, utom vid \(self.share(share)) av plocken, som inte ser "
          + "till utgångsdatum")
    }
  }

  /// How the reserve is part of the flow.
  func rotation(_ rotation: Rotation) -> Prose {
    switch rotation {
    case .flowing:
      return self(
        "the reserve is one pool with the operating stock and turns over with it",
        "beredskapslagret och driftlagret är ett gemensamt lager och omsätts tillsammans")
    case .separate(.flow):
      return self(
        "the reserve is a pool of its own, filled after the operating stock; a lot of it is ordered anew "
          + "one lead time before it expires",
        "beredskapslagret är ett eget lager, som fylls efter driftlagret; ett parti i det beställs på nytt "
          + "en ledtid innan det går ut")
    case .separate(.reserve):
      return self(
        "the reserve is a pool of its own, filled before the operating stock; a lot of it is ordered anew "
          + "one lead time before it expires",
        "beredskapslagret är ett eget lager, som fylls före driftlagret; ett parti i det beställs på nytt "
          + "en ledtid innan det går ut")
    case .swap(let ticks):
      return self(
        "the reserve is a pool of its own; \(length(ticks)) before a lot of it expires it changes places "
          + "with units of the flow that expire later",
        "beredskapslagret är ett eget lager; \(length(ticks)) innan ett parti i det går ut byter det plats "
          + "med enheter i driftlagret som går ut senare")
    }
  }

  /// When the reserve may be issued to locations below.
  func release(_ rule: ReleaseRule) -> Prose {
    switch rule {
    case .always:
      return self("the reserve may always be issued", "beredskapslagret får alltid lämnas ut")
    case .onStockout(let delay):
      return self(
        "the reserve may be issued \(length(delay)) after demand below is unmet or a request is "
          + "cut for lack of flow, until the flow is back at its operating target",
        "beredskapslagret får lämnas ut \(length(delay)) efter att behov längre ned inte har tillgodosetts "
          + "eller en begäran har skurits ned för att driftlagret inte räckte, tills driftlagret åter är på "
          + "sin målnivå")
    case .inPhase(let names, let delay):
      let phases = phases(names)
      return self(
        "the reserve may be issued during \(phases), from \(length(delay)) after the first day on",
        "beredskapslagret får lämnas ut under \(phases), från och med \(length(delay)) efter första dagen"
      )
    }
  }
}
