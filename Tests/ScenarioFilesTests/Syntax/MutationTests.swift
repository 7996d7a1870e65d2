import Testing

@testable import ScenarioFiles

/// A small generator for tests (Marsaglia's xorshift, 64 bits, shifts 13, 7 and 17).
private struct Xorshift {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }
}

@Suite("Readers and broken bytes")
struct MutationTests {
  private static let scenario = """
    { // comment
      buffert: 1, title: 'Region Jönköping', /* note */
      "one-month": { reserve: "1 month", share: [.5, 0x1F, -1e3, +Infinity] },
      text: "a\\n\\u00e5\\x41\\
    b", flags: [true, false, null,],
    }
    """
  private static let table = """
    # prices
    id,name,price
    a,"Syringe, 5 ml",12.50
    b,"say ""hi""
    twice",3
    c,å,
    """

  /// `text` with one to four random changes: a byte replaced, left out, inserted or moved.
  private func mutated(_ text: String, _ random: inout Xorshift) -> [UInt8] {
    let syntax = Array("{}[]:,\"'\\/*#\n\r u0xe+-.\0".utf8) + [0x80, 0xC3, 0xE2, 0xFF]
    var bytes = Array(text.utf8)
    for _ in 0...random.below(4) {
      let place = random.below(bytes.count)
      let byte =
        random.below(2) == 0 ? syntax[random.below(syntax.count)] : UInt8(random.below(256))
      switch random.below(5) {
      case 0: bytes[place] = byte
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(byte, at: place)
      case 3: bytes.swapAt(place, random.below(bytes.count))
      default: bytes.removeLast(random.below(bytes.count / 2))
      }
    }
    return bytes
  }

  /// Checks that each value lies inside the text, and reads every number.
  private func check(_ node: JSONNode) {
    let range = node.range
    #expect(range.start < range.end && range.end <= range.source.bytes.count)
    _ = node.number?.decimal
    for element in node.elements ?? [] { check(element) }
    for member in node.members ?? [] {
      #expect(member.keyRange.start < member.keyRange.end)
      check(member.value)
    }
  }

  @Test("Any mutation of a scenario gives a tree or a diagnostic, and can be shown")
  func scenarios() {
    var random = Xorshift(state: 20_270_101)
    for _ in 0..<3_000 {
      let source = SourceText(name: "x.json5", bytes: mutated(Self.scenario, &random))
      var diagnostics = Diagnostics()
      let tree = JSON5Reader.read(source, into: &diagnostics)
      #expect(tree != nil || diagnostics.hasErrors)
      if let tree { check(tree) }
      #expect(diagnostics.isEmpty || !diagnostics.rendered().isEmpty)
    }
  }

  @Test("Any mutation of a table gives a table or a diagnostic, and can be shown")
  func tables() {
    var random = Xorshift(state: 20_280_901)
    for _ in 0..<3_000 {
      let source = SourceText(name: "x.csv", bytes: mutated(Self.table, &random))
      var diagnostics = Diagnostics()
      let table = CSVReader.read(source, into: &diagnostics)
      #expect(table != nil || diagnostics.hasErrors)
      #expect(diagnostics.isEmpty || !diagnostics.rendered().isEmpty)
      guard let table else { continue }
      for row in 0..<table.rowCount {
        for column in table.columnNames.indices { _ = table.cell(row, column) }
      }
    }
  }

  @Test("Any mutation of a quantity gives a quantity or a problem")
  func quantities() {
    var random = Xorshift(state: 7)
    for _ in 0..<3_000 {
      let text = String(decoding: mutated("1 200.50 SEK", &random), as: UTF8.self)
      if case .failure(let problem) = QuantityText.money(text) {
        #expect(!problem.problem.isEmpty)
      }
      _ = QuantityText.stockLevel(text)
    }
  }

  @Test("The samples themselves are without fault")
  func samples() {
    var diagnostics = Diagnostics()
    _ = JSON5Reader.read(SourceText(name: "x", text: Self.scenario), into: &diagnostics)
    _ = CSVReader.read(SourceText(name: "x", text: Self.table), into: &diagnostics)
    #expect(diagnostics.rendered().isEmpty)
  }
}
