/// Finds the name that the user most likely meant.
public enum Suggestion {
  /// Longer names are not compared, so that a hostile file cannot make this slow. [characters]
  private static let longest = 100

  /// The candidate that is nearest to `name`; `nil` when none is near.
  ///
  /// Near means that the number of letters to insert, leave out, replace or swap with their
  /// neighbour, capitals and small letters counted as equal, is at most a third of the length of
  /// `name`, though always at least 1. Of equally near candidates the first wins.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(from: wanted, to: letters)
      // A distance as long as the name would replace every letter of it.
      guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The Damerau-Levenshtein distance in which no part is edited twice (optimal string
  /// alignment), by the usual table of which three rows are kept.
  private static func distance(from left: [Character], to right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var current = [i + 1]
      current.reserveCapacity(right.count + 1)
      for (j, other) in right.enumerated() {
        let replaced = previous[j] + (letter == other ? 0 : 1)
        var least = min(replaced, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          least = min(least, beforePrevious[j - 1] + 1)
        }
        current.append(least)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
