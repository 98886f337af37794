/// What a scalar of a name becomes for search: without case, width, accents and presentation forms.
///
///     É → e    Ａ → a    ﾊﾞ → ば    ß → s s    ø → o    金 (compatibility) → 金
///
/// The data are ``FoldingTable``, unpacked once into pages of 256 scalars, those that fold to themselves being shared.
struct NameFolding: Sendable {
  static let shared = NameFolding(FoldingTable.text)

  /// What a scalar becomes: 0 itself, 1 nothing, else a scalar, or a place in `expansions` marked by the highest bit.
  private var pages: ContiguousArray<ContiguousArray<UInt32>>
  /// By the scalar's value over 256.
  private var pageOfBlock: ContiguousArray<UInt16>
  private var expansions: ContiguousArray<ContiguousArray<UInt32>> = []

  private static let expanded: UInt32 = 1 << 31

  /// Calls a function with each scalar that a scalar becomes.
  @inline(__always)
  func forEach(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    let block = Int(scalar >> 8)
    let entry = pages[Int(pageOfBlock[block])][Int(scalar & 0xFF)]
    switch entry {
    case 0: body(scalar)
    case 1: break
    case Self.expanded...: for part in expansions[Int(entry & ~Self.expanded)] { body(part) }
    default: body(entry)
    }
  }

  /// Unpacks the table.
  private init(_ text: String) {
    pages = [ContiguousArray(repeating: 0, count: 256)]
    pageOfBlock = ContiguousArray(repeating: 0, count: 0x1100)
    var first: UInt32 = 0
    for entry in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let equals = entry.firstIndex(of: "=") {
        first += Self.number(entry[..<equals])
        let parts = entry[entry.index(after: equals)...].split(separator: ",").map(Self.number)
        set(first, to: Self.expanded | UInt32(expansions.count))
        expansions.append(ContiguousArray(parts))
        continue
      }
      let parts = entry.split(separator: ".")
      guard parts.count > 1 else { continue }
      first += Self.number(parts[0])
      let count = Self.number(parts[1])
      guard parts.count > 2 else {
        for offset in 0..<count { set(first + offset, to: 1) }
        continue
      }
      let step = Self.number(parts[2].prefix(1))
      let delta = Self.number(parts[2].dropFirst(2))
      let isDown = parts[2].dropFirst(1).first == "-"
      for index in 0..<count {
        let scalar = first + index * step
        set(scalar, to: isDown ? scalar &- delta : scalar &+ delta)
      }
    }
  }

  private mutating func set(_ scalar: UInt32, to entry: UInt32) {
    let block = Int(scalar >> 8)
    guard block < pageOfBlock.count else { return }
    if pageOfBlock[block] == 0 {
      pageOfBlock[block] = UInt16(pages.count)
      pages.append(ContiguousArray(repeating: 0, count: 256))
    }
    pages[Int(pageOfBlock[block])][Int(scalar & 0xFF)] = entry
  }

  private static func number(_ digits: some StringProtocol) -> UInt32 { UInt32(digits, radix: 36) ?? 0 }
}
