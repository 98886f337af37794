import EntenteSyntax
import Testing

/// Statements of a file in a short form: `a :x k=[1 "v"]`, `e|a->b :x`, `!` for what could not be read.
private func outline(_ text: String) -> String {
  let source = SourceText(text, name: "test.pg")
  let file = GraphFile(parsing: source, linting: false)
  func name(_ name: GraphFile.Name) -> String { name.string(in: source) }
  func rest(_ labels: [GraphFile.Label], _ properties: [GraphFile.Property]) -> String {
    let labels = labels.map { " :\(name($0.name))" }.joined()
    let properties = properties.map { property in
      let values = property.values.map { value in
        switch value.literal {
        case .integer(let integer): "\(integer)"
        case .float(let float): "\(float)"
        case .boolean(let boolean): "\(boolean)"
        case .string(let string): "\"\(name(string))\""
        }
      }
      return " \(name(property.key))=[\(values.joined(separator: " "))]"
    }
    return labels + properties.joined()
  }
  return file.statements.map { statement in
    switch statement {
    case .node(let node): name(node.id) + rest(node.labels, node.properties)
    case .edge(let edge):
      (edge.id.map { name($0) + "|" } ?? "") + name(edge.source)
        + (edge.direction == .directed ? "->" : "--") + name(edge.target) + rest(edge.labels, edge.properties)
    case .malformed: "!"
    }
  }.joined(separator: "; ")
}

@Suite struct `The grammar of graph files` {
  @Test(arguments: [
    ("", ""),
    (" \t", ""),
    ("# c", ""),
    (" # c\na", "a"),
    ("\u{FEFF}a", "a"),
    ("a,b", "a,b"),
    ("a--", "a--"),
    ("~',-:", "~',-:"),
    ("a\u{7F}b\u{85}c\u{A0}d", "a\u{7F}b\u{85}c\u{A0}d"),
    ("'\"' \"k\":'\\'\\\"\\/\\\\\\b\\f\\n\\r\\t'", "\" k=[\"'\"/\\\u{8}\u{C}\n\r\t\"]"),
    (#""\ud83d\ude00\u00E9""#, "😀é"),
    ("a\n\n# c\n :y\n:", "a :y; !"),
    ("a\r :b\r\n c:d\rb", "a :b c=[\"d\"]; b"),
    ("a#c", "a#c"),
    ("\"a\"#c", "a"),
    ("a :x :x : y", "a :x :x :y"),
    ("a :b:c :http://e.org/", "a :b:c :http://e.org/"),
  ]) func `ids, labels, comments and whitespace`(_ pair: (String, String)) {
    #expect(outline(pair.0) == pair.1)
  }

  @Test(arguments: [
    ("a -> b", "a->b"),
    ("a -- a", "a--a"),
    ("1: 2 -> 3", "1|2->3"),
    ("1: -> 2", "1:->2"),
    ("x:: a -> b", "x:|a->b"),
    ("':': a -> b", ":|a->b"),
    ("a:#c\n b -> c", "a|b->c"),
    ("a: 'b' -> c", "a|b->c"),
    ("a: b\n ->\n c\n :L", "a|b->c :L"),
    ("a: b:c", "a: b=[\"c\"]"),
    ("a: b: c -> d", "!"),
    ("a: :b", "a: :b"),
    ("a -> b: k:1", "a->b: k=[1]"),
    ("1 : a -> b", "!"),
    ("a --b", "!"),
    ("a -> -> b", "!"),
    ("a -- b -- c", "!"),
    ("\"a\":b -> c", "!"),
    ("\"a\": k:1", "!"),
    ("a b: -> c", "!"),
    ("a ->", "!"),
    ("a ->\nb", "!; b"),
  ]) func `edges and their ids`(_ pair: (String, String)) {
    #expect(outline(pair.0) == pair.1)
  }

  @Test(arguments: [
    ("a b:c:d", "a b=[\"c:d\"]"),
    ("a b:c: d", "a b:c=[\"d\"]"),
    ("a b:c:#x\n d", "a b:c=[\"d\"]"),
    ("a k:b:", "a k=[\"b:\"]"),
    ("a k:b: ", "a k=[\"b:\"]"),
    ("a k:b: # c", "a k=[\"b:\"]"),
    ("a k:\n  v:w x:y", "a k=[\"v:w\"] x=[\"y\"]"),
    ("a k,k:v,w", "a k,k=[\"v\" \"w\"]"),
    ("a k':v'", "a k'=[\"v'\"]"),
    ("a k:1 ,\n 2\t,'x',\"\"", "a k=[1 2 \"x\" \"\"]"),
    ("a k:#c\n  1.0e+2", "a k=[100.0]"),
    ("a k:1 k:2", "a k=[1] k=[2]"),
    ("a k :1", "!"),
    ("a 'k' :1", "!"),
    ("a k:1,", "!"),
    ("a k:,1", "!"),
    ("a k:1,,2", "!"),
    ("a k:1,\n2", "!; 2"),
    ("a k:1 :x", "!"),
    ("a k", "!"),
    ("a k:1 2", "!"),
    ("a k:'x'l:1", "!"),
    ("a k:a|b", "!"),
  ]) func `properties and lists`(_ pair: (String, String)) {
    #expect(outline(pair.0) == pair.1)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-12", "-12"), ("1.5", "1.5"), ("1e5", "100000.0"), ("-2E-2", "-0.02"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775808", "9.223372036854776e+18"), ("true", "true"), ("false", "false"),
    ("null", "\"null\""), ("01", "\"01\""), ("1.", "\"1.\""), (".5", "\".5\""), ("+1", "\"+1\""),
    ("1e", "\"1e\""), ("1a", "\"1a\""), ("truex", "\"truex\""), ("True", "\"True\""),
    ("2024-10-01", "\"2024-10-01\""), ("2#c", "2"), ("true#c", "true"), ("x#c", "\"x#c\""),
    ("[1", "\"[1\""), ("http://e.org/?a=1#x", "\"http://e.org/?a=1#x\""), ("\u{A0}1", "\"\u{A0}1\""),
    ("'1'", "\"1\""), ("\"true\"", "\"true\""),
  ]) func `the longest reading of a value decides its type`(_ pair: (String, String)) {
    #expect(outline("a k:\(pair.0)") == "a k=[\(pair.1)]")
  }

  @Test(arguments: [
    "-", "-x", "-1a", "-01", ":x", "#x", "{1}", "1e400", "-1e400", "'", "'x", "\"\\x\"", "\"\\u12\"",
  ])
  func `what is no value is an error`(_ value: String) {
    let file = GraphFile(parsing: SourceText("a k:\(value)", name: "test.pg"), linting: false)
    #expect(file.diagnostics.map(\.severity) == [.error], "a k:\(value)")
  }

  @Test func `number lexemes stay as written`() throws {
    let source = SourceText("a k:1.50e+3", name: "test.pg")
    let file = GraphFile(parsing: source)
    guard case .node(let node) = file.statements.first else { return #expect(Bool(false), "no node") }
    let value = try #require(node.properties.first?.values.first)
    #expect(source[value.range] == "1.50e+3")
    #expect(value.literal == .float(1500))
  }
}
