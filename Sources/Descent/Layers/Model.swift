/// Something with parameters to train.
///
/// ```swift
/// struct Classifier: Model {
///   let hidden, output: Dense
///   var parameters: [Parameter] { hidden.parameters + output.parameters }
///   func callAsFunction(_ x: Tensor) -> Tensor { output(hidden(x)) }
/// }
/// ```
public protocol Model {
  /// The parameters in a fixed order, each once, with unique names.
  var parameters: [Parameter] { get }

  /// What the model keeps beside its parameters, such as the running averages of ``BatchNorm``: part of its ``state``,
  /// but neither differentiated nor touched by an optimizer. Empty unless the model says otherwise.
  ///
  /// A model made of layers lists theirs, as it does with `parameters`. A parameter that is not to be trained stands here
  /// too: an optimizer's first update stops the program where the model holds one that neither list has.
  var buffers: [Parameter] { get }
}

extension Model {
  /// No buffers.
  public var buffers: [Parameter] { [] }

  /// How many numbers training changes.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.tensor.count } }

  /// The numbers of all parameters, then of all buffers, as a value of its own: later training does not touch it.
  public var state: ModelState {
    get {
      let kept = parameters + buffers
      return ModelState(names: kept.map(\.name), tensors: kept.map(\.tensor))
    }
    nonmutating set {
      let kept = parameters + buffers
      precondition(
        newValue.names == kept.map(\.name),
        "A state with \(newValue.names) does not fit a model with \(kept.map(\.name)).")
      for (parameter, tensor) in zip(kept, newValue.tensors) { parameter.assign(tensor) }
    }
  }
}

/// The numbers of all parameters and buffers of a model at one moment.
public struct ModelState: Sendable, Equatable {
  /// The names of the parameters, in the model's order, then of the buffers.
  public let names: [String]
  /// The numbers, in the same order.
  public let tensors: [Tensor]

  /// Makes a state of names and as many tensors.
  public init(names: [String], tensors: [Tensor]) {
    precondition(names.count == tensors.count, "\(names.count) names cannot go with \(tensors.count) tensors.")
    self.names = names
    self.tensors = tensors
  }

  /// The numbers of the parameter or buffer with this name, if there is one.
  public subscript(name: String) -> Tensor? {
    names.firstIndex(of: name).map { tensors[$0] }
  }
}
