/// Two measures of each policy against each other, with the intervals of both.
enum FrontierChart {
  /// A policy.
  struct Point {
    let label: String
    let x: DotChart.Dot
    let y: DotChart.Dot
  }

  /// The picture; policies are joined in the order in which they come.
  static func chart(
    id: String, title: String, description: String, xTitle: String, yTitle: String,
    points: [Point], words: ReportWords
  ) -> Chart {
    let (left, right) = (64.0, Chart.width - 30)
    var canvas = Canvas()
    canvas.legend(points.map { ($0.x.series, $0.label) }, x: 4, y: 14)
    let top = Double(points.count) * Canvas.legendRow + 34
    let bottom = top + 250
    let xAxis = Axis(
      points.flatMap { [$0.x.low, $0.x.high] }, from: left, to: right, beginsAtZero: true)
    let yAxis = Axis(
      points.flatMap { [$0.y.low, $0.y.high] }, from: bottom, to: top, beginsAtZero: true)
    for tick in xAxis.ticks {
      canvas.line(xAxis.place(tick), top, xAxis.place(tick), bottom, "grid")
      canvas.text(xAxis.place(tick), bottom + 18, xAxis.label(tick, words), anchor: "middle")
    }
    for tick in yAxis.ticks {
      canvas.line(left, yAxis.place(tick), right, yAxis.place(tick), "grid")
      canvas.text(left - 8, yAxis.place(tick) + 5, yAxis.label(tick, words), anchor: "end")
    }
    canvas.text(4, top - 14, yTitle)
    canvas.text((left + right) / 2, bottom + 38, xTitle, anchor: "middle")
    canvas.path(points.map { (xAxis.place($0.x.mean), yAxis.place($0.y.mean)) }, "join")
    for point in points {
      let look = "l s\(point.x.series % Chart.looks)"
      let (x, y) = (xAxis.place(point.x.mean), yAxis.place(point.y.mean))
      canvas.line(xAxis.place(point.x.low), y, xAxis.place(point.x.high), y, look)
      canvas.line(x, yAxis.place(point.y.low), x, yAxis.place(point.y.high), look)
      canvas.mark(point.x.series, x, y)
    }
    return Chart(
      id: id, title: title, description: description, height: bottom + 46, body: canvas.svg)
  }
}
