/// What of an attribute in a DOT text is taken: the allow-list of ``Attribute``, and what layouts read beside it.
///
/// Values are as people write them: words of Graphviz keep their meaning (`\N`, `\n`, fields of records), numbers are
/// brought into their range, and what is not on the list is left out. Nothing on it names a file.
public enum DOTAttributeRule {
  public enum Verdict: Sendable, Hashable {
    case keep
    case replace(String)
    case leaveOut
  }

  /// - Parameters:
  ///   - name: as Graphviz calls the attribute.
  ///   - value: a plain text; HTML goes through ``HTMLLabelRule``.
  public static func verdict(_ name: String, _ value: String) -> Verdict {
    // What is not set says nothing, whatever its name.
    if value.isEmpty { return .keep }
    let written: String? =
      if let attribute = byName[name] { Self.written(attribute, value) } else { others[name].flatMap { $0(value) } }
    guard let written else { return .leaveOut }
    return written == value ? .keep : .replace(written)
  }

  private static let byName = Dictionary(uniqueKeysWithValues: Attribute.allCases.map { ($0.name, $0) })

  private static func written(_ attribute: Attribute, _ value: String) -> String? {
    switch attribute.rule {
    case .label, .tooltip: text(value)
    case .identifiers: Attribute.isIdentifiers(value) ? value : nil
    case .link: link(value)
    case .fontList: Attribute.isFontList(value) ? value : nil
    case .color: color(value)
    case .number(let range): number(range)(attribute == .ranksep ? String(value.prefix { $0 != " " }) : value)
    case .integer(let range): integer(range)(value) ?? (attribute == .pack ? boolean(value) : nil)
    case .pair(let range): pair(range)(value)
    case .increment(let range): pair(range)(value)
    case .word(let words):
      switch attribute {
      case .shape: words.contains(value) || shapes.contains(value) ? value : nil
      case .arrowhead, .arrowtail: word(1...40)(value)
      case .splines: words.contains(value) || ["spline", "none", "no", "yes"].contains(value) ? value : nil
      case .overlap: word(1...12)(value)
      default: words.contains(value) ? value : boolean(value)
      }
    case .words(let words): styles(value, words)
    }
  }

  // MARK: Beside the allow-list

  private static let others: [String: @Sendable (String) -> String?] = [
    "headlabel": text, "taillabel": text, "headport": port, "tailport": port, "samehead": port, "sametail": port,
    "lhead": port, "ltail": port, "group": port, "root": port,
    "rank": { ["same", "min", "max", "source", "sink"].contains($0) ? $0 : nil },
    "ordering": { ["in", "out"].contains($0) ? $0 : nil }, "compound": boolean, "labelfloat": boolean,
    "decorate": boolean, "regular": boolean, "nojustify": boolean, "forcelabels": boolean, "center": boolean,
    "remincross": boolean, "pin": boolean, "normalize": boolean, "cluster": boolean,
    "clusterrank": { ["local", "global", "none"].contains($0) ? $0 : nil },
    "labelangle": number(-180...180), "labeldistance": number(0...20), "labelfontsize": number(4...144),
    "labelfontname": { Attribute.isFontList($0) ? $0 : nil }, "labelfontcolor": color,
    "orientation": number(-360...360), "skew": number(-10...10), "distortion": number(-10...10),
    "size": pair(0.5...100), "rotate": { $0 == "90" || $0 == "0" ? $0 : nil },
    "ratio": { ["fill", "compress", "expand", "auto"].contains($0) ? $0 : number(0.1...10)($0) },
    "model": { ["circuit", "subset", "mds", "shortpath"].contains($0) ? $0 : nil },
    "mode": { ["major", "KK", "hier", "ipsep"].contains($0) ? $0 : nil }, "maxiter": integer(1...5_000),
    "epsilon": number(0.0001...10), "defaultdist": number(0.1...100), "damping": number(0...1),
    "Damping": number(0...1), "mindist": number(0...20), "searchsize": integer(1...100), "quantum": number(0...10),
    "packmode": { $0.utf8.count < 30 && $0.utf8.allSatisfy { $0.isASCIILetter || $0 == 0x5F } ? $0 : nil },
    "pos": position, "href": link,
    "colorscheme": { $0.utf8.count < 30 && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit } ? $0 : nil },
    "dim": { ["2", "3"].contains($0) ? $0 : nil }, "levelsgap": number(-10...10), "sortv": integer(0...10_000),
    "smoothing": word(1...20), "quadtree": word(1...10), "rotation": number(-360...360),
  ]

  private static let shapes: Set<String> = [
    "record", "Mrecord", "rect", "rectangle", "none", "polygon", "Mdiamond", "Msquare", "Mcircle", "tripleoctagon",
    "invtriangle", "invtrapezium", "rarrow", "larrow", "lpromoter", "rpromoter", "signature", "insulator", "promoter",
    "cds", "terminator", "utr", "primersite", "restrictionsite", "star",
  ]

  private static let text: @Sendable (String) -> String? = { EscapedText.cut(EscapedText.cleaned($0)) }

  /// Graphviz writes addresses as they are, where XML wants entities.
  private static let link: @Sendable (String) -> String? = { LinkRule.address($0.replacing("&amp;", with: "&")) }

  private static let port: @Sendable (String) -> String? = {
    let text = EscapedText.cleaned($0)
    return text.count <= 200 ? text : nil
  }

  /// The first of a list, since a gradient needs a name that is the same in every picture.
  private static let color: @Sendable (String) -> String? = { value in
    let first = String(value.prefix { $0 != ":" && $0 != ";" })
    if Attribute.isColor(first) { return first }
    // Hue, saturation and brightness.
    let numbers = first.split { $0 == "," || $0 == " " }.map { Double($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0.map { (0...1).contains($0) } ?? false }) else { return nil }
    return first
  }

  private static func number(_ range: ClosedRange<Double>) -> @Sendable (String) -> String? {
    { value in
      guard let number = Double(value), number.isFinite else { return nil }
      if range.contains(number), value.utf8.count < 20 { return value }
      return "\(min(max(number, range.lowerBound), range.upperBound))"
    }
  }

  private static func integer(_ range: ClosedRange<Int>) -> @Sendable (String) -> String? {
    { value in
      guard let number = Double(value), number.isFinite else { return nil }
      let clamped = min(max(number.rounded(), Double(range.lowerBound)), Double(range.upperBound))
      return clamped == number ? value : "\(Int(clamped))"
    }
  }

  /// One or two numbers; a plus or an exclamation mark beside them is left out where it enlarges.
  private static func pair(_ range: ClosedRange<Double>) -> @Sendable (String) -> String? {
    { value in
      let isAdded = value.hasPrefix("+")
      let parts = value.filter { $0 != "+" && $0 != "!" && $0 != " " }.split(separator: ",").map { Double($0) }
      let numbers = parts.compactMap { $0 }.filter(\.isFinite)
      guard (1...2).contains(parts.count), numbers.count == parts.count else { return nil }
      if numbers.allSatisfy(range.contains), !value.contains("!") { return value }
      return (isAdded ? "+" : "")
        + numbers.map { "\(min(max($0, range.lowerBound), range.upperBound))" }.joined(separator: ",")
    }
  }

  private static let boolean: @Sendable (String) -> String? = {
    ["true", "false", "yes", "no", "0", "1"].contains($0.lowercased()) ? $0 : nil
  }

  private static func word(_ lengths: ClosedRange<Int>) -> @Sendable (String) -> String? {
    { lengths.contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit } ? $0 : nil }
  }

  private static let position: @Sendable (String) -> String? = { value in
    guard value.utf8.count < 2_000, value.utf8.allSatisfy({ $0.isASCIIDigit || "+-.,!es ;".utf8.contains($0) })
    else { return nil }
    let numbers = value.split { !$0.isNumber && $0 != "." && $0 != "-" }.map { Double($0) }
    return numbers.allSatisfy { $0.map { abs($0) < 100_000 } ?? true } ? value : nil
  }

  private static func styles(_ value: String, _ words: Set<String>) -> String? {
    let kept = value.split(separator: ",").filter {
      let word = $0.filter { $0 != " " }
      return words.contains(word) || word == "tapered"
    }
    return kept.isEmpty ? nil : kept.joined(separator: ",")
  }
}
