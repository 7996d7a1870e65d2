/// A part of a report under a heading of its own.
struct ReportSection: Sendable {
  /// The name by which links find it.
  let id: String
  let title: String
  let blocks: [ReportBlock]
}

/// A piece of a report, before anyone decides how it looks.
///
/// All texts are plain: whoever writes them out makes them harmless.
enum ReportBlock: Sendable {
  case paragraph(String)
  case points([String])
  case heading(String)
  case table(ReportTable)
  /// A picture and the numbers that it shows.
  case chart(Chart, ReportTable)
  /// What is opened by those who want it.
  case details(String, [ReportBlock])
  /// Markdown that `ModelStatement` has written, and the language that it is in.
  case statement(String, ReportLanguage)
}

/// A table of a report.
struct ReportTable: Sendable {
  /// The name by which a chart's picture refers to it.
  let id: String
  let caption: String
  let columns: [Column]
  let rows: [[Cell]]
  /// Whether readers may sort and filter it, where scripts run.
  var isSortable = false
  /// Whether it is shown only when it is opened.
  var isFolded = false

  struct Column: Sendable {
    let name: String
    var unit = ""
    var isNumber = true
  }

  /// What is shown, and the number as the tables of the folder have it.
  struct Cell: Sendable {
    let text: String
    var value: Double?

    static let none = Cell(text: "–")
  }
}
