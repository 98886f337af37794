import EntenteDrawing

extension Diagram {
  /// How nodes are placed. Raw values are the names people type.
  public enum Engine: String, CaseIterable, Sendable {
    /// One of the others, by the size and the shape of the diagram.
    case automatic = "auto"
    /// In layers along the arrows.
    case dot
    /// By springs.
    case neato
    case fdp
    /// By springs, for large graphs.
    case sfdp
    /// On circles.
    case circo
    /// On rings around a centre.
    case twopi
    /// In an array.
    case osage
    /// As tiles as large as their `area`, without lines; several views of one picture are laid out by another.
    case patchwork

    /// Whether it keeps nodes of a cluster together and others out; the others draw no clusters.
    public var keepsClusters: Bool {
      switch self {
      case .automatic, .dot, .fdp, .osage, .patchwork: true
      case .neato, .sfdp, .circo, .twopi: false
      }
    }

    /// Whether it draws lines between nodes.
    public var drawsLines: Bool { self != .patchwork }

    var drawn: Drawing.Engine? {
      switch self {
      case .automatic: nil
      case .dot: .dot
      case .neato: .neato
      case .fdp: .fdp
      case .sfdp: .sfdp
      case .circo: .circo
      case .twopi: .twopi
      case .osage: .osage
      case .patchwork: .patchwork
      }
    }
  }

  /// The direction of layers.
  public enum Direction: String, CaseIterable, Sendable {
    case leftToRight = "LR"
    case topToBottom = "TB"
  }

  /// What comes out. Raw values are the names people type and the endings of files.
  public enum Format: String, CaseIterable, Sendable {
    case svg
    case png
    case pdf
    /// One file for the web, with search, details and filters: see ``HTMLPage``.
    case html
    /// The input language of Graphviz; needs no renderer.
    case dot
    /// A flowchart in Mermaid, for pages that draw such text themselves; needs no renderer.
    case mermaid

    var drawn: Drawing.Format? {
      switch self {
      case .svg, .html: .svg
      case .png: .png
      case .pdf: .pdf
      case .dot, .mermaid: nil
      }
    }

    /// Whether it is text that is written without a renderer.
    var isText: Bool { self == .dot || self == .mermaid }
  }
}
