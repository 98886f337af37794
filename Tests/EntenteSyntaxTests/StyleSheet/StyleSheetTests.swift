import EntenteSyntax
import EntenteTestSupport
import Testing

@Suite struct StyleSheetTests {
  @Test func `a palette has colours that can be read as such`() {
    for palette in StylePalette.allCases {
      #expect(palette.colors.allSatisfy { StyleColor.components($0) != nil })
      #expect(Set(palette.colors).count == palette.colors.count)
    }
  }

  @Test func `contrast is that of WCAG`() throws {
    #expect(try #require(StyleColor.contrast("#000000", "#ffffff")) == 21)
    #expect(abs(try #require(StyleColor.contrast("#767676", "#ffffff")) - 4.54) < 0.01)
    #expect(StyleColor.contrast("red", "#ffffff") == nil)
  }

  @Test func `ids count before conditions, and conditions before labels`() {
    let texts = ["node", "node.A", "node.A.B", "node[x]", "node.A[x]", "node#a", "node#a[x]"]
    let selectors = texts.compactMap { text in
      StyleSheet(parsing: SourceText(text + " {}", name: "test")).rules.first?.selectors.first?.specificity
    }
    #expect(selectors.count == texts.count)
    #expect(selectors == selectors.sorted())
  }

  @Test func `mutated sheets never crash, and what is printed of them reads the same`() throws {
    let inputs = try GoldenFile.all(in: "StyleSheets").flatMap { try $0.inputs() }
    try #require(inputs.count > 10)
    let seed: UInt64 = 20_251_126
    var random = SplitMix64(seed: seed)
    let marks = Array("{}[]()#.:;,@'\"`\\<>=!~^$*/ \n0a가".unicodeScalars)
    for round in 0..<2_000 {
      var scalars = Array(inputs[Int(random.next() % UInt64(inputs.count))].unicodeScalars)
      for _ in 0...(random.next() % 4) where !scalars.isEmpty {
        let place = Int(random.next() % UInt64(scalars.count))
        switch random.next() % 3 {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(marks[Int(random.next() % UInt64(marks.count))], at: place)
        default: scalars.swapAt(place, Int(random.next() % UInt64(scalars.count)))
        }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      let sheet = StyleSheet(parsing: SourceText(text, name: "mutated"))
      for diagnostic in sheet.diagnostics {
        #expect(!DiagnosticRenderer().text(diagnostic, in: sheet.source).isEmpty)
      }
      let again = StyleSheet(parsing: SourceText(sheet.description, name: "printed"))
      #expect(again.description == sheet.description, "seed \(seed), round \(round):\n\(text)")
    }
  }
}
