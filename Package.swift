// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "entente",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Entente", targets: ["EntenteSyntax", "Entente", "EntenteDiagram"]),
    .executable(name: "entente", targets: ["EntenteCommand"]),
    .executable(name: "entente-render", targets: ["EntenteRenderer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphvizSystem", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(name: "CGraphviz", dependencies: ["CGraphvizSystem"]),
    .target(name: "EntenteSyntax", swiftSettings: settings),
    .target(
      name: "Entente",
      dependencies: ["EntenteSyntax", .product(name: "HeapModule", package: "swift-collections")],
      swiftSettings: settings),
    .target(name: "EntenteDrawing", swiftSettings: settings),
    .target(
      name: "EntenteDiagram", dependencies: ["EntenteSyntax", "Entente", "EntenteDrawing"],
      exclude: ["HTML/names.js", "HTML/page.css", "HTML/page.js"], swiftSettings: settings),
    .executableTarget(
      name: "EntenteRenderer", dependencies: ["CGraphviz", "EntenteDrawing"], swiftSettings: settings),
    .executableTarget(
      name: "EntenteCommand",
      dependencies: [
        "EntenteSyntax", "Entente", "EntenteDiagram",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "EntenteTestSupport", dependencies: ["EntenteSyntax", "Entente", "EntenteDiagram"], path: "Tests/Support",
      swiftSettings: settings),
    .executableTarget(
      name: "EntenteFuzz", dependencies: ["EntenteTestSupport"], path: "Tests/Fuzz", swiftSettings: settings),
    .executableTarget(
      name: "EntenteBenchmarks", dependencies: ["Entente", "EntenteTestSupport"],
      path: "Tests/Benchmarks/EntenteBenchmarks", swiftSettings: settings),
    .testTarget(
      name: "EntenteSyntaxTests", dependencies: ["EntenteSyntax", "EntenteTestSupport"], swiftSettings: settings),
    .testTarget(name: "EntenteTests", dependencies: ["Entente", "EntenteTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "EntenteDiagramTests",
      dependencies: ["EntenteDiagram", "EntenteDrawing", "CGraphviz", "EntenteTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "EntenteCommandTests", dependencies: ["EntenteCommand", "EntenteSyntax", "EntenteTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TCK", dependencies: ["EntenteSyntax", "Entente", "EntenteTestSupport"], path: "Tests/TCK",
      exclude: ["passing.txt"], swiftSettings: settings),
  ]
)
