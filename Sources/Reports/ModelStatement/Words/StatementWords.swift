import SupplyModel

/// What a statement says things with, in its language: the choice between two texts, lists and names.
struct StatementWords: Sendable {
  let content: SupplyModel.Content
  let language: ReportLanguage

  /// The text in the language of the statement; the two stand beside each other, so that neither is
  /// forgotten.
  func callAsFunction(
    _ english: @autoclosure () -> Wording, _ swedish: @autoclosure () -> Wording
  ) -> Prose {
    Prose(sign: language == .english ? english() : swedish())
  }

  /// The pieces as a sentence lists them: `a, b and c`; of more than `limit` the first, and how many more
  /// there are.
  func list(_ pieces: [Prose], atMost limit: Int = .max) -> Prose {
    guard pieces.count <= limit else {
      let more = whole(pieces.count - limit)
      let first = Array(pieces.prefix(limit)).joined()
      return self("\(first) and \(more) more", "\(first) och \(more) till")
    }
    return joined(pieces, by: self("and", "och"))
  }

  /// The pieces as a choice between them: `a, b or c`.
  func choice(_ pieces: [Prose]) -> Prose { joined(pieces, by: self("or", "eller")) }

  private func joined(_ pieces: [Prose], by word: Prose) -> Prose {
    guard let last = pieces.last, pieces.count > 1 else { return pieces.first ?? .empty }
    return Prose(sign: "\(Array(pieces.dropLast()).joined()) \(word) \(last)")
  }

  /// `3`, or `3 to 9` where two ends differ.
  func range(_ low: Prose, _ high: Prose) -> Prose {
    low == high ? low : self("\(low) to \(high)", "\(low) till \(high)")
  }

  /// How well something is known.
  func status(_ status: KnowledgeStatus) -> Prose { self.status(status.rawValue) }

  /// How well something is known, as files say it.
  func status(_ status: String) -> Prose {
    Prose(text: ReportWords(language: language).status(status))
  }

  func name(_ product: Position<Product>) -> Prose { Prose(id: content.products[product].id) }

  func name(_ location: Position<Location>) -> Prose { Prose(id: content.locations[location].id) }

  func name(_ supplier: Position<Supplier>) -> Prose { Prose(id: content.suppliers[supplier].id) }

  func name(_ tier: Position<Tier>) -> Prose { Prose(id: content.tiers[tier].id) }

  func name(_ demandClass: Position<DemandClass>) -> Prose {
    Prose(id: content.demandClasses[demandClass].id)
  }

  func name(_ authority: Position<Authority>) -> Prose {
    Prose(id: content.authorities[authority].id)
  }
}
