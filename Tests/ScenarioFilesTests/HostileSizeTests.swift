import Testing

@testable import ScenarioFiles

/// Megabytes that are made to take long or much, each read whole.
///
/// A reader that looks at everything for each thing takes many minutes for these; the limit is for the
/// slowest machine, with sanitizers.
@Suite("Files of a megabyte that are made to hurt", .timeLimit(.minutes(10)))
struct HostileSizeTests {
  private static let mebibyte = 1_048_576

  /// A text of a mebibyte from numbered pieces.
  private static func text(
    _ before: String = "", _ after: String = "", _ piece: (Int) -> String
  ) -> String {
    var text = before
    var index = 0
    while text.utf8.count < mebibyte {
      text += piece(index)
      index += 1
    }
    return text + after
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: @Sendable () -> String
  }

  static let cases = [
    Case(testDescription: "columns nobody knows", file: "products.csv") {
      text { "c\($0)," } + "end\n"
    },
    Case(testDescription: "cells that are all wrong", file: "products.csv") {
      text("id,name,demandClass,category,packSize,price,volume,shelfLife,remainingLife,storage\n") {
        _ in "x,,,,,,,,,\n"
      }
    },
    Case(testDescription: "ids that are all the same", file: "regions.csv") {
      text("id,name,inhabitants\n") { _ in "a,b,1\n" }
    },
    Case(testDescription: "ids that repeat after a long line", file: "regions.csv") {
      text("name,id\n\"" + String(repeating: "x", count: 9_900) + "\",a\n") { _ in ",a\n" }
    },
    Case(testDescription: "parents that do not exist", file: "locations.csv") {
      text("id,name,kind,authority,rank,parent,parentMedicine,leadTime\n") {
        "u\($0),Unit,careUnit,town,1,v\($0),,1 day\n"
      }
    },
    Case(testDescription: "a kind for each location", file: "locations.csv") {
      text("id,name,kind,authority,rank,parent,parentMedicine,leadTime\n") {
        "u\($0),Unit,kind\($0),town,1,importer,,1 day\n"
      }
    },
    Case(testDescription: "uses at unknown places", file: "consumption.csv") {
      text("location,product,perDay\n") { "ward\($0),gloves\($0),1\n" }
    },
    Case(testDescription: "ragged rows", file: "consumption.csv") {
      text("location,product,perDay\n") { _ in ",\n" }
    },
    Case(testDescription: "a quoted cell without end", file: "consumption.csv") {
      text("location,product,perDay\n\"") { _ in "\n" }
    },
    Case(testDescription: "commas", file: "consumption.csv") { text { _ in "," } },
    Case(testDescription: "keys nobody knows", file: "base.json5") {
      text("{ buffert: 1, ", "}") { "k\($0):1," }
    },
    Case(testDescription: "opening brackets", file: "base.json5") { text { _ in "[" } },
    Case(testDescription: "words before a colon", file: "base.json5") {
      text("[", ":") { _ in "1 " }
    },
    Case(testDescription: "a number with a million digits", file: "base.json5") {
      text("{ buffert: ", "}") { _ in "9" }
    },
    Case(testDescription: "a text with a million combining marks", file: "base.json5") {
      text("{ title: \"a", "\" }") { _ in "\u{301}" }
    },
    Case(testDescription: "policies that extend each other", file: "base.json5") {
      text("{ policies: { p0: {}, ", "} }") { "p\($0 + 1): { extends: 'p\($0)' }," }
    },
    Case(
      testDescription: "policies, phases, shortages and suppliers without end", file: "base.json5"
    ) {
      text("{ timeline: [", "] }") { "{ phase: 'p\($0)', from: '2027-01-01', length: '1 day' }," }
    },
  ]

  @Test("Is refused or read, without taking long", arguments: cases)
  func read(_ hostile: Case) {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files[hostile.file] = hostile.text()
    let outcome = files.read()
    #expect(outcome.model == nil && outcome.diagnostics.hasErrors)
    let text = outcome.diagnostics.rendered()
    #expect(!text.isEmpty && text.utf8.count < 2_000_000)
    #expect(outcome.diagnostics.sorted.count <= Diagnostics.mostKept)
  }

  @Test("Two files with a hundred thousand keys each are laid over each other at once")
  func overlay() {
    var files = MemoryFiles([String: String]())
    files["a.json5"] = Self.text("{ extends: 'b.json5', ", "}") { "k\($0):1," }
    files["b.json5"] = Self.text("{", "}") { "k\($0):1," }
    let outcome = files.read("a.json5")
    #expect(outcome.diagnostics.errorCount == "more than 2000 errors")
    #expect(outcome.diagnostics.rendered().hasSuffix("and more than 1950 more"))
  }

  @Test("Chains of policies end after twenty")
  func chain() {
    let policies = (0..<25).map { "p\($0 + 1): { extends: 'p\($0)' }" }.joined(separator: ", ")
    let outcome = MemoryFiles(ScenarioFolder.baseFiles())
      .read(settings: ["policies={ p0: { careUnit: { operating: '7 days' } }, \(policies) }"])
    #expect(
      outcome.diagnostics.rendered().contains("makes a chain of more than 20 policies"))
  }
}
