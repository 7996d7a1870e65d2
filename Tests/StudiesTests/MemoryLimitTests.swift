import Testing

@testable import Studies

@Suite("Memory that there is")
struct MemoryLimitTests {
  private let meminfo = """
    MemTotal:        8000000 kB
    MemFree:         1000000 kB
    """

  private func limit(_ files: [String: String]) -> Double? {
    MemoryLimit.bytes { files[$0] }
  }

  @Test("Without a control group it is what the machine has, not what is free")
  func physical() {
    #expect(limit(["/proc/meminfo": meminfo]) == 8_192_000_000.0)
    #expect(limit([:]) == nil)
    #expect(limit(["/proc/meminfo": "MemTotal: lots kB\n"]) == nil)
  }

  @Test("A control group allows what the lowest of it and those above it allows")
  func newGroups() {
    var files = [
      "/proc/meminfo": meminfo, "/proc/self/cgroup": "0::/user.slice/job.scope\n",
      "/sys/fs/cgroup/user.slice/job.scope/memory.max": "max\n",
    ]
    #expect(limit(files) == 8_192_000_000.0)
    files["/sys/fs/cgroup/user.slice/memory.max"] = "2147483648\n"
    #expect(limit(files) == 0x1p31)
    files["/sys/fs/cgroup/user.slice/job.scope/memory.max"] = "1073741824\n"
    #expect(limit(files) == 0x1p30)
    files["/sys/fs/cgroup/memory.max"] = "1048576\n"
    #expect(limit(files) == 0x1p20)
  }

  @Test("The older kind of control group is read too, and its number for no limit is none")
  func oldGroups() {
    var files = [
      "/proc/meminfo": meminfo,
      "/proc/self/cgroup": "12:cpu,cpuacct:/a\n5:memory:/docker/b\n1:name=systemd:/a\n",
      "/sys/fs/cgroup/memory/docker/b/memory.limit_in_bytes": "9223372036854771712\n",
    ]
    #expect(limit(files) == 8_192_000_000.0)
    files["/sys/fs/cgroup/memory/docker/b/memory.limit_in_bytes"] = "536870912\n"
    #expect(limit(files) == 0x1p29)
    // Another controller's group says nothing about memory.
    files["/sys/fs/cgroup/memory/a/memory.limit_in_bytes"] = "1\n"
    #expect(limit(files) == 0x1p29)
  }

  @Test(
    "Sizes are read as people write them",
    arguments: [
      ("2 GiB", 0x1p31), ("2GiB", 0x1p31), ("1.5 GB", 1.5 * 0x1p30), ("800 MiB", 800 * 0x1p20),
      ("64 kB", 0x1p16), ("1 TiB", 0x1p40), ("100 bytes", 100),
    ])
  func sizes(text: String, bytes: Double) {
    #expect(MemorySize.bytes(of: text) == bytes)
  }

  @Test(
    "What is no size is none",
    arguments: [
      "", "2", "GiB", "0 GiB", "-1 GiB", "2 GiBs", "1e3 MiB", "nan GiB", "2 5 GiB", "1.2.3 MB",
    ])
  func noSizes(text: String) {
    #expect(MemorySize.bytes(of: text) == nil)
  }

  @Test(
    "Sizes are written with two or three digits",
    arguments: [
      (0x1p31, "2.0 GiB"), (120 * 0x1p20, "120 MiB"), (1023.9 * 0x1p20, "1.0 GiB"),
      (9.94 * 0x1p30, "9.9 GiB"), (9.96 * 0x1p30, "10 GiB"), (1, "0.0 KiB"),
      (1e300, "more than 1000 TiB"), (.infinity, "more than 1000 TiB"),
    ])
  func texts(bytes: Double, text: String) {
    #expect(MemorySize.text(bytes) == text)
  }
}
