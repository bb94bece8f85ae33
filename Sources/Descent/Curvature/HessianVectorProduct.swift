/// The product H·v of a loss's Hessian with a vector, by differences of gradients, without ever making H.
///
///     H v ≈ ‖v‖ (∇L(θ + h u) − ∇L(θ − h u)) / 2h,   u = v/‖v‖
///
/// Two gradients, whatever the number of parameters. The error is about h²/6 · L⁗ along u from the curve and
/// 10⁻¹⁶ ‖∇L‖/h from rounding; h = 10⁻⁵ balances both where the numbers are near 1. Exact but for rounding where L is
/// quadratic. Not to be trusted at a kink: where a ReLU switches within h, its gradient's jump over 2h is taken for a
/// curvature of up to 10⁵, so use smooth activations. The parameters are moved while `loss` runs and put back to the same bits afterwards.
///
/// - Parameters:
///   - vector: v, one tensor for each parameter, in the model's order.
///   - step: h, how far the parameters are moved both ways.
///   - loss: computes one number from the model's parameters, the same at each call: no fresh dropout, no other batch.
/// - Precondition: parameters and vector are in float64, and `step` is positive: in float32 the difference of two close
///   gradients would be noise.
/// - Source: Pearlmutter 1994, "Fast exact multiplication by the Hessian", equation 2.
public func hessianVectorProduct(
  of model: some Model, along vector: Gradients, step: Double = 1e-5, _ loss: () throws -> Tensor
) rethrows -> Gradients {
  let parameters = model.parameters
  precondition(step > 0 && step < .infinity, "The step of a difference must be positive and finite, but is \(step).")
  precondition(
    vector.names == parameters.map(\.name),
    "A vector for \(vector.names) does not fit a model with \(parameters.map(\.name)).")
  for (parameter, direction) in zip(parameters, vector.tensors) {
    precondition(
      parameter.tensor.dtype == .float64,
      "Hessian products need float64, but parameter \(parameter.name) is \(parameter.tensor.dtype).")
    precondition(
      direction.shape == parameter.tensor.shape && direction.dtype == .float64,
      "Parameter \(parameter.name) is float64 \(parameter.tensor.shape), but its vector is \(direction.dtype) "
        + "\(direction.shape).")
  }
  let length = vector.norm
  guard length > 0 else { return vector * 0 }
  let start = parameters.map(\.tensor)
  defer { for (parameter, tensor) in zip(parameters, start) { parameter.assign(tensor) } }

  func gradients(movedBy distance: Double) throws -> Gradients {
    for (index, parameter) in parameters.enumerated() {
      parameter.assign(start[index] + vector.tensors[index] * (distance / length))
    }
    return try valueAndGradients(of: model, loss).gradients
  }
  let ahead = try gradients(movedBy: step)
  let behind = try gradients(movedBy: -step)
  return (ahead + behind * -1) * (length / (2 * step))
}
