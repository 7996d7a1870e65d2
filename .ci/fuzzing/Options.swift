#if WHOLE
  @testable import ScenarioFiles
  @testable import buffert

  extension FuzzTarget {
    /// The words after a command's name, one a line; the first byte says which command.
    static let options = FuzzTarget(name: "options") { bytes in
      let command = Command.all[Int(bytes.first ?? 0) % Command.all.count]
      let words = String(decoding: bytes.dropFirst(), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard case .success(let arguments) = Arguments.parse(words, for: command) else { return }
      _ = Request.parse(arguments)
      if let content = Scenarios.small?.content {
        _ = TraceRequest.parse(arguments, in: content)
        if let filter = arguments.value(.products) {
          _ = ProductFilter.positions(filter, in: content)
        }
      }
      let settings = arguments.all(.set)
      guard !settings.isEmpty else { return }
      let outcome = Scenarios.base.read(settings: settings)
      precondition((outcome.model == nil) == outcome.diagnostics.hasErrors)
      _ = outcome.diagnostics.rendered()
    }
  }
#endif
