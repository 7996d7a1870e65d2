import Reports
import Testing

@Suite("JSON text")
struct JSONTextTests {
  @Test("Keeps the order of keys and indents by two spaces")
  func layout() {
    let value = JSONValue.object([
      ("b", .array([.whole(1), .array([]), .object([])])), ("a", .object([("x", .null)])),
      ("ok", .boolean(true)), ("no", .boolean(false)),
    ])
    #expect(
      JSONText.text(of: value) == """
        {
          "b": [
            1,
            [],
            {}
          ],
          "a": {
            "x": null
          },
          "ok": true,
          "no": false
        }

        """)
  }

  @Test(
    "Escapes what RFC 8259 demands and nothing else",
    arguments: [
      ("plain å ü 💧", "\"plain å ü 💧\""), ("\"\\", "\"\\\"\\\\\""),
      ("\n\r\t", "\"\\n\\r\\t\""), ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
      ("a/b", "\"a/b\""),
    ])
  func strings(text: String, expected: String) {
    #expect(JSONText.text(of: .string(text)) == expected + "\n")
  }

  @Test("Writes whole numbers exactly and others with ten digits")
  func numbers() {
    #expect(JSONText.text(of: .whole(UInt64.max)) == "18446744073709551615\n")
    #expect(JSONText.text(of: .whole(Int64.min)) == "-9223372036854775808\n")
    #expect(JSONText.text(of: .number(2.0 / 3)) == "0.6666666667\n")
    #expect(JSONText.text(of: .number(-0.0)) == "0\n")
    #expect(JSONText.text(of: .number(.nan)) == "null\n")
  }

  @Test("Tells how long a run took")
  func timing() {
    #expect(
      TimingText.json(wallSeconds: 2.5, cores: 4, replications: 1000) == """
        {
          "wallSeconds": 2.5,
          "cores": 4,
          "replications": 1000,
          "replicationsPerSecond": 400
        }

        """)
    #expect(
      TimingText.json(wallSeconds: 0, cores: 1, replications: 1)
        .contains("\"replicationsPerSecond\": null"))
  }
}
