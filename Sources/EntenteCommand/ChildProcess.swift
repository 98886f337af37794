import EntenteDiagram

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of the system run to its end without a shell: each argument reaches it as it is, whatever it holds.
struct ChildProcess {
  struct Result {
    /// The exit status; 128 and more where a signal ended it.
    var status: Int32
    var output: ContiguousArray<UInt8>
    /// The beginning of what it said on its error stream.
    var errors: String
  }

  typealias Failure = ProcessSpawn.Failure

  private static let errorLimit = 1 << 14

  let program: String
  let arguments: [String]
  /// Set for the program over those of this process.
  var variables: [String: String] = [:]

  /// Runs the program, found on PATH, with an empty input.
  func run() throws(Failure) -> Result {
    var (output, errors) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
    defer { for descriptor in output + errors where descriptor >= 0 { close(descriptor) } }
    guard pipe(&output) == 0, pipe(&errors) == 0 else { throw Failure(number: errno) }
    for descriptor in output + errors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let spawn = ProcessSpawn(program, isSearched: true, arguments: arguments, environment: environment)
    let process = try spawn.start(input: nil, output: output[1], errors: errors[1])
    for end in [output[1], errors[1]] { close(end) }
    (output[1], errors[1]) = (-1, -1)

    var result = Result(status: 0, output: [], errors: "")
    var said: ContiguousArray<UInt8> = []
    var waits = [
      pollfd(fd: output[0], events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors[0], events: Int16(POLLIN), revents: 0),
    ]
    // Both together, so that no full pipe stops it.
    while waits.contains(where: { $0.fd >= 0 }) {
      if poll(&waits, nfds_t(waits.count), -1) < 0, errno != EINTR { break }
      if waits[0].revents != 0, !Self.receive(output[0], into: &result.output, limit: .max) { waits[0].fd = -1 }
      if waits[1].revents != 0, !Self.receive(errors[0], into: &said, limit: Self.errorLimit) { waits[1].fd = -1 }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    result.status = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    result.errors = String(decoding: said, as: UTF8.self)
    return result
  }

  private var environment: [String] {
    var kept: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !variables.keys.contains(where: { text.hasPrefix($0 + "=") }) { kept.append(text) }
      next += 1
    }
    return kept + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Whether more may come. What goes beyond the limit is read and forgotten.
  private static func receive(_ descriptor: Int32, into bytes: inout ContiguousArray<UInt8>, limit: Int) -> Bool {
    var buffer = ContiguousArray<UInt8>(repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    bytes.append(contentsOf: buffer[..<min(count, max(0, limit - bytes.count))])
    return count > 0
  }
}
