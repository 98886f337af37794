extension UInt8 {
  /// Space or tab: what separates elements and begins a continuation line.
  var isGraphFileSpace: Bool { self == 0x20 || self == 0x09 }

  var isGraphFileLineBreak: Bool { self == 0x0A || self == 0x0D }

  /// What a bare id, label, key or value is made of: all but controls, space and ``<>"{}|^`\``.
  var isGraphFileBare: Bool {
    switch self {
    case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: false
    default: true
    }
  }

  /// What a bare text begins with: not `'` `:` `#` `,` `-` either.
  var isGraphFileBareStart: Bool {
    switch self {
    case 0x23, 0x27, 0x2C, 0x2D, 0x3A: false
    default: isGraphFileBare
    }
  }

  var isGraphFileQuote: Bool { self == 0x22 || self == 0x27 }

  var isASCIIDigit: Bool { 0x30...0x39 ~= self }
}
