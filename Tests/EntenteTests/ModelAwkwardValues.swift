import Entente

/// Values on which equality, equivalence and order go wrong most easily.
enum AwkwardValues {
  static let numbers: [Value] = [
    .integer(0), .integer(1), .integer(-1), .integer(.max), .integer(.min), .integer(.max - 1),
    .integer(1 << 53), .integer((1 << 53) + 1), .integer((1 << 53) - 1), .integer(-(1 << 53) - 1),
    .float(0), .float(-0.0), .float(1), .float(-1), .float(0.5), .float(-0.5), .float(0x1p53), .float(0x1p63),
    .float(-0x1p63), .float(0x1p63.nextDown), .float((-0x1p63).nextDown), .float(.greatestFiniteMagnitude),
    .float(.leastNonzeroMagnitude), .float(.infinity), .float(-.infinity), .float(.nan),
    .float(-Double.nan), .float(.signalingNaN),
  ]

  static let scalars: [Value] =
    numbers + [
      .null, .boolean(false), .boolean(true), .string(""), .string("a"), .string("b"), .string("ab"),
      .string("é"), .string("e\u{301}"), .string("\u{FFFD}"), .string("\u{1F9D0}"), .string("1"),
      .string("1.0"),
    ] + temporals

  /// Without durations and partial dates, which have no complete comparison.
  static let temporals: [Value] =
    ([
      ("2025-02-24", .date), ("-999999999-01-01", .date), ("+999999999-12-31", .date), ("21:40", .localTime),
      ("23:59:59.999999999", .localTime), ("21:40Z", .time), ("22:40+01:00", .time), ("20:40-01:00", .time),
      ("2025-02-24T21:40", .localDateTime), ("2025-02-24T21:40Z", .dateTime), ("2025-02-24T22:40+01:00", .dateTime),
      ("2025-02-24T22:40[Europe/Berlin]", .dateTime), ("2025-02-24T22:40[Europe/Oslo]", .dateTime),
    ] as [(Text, Temporal.Kind)]).compactMap { (text: Text, kind: Temporal.Kind) in
      (try? Temporal(text, as: kind)).map(Value.temporal)
    }

  static let all: [Value] =
    scalars + [
      .list([]), .list([.null]), .list([.integer(1)]), .list([.float(1)]), .list([.integer(1), .null]),
      .list([.null, .integer(1)]), .list([.integer(1), .integer(2)]), .list([.float(.nan)]),
      .list([.list([.integer(1)])]), .list([.list([.null])]), .list([.string("a")]),
      .list([.map(MapValue([]))]),
      .map(MapValue([])), .map(MapValue([("k", .null)])), .map(MapValue([("k", .integer(1))])),
      .map(MapValue([("k", .float(1))])), .map(MapValue([("l", .integer(1))])),
      .map(MapValue([("k", .integer(1)), ("l", .null)])), .map(MapValue([("k", .list([.null]))])),
      .node(NodeID(0)), .node(NodeID(1)), .node(NodeID(.max)), .relationship(RelationshipID(0)),
      .relationship(RelationshipID(1)), .path(PathValue(elements: [0])),
      .path(PathValue(elements: [0, 1, 2])),
      .path(PathValue(elements: [0, 2, 2])), .path(PathValue(elements: [1])),
    ]
}
