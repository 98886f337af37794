import Entente
import EntenteDrawing
import EntenteSyntax

/// Works out what declarations give an element, and what the legend says about it.
struct StyleValues {
  enum Element {
    case node(NodeID)
    case relationship(RelationshipID)
  }

  /// What is drawn has these figures and categories of a property.
  private struct Observed: Hashable {
    let target: StyleSheet.Target
    let key: String
  }

  private let reader: GraphReader
  private var domains: [Observed: ClosedRange<Double>] = [:]
  private var categories: [Observed: [String]] = [:]
  private(set) var legendNotes: [Diagram.LegendNote] = []

  init(_ reader: GraphReader, rules: [StyleSheet.Rule], nodes: [NodeID], relationships: [RelationshipID]) {
    self.reader = reader
    for rule in rules {
      for target in [StyleSheet.Target.node, .relationship]
      where rule.selectors.contains(where: { $0.target == target }) {
        let elements: [Element] =
          target == .node ? nodes.map(Element.node) : relationships.map(Element.relationship)
        for declaration in rule.declarations { observe(declaration, target, elements) }
      }
    }
  }

  private mutating func observe(
    _ declaration: StyleSheet.Declaration, _ target: StyleSheet.Target, _ elements: [Element]
  ) {
    let isOfLines = target == .relationship
    var value = declaration.value
    while case .darker(let inner) = value { value = inner }
    switch value {
    case .scale(let scale):
      let observed = Observed(target: target, key: scale.key.text)
      if domains[observed] == nil {
        let figures = elements.compactMap { figure(scale.key.text, of: $0) }
        guard let least = figures.min(), let greatest = figures.max() else { return }
        domains[observed] = least...greatest
      }
      guard let domain = scale.domain ?? domains[observed] else { return }
      let what = reader.words.scaled(declaration.property)
      if let currency = Amount.currency(ofKey: scale.key.text), domain.lowerBound.magnitude < 9e18,
        domain.upperBound.magnitude < 9e18
      {
        let ends = [domain.lowerBound, domain.upperBound].map {
          Amount(Int64($0), currency: currency).text(in: reader.words)
        }
        add(Diagram.LegendNote(text: "\(what)\(reader.words.colon)\(ends[0]) – \(ends[1])", isOfLines: isOfLines))
      } else {
        let (least, greatest) = (Self.short(domain.lowerBound), Self.short(domain.upperBound))
        let text = "\(what)\(reader.words.colon)\(scale.key.text) \(least == greatest ? least : "\(least)–\(greatest)")"
        add(Diagram.LegendNote(text: text, isOfLines: isOfLines))
      }
    case .categorize(let key, let palette):
      let observed = Observed(target: target, key: key.text)
      if categories[observed] == nil {
        var names: [String] = []
        for element in elements {
          if let name = category(key.text, of: element), !names.contains(name) { names.append(name) }
        }
        categories[observed] = names
      }
      guard case .categorize = declaration.value else { return }
      for (index, name) in (categories[observed] ?? []).enumerated() {
        add(Diagram.LegendNote(text: name, color: palette[index % palette.count], isOfLines: isOfLines))
      }
    case .words, .number, .color, .text, .darker: break
    }
  }

  private mutating func add(_ note: Diagram.LegendNote) {
    if !legendNotes.contains(note) { legendNotes.append(note) }
  }

  /// What a declaration gives; nil where the element lacks the property that it asks for.
  func value(of declaration: StyleSheet.Declaration, for element: Element?) -> AttributeValue? {
    value(of: declaration.value, for: element)
  }

  /// - Parameter element: nil for what holds whatever the element.
  private func value(of value: StyleValue, for element: Element?) -> AttributeValue? {
    switch value {
    case .words(let words): return .text(words.joined(separator: ","))
    case .number(let number): return .number(number)
    case .color(let color): return .text(color)
    case .text(let template): return element.flatMap { text(of: template, for: $0) }.map(AttributeValue.text)
    case .darker(let inner):
      guard case .text(let color)? = self.value(of: inner, for: element) else { return nil }
      return .text(StyleColor.darker(color))
    case .categorize(let key, let palette):
      guard let element, let name = category(key.text, of: element),
        let index = categories[Observed(target: element.target, key: key.text)]?.firstIndex(of: name)
      else { return nil }
      return .text(palette[index % palette.count])
    case .scale(let scale):
      guard let element, let figure = figure(scale.key.text, of: element),
        let domain = scale.domain ?? domains[Observed(target: element.target, key: scale.key.text)]
      else { return nil }
      let share = Self.share(of: figure, in: domain, scale.curve)
      switch (scale.low, scale.high) {
      // Hundredths are enough, and stay the same on every machine.
      case (.number(let low), .number(let high)): return .number(((low + (high - low) * share) * 100).rounded() / 100)
      case (.color(let low), .color(let high)): return .text(StyleColor.mixed(low, high, share: share))
      default: return nil
      }
    }
  }

  /// How far a figure lies between two others, from 0 to 1; in the middle where they are the same.
  static func share(of figure: Double, in domain: ClosedRange<Double>, _ curve: StyleValue.Scale.Curve) -> Double {
    func bent(_ number: Double) -> Double {
      switch curve {
      case .linear: number
      case .sqrt: max(number, 0).squareRoot()
      // Of numbers below 1 the logarithm would run away.
      case .log: logarithm(max(number, 0) + 1)
      }
    }
    let (low, high) = (bent(domain.lowerBound), bent(domain.upperBound))
    guard high > low else { return 0.5 }
    return min(max((bent(figure) - low) / (high - low), 0), 1)
  }

  /// The natural logarithm of a number of at least 1, by its exponent and a series for the rest.
  private static func logarithm(_ number: Double) -> Double {
    guard number.isFinite, number >= 1 else { return 0 }
    let ratio = (number.significand - 1) / (number.significand + 1)
    var (sum, power) = (0.0, ratio)
    for odd in stride(from: 1.0, to: 60, by: 2) {
      sum += power / odd
      power *= ratio * ratio
    }
    return Double(number.exponent) * 0.6931471805599453 + 2 * sum
  }

  private func property(_ key: String, of element: Element) -> Value? {
    switch element {
    case .node(let node): reader.property(key, of: node)
    case .relationship(let relationship): reader.property(key, of: relationship)
    }
  }

  /// A number, or the first of a list.
  private func figure(_ key: String, of element: Element) -> Double? {
    switch property(key, of: element) {
    case .integer(let integer)?: return Double(integer)
    case .float(let float)?: return float.isFinite ? float : nil
    case .temporal(let temporal)?: return Double(temporal.description.drop { $0 == "~" }.prefix(4))
    case .list(let items)?:
      if case .integer(let integer)? = items.first { return Double(integer) }
      if case .float(let float)? = items.first, float.isFinite { return float }
      return nil
    case .null, .boolean, .string, .map, .node, .relationship, .path, nil: return nil
    }
  }

  private func category(_ key: String, of element: Element) -> String? {
    property(key, of: element).flatMap(reader.text(of:))
  }

  private func localized(_ key: String, of element: Element) -> String? {
    category("\(key)@\(reader.language)", of: element) ?? category(key, of: element)
  }

  /// `amount@USD` and `budget@KRW` as people write money.
  private func money(_ key: String, of element: Element) -> String? {
    guard let currency = Amount.currency(ofKey: key), case .integer(let figure)? = property(key, of: element) else {
      return nil
    }
    return Amount(figure, currency: currency).text(in: reader.words)
  }

  /// The text with its places filled; nil where every place is of a property that is not there.
  private func text(of template: StyleTemplate, for element: Element) -> String? {
    var text = ""
    var (asked, found) = (false, false)
    for piece in template.pieces {
      let filled: String?
      switch piece {
      case .text(let plain):
        text += plain
        continue
      case .property(let key):
        if key == "name", case .node(let node) = element {
          filled = reader.name(of: node)
        } else {
          filled = money(key, of: element) ?? localized(key, of: element)
        }
      case .id:
        switch element {
        case .node(let node): filled = String(reader.graph.elementID(of: node))
        case .relationship(let relationship): filled = String(reader.graph.elementID(of: relationship))
        }
      case .type:
        switch element {
        case .node(let node):
          filled = reader.labels(of: node).map(reader.words.label).joined(separator: reader.words.comma)
        case .relationship(let relationship): filled = reader.words.type(reader.type(of: relationship))
        }
      }
      asked = true
      if let filled, !filled.isEmpty {
        found = true
        text += filled
      }
    }
    return asked && !found ? nil : text
  }

  /// A figure as people write it in a legend.
  static func short(_ number: Double) -> String {
    for (size, letter) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")] where abs(number) >= size {
      let scaled = (number / (letter == "k" ? 1e3 : size) * 10).rounded() / 10
      return (scaled == scaled.rounded() ? String(Int(scaled)) : String(scaled)) + letter
    }
    return number == number.rounded() ? String(Int(number)) : String((number * 100).rounded() / 100)
  }
}

extension StyleValues.Element {
  fileprivate var target: StyleSheet.Target {
    switch self {
    case .node: .node
    case .relationship: .relationship
    }
  }
}
