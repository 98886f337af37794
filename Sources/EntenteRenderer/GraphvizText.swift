import CGraphviz
import EntenteDrawing

/// A graph read from a text in DOT, with what is not allowed taken out of it.
///
/// The library reads the text into its own graph; then every attribute of every object goes through
/// ``DOTAttributeRule`` and every label in HTML through ``HTMLLabelRule``, before any layout sees them.
struct GraphvizText: ~Copyable {
  let pointer: OpaquePointer
  /// The layout that the text asks for, where there is one of that name.
  private(set) var engine: Drawing.Engine?
  /// Whether there was more than one graph.
  let hasMore: Bool
  /// The names of attributes that were left out, each once, in the order in which they were met.
  private(set) var leftOut: [String] = []
  /// Texts that will be set in letters.
  private(set) var texts: [String] = []
  private var seen: Set<String> = []

  /// Nil where the text is no graph; messages say why.
  init?(_ text: String) {
    var more: Int32 = 0
    guard let pointer = cgv_graph_parse(text, &more) else { return nil }
    self.pointer = pointer
    hasMore = more != 0
  }

  deinit { cgv_graph_close(pointer) }

  var nodeCount: Int { Int(cgv_node_count(pointer)) }
  var edgeCount: Int { Int(cgv_edge_count(pointer)) }

  /// Takes out what is not allowed.
  ///
  /// - Returns: false where graphs stand in one another deeper than layouts can follow.
  /// - Complexity: O(objects · attributes)
  mutating func filter() -> Bool {
    if let layout = Self.value("layout", of: pointer) {
      engine = Drawing.Engine.allCases.first { $0.name == layout }
      if engine == nil { note("layout") }
      cgv_set_graph_text(pointer, "layout", "")
    }
    guard filterGraphs() else { return false }
    let nodeAttributes = Self.attributes(of: pointer, kind: 1)
    let edgeAttributes = Self.attributes(of: pointer, kind: 2)
    var node = cgv_node_next(pointer, nil)
    while let current = node {
      filter(UnsafeMutableRawPointer(current), nodeAttributes) {
        cgv_set_node_text(current, $0, $1)
      } html: {
        cgv_set_node_html(current, $0, $1)
      }
      var edge = cgv_edge_next(pointer, current, nil)
      while let line = edge {
        filter(UnsafeMutableRawPointer(line), edgeAttributes) {
          cgv_set_edge_text(line, $0, $1)
        } html: {
          cgv_set_edge_html(line, $0, $1)
        }
        edge = cgv_edge_next(pointer, current, line)
      }
      node = cgv_node_next(pointer, current)
    }
    return true
  }

  private static let depthLimit = 64

  /// The graph and all graphs in it, without recursion.
  private mutating func filterGraphs() -> Bool {
    var open: [(graph: OpaquePointer, depth: Int)] = [(pointer, 0)]
    while let (graph, depth) = open.popLast() {
      guard depth <= Self.depthLimit else { return false }
      for kind in [1, 2] as [Int32] {
        for attribute in Self.attributes(of: graph, kind: kind) {
          filterDefault(attribute, of: graph, kind: kind)
        }
      }
      filter(UnsafeMutableRawPointer(graph), Self.attributes(of: graph, kind: 0)) {
        cgv_set_graph_text(graph, $0, $1)
      } html: {
        cgv_set_graph_html(graph, $0, $1)
      }
      var inside = cgv_subgraph_next(graph, nil)
      while let next = inside {
        open.append((next, depth + 1))
        inside = cgv_subgraph_next(graph, next)
      }
    }
    return true
  }

  // MARK: Attributes

  private static func attributes(of graph: OpaquePointer, kind: Int32) -> [OpaquePointer] {
    var attributes: [OpaquePointer] = []
    var attribute = cgv_attribute_next(graph, kind, nil)
    while let next = attribute {
      attributes.append(next)
      attribute = cgv_attribute_next(graph, kind, next)
    }
    return attributes
  }

  private static func value(_ name: String, of graph: OpaquePointer) -> String? {
    for attribute in attributes(of: graph, kind: 0) where String(cString: cgv_attribute_name(attribute)) == name {
      return cgv_attribute_value(UnsafeMutableRawPointer(graph), attribute).map { String(cString: $0) }
    }
    return nil
  }

  /// What objects have that say nothing; it stands in the text that is written.
  private mutating func filterDefault(_ attribute: OpaquePointer, of graph: OpaquePointer, kind: Int32) {
    guard let value = cgv_attribute_default(attribute), value.pointee != 0 else { return }
    let name = String(cString: cgv_attribute_name(attribute))
    if cgv_value_is_html(value) != 0 {
      // Of labels that all objects share nothing is known; each keeps its own.
      cgv_default_text(graph, kind, name, "")
      return
    }
    switch DOTAttributeRule.verdict(name, String(cString: value)) {
    case .keep: break
    case .replace(let text): cgv_default_text(graph, kind, name, text)
    case .leaveOut:
      note(name)
      cgv_default_text(graph, kind, name, "")
    }
  }

  private mutating func filter(
    _ object: UnsafeMutableRawPointer, _ attributes: [OpaquePointer], set: (String, String) -> Int32,
    html setHTML: (String, String) -> Int32
  ) {
    for attribute in attributes {
      guard let value = cgv_attribute_value(object, attribute), value.pointee != 0 else { continue }
      let name = String(cString: cgv_attribute_name(attribute))
      let text = String(cString: value)
      let isLabel = name == "label" || name == "xlabel" || name == "headlabel" || name == "taillabel"
      if cgv_value_is_html(value) != 0 {
        guard isLabel, let (html, isWhole) = HTMLLabelRule.filtered(text) else {
          note(isLabel ? "\(name) in HTML" : name)
          _ = set(name, "")
          continue
        }
        if !isWhole { note("parts of \(name) in HTML") }
        texts.append(html)
        _ = setHTML(name, html)
        continue
      }
      if isLabel { texts.append(text) }
      switch DOTAttributeRule.verdict(name, text) {
      case .keep: break
      case .replace(let written): _ = set(name, written)
      case .leaveOut:
        // The layout of the whole has been read before; places are those of an earlier drawing.
        if !Self.unsaid.contains(name) { note(name) }
        _ = set(name, "")
      }
    }
  }

  private static let unsaid: Set<String> = [
    "layout", "bb", "lp", "xlp", "head_lp", "tail_lp", "lheight", "lwidth", "rects", "vertices",
  ]

  private mutating func note(_ name: String) {
    let name = String(name.prefix(40))
    if seen.count < 50, seen.insert(name).inserted { leftOut.append(name) }
  }
}
