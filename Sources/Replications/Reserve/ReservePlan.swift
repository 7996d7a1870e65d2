import SupplyModel

/// How a location keeps and releases its reserve, as the inner loop needs it.
struct ReservePlan: BitwiseCopyable {
  /// Whether the reserve stands on a shelf of its own.
  var hasPool = false
  /// Whether receipts fill the reserve before the operating stock.
  var fillsReserveFirst = false
  /// How long before its expiry a lot of the reserve no longer counts towards it: it is ordered
  /// anew. [days]
  var marginDays: Int32 = 0
  /// How long before its expiry a lot of the reserve changes places with the flow; 0 for never.
  /// [days]
  var exchangeBeforeDays: Int32 = 0
  /// How long before its expiry a lot is offered to another location; 0 for never. [days]
  var redistributeBeforeDays: Int32 = 0
  /// When the reserve may be issued to those below.
  var release = Release.always
  /// From the reason for a release to the release. [days]
  var delayDays: Int32 = 0
  /// Where the phases of its release stand in `CompiledProduct.releaseWindows`.
  var firstWindow: Int32 = 0
  var windowCount: Int32 = 0
  /// How much of the reserve may be ordered per day. [units]
  var refillPerDay = Int64.max

  enum Release: UInt8, BitwiseCopyable {
    case always
    case onStockout
    case inPhase
  }

  /// Whether the reserve is nothing but a higher target.
  var isPlain: Bool {
    !hasPool && release == .always && refillPerDay == .max && redistributeBeforeDays == 0
  }

  /// How long before its expiry a lot first changes what its location does. [days]
  var wakeMarginDays: Int32 { max(marginDays, exchangeBeforeDays, redistributeBeforeDays) }

  /// - Parameters:
  ///   - leadTimeDays: what an order usually takes. [days]
  ///   - windows: where the phases of releases are collected.
  init(
    _ settings: PolicySettings, refillPerDay: Int64?, leadTimeDays: Int, usableMarginDays: Int32,
    timeline: [Phase], windows: inout [PhaseRelease]
  ) {
    switch settings.rotation {
    case .flowing: break
    case .separate(let first):
      hasPool = true
      fillsReserveFirst = first == .reserve
      // What expires while its replacement is under way is no reserve any more.
      marginDays = max(Int32(leadTimeDays), usableMarginDays)
    case .swap(let days):
      hasPool = true
      exchangeBeforeDays = Int32(days)
      marginDays = usableMarginDays
    }
    switch settings.release {
    case .always: break
    case .onStockout(let delay):
      release = .onStockout
      delayDays = Int32(delay)
    case .inPhase(let names, let delay):
      release = .inPhase
      delayDays = Int32(delay)
      firstWindow = Int32(windows.count)
      windows += timeline.indices.filter { names.contains(timeline[$0].name) }.map {
        PhaseRelease(phase: $0, delayDays: delay)
      }
      windowCount = Int32(windows.count) - firstWindow
    }
    redistributeBeforeDays = Int32(settings.redistributeBeforeDays)
    self.refillPerDay = refillPerDay ?? .max
  }
}

/// A phase in which a reserve may be used, and how long after its first day.
struct PhaseRelease: Sendable {
  /// Its place in the timeline.
  let phase: Int
  /// From the first day to the release. [days]
  let delayDays: Int

  /// The days of the release, where the phase takes place in a window; none where it does not.
  func window(in window: PhaseWindow) -> ReleaseWindow {
    guard window.takesPlace else { return ReleaseWindow(firstDay: .max, endDay: .max) }
    return ReleaseWindow(
      firstDay: Int32(window.firstDay + delayDays), endDay: Int32(window.endDay))
  }
}

/// Days on which a reserve may be used, from the start of the horizon. [days]
struct ReleaseWindow: BitwiseCopyable {
  var firstDay: Int32
  /// First day after it.
  var endDay: Int32
}

/// What changes at a location's reserve as the days go by.
struct ReserveState: BitwiseCopyable {
  /// What stands on the shelf of the reserve. [units]
  var onHand: Int64 = 0
  /// First day on which a stock-out has released the reserve; `Int32.max` while none has.
  var releasedFrom = Int32.max
  /// Last day on which some of the reserve was ordered.
  var lastRefill = Int32.min / 2
}
