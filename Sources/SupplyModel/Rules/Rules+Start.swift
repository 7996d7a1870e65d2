import Quantities

extension Rules {
  /// The shares of an age profile make a whole, and each part can be used for at least a day.
  static func checkAgeSharesAddUp(_ content: SupplyModel.Content) -> [ModelProblem] {
    guard case .given(_, .profile(let shares)) = content.experiment.start else { return [] }
    var problems: [ModelProblem] = []
    let whole = shares.reduce(0) { $0 + $1.basisPoints }
    if whole != 10_000 || shares.contains(where: { $0.basisPoints < 1 }) {
      let percent = Decimal(significand: whole, exponent: -2)
      problems.append(
        ModelProblem(
          subject: .experiment,
          problem: "the shares of the starting stock add up to \(percent) %",
          allowed: "100 % together", remedy: "correct one of the shares"))
    }
    if shares.contains(where: { $0.remainingDays < 1 }) {
      problems.append(
        ModelProblem(
          subject: .experiment, problem: "stock could have expired at the start",
          allowed: "at least one day of remaining life",
          remedy: "raise the lowest remaining life"))
    }
    return problems
  }

  /// A lot that is there on the first day can be used on that day.
  static func checkStartingLotsUsable(_ content: SupplyModel.Content) -> [ModelProblem] {
    guard case .lots(let lots) = content.experiment.start else { return [] }
    return lots.indices.filter { lots[$0].expiryDay < 1 || lots[$0].quantity < 1 }.map { index in
      ModelProblem(
        subject: .startingLot(index),
        problem: lots[index].quantity < 1
          ? "a lot of “\(content.products[lots[index].product].id)” is empty"
          : "a lot of “\(content.products[lots[index].product].id)” has expired on the first day",
        allowed: "lots that can be used on the first day", remedy: "leave the lot out")
    }
  }

  /// A lot stands where its product is used or passes: elsewhere nobody could ever issue it.
  static func checkStartingLotsHandled(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    guard case .lots(let lots) = content.experiment.start else { return [] }
    let handling = networks.map { Set($0.nodes.map(\.location)) }
    return lots.indices.filter { !handling[lots[$0].product.index].contains(lots[$0].location) }
      .map { index in
        let lot = lots[index]
        let product = content.products[lot.product].id
        return ModelProblem(
          subject: .startingLot(index),
          problem: "“\(content.locations[lot.location].id)” handles no “\(product)”",
          allowed: "lots where the product is used, or supplied to locations that use it",
          remedy: "leave the lot out, or state consumption there or below")
      }
  }
}
