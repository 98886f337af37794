#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of the renderer: bytes in, bytes out, and how it ended. Blocks the thread that calls it.
///
/// The process leads a group of its own, and at the deadline the whole group is killed; it is always waited for, so
/// that none is left behind. Input, output and error stream are served together, so that no full pipe can stop both
/// sides.
struct RendererProcess {
  enum Ending: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    case cancelled
  }

  struct Result: Sendable {
    var ending: Ending
    var output: [UInt8]
    /// The beginning of what it wrote on its error stream.
    var noise: [UInt8]
  }

  static let outputLimit = 1 << 28
  private static let noiseLimit = 1 << 14

  let path: String
  let time: Duration
  let cancellation: RenderCancellation
  var arguments: [String] = []

  func run(_ input: [UInt8]) throws(RenderError) -> Result {
    var channels = try RendererChannels(path: path)
    defer { channels.close() }
    let process = try RendererSpawn(path: path, arguments: arguments).start(channels)
    cancellation.begin(process)
    channels.closeOthers()

    let deadline = ContinuousClock.now + time
    var transfer = Transfer(input: input, channels: channels)
    var isLate = false
    while !transfer.isDone, !isLate {
      isLate = !transfer.step(milliseconds: Self.milliseconds(until: deadline))
    }
    // Its output is closed: it is about to end, unless it hangs.
    var status = cancellation.reap(process, waiting: false)
    while status == nil, !isLate {
      usleep(500)
      isLate = ContinuousClock.now >= deadline
      status = cancellation.reap(process, waiting: false)
    }
    if status == nil {
      kill(-process, SIGKILL)
      status = cancellation.reap(process, waiting: true)
    }
    let ending: Ending =
      if cancellation.isCancelled { .cancelled } else if isLate { .timedOut } else {
        Self.ending(status ?? 0)
      }
    return Result(ending: ending, output: transfer.output, noise: transfer.noise)
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = ContinuousClock.now.duration(to: deadline).components
    guard left.seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(max(0, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000))
  }

  private static func ending(_ status: Int32) -> Ending {
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// What is still to be sent and what has come.
  private struct Transfer {
    var input: ArraySlice<UInt8>
    var output: [UInt8] = []
    var noise: [UInt8] = []
    var channels: RendererChannels
    private var isInputOpen = true
    private var isOutputOpen = true
    private var isNoiseOpen = true
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    init(input: [UInt8], channels: RendererChannels) {
      self.input = input[...]
      self.channels = channels
    }

    var isDone: Bool { !isOutputOpen && !isNoiseOpen }

    /// Sends and receives what can be; false when nothing happened in time.
    mutating func step(milliseconds: Int32) -> Bool {
      var waits = [
        pollfd(fd: isInputOpen ? channels.input : -1, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: isOutputOpen ? channels.output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isNoiseOpen ? channels.noise : -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waits, nfds_t(waits.count), milliseconds)
      if ready < 0 { return errno == EINTR || errno == EAGAIN }
      if ready == 0 { return false }
      if waits[0].revents != 0 { send() }
      if waits[1].revents != 0 {
        isOutputOpen = receive(channels.output, into: \.output, limit: RendererProcess.outputLimit)
      }
      if waits[2].revents != 0 {
        isNoiseOpen = receive(channels.noise, into: \.noise, limit: RendererProcess.noiseLimit)
      }
      return true
    }

    private mutating func send() {
      let count = input.withUnsafeBytes { channels.send($0) }
      if count > 0 { input = input.dropFirst(count) }
      // A renderer that ended early has said why, or will be found to have crashed.
      if input.isEmpty || (count < 0 && errno != EINTR && errno != EAGAIN) {
        isInputOpen = false
        channels.finishInput()
      }
    }

    /// Whether more may come. What goes beyond the limit is read and forgotten.
    private mutating func receive(
      _ descriptor: Int32, into bytes: WritableKeyPath<Transfer, [UInt8]>, limit: Int
    ) -> Bool {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 { return errno == EINTR || errno == EAGAIN }
      if count == 0 { return false }
      let room = max(0, limit - self[keyPath: bytes].count)
      self[keyPath: bytes].append(contentsOf: chunk[..<min(count, room)])
      return true
    }
  }
}
