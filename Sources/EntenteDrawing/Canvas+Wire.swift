extension Canvas {
  /// Whether bytes are to be read as such a message.
  public static func isMessage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: WireFormat.canvasMark) }

  /// The canvas as a message.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(format.rawValue)
    writer.write(limits.cpuSeconds)
    writer.write(limits.memory)
    writer.write(limits.pixels)
    writer.write(count: dotsPerInch)
    writer.write(width)
    writer.write(height)
    writer.write(background)
    writer.write(font)
    writer.write(list: marks) { $0.write($1) }
    return writer.message(mark: WireFormat.canvasMark, version: WireFormat.version)
  }

  /// Reads a message.
  ///
  /// - Throws: what is wrong with it, whatever the bytes.
  public init(decoding message: [UInt8]) throws(WireError) {
    var reader = try ByteReader(message, mark: WireFormat.canvasMark)
    format = try reader.code("a format")
    limits = Drawing.Limits(cpuSeconds: try reader.number(), memory: try reader.number(), pixels: try reader.number())
    dotsPerInch = try reader.count()
    guard (36...600).contains(dotsPerInch) else { throw .badValue("a number of dots") }
    (width, height) = (try reader.coordinate(), try reader.coordinate())
    guard width > 0, height > 0 else { throw .badValue("a size") }
    background = try reader.text()
    font = try reader.text()
    marks = try reader.list { reader throws(WireError) in try reader.mark() }
    try reader.finish()
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ point: PlanePoint) {
    write(point.x)
    write(point.y)
  }

  fileprivate mutating func write(_ mark: Canvas.Mark) {
    switch mark {
    case .box(let left, let top, let width, let height, let fill, let stroke, let line):
      write(0 as UInt8)
      for number in [left, top, width, height] { write(number) }
      write(fill)
      write(stroke)
      write(line.rawValue)
    case .line(let from, let to, let stroke):
      write(1 as UInt8)
      write(from)
      write(to)
      write(stroke)
    case .polygon(let points, let fill):
      write(2 as UInt8)
      write(list: points) { $0.write($1) }
      write(fill)
    case .words(let words):
      write(3 as UInt8)
      write(words.text)
      write(words.place)
      write(words.size)
      write(words.color)
      write(words.isBold ? 1 : 0 as UInt8)
      write(words.anchor.rawValue)
    }
  }
}

extension ByteReader {
  fileprivate mutating func coordinate() throws(WireError) -> Double {
    let number = try double()
    guard abs(number) <= Canvas.farthest else { throw .badValue("a position") }
    return number
  }

  private mutating func point() throws(WireError) -> PlanePoint { PlanePoint(try coordinate(), try coordinate()) }

  fileprivate mutating func mark() throws(WireError) -> Canvas.Mark {
    let kind: UInt8 = try number()
    switch kind {
    case 0:
      return .box(
        left: try coordinate(), top: try coordinate(), width: try coordinate(), height: try coordinate(),
        fill: try text(), stroke: try text(), line: try code("a line"))
    case 1: return .line(from: try point(), to: try point(), stroke: try text())
    case 2: return .polygon(try list { reader throws(WireError) in try reader.point() }, fill: try text())
    case 3:
      let (text, place, size, color) = (try text(), try point(), try coordinate(), try text())
      let isBold: UInt8 = try number()
      return .words(
        Canvas.Words(
          text, at: place, size: size, color: color, isBold: isBold != 0, anchor: try code("an anchor")))
    default: throw .badValue("a kind of mark")
    }
  }
}
