/// An amount of money as people write it, exact: nothing is rounded, and nothing converted.
///
///     53000000000 USD      USD 53 billion     530억 달러          530亿美元
///     74700000000000 KRW   KRW 74.7 trillion  74조 7000억 원      74.7万亿韩元
struct Amount {
  private let figure: Int64
  private let currency: String

  init(_ figure: Int64, currency: String) {
    self.figure = figure
    self.currency = currency
  }

  /// The currency of a key such as `amount@USD` or `budget@KRW`.
  static func currency(ofKey key: String) -> String? {
    let parts = key.split(separator: "@")
    return parts.count == 2 && (parts[0] == "amount" || parts[0] == "budget") ? String(parts[1]) : nil
  }

  func text(in words: Words, isAtLeast: Bool = false, isApproximate: Bool = false) -> String {
    var text =
      switch words.language {
      case .korean: korean
      case .chinese: chinese
      case .english:
        "\(currency) \(scaled([(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")]))"
      }
    if isApproximate {
      switch words.language {
      case .korean: text = "약 " + text
      case .chinese: text = "约" + text
      case .english: text = "about " + text
      }
    }
    if isAtLeast {
      switch words.language {
      case .korean: text += " 이상"
      case .chinese: text += "以上"
      case .english: text += " or more"
      }
    }
    return text
  }

  /// In myriads, each with its word, as Korean counts.
  private var korean: String {
    let names = ["USD": "달러", "KRW": "원", "CNY": "위안", "EUR": "유로", "JPY": "엔", "GBP": "파운드"]
    var parts: [String] = []
    var rest = figure.magnitude
    for (size, name) in [(1_000_000_000_000, "조"), (100_000_000, "억"), (10_000, "만")] as [(UInt64, String)] {
      if rest >= size { parts.append("\(rest / size)\(name)") }
      rest %= size
    }
    if rest > 0 || parts.isEmpty { parts.append("\(rest)") }
    return (figure < 0 ? "-" : "") + parts.joined(separator: " ") + " " + (names[currency] ?? currency)
  }

  private var chinese: String {
    let names = ["USD": "美元", "KRW": "韩元", "CNY": "元", "EUR": "欧元", "JPY": "日元", "GBP": "英镑"]
    let number = scaled([(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万")])
    return number + (names[currency] ?? " \(currency)")
  }

  /// In the largest unit that takes at most three decimals, else in full.
  private func scaled(_ units: [(size: UInt64, name: String)]) -> String {
    let sign = figure < 0 ? "-" : ""
    for (size, name) in units where figure.magnitude >= size {
      guard figure.magnitude % (size / 1000) == 0 else { continue }
      let thousandths = figure.magnitude % size / (size / 1000)
      var decimals = "\(thousandths + 1000)".dropFirst()
      while decimals.hasSuffix("0") { decimals = decimals.dropLast() }
      return "\(sign)\(figure.magnitude / size)\(decimals.isEmpty ? "" : ".")\(decimals)\(name)"
    }
    return sign + grouped
  }

  private var grouped: String {
    var groups: [Substring] = []
    var digits = Substring("\(figure.magnitude)")
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
