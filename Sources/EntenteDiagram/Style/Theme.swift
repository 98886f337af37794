public import EntenteSyntax

/// Looks that come with Entente.
public enum DiagramTheme: String, CaseIterable, Sendable {
  /// Dark words and lines on white, kinds in light colours.
  case light
  /// Light words and lines on a dark ground.
  case dark
  /// Black on white for paper: kinds by shape, ties by line.
  case print

  /// What it adds to the looks that every kind has without a style sheet, which are those of the light theme.
  public var sheet: StyleSheet {
    let text =
      switch self {
      case .light: Self.lightSheet
      case .dark: Self.darkSheet
      case .print: Self.printSheet
      }
    return StyleSheet(parsing: SourceText(text, name: "\(rawValue).style"))
  }

  /// Which `@media` of other sheets hold with it.
  public var media: Set<StyleSheet.Medium> {
    switch self {
    case .light: [.screen]
    case .dark: [.screen, .dark]
    case .print: [.print]
    }
  }

  private static let lightSheet = """
    relationship:unsourced, relationship:disputed { style: dotted }
    relationship:ended { color: #8a94a0; fontcolor: #5f6b78; penwidth: 0.9 }
    """

  private static let darkSheet = """
    @graph { bgcolor: #11161d; fontcolor: #e6eaf0 }
    node { fillcolor: #222b37; border-color: #9fb0c3; fontcolor: #f2f5f9 }
    node.Company { fillcolor: #16345a; border-color: #7fb2ee }
    node.Person { fillcolor: #17402a; border-color: #7fce9d }
    node.Government { fillcolor: #3a2657; border-color: #bd9ae6 }
    node.Country { fillcolor: #0f3f3b; border-color: #63c7bc }
    node.Project { fillcolor: #453310; border-color: #e3b557 }
    node.InvestmentProgram { fillcolor: #4d2813; border-color: #f09a63 }
    node.Model { fillcolor: #4d1730; border-color: #f08db5 }
    node.Technology { fillcolor: #2b333e; border-color: #a9b6c6 }
    node.Event { fillcolor: #40360f; border-color: #dcc25a }
    node.Report { fillcolor: #3a2f2a; border-color: #c9a999 }
    node.Place { fillcolor: #2f3916; border-color: #b5c66b }
    relationship { color: #93a1b1; fontcolor: #c3ccd6 }
    relationship:partnership { color: #57c98a; fontcolor: #7bdba6 }
    relationship:rivalry { color: #ff8b7b; fontcolor: #ffa99d }
    relationship.INVESTS_IN { color: #e0a94c; fontcolor: #eec37f }
    relationship:unsourced, relationship:disputed { style: dotted }
    relationship:ended { color: #6f7c8a; fontcolor: #a3afbc; penwidth: 0.9 }
    """

  private static let printSheet = """
    @graph { bgcolor: #ffffff; fontcolor: #000000 }
    node { fillcolor: #ffffff; border-color: #000000; fontcolor: #000000; penwidth: 1 }
    node.Company { fillcolor: #ececec }
    node.Government { fillcolor: #ececec }
    node.Project { fillcolor: #f7f7f7 }
    relationship { color: #5a5a5a; fontcolor: #1a1a1a; penwidth: 0.8 }
    relationship:partnership { color: #000000; fontcolor: #000000; penwidth: 2.4 }
    relationship:rivalry { color: #000000; fontcolor: #000000; penwidth: 1.4; style: dashed }
    relationship.INVESTS_IN { color: #000000; fontcolor: #000000 }
    relationship:unsourced, relationship:disputed { style: dotted }
    relationship:ended { color: #8c8c8c; fontcolor: #5a5a5a; penwidth: 0.6 }
    """
}
