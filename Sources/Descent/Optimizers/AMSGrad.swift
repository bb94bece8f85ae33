/// Adam whose divisor never falls: it remembers the largest mean square that each weight has had.
///
///     m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²,   v̄ ← max(v̄, v)
///     θ ← θ − η m̂ / (√(v̄/(1 − β₂ᵗ)) + ε)
///
/// A rare large gradient is thus not forgotten. Without `biasCorrection`, as in the paper, m and v̄ are used as they are.
/// In code, η is `learningRate`, β₁ is `beta1` and β₂ is `beta2`.
///
/// Source: Reddi, Kale & Kumar 2018, arXiv:1904.09237, algorithm 2; with the corrections in PyTorch's order,
/// `torch.optim.Adam(amsgrad=True)`.
///
/// The loop over the weights is `amsgrad` in CVectorKernels/kernels.inc.
public struct AMSGrad: Optimizer {
  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The share β₁ of the old mean that each step keeps, 0 ≤ β₁ < 1.
  public let beta1: Double
  /// The share β₂ of the old mean square that each step keeps, 0 ≤ β₂ < 1.
  public let beta2: Double
  /// The small number ε, added to the root.
  public let epsilon: Double
  /// Whether m and v̄ are divided by the sums of their weights; may be changed between updates.
  public var biasCorrection: Bool
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 3)  // m, v, v̄
  private var remaining1 = 1.0
  private var remaining2 = 1.0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: `beta1` and `beta2` are at least 0 and below 1; the other numbers are finite and not negative.
  public init(
    learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    biasCorrection: Bool = true, weightDecay: Double = 0
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
    self.biasCorrection = biasCorrection
    self.weightDecay = weightDecay
  }

  /// Moves both means and the largest mean square, then the parameters.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    remaining1 *= beta1
    remaining2 *= beta2
    let step = Step(
      adam: Adam.Step(
        learningRate: learningRate / (biasCorrection ? 1 - remaining1 : 1), beta1: beta1, beta2: beta2,
        squareCorrection: biasCorrection ? 1 / (1 - remaining2) : 1, root: RootWithEpsilon(epsilon, .outsideRoot),
        weightDecay: weightDecay))
    memory.apply(step, to: model, with: gradients)
  }

  struct Step: UpdateStep {
    let adam: Adam.Step

    func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int) {
      T.amsGrad(weight, gradient, memory, count, adam)
    }
  }
}
