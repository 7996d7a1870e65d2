/// What changes over time under each policy, with bands where there are some, and with strips below of
/// what goes on meanwhile.
struct TimeChart {
  /// A policy's line.
  struct Line {
    let series: Int
    let label: String
    let points: [Point]
  }

  /// A value at a time, with the ends of its band.
  struct Point {
    /// [days]
    let day: Double
    let value: Double
    var low: Double?
    var high: Double?
  }

  /// A time that is marked.
  struct Span {
    let label: String
    /// [days]
    let from: Double
    let to: Double
  }

  /// The picture; steps go across before they go down. Time is told in weeks, or in days.
  static func chart(
    id: String, title: String, description: String, xTitle: String, yTitle: String,
    lines: [Line], spans: [Span] = [], strips: [TimeStrip] = [], isStepped: Bool = false,
    isInDays: Bool = false, words: ReportWords
  ) -> Chart {
    let (left, right) = (64.0, Chart.width - 30)
    var canvas = Canvas()
    canvas.legend(lines.map { ($0.series, $0.label) }, x: 4, y: 14)
    let top = Double(lines.count) * Canvas.legendRow + 34
    let bottom = top + 230
    let points = lines.flatMap(\.points)
    let unit = isInDays ? 1.0 : 7
    let length = max(1, (points.map(\.day).max() ?? unit) / unit)
    let step =
      [1.0, 2, 4, 13, 26, 52, 104, 260].first { length / $0 <= 8 }
      ?? max(1, (length / 52_000).rounded()) * 520
    let xAxis = Axis(upTo: length, step: step, from: left, to: right)
    let yAxis = Axis(
      points.flatMap { [$0.low ?? $0.value, $0.high ?? $0.value] }, from: bottom, to: top,
      beginsAtZero: true)
    func at(_ day: Double, _ value: Double) -> (x: Double, y: Double) {
      (xAxis.place(day / unit), yAxis.place(value))
    }
    for span in spans {
      let (from, to) = (xAxis.place(span.from / unit), xAxis.place(span.to / unit))
      canvas.box(from, top, max(2, to - from), bottom - top, "span")
      canvas.text(from + 3, top + 14, PlainText.shortened(span.label, to: 24))
    }
    let foot = bottom + Double(strips.count) * TimeStrip.height
    for tick in xAxis.ticks {
      canvas.line(xAxis.place(tick), top, xAxis.place(tick), foot, "grid")
      canvas.text(xAxis.place(tick), foot + 18, xAxis.label(tick, words), anchor: "middle")
    }
    for (place, strip) in strips.enumerated() {
      strip.draw(
        on: &canvas, top: bottom + Double(place) * TimeStrip.height, from: left, xAxis, unit: unit,
        words: words)
    }
    for tick in yAxis.ticks {
      canvas.line(left, yAxis.place(tick), right, yAxis.place(tick), "grid")
      canvas.text(left - 8, yAxis.place(tick) + 5, yAxis.label(tick, words), anchor: "end")
    }
    canvas.text(4, top - 14, yTitle)
    canvas.text((left + right) / 2, foot + 38, xTitle, anchor: "middle")
    for line in lines where line.points.contains(where: { $0.low != nil }) {
      let upper = line.points.map { at($0.day, $0.high ?? $0.value) }
      let lower = line.points.map { at($0.day, $0.low ?? $0.value) }
      canvas.path(upper + lower.reversed(), closed: true, "band s\(line.series % Chart.looks)")
    }
    for (place, line) in lines.enumerated() {
      var corners: [(x: Double, y: Double)] = []
      for point in line.points {
        let next = at(point.day, point.value)
        if isStepped, let last = corners.last { corners.append((next.x, last.y)) }
        corners.append(next)
      }
      canvas.path(corners, "l s\(line.series % Chart.looks)")
      // Marks at a few places, not the same for each line.
      let gap = max(1, line.points.count / 5)
      for index in stride(
        from: gap * (place + 1) / (lines.count + 1), to: line.points.count, by: gap)
      {
        let point = at(line.points[index].day, line.points[index].value)
        canvas.mark(line.series, point.x, point.y)
      }
    }
    return Chart(
      id: id, title: title, description: description, height: foot + 46, body: canvas.svg)
  }
}
