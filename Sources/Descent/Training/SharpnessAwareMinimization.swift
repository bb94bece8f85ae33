/// Sharpness-aware minimisation (SAM): the gradient is taken a distance ρ uphill, where a small move hurts most.
///
///     ε = ρ g / ‖g‖
///
/// To first order ε is the worst move of length ρ, so that the steps descend the worst loss within ρ. ‖g‖ is that of all
/// parameters together; where it is 0, so is ε. In code, ρ is `radius`. Source: Foret et al. 2021, arXiv:2010.01412,
/// equation 2 with p = 2.
public struct SharpnessAwareMinimization: WeightPerturbation, Sendable, Hashable {
  /// The length ρ of the move.
  public let radius: Double

  /// Makes the rule of a radius.
  ///
  /// - Precondition: `radius` is finite and not negative.
  public init(radius: Double = 0.05) {
    checkNotNegative(radius, "The radius of a perturbation")
    self.radius = radius
  }

  /// ρ g / ‖g‖.
  public func move(of parameters: [Parameter], along gradients: Gradients) -> Gradients {
    let norm = gradients.norm
    return gradients * (norm > 0 ? radius / norm : 0)
  }
}
