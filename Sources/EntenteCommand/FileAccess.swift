import EntenteSyntax
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads and writes whole files; every failure says the file, the reason, and what to do.
enum FileAccess {
  enum Kind { case file, folder, other, missing }

  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// What the standard input had: it can be read once, and is asked for by whoever looks what it is.
  private static let standardInput = Mutex<ContiguousArray<UInt8>?>(nil)

  /// The bytes of a file, or of the standard input for `-`.
  static func read(_ path: String) throws(CommandFailure) -> ContiguousArray<UInt8> {
    if path == "-", let bytes = standardInput.withLock({ $0 }) { return bytes }
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: ContiguousArray<UInt8> = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 { bytes.reserveCapacity(Int(status.st_size)) }
    var buffer = ContiguousArray<UInt8>(repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { readBytes(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, errno)
      }
      if count == 0 {
        if path == "-" { standardInput.withLock { $0 = bytes } }
        return bytes
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes a file whole or not at all: beside it first, then renamed over it; `-` is the standard output.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    if path == "-" {
      let number = StandardStream.output.write(bytes)
      // The reader has seen enough: `| head` is no failure.
      if let number, number != EPIPE { throw unwritable("the standard output", number) }
      return
    }
    // A device or a pipe takes the bytes as they come; there is nothing to keep whole.
    if kind(of: path) == .other {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw unwritable(path, errno) }
      defer { close(descriptor) }
      if let number = bytes.withUnsafeBufferPointer({ writeAll($0, to: descriptor) }) {
        throw unwritable(path, number)
      }
      return
    }
    if kind(of: path) == .folder { throw unwritable(path, EISDIR) }
    let beside = "\(path).\(getpid()).partial"
    Interruption.setUnfinished(file: beside)
    defer { Interruption.setUnfinished(file: nil) }
    // What a killed process of the same number left is nobody's any more.
    unlink(beside)
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    var failure = bytes.withUnsafeBufferPointer { writeAll($0, to: descriptor) }
    // The file that takes another's place keeps its rights.
    var old = stat()
    if failure == nil, stat(path, &old) == 0, fchmod(descriptor, old.st_mode & 0o7777) != 0 { failure = errno }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, rename(beside, path) != 0 { failure = errno }
    guard let failure else { return syncFolder(of: path) }
    unlink(beside)
    throw unwritable(path, failure, keepsOld: true)
  }

  /// Makes a folder, unless it is there.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    guard kind(of: path) != .folder, mkdir(path, 0o777) != 0 else { return }
    throw unwritable(path, errno)
  }

  /// Makes a new name in a folder last; a file system that cannot do that keeps names in its own way.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The path behind all links; nil where there is no file.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names in a folder, sorted by bytes.
  static func names(in folder: String) throws(CommandFailure) -> [String] {
    guard let handle = opendir(folder) else { throw unreadable(folder, errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func unreadable(_ path: String, _ number: Int32) -> CommandFailure {
    let help: [String] =
      switch number {
      case ENOENT: ["check the path; relative paths start at the folder the command is run in"]
      case EACCES: ["the file's permissions do not let you read it"]
      case EISDIR: ["this is a folder; name a file in it"]
      default: []
      }
    return CommandFailure(
      .inputOutput, code: "IO001", "cannot read \(path): \(String(cString: strerror(number)).lowercased())", help: help)
  }

  /// - Parameter keepsOld: whether a file that was there before is as it was.
  private static func unwritable(_ path: String, _ number: Int32, keepsOld: Bool = false) -> CommandFailure {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let whole = keepsOld ? ["no half file is left, and an older file is as it was"] : []
    let help: [String] =
      switch number {
      case ENOENT where kind(of: folder) == .missing: ["there is no folder `\(folder)`: make it first"]
      case EACCES, EROFS, EPERM, ENOENT: ["the folder takes no new files: name another one with --output"]
      case ENOSPC, EDQUOT: ["make room, or write to another disk"] + whole
      case EFBIG: ["a file may not grow that large here: see `ulimit -f`"] + whole
      case EISDIR: ["this is a folder: name a file in it, such as `\(path)/answer.csv`"]
      default: whole
      }
    return CommandFailure(
      .inputOutput, code: "IO002", "cannot write \(path): \(String(cString: strerror(number)).lowercased())", help: help
    )
  }
}

/// `read` of the system, whose name ``FileAccess`` uses for its own.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
