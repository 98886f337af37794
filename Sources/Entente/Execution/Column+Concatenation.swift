extension Column {
  /// The rows of some columns one after the other; typed where they are all of one type.
  static func concatenated(_ columns: [Column]) -> Column {
    func joined<Element>(_ elements: (Column) -> ContiguousArray<Element>?) -> ContiguousArray<Element>? {
      var joined: ContiguousArray<Element> = []
      for column in columns {
        guard let elements = elements(column) else { return nil }
        joined += elements
      }
      return joined
    }
    if columns.count == 1 { return columns[0] }
    if let ids = joined({ if case .nodes(let ids) = $0 { ids } else { nil } }) { return .nodes(ids) }
    if let ids = joined({ if case .relationships(let ids) = $0 { ids } else { nil } }) { return .relationships(ids) }
    if let numbers = joined({ if case .integers(let numbers) = $0 { numbers } else { nil } }) {
      return .integers(numbers)
    }
    if let numbers = joined({ if case .floats(let numbers) = $0 { numbers } else { nil } }) { return .floats(numbers) }
    return .values(ContiguousArray(columns.flatMap { column in (0..<column.count).map { column[$0] } }))
  }
}
