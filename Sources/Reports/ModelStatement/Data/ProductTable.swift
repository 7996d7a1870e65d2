import Quantities
import SupplyModel

/// The products of a scenario by demand class, with the ranges of what is stated of them.
enum ProductTable {
  static func block(_ facts: StatementFacts) -> StatementBlock {
    let content = facts.content
    let rows = content.demandClasses.positions.compactMap { demandClass -> [Prose]? in
      let members = content.products.filter { $0.demandClass == demandClass }
      return members.isEmpty ? nil : row(demandClass, members, facts.words)
    }
    let words = facts.words
    let columns = [
      words("demand class", "behovsklass"), words("products", "produkter"),
      words("category", "kategori"), words("mover", "omsättning"),
      words("shelf life", "hållbarhet"), words("pack size", "förpackningsstorlek"),
      words("unit price", "enhetspris"), words("unit volume, ml", "enhetsvolym, ml"),
      words("weight", "vikt"), words("stored as", "förvaringsklass"), words("group", "grupp"),
    ]
    return .table(columns: columns, rows: rows)
  }

  private static func row(
    _ demandClass: Position<DemandClass>, _ members: [Product], _ words: StatementWords
  ) -> [Prose] {
    func range<Value: Comparable>(_ value: (Product) -> Value, _ text: (Value) -> Prose) -> Prose {
      let values = members.map(value)
      guard let low = values.min(), let high = values.max() else { return .empty }
      return words.range(text(low), text(high))
    }
    func names(_ list: [String?]) -> Prose {
      var counts: [(name: String, count: Int)] = []
      for case let name? in list {
        if let place = counts.firstIndex(where: { $0.name == name }) {
          counts[place].count += 1
        } else {
          counts.append((name, 1))
        }
      }
      return counts.prefix(StatementWords.listedNames)
        .map { Prose(sign: "\(id: $0.name) \(words.whole($0.count))") }.joined()
    }
    return [
      words.name(demandClass), words.whole(members.count), names(members.map(\.category.rawValue)),
      names(members.map { $0.mover?.rawValue }), range(\.shelfLifeDays) { words.length($0) },
      range(\.packSize) { words.whole($0) }, range(\.unitPrice) { words.money($0) },
      range(\.unitVolumeMillilitres) { words.whole($0) }, range(\.weight) { words.whole($0) },
      names(members.map(\.storageClass.rawValue)), names(members.map(\.group)),
    ]
  }
}
