/// A fully connected layer: y = f(x Wᵀ + b).
///
/// x is `[batch, inputs]`, or `[…, inputs]` with any axes before the last, W is `[outputs, inputs]` as in PyTorch, b is
/// `[outputs]`, y is `[batch, outputs]` or `[…, outputs]`. Product, bias and activation f are one operation on the tape.
public struct Dense: Model {
  /// The matrix W, `[outputs, inputs]`, named `NAME.weight`.
  public let weight: Parameter
  /// The vector b, `[outputs]`, named `NAME.bias`; starts at zero.
  public let bias: Parameter
  /// The function f.
  public let activation: Activation
  /// Weight, then bias.
  public let parameters: [Parameter]

  /// Makes a layer with random weights and zero biases.
  ///
  /// - Parameters:
  ///   - name: the first part of the parameters' names.
  ///   - inputs: how many numbers come in for each sample.
  ///   - outputs: how many go out.
  ///   - activation: the function after the sums; none by default.
  ///   - initialization: the weights' distribution; the activation's usual one by default.
  public init(
    _ name: String, from inputs: Int, to outputs: Int, activation: Activation = .identity,
    initialization: Initialization? = nil, dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    precondition(inputs > 0 && outputs > 0, "A dense layer needs inputs and outputs, not \(inputs) and \(outputs).")
    let distribution = initialization ?? activation.usualInitialization
    self.init(
      name, weight: distribution(fanIn: inputs, fanOut: outputs, dtype: dtype, using: &generator),
      bias: .zeros([outputs], dtype: dtype), activation: activation)
  }

  /// Makes a layer with the given weights `[outputs, inputs]` and biases `[outputs]`.
  public init(_ name: String, weight: Tensor, bias: Tensor, activation: Activation = .identity) {
    precondition(
      weight.rank == 2 && bias.shape == [weight.shape[0]],
      "Layer \(name) needs a weight [outputs, inputs] and a bias [outputs], not \(weight.shape) and \(bias.shape).")
    checkSameDType(weight, bias, "Layer \(name)")
    self.weight = Parameter("\(name).weight", weight)
    self.bias = Parameter("\(name).bias", bias)
    self.activation = activation
    self.parameters = [self.weight, self.bias]
  }

  /// The layer's output `[…, outputs]` for an input `[…, inputs]`.
  public func callAsFunction(_ x: Tensor) -> Tensor { sums(x, activation) }

  /// f of the sums, for another f than the layer's own.
  func sums(_ x: Tensor, _ activation: Activation) -> Tensor {
    checkInput(x)
    return dense(x, weight.value, bias.value, activation)
  }

  /// Stops the program, with the layer's name, unless the input is as wide as the matrix.
  func checkInput(_ x: Tensor) {
    let inputs = weight.tensor.shape[1]
    precondition(
      x.rank >= 2 && x.shape[x.rank - 1] == inputs, "\(weight.name) needs an input […, \(inputs)], not \(x.shape).")
  }

  /// The share of the units that answer 0 to every sample of `[…, inputs]`: dead ReLUs.
  ///
  /// - Precondition: the activation is ReLU, and there is at least one sample.
  public func deadShare(on x: Tensor) -> Double {
    precondition(activation == .relu, "Only a ReLU layer has silent units, but this one has \(activation).")
    precondition(x.shape.first != 0, "Without a sample no unit of \(weight.name) can be called dead.")
    let sums = self(x).rows.sum(axes: [0]).scalars  // of numbers that are at least 0
    return Double(sums.count { $0 == 0 }) / Double(sums.count)
  }
}

/// f(x Wᵀ + b) as one recorded operation, for an input that ``Dense/checkInput(_:)`` has passed.
///
/// With G the result's gradient times f′: x receives G·W, W receives Gᵀ·x, b receives the sums of G's columns.
func dense(_ x: Tensor, _ weight: Tensor, _ bias: Tensor, _ activation: Activation) -> Tensor {
  checkSameDType(x, weight, "A dense layer")
  checkSameDType(x, bias, "A dense layer")
  let (y, known) =
    x.dtype == .float32
    ? denseForward(x, weight, bias, activation, Float.self) : denseForward(x, weight, bias, activation, Double.self)
  guard let tape = Tape.of(x, weight, bias) else { return y }
  return y.recorded(at: DenseNode(on: tape, x, weight, bias: bias.node, activation, known))
}

/// The result, and what f′ is written with: the result or the sums, which otherwise need not be kept.
private func denseForward<T: Scalar>(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, _ activation: Activation, _: T.Type
) -> (y: Tensor, known: Tensor) {
  let (outputs, inputs) = (weight.shape[0], weight.shape[1])
  var shape = x.shape
  shape[shape.count - 1] = outputs
  let sums = Tensor(uninitialized: shape, dtype: x.dtype)
  let y = activation.isKnownByResult ? sums : Tensor(uninitialized: shape, dtype: x.dtype)
  let rows = sums.count / outputs
  guard rows > 0 else { return (y, sums) }
  sums.withPointer(T.self) { sums in
    x.withPointer(T.self) { x in
      weight.withPointer(T.self) {
        T.matrixProduct(
          x, transposed: false, $0, transposed: true, into: sums, keeping: 0, rows: rows, inner: inputs,
          columns: outputs)
      }
    }
    bias.withPointer(T.self) { bias in
      y.withPointer(T.self) { T.activate(activation.kernel, sums, bias: bias, rows: rows, columns: outputs, $0) }
    }
  }
  return (y, sums)
}

private final class DenseNode: Node {
  private let x, weight, known: Tensor
  private let bias: Node?
  private let activation: Activation

  init(on tape: Tape, _ x: Tensor, _ weight: Tensor, bias: Node?, _ activation: Activation, _ known: Tensor) {
    (self.x, self.weight, self.bias, self.activation, self.known) = (x, weight, bias, activation, known)
    super.init(on: tape)
  }

  override func pullBack(_ gradient: Tensor) {
    let sums = known.dtype == .float32 ? ofSums(gradient.rows, Float.self) : ofSums(gradient.rows, Double.self)
    weight.receive(productOf: sums, transposed: true, x.rows)
    x.receive(productOf: sums, weight)
  }

  /// G, from the result's gradient; the bias receives the sums of its columns on the way.
  private func ofSums<T: Scalar>(_ gradient: Tensor, _: T.Type) -> Tensor {
    let (rows, columns) = (gradient.shape[0], gradient.shape[1])
    let target = activation == .identity ? gradient : Tensor(uninitialized: gradient.shape, dtype: gradient.dtype)
    let biasSums = Tensor(uninitialized: [columns], dtype: gradient.dtype)
    gradient.withPointer(T.self) { g in
      known.withPointer(T.self) { known in
        target.withPointer(T.self) { target in
          biasSums.withPointer(T.self) {
            T.activatePullback(
              activation.kernel, g, known: known, rows: rows, columns: columns, target, biasSums: $0)
          }
        }
      }
    }
    bias?.receive(biasSums)
    return target
  }
}
