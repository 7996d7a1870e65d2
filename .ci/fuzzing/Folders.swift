#if WHOLE
  import Foundation
  import SupplyModel

  @testable import Replications
  @testable import Reports
  @testable import Studies
  @testable import buffert

  extension FuzzTarget {
    /// The results folder of a small run with up to eight changes, read for its report, which is made as a
    /// page and as Markdown, and for tables in another style. The input says which changes.
    static let folder = FuzzTarget(name: "folder") { bytes in
      var choices = Choices(bytes)
      let folder = SmallFolder.all[choices.below(SmallFolder.all.count)]
      var files = folder.files
      for _ in 0...choices.below(8) {
        let name = folder.names[choices.below(folder.names.count)]
        if choices.below(32) == 0 {
          files[name] = nil
        } else {
          files[name] = Damage.done(to: files[name] ?? [], by: &choices)
        }
      }
      do throws(ReportProblem) {
        let input = try ReportInput { files[$0] }
        let report = Report(of: input, in: choices.below(2) == 0 ? .swedish : .english)
        let page = report.html
        precondition(page.hasSuffix("</html>\n"))
        if bytes.isOneOfEight { _ = report.markdown }
      } catch {
        precondition(!error.file.isEmpty && !error.reason.isEmpty)
      }
      guard bytes.isOneOfEight else { return }
      for declaration in TableDeclaration.all {
        let name = CSVStyle.plain.path(of: declaration.name)
        guard let bytes = files[name] else { continue }
        let header = CSVStyle.plain.names(inHeader: Array(bytes.prefix { $0 != 10 }))
        _ = DataPackage.File(declaration, .plain, header: header).undescribed
        _ = try? TableCopy(declaration, bytes, of: name).csv(.excelSwedish)
      }
    }.after { _ = SmallFolder.all }
  }

  /// What a small run leaves in its folder.
  private struct SmallFolder: Sendable {
    let files: [String: [UInt8]]
    /// The names of the files, those that are read first most often.
    let names: [String]

    /// The folders of a run with phases, costs and an obstacle thought away,
    /// and of one with a duty whose stock is followed to its end.
    static let all = [
      SmallFolder(
        "Tests/ScenarioFilesTests/Broken/base/base.json5", ["--without", "shortages"]),
      SmallFolder(
        "scenarios/features/duty.json5", ["--set", "horizon.length=200 days"], endures: true),
    ]

    /// Runs a scenario with some options into a folder that is gone again when it has been read.
    private init(_ path: String, _ options: [String], endures: Bool = false) {
      let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
      defer { try? FileManager.default.removeItem(atPath: place) }
      let words = [path, "--replications", "2", "--jobs", "1", "--quiet", "--out", place]
      Self.carryOut("run", words + options) { RunCommand.run($0) }
      if endures { Self.carryOut("endure", words + options) { EndureCommand.run($0) } }
      var files: [String: [UInt8]] = [:]
      for name in FileManager.default.enumerator(atPath: place)?.compactMap({ $0 as? String }) ?? []
      where !name.hasSuffix(".html") {
        guard case .success(let bytes) = Files.read(place + "/" + name) else { continue }
        files[name] = Self.shortened(bytes, isTable: name.hasSuffix(".csv"))
      }
      self.files = files
      names = files.keys.sorted() + ["run.json", "summary.csv", "run.json"]
      precondition(files.count > 8, "\(path): \(files.keys.sorted())")
    }

    private static func carryOut(
      _ name: String, _ words: [String], _ run: (Arguments) -> ExitCode
    ) {
      guard let command = Command.all.first(where: { $0.name == name }),
        case .success(let arguments) = Arguments.parse(words, for: command),
        case .done = run(arguments)
      else { fatalError("\(name) \(words)") }
    }

    /// A table without most of its single products and locations, so that many are read in a second.
    private static func shortened(_ bytes: [UInt8], isTable: Bool) -> [UInt8] {
      guard isTable, bytes.count > 20_000 else { return bytes }
      let lines = bytes.split(separator: 10)
      let every = lines.count / 120 + 1
      let some = lines.enumerated().filter { number, line in
        number == 0 || number % every == 0 || line.contains(Array(",all,".utf8))
      }
      return Array(some.prefix(400).map(\.element).joined(separator: [10])) + [10]
    }
  }
#endif
