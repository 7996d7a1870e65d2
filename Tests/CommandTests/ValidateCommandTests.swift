import Foundation
import Testing

@Suite("Command line: validate")
struct ValidateCommandTests {
  private let scenario = "scenarios/validation/c6-single.json5"

  @Test("It says how many values agree, and leaves a table and a page")
  func agrees() throws {
    try Program.withFolder { folder in
      let outcome = try Program.run("validate", scenario, "--quick", "--out", folder.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("C6 c6-single: 1 of 1 values agree"))
      #expect(outcome.output.contains("wrote \(folder.path): validation.csv validation.md"))
      let table = try String(
        contentsOf: folder.appending(path: "validation.csv"), encoding: .utf8)
      #expect(table.split(separator: "\n").count == 2)
      #expect(table.contains(",825,825,0,"))
      let page = try String(contentsOf: folder.appending(path: "validation.md"), encoding: .utf8)
      #expect(page.contains("Buffert gives 1 of 1 known values in 1 case"))
    }
  }

  @Test("A case is named by its letter and number")
  func byCase() throws {
    let outcome = try Program.run("validate", "F1", "F3", "--quick")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("F1 RandomStreams: 6 of 6 values agree"))
    #expect(outcome.output.contains("F3 Estimators: 16 of 16 values agree"))
    #expect(!outcome.output.contains("C6"))
  }

  @Test("A value that differs is shown, and the exit code is 1")
  func differs() throws {
    try Program.withFolder { folder in
      let base = Program.root.appending(path: scenario).path
      let text = """
        {
          buffert: 1, extends: "\(base)", title: "Wrong",
          expected: { rows: [{ row: "100 periods", policy: "base-stock", values: { "total cost": 826 } }] },
        }
        """
      let file = folder.appending(path: "wrong.json5")
      try Data(text.utf8).write(to: file)
      let outcome = try Program.run("validate", file.path, "--quick")
      #expect(outcome.code == 1, "\(outcome.errors)")
      #expect(outcome.output.contains("wrong: 0 of 1 values agree"))
      #expect(outcome.output.contains("differs: 100 periods, total cost: 825 ± 0, known 826"))
    }
  }

  @Test(
    "What cannot be compared is refused with exit code 3, and nothing is written",
    arguments: [
      ("scenarios/features/base.json5", "expected is missing"), ("Z9", "there is no case Z9"),
      ("no-such-file.json5", "there is no such file"),
    ])
  func refused(operand: String, reason: String) throws {
    try Program.withFolder { folder in
      let out = folder.appending(path: "out").path
      let outcome = try Program.run("validate", operand, "--quick", "--out", out)
      #expect(outcome.code == 3)
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test("Several that cannot be compared are named together")
  func together() throws {
    let outcome = try Program.run(
      "validate", "scenarios/jonkoping.json5", "scenarios/halland.json5", "--quick")
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("jonkoping.json5: expected is missing"))
    #expect(outcome.errors.contains("halland.json5: expected is missing"))
  }
}
