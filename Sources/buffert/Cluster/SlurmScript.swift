import Studies

/// A shell script that puts a run's shards into Slurm's queue as a job array, and a job after them that joins
/// them.
enum SlurmScript {
  static func text(_ request: ClusterRequest) -> String {
    let quoted = ClusterRequest.quoted
    let program = quoted(ClusterRequest.program)
    let parts = ClusterRequest.absolute(request.parts)
    let folder = ClusterRequest.absolute(request.folder)
    let scenario = ClusterRequest.absolute(request.operand)
    let words = ([scenario] + request.words).map(quoted).joined(separator: " ")
    let replications = request.run.replications.count
    let most = request.mostReplications
    return """
      #!/bin/sh
      # \(request.run.scenario.name): \(replications) replications in \(request.shards) shards of at most \
      \(most), and a job that joins them.
      # Made by buffert \(Version.number). Run it with sh on a machine that has sbatch; change here what your \
      cluster wants otherwise.
      #
      # A shard that is killed, preempted or out of time goes on where it was: run this script again, and shards \
      that
      # are finished end at once. The scenario, the program and the results must lie where all nodes see them.
      set -eu
      mkdir -p \(quoted(parts))

      shards=$(sbatch --parsable --job-name=\(request.label) --array=1-\(request.shards) \\
        --cpus-per-task=\(request.coresPerShard) --mem=\(request.memory)M --requeue --open-mode=append \\
        --output=\(quoted(parts + "/shard-%a.log")) <<'END'
      #!/bin/sh
      exec \(program) run \(words) \\
        --shard "$SLURM_ARRAY_TASK_ID/\(request.shards)" --out \(quoted(parts + "/shard-"))"$SLURM_ARRAY_TASK_ID" \\
        --jobs \(request.coresPerShard) --resume
      END
      )

      # It comes when all shards have ended, however they did: where one is missing or not finished it says which.
      merge=$(sbatch --parsable --job-name=\(request.label)-merge --dependency="afterany:$shards" \\
        --cpus-per-task=1 --mem=\(request.memory)M --output=\(quoted(parts + "/merge.log")) <<'END'
      #!/bin/sh
      exec \(program) merge \(quoted(parts))/shard-*[0-9] --out \(quoted(folder))
      END
      )

      echo "shards: job $shards; merge: job $merge, which leaves the results in" \(quoted(folder))
      echo "what they say:" \(quoted(parts))"/*.log"
      """
  }
}
