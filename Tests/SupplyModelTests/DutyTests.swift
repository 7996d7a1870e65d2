import Quantities
import SupplyModel
import Testing

@Suite("Duty to hold stock")
struct DutyTests {
  private let use = DailyRate(nanoUnits: 3_350_000_000)

  @Test("The requirement is days of normal consumption, rounded up once")
  func full() {
    #expect(Duty().requiredUnits(normalConsumption: use, held: nil, ticksPerDay: 1) == 101)
    #expect(Duty(days: 90).requiredUnits(normalConsumption: use, held: nil, ticksPerDay: 1) == 302)
    #expect(Duty().requiredUnits(normalConsumption: .zero, held: nil, ticksPerDay: 1) == 0)
  }

  @Test("Days are counted in the scenario's ticks")
  func ticks() {
    let duty = Duty(days: 30 * 24)
    #expect(duty.requiredUnits(normalConsumption: use, held: nil, ticksPerDay: 24) == 101)
    #expect(
      duty.requiredUnits(normalConsumption: use, held: .days(240), ticksPerDay: 24) == 34)
  }

  @Test("An exemption holds a share of the full requirement, or its days, exactly")
  func exempted() {
    func units(_ held: Exemption.Held) -> Int64 {
      Duty().requiredUnits(normalConsumption: use, held: held, ticksPerDay: 1)
    }
    #expect(units(.share(basisPoints: 10_000)) == 101)
    #expect(units(.share(basisPoints: 5_000)) == 51)
    #expect(units(.share(basisPoints: 1)) == 1)
    #expect(units(.share(basisPoints: 0)) == 0)
    // A third of 30 days as ten-thousandths would be 34 units of 101, or 33.
    #expect(units(.days(10)) == 34)
    #expect(units(.days(20)) == 67)
    #expect(units(.days(0)) == 0)
  }
}
