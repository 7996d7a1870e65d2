import Foundation
import Testing

@Suite("Shards and going on, on the command line")
struct ShardCommandTests {
  private let r1 = "scenarios/reference/r1.json5"
  private let options = ["--replications=7", "--policy=month-1", "--quiet"]

  private func contents(_ folder: URL) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name != "timing.json" {
      found[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return found
  }

  @Test("Shards that are merged give the bytes of the run; what is missing or doubled is named")
  func merge() throws {
    try Program.withFolder { folder in
      let whole = folder.appending(path: "whole")
      #expect(try Program.run(["run", r1, "--out", whole.path] + options).code == 0)
      let parts = (1...3).map { folder.appending(path: "part-\($0)").path }
      for (index, part) in parts.enumerated() {
        let outcome = try Program.run(
          ["run", r1, "--shard", "\(index + 1)/3", "--out", part] + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
      }
      let joined = folder.appending(path: "joined")
      func merge(_ parts: [String]) throws -> Program.Outcome {
        try Program.run(["merge", "--quiet", "--out", joined.path] + parts)
      }
      let missing = try merge([parts[0], parts[2]])
      #expect(missing.code == 3 && missing.errors.contains("missing: shard 2/3"))
      let doubled = try merge(parts + [parts[1]])
      #expect(doubled.code == 3 && doubled.errors.contains("are both shard 2/3"))
      let none = try merge(parts + [folder.appending(path: "nowhere").path])
      #expect(none.code == 3 && none.errors.contains("nowhere: there is no such folder"))
      let other = folder.appending(path: "other").path
      _ = try Program.run(["run", r1, "--seed=2", "--shard=2/3", "--out", other] + options)
      let foreign = try merge([parts[0], other, parts[2]])
      #expect(foreign.code == 3 && foreign.errors.contains("other: of another study: seed 2"))
      #expect(!FileManager.default.fileExists(atPath: joined.path))
      let outcome = try merge(parts.reversed())
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try contents(joined) == contents(whole))
    }
  }

  @Test(
    "What a run has finished is thrown away only if that is said, and not gone on with by another")
  func refused() throws {
    try Program.withFolder { folder in
      func run(_ words: String...) throws -> Program.Outcome {
        try Program.run(["run", r1, "--out", folder.path] + options + words)
      }
      #expect(try run("--shard=1/2").code == 0)
      let plain = try run()
      #expect(plain.code == 2 && plain.errors.contains("--resume goes on with them"))
      let other = try run("--resume")
      #expect(
        other.code == 3
          && other.errors.contains("shard 1/2 of 7 replications instead of none"))
      let seed = try run("--resume", "--shard=1/2", "--seed=9")
      #expect(seed.code == 3 && seed.errors.contains("instead of 9"), "\(seed.errors)")
      let fewer = try run("--resume", "--shard=1/2")
      #expect(fewer.code == 0, "\(fewer.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "run.json").path))
      #expect(try run("--restart").code == 0)
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "run.json").path))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "chunks").path))
      let nothing = try run("--resume")
      #expect(nothing.code == 0 && nothing.errors.contains("there is nothing to go on with"))
    }
  }

  @Test(
    "What cannot be meant is refused",
    arguments: [
      (["--shard=0/2"], "should be such as 2/8"), (["--shard=3/2"], "should be such as 2/8"),
      (["--shard=2"], "should be such as 2/8"), (["--shard=1/9"], "make at most 7 shards"),
      (["--shard=1/2", "--precision=2%"], "cannot be combined with --precision"),
      (["--resume", "--restart"], "give one of them"), (["--save-every=often"], "should be a time"),
    ])
  func wrong(words: [String], reason: String) throws {
    let outcome = try Program.run(["run", r1] + options + words)
    #expect(outcome.code == 2 && outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test("Scripts for clusters have every shard and what joins them")
  func cluster() throws {
    let slurm = try Program.run(
      "cluster", "slurm", r1, "--shards=4", "--replications=9", "--out=it's here", "--jobs=2")
    #expect(slurm.code == 0, "\(slurm.errors)")
    for piece in [
      "--array=1-4", "--cpus-per-task=2", "--requeue", #"--shard "$SLURM_ARRAY_TASK_ID/4""#,
      "--dependency=\"afterany:$shards\"", "experiment.replications=9", #"it'\''s here"#,
    ] { #expect(slurm.output.contains(piece), "\(piece)") }
    let kubernetes = try Program.run(
      "cluster", "kubernetes", r1, "--shards=4", "--image=registry.example/buffert:1")
    #expect(kubernetes.code == 0, "\(kubernetes.errors)")
    for piece in [
      "completionMode: Indexed", "completions: 4", "name: buffert-r1-merge", "suspend: true",
      #"image: "registry.example/buffert:1""#, #"--shard \"$k/4\""#,
    ] { #expect(kubernetes.output.contains(piece), "\(piece)") }
    #expect(try Program.run("cluster", "slurn", r1, "--shards=4").errors.contains("mean slurm"))
    #expect(try Program.run("cluster", "slurm", r1).errors.contains("needs --shards N"))
    #expect(try Program.run("cluster", "slurm", "nowhere.json5", "--shards=4").code == 3)
    let image = try Program.run("cluster", "slurm", r1, "--shards=4", "--image=x")
    #expect(image.code == 2 && image.errors.contains("--image is for kubernetes"))
  }
}
