#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The three lines between us and a renderer.
///
/// They are sockets, because writing to a pipe whose reader is gone raises SIGPIPE, and what that does is for the
/// program that uses this library to say. No descriptor is inherited by any other process started meanwhile.
struct RendererChannels {
  /// Our ends.
  private(set) var input: Int32 = -1
  private(set) var output: Int32 = -1
  private(set) var noise: Int32 = -1
  /// The renderer's ends.
  private(set) var theirInput: Int32 = -1
  private(set) var theirOutput: Int32 = -1
  private(set) var theirNoise: Int32 = -1

  init(path: String) throws(RenderError) {
    do throws(Failure) {
      (input, theirInput) = try Self.socket()
      (output, theirOutput) = try Self.socket()
      (noise, theirNoise) = try Self.socket()
    } catch {
      close()
      throw .rendererUnusable(path: path, reason: "no line to it can be opened (error \(error.number))")
    }
  }

  private struct Failure: Error { let number: Int32 }

  /// Sends some bytes without raising a signal; negative when that failed.
  func send(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.send(input, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    #elseif canImport(Darwin)
      Darwin.send(input, bytes.baseAddress, bytes.count, MSG_DONTWAIT)
    #endif
  }

  func finishInput() { shutdown(input, Int32(SHUT_WR)) }

  mutating func closeOthers() {
    for end in [theirInput, theirOutput, theirNoise] where end >= 0 { Self.closeDescriptor(end) }
    (theirInput, theirOutput, theirNoise) = (-1, -1, -1)
  }

  mutating func close() {
    closeOthers()
    for end in [input, output, noise] where end >= 0 { Self.closeDescriptor(end) }
    (input, output, noise) = (-1, -1, -1)
  }

  private static func closeDescriptor(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Darwin)
      _ = Darwin.close(descriptor)
    #endif
  }

  private static func socket() throws(Failure) -> (ours: Int32, theirs: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #elseif canImport(Darwin)
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure(number: errno) }
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return try (above(ends[0]), above(ends[1]))
  }

  /// The descriptor above the three standard ones, which the renderer's ends will be put onto, closed on exec.
  private static func above(_ descriptor: Int32) throws(Failure) -> Int32 {
    if descriptor > 2 {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
    let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    let number = errno
    closeDescriptor(descriptor)
    guard moved > 2 else { throw Failure(number: number) }
    return moved
  }
}
