import Numerics

/// RAdam: Adam whose first steps are held back until √v̂ can be trusted.
///
///     m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²,   m̂ = m/(1 − β₁ᵗ)
///     ρ∞ = 2/(1 − β₂) − 1,     ρₜ = ρ∞ − 2 t β₂ᵗ/(1 − β₂ᵗ)
///     ρₜ ≤ 5:   θ ← θ − η m̂
///     ρₜ > 5:   θ ← θ − η rₜ m̂ √(1 − β₂ᵗ) / (√v + ε),   rₜ as in ``rectification(step:beta2:)``
///
/// In code, η is `learningRate`, β₁ is `beta1` and β₂ is `beta2`. m and v start from zero; t is 1 at the first update.
/// `weightDecay` is coupled: λθ is added to the gradient before the averages, as in PyTorch's RAdam.
///
/// Source: Liu et al. 2020, arXiv:1908.03265, algorithm 2, which switches at ρₜ > 4; 5 and the place of ε are those of
/// PyTorch's `torch.optim.RAdam`.
///
/// The loop over the weights is `adam` in CVectorKernels/kernels.inc.
public struct RAdam: Optimizer {
  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The share β₁ of the old mean that each step keeps, 0 ≤ β₁ < 1.
  public let beta1: Double
  /// The share β₂ of the old mean square that each step keeps, 0 ≤ β₂ < 1.
  public let beta2: Double
  /// The small number ε that keeps the divisor from zero.
  public let epsilon: Double
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 2)  // m, v
  private var updates = 0
  private var remaining1 = 1.0
  private var remaining2 = 1.0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: 0 ≤ `beta1` < 1 and 0 ≤ `beta2` < 1; the other numbers are finite and not negative.
  public init(
    learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    checkShare(beta1, "beta1")
    checkShare(beta2, "beta2")
    checkLearningRate(learningRate)
    checkNotNegative(epsilon, "epsilon")
    checkNotNegative(weightDecay, "weightDecay")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// The factor rₜ on the rate of update t, counted from 1; nil while ρₜ ≤ 5, when there is no division by √v̂ at all.
  ///
  ///     rₜ = √((ρₜ − 4)(ρₜ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρₜ))
  ///
  /// It rises to 1 with t, as a warm-up would: with β₂ = 0.999 it is 0.026 at t = 6, 0.215 at 100 and 0.645 at 1000.
  ///
  /// - Precondition: `step` is at least 1, and 0 ≤ `beta2` < 1.
  public static func rectification(step: Int, beta2: Double = 0.999) -> Double? {
    precondition(step >= 1, "The first update of RAdam is number 1, not \(step).")
    checkShare(beta2, "beta2")
    let remaining = Double.pow(beta2, step)
    let limit = 2 / (1 - beta2) - 1
    let length = limit - 2 * Double(step) * remaining / (1 - remaining)
    guard length > 5 else { return nil }
    return ((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)).squareRoot()
  }

  /// Moves both means by the gradients, then the parameters by the mean, or by the rectified quotient.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    updates += 1
    remaining1 *= beta1
    remaining2 *= beta2
    let rate = learningRate / (1 - remaining1)
    let step: Adam.Step
    if let factor = Self.rectification(step: updates, beta2: beta2) {
      step = Adam.Step(
        learningRate: rate * factor * (1 - remaining2).squareRoot(), beta1: beta1, beta2: beta2, squareCorrection: 1,
        root: RootWithEpsilon(epsilon, .outsideRoot), weightDecay: weightDecay)
    } else {
      // √(0 v) + 1: v is gathered, and divides nothing yet.
      step = Adam.Step(
        learningRate: rate, beta1: beta1, beta2: beta2, squareCorrection: 0, root: RootWithEpsilon(1, .outsideRoot),
        weightDecay: weightDecay)
    }
    memory.apply(step, to: model, with: gradients)
  }
}
