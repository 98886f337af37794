/// An immutable run of fixed-size elements outside the reach of ARC; this file is the one place for unsafe memory in the
/// engine.
///
///     ┌────────┬───────┬───────┐
///     │ memory │ base  │ count │      base points into memory, which frees the bytes with the last buffer
///     └────────┴───────┴───────┘
///
/// Safe to share between threads because nobody writes after `init`. A later owner can be a mapped file instead of
/// the heap; then `base` points into it. Indices are checked in debug builds only: give it what came out of a
/// structure of the same snapshot, and check ids that come from outside before.
struct FlatBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let memory: FlatMemory
  private let base: UnsafePointer<Element>
  let count: Int

  /// Copies the elements of an array.
  ///
  /// - Complexity: O(*n*), one block copy.
  init(_ elements: ContiguousArray<Element>) {
    let memory = FlatMemory(
      byteCount: elements.count * MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment)
    let base = memory.bytes.bindMemory(to: Element.self, capacity: elements.count)
    elements.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { base.update(from: first, count: source.count) }
    }
    self.memory = memory
    self.base = UnsafePointer(base)
    self.count = elements.count
  }

  /// Makes a buffer of a size that a function fills: every element must be written.
  ///
  /// - Complexity: that of the function; nothing is copied.
  init<Failure>(
    count: Int, filledBy fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    let memory = FlatMemory(
      byteCount: count * MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment)
    let base = memory.bytes.bindMemory(to: Element.self, capacity: count)
    try fill(UnsafeMutableBufferPointer(start: base, count: count))
    self.memory = memory
    self.base = UnsafePointer(base)
    self.count = count
  }

  /// Calls a function with all elements as one piece of memory, valid during the call only; for hot loops.
  @inline(__always)
  func withElements<Result>(_ body: (UnsafeBufferPointer<Element>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(memory) {
      try body(UnsafeBufferPointer(start: base, count: count))
    }
  }
}

extension FlatBuffer: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count, "index \(index) is outside of a buffer of \(count) elements")
    return withExtendedLifetime(memory) { base[index] }
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withElements(body)
  }
}

extension FlatBuffer where Element: Comparable {
  /// The first place in a part of the buffer, ascending there, whose element is not below a bound; its end if all are.
  ///
  /// - Complexity: O(log *n*)
  func lowerBound(of bound: Element, in places: Range<Int>) -> Int {
    var low = places.lowerBound
    var high = places.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place in a part of the buffer, ascending there, whose element is above a bound; its end if none is.
  ///
  /// - Complexity: O(log *n*)
  func upperBound(of bound: Element, in places: Range<Int>) -> Int {
    var low = places.lowerBound
    var high = places.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Fixed-size elements that one owner writes and reads, and may then hand on as a ``FlatBuffer``.
///
///     var counts = MutableFlatBuffer(repeating: 0, count: nodeCount)
///     counts[node] += 1
///
/// For the loops of analyses, which touch each relationship several times: indices are checked in debug builds only.
struct MutableFlatBuffer<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private let memory: FlatMemory
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  /// - Complexity: O(*count*)
  init(repeating element: Element, count: Int) {
    let memory = FlatMemory(
      byteCount: count * MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment)
    base = memory.bytes.bindMemory(to: Element.self, capacity: count)
    base.initialize(repeating: element, count: count)
    self.memory = memory
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index \(index) is outside of a buffer of \(count) elements")
      return base[index]
    }
    set {
      assert(index >= 0 && index < count, "index \(index) is outside of a buffer of \(count) elements")
      base[index] = newValue
    }
  }

  /// Ends the writing: the first elements, or all, are never changed again. Nothing is copied.
  consuming func finish(count: Int? = nil) -> FlatBuffer<Element> {
    FlatBuffer(memory: memory, base: UnsafePointer(base), count: Swift.min(count ?? self.count, self.count))
  }
}

extension FlatBuffer {
  fileprivate init(memory: FlatMemory, base: UnsafePointer<Element>, count: Int) {
    self.memory = memory
    self.base = base
    self.count = count
  }
}

/// The bytes behind flat buffers.
private final class FlatMemory {
  let bytes: UnsafeMutableRawPointer

  init(byteCount: Int, alignment: Int) {
    // One byte at least, so that an empty buffer has an address too.
    bytes = .allocate(byteCount: Swift.max(byteCount, 1), alignment: alignment)
  }

  deinit { bytes.deallocate() }
}
