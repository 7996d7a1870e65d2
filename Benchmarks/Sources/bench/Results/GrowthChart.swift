import Foundation

/// A picture of growth curves, both axes logarithmic, all curves from one point: a straight line of the
/// slope of the grey one is linear growth.
struct GrowthChart {
  private let curves: [GrowthCurve]
  private let machine: String

  // The picture and its margins. [px]
  private let width = 790.0
  private let height = 560.0
  private let left = 80.0
  private let right = 200.0
  private let top = 70.0
  private let bottom = 70.0
  /// Both axes reach up to this, that of size from 1.
  private let most = 128.0
  /// The axis of time begins here: a larger scenario may take less.
  private let least = 0.5
  /// Told apart by their dashes, so that the picture can be printed in grey.
  private let dashes = ["", "10 4", "3 3", "10 3 2 3", "1 4"]

  init(_ curves: [GrowthCurve], machine: String) {
    self.curves = curves
    self.machine = machine
  }

  var text: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" role="img" \
    aria-labelledby="title description" font-family="sans-serif" font-size="13">
    <title id="title">What a replication costs as a scenario grows</title>
    <desc id="description">\(description)</desc>
    <rect width="\(Int(width))" height="\(Int(height))" fill="#fff"/>
    <text x="\(left)" y="28" font-size="17">What a replication costs as a scenario grows</text>
    <text x="\(left)" y="48" fill="#555">processor time, least of the repetitions; \(machine)</text>
    \(grid)
    \(lines)
    <text x="\(left + plotWidth / 2)" y="\(height - 20)" text-anchor="middle">\
    size, in multiples of the smallest</text>
    <text transform="translate(24 \(top + plotHeight / 2)) rotate(-90)" text-anchor="middle">\
    time, in multiples of the least</text>
    </svg>

    """
  }

  private var plotWidth: Double { width - left - right }
  private var plotHeight: Double { height - top - bottom }

  private var description: String {
    "Time against size, both relative to the smallest size, on logarithmic axes. "
      + curves.map { curve in
        let first = curve.points[0].size
        let last = curve.points[curve.points.count - 1].size
        let exponent = String(format: "%.2f", curve.exponent)
        return "\(curve.name): \(first) to \(last) \(curve.unit), exponent \(exponent)."
      }.joined(separator: " ")
  }

  private func x(_ value: Double) -> Double { left + plotWidth * log(value) / log(most) }
  private func y(_ value: Double) -> Double {
    top + plotHeight * (1 - log(max(value, least) / least) / log(most / least))
  }

  private func text(_ value: Double) -> String { String(format: "%.1f", value) }

  /// Lines at powers of two with their values, and the line of linear growth.
  private var grid: String {
    var parts: [String] = []
    for power in 0...7 {
      let value = Double(1 << power)
      let (across, up) = (text(x(value)), text(y(value)))
      parts += [
        "<line x1=\"\(left)\" y1=\"\(up)\" x2=\"\(text(left + plotWidth))\" y2=\"\(up)\" "
          + "stroke=\"#ddd\"/>",
        "<line x1=\"\(across)\" y1=\"\(top)\" x2=\"\(across)\" y2=\"\(text(top + plotHeight))\" "
          + "stroke=\"#ddd\"/>",
        "<text x=\"\(left - 8)\" y=\"\(text(y(value) + 4))\" text-anchor=\"end\">\(1 << power)</text>",
        "<text x=\"\(across)\" y=\"\(text(top + plotHeight + 20))\" text-anchor=\"middle\">"
          + "\(1 << power)</text>",
      ]
    }
    parts.append(
      "<text x=\"\(left - 8)\" y=\"\(text(y(least) + 4))\" text-anchor=\"end\">½</text>")
    parts.append(
      "<line x1=\"\(text(x(1)))\" y1=\"\(text(y(1)))\" x2=\"\(text(x(most)))\" "
        + "y2=\"\(text(y(most)))\" stroke=\"#bbb\" stroke-width=\"5\"/>")
    parts.append(
      "<text x=\"\(text(x(most) - 6))\" y=\"\(text(top - 6))\" text-anchor=\"end\" fill=\"#555\">"
        + "linear (grey)</text>")
    return parts.joined(separator: "\n")
  }

  /// The curves, each named beside the picture, with a line from its end; names that would meet are moved
  /// apart.
  private var lines: String {
    var parts: [String] = []
    var ends: [(y: Double, label: String, x: Double)] = []
    for (place, curve) in curves.enumerated() {
      let first = curve.points[0]
      let corners = curve.points.map { point in
        (
          x: x(Double(point.size) / Double(first.size)),
          y: y(point.measurement.minimum / first.measurement.minimum)
        )
      }
      let path = corners.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
      parts.append(
        "<polyline points=\"\(path)\" fill=\"none\" stroke=\"#000\" stroke-width=\"2\" "
          + "stroke-dasharray=\"\(dashes[place % dashes.count])\"/>")
      let end = corners[corners.count - 1]
      let exponent = String(format: "%.2f", curve.exponent)
      ends.append((end.y, "\(curve.name), exponent \(exponent)", end.x))
    }
    var lowest = -Double.infinity
    for end in ends.sorted(by: { $0.y < $1.y }) {
      let height = max(end.y, lowest + 18)
      lowest = height
      parts.append(
        "<polyline points=\"\(text(end.x)),\(text(end.y)) \(text(x(most))),\(text(end.y)) "
          + "\(text(x(most) + 10)),\(text(height))\" fill=\"none\" stroke=\"#999\"/>")
      parts.append(
        "<text x=\"\(text(x(most) + 14))\" y=\"\(text(height + 4))\">\(end.label)</text>")
    }
    return parts.joined(separator: "\n")
  }
}
