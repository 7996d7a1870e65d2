import Foundation
import ScenarioFiles

/// Opens what a user or a scenario names: regular files only, and none that is too large.
///
/// A named pipe that nobody writes to would be waited for without end, and a device may do anything when
/// it is opened, so a file's kind is asked before it is opened, and again of what has been opened: it may
/// have been exchanged in between.
enum InputFile {
  /// The largest file that is read; a table may be as large. [bytes]
  static let largest = 1_073_741_824

  /// The bytes of a file, or why it cannot be read.
  static func read(_ path: String) -> Result<[UInt8], FileProblem> {
    do throws(FileProblem) {
      return .success(
        try opened(path) { file, size throws(FileProblem) in try contents(file, expected: size) })
    } catch {
      return .failure(error)
    }
  }

  /// The first bytes of a file.
  ///
  /// - Throws: `FileProblem` where it cannot be read.
  static func beginning(of path: String, atMost count: Int) throws(FileProblem) -> [UInt8] {
    try opened(path) { file, _ throws(FileProblem) in
      var bytes: [UInt8] = []
      while bytes.count < count {
        let (piece, error) = read(file, atMost: count - bytes.count)
        guard error == 0 else { throw problem(error) }
        if piece.isEmpty { break }
        bytes += piece
      }
      return bytes
    }
  }

  /// Calls `body` with an open file and its size. [bytes]
  private static func opened(
    _ path: String, _ body: (_ file: Int32, _ size: Int) throws(FileProblem) -> [UInt8]
  ) throws(FileProblem) -> [UInt8] {
    guard !path.utf8.contains(0) else {
      throw FileProblem(reason: "its name has a NUL character")
    }
    var info = stat()
    // The system writes into `info`, which outlives the call.
    guard unsafe stat(path, &info) == 0 else { throw Self.problem(errno) }
    _ = try size(info)
    // Does not wait for a pipe's other end, should it be one by now. The system reads the path, up to its NUL.
    let file = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw Self.problem(errno) }
    defer { close(file) }
    // As above.
    guard unsafe fstat(file, &info) == 0 else { throw Self.problem(errno) }
    return try body(file, try size(info))
  }

  /// The size of a file that may be read. [bytes]
  private static func size(_ info: stat) throws(FileProblem) -> Int {
    switch info.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(reason: "it is a folder")
    default: throw FileProblem(reason: "it is no regular file")
    }
    let size = Int(info.st_size)
    guard size <= largest else { throw tooLarge(size) }
    return size
  }

  private static func tooLarge(_ size: Int) -> FileProblem {
    FileProblem(reason: "it has \(size) bytes, and at most \(largest) are read")
  }

  /// All bytes of an open file, however many there are: files of the system say 0, others may grow.
  private static func contents(_ file: Int32, expected: Int) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than there should be, so that the end is seen without growing.
    var next = expected + 1
    while true {
      let (piece, error) = read(file, atMost: next)
      guard error == 0 else { throw problem(error) }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= largest else { throw tooLarge(bytes.count) }
      next = 65_536
    }
  }

  /// The next bytes of an open file, none at its end; the system's error number if that fails, else 0.
  private static func read(_ file: Int32, atMost count: Int) -> ([UInt8], Int32) {
    var error: Int32 = 0
    // The system writes at most `count` bytes into room for as many, and says how many it has written,
    // so no byte is used that has not been written.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, written in
      var result: Int
      repeat {
        result = unsafe Glibc.read(file, room.baseAddress, count)
      } while result < 0 && errno == EINTR
      if result < 0 { error = errno }
      written = max(0, result)
    }
    return (bytes, error)
  }

  /// An error of the system in words.
  private static func problem(_ number: Int32) -> FileProblem {
    switch number {
    case ENOENT, ENOTDIR: FileProblem(reason: "there is no such file")
    // The text is the system's, ended by a NUL, and copied at once.
    default: unsafe FileProblem(reason: String(cString: strerror(number)))
    }
  }
}

extension InputFile {
  /// Which files a scenario may name: those in its folder or below, and in folders that the user allows.
  static func rule(allowing allowed: [String]) -> FileRule {
    { file, folder in lies(file, in: [folder] + allowed) }
  }

  /// Whether a file that a scenario names lies in one of some folders, or below: its real path, with all
  /// symbolic links followed. One that does not exist lies where its name says.
  static func lies(_ path: String, in folders: [String]) -> Bool {
    folders.contains { folder in
      let base = folder.isEmpty ? "." : folder
      guard let file = realPath(path), let place = realPath(base) else {
        return FilePath.lies(path, in: folder)
      }
      return file.hasPrefix(place == "/" ? place : place + "/")
    }
  }

  /// A path with all symbolic links followed; `nil` if there is no such file.
  private static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0) else { return nil }
    // What the system gives has been allocated for the caller, who frees it once it is copied.
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
