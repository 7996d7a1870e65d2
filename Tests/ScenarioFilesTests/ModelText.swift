import SupplyModel

/// A model's content as text that is equal for equal content: what its values print, in order.
func modelText(_ model: SupplyModel?) -> String {
  guard let model else { return "no model" }
  return String(describing: model.content)
}
