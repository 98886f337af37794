import EntenteSyntax

/// A tree as indented lines, without ranges and without the texts of columns: two texts that say the same have the
/// same outline.
///
///     Expression
///       kind: in
///         …
///
/// Built by reflection, so that no part of a tree can be forgotten.
public func treeOutline(_ tree: Any) -> String {
  var out = ""
  write(tree, label: nil, indent: 0, into: &out)
  return out
}

private func write(_ value: Any, label: String?, indent: Int, into out: inout String) {
  if value is SourceRange { return }
  let mirror = Mirror(reflecting: value)
  out += String(repeating: " ", count: indent)
  if let label { out += "\(label): " }
  switch value {
  case let name as Name:
    out += "Name(\(name.text.unicodeScalars.map { String($0.value, radix: 16) }))\n"
    return
  case let text as String:
    out += "\"\(text.unicodeScalars.map { String($0.value, radix: 16) })\"\n"
    return
  case let number as Double:
    out += "\(number) \(number.bitPattern)\n"
    return
  default: break
  }
  guard !mirror.children.isEmpty else {
    out += "\(value)\n"
    return
  }
  out +=
    mirror.displayStyle == .struct
    ? "\(mirror.subjectType)\n" : "\(mirror.displayStyle.map { "\($0)" } ?? "")\n"
  for child in mirror.children where !(value is Projection.Item && child.label == "text") {
    write(child.value, label: child.label, indent: indent + 1, into: &out)
  }
}
