import EntenteDrawing

/// What stands above a picture at its left: the title and small lines.
///
///     Partners and rivals
///     5 nodes, 6 relationships
///     Source: …
///
/// It is the label of the graph itself, which every layout puts into the same corner. The legend goes below it.
struct Heading {
  /// The label, or nil where there is nothing to say.
  let label: RichLabel?

  init(_ diagram: Diagram) {
    var rows: [[RichLabel.Cell]] = []
    if let title = diagram.title, !title.isEmpty {
      let run = RichLabel.Run(
        LabelWrapping.wrapped(title, width: 70), color: Palette.text, size: 18, isBold: true)
      rows.append([RichLabel.Cell([run])])
    }
    for line in diagram.caption where !line.isEmpty {
      let run = RichLabel.Run(LabelWrapping.wrapped(line, width: 100), color: Palette.softText, size: 10)
      rows.append([RichLabel.Cell([run])])
    }
    label = rows.isEmpty ? nil : RichLabel(rows: rows, padding: 2, spacing: 3)
  }
}

/// Colours that are not those of a kind.
enum Palette {
  static let text = "#1F2933"
  static let softText = "#52606D"
  static let clusterRim = "#CBD2D9"
  static let clusterGround = "#F7F9FB"

  /// A colour as `#rrggbb`, a share of it replaced by white; others stay.
  static func mixedWithWhite(_ color: String, share: Double) -> String {
    guard color.hasPrefix("#"), color.utf8.count == 7, let number = UInt32(color.dropFirst(), radix: 16) else {
      return color
    }
    let mixed = [16, 8, 0].reduce(UInt32(0)) { mixed, shift in
      let part = Double((number >> UInt32(shift)) & 0xFF)
      return mixed << 8 | UInt32((part + (255 - part) * share).rounded())
    }
    let digits = String(mixed, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
