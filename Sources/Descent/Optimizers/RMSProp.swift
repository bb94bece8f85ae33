/// RMSProp: each parameter's step is divided by the root of the running mean of its squared gradients.
///
///     S ← β S + (1 − β) g²,   θ ← θ − η g / (√Ŝ + ε)
///
/// Ŝ is S itself in PyTorch's form, so that the first step is 1/√(1 − β) times η, and S/(1 − βᵗ) with
/// `biasCorrection`, so that it is η. With ε inside the root the divisor is √(Ŝ + ε). `centered` takes the square of
/// the gradients' running mean off Ŝ, which leaves their variance. With `momentum` μ the scaled gradients gather in
/// B ← μ B + g/(√Ŝ + ε), and θ ← θ − η B. In code, η is `learningRate` and β is `alpha`. All memories start from zero.
///
/// Sources: Tieleman & Hinton 2012, lecture 6.5; Graves 2013, arXiv:1308.0850, equations 38 to 41 (centred); PyTorch's
/// `torch.optim.RMSprop`; the course notes for the correction.
///
/// The loop over the weights is `rmsprop` in CVectorKernels/kernels.inc.
public struct RMSProp: Optimizer {
  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The share β of the old mean square that each step keeps, 0 ≤ β < 1.
  public let alpha: Double
  /// The small number ε that keeps the divisor from zero.
  public let epsilon: Double
  /// Whether ε is added to the root or under it.
  public let epsilonPlacement: EpsilonPlacement
  /// Whether S is divided by 1 − βᵗ.
  public let biasCorrection: Bool
  /// Whether the squared mean of the gradients is taken off their mean square.
  public let centered: Bool
  /// The share μ of the last step that each step keeps, 0 ≤ μ < 1.
  public let momentum: Double
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory: OptimizerMemory  // S; centred or with momentum also the mean gradient and B
  private var remaining = 1.0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: `alpha` and `momentum` are at least 0 and below 1; the other numbers are finite and not negative.
  public init(
    learningRate: Double, alpha: Double = 0.99, epsilon: Double = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, biasCorrection: Bool = false, centered: Bool = false,
    momentum: Double = 0, weightDecay: Double = 0
  ) {
    checkShare(alpha, "alpha")
    checkShare(momentum, "momentum")
    checkLearningRate(learningRate)
    checkNotNegative(epsilon, "epsilon")
    checkNotNegative(weightDecay, "weightDecay")
    self.learningRate = learningRate
    self.alpha = alpha
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.biasCorrection = biasCorrection
    self.centered = centered
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.memory = OptimizerMemory(tensorsPerParameter: centered || momentum > 0 ? 3 : 1)
  }

  /// Moves the mean squares by the gradients, then the parameters by the scaled gradients.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    remaining *= alpha
    let step = Step(
      learningRate: learningRate, alpha: alpha, correction: biasCorrection ? 1 / (1 - remaining) : 1,
      root: RootWithEpsilon(epsilon, epsilonPlacement), centered: centered, momentum: momentum,
      weightDecay: weightDecay)
    memory.apply(step, to: model, with: gradients)
  }

  struct Step: UpdateStep {
    let learningRate, alpha: Double
    /// What S is multiplied by: 1, or 1/(1 − βᵗ).
    let correction: Double
    let root: RootWithEpsilon
    let centered: Bool
    let momentum, weightDecay: Double

    func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int) {
      T.rmsProp(weight, gradient, memory, count, self)
    }
  }
}
