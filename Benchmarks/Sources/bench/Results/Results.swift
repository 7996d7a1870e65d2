import Foundation

/// The files that `--out` writes.
enum Results {
  static func write(
    _ measured: [Measurement], _ curves: [GrowthCurve], to folder: String, machine: String
  ) throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      if !measured.isEmpty { try write(table(measured), "benchmarks.csv") }
      if !curves.isEmpty {
        try write(table(curves), "growth.csv")
        try write(GrowthChart(curves, machine: machine).text, "growth.svg")
      }
    } catch {
      throw Failure("cannot write to \(folder): \(error)")
    }
  }

  private static func table(_ measured: [Measurement]) -> String {
    let rows = measured.map { own in
      [
        own.group, quoted(own.name), own.unit, "\(own.values.count)", Words.short(own.minimum),
        Words.short(own.median), own.most.map(Words.short) ?? "",
        own.isKept.map { $0 ? "yes" : "no" } ?? "",
      ].joined(separator: ",")
    }
    return "group,case,unit,repetitions,minimum,median,atMost,reached\n"
      + rows.joined(separator: "\n") + "\n"
  }

  private static func table(_ curves: [GrowthCurve]) -> String {
    let rows = curves.flatMap { curve in
      curve.points.map { point in
        [
          curve.name, "\(point.size)", point.measurement.unit,
          "\(point.measurement.values.count)", Words.short(point.measurement.minimum),
          Words.short(point.measurement.median), String(format: "%.2f", curve.exponent),
        ].joined(separator: ",")
      }
    }
    return "curve,size,unit,repetitions,minimum,median,exponent\n" + rows.joined(separator: "\n")
      + "\n"
  }

  private static func quoted(_ text: String) -> String {
    text.contains(",") ? "\"\(text)\"" : text
  }
}
