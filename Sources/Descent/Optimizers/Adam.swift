/// Adam: momentum's running mean of the gradients, divided by RMSProp's root of the running mean of their squares.
///
///     m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
///     m̂ = m/(1 − β₁ᵗ),         v̂ = v/(1 − β₂ᵗ)
///     θ ← θ − η m̂ / (√v̂ + ε)
///
/// Without `biasCorrection` m and v are used as they are. With ε inside the root the divisor is √(v̂ + ε). In code, η
/// is `learningRate`, β₁ is `decay` and β₂ is `squareDecay`. m and v start from zero; t is 1 at the first update.
/// `weightDecay` is coupled: λθ is added to the gradient before the averages, as in PyTorch's Adam.
///
/// Source: Kingma & Ba 2015, arXiv:1412.6980, algorithm 1; PyTorch's `torch.optim.Adam`.
public struct Adam: Optimizer {
  /// The step size η.
  public var learningRate: Double
  /// The share β₁ of the old mean that each step keeps, 0 ≤ β₁ < 1.
  public let decay: Double
  /// The share β₂ of the old mean square that each step keeps, 0 ≤ β₂ < 1.
  public let squareDecay: Double
  /// The small number ε that keeps the divisor from zero.
  public let epsilon: Double
  /// Whether ε is added to the root or under it.
  public let epsilonPlacement: EpsilonPlacement
  /// Whether m and v are divided by the sums of their weights; may be changed between updates.
  public var biasCorrection: Bool
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 2)  // m, v
  private var meanRemaining = 1.0
  private var squareRemaining = 1.0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: 0 ≤ `decay` < 1 and 0 ≤ `squareDecay` < 1.
  public init(
    learningRate: Double, decay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, biasCorrection: Bool = true, weightDecay: Double = 0
  ) {
    checkDecay(decay)
    checkDecay(squareDecay)
    self.learningRate = learningRate
    self.decay = decay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.biasCorrection = biasCorrection
    self.weightDecay = weightDecay
  }

  /// Moves both means by the gradients, then the parameters by their quotient.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    meanRemaining *= decay
    squareRemaining *= squareDecay
    let step = Step(
      learningRate: learningRate / (biasCorrection ? 1 - meanRemaining : 1), decay: decay, squareDecay: squareDecay,
      squareCorrection: biasCorrection ? 1 / (1 - squareRemaining) : 1,
      root: RootWithEpsilon(epsilon, epsilonPlacement), weightDecay: weightDecay)
    memory.apply(step, to: model, with: gradients)
  }

  struct Step: UpdateStep {
    /// η/(1 − β₁ᵗ): dividing the rate once is the same as dividing each mean.
    let learningRate: Double
    let decay, squareDecay: Double
    /// What v is multiplied by: 1, or 1/(1 − β₂ᵗ).
    let squareCorrection: Double
    let root: RootWithEpsilon
    /// λ of the penalty, coupled into the gradient.
    var weightDecay = 0.0
    /// What the weights are multiplied by first: 1, or 1 − ηλ for decoupled decay.
    var shrinking = 1.0

    func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int) {
      T.adam(weight, gradient, memory, count, self)
    }
  }
}
