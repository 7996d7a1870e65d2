// swift-tools-version: 6.2

import PackageDescription

/// As in the product: warnings stop the build, and unsafe code is marked.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Benchmarks are a package of their own, so that the product has no code and no flag for them.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "buffert", path: "..")],
  targets: [
    .target(name: "CountAllocations"),
    .executableTarget(
      name: "bench",
      dependencies: ["CountAllocations", .product(name: "engine", package: "buffert")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
