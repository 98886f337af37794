/// Reads a pattern into the program of a ``RegularExpression``.
struct RegularExpressionParser {
  typealias Instruction = RegularExpression.Instruction
  typealias PatternError = RegularExpression.PatternError

  /// Bounds of `{m,n}` and of the program, so that a short pattern cannot make a huge one.
  static let maximumRepetition = 1000
  static let maximumProgram = 100_000
  static let maximumNesting = 200

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private var ignoresCase = false
  private var dotTakesLineBreaks = false

  init(_ pattern: Text) { scalars = Array(pattern.scalars) }

  mutating func parse() throws(PatternError) -> [Instruction] {
    let program = try alternation()
    if index < scalars.count { throw PatternError(message: "`)` without `(`") }
    return program + [.accept]
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func alternation() throws(PatternError) -> [Instruction] {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumNesting { throw PatternError(message: "groups nest deeper than \(Self.maximumNesting)") }
    var program = try sequence()
    while take("|") {
      let other = try sequence()
      // split → program → jump over other
      program =
        [.split(1, program.count + 2)] + program.moved(by: 1) + [.jump(program.count + 2 + other.count)]
        + other.moved(by: program.count + 2)
    }
    return program
  }

  private mutating func sequence() throws(PatternError) -> [Instruction] {
    var program: [Instruction] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      let atom = try atom(scalar)
      let repeated = try repetition(of: atom)
      program += repeated.moved(by: program.count)
      if program.count > Self.maximumProgram { throw PatternError(message: "the pattern is too large") }
    }
    return program
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternError) -> [Instruction] {
    index += 1
    switch scalar {
    case "(": return try group()
    case "[": return [.scalar(try characterClass())]
    case ".":
      return [.scalar(dotTakesLineBreaks ? .any : ScalarSet(ranges: ScalarSet.lineBreaks, isNegated: true))]
    case "^": return [.start]
    case "$": return [.end]
    case "\\": return [.scalar(try escape())]
    case "*", "+", "?": throw PatternError(message: "nothing stands before `\(scalar)` that could be repeated")
    default: return [.scalar(literal(scalar))]
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> ScalarSet {
    ScalarSet(ranges: [scalar.value...scalar.value], ignoresCase: ignoresCase)
  }

  private mutating func group() throws(PatternError) -> [Instruction] {
    let outer = (ignoresCase, dotTakesLineBreaks)
    if take("?") {
      guard try flags() else { return [] }
    }
    let program = try alternation()
    guard take(")") else { throw PatternError(message: "`(` without `)`") }
    (ignoresCase, dotTakesLineBreaks) = outer
    return program
  }

  /// Reads what follows `(?`.
  ///
  /// - Returns: whether a group follows; `(?i)` alone sets flags for the rest.
  private mutating func flags() throws(PatternError) -> Bool {
    while let scalar = current {
      index += 1
      switch scalar {
      case "i": ignoresCase = true
      case "s": dotTakesLineBreaks = true
      case ":": return true
      case ")": return false
      default: throw PatternError(message: "`(?\(scalar)` is not supported: groups, `(?:…)`, `(?i)` and `(?s)` are")
      }
    }
    throw PatternError(message: "`(` without `)`")
  }

  private mutating func repetition(of atom: [Instruction]) throws(PatternError) -> [Instruction] {
    var program = atom
    while let scalar = current {
      let bounds: (minimum: Int, maximum: Int?)
      switch scalar {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{":
        index += 1
        bounds = try counts()
        index -= 1
      default: return program
      }
      index += 1
      // Lazy and possessive forms accept the same texts, where the whole text must match and nothing is captured.
      if !take("?") { _ = take("+") }
      program = try program.repeated(bounds.minimum, bounds.maximum)
    }
    return program
  }

  /// Reads `m}`, `m,}` or `m,n}`.
  private mutating func counts() throws(PatternError) -> (Int, Int?) {
    guard let minimum = number() else { throw PatternError(message: "`{` needs a number behind it") }
    var maximum: Int? = minimum
    if take(",") { maximum = number() }
    guard take("}") else { throw PatternError(message: "`{` without `}`") }
    let largest = max(minimum, maximum ?? 0)
    guard largest <= Self.maximumRepetition else {
      throw PatternError(message: "a repetition counts to \(Self.maximumRepetition) at most, found \(largest)")
    }
    if let maximum, maximum < minimum { throw PatternError(message: "{\(minimum),\(maximum)} is upside down") }
    return (minimum, maximum)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let scalar = current, ("0"..."9").contains(scalar), digits.utf8.count < 9 {
      digits.unicodeScalars.append(scalar)
      index += 1
    }
    return Int(digits)
  }

  /// Reads what follows `\`.
  private mutating func escape() throws(PatternError) -> ScalarSet {
    guard let scalar = current else { throw PatternError(message: "a backslash at the end escapes nothing") }
    index += 1
    func opposite(_ set: ScalarSet) -> ScalarSet {
      ScalarSet(ranges: set.ranges, categories: set.categories, isNegated: true)
    }
    switch scalar {
    case "d": return .digits
    case "D": return opposite(.digits)
    case "w": return .word
    case "W": return opposite(.word)
    case "s": return .space
    case "S": return opposite(.space)
    case "p": return ScalarSet(categories: [try category()])
    case "P": return opposite(ScalarSet(categories: [try category()]))
    case "n": return literal("\n")
    case "r": return literal("\r")
    case "t": return literal("\t")
    case "f": return literal("\u{0C}")
    case "u": return literal(try hexadecimal(4))
    case "x": return literal(try hexadecimal(2))
    case "a"..."z", "A"..."Z", "0"..."9":
      throw PatternError(message: "`\\\(scalar)` is not supported")
    default: return literal(scalar)
    }
  }

  /// Reads `{Lu}`, or the one letter of `\pL`.
  private mutating func category() throws(PatternError) -> CategorySet {
    var name = ""
    if take("{") {
      while let scalar = current, scalar != "}" {
        name.unicodeScalars.append(scalar)
        index += 1
      }
      guard take("}") else { throw PatternError(message: "`{` without `}`") }
    } else if let scalar = current {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard let category = CategorySet(name) else {
      throw PatternError(message: "`\\p{\(name)}` is no general category of Unicode, such as L, Lu, N or P")
    }
    return category
  }

  private mutating func hexadecimal(_ count: Int) throws(PatternError) -> Unicode.Scalar {
    let digits = scalars[index..<min(index + count, scalars.count)]
    index += digits.count
    let text = String(String.UnicodeScalarView(digits))
    guard digits.count == count, let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw PatternError(message: "a code point needs \(count) hexadecimal digits, found `\(text)`")
    }
    return scalar
  }

  /// Reads what follows `[`.
  private mutating func characterClass() throws(PatternError) -> ScalarSet {
    var set = ScalarSet(isNegated: take("^"), ignoresCase: ignoresCase)
    var isFirst = true
    while let scalar = current {
      index += 1
      if scalar == "]", !isFirst { return set }
      isFirst = false
      let item = scalar == "\\" ? try escape() : literal(scalar)
      guard item.ranges.count == 1, !item.isNegated, let low = item.ranges.first, low.count == 1, current == "-",
        index + 1 < scalars.count, scalars[index + 1] != "]"
      else {
        set.formUnion(item)
        continue
      }
      index += 1
      let next = scalars[index]
      index += 1
      let end = next == "\\" ? try escape() : literal(next)
      guard let high = end.ranges.first, end.ranges.count == 1, high.count == 1, high.lowerBound >= low.lowerBound
      else { throw PatternError(message: "a class has a range that is upside down") }
      set.ranges.append(low.lowerBound...high.lowerBound)
    }
    throw PatternError(message: "`[` without `]`")
  }
}

extension [RegularExpression.Instruction] {
  /// The program at another place.
  fileprivate func moved(by offset: Int) -> [RegularExpression.Instruction] {
    map { instruction in
      switch instruction {
      case .split(let first, let second): .split(first + offset, second + offset)
      case .jump(let target): .jump(target + offset)
      case .scalar, .start, .end, .accept: instruction
      }
    }
  }

  /// The program so many times.
  fileprivate func repeated(
    _ minimum: Int, _ maximum: Int?
  ) throws(RegularExpression.PatternError) -> [RegularExpression.Instruction] {
    let copies = Swift.max(minimum, maximum ?? minimum + 1)
    if count * copies > RegularExpressionParser.maximumProgram {
      throw RegularExpression.PatternError(message: "the pattern is too large")
    }
    var program: [RegularExpression.Instruction] = []
    for _ in 0..<minimum { program += moved(by: program.count) }
    guard let maximum else {
      let start = program.count
      program += [.split(start + 1, start + count + 2)] + moved(by: start + 1) + [.jump(start)]
      return program
    }
    // Each optional copy can be left out with all that follow.
    for _ in 0..<(maximum - minimum) {
      let start = program.count
      program += [.split(start + 1, start + 1 + count)] + moved(by: start + 1)
    }
    return program
  }
}
