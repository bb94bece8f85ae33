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
  func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int)
}

/// Where the numbers start that an optimizer remembers about one parameter, for as many tensors as it keeps.
struct Remembered<T: Scalar> {
  let first, second, third: T.Out
}

/// What an optimizer remembers: for each parameter up to three tensors of its shape, zero before the first update.
struct OptimizerMemory: Sendable {
  private let tensorsPerParameter: Int
  private var tensors: [Tensor] = []
  private var isPrepared = false

  init(tensorsPerParameter: Int) {
    assert((0...3).contains(tensorsPerParameter))
    self.tensorsPerParameter = tensorsPerParameter
  }

  /// How many numbers are remembered.
  var count: Int { tensors.reduce(0) { $0 + $1.count } }

  /// Updates all parameters of a model by one step.
  mutating func apply(_ step: some UpdateStep, to model: some Model, with gradients: Gradients) {
    let parameters = model.parameters
    prepare(for: model, parameters)
    precondition(
      parameters.count == gradients.tensors.count,
      "\(gradients.tensors.count) gradients cannot update \(parameters.count) parameters.")
    for (index, parameter) in parameters.enumerated() {
      parameter.checkIsIdle()
      let gradient = gradients.tensors[index]
      precondition(
        gradients.names[index] == parameter.name,
        "A gradient of \(gradients.names[index]) cannot update parameter \(parameter.name).")
      precondition(
        gradient.shape == parameter.tensor.shape && gradient.dtype == parameter.tensor.dtype,
        "Parameter \(parameter.name) is \(parameter.tensor.dtype) \(parameter.tensor.shape), "
          + "but its gradient is \(gradient.dtype) \(gradient.shape).")
      if tensorsPerParameter > 0 {
        let known = tensors[index * tensorsPerParameter]
        precondition(
          gradient.shape == known.shape && gradient.dtype == known.dtype,
          "An optimizer cannot go from one model to another: parameter \(parameter.name) is \(gradient.dtype) "
            + "\(gradient.shape), and what is remembered in its place is \(known.dtype) \(known.shape).")
      }
      switch gradient.dtype {
      case .float32: update(parameter, gradient, at: index * tensorsPerParameter, step, Float.self)
      case .float64: update(parameter, gradient, at: index * tensorsPerParameter, step, Double.self)
      }
    }
  }

  private mutating func prepare(for model: some Model, _ parameters: [Parameter]) {
    if !isPrepared {
      isPrepared = true
      checkListing(of: model)
      tensors = parameters.flatMap { parameter in
        (0..<tensorsPerParameter).map { _ in .zeros(parameter.tensor.shape, dtype: parameter.tensor.dtype) }
      }
    }
    precondition(
      tensors.count == parameters.count * tensorsPerParameter,
      "An optimizer cannot go from one model to another: it remembers \(tensors.count) tensors, "
        + "and this model needs \(parameters.count * tensorsPerParameter).")
  }

  private mutating func update<T: Scalar>(
    _ parameter: Parameter, _ gradient: Tensor, at start: Int, _ step: some UpdateStep, _: T.Type
  ) {
    for index in start..<start + tensorsPerParameter { tensors[index].makeUnique() }
    parameter.tensor.makeUnique()
    let count = gradient.count
    parameter.tensor.withPointer(T.self) { weight in
      // A tensor that is not kept is never touched: the weights stand in.
      func pointer(_ number: Int) -> T.Out {
        number < tensorsPerParameter ? tensors[start + number].withPointer(T.self) { $0 } : weight
      }
      withExtendedLifetime(tensors) {
        let memory = Remembered<T>(first: pointer(0), second: pointer(1), third: pointer(2))
        gradient.withPointer(T.self) { step.update(weight, $0, memory, count) }
      }
    }
  }
}
