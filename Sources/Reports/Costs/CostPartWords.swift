import Costs
import Estimators
import SupplyModel

/// The words and numbers of what policies cost.
struct CostPartWords {
  let language: ReportLanguage

  /// What money is spent on.
  func part(_ part: CostPart) -> String {
    switch part {
    case .capital: language("Capital in stock", "Kapital i lager")
    case .discard: language("Discard", "Kassation")
    case .losses: language("Lost in crisis and war", "Förlorat i kris och krig")
    case .disposal: language("Destruction", "Destruktion")
    case .storage: language("Pallet places", "Pallplatser")
    case .handling: language("Order lines", "Orderrader")
    case .transport: language("Transport", "Transport")
    case .substitution: language("Substitution", "Utbyte")
    case .staff: language("Staff", "Personal")
    case .premises: language("Premises", "Lokaler")
    case .it: language("IT", "IT")
    case .equipment: language("Equipment", "Utrustning")
    case .buildUp: language("Build-up", "Uppbyggnad")
    case .extraStock: language("Purchase of extra stock", "Inköp av extra lager")
    case .other: language("Other", "Övrigt")
    }
  }

  /// All of a kind.
  func kind(_ kind: CostLine.Kind) -> String {
    switch kind {
    case .running: language("Running cost per year", "Driftskostnad per år")
    case .investment:
      language("Investment (in running cost)", "Investering (ingår i driften)")
    case .oneOff: language("One-off cost", "Engångskostnad")
    }
  }

  /// All of a kind for each inhabitant.
  func perInhabitant(_ kind: CostLine.Kind) -> String {
    language("… per inhabitant, SEK", "… per invånare, kr")
  }

  /// Running cost of all care.
  var includingPrivate: String {
    language("… private care included", "… inklusive privat vård")
  }

  /// The present value.
  func presentValue(_ plan: CostPlan) -> String {
    language(
      "Present value of \(plan.periodYears) years, nothing sold at the end",
      "Nuvärde av \(plan.periodYears) år, inget säljs vid slutet")
  }

  /// An amount with three digits that matter; a dash for none.
  func amount(_ value: Double?) -> String {
    value.map { language.number(ReadableNumber.text($0)) } ?? "–"
  }

  /// An interval; empty for none.
  func interval(_ interval: ConfidenceInterval?) -> String {
    interval.map { span($0.low, $0.high) } ?? ""
  }

  /// The increase with low and with high inputs.
  func ends(_ estimate: CostEstimate) -> String {
    guard let low = estimate.increaseAtLow, let high = estimate.increaseAtHigh else { return "" }
    return span(min(low, high), max(low, high))
  }

  /// The same in brackets behind an amount; nothing where the inputs have no range.
  func range(_ estimate: CostEstimate) -> String {
    guard let low = estimate.increaseAtLow, let high = estimate.increaseAtHigh, low != high
    else { return "" }
    return " (\(span(min(low, high), max(low, high))))"
  }

  private func span(_ low: Double, _ high: Double) -> String {
    let decimals = ReadableNumber.decimals(forMagnitude: max(low.magnitude, high.magnitude))
    let (first, last) = (
      ReadableNumber.text(low, decimals: decimals), ReadableNumber.text(high, decimals: decimals)
    )
    if first == last { return language.number(first) }
    let text = ReadableNumber.range(low, high, decimals: decimals)
    return language.number(language == .swedish ? text.replacing(" to ", with: " till ") : text)
  }
}
