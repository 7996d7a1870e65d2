/// Paths of files as text, without touching any file.
public enum FilePath {
  /// A path that counts from the folder of another file, as seen from where that file is named.
  static func sibling(of file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  /// The path without steps that lead nowhere, for comparison: `a/../b/./c` is `b/c`.
  public static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether a path, as it is written, leads into a folder or below; the empty folder is the present one.
  public static func lies(_ path: String, in folder: String) -> Bool {
    let file = normal(path)
    let base = normal(folder)
    guard !base.isEmpty else {
      return !file.hasPrefix("/") && file != ".." && !file.hasPrefix("../")
    }
    return file.hasPrefix(base == "/" ? base : base + "/")
  }

  /// The folder of a file, without a slash at its end; empty where the path names none.
  public static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "" }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}
