import Glibc

/// Something that is timed.
struct Case {
  let name: String
  let unit: String
  /// What should not be exceeded, if anything is promised.
  var most: Double?
  /// Whether it is run once before, so that what is timed finds its memory and its code warm; a whole program
  /// begins cold each time.
  var warmsUp = true
  /// Times it once. [unit]
  let once: () throws(Failure) -> Double

  /// Times it several times.
  func measure(_ group: String, repetitions: Int) throws(Failure) -> Measurement {
    if warmsUp { _ = try once() }
    var values: [Double] = []
    for _ in 0..<repetitions { values.append(try once()) }
    return Measurement(group: group, name: name, unit: unit, most: most, values: values)
  }
}

/// What timing a case has given.
struct Measurement {
  let group: String
  let name: String
  let unit: String
  let most: Double?
  /// In the order of the repetitions.
  let values: [Double]

  var minimum: Double { values.min() ?? 0 }

  var median: Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Whether what is promised is kept by the median; `nil` where nothing is.
  var isKept: Bool? { most.map { median <= $0 } }

  static var heading: String {
    Words.left("case", 46) + Words.right("minimum", 11) + Words.right("median", 11) + "  unit"
  }

  /// Prints it, at once even where the output goes to a file.
  func show() {
    print(row)
    fflush(nil)
  }

  private var row: String {
    var promise = ""
    if let most, let isKept {
      promise = ", at most \(Words.short(most)) wanted: \(isKept ? "reached" : "not reached")"
    }
    return Words.left("\(group): \(name)", 46) + Words.right(Words.short(minimum), 11)
      + Words.right(Words.short(median), 11) + "  \(unit)\(promise)"
  }
}
