/// The words of a description in English, Korean and Chinese.
struct DescriptionWords {
  private let place: Int

  /// - Parameter language: a code such as `ko` or `zh-Hans`; English for any other.
  init(_ language: String) {
    place = ["ko": 1, "zh": 2][language.lowercased().prefix(2)] ?? 0
  }

  private func pick(_ english: String, _ korean: String, _ chinese: String) -> String {
    [english, korean, chinese][place]
  }

  var graph: String { pick("graph", "그래프", "图") }
  var title: String { pick("title", "제목", "标题") }
  var licence: String { pick("Licence", "라이선스", "许可") }
  var languages: String { pick("Languages", "언어", "语言") }
  var label: String { pick("label", "레이블", "标签") }
  var nodes: String { pick("nodes", "노드", "节点") }
  var relationshipType: String { pick("type", "관계 유형", "关系类型") }
  var relationships: String { pick("relationships", "관계", "关系") }
  var sign: String { pick("sign", "부호", "符号") }
  var key: String { pick("key", "키", "键") }
  var type: String { pick("values", "값", "值") }
  var filled: String { pick("filled", "채움", "填充") }
  var pattern: String { pick("pattern", "패턴", "模式") }
  var source: String { pick("source", "출처", "来源") }
  var name: String { pick("name", "이름", "名称") }
  var elements: String { pick("elements", "근거한 요소", "依据的元素") }

  func counts(_ description: GraphDescription) -> String {
    let (nodes, relationships) = (description.nodes, description.relationships)
    func sum(_ sign: Int) -> Int { description.types.filter { $0.sign == sign }.reduce(0) { $0 + $1.relationships } }
    let (positive, negative) = (sum(1), sum(-1))
    let counts = pick(
      "\(nodes) \(nodes == 1 ? "node" : "nodes"), "
        + "\(relationships) \(relationships == 1 ? "relationship" : "relationships")",
      "노드 \(nodes)개, 관계 \(relationships)개", "\(nodes)个节点，\(relationships)条关系")
    guard positive + negative > 0 else { return counts }
    return counts
      + pick(
        ": \(positive) positive, \(negative) negative", "(긍정 \(positive), 부정 \(negative))",
        "（正\(positive)，负\(negative)）")
  }

  func more(_ count: Int) -> String { pick("… and \(count) more", "… 외 \(count)개", "……另有\(count)个") }

  /// What of the graph is described, empty where that is all of it.
  func restriction(_ restriction: GraphRestriction) -> String {
    var parts: [String] = []
    if let date = restriction.asOf { parts.append(pick("as of \(date.text)", "\(date.text) 기준", "截至\(date.text)")) }
    let chosen = restriction.accordingTo.joined(separator: ", ")
    if !chosen.isEmpty { parts.append(pick("according to \(chosen)", "\(chosen)에 따름", "据\(chosen)")) }
    let left = restriction.without.joined(separator: ", ")
    if !left.isEmpty { parts.append(pick("without \(left)", "\(left) 제외", "不计\(left)")) }
    return parts.joined(separator: " · ")
  }
}
