// swift-tools-version: 6.2

import PackageDescription

// Benchmarks are a package of their own, so that the product has no code and no flag for them.
let package = Package(
  name: "benchmarks",
  targets: [.executableTarget(name: "bench")],
  swiftLanguageModes: [.v6]
)
