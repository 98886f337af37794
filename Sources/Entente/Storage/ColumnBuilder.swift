/// The values of a column before they are laid out, in the order of their ids.
enum ColumnPayload {
  case integers(ContiguousArray<Int64>)
  case floats(ContiguousArray<Double>)
  case booleans(ContiguousArray<Bool>)
  case strings(ContiguousArray<UInt32>, SymbolTable)
  case values(ContiguousArray<Value>)
}

/// Which slot each value of a column gets.
struct ColumnLayout {
  let count: Int
  let firstID: UInt32
  let slotCount: Int
  let ids: ContiguousArray<UInt32>?
  let present: Bitmap?
  /// The slot of the value at each place of the payload; nil where slot = place.
  private let slots: ContiguousArray<UInt32>?

  /// - Parameter ids: distinct ids, one a value, in any order; not empty.
  init(_ ids: ContiguousArray<UInt32>) {
    count = ids.count
    let first = ids.min() ?? 0
    let span = Int((ids.max() ?? 0) - first) + 1
    firstID = first
    if span <= 4 * ids.count {
      slotCount = span
      self.ids = nil
      if span == ids.count && ids.indices.allSatisfy({ Int(ids[$0] - first) == $0 }) {
        slots = nil
        present = nil
      } else {
        let slots = ContiguousArray(ids.lazy.map { $0 - first })
        if span == ids.count {
          present = nil
        } else {
          var bits = BitmapBuilder(spanning: 0..<UInt32(span))
          for slot in slots { bits.insert(slot) }
          present = bits.finish()
        }
        self.slots = slots
      }
    } else {
      let order = StableSort.sorted(ContiguousArray(0..<UInt32(ids.count)), keys: ids)
      var slots = ContiguousArray<UInt32>(repeating: 0, count: ids.count)
      for (slot, place) in order.enumerated() { slots[Int(place)] = UInt32(slot) }
      slotCount = ids.count
      present = nil
      self.ids = ContiguousArray(order.lazy.map { ids[Int($0)] })
      self.slots = slots
    }
  }

  /// Puts each value into its slot, and a filler into null slots.
  func arrange<Element>(_ payload: ContiguousArray<Element>, filler: Element) -> ContiguousArray<Element> {
    guard let slots else { return payload }
    var arranged = ContiguousArray(repeating: filler, count: slotCount)
    for (place, slot) in slots.enumerated() { arranged[Int(slot)] = payload[place] }
    return arranged
  }
}

/// Collects the values of one key; begins typed and falls back to general values when kinds mix.
struct ColumnBuilder {
  /// The column this one continues, as long as nothing was appended to it.
  private var untouched: PropertyColumn?
  private var ids: ContiguousArray<UInt32> = []
  private var storage: PropertyColumn.Storage?
  // One of them grows. (Not an enum with payloads: appending to a payload would copy it.)
  private var integers: ContiguousArray<Int64> = []
  private var floats: ContiguousArray<Double> = []
  private var booleans: ContiguousArray<Bool> = []
  private var codes: ContiguousArray<UInt32> = []
  private var texts = SymbolTable()
  private var values: ContiguousArray<Value> = []

  init() {}

  /// Continues a column of an earlier snapshot.
  init(continuing column: PropertyColumn?) { untouched = column }

  /// Appends the value of an element that has none yet; null is ignored.
  mutating func append(_ id: UInt32, _ value: Value) {
    if value.isNull { return }
    if let column = untouched { unfold(column) }
    ids.append(id)
    switch (storage ?? Self.storage(for: value), value) {
    case (.integers, .integer(let value)):
      storage = .integers
      integers.append(value)
    case (.floats, .float(let value)):
      storage = .floats
      floats.append(value)
    case (.booleans, .boolean(let value)):
      storage = .booleans
      booleans.append(value)
    case (.strings, .string(let value)):
      storage = .strings
      codes.append(texts.intern(value))
    case (.integers, _), (.floats, _), (.booleans, _), (.strings, _), (.values, _):
      generalize()
      values.append(value)
    }
  }

  /// Gives elements other values, whether they had one or not; null takes the value away.
  mutating func replace(_ values: [UInt32: Value]) {
    rebuild { values[$0] == nil }
    for id in values.keys.sorted() { append(id, values[id] ?? .null) }
  }

  /// Takes the values of elements away.
  mutating func remove(_ removed: Set<UInt32>) {
    if let column = untouched, removed.allSatisfy(column.isNull(at:)) { return }
    rebuild { !removed.contains($0) }
  }

  /// Keeps the values of some elements only. A column of values of one kind becomes typed again.
  private mutating func rebuild(keeping keeps: (UInt32) -> Bool) {
    if let column = untouched { unfold(column) }
    let old = self
    self = ColumnBuilder()
    for (place, id) in old.ids.enumerated() where keeps(id) { append(id, old.value(at: place)) }
  }

  private func value(at place: Int) -> Value {
    switch storage {
    case .integers: .integer(integers[place])
    case .floats: .float(floats[place])
    case .booleans: .boolean(booleans[place])
    case .strings: .string(texts[codes[place]])
    case .values: values[place]
    case nil: .null
    }
  }

  /// The column, or nil when no element has the key.
  ///
  /// - Parameter renumbered: the final id of each id that was appended; nil where they are final.
  consuming func finish(renumbered: ContiguousArray<UInt32>? = nil) -> PropertyColumn? {
    if let column = untouched {
      guard let renumbered else { return column }
      var moved = false
      column.forEachID { id, _ in if renumbered[Int(id)] != id { moved = true } }
      guard moved else { return column }
      unfold(column)
    }
    guard !ids.isEmpty, let storage else { return nil }
    let layout = ColumnLayout(
      renumbered.map { renumbered in ContiguousArray(ids.lazy.map { renumbered[Int($0)] }) } ?? ids)
    switch storage {
    case .integers: return PropertyColumn(layout, .integers(integers))
    case .floats: return PropertyColumn(layout, .floats(floats))
    case .booleans: return PropertyColumn(layout, .booleans(booleans))
    case .values: return PropertyColumn(layout, .values(values))
    case .strings:
      // Sorting a large dictionary costs more than range predicates on its column are likely to save.
      guard texts.count <= Self.largestSortedDictionary else {
        return PropertyColumn(layout, .strings(codes, texts))
      }
      let (sorted, renumberedCodes) = texts.sorted()
      return PropertyColumn(
        layout, .strings(ContiguousArray(codes.lazy.map { renumberedCodes[Int($0)] }), sorted))
    }
  }

  static let largestSortedDictionary = 1 << 16

  private static func storage(for value: Value) -> PropertyColumn.Storage {
    switch value {
    case .integer: .integers
    case .float: .floats
    case .boolean: .booleans
    case .string: .strings
    case .null, .temporal, .list, .map, .node, .relationship, .path: .values
    }
  }

  /// Turns what was collected into general values.
  private mutating func generalize() {
    switch storage {
    case .integers: values = ContiguousArray(integers.lazy.map { .integer($0) })
    case .floats: values = ContiguousArray(floats.lazy.map { .float($0) })
    case .booleans: values = ContiguousArray(booleans.lazy.map { .boolean($0) })
    case .strings: values = ContiguousArray(codes.lazy.map { [texts] in .string(texts[$0]) })
    case .values, nil: break
    }
    storage = .values
    (integers, floats, booleans, codes, texts) = ([], [], [], [], SymbolTable())
  }

  /// Takes over the values of a column in the order of its ids.
  private mutating func unfold(_ column: PropertyColumn) {
    untouched = nil
    storage = column.storage
    texts = column.dictionary
    ids.reserveCapacity(column.count)
    column.forEachID { id, slot in
      ids.append(id)
      if let column = column.integers { integers.append(column[slot]) }
      if let column = column.floats { floats.append(column[slot]) }
      if let column = column.booleans { booleans.append(column.contains(UInt32(slot))) }
      if let column = column.codes { codes.append(column[slot]) }
      if let column = column.values { values.append(column[slot]) }
    }
  }
}
