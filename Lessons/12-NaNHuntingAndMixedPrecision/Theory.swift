import Numerics

/// A residual that grows by a fixed factor a step, |rₜ| = ρᵗ |r₀|.
struct GrowingError: Sendable {
  /// |r₀|.
  let first: Double
  /// ρ.
  let ratio: Double

  /// log₂ |rₜ|; twice that is log₂ of its square.
  func logarithm(at step: Double) -> Double { .log2(first) + step * .log2(ratio) }

  /// The first step at which r² is more than a format's largest number M: |rₜ| > √M.
  func firstInfinity(largest: Double) -> Int { firstStep(.log2(largest) / 2) }

  /// The first step at which r itself is; times a blank pixel it makes a nan.
  func firstNaN(largest: Double) -> Int { firstStep(.log2(largest)) }

  /// From the one to the other: half of the format's powers of two, log₂ ρ of them a step.
  func delay(largest: Double) -> Double { .log2(largest) / 2 / .log2(ratio) }

  private func firstStep(_ limit: Double) -> Int {
    max(0, Int(((limit - .log2(first)) / .log2(ratio)).rounded(.up)))
  }
}

/// 2ᵏ.
func power(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }

/// The exponent from which down no gradient by a logit is more than zero: none exceeds 1/batch, the share of one sample.
func gradientFloor(batchSize: Int, smallest: Double) -> Double { .log2(smallest / 2 * Double(batchSize)) }

/// The exponent above which the largest gradient is more than a format's largest number.
func gradientCeiling(ofLargest gradient: Double, format largest: Double) -> Double { .log2(largest / gradient) }

/// How many halvings bring a scale, with the loss times 2ᵏ, below the ceiling of the first gradients.
func halvings(scale: Double, exponent: Int, ceiling: Double) -> Int {
  max(0, Int((Double.log2(scale) + Double(exponent) - ceiling).rounded(.up)))
}
