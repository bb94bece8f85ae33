import Numerics

/// 2(1 + β₁)/(1 − β₁), the curvature ηλ/d up to which Adam with the divisor d is stable: 38 for β₁ = 0.9.
///
/// At a fixed d Adam is averaged momentum with the rate η/d: w₊ = (1 + β₁ − (1 − β₁) ηλ/d) w − β₁ w₋. A root of
/// z² − (1 + β₁ − (1 − β₁) ηλ/d) z + β₁ leaves the unit circle at z = −1, where 2 + 2β₁ = (1 − β₁) ηλ/d.
func stabilityLimit(beta1: Double) -> Double { 2 * (1 + beta1) / (1 - beta1) }

/// The divisor at that limit, ηλ/38 for β₁ = 0.9.
func smallestDivisor(rate: Double, curvature: Double, beta1: Double) -> Double {
  rate * curvature / stabilityLimit(beta1: beta1)
}

/// The step t at which √v β₂^((t − s)/2) has shrunk to `room`, if v is the mean square at step s and nothing is added to
/// it; the correction of v is 1 by then. Nil where there is no room, as ε alone is more than the divisor may be.
func predictedOnset(from step: Int, meanSquare: Double, beta2: Double, room: Double) -> Double? {
  guard room > 0 else { return nil }
  return Double(step) + max(0, .log(meanSquare / (room * room)) / -.log(beta2))
}

/// A gradient G, `large`, in every P-th step, P being `period`, and c, `common`, in the others; P is infinite for once only.
struct RareGradient: Sendable {
  var large = 1010.0
  var common = -10.0
  var period = 101.0

  /// The step k steps after the large gradient, m/√v, in units of η; exact, for an Adam without ε or correction.
  ///
  ///     (c + (1 − β₁)(G − c) β₁ᵏ/(1 − β₁ᴾ)) / √(c² + (1 − β₂)(G² − c²) β₂ᵏ/(1 − β₂ᴾ))
  ///
  /// For m weighs a gradient of age a by (1 − β₁)β₁ᵃ: all are c, and G − c more at the ages k, k + P, k + 2P …; v likewise.
  func step(_ k: Int, beta1: Double = 0.9, beta2: Double = 0.999) -> Double {
    func mean(_ large: Double, _ common: Double, _ beta: Double) -> Double {
      common + (1 - beta) * (large - common) * .pow(beta, k) / (1 - .pow(beta, period))
    }
    return mean(large, common, beta1) / mean(large * large, common * common, beta2).squareRoot()
  }

  /// How far a period carries x in the long run, in units of η, without walls; positive is the wrong way.
  func drift(beta1: Double = 0.9, beta2: Double) -> Double {
    (0..<Int(period)).reduce(0) { $0 - step($1, beta1: beta1, beta2: beta2) }
  }

  /// The memory 1/(1 − β₂) from which on Adam goes the right way: there the drift is zero.
  var criticalMemory: Double {
    var (short, long) = (2.0, 1e7)
    for _ in 0..<100 {
      let middle = (short * long).squareRoot()
      if drift(beta2: 1 - 1 / middle) > 0 { short = middle } else { long = middle }
    }
    return long
  }
}
