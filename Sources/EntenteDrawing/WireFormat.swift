/// The bytes between the library and the renderer process.
///
///     text      "EDOT"  version u16  length u32  body, see ``DOTDrawing``
///     canvas    "ECNV"  version u16  length u32  body, see ``Canvas``
///     drawing   "EDRW"  version u16  length u32  body
///     reply     "EPIC"  version u16  length u32  body
///
/// The length is that of the body, so that a message cut short is seen. In a body, numbers are little-endian, a text
/// is a u32 count of UTF-8 bytes and the bytes, a list is a u32 count of items and the items. A reader believes no
/// count that the bytes left over cannot hold, no index without its item, no unknown code and no ill-formed UTF-8.
///
///     body of a drawing   engine u8, format u8, cpu seconds u32, memory u64, pixels u64,
///                         attributes of graph, nodes, edges (defaults),
///                         list of nodes: attributes; list of edges: tail u32, head u32, attributes;
///                         list of clusters: list of u32, attributes;
///                         legend, a list of: attributes of the sample, u8 whether words, attributes of the words;
///                         u8 whether a footer, and then it: rich label;
///                         list of panels: u8 whether a heading, and then it: rich label, list of nodes: u32, list of
///                         edges: u32; columns u32; u8 whether panels are whole
///                         u8 whether a note of the width, and then it: text, text, u8;
///                         u8 whether positions, list of pinned nodes: u32, x f64, y f64
///     attributes          list of: attribute u8, value
///     value               0, f64 | 1, text | 2, rich label
///     rich label          background, padding u32, spacing u32, list of lists of cells
///     cell                runs, background, frame, width u32, height u32, span u32, alignment u8
///     run                 text, colour, f64 size (0: none), u8 bold
///     colour, background, frame     text, empty for none
///     body of a reply     outcome u8: 0, then f64 width, f64 height, list of u8 | failure, then text;
///                         list of: kind u8, text; list of the places of nodes: x f64, y f64
public enum WireFormat {
  /// Changes with every change that an older reader would misunderstand.
  public static let version: UInt16 = 5
  /// The most bytes of a drawing or a reply.
  public static let limit = 1 << 28
  public static let headerLength = 10

  static let dotMark: [UInt8] = Array("EDOT".utf8)
  static let canvasMark: [UInt8] = Array("ECNV".utf8)
  static let drawingMark: [UInt8] = Array("EDRW".utf8)
  static let replyMark: [UInt8] = Array("EPIC".utf8)
}

/// Why bytes are not a drawing or a reply.
public enum WireError: Error, Sendable, Hashable {
  case noMark
  case otherVersion(UInt16)
  case cutShort
  case trailingBytes
  case badValue(String)
}

extension WireError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noMark: "the bytes do not begin with the mark of this format"
    case .otherVersion(let version):
      "the bytes are in version \(version) of the format, not \(WireFormat.version)"
    case .cutShort: "the bytes end too early"
    case .trailingBytes: "there are bytes behind the end"
    case .badValue(let what): "\(what) has a value that is not allowed"
    }
  }
}
