/// An amount in Swedish kronor, exact to the öre.
///
/// Sums of whole öre are the same in any order, which sums of fractions are not.
public struct Money: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// The amount in hundredths of a krona; negative when owed. [öre]
  public let ore: Int64

  /// How many öre make a krona. [1]
  public static let orePerKrona: Int64 = 100

  /// No money.
  public static let zero = Money(ore: 0)

  /// An amount in öre.
  public init(ore: Int64) {
    self.ore = ore
  }

  /// The amount that a decimal number of kronor states.
  ///
  /// `nil` when it has parts of an öre or exceeds about 92 000 billion kronor.
  public init?(sek: Decimal) {
    guard let ore = sek.scaled(places: 2) else { return nil }
    self.init(ore: ore)
  }

  /// The amount as a floating-point number, for ratios and charts. [SEK]
  public var sek: Double { Double(ore) / Double(Self.orePerKrona) }

  /// The sum of two amounts; traps when it does not fit.
  public static func + (left: Money, right: Money) -> Money {
    Money(ore: left.ore + right.ore)
  }

  /// The difference of two amounts; traps when it does not fit.
  public static func - (left: Money, right: Money) -> Money {
    Money(ore: left.ore - right.ore)
  }

  /// The price of `count` pieces at `price` each; traps when it does not fit.
  public static func * (count: Int64, price: Money) -> Money {
    Money(ore: count * price.ore)
  }

  /// Order by amount.
  public static func < (left: Money, right: Money) -> Bool {
    left.ore < right.ore
  }
}

extension Money: CustomStringConvertible {
  /// The amount as `1 200.50 SEK`; whole kronor without decimals, as `1 200 SEK`.
  public var description: String {
    let (kronor, rest) = ore.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = ore < 0 ? "-" : ""
    let whole = FixedPointText.grouped(Int64(kronor), separator: " ")
    let decimals = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return "\(sign)\(whole)\(decimals) SEK"
  }
}
