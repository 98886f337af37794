import EntenteDrawing
import EntenteSyntax

extension Diagram {
  /// Takes what style sheets say of the whole picture and of boxes. An engine that was asked for stays.
  mutating func apply(_ cascade: StyleCascade, engine asked: Engine) {
    legendNotes = cascade.legendNotes
    for (property, value) in cascade.declarations(for: .cluster) {
      if let attribute = property == .bgcolor ? .fillcolor : property.attribute, let plain = value.plain {
        clusterStyle[attribute] = plain
      }
    }
    let whole = cascade.declarations(for: .graph)
    for (property, value) in whole.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch (property, value) {
      case (.layout, .words(let words)):
        if asked == .automatic, let named = words.first.flatMap(Engine.init(rawValue:)) { engine = named }
      case (.rankdir, .words(let words)): direction = words.first.flatMap(Direction.init(rawValue:)) ?? direction
      case (.bgcolor, .color(let color)): background = color
      default:
        if let attribute = property.attribute, let plain = value.plain { style[attribute] = plain }
      }
    }
    if case .color(let ground)? = whole[.bgcolor] {
      let isDark = (StyleColor.luminance(ground) ?? 1) < 0.4
      palette = Palette(text: isDark ? "#e6eaf0" : "#1f2933", ground: ground)
    }
    if case .color(let text)? = whole[.fontcolor] { palette = Palette(text: text, ground: background ?? "#ffffff") }
  }
}

extension StyleValue {
  /// What it is without an element to look at.
  fileprivate var plain: AttributeValue? {
    switch self {
    case .words(let words): .text(words.joined(separator: ","))
    case .number(let number): .number(number)
    case .color(let color): .text(color)
    case .darker(.color(let color)): .text(StyleColor.darker(color))
    case .text, .scale, .categorize, .darker: nil
    }
  }
}

extension Diagram.NodeKind {
  /// The kind with what style sheets say of such nodes.
  func styled(_ look: StyleCascade.Look) -> Self {
    var kind = self
    kind.style = look.shared
    if let shape = look.shared[.shape] {
      // Of the shape before, nothing is to stay.
      kind.style = [.shape: shape, .style: "filled", .peripheries: 1, .margin: "0.1,0.06"]
      kind.style.merge(look.shared)
    }
    if case .text(let words)? = kind.style[.style], !words.contains("filled") {
      kind.style[.style] = .text("filled,\(words)")
    }
    kind.name = name.named(by: look)
    return kind
  }
}

extension Diagram.EdgeKind {
  /// - Parameter type: the type in words, which names a kind of its own among those that hold several types.
  func styled(_ look: StyleCascade.Look, type: String) -> Self {
    var kind = self
    kind.style = look.shared
    kind.name = (look.namesType && !isTellingByItself ? type : name).named(by: look)
    return kind
  }
}

extension String {
  /// What the legend says: the sheet's own words, else the kind's with the conditions that set it apart.
  fileprivate func named(by look: StyleCascade.Look) -> String {
    if let legend = look.legend { return legend }
    guard let condition = look.conditions.first else { return self }
    let part = condition.firstIndex { "#[:".contains($0) }.map { condition[$0...] } ?? condition[...]
    return self + " " + (part.count > 40 ? part.prefix(39) + "…" : part)
  }
}
