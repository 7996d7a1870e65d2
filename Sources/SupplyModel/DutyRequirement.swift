public import Quantities

/// What one holder must hold of one product.
///
/// The holder is the authority itself, or the one that holds the duty's stock for it: then the
/// consumption of both is added before anything is rounded. Stock counts for whom its location's
/// authority is held by, in the same way. A location's authority is the one for the product's
/// category.
public struct DutyRequirement: Sendable {
  /// Who holds the stock.
  public let holder: Position<Authority>
  /// What its care units, and those of the authorities it holds for, are expected to use.
  /// [units/day]
  public let normalConsumption: DailyRate
  /// What had to be held without exemptions. [units]
  public let fullUnits: Int64
  /// What must be held, exempted or not. [units]
  public let units: Int64
  /// The same before any rounding, as a measure of cover: normal consumption × days × share.
  /// [10⁻⁹ units/day × ticks × ten-thousandths]
  public let coverParts: Int128
  /// What it is made of: one part without an exemption, one for each exemption, in that order.
  public let parts: [Part]

  /// The consumption that one exemption, or none, covers.
  public struct Part: Sendable {
    /// The exemption; `nil` for what must be held in full.
    public let exemption: Position<Exemption>?
    /// [units/day]
    public let normalConsumption: DailyRate
    /// What must be held for it. [units]
    public let units: Int64
  }
}

extension SupplyModel {
  /// Who holds the duty's stock for an authority: another one, or itself.
  public func dutyHolder(of authority: Position<Authority>) -> Position<Authority> {
    content.authorities[authority].dutyHeldBy ?? authority
  }

  /// By authority: the exemption that covers what its care units use of a product.
  ///
  /// An authority whose stock another one holds may have decided one of its own; else that of its
  /// holder covers it too.
  public func exemptions(of product: Position<Product>) -> [Position<Exemption>?] {
    var own = [Position<Exemption>?](repeating: nil, count: content.authorities.count)
    for exemption in (content.duty?.exemptions ?? []).positions {
      guard let row = content.duty?.exemptions[exemption], row.product == product else { continue }
      own[row.authority.index] = own[row.authority.index] ?? exemption
    }
    return content.authorities.positions.map { own[$0.index] ?? own[dutyHolder(of: $0).index] }
  }

  /// What each holder must hold of a product, in order of authorities; only those whose care units
  /// use it. Empty for a product outside the duty, and where the scenario does not ask about it.
  ///
  /// Each part is rounded up by itself; together they never ask for more than the full requirement.
  public func dutyRequirements(of product: Position<Product>) -> [DutyRequirement] {
    guard let duty = content.duty, content.products[product].isUnderDuty else { return [] }
    let category = content.products[product].category
    var rates = [DailyRate](repeating: .zero, count: content.authorities.count)
    for node in networks[product.index].nodes {
      guard let row = node.consumption else { continue }
      let authority = content.locations[node.location].authority(of: category)
      rates[authority.index] = rates[authority.index] + content.consumption[row].normal
    }
    let exemptions = exemptions(of: product)
    var shares = [[(exemption: Position<Exemption>?, rate: DailyRate)]](
      repeating: [], count: content.authorities.count)
    for member in content.authorities.positions where rates[member.index] > .zero {
      let holder = dutyHolder(of: member).index
      let exemption = exemptions[member.index]
      if let place = shares[holder].firstIndex(where: { $0.exemption == exemption }) {
        shares[holder][place].rate = shares[holder][place].rate + rates[member.index]
      } else {
        shares[holder].append((exemption, rates[member.index]))
      }
    }
    return content.authorities.positions.compactMap { holder in
      let own = shares[holder.index].sorted {
        ($0.exemption?.index ?? -1) < ($1.exemption?.index ?? -1)
      }
      return own.isEmpty ? nil : requirement(of: holder, duty, own)
    }
  }

  private func requirement(
    of holder: Position<Authority>, _ duty: Duty,
    _ shares: [(exemption: Position<Exemption>?, rate: DailyRate)]
  ) -> DutyRequirement {
    let ticksPerDay = content.experiment.ticksPerDay
    let total = shares.reduce(DailyRate.zero) { $0 + $1.rate }
    let full = duty.requiredUnits(normalConsumption: total, held: nil, ticksPerDay: ticksPerDay)
    var coverParts: Int128 = 0
    let parts = shares.map { share in
      let held = share.exemption.map { duty.exemptions[$0].held }
      switch held {
      case nil: coverParts += Int128(share.rate.nanoUnits) * Int128(duty.days) * 10_000
      case .days(let days): coverParts += Int128(share.rate.nanoUnits) * Int128(days) * 10_000
      case .share(let basisPoints):
        coverParts += Int128(share.rate.nanoUnits) * Int128(duty.days) * Int128(basisPoints)
      }
      return DutyRequirement.Part(
        exemption: share.exemption, normalConsumption: share.rate,
        units: duty.requiredUnits(
          normalConsumption: share.rate, held: held, ticksPerDay: ticksPerDay))
    }
    return DutyRequirement(
      holder: holder, normalConsumption: total, fullUnits: full,
      units: min(full, parts.reduce(0) { $0 + $1.units }), coverParts: coverParts, parts: parts)
  }
}
