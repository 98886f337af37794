extension GraphFile {
  /// The one error of a file that is no text in UTF-8.
  public static func diagnostic(of flaw: EncodingFlaw, in source: SourceText) -> Diagnostic {
    Errors.notText(flaw, in: source)
  }
}
