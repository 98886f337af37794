import Testing

@testable import Entente

@Suite struct `Property columns` {
  func column(_ values: [(UInt32, Value)]) throws -> PropertyColumn {
    var builder = ColumnBuilder()
    for (id, value) in values { builder.append(id, value) }
    let column = try #require(builder.finish())
    #expect(column.checkInvariants(name: "column", idLimit: 1 << 30) == [])
    for (id, value) in values { #expect(column.value(at: id).literal == value.literal) }
    return column
  }

  @Test func `take the type of their values`() throws {
    #expect(try column([(0, .integer(1)), (1, .integer(2))]).storage == .integers)
    #expect(try column([(0, .float(1)), (1, .float(.nan))]).storage == .floats)
    #expect(try column([(0, .boolean(true)), (1, .boolean(false))]).storage == .booleans)
    #expect(try column([(0, .string("a")), (1, .string("b"))]).storage == .strings)
    #expect(try column([(0, .list([]))]).storage == .values)
    #expect(try column([(0, .integer(1)), (1, .float(1))]).storage == .values)
    #expect(try column([(0, .string("a")), (1, .integer(1)), (2, .string("b"))]).storage == .values)
    #expect(try column([(0, .boolean(true)), (1, .string("a"))]).storage == .values)
  }

  @Test func `span the ids that have the key, with a bitmap of nulls`() throws {
    let column = try column([(10, .integer(1)), (12, .integer(2)), (13, .integer(3))])
    #expect(column.firstID == 10)
    #expect(column.slotCount == 4)
    #expect(column.ids == nil)
    #expect(column.isNull(at: 11))
    #expect(column.isNull(at: 9))
    #expect(column.isNull(at: 14))
    #expect(column.isNull(at: .max))
    #expect(column.integers?.count == 4)
  }

  @Test func `list their ids where few elements have the key`() throws {
    let column = try column([(10, .string("a")), (1_000_000, .string("b")), (2_000_000, .string("a"))])
    #expect(column.ids.map(Array.init) == [10, 1_000_000, 2_000_000])
    #expect(column.slotCount == 3)
    #expect(column.isNull(at: 11))
    #expect(column.isNull(at: 0))
    #expect(column.isNull(at: .max))
  }

  @Test func `sort their dictionary, so that codes compare as texts do`() throws {
    let column = try column([(0, .string("b")), (1, .string("a")), (2, .string("c")), (3, .string("b"))])
    let codes = try #require(column.codes)
    #expect(Array(codes) == [1, 0, 2, 1])
    #expect(column.dictionary.isSorted)
    #expect(column.dictionary.code(of: "c") == 2)
    #expect(column.dictionary.code(of: "d") == nil)
    #expect(column.distinctCount == 3)
  }

  @Test func `keep a large dictionary unsorted and still find its texts`() throws {
    var builder = ColumnBuilder()
    let count = ColumnBuilder.largestSortedDictionary + 1
    for id in 0..<count { builder.append(UInt32(id), .string("text \(count - id)")) }
    let column = try #require(builder.finish())
    #expect(!column.dictionary.isSorted)
    #expect(column.distinctCount == count)
    for id in stride(from: 0, to: count, by: 997) {
      let code = try #require(column.dictionary.code(of: Text("text \(count - id)")))
      #expect(column.codes?[id] == code)
    }
  }

  @Test func `follow their elements to new ids`() throws {
    var builder = ColumnBuilder()
    for id in [0, 2, 3] as [UInt32] { builder.append(id, .integer(Int64(id))) }
    let column = try #require(builder.finish(renumbered: [3, 2, 1, 0]))
    #expect(column.checkInvariants(name: "column", idLimit: 4) == [])
    #expect((0..<4).map { column.value(at: $0).literal } == ["3", "2", "null", "0"])
  }

  @Test func `are continued, and shared where nothing changed`() throws {
    let first = try column([(0, .string("a")), (2, .string("b"))])
    #expect(ColumnBuilder(continuing: first).finish() === first)
    #expect(ColumnBuilder(continuing: first).finish(renumbered: [0, 9, 2]) === first)
    var more = ColumnBuilder(continuing: first)
    more.append(5, .string("A"))
    let second = try #require(more.finish())
    #expect(second.storage == .strings)
    #expect([0, 2, 5].map { second.value(at: $0).literal } == ["'a'", "'b'", "'A'"])
    var mixed = ColumnBuilder(continuing: second)
    mixed.append(6, .integer(1))
    let third = try #require(mixed.finish())
    #expect([0, 2, 5, 6].map { third.value(at: $0).literal } == ["'a'", "'b'", "'A'", "1"])
  }

  @Test func `count different values, exactly where they are few and nearly where they are many`() {
    #expect(DistinctCount.of([1, 1, 2] as ContiguousArray<Int64>) == 2)
    #expect(DistinctCount.of([0, -0.0, .nan, -.nan, 1] as ContiguousArray<Double>) == 3)
    #expect(DistinctCount.of([.integer(1), .float(1), .string("1")] as ContiguousArray<Value>) == 2)
    let many = ContiguousArray((0..<200_000).map { Int64($0 % 50_000) })
    #expect(abs(DistinctCount.of(many) - 50_000) < 4_000)
    let few = ContiguousArray((0..<70_000).map { Int64($0 % 3) })
    #expect(DistinctCount.of(few) == 3)
    let all = ContiguousArray((0..<100_000).map { Value.integer(Int64($0)) })
    #expect(DistinctCount.of(all) == 100_000)
  }
}
