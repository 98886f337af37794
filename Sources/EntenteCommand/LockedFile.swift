import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is to be changed: read under a lock, written back whole or not at all.
///
/// The lock is the system's on the file itself, so that it ends with the process however that ends. A file that
/// somebody else has changed or replaced since it was read is not written. A link stays one: what it leads to changes.
final class LockedFile {
  let bytes: ContiguousArray<UInt8>
  private let name: String
  /// Where the file is, behind all links.
  private let path: String
  private let lock: FileLock

  init(_ name: String) throws(CommandFailure) {
    self.name = name
    path = FileAccess.realPath(name) ?? name
    lock = try FileLock(path, name: name)
    bytes = try FileAccess.read(name)
  }

  /// Writes the file, unless nothing changes.
  func save(_ new: some Collection<UInt8>) throws(CommandFailure) {
    guard !bytes.elementsEqual(new) else { return }
    guard lock.isStillOn(path), try FileAccess.read(path) == bytes else {
      throw CommandFailure(
        .writeRefused, code: "WR04", "\(name) has changed since it was read, and was not written",
        help: ["run the command again: it then sees the file as it is now"])
    }
    try FileAccess.write(Array(new), to: path)
  }
}

/// The system's exclusive lock on a file, until the process ends.
private final class FileLock {
  private let descriptor: Int32

  init(_ path: String, name: String) throws(CommandFailure) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // A file that cannot be opened is told by who reads it.
    guard descriptor >= 0 else { return }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    let number = errno
    close(descriptor)
    throw number == EWOULDBLOCK
      ? CommandFailure(
        .writeRefused, code: "WR03", "another command is writing \(name)",
        help: ["wait until it has ended, and try again"])
      : CommandFailure(
        .inputOutput, code: "IO002", "cannot lock \(name): \(String(cString: strerror(number)).lowercased())")
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether the path still leads to the locked file, and not to one that has taken its place.
  func isStillOn(_ path: String) -> Bool {
    var (locked, there) = (stat(), stat())
    return fstat(descriptor, &locked) == 0 && stat(path, &there) == 0 && locked.st_ino == there.st_ino
      && locked.st_dev == there.st_dev
  }
}
