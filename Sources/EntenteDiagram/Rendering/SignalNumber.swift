#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals that mean a limit.
enum SignalNumber {
  static let cpuTime: Int32 = SIGXCPU
  static let kill: Int32 = SIGKILL
}
