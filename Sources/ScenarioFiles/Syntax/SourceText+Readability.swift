extension SourceText {
  /// Whether a reader may start: the text is UTF-8 without NUL and has at most `limit` bytes.
  ///
  /// When not, the reason is added to `diagnostics` with the first place where it shows.
  func isReadable(within limit: Int, reportingTo diagnostics: inout Diagnostics) -> Bool {
    if bytes.count > limit {
      diagnostics.add(
        Diagnostic(
          place: .source(range(0, 0)),
          problem: "the file has \(bytes.count) bytes",
          allowed: "at most \(limit) bytes",
          remedy: "keep bulk data in several CSV tables"))
      return false
    }
    if let problem = encodingProblem() {
      diagnostics.add(problem)
      return false
    }
    return true
  }

  private func encodingProblem() -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        place: .source(range(0, 2)),
        problem: "the file is UTF-16 text",
        allowed: "UTF-8 text",
        remedy: "save the file again with the encoding UTF-8")
    }
    if let offset = bytes.firstIndex(of: 0) {
      return Diagnostic(
        place: .source(range(offset, offset + 1)),
        problem: "the file contains a NUL byte, so it is not a text file",
        allowed: "UTF-8 text",
        remedy: "check that this is the right file, saved as plain text")
    }
    do throws(Unicode.UTF8.ValidationError) {
      let content = bytes
      let span = content.span
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      let place = range(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
      return Diagnostic(
        place: .source(place),
        problem: "the file is not UTF-8 text",
        allowed: "UTF-8 text",
        remedy: "save the file again with the encoding UTF-8")
    }
  }
}
