import Quantities
import SupplyModel

/// 4.2: how long is simulated.
enum RunLengthSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let experiment = facts.experiment
    let words = facts.words
    let (horizon, step) = (words.length(experiment.horizonDays), words.length(1))
    let first = experiment.startDate.description
    let last = experiment.date(ofTick: experiment.horizonDays - 1).description
    var paragraphs = [
      words(
        "The reported horizon is \(horizon), from \(first) to \(last), in steps of \(step). The run ends with "
          + "it, whatever is under way.",
        "Den redovisade simuleringsperioden är \(horizon), från \(first) till \(last), i steg om \(step). "
          + "Körningen slutar med den, vad som än är på väg.")
    ]
    let longer = facts.content.products.positions.count {
      facts.model.longestRemainingLifeDays(of: $0) > experiment.horizonDays
    }
    if longer > 0, facts.expiry != .never {
      let number = words.whole(longer)
      let all = words.count(facts.content.products.count, .product)
      paragraphs.append(
        words(
          "The horizon is shorter than the longest remaining life at receipt of \(number) of \(all), so that "
            + "it does not resolve their waves of expiry.",
          "Simuleringsperioden är kortare än den längsta återstående hållbarheten vid leverans för \(number) "
            + "av \(all), så att den inte visar deras vågor av varor som går ut."))
    }
    return paragraphs.map { .paragraph($0) }
  }
}
