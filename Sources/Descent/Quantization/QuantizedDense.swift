import CVectorKernels

/// The product x·Wᵀ of quantised matrices, its sums made of whole numbers alone.
///
///     y = s_w s_x · Σ w (x − z)
///
/// W is `[outputs, inputs]`, symmetric, with one scale or one for each output (a scale for each input could not be
/// taken out of the sum); x is `[…, inputs]`, asymmetric or symmetric, with one scale; y is `[…, outputs]`, in the
/// scales' dtype.
///
/// - Precondition: the shapes fit, W and x have such scales of one dtype, and there are at most 66,311 inputs, as many
///   as an Int32 can add.
/// - Source: Jacob et al. 2018, arXiv:1712.05877, equation 4.
public func quantizedProduct(_ x: QuantizedTensor, _ weight: QuantizedTensor) -> Tensor {
  let outputs = weight.shape.first ?? 0
  let sums = quantizedSums(x, weight)
  let whole = Tensor(shape: x.shape.dropLast() + [outputs], sums.lazy.map(Double.init), dtype: x.scales.dtype)
  return whole * (weight.scales.reshapedPlain(weight.scales.count == 1 ? [] : [outputs]) * x.scales)
}

/// The sums of whole numbers in ``quantizedProduct(_:_:)``, row by row: Σ w (x − z).
///
/// - Precondition: as there.
public func quantizedSums(_ x: QuantizedTensor, _ weight: QuantizedTensor) -> [Int32] {
  precondition(
    weight.shape.count == 2 && !x.shape.isEmpty && x.shape.last == weight.shape[1],
    "A quantised product needs […, inputs] and [outputs, inputs], not \(x.shape) and \(weight.shape).")
  let (outputs, inputs) = (weight.shape[0], weight.shape[1])
  precondition(
    weight.isSigned && [[], [1, 1], [outputs, 1]].contains(weight.scales.shape) && x.scales.count == 1,
    "A quantised product needs a symmetric weight with one scale, or one for each output, and an input with one scale.")
  checkSameDType(x.scales, weight.scales, "A quantised product")
  precondition(inputs <= 66_311, "Int32 holds the sum of 66311 products of 8-bit numbers, not of \(inputs).")
  let rows = x.shape.dropLast().reduce(1, *)
  // 16 bits hold x − z and are what a processor multiplies in pairs.
  let (left, right) = (x.integers.map { Int16($0 - x.zeroPoint) }, weight.integers.map { Int16($0) })
  return [Int32](unsafeUninitializedCapacity: rows * outputs) { sums, count in
    if let sums = sums.baseAddress { kernel_i16_products(left, right, rows, outputs, inputs, sums) }
    count = rows * outputs
  }
}

/// A dense layer whose product is made of whole numbers: y = f(s_w s_x · Σ w (x − z) + b).
///
/// x is `[…, inputs]`, y is `[…, outputs]`. The weight is quantised once, symmetric; the input at each call,
/// asymmetric, over its own range ("dynamic") or over a fixed one. The bias stays as it is. For evaluation alone:
/// rounding has no gradient. It stands where any layer may, such as in a transformer's ``FeedForward``; a network whose
/// layers have fixed types, such as ``LeNet``, is put together anew from them:
///
/// ```swift
/// let quantized = Sequential(
///   net.conv1, MaxPooling2D(size: 2), net.conv2, MaxPooling2D(size: 2), Flatten(), QuantizedDense(net.fc1),
///   QuantizedDense(net.fc2), QuantizedDense(net.fc3))
/// ```
///
/// - Source: PyTorch's `torch.ao.quantization.quantize_dynamic`.
public struct QuantizedDense: Layer {
  /// The weight, `[outputs, inputs]`.
  public let weight: QuantizedTensor
  /// The vector b, `[outputs]`, under the name that it had.
  public let bias: Parameter
  /// The function f.
  public let activation: Activation
  /// How many bits the inputs have.
  public let inputBits: Int
  /// The range over which inputs are quantised; nil for that of each batch.
  public let inputRange: ClosedRange<Double>?

  /// Quantises a dense layer.
  ///
  /// - Parameters:
  ///   - layer: gives bias and activation.
  ///   - weight: its weight, quantised; by default to 8 bits with a scale for each output.
  ///   - inputBits: how many bits the inputs have, 2 … 8.
  ///   - inputRange: the range over which inputs are quantised, such as that of some samples; nil for that of each batch.
  /// - Precondition: the weight has the layer's shape, and there are 2 to 8 bits.
  public init(
    _ layer: Dense, weight: QuantizedTensor? = nil, inputBits: Int = 8, inputRange: ClosedRange<Double>? = nil
  ) {
    let shape = layer.weight.tensor.shape
    precondition(
      weight?.shape ?? shape == shape, "\(layer.weight.name) is \(shape) and not \(weight?.shape ?? shape).")
    QuantizedTensor.checkBits(inputBits)
    self.weight = weight ?? QuantizedTensor(symmetric: layer.weight.value.detached, axis: 0)
    bias = Parameter(layer.bias.name, layer.bias.value)
    activation = layer.activation
    self.inputBits = inputBits
    self.inputRange = inputRange
  }

  /// None: it is not trained.
  public var parameters: [Parameter] { [] }

  /// The bias. The weight is no tensor of floating-point numbers; ``QuantizedTensor/stored(as:)`` puts it into a file.
  public var buffers: [Parameter] { [bias] }

  /// The layer's output `[…, outputs]` for an input `[…, inputs]`.
  ///
  /// - Precondition: the input is not being differentiated.
  public func callAsFunction(_ x: Tensor, in phase: Phase = .evaluation) -> Tensor {
    precondition(!x.isTracked, "A quantised layer has no gradient: \(bias.name) is for evaluation alone.")
    let quantized = QuantizedTensor(asymmetric: x, bits: inputBits, range: inputRange)
    return activation(quantizedProduct(quantized, weight) + bias.value)
  }
}
