import EntenteDrawing

/// What the renderer says about itself: which Graphviz, layouts, formats and fonts it has.
///
///     let inspection = try RendererInspection.run()
///     inspection.graphviz              // "2.43.0"
///     inspection.fonts["Korean"]       // true
public struct RendererInspection: Sendable {
  public let location: RendererLocation.Found
  /// The version of the library that runs, not of the one that it was built with.
  public let graphviz: String
  /// Whether there is a plugin for each, in the order of the renderer's list.
  public let layouts: [(name: String, isThere: Bool)]
  public let formats: [(name: String, isThere: Bool)]
  /// Whether some font has the characters of a script; nil where the fonts cannot be asked.
  public let fonts: [(script: String, isThere: Bool?)]

  /// Finds the renderer and asks it.
  ///
  /// - Throws: that there is none; that it cannot be started, in the words of the system's loader where a library is
  ///   missing; that it is from other sources than this program.
  public static func run(time: Duration = .seconds(10)) throws(RenderError) -> RendererInspection {
    let location = try RendererLocation.locate()
    let process = RendererProcess(
      path: location.path, time: time, cancellation: RenderCancellation(), arguments: ["--check"])
    let result = try process.run([])
    let facts = String(decoding: result.output, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (name: parts[0], value: parts[1]) : nil
    }
    guard let version = facts.first(where: { $0.name == "graphviz" })?.value else {
      throw .rendererUnusable(path: location.path, reason: reason(result))
    }
    guard facts.contains(where: { $0.name == "wire format" && $0.value == "\(WireFormat.version)" }) else {
      throw .rendererUnusable(path: location.path, reason: "it is from other sources than this program")
    }
    func named(_ kind: String) -> [(String, String)] {
      facts.filter { $0.name.hasPrefix(kind) }.map { (String($0.name.dropFirst(kind.count)), $0.value) }
    }
    return RendererInspection(
      location: location, graphviz: version, layouts: named("layout ").map { ($0, $1 == "yes") },
      formats: named("format ").map { ($0, $1 == "yes") },
      fonts: named("font for ").map { ($0, $1 == "unknown" ? nil : $1 == "yes") })
  }

  private static func reason(_ result: RendererProcess.Result) -> String {
    let noise = String(decoding: result.noise, as: UTF8.self).split(separator: "\n").first
    let said = noise.map { ": \(EscapedText.cleaned(String($0.prefix(300))))" } ?? ""
    return switch result.ending {
    case .exited(let status): "it ended with \(status) and no answer\(said)"
    case .signalled(let signal): "it ended by signal \(signal)\(said)"
    case .timedOut, .cancelled: "it did not answer in time"
    }
  }
}
