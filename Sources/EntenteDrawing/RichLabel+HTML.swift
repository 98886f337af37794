extension RichLabel {
  /// The label in the dialect of Graphviz, without the angle brackets around it.
  public var html: String {
    var out = "<TABLE BORDER=\"0\" CELLBORDER=\"0\""
    out += " CELLSPACING=\"\(Self.points(spacing))\" CELLPADDING=\"\(Self.points(padding))\""
    out += Self.color("BGCOLOR", background) + ">"
    var left = Self.limit.characters
    var isEmpty = true
    for row in rows.prefix(Self.limit.rows) where !row.isEmpty {
      out += "<TR>"
      for cell in row.prefix(Self.limit.columns) { out += cell.html(charactersLeft: &left) }
      out += "</TR>"
      isEmpty = false
    }
    // A table without a row is a syntax error to Graphviz.
    return out + (isEmpty ? "<TR><TD></TD></TR>" : "") + "</TABLE>"
  }

  fileprivate static func points(_ number: Int) -> Int { min(max(number, 0), 500) }

  fileprivate static func color(_ name: String, _ color: String?) -> String {
    guard let color, Attribute.isColor(color) else { return "" }
    return " \(name)=\"\(color)\""
  }
}

extension RichLabel.Cell {
  fileprivate func html(charactersLeft: inout Int) -> String {
    var out = "<TD"
    switch alignment {
    case .left: out += " ALIGN=\"LEFT\" BALIGN=\"LEFT\""
    case .center: break
    case .right: out += " ALIGN=\"RIGHT\" BALIGN=\"RIGHT\""
    }
    if span > 1 { out += " COLSPAN=\"\(min(span, RichLabel.limit.columns))\"" }
    if width > 0 { out += " WIDTH=\"\(RichLabel.points(width))\"" }
    if height > 0 { out += " HEIGHT=\"\(RichLabel.points(height))\"" }
    out += RichLabel.color("BGCOLOR", background)
    if frame != nil { out += " BORDER=\"1\"" + RichLabel.color("COLOR", frame) }
    out += ">"
    for run in runs { out += run.html(lineBreak: lineBreak, charactersLeft: &charactersLeft) }
    return out + "</TD>"
  }

  /// A line break puts the line before it where the cell puts its text.
  private var lineBreak: String {
    switch alignment {
    case .left: "<BR ALIGN=\"LEFT\"/>"
    case .center: "<BR/>"
    case .right: "<BR ALIGN=\"RIGHT\"/>"
    }
  }
}

extension RichLabel.Run {
  fileprivate func html(lineBreak: String, charactersLeft: inout Int) -> String {
    let shown = String(EscapedText.cut(text).prefix(max(0, charactersLeft)))
    charactersLeft -= shown.count
    guard !shown.isEmpty else { return "" }
    var font = RichLabel.color("COLOR", color)
    if let size, size.isFinite { font += " POINT-SIZE=\"\(Int(min(max(size, 4), 144)))\"" }
    let pieces = shown.piecesAfterBackslashes.map { piece in
      let out = EscapedText.html(piece, lineBreak: lineBreak)
      return isBold ? "<B>\(out)</B>" : out
    }
    if pieces.count == 1, font.isEmpty { return pieces[0] }
    return pieces.map { "<FONT\(font)>\($0)</FONT>" }.joined()
  }
}

extension String {
  /// The text cut behind each backslash: inside one element Graphviz would make the node's name of `\N`, even where
  /// the backslash is written as an entity.
  fileprivate var piecesAfterBackslashes: [String] {
    var pieces = [""]
    for character in self {
      pieces[pieces.count - 1].append(character)
      if character == "\\" { pieces.append("") }
    }
    if pieces.count > 1, pieces.last == "" { pieces.removeLast() }
    return pieces
  }
}
