import Foundation

/// What the command line asks for.
struct Options {
  /// The groups of cases that are timed, or the one other command; empty for all groups.
  private(set) var groups: [String] = []
  private var filters: [String] = []
  private(set) var repetitions = 7
  private(set) var folder: String?
  private(set) var save: String?
  private(set) var against: String?
  private(set) var machine = Options.thisMachine
  private(set) var program = ".build/release/buffert"
  private(set) var beside: String?
  /// Of how many allocations the callers are shown.
  private(set) var traces = 0

  private static let known = ["frequent", "targeted", "whole", "growth", "counters", "allocations"]

  init(_ words: [String]) throws(Failure) {
    var left = words[...]
    while let word = left.popFirst() {
      if Self.known.contains(word) {
        groups.append(word)
        continue
      }
      if word == "--where" {
        traces = 4000
        continue
      }
      let names = [
        "--filter", "--repetitions", "--out", "--save", "--against", "--machine", "--program",
        "--beside",
      ]
      guard names.contains(word) else {
        throw Failure("\(word) is no group and no option; bench --help lists them")
      }
      guard let value = left.popFirst() else { throw Failure("\(word) needs a value") }
      switch word {
      case "--filter": filters.append(value)
      case "--out": folder = value
      case "--save": save = value
      case "--against": against = value
      case "--machine": machine = value
      case "--program": program = value
      case "--beside": beside = value
      default:
        guard let number = Int(value), number >= 2 else {
          throw Failure("--repetitions is \(value), but should be a number from 2 up")
        }
        repetitions = number
      }
    }
    let commands = groups.filter { ["counters", "allocations"].contains($0) }
    if !commands.isEmpty, groups.count > 1 {
      throw Failure("\(commands[0]) cannot be combined with \(groups[0]) and the like: run one")
    }
  }

  func includes(_ group: String) -> Bool { groups.isEmpty || groups.contains(group) }

  func selects(_ name: String) -> Bool {
    filters.isEmpty || filters.contains { name.contains($0) }
  }

  /// Whether what is measured can be written down; asked before a quarter of an hour is spent on it.
  func checkPlaces() throws(Failure) {
    let files = FileManager.default
    if let save {
      let parent = URL(filePath: save).deletingLastPathComponent().path
      guard files.isWritableFile(atPath: files.fileExists(atPath: save) ? save : parent) else {
        throw Failure("--save \(save): cannot be written; is there a folder \(parent)?")
      }
    }
    if let folder {
      do {
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw Failure("--out \(folder): no folder can be made there: \(error.localizedDescription)")
      }
    }
  }

  /// Cores and kind of processor, nothing that would name the machine.
  private static var thisMachine: String {
    #if arch(x86_64)
      let kind = "x86-64"
    #elseif arch(arm64)
      let kind = "arm64"
    #else
      let kind = "another kind of processor"
    #endif
    return "\(ProcessInfo.processInfo.activeProcessorCount) cores, \(kind)"
  }
}
