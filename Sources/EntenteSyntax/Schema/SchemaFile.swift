/// A `.pgs` file as a tree: what is declared, with places, and all errors at once.
///
/// In comes a ``SourceText``, out come the declarations in their order. Names are not resolved yet: ``Schema`` does
/// that.
///
///     let file = SchemaFile(parsing: SourceText("CREATE NODE TYPE (: Person {name STRING})", name: "city.pgs"))
///     file.nodes.count     // 1
///
/// Source: Angles et al., "PG-Schema: Schemas for Property Graphs", SIGMOD 2023; ``Schema`` says what was added.
public struct SchemaFile: Sendable {
  public let source: SourceText
  public internal(set) var nodes: [Node] = []
  public internal(set) var edges: [Edge] = []
  public internal(set) var enumerations: [Enumeration] = []
  public internal(set) var constraints: [Constraint] = []
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Reads a file; what is wrong with it is in ``diagnostics``.
  ///
  /// - Complexity: O(*n*)
  public init(parsing source: SourceText) {
    self.source = source
    var parser = SchemaParser(source)
    parser.parse()
    nodes = parser.nodes
    edges = parser.edges
    enumerations = parser.enumerations
    constraints = parser.constraints
    diagnostics = parser.diagnostics
  }

  /// `(companyType: actorType & Company {name STRING, …})`, without its brackets.
  public struct Element: Sendable, Hashable {
    /// Nil for a type that no other refers to.
    public var name: Name?
    /// Types that it goes on from, and labels.
    public var parts: [Name] = []
    public var properties: [Property] = []
    /// Whether other properties than those listed are fine.
    public var isOpen = false
    /// Whether it only serves other types.
    public var isAbstract = false
    public var options: [Option] = []
    public var range: SourceRange
  }

  public struct Node: Sendable, Hashable {
    public var element: Element
  }

  public struct Edge: Sendable, Hashable {
    public var element: Element
    /// Types and labels, of which one must fit; none means any node.
    public var start: [Name]
    public var end: [Name]
    /// `->`, else `-`.
    public var isDirected: Bool
    public var arrow: SourceRange
  }

  /// `OPTIONAL name@* STRING`
  public struct Property: Sendable, Hashable {
    /// With `@*` at its end for a family.
    public var key: Name
    public var isOptional: Bool
    public var type: DataType
    public var range: SourceRange
  }

  public indirect enum DataType: Sendable, Hashable {
    case string, integer, float, boolean
    /// At least this precise.
    case date(Schema.Precision)
    case enumeration([String])
    case list(DataType)
    /// An enumeration by its name.
    case named(Name)
  }

  public struct Option: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
      case integer(Int64)
      case boolean(Bool)
    }

    public var key: Name
    public var value: Value
    public var range: SourceRange
  }

  /// `CREATE ENUM TYPE COUNTRY ('CN', 'US')`
  public struct Enumeration: Sendable, Hashable {
    public var name: Name
    public var values: [String]
  }

  /// `FOR (x: Company) …`
  public struct Constraint: Sendable, Hashable {
    public enum Rule: Sendable, Hashable {
      /// `COUNT 0..1 OF e WITHIN (x)-[e:TYPE]->()`
      case count(minimum: Int, maximum: Int?, type: Name, direction: Schema.Direction, other: [Name])
      /// `IDENTIFIER x.name`
      case identifier([Name])
    }

    public var names: [Name]
    public var rule: Rule
    public var range: SourceRange
  }
}
