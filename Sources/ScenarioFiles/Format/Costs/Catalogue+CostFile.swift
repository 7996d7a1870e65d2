import Quantities
import SupplyModel

extension Catalogue {
  /// A cost file: the rates with status and source, and what is paid for besides.
  enum CostFile {
    static let version = Field<Int>.required(
      "costFile", .integer(1...1, example: "1"), "version of the format of cost files")
    static let priceYear = Costs.priceYear
    static let inhabitants = Field<Int>.optional(
      "inhabitants", .integer(1...100_000_000, example: "6000"), absent: "those of the scenario",
      "how many people a cost file without scenario is about")
    static let period = Field<Int>.optional(
      "period", .duration(365...36_500, example: "10 years"), default: 3650, "10 years",
      "over how long present values are taken, in whole years")
    static let reference = Field<Int>.optional(
      "referenceInhabitants", .integer(1...100_000_000, example: "368912"),
      absent: "amounts are those of the whole scenario",
      "the size of the region for which amounts are stated")
    static let capitalRate = stated(
      "capitalRate", "share", "3 %", "yearly cost of capital tied up in stock")
    static let discountRate = stated(
      "discountRate", "share", "3.5 %", "what a krona loses in worth each year")
    static let privateShare = stated(
      "privateShare", "share", "12 %", fallback: "nothing is extrapolated",
      "private providers' share of care: public cost ÷ (1 − share) is that of all")
    static let palletVolume = stated(
      "palletVolume", "volume", "0.96 m3", "volume of goods that a pallet place takes")
    static let orderLine = stated(
      "handlingPerOrderLine", "amount", "25 SEK",
      "work for one product received at one location on one day")
    static let delivery = stated(
      "transportPerDelivery", "amount", "150 SEK",
      "transport of all that one location receives on one day")
    static let disposal = stated(
      "disposalPerLitre", "amount", "8 SEK", "fee for destroying a litre of goods")
    /// The keys of the rates, which price what is simulated.
    static let rates = [
      capitalRate.name, "storage", palletVolume.name, orderLine.name, delivery.name,
      disposal.name,
    ]
    static let section = Section(
      path: "costs (file)",
      meaning: "a cost file: every figure with how well it is known and where it is from",
      fields: [
        version.description, priceYear.description, inhabitants.description, capitalRate,
        discountRate, period.description, privateShare,
        Section.part(
          "storage", "object", allowed: "a stated amount for each storage class",
          example: "{ room: { value: \"1 080 SEK\", … }, … }",
          "a pallet place for a year, by storage class"),
        palletVolume, orderLine, delivery, disposal, reference.description,
        Section.part(
          "sizes", "object", allowed: "an object with large, mid and small",
          example: "{ large: { … }, mid: { … }, small: { … } }",
          fallback: "amounts are those of the whole scenario",
          "how cost per inhabitant follows the size of a region"),
        Section.part(
          "items", "object", allowed: "an object with an item for each name",
          example: "{ \"warehouse-staff\": { … } }", fallback: "nothing besides what is simulated",
          "what is paid for besides what is simulated"),
      ])

    private static func stated(
      _ name: String, _ kind: String, _ example: String, fallback: String? = nil, _ meaning: String
    ) -> FieldDescription {
      Section.part(
        name, "stated \(kind)", allowed: "an object with value, status and source",
        example: "{ value: \"\(example)\", status: \"assumption\", source: \"…\" }",
        fallback: fallback, meaning)
    }
  }

  /// What every stated figure has besides its value.
  enum Stated {
    static let status = Field<CostStatus>.required(
      "status", .choice(CostStatus.self), "how well it is known")
    static let source = Field<String>.required(
      "source",
      .words(example: "the region's contract").checked(allowed: "a text") {
        $0.isEmpty ? "is empty" : nil
      }, "where it is from, or why it was chosen")
  }

  /// An amount of money with status and source.
  enum StatedAmount {
    static let value = Field<Money>.required("value", .money(example: "25 SEK"), "what is used")
    static let low = Field<Money>.optional(
      "low", .money(example: "15 SEK"), absent: "no range", "what it might be at least")
    static let high = Field<Money>.optional(
      "high", .money(example: "40 SEK"), absent: "no range", "what it might be at most")
    static let section = Section(
      path: "(stated amount)", meaning: "an amount, how well it is known and where it is from",
      fields: [
        value.description, low.description, high.description, Stated.status.description,
        Stated.source.description,
      ])
  }

  /// A share with status and source.
  enum StatedShare {
    static let value = Field<Decimal>.required(
      "value", share("3 %"), "what is used, at most two decimals of a per cent")
    static let low = Field<Decimal>.optional(
      "low", share("2.5 %"), absent: "no range", "what it might be at least")
    static let high = Field<Decimal>.optional(
      "high", share("4 %"), absent: "no range", "what it might be at most")
    static let section = Section(
      path: "(stated share)", meaning: "a share, how well it is known and where it is from",
      fields: [
        value.description, low.description, high.description, Stated.status.description,
        Stated.source.description,
      ])

    private static func share(_ example: String) -> Format<Decimal> {
      .share(
        from: Decimal(significand: 0), to: Decimal(significand: 99, exponent: -2),
        example: example)
    }
  }

  /// A volume with status and source; it has no range, since every pallet place depends on it.
  enum StatedVolume {
    static let value = Field<Int64>.required(
      "value",
      .volume(example: "0.96 m3").checked(allowed: "10 l to 100 m3") {
        $0 < 10_000 ? "is less than 10 l" : nil
      }, "what is used")
    static let section = Section(
      path: "(stated volume)", meaning: "a volume, how well it is known and where it is from",
      fields: [value.description, Stated.status.description, Stated.source.description])
  }

  /// A size group: from how many inhabitants, and how dear.
  enum SizeEntry {
    static let from = Field<Int>.required(
      "from", .integer(0...100_000_000, example: "264500"),
      "from how many inhabitants a region belongs to the group")
    static let factor = Field<Decimal>.required(
      "factor",
      .decimal(
        from: Decimal(significand: 1, exponent: -2), to: Decimal(significand: 100), example: "1.5"),
      "cost per inhabitant, compared with the other groups, at most four decimals")
    static let section = Section(
      path: "costs.sizes.<group>", meaning: "how dear what is not simulated is in a size group",
      fields: [
        from.description, factor.description, Stated.status.description,
        Stated.source.description,
      ])
  }

  /// Something that is paid for besides what is simulated.
  enum CostItems {
    static let name = Field<String>.required("name", .words, "what it is, for people")
    static let part = Field<CostPart>.required(
      "part", .choice(CostPart.ofItems.map { ($0.rawValue, $0) }), "what it counts as")
    static let amount = Field<Money>.required("amount", money("560 000 SEK"), "what one costs")
    static let low = Field<Money>.optional(
      "low", money("500 000 SEK"), absent: "no range", "what it might cost at least")
    static let high = Field<Money>.optional(
      "high", money("620 000 SEK"), absent: "no range", "what it might cost at most")
    static let unit = Field<String>.required(
      "unit", .words(example: "full-time post"), "what one is")
    static let per = Field<Bool>.required(
      "per", .choice([("year", true), ("once", false)]), "whether it is paid every year or once")
    static let lasts = Field<Int>.optional(
      "lasts", .duration(30...36_500, example: "10 years"),
      absent: "gone when the stock is built up",
      "how long what is paid once lasts: each year bears its part as depreciation")
    static let during = Field<Int>.optional(
      "during", .duration(1...3650, example: "6 months"), absent: "as long as the policy holds",
      "how long what is paid by the year is paid: only while the stock is built up")
    static let each = Field<Bool>.optional(
      "each", .choice([("palletPlace", true)]), absent: "quantity says how many",
      "what the quantity is multiplied by: pallet places in use on average")
    static let followsSize = Field<Bool>.optional(
      "followsSize", .truth, default: true, "true",
      "whether it follows the size of the region, where the file says how; if not, every region pays "
        + "it as it is stated")
    static let section = Section(
      path: "costs.items.<name>", meaning: "what is paid for besides what is simulated",
      fields: [
        name.description, part.description, amount.description, low.description,
        high.description, unit.description, per.description, lasts.description,
        during.description,
        Section.part(
          "quantity", "number or object",
          allowed: "how many under each policy; one number with each, or without scenario",
          example: "{ \"one-month\": 2, … }", "how many there are"), each.description,
        followsSize.description, Stated.status.description, Stated.source.description,
      ])
    static let count = Format<Decimal>.decimal(
      from: Decimal(significand: 0), to: Decimal(significand: 1_000_000), example: "2.5")

    /// Amounts up to what a whole country pays.
    private static func money(_ example: String) -> Format<Money> {
      .text("money", allowed: "an amount in SEK", example: "\"\(example)\"") { text in
        QuantityText.money(text).flatMap { ore in
          ore <= 10_000_000_000_000
            ? .success(Money(ore: ore))
            : .failure(
              QuantityProblem(
                "is \(Money(ore: ore))", allowed: "at most 100 000 000 000 SEK",
                remedy: "write for example \"\(example)\""))
        }
      }
    }
  }
}
