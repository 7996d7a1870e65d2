/// Lays one scenario over another.
enum Overlay {
  /// Objects are merged member by member; anything else replaces what was there.
  ///
  /// An object that states one of several forms, such as a distribution, replaces the other form.
  /// Every value keeps the place where it was written, so that messages point there.
  static func merged(_ base: JSONNode, with overlay: JSONNode) -> JSONNode {
    guard let baseMembers = base.members, let overlayMembers = overlay.members,
      !statesForm(overlayMembers)
    else { return overlay }
    var members: [JSONMember] = []
    for member in baseMembers {
      guard let over = overlayMembers.first(where: { $0.key == member.key }) else {
        members.append(member)
        continue
      }
      members.append(
        JSONMember(
          key: member.key, keyRange: over.keyRange,
          value: merged(member.value, with: over.value)))
    }
    members += overlayMembers.filter { over in !baseMembers.contains { $0.key == over.key } }
    return JSONNode(value: .object(members), range: overlay.range)
  }

  private static func statesForm(_ members: [JSONMember]) -> Bool {
    let forms =
      Catalogue.Durations.names + Catalogue.Life.section.names
      + Catalogue.Start.names + [Catalogue.Sizes.geometric.name]
    return !members.isEmpty
      && members.allSatisfy { forms.contains($0.key) || isShareOfUnits($0) }
  }

  /// Whether a member says how often a number of units comes; an object with a number for its id,
  /// such as a supplier, is none.
  private static func isShareOfUnits(_ member: JSONMember) -> Bool {
    !member.key.isEmpty && member.key.utf8.allSatisfy { (48...57).contains($0) }
      && member.value.members == nil
  }
}
