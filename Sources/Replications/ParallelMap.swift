import Dispatch

/// Runs `body` once on each of `count` cores, 0 or more, and returns what each gave, in order of index.
///
/// The only place that starts threads; not to be called from within `body`, which would share the cores
/// twice. Results are gathered in the order of the index, whatever order the cores finish in.
public func parallelMap<Output: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Output
) -> [Output] {
  // An array without elements is one for the whole program, whose count would be written here while others read it.
  guard count != 0 else { return [] }
  return unsafe [Output](unsafeUninitializedCapacity: count) { buffer, initialisedCount in
    // Safe: each iteration writes a slot of its own, and `concurrentPerform` returns after the last.
    nonisolated(unsafe) let slots = unsafe buffer
    DispatchQueue.concurrentPerform(iterations: count) { index in
      unsafe slots.initializeElement(at: index, to: body(index))
    }
    initialisedCount = count
  }
}
