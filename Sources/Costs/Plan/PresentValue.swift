/// What payments of coming years are worth today.
public enum PresentValue {
  /// An investment: how much, and how long it lasts.
  public struct Investment: Sendable {
    /// What is paid. [SEK]
    public let amount: Double
    /// After so long it is paid again. [days, above 0]
    public let lastsDays: Int

    /// An investment.
    public init(amount: Double, lastsDays: Int) {
      self.amount = amount
      self.lastsDays = lastsDays
    }
  }

  /// The present value of some years.
  ///
  /// - What is paid once is paid today, at full worth.
  /// - What is paid every year is paid at the end of each year.
  /// - An investment is paid today, and again at the end of each year by which it has worn out, but not at
  ///   the end of the last. Nothing of it, nor of stock, is sold in the end.
  ///
  /// Powers are repeated products, so that they are the same on every platform.
  ///
  /// - Parameters:
  ///   - yearly: without depreciation, and without interest on stock: discounting is both. [SEK]
  ///   - rate: what a krona loses in worth each year. [1]
  public static func total(
    once: Double, yearly: Double, investments: [Investment], rate: Double, years: Int
  ) -> Double {
    var total = once + investments.reduce(0) { $0 + $1.amount }
    var worth = 1.0
    for year in stride(from: 1, through: years, by: 1) {
      worth /= 1 + rate
      total += yearly * worth
      guard year < years else { break }
      for investment in investments {
        // How often it has worn out by the end of this year and of the last.
        let times = (year * 365) / investment.lastsDays
        let before = ((year - 1) * 365) / investment.lastsDays
        total += Double(times - before) * investment.amount * worth
      }
    }
    return total
  }
}
