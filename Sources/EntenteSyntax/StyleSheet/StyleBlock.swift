/// The declarations of one rule while they are read.
///
/// `color` alone on a node fills it, as Graphviz does with filled shapes and GraSS with all: the outline is then
/// `border-color`, or darker. Beside `fillcolor` it is the outline.
struct StyleBlock {
  let targets: Set<StyleSheet.Target>
  private var read: [(name: String, declaration: StyleSheet.Declaration)] = []

  init(targets: Set<StyleSheet.Target>) { self.targets = targets }

  mutating func add(_ property: StyleProperty, _ value: StyleValue, as name: Name, until end: Int) {
    let range = SourceRange(name.range.lower..<max(end, name.range.upper))
    read.append((name.text.lowercased(), .init(property: property, value: value, range: range)))
  }

  var declarations: [StyleSheet.Declaration] {
    let fills = targets == [.node] && !read.contains { $0.name == "fillcolor" }
    guard fills, let color = read.last(where: { $0.name == "color" })?.declaration else {
      return read.map(\.declaration)
    }
    var declarations = read.map { entry in
      var declaration = entry.declaration
      if entry.name == "color" { declaration.property = .fillcolor }
      return declaration
    }
    if !read.contains(where: { $0.name == "border-color" }) {
      declarations.append(.init(property: .color, value: .darker(color.value), range: color.range))
    }
    return declarations
  }
}
