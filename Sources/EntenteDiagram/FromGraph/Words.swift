import EntenteSyntax

/// The words a picture uses about a graph, in English, Korean or Chinese; other languages get English words around
/// their own names.
struct Words {
  enum Language: Sendable { case english, korean, chinese }

  let language: Language

  /// - Parameter language: a code such as `ko` or `zh-Hans`.
  init(_ language: String) {
    switch language.lowercased().prefix(2) {
    case "ko": self.language = .korean
    case "zh": self.language = .chinese
    default: self.language = .english
    }
  }

  func pick(_ english: String, _ korean: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .korean: korean
    case .chinese: chinese
    }
  }

  var partnership: String { pick("partnership", "협력", "合作") }
  var rivalry: String { pick("rivalry", "경쟁", "竞争") }
  var investment: String { pick("investment", "투자", "投资") }
  var claim: String { pick("claim", "주장", "主张") }
  var comma: String { pick(", ", ", ", "、") }
  var colon: String { pick(": ", ": ", "：") }
  /// Whose amounts are named first.
  var currency: String { pick("USD", "KRW", "CNY") }

  /// What a size or colour of a style sheet is called in a legend.
  func scaled(_ property: StyleProperty) -> String {
    switch property {
    case .penwidth: pick("line width", "선 굵기", "线宽")
    case .width, .height: pick("size", "크기", "大小")
    case .fontsize: pick("size of words", "글자 크기", "字号")
    case .area: pick("area", "면적", "面积")
    case .color, .fillcolor, .fontcolor: pick("colour", "색", "颜色")
    default: property.rawValue
    }
  }

  func otherTie(isDirected: Bool) -> String {
    isDirected
      ? pick("other tie", "그 밖의 관계", "其他关系") : pick("other tie, no direction", "그 밖의 관계(방향 없음)", "其他关系（无方向）")
  }

  func counts(nodes: Int, relationships: Int) -> String {
    pick(
      "\(nodes) \(nodes == 1 ? "node" : "nodes"), "
        + "\(relationships) \(relationships == 1 ? "relationship" : "relationships")",
      "노드 \(nodes)개, 관계 \(relationships)개", "\(nodes)个节点，\(relationships)条关系")
  }

  func around(_ name: String) -> String { pick("Around \(name)", "\(name) 주변", "\(name)周围") }
  func between(_ a: String, _ b: String) -> String {
    pick("From \(a) to \(b)", "\(a) – \(b)", "从\(a)到\(b)")
  }
  func graph(_ name: String) -> String { pick("Graph: ", "그래프: ", "图：") + name }
  func query(_ name: String) -> String { pick("Query: ", "질의: ", "查询：") + name }
  /// The legend of relationships among the nodes that nobody asked for.
  var connection: String { pick("also among them", "그 밖의 서로 간 관계", "它们之间的其他关系") }
  func added(_ count: Int) -> String {
    pick("\(count) more among them, lighter", "서로 간 관계 \(count)개 추가(연한 선)", "另有\(count)条彼此关系（浅色）")
  }
  func only(_ types: [String]) -> String { pick("only ", "다음만: ", "仅") + types.joined(separator: comma) }
  func without(_ types: [String]) -> String { pick("without ", "제외: ", "不含") + types.joined(separator: comma) }
  func leftOut(_ kinds: [(kind: String, count: Int)]) -> String {
    pick("left out: ", "생략: ", "省略：")
      + kinds.map { kind, count in pick("\(kind) (\(count))", "\(kind) \(count)개", "\(count)个\(kind)") }
      .joined(separator: comma)
  }
  func accordingTo(_ names: String) -> String { pick("according to \(names)", "\(names)에 따름", "据\(names)") }
  func leaving(out names: String) -> String { pick("without \(names)", "\(names) 제외", "不计\(names)") }
  func undated(_ count: Int) -> String {
    pick(
      count == 1
        ? "1 relationship has no dates and is not drawn" : "\(count) relationships have no dates and are not drawn",
      "날짜가 없어 그리지 않은 관계 \(count)개", "\(count)条关系没有日期，未画出")
  }
  var partialDate: String { pick("a date known in part", "일부만 알려진 날짜", "仅部分已知的日期") }
  /// Before the counts of a story, whose pages show some of it each.
  var allSteps: String { pick("all steps", "모든 단계", "全部步骤") }
  func asOf(_ date: String) -> String { pick("as of \(date)", "\(date) 기준", "截至\(date)") }

  var withEnded: String { pick("with what had ended", "그때까지 종료된 것 포함", "包括已结束的") }

  func atRevision(_ revision: String) -> String {
    pick("as recorded in revision \(revision)", "기록 \(revision)", "记录版本 \(revision)")
  }

  /// The first sources by name, and how many more there are.
  func sources(_ names: [String]) -> String {
    let limit = 4
    let shown = names.prefix(limit).joined(separator: pick("; ", "; ", "；"))
    let more = names.count - limit
    guard more > 0 else {
      return pick(names.count == 1 ? "Source: " : "Sources: ", "출처: ", "来源：") + shown
    }
    return pick(
      "Sources: \(shown) and \(more) more", "출처: \(shown) 외 \(more)건", "来源：\(shown)等\(names.count)项")
  }

  /// A label in words: `DataCenter` → data center, 데이터센터.
  func label(_ label: String) -> String {
    if label.isEmpty { return pick("no label", "레이블 없음", "无标签") }
    if let known = Self.labels[label] { return pick(known.0, known.1, known.2) }
    return Self.spaced(label)
  }

  /// A type in words: `INVESTS_IN` → invests in, 투자.
  func type(_ type: String) -> String {
    if let known = Self.types[type] { return pick(known.0, known.1, known.2) }
    return type.replacing("_", with: " ").lowercased()
  }

  /// The words that capitals set apart, in lower case; what is all capitals stays.
  private static func spaced(_ name: String) -> String {
    var words = ""
    var wasLower = false
    for character in name {
      if character == "_" {
        words += " "
      } else {
        if wasLower, character.isUppercase { words += " " }
        words += String(character)
      }
      wasLower = character.isLowercase
    }
    return words.contains(where: \.isLowercase) ? words.lowercased() : words
  }

  private static let labels: [String: (String, String, String)] = [
    "Actor": ("actor", "행위자", "行为者"), "Company": ("company", "기업", "公司"), "Person": ("person", "인물", "人物"),
    "Government": ("government", "정부", "政府"), "Country": ("country", "국가", "国家"),
    "Project": ("project", "프로젝트", "项目"), "DataCenter": ("data centre", "데이터센터", "数据中心"),
    "InvestmentProgram": ("investment programme", "투자 계획", "投资计划"), "Model": ("model", "모델", "模型"),
    "Technology": ("technology", "기술", "技术"), "Event": ("event", "행사", "活动"),
    "Report": ("report", "보고서", "报告"),
    "Place": ("place", "장소", "地点"), "Outlet": ("outlet", "언론사", "媒体"), "Source": ("source", "출처", "来源"),
    "Evidence": ("evidence", "증거", "证据"), "Tribe": ("tribe", "부족", "部落"),
    "Step": ("step of the story", "이야기 단계", "故事步骤"),
  ]

  private static let types: [String: (String, String, String)] = [
    "PARTNERS_WITH": ("partners with", "협력", "合作"), "RIVALS": ("rivals", "경쟁", "竞争"),
    "BASED_IN": ("based in", "소재", "总部所在"), "GOVERNS": ("governs", "통치", "治理"),
    "INVESTS_IN": ("invests in", "투자", "投资"), "ANSWERS": ("answers", "맞대응", "回应"),
    "DEVELOPS": ("develops", "개발", "开发"), "OUTPERFORMS": ("outperforms", "성능 앞섬", "性能超过"),
    "LEADS": ("leads", "경영", "领导"), "FOUNDED": ("founded", "창업", "创立"), "STEERS": ("steers", "주도", "主导"),
    "PURSUES": ("pursues", "추진", "推进"), "PRECEDES": ("precedes", "이전 단계", "先于"),
    "RESTRICTS": ("restricts", "통제", "限制"), "LOCATED_IN": ("located in", "위치", "位于"),
    "PRESENTED_AT": ("presented at", "발표 장소", "发布于"), "ANNOUNCED": ("announced", "공식화", "宣布"),
    "PUBLISHED": ("published", "발간", "发布"), "FORECASTS": ("forecasts", "전망", "预测"),
    "FUNDS": ("funds", "자금 지원", "资助"),
  ]
}
