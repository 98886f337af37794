import Entente
import EntenteSyntax

/// Random damage to PG-JSON and PG-JSON lines.
enum JSONMutations {
  /// The graph that uses every part of the formats, in both.
  private static let seeds: [ContiguousArray<UInt8>] = {
    let texts = [GraphFileMutations.seedText, QueryScript.cityGraph]
    return texts.flatMap { text -> [ContiguousArray<UInt8>] in
      let document = GraphFormat.pg.read(SourceText(text, name: "seed.pg"), linting: false).document
      return [GraphFormat.pgJSON, .pgJSONL].compactMap { (try? $0.write(document)).map { ContiguousArray($0) } }
    }
  }()

  private static let pieces: [String] = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "false", "0", "-", "-0", "1e400", "1E5", "0.1", "01",
    "+1",
    "9223372036854775808", "\"a\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\u00e9\"", "\"id\"", "\"from\"", "\"to\"",
    "\"labels\"",
    "\"properties\"", "\"nodes\"", "\"edges\"", "\"type\"", "\"undirected\"", "\n", "\r\n", " ", "\t", "\u{FEFF}", "é",
    "한",
    "{\"id\":\"a\",\"labels\":[],\"properties\":{}}", "[[]]", "{\"k\":{}}", "NaN", "'", "/*", "//",
  ]

  static func mutated(using random: inout SplitMix64) -> ContiguousArray<UInt8> {
    if random.chance(2) {
      let open = random.pick(["[", "{\"nodes\":", "{\"k\":["])
      return ContiguousArray(String(repeating: open, count: random.pick([50, 1000, 100_000])).utf8)
    }
    var bytes = random.pick(seeds)
    for _ in 0..<(1 + random.next() % 5) {
      let at = Int(random.next() % UInt64(bytes.count + 1))
      let upper = min(bytes.count, at + Int(random.next() % 8))
      switch random.next() % 6 {
      case 0, 1: bytes.insert(contentsOf: Array(random.pick(pieces).utf8), at: at)
      case 2: bytes.removeSubrange(at..<upper)
      case 3: bytes.replaceSubrange(at..<upper, with: Array(random.pick(pieces).utf8))
      case 4: bytes.insert(contentsOf: Array(bytes[at..<upper]), at: Int(random.next() % UInt64(bytes.count + 1)))
      default: if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: random.next()) }
      }
    }
    return bytes
  }
}

extension GraphFileMutations {
  /// What does not hold of a file in a format: reading never traps, its graph keeps its invariants, and what is
  /// written back reads as the same graph, in every format.
  static func roundTripViolation(of bytes: ContiguousArray<UInt8>, _ format: GraphFormat) -> String? {
    let source = SourceText(utf8: bytes, name: "mutated")
    let reading = format.read(source)
    for diagnostic in reading.diagnostics {
      if let range = diagnostic.range, range.lower < 0 || range.lower > range.upper || range.upper > bytes.count {
        return "\(diagnostic) is out of place"
      }
      if DiagnosticRenderer().text(diagnostic, in: source).isEmpty { return "\(diagnostic) cannot be shown" }
    }
    guard !reading.hasErrors else { return nil }
    guard let graph = try? reading.document.graph() else { return "no graph can be made of the document" }
    if let fault = graph.checkInvariants().first { return fault }
    // PG-JSON sorts labels, which have no order.
    guard let expected = try? GraphFormat.pgJSON.write(reading.document) else { return nil }
    for other in GraphFormat.allCases {
      guard let written = try? other.write(reading.document) else { return "\(other) does not hold the graph" }
      let again = other.read(SourceText(utf8: ContiguousArray(written), name: "written"), linting: false)
      guard !again.hasErrors else { return "what \(other) writes cannot be read: \(again.diagnostics)" }
      guard let json = try? GraphFormat.pgJSON.write(again.document), json == expected else {
        return "\(other) does not give the graph back:\n\(String(decoding: written, as: UTF8.self))"
      }
    }
    return nil
  }
}
