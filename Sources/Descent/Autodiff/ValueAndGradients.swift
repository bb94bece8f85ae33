/// The value of a loss and its gradients with respect to a model's parameters.
///
/// ```swift
/// let (loss, gradients) = valueAndGradients(of: model) {
///   softmaxCrossEntropy(model(x), labels: y)
/// }
/// ```
///
/// Reverse-mode differentiation: `loss` runs once, forwards, and the record is walked back once. The gradients are a
/// value, made afresh by each call; nothing accumulates, and there is nothing to reset. A parameter that the loss does
/// not use has a gradient of zeros.
///
/// Calls may stand one inside of another as long as the inner loss does not depend on the outer model's parameters, but
/// for their `.detached` values: gradients are numbers, of which no further derivative is taken.
///
/// - Parameter loss: computes one number from the model's parameters.
/// - Precondition: `loss` returns a tensor with one number, it depends on no parameter of an outer differentiation, and
///   the model is not being differentiated already.
/// - Source: Griewank & Walther, *Evaluating Derivatives*, 2nd edition, chapter 3.
public func valueAndGradients(of model: some Model, _ loss: () throws -> Tensor) rethrows -> (
  loss: Double, gradients: Gradients
) {
  let parameters = model.parameters
  let tape = Tape()
  defer {
    tape.finish()
    for parameter in parameters { parameter.leaf = nil }
  }
  for parameter in parameters {
    precondition(parameter.leaf == nil, "Parameter \(parameter.name) is being differentiated already, or listed twice.")
    parameter.leaf = Node(on: tape)
  }
  let result = try loss()
  precondition(result.count == 1, "A loss is one number, but this one has shape \(result.shape).")
  tape.propagateBack(from: result)
  let tensors = parameters.map { parameter in
    parameter.leaf?.gradient ?? .zeros(parameter.tensor.shape, dtype: parameter.tensor.dtype)
  }
  return (result.item, Gradients(names: parameters.map(\.name), tensors: tensors))
}

/// The value of a function of one tensor and its gradient there, of the same shape.
///
/// - Precondition: `function` returns a tensor with one number.
public func valueAndGradient(at point: Tensor, _ function: (Tensor) throws -> Tensor) rethrows -> (
  value: Double, gradient: Tensor
) {
  let parameter = Parameter("point", point)
  let (value, gradients) = try valueAndGradients(of: parameter) { try function(parameter.value) }
  return (value, gradients.tensors[0])
}
