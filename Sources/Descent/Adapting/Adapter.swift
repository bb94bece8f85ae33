/// A bottleneck after a frozen layer: what comes out of the layer goes down to few numbers, through a function, up
/// again, and is added to itself.
///
///     y = h + U f(D h + b) + c,   h = base(x)
///
/// h and y are `[…, width]`, D is `[bottleneck, width]`, U is `[width, bottleneck]`. It starts as its base, since U, b
/// and c are zero. With ReLU for f it can bend what a matrix cannot; without a function it can be folded into a dense
/// base.
///
/// ```swift
/// let output = model.blocks[0].attention.output
/// model.blocks[0].attention.output = Adapter(after: output, bottleneck: 8, using: &generator)
/// let trained = model.training { $0.contains(".adapter.") }
/// ```
///
/// After a whole ``FeedForward`` block it goes after its last layer, `down`.
///
/// - Source: Houlsby et al. 2019, arXiv:1902.00751, section 2.1.
public struct Adapter: Layer {
  /// The layer that comes before, under its own names.
  public let base: any Layer
  /// The way down with f: D and b, named `NAME.adapter.down.weight` and `NAME.adapter.down.bias`.
  public let down: Dense
  /// The way up: U and c, named `NAME.adapter.up.weight` and `NAME.adapter.up.bias`.
  public let up: Dense

  /// Makes an adapter after any layer.
  ///
  /// - Parameters:
  ///   - name: the first part of its own parameters' names, such as the base's.
  ///   - base: the layer that comes before.
  ///   - width: how many numbers the base gives for each sample.
  ///   - bottleneck: how many numbers are in between.
  ///   - activation: f; `.identity` makes the adapter linear.
  ///   - start: what D and U start from.
  /// - Precondition: `width` and `bottleneck` are at least 1.
  public init(
    _ name: String, after base: any Layer, width: Int, bottleneck: Int, activation: Activation = .relu,
    start: LowRankStart = .zeroUp, dtype: DType = .float32, using generator: inout RandomGenerator
  ) {
    checkLength(width, "The width of an adapter")
    checkLength(bottleneck, "The bottleneck of an adapter")
    let (down, up) = start(inputs: width, rank: bottleneck, outputs: width, dtype: dtype, using: &generator)
    self.base = base
    self.down = Dense(
      "\(name).adapter.down", weight: down, bias: .zeros([bottleneck], dtype: dtype), activation: activation)
    self.up = Dense("\(name).adapter.up", weight: up, bias: .zeros([width], dtype: dtype))
  }

  /// Makes an adapter after a dense layer, or after one that ``LoRA`` wraps, whose name and width it takes.
  ///
  /// - Precondition: the base is a ``Dense`` or a ``LoRA``, and `bottleneck` is at least 1.
  public init(
    after base: any Layer, bottleneck: Int, activation: Activation = .relu, start: LowRankStart = .zeroUp,
    using generator: inout RandomGenerator
  ) {
    guard let dense = denseLayer(of: base) else {
      preconditionFailure("An adapter after a \(type(of: base)) needs a name and a width.")
    }
    self.init(
      dense.name, after: base, width: dense.bias.tensor.count, bottleneck: bottleneck, activation: activation,
      start: start, dtype: dense.bias.tensor.dtype, using: &generator)
  }

  /// Makes an adapter of two layers that are there.
  init(base: any Layer, down: Dense, up: Dense) { (self.base, self.down, self.up) = (base, down, up) }

  /// The base's parameters, then D, b, U and c.
  public var parameters: [Parameter] { base.parameters + down.parameters + up.parameters }

  /// The base's buffers.
  public var buffers: [Parameter] { base.buffers }

  /// The adapted output `[…, width]`.
  public func callAsFunction(_ x: Tensor, in phase: Phase = .evaluation) -> Tensor {
    let h = base(x, in: phase)
    return h + change(of: h)
  }

  /// What it adds to the base's output h: U f(D h + b) + c, `[…, width]`.
  public func change(of h: Tensor) -> Tensor { up(down(h)) }

  /// A dense layer of its own that computes the same, under the base's names: (I + U D)·W and (I + U D)·b₀ + U b + c
  /// for a base with W and b₀; nil where no matrix can, for f or the base's own function bends.
  public var merged: Dense? {
    guard let dense = base as? Dense ?? (base as? LoRA)?.merged, dense.activation == .identity,
      down.activation == .identity
    else { return nil }
    let weight = dense.weight.value.detached
    let turned = product(up.weight.value.detached, product(down.weight.value.detached, weight))
    let row = dense.bias.value.detached.reshapedPlain([1, dense.bias.tensor.count])
    return Dense(
      dense.name, weight: weight + turned, bias: (row + up(down(row))).detached.reshapedPlain(dense.bias.tensor.shape))
  }
}

/// The dense layer, or the one that ``LoRA`` wraps, which gives what comes after it a name and a width.
func denseLayer(of base: any Layer) -> Dense? { base as? Dense ?? (base as? LoRA)?.base }

extension Dense {
  /// The first part of the parameters' names.
  var name: String { String(weight.name.dropLast(".weight".count)) }
}
