import Descent

/// The decay on trial, as the lesson's options describe it, for any first rate.
struct DecayRule: Sendable {
  /// The decay d per stair.
  var decay = 1.0
  /// The length of a stair in epochs.
  var interval = 200
  /// Whether the decayed rate is stored back and decayed again.
  var isCompounding = false

  /// What the rule is called in tables and figures.
  var name: String { isCompounding ? "compounding stairs" : "staircase" }

  /// The rates by epoch, from a first one.
  func callAsFunction(from rate: Double) -> any Schedule {
    isCompounding
      ? CompoundingDecay(initial: rate, decay: decay, interval: interval)
      : StaircaseDecay(initial: rate, decay: decay, interval: interval)
  }

  /// The smooth curve through the stairs' left ends, α₀ / (1 + (d / interval)·e).
  func smooth(from rate: Double) -> any Schedule {
    InverseTimeDecay(initial: rate, decay: decay / Double(interval))
  }
}

extension Schedule {
  /// The rates of the first steps.
  func rates(_ steps: Int) -> [Double] { (0..<steps).map { self($0) } }

  /// The sum of the rates before each step: 0, α(0), α(0) + α(1), …
  func travel(_ steps: Int) -> [Double] {
    rates(steps).reduce(into: [0]) { sums, rate in sums.append(sums[sums.count - 1] + rate) }
  }
}
