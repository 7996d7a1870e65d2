import ScenarioFiles
import Testing

@Suite("Which files a scenario may name")
struct FileRuleTests {
  @Test(
    "A path lies in a folder or below, by its steps",
    arguments: [
      ("a/x.csv", "a", true), ("a/b/x.csv", "a", true), ("a/../x.csv", "a", false),
      ("a/b/../x.csv", "a", true), ("ab/x.csv", "a", false), ("a", "a", false), ("x.csv", "", true),
      ("../x.csv", "", false), ("..", "", false), ("..x.csv", "", true), ("/x.csv", "", false),
      ("/a/x.csv", "/a", true), ("/x.csv", "/", true), ("/a/../x.csv", "/a", false),
      ("a/x.csv", "a/.", true), ("./a//x.csv", "a", true), ("../a/x.csv", "../a", true),
      ("../x.csv", "../a", false), ("../../a/x.csv", "../a", false),
    ])
  func lies(path: String, folder: String, isInside: Bool) {
    #expect(FilePath.lies(path, in: folder) == isInside)
  }

  @Test("A scenario whose table leads out of its folder is refused there, before anything is read")
  func refused() {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files["base.json5"] = files["base.json5"].replacing(
      "\"products.csv\"", with: "\"../products.csv\"")
    files["../products.csv"] = files["products.csv"]
    let outcome = files.read()
    #expect(outcome.model == nil)
    #expect(
      outcome.diagnostics.rendered().contains(
        "products leads out of the scenario's folder: \"../products.csv\""))
    #expect(!outcome.files.map(\.path).contains("../products.csv"))
  }

  @Test("The tables of a scenario that is extended lie in its folder, not in that of the other")
  func extended() {
    var files = MemoryFiles([String: String]())
    for (name, bytes) in ScenarioFolder.baseFiles() {
      files.files["study/../base/" + name] = bytes
    }
    files["study/one.json5"] = "{ extends: '../base/base.json5', title: 'One' }"
    #expect(files.read("study/one.json5").model != nil)
    files["study/one.json5"] = "{ extends: '../base/base.json5', products: '../base/products.csv' }"
    #expect(files.read("study/one.json5").model == nil)
  }

  @Test("What is named on the command line counts from the present folder, whatever it holds")
  func option() {
    var files = MemoryFiles([String: String]())
    for (name, bytes) in ScenarioFolder.baseFiles() { files.files["base/" + name] = bytes }
    files["../else/products.csv"] = files["base/products.csv"]
    #expect(
      files.read("base/base.json5", settings: ["products=../else/products.csv"]).model != nil)
    #expect(files.read("base/base.json5", settings: ["products=products.csv"]).model == nil)
  }

  @Test("What is extended must be a scenario by its name")
  func scenarioName() {
    let files = MemoryFiles(["x.json5": "{ extends: '/etc/hostname' }"])
    #expect(
      files.read("x.json5").diagnostics.rendered().contains("names a file that is no scenario"))
  }
}
