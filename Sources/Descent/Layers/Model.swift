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
}

extension Model {
  /// How many numbers training changes.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.tensor.count } }

  /// All parameters' numbers, as a value of its own: later training does not touch it.
  public var state: ModelState {
    get { ModelState(names: parameters.map(\.name), tensors: parameters.map(\.tensor)) }
    nonmutating set {
      precondition(
        newValue.names == parameters.map(\.name),
        "A state with \(newValue.names) does not fit a model with \(parameters.map(\.name)).")
      for (parameter, tensor) in zip(parameters, newValue.tensors) { parameter.assign(tensor) }
    }
  }
}

/// The numbers of all parameters of a model at one moment.
public struct ModelState: Sendable, Equatable {
  /// The parameters' names, in the model's order.
  public let names: [String]
  /// The parameters' numbers, in the same order.
  public let tensors: [Tensor]

  /// Makes a state of names and as many tensors.
  public init(names: [String], tensors: [Tensor]) {
    precondition(names.count == tensors.count, "\(names.count) names cannot go with \(tensors.count) tensors.")
    self.names = names
    self.tensors = tensors
  }

  /// The numbers of the parameter with this name, if there is one.
  public subscript(name: String) -> Tensor? {
    names.firstIndex(of: name).map { tensors[$0] }
  }
}
