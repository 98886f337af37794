import EntenteDrawing
import EntenteSyntax

/// Hands a drawing to a renderer process and makes sense of how that ended.
struct RendererRun {
  struct Reply {
    var bytes: [UInt8]
    var size: Picture.Size
    var diagnostics: [Diagnostic]
    /// Where each node stands.
    var places: [PlanePoint]
  }

  let path: String
  let engine: Diagram.Engine
  let limits: RenderLimits
  let cancellation: RenderCancellation

  func reply(to drawing: Drawing) throws(RenderError) -> Reply { try reply(to: drawing.encoded) }

  /// - Parameter message: a drawing or a text, encoded.
  func reply(to message: [UInt8]) throws(RenderError) -> Reply {
    let result = try run(message)
    let noise = String(decoding: result.noise, as: UTF8.self)
    switch result.ending {
    case .cancelled: throw .cancelled
    case .timedOut: throw .timeout(limits.time, engine: engine)
    case .signalled(let signal): throw failure(signal: signal, noise: noise)
    case .exited: break
    }
    let reply: RenderReply
    do throws(WireError) {
      reply = try RenderReply(decoding: result.output)
    } catch {
      throw unreadable(error, ending: result.ending, noise: noise)
    }
    switch reply.outcome {
    case .picture(let bytes, let width, let height):
      return Reply(
        bytes: bytes, size: Picture.Size(width: width, height: height),
        diagnostics: RenderWarnings.diagnostics(of: reply.remarks, noise: noise), places: reply.places)
    case .failure(let failure, let words): throw self.failure(failure, words)
    }
  }

  private func run(_ message: [UInt8]) throws(RenderError) -> RendererProcess.Result {
    guard ProcessGate.shared.enter(cancellation) else { throw .cancelled }
    defer { ProcessGate.shared.leave() }
    return try RendererProcess(path: path, time: limits.time, cancellation: cancellation).run(message)
  }

  /// The limit on processor time is a little above that on time, and kills with SIGXCPU or SIGKILL.
  private func failure(signal: Int32, noise: String) -> RenderError {
    switch signal {
    case SignalNumber.cpuTime, SignalNumber.kill: .timeout(limits.time, engine: engine)
    default:
      saysOutOfMemory(noise) ? .outOfMemory(limit: limits.memory) : .crashed(signal: signal, engine: engine)
    }
  }

  private func unreadable(_ error: WireError, ending: RendererProcess.Ending, noise: String) -> RenderError {
    if saysOutOfMemory(noise) { return .outOfMemory(limit: limits.memory) }
    if case .exited(let status) = ending, error == .noMark {
      let said = noise.split(separator: "\n").first.map { ": \($0.prefix(200))" } ?? ""
      return .rendererUnusable(path: path, reason: "it ended with \(status) and no answer\(said)")
    }
    return .rendererUnusable(path: path, reason: "its answer cannot be read, \(error)")
  }

  private func failure(_ failure: RenderReply.Failure, _ words: String) -> RenderError {
    switch failure {
    case .badDrawing: .rendererUnusable(path: path, reason: "it does not understand the drawing, \(words)")
    case .pluginsMissing: .pluginsMissing(reason: words)
    case .tooManyPixels: .tooManyPixels(Int(words) ?? 0, limit: limits.pixels)
    case .outOfMemory: .outOfMemory(limit: limits.memory)
    case .badText: .badText(reason: words, line: Self.line(in: words))
    case .tooManyElements:
      words.split(separator: " ").map { Int($0) ?? 0 }.counts.map {
        .tooLarge(nodes: $0.nodes, edges: $0.edges, limits: limits)
      } ?? .renderingFailed(reason: words)
    case .layoutFailed, .renderingFailed: .renderingFailed(reason: words)
    }
  }

  /// The parser says `syntax error in line 3 near '->'`.
  private static func line(in words: String) -> Int? {
    words.firstRange(of: " line ").flatMap { Int(words[$0.upperBound...].prefix { $0.isNumber }) }
  }

  /// Graphviz and its libraries say so on the error stream and end, each in its own way.
  private func saysOutOfMemory(_ noise: String) -> Bool {
    let noise = noise.lowercased()
    return ["out of memory", "memory exhausted", "failed to allocate", "bad_alloc", "memory allocation"]
      .contains { noise.contains($0) }
  }
}

extension [Int] {
  fileprivate var counts: (nodes: Int, edges: Int)? { count == 2 ? (self[0], self[1]) : nil }
}
