public import EntenteSyntax

/// A picture that is done: the bytes of a file, and what to tell the person who asked for it.
public struct Picture: Sendable, Hashable {
  public var bytes: [UInt8]
  public var format: Diagram.Format
  /// In points, 72 an inch; nil of DOT, which has no size yet.
  public var size: Size?
  /// Warnings, such as a missing font.
  public var diagnostics: [Diagnostic]

  /// Where the nodes stand, and those that the diagram knew but did not draw; of DOT, what the diagram knew.
  public var positions = NodePositions()

  public struct Size: Sendable, Hashable {
    public var width: Double
    public var height: Double
  }

  /// The text of an SVG or of DOT.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
