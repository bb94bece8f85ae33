/// Loss scaling for training in 16 bits: the loss is multiplied by a scale before it is differentiated, and the gradients
/// are divided by it before they are used, so that small gradients do not become zero on their way.
///
/// ```swift
/// var scaler = GradientScaler()
/// let (_, scaled) = valueAndGradients(of: model) { scaler.scaled(loss()) }
/// if let gradients = scaler.unscale(scaled) {  // nil: an entry is inf or nan, and this step is skipped
///   optimizer.update(model, with: gradients.clipped(by: .globalNorm(1)))
/// }
/// ```
///
/// The scale s looks after itself. It does not look at the size of the gradients, only at whether all are finite:
///
///     a gradient is inf or nan:                     s ← backoff · s, and the step is skipped
///     `growthInterval` steps in a row were clean:   s ← growth · s
///
/// A skipped step has no gradients, so neither the weights nor what the optimizer remembers can change. Clipping comes
/// after ``unscale(_:)``: a threshold is meant for the gradients themselves. Where several losses add to one step, each
/// is scaled, and the sum of their gradients is unscaled once.
///
/// The scale is kept as a 32-bit number and does not grow beyond the largest. It does not shrink below the smallest
/// normal one, 2⁻¹²⁶, either (PyTorch's goes on to zero): there a model whose gradients are nan at any scale has long
/// failed.
///
/// Source: PyTorch's `torch.amp.GradScaler`, its `unscale_`, `step` and `update` in one; Micikevicius et al. 2018,
/// arXiv:1710.03740, section 3.2.
public struct GradientScaler: Sendable, Hashable {
  /// The number s that the next loss is multiplied by.
  public private(set) var scale: Double
  /// What the scale is multiplied by after `growthInterval` clean steps in a row.
  public let growthFactor: Double
  /// What the scale is multiplied by after a step whose gradients are not finite.
  public let backoffFactor: Double
  /// How many clean steps in a row make the scale grow.
  public let growthInterval: Int
  /// How many steps in a row have been clean since the scale last changed.
  public private(set) var cleanSteps = 0

  /// Makes a scaler; the defaults are PyTorch's.
  ///
  /// - Precondition: `initialScale` is a normal 32-bit number above 0, `growthFactor` is above 1, `backoffFactor` is above
  ///   0 and below 1, and `growthInterval` is at least 1.
  public init(
    initialScale: Double = 65536, growthFactor: Double = 2, backoffFactor: Double = 0.5, growthInterval: Int = 2000
  ) {
    precondition(
      Self.range.contains(initialScale), "A scale must be a positive 32-bit number, but is \(initialScale).")
    precondition(
      growthFactor > 1 && growthFactor.isFinite, "A scale grows by a factor above 1, but this one is \(growthFactor).")
    precondition(
      backoffFactor > 0 && backoffFactor < 1,
      "A scale backs off by a factor in 0 … 1, but this one is \(backoffFactor).")
    precondition(growthInterval >= 1, "A scale grows after at least 1 clean step, not after \(growthInterval).")
    self.scale = Double(Float(initialScale))
    self.growthFactor = growthFactor
    self.backoffFactor = backoffFactor
    self.growthInterval = growthInterval
  }

  /// The loss, multiplied by the scale: what is to be differentiated.
  public func scaled(_ loss: Tensor) -> Tensor { loss * scale }

  /// Divides the gradients of a scaled loss by the scale, in their own dtype, and adapts the scale for the next step.
  ///
  /// - Returns: the gradients of the loss itself, or nil where an entry is inf or nan: then skip the step.
  public mutating func unscale(_ gradients: Gradients) -> Gradients? {
    let isClean = gradients.tensors.allSatisfy(\.isFinite)
    let result = isClean ? gradients * Double(Float(1 / scale)) : nil
    adapt(afterCleanStep: isClean)
    return result
  }

  /// Adapts the scale, given whether all gradients of a step were finite.
  public mutating func adapt(afterCleanStep isClean: Bool) {
    guard isClean else {
      scale = max(Double(Float(scale * backoffFactor)), Self.range.lowerBound)
      cleanSteps = 0
      return
    }
    cleanSteps += 1
    guard cleanSteps == growthInterval else { return }
    cleanSteps = 0
    let grown = Double(Float(scale * growthFactor))
    if grown.isFinite { scale = grown }
  }

  /// The normal 32-bit numbers above zero.
  private static let range = Double(Float.leastNormalMagnitude)...Double(Float.greatestFiniteMagnitude)
}
