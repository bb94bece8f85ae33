import Numerics

/// Adam or AMSGrad on a single weight, written out: what it remembers, and what it divides by, are there to be seen.
///
///     m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
///     w ← w − η m̂ / (√v̂ + ε),   m̂ = m/(1 − β₁ᵗ),   v̂ = v/(1 − β₂ᵗ)
///
/// The same numbers, bit by bit, as those of the framework's optimizers.
struct ScalarAdam: Sendable {
  var learningRate: Double
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  /// Whether m and v are divided by 1 − β₁ᵗ and 1 − β₂ᵗ.
  var biasCorrection = true
  /// Whether it divides by the largest v so far: AMSGrad.
  var keepsLargest = false

  private(set) var mean = 0.0
  private(set) var meanSquare = 0.0
  private(set) var largest = 0.0
  /// What the last step was divided by: √v̂ + ε.
  private(set) var divisor = Double.nan
  private var remaining1 = 1.0
  private var remaining2 = 1.0

  init(
    learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    biasCorrection: Bool = true, keepsLargest: Bool = false
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.biasCorrection = biasCorrection
    self.keepsLargest = keepsLargest
  }

  /// Moves the weight by one step, given the slope of the loss there.
  mutating func move(_ weight: inout Double, along gradient: Double) {
    remaining1 *= beta1
    remaining2 *= beta2
    mean = beta1 * mean + (1 - beta1) * gradient
    meanSquare = beta2 * meanSquare + (1 - beta2) * gradient * gradient
    largest = keepsLargest ? max(largest, meanSquare) : meanSquare
    let rate = biasCorrection ? learningRate / (1 - remaining1) : learningRate
    let correction = biasCorrection ? 1 / (1 - remaining2) : 1
    divisor = (correction * largest).squareRoot() + epsilon
    weight -= rate * mean / divisor
  }

  /// 1/(1 − β₁ᵗ) and 1/(1 − β₂ᵗ): what step t multiplies m and v by.
  func corrections(atStep step: Int) -> (mean: Double, square: Double) {
    (1 / (1 - .pow(beta1, step)), 1 / (1 - .pow(beta2, step)))
  }
}
