/// Paths of files as text, without touching any file.
enum FilePath {
  /// A path that counts from the folder of another file, as seen from where that file is named.
  static func sibling(of file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}
