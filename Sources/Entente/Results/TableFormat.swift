/// A way to write a table as text.
public protocol TableFormat: Sendable {
  /// The whole table, ending with a line break.
  ///
  /// - Throws: ``TableFormatError`` where the format cannot hold the table.
  func text(of table: Table) throws(TableFormatError) -> String
}

/// Why a format cannot hold a table.
public enum TableFormatError: Error, Sendable, Hashable {
  /// JSON objects have each key once.
  case duplicateColumn(String)
}

extension TableFormatError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .duplicateColumn(let name):
      "two columns are called `\(name)`, and a JSON object holds a key once; name one of them with AS"
    }
  }
}
