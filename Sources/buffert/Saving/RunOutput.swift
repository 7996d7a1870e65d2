import Studies

/// What a run leaves, and where it keeps what is finished until then.
struct RunOutput {
  /// The folder, in that of the results, of what is finished: each command that keeps some has its own.
  var chunks = "chunks"
  /// Whether what an interrupted run has found is left too, marked partial.
  var leavesParts = true
  /// Leaves what was found as things are, and in those of the other studies that were run to their end; the
  /// number is how long it took. [s]
  let leave: ([StudyResult], Double) throws(ExitFailure) -> Void
}
