import Testing

/// Runs the tests that this is compiled with, as the package manager's runner does.
@main
enum Runner {
  static func main() async { await __swiftPMEntryPoint() as Never }
}
