/// Texts interned by their UTF-8 bytes: each distinct text once, numbered from 0 in order of appearance.
///
///     texts   0 "name"   1 "amount"   2 "é"   3 "é"      (precomposed, and e + accent: two symbols)
///     slots   open addressing over hashes: │ hash 32 bits │ code 32 bits │, empty = all ones
///
/// It serves labels, types, keys, the dictionaries of string columns and ids of files. A sorted table has no slots:
/// it is searched by halving, and the order of its codes is the order of its texts.
struct SymbolTable: Sendable {
  private(set) var texts: ContiguousArray<Text> = []
  private var slots: ContiguousArray<UInt64> = []
  /// Whether codes ascend as texts do.
  private(set) var isSorted = false

  private static let emptySlot = UInt64.max

  var count: Int { texts.count }

  subscript(code: UInt32) -> Text { texts[Int(code)] }

  /// The code of a text, or nil.
  ///
  /// - Complexity: O(length of the text), and O(log *n*) comparisons in a sorted table.
  func code(of text: Text) -> UInt32? {
    if isSorted {
      var low = 0
      var high = texts.count
      while low < high {
        let middle = low + (high - low) / 2
        if texts[middle] < text { low = middle + 1 } else { high = middle }
      }
      return low < texts.count && texts[low] == text ? UInt32(low) : nil
    }
    guard !slots.isEmpty else { return nil }
    let slot = slots[place(of: text, hash: Self.hash(of: text))]
    return slot == Self.emptySlot ? nil : UInt32(truncatingIfNeeded: slot)
  }

  /// The code of a text, new if it is not there.
  mutating func intern(_ text: Text) -> UInt32 {
    if isSorted { unsort() }
    if texts.count * 2 >= slots.count { grow() }
    let hash = Self.hash(of: text)
    let place = place(of: text, hash: hash)
    if slots[place] != Self.emptySlot { return UInt32(truncatingIfNeeded: slots[place]) }
    let code = UInt32(truncatingIfNeeded: texts.count)
    slots[place] = UInt64(hash) << 32 | UInt64(code)
    texts.append(text)
    return code
  }

  /// The same texts in byte order, and the new code of each old one.
  ///
  /// - Complexity: O(*n* log *n*)
  func sorted() -> (table: SymbolTable, renumbered: ContiguousArray<UInt32>) {
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    var renumbered = ContiguousArray<UInt32>(repeating: 0, count: texts.count)
    var table = SymbolTable()
    table.texts.reserveCapacity(texts.count)
    for (new, old) in order.enumerated() {
      renumbered[old] = UInt32(new)
      table.texts.append(texts[old])
    }
    table.isSorted = true
    return (table, renumbered)
  }

  /// Where a text stands, or the empty slot where it would.
  private func place(of text: Text, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != Self.emptySlot {
      if slots[place] >> 32 == UInt64(hash) && texts[Int(UInt32(truncatingIfNeeded: slots[place]))] == text {
        break
      }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    var larger = ContiguousArray<UInt64>(repeating: Self.emptySlot, count: max(8, slots.count * 2))
    let mask = larger.count - 1
    for slot in slots where slot != Self.emptySlot {
      var place = Int(slot >> 32) & mask
      while larger[place] != Self.emptySlot { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  private mutating func unsort() {
    let old = texts
    self = SymbolTable()
    for text in old { _ = intern(text) }
  }

  /// A hash that is the same in every process, so that tables can be written to files later; eight bytes at a time.
  static func hash(of text: Text) -> UInt32 {
    text.utf8.withUnsafeBytes { bytes in
      var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
      var offset = 0
      while offset + 8 <= bytes.count {
        state = mix(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < bytes.count {
        rest = rest << 8 | UInt64(bytes[offset])
        offset += 1
      }
      return UInt32(truncatingIfNeeded: mix(state ^ rest))
    }
  }

  private static func mix(_ state: UInt64) -> UInt64 {
    let product = (state ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  func checkInvariants(name: String) -> [String] {
    texts.indices.compactMap { index in
      code(of: texts[index]) == UInt32(index)
        ? nil : "\(name): text \(index) is not found under its own bytes."
    }
  }
}
