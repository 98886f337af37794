import Entente
import EntenteDrawing
import EntenteSyntax

/// Applies style sheets: for every element, of the declarations for a property, the one that counts.
///
/// In come sheets, later ones over earlier ones, and the elements that are drawn. Out go attributes in two parts: what
/// holds for the whole kind, which the legend shows, and what depends on a property of the element.
struct StyleCascade {
  /// One declaration with the selector through which it applies.
  private struct Applied {
    let declaration: StyleSheet.Declaration
    let selector: StyleSheet.Selector
    let order: Int
  }

  /// What an element gets.
  struct Look {
    /// From words, numbers and colours: the same for all elements that the same selectors select.
    var shared = Attributes()
    /// From `scale` and `categorize`.
    var own = Attributes()
    var label: String?
    var tooltip: String?
    var link: String?
    /// What the legend says; empty for nothing.
    var legend: String?
    /// The selectors with conditions that had a part in it.
    var conditions: [String] = []
    /// Whether a selector that had a part in it asks for a label or type.
    var namesType = false
  }

  private let matcher: StyleMatcher
  private let rules: [StyleSheet.Rule]
  private let values: StyleValues

  /// - Parameter media: those in which rules hold.
  init(
    _ sheets: [StyleSheet], media: Set<StyleSheet.Medium>, reader: GraphReader, standings: Standings, nodes: [NodeID],
    relationships: [RelationshipID]
  ) {
    rules = sheets.flatMap(\.rules).filter { $0.media.isEmpty || !$0.media.isDisjoint(with: media) }
    matcher = StyleMatcher(reader, standings: standings, selectors: rules.flatMap(\.selectors))
    values = StyleValues(reader, rules: rules, nodes: nodes, relationships: relationships)
  }

  /// What the legend says about colours and sizes that depend on a property.
  var legendNotes: [Diagram.LegendNote] { values.legendNotes }

  func look(of node: NodeID) -> Look {
    look(applied(to: .node) { matcher.matches($0, node) }, of: .node(node))
  }

  func look(of relationship: RelationshipID) -> Look {
    look(applied(to: .relationship) { matcher.matches($0, relationship) }, of: .relationship(relationship))
  }

  /// What all relationships of a standing get, for its sample in the legend.
  func look(of standing: StyleSheet.PseudoClass) -> Attributes {
    look(
      applied(to: .relationship) { selector in
        selector.classes == [standing] && selector.labels.isEmpty && !selector.isConditional
      }, of: nil
    ).own
  }

  /// What is said of the whole picture, or of all clusters.
  func declarations(for target: StyleSheet.Target) -> [StyleProperty: StyleValue] {
    var declarations: [StyleProperty: StyleValue] = [:]
    for applied in applied(to: target, { _ in true }) {
      declarations[applied.declaration.property] = applied.declaration.value
    }
    return declarations
  }

  /// The declarations that hold, those that count more behind the others.
  private func applied(
    to target: StyleSheet.Target, _ matches: (StyleSheet.Selector) -> Bool
  ) -> [Applied] {
    var applied: [Applied] = []
    for rule in rules {
      let selectors = rule.selectors.filter { $0.target == target && matches($0) }
      guard let selector = selectors.max(by: { $0.specificity < $1.specificity }) else { continue }
      for declaration in rule.declarations {
        applied.append(Applied(declaration: declaration, selector: selector, order: applied.count))
      }
    }
    return applied.sorted {
      ($0.selector.specificity, $0.order) < ($1.selector.specificity, $1.order)
    }
  }

  private func look(_ applied: [Applied], of element: StyleValues.Element?) -> Look {
    var look = Look()
    var settled: Set<StyleProperty> = []
    for entry in applied.reversed() {
      let property = entry.declaration.property
      guard !settled.contains(property) else { continue }
      // A property that the element lacks leaves the word to the next declaration.
      guard let value = values.value(of: entry.declaration, for: element) else { continue }
      // What depends on a property or on how a claim stands goes over what does not, and the legend needs the latter.
      let isShared = !entry.declaration.value.dependsOnProperty && !entry.selector.tellsStanding
      if isShared { settled.insert(property) }
      switch (property, value) {
      case (.label, .text(let text)): look.label = look.label ?? text
      case (.tooltip, .text(let text)): look.tooltip = look.tooltip ?? text
      case (.url, .text(let text)): look.link = look.link ?? text
      case (.legend, .text(let text)): look.legend = look.legend ?? text
      case (_, let value):
        guard let attribute = property.attribute else { break }
        if isShared {
          look.shared[attribute] = value
          if !entry.selector.labels.isEmpty { look.namesType = true }
          if entry.selector.isConditional { look.conditions.append(entry.selector.description) }
        } else if look.own[attribute] == nil, look.shared[attribute] == nil {
          look.own[attribute] = value
        }
      }
      if property.grammar == .template { settled.insert(property) }
    }
    return look
  }
}

extension StyleSheet.Selector {
  /// Whether it asks how a claim stands.
  var tellsStanding: Bool { classes.contains { $0.standing != nil } }
}

extension StyleSheet.PseudoClass {
  var standing: Standing? {
    switch self {
    case .partnership, .rivalry: nil
    case .unsourced: .unsourced
    case .disputed: .disputed
    case .conflicting: .conflicting
    case .ended: .ended
    }
  }
}

extension StyleValue {
  var dependsOnProperty: Bool {
    switch self {
    case .scale, .categorize: true
    case .darker(let value): value.dependsOnProperty
    case .words, .number, .color, .text: false
    }
  }
}

extension StyleProperty {
  /// The attribute of Graphviz that it sets on an element.
  var attribute: Attribute? {
    switch self {
    case .shape: .shape
    case .style: .style
    case .peripheries: .peripheries
    case .color: .color
    case .fillcolor: .fillcolor
    case .bgcolor: .bgcolor
    case .penwidth: .penwidth
    case .width: .width
    case .height: .height
    case .margin: .margin
    case .fontcolor: .fontcolor
    case .fontsize: .fontsize
    case .fontname: .fontname
    case .dir: .dir
    case .arrowhead: .arrowhead
    case .arrowtail: .arrowtail
    case .arrowsize: .arrowsize
    case .rankdir: .rankdir
    case .nodesep: .nodesep
    case .ranksep: .ranksep
    case .splines: .splines
    case .overlap: .overlap
    case .sep: .sep
    case .weight: .weight
    case .area: .area
    case .label, .tooltip, .url, .legend, .layout: nil
    }
  }
}
