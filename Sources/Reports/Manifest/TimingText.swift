/// `timing.json`: how long a run took; the one file that may differ between identical runs.
public enum TimingText {
  /// The file's text.
  ///
  /// - Parameters:
  ///   - wallSeconds: from the first replication to the last. [s]
  ///   - cores: how many were used. [1]
  ///   - replications: how many were run. [1]
  public static func json(wallSeconds: Double, cores: Int, replications: Int) -> String {
    let rate = wallSeconds > 0 ? Double(replications) / wallSeconds : .infinity
    return JSONText.text(
      of: .object([
        ("wallSeconds", .number(wallSeconds)), ("cores", .whole(cores)),
        ("replications", .whole(replications)), ("replicationsPerSecond", .number(rate)),
      ]))
  }
}
