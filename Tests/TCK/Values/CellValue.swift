import Entente

/// A value as the TCK's tables write it: what a cell says and what an answer is turned into, to be compared.
///
/// Equality is strict: the integer 1 is not the float 1.0, NaN is NaN. Elements have no identity here, only labels
/// or a type, and properties.
indirect enum CellValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(CellFloat)
  case string(Text)
  case list([CellValue])
  case map([Text: CellValue])
  case node(CellNode)
  case relationship(CellRelationship)
  case path(CellNode, [CellHop])

  static func float(_ value: Double) -> CellValue { .float(CellFloat(value)) }
  static func string(_ value: String) -> CellValue { .string(Text(value)) }

  /// The same value with the elements of every list in it in one fixed order.
  var ignoringListOrder: CellValue {
    switch self {
    case .null, .boolean, .integer, .float, .string: self
    case .list(let elements):
      .list(elements.map(\.ignoringListOrder).sorted { Text($0.description) < Text($1.description) })
    case .map(let entries): .map(entries.mapValues(\.ignoringListOrder))
    case .node(let node): .node(node.ignoringListOrder)
    case .relationship(let relationship): .relationship(relationship.ignoringListOrder)
    case .path(let start, let hops):
      .path(
        start.ignoringListOrder,
        hops.map { hop in
          CellHop(
            relationship: hop.relationship.ignoringListOrder, isForward: hop.isForward,
            node: hop.node.ignoringListOrder)
        })
    }
  }
}

/// A float that equals itself: all NaN are one, and 0.0 is -0.0 as it is for `=`.
struct CellFloat: Hashable, Sendable {
  let value: Double

  init(_ value: Double) {
    self.value = value == 0 ? 0 : value
  }

  static func == (left: CellFloat, right: CellFloat) -> Bool {
    left.value == right.value || (left.value.isNaN && right.value.isNaN)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(value.isNaN ? .nan : value)
  }
}

struct CellNode: Hashable, Sendable {
  var labels: Set<Text> = []
  var properties: [Text: CellValue] = [:]

  var ignoringListOrder: CellNode {
    CellNode(labels: labels, properties: properties.mapValues(\.ignoringListOrder))
  }
}

struct CellRelationship: Hashable, Sendable {
  var type: Text
  var properties: [Text: CellValue] = [:]

  var ignoringListOrder: CellRelationship {
    CellRelationship(type: type, properties: properties.mapValues(\.ignoringListOrder))
  }
}

/// One step of a path: `-[:T]->(:B)` goes with the relationship, `<-[:T]-(:B)` against it.
struct CellHop: Hashable, Sendable {
  var relationship: CellRelationship
  var isForward: Bool
  var node: CellNode
}

extension CellValue: CustomStringConvertible {
  /// The value as the TCK writes it, labels and keys in byte order.
  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .float(let float):
      float.value.isNaN
        ? "NaN" : float.value.isInfinite ? (float.value < 0 ? "-Inf" : "Inf") : "\(float.value)"
    case .string(let text): "'\(String(text).replacing("'", with: "\\'"))'"
    case .list(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
    case .map(let entries): Self.text(of: entries)
    case .node(let node): node.description
    case .relationship(let relationship): relationship.description
    case .path(let start, let hops):
      "<\(start)\(hops.map { $0.isForward ? "-\($0.relationship)->\($0.node)" : "<-\($0.relationship)-\($0.node)" }.joined())>"
    }
  }

  fileprivate static func text(of entries: [Text: CellValue]) -> String {
    let sorted = entries.sorted { $0.key < $1.key }
    return "{\(sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
  }
}

extension CellNode: CustomStringConvertible {
  var description: String {
    let labels = labels.sorted().map { ":\($0)" }.joined()
    let properties = properties.isEmpty ? "" : CellValue.text(of: properties)
    return "(\(labels)\(labels.isEmpty || properties.isEmpty ? "" : " ")\(properties))"
  }
}

extension CellRelationship: CustomStringConvertible {
  var description: String { "[:\(type)\(properties.isEmpty ? "" : " " + CellValue.text(of: properties))]" }
}
