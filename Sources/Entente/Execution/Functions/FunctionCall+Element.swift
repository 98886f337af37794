import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of nodes, relationships and paths.
extension FunctionCall {
  func element() throws(QueryError) -> Value {
    let graph = context.graph
    let value = arguments[0]
    switch function {
    case .keys, .properties, .labels: try context.requireLive(value, at: place)
    default: break
    }
    switch (function, value) {
    case (.keys, _):
      guard let properties = context.properties(of: value) else {
        throw wrongArgument("a node, a relationship or a map", value)
      }
      return .list(ContiguousArray(properties.entries.map { .string($0.key) }))
    case (.properties, _):
      guard let properties = context.properties(of: value) else {
        throw wrongArgument("a node, a relationship or a map", value)
      }
      return .map(properties)
    case (.labels, .node(let node)):
      return .list(ContiguousArray(context.labels(of: node).map { .string($0) }))
    case (.type, .relationship(let relationship)):
      return .string(context.type(of: relationship))
    case (.id, .node(let node)): return .integer(Int64(node.rawValue))
    case (.id, .relationship(let relationship)): return .integer(Int64(relationship.rawValue))
    case (.elementID, .node(let node)): return .string(graph.elementID(of: node))
    case (.elementID, .relationship(let relationship)): return .string(graph.elementID(of: relationship))
    case (.nodes, .path(let path)): return .list(ContiguousArray(path.nodes.map(Value.node)))
    case (.relationships, .path(let path)): return .list(ContiguousArray(path.relationships.map(Value.relationship)))
    case (.length, .path(let path)): return .integer(Int64(path.length))
    case (.startNode, .relationship(let relationship)): return .node(context.source(of: relationship))
    case (.endNode, .relationship(let relationship)): return .node(context.target(of: relationship))
    case (.labels, _): throw wrongArgument("a node", value)
    case (.type, _), (.startNode, _), (.endNode, _): throw wrongArgument("a relationship", value)
    case (.nodes, _), (.relationships, _), (.length, _): throw wrongArgument("a path", value)
    default: throw wrongArgument("a node or a relationship", value)
    }
  }

  /// A random identifier of RFC 9562, version 4.
  func randomUUID() -> Text {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return Text(text)
  }

  /// Milliseconds since 1970.
  func timestamp() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
