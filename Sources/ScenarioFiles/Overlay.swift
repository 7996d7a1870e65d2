/// Lays one scenario over another.
enum Overlay {
  /// Objects are merged member by member; anything else replaces what was there.
  ///
  /// An object that states one of several forms, such as a distribution, replaces the other form.
  /// Every value keeps the place where it was written, so that messages point there.
  ///
  /// `key` is where both stand; some forms are forms only there, because elsewhere their names are
  /// names that users choose, or keys like any other.
  static func merged(
    _ base: JSONNode, with overlay: JSONNode, key: String? = nil
  ) -> JSONNode {
    guard let baseMembers = base.members, let overlayMembers = overlay.members,
      !statesForm(overlayMembers, key),
      !statesOtherForm(overlayMembers, than: baseMembers, key)
    else { return overlay }
    var members: [JSONMember] = []
    let over = Dictionary(
      overlayMembers.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(baseMembers.map(\.key))
    for member in baseMembers {
      guard let over = over[member.key] else {
        members.append(member)
        continue
      }
      members.append(
        JSONMember(
          key: member.key, keyRange: over.keyRange,
          value: merged(member.value, with: over.value, key: member.key)))
    }
    members += overlayMembers.filter { !known.contains($0.key) }
    return JSONNode(value: .object(members), range: overlay.range)
  }

  private static func statesForm(_ members: [JSONMember], _ key: String?) -> Bool {
    let forms =
      Catalogue.Durations.names + Catalogue.Life.section.names
      + (key == "begin" ? Catalogue.Start.names : [])
    return !members.isEmpty && members.allSatisfy { forms.contains($0.key) }
  }

  /// Whether a member says how often a number of units comes; an object with a number for its id,
  /// such as a supplier, is none.
  private static func isShareOfUnits(_ member: JSONMember) -> Bool {
    !member.key.isEmpty && member.key.utf8.allSatisfy { (48...57).contains($0) }
      && isShare(member.value)
  }

  /// Whether a value is written as a share is, not as a stock level or an object.
  private static func isShare(_ value: JSONNode) -> Bool {
    value.number != nil || value.string?.contains("%") == true
  }

  /// Whether both state one of several forms, such as an ordering rule, but not the same.
  private static func statesOtherForm(
    _ members: [JSONMember], than base: [JSONMember], _ key: String?
  ) -> Bool {
    guard let own = form(of: members, key), let other = form(of: base, key) else { return false }
    return own != other || own == shares
  }

  private static let shares = "(shares)"

  /// The form that an object states: the name of its only member, or shares of numbers, which make
  /// a whole together and cannot be merged.
  private static func form(of members: [JSONMember], _ key: String?) -> String? {
    if !members.isEmpty, members.allSatisfy(isShareOfUnits) { return shares }
    guard members.count == 1, let name = members.first?.key else { return nil }
    let own = key.flatMap { Catalogue.formNamesByKey[$0] } ?? []
    return own.contains(name) || Catalogue.formNames.contains(name) ? name : nil
  }
}
