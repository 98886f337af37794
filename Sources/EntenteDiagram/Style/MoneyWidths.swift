import Entente
import EntenteSyntax

/// Lines as wide as the money, where at least two of them have an amount in one currency.
///
/// Amounts are never converted, so one currency gives the widths of a picture: that of the language where there are
/// two such amounts, else the one with the most. It is a style sheet below those that are given, and steps back where
/// one of them scales the widths of lines itself.
enum MoneyWidths {
  static func sheet(of relationships: [RelationshipID], _ reader: GraphReader, under sheets: [StyleSheet])
    -> StyleSheet?
  {
    let scales = sheets.flatMap(\.rules).contains { rule in
      rule.selectors.contains { $0.target == .relationship }
        && rule.declarations.contains { $0.property == .penwidth && $0.value.dependsOnProperty }
    }
    guard !scales else { return nil }
    var amounts: [String: [Int64]] = [:]
    for relationship in relationships {
      for key in reader.graph.propertyKeys(of: relationship) {
        let name = String(reader.graph.catalog.name(of: key))
        guard name.hasPrefix("amount@"), let currency = Amount.currency(ofKey: name),
          currency.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
          case .integer(let figure) = reader.graph.property(key, of: relationship), figure > 0
        else { continue }
        amounts[currency, default: []].append(figure)
      }
    }
    amounts = amounts.filter { Set($0.value).count > 1 }
    let own = reader.words.currency
    let most = amounts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    guard let currency = amounts[own] == nil ? most : own else { return nil }
    return StyleSheet(
      parsing: SourceText("relationship { penwidth: scale(sqrt, amount@\(currency), 1.8, 6) }", name: "money"))
  }
}
