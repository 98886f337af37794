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
    var spawn = ProcessSpawn(path, arguments: arguments, environment: Self.environment())
    spawn.resetSignals = [SIGPIPE, SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGXCPU, SIGCHLD]
    spawn.hasOwnGroup = true
    do throws(ProcessSpawn.Failure) {
      return try spawn.start(input: channels.theirInput, output: channels.theirOutput, errors: channels.theirNoise)
    } catch {
      throw .rendererUnusable(path: path, reason: error.words)
    }
  }

  private static func environment() -> [String] {
    // A crash of the renderer is an answer; pages of addresses on its error stream are not.
    inheritedVariables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
      + ["SWIFT_BACKTRACE=enable=no"]
  }
}
