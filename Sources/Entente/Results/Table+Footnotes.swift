extension Table {
  /// The table with one column more.
  func adding(column name: String, _ value: (Int) -> Value) -> Table {
    var table = self
    table.columns.append(name)
    table.rows = rows.enumerated().map { $1 + [value($0)] }
    return table
  }

  /// The table with a column of markers; the notes are to stand below it.
  func withMarkers(_ marker: (Int) -> String = Footnotes.marker) -> Table {
    guard let footnotes else { return self }
    return adding(column: footnotes.heading) { row in
      .string(footnotes.rows[row].map(marker).joined(separator: " "))
    }
  }

  /// The table with a column of the notes themselves, for formats in which nothing can stand below it.
  func withSourceTexts() -> Table {
    guard let footnotes else { return self }
    return adding(column: "sources") { row in
      .string(footnotes.rows[row].map { footnotes.text(of: footnotes.notes[$0]) }.joined(separator: "; "))
    }
  }

  /// The table with a column of the notes as maps.
  func withSources() -> Table {
    guard let footnotes else { return self }
    return adding(column: "sources") { row in
      .list(ContiguousArray(footnotes.rows[row].map { footnotes.notes[$0].value }))
    }
  }
}

extension Footnotes.Note {
  /// The note as a map; what is not given is left out, `source` excepted.
  var value: Value {
    var entries: [(Text, Value)] = [("source", Self.list(sources.map { String($0) }))]
    for (key, values) in [
      ("name", names), ("where", places), ("claim", claims), ("by", speakers), ("quote", quotes),
    ] where !values.isEmpty {
      entries.append((Text(key), Self.list(values)))
    }
    if disputes { entries.append(("stance", .string("disputes"))) }
    return .map(MapValue(entries))
  }

  private static func list(_ texts: [String]) -> Value { .list(ContiguousArray(texts.map { .string($0) })) }
}
