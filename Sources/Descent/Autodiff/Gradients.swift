/// The gradients of a loss by each parameter of a model: a value, in the order of the model's parameters.
public struct Gradients: Sendable, Equatable {
  /// The parameters' names.
  public let names: [String]
  /// The gradient of each parameter, of the parameter's shape.
  public let tensors: [Tensor]

  /// Makes gradients of names and as many tensors.
  public init(names: [String], tensors: [Tensor]) {
    precondition(names.count == tensors.count, "\(names.count) names cannot go with \(tensors.count) gradients.")
    self.names = names
    self.tensors = tensors
  }

  /// The gradient of the parameter with this name, if there is one.
  public subscript(name: String) -> Tensor? {
    names.firstIndex(of: name).map { tensors[$0] }
  }

  /// The Euclidean norm of all gradients together, √Σg², in double precision.
  ///
  /// inf where an entry is infinite and nan where one is nan; finite entries never make it overflow.
  public var norm: Double { tensors.map(\.norm).norm }

  /// The gradients, each changed by a function.
  public func map(_ transform: (Tensor) -> Tensor) -> Gradients {
    Gradients(names: names, tensors: tensors.map(transform))
  }

  /// All gradients, multiplied by one number.
  public static func * (gradients: Gradients, factor: Double) -> Gradients { gradients.map { $0 * factor } }

  /// The sum of two gradients of one model, such as those of a loss and of a penalty.
  public static func + (a: Gradients, b: Gradients) -> Gradients {
    a.checkAlike(b, "be added")
    return Gradients(names: a.names, tensors: a.tensors.indices.map { a.tensors[$0] + b.tensors[$0] })
  }

  /// The scalar product Σ a·b over all entries of two gradients of one model, in double precision.
  public func dot(_ other: Gradients) -> Double {
    checkAlike(other, "be multiplied")
    return zip(flattened, other.flattened).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Stops the program unless two gradients have the same names, shapes and dtypes: broadcasting would hide a mistake.
  private func checkAlike(_ other: Gradients, _ operation: String) {
    precondition(names == other.names, "Gradients of \(names) and \(other.names) cannot \(operation).")
    for (index, name) in names.enumerated() {
      let (a, b) = (tensors[index], other.tensors[index])
      precondition(
        a.shape == b.shape && a.dtype == b.dtype,
        "Gradients cannot \(operation): that of \(name) is \(a.dtype) \(a.shape) and \(b.dtype) \(b.shape).")
    }
  }

  /// All entries in one vector, in the parameters' order.
  public var flattened: [Double] { tensors.flatMap(\.scalars) }
}
