import Replications
public import SupplyModel

extension Study {
  /// What is measured of a model for at least one group, in the order of the tables.
  ///
  /// It does not depend on how demand varies; the tables that are made of its families take time, so
  /// that the model is compiled as if it did not.
  public static func measures(of model: SupplyModel) -> [Measure] {
    var content = model.content
    for place in content.consumption.indices { content.consumption[place].family = .constant }
    return Study(CompiledModel((try? SupplyModel(content)) ?? model)).presentMeasures
  }

  /// What is measured for at least one group, in the order of the tables.
  public var presentMeasures: [Measure] {
    let present = Set(cells.map(\.measure))
    return Measure.all.indices.filter(present.contains).map { Measure.all[$0] }
  }

  /// Whether it is of all policies and products of its model.
  public var isWhole: Bool {
    let content = compiled.model.content
    return compiled.policies.count == content.policies.count
      && compiled.products.count == content.products.count
  }
}
