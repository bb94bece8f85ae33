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

/// The numbers that one step of an optimizer needs beside the tensors, and its loop over one parameter.
protocol UpdateStep {
  /// Changes `count` weights, given their gradient and what is remembered about them.
  ///
  /// A rule that remembers fewer than two tensors is handed the weights in their place and leaves them alone.
  func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ first: T.Out, _ second: T.Out, _ count: Int)
}

/// What an optimizer remembers: for each parameter a tensor of its shape, zero before the first update.
struct OptimizerMemory: Sendable {
  fileprivate var tensors: [Tensor] = []

  fileprivate mutating func prepare(for parameters: [Parameter]) {
    if tensors.isEmpty { tensors = parameters.map { .zeros($0.tensor.shape, dtype: $0.tensor.dtype) } }
    precondition(
      tensors.count == parameters.count,
      "An optimizer that remembers \(tensors.count) parameters cannot update \(parameters.count).")
  }
}

extension UpdateStep {
  /// Updates all parameters of a model, remembering nothing.
  func apply(to model: some Model, with gradients: Gradients) {
    forEachParameter(of: model, with: gradients) { parameter, gradient, _ in run(&parameter.tensor, gradient) }
  }

  /// Updates all parameters of a model with one remembered tensor for each.
  func apply(to model: some Model, with gradients: Gradients, _ first: inout OptimizerMemory) {
    first.prepare(for: model.parameters)
    forEachParameter(of: model, with: gradients) { parameter, gradient, index in
      first.tensors[index].makeUnique()
      run(&parameter.tensor, gradient, first.tensors[index])
    }
  }

  /// Updates all parameters of a model with two remembered tensors for each.
  func apply(
    to model: some Model, with gradients: Gradients, _ first: inout OptimizerMemory, _ second: inout OptimizerMemory
  ) {
    first.prepare(for: model.parameters)
    second.prepare(for: model.parameters)
    forEachParameter(of: model, with: gradients) { parameter, gradient, index in
      first.tensors[index].makeUnique()
      second.tensors[index].makeUnique()
      run(&parameter.tensor, gradient, first.tensors[index], second.tensors[index])
    }
  }

  private func forEachParameter(
    of model: some Model, with gradients: Gradients, _ body: (Parameter, Tensor, Int) -> Void
  ) {
    let parameters = model.parameters
    precondition(
      parameters.count == gradients.tensors.count,
      "\(gradients.tensors.count) gradients cannot update \(parameters.count) parameters.")
    for (index, parameter) in parameters.enumerated() {
      let gradient = gradients.tensors[index]
      precondition(
        gradient.shape == parameter.tensor.shape && gradient.dtype == parameter.tensor.dtype,
        "Parameter \(parameter.name) is \(parameter.tensor.dtype) \(parameter.tensor.shape), "
          + "but its gradient is \(gradient.dtype) \(gradient.shape).")
      body(parameter, gradient, index)
    }
  }

  /// One parameter; the remembered tensors belong to the optimizer alone.
  private func run(_ weight: inout Tensor, _ gradient: Tensor, _ first: Tensor? = nil, _ second: Tensor? = nil) {
    weight.makeUnique()
    switch weight.dtype {
    case .float32: run(Float.self, weight, gradient, first ?? weight, second ?? weight)
    case .float64: run(Double.self, weight, gradient, first ?? weight, second ?? weight)
    }
  }

  private func run<T: Scalar>(_: T.Type, _ weight: Tensor, _ gradient: Tensor, _ first: Tensor, _ second: Tensor) {
    let count = weight.count
    weight.withPointer(T.self) { w in
      gradient.withPointer(T.self) { g in
        first.withPointer(T.self) { a in second.withPointer(T.self) { b in update(w, UnsafePointer(g), a, b, count) } }
      }
    }
  }
}
