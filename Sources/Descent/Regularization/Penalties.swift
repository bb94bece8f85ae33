extension Model {
  /// The parameters that penalties act on: matrices, filters and tables of embeddings, not biases or a normalisation's scales.
  ///
  /// A bias shifts a unit and does not make the function steeper, so it is left free, as is the custom.
  public var penalizedParameters: [Parameter] { parameters.filter { $0.tensor.rank >= 2 } }
}

/// The L1 penalty λ Σ|θᵢ| over the given parameters, to be added to a loss.
///
/// Derivative: λ·sign(θᵢ), and 0 at θᵢ = 0 (one of the sub-gradients). Descending it directly jitters around zero and
/// does not stay there; ``softThreshold(_:by:)`` does.
///
/// - Precondition: there is at least one parameter.
public func l1Penalty(_ parameters: [Parameter], strength: Double) -> Tensor {
  penalty(parameters, strength) { abs($0).sum() }
}

/// The L2 penalty λ Σθᵢ² over the given parameters, to be added to a loss.
///
/// Derivative: 2λθᵢ; it is the same as an optimizer's coupled `weightDecay` of 2λ.
///
/// - Precondition: there is at least one parameter.
public func l2Penalty(_ parameters: [Parameter], strength: Double) -> Tensor {
  penalty(parameters, strength) { square($0).sum() }
}

private func penalty(_ parameters: [Parameter], _ strength: Double, _ term: (Tensor) -> Tensor) -> Tensor {
  precondition(!parameters.isEmpty, "A penalty needs parameters to act on.")
  checkNotNegative(strength, "The strength of a penalty")
  return parameters.dropFirst().reduce(term(parameters[0].value)) { $0 + term($1.value) } * strength
}
