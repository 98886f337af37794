#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Starts the renderer in a process group of its own, with few variables and no signal blocked or ignored.
struct RendererSpawn {
  let path: String
  var arguments: [String] = []

  /// The variables a renderer needs: to find fonts, libraries and a home. Everything else stays out, above all what
  /// makes Graphviz load other plugins or files.
  static let inheritedVariables = [
    "HOME", "PATH", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_DATA_DIRS", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
  ]

  /// The number of the process.
  func start(_ channels: RendererChannels) throws(RenderError) -> pid_t {
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
    posix_spawn_file_actions_adddup2(&actions, channels.theirInput, 0)
    posix_spawn_file_actions_adddup2(&actions, channels.theirOutput, 1)
    posix_spawn_file_actions_adddup2(&actions, channels.theirNoise, 2)

    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGXCPU, SIGCHLD] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var process = pid_t()
    let result = Self.withCStrings([path] + arguments) { arguments in
      Self.withCStrings(Self.environment()) { environment in
        posix_spawn(&process, path, &actions, &attributes, arguments, environment)
      }
    }
    guard result == 0 else {
      throw .rendererUnusable(path: path, reason: String(cString: strerror(result)).lowercased())
    }
    return process
  }

  private static func environment() -> [String] {
    // A crash of the renderer is an answer; pages of addresses on its error stream are not.
    inheritedVariables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
      + ["SWIFT_BACKTRACE=enable=no"]
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
