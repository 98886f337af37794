/// A word with a meaning in the grammar; written in any case, and still a name where the grammar wants one.
enum Keyword: String, CaseIterable, Sendable {
  case all = "ALL"
  case allShortestPaths = "ALLSHORTESTPATHS"
  case and = "AND"
  case any = "ANY"
  case `as` = "AS"
  case asc = "ASC"
  case ascending = "ASCENDING"
  case by = "BY"
  case call = "CALL"
  case `case` = "CASE"
  case collect = "COLLECT"
  case contains = "CONTAINS"
  case count = "COUNT"
  case create = "CREATE"
  case delete = "DELETE"
  case desc = "DESC"
  case descending = "DESCENDING"
  case detach = "DETACH"
  case distinct = "DISTINCT"
  case `else` = "ELSE"
  case end = "END"
  case ends = "ENDS"
  case exists = "EXISTS"
  case explain = "EXPLAIN"
  case extract = "EXTRACT"
  case `false` = "FALSE"
  case filter = "FILTER"
  case foreach = "FOREACH"
  case `in` = "IN"
  case `is` = "IS"
  case limit = "LIMIT"
  case match = "MATCH"
  case merge = "MERGE"
  case noneOf = "NONE"
  case not = "NOT"
  case null = "NULL"
  case of = "OF"
  case on = "ON"
  case optional = "OPTIONAL"
  case or = "OR"
  case order = "ORDER"
  case profile = "PROFILE"
  case reduce = "REDUCE"
  case remove = "REMOVE"
  case `return` = "RETURN"
  case set = "SET"
  case shortestPath = "SHORTESTPATH"
  case single = "SINGLE"
  case skip = "SKIP"
  case starts = "STARTS"
  case then = "THEN"
  case `true` = "TRUE"
  case union = "UNION"
  case unwind = "UNWIND"
  case when = "WHEN"
  case `where` = "WHERE"
  case with = "WITH"
  case xor = "XOR"
  case yield = "YIELD"
}

extension Keyword {
  /// Whether the word opens a clause.
  var startsClause: Bool {
    switch self {
    case .call, .create, .delete, .detach, .foreach, .match, .merge, .optional, .remove, .return, .set,
      .unwind,
      .with:
      true
    default: false
    }
  }

  /// Whether the word is of an older Cypher, and not to be suggested.
  var isOld: Bool { self == .extract || self == .filter }

  /// Words that are no variable in an expression unless what follows leaves no doubt: reading them as variables
  /// would move the error of `WHERE RETURN n` away from its place.
  var isReserved: Bool {
    switch self {
    case .all, .and, .as, .asc, .ascending, .by, .case, .contains, .create, .delete, .desc, .descending,
      .detach,
      .distinct, .else, .end, .ends, .exists, .false, .in, .is, .limit, .match, .merge, .not, .null, .on,
      .optional, .or, .order, .remove, .return, .set, .skip, .starts, .then, .true, .union, .unwind, .when,
      .where, .with, .xor:
      true
    default: false
    }
  }
}

extension Keyword {
  /// The keyword that some bytes spell, whatever their case.
  ///
  /// - Complexity: O(length of the word).
  static func spelled(by bytes: ContiguousArray<UInt8>, from lower: Int, to upper: Int) -> Keyword? {
    guard upper - lower <= Packed.capacity, upper - lower >= 2 else { return nil }
    var packed = Packed()
    for index in lower..<upper {
      let letter = bytes[index] & 0xDF
      guard letter >= 0x41, letter <= 0x5A, bytes[index] >= 0x41 else { return nil }
      packed.append(letter)
    }
    return table[packed]
  }

  /// Up to sixteen capital letters in two integers, so that looking a word up makes no string.
  private struct Packed: Hashable {
    static let capacity = 16
    var high: UInt64 = 0
    var low: UInt64 = 0

    mutating func append(_ letter: UInt8) {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(letter)
    }
  }

  private static let table: [Packed: Keyword] = {
    var table: [Packed: Keyword] = [:]
    for keyword in allCases {
      var packed = Packed()
      for letter in keyword.rawValue.utf8 { packed.append(letter) }
      table[packed] = keyword
    }
    return table
  }()
}
