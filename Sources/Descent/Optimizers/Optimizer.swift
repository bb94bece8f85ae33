/// A rule that changes a model's parameters, given the gradients of a loss.
///
/// ```swift
/// var optimizer = Adam(learningRate: 0.01)
/// optimizer.update(model, with: gradients)
/// ```
///
/// An optimizer is a value: its memory (velocities, averages) is its own, belongs to one model, and starts from zero
/// at the first update. Copying it copies the memory.
public protocol Optimizer: Sendable {
  /// The step size η; a schedule may set it before each update.
  var learningRate: Double { get set }

  /// Changes the model's parameters by one step.
  ///
  /// - Precondition: the gradients are those of this model.
  mutating func update(_ model: some Model, with gradients: Gradients)
}

/// The arithmetic of one optimizer for one number of one parameter, with up to two remembered numbers.
protocol UpdateRule {
  /// Changes one weight, given its gradient and what is remembered about it.
  func update<T: Scalar>(_ weight: inout T, _ gradient: T, _ first: inout T, _ second: inout T)
}

/// What an optimizer remembers: for each parameter a tensor of its shape, zero before the first update.
struct OptimizerMemory: Sendable {
  private(set) var tensors: [Tensor] = []

  mutating func prepare(for parameters: [Parameter]) {
    if tensors.isEmpty { tensors = parameters.map { .zeros($0.tensor.shape, dtype: $0.tensor.dtype) } }
    precondition(
      tensors.count == parameters.count,
      "An optimizer that remembers \(tensors.count) parameters cannot update \(parameters.count).")
  }

  /// Calls `body` with a tensor that it may change in place.
  mutating func withTensor(_ index: Int, _ body: (inout Tensor) -> Void) {
    tensors[index].makeUnique()
    body(&tensors[index])
  }
}

// Everything here is inlined into each optimizer, where rule and number type are known: without that, every number
// would pay for a generic call.
extension UpdateRule {
  /// Applies the rule to all parameters, remembering nothing.
  @inline(__always)
  func apply(to parameters: [Parameter], with gradients: Gradients) {
    forEachParameter(of: parameters, with: gradients) { parameter, gradient, _ in
      run(parameter, gradient, nil, nil)
    }
  }

  /// Applies the rule to all parameters with one remembered tensor for each.
  @inline(__always)
  func apply(to parameters: [Parameter], with gradients: Gradients, _ first: inout OptimizerMemory) {
    first.prepare(for: parameters)
    forEachParameter(of: parameters, with: gradients) { parameter, gradient, index in
      first.withTensor(index) { run(parameter, gradient, $0, nil) }
    }
  }

  /// Applies the rule to all parameters with two remembered tensors for each.
  @inline(__always)
  func apply(
    to parameters: [Parameter], with gradients: Gradients, _ first: inout OptimizerMemory,
    _ second: inout OptimizerMemory
  ) {
    first.prepare(for: parameters)
    second.prepare(for: parameters)
    forEachParameter(of: parameters, with: gradients) { parameter, gradient, index in
      first.withTensor(index) { first in second.withTensor(index) { run(parameter, gradient, first, $0) } }
    }
  }

  @inline(__always)
  private func forEachParameter(
    of parameters: [Parameter], with gradients: Gradients, _ body: (Parameter, Tensor, Int) -> Void
  ) {
    precondition(
      parameters.count == gradients.tensors.count,
      "\(gradients.tensors.count) gradients cannot update \(parameters.count) parameters.")
    for (index, parameter) in parameters.enumerated() {
      let gradient = gradients.tensors[index]
      precondition(
        gradient.shape == parameter.tensor.shape && gradient.dtype == parameter.tensor.dtype,
        "Parameter \(parameter.name) is \(parameter.tensor.dtype) \(parameter.tensor.shape), "
          + "but its gradient is \(gradient.dtype) \(gradient.shape).")
      parameter.tensor.makeUnique()
      body(parameter, gradient, index)
    }
  }

  @inline(__always)
  private func run(_ parameter: Parameter, _ gradient: Tensor, _ first: Tensor?, _ second: Tensor?) {
    switch gradient.dtype {
    case .float32: run(Float.self, parameter.tensor, gradient, first, second)
    case .float64: run(Double.self, parameter.tensor, gradient, first, second)
    }
  }

  @inline(__always)
  private func run<T: Scalar>(_: T.Type, _ weight: Tensor, _ gradient: Tensor, _ first: Tensor?, _ second: Tensor?) {
    weight.write(T.self) { w in
      gradient.read(T.self) { g in
        switch (first, second) {
        case (let first?, let second?):
          first.write(T.self) { a in
            second.write(T.self) { b in for i in 0..<w.count { update(&w[i], g[i], &a[i], &b[i]) } }
          }
        case (let first?, nil):
          first.write(T.self) { a in
            var unused: T = 0
            for i in 0..<w.count { update(&w[i], g[i], &a[i], &unused) }
          }
        default:
          var (unused, unusedToo): (T, T) = (0, 0)
          for i in 0..<w.count { update(&w[i], g[i], &unused, &unusedToo) }
        }
      }
    }
  }
}
