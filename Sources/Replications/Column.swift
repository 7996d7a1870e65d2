/// A growable row of plain values that the inner loop reads and writes.
///
/// In order of priority: 1. no access outside the row, ever: every subscript is checked, in release
/// builds too; 2. no reference counting, no copy-on-write check and no exclusivity check per
/// access, which arrays inside a struct would cost; 3. storage is kept when the row is emptied, so
/// that a worker stops allocating after its first replications.
///
/// An element type must not be `private`: Swift 6.3.1 then fails to compile debug builds.
///
/// This file is the only one of the target that handles memory by hand.
@safe
struct Column<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// How many elements there are. [1]
  private(set) var count: Int

  init() {
    capacity = 8
    count = 0
    // Safe: nothing below `count`, which is 0, is read before it has been written.
    unsafe base = .allocate(capacity: 8)
  }

  deinit {
    // Safe: a row cannot be copied, so its storage is given back once; plain values need no deinitialisation.
    unsafe base.deallocate()
  }

  /// The element at an index; traps outside `0..<count`.
  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the column")
      // Safe: the index has just been checked, and all elements below `count` are initialised.
      return unsafe base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the column")
      // Safe: as above.
      yield unsafe &base[index]
    }
  }

  /// Adds an element at the end.
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    // Safe: there is room for at least one more element.
    unsafe base.advanced(by: count).initialize(to: element)
    count += 1
  }

  /// Adds an element at the end once or not at all, without a branch on it: where chance decides, a
  /// processor cannot foresee the branch.
  ///
  /// - Parameter times: 0 or 1.
  @inline(__always)
  mutating func append(_ element: Element, times: Int) {
    if count == capacity { grow(to: count + 1) }
    // Safe: there is room for at least one more element; one that is not wanted is written over.
    unsafe base.advanced(by: count).initialize(to: element)
    // A number, not a condition, of which the compiler would make a branch.
    count += times & 1
  }

  /// Forgets all elements; keeps the storage.
  @inline(__always)
  mutating func removeAll() {
    count = 0
  }

  /// Forgets the last element, which must exist.
  @inline(__always)
  mutating func removeLast() {
    precondition(count > 0, "nothing to remove from the column")
    count -= 1
  }

  /// Makes the row `newCount` long, all of them `value`.
  mutating func reset(to value: Element, count newCount: Int) {
    precondition(newCount >= 0, "a column cannot have \(newCount) elements")
    if newCount > capacity { grow(to: newCount) }
    // Safe: the capacity is at least `newCount`; plain values need no deinitialisation.
    unsafe base.initialize(repeating: value, count: newCount)
    count = newCount
  }

  /// Moves `length` elements from one place in the row to another; the places may overlap.
  @inline(__always)
  mutating func move(from source: Int, to target: Int, length: Int) {
    precondition(
      source >= 0 && target >= 0 && length >= 0 && source + length <= count
        && target + length <= count, "move outside the column")
    // Safe: both ranges lie inside the initialised part, and `update(from:count:)` allows overlap.
    unsafe base.advanced(by: target).update(from: base.advanced(by: source), count: length)
  }

  /// Moves the elements from `place` to before `end` one place further; there must be room in the row.
  @inline(__always)
  mutating func openGap(at place: Int, end: Int) {
    precondition(place >= 0 && place <= end && end < count, "gap outside the column")
    guard end - place <= 8 else {
      move(from: place, to: place + 1, length: end - place)
      return
    }
    var source = end
    while source > place {
      // Safe: `source` is above `place` and at most `end`, both of which have just been checked.
      unsafe base[source] = base[source - 1]
      source -= 1
    }
  }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    // Safe: the new storage is larger than the old, and the old is given back once.
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}
