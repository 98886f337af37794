/// What the rows of a table rest on: the sources of their lineage, numbered in the order in which they are met.
///
///     var options = QueryOptions()
///     options.tracksLineage = true
///     let table = try graph.query(source, parameters: [:], options: options)
///     let footnotes = Footnotes(of: table, language: "ko")
///     footnotes.rows[0]             // the notes of the first row: [0, 2]
///     footnotes.notes[0].sources    // ["article"]
///
/// A note is what one element says of its origin: sources, place, claim, who says it, and its words; elements that
/// say the same share a note. An Evidence node about an element gives a note of its own. Of what has no source that is
/// said too: of relationships only, since a node is a name and no claim.
public struct Footnotes: Sendable {
  /// Where something is said.
  public struct Note: Sendable, Hashable {
    /// The ids of the sources; empty where none is given.
    public var sources: [Text] = []
    /// Their names in the language.
    public var names: [String] = []
    /// `where`: places in the sources, as written.
    public var places: [String] = []
    /// `claim`, as written.
    public var claims: [String] = []
    /// `by`, as a name in the language where it is an id: who says it, if not the source itself.
    public var speakers: [String] = []
    /// `quote@LANG`, else `quote`: the words.
    public var quotes: [String] = []
    /// Whether it disputes what the row says.
    public var disputes = false
  }

  public let notes: [Note]
  /// Of each row, the places of its notes in ``notes``, ascending.
  public private(set) var rows: [[Int]] = []
  public let language: String

  /// The footnotes of a table; without rows where the table has no lineage.
  public init(of table: Table, language: String = "en") {
    self.init(of: table.lineage ?? [], in: table.graph, language: language)
  }

  /// The footnotes of elements, in groups that each get their numbers.
  ///
  /// - Complexity: O(elements), and O(Source and Evidence nodes).
  public init(of groups: [[Value]], in graph: Graph, language: String) {
    let reader = OriginReader(graph, language: language)
    var numbers: [Note: Int] = [:]
    var notes: [Note] = []
    var cache: [EquivalenceKey: [Int]] = [:]
    var rows: [[Int]] = []
    for group in groups {
      var row: Set<Int> = []
      for element in group {
        let key = EquivalenceKey(element)
        if let known = cache[key] {
          row.formUnion(known)
          continue
        }
        let places = reader.notes(of: element).map { note in
          if let number = numbers[note] { return number }
          numbers[note] = notes.count
          notes.append(note)
          return notes.count - 1
        }
        cache[key] = places
        row.formUnion(places)
      }
      rows.append(row.sorted())
    }
    self.notes = notes
    self.rows = rows
    self.language = language
  }
}

/// Reads where elements come from.
struct OriginReader {
  let graph: Graph
  let language: String
  private let index: SourceIndex

  init(_ graph: Graph, language: String) {
    self.graph = graph
    self.language = language
    index = SourceIndex(graph)
  }

  func notes(of element: Value) -> [Footnotes.Note] {
    switch element {
    case .node(let node):
      guard Int(node.rawValue) < graph.nodeCount else { return [] }
      return notes({ value($0, of: node) }, id: graph.fileID(of: node), isClaim: false)
    case .relationship(let relationship):
      guard Int(relationship.rawValue) < graph.relationshipCount else { return [] }
      return notes({ value($0, of: relationship) }, id: graph.fileID(of: relationship), isClaim: true)
    case .null, .boolean, .integer, .float, .string, .temporal, .list, .map, .path: return []
    }
  }

  private func notes(_ property: (String) -> Value, id: Text?, isClaim: Bool) -> [Footnotes.Note] {
    let own = note(property)
    var notes = own.sources.isEmpty ? [] : [own]
    for evidence in index.evidence(about: id) where evidence.property == nil || evidence.disputes {
      var note = note { value($0, of: evidence.node) }
      note.disputes = evidence.disputes
      if !note.sources.isEmpty { notes.append(note) }
    }
    return notes.isEmpty && isClaim ? [own] : notes
  }

  private func note(_ property: (String) -> Value) -> Footnotes.Note {
    var note = Footnotes.Note()
    note.sources = property("source").texts
    note.names = note.sources.map(name(ofID:))
    note.places = property("where").words
    note.claims = property("claim").words
    note.speakers = property("by").texts.map(name(ofID:))
    let quotes = property("quote@\(language)").words
    note.quotes = quotes.isEmpty ? property("quote").words : quotes
    return note
  }

  /// The name in the language, else the name, of the node with an id, else the id.
  func name(ofID id: Text) -> String {
    guard let node = graph.node(withFileID: id) else { return String(id) }
    return name(of: node)
  }

  func name(of node: NodeID) -> String {
    for key in ["name@\(language)", "name"] {
      if let name = value(key, of: node).texts.first { return String(name) }
    }
    return String(graph.elementID(of: node))
  }

  func value(_ key: String, of node: NodeID) -> Value {
    graph.catalog.key(Text(key)).map { graph.property($0, of: node) } ?? .null
  }

  func value(_ key: String, of relationship: RelationshipID) -> Value {
    graph.catalog.key(Text(key)).map { graph.property($0, of: relationship) } ?? .null
  }
}

extension Value {
  /// The value, or each of a list, as people read it.
  var words: [String] {
    switch self {
    case .null: []
    case .string(let text): [String(text)]
    case .temporal(let temporal): [temporal.description]
    case .list(let items): items.flatMap(\.words)
    case .boolean, .integer, .float, .map, .node, .relationship, .path: [literal]
    }
  }
}
