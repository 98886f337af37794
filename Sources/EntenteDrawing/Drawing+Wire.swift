extension Drawing {
  /// No position is farther from the middle of the plane, in points.
  public static let farthest = 1e6

  /// The drawing as a message; see ``WireFormat``.
  ///
  /// - Complexity: O(size)
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(engine.rawValue)
    writer.write(format.rawValue)
    writer.write(limits.cpuSeconds)
    writer.write(limits.memory)
    writer.write(limits.pixels)
    for attributes in [graphAttributes, nodeDefaults, edgeDefaults] { writer.write(attributes) }
    writer.write(list: nodes) { $0.write($1) }
    writer.write(list: edges) { writer, edge in
      writer.write(count: edge.tail)
      writer.write(count: edge.head)
      writer.write(edge.attributes)
    }
    writer.write(list: clusters) { writer, cluster in
      writer.write(list: cluster.nodes) { $0.write(count: $1) }
      writer.write(cluster.attributes)
    }
    writer.write(list: legend) { writer, entry in
      writer.write(entry.sample)
      writer.write(entry.words == nil ? 0 : 1 as UInt8)
      writer.write(entry.words ?? [:])
    }
    writer.write(footer == nil ? 0 : 1 as UInt8)
    if let footer { writer.write(footer) }
    writer.write(list: panels) { writer, panel in
      writer.write(panel.heading == nil ? 0 : 1 as UInt8)
      if let heading = panel.heading { writer.write(heading) }
      writer.write(list: panel.nodes) { $0.write(count: $1) }
      writer.write(list: panel.edges) { $0.write(count: $1) }
    }
    writer.write(count: columns)
    writer.write(panelsAreWhole ? 1 : 0 as UInt8)
    writer.write(widthNote == nil ? 0 : 1 as UInt8)
    if let widthNote {
      writer.write(widthNote.words)
      writer.write(widthNote.color)
      writer.write(widthNote.isAlways ? 1 : 0 as UInt8)
    }
    writer.write(pinned == nil ? 0 : 1 as UInt8)
    writer.write(list: (pinned ?? [:]).sorted { $0.key < $1.key }) { writer, pin in
      writer.write(count: pin.key)
      writer.write(pin.value.x)
      writer.write(pin.value.y)
    }
    return writer.message(mark: WireFormat.drawingMark, version: WireFormat.version)
  }

  /// Reads a message.
  ///
  /// - Throws: what is wrong with it, whatever the bytes.
  public init(decoding message: [UInt8]) throws(WireError) {
    var reader = try ByteReader(message, mark: WireFormat.drawingMark)
    engine = try reader.code("an engine")
    format = try reader.code("a format")
    limits = Limits(
      cpuSeconds: try reader.number(), memory: try reader.number(), pixels: try reader.number())
    graphAttributes = try reader.attributes()
    nodeDefaults = try reader.attributes()
    edgeDefaults = try reader.attributes()
    nodes = try reader.list { reader throws(WireError) in try reader.attributes() }
    let nodeCount = nodes.count
    edges = try reader.list { reader throws(WireError) in
      Edge(
        tail: try reader.index(below: nodeCount), head: try reader.index(below: nodeCount),
        attributes: try reader.attributes())
    }
    clusters = try reader.list { reader throws(WireError) in
      Cluster(
        nodes: try reader.list { reader throws(WireError) in try reader.index(below: nodeCount) },
        attributes: try reader.attributes())
    }
    legend = try reader.list { reader throws(WireError) in
      let sample = try reader.attributes()
      let hasWords: UInt8 = try reader.number()
      let words = try reader.attributes()
      return LegendEntry(sample: sample, words: hasWords == 0 ? nil : words)
    }
    let hasFooter: UInt8 = try reader.number()
    if hasFooter != 0 { footer = try reader.label() }
    let edgeCount = edges.count
    panels = try reader.list { reader throws(WireError) in
      let hasHeading: UInt8 = try reader.number()
      return Panel(
        heading: hasHeading == 0 ? nil : try reader.label(),
        nodes: try reader.list { reader throws(WireError) in try reader.index(below: nodeCount) },
        edges: try reader.list { reader throws(WireError) in try reader.index(below: edgeCount) })
    }
    columns = try reader.count()
    guard (1...1000).contains(columns) else { throw .badValue("a number of columns") }
    let areWhole: UInt8 = try reader.number()
    panelsAreWhole = areWhole != 0
    let hasNote: UInt8 = try reader.number()
    if hasNote != 0 {
      let (words, color) = (try reader.text(), try reader.text())
      let isAlways: UInt8 = try reader.number()
      widthNote = WidthNote(words: words, color: color, isAlways: isAlways != 0)
    }
    let isPinned: UInt8 = try reader.number()
    var pinned: [Int: PlanePoint] = [:]
    for (node, place) in try reader.list({ reader throws(WireError) in
      (try reader.index(below: nodeCount), PlanePoint(try reader.double(), try reader.double()))
    }) {
      guard abs(place.x) <= Self.farthest, abs(place.y) <= Self.farthest else { throw .badValue("a position") }
      pinned[node] = place
    }
    self.pinned = isPinned == 0 ? nil : pinned
    try reader.finish()
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ attributes: Attributes) {
    write(list: attributes.entries) { writer, entry in
      writer.write(entry.attribute.rawValue)
      switch entry.value {
      case .number(let number):
        writer.write(0 as UInt8)
        writer.write(number)
      case .text(let text):
        writer.write(1 as UInt8)
        writer.write(text)
      case .rich(let label):
        writer.write(2 as UInt8)
        writer.write(label)
      }
    }
  }

  fileprivate mutating func write(_ label: RichLabel) {
    write(label.background ?? "")
    write(count: label.padding)
    write(count: label.spacing)
    write(list: label.rows) { writer, row in
      writer.write(list: row) { writer, cell in
        writer.write(list: cell.runs) { writer, run in
          writer.write(run.text)
          writer.write(run.color ?? "")
          writer.write(run.size ?? 0)
          writer.write(run.isBold ? 1 : 0 as UInt8)
        }
        writer.write(cell.background ?? "")
        writer.write(cell.frame ?? "")
        writer.write(count: cell.width)
        writer.write(count: cell.height)
        writer.write(count: cell.span)
        writer.write(cell.alignment.rawValue)
      }
    }
  }
}

extension ByteReader {
  fileprivate mutating func index(below limit: Int) throws(WireError) -> Int {
    let index = try count()
    guard index < limit else { throw .badValue("an index") }
    return index
  }

  fileprivate mutating func attributes() throws(WireError) -> Attributes {
    var attributes = Attributes()
    for (attribute, value) in try list({ reader throws(WireError) in
      (try reader.code("an attribute") as Attribute, try reader.value())
    }) {
      attributes[attribute] = value
    }
    return attributes
  }

  private mutating func value() throws(WireError) -> AttributeValue {
    let kind: UInt8 = try number()
    switch kind {
    case 0: return .number(try double())
    case 1: return .text(try text())
    case 2: return .rich(try label())
    default: throw .badValue("a kind of value")
    }
  }

  fileprivate mutating func label() throws(WireError) -> RichLabel {
    let background = try optionalText()
    let padding = try count()
    let spacing = try count()
    let rows = try list { reader throws(WireError) in
      try reader.list { reader throws(WireError) in try reader.cell() }
    }
    return RichLabel(rows: rows, background: background, padding: padding, spacing: spacing)
  }

  private mutating func cell() throws(WireError) -> RichLabel.Cell {
    let runs = try list { reader throws(WireError) in try reader.run() }
    return RichLabel.Cell(
      runs, background: try optionalText(), frame: try optionalText(), width: try count(),
      height: try count(),
      span: try count(), alignment: try code("an alignment"))
  }

  private mutating func run() throws(WireError) -> RichLabel.Run {
    let text = try text()
    let color = try optionalText()
    let size = try double()
    let bold: UInt8 = try number()
    return RichLabel.Run(text, color: color, size: size == 0 ? nil : size, isBold: bold != 0)
  }

  private mutating func optionalText() throws(WireError) -> String? {
    let text = try text()
    return text.isEmpty ? nil : text
  }
}
