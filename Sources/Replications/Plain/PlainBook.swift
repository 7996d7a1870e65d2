/// What care units that follow each other have issued and been sent today, until it is booked where others
/// look for it; and what is the same for all of them today.
struct PlainBook {
  let today: Int
  /// Days left, this one included: a change of stock today counts on all of them. [days]
  let daysLeft: Int64
  /// Whether what is shipped overnight comes before the run ends.
  let hasTomorrow: Bool
  /// Which of a node's words of `ProductRun.receiptDays` has tomorrow.
  let receiptWord: Int
  /// Its bit; 0 where tomorrow is not reported.
  let receiptMask: UInt64
  /// The location that ships; −1 for none.
  var parent = -1
  /// Whether it has enough for all that those below it can ask for.
  var hasEnough = false
  /// How long what it ships can be used at least, from tomorrow on. [days]
  var lifeDays = 0
  /// What it has shipped overnight. [units]
  var shipped: Int64 = 0
  /// The part of it that has not been taken off its shelf yet. [units]
  var unissued: Int64 = 0
  /// Where the days of the care units' tier begin in `ProductRun.stockChanges`; −1 for none.
  var row: Int32 = -1
  /// What they have issued. [units]
  var issued: Int64 = 0
  /// What they receive tomorrow. [units]
  var arriving: Int64 = 0

  /// A book of a day with nothing in it.
  ///
  /// - Parameter receiptBit: tomorrow among a node's bits; `nil` where it is not reported.
  init(today: Int, totalDays: Int, receiptBit: Int?) {
    self.today = today
    daysLeft = Int64(totalDays - today)
    hasTomorrow = today + 1 < totalDays
    receiptWord = (receiptBit ?? 0) >> 6
    receiptMask = receiptBit.map { 1 << UInt64($0 & 63) } ?? 0
  }
}

extension ProductRun {
  /// Another location ships from now on.
  @inline(never)
  mutating func turn(_ book: inout PlainBook, to parent: Int) {
    bookParent(&book)
    book.parent = parent
    book.hasEnough = hasEnoughToday(parent)
    book.lifeDays = Int(shelves.earliestExpiry(parent)) - today - 1
  }

  /// Care units of another tier follow.
  @inline(never)
  mutating func turn(_ book: inout PlainBook, toRow row: Int32) {
    bookRow(&book)
    book.row = row
  }

  /// Books all that is not yet booked.
  mutating func close(_ book: inout PlainBook) {
    bookRow(&book)
    bookParent(&book)
  }

  /// Takes off the shelf of the location that ships what it has sent where lots are not followed.
  @inline(__always)
  mutating func takeShipped(_ book: inout PlainBook) {
    guard book.unissued > 0 else { return }
    shelves.issue(book.parent, book.unissued)
    book.unissued = 0
  }

  private mutating func bookRow(_ book: inout PlainBook) {
    if book.issued > 0 { stockChanges[Int(book.row) + today] -= book.issued }
    if book.arriving > 0 { stockChanges[Int(book.row) + today + 1] += book.arriving }
    balance.issue(book.issued)
    (book.issued, book.arriving) = (0, 0)
  }

  private mutating func bookParent(_ book: inout PlainBook) {
    guard book.shipped > 0 else { return }
    takeShipped(&book)
    changeStock(book.parent, by: -book.shipped)
    balance.addDeparture(book.parent, book.shipped)
    pending.insert(book.parent)
    book.shipped = 0
  }
}
