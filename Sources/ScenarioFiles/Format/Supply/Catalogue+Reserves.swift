extension Catalogue {
  /// A reserve of the state.
  enum NationalReserve {
    static let location = Field<String>.required(
      "location", .identifier(example: "state-buffer"),
      "where it stands: a location that orders from a supplier and from which nobody orders")
    static let leadTime = Field<Int>.required(
      "leadTime", .duration(1...3650, example: "2 days"), "from its store to those it serves")
    static let section = Section(
      path: "nationalReserves[]",
      meaning: "a reserve of the state, part of nobody's flow until an authority releases it; the"
        + " policy says how much it holds",
      fields: [
        location.description,
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ category: \"medicine\" }", fallback: "all products", "what it holds"),
        Section.part(
          "serves", "selection", allowed: "a selection of locations",
          example: "{ kind: \"centralStore\" }", fallback: "all locations",
          "whom it serves: those of them that order from suppliers"),
        Section.part(
          "release", "object", allowed: "an object",
          example: "{ when: { phases: [\"war\"] }, delay: \"3 days\" }",
          "the decision that releases it, as long as the occasion lasts"),
        leadTime.description,
      ])
  }

  /// The decision that releases a reserve.
  enum ReserveRelease {
    static let section = Section(
      path: "nationalReserves[].release", meaning: "the decision that releases the reserve",
      fields: Decision.fields)
  }
}
