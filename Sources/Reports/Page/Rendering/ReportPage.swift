import Foundation
import Quantities

/// A report as one page of HTML that needs no network and, to be read, no script.
///
/// The page forbids itself, by its content security policy, every script and style but its own two and
/// all that would be fetched: what a name might smuggle in would not run.
struct ReportPage {
  let report: Report

  private var words: ReportWords { ReportWords(language: report.language) }

  /// The page, ended by a line feed.
  var html: String {
    let title = HTMLText.escaped(report.title)
    let links = report.sections.map {
      "<li><a href=\"#\($0.id)\">\(HTMLText.escaped($0.title))</a></li>"
    }
    let sections = report.sections.map { section in
      "<section aria-labelledby=\"\(section.id)\">\n<h2 id=\"\(section.id)\">"
        + "\(HTMLText.escaped(section.title))</h2>\n"
        + section.blocks.map { block($0, level: 3) }.joined() + "</section>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(report.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(title)</title>
      <style>\(Stylesheet.text)</style>
      </head>
      <body data-filter="\(words("Show only rows with", "Visa bara rader med"))" \
      data-shown="\(words("rows shown", "rader visas"))">
      <a class="skip" href="#main">\(words("To the report", "Till rapporten"))</a>
      <header>
      <p class="kicker">Buffert · \(words("report of a simulation", "rapport från en simulering"))</p>
      <h1>\(title)</h1>
      </header>
      <main id="main">
      <section aria-labelledby="answer">
      <h2 id="answer">\(words("The answer", "Svaret"))</h2>
      \(report.lead.map { block($0, level: 3) }.joined())</section>
      <nav aria-labelledby="contents">
      <h2 id="contents">\(words("Contents", "Innehåll"))</h2>
      <ul>\(links.joined(separator: "\n"))</ul>
      </nav>
      \(sections.joined())</main>
      <script>\(PageScript.text)</script>
      </body>
      </html>

      """
  }

  private static let policy =
    "default-src 'none'; style-src '\(digest(Stylesheet.text))'; "
    + "script-src '\(digest(PageScript.text))'; base-uri 'none'; form-action 'none'"

  private static func digest(_ text: String) -> String {
    let digits = Array(SHA256.hexDigest(of: Array(text.utf8)))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0..<$0 + 2]), radix: 16)
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }

  private func block(_ block: ReportBlock, level: Int) -> String {
    switch block {
    case .paragraph(let text): return "<p>\(prose(text))</p>\n"
    case .points(let points):
      guard !points.isEmpty else { return "" }
      return "<ul>\n" + points.map { "<li>\(prose($0))</li>\n" }.joined() + "</ul>\n"
    case .heading(let text):
      return "<h\(level)>\(HTMLText.escaped(text))</h\(level)>\n"
    case .table(let table): return self.table(table)
    case .chart(let chart, let table):
      return "<div class=\"pair\">\n\(picture(chart))<div>\n\(self.table(table))</div>\n</div>\n"
    case .details(let title, let blocks):
      return "<details>\n<summary>\(HTMLText.escaped(title))</summary>\n"
        + blocks.map { self.block($0, level: level) }.joined() + "</details>\n"
    case .statement(let markdown, let language):
      return
        "<div lang=\"\(language.rawValue)\">\n\(StatementPage.html(markdown, top: level))</div>\n"
    }
  }

  /// A sentence, in which no line ends between a number and its sign.
  private func prose(_ text: String) -> String {
    HTMLText.escaped(text.replacing(" %", with: "\u{A0}%"))
  }

  private func picture(_ chart: Chart) -> String {
    let height = Int(chart.height.rounded(.up))
    return """
      <figure>
      <svg viewBox="0 0 \(Int(Chart.width)) \(height)" role="img" \
      aria-labelledby="\(chart.id)-title \(chart.id)-text">
      <title id="\(chart.id)-title">\(HTMLText.escaped(chart.title))</title>
      <desc id="\(chart.id)-text">\(HTMLText.escaped(chart.description))</desc>
      \(chart.body)</svg>
      <figcaption>\(prose(chart.title)). \(prose(chart.description))</figcaption>
      </figure>

      """
  }

  private func table(_ table: ReportTable) -> String {
    var html =
      "<div class=\"wide\" role=\"region\" aria-labelledby=\"\(table.id)\" tabindex=\"0\">\n"
    html += "<table\(table.isSortable ? " class=\"sortable\"" : "")>\n"
    html += "<caption id=\"\(table.id)\">\(HTMLText.escaped(table.caption))</caption>\n<thead><tr>"
    for column in table.columns {
      let unit =
        column.unit.isEmpty ? "" : "<span class=\"unit\">\(HTMLText.escaped(column.unit))</span>"
      html +=
        "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>"
        + "<span>\(HTMLText.escaped(column.name))</span>\(unit)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for (place, cell) in row.enumerated() {
        let isNumber = place < table.columns.count && table.columns[place].isNumber
        let value = cell.value.map { " data-v=\"\(FixedPointText.text($0))\"" } ?? ""
        let look = isNumber ? " class=\"n\"" : ""
        let text = HTMLText.escaped(cell.text)
        html +=
          place == 0
          ? "<th scope=\"row\"\(look)\(value)>\(text)</th>" : "<td\(look)\(value)>\(text)</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>\n</div>\n"
    guard table.isFolded else { return html }
    let title = words("The numbers", "Siffrorna")
    return
      "<details>\n<summary>\(title): \(HTMLText.escaped(table.caption))</summary>\n\(html)</details>\n"
  }
}
