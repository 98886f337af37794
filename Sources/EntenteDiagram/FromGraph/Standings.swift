import Entente
import EntenteDrawing
import EntenteSyntax

/// How the elements that are drawn stand, for their looks, their words and the legend.
struct Standings {
  private var nodes: [NodeID: Standing] = [:]
  private var relationships: [RelationshipID: Standing] = [:]

  static let none = Standings()

  private init() {}

  /// What has ended is told as of the date of the picture. As of today it is told only where it is the lesser part: a
  /// picture of a time past, whose relationships have ended, shows how they were.
  init(_ selection: GraphSelection, in graph: Graph, options: DiagramOptions) {
    let reader = StandingReader(graph, asOf: options.restriction.asOf ?? options.today)
    for node in selection.nodes { nodes[node] = reader.standing(of: node) }
    for relationship in selection.relationships { relationships[relationship] = reader.standing(of: relationship) }
    let ended = relationships.values.count { $0.contains(.ended) }
    if options.restriction.asOf == nil, ended * 2 > relationships.count {
      for relationship in relationships.keys { relationships[relationship]?.remove(.ended) }
      for node in nodes.keys { nodes[node]?.remove(.ended) }
    }
  }

  func of(_ node: NodeID) -> Standing { nodes[node] ?? [] }
  func of(_ relationship: RelationshipID) -> Standing { relationships[relationship] ?? [] }

  /// What the legend says of those that occur, with a sample of the line where it has looks of its own.
  func legendNotes(_ cascade: StyleCascade, words: Words) -> [Diagram.LegendNote] {
    StyleSheet.PseudoClass.standings.compactMap { name in
      guard let standing = name.standing else { return nil }
      let isOnLines = relationships.values.contains { $0.contains(standing) }
      guard isOnLines || nodes.values.contains(where: { $0.contains(standing) }) else { return nil }
      let look = isOnLines ? cascade.look(of: name) : [:]
      return Diagram.LegendNote(
        text: "\(Words.mark(of: standing)) \(words.standing(standing))", line: look.entries.isEmpty ? nil : look)
    }
  }
}

extension Words {
  /// The marks behind the words of an element, each once; empty of what just stands.
  static func marks(of standing: Standing) -> String {
    [Standing.unsourced, .disputed, .conflicting, .ended].filter(standing.contains).map(mark).joined()
  }

  static func mark(of standing: Standing) -> String {
    switch standing {
    case .unsourced: "?"
    case .disputed: "?!"
    case .conflicting: "≠"
    case .ended: "†"
    default: ""
    }
  }

  func standing(_ standing: Standing) -> String {
    switch standing {
    case .unsourced: pick("no source is given", "출처 없음", "未给出来源")
    case .disputed: pick("disputed", "이견 있음", "有异议")
    case .conflicting: pick("claims conflict", "주장이 서로 다름", "说法不一")
    case .ended: pick("ended", "종료됨", "已结束")
    default: ""
    }
  }

  /// All that is to be known of an element, in words.
  func standings(_ standing: Standing) -> [String] {
    [Standing.unsourced, .disputed, .conflicting, .ended].filter(standing.contains).map(self.standing)
  }
}

extension String {
  /// The words with marks behind them, on the line of the last word.
  func marked(_ marks: String) -> String { marks.isEmpty ? self : isEmpty ? marks : "\(self)\u{A0}\(marks)" }
}
