extension Catalogue {
  /// A selection of products.
  enum ProductChoice {
    static let section = Section(
      path: "(selection of products)",
      meaning: "the products that meet every stated condition; each is a word or a list of words",
      fields: [
        choice("product", "\"propofol\"", "ids of products"),
        choice("category", "\"medicine\"", "categories"),
        choice("demandClass", "\"trauma\"", "demand classes"),
        choice("mover", "\"slow\"", "how fast they turn over"),
        choice("storageClass", "\"cold\"", "what kind of room they need"),
        choice("group", "\"cephalosporins\"", "substitution groups"),
      ])
  }

  /// A selection of locations.
  enum LocationChoice {
    static let section = Section(
      path: "(selection of locations)",
      meaning: "the locations that meet every stated condition; each is a word or a list of words",
      fields: [
        choice("location", "\"central-store\"", "ids of locations"),
        choice("kind", "\"careUnit\"", "kinds of location"),
        choice("authority", "\"region-jonkoping\"", "who has the duty"),
        choice("region", "\"jonkoping\"", "regions in which those lie who have the duty"),
      ])
  }

  private static func choice(_ name: String, _ example: String, _ meaning: String)
    -> FieldDescription
  {
    Section.part(
      name, "word or list", allowed: "a word or a list of words", example: example,
      fallback: "any", meaning)
  }
}
