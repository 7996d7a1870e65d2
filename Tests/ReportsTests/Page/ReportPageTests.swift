import Foundation
import Quantities
import Testing

@testable import Reports

@Suite("Page of a report")
struct ReportPageTests {
  @Test("The same folder gives the same bytes, and another language other words and decimal marks")
  func languages() throws {
    let folder = try TinyFolder()
    let english = try folder.report().html
    #expect(try folder.report().html == english)
    let swedish = try folder.report(.swedish).html
    #expect(english.contains("<html lang=\"en\">") && swedish.contains("<html lang=\"sv\">"))
    #expect(english.contains("The answer") && swedish.contains("Svaret"))
    let (one, two) = (PageText(english), PageText(swedish))
    #expect(one.values(of: "data-v") == two.values(of: "data-v"))
    #expect(!two.between("Policyer: medelvärde", "</table>").contains(/\d\.\d+ \(/))
    #expect(one.between("Policies: mean", "</table>").contains(/\d\.\d+ \(/))
  }

  @Test("It fetches nothing, and lets no script or style run but its own")
  func isSelfContained() throws {
    let page = PageText(try TinyFolder().report().html)
    let addresses = page.values(of: "href") + page.values(of: "src")
    #expect(!addresses.isEmpty && addresses.allSatisfy { $0.hasPrefix("#") })
    #expect(!page.html.contains("url(") && !page.html.contains("@import"))
    #expect(!page.tags.contains { $0.contains(/\son[a-z]+=/) || $0.contains(" style=") })
    let policy = page.between("Security-Policy\" content=\"", "\">")
    #expect(policy.hasPrefix("default-src 'none'; "))
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
      #expect(page.tags.count { $0 == "<\(element)>" } == 1)
      let text = page.between("<\(element)>", "</\(element)>")
      let hex = SHA256.hexDigest(of: Array(text.utf8))
      let stated = policy.split(separator: "\(directive) 'sha256-")[1].prefix { $0 != "'" }
      let bytes = try #require(Data(base64Encoded: String(stated)))
      #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == hex)
    }
  }

  @Test("Each part that is referred to is there, once")
  func references() throws {
    for language in ReportLanguage.allCases {
      let page = PageText(try TinyFolder().report(language).html)
      let ids = page.values(of: "id")
      #expect(Set(ids).count == ids.count)
      let named = page.values(of: "aria-labelledby").flatMap { $0.split(separator: " ") }
      let linked = page.values(of: "href").map { $0.dropFirst() }
      #expect(!named.isEmpty && !linked.isEmpty)
      for name in named + linked { #expect(ids.contains(String(name)), "\(name)") }
    }
  }

  @Test("Each picture has a title, a description, the units of its axes, and its numbers beside it")
  func pictures() throws {
    let report = try TinyFolder().report()
    let page = PageText(report.html)
    let charts = report.sections.flatMap(\.blocks).compactMap { block -> (Chart, ReportTable)? in
      guard case .chart(let chart, let table) = block else { return nil }
      return (chart, table)
    }
    #expect(charts.count >= 7)
    #expect(page.tags.count { $0.hasPrefix("<svg") } == charts.count)
    for (chart, table) in charts {
      #expect(page.html.contains("<title id=\"\(chart.id)-title\">"))
      #expect(page.html.contains("<desc id=\"\(chart.id)-text\">"))
      #expect(chart.title.count > 10 && chart.description.count > 40)
      #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.count == table.columns.count })
      #expect(chart.body.contains(/% of|SEK|units|weeks/))
      #expect(!chart.body.contains("nan") && !chart.body.contains("inf"))
    }
  }

  @Test("Marks differ from paper by 3:1 and more, texts by 4.5:1, in light and dark")
  func contrast() throws {
    func luminance(_ colour: Substring) -> Double {
      let parts = [1, 3, 5].map { place -> Double in
        let start = colour.index(colour.startIndex, offsetBy: place)
        let part = Double(Int(colour[start...].prefix(2), radix: 16) ?? 0) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let palettes = Stylesheet.text.components(separatedBy: "--paper: ").dropFirst()
    #expect(palettes.count == 3, "light, dark and print")
    for palette in palettes {
      let paper = luminance(palette.prefix(7)[...])
      let colours = palette.prefix { $0 != "}" }.matches(of: /--([a-z0-9]+): (#[0-9a-f]{6})/)
      #expect(colours.count >= 11)
      for colour in colours where !["grid", "head", "span"].contains(String(colour.1)) {
        let own = luminance(colour.2)
        let ratio = (max(own, paper) + 0.05) / (min(own, paper) + 0.05)
        let isText = ["ink", "quiet", "link"].contains(String(colour.1))
        #expect(ratio >= (isText ? 4.5 : 3), "\(colour.1) \(colour.2) \(ratio)")
      }
    }
  }

  @Test("Without tables that not every run has, there is a report of the others")
  func fewTables() throws {
    var folder = try TinyFolder()
    let all = try folder.report().sections.map(\.id)
    for name in [
      "timeline.csv", "replications.csv", "duty.csv", "exemptions.csv", "STRESS-DES.md",
      "STRESS-DES.sv.md",
    ] {
      folder.files[name] = nil
    }
    let few = try folder.report().sections.map(\.id)
    #expect(
      all.filter { !few.contains($0) } == ["timeline", "duty", "model"])
    folder.files["comparison.csv"] = nil
    _ = try folder.report().html
  }

  @Test(
    "A folder that lacks what a report needs, or has something else there, is told",
    arguments: ["run.json", "summary.csv"])
  func problems(name: String) throws {
    var folder = try TinyFolder()
    folder.files[name] = Array("what,is,this\n".utf8)
    #expect(throws: ReportProblem.self) { _ = try folder.report() }
    folder.files[name] = nil
    let problem = #expect(throws: ReportProblem.self) { _ = try folder.report() }
    #expect(problem?.file == name && problem?.reason.contains("there is no such file") == true)
  }

  @Test("A scenario with phases says that its figures are none of peace, and marks them in time")
  func phases() throws {
    let page = PageText(try TinyFolder().report().html)
    #expect(page.html.contains("None is a figure of peace"))
    #expect(page.between("id=\"timeline\"", "</section>").contains("<rect class=\"span\""))
    #expect(page.html.contains("war: 2027-02-01, 3 weeks"))
  }
}
