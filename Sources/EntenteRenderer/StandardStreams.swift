#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The three streams of the process, without buffers in between.
enum StandardStreams {
  /// Everything up to the end of the input; what goes beyond the limit is left unread, so that the drawing turns out
  /// to be cut short.
  static func readInput(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = read(0, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// Keeps the output for the reply alone: what a library prints goes to the error stream from here on.
  static func takeOutput() -> Int32 {
    let output = dup(1)
    dup2(2, 1)
    return output < 0 ? 1 : output
  }

  /// Whether all was written.
  static func write(_ bytes: [UInt8], to output: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        #if canImport(Glibc)
          let count = Glibc.write(output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #elseif canImport(Darwin)
          let count = Darwin.write(output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  static func complain(_ text: String) { _ = write(Array((text + "\n").utf8), to: 2) }
}
