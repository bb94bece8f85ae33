/// Adam with decoupled weight decay: the weights shrink by themselves, outside of the adaptive step.
///
///     θ ← (1 − η λ) θ,   then Adam's step with the gradient alone
///
/// In ``Adam`` the same λ is added to the gradient and then divided by √v̂ like it, so that weights with large
/// gradients hardly decay. In code, η is `learningRate`, λ is `weightDecay`, β₁ is `beta1` and β₂ is `beta2`.
///
/// Source: Loshchilov & Hutter 2019, arXiv:1711.05101, algorithm 2; PyTorch's `torch.optim.AdamW`.
///
/// The loop over the weights is `adam` in CVectorKernels/kernels.inc.
public struct AdamW: Optimizer {
  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The share β₁ of the old mean that each step keeps, 0 ≤ β₁ < 1.
  public let beta1: Double
  /// The share β₂ of the old mean square that each step keeps, 0 ≤ β₂ < 1.
  public let beta2: Double
  /// The small number ε, added to the root.
  public let epsilon: Double
  /// The share λ of each weight that decays, times the learning rate.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 2)  // m, v
  private var remaining1 = 1.0
  private var remaining2 = 1.0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: `beta1` and `beta2` are at least 0 and below 1; the other numbers are finite and not negative.
  public init(
    learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
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

  /// Shrinks the parameters, moves both means by the gradients, then the parameters by their quotient.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    remaining1 *= beta1
    remaining2 *= beta2
    let step = Adam.Step(
      learningRate: learningRate / (1 - remaining1), beta1: beta1, beta2: beta2,
      squareCorrection: 1 / (1 - remaining2), root: RootWithEpsilon(epsilon, .outsideRoot),
      shrinking: 1 - learningRate * weightDecay)
    memory.apply(step, to: model, with: gradients)
  }
}
