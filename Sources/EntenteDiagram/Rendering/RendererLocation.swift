#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds `entente-render`: where `ENTENTE_RENDERER` says, else beside the running executable, else on the path.
public enum RendererLocation {
  static let name = "entente-render"

  /// How a renderer was found.
  public enum Origin: Sendable, Hashable { case variable, besideExecutable, searchPath }

  public struct Found: Sendable, Hashable {
    public let path: String
    public let origin: Origin
  }

  /// The path of the renderer.
  ///
  /// - Throws: ``RenderError/rendererMissing(searched:)`` with the places looked at.
  public static func find() throws(RenderError) -> String { try locate().path }

  /// The path of the renderer, and how it was found.
  ///
  /// - Throws: ``RenderError/rendererMissing(searched:)`` with the places looked at.
  public static func locate() throws(RenderError) -> Found {
    try locate(named: variable("ENTENTE_RENDERER"), executable: executablePath(), searchPath: variable("PATH"))
  }

  static func locate(named: String?, executable: String?, searchPath: String?) throws(RenderError) -> Found {
    // A renderer that was asked for by name is not replaced by another one.
    if let named, !named.isEmpty {
      guard isExecutable(named) else {
        throw .rendererMissing(searched: ["\(named) (from ENTENTE_RENDERER)"])
      }
      return Found(path: named, origin: .variable)
    }
    let beside = executable.flatMap(folder).map { $0 + "/" + name }
    if let beside, isExecutable(beside) { return Found(path: beside, origin: .besideExecutable) }
    for folder in (searchPath ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(name)"
      if isExecutable(path) { return Found(path: path, origin: .searchPath) }
    }
    throw .rendererMissing(searched: (beside.map { [$0] } ?? []) + ["the folders of PATH"])
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func folder(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  private static func executablePath() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Glibc)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      guard count > 0 else { return nil }
    #elseif canImport(Darwin)
      var size = UInt32(buffer.count)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
    #endif
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
