/// The ids that a graph file gives to nodes or to relationships, and the way back from an id to its element.
struct FileIDs: Sendable {
  private let column: PropertyColumn
  /// The first element with the id of each code of the column's dictionary.
  private let elements: FlatBuffer<UInt32>

  init?(_ column: PropertyColumn?) {
    guard let column, let codes = column.codes else { return nil }
    self.column = column
    var elements = ContiguousArray<UInt32>(repeating: .max, count: column.dictionary.count)
    column.forEachID { id, slot in
      let code = Int(codes[slot])
      if elements[code] == .max { elements[code] = id }
    }
    self.elements = FlatBuffer(elements)
  }

  subscript(element: UInt32) -> Text? {
    guard let slot = column.slot(of: element), let codes = column.codes else { return nil }
    return column.dictionary[codes[slot]]
  }

  /// The element with an id, or nil.
  ///
  /// - Complexity: O(length of the id) where there are many ids, O(log *n*) comparisons where there are few.
  func element(with id: Text) -> UInt32? {
    column.dictionary.code(of: id).map { elements[Int($0)] }
  }

  /// Whether no two elements have the same id.
  var areUnique: Bool { column.count == column.dictionary.count }

  /// The ids as a column that a builder can continue.
  var asColumn: PropertyColumn { column }

  func checkInvariants(name: String, idLimit: Int) -> [String] {
    var violations = column.checkInvariants(name: name, idLimit: idLimit)
    column.forEachID { id, _ in
      guard let text = self[id], let element = element(with: text), element <= id, self[element] == text
      else {
        violations.append("\(name): the id of element \(id) leads elsewhere.")
        return
      }
    }
    return violations
  }
}
