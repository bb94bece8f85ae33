import Descent

/// The compounding mistake: α ← α / (1 + d·⌊s / interval⌋), the rate divided again at every step instead of afresh from α₀.
///
///     α(s) = α₀ / ∏ᵢ₌₁ˢ (1 + d·⌊i / interval⌋),   with d = 1 and an interval of 1: α₀ / (s + 1)!
///
/// Not a schedule to use: it is what a program computes that stores the decayed rate back into the variable that it
/// decays, and it is here so that a lesson can show what follows. With d = 1 and an interval of 1 all the rates after
/// the first sum to (e − 2) α₀, so training stops after less than one more step's worth of movement.
struct CompoundingDecay: Schedule {
  /// The learning rate α₀ of step 0.
  let initial: Double
  /// The decay d per stair, not negative.
  let decay: Double
  /// The length of a stair in steps, at least 1.
  let interval: Int

  /// Makes the schedule of a first learning rate, a decay and a length of stair.
  ///
  /// - Precondition: `decay` is not negative and `interval` is at least 1.
  init(initial: Double, decay: Double, interval: Int = 1) {
    precondition(decay >= 0, "A decay must not be negative, but is \(decay).")
    precondition(interval >= 1, "A stair must be at least 1 step long, but is \(interval).")
    self.initial = initial
    self.decay = decay
    self.interval = interval
  }

  /// The learning rate of step s; it underflows to 0 after some 170 steps with d = 1 and an interval of 1.
  func callAsFunction(_ step: Int) -> Double {
    precondition(step >= 0, "A schedule starts at step 0, but was asked for step \(step).")
    var (rate, earlier) = (initial, interval)  // before the first stair's end the divisor is 1
    while earlier <= step, rate > 0 {
      rate /= 1 + decay * Double(earlier / interval)
      earlier += 1
    }
    return rate
  }
}
