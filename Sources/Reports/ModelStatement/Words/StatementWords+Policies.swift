import SupplyModel

extension StatementWords {
  /// What a rule of a policy sets, and where.
  func rule(_ rule: PolicyRule) -> Prose {
    var place = locations(rule.locations)
    if rule.products != ProductSelection() {
      place = Prose(sign: "\(place), \(products(rule.products))")
    }
    let set = settings(of: rule)
    let what = set.isEmpty ? self("nothing is set", "inget anges") : set.joined(.semicolon)
    return Prose(sign: "\(place): \(what)")
  }

  /// What holds where no rule says otherwise; of reserves only where there are any.
  func defaults(withReserves hasReserves: Bool) -> [Prose] {
    let standard = PolicySettings(operating: .units(0))
    var rule = PolicyRule()
    rule.ordering = standard.ordering
    rule.review = standard.review
    rule.position = standard.position
    rule.orderIn = standard.orderIn
    rule.rounding = standard.rounding
    rule.requests = standard.requests
    rule.issue = standard.issue
    if hasReserves {
      rule.rotation = standard.rotation
      rule.release = standard.release
    }
    return settings(of: rule)
  }

  private func settings(of rule: PolicyRule) -> [Prose] {
    levels(of: rule) + orders(of: rule) + lives(of: rule) + reserve(of: rule)
  }

  private func levels(of rule: PolicyRule) -> [Prose] {
    [
      rule.operating.map { level in
        level.isNothing
          ? self("no operating stock", "inget driftlager")
          : self("operating stock of \(self.level(level))", "driftlager om \(self.level(level))")
      },
      rule.reserve.map { level in
        level.isNothing
          ? self("no reserve", "inget beredskapslager")
          : self("reserve of \(self.level(level))", "beredskapslager om \(self.level(level))")
      },
    ].compactMap { $0 }
  }

  private func orders(of rule: PolicyRule) -> [Prose] {
    var parts: [Prose] = []
    if let ordering = rule.ordering { parts.append(self.ordering(ordering)) }
    if let most = rule.orderMaximum {
      parts.append(
        self("an order is for at most \(level(most))", "en beställning gäller högst \(level(most))")
      )
    }
    if let review = rule.review { parts.append(self.review(review)) }
    switch rule.position {
    case .usableTomorrow:
      parts.append(
        self(
          "of stock on hand what is usable tomorrow counts",
          "av det som finns i lager räknas det som är användbart i morgon"))
    case .onHand:
      parts.append(self("all stock on hand counts", "allt som finns i lager räknas"))
    case nil: break
    }
    switch rule.orderIn {
    case .packs:
      parts.append(self("orders are for whole packs", "hela förpackningar beställs"))
    case .units:
      parts.append(self("orders are for single units", "enstaka enheter beställs"))
    case nil: break
    }
    if let rounding = rule.rounding { parts.append(self.rounding(rounding)) }
    switch rule.requests {
    case .dropped:
      parts.append(
        self(
          "what the location above cannot ship is dropped and asked for again",
          "det som platsen ovanför inte kan leverera stryks och begärs på nytt"))
    case .backlogged:
      parts.append(
        self(
          "what the location above cannot ship it owes",
          "det som platsen ovanför inte kan leverera blir restorder"))
    case nil: break
    }
    return parts
  }

  private func rounding(_ rule: PackRounding) -> Prose {
    switch rule {
    case .up:
      self("levels are rounded up to whole packs", "nivåer avrundas uppåt till hela förpackningar")
    case .nearest:
      self(
        "levels are rounded to the nearest pack",
        "nivåer avrundas till närmaste antal hela förpackningar")
    case .downButAtLeastOne:
      self(
        "levels are rounded down to whole packs, but at least one",
        "nivåer avrundas nedåt till hela förpackningar, dock minst en")
    case .none: self("levels stay in units", "nivåer avrundas inte till förpackningar")
    }
  }

  private func lives(of rule: PolicyRule) -> [Prose] {
    var parts: [Prose] = []
    if let issue = rule.issue { parts.append(self.issue(issue)) }
    if let least = rule.minimumLifeAtReceiptDays {
      parts.append(
        least == 0
          ? self(
            "no minimum of remaining life at receipt",
            "inget krav på återstående hållbarhet vid leverans")
          : self(
            "what has less than \(length(least)) to live at receipt is sent back",
            "det som vid leverans har mindre än \(length(least)) kvar till utgångsdatum skickas tillbaka"
          ))
    }
    if let least = rule.minimumLifeAtIssueDays {
      parts.append(
        least == 0
          ? self(
            "no minimum of remaining life at issue",
            "inget krav på återstående hållbarhet vid utlämning")
          : self(
            "what has less than \(length(least)) to live is not issued to locations below",
            "det som har mindre än \(length(least)) kvar till utgångsdatum lämnas inte ut till platser "
              + "längre ned"))
    }
    if let before = rule.redistributeBeforeDays {
      parts.append(
        before == 0
          ? self(
            "short-dated goods stay where they are", "varor med kort hållbarhet stannar där de är")
          : self(
            "\(length(before)) before it expires a lot is offered to a location with a higher turnover",
            "\(length(before)) innan ett parti går ut erbjuds det en plats med högre omsättning"))
    }
    return parts
  }

  private func reserve(of rule: PolicyRule) -> [Prose] {
    var parts: [Prose] = []
    if let rotation = rule.rotation { parts.append(self.rotation(rotation)) }
    if let release = rule.release { parts.append(self.release(release)) }
    if let most = rule.refillPerDay {
      parts.append(
        self(
          "at most \(level(most)) of the reserve are ordered per day",
          "till beredskapslagret beställs högst \(level(most)) per dag"))
    }
    if let hoarding = rule.hoardingBasisPoints {
      parts.append(
        hoarding == 10_000
          ? self("no hoarding", "ingen hamstring")
          : self(
            "while a shortage is known of, targets are \(share(hoarding)) of normal",
            "medan en restsituation är känd är målnivåerna \(share(hoarding)) av de normala"))
    }
    return parts
  }

  /// What a policy chooses as a whole.
  func choices(of policy: Policy) -> [Prose] {
    let sharing = allocation(policy.allocation)
    var parts = [self("scarce stock goes \(sharing)", "knappt lager fördelas \(sharing)")]
    switch policy.buildUp {
    case .immediate: break
    case .gradual(let days):
      parts.append(
        self(
          "targets grow in a straight line from the baseline's over \(length(days)) from the first day on",
          "målnivåerna växer rätlinjigt från jämförelsepolicyns under \(length(days)) från första dagen"
        ))
    case .stepwise(let steps):
      let list = list(
        steps.map { step in
          self(
            "\(share(step.shareBasisPoints)) of products by \(date(step.day))",
            "\(share(step.shareBasisPoints)) av produkterna senast \(date(step.day))")
        })
      parts.append(
        self(
          "targets are raised in steps, the most critical products first: \(list)",
          "målnivåerna höjs i steg, de mest kritiska produkterna först: \(list)"))
    }
    switch policy.transshipment {
    case .notAllowed: break
    case .voluntary(let terms):
      let (kept, time) = (level(terms.kept), length(terms.leadTimeDays))
      parts.append(
        self(
          "a region's store that was refused something and holds less than \(kept) is given up "
            + "to that by regions that hold more, in \(time)",
          "ett regionlager som har nekats något och har mindre än \(kept) får upp till den nivån av "
            + "regioner som har mer, med \(time)s leveranstid"))
    case .mandated(let terms):
      let (every, time) = (length(terms.everyDays), length(terms.leadTimeDays))
      let decision = decision(terms.decision)
      parts.append(
        self(
          "stock is levelled between regions every \(every), in \(time), \(decision)",
          "lager utjämnas mellan regioner med \(every)s mellanrum och \(time)s leveranstid, \(decision)"
        ))
    }
    if !content.substitutions.isEmpty {
      parts.append(
        policy.allowsSubstitution
          ? self("substitutes may be given", "utbyte är tillåtet")
          : self("substitutes may not be given", "utbyte är inte tillåtet"))
    }
    return parts
  }
}
