import Numerics

/// Adam's ratio in the first step: η √((1 − z) n/2) for He's weights, of variance 2/n.
///
/// In the first step m̂ = g and √v̂ = |g|, so that each weight moves by η, whatever its gradient is; where that is exactly
/// 0 (a share z) it stays.
///
/// - Parameters:
///   - inputs: n, the number of inputs of a unit.
///   - zeroShare: z.
func firstAdamRatio(rate: Double, inputs: Int, zeroShare: Double) -> Double {
  rate * ((1 - zeroShare) * Double(inputs) / 2).squareRoot()
}

/// The root mean square of He's weights, √(2/n).
func heDeviation(inputs: Int) -> Double { (2 / Double(inputs)).squareRoot() }

/// How far weights can have come from their start, in units of their first length: (1 + r)ᵀ − 1, if no ratio is above r.
///
/// ‖W_T − W₀‖ ≤ Σ rₜ‖Wₜ‖ and ‖Wₜ₊₁‖ ≤ (1 + rₜ)‖Wₜ‖; the sum telescopes.
func farthest(ratio: Double, steps: Int) -> Double { .expMinusOne(Double(steps) * .log(onePlus: ratio)) }
