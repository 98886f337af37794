import EntenteSyntax

/// A running operator: gives batches of rows until there are no more.
///
/// An operator is opened with the outer rows that its leaf `argument` gives, then drained; it may be opened again,
/// as the right side of `optional` and subqueries are, once for each outer batch or row. Calls happen once a batch.
protocol PhysicalOperator: AnyObject {
  /// The variables of the batches that come out.
  var layout: RowLayout { get }
  /// Starts over.
  func open(_ argument: RowBatch)
  /// The next rows, never none; nil at the end.
  func next() throws(QueryError) -> RowBatch?
}

extension PhysicalOperator {
  /// All rows.
  func drain() throws(QueryError) -> [RowBatch] {
    var batches: [RowBatch] = []
    while let batch = try next() { batches.append(batch) }
    return batches
  }
}

extension RowBatch {
  /// One row without variables.
  static let unit = RowBatch(layout: RowLayout([]), columns: [], count: 1)

  /// The batch with other columns behind its own.
  func appending(_ columns: [Column], layout: RowLayout) -> RowBatch {
    RowBatch(layout: layout, columns: self.columns + columns, count: count)
  }

  /// The rows from `range`.
  func slice(_ range: Range<Int>) -> RowBatch {
    range == 0..<count ? self : gather(ContiguousArray(range.map(Int32.init)))
  }
}

extension Column {
  /// The raw id of the node in a row; ``nullID`` for null and for anything that is no node.
  func nodeID(_ row: Int) -> UInt32 {
    switch self {
    case .nodes(let ids): ids[row]
    case .relationships, .integers, .floats, .booleans, .values, .constant:
      if case .node(let node) = self[row] { node.rawValue } else { Self.nullID }
    }
  }

  /// The raw id of the relationship in a row; ``nullID`` for null and for anything that is no relationship.
  func relationshipID(_ row: Int) -> UInt32 {
    switch self {
    case .relationships(let ids): ids[row]
    case .nodes, .integers, .floats, .booleans, .values, .constant:
      if case .relationship(let relationship) = self[row] { relationship.rawValue } else { Self.nullID }
    }
  }

  /// Whether a row holds the relationship, alone or in a list.
  func holds(relationship: UInt32, row: Int) -> Bool {
    if case .relationships(let ids) = self { return ids[row] == relationship }
    switch self[row] {
    case .relationship(let id): return id.rawValue == relationship
    case .list(let items):
      return items.contains { if case .relationship(RelationshipID(relationship)) = $0 { true } else { false } }
    case .null, .boolean, .integer, .float, .string, .temporal, .map, .node, .path: return false
    }
  }
}
