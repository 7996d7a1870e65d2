/// The time to an event that is equally likely at every moment.
struct Exponential {
  let mean: Double

  /// −mean ln(1 − u), with all digits also where `u` is small.
  func quantile(_ u: Double) -> Double {
    // Subtracted from 0, because the negative of 0 would be −0.
    0 - mean * Elementary.logOnePlus(-u)
  }
}
