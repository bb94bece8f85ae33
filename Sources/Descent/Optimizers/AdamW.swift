/// Adam with decoupled weight decay: the weights shrink by themselves, outside of the adaptive step.
///
///     θ ← (1 − η λ) θ,   then Adam's step with the gradient alone
///
/// In ``Adam`` the same λ is added to the gradient and then divided by √v̂ like it, so that weights with large
/// gradients hardly decay. In code, η is `learningRate`, λ is `weightDecay`, β₁ is `decay` and β₂ is `squareDecay`.
///
/// Source: Loshchilov & Hutter 2019, arXiv:1711.05101, algorithm 2; PyTorch's `torch.optim.AdamW`.
public struct AdamW: Optimizer {
  /// The step size η.
  public var learningRate: Double
  /// The share β₁ of the old mean that each step keeps, 0 ≤ β₁ < 1.
  public let decay: Double
  /// The share β₂ of the old mean square that each step keeps, 0 ≤ β₂ < 1.
  public let squareDecay: Double
  /// The small number ε, added to the root.
  public let epsilon: Double
  /// The share λ of each weight that decays, times the learning rate.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 2)  // m, v
  private var meanRemaining = 1.0
  private var squareRemaining = 1.0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: `decay` and `squareDecay` are at least 0 and below 1.
  public init(
    learningRate: Double, decay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
  ) {
    checkDecay(decay)
    checkDecay(squareDecay)
    self.learningRate = learningRate
    self.decay = decay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// Shrinks the parameters, moves both means by the gradients, then the parameters by their quotient.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    meanRemaining *= decay
    squareRemaining *= squareDecay
    let step = Adam.Step(
      learningRate: learningRate / (1 - meanRemaining), decay: decay, squareDecay: squareDecay,
      squareCorrection: 1 / (1 - squareRemaining), root: RootWithEpsilon(epsilon, .outsideRoot),
      shrinking: 1 - learningRate * weightDecay)
    memory.apply(step, to: model, with: gradients)
  }
}
