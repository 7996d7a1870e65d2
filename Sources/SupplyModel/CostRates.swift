public import Quantities

/// What holding, moving and discarding stock costs, in prices of one year.
public struct CostRates: Sendable, Equatable {
  /// The year whose prices these are.
  public var priceYear: Int
  /// Yearly cost of capital tied up in stock, in ten-thousandths of its value: 350 is 3.5 %.
  public var capitalBasisPoints: Int64
  /// Yearly cost of a pallet place, by `StorageClass` in the order of its cases.
  public var storagePerPalletYear: [Money]
  /// Volume of goods that a pallet place takes. [ml, 1 or more]
  public var palletMillilitres: Int64
  /// Work for one order line: one product received at one location on one day.
  public var handlingPerOrderLine: Money
  /// Transport of one delivery: all that one location receives on one day.
  public var transportPerDelivery: Money
  /// Fee for destroying a litre of discarded goods.
  public var disposalPerLitre: Money

  /// Cost rates.
  public init(
    priceYear: Int, capitalBasisPoints: Int64, storagePerPalletYear: [Money],
    palletMillilitres: Int64, handlingPerOrderLine: Money, transportPerDelivery: Money,
    disposalPerLitre: Money
  ) {
    self.priceYear = priceYear
    self.capitalBasisPoints = capitalBasisPoints
    self.storagePerPalletYear = storagePerPalletYear
    self.palletMillilitres = palletMillilitres
    self.handlingPerOrderLine = handlingPerOrderLine
    self.transportPerDelivery = transportPerDelivery
    self.disposalPerLitre = disposalPerLitre
  }

  /// Yearly cost of a pallet place of a storage class.
  public func storage(_ storageClass: StorageClass) -> Money {
    storagePerPalletYear[StorageClass.allCases.firstIndex(of: storageClass) ?? 0]
  }
}
