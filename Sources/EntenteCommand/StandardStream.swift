#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One of the process's streams: data goes to the output, words to the error stream.
struct StandardStream {
  let descriptor: Int32

  static let output = StandardStream(descriptor: 1)
  static let error = StandardStream(descriptor: 2)

  /// Whether a person's terminal is behind it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether colour is wanted: on a terminal, and `NO_COLOR` is not set.
  var usesColor: Bool {
    guard isTerminal else { return false }
    guard let value = getenv("NO_COLOR") else { return true }
    return value.pointee == 0
  }

  /// Writes all bytes.
  ///
  /// - Returns: nil, or the system's error number.
  @discardableResult
  func write(_ text: String) -> Int32? {
    var text = text
    return text.withUTF8 { writeAll($0, to: descriptor) }
  }

  @discardableResult
  func write(_ bytes: [UInt8]) -> Int32? {
    bytes.withUnsafeBufferPointer { writeAll($0, to: descriptor) }
  }
}

/// Writes all bytes to a descriptor.
///
/// - Returns: nil, or the system's error number.
func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32? {
  var offset = 0
  while offset < bytes.count {
    let written = write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    offset += written
  }
  return nil
}
