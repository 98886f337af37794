#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's clock of the day.
enum SystemClock {
  /// A moment: seconds since 1970-01-01T00:00Z and nanoseconds.
  static func now() -> (second: Int64, nanosecond: Int64) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return (Int64(time.tv_sec), Int64(time.tv_nsec))
  }
}
