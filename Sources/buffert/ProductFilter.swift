import ScenarioFiles
import SupplyModel

/// Which products `--products` chooses.
enum ProductFilter {
  /// The positions that a filter chooses, or what is wrong with it.
  ///
  /// A filter is a list of ids with commas between, or `mover=`, `category=` or `demandClass=`
  /// with such a list.
  static func positions(
    _ filter: String, in content: SupplyModel.Content
  ) -> Result<[Position<Product>], Arguments.Problem> {
    let parts = filter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let words = (parts.last ?? "").split(separator: ",").map(String.init)
    let column = parts.count == 2 ? String(parts[0]) : "id"
    let columns = ["id", "category", "demandClass", "mover"]
    guard columns.contains(column) else {
      return .failure(
        .init(text: "--products cannot choose by \(column)", word: column, known: columns))
    }
    func value(_ product: Product) -> String {
      switch column {
      case "category": product.category.rawValue
      case "demandClass": content.demandClasses[product.demandClass].id
      case "mover": product.mover?.rawValue ?? ""
      default: product.id
      }
    }
    let known = Set(content.products.map(value))
    if let unknown = words.first(where: { !known.contains($0) }) {
      return .failure(
        .init(
          text: "--products names \(unknown), which no product has as \(column)", word: unknown,
          known: known.sorted()))
    }
    let chosen = content.products.positions.filter { words.contains(value(content.products[$0])) }
    guard !chosen.isEmpty else { return .failure(.init(text: "--products chooses no product")) }
    return .success(chosen)
  }
}
