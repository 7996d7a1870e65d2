import Quantities
import SupplyModel

extension Catalogue {
  /// The duty to hold stock.
  enum Duty {
    static let days = Field<Int>.optional(
      "days", .duration(1...3650, example: "1 month"), default: 30, "1 month",
      "how long what an authority must hold lasts at its normal consumption")
    static let section = Section(
      path: "duty", meaning: "the duty to hold stock",
      fields: [
        days.description,
        Section.part(
          "locations", "selection", allowed: "a selection of locations",
          example: "{ kind: \"careUnit\" }", fallback: "all locations",
          "whose stock counts towards its authority's duty"),
        Section.part(
          "exemptions", "table", allowed: "the path of a table", example: "\"exemptions.csv\"",
          fallback: "none", "what authorities have decided to hold less of"),
      ])
  }

  /// Columns of the table of exemptions from the duty.
  enum ExemptionRow {
    static let authority = Field<String>.optional(
      "authority", .identifier(example: "region-jonkoping"), absent: "the only authority",
      "who decided it")
    static let product = Field<String>.required(
      "product", .identifier(example: "propofol"), "what it is held less of")
    static let reason = Field<String>.required(
      "reason", .identifier(example: "shortShelfLife"), "why, as a code of the scenario's own")
    static let held = Field<Exemption.Held>.required(
      "held", .held, "how much is held instead, of the requirement or in days")
    static let mitigation = Field<String>.required(
      "mitigation",
      .words(example: "borrowed from the neighbour").checked(allowed: "a text") {
        $0.isEmpty ? "is empty" : nil
      }, "what is done about the risk")
    static let reviewDate = Field<CalendarDate>.required(
      "reviewDate", .date, "when it is to be decided anew")
    static let section = Section(
      path: "duty.exemptions (table)",
      meaning: "products that authorities have decided to hold less of, for special reasons",
      fields: [
        authority.description, product.description, reason.description, held.description,
        mitigation.description, reviewDate.description,
      ])
  }
}

extension Format where Value == Exemption.Held {
  /// A share of the requirement, or a number of days.
  static let held: Format = {
    let share = Format<Decimal>.share(
      from: Decimal(significand: 0), to: Decimal(significand: 1), example: "50 %")
    let days = Format<Int>.duration(0...3650, example: "10 days")
    let allowed = "a share from 0 % to 100 %, or a number of days, weeks, months or years"
    return Format(kind: "share or duration", allowed: allowed, example: days.example) {
      scalar, context in
      switch scalar {
      case .cell(let text), .text(let text):
        if text.isEmpty { return .failure(.wrongKind("is empty", allowed, days.example)) }
        if !text.contains("%"), Decimal(text) == nil {
          return days.read(scalar, context).map { .days($0) }
        }
      case .number, .bool: break
      }
      return share.read(scalar, context).flatMap { value in
        guard let parts = value.scaled(places: 4) else {
          return .failure(
            QuantityProblem(
              "is finer than a hundredth of a per cent",
              allowed: "at most four decimals, or two with a per cent sign"))
        }
        return .success(.share(basisPoints: parts))
      }
    }
  }()
}
