import Reports
import SupplyModel
import Testing

@Suite("Manifest of a run")
struct RunManifestTests {
  private static let effective = EffectiveScenario(
    values: [
      .init(path: "title", value: "One month or three?", origin: "tiny.json5:2"),
      .init(path: "experiment.confidence", value: "95 %", origin: nil),
    ],
    provenance: [.init(column: "products.unitPrice", status: .assumption, count: 3)])

  private static func manifest(
    _ content: SupplyModel.Content, policies: [Int]? = nil, replications: Range<Int>
  ) throws -> String {
    let (result, _) = try TinyScenario.result(
      of: content, policies: policies, replications: replications)
    return RunManifest(
      version: "0.3.0", command: "buffert run tiny.json5", content: content,
      effective: effective, result: result
    ).json
  }

  @Test("Says what was run, in this order")
  func verbatim() throws {
    let text = try Self.manifest(TinyScenario.content(), replications: 0..<2)
    #expect(text == Self.expected)
  }

  @Test("Names the first replication where it is not 0, and no baseline where it was not run")
  func parts() throws {
    let text = try Self.manifest(TinyScenario.content(), policies: [1], replications: 5..<6)
    #expect(text.contains("\"replications\": 1,\n  \"firstReplication\": 5,\n"))
    #expect(text.contains("\"policies\": [\n    \"one-month\"\n  ],\n  \"baseline\": null,\n"))
  }

  private static let expected = """
    {
      "program": "buffert",
      "version": "0.3.0",
      "title": "One month or three?",
      "scenarioDigest": "bd2d8d1d054161126e093a4be99db54e40bd54412d3eedeafc4484b637a6ffb4",
      "seed": 20270101,
      "replications": 2,
      "policies": [
        "today",
        "one-month",
        "three-months"
      ],
      "baseline": "today",
      "products": 3,
      "horizon": {
        "start": "2027-01-01",
        "days": 365
      },
      "command": "buffert run tiny.json5",
      "effectiveScenario": [
        {
          "path": "title",
          "value": "One month or three?",
          "origin": "tiny.json5:2"
        },
        {
          "path": "experiment.confidence",
          "value": "95 %",
          "origin": null
        }
      ],
      "provenance": [
        {
          "column": "products.unitPrice",
          "status": "assumption",
          "count": 3
        }
      ],
      "assumptions": [
        {
          "id": "duration",
          "what": "shortage duration",
          "value": "60 days",
          "status": "assumption",
          "source": "",
          "decides": true,
          "low": "30 days",
          "high": "120 days"
        },
        {
          "id": "capital",
          "what": "cost of capital",
          "value": "3.5 %",
          "status": "sourced",
          "source": "a report",
          "decides": false,
          "low": "",
          "high": ""
        }
      ]
    }

    """
}
