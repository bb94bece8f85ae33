/// A small convolutional network for pictures of 32 × 32, after LeNet-5: two convolutions with max-pooling, then three
/// dense layers.
///
/// | layer | what it does | result | numbers |
/// | --- | --- | --- | --- |
/// | `conv1` | 6 filters of 5 × 5, ReLU | `[batch, 6, 28, 28]` | 156 |
/// | | largest of 2 × 2 | `[batch, 6, 14, 14]` | |
/// | `conv2` | 16 filters of 5 × 5, ReLU | `[batch, 16, 10, 10]` | 2,416 |
/// | | largest of 2 × 2, in one row | `[batch, 400]` | |
/// | `fc1` | dense, ReLU | `[batch, 120]` | 48,120 |
/// | `fc2` | dense, ReLU | `[batch, 84]` | 10,164 |
/// | `fc3` | dense | `[batch, 10]` | 850 |
///
/// x is `[batch, 1, 32, 32]`, y are the logits `[batch, 10]`, and there are 61,706 numbers. The weights start uniform
/// within 1/√fan-in, as in PyTorch, the biases at zero. LeNet-5 itself had averages, tanh and fewer connections.
///
/// - Source: LeCun, Bottou, Bengio & Haffner 1998, "Gradient-based learning applied to document recognition", figure 2.
public struct LeNet: Layer {
  /// The convolutions, named `conv1` and `conv2`.
  public let conv1, conv2: Convolution2D
  /// The dense layers, named `fc1`, `fc2` and `fc3`.
  public let fc1, fc2, fc3: Dense
  /// All layers' parameters, first to last.
  public let parameters: [Parameter]

  /// Makes a network with random weights and zero biases.
  ///
  /// - Parameters:
  ///   - widths: how many filters `conv1` and `conv2` and how many units `fc1` and `fc2` have.
  ///   - classes: how many logits come out.
  ///   - initialization: the distribution of all weights.
  public init(
    widths: (conv1: Int, conv2: Int, fc1: Int, fc2: Int) = (6, 16, 120, 84), classes: Int = 10,
    initialization: Initialization = .fanInUniform, dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    let conv1 = Convolution2D(
      "conv1", from: 1, to: widths.conv1, size: 5, activation: .relu, initialization: initialization, dtype: dtype,
      using: &generator)
    let conv2 = Convolution2D(
      "conv2", from: widths.conv1, to: widths.conv2, size: 5, activation: .relu, initialization: initialization,
      dtype: dtype, using: &generator)
    let fc1 = Dense(
      "fc1", from: widths.conv2 * 25, to: widths.fc1, activation: .relu, initialization: initialization, dtype: dtype,
      using: &generator)
    let fc2 = Dense(
      "fc2", from: widths.fc1, to: widths.fc2, activation: .relu, initialization: initialization, dtype: dtype,
      using: &generator)
    let fc3 = Dense(
      "fc3", from: widths.fc2, to: classes, initialization: initialization, dtype: dtype, using: &generator)
    self.init(conv1: conv1, conv2: conv2, fc1: fc1, fc2: fc2, fc3: fc3)
  }

  /// Puts together layers that fit.
  init(conv1: Convolution2D, conv2: Convolution2D, fc1: Dense, fc2: Dense, fc3: Dense) {
    (self.conv1, self.conv2, self.fc1, self.fc2, self.fc3) = (conv1, conv2, fc1, fc2, fc3)
    parameters = conv1.parameters + conv2.parameters + fc1.parameters + fc2.parameters + fc3.parameters
  }

  /// The logits `[batch, classes]` of pictures `[batch, 1, 32, 32]`, with a hook on each layer's output on the way: to
  /// watch it (``Probe``) or to change it. The hook is told the layers' names, and sees the convolutions' before pooling.
  ///
  /// - Precondition: the pictures have one channel and 32 × 32 pixels.
  public func callAsFunction(_ x: Tensor, hook: LayerHook = { output, _ in output }) -> Tensor {
    precondition(
      x.rank == 4 && x.shape.dropFirst() == [1, 32, 32],
      "LeNet needs pictures [batch, 1, 32, 32], not \(x.shape). "
        + "Pictures of another size fit after resized(toHeight: 32, width: 32).")
    let first = maxPooling(hook(conv1(x), "conv1"), size: 2)
    let second = maxPooling(hook(conv2(first), "conv2"), size: 2)
    let hidden = hook(fc1(Flatten()(second)), "fc1")
    return hook(fc3(hook(fc2(hidden), "fc2")), "fc3")
  }

  /// The logits, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { self(x) }
}
