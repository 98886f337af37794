/// Resolves the names of a schema: inheritance, enumerations, ends of edges.
struct SchemaResolver {
  typealias Errors = SchemaErrors

  private let file: SchemaFile
  private(set) var diagnostics: [Diagnostic] = []
  private var nodesByName: [String: SchemaFile.Element] = [:]
  private var edgesByName: [String: SchemaFile.Element] = [:]
  private var enumerations: [String: [String]] = [:]

  init(_ file: SchemaFile) { self.file = file }

  mutating func resolve(into schema: inout Schema) {
    collectNames()
    for node in file.nodes { resolve(node, into: &schema) }
    for edge in file.edges { resolve(edge, into: &schema) }
    for constraint in file.constraints { resolve(constraint, into: &schema) }
    checkKinds()
    schema.facts = facts(of: schema)
  }

  private mutating func collectNames() {
    var places: [String: SourceRange] = [:]
    for enumeration in file.enumerations {
      if let earlier = places.updateValue(enumeration.name.range, forKey: "enum " + enumeration.name.text) {
        diagnostics.append(Errors.repeated("enumeration", enumeration.name, earlier: earlier, in: file.source))
      }
      enumerations[enumeration.name.text] = enumeration.values
    }
    for (kind, element) in file.nodes.map({ ("node", $0.element) }) + file.edges.map({ ("edge", $0.element) }) {
      guard let name = element.name else { continue }
      if let earlier = places.updateValue(name.range, forKey: kind + name.text) {
        diagnostics.append(Errors.repeated("\(kind) type", name, earlier: earlier, in: file.source))
      }
      if kind == "node" { nodesByName[name.text] = element } else { edgesByName[name.text] = element }
    }
  }

  // MARK: Types

  /// What an element has with all that it inherits.
  private struct Flat {
    var labels: [String] = []
    var ownLabels: [String] = []
    var properties: [Schema.Property] = []
    var isOpen = false
    var options: [String: SchemaFile.Option.Value] = [:]

    func boolean(_ key: String) -> Bool? {
      if case .boolean(let value)? = options[key] { value } else { nil }
    }
  }

  /// - Parameter reports: whether errors are told; they are once an element, not once each that inherits from it.
  private mutating func flattened(
    _ element: SchemaFile.Element, among types: [String: SchemaFile.Element], reports: Bool = true,
    path: Set<String> = []
  ) -> Flat {
    var flat = Flat()
    for part in element.parts {
      if let parent = types[part.text], part.text != element.name?.text || element.parts.count > 1 {
        guard !path.contains(part.text), part.text != element.name?.text else {
          if reports { diagnostics.append(Errors.cycle(part)) }
          continue
        }
        let inherited = flattened(
          parent, among: types, reports: false, path: path.union([element.name?.text, part.text].compactMap(\.self)))
        for label in inherited.labels where !flat.labels.contains(label) { flat.labels.append(label) }
        for property in inherited.properties { Self.add(property, to: &flat.properties) }
        flat.isOpen = flat.isOpen || inherited.isOpen
        flat.options.merge(inherited.options) { $1 }
      } else if !flat.labels.contains(part.text) {
        flat.labels.append(part.text)
        flat.ownLabels.append(part.text)
      }
    }
    var places: [String: SourceRange] = [:]
    for property in element.properties {
      if let earlier = places.updateValue(property.key.range, forKey: property.key.text), reports {
        diagnostics.append(Errors.repeated("property", property.key, earlier: earlier, in: file.source))
      }
      guard let type = resolved(property.type, reports: reports) else { continue }
      Self.add(
        Schema.Property(key: property.key.text, isOptional: property.isOptional, type: type), to: &flat.properties)
    }
    flat.isOpen = flat.isOpen || element.isOpen
    for option in element.options { flat.options[option.key.text] = option.value }
    return flat
  }

  /// What a type says itself stands over what it inherits.
  private static func add(_ property: Schema.Property, to properties: inout [Schema.Property]) {
    if let index = properties.firstIndex(where: { $0.key == property.key }) {
      properties[index] = property
    } else {
      properties.append(property)
    }
  }

  private mutating func resolved(_ type: SchemaFile.DataType, reports: Bool) -> Schema.DataType? {
    switch type {
    case .string: return .string
    case .integer: return .integer
    case .float: return .float
    case .boolean: return .boolean
    case .date(let precision): return .date(precision)
    case .enumeration(let values): return .enumeration(values)
    case .list(let element): return resolved(element, reports: reports).map { .list($0) }
    case .named(let name):
      if let values = enumerations[name.text] { return .enumeration(values) }
      if reports {
        let known = SchemaParser.typeNames + enumerations.keys.sorted()
        diagnostics.append(Errors.unknownType(name, among: known))
      }
      return nil
    }
  }

  private mutating func resolve(_ node: SchemaFile.Node, into schema: inout Schema) {
    let flat = flattened(node.element, among: nodesByName)
    guard !node.element.isAbstract else { return }
    if flat.labels.isEmpty { diagnostics.append(Errors.noLabels(node.element)) }
    schema.nodeTypes.append(
      Schema.NodeType(
        labels: flat.labels, ownLabels: flat.ownLabels.isEmpty ? flat.labels : flat.ownLabels,
        properties: flat.properties, isOpen: flat.isOpen, isDrawn: flat.boolean("drawn") ?? true,
        isSourced: flat.boolean("sourced") ?? false))
  }

  private mutating func resolve(_ edge: SchemaFile.Edge, into schema: inout Schema) {
    let flat = flattened(edge.element, among: edgesByName)
    let (start, end) = (ends(edge.start), ends(edge.end))
    if let option = edge.element.options.first(where: { $0.key.text == "symmetric" }),
      case .boolean(let isSymmetric) = option.value, isSymmetric == edge.isDirected
    {
      diagnostics.append(Errors.symmetricArrow(option.range, arrow: edge.arrow, isSymmetric: isSymmetric))
    }
    guard !edge.element.isAbstract else { return }
    guard let label = flat.labels.first, flat.labels.count == 1 else {
      diagnostics.append(Errors.edgeLabels(edge.element, flat.labels))
      return
    }
    if case .integer(let sign)? = flat.options["sign"], sign != 0 { schema.facts.signs[label] = Int(sign) }
    schema.edgeTypes.append(
      Schema.EdgeType(
        label: label, start: start, end: end, isSymmetric: !edge.isDirected, properties: flat.properties,
        isOpen: flat.isOpen, isSourced: flat.boolean("sourced") ?? false))
  }

  /// The sets of labels that names stand for.
  private mutating func ends(_ names: [Name]) -> [[String]] {
    var sets: [[String]] = []
    let labels = Set(file.nodes.flatMap { flattened($0.element, among: nodesByName, reports: false).labels })
    for name in names {
      if let element = nodesByName[name.text] {
        sets.append(flattened(element, among: nodesByName, reports: false).labels)
      } else if labels.contains(name.text) {
        sets.append([name.text])
      } else {
        diagnostics.append(Errors.unknownEnd(name, among: (Array(nodesByName.keys) + labels).sorted()))
      }
    }
    return sets
  }

  // MARK: Constraints

  private mutating func resolve(_ constraint: SchemaFile.Constraint, into schema: inout Schema) {
    let nodes = ends(constraint.names)
    switch constraint.rule {
    case .count(let minimum, let maximum, let type, let direction, let other):
      let types = schema.edgeTypes.map(\.label)
      if !types.contains(type.text) { diagnostics.append(Errors.unknownRelationship(type, among: types)) }
      schema.constraints.append(
        Schema.Constraint(
          nodes: nodes,
          rule: .count(
            minimum: minimum, maximum: maximum, type: type.text, direction: direction, other: ends(other))))
    case .identifier(let keys):
      let types = schema.nodeTypes.filter { type in nodes.contains { Set($0).isSubset(of: type.labels) } }
      for key in keys where !types.contains(where: { $0.isOpen || $0.properties.contains { $0.matches(key.text) } }) {
        diagnostics.append(Errors.unknownKey(key, among: types.flatMap { $0.properties.map(\.key) }))
      }
      schema.constraints.append(Schema.Constraint(nodes: nodes, rule: .identifier(keys.map(\.text))))
    }
  }

  // MARK: What is decided a name

  /// A key is a list everywhere or nowhere, and a date everywhere or nowhere; a relationship type has one sign.
  private mutating func checkKinds() {
    var kinds: [String: (isList: Bool, isDate: Bool, place: SourceRange)] = [:]
    for element in file.nodes.map(\.element) + file.edges.map(\.element) {
      for property in element.properties {
        var (isList, isDate) = (false, false)
        if case .list(let inner) = property.type {
          isList = true
          if case .date = inner { isDate = true }
        }
        if case .date = property.type { isDate = true }
        let key = property.key.text
        guard let known = kinds[key] else {
          kinds[key] = (isList, isDate, property.key.range)
          continue
        }
        if known.isList != isList {
          diagnostics.append(
            Errors.contradiction(
              isList ? "is a list here" : "is no list here", property.key, earlier: known.place, in: file.source))
        } else if known.isDate != isDate {
          diagnostics.append(
            Errors.contradiction(
              isDate ? "is a date here" : "is no date here", property.key, earlier: known.place, in: file.source))
        }
      }
    }
    var edges: [String: (sign: Int64, isDirected: Bool, place: SourceRange)] = [:]
    for edge in file.edges where !edge.element.isAbstract {
      let flat = flattened(edge.element, among: edgesByName, reports: false)
      guard let label = flat.labels.first else { continue }
      let name = edge.element.parts.last { $0.text == label } ?? Name(label, range: edge.element.range)
      var sign: Int64 = 0
      if case .integer(let value)? = flat.options["sign"] { sign = value }
      guard let known = edges[label] else {
        edges[label] = (sign, edge.isDirected, name.range)
        continue
      }
      if known.sign != sign {
        diagnostics.append(
          Errors.contradiction("has the sign \(sign) here", name, earlier: known.place, in: file.source))
      } else if known.isDirected != edge.isDirected {
        diagnostics.append(
          Errors.contradiction(
            edge.isDirected ? "has a direction here" : "has no direction here", name, earlier: known.place,
            in: file.source))
      }
    }
  }

  private func facts(of schema: Schema) -> SchemaFacts {
    var facts = schema.facts
    for property in schema.nodeTypes.flatMap(\.properties) + schema.edgeTypes.flatMap(\.properties) {
      facts.keys.insert(property.key)
      var type = property.type
      if case .list(let element) = type {
        facts.listKeys.insert(property.key)
        type = element
      }
      if case .date = type { facts.dateKeys.insert(property.key) }
    }
    facts.labels = Set(schema.nodeTypes.flatMap(\.labels))
    facts.types = Set(schema.edgeTypes.map(\.label))
    facts.symmetricTypes = Set(schema.edgeTypes.filter(\.isSymmetric).map(\.label))
    facts.hiddenLabels = Set(schema.nodeTypes.filter { !$0.isDrawn }.flatMap(\.ownLabels))
    return facts
  }
}
