/// The attributes of one object, each once, in the order in which they were first set.
public struct Attributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  public struct Entry: Sendable, Hashable {
    public let attribute: Attribute
    public var value: AttributeValue
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  public init(dictionaryLiteral elements: (Attribute, AttributeValue)...) {
    for (attribute, value) in elements { self[attribute] = value }
  }

  /// - Complexity: O(*n*); objects have a dozen attributes.
  public subscript(attribute: Attribute) -> AttributeValue? {
    get { entries.first { $0.attribute == attribute }?.value }
    set {
      let place = entries.firstIndex { $0.attribute == attribute }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(Entry(attribute: attribute, value: value))
      case (nil, nil): break
      }
    }
  }

  /// These, and every attribute that the other has.
  public func merging(_ other: Attributes) -> Attributes {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// Sets every attribute that the other has.
  public mutating func merge(_ other: Attributes) {
    for entry in other.entries { self[entry.attribute] = entry.value }
  }
}

/// What an attribute is set to.
public enum AttributeValue: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  case number(Double)
  /// Plain text: its rule says what of it is taken, and no character of it means anything to Graphviz.
  case text(String)
  /// A label of rows and cells; only labels can be that.
  case rich(RichLabel)

  public init(stringLiteral value: String) { self = .text(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}
