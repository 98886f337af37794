/// A picture to be drawn, in the terms of Graphviz: what the library hands to the renderer process.
///
/// It says everything about the picture, so that the same drawing always gives the same bytes, and it can say
/// nothing else: attributes come from the list of ``Attribute``, and no value reaches Graphviz but through its rule.
///
///     Diagram ──► Drawing ──► bytes ──►│ pipe │──► Drawing ──► Graphviz ──► RenderReply ──► bytes ──►│ pipe │
///       library, EntenteDiagram         ╰──────╯             entente-render                           ╰──────╯
public struct Drawing: Sendable, Hashable {
  /// A way to place nodes. Raw values stand on the wire: only add.
  public enum Engine: UInt8, CaseIterable, Sendable {
    case dot = 1
    case neato = 2
    case fdp = 3
    case sfdp = 4
    case circo = 5
    case twopi = 6
    case osage = 7
    case patchwork = 8

    /// The name of the layout plugin.
    public var name: String {
      switch self {
      case .dot: "dot"
      case .neato: "neato"
      case .fdp: "fdp"
      case .sfdp: "sfdp"
      case .circo: "circo"
      case .twopi: "twopi"
      case .osage: "osage"
      case .patchwork: "patchwork"
      }
    }
  }

  /// A kind of picture. Raw values stand on the wire: only add.
  public enum Format: UInt8, CaseIterable, Sendable {
    case svg = 1
    case png = 2
    case pdf = 3

    /// The name of the output plugin.
    public var name: String {
      switch self {
      case .svg: "svg"
      case .png: "png"
      case .pdf: "pdf"
      }
    }
  }

  /// What the renderer process allows itself; 0 leaves a limit out.
  public struct Limits: Sendable, Hashable {
    public var cpuSeconds: UInt32
    /// Bytes of address space.
    public var memory: UInt64
    /// Of a PNG.
    public var pixels: UInt64

    public init(cpuSeconds: UInt32, memory: UInt64, pixels: UInt64) {
      self.cpuSeconds = cpuSeconds
      self.memory = memory
      self.pixels = pixels
    }
  }

  /// An edge between two nodes, given by their places in ``nodes``.
  public struct Edge: Sendable, Hashable {
    public var tail: Int
    public var head: Int
    public var attributes: Attributes

    public init(tail: Int, head: Int, attributes: Attributes = [:]) {
      self.tail = tail
      self.head = head
      self.attributes = attributes
    }
  }

  /// A box around nodes, given by their places in ``nodes``.
  public struct Cluster: Sendable, Hashable {
    public var nodes: [Int]
    public var attributes: Attributes

    public init(nodes: [Int], attributes: Attributes = [:]) {
      self.nodes = nodes
      self.attributes = attributes
    }
  }

  /// What one kind looks like, drawn above the picture: a node with its name in it, or a line with its name beside it.
  public struct LegendEntry: Sendable, Hashable {
    /// Of the sample: a node, or an edge when `words` are there.
    public var sample: Attributes
    /// Of the name beside a line.
    public var words: Attributes?

    public init(sample: Attributes, words: Attributes? = nil) {
      self.sample = sample
      self.words = words
    }
  }

  /// One of several views of the picture side by side: some of its nodes and edges, all in the places that they have in
  /// the whole, given by their own places in ``nodes`` and ``edges``.
  public struct Panel: Sendable, Hashable {
    public var heading: RichLabel?
    public var nodes: [Int]
    public var edges: [Int]

    public init(heading: RichLabel? = nil, nodes: [Int], edges: [Int]) {
      self.heading = heading
      self.nodes = nodes
      self.edges = edges
    }
  }

  public var engine: Engine
  public var format: Format
  public var limits: Limits
  public var graphAttributes: Attributes = [:]
  public var nodeDefaults: Attributes = [:]
  public var edgeDefaults: Attributes = [:]
  public var nodes: [Attributes] = []
  public var edges: [Edge] = []
  public var clusters: [Cluster] = []
  public var legend: [LegendEntry] = []
  /// Below the picture, at its left.
  public var footer: RichLabel?

  /// Views in place of the whole, none for the whole itself; boxes around nodes are not drawn in them.
  public var panels: [Panel] = []
  /// How many panels stand beside one another.
  public var columns = 1
  /// Whether each panel has the legend and the footer, rather than the picture that they make up.
  public var panelsAreWhole = false
  /// A line below the heading about the width that the picture needs.
  public struct WidthNote: Sendable, Hashable {
    /// With `%` in place of the millimetres.
    public var words: String
    public var color: String
    /// Whether it is there of a picture too that fits the width of a page.
    public var isAlways: Bool

    public init(words: String, color: String, isAlways: Bool) {
      self.words = words
      self.color = color
      self.isAlways = isAlways
    }
  }

  public var widthNote: WidthNote?
  /// Where nodes are to stand, given by their places in ``nodes``, in points with y upwards: with any, nothing is laid
  /// out anew, and the other nodes are put among them. With none, as without a memory at all (nil), the engine places
  /// the nodes; but then lines are drawn as they are among nodes that stand, so that a later picture is the same.
  public var pinned: [Int: PlanePoint]?

  public init(engine: Engine, format: Format, limits: Limits) {
    self.engine = engine
    self.format = format
    self.limits = limits
  }
}
