import Foundation
import Quantities
import Replications
import Studies
import SupplyModel
import Testing

@testable import Reports

@Suite("Description of the tables")
struct DataPackageTests {
  /// Tables of a published report's figures, which no run writes; the command's tests describe them.
  private static let ofReports: Set = ["costs-table1", "costs-table3", "costs-derived"]

  /// Every table that a run can write, made of a study that has all of it.
  private static func tables() throws -> [Table] {
    var content = TinyScenario.content(horizonDays: 60, replications: 4)
    content.duty = Duty(exemptions: [
      Exemption(
        authority: Position(0), product: Position(0), reason: "=cmd()", held: .days(3),
        mitigation: "", reviewDate: content.experiment.startDate)
    ])
    content.costPlan = TinyScenario.costPlan
    content.timeline = [TinyScenario.war(from: 20, days: 20)]
    let (result, _) = try TinyScenario.result(of: content)
    let changed = try result.study.without(.expiry).run(jobs: 2)
    let cut = try SupplyModel(content).cuttingInbound(.inPeace(day: 10))
    let endurance = try EnduranceStudy(CompiledModel(cut), condition: "peace").run(jobs: 2)
    return [
      SummaryTable.table(of: result), ComparisonTable.table(of: result),
      ReplicationsTable.table(of: result), TargetsTable.table(of: result),
      TimelineTable.table(of: result), DutyTable.table(of: result),
      ExemptionsTable.table(of: result), EnduranceTable.table(of: [endurance]),
      CounterfactualsTable.table(
        of: [Counterfactual(without: .expiry, changed, actual: result)], in: result),
      SensitivityTable.table(of: [
        AssumptionVariant(of: result),
        AssumptionVariant(of: result, content.assumptions[0], side: .low),
      ]),
    ] + CostTables.all(of: result) + OverTimeTables.all(of: result)
  }

  @Test("Every table that is written is declared, with each of its columns, in their order")
  func declared() throws {
    let tables = try Self.tables()
    #expect(
      Set(tables.map(\.name)).union(Self.ofReports) == Set(TableDeclaration.all.map(\.name)))
    for table in tables {
      let declaration = try #require(TableDeclaration.all.first { $0.name == table.name })
      #expect(table.rowCount > 0, "\(table.name)")
      let names = table.columns.map(\.name)
      #expect(names == declaration.columns.map(\.name).filter(names.contains), "\(table.name)")
      #expect(table.columns == names.compactMap(declaration.column), "\(table.name)")
    }
  }

  @Test("A column that is said to have a value always has one of its type, and keys differ")
  func values() throws {
    for table in try Self.tables() {
      let declaration = try #require(TableDeclaration.all.first { $0.name == table.name })
      var keys: Set<String> = []
      for index in 0..<table.rowCount {
        let row = Array(table.row(index))
        for (cell, column) in zip(row, table.columns) {
          let place = "\(table.name) \(index) \(column.name)"
          switch cell {
          case .empty: #expect(column.empty != nil, "\(place)")
          case .text(let text):
            #expect(column.kind == .text || column.kind == .date, "\(place)")
            #expect(!text.isEmpty || column.empty != nil, "\(place)")
            if column.kind == .date { #expect(CalendarDate(text) != nil, "\(place)") }
          case .integer: #expect(column.kind == .integer, "\(place)")
          case .number: #expect(column.kind == .number, "\(place)")
          }
        }
        guard !declaration.key.isEmpty else { continue }
        let key = zip(row, table.columns).filter { declaration.key.contains($0.1.name) }
          .map { "\($0.0)" }.joined(separator: "\n")
        #expect(keys.insert(key).inserted, "\(table.name) \(key)")
      }
    }
  }

  @Test("Every number has a unit or a column that names it, and every column a meaning")
  func units() {
    for declaration in TableDeclaration.all {
      let statesUnit = declaration.column("unit") != nil
      for column in declaration.columns {
        let name = "\(declaration.name).\(column.name)"
        #expect(!column.meaning.isEmpty, "\(name)")
        if column.kind == .integer || column.kind == .number {
          #expect(column.unit != nil || statesUnit, "\(name)")
        }
      }
    }
  }

  @Test("The description has type, meaning, unit and missing values of each column of each file")
  func package() throws {
    let header = ["policy", "replication", "unmetFraction"]
    let text = DataPackage(
      title: "a \"question\"?", version: "9.9.9",
      files: CSVStyle.allCases.map {
        DataPackage.File(ReplicationsTable.declaration, $0, header: header)
      }
    ).json
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let package = try #require(value as? [String: Any])
    #expect(package["title"] as? String == "a \"question\"?")
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(
      resources.map { $0["path"] as? String } == ["replications.csv", "excel-sv/replications.csv"])
    #expect(resources.map { $0["name"] as? String } == ["replications", "replications-excel-sv"])
    let schemas = resources.compactMap { $0["schema"] as? [String: Any] }
    let fields = try schemas.map { try #require($0["fields"] as? [[String: Any]]) }
    #expect(fields[0].map { $0["name"] as? String } == header)
    #expect(fields[0].map { $0["type"] as? String } == ["string", "integer", "number"])
    #expect(fields[0][2]["unit"] as? String == "1")
    #expect(fields[0][2]["empty"] as? String == "where the replication does not have it")
    #expect(fields[0][2]["decimalChar"] == nil && fields[1][2]["decimalChar"] as? String == ",")
    #expect(schemas.allSatisfy { $0["missingValues"] as? [String] == [""] })
    let dialects = resources.compactMap { $0["dialect"] as? [String: Any] }
    #expect(dialects.map { $0["delimiter"] as? String } == [",", ";"])
  }

  @Test("A column that nobody declared is told")
  func undescribed() {
    let file = DataPackage.File(
      TargetsTable.declaration, .plain, header: ["policy", "tier", "guess"])
    #expect(file.undescribed == ["guess"])
  }

  @Test("The Swedish spreadsheet style is these bytes")
  func excel() {
    var table = Table(
      name: "test",
      columns: [
        Table.Column(name: "policy", kind: .text, meaning: ""),
        Table.Column(name: "mean", kind: .number, unit: "1", meaning: ""),
        Table.Column(name: "n", kind: .integer, unit: "1", meaning: ""),
      ])
    table.append([.text("=cmd()"), .number(-1234.5), .integer(1_000_000)])
    table.append([.text("två; \"tre\""), .empty, .integer(-2)])
    let bytes: [UInt8] =
      [0xEF, 0xBB, 0xBF]
      + Array("policy;mean;n\n'=cmd();-1234,5;1000000\n\"två; \"\"tre\"\"\";;-2\n".utf8)
    #expect(table.csv(.excelSwedish) == bytes)
    #expect(
      CSVStyle.excelSwedish.names(inHeader: bytes.prefix { $0 != UInt8(ascii: "\n") })
        == ["policy", "mean", "n"])
  }
}
