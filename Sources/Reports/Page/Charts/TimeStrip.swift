/// Something that goes on while time passes, drawn as a strip of its own below a chart's lines: how many
/// products are in shortage, how likely a phase is on.
struct TimeStrip {
  let label: String
  /// By time: a share from 0 to 1.
  let points: [(day: Double, share: Double)]

  /// How much room a strip takes, its label included. [units of the drawing]
  static let height = 46.0

  /// Draws it below `top`, from the line at the bottom to the largest share, which is written beside its
  /// name.
  func draw(
    on canvas: inout Canvas, top: Double, from left: Double, _ axis: Axis, unit: Double,
    words: ReportWords
  ) {
    let bottom = top + Self.height - 6
    let most = points.map(\.share).max() ?? 0
    let highest = words("at most \(words.percent(most)) %", "som mest \(words.percent(most)) %")
    canvas.text(
      left + 3, top + 12, "\(PlainText.shortened(label, to: 34)): \(highest)", isSmall: true)
    canvas.line(left, bottom, axis.place(axis.high), bottom, "grid")
    guard most > 0, let last = points.last else { return }
    let room = Self.height - 24
    var corners = [(axis.place(0), bottom)]
    var height = bottom
    for point in points {
      // What goes on lasts from one point to the next.
      let x = axis.place(point.day / unit)
      corners.append((x, height))
      height = bottom - point.share / most * room
      corners.append((x, height))
    }
    let end = axis.place(last.day / unit)
    corners += [(end, height), (end, bottom)]
    canvas.path(corners, closed: true, "strip")
  }
}
