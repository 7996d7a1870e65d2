/// How much memory the machine makes available: what it has, or what a control group allows if that is
/// less.
///
/// Where a machine says neither (it is no Linux, or hides it), there is no limit, and nothing is
/// refused.
public enum MemoryLimit {
  /// The limit. [bytes]
  ///
  /// - Parameter read: the text of a file of the system; `nil` where there is none.
  public static func bytes(read: (String) -> String?) -> Double? {
    let physical = read("/proc/meminfo").flatMap(physicalBytes)
    let groups = (read("/proc/self/cgroup") ?? "").split(separator: "\n").flatMap {
      limits(ofGroup: $0, read: read)
    }
    return ([physical] + groups).compactMap { $0 }.min()
  }

  /// `MemTotal` of `/proc/meminfo`. [bytes]
  private static func physicalBytes(_ text: String) -> Double? {
    for line in text.split(separator: "\n") where line.hasPrefix("MemTotal:") {
      let words = line.split(separator: " ")
      guard words.count == 3, words[2] == "kB", let kilobytes = Double(words[1]) else { return nil }
      return kilobytes * 1024
    }
    return nil
  }

  /// The limits that hold for one line of `/proc/self/cgroup`, `hierarchy:controllers:path`: those of
  /// the group and of every group that it is in. [bytes]
  private static func limits(ofGroup line: Substring, read: (String) -> String?) -> [Double?] {
    let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return [] }
    let (root, file): (String, String)
    if parts[0] == "0", parts[1].isEmpty {
      (root, file) = ("/sys/fs/cgroup", "memory.max")
    } else if parts[1].split(separator: ",").contains("memory") {
      (root, file) = ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")
    } else {
      return []
    }
    var names = parts[2].split(separator: "/")
    var found: [Double?] = []
    while true {
      let folder = ([root] + names.map(String.init)).joined(separator: "/")
      // `max`, and in the older version a number beyond all memory, stand for no limit.
      found.append(
        read("\(folder)/\(file)").flatMap { text in
          Double(text.filter { $0.isNumber })
        })
      if names.isEmpty { return found }
      names.removeLast()
    }
  }
}
