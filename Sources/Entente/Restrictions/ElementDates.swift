/// When the elements of a graph hold, by their keys `since`, `until` and `at`.
///
/// - `since` and `until`: from the first day of `since` to the day before `until` begins; open where one is missing.
/// - `at`: the days of that date.
/// - With several of them, the days that all allow; with none, always.
///
/// A value is a text such as `2025-02`, a year as a number, or a date. What is 1882-05-20 to 1915 holds as of 1882, of
/// 1914-12 and of 1914-12-31, not as of 1915: a date known in part is all its days, nowhere the first of them.
struct ElementDates {
  /// The dates of one element.
  struct Dates {
    let since, until, at: PartialDate?

    var span: DaySpan {
      let span = DaySpan(since: since, until: until)
      return at.map { span.intersection(DaySpan($0)) } ?? span
    }
  }

  static let keys: [Text] = ["since", "until", "at"]
  /// What texts say, each read once.
  private var read: [Text: PartialDate] = [:]

  /// The days in which an element holds, whose properties are asked by key.
  ///
  /// - Throws: the first of its dates that cannot be read.
  mutating func span(_ property: (Text) -> Value) throws(UnreadableDate) -> DaySpan { try dates(property).span }

  mutating func dates(_ property: (Text) -> Value) throws(UnreadableDate) -> Dates {
    let since = try date("since", property("since"))
    let until = try date("until", property("until"))
    return Dates(since: since, until: until, at: try date("at", property("at")))
  }

  private mutating func date(_ key: Text, _ value: Value) throws(UnreadableDate) -> PartialDate? {
    if value.isNull { return nil }
    if case .string(let text) = value, let date = read[text] { return date }
    do throws(TemporalError) {
      let date = try PartialDate.reading(value)
      if case .string(let text) = value { read[text] = date }
      return date
    } catch {
      throw UnreadableDate(key: key, value: value, reason: error)
    }
  }
}

extension Graph {
  /// The dates of a relationship: `since`, `until` and `at`, nil where not given.
  ///
  /// - Throws: a ``RestrictionError`` for a date that cannot be read.
  public func dates(
    of relationship: RelationshipID
  ) throws(RestrictionError) -> (since: PartialDate?, until: PartialDate?, at: PartialDate?) {
    do throws(UnreadableDate) {
      var reader = ElementDates()
      let dates = try reader.dates { key in catalog.key(key).map { property($0, of: relationship) } ?? .null }
      return (dates.since, dates.until, dates.at)
    } catch {
      throw error.error(of: "relationship \(elementID(of: relationship))")
    }
  }
}

/// A date of an element that cannot be read.
struct UnreadableDate: Error {
  let key: Text
  let value: Value
  let reason: TemporalError

  /// The error about an element, given in words.
  func error(of element: String) -> RestrictionError {
    .unreadableDate(element, key: String(key), value: value.literal, reason)
  }
}

extension Remainder {
  /// Leaves out the nodes and relationships that do not hold as of a date.
  ///
  /// - Parameter keepsEnded: whether what had ended by then stays.
  mutating func leaveOutWhatDoesNotHold(
    asOf date: PartialDate, keepsEnded: Bool = false, in graph: Graph
  ) throws(RestrictionError) {
    let day = DaySpan(first: keepsEnded ? .min : DaySpan(date).first, end: DaySpan(date).end)
    var dates = ElementDates()
    let keys = ElementDates.keys.compactMap { graph.catalog.key($0) }
    for id in Self.ids(keys.compactMap { graph.nodeColumn($0) }) {
      let node = NodeID(id)
      do throws(UnreadableDate) {
        let span = try dates.span { key in graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null }
        if !span.overlaps(day) { fallenNodes.insert(id) }
      } catch {
        throw error.error(of: "node \(graph.elementID(of: node))")
      }
    }
    for id in Self.ids(keys.compactMap { graph.relationshipColumn($0) }) {
      let relationship = RelationshipID(id)
      do throws(UnreadableDate) {
        let span = try dates.span { key in
          graph.catalog.key(key).map { graph.property($0, of: relationship) } ?? .null
        }
        if !span.overlaps(day) { fallenRelationships.insert(id) }
      } catch {
        throw error.error(of: "relationship \(graph.elementID(of: relationship))")
      }
    }
  }

  /// The ids that some column has, ascending, so that the first error is always the same.
  private static func ids(_ columns: [PropertyColumn]) -> [UInt32] {
    var ids: Set<UInt32> = []
    for column in columns { column.forEachID { id, _ in ids.insert(id) } }
    return ids.sorted()
  }
}
