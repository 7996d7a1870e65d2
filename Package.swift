// swift-tools-version: 6.2

import PackageDescription

/// What every target is compiled with: warnings stop the build, unsafe code is marked,
/// and an import is visible only in the file that states it.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What the targets that compute are compiled with besides, for the tests: the optimiser, with all
/// checks on. Without it the tests, most of which simulate, take several times as long; and file by file it
/// would not see into `Column` from where it is used, which is a quarter of their time. An object for each file, as
/// the package manager expects them, comes of several threads.
let quickTests: [SwiftSetting] = [
  .unsafeFlags(
    ["-O", "-assert-config", "Debug", "-whole-module-optimization", "-num-threads", "2"],
    .when(configuration: .debug))
]

/// A library target and the targets that it may import, with its tests.
///
/// The list below is the architecture: each line may name only lines above it. `testData` are
/// files beside the tests that the tests read themselves; `testImports` what they need besides;
/// `computes` says that most of the time of the tests is spent in it; `embedded` are files whose bytes
/// become part of the program.
func layer(
  _ name: String, imports dependencies: [String] = [], testImports: [String] = [],
  testData: [String] = [], computes: Bool = false, embedded: [String] = []
) -> [Target] {
  let imports = dependencies.map { Target.Dependency(stringLiteral: $0) }
  return [
    .target(
      name: name, dependencies: imports, resources: embedded.map { .embedInCode($0) },
      swiftSettings: settings + (computes ? quickTests : [])),
    .testTarget(
      name: "\(name)Tests",
      dependencies: imports + ([name] + testImports).map { .init(stringLiteral: $0) },
      exclude: testData,
      swiftSettings: settings),
  ]
}

/// Socialstyrelsen's published figures, which `buffert costs --from-reported` starts from.
let reportedFiles = [
  "reported.json5", "regions.csv", "table1.csv", "table2.csv", "table2-printed.csv", "table3.csv",
  "table4.csv",
]

let layers: [[Target]] = [
  layer("Quantities"),
  layer("RandomStreams", computes: true),
  layer("Estimators"),
  layer("SupplyModel", imports: ["Quantities", "RandomStreams"]),
  layer("Costs", imports: ["Quantities", "Estimators", "SupplyModel"]),
  layer(
    "ScenarioFiles", imports: ["Quantities", "RandomStreams", "SupplyModel", "Costs"],
    testData: ["Broken"], embedded: reportedFiles.map { "Reported/\($0)" }),
  layer("Replications", imports: ["Quantities", "RandomStreams", "SupplyModel"], computes: true),
  layer(
    "Studies",
    imports: [
      "Quantities", "RandomStreams", "SupplyModel", "Costs", "Replications", "Estimators",
    ]),
  layer(
    "Reports",
    imports: [
      "Quantities", "RandomStreams", "SupplyModel", "Costs", "Replications", "Estimators",
      "Studies",
    ],
    testImports: ["ScenarioFiles"]),
  layer(
    "Validation",
    imports: [
      "Quantities", "RandomStreams", "SupplyModel", "ScenarioFiles", "Replications", "Estimators",
      "Studies", "Reports",
    ]),
]

let package = Package(
  name: "buffert",
  products: [
    .executable(name: "buffert", targets: ["buffert"]),
    // What benchmarks time; they are a package of their own (Benchmarks).
    .library(
      name: "engine",
      targets: ["RandomStreams", "Estimators", "SupplyModel", "ScenarioFiles", "Replications"]),
  ],
  dependencies: [],
  targets: layers.flatMap { $0 } + [
    .executableTarget(
      name: "buffert",
      dependencies: [
        "Quantities", "SupplyModel", "Costs", "ScenarioFiles", "Replications", "Studies",
        "Reports", "Validation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ScenarioTests",
      dependencies: ["SupplyModel", "ScenarioFiles", "Replications", "Studies", "Reports"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["buffert"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
