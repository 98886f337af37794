/// What a style sheet can set, under the names of Graphviz where it has one.
public enum StyleProperty: String, CaseIterable, Sendable {
  // Looks
  case shape, style, peripheries
  case color, fillcolor, bgcolor
  case penwidth, width, height, margin
  case fontcolor, fontsize, fontname
  // Words
  case label, tooltip, url = "URL"
  /// What the legend calls the elements; `none` leaves them out of it.
  case legend
  // Arrows
  case dir, arrowhead, arrowtail, arrowsize
  // Placing
  case layout, rankdir, nodesep, ranksep, splines, overlap, sep, weight
  /// Of a tile.
  case area

  /// What may stand behind the colon.
  public enum Grammar: Sendable, Hashable {
    case color
    /// A length that is kept in points.
    case points(ClosedRange<Double>)
    /// A length that is kept in inches.
    case inches(ClosedRange<Double>)
    case number(ClosedRange<Double>)
    case word([String])
    /// Several of the words.
    case words([String])
    case template
    case fonts
  }

  public var grammar: Grammar {
    switch self {
    case .shape: .word(Self.shapes)
    case .style: .words(["filled", "solid", "dashed", "dotted", "bold", "rounded", "diagonals", "invis"])
    case .peripheries: .number(0...4)
    case .color, .fillcolor, .bgcolor, .fontcolor: .color
    case .penwidth: .points(0...20)
    case .width, .height: .inches(0.05...20)
    case .margin: .inches(0...2)
    case .fontsize: .points(4...144)
    case .fontname: .fonts
    case .label, .tooltip, .url, .legend: .template
    case .dir: .word(["forward", "back", "both", "none"])
    case .arrowhead, .arrowtail: .word(Self.arrows)
    case .arrowsize: .number(0...5)
    case .layout: .word(["auto", "dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork"])
    case .rankdir: .word(["TB", "LR", "BT", "RL"])
    case .nodesep: .inches(0.02...5)
    case .ranksep: .inches(0.02...10)
    case .splines: .word(["true", "false", "line", "curved", "ortho", "polyline"])
    case .overlap: .word(["true", "false", "prism", "scale", "compress", "vpsc"])
    case .sep: .points(0...100)
    case .weight: .number(0...1000)
    case .area: .number(0.001...1_000_000)
    }
  }

  /// What it can be set on.
  public var targets: Set<StyleSheet.Target> {
    switch self {
    case .shape, .peripheries, .width, .height, .margin, .url, .area: [.node]
    case .fillcolor: [.node]
    case .color, .style, .penwidth: [.node, .relationship, .cluster]
    case .bgcolor: [.cluster, .graph]
    case .fontcolor, .fontsize: [.node, .relationship, .cluster, .graph]
    case .fontname: [.graph]
    case .label: [.node, .relationship, .cluster]
    case .tooltip, .legend: [.node, .relationship]
    case .dir, .arrowhead, .arrowtail, .arrowsize, .weight: [.relationship]
    case .layout, .rankdir, .nodesep, .ranksep, .splines, .overlap, .sep: [.graph]
    }
  }

  /// The property that a word names: its own name in any case, or one that GraSS has for it.
  init?(word: String) {
    let lower = word.lowercased()
    if let own = Self.allCases.first(where: { $0.rawValue.lowercased() == lower }) {
      self = own
    } else if let grass = Self.grass[lower] {
      self = grass
    } else {
      return nil
    }
  }

  static let grass: [String: StyleProperty] = [
    "border-color": .color, "border-width": .penwidth, "shaft-width": .penwidth, "text-color-internal": .fontcolor,
    "text-color-external": .fontcolor, "font-size": .fontsize, "diameter": .width, "caption": .label,
    "defaultcaption": .label,
  ]

  /// Declarations of GraSS that say nothing about a picture of ours.
  private static let withoutMeaning: Set<String> = ["padding", "icon-code", "template", "text-color", "background"]

  static func isKnown(_ word: String) -> Bool {
    StyleProperty(word: word) != nil || withoutMeaning.contains(word.lowercased())
  }

  /// Words of a line stand beside it, never inside.
  func isMeaningless(as word: String, on targets: Set<StyleSheet.Target>) -> Bool {
    targets == [.relationship] && word.lowercased() == "text-color-internal"
  }

  /// The names for people to choose from.
  static func names(for target: StyleSheet.Target) -> [String] {
    allCases.filter { $0.targets.contains(target) }.map(\.rawValue)
  }

  static let shapes = [
    "box", "ellipse", "circle", "hexagon", "octagon", "diamond", "parallelogram", "trapezium", "house", "invhouse",
    "note", "tab", "folder", "component", "cylinder", "box3d", "cds", "plaintext", "plain", "underline", "point",
    "triangle", "pentagon", "septagon", "doublecircle", "doubleoctagon", "egg", "oval", "square", "star",
  ]

  static let arrows = [
    "normal", "empty", "none", "vee", "open", "dot", "odot", "diamond", "odiamond", "tee", "inv", "crow", "box", "obox",
  ]
}
