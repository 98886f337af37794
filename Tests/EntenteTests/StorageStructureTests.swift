import EntenteTestSupport
import Testing

@testable import Entente

@Suite struct `Structures of storage` {
  @Test func `a flat buffer holds what it was given`() {
    let buffer = FlatBuffer([3, 5, 5, 9] as ContiguousArray<UInt32>)
    #expect(Array(buffer) == [3, 5, 5, 9])
    #expect(buffer.withElements { $0.reduce(0, +) } == 22)
    #expect(buffer.lowerBound(of: 5, in: 0..<4) == 1)
    #expect(buffer.upperBound(of: 5, in: 0..<4) == 3)
    #expect(buffer.lowerBound(of: 10, in: 1..<4) == 4)
    #expect(FlatBuffer([] as ContiguousArray<Double>).isEmpty)
  }

  @Test func `a bitmap gives its members in batches from any cursor`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let first = UInt32.random(in: 0...200, using: &random)
      let members = Set(
        (0..<Int.random(in: 1...80, using: &random)).map { _ in first + .random(in: 0...300, using: &random) }
      )
      .sorted()
      var builder = BitmapBuilder(spanning: (members.first ?? 0)..<((members.last ?? 0) + 1))
      for member in members { builder.insert(member) }
      let set = NodeSet(builder.finish())
      #expect(set.count == members.count, "seed \(seed)")
      for id in 0...600 as ClosedRange<UInt32> {
        #expect(set.contains(NodeID(id)) == members.contains(id), "seed \(seed)")
      }
      let start = UInt32.random(in: 0...600, using: &random)
      let limit = Int.random(in: 1...30, using: &random)
      var cursor = start
      var ids: ContiguousArray<UInt32> = []
      var before = 0
      while set.next(&cursor, limit: limit, into: &ids) {
        #expect(ids.count - before <= limit && ids.count > before)
        before = ids.count
      }
      #expect(Array(ids) == members.filter { $0 >= start }, "seed \(seed), start \(start), limit \(limit)")
      var visited: [UInt32] = []
      set.forEach { visited.append($0.rawValue) }
      #expect(visited == members)
    }
  }

  @Test func `a bitmap takes ranges word by word`() {
    for lower in stride(from: 0, through: 130, by: 13) as StrideThrough<UInt32> {
      for length in [0, 1, 63, 64, 65, 128, 200] as [UInt32] {
        var builder = BitmapBuilder(spanning: 0..<400)
        builder.insert(lower..<(lower + length))
        var members: [UInt32] = []
        builder.finish().forEach { members.append($0) }
        #expect(members == Array(lower..<(lower + length)))
      }
    }
  }

  @Test func `a range of nodes is given in batches from any cursor`() {
    let set = NodeSet(5..<12)
    var cursor: UInt32 = 0
    var batches: [[UInt32]] = []
    var ids: ContiguousArray<UInt32> = []
    while set.next(&cursor, limit: 3, into: &ids) {
      batches.append(Array(ids))
      ids.removeAll()
    }
    #expect(batches == [[5, 6, 7], [8, 9, 10], [11]])
    cursor = 12
    #expect(!set.next(&cursor, limit: 3, into: &ids))
    #expect(!set.next(&cursor, limit: 0, into: &ids))
    #expect(!NodeSet().next(&cursor, limit: 3, into: &ids))
  }

  @Test func `symbols are told apart by their bytes`() {
    var table = SymbolTable()
    #expect(table.intern("é") == 0)
    #expect(table.intern("e\u{301}") == 1)
    #expect(table.intern("") == 2)
    #expect(table.intern("é") == 0)
    for number in 0..<1_000 { _ = table.intern(Text("symbol \(number)")) }
    #expect(table.count == 1_003)
    #expect(table.code(of: "symbol 999") == 1_002)
    #expect(table.code(of: "symbol 1000") == nil)
    #expect(table.checkInvariants(name: "table") == [])
    let (sorted, renumbered) = table.sorted()
    #expect(sorted.checkInvariants(name: "sorted") == [])
    #expect(sorted.texts.elementsEqual(table.texts.sorted()))
    for (old, new) in renumbered.enumerated() { #expect(sorted[new] == table[UInt32(old)]) }
    var continued = sorted
    #expect(continued.intern("new") == 1_003)
    #expect(continued.intern("symbol 5") == sorted.code(of: "symbol 5"))
  }

  @Test func `sorting is stable, by counting and by comparison`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    for highest in [0, 3, 100, .max] as [UInt32] {
      let keys = ContiguousArray((0..<300).map { _ in UInt32.random(in: 0...highest, using: &random) })
      let items = ContiguousArray((0..<300 as Range<UInt32>).shuffled(using: &random))
      let expected = items.enumerated().sorted {
        (keys[Int($0.element)], $0.offset) < (keys[Int($1.element)], $1.offset)
      }
      #expect(StableSort.sorted(items, keys: keys).elementsEqual(expected.map(\.element)), "seed \(seed)")
    }
    #expect(StableSort.sorted([], keys: []).isEmpty)
  }

  @Test func `rows are found whether offsets are dense or sparse`() {
    for rows in [[], [4, 4, 6], [17, 17, 90, 8000, 8000], [0], [.max - 1]] as [ContiguousArray<UInt32>] {
      let index = RowIndex(sortedRows: rows)
      for row in [0, 3, 4, 5, 6, 7, 17, 89, 90, 8000, 8001, .max - 1, .max] as [UInt32] {
        let places = rows.indices.filter { rows[$0] == row }
        #expect(Array(index.places(of: row)) == places)
        for place in places { #expect(index.row(at: place) == row) }
      }
      #expect(index.rowCount == Set(rows).count)
      #expect(index.checkInvariants(name: "rows", entryCount: rows.count, rowLimit: .max) == [])
    }
  }

  @Test func `invariants notice an unsound structure`() {
    let index = RowIndex(sortedRows: [4, 4, 6])
    #expect(!index.checkInvariants(name: "rows", entryCount: 4, rowLimit: 10).isEmpty)
    #expect(
      index.checkInvariants(name: "rows", entryCount: 3, rowLimit: 6) == ["rows: row 6 is no node of 6."])
    var order: ContiguousArray<UInt32> = []
    let rows = CompressedRows(sources: [0, 1], targets: [1, 5], order: &order)
    #expect(rows.checkInvariants(name: "T", nodeCount: 6) == [])
    #expect(rows.checkInvariants(name: "T", nodeCount: 5) == ["T, incoming: row 5 is no node of 5."])
  }
}
