/// What a page says about the elements of a picture: names, properties, sources, dates.
///
/// Made from the graph with the diagram, since the diagram itself holds what is drawn only. See ``HTMLPage``.
struct PageData: Sendable, Hashable {
  /// A node or a relationship.
  struct Element: Sendable, Hashable {
    /// The relationship's type; empty of a node.
    var type = ""
    /// The type in words.
    var what = ""
    /// What a node is called in all languages, the name that is shown first.
    var names: [String] = []
    var isDirected = false
    var properties: [Property] = []
    var evidence = Evidence()
    /// What is to be known of it before it is believed, in words.
    var standing: [String] = []
    /// Places in ``PageData/footnotes``.
    var notes: [Int] = []
    /// The first day on which it holds, and the first on which it does not any more; days since 1970.
    var since, until: Int64?
    /// The same as written.
    var when: String?
  }

  /// A key and its values in words.
  struct Property: Sendable, Hashable {
    var key: String
    var values: [String]
  }

  /// What an element rests on.
  struct Evidence: Sendable, Hashable {
    /// Places in ``PageData/sources``.
    var sources: [Int] = []
    /// Where in them it is said.
    var places: [String] = []
    var claims: [String] = []
    /// Who says it.
    var by: [String] = []
    /// In the words of the source, and what evidence says in its own.
    var quotes: [String] = []
  }

  struct Source: Sendable, Hashable {
    var name: String
    var link: String?
    var details: [Property]
  }

  /// A step of the slider: a year or a month, from its first to its last day.
  struct Moment: Sendable, Hashable {
    var label: String
    var start, end: Int64
  }

  /// Beside the nodes and edges of the diagram.
  var nodes: [Element] = []
  var edges: [Element] = []
  var sources: [Source] = []
  /// In words, in the order of their numbers; empty where the picture has none.
  var footnotes: [String] = []
  var moments: [Moment] = []
  /// Views of the picture, one after another.
  var steps: [Diagram.View] = []
}

extension PageData {
  /// What a diagram without a graph behind it says: labels, and the lines that are shown where the pointer rests.
  init(_ diagram: Diagram) {
    func properties(_ tooltip: String?) -> [Property] {
      let lines = tooltip?.split(separator: "\n").map(String.init) ?? []
      return lines.isEmpty ? [] : [Property(key: "", values: lines)]
    }
    nodes = diagram.nodes.map { Element(names: [$0.label], properties: properties($0.tooltip)) }
    edges = diagram.edges.map { edge in
      let words = edge.label.map { $0.split(separator: "\n").joined(separator: " ") } ?? edge.kind.name
      return Element(
        type: edge.kind.name, what: words, isDirected: edge.kind.arrow == .filled || edge.kind.arrow == .open,
        properties: properties(edge.tooltip))
    }
  }
}
