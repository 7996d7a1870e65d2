/// Means with their intervals, in rows: of policies, or of groups with a mark for each policy.
struct DotChart {
  /// A row.
  struct Row {
    let label: String
    let dots: [Dot]
  }

  /// A mean with its interval.
  struct Dot {
    let series: Int
    let mean: Double
    let low: Double
    let high: Double

    init(_ series: Int, _ estimate: ReportEstimate, factor: Double) {
      self.series = series
      mean = estimate.mean * factor
      low = (estimate.low ?? estimate.mean) * factor
      high = (estimate.high ?? estimate.mean) * factor
    }
  }

  /// The picture; names of series are shown where there are some, of all or of those in `shown`.
  static func chart(
    id: String, title: String, description: String, axis axisTitle: String, rows: [Row],
    series: [String] = [], shown: [Int]? = nil, words: ReportWords
  ) -> Chart {
    let left = 186.0
    let right = Chart.width - 30
    let dots = rows.flatMap(\.dots)
    let axis = Axis(dots.flatMap { [$0.low, $0.high] }, from: left, to: right)
    var canvas = Canvas()
    let named = shown ?? Array(series.indices)
    canvas.legend(named.map { ($0, series[$0]) }, x: 4, y: 14)
    let top = Double(named.count) * Canvas.legendRow + 8
    let heights = rows.map { max(26, Double($0.dots.count) * 13 + 8) }
    let bottom = top + heights.reduce(0, +)
    for tick in axis.ticks {
      canvas.line(axis.place(tick), top, axis.place(tick), bottom, "grid")
      canvas.text(axis.place(tick), bottom + 18, axis.label(tick, words), anchor: "middle")
    }
    canvas.text((left + right) / 2, bottom + 38, axisTitle, anchor: "middle")
    var y = top
    for (row, height) in zip(rows, heights) {
      canvas.text(
        left - 10, y + height / 2 + 5, PlainText.shortened(row.label, to: 22), anchor: "end",
        isSmall: true)
      let step = height / Double(row.dots.count + 1)
      for (place, dot) in row.dots.enumerated() {
        let middle = y + step * Double(place + 1)
        canvas.line(
          axis.place(dot.low), middle, axis.place(dot.high), middle,
          "l s\(dot.series % Chart.looks)")
        canvas.mark(dot.series, axis.place(dot.mean), middle)
      }
      y += height
      canvas.line(4, y, right, y, "grid")
    }
    return Chart(
      id: id, title: title, description: description, height: bottom + 46, body: canvas.svg)
  }
}
