import Descent

/// Where a constant rate stops on the noisy mean: the E[w²] = α/(2 − α) that m = (1 − α)² m + α² leaves unchanged.
func noiseFloor(_ rate: Double) -> Double { rate / (2 - rate) }

/// E[w²] after 0, 1, … steps of w ← w − α (w − x), x from N(0, 1): m ← (1 − α)² m + α², exactly.
func expectedSquares(_ schedule: some Schedule, from start: Double, steps: Int) -> [Double] {
  schedule.rates(steps).reduce(into: [start * start]) { squares, rate in
    squares.append((1 - rate) * (1 - rate) * squares[squares.count - 1] + rate * rate)
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

/// The compounding mistake: the decayed rate is stored back and decayed again at every step.
///
///     α(s) = α₀ / ∏ᵢ₌₁ˢ (1 + d·⌊i / interval⌋),   with d = 1 and an interval of 1: α₀ / (s + 1)!
struct CompoundingDecay: Schedule {
  let initial, decay: Double
  var interval = 1

  /// The learning rate of step s; it underflows to 0 in the end.
  func callAsFunction(_ step: Int) -> Double {
    var (rate, earlier) = (initial, interval)  // before the first stair's end the divisor is 1
    while earlier <= step, rate > 0 {
      rate /= 1 + decay * Double(earlier / interval)
      earlier += 1
    }
    return rate
  }
}
