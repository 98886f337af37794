import EntenteSyntax

/// Bytes drawn from a monitor's budget and given back when nobody holds the reservation any more.
final class MemoryReservation: Sendable {
  private let monitor: QueryMonitor
  private let bytes: Int

  /// - Throws: an error of kind `limitReached` if the budget has not as much left.
  init(bytes: Int, of monitor: QueryMonitor) throws(QueryError) {
    try monitor.reserve(bytes: bytes)
    self.monitor = monitor
    self.bytes = bytes
  }

  deinit { monitor.release(bytes: bytes) }

  /// Says that the bytes are held up to here.
  func release() { withExtendedLifetime(self) {} }
}

extension QueryMonitor {
  /// A monitor without limits.
  public static var unlimited: QueryMonitor { QueryMonitor(limits: QueryLimits(memory: nil)) }
}
