/// Attention over several adapters at one place: what each would add is mixed, in shares that what comes in decides.
///
///     aᵢ = softmaxᵢ(Q h · K δᵢ / √d),   y = h + Σᵢ aᵢ δᵢ,   h = base(x),   δᵢ = Uᵢ f(Dᵢ h + bᵢ) + cᵢ
///
/// h, δᵢ and y are `[…, width]`, Q and K are `[d, width]` without biases. There is no matrix for the values: the changes
/// δᵢ themselves are mixed. Of one adapter the share is 1, whatever Q and K are; of equal changes all shares are equal.
/// Base and adapters are frozen, and only Q and K are trained:
///
/// ```swift
/// model.blocks[0].attention.output = AdapterFusion(after: output, adapters: learnt, queryWidth: 8, using: &generator)
/// let trained = model.training { $0.hasSuffix(".fusion.query") || $0.hasSuffix(".fusion.key") }
/// ```
///
/// - Source: Pfeiffer et al. 2020, arXiv:2005.00247, section 3.2, whose values have a matrix that starts as the identity.
public struct AdapterFusion: Layer {
  /// The layer that comes before, under its own names.
  public let base: any Layer
  /// Copies of the adapters after that layer, named `NAME.fusion.0.down.weight` and so on.
  public let adapters: [Adapter]
  /// Q, `[d, width]`, named `NAME.fusion.query`.
  public let query: Parameter
  /// K, `[d, width]`, named `NAME.fusion.key`.
  public let key: Parameter

  /// Fuses adapters, whatever layers they were trained after.
  ///
  /// - Parameters:
  ///   - base: the layer whose output they change, a ``Dense`` or a ``LoRA``.
  ///   - adapters: those that have learnt something.
  ///   - queryWidth: d, how many numbers a query and a key have.
  ///   - standardDeviation: of Q's and K's first numbers; were one zero the other would have no gradient, and were both,
  ///     neither would ever move.
  /// - Precondition: there is an adapter, all have the base's width, and `queryWidth` is at least 1.
  public init(
    after base: any Layer, adapters: [Adapter], queryWidth: Int, standardDeviation: Double = 0.1,
    using generator: inout RandomGenerator
  ) {
    guard let dense = denseLayer(of: base) else {
      preconditionFailure("A fusion after a \(type(of: base)) needs a name and a width.")
    }
    checkLength(queryWidth, "The width of a query")
    let (name, width) = ("\(dense.name).fusion", dense.bias.tensor.count)
    precondition(
      !adapters.isEmpty && adapters.allSatisfy { $0.up.bias.tensor.count == width },
      "A fusion after \(dense.name) needs adapters of width \(width), not of \(adapters.map(\.up.bias.tensor.count)).")
    self.base = base
    self.adapters = adapters.enumerated().map { place, adapter in
      func copy(_ part: String, _ layer: Dense) -> Dense {
        Dense(
          "\(name).\(place).\(part)", weight: layer.weight.tensor, bias: layer.bias.tensor, activation: layer.activation
        )
      }
      return Adapter(base: base, down: copy("down", adapter.down), up: copy("up", adapter.up))
    }
    func matrix(_ part: String) -> Parameter {
      let start = Tensor.normal([queryWidth, width], dtype: dense.bias.tensor.dtype, using: &generator)
      return Parameter("\(name).\(part)", start * standardDeviation)
    }
    (query, key) = (matrix("query"), matrix("key"))
  }

  /// The base's parameters, those of the adapters, Q and K.
  public var parameters: [Parameter] {
    base.parameters + adapters.flatMap { $0.down.parameters + $0.up.parameters } + [query, key]
  }

  /// The base's buffers.
  public var buffers: [Parameter] { base.buffers }

  /// The shares `[…, adapters]` that the adapters have at what the base gives, `[…, width]`; they add up to 1.
  public func shares(of h: Tensor) -> Tensor {
    let rows = flat(h)
    return shares(of: rows, adapters.map { $0.change(of: rows) })
      .reshaped(Array(h.shape.dropLast()) + [adapters.count])
  }

  /// The mixed output `[…, width]`.
  public func callAsFunction(_ x: Tensor, in phase: Phase = .evaluation) -> Tensor {
    let output = base(x, in: phase)
    let h = flat(output)
    let changes = adapters.map { $0.change(of: h) }
    let shares = shares(of: h, changes)
    let mixed = changes.enumerated().reduce(h) { y, change in
      y + shares.slice(axis: 1, range: change.offset..<change.offset + 1) * change.element
    }
    return mixed.reshaped(output.shape)
  }

  /// One row for each place.
  private func flat(_ h: Tensor) -> Tensor {
    let width = query.tensor.shape[1]
    return h.rank == 2 ? h : h.reshaped([h.count / width, width])
  }

  /// The scores of the changes are Kᵀ Q h · δᵢ / √d: one product with K for all adapters.
  private func shares(of h: Tensor, _ changes: [Tensor]) -> Tensor {
    let asked = matmul(matmul(h, query.value.transposed), key.value)
    let scores = changes.map { (asked * $0).sum(axes: [1], keepingAxes: true) }
    return softmax(concatenate(scores, axis: 1) / Double(query.tensor.shape[0]).squareRoot())
  }
}
