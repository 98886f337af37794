import Entente

extension Words {
  private func say(_ english: String, _ korean: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .korean: korean
    case .chinese: chinese
    }
  }

  func name(of change: GraphDifference.Change) -> String {
    switch change {
    case .added: say("added", "추가", "新增")
    case .removed: say("removed", "삭제", "删除")
    case .ended: say("ended", "종료", "结束")
    case .changed: say("changed", "변경", "更改")
    case .unchanged: say("unchanged", "변경 없음", "未变")
    }
  }

  /// The sign as typeset: a minus is as wide as a plus.
  private func sign(_ change: GraphDifference.Change) -> String { change == .removed ? "−" : change.sign }

  func legend(_ change: GraphDifference.Change) -> String {
    change == .unchanged ? name(of: change) : "\(sign(change)) \(name(of: change))"
  }

  /// The words of an element with the sign before them, and what of it changed below.
  func marked(
    _ label: String, _ change: GraphDifference.Change, _ details: [String]
  ) -> String {
    guard change != .unchanged else { return label }
    let limit = 3
    var lines = ["\(sign(change)) \(label)"]
    guard change == .changed || change == .ended else { return lines[0] }
    lines += details.prefix(limit).map(Self.cut)
    if details.count > limit { lines.append("… +\(details.count - limit)") }
    return lines.joined(separator: "\n")
  }

  /// The same at full length, where the pointer rests.
  func told(
    _ tooltip: String?, _ change: GraphDifference.Change, _ details: [String]
  ) -> String? {
    guard change != .unchanged else { return tooltip }
    return ((tooltip.map { [$0] } ?? []) + [legend(change)] + details).joined(separator: "\n")
  }

  private static func cut(_ text: String) -> String { text.count > 48 ? text.prefix(47) + "…" : text }

  func comparison(_ title: String?) -> String {
    guard let title else { return say("What differs", "달라진 점", "变化") }
    return say("\(title): what differs", "\(title): 달라진 점", "\(title)：变化")
  }

  /// How much of two large graphs is drawn.
  func partDrawn(nodes: Int, of all: Int, changes: Int, of every: Int) -> String {
    say(
      "Drawn: \(nodes) of \(all) nodes, \(changes) of \(every) changes",
      "그린 것: 노드 \(all)개 중 \(nodes)개, 변경 \(every)건 중 \(changes)건", "所画：\(all)个节点中的\(nodes)个，\(every)处变化中的\(changes)处")
  }

  func compared(_ old: ComparedGraph, _ new: ComparedGraph) -> String {
    let (before, after) = (named(old), named(new))
    return say("Before: \(before) · After: \(after)", "이전: \(before) · 이후: \(after)", "之前：\(before) · 之后：\(after)")
  }

  private func named(_ side: ComparedGraph) -> String {
    side.name + (side.asOf.map { ", \(asOf($0))" } ?? "")
  }

  func changes(_ nodes: [GraphDifference.Change], _ edges: [GraphDifference.Change]) -> String {
    func counts(_ changes: [GraphDifference.Change]) -> String {
      let parts = GraphDifference.Change.allCases.compactMap { change in
        let count = changes.count { $0 == change }
        return count == 0 ? nil : "\(legend(change)) \(count)"
      }
      return parts.isEmpty ? "0" : parts.joined(separator: comma)
    }
    return say("Nodes: ", "노드: ", "节点：") + counts(nodes) + " · " + say("Relationships: ", "관계: ", "关系：")
      + counts(edges)
  }
}
