extension Diagnostic {
  /// Diagnostics in the order of their places; those of one place keep their order, those without one come first.
  ///
  /// - Complexity: O(*n* log *n*)
  public static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element.range?.lower ?? -1, right.element.range?.lower ?? -1)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
