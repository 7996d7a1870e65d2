import Quantities
import SupplyModel

extension Catalogue {
  /// What multiplies demand in part of the scenario.
  enum DemandWhere {
    static let by = Field<Decimal>.required(
      "by", Phase.multiplier, "what multiplies mean demand; several that apply are multiplied")
    static let section = Section(
      path: "timeline[].demandWhere[]", meaning: "demand in part of the scenario",
      fields: [
        products("of which products"), locations("at which care units", "{ authority: \"town\" }"),
        by.description,
      ])
  }

  /// Stock that is lost.
  enum Loss {
    static let because = Field<StockLoss.Reason>.required(
      "because", .choice(StockLoss.Reason.self),
      "why: the store is hit, it is not kept cold, or it is called back")
    static let share = Field<Decimal>.optional(
      "share", part(example: "50 %"), default: Decimal(significand: 1), "100 %",
      "how much of the stock is lost where it happens")
    static let cluster = Field<Decimal>.optional(
      "cluster", chance(example: "20 %"), default: Decimal(significand: 1), "100 %",
      "how likely the common cause is: one power cut, several cold rooms")
    static let each = Field<Decimal>.optional(
      "each", chance(example: "80 %"), default: Decimal(significand: 1), "100 %",
      "how likely each location is to be hit, given the common cause")
    static let section = Section(
      path: "timeline[].lose[]", meaning: "stock that is lost on the first day of the phase",
      fields: [
        because.description,
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ category: \"medicine\" }",
          fallback: "all products; for coldChain those whose storageClass is cold",
          "of which products"),
        locations("where it can happen", "{ kind: \"careUnit\" }"), share.description,
        cluster.description, each.description,
      ])
  }

  /// Transport that is cut.
  enum TransportCut {
    static let section = Section(
      path: "timeline[].cutTransport[]", meaning: "transport that is cut while the phase lasts",
      fields: [
        Section.part(
          "from", "selection", allowed: "a selection of locations",
          example: "{ kind: \"centralStore\" }", fallback: "all locations and suppliers",
          "from where nothing is sent"),
        Section.part(
          "to", "selection", allowed: "a selection of locations",
          example: "{ authority: \"town\" }", "to where nothing is sent"),
      ])
  }

  /// Patients with prescriptions.
  enum SpillOver {
    static let share = Field<Decimal>.optional(
      "share", part(example: "50 %"), default: Decimal(significand: 1), "100 %",
      "which part of those without medicine turns to public care")
    static let dosePatients = Field<Decimal>.required(
      "dosePatients", chance(example: "2.5 %"),
      "which part of patients has dose-dispensed medicines and nothing at home: they come from the"
        + " first day")
    static let homeStock = Field<Int>.required(
      "homeStock", .duration(1...3650, example: "90 days"),
      "how long the fullest home cabinet lasts; the others come as their stock at home is used up")
    static let section = Section(
      path: "timeline[].spillOver",
      meaning: "patients with prescriptions who turn to public care; needs prescribedPerDay in the"
        + " consumption",
      fields: [
        products("of which products"), share.description, dosePatients.description,
        homeStock.description,
      ])
  }

  /// Care that is put off.
  enum Postponement {
    static let share = Field<Decimal>.required(
      "share", part(example: "70 %"), "how much of mean demand is put off")
    static let returns = Field<Decimal>.optional(
      "returns", chance(example: "80 %"), default: Decimal(significand: 1), "100 %",
      "how much of that comes back after the phase")
    static let over = Field<Int>.optional(
      "over", .duration(1...3650, example: "180 days"),
      absent: "must be stated unless returns is 0 %", "over how long it comes back, evenly")
    static let section = Section(
      path: "timeline[].postpone[]", meaning: "care that is put off while the phase lasts",
      fields: [
        products("of which products"), locations("at which care units", "{ authority: \"town\" }"),
        share.description, returns.description, over.description,
      ])
  }

  private static func products(_ meaning: String) -> FieldDescription {
    Section.part(
      "products", "selection", allowed: "a selection of products",
      example: "{ category: \"medicine\" }", fallback: "all products", meaning)
  }

  private static func locations(_ meaning: String, _ example: String) -> FieldDescription {
    Section.part(
      "locations", "selection", allowed: "a selection of locations", example: example,
      fallback: "all locations", meaning)
  }
}
