public import Quantities

/// What one holder must hold of one product.
///
/// The holder is the authority itself, or the one that holds the duty's stock for it: then the
/// consumption of both is added before anything is rounded. Stock counts for whom its location's
/// authority is held by, in the same way.
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

  /// The exemption that covers what an authority's care units use of a product.
  ///
  /// An authority whose stock another one holds may have decided one of its own; else that of its
  /// holder covers it too.
  public func exemption(
    of product: Position<Product>, for authority: Position<Authority>
  ) -> Position<Exemption>? {
    guard let duty = content.duty else { return nil }
    func own(_ authority: Position<Authority>) -> Position<Exemption>? {
      duty.exemptions.positions.first {
        duty.exemptions[$0].product == product && duty.exemptions[$0].authority == authority
      }
    }
    return own(authority) ?? own(dutyHolder(of: authority))
  }

  /// What each holder must hold of a product, in order of authorities; only those whose care units
  /// use it. Empty for a product outside the duty, and where the scenario does not ask about it.
  ///
  /// Each part is rounded up by itself; together they never ask for more than the full requirement.
  public func dutyRequirements(of product: Position<Product>) -> [DutyRequirement] {
    guard let duty = content.duty, content.products[product].isUnderDuty else { return [] }
    let network = networks[product.index]
    var rates = [DailyRate](repeating: .zero, count: content.authorities.count)
    for node in network.nodes {
      guard let row = node.consumption else { continue }
      let authority = content.locations[node.location].authority
      rates[authority.index] = rates[authority.index] + content.consumption[row].normal
    }
    return content.authorities.positions.compactMap { holder in
      let members = content.authorities.positions.filter {
        dutyHolder(of: $0) == holder && rates[$0.index] > .zero
      }
      guard !members.isEmpty else { return nil }
      var shares: [(exemption: Position<Exemption>?, rate: DailyRate)] = []
      for member in members {
        let exemption = exemption(of: product, for: member)
        if let place = shares.firstIndex(where: { $0.exemption == exemption }) {
          shares[place].rate = shares[place].rate + rates[member.index]
        } else {
          shares.append((exemption, rates[member.index]))
        }
      }
      shares.sort { ($0.exemption?.index ?? -1) < ($1.exemption?.index ?? -1) }
      return requirement(of: holder, duty, shares)
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
