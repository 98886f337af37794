/// A half-open range of UTF-8 byte offsets in a ``SourceText``.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var lower: Int
  /// The offset after the last byte.
  public var upper: Int

  public init(_ range: Range<Int>) {
    lower = range.lowerBound
    upper = range.upperBound
  }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower)..<max(upper, other.upper))
  }
}
