/// A rule that moves the weights away before a step's gradient is taken, by ε; the step then starts from where they were.
///
///     g′ = ∇L(θ + ε),   ε from g = ∇L(θ)
///
/// The optimizer, momentum and all, sees g′ alone. ``train(_:with:samples:batchSize:epochs:incomplete:order:schedule:clipping:perturbation:measuringAt:measure:using:loss:afterStep:)``
/// takes one as its `perturbation`.
public protocol WeightPerturbation {
  /// The move ε of each parameter, in the order and shapes of the gradients.
  mutating func move(of parameters: [Parameter], along gradients: Gradients) -> Gradients
}

/// The loss at the weights, and its gradients where a perturbation moves them: two gradients instead of one.
///
/// The weights come back as they were, to the same bits: by copy, for θ + ε − ε is rounded. A loss that is not finite gives
/// its own gradients. Buffers, such as the averages of ``BatchNorm``, are updated by both runs of the loss.
///
/// - Parameters:
///   - perturbation: moves the weights; nil leaves them where they are, at one gradient.
///   - loss: computes one number from the model's parameters, of the same batch at both calls; random parts, such as
///     dropout, are drawn anew.
/// - Returns: L(θ) and ∇L(θ + ε).
public func valueAndGradients(
  of model: some Model, movedBy perturbation: inout (any WeightPerturbation)?, _ loss: () throws -> Tensor
) rethrows -> (loss: Double, gradients: Gradients) {
  let here = try valueAndGradients(of: model, loss)
  let parameters = model.parameters
  guard here.loss.isFinite, let move = perturbation?.move(of: parameters, along: here.gradients) else { return here }
  precondition(
    move.names == here.gradients.names, "A move of \(move.names) does not fit a model with \(here.gradients.names).")
  let start = parameters.map(\.tensor)
  defer { for (parameter, tensor) in zip(parameters, start) { parameter.assign(tensor) } }
  for (index, parameter) in parameters.enumerated() { parameter.assign(start[index] + move.tensors[index]) }
  return (here.loss, try valueAndGradients(of: model, loss).gradients)
}
