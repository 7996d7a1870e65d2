import Studies

/// A manifest with an Indexed Job for a run's shards, and a suspended Job that joins them.
enum KubernetesManifest {
  static func text(_ request: ClusterRequest) -> String {
    let quoted = ClusterRequest.quoted
    let folder = "/data/" + request.folder
    let parts = "/data/" + request.parts
    let scenario = request.operand.hasPrefix("/") ? request.operand : "/data/" + request.operand
    let words = ([scenario] + request.words).map(quoted).joined(separator: " ")
    let replications = request.run.replications.count
    let most = request.mostReplications
    let shard = """
      k=`expr "$JOB_COMPLETION_INDEX" + 1`; exec buffert run \(words) --shard "$k/\(request.shards)" \
      --out \(quoted(parts + "/shard-"))"$k" --jobs \(request.coresPerShard) --resume
      """
    let merge = "exec buffert merge \(quoted(parts))/shard-*[0-9] --out \(quoted(folder))"
    return """
      # \(request.run.scenario.name): \(replications) replications in \(request.shards) shards of at most \
      \(most), and a job that joins them.
      # Made by buffert \(Version.number). The image must have buffert in its path; the volume claim “buffert” must be \
      one that
      # many nodes may write to (ReadWriteMany), with the scenario and its tables in it as they are here.
      #
      #   kubectl apply -f THIS-FILE
      #   kubectl wait --for=condition=complete --timeout=-1s job/\(request.label)
      #   kubectl patch job/\(request.label)-merge --patch '{"spec":{"suspend":false}}'
      #
      # A shard whose pod is lost goes on where it was in the next.
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: \(request.label)
      spec:
        completionMode: Indexed
        completions: \(request.shards)
        parallelism: \(request.shards)
        backoffLimitPerIndex: 6
        maxFailedIndexes: \(request.shards)
      \(template(request, "shard", shard, cores: request.coresPerShard))
      ---
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: \(request.label)-merge
      spec:
        suspend: true
        backoffLimit: 2
      \(template(request, "merge", merge, cores: 1))
      """
  }

  private static func template(
    _ request: ClusterRequest, _ name: String, _ command: String, cores: Int
  ) -> String {
    """
      template:
        spec:
          restartPolicy: Never
          terminationGracePeriodSeconds: 60
          containers:
            - name: \(name)
              image: \(string(request.image))
              command: ["/bin/sh", "-c", \(string(command))]
              workingDir: /data
              resources:
                requests: {cpu: "\(cores)", memory: \(request.memory)Mi}
                limits: {memory: \(request.memory)Mi}
              volumeMounts:
                - {name: work, mountPath: /data}
          volumes:
            - name: work
              persistentVolumeClaim: {claimName: buffert}
    """
  }

  /// A text between double quotes, which YAML reads as JSON does.
  private static func string(_ text: String) -> String {
    var escaped = ""
    for letter in text.unicodeScalars {
      switch letter {
      case "\"", "\\": escaped += "\\\(letter)"
      case _ where letter.value < 32: escaped += "\\u00" + hexadecimal(letter.value)
      default: escaped.unicodeScalars.append(letter)
      }
    }
    return "\"\(escaped)\""
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
