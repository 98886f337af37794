#if canImport(Glibc)
  package import Glibc
#elseif canImport(Darwin)
  package import Darwin
#endif

/// Starts a program of the system without a shell: each argument reaches it as it is, whatever it holds.
package struct ProcessSpawn {
  /// Why the program does not run: it is not there, or the system refuses.
  package struct Failure: Error {
    package let number: Int32
    package var isMissing: Bool { number == ENOENT }
    package var words: String { String(cString: strerror(number)).lowercased() }

    package init(number: Int32) { self.number = number }
  }

  /// A path or, where `isSearched`, a name that is looked for on PATH.
  private let program: String
  private let isSearched: Bool
  private let arguments: [String]
  /// `NAME=value`, all of them.
  private let environment: [String]
  /// Signals that the program treats as if nobody had ignored or caught them.
  package var resetSignals: [Int32] = []
  /// Whether it is in a process group of its own, so that what it starts can be ended with it.
  package var hasOwnGroup = false

  package init(_ program: String, isSearched: Bool = false, arguments: [String], environment: [String]) {
    self.program = program
    self.isSearched = isSearched
    self.arguments = arguments
    self.environment = environment
  }

  /// Starts the program, with no signal blocked: this process blocks those that it waits for.
  ///
  /// - Parameters:
  ///   - input: a descriptor; without one the program's input is empty.
  /// - Returns: the number of the process.
  package func start(input: Int32?, output: Int32, errors: Int32) throws(Failure) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #elseif canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)

    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in resetSignals { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let group = hasOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(group | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var process = pid_t()
    let number = Self.withCStrings([program] + arguments) { arguments in
      Self.withCStrings(environment) { environment in
        isSearched
          ? posix_spawnp(&process, program, &actions, &attributes, arguments, environment)
          : posix_spawn(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard number == 0 else { throw Failure(number: number) }
    return process
  }

  /// The texts as a null-terminated array of C strings, for the time of a call.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
