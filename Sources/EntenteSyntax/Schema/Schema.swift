/// What a graph may and must hold, with all names resolved.
///
/// In comes a ``SchemaFile``, out come node and edge types with everything that they inherit. Afterwards every name
/// that a type uses is one that is declared, and a key is a list, or a date, everywhere or nowhere.
///
///     let schema = try Schema(SchemaFile(parsing: source))
///     schema.facts.sign(ofType: "RIVALS")     // -1
///
/// The words are those of PG-Schema (node and edge types, `&`, `ABSTRACT`, `OPEN`, `OPTIONAL`) and PG-Keys (`FOR …
/// COUNT … OF … WITHIN`, `IDENTIFIER`); enumerations, families of keys such as `name@*` and the options are ours.
public struct Schema: Sendable {
  /// What messages call it: its file.
  public let name: String
  /// Those that nodes may be of.
  public internal(set) var nodeTypes: [NodeType] = []
  public internal(set) var edgeTypes: [EdgeType] = []
  public internal(set) var constraints: [Constraint] = []
  /// What it decides for loading, questions, analysis and pictures.
  public internal(set) var facts = SchemaFacts()

  public enum Precision: String, Sendable, CaseIterable {
    case year = "YEAR"
    case month = "MONTH"
    case day = "DAY"
  }

  public enum Direction: Sendable { case outgoing, incoming, either }

  public indirect enum DataType: Sendable, Hashable {
    case string, integer, float, boolean
    /// At least this precise.
    case date(Precision)
    case enumeration([String])
    case list(DataType)
  }

  public struct Property: Sendable, Hashable {
    /// With `@*` at its end for a family.
    public let key: String
    public let isOptional: Bool
    public let type: DataType

    /// Whether a key is this one, or one of this family.
    public func matches(_ key: String) -> Bool {
      self.key.hasSuffix("@*")
        ? key.hasPrefix(self.key.dropLast()) && key.utf8.count >= self.key.utf8.count : key == self.key
    }
  }

  public struct NodeType: Sendable, Hashable {
    /// Its labels, inherited ones first.
    public let labels: [String]
    /// Those that its own declaration gives.
    public let ownLabels: [String]
    /// With inherited ones.
    public let properties: [Property]
    public let isOpen: Bool
    public let isDrawn: Bool
    public let isSourced: Bool
  }

  public struct EdgeType: Sendable, Hashable {
    public let label: String
    /// Sets of labels, of one of which a node must have all; none means any node.
    public let start: [[String]]
    public let end: [[String]]
    public let isSymmetric: Bool
    public let properties: [Property]
    public let isOpen: Bool
    public let isSourced: Bool
  }

  public struct Constraint: Sendable, Hashable {
    public enum Rule: Sendable, Hashable {
      case count(minimum: Int, maximum: Int?, type: String, direction: Direction, other: [[String]])
      /// No two nodes have the same values of these keys.
      case identifier([String])
    }

    /// Sets of labels: the nodes that it is for have all of one.
    public let nodes: [[String]]
    public let rule: Rule
  }

  /// Resolves a schema.
  ///
  /// - Throws: all errors of the file, those of its form included.
  public init(_ file: SchemaFile) throws(SchemaError) {
    name = file.source.name
    var resolver = SchemaResolver(file)
    resolver.resolve(into: &self)
    let diagnostics = Diagnostic.inOrder(file.diagnostics + resolver.diagnostics)
    guard diagnostics.isEmpty else { throw SchemaError(diagnostics: diagnostics) }
  }

  /// The edge types with a label.
  public func edgeTypes(_ label: String) -> [EdgeType] { edgeTypes.filter { $0.label == label } }
}

/// Why a schema cannot be used: everything that is wrong with it.
public struct SchemaError: Error, Sendable, Hashable {
  public let diagnostics: [Diagnostic]
}
