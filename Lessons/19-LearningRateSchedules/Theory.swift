import Numerics

/// The noisy bowl ½ Σ hᵢ (wᵢ − xᵢ)², xᵢ from N(0, 1): what a schedule of learning rates comes to, exactly.
///
/// With sᵢ = E[wᵢ²] and a rate η, one step of gradient descent gives sᵢ ← (1 − ηhᵢ)² sᵢ + η²hᵢ², and the loss that the
/// noise does not make is ½ Σ hᵢ sᵢ. In code, hᵢ are `curvatures` and sᵢ begin with `start`.
struct Bowl: Sendable {
  var curvatures: [Double]
  var start = 25.0

  /// A rate of 1 is a whole step down the direction of curvature 1; above it a step overshoots.
  static let highest = 1.0

  private func loss(_ squares: [Double]) -> Double {
    curvatures.indices.reduce(0) { $0 + curvatures[$1] * squares[$1] / 2 }
  }

  private func step(_ squares: inout [Double], _ rate: Double) {
    for i in curvatures.indices {
      let share = rate * curvatures[i]
      squares[i] = (1 - share) * (1 - share) * squares[i] + share * share
    }
  }

  /// The mean squares sᵢ before each step, and after the last.
  func squares(_ rates: [Double]) -> [[Double]] {
    rates.reduce(into: [curvatures.map { _ in start }]) { all, rate in
      var squares = all[all.count - 1]
      step(&squares, rate)
      all.append(squares)
    }
  }

  /// The loss before each step, and after the last.
  func losses(_ rates: [Double]) -> [Double] { squares(rates).map(loss) }

  /// The loss after the last step.
  func finalLoss(_ rates: [Double]) -> Double {
    var squares = curvatures.map { _ in start }
    for rate in rates { step(&squares, rate) }
    return loss(squares)
  }

  /// A shape, as shares of its first rate, at the best of 60 rates up to the highest.
  func tuned(_ shares: [Double]) -> [Double] {
    let tries = (0..<60).map { index in
      let rate = Self.highest * Double.pow(1e-3, Double(index) / 59)
      return shares.map { $0 * rate }
    }
    let losses = tries.map(finalLoss)
    return losses.indices.min { losses[$0] < losses[$1] }.map { tries[$0] } ?? shares
  }

  /// The best of all schedules of so many steps with rates from 0 to the highest.
  ///
  /// In one rate η alone the final loss is a parabola: Σ pᵢ ((1 − ηhᵢ)² sᵢ + η²hᵢ²) and a constant, with sᵢ before this step
  /// and pᵢ = ½ hᵢ ∏ (1 − ηhᵢ)² over the later ones. Its lowest point is η = Σ pᵢhᵢsᵢ / Σ pᵢhᵢ² (sᵢ + 1). Back and forth
  /// each rate is set to it, until none changes: the loss can only fall.
  func best(steps: Int, rounds: Int = 1000) -> [Double] {
    var rates = [Double](repeating: Self.highest / 2, count: steps)
    for _ in 0..<rounds {
      let before = rates
      let squares = self.squares(rates)
      var weights = [curvatures.map { $0 / 2 }]  // of the last step, then of earlier ones
      for t in rates.indices.reversed() {
        rates[t] = lowestPoint(weights[weights.count - 1], squares[t])
        weights.append(
          weights[weights.count - 1].indices.map { i in
            let kept = 1 - rates[t] * curvatures[i]
            return kept * kept * weights[weights.count - 1][i]
          })
      }
      var now = squares[0]
      for t in rates.indices {
        rates[t] = lowestPoint(weights[steps - 1 - t], now)
        step(&now, rates[t])
      }
      if rates.indices.allSatisfy({ abs(rates[$0] - before[$0]) < 1e-9 }) { break }
    }
    return rates
  }

  private func lowestPoint(_ weights: [Double], _ squares: [Double]) -> Double {
    var (top, bottom) = (0.0, 0.0)
    for i in curvatures.indices {
      let share = weights[i] * curvatures[i]
      top += share * squares[i]
      bottom += share * curvatures[i] * (squares[i] + 1)
    }
    return min(top / bottom, Self.highest)
  }
}
