import SupplyModel

extension Catalogue {
  /// How the reserve is part of the flow.
  enum ReserveRotation {
    static let forms = Forms(words: ["flowing", "separate"], section: section)
    static let section = Section(
      path: "(rotation)",
      meaning: "the word flowing (one pool with the operating stock), the word separate (a pool of"
        + " its own), or one of these",
      fields: [
        Forms.form(
          "separate", example: "{ fillFirst: \"reserve\" }",
          "a pool of its own, used only on release"),
        Forms.form(
          "swap", example: "{ beforeExpiry: \"90 days\" }",
          "a pool of its own that changes places with the flow before it expires"),
      ])
  }

  /// A pool of its own.
  enum Separate {
    static let fillFirst = Field<Rotation.Pool>.optional(
      "fillFirst", .choice(Rotation.Pool.self), default: .flow, "flow",
      "which pool receipts fill first, up to its level")
    static let section = Section(
      path: "(rotation).separate", meaning: "a pool of its own, used only on release",
      fields: [fillFirst.description])
  }

  /// A pool that changes places with the flow.
  enum Swap {
    static let beforeExpiry = Field<Int>.required(
      "beforeExpiry", .duration(1...36_500, example: "90 days"),
      "remaining life at which a lot of the reserve is exchanged")
    static let section = Section(
      path: "(rotation).swap", meaning: "a pool of its own that changes places with the flow",
      fields: [beforeExpiry.description])
  }

  /// When the reserve may be used.
  enum Release {
    static let forms = Forms(words: ["always", "onStockout"], section: section)
    static let section = Section(
      path: "(release)",
      meaning: "the word always, the word onStockout (without delay), or one of these",
      fields: [
        Forms.form(
          "onStockout", example: "{ delay: \"2 days\" }",
          "from the first day on which something is missing below, until the flow is back"),
        Forms.form(
          "inPhase", example: "{ phases: [\"war\"], delay: \"2 days\" }",
          "during phases of the timeline"),
      ])
  }

  /// Release when something is missing.
  enum OnStockout {
    static let delay = Field<Int>.optional(
      "delay", .duration(0...3650, example: "2 days"), default: 0, "0 days",
      "time until the authority has decided")
    static let section = Section(
      path: "(release).onStockout", meaning: "release when something is missing below",
      fields: [delay.description])
  }

  /// Release during phases.
  enum InPhase {
    static let delay = OnStockout.delay
    static let section = Section(
      path: "(release).inPhase", meaning: "release during phases of the timeline",
      fields: [
        Section.part(
          "phases", "word or list", allowed: "a word or a list of words", example: "[\"war\"]",
          "names of phases"),
        delay.description,
      ])
  }
}
