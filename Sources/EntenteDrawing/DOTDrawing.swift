/// A picture to be drawn of a text in DOT: what the library hands to the renderer process, which alone reads it.
///
///     "EDOT"  version u16  length u32  then  engine u8 (0: what the text says), format u8, cpu seconds u32, memory u64,
///                                      pixels u64, nodes u32, edges u32, dots an inch u32, text
public struct DOTDrawing: Sendable, Hashable {
  /// A kind of picture. Raw values stand on the wire: only add.
  public enum Format: UInt8, CaseIterable, Sendable {
    case svg = 1
    case png = 2
    case pdf = 3
    /// The text again, with places, and without what is not allowed.
    case dot = 4

    /// The name of the output plugin.
    public var name: String {
      switch self {
      case .svg: "svg"
      case .png: "png"
      case .pdf: "pdf"
      case .dot: "dot"
      }
    }
  }

  /// Nil for what the text says, else layers.
  public var engine: Drawing.Engine?
  public var format: Format
  public var limits: Drawing.Limits
  public var nodeLimit: Int
  public var edgeLimit: Int
  /// Of a PNG.
  public var dotsPerInch: Int
  public var text: String

  public init(
    _ text: String, engine: Drawing.Engine?, format: Format, limits: Drawing.Limits, nodeLimit: Int, edgeLimit: Int,
    dotsPerInch: Int
  ) {
    (self.text, self.engine, self.format, self.limits) = (text, engine, format, limits)
    (self.nodeLimit, self.edgeLimit, self.dotsPerInch) = (nodeLimit, edgeLimit, dotsPerInch)
  }

  /// Whether bytes are to be read as such a message.
  public static func isMessage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: WireFormat.dotMark) }

  /// The drawing as a message.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(engine?.rawValue ?? 0)
    writer.write(format.rawValue)
    writer.write(limits.cpuSeconds)
    writer.write(limits.memory)
    writer.write(limits.pixels)
    writer.write(count: nodeLimit)
    writer.write(count: edgeLimit)
    writer.write(count: dotsPerInch)
    writer.write(text)
    return writer.message(mark: WireFormat.dotMark, version: WireFormat.version)
  }

  /// Reads a message.
  ///
  /// - Throws: what is wrong with it, whatever the bytes.
  public init(decoding message: [UInt8]) throws(WireError) {
    var reader = try ByteReader(message, mark: WireFormat.dotMark)
    let engine: UInt8 = try reader.number()
    if engine != 0 {
      guard let known = Drawing.Engine(rawValue: engine) else { throw .badValue("an engine") }
      self.engine = known
    }
    format = try reader.code("a format")
    limits = Drawing.Limits(cpuSeconds: try reader.number(), memory: try reader.number(), pixels: try reader.number())
    nodeLimit = try reader.count()
    edgeLimit = try reader.count()
    dotsPerInch = try reader.count()
    text = try reader.text()
    try reader.finish()
  }
}
