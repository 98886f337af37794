extension Column {
  /// About how many bytes the values of the column hold outside its own storage.
  var heapBytes: Int {
    switch self {
    case .values(let values): values.reduce(0) { $0 + $1.heapBytes }
    case .constant(let value, _): value.heapBytes
    case .nodes, .relationships, .integers, .floats, .booleans: 0
    }
  }
}

extension RowBatch {
  /// About how many bytes the values of the rows hold outside the columns.
  var heapBytes: Int { columns.reduce(0) { $0 + $1.heapBytes } }

  /// About how many bytes the rows hold.
  var estimatedBytes: Int {
    columns.reduce(heapBytes) { total, column in
      switch column {
      case .nodes, .relationships: total + count * 4
      case .integers, .floats: total + count * 8
      case .booleans: total + count
      case .values: total + count * 16
      case .constant: total + 16
      }
    }
  }
}
