/// A style sheet as a tree: which elements of a graph are drawn how, with places, and all errors at once.
///
///     let sheet = StyleSheet(parsing: SourceText("node.Company { shape: box; fillcolor: #dce9f9 }", name: "a.style"))
///     sheet.rules[0].selectors[0].labels       // ["Company"]
///     sheet.rules[0].declarations[0].property  // .shape
///
/// The language is that of CSS with selectors for graphs; declarations have the names of Graphviz attributes where one
/// exists. Neo4j's graph style sheets (GraSS) read as a subset of it.
///
///     sheet        = { rule | "@media" name {"," name} "{" { rule } "}" }
///     rule         = selector {"," selector} "{" [declaration {";" declaration} [";"]] "}"
///                  | "@graph" "{" … "}"
///     selector     = ("node" | "relationship" | "cluster") { "." name | "#" id | "[" condition "]"
///                  | ":where(" Cypher expression over n or r ")" | ":partnership" | ":rivalry"
///                  | ":unsourced" | ":disputed" | ":conflicting" | ":ended" }
///     condition    = key [ ("=" | "!=" | "<" | "<=" | ">" | ">=" | "^=" | "$=" | "*=" | "~=") literal ]
///     declaration  = property ":" value
///     value        = word {word} | number [unit] | colour | text | scale(…) | categorize(…)
public struct StyleSheet: Sendable {
  public let source: SourceText
  public internal(set) var rules: [Rule] = []
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Reads a sheet; what is wrong with it is in ``diagnostics``, and what is right in ``rules``.
  ///
  /// - Complexity: O(*n*)
  public init(parsing source: SourceText) {
    self.source = source
    var parser = StyleSheetParser(source)
    parser.parse()
    rules = parser.rules
    diagnostics = parser.diagnostics
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Selectors and what holds for the elements that one of them selects.
  public struct Rule: Sendable, Hashable {
    public var selectors: [Selector]
    public var declarations: [Declaration]
    /// Where it holds; everywhere if empty.
    public var media: Set<Medium> = []
    public var range: SourceRange
  }

  public enum Medium: String, CaseIterable, Sendable { case screen, print, dark }

  /// What a rule speaks of.
  public enum Target: String, CaseIterable, Sendable { case node, relationship, cluster, graph }

  /// `node.Company[founded < 1990]:where(n.name STARTS WITH 'A')`
  public struct Selector: Sendable, Hashable {
    public var target: Target
    /// Labels, all of which a node has; of a relationship its type.
    public var labels: [Name] = []
    public var identifiers: [Name] = []
    public var conditions: [Condition] = []
    public var classes: Set<PseudoClass> = []
    /// The text and place of Cypher expressions, in which the element is `n` or `r`.
    public var expressions: [Name] = []
    public var range: SourceRange

    /// Of two rules for one property that with the more specific selector holds, then the later one, as in CSS:
    /// ids count before conditions, conditions before labels.
    public var specificity: Specificity {
      Specificity(
        identifiers: identifiers.count, conditions: conditions.count + classes.count + expressions.count,
        labels: labels.count)
    }

    /// Whether it asks for more than a label or type.
    public var isConditional: Bool { specificity.identifiers + specificity.conditions > classes.count }
  }

  /// What a schema says of a relationship's type, and how a claim stands.
  public enum PseudoClass: String, CaseIterable, Sendable {
    /// Symmetric, with the sign +1.
    case partnership
    /// Symmetric, with the sign -1.
    case rivalry
    /// No source says it, in a graph with sources.
    case unsourced
    /// Evidence disputes it.
    case disputed
    /// Evidence gives several values.
    case conflicting
    /// It had ended.
    case ended

    /// Those that say how a claim stands: the legend explains them apart from kinds.
    public static let standings: [PseudoClass] = [.unsourced, .disputed, .conflicting, .ended]

    /// What it can stand behind.
    var targets: Set<Target> {
      switch self {
      case .partnership, .rivalry, .unsourced: [.relationship]
      case .disputed, .conflicting, .ended: [.node, .relationship]
      }
    }
  }

  public struct Specificity: Sendable, Hashable, Comparable {
    public var identifiers: Int
    public var conditions: Int
    public var labels: Int

    public static func < (left: Self, right: Self) -> Bool {
      (left.identifiers, left.conditions, left.labels) < (right.identifiers, right.conditions, right.labels)
    }
  }

  /// `[amount@USD >= 1e9]`
  public struct Condition: Sendable, Hashable {
    public enum Operator: String, CaseIterable, Sendable {
      case equal = "="
      case notEqual = "!="
      case less = "<"
      case lessOrEqual = "<="
      case greater = ">"
      case greaterOrEqual = ">="
      case startsWith = "^="
      case endsWith = "$="
      case contains = "*="
      /// A list has the value as an item.
      case hasItem = "~="
    }

    public enum Literal: Sendable, Hashable {
      case text(String)
      case number(Double)
      case boolean(Bool)
    }

    public var key: Name
    /// Nil: the property is there.
    public var comparison: Comparison?

    public struct Comparison: Sendable, Hashable {
      public var symbol: Operator
      public var literal: Literal
    }
  }

  /// `penwidth: scale(log, amount@USD, 1, 6)`
  public struct Declaration: Sendable, Hashable {
    public var property: StyleProperty
    public var value: StyleValue
    public var range: SourceRange
  }
}
