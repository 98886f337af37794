import EntenteSyntax

/// What a graph holds, counted: for people who meet it for the first time, and for programs that write queries.
///
///     let description = GraphDescription(graph, language: "ko")
///     description.title                     // AI 인프라 경쟁
///     description.patterns.first            // (:Company)-[:BASED_IN]->(:Country), 5
///     print(DescriptionText(description, language: "ko").text)
///
/// Labels, types and patterns stand in the order of their counts, the most frequent first; what the schema knows and
/// the graph does not use comes last, with 0.
public struct GraphDescription: Sendable, Hashable {
  /// A property key, how many of the elements have it, and the types of its values, most frequent first.
  public struct Key: Sendable, Hashable {
    public let name: String
    public let types: [String]
    public let elements: Int
  }

  public struct Label: Sendable, Hashable {
    public let name: String
    public let nodes: Int
    /// In the order of their names, `name` first.
    public let keys: [Key]
    /// Whether pictures leave such nodes out, unless they are asked for.
    public let isHidden: Bool
  }

  public struct RelationshipType: Sendable, Hashable {
    public let name: String
    /// 1 for partnership, -1 for rivalry, else 0.
    public let sign: Int
    public let isSymmetric: Bool
    public let relationships: Int
    public let keys: [Key]
  }

  /// How often a type leads from nodes of one label to nodes of another.
  ///
  /// Each relationship counts once: a node stands under its most telling label, the one that the fewest nodes have.
  public struct Pattern: Sendable, Hashable {
    /// Empty for a node without labels.
    public let start: String
    public let type: String
    public let end: String
    public let isUndirected: Bool
    public let relationships: Int

    /// `(:Company)-[:INVESTS_IN]->(:Project)`
    public var text: String {
      "\(Self.node(start))-[:\(type)]-\(isUndirected ? "" : ">")\(Self.node(end))"
    }

    private static func node(_ label: String) -> String { label.isEmpty ? "()" : "(:\(label))" }
  }

  /// A node `Source`, and how many elements name it as theirs.
  public struct Source: Sendable, Hashable {
    public let id: String
    /// In the language, else its `name`, else its id.
    public let name: String
    public let elements: Int
  }

  /// From the node `@graph`, in the language where there is a value in it.
  public var title: String?
  public var description: String?
  public var licence: String?
  /// Codes such as `ko`: those that `@graph` lists, else those of keys such as `name@ko`.
  public let languages: [String]
  public let nodes: Int
  public let relationships: Int
  public let labels: [Label]
  public let types: [RelationshipType]
  public let patterns: [Pattern]
  public let sources: [Source]

  /// - Parameter language: the language of title, description and names; `name` itself where there is nothing in it.
  /// - Complexity: O(labels and properties of all elements)
  public init(_ graph: Graph, language: String = "en") {
    let counts = GraphCounts(graph, language: language)
    title = counts.metadata("title")
    description = counts.metadata("description")
    licence = counts.metadata("licence") ?? counts.metadata("license")
    languages = counts.languages
    nodes = graph.nodeCount
    relationships = graph.relationshipCount
    labels = counts.labels
    types = counts.types
    patterns = counts.patterns
    sources = counts.sources
  }
}
