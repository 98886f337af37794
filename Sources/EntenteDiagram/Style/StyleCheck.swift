public import Entente
public import EntenteSyntax

/// What a style sheet says that the graph knows nothing of: warnings with the nearest name, and errors of expressions.
public enum StyleCheck {
  /// - Complexity: O(selectors × names), and one query for each `:where(…)`.
  public static func diagnostics(of sheet: StyleSheet, on graph: Graph) -> [Diagnostic] {
    let catalog = graph.catalog
    let labels = Set(catalog.labels.map { String(catalog.name(of: $0)) }).union(graph.facts.labels)
    let types = Set(catalog.types.map { String(catalog.name(of: $0)) }).union(graph.facts.types)
    let keys = catalog.keys.map { String(catalog.name(of: $0)) }
    func isKnown(_ key: String) -> Bool { keys.contains(key) || graph.facts.keys.contains(key) }
    var diagnostics: [Diagnostic] = []
    let budget = StyleMatcher.Budget()
    for rule in sheet.rules {
      for selector in rule.selectors {
        let names = selector.target == .node ? labels : types
        for label in selector.labels where !names.contains(label.text) {
          let what = selector.target == .node ? "label" : "relationship type"
          diagnostics.append(StyleErrors.unknown(what, label, among: names.sorted()))
        }
        for condition in selector.conditions where !isKnown(condition.key.text) {
          diagnostics.append(StyleErrors.unknown("property", condition.key, among: keys))
        }
        for expression in selector.expressions {
          do throws(QueryError) {
            _ = try budget.answer(expression, of: selector.target, in: graph)
          } catch {
            diagnostics.append(StyleErrors.expression(error, expression))
          }
        }
      }
      for declaration in rule.declarations {
        if let key = declaration.value.key, !isKnown(key.text) {
          diagnostics.append(StyleErrors.unknown("property", key, among: keys))
        }
        for key in declaration.value.places where key != "name" && !isKnown(key) {
          diagnostics.append(StyleErrors.unknown("property", Name(key, range: declaration.range), among: keys))
        }
      }
      diagnostics += contrast(of: rule)
    }
    return diagnostics
  }

  /// Words on a fill of their own rule have to stand out from it.
  private static func contrast(of rule: StyleSheet.Rule) -> [Diagnostic] {
    func color(_ property: StyleProperty) -> (String, SourceRange)? {
      guard let declaration = rule.declarations.last(where: { $0.property == property }),
        case .color(let color) = declaration.value
      else { return nil }
      return (color, declaration.range)
    }
    let ground = color(.fillcolor) ?? color(.bgcolor)
    guard let (words, range) = color(.fontcolor), let ground, let contrast = StyleColor.contrast(words, ground.0),
      contrast < 4.5
    else { return [] }
    return [StyleErrors.contrast(contrast, words, ground.0, range)]
  }
}

extension StyleValue {
  /// The properties that have a place in its text.
  fileprivate var places: [String] {
    guard case .text(let template) = self else { return [] }
    return template.pieces.compactMap { piece in if case .property(let key) = piece { key } else { nil } }
  }

  /// The property that it depends on.
  fileprivate var key: Name? {
    switch self {
    case .scale(let scale): scale.key
    case .categorize(let key, _): key
    case .darker(let value): value.key
    case .words, .number, .color, .text: nil
    }
  }
}

/// The words of what a style sheet and a graph say together, ordered by code.
enum StyleErrors {
  static func unknown(_ what: String, _ name: Name, among known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, code: "SS030", "the graph has no \(what) `\(name.text)`", at: name.range,
      help: NearestName.of(name.text, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  /// The query that asks for the expression is longer in front than the sheet, so its own places are left out.
  static func expression(_ error: QueryError, _ expression: Name) -> Diagnostic {
    Diagnostic(
      .error, code: "SS031", "in `:where(…)`: \(error.diagnostic.message)", at: expression.range,
      help: error.diagnostic.help)
  }

  static func contrast(_ contrast: Double, _ words: String, _ ground: String, _ range: SourceRange) -> Diagnostic {
    let rounded = (contrast * 10).rounded() / 10
    return Diagnostic(
      .warning, code: "SS032", "words in \(words) on \(ground) are hard to read: their contrast is \(rounded)",
      at: range, help: ["take colours whose contrast is at least 4.5"])
  }
}
