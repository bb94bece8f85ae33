/// Adam whose divisor never falls: it remembers the largest mean square that each weight has had.
///
///     m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²,   v̄ ← max(v̄, v)
///     θ ← θ − η m̂ / (√(v̄/(1 − β₂ᵗ)) + ε)
///
/// A rare large gradient is thus not forgotten. Without `biasCorrection`, as in the paper, m and v̄ are used as they are.
/// In code, η is `learningRate`, β₁ is `decay` and β₂ is `squareDecay`.
///
/// Source: Reddi, Kale & Kumar 2018, arXiv:1904.09237, algorithm 2; with the corrections in PyTorch's order,
/// `torch.optim.Adam(amsgrad=True)`.
public struct AMSGrad: Optimizer {
  /// The step size η.
  public var learningRate: Double
  /// The share β₁ of the old mean that each step keeps, 0 ≤ β₁ < 1.
  public let decay: Double
  /// The share β₂ of the old mean square that each step keeps, 0 ≤ β₂ < 1.
  public let squareDecay: Double
  /// The small number ε, added to the root.
  public let epsilon: Double
  /// Whether m and v̄ are divided by the sums of their weights; may be changed between updates.
  public var biasCorrection: Bool
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 3)  // m, v, v̄
  private var meanRemaining = 1.0
  private var squareRemaining = 1.0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: `decay` and `squareDecay` are at least 0 and below 1.
  public init(
    learningRate: Double, decay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8,
    biasCorrection: Bool = true, weightDecay: Double = 0
  ) {
    checkDecay(decay)
    checkDecay(squareDecay)
    self.learningRate = learningRate
    self.decay = decay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
    self.biasCorrection = biasCorrection
    self.weightDecay = weightDecay
  }

  /// Moves both means and the largest mean square, then the parameters.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    meanRemaining *= decay
    squareRemaining *= squareDecay
    let step = Step(
      adam: Adam.Step(
        learningRate: learningRate / (biasCorrection ? 1 - meanRemaining : 1), decay: decay, squareDecay: squareDecay,
        squareCorrection: biasCorrection ? 1 / (1 - squareRemaining) : 1, root: RootWithEpsilon(epsilon, .outsideRoot),
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
