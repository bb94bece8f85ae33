/// A convolutional layer: y = f(W ∗ x + b), with the same small filters at each place of an image.
///
/// x is `[batch, channels, height, width]`, W is `[filters, channels, size, size]`, b is `[filters]`, y is
/// `[batch, filters, rows, columns]`; see ``convolution(_:_:bias:activation:stride:padding:)``.
public struct Convolution2D: Model {
  /// The filters W, named `NAME.weight`.
  public let weight: Parameter
  /// The vector b, named `NAME.bias`; starts at zero.
  public let bias: Parameter
  /// The function f.
  public let activation: Activation
  /// How far the filters move at a time.
  public let stride: Int
  /// How many zeros surround the image.
  public let padding: Int

  /// Makes a layer with random filters and zero biases.
  ///
  /// - Parameters:
  ///   - name: the first part of the parameters' names.
  ///   - channels: how many numbers come in for each pixel.
  ///   - filters: how many go out.
  ///   - size: the filters' height and width.
  ///   - activation: the function after the sums; none by default.
  ///   - initialization: the filters' distribution, with fans of channels · size² and filters · size²; the
  ///     activation's usual one by default.
  public init(
    _ name: String, from channels: Int, to filters: Int, size: Int, stride: Int = 1, padding: Int = 0,
    activation: Activation = .identity, initialization: Initialization? = nil, dtype: DType = .float32,
    using generator: inout RandomGenerator
  ) {
    precondition(
      channels > 0 && filters > 0 && size > 0 && stride > 0 && padding >= 0,
      "Layer \(name) cannot have \(channels) channels, \(filters) filters, size \(size), stride \(stride) and "
        + "padding \(padding).")
    let distribution = initialization ?? activation.usualInitialization
    self.init(
      name,
      weight: distribution(
        [filters, channels, size, size], fanIn: channels * size * size, fanOut: filters * size * size, dtype: dtype,
        using: &generator),
      bias: .zeros([filters], dtype: dtype), activation: activation, stride: stride, padding: padding)
  }

  /// Makes a layer with the given filters `[filters, channels, size, size]` and biases `[filters]`.
  public init(
    _ name: String, weight: Tensor, bias: Tensor, activation: Activation = .identity, stride: Int = 1, padding: Int = 0
  ) {
    precondition(
      weight.rank == 4 && bias.shape == [weight.shape[0]],
      "Layer \(name) needs filters [filters, channels, size, size] and a bias [filters], not \(weight.shape) and "
        + "\(bias.shape).")
    checkSameDType(weight, bias, "Layer \(name)")
    self.weight = Parameter("\(name).weight", weight)
    self.bias = Parameter("\(name).bias", bias)
    self.activation = activation
    self.stride = stride
    self.padding = padding
  }

  /// Weight, then bias.
  public var parameters: [Parameter] { [weight, bias] }

  /// The layer's output `[batch, filters, rows, columns]` for images `[batch, channels, height, width]`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    convolution(
      x, weight.value, bias: bias.value, activation: activation, stride: stride, padding: padding)
  }
}
