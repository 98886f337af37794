import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import Entente

/// Nodes found by their names.
struct NameIndexTests {
  static func graph(_ text: String) throws -> Graph {
    try GraphFormat.pg.read(SourceText(text, name: "x"), linting: false).document.graph()
  }

  static func race() throws -> Graph {
    try graph(
      """
      alibaba :Actor :Company name:Alibaba name@ko:알리바바 name@zh:阿里巴巴 alias:"Alibaba Group",BABA
      nvidia :Actor :Company name:Nvidia name@ko:엔비디아 name@zh:英伟达
      wu-yongming :Actor :Person name:"Wu Yongming" name@ko:우융밍 alias:"Eddie Wu" alias@zh:吴妈
      jack-ma :Actor :Person name:"Jack Ma" name@ko:마윈 name@zh:马云
      china :Actor :Country name:China name@ko:중국
      china-government :Actor :Government name:"Government of China" name@ko:"중국 정부"
      program :Project name:"Alibaba AI-infrastructure programme" name@ko:"알리바바 AI 인프라 투자"
      austria :Country name:Austria-Hungary name@de:Österreich-Ungarn
      openai :Company name:OpenAI name@ko:오픈AI
      """)
  }

  /// The ids that words find, each with how.
  static func found(_ words: String, in graph: Graph, language: String = "en") throws -> [String] {
    try NameIndex(graph).find(words, language: language).map {
      "\(graph.elementID(of: $0.node)) \($0.key)=\($0.name) \($0.how)"
    }
  }

  @Test(arguments: [
    ("알리바바", "alibaba name@ko=알리바바 exact"), ("Alibaba", "alibaba name=Alibaba exact"),
    ("阿里巴巴", "alibaba name@zh=阿里巴巴 exact"), ("alibaba", "alibaba id=alibaba exact"),
    ("ＡＬＩＢＡＢＡ", "alibaba name=Alibaba folded"), ("알리바바".decomposed, "alibaba name@ko=알리바바 folded"),
    ("baba", "alibaba alias=BABA folded"), ("ㅇㄹㅂㅂ", "alibaba name@ko=알리바바 initial consonants"),
    ("알ㄹㅂㅂ", "alibaba name@ko=알리바바 initial consonants"), ("ㅇ리바ㅂ", "alibaba name@ko=알리바바 initial consonants"),
    ("ㅇㄹ", "alibaba name@ko=알리바바 initial consonants"), ("알립", "alibaba name@ko=알리바바 prefix"),
    ("알리ㅂ", "alibaba name@ko=알리바바 prefix"), ("ㅂㄷㅇ", "nvidia name@ko=엔비디아 initial consonants"),
    ("ㅇㅂㄷㅇ", "nvidia name@ko=엔비디아 initial consonants"), ("nvida", "nvidia name=Nvidia 1 typo"),
    ("Nvidai", "nvidia name=Nvidia 1 typo"), ("앤비디아", "nvidia name@ko=엔비디아 1 typo"), ("비디", "nvidia name@ko=엔비디아 part"),
    ("里巴", "alibaba name@zh=阿里巴巴 part"), ("Ma Jack", "jack-ma name=Jack Ma words"),
    ("eddie", "wu-yongming alias=Eddie Wu prefix"), ("yongming", "wu-yongming name=Wu Yongming word prefix"),
    ("吴", "wu-yongming alias@zh=吴妈 prefix"), ("osterreich ungarn", "austria name@de=Österreich-Ungarn folded"),
    ("ai", "program id=program"), ("goverment", "china-government name=Government of China 1 typo"),
    ("ㅈㄱㅈㅂ", "china-government name@ko=중국 정부 initial consonants"), ("오픈ai", "openai name@ko=오픈AI folded"),
    ("ㅇㅍai", "openai name@ko=오픈AI initial consonants"), ("jackma", "jack-ma name=Jack Ma folded"),
  ])
  func `words find a node first`(words: String, first: String) throws {
    let found = try Self.found(words, in: Self.race())
    guard words != "ai" else {
      #expect(
        found == ["program name=Alibaba AI-infrastructure programme word prefix", "openai name=OpenAI word prefix"])
      return
    }
    #expect(found.first == first, "\(found)")
  }

  @Test(arguments: ["", "   ", "xyzzy", "ㅋㅋㅋ", "니하오", "zz", "\u{301}"])
  func `words that fit nothing find nothing`(words: String) throws {
    #expect(try Self.found(words, in: Self.race()).isEmpty)
  }

  @Test func `better matches come first, equal ones in the order of the language`() throws {
    #expect(
      try Self.found("alibaba", in: Self.race()) == [
        "alibaba id=alibaba exact", "program name=Alibaba AI-infrastructure programme prefix",
      ])
    let graph = try Self.graph("a :X name:Wu name@ko:다\nb :X name:Wu name@ko:가\nc :X name:Wu name@ko:나")
    #expect(try NameIndex(graph).find("wu", language: "ko").map { graph.elementID(of: $0.node) } == ["b", "c", "a"])
    #expect(
      try NameIndex(graph).find("wu", language: "ko", limit: 2).map { graph.elementID(of: $0.node) } == ["b", "c"])
  }

  @Test func `a node is found once, and only with a label that is asked for`() throws {
    let graph = try Self.race()
    let index = try NameIndex(graph)
    #expect(try index.find("alibaba").count == 2)
    let company = try #require(graph.catalog.label("Company"))
    #expect(try index.find("alibaba", labels: [company]).count == 1)
    #expect(try index.find("china", labels: [company]).isEmpty)
  }

  /// One line that says whom words mean.
  static func resolved(_ words: String, in graph: Graph) throws -> String {
    func ids(_ matches: [NameMatch]) -> String {
      matches.map { String(graph.elementID(of: $0.node)) }.joined(separator: " ")
    }
    switch try NameIndex(graph).resolve(words) {
    case .one(let match): return "one \(ids([match])) \(match.how)"
    case .several(let matches): return "several \(ids(matches))"
    case .none(let nearest): return "none \(ids(nearest))"
    }
  }

  @Test(arguments: [
    ("alibaba", "one alibaba exact"), ("알리바바", "one alibaba exact"), ("ALIBABA", "one alibaba folded"),
    ("중국", "one china exact"), ("ㅇㅂㄷㅇ", "one nvidia initial consonants"), ("ㅇㄹㅂㅂ", "several alibaba program"),
    ("Wu", "one wu-yongming prefix"), ("Alib", "several alibaba program"), ("nvida", "none nvidia"),
    ("chna", "none china china-government"), ("Chian", "none china china-government"), ("xyzzy", "none "),
    ("", "none "),
  ])
  func `words mean one node, several or none`(words: String, meaning: String) throws {
    #expect(try Self.resolved(words, in: Self.race()) == meaning)
  }

  @Test func `an id comes before a name, and the text itself before one that folds to it`() throws {
    let graph = try Self.graph(
      "x :A name:y\ny :A name:z\nb1 :A name:Foo\nb2 :A name:foo\nc1 :A name:bar\nc2 :A name:bar")
    #expect(try Self.resolved("y", in: graph) == "one y exact")
    #expect(try Self.resolved("z", in: graph) == "one y exact")
    #expect(try Self.resolved("Foo", in: graph) == "one b1 exact")
    #expect(try Self.resolved("FOO", in: graph) == "several b1 b2")
    #expect(try Self.resolved("bar", in: graph) == "several c1 c2")
  }

  @Test func `nodes without ids are meant by their element ids, and a stored id hides that of the file`() throws {
    var builder = GraphBuilder()
    _ = builder.addNode(id: nil, labels: ["A"], properties: [("name", .string("x"))])
    _ = builder.addNode(
      id: nil, labels: ["A"], properties: [("name", .integer(1984)), ("alias", .list([.string("p"), .null]))])
    _ = builder.addNode(id: "f", labels: ["A"], properties: [("id", .integer(7))])
    let graph = try builder.build()
    #expect(try Self.resolved("n:1", in: graph) == "one n:1 exact")
    #expect(try Self.resolved("1984", in: graph) == "one n:1 exact")
    #expect(try Self.resolved("7", in: graph) == "one f exact")
    #expect(try Self.resolved("f", in: graph) == "none ")
    #expect(try Self.resolved("n:9", in: graph) == "none ")
  }
}

extension String {
  /// Hangul syllables as their parts.
  var decomposed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard (0xAC00...0xD7A3).contains(scalar.value) else {
        scalars.append(scalar)
        continue
      }
      let index = scalar.value - 0xAC00
      let parts = [0x1100 + index / 588, 0x1161 + index / 28 % 21, 0x11A7 + index % 28]
      scalars.append(contentsOf: parts.filter { $0 != 0x11A7 }.compactMap(Unicode.Scalar.init))
    }
    return String(scalars)
  }
}
