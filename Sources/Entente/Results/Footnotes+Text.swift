extension Footnotes {
  /// The number of a note as readers see it, counted from 1.
  public static func marker(_ place: Int) -> String { "[\(place + 1)]" }

  /// The head of the column of markers.
  public var heading: String { FootnoteWords(language).why }

  /// A note in words, in the language of the footnotes: English, Korean or Chinese.
  ///
  ///     Korean news article (article), 5.1, claim 14
  ///     Bloomberg report (bloomberg-report), 7.1, claim 22, by Jack Ma: “…”
  public func text(of note: Note) -> String {
    guard !note.sources.isEmpty else { return FootnoteWords(language).unsourced }
    let (facts, quotes) = details(of: note)
    return ([sourceNames(of: note)] + facts).joined(separator: ", ") + (quotes.isEmpty ? "" : ": \(quotes)")
  }

  private func sourceNames(of note: Note) -> String {
    zip(note.names, note.sources).map { name, id in name == String(id) ? name : "\(name) (\(id))" }
      .joined(separator: FootnoteWords(language).and)
  }

  /// What a note says besides the names of its sources.
  private func details(of note: Note) -> (facts: [String], quotes: String) {
    let words = FootnoteWords(language)
    var facts = note.places
    if !note.claims.isEmpty { facts.append(words.claim(note.claims.joined(separator: ", "))) }
    if !note.speakers.isEmpty { facts.append(words.by(note.speakers.joined(separator: ", "))) }
    if note.disputes { facts.append(words.disputes) }
    return (facts, note.quotes.map { "“\($0)”" }.joined(separator: " "))
  }

  /// All notes in few lines, for captions: those of the same sources on one line, others together.
  ///
  ///     Korean news article: [1] 1.2, claim 1; [3] 5.1, claim 14
  ///     [2] Bloomberg report, 7.1; [4] IT industry observers, 12.1
  public var linesBySource: [String] {
    var order: [[Text]] = []
    var places: [[Text]: [Int]] = [:]
    for (place, note) in notes.enumerated() {
      if places[note.sources] == nil { order.append(note.sources) }
      places[note.sources, default: []].append(place)
    }
    let groups = order.map { places[$0] ?? [] }
    func item(_ place: Int, named: Bool) -> String {
      let note = notes[place]
      let (facts, quotes) = details(of: note)
      let head = named ? [note.sources.isEmpty ? FootnoteWords(language).unsourced : names(of: note)] : []
      let text = (head + facts).joined(separator: ", ")
      return [Self.marker(place), text, quotes].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let several = groups.filter { $0.count > 1 }.map { group in
      "\(names(of: notes[group[0]])): \(group.map { item($0, named: false) }.joined(separator: "; "))"
    }
    let single = groups.filter { $0.count == 1 }.map { item($0[0], named: true) }.joined(separator: "; ")
    return several + (single.isEmpty ? [] : [single])
  }

  private func names(of note: Note) -> String { note.names.joined(separator: FootnoteWords(language).and) }

  /// All notes, one a line, each after its number.
  public var lines: [String] { notes.indices.map { "\(Self.marker($0)) \(text(of: notes[$0]))" } }
}

/// The words between the facts of a note.
struct FootnoteWords {
  private let language: Substring

  init(_ language: String) { self.language = language.lowercased().prefix(2) }

  private func pick(_ english: String, _ korean: String, _ chinese: String) -> String {
    language == "ko" ? korean : language == "zh" ? chinese : english
  }

  var and: String { pick(" and ", ", ", "、") }
  var unsourced: String { pick("no source is given", "출처가 없음", "未给出来源") }
  var disputes: String { pick("disputes this", "이에 반박함", "对此有异议") }
  /// The head of the column of markers.
  var why: String { pick("why", "근거", "依据") }
  func claim(_ numbers: String) -> String { pick("claim \(numbers)", "주장 \(numbers)", "主张\(numbers)") }
  func by(_ names: String) -> String { pick("by \(names)", "말한 이 \(names)", "\(names)所言") }
}
