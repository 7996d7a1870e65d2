import RandomStreams
import SupplyModel

extension ProductRun {
  /// How long what a supplier delivers to a location can be used at its receipt, drawn by the order's own
  /// key: the authority, the day, and which of its orders to the supplier on that day it is. [days]
  @inline(__always)
  mutating func lifeAtReceipt(
    of supplier: Int, to node: Int, ordinal: Int, _ product: CompiledProduct
  ) -> Int {
    let top = Int(product.places[node].top)
    guard ordinal == 0, top >= 0 else {
      return life(of: supplier, to: node, ordinal: ordinal, product)
    }
    let row = supplier * product.topNodes.count + top
    if let life = drawnLives.life(row, on: today) { return life }
    let life = life(of: supplier, to: node, ordinal: 0, product)
    drawnLives.note(life, row, on: today)
    return life
  }

  @inline(never)
  private mutating func life(
    of supplier: Int, to node: Int, ordinal: Int, _ product: CompiledProduct
  ) -> Int {
    let draw = drawLife(of: supplier, to: node, ordinal: ordinal, product)
    if let life = product.suppliers[supplier].wholeLife { return life.days(at: draw) }
    return product.remainingLives[supplier]
      .wholeDays(at: draw, shelfLifeDays: product.shelfLifeDays)
  }

  /// What decides on the life of a delivery: the share of deliveries that live no longer. [above 0,
  /// below 1]
  @inline(__always)
  mutating func drawLife(
    of supplier: Int, to node: Int, ordinal: Int, _ product: CompiledProduct
  ) -> Double {
    var orderKey = key
    orderKey.source = product.suppliers[supplier].streamID
    orderKey.location = product.places[node].authorityID
    orderKey.purpose = StreamPurpose.remainingLife.word(day: reportDay, ordinal: ordinal)
    var stream = orderKey.stream()
    return stream.nextOpenUnit()
  }
}
