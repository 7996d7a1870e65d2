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
    let study = Study(CompiledModel((try? SupplyModel(content)) ?? model))
    let present = Set(study.cells.map(\.measure))
    return Measure.all.indices.filter(present.contains).map { Measure.all[$0] }
  }
}
