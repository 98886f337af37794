/// Where the variables of a batch stand: variable id → index of its column, -1 where it has none.
public final class RowLayout: Sendable {
  public let variables: [Variable]
  private let slots: ContiguousArray<Int32>

  public init(_ variables: [Variable]) {
    self.variables = variables
    var slots = ContiguousArray<Int32>(repeating: -1, count: (variables.map(\.id).max() ?? -1) + 1)
    for (slot, variable) in variables.enumerated() { slots[variable.id] = Int32(slot) }
    self.slots = slots
  }

  /// The column of a variable, or nil.
  public func slot(of variable: Variable) -> Int? {
    guard variable.id < slots.count, slots[variable.id] >= 0 else { return nil }
    return Int(slots[variable.id])
  }
}

/// Some rows (about 2,048) as columns: what operators pass on.
public struct RowBatch: Sendable {
  /// How many rows an operator aims at.
  public static let preferredCount = 2048

  public let layout: RowLayout
  public var columns: [Column]
  public var count: Int

  public init(layout: RowLayout, columns: [Column], count: Int) {
    self.layout = layout
    self.columns = columns
    self.count = count
  }

  /// The column of a variable, or nil.
  public func column(of variable: Variable) -> Column? {
    layout.slot(of: variable).map { columns[$0] }
  }

  /// The rows at `rows`, in that order, each as often as it comes.
  public func gather(_ rows: ContiguousArray<Int32>) -> RowBatch {
    RowBatch(layout: layout, columns: columns.map { $0.gather(rows) }, count: rows.count)
  }
}
