#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The documented exit codes.
enum ExitStatus: Int32 {
  case success = 0
  /// A check found something.
  case findings = 1
  case usage = 2
  /// A graph file or a query that cannot be read or answered.
  case badInput = 3
  /// A limit of time, memory or rows.
  case limitReached = 4
  case inputOutput = 5
  case renderer = 6
  /// A query that writes, where writing was not asked for.
  case writeRefused = 7
  case interrupted = 130
}

func exitProcess(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}
