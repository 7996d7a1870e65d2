import Quantities
import SupplyModel

extension Catalogue {
  /// A policy.
  enum Policy {
    static let base = Field<String>.optional(
      "extends", .identifier(example: "today"), absent: "nothing",
      "a policy of this scenario whose rules come first")
    static let allocation = Field<AllocationRule>.optional(
      "allocation", .choice([("firstCome", .firstCome)]), default: .firstCome, "firstCome",
      "who gets what when several ask for more than there is")
    static let section = Section(
      path: "policies.<name>", meaning: "a complete set of rules",
      fields: [
        base.description, allocation.description,
        Section.part(
          "<kind of location>", "object", allowed: "settings",
          example: "centralStore: { operating: \"10 days\" }",
          "settings for all locations of a kind"),
        Section.part(
          "overrides", "list", allowed: "a list of settings with a selection",
          example: "[ { products: { mover: \"slow\" }, reserve: \"1 month\" } ]",
          fallback: "none", "settings for some products or locations; later ones win"),
      ])
  }

  /// Settings of a policy.
  enum Settings {
    static let operating = Field<StockLevel>.optional(
      "operating", .stockLevel, absent: "must be set for every kind of location with stock",
      "normal working stock")
    static let reserve = Field<StockLevel>.optional(
      "reserve", .stockLevel, absent: "0 units", "stock for preparedness on top of it")
    static let rotation = Field<Rotation>.optional(
      "rotation", .choice([("flowing", .flowing)]), absent: "flowing",
      "how the reserve is part of the flow: flowing is one pool, first expired first out")
    static let review = Field<Int>.optional(
      "review", .duration(1...3650, example: "7 days"), absent: "1 day",
      "time from one review to the next, counted from the start of the horizon")
    static let position = Field<PositionRule>.optional(
      "position", .choice(PositionRule.self), absent: "usableTomorrow",
      "which stock on hand counts when ordering")
    static let orderIn = Field<OrderUnit>.optional(
      "orderIn", .choice(OrderUnit.self), absent: "packs", "what orders are counted in")
    static let rounding = Field<PackRounding>.optional(
      "rounding", .choice(PackRounding.self), absent: "up", "how levels become whole packs")
    static let fields = [
      operating.description, reserve.description, rotation.description, review.description,
      position.description, orderIn.description, rounding.description,
    ]
    static let section = Section(
      path: "policies.<name>.<kind of location>", meaning: "how much is held and how it is ordered",
      fields: fields)
  }

  /// Settings for some products or locations.
  enum Override {
    static let section = Section(
      path: "policies.<name>.overrides[]", meaning: "settings for some products or locations",
      fields: [
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ mover: \"slow\" }", fallback: "all products", "to which products they apply"),
        Section.part(
          "locations", "selection", allowed: "a selection of locations",
          example: "{ kind: \"careUnit\" }", fallback: "all locations",
          "at which locations they apply"),
      ] + Settings.fields)
  }

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
      ])
  }

  private static func choice(_ name: String, _ example: String, _ meaning: String)
    -> FieldDescription
  {
    Section.part(
      name, "word or list", allowed: "a word or a list of words", example: example,
      fallback: "any", meaning)
  }

  /// What holding, moving and discarding costs.
  enum Costs {
    static let priceYear = Field<Int>.required(
      "priceYear", .integer(1900...2200, example: "2026"), "the year whose prices these are")
    static let capitalRate = Field<Decimal>.required(
      "capitalRate",
      .share(from: Decimal(significand: 0), to: Decimal(significand: 1), example: "3.5 %"),
      "yearly cost of capital tied up in stock, at most two decimals of a per cent")
    static let palletVolume = Field<Int64>.required(
      "palletVolume",
      .volume(example: "0.96 m3").checked(allowed: "10 l to 100 m3") {
        $0 < 10_000 ? "is less than 10 l" : nil
      }, "volume of goods that a pallet place takes")
    static let orderLine = Field<Money>.required(
      "handlingPerOrderLine", .money(example: "25 SEK"),
      "work for one product received at one location on one day")
    static let delivery = Field<Money>.required(
      "transportPerDelivery", .money(example: "150 SEK"),
      "transport of all that one location receives on one day")
    static let disposal = Field<Money>.required(
      "disposalPerLitre", .money(example: "5 SEK"), "fee for destroying a litre of goods")
    static let section = Section(
      path: "costs", meaning: "what holding, moving and discarding costs, in prices of one year",
      fields: [
        priceYear.description, capitalRate.description,
        Section.part(
          "storage", "object", allowed: "an amount for each storage class",
          example: "{ room: \"1 200 SEK\", … }", "a pallet place for a year, by storage class"),
        palletVolume.description, orderLine.description, delivery.description,
        disposal.description,
      ])
  }

  /// Storage by storage class.
  enum Storage {
    static func field(_ storageClass: StorageClass) -> Field<Money> {
      .required(
        storageClass.rawValue, .money(example: "1 200 SEK"), "a pallet place for a year")
    }
    static let section = Section(
      path: "costs.storage", meaning: "a pallet place for a year",
      fields: StorageClass.allCases.map { field($0).description })
  }
}
