extension GraphFile.Linter {
  /// What the rest of the file says about texts in question. Few files have such texts, so that it is read again for
  /// them rather than kept in mind for all.
  struct Context {
    /// Ids that have a node statement or end an edge, except where they stand in question themselves.
    private(set) var nodeIDs: Set<ContiguousArray<UInt8>> = []
    /// Lines of edges that have a label, by their nodes.
    private(set) var labelledEdges: [ContiguousArray<UInt8>: Int] = [:]

    init() {}

    init(of source: SourceText) {
      var parser = GraphFile.Parser(source, keepsTokens: false)
      while let statement = parser.next() {
        switch statement {
        case .node(let node):
          if node.innerDashes(in: source) == nil { nodeIDs.insert(node.id.utf8(in: source)) }
        case .edge(let edge):
          nodeIDs.insert(edge.source.utf8(in: source))
          if edge.colonInTarget(in: source) == nil { nodeIDs.insert(edge.target.utf8(in: source)) }
          if !edge.labels.isEmpty {
            labelledEdges[Self.ends(of: edge, in: source)] = source.lineIndex(of: edge.range.lower) + 1
          }
        case .malformed: break
        }
      }
    }

    /// A key for the two nodes of an edge.
    static func ends(of edge: GraphFile.Edge, in source: SourceText) -> ContiguousArray<UInt8> {
      edge.source.utf8(in: source) + [0] + edge.target.utf8(in: source)
    }
  }
}

extension GraphFile.Node {
  /// Where a bare id has two dashes with something on both sides, once: it may have been meant as an edge.
  func innerDashes(in source: SourceText) -> Int? {
    guard id.form == .bare else { return nil }
    var found: Int?
    for offset in id.range.lower + 1..<max(id.range.lower + 1, id.range.upper - 2)
    where source.utf8[offset] == 0x2D && source.utf8[offset + 1] == 0x2D {
      if found != nil { return nil }
      found = offset
    }
    return found
  }
}

extension GraphFile.Edge {
  /// Where a bare target of an edge without label has a colon: it may have been meant as a label.
  func colonInTarget(in source: SourceText) -> Int? {
    labels.isEmpty && target.form == .bare ? source.innerColon(in: target.range) : nil
  }
}

extension SourceText {
  func bytes(_ range: SourceRange) -> ContiguousArray<UInt8>.SubSequence { utf8[range.lower..<range.upper] }

  /// The first colon with something on both sides, unless it is that of a URL.
  func innerColon(in range: SourceRange) -> Int? {
    guard let colon = bytes(range).firstIndex(of: 0x3A), colon > range.lower, colon + 1 < range.upper,
      !isURL(range)
    else { return nil }
    return colon
  }

  /// Whether a text begins as a URL, URN or mail address does.
  func isURL(_ range: SourceRange) -> Bool {
    let bytes = bytes(range)
    guard let colon = bytes.firstIndex(of: 0x3A) else { return false }
    return bytes[(colon + 1)...].starts(with: [0x2F, 0x2F]) || bytes.starts(with: Array("urn:".utf8))
      || bytes.starts(with: Array("mailto:".utf8))
  }
}
