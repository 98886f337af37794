/// The attributes of Graphviz that can reach it: the allow-list.
///
/// Left out on purpose: whatever names a file (`image`, `shapefile`, `imagepath`, `fontpath`, `stylesheet`), overrides
/// the engine or the character set (`layout`, `charset`), is written into SVG unescaped, or has crashed the library.
///
/// Raw values stand on the wire: only add.
public enum Attribute: UInt8, CaseIterable, Sendable {
  // Text
  case label = 1
  case xlabel = 2
  case tooltip = 3
  case id = 4
  case `class` = 5
  case url = 6
  case fontname = 7
  // Looks
  case fontsize = 10
  case fontcolor = 11
  case color = 12
  case fillcolor = 13
  case bgcolor = 14
  case pencolor = 15
  case penwidth = 16
  case style = 17
  case shape = 18
  case peripheries = 19
  case sides = 20
  case width = 21
  case height = 22
  case margin = 23
  case fixedsize = 24
  case dir = 25
  case arrowhead = 26
  case arrowtail = 27
  case arrowsize = 28
  // Placing
  case rankdir = 40
  case nodesep = 41
  case ranksep = 42
  case overlap = 43
  case overlapScaling = 44
  case sep = 45
  case esep = 46
  case splines = 47
  case start = 48
  case springLength = 49
  case repulsiveForce = 50
  case len = 51
  case weight = 52
  case minlen = 53
  case constraint = 54
  case newrank = 55
  case nslimit = 56
  case nslimit1 = 57
  case mclimit = 58
  case labelloc = 59
  case labeljust = 60
  case outputorder = 61
  case pad = 62
  case dpi = 63
  case pack = 64
  case area = 65

  /// What Graphviz calls it.
  public var name: String { definition.name }

  /// What of a value is taken.
  public var rule: AttributeRule { definition.rule }

  private var definition: (name: String, rule: AttributeRule) {
    switch self {
    case .label: ("label", .label)
    case .xlabel: ("xlabel", .label)
    case .tooltip: ("tooltip", .tooltip)
    case .id: ("id", .identifiers)
    case .class: ("class", .identifiers)
    case .url: ("URL", .link)
    case .fontname: ("fontname", .fontList)
    case .fontsize: ("fontsize", .number(4...144))
    case .fontcolor: ("fontcolor", .color)
    case .color: ("color", .color)
    case .fillcolor: ("fillcolor", .color)
    case .bgcolor: ("bgcolor", .color)
    case .pencolor: ("pencolor", .color)
    case .penwidth: ("penwidth", .number(0...20))
    case .style: ("style", .words(Self.styles))
    case .shape: ("shape", .word(Self.shapes))
    case .peripheries: ("peripheries", .integer(0...4))
    case .sides: ("sides", .integer(0...12))
    case .width: ("width", .number(0...20))
    case .height: ("height", .number(0...20))
    case .margin: ("margin", .pair(0...2))
    case .fixedsize: ("fixedsize", .word(["true", "false", "shape"]))
    case .dir: ("dir", .word(["forward", "back", "both", "none"]))
    case .arrowhead: ("arrowhead", .word(Self.arrows))
    case .arrowtail: ("arrowtail", .word(Self.arrows))
    case .arrowsize: ("arrowsize", .number(0...5))
    case .rankdir: ("rankdir", .word(["TB", "LR", "BT", "RL"]))
    case .nodesep: ("nodesep", .number(0.02...5))
    case .ranksep: ("ranksep", .number(0.02...10))
    case .overlap: ("overlap", .word(["true", "false", "prism", "scale", "compress", "vpsc"]))
    case .overlapScaling: ("overlap_scaling", .number(-10...10))
    case .sep: ("sep", .increment(0...100))
    case .esep: ("esep", .increment(0...100))
    case .splines: ("splines", .word(["true", "false", "line", "curved", "ortho", "polyline"]))
    case .start: ("start", .integer(0...1_000_000))
    case .springLength: ("K", .number(0.05...10))
    case .repulsiveForce: ("repulsiveforce", .number(0...10))
    case .len: ("len", .number(0.1...20))
    case .weight: ("weight", .integer(0...1000))
    case .minlen: ("minlen", .integer(0...50))
    case .constraint: ("constraint", .word(["true", "false"]))
    case .newrank: ("newrank", .word(["true", "false"]))
    case .nslimit: ("nslimit", .number(0.1...100))
    case .nslimit1: ("nslimit1", .number(0.1...100))
    case .mclimit: ("mclimit", .number(0.05...10))
    case .labelloc: ("labelloc", .word(["t", "b", "c"]))
    case .labeljust: ("labeljust", .word(["l", "c", "r"]))
    case .outputorder: ("outputorder", .word(["breadthfirst", "nodesfirst", "edgesfirst"]))
    case .pad: ("pad", .pair(0...2))
    case .dpi: ("dpi", .integer(36...600))
    case .pack: ("pack", .integer(0...200))
    case .area: ("area", .number(0.001...1_000_000))
    }
  }

  private static let styles: Set<String> = [
    "filled", "solid", "dashed", "dotted", "bold", "rounded", "invis", "diagonals",
  ]

  private static let shapes: Set<String> = [
    "box", "ellipse", "circle", "hexagon", "octagon", "diamond", "parallelogram", "trapezium", "house",
    "invhouse",
    "note", "tab", "folder", "component", "cylinder", "box3d", "cds", "plaintext", "plain", "underline",
    "point",
    "triangle", "pentagon", "septagon", "doublecircle", "doubleoctagon", "egg", "oval", "square", "star",
  ]

  private static let arrows: Set<String> = [
    "normal", "empty", "none", "vee", "open", "dot", "odot", "diamond", "odiamond", "tee", "inv", "crow",
    "box",
    "obox",
  ]
}
