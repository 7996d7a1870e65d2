public import RandomStreams

/// When a phase takes place, where that is random.
///
/// Drawn once per replication from streams of the phase's name, the same for all products and
/// policies.
public struct PhaseTiming: Sendable, Equatable {
  /// When it begins.
  public var begin: Begin
  /// How long it lasts; rounded to the nearest day, at least 1. [days]
  public var length: Distribution
  /// How likely it is to take place at all, in ten-thousandths; after another phase, given that the
  /// other takes place. [0…10,000]
  public var probabilityBasisPoints: Int64

  /// When a phase begins.
  public enum Begin: Sendable, Equatable {
    /// On a day from the start of the horizon.
    case day(Int)
    /// On any day from the first to the last with equal chance, both included.
    case between(first: Int, last: Int)
    /// Triggered by another phase: so long after its first day, or after its end.
    case after(phase: String, edge: Edge, delay: Distribution)
  }

  /// The two ends of a phase.
  public enum Edge: String, Sendable, Hashable, CaseIterable {
    /// Its first day.
    case begin
    /// The first day after it.
    case end
  }

  /// A timing.
  public init(begin: Begin, length: Distribution, probabilityBasisPoints: Int64) {
    self.begin = begin
    self.length = length
    self.probabilityBasisPoints = probabilityBasisPoints
  }
}

/// The days of a phase in one replication.
public struct PhaseWindow: Sendable, Hashable, BitwiseCopyable {
  /// First day. [days from the start of the horizon]
  public var firstDay: Int
  /// First day after it; `firstDay` where the phase does not take place.
  public var endDay: Int

  /// A window.
  public init(firstDay: Int, endDay: Int) {
    self.firstDay = firstDay
    self.endDay = endDay
  }
}
