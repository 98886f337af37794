import Entente

extension GraphRestriction {
  /// What it lets stand, in words for a caption.
  func parts(in words: Words) -> [String] {
    var parts: [String] = []
    if let asOf { parts.append(words.asOf(asOf.text)) }
    if asOf != nil, keepsEnded { parts.append(words.withEnded) }
    if !accordingTo.isEmpty { parts.append(words.accordingTo(accordingTo.joined(separator: words.comma))) }
    if !without.isEmpty { parts.append(words.leaving(out: without.joined(separator: words.comma))) }
    return parts
  }
}
