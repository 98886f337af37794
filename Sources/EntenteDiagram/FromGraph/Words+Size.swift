extension Words {
  /// From which width on a picture can be read, with `%` in place of the millimetres.
  var readable: String {
    pick("readable from % mm wide (text of 7 pt)", "너비 % mm부터 읽을 수 있음(글자 7pt)", "宽度%毫米起可读（7磅字）")
  }

  /// How many nodes of a crowd have names.
  func named(_ count: Int, of nodes: Int) -> String {
    pick(
      "names on the \(count) nodes with most relationships, not on the other \(nodes - count)",
      "관계가 가장 많은 노드 \(count)개만 이름 표시, 나머지 \(nodes - count)개는 생략",
      "仅标出关系最多的\(count)个节点的名称，其余\(nodes - count)个省略")
  }

  /// That a picture of tiles has no lines.
  var lineless: String {
    pick("lines between nodes are not drawn", "노드 사이의 선은 그리지 않음", "节点之间的线未画出")
  }

  /// That lines have no words.
  var wordless: String { pick("no words on lines", "선 위 글 생략", "线上无文字") }
}
