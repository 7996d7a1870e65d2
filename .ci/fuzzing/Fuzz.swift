import Foundation

/// What libFuzzer calls with every input: the reader that the environment variable FUZZ_TARGET names.
///
/// `.ci/fuzz` compiles this folder beside the program's own modules; nothing of it is in the product.
/// A reader that traps, hangs, overflows the stack or asks for too much ends the process, which is how
/// libFuzzer knows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
  target.body(bytes)
  return 0
}

/// What libFuzzer calls once, before it measures how long an input takes.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(
  _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutableRawPointer
) -> CInt {
  target.prepare()
  return 0
}

extension [UInt8] {
  /// True for one input in eight, always the same ones: what takes long is done for these.
  var isOneOfEight: Bool { isOne(of: 8) }

  /// True for one input in so many, a power of two.
  func isOne(of count: UInt8) -> Bool { reduce(0) { $0 &* 31 &+ $1 } & (count - 1) == 0 }
}

/// A reader with what is expected of it, whatever it is given.
struct FuzzTarget: Sendable {
  let name: String
  /// Makes what every input is tried on, where that takes seconds.
  private(set) var prepare: @Sendable () -> Void = {}
  let body: @Sendable ([UInt8]) -> Void

  init(name: String, body: @escaping @Sendable ([UInt8]) -> Void) {
    (self.name, self.body) = (name, body)
  }

  /// The same after something that takes seconds.
  func after(_ prepare: @escaping @Sendable () -> Void) -> FuzzTarget {
    var target = self
    target.prepare = prepare
    return target
  }

  /// Every target. With WHOLE the whole program is at hand, otherwise what reads scenarios.
  ///
  #if WHOLE
    static let all = [json5, csv, quantities, scenario, options, chunk, endurance, folder]
  #else
    static let all = [json5, csv, quantities, scenario]
  #endif
}

private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    fatalError("FUZZ_TARGET should be one of \(FuzzTarget.all.map(\.name))")
  }
  return target
}()
