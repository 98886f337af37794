/// One property key over the elements that have it, as a typed column.
///
///     dense     id   firstID, firstID + 1, …            slot = id - firstID; a bitmap says which slots are null
///     sparse    ids  4 90 8000 (fewer than a quarter)   slot = place of the id, found by halving
///
///     integers │ floats │ booleans │ codes into a dictionary of texts │ values        one of them, by slot
///
/// A key whose values are of one kind gets a buffer of that kind; mixed kinds, lists and maps get general values.
/// Kernels ask ``slot(of:)`` and read the typed buffer there; the evaluator asks ``value(at:)``.
public final class PropertyColumn: Sendable {
  /// What the column stores.
  public enum Storage: Sendable { case integers, floats, booleans, strings, values }

  public let storage: Storage
  /// The number of elements that have the key.
  public let count: Int
  /// How many different values there are, 1 and 1.0 being one; see ``DistinctCount`` for how exact it is.
  public let distinctCount: Int

  /// The lowest id that has the key; slot 0 of a dense column.
  let firstID: UInt32
  /// The number of slots: ids from the first to the last that has the key, or only those that have it.
  let slotCount: Int
  /// The ids that have the key, ascending, in a sparse column; nil in a dense one.
  let ids: FlatBuffer<UInt32>?
  /// The slots that hold a value; nil where all do.
  let present: Bitmap?

  // By slot; all nil but the one that `storage` names. What stands in a null slot means nothing.
  let integers: FlatBuffer<Int64>?
  let floats: FlatBuffer<Double>?
  let booleans: Bitmap?
  /// Codes into ``dictionary``.
  let codes: FlatBuffer<UInt32>?
  let values: ContiguousArray<Value>?
  /// The distinct texts of a string column; `isSorted` tells whether codes compare as the texts do.
  let dictionary: SymbolTable

  init(_ layout: ColumnLayout, _ payload: ColumnPayload) {
    count = layout.count
    firstID = layout.firstID
    slotCount = layout.slotCount
    ids = layout.ids.map { FlatBuffer($0) }
    present = layout.present
    var integers: FlatBuffer<Int64>?
    var floats: FlatBuffer<Double>?
    var booleans: Bitmap?
    var codes: FlatBuffer<UInt32>?
    var values: ContiguousArray<Value>?
    var dictionary = SymbolTable()
    switch payload {
    case .integers(let payload):
      storage = .integers
      distinctCount = DistinctCount.of(payload)
      integers = FlatBuffer(layout.arrange(payload, filler: 0))
    case .floats(let payload):
      storage = .floats
      distinctCount = DistinctCount.of(payload)
      floats = FlatBuffer(layout.arrange(payload, filler: 0))
    case .booleans(let payload):
      storage = .booleans
      distinctCount = (payload.contains(true) ? 1 : 0) + (payload.contains(false) ? 1 : 0)
      var bits = BitmapBuilder(spanning: 0..<UInt32(layout.slotCount))
      for (slot, value) in layout.arrange(payload, filler: false).enumerated() where value {
        bits.insert(UInt32(slot))
      }
      booleans = bits.finish()
    case .strings(let payload, let texts):
      storage = .strings
      distinctCount = texts.count
      codes = FlatBuffer(layout.arrange(payload, filler: 0))
      dictionary = texts
    case .values(let payload):
      storage = .values
      distinctCount = DistinctCount.of(payload)
      values = layout.arrange(payload, filler: .null)
    }
    self.integers = integers
    self.floats = floats
    self.booleans = booleans
    self.codes = codes
    self.values = values
    self.dictionary = dictionary
  }

  /// Where an element's value stands in the buffers, or nil where it has none.
  ///
  /// - Complexity: O(1), or O(log *count*) in a sparse column.
  @inline(__always)
  func slot(of id: UInt32) -> Int? {
    if let ids {
      let slot = ids.lowerBound(of: id, in: 0..<ids.count)
      return slot < ids.count && ids[slot] == id ? slot : nil
    }
    // Ids below the first wrap around to large numbers.
    let slot = Int(id &- firstID)
    guard slot < slotCount else { return nil }
    if let present, !present.contains(UInt32(truncatingIfNeeded: slot)) { return nil }
    return slot
  }

  /// Whether an element lacks the key.
  public func isNull(at id: UInt32) -> Bool { slot(of: id) == nil }

  /// The value of an element, null where it has none.
  public func value(at id: UInt32) -> Value { slot(of: id).map(value(inSlot:)) ?? .null }

  /// The value in a slot that is not null.
  func value(inSlot slot: Int) -> Value {
    switch storage {
    case .integers: integers.map { .integer($0[slot]) } ?? .null
    case .floats: floats.map { .float($0[slot]) } ?? .null
    case .booleans: booleans.map { .boolean($0.contains(UInt32(truncatingIfNeeded: slot))) } ?? .null
    case .strings: codes.map { .string(dictionary[$0[slot]]) } ?? .null
    case .values: values.map { $0[slot] } ?? .null
    }
  }

  /// Calls a function with each id that has the key, ascending, and its slot.
  func forEachID(_ body: (UInt32, Int) -> Void) {
    if let ids {
      for (slot, id) in ids.enumerated() { body(id, slot) }
    } else if let present {
      present.forEach { body(firstID + $0, Int($0)) }
    } else {
      for slot in 0..<slotCount { body(firstID + UInt32(slot), slot) }
    }
  }

  func checkInvariants(name: String, idLimit: Int) -> [String] {
    var violations: [String] = []
    func expect(_ condition: Bool, _ sentence: String) {
      if !condition { violations.append("\(name): \(sentence)") }
    }
    let buffers = [integers?.count, floats?.count, codes?.count, values?.count].compactMap { $0 }
    expect(buffers.allSatisfy { $0 == slotCount }, "a buffer has not \(slotCount) slots.")
    expect(buffers.count == (booleans == nil ? 1 : 0), "not exactly one typed buffer.")
    expect(count > 0, "the column is empty.")
    var visited = 0
    var previous: UInt32?
    forEachID { id, slot in
      visited += 1
      expect(previous.map { $0 < id } ?? true, "ids do not ascend at \(id).")
      expect(Int(id) < idLimit, "id \(id) is beyond the \(idLimit) elements.")
      expect(self.slot(of: id) == slot, "id \(id) is not found in slot \(slot).")
      expect(!value(inSlot: slot).isNull, "the value of id \(id) is null.")
      previous = id
    }
    expect(visited == count, "\(visited) ids instead of \(count).")
    if let codes {
      forEachID { _, slot in
        expect(Int(codes[slot]) < dictionary.count, "code \(codes[slot]) is beyond the dictionary.")
      }
      expect(!codes.isEmpty && dictionary.count <= count, "the dictionary holds texts that no element has.")
      violations += dictionary.checkInvariants(name: name)
    }
    return violations
  }
}
