/// Adversarial weight perturbation (AWP): each matrix is moved uphill by a share γ of its own length.
///
///     ε = γ ‖W‖ g / ‖g‖   for each weight matrix W and its gradient g
///
/// Biases and scales, of rank 1 or 0, stay; so does a matrix whose gradient is 0. Unlike a radius, γ means the same for a
/// layer of large weights as for one of small. In code, γ is `share`. Source: Wu, Xia & Wang 2020, arXiv:2004.05884,
/// equation 10, with one step; made there for perturbed inputs too, here for the weights alone.
public struct AdversarialWeightPerturbation: WeightPerturbation, Sendable, Hashable {
  /// The length γ of a matrix's move, in units of the matrix's own.
  public let share: Double

  /// Makes the rule of a share.
  ///
  /// - Precondition: `share` is finite and not negative.
  public init(share: Double = 0.01) {
    checkNotNegative(share, "The share of a perturbation")
    self.share = share
  }

  /// γ ‖W‖ g / ‖g‖ for matrices, 0 for what has one axis or none.
  public func move(of parameters: [Parameter], along gradients: Gradients) -> Gradients {
    Gradients(
      names: gradients.names,
      tensors: parameters.indices.map { index in
        let (weight, gradient) = (parameters[index].tensor, gradients.tensors[index])
        let norm = gradient.norm
        return gradient * (weight.rank >= 2 && norm > 0 ? share * weight.norm / norm : 0)
      })
  }
}
