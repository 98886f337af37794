/// A set of nodes: a contiguous range or a bitmap.
public struct NodeSet: Sendable {
  enum Members: Sendable {
    case range(Range<UInt32>)
    case bitmap(Bitmap)
  }

  let members: Members

  init(_ range: Range<UInt32>) { members = .range(range) }
  init(_ bitmap: Bitmap) { members = .bitmap(bitmap) }
  /// The empty set.
  init() { members = .range(0..<0) }

  /// - Complexity: O(1)
  public var count: Int {
    switch members {
    case .range(let range): range.count
    case .bitmap(let bitmap): bitmap.count
    }
  }

  /// The members as one range of ids, where they are one.
  public var range: Range<UInt32>? {
    if case .range(let range) = members { range } else { nil }
  }

  /// - Complexity: O(1)
  @inline(__always)
  public func contains(_ node: NodeID) -> Bool {
    switch members {
    case .range(let range): range.contains(node.rawValue)
    case .bitmap(let bitmap): bitmap.contains(node.rawValue)
    }
  }

  /// Appends up to `limit` members at or after `cursor` in ascending order and moves the cursor behind them.
  ///
  ///     var cursor: UInt32 = 0
  ///     while set.next(&cursor, limit: 2048, into: &ids) { …; ids.removeAll(keepingCapacity: true) }
  ///
  /// - Returns: whether anything was appended; false when there are no more.
  public func next(_ cursor: inout UInt32, limit: Int, into ids: inout ContiguousArray<UInt32>) -> Bool {
    guard limit > 0 else { return false }
    switch members {
    case .range(let range):
      let start = max(cursor, range.lowerBound)
      guard start < range.upperBound else { return false }
      let end = start + UInt32(min(limit, Int(range.upperBound - start)))
      ids.append(contentsOf: start..<end)
      cursor = end
      return true
    case .bitmap(let bitmap):
      return bitmap.next(&cursor, limit: limit, into: &ids)
    }
  }

  /// Calls a function with each member in ascending order.
  ///
  /// - Complexity: O(members), and O(nodes / 64) for a bitmap.
  public func forEach(_ body: (NodeID) -> Void) {
    switch members {
    case .range(let range): for id in range { body(NodeID(id)) }
    case .bitmap(let bitmap): bitmap.forEach { body(NodeID($0)) }
    }
  }
}
