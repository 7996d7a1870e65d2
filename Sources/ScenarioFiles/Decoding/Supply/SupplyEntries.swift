import SupplyModel

/// What a scenario says about supply besides suppliers and shortages, with the places where it is
/// written.
struct SupplyEntries {
  let sourcing: [Placed<Sourcing>]
  let nationalReserves: [Placed<NationalReserve>]
  let substitutions: [Placed<Substitution>]

  /// Reads them from the outermost object.
  init(_ root: ObjectReader, _ names: Names, in decoding: Decoding) {
    let phases = Decoding.statedPhases(root.member("timeline"))
    sourcing = decoding.sourcing(root.member("sourcing"), names)
    nationalReserves = decoding.nationalReserves(
      root.member("nationalReserves"), phases: phases, names)
    substitutions = decoding.substitutions(root.member("substitutions"), names)
  }

  /// Puts them into a model's content.
  func add(to content: inout SupplyModel.Content) {
    content.sourcing = sourcing.map(\.element)
    content.nationalReserves = nationalReserves.map(\.element)
    content.substitutions = substitutions.map(\.element)
  }
}
