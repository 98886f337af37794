/// Names for the elements of a picture, made from the ids of a graph: letters, digits and `_`, each once.
///
///     alibaba → n_alibaba      wu-yongming → n_wu_yongming      알리바바 → n_xc54c_xb9ac_xbc14_xbc14
///
/// They depend on the id alone, so that a page can point at a node and still find it when the graph has grown; two
/// ids that would get the same name are told apart by a number, in their order.
struct ElementIdentifiers {
  private let prefix: String
  private var taken: [String: Int] = [:]

  /// - Parameter prefix: what every name begins with, `n_` or `e_`.
  init(prefix: String) { self.prefix = prefix }

  mutating func name(for id: String) -> String {
    let wanted = prefix + String(Self.word(id).prefix(200))
    let count = (taken[wanted] ?? 0) + 1
    taken[wanted] = count
    if count == 1 { return wanted }
    return name(for: "\(id)_\(count)")
  }

  /// The text as a word of letters, digits and `_`.
  static func word(_ text: String) -> String {
    var word = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": word.unicodeScalars.append(scalar)
      case "_", "-", " ", ".", ":": word += "_"
      default: word += "_x" + String(scalar.value, radix: 16)
      }
    }
    if let first = word.unicodeScalars.first, ("0"..."9").contains(first) || first == "_" {
      word = "x" + word
    }
    return word.isEmpty ? "x" : word
  }
}
