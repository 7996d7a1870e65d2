/// A value of a scenario file, before it is written.
indirect enum Written: Equatable {
  /// A text in quotation marks.
  case text(String)
  /// A number or truth value.
  case plain(String)
  /// A list whose order means something.
  case list([Written])
  /// A list whose order means nothing.
  case set([Written])
  /// An object; `section` is the path of its section in the catalogue of fields, or empty.
  case object(section: String, [Member])

  /// A member of an object.
  struct Member: Equatable {
    var key: String
    var value: Written
  }

  /// The members of an object.
  var members: [Member] {
    if case .object(_, let members) = self { members } else { [] }
  }

  /// The value of a key, and its place for a new one; `nil` takes it out.
  subscript(key: String) -> Written? {
    get { members.first { $0.key == key }?.value }
    set {
      guard case .object(let section, var members) = self else { return }
      if let newValue, let place = members.firstIndex(where: { $0.key == key }) {
        members[place].value = newValue
      } else {
        members.removeAll { $0.key == key }
        if let newValue { members.append(Member(key: key, value: newValue)) }
      }
      self = .object(section: section, members)
    }
  }

  /// How it is written in the file.
  var json: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .plain(let text): text
    case .list(let values), .set(let values):
      "[" + values.map(\.json).joined(separator: ", ") + "]"
    case .object(_, let members):
      "{" + members.map { "\"\($0.key)\": \($0.value.json)" }.joined(separator: ", ") + "}"
    }
  }

  /// The same with every object of some sections changed.
  func changing(_ sections: Set<String>, _ change: (inout Written) -> Void) -> Written {
    switch self {
    case .text, .plain: return self
    case .list(let values): return .list(values.map { $0.changing(sections, change) })
    case .set(let values): return .set(values.map { $0.changing(sections, change) })
    case .object(let section, let members):
      var changed = Written.object(
        section: section,
        members.map { Member(key: $0.key, value: $0.value.changing(sections, change)) })
      if sections.contains(section) { change(&changed) }
      return changed
    }
  }

  /// The same with keys, and what stands in lists without an order, in another order.
  func shuffled(_ draws: inout Draws) -> Written {
    switch self {
    case .text, .plain: return self
    case .list(let values): return .list(values.map { $0.shuffled(&draws) })
    case .set(let values): return .set(draws.shuffled(values.map { $0.shuffled(&draws) }))
    case .object(let section, let members):
      let inner = members.map { Member(key: $0.key, value: $0.value.shuffled(&draws)) }
      return .object(section: section, draws.shuffled(inner))
    }
  }
}

/// A table, before it is written.
struct WrittenTable: Equatable {
  /// The path of its section in the catalogue of fields.
  var section: String
  var columns: [String]
  var rows: [[String]]

  /// A table from its rows by column; a column that no row fills is left out.
  init(_ section: String, _ columns: [String], _ rows: [[String: String]]) {
    self.section = section
    self.columns = columns.filter { column in rows.contains { $0[column, default: ""] != "" } }
    let stated = self.columns
    self.rows = rows.map { row in stated.map { row[$0] ?? "" } }
  }

  /// How it is written in the file.
  var csv: String {
    ([columns] + rows).map { row in
      row.map { $0.contains(",") || $0.contains("\"") ? Self.quoted($0) : $0 }
        .joined(separator: ",") + "\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Puts a value into a column of every row.
  mutating func set(_ column: String, _ value: (_ row: [String]) -> String) {
    let place = columns.firstIndex(of: column)
    for index in rows.indices {
      if let place {
        rows[index][place] = value(rows[index])
      } else {
        rows[index].append(value(rows[index]))
      }
    }
    if place == nil { columns.append(column) }
  }

  /// The cell of a row in a column; empty without the column.
  func cell(_ row: [String], _ column: String) -> String {
    columns.firstIndex(of: column).map { row[$0] } ?? ""
  }

  /// The same with rows and columns in another order.
  func shuffled(_ draws: inout Draws) -> WrittenTable {
    var other = self
    let order = draws.shuffled(Array(columns.indices))
    other.columns = order.map { columns[$0] }
    other.rows = draws.shuffled(rows.map { row in order.map { row[$0] } })
    return other
  }
}
