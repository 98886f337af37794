/// The code points of one general category of Unicode (`Lu`), or of all categories with one first letter (`L`).
struct CategorySet: Sendable {
  private let name: String
  private var isNegated = false

  /// - Returns: nil where no category has the name; Java's `IsL` stands for `L`.
  init?(_ name: String) {
    let name = name.hasPrefix("Is") ? String(name.dropFirst(2)) : name
    guard Self.names.contains(where: { $0 == name || $0.prefix(1) == name }) else { return nil }
    self.name = name
  }

  /// All other code points.
  var opposite: CategorySet {
    var opposite = self
    opposite.isNegated.toggle()
    return opposite
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    Self.abbreviation(scalar.properties.generalCategory).hasPrefix(name) != isNegated
  }

  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
    "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static func abbreviation(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
