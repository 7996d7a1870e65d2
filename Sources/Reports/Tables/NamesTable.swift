import Replications
public import Studies
import SupplyModel

/// What ids stand for: the names that the scenario gives to products, demand classes, regions and
/// authorities.
public enum NamesTable {
  /// The table; no rows where nothing has a name besides its id.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    let content = result.content
    func add(_ level: Level, _ key: String, _ name: String) {
      guard !name.isEmpty, name != key else { return }
      table.append([.text(level.rawValue), .text(key), .text(name)])
    }
    for region in content.regions { add(.region, region.id, region.name) }
    for authority in content.authorities { add(.authority, authority.id, authority.name) }
    for demandClass in content.demandClasses { add(.demandClass, demandClass.id, demandClass.name) }
    for product in result.study.compiled.products {
      let item = content.products[product.position]
      add(.product, item.id, item.name)
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "names",
    meaning:
      "Names of products, demand classes, regions and authorities, as the scenario has them: one row "
      + "for each that has one besides its id.",
    columns: [
      Table.Column(name: "level", kind: .text, meaning: "what results are broken down by"),
      Table.Column(name: "key", kind: .text, meaning: "the id, as in the other tables"),
      Table.Column(name: "name", kind: .text, meaning: "its name"),
    ], key: ["level", "key"])
}
