/// What one location did with one product over the reported horizon of one replication.
///
/// Sums of whole units and days only, so that any order of adding gives the same bytes.
@frozen
public struct Tally: Sendable, BitwiseCopyable, Equatable {
  /// What patients asked for. [units]
  public var demand: Int64 = 0
  /// Days with demand. [days]
  public var demandDays: Int64 = 0
  /// What they got, the day they asked or later. [units]
  public var served: Int64 = 0
  /// What they got the day they asked. [units]
  public var servedAtOnce: Int64 = 0
  /// What they did not get the day they asked, or within their patience. [units]
  public var unmet: Int64 = 0
  /// Demand from before the reported time that waited when it began. [units]
  public var waitingAtStart: Int64 = 0
  /// What still waits at the end. [units]
  public var waiting: Int64 = 0
  /// Sum over days of what waits at the end of the day. [units × days]
  public var waitingUnitDays: Int64 = 0
  /// Days at whose end somebody waits. [days]
  public var waitingDays: Int64 = 0
  /// Days with unmet demand. [days]
  public var stockoutDays: Int64 = 0
  /// First day with unmet demand, from the start of the horizon; the horizon if there is none.
  /// [days]
  public var firstStockoutDay: Int64 = 0
  /// What left because it expired. [units]
  public var discarded: Int64 = 0
  /// What was lost because a store was hit. [units]
  public var destroyed: Int64 = 0
  /// What was lost because it was not kept cold. [units]
  public var spoiled: Int64 = 0
  /// What was called back. [units]
  public var withdrawn: Int64 = 0
  /// What patients got of something else in its stead; part of `served`. [units of this product]
  public var servedBySubstitute: Int64 = 0
  /// What was given in the stead of something else; not part of `served`. [units]
  public var issuedAsSubstitute: Int64 = 0
  /// What that has cost besides the goods; booked where the original was missing. [öre]
  public var substitutionOre: Int64 = 0
  /// What was sent to another region. [units]
  public var transshipped: Int64 = 0
  /// What came from a national reserve. [units]
  public var fromNationalReserve: Int64 = 0
  /// What patients with prescriptions asked for; part of `demand`. [units]
  public var spilledOver: Int64 = 0
  /// What came from suppliers too short-dated and was not accepted. [units]
  public var rejected: Int64 = 0
  /// What came from the location above too short-dated and was sent back. [units]
  public var returned: Int64 = 0
  /// What was sent, short-dated, to a location with a higher turnover. [units]
  public var redistributed: Int64 = 0
  /// What came from suppliers. [units]
  public var purchased: Int64 = 0
  /// Orders that were accepted, in full or in part. [order lines]
  public var orderLines: Int64 = 0
  /// Sum over days of the stock at the end of the day. [units × days]
  public var stockUnitDays: Int64 = 0
  /// Days that end with nothing on the shelf. [days]
  public var emptyDays: Int64 = 0
  /// Sum over days of what is accepted and not yet received at the end of the day. [units × days]
  public var onOrderUnitDays: Int64 = 0
  /// Sum over days of what the location above owes it at the end of the day. [units × days]
  public var owedUnitDays: Int64 = 0
  /// Stock at the end of the last day; like the next two known once the run has ended. [units]
  public var stockAtEnd: Int64 = 0
  /// What is accepted and not yet received at the end of the last day. [units]
  public var onOrderAtEnd: Int64 = 0
  /// What the location above owes it at the end of the last day. [units]
  public var owedAtEnd: Int64 = 0

  /// A tally of nothing.
  public init() {}
}
