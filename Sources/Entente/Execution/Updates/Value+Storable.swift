extension Value {
  /// Whether the value can be a property: a scalar, or a list of scalars that are not null.
  var isStorable: Bool {
    switch self {
    case .null, .boolean, .integer, .float, .string, .temporal: true
    case .list(let items):
      items.allSatisfy { item in
        switch item {
        case .boolean, .integer, .float, .string, .temporal: true
        case .null, .list, .map, .node, .relationship, .path: false
        }
      }
    case .map, .node, .relationship, .path: false
    }
  }
}
