import Quantities
import RandomStreams

extension Rules {
  /// The phases that trigger a phase lead back to one with a day of its own, and each has a name
  /// that no other phase has.
  static func checkTriggersLeadToADay(_ content: SupplyModel.Content) -> [ModelProblem] {
    func trigger(of phase: Phase) -> String? {
      guard case .after(let name, _, _) = phase.timing?.begin else { return nil }
      return name
    }
    return content.timeline.positions.compactMap { position in
      let phase = content.timeline[position]
      var last = phase
      for _ in content.timeline.indices {
        guard let name = trigger(of: last) else { return nil }
        let named = content.timeline.filter { $0.name == name }
        guard named.count == 1, let next = named.first else {
          guard last.name == phase.name else { return nil }
          return ModelProblem(
            subject: .phase(position),
            problem: "“\(phase.name)” comes after “\(name)”, the name of \(named.count) phases",
            allowed: "the name of one phase", remedy: "name a phase of the timeline")
        }
        last = next
      }
      guard trigger(of: last) != nil else { return nil }
      return ModelProblem(
        subject: .phase(position),
        problem: "“\(phase.name)” waits for phases that wait for each other",
        allowed: "phases that lead back to one with a day of its own",
        remedy: "give one of them a date")
    }
  }

  /// A phase of which something is drawn has a name, and the number that stands for it, of its own:
  /// two of one name would have the same luck.
  static func checkDrawnPhasesHaveOwnNames(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.timeline.positions.compactMap { position in
      let phase = content.timeline[position]
      guard phase.isDrawn else { return nil }
      let hash = StableHash.of(phase.name)
      let other = content.timeline.positions.first {
        $0 != position && StableHash.of(content.timeline[$0].name) == hash
          // Of two drawn phases the later one is reported.
          && ($0 < position || !content.timeline[$0].isDrawn)
      }
      guard let other else { return nil }
      let name = content.timeline[other].name
      return ModelProblem(
        subject: .phase(position),
        problem: name == phase.name
          ? "“\(phase.name)” is drawn, but another phase is called the same"
          : "“\(phase.name)” has the same random numbers as “\(name)”",
        allowed: "a name that no other phase has where something is drawn",
        remedy: "choose another name: the random numbers are keyed by it")
    }
  }

  /// What a phase does to demand meets some demand, and postponed care is postponed once.
  static func checkPhasesMeetDemand(_ content: SupplyModel.Content) -> [ModelProblem] {
    func meets(
      _ use: Consumption, _ products: ProductSelection, _ locations: LocationSelection
    ) -> Bool {
      let product = content.products[use.product]
      return products.selects(product, at: use.product)
        && locations.selects(
          content.locations[use.location], at: use.location, for: product.category)
    }
    func isIdle(_ products: ProductSelection, _ locations: LocationSelection) -> Bool {
      !content.consumption.contains { meets($0, products, locations) }
    }
    return content.timeline.positions.flatMap { position -> [ModelProblem] in
      let phase = content.timeline[position]
      func problem(_ effect: String, _ what: String) -> ModelProblem {
        ModelProblem(
          subject: .phase(position), problem: "\(effect) of “\(phase.name)” \(what)",
          allowed: "products that are used at the selected care units",
          remedy: "correct the selections, or take the entry out")
      }
      var problems: [ModelProblem] = []
      for (index, effect) in phase.demandEffects.enumerated()
      where isIdle(effect.products, effect.locations) {
        problems.append(problem("demandWhere[\(index)]", "multiplies no demand"))
      }
      for (index, postponed) in phase.postponements.enumerated() {
        if isIdle(postponed.products, postponed.locations) {
          problems.append(problem("postpone[\(index)]", "puts no care off"))
        }
        let earlier = phase.postponements[..<index]
        let twice = content.consumption.first { use in
          meets(use, postponed.products, postponed.locations)
            && earlier.contains { meets(use, $0.products, $0.locations) }
        }
        if let twice {
          problems.append(
            ModelProblem(
              subject: .phase(position),
              problem: "postpone[\(index)] of “\(phase.name)” puts off once more what an earlier "
                + "entry puts off: “\(content.products[twice.product].id)” at "
                + "“\(content.locations[twice.location].id)”",
              allowed: "each product at each care unit in one entry",
              remedy: "make the selections exclude each other"))
        }
      }
      return problems
    }
  }

  /// Patients turn to public care where it is known what they use, and the other way round.
  static func checkPrescribedDemandMeetsSpillOver(
    _ content: SupplyModel.Content
  ) -> [ModelProblem] {
    let prescribed = content.consumption.positions.filter {
      content.consumption[$0].prescribed > .zero
    }
    var problems = content.timeline.positions.compactMap { position -> ModelProblem? in
      let phase = content.timeline[position]
      guard let spillOver = phase.spillOver else { return nil }
      let meetsAny = prescribed.contains {
        let product = content.consumption[$0].product
        return spillOver.products.selects(content.products[product], at: product)
      }
      guard !meetsAny else { return nil }
      return ModelProblem(
        subject: .phase(position),
        problem: "spillOver of “\(phase.name)” turns nobody to public care: no care unit states "
          + "what patients with prescriptions use"
          + (prescribed.isEmpty ? "" : " of the selected products"),
        allowed: "a spillOver of products with a prescribedPerDay",
        remedy: "add the column prescribedPerDay to the table of consumption, or take spillOver out"
      )
    }
    if let first = prescribed.first, content.timeline.allSatisfy({ $0.spillOver == nil }) {
      problems.append(
        ModelProblem(
          subject: .consumption(first),
          problem: "prescribedPerDay has no effect: no phase of the timeline has a spillOver",
          allowed: "prescribedPerDay where a phase turns patients to public care",
          remedy: "give a phase a spillOver, or leave prescribedPerDay empty"))
    }
    return problems
  }
}
