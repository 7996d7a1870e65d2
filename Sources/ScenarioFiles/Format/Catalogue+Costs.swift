import Quantities
import SupplyModel

extension Catalogue {
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
