import Replications
import SupplyModel

/// What the locations of one product did under one policy, added up for the groups that divide
/// places: first for each class of locations, then for the groups that the classes belong to.
struct GroupTallies: Sendable {
  /// By class, and by group below `GroupTables.firstLocation`.
  private var ofClass: [Tally]
  private var ofGroup: [Tally]
  /// For which product and policy each was begun last, counted by `turn`.
  private var turnOfClass: [Int]
  private var turnOfGroup: [Int]
  private var turn = 0
  private var classes: [Int32] = []
  /// The groups that the product's locations belong to, each once, besides their own.
  private(set) var groups: [Int32] = []
  private var firstInCategory = 0
  private let nothing: Tally

  init(_ tables: GroupTables, horizonDays: Int) {
    var nothing = Tally()
    nothing.firstStockoutDay = Int64(horizonDays)
    self.nothing = nothing
    ofClass = Array(repeating: nothing, count: tables.groupsOfClass.count)
    ofGroup = Array(repeating: nothing, count: tables.firstLocation)
    turnOfClass = Array(repeating: 0, count: ofClass.count)
    turnOfGroup = Array(repeating: 0, count: ofGroup.count)
  }

  /// A group's sums; nothing where no location of the product belongs to it.
  subscript(group: Int) -> Tally { has(group) ? ofGroup[group] : nothing }

  /// Whether a location of the product belongs to a group.
  func has(_ group: Int) -> Bool { turnOfGroup[group] == turn }

  /// Begins a product under a policy.
  mutating func begin(category: Category, _ tables: GroupTables) {
    turn += 1
    classes.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    firstInCategory = category.ordinal * tables.locationCount
  }

  /// Adds what one location did.
  @inline(__always)
  mutating func add(_ tally: Tally, ofLocation location: Int, _ tables: GroupTables) {
    let place = Int(tables.classOfLocation[firstInCategory + location])
    if turnOfClass[place] != turn {
      turnOfClass[place] = turn
      ofClass[place] = nothing
      classes.append(Int32(place))
    }
    ofClass[place].add(tally)
  }

  /// Adds the classes up to groups, once all locations have been added.
  mutating func addUp(_ tables: GroupTables) {
    for place in classes {
      for group in tables.groupsOfClass[Int(place)] {
        if turnOfGroup[Int(group)] != turn {
          turnOfGroup[Int(group)] = turn
          ofGroup[Int(group)] = nothing
          groups.append(group)
        }
        ofGroup[Int(group)].add(ofClass[Int(place)])
      }
    }
  }
}
