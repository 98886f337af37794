import EntenteSyntax
import EntenteTestSupport
import Testing

@Suite struct `Graph files are lossless` {
  @Test(arguments: [
    "", "\n", "a", "a\r\n\r\n # c\r b", "\u{FEFF}# c\na :x\t k:1 , 2 # d\n", " a\n b\n\nc k:\n\n# e", "a 'k",
    "a k:|x\n :y\n# c\nb",
    GraphFileMutations.seedText,
  ]) func `printing gives a file back byte for byte`(_ text: String) {
    #expect(GraphFileMutations.violation(of: ContiguousArray(text.utf8)) == nil)
  }

  @Test func `the seed file has no findings`() {
    let file = GraphFile(parsing: SourceText(GraphFileMutations.seedText, name: "seed.pg"))
    #expect(file.diagnostics.filter { $0.severity == .error } == [])
    #expect(file.statements.count == 7)
  }

  @Test func `mutated files never trap and print as they are`() {
    let seed: UInt64 = 20_250_924
    var generator = SplitMix64(seed: seed)
    for round in 0..<600 {
      let bytes = GraphFileMutations.mutated(using: &generator, illFormed: round % 4 == 0)
      let violation = GraphFileMutations.violation(of: bytes)
      #expect(
        violation == nil,
        "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test func `every prefix and every file with one byte less prints as it is`() {
    let bytes = ContiguousArray(GraphFileMutations.seedText.utf8)
    for count in bytes.indices {
      #expect(
        GraphFileMutations.violation(of: ContiguousArray(bytes[..<count])) == nil, "the first \(count) bytes")
      var shorter = bytes
      shorter.remove(at: count)
      #expect(GraphFileMutations.violation(of: shorter) == nil, "without byte \(count)")
    }
  }
}
