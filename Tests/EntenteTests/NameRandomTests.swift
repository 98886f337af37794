import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import Entente

/// Names made by chance, changed a little, and found again.
struct NameRandomTests {
  /// Names of one to three words in Latin, Hangul or Chinese.
  struct Names {
    var random: SplitMix64

    mutating func latin() -> String {
      let letters = Array("aàbcçdeéfghiíjklłmnñoöøprsßtuüvwyz")
      return String(
        (0..<Int.random(in: 2...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }
      )
      .capitalizedFirst
    }

    mutating func hangul() -> String {
      let scalars = (0..<Int.random(in: 2...5, using: &random)).map { _ in
        UInt32.random(in: 0xAC00...0xD7A3, using: &random)
      }
      return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    mutating func chinese() -> String {
      let scalars = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        UInt32.random(in: 0x4E00...0x5FFF, using: &random)
      }
      return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    mutating func name() -> String {
      let script = Int.random(in: 0...2, using: &random)
      let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        script == 0 ? latin() : script == 1 ? hangul() : chinese()
      }
      return words.joined(separator: script == 2 ? "" : " ")
    }
  }

  static func graph(_ names: [String]) throws -> Graph {
    var builder = GraphBuilder()
    for name in names { _ = builder.addNode(id: nil, labels: [], properties: [("name", .string(name))]) }
    return try builder.build()
  }

  @Test(arguments: 1...20)
  func `a name is found again whatever its case, width, encoding and signs`(seed: Int) throws {
    var names = Names(random: SplitMix64(seed: UInt64(seed)))
    let all = (0..<200).map { _ in names.name() }
    let index = try NameIndex(Self.graph(all))
    for (place, name) in all.enumerated() {
      for changed in [
        name.uppercased(), name.decomposed, name.fullWidth, name.split(separator: " ").joined(separator: "-"),
      ] {
        let found = try index.find(changed)
        #expect(
          found.contains { $0.node == NodeID(UInt32(place)) && $0.way <= .folded },
          "seed \(seed): \(changed) of \(name)")
      }
    }
  }

  @Test(arguments: 1...20)
  func `parts, words in another order, initial consonants and typos find a name`(seed: Int) throws {
    var names = Names(random: SplitMix64(seed: UInt64(1000 + seed)))
    let all = (0..<200).map { _ in names.name() }
    let index = try NameIndex(Self.graph(all))
    for (place, name) in all.enumerated() {
      let node = NodeID(UInt32(place))
      func expectFound(_ words: String, atLeast way: NameMatch.Way, edits: Int = 0) throws {
        let match = try index.find(words).first { $0.node == node }
        #expect(
          match.map { $0.way <= way && $0.edits <= edits } ?? false,
          "seed \(seed): \(words) of \(name), \(match as Any)")
      }
      let letters = Array(name)
      try expectFound(String(letters.prefix(1 + letters.count / 2)), atLeast: .prefix)
      try expectFound(String(letters.suffix(1 + letters.count / 2)), atLeast: .part)
      try expectFound(name.split(separator: " ").reversed().joined(separator: " "), atLeast: .words)
      if let consonants = name.initialConsonants(every: 1 + seed % 3) {
        try expectFound(consonants, atLeast: .initials)
      }
      let typo = Self.mistyped(name, using: &names.random)
      if FoldedName(typo).count >= 4 { try expectFound(typo, atLeast: .typo, edits: 1) }
    }
  }

  /// A name with one key too much, too few, replaced, or swapped with its neighbour; keys as text, which folds to them.
  static func mistyped(_ name: String, using random: inout SplitMix64) -> String {
    let folded = FoldedName(name)
    var keys = (0..<folded.count).map { folded[$0] }
    let place = Int.random(in: 0..<keys.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: keys.remove(at: place)
    case 1: keys.insert(0x78, at: place)
    case 2: keys[place] = 0x78
    default: if place + 1 < keys.count { keys.swapAt(place, place + 1) }
    }
    return String(String.UnicodeScalarView(keys.compactMap(Unicode.Scalar.init)))
  }

  /// The distance of optimal string alignment by its definition: the cheapest way to read both to the end.
  static func distance(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Int {
    guard let first = left.first else { return right.count }
    guard let second = right.first else { return left.count }
    var least = min(distance(left.dropFirst(), right) + 1, distance(left, right.dropFirst()) + 1)
    least = min(least, distance(left.dropFirst(), right.dropFirst()) + (first == second ? 0 : 1))
    if let next = left.dropFirst().first, let other = right.dropFirst().first, next == second, first == other {
      least = min(least, distance(left.dropFirst(2), right.dropFirst(2)) + 1)
    }
    return least
  }

  @Test func `typos are those of the definition, for all short words of two letters`() throws {
    func words(_ length: Int) -> [String] {
      length == 0 ? [""] : words(length - 1).flatMap { ["\($0)a", "\($0)b"] }
    }
    let names = (1...5).flatMap(words)
    let keys = names.map { ContiguousArray(FoldedName($0).keys) }
    for word in (4...5).flatMap(words) {
      let query = NameQuery(word)
      for (name, keys) in zip(names, keys) {
        var work = 0
        let fit = query.typoFit(NameKeys(keys: keys, range: 0..<keys.count), work: &work)
        let edits = Self.distance(
          ArraySlice(word.unicodeScalars.map(\.value)), ArraySlice(name.unicodeScalars.map(\.value)))
        #expect(fit?.edits == (edits <= query.maximumEdits ? edits : nil), "\(word) \(name)")
      }
    }
  }

  @Test func `a name is told from 100,000 others by little work`() throws {
    var names = Names(random: SplitMix64(seed: 7))
    let all = (0..<100_000).map { _ in names.name() }
    let monitor = QueryMonitor(limits: QueryLimits())
    let index = try NameIndex(Self.graph(all), monitor: monitor)
    let letters = index.table.keys.count
    #expect(monitor.work <= 10 * all.count, "work to build: \(monitor.work)")

    func work(_ body: (QueryMonitor) throws -> Void) rethrows -> Int {
      let monitor = QueryMonitor(limits: QueryLimits())
      try body(monitor)
      return monitor.work
    }
    let words = all.first { $0.count > 12 } ?? ""
    #expect(try work { _ = try index.resolve(words, monitor: $0) } == 0, "a whole name is looked up")
    for words in [words, "ㅇㄹㅂㅂ", "mikrosoftt", "阿里巴巴", "알리비바"] {
      let steps = try work { _ = try index.find(words, monitor: $0) }
      #expect(steps < letters, "\(words): \(steps) steps for \(letters) letters")
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// ASCII letters and spaces in full width.
  fileprivate var fullWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x20: "\u{3000}"
          case 0x21...0x7E: Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
          default: scalar
          }
        }))
  }

  /// Each n-th syllable by its initial consonant alone; nil where not all is Hangul.
  fileprivate func initialConsonants(every step: Int) -> String? {
    var scalars = String.UnicodeScalarView()
    for (place, scalar) in unicodeScalars.filter({ $0 != " " }).enumerated() {
      guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
      let initial = HangulKeys.initials[Int(scalar.value - 0xAC00) / 588]
      scalars.append(place % step == 0 ? Unicode.Scalar(initial) ?? scalar : scalar)
    }
    return String(scalars)
  }
}
