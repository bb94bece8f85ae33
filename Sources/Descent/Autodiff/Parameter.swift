/// A tensor that training changes, with the name by which it is reported, saved and loaded.
///
/// Names are dotted and stable, such as `hidden.weight`. A parameter belongs to the model that made it; a copy of the
/// model that shares it is the same model. To keep numbers, keep the model's `state`, which is a value.
public final class Parameter: Model {
  /// The dotted name, unique within its model.
  public let name: String
  /// The numbers, without a place on any tape: what optimizers change, as they are before a ``mask`` covers them.
  public internal(set) var tensor: Tensor
  /// The parameter's place on the tape while it is being differentiated.
  var leaf: Node?

  /// Makes a parameter that starts with these numbers.
  public init(_ name: String, _ tensor: Tensor) {
    self.name = name
    self.tensor = tensor.detached
  }

  /// The numbers as the model uses them, times the ``mask`` if there is one: recorded while the parameter is being
  /// differentiated.
  public var value: Tensor {
    var numbers = tensor
    if let leaf { numbers = Tensor(shape: tensor.shape, dtype: tensor.dtype, storage: tensor.storage, node: leaf) }
    return storedMask.map { numbers * $0 } ?? numbers
  }

  /// What covers the parameter: 1 keeps a number and 0 removes it, of the parameter's shape and dtype; nil for none.
  ///
  ///     value = tensor · mask
  ///
  /// A covered number is 0 in ``value`` and has a gradient of 0, whatever an optimizer makes of it in ``tensor``:
  /// momentum and weight decay may go on moving it there, unseen. In a model's state the two are `NAME_orig` and
  /// `NAME_mask`.
  ///
  /// - Precondition: a mask has the parameter's shape and dtype and holds zeros and ones alone; the parameter is not
  ///   being differentiated.
  /// - Source: PyTorch's `torch.nn.utils.prune.custom_from_mask`.
  public var mask: Tensor? {
    get { storedMask }
    set {
      checkIsIdle()
      if let newValue {
        precondition(
          newValue.shape == tensor.shape && newValue.dtype == tensor.dtype,
          "Parameter \(name) is \(tensor.dtype) \(tensor.shape) and cannot have a mask of \(newValue.dtype) "
            + "\(newValue.shape).")
        precondition(newValue.isMask, "The mask of parameter \(name) may hold zeros and ones alone.")
      }
      storedMask = newValue?.detached
    }
  }

  private var storedMask: Tensor?

  /// Puts the zeros of the mask into the numbers themselves and takes the mask off: later steps may move them again.
  ///
  /// - Source: PyTorch's `torch.nn.utils.prune.remove`.
  public func makeMaskPermanent() {
    checkIsIdle()
    tensor = value
    storedMask = nil
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

extension Tensor {
  /// Whether all numbers are 0 or 1.
  var isMask: Bool {
    switch dtype {
    case .float32: read(Float.self) { $0.allSatisfy { $0 == 0 || $0 == 1 } }
    case .float64: read(Double.self) { $0.allSatisfy { $0 == 0 || $0 == 1 } }
    }
  }
}
