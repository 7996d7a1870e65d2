/// The locations of one category in the order in which they are reviewed, whatever the product.
///
/// Deepest locations first; within a depth by the parent's place, then by rank and id. The order of
/// the locations that handle a product is this one with the others left out: a location's place depends
/// only on its parents, which handle whatever it handles.
struct ReviewOrder {
  /// The locations in order.
  let locations: [Position<Location>]
  /// Where each location stands in `locations`, by its position.
  let places: [Int32]
  /// Where each location gets products of the category from, by its position.
  let sources: [Location.Source?]
  /// The location that replenishes each, by its position; -1 where none does.
  let parents: [Int32]

  /// The order for a category; the content has no cycle.
  init(_ category: Category, in content: SupplyModel.Content) {
    sources = content.locations.map { $0.source(of: category) }
    parents = sources.map { source in
      if case .location(let parent, _) = source { Int32(parent.index) } else { -1 }
    }
    let keys = content.locations.map { (rank: $0.rank, id: $0.id) }
    // Children are put to their parents in order, so that each list of children is in order.
    let sorted = keys.indices.sorted {
      (keys[$0].rank, keys[$0].id) < (keys[$1].rank, keys[$1].id)
    }
    var children = [[Int]](repeating: [], count: keys.count)
    var level: [Int] = []
    for place in sorted {
      if parents[place] >= 0 {
        children[Int(parents[place])].append(place)
      } else {
        level.append(place)
      }
    }
    var levels: [[Int]] = []
    while !level.isEmpty {
      levels.append(level)
      level = level.flatMap { children[$0] }
    }
    locations = levels.reversed().joined().map { Position($0) }
    var places = [Int32](repeating: 0, count: keys.count)
    for (place, location) in locations.enumerated() { places[location.index] = Int32(place) }
    self.places = places
  }
}
