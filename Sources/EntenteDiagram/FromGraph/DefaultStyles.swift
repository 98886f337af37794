import EntenteSyntax

/// The looks that kinds get where no style sheet says otherwise.
///
/// Kinds that the graphs of this project use have looks of their own; others get the next free ones of a list, in the
/// order in which they are met. No two kinds share both shape and colour.
struct DefaultStyles {
  private let words: Words
  private let facts: SchemaFacts
  private var nodeKinds: [String: Diagram.NodeKind] = [:]
  private var edgeKinds: [EdgeKey: Diagram.EdgeKind] = [:]
  private var nextSpare = 0

  private struct EdgeKey: Hashable {
    let type: String
    let isDirected: Bool
  }

  init(words: Words, facts: SchemaFacts) {
    self.words = words
    self.facts = facts
  }

  /// The kind of a node: its last label that has looks of its own, else its last label.
  mutating func kind(ofNodeWith labels: [String]) -> Diagram.NodeKind {
    let label = labels.last { Self.known[$0] != nil && $0 != "Actor" } ?? labels.last ?? ""
    if let kind = nodeKinds[label] { return kind }
    let looks: Looks
    if let known = Self.known[label] {
      looks = known
    } else {
      looks = Self.spare[nextSpare % Self.spare.count]
      nextSpare += 1
    }
    let kind = Diagram.NodeKind(
      words.label(label), className: label.isEmpty ? "node_without_label" : label.lowercased(),
      shape: looks.shape,
      fill: looks.fill, stroke: looks.stroke)
    nodeKinds[label] = kind
    return kind
  }

  /// The kind of an edge: partnership and rivalry, which the schema tells, and investment stand out, all others are
  /// alike.
  mutating func kind(ofType type: String, isDirected: Bool) -> Diagram.EdgeKind {
    let key = EdgeKey(type: type, isDirected: isDirected)
    if let kind = edgeKinds[key] { return kind }
    let kind: Diagram.EdgeKind =
      switch facts.pseudoClass(ofType: type) {
      case .partnership: .partnership(words.partnership)
      case .rivalry: .rivalry(words.rivalry)
      case .unsourced, .disputed, .conflicting, .ended, nil:
        type == "INVESTS_IN"
          ? .investment(words.investment) : .other(words.otherTie(isDirected: isDirected), isDirected: isDirected)
      }
    edgeKinds[key] = kind
    return kind
  }

  typealias Looks = (shape: Diagram.Shape, fill: String, stroke: String)

  static let known: [String: Looks] = [
    "Company": (.roundedBox, "#DCE9F9", "#2F6DB5"),
    "Person": (.ellipse, "#E6F4EA", "#2E7D4F"),
    "Government": (.doubleBox, "#EFE6F7", "#6B4499"),
    "Country": (.box, "#E0F2F1", "#00695C"),
    "Project": (.hexagon, "#FFF1D0", "#B7791F"),
    "DataCenter": (.hexagon, "#FFF1D0", "#B7791F"),
    "InvestmentProgram": (.octagon, "#FFE8D9", "#B4531A"),
    "Model": (.component, "#FCE4EC", "#AD1457"),
    "Technology": (.dashedBox, "#F1F4F8", "#52606D"),
    "Event": (.tab, "#FFF8E1", "#8D6E00"),
    "Report": (.note, "#F3EFEA", "#795548"),
    "Place": (.house, "#F0F4E3", "#5D6B1F"),
    "Outlet": (.folder, "#E8EAF6", "#3F51B5"),
    "Source": (.cylinder, "#FFFFFF", "#52606D"),
    "Evidence": (.doubleEllipse, "#FFFDE7", "#8D6E00"),
    "Actor": (.roundedBox, "#F1F4F8", "#52606D"),
  ]

  private static let spare: [Looks] = [
    (.ellipse, "#E3F0FB", "#2563A8"),
    (.box, "#FDEBD8", "#A6550B"),
    (.hexagon, "#E4F5EA", "#23744A"),
    (.parallelogram, "#F3E8FA", "#71409E"),
    (.octagon, "#E2F4F3", "#0B6B63"),
    (.component, "#FBE6EE", "#A3194F"),
    (.tab, "#F4F1DC", "#6F6416"),
    (.diamond, "#ECEFF3", "#46525E"),
  ]
}
