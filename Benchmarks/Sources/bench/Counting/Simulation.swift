/// A case that is simulated without being timed, for a program that watches this one.
enum Simulation {
  /// The engines that can be asked for by name.
  static func engine(_ name: String) throws(Failure) -> Engine {
    switch name {
    case "R1": return try Engine("scenarios/reference/r1.json5")
    case "R1s": return try Engine("scenarios/reference/r1s.json5")
    case "R1 with slow movers": return try Engine("Benchmarks/scenarios/r1-slow.json5")
    case "Jönköping, 10 products": return try Engine("scenarios/jonkoping.json5", products: 10)
    default:
      guard let mechanism = Mechanism.all.first(where: { $0.name == name }) else {
        throw Failure("there is no case \(name)")
      }
      return try Engine(mechanism.scenario)
    }
  }

  static let shipped = ["R1", "R1s", "R1 with slow movers", "Jönköping, 10 products"]

  /// `bench simulate CASE REPLICATIONS`
  static func run(_ words: [String]) throws(Failure) {
    guard words.count == 2, let replications = Int(words[1]) else {
      throw Failure("simulate needs a case and a number of replications")
    }
    var engine = try engine(words[0])
    try engine.run(0..<replications)
  }
}
