import Foundation
import ScenarioFiles
import Testing

@testable import Validation

/// The comparison that is shipped is that of the scenarios that are shipped, and what the README says of it.
@Suite("The shipped comparison")
struct ResultsTests {
  /// The rows of `results/validation.csv` by the names of its columns.
  static func rows() throws -> [[String: String]] {
    let bytes = try Repository.read("results/validation.csv").get()
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(NodePeriod.cells)
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  @Test("It has every known value of every scenario as the scenario states it, and no other")
  func complete() throws {
    func key(_ parts: String...) -> String { parts.joined(separator: " | ") }
    var known: [String: Double] = [:]
    for path in Repository.validationScenarios {
      let scenario = try ScenarioCase(path, load: Repository.read)
      for row in scenario.expected.rows {
        for value in row.values {
          let quantity = scenario.expected.quantities[value.quantity].name
          known[key(scenario.expected.id, scenario.name, row.label, quantity)] = value.reference
        }
      }
    }
    let parts = Set(ProgramCase.all(load: Repository.read).map(\.subject))
    var shown = 0
    for row in try Self.rows() where !parts.contains(row["subject"] ?? "") {
      let name = key(
        row["case"] ?? "", row["subject"] ?? "", row["row"] ?? "", row["quantity"] ?? "")
      let reference = try #require(row["reference"].flatMap { Double($0) })
      let stated = try #require(known[name], "\(name) is stated by no scenario")
      #expect(abs(reference - stated) <= 1e-9 * max(1, abs(stated)), "\(name)")
      shown += 1
    }
    #expect(shown == known.count)
  }

  @Test("No value differs, and none is too uncertain to tell")
  func verdicts() throws {
    let rows = try Self.rows()
    #expect(rows.count > 500)
    for row in rows where !["agrees", "explained"].contains(row["verdict"]) {
      Issue.record("\(row)")
    }
  }

  @Test("Every case of the list is among them")
  func cases() throws {
    let wanted = [
      "F1", "F2", "F3", "F5", "F6", "F7", "B1", "B2", "B3", "B5", "B6", "B7", "B8", "B9", "B12",
      "C1", "C2", "C3", "C6", "D1", "D2", "D3", "D4", "D6", "D8", "A1", "A2", "E1", "E2", "E3",
      "E4", "E6",
    ]
    #expect(wanted.count == 32)
    #expect(Set(wanted).subtracting(try Self.rows().compactMap { $0["case"] }).isEmpty)
  }

  @Test("The README says of it what its page says")
  func readme() throws {
    let readme = String(decoding: try Repository.read("README.md").get(), as: UTF8.self)
    let page = String(decoding: try Repository.read("results/validation.md").get(), as: UTF8.self)
    let sentence = try #require(page.split(separator: "\n").dropFirst().first)
      .split(separator: " This page").first.map(String.init)
    let words = { (text: String) in
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(words(readme).contains(words(try #require(sentence))))
  }
}
