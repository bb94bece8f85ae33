/// A tensor that training changes, with the name by which it is reported, saved and loaded.
///
/// Names are dotted and stable, such as `hidden.weight`. A parameter belongs to the model that made it; a copy of the
/// model that shares it is the same model. To keep numbers, keep the model's `state`, which is a value.
public final class Parameter: Model {
  /// The dotted name, unique within its model.
  public let name: String
  /// The numbers, without a place on any tape: what optimizers change.
  public internal(set) var tensor: Tensor
  /// The parameter's place on the tape while it is being differentiated.
  var leaf: Node?

  /// Makes a parameter that starts with these numbers.
  public init(_ name: String, _ tensor: Tensor) {
    self.name = name
    self.tensor = tensor.detached
  }

  /// The numbers as the model uses them: recorded while the parameter is being differentiated.
  public var value: Tensor {
    guard let leaf else { return tensor }
    return Tensor(shape: tensor.shape, dtype: tensor.dtype, storage: tensor.storage, node: leaf)
  }

  /// Replaces the numbers.
  ///
  /// - Precondition: shape and dtype stay what they are, and neither the parameter nor the new numbers are being
  ///   differentiated, for a gradient would not flow through the change.
  public func assign(_ replacement: Tensor) {
    checkIsIdle()
    precondition(
      !replacement.isTracked,
      "Parameter \(name) cannot take a tensor that is being differentiated. Take its `.detached`.")
    precondition(
      replacement.shape == tensor.shape && replacement.dtype == tensor.dtype,
      "Parameter \(name) is \(tensor.dtype) \(tensor.shape) and cannot take \(replacement.dtype) \(replacement.shape).")
    tensor = replacement.detached
  }

  /// Stops the program if the parameter is being differentiated: its numbers must then stay what they are.
  func checkIsIdle() {
    precondition(leaf == nil, "Parameter \(name) is being differentiated and cannot change meanwhile.")
  }

  /// The parameter itself: a single one can be trained like a model.
  public var parameters: [Parameter] { [self] }
}
