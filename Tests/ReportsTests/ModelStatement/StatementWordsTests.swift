import Quantities
import RandomStreams
import Studies
import SupplyModel
import Testing

@testable import Reports

@Suite("Words of a statement")
struct StatementWordsTests {
  private static func words(_ language: ReportLanguage, tick: Tick = .day) -> StatementWords {
    var content = TinyScenario.content()
    content.experiment.tick = tick
    return StatementWords(content: content, language: language)
  }

  private let english = words(.english)
  private let swedish = words(.swedish)
  /// Swedish, by the hour.
  private let hourly = words(.swedish, tick: Tick(minutes: 60) ?? .day)

  @Test("Lists and choices part members by commas and end with a word")
  func lists() {
    let names = ["a", "b", "c", "d"].map { Prose(text: $0) }
    #expect(swedish.list(names).markdown == "a, b, c och d")
    #expect(swedish.list(Array(names.prefix(2))).markdown == "a och b")
    #expect(swedish.list([names[0]]).markdown == "a")
    #expect(swedish.list([]).isEmpty)
    #expect(swedish.list(names, atMost: 3).markdown == "a, b, c och 1 till")
    #expect(swedish.list(names, atMost: 4).markdown == "a, b, c och d")
    #expect(swedish.choice(Array(names.prefix(3))).markdown == "a, b eller c")
    #expect(english.list(names).markdown == "a, b, c and d")
    #expect(english.list(names, atMost: 2).markdown == "a, b and 2 more")
    #expect(english.choice(Array(names.prefix(3))).markdown == "a, b or c")
  }

  @Test("What is counted is one or several")
  func plurals() {
    #expect(swedish.count(1, .supplier).markdown == "1 leverantör")
    #expect(swedish.count(2, .supplier).markdown == "2 leverantörer")
    #expect(swedish.count(0, .location).markdown == "0 platser")
    #expect(swedish.count(1, .authority).markdown == "1 huvudman")
    #expect(swedish.count(3, .authority).markdown == "3 huvudmän")
    #expect(swedish.count(12_345, .replication).markdown == "12\u{A0}345 oberoende upprepningar")
    #expect(english.count(1, .authority).markdown == "1 authority")
    #expect(english.count(12_345, .authority).markdown == "12345 authorities")
  }

  @Test("Numbers have a comma before decimals and a no-break space between thousands")
  func numbers() throws {
    #expect(swedish.number(0.002211).markdown == "0,002211")
    #expect(swedish.number(1234.5).markdown == "1\u{A0}234,5")
    #expect(swedish.number(-0.5).markdown == "−0,5")
    #expect(swedish.number(1.5e-12).markdown == "1,5e-12")
    #expect(swedish.number(2e20).markdown == "2e20")
    #expect(english.number(1234.5).markdown == "1234.5")
    #expect(swedish.share(1_250).markdown == "12,5\u{A0}%")
    #expect(english.share(1_250).markdown == "12.5 %")
    #expect(swedish.money(Money(ore: 120_050)).markdown == "1\u{A0}200,50\u{A0}kr")
    #expect(english.money(Money(ore: 120_050)).markdown == "1 200.50 SEK")
    #expect(swedish.range(swedish.whole(3), swedish.whole(9)).markdown == "3 till 9")
    #expect(swedish.range(swedish.whole(3), swedish.whole(3)).markdown == "3")
  }

  @Test("Lengths of time are in the largest unit of which they are a whole number")
  func lengths() {
    #expect(swedish.length(1).markdown == "1 dag")
    #expect(swedish.length(1_800).markdown == "1\u{A0}800 dagar")
    #expect(swedish.length(2.5).markdown == "60 timmar")
    #expect(swedish.length(21.23456).markdown == "21,2346 dagar")
    #expect(hourly.length(1).markdown == "1 timme")
    #expect(hourly.length(36).markdown == "36 timmar")
    #expect(hourly.length(48).markdown == "2 dagar")
    #expect(hourly.length(0.5).markdown == "30 minuter")
    #expect(english.length(1_800).markdown == "1 800 days")
  }

  @Test("A length before what it measures is a genitive")
  func levels() {
    #expect(swedish.level(.days(1)).markdown == "1 dags normalförbrukning")
    #expect(swedish.level(.days(30)).markdown == "30 dagars normalförbrukning")
    #expect(hourly.level(.days(1)).markdown == "1 timmes normalförbrukning")
    #expect(swedish.level(.packs(1)).markdown == "1 förpackning")
    #expect(english.level(.days(30)).markdown == "30 days of normal consumption")
    #expect(hourly.review(.every(days: 36)).markdown == "lagret ses över med 36 timmars mellanrum")
    #expect(
      swedish.review(.weekdays([0, 3])).markdown == "lagret ses över på måndagar och torsdagar")
  }

  @Test("A share of the shelf life says of what it is after its numbers")
  func lives() {
    func life(_ share: Distribution) -> String { swedish.life(.shareOfShelfLife(share)).markdown }
    #expect(life(.constant(1)) == "hela hållbarheten")
    #expect(life(.constant(0.75)) == "75\u{A0}% av hållbarheten")
    #expect(
      life(.uniform(low: 0.5, high: 0.85))
        == "likformigt fördelad från 50\u{A0}% till 85\u{A0}% av hållbarheten")
  }

  @Test("Units of all measures have a name of their own in Swedish, but those that are the same")
  func units() {
    for unit in Set(Measure.all.map(\.unit)) {
      #expect(swedish.unit(unit).markdown != unit, "\(unit)")
      #expect(english.unit(unit).markdown == (unit == "1" ? "share" : unit))
    }
    for measure in Measure.all { #expect(measure.swedishMeaning != measure.meaning) }
  }
}
