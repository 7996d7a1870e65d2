import Quantities
import SupplyModel

extension Catalogue {
  /// Columns of the table of regions.
  enum RegionRow {
    static let id = Field<String>.required("id", .identifier, "short name")
    static let name = Field<String>.required("name", .words, "what people call it")
    static let population = Field<Int>.optional(
      "population", .integer(1...10_000_000_000, example: "368912"),
      absent: "no costs per inhabitant", "inhabitants")
    static let section = Section(
      path: "regions (table)", meaning: "geographical regions",
      fields: [id.description, name.description, population.description])
  }

  /// Columns of the table of authorities.
  enum AuthorityRow {
    static let id = Field<String>.required("id", .identifier, "short name")
    static let name = Field<String>.required("name", .words, "what people call it")
    static let kind = Field<Authority.Kind>.required(
      "kind", .choice(Authority.Kind.self), "what kind of authority it is")
    static let region = Field<String>.optional(
      "region", .identifier, absent: "the only region", "the region whose inhabitants it serves")
    static let population = Field<Int>.optional(
      "population", .integer(1...10_000_000_000, example: "18000"),
      absent: "no costs per inhabitant", "inhabitants")
    static let dutyHeldBy = Field<String>.optional(
      "dutyHeldBy", .identifier(example: "region-jonkoping"), absent: "it holds its own",
      "another authority that holds the duty's stock for it, as a region may for a private one")
    static let section = Section(
      path: "authorities (table)", meaning: "who has the duty to hold stock",
      fields: [
        id.description, name.description, kind.description, region.description,
        population.description, dutyHeldBy.description,
      ])
  }

  /// Columns of the table of demand classes.
  enum DemandClassRow {
    static let id = Field<String>.required("id", .identifier, "short name")
    static let name = Field<String>.required("name", .words, "what people call it")
    static let nameSwedish = Field<String>.optional(
      "nameSwedish", .words, absent: "the name", "what people call it in Swedish")
    static let section = Section(
      path: "demandClasses (table)", meaning: "why products are used",
      fields: [id.description, name.description, nameSwedish.description])
  }

  /// Columns of the table of products.
  enum ProductRow {
    static let id = Field<String>.required(
      "id", .identifier, "short name; random numbers are keyed by it")
    static let name = Field<String>.required("name", .words, "what people call it")
    static let nameEnglish = Field<String>.optional(
      "nameEnglish", .words, absent: "the name", "what people call it in English")
    static let category = Field<Category>.required(
      "category", .choice(Category.self), "which part of the duty it falls under")
    static let demandClass = Field<String>.required(
      "demandClass", .identifier, "why it is used; multipliers of the timeline act on it")
    static let mover = Field<Mover>.optional(
      "mover", .choice(Mover.self), absent: "not stated", "how fast it turns over")
    static let unitPrice = Field<Money>.required(
      "unitPrice", .money(example: "12.50 SEK"), "purchase price of one unit")
    static let packSize = Field<Int>.required(
      "packSize", .integer(1...1_000_000, example: "10"), "units in a pack that is not broken")
    static let shelfLife = Field<Int>.required(
      "shelfLife", .duration(1...36_500, example: "36 months"), "from manufacture to expiry")
    static let unitVolume = Field<Int64>.required(
      "unitVolume", .volume(example: "40 ml"), "storage space of one unit with its packaging")
    static let storageClass = Field<StorageClass>.required(
      "storageClass", .choice(StorageClass.self), "what kind of room it needs")
    static let weight = Field<Int>.optional(
      "weight", .integer(1...1000, example: "1"), default: 1, "1",
      "criticality, when shares of different products are averaged")
    static let shortfall = Field<ShortfallWord>.optional(
      "shortfall", .choice(ShortfallWord.self), default: .lost, "lost",
      "what becomes of demand that finds no stock: unmet that day, waiting for as long as its "
        + "patience, or waiting until it is served")
    static let patience = Field<Int>.optional(
      "patience", .duration(1...3650, example: "7 days"), absent: "must be stated if deferrable",
      "how long deferrable demand waits before it is unmet")
    static let duty = Field<Bool>.optional(
      "duty", .truth, default: true, "yes",
      "whether the duty to hold stock covers it; prescribed products lie outside the duty")
    static let group = Field<String>.optional(
      "group", .identifier(example: "cephalosporins"), absent: "none",
      "the substitution group, a word of the scenario's own; shortages and selections name it")
    static let keyedTo = Field<String>.optional(
      "keyedTo", .identifier(example: "infusion-pump"), absent: "it can be used alone",
      "a product without which it is useless: its demand is unmet where that one is out of stock")
    static let section = Section(
      path: "products (table)", meaning: "what care units use and stores hold",
      fields: [
        id.description, name.description, nameEnglish.description, category.description,
        demandClass.description, mover.description, unitPrice.description, packSize.description,
        shelfLife.description, unitVolume.description, storageClass.description,
        weight.description, shortfall.description, patience.description, duty.description,
        group.description, keyedTo.description,
      ])
  }

  /// Columns of the table of locations.
  enum LocationRow {
    static let id = Field<String>.required(
      "id", .identifier, "short name; random numbers are keyed by it")
    static let name = Field<String>.required("name", .words, "what people call it")
    static let kind = Field<String>.required(
      "kind", .identifier,
      "what kind of place it is, such as centralStore; consumption is at careUnit only")
    static let authority = Field<String>.optional(
      "authority", .identifier, absent: "the only authority", "who has the duty for what it holds")
    static func authority(_ category: Category) -> Field<String> {
      .optional(
        "authority.\(category.rawValue)", .identifier, absent: "authority",
        "who has the duty for what it holds of this category, if another")
    }
    static let rank = Field<Int>.optional(
      "rank", .integer(0...1_000_000, example: "1"), default: 0, "0",
      "place in any order that must be decided: lower first, ties by id")
    static let carePriority = Field<Int>.optional(
      "carePriority", .integer(1...1000, example: "1"), default: 1, "1",
      "how urgent the care is that it gives or supplies: 1 first where allocation goes by priority")
    static let parent = Field<String>.optional(
      "parent", .identifier, absent: "no parent",
      "the location or supplier that replenishes it")
    static let leadTime = Field<Int>.optional(
      "leadTime", .duration(1...3650, example: "1 day"),
      absent: "must be stated where a parent is a location",
      "from shipping by a parent location to receipt, or the name of an entry of leadTimes; "
        + "suppliers have their own")
    static func parent(_ category: Category) -> Field<String> {
      .optional(
        "parent.\(category.rawValue)", .identifier, absent: "parent",
        "the parent for this category, if another")
    }
    static let section = Section(
      path: "locations (table)", meaning: "places that hold stock",
      fields: [
        id.description, name.description, kind.description, authority.description,
      ] + Category.allCases.map { authority($0).description } + [
        rank.description, carePriority.description, parent.description,
      ] + Category.allCases.map { parent($0).description } + [leadTime.description])
  }

  /// Columns of the register of assumptions.
  enum AssumptionRow {
    static let id = Field<String>.required("id", .identifier, "short name")
    static let what = Field<String>.required("what", .words, "what it is about")
    static let value = Field<String>.required("value", .words, "the value used, with its unit")
    static let status = Field<KnowledgeStatus>.required(
      "status", .choice(KnowledgeStatus.self), "how well it is known")
    static let source = Field<String>.required("source", .words, "where it comes from")
    static let decides = Field<Bool>.optional(
      "decides", .truth, default: false, "no", "whether it decides the answer")
    static let low = Field<String>.optional(
      "low", .words, absent: "none", "the value of a low variant")
    static let high = Field<String>.optional(
      "high", .words, absent: "none", "the value of a high variant")
    static let lowScenario = Field<String>.optional(
      "lowScenario", .words, absent: "none",
      "the scenario file with the low value, beside this one: `run --assumptions` runs it")
    static let highScenario = Field<String>.optional(
      "highScenario", .words, absent: "none",
      "the scenario file with the high value, beside this one")
    static let section = Section(
      path: "assumptions (table)", meaning: "what was assumed, and what else it might be",
      fields: [
        id.description, what.description, value.description, status.description,
        source.description, decides.description, low.description, high.description,
        lowScenario.description, highScenario.description,
      ])
  }
}

/// What becomes of demand that finds no stock, as the products table says it.
enum ShortfallWord: String, Sendable, CaseIterable {
  /// It is unmet that day.
  case lost
  /// It waits as long as its patience.
  case deferrable
  /// It waits until it is served.
  case backlogged
}
