import EntenteSyntax

/// Changes of the text of a `.pg` file, collected by place and made at once.
///
///     alibaba :Company name:Alibaba since:1999   # founded in Hangzhou
///                      ^ replaced   ^ deleted    ^ stays, unless the whole statement goes
struct GraphFileEdits {
  /// What may change of a statement: its labels and properties, behind its head.
  struct Element {
    let range: SourceRange
    /// The end of the ids and the arrow.
    let headEnd: Int
    let labels: [GraphFile.Label]
    let properties: [GraphFile.Property]
  }

  private struct Edit {
    let range: Range<Int>
    let replacement: [UInt8]
  }

  private let file: GraphFile
  private let bytes: ContiguousArray<UInt8>
  private var edits: [Edit] = []

  init(_ file: GraphFile) {
    self.file = file
    bytes = file.source.utf8
  }

  func text(_ name: GraphFile.Name) -> Text { Text(utf8: name.utf8(in: file.source)) }

  // MARK: Statements

  /// Deletes the lines of a statement, with the comments in them.
  mutating func delete(_ range: SourceRange) {
    edits.append(Edit(range: lines(range), replacement: []))
  }

  /// Adds statements: nodes behind the last node, edges at the end.
  mutating func append(nodes: [UInt8], edges: [UInt8]) {
    var last: SourceRange?
    for case .node(let node) in file.statements { last = node.range }
    let nodesPlace = last.map { lines($0).upperBound } ?? bytes.count
    insertLines(nodes, at: nodesPlace)
    guard !edges.isEmpty else { return }
    let isFirstEdge = !file.statements.contains { if case .edge = $0 { true } else { false } }
    insertLines((isFirstEdge && (last != nil || !nodes.isEmpty) ? [0x0A] : []) + edges, at: bytes.count)
  }

  private mutating func insertLines(_ lines: [UInt8], at place: Int) {
    guard !lines.isEmpty else { return }
    let needsBreak = place > 0 && !bytes[place - 1].isLineBreak && !edits.contains { $0.range == place..<place }
    edits.append(Edit(range: place..<place, replacement: (needsBreak ? [0x0A] : []) + lines))
  }

  // MARK: Elements

  /// Changes the properties and labels of an element, which may be spread over several statements.
  mutating func change(
    _ elements: [Element], from old: MapValue, to new: MapValue, removing: [Text], adding: [Text]
  ) {
    guard let first = elements.first, let last = elements.last else { return }
    var gone: [SourceRange] = []
    for element in elements {
      for label in element.labels where removing.contains(text(label.name)) { gone.append(label.range) }
    }
    if !adding.isEmpty {
      let place = first.labels.last?.range.upper ?? first.headEnd
      insert(adding.map { [0x20, 0x3A] + GraphFile.Spelling.label($0.utf8) }.reduce([], +), at: place)
    }
    var added: [UInt8] = []
    for key in Set(old.entries.map(\.key) + new.entries.map(\.key)).sorted() {
      let (before, after) = (old[key] ?? .null, new[key] ?? .null)
      guard !before.isSame(as: after) else { continue }
      let places = elements.flatMap(\.properties).filter { text($0.key) == key }
      guard !after.isNull else {
        gone += places.map(\.range)
        continue
      }
      let values = GraphDocument.listed(after)
      guard let place = places.first else {
        added += [0x20] + GraphFile.Spelling.key(key.utf8) + [0x3A] + spelled(values, places)
        continue
      }
      gone += places.dropFirst().map(\.range)
      if let lower = place.values.first?.range.lower, let upper = place.values.last?.range.upper {
        replace(lower..<upper, with: spelled(values, places))
      }
    }
    for element in elements {
      delete(gone.filter { element.range.lower <= $0.lower && $0.upper <= element.range.upper }, in: element)
    }
    insert(added, at: last.range.upper)
  }

  /// Values with commas between; those that were there keep their lexemes.
  private func spelled(_ values: [Value], _ places: [GraphFile.Property]) -> [UInt8] {
    var lexemes = places.flatMap(\.values)
    var pieces: [[UInt8]] = []
    for value in values {
      if let known = lexemes.firstIndex(where: { self.value($0).isSame(as: value) }) {
        let range = lexemes.remove(at: known).range
        pieces.append(Array(bytes[range.lower..<range.upper]))
      } else {
        pieces.append(GraphFileWriter.spelled(value))
      }
    }
    return Array(pieces.joined(separator: [0x2C]))
  }

  private func value(_ value: GraphFile.PropertyValue) -> Value {
    switch value.literal {
    case .integer(let integer): .integer(integer)
    case .float(let float): .float(float)
    case .boolean(let boolean): .boolean(boolean)
    case .string(let name): .string(text(name))
    }
  }

  /// Deletes labels and properties of a statement, and the lines that held nothing else.
  private mutating func delete(_ gone: [SourceRange], in element: Element) {
    let pieces = element.labels.map(\.range) + element.properties.map(\.range)
    for range in gone {
      let line = lines(range)
      let others = pieces.filter { $0.lower < line.upperBound && $0.upper > line.lowerBound && !gone.contains($0) }
      if others.isEmpty, element.headEnd <= line.lowerBound {
        edits.append(Edit(range: line, replacement: []))
        continue
      }
      var lower = range.lower
      while lower > line.lowerBound, bytes[lower - 1].isBlank { lower -= 1 }
      var upper = range.upper
      if lower == line.lowerBound {
        // The first of a continued line: the indentation stays, and the blanks behind go.
        lower = range.lower
        while upper < bytes.count, bytes[upper].isBlank { upper += 1 }
      }
      replace(lower..<upper, with: [])
    }
  }

  // MARK: Text

  /// The whole lines that a range touches, with the last line break.
  private func lines(_ range: SourceRange) -> Range<Int> {
    var lower = range.lower
    while lower > 0, !bytes[lower - 1].isLineBreak { lower -= 1 }
    var upper = range.upper
    while upper < bytes.count, !bytes[upper].isLineBreak { upper += 1 }
    if upper < bytes.count {
      upper += bytes[upper] == 0x0D && upper + 1 < bytes.count && bytes[upper + 1] == 0x0A ? 2 : 1
    }
    return lower..<upper
  }

  private mutating func insert(_ text: [UInt8], at place: Int) {
    if !text.isEmpty { replace(place..<place, with: text) }
  }

  /// A comment that stands directly behind must not become part of a text.
  private mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    let isComment = range.upperBound < bytes.count && bytes[range.upperBound] == 0x23
    edits.append(Edit(range: range, replacement: text + (isComment && !text.isEmpty ? [0x20] : [])))
  }

  /// The text with all edits; deleted parts may overlap, and nothing is inserted into them.
  var result: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = 0
    let sorted = edits.enumerated().sorted { left, right in
      let (a, b) = (left.element.range.lowerBound, right.element.range.lowerBound)
      return a == b ? left.offset < right.offset : a < b
    }
    for (_, edit) in sorted {
      if edit.range.lowerBound > position { out += bytes[position..<edit.range.lowerBound] }
      out += edit.replacement
      position = max(position, edit.range.upperBound)
    }
    return out + bytes[position...]
  }
}

extension GraphFile.Node {
  var element: GraphFileEdits.Element {
    GraphFileEdits.Element(range: range, headEnd: id.range.upper, labels: labels, properties: properties)
  }
}

extension GraphFile.Edge {
  var element: GraphFileEdits.Element {
    GraphFileEdits.Element(range: range, headEnd: target.range.upper, labels: labels, properties: properties)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
  fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}
