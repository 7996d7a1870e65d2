extension Rules {
  /// What a supplier states about its limits can be kept: it delivers something, to somebody.
  static func checkSuppliersDeliver(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.suppliers.positions.flatMap { position -> [ModelProblem] in
      let supplier = content.suppliers[position]
      var problems: [ModelProblem] = []
      func report(_ problem: String, allowed: String, remedy: String) {
        problems.append(
          ModelProblem(
            subject: .supplier(position), problem: "“\(supplier.id)” " + problem,
            allowed: allowed, remedy: remedy))
      }
      if let capacity = supplier.capacity, capacity.slackBasisPoints <= -10_000 {
        report(
          "has a slack of -100 % or less: nothing could be delivered",
          allowed: "a slack above -100 %", remedy: "raise the slack, or take the supplier out")
      }
      if let ceiling = supplier.ceiling, ceiling.shareBasisPoints < 1 || ceiling.periodDays < 1 {
        report(
          "has a ceiling of nothing", allowed: "a share above 0 % in a period of at least a day",
          remedy: "raise the share, or leave the ceiling out")
      }
      if supplier.readiness != nil, supplier.capacity == nil {
        report(
          "has a readiness without a slack, which says how much is made",
          allowed: "readiness with a slack", remedy: "state the slack")
      }
      if case .priority(let levels) = supplier.allocation, !levels.isEmpty {
        report(
          "keeps stock for more urgent care, but suppliers keep none",
          allowed: "priority without critical levels", remedy: "leave the critical levels out")
      }
      if let decision = supplier.readiness?.decision,
        let unknown = unknownPhase(in: decision, content)
      {
        report(
          "is made ready in the phase “\(unknown)”, which the timeline lacks",
          allowed: "names of phases of the timeline", remedy: "correct the name, or add the phase")
      }
      return problems
    }
  }

  /// A phase that a decision names and the timeline lacks.
  static func unknownPhase(in decision: Decision, _ content: SupplyModel.Content) -> String? {
    guard case .phases(let names) = decision.occasion else { return nil }
    return names.first { name in !content.timeline.contains { $0.name == name } }
  }
}
