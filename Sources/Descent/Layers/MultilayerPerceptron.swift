/// Dense layers in a row: the same activation after each but the last, which is left linear.
///
/// The layers are named `layers.0`, `layers.1`, …
public struct MultilayerPerceptron: Model {
  /// The layers, first to last.
  public let layers: [Dense]
  /// All layers' parameters, first to last.
  public let parameters: [Parameter]

  /// Makes a network of the given widths: inputs, hidden layers, outputs.
  ///
  /// - Parameters:
  ///   - widths: at least two; `[64, 32, 10]` has 64 inputs, 32 hidden units and 10 outputs.
  ///   - activation: the function after each layer but the last.
  ///   - initialization: the distribution of all weights; the activation's usual one by default.
  public init(
    _ widths: [Int], activation: Activation, initialization: Initialization? = nil, dtype: DType = .float32,
    using generator: inout RandomGenerator
  ) {
    precondition(widths.count >= 2, "A network needs inputs and outputs, but its widths are \(widths).")
    var layers: [Dense] = []
    for index in 0..<widths.count - 1 {
      layers.append(
        Dense(
          "layers.\(index)", from: widths[index], to: widths[index + 1],
          activation: index < widths.count - 2 ? activation : .identity,
          initialization: initialization ?? activation.usualInitialization, dtype: dtype, using: &generator))
    }
    self.layers = layers
    self.parameters = layers.flatMap(\.parameters)
  }

  /// The last layer's sums `[batch, outputs]` for an input `[batch, inputs]`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    var output = x
    for layer in layers { output = layer(output) }
    return output
  }

  /// The last layer's sums, with a hook on each layer's output on the way: to watch it (``Probe``) or to change it.
  public func callAsFunction(_ x: Tensor, hook: LayerHook) -> Tensor {
    var output = x
    for (index, layer) in layers.enumerated() { output = hook(layer(output), "layers.\(index)") }
    return output
  }
}
