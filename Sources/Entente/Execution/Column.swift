/// The values of one variable over a batch of rows.
public enum Column: Sendable {
  /// The raw value that stands for null among element ids.
  public static let nullID = UInt32.max

  /// Node ids; ``nullID`` is null.
  case nodes(ContiguousArray<UInt32>)
  /// Relationship ids; ``nullID`` is null.
  case relationships(ContiguousArray<UInt32>)
  case integers(ContiguousArray<Int64>)
  case floats(ContiguousArray<Double>)
  /// 0 false, 1 true, 2 null.
  case booleans(ContiguousArray<UInt8>)
  /// Anything.
  case values(ContiguousArray<Value>)
  /// The same value in each row.
  case constant(Value, count: Int)

  public var count: Int {
    switch self {
    case .nodes(let ids), .relationships(let ids): ids.count
    case .integers(let integers): integers.count
    case .floats(let floats): floats.count
    case .booleans(let booleans): booleans.count
    case .values(let values): values.count
    case .constant(_, let count): count
    }
  }

  public subscript(row: Int) -> Value {
    switch self {
    case .nodes(let ids): ids[row] == Self.nullID ? .null : .node(NodeID(ids[row]))
    case .relationships(let ids): ids[row] == Self.nullID ? .null : .relationship(RelationshipID(ids[row]))
    case .integers(let integers): .integer(integers[row])
    case .floats(let floats): .float(floats[row])
    case .booleans(let booleans): booleans[row] == 2 ? .null : .boolean(booleans[row] == 1)
    case .values(let values): values[row]
    case .constant(let value, _): value
    }
  }

  /// The rows at `rows`, in that order, each as often as it comes.
  public func gather(_ rows: ContiguousArray<Int32>) -> Column {
    func pick<Element>(_ elements: ContiguousArray<Element>) -> ContiguousArray<Element> {
      var picked: ContiguousArray<Element> = []
      picked.reserveCapacity(rows.count)
      for row in rows { picked.append(elements[Int(row)]) }
      return picked
    }
    return switch self {
    case .nodes(let ids): .nodes(pick(ids))
    case .relationships(let ids): .relationships(pick(ids))
    case .integers(let integers): .integers(pick(integers))
    case .floats(let floats): .floats(pick(floats))
    case .booleans(let booleans): .booleans(pick(booleans))
    case .values(let values): .values(pick(values))
    case .constant(let value, _): .constant(value, count: rows.count)
    }
  }
}
