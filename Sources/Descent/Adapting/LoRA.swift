/// Low-rank adaptation: a dense layer whose matrix W stays as it is beside a trained change of low rank.
///
///     y = f(x Wᵀ + b + (α/r) · x Aᵀ Bᵀ)
///
/// x is `[…, inputs]`, y is `[…, outputs]`, A is `[rank, inputs]`, B is `[outputs, rank]`; W, b and f are the base's.
/// It starts as its base, since B is zero. Instead of inputs · outputs numbers rank · (inputs + outputs) are trained,
/// once the base's are frozen:
///
/// ```swift
/// model.blocks[0].attention.query = LoRA(model.blocks[0].attention.query, rank: 4, using: &generator)
/// let trained = model.training { $0.contains(".lora_") }
/// ```
///
/// Sums and change are one operation on the tape.
///
/// - Source: Hu et al. 2021, arXiv:2106.09685, equation 3; the names are PEFT's.
public struct LoRA: Layer {
  /// The layer with W, b and f, under its own names.
  public let base: Dense
  /// The way down A, `[rank, inputs]`, named `NAME.lora_A.weight`.
  public let down: Parameter
  /// The way up B, `[outputs, rank]`, named `NAME.lora_B.weight`.
  public let up: Parameter
  /// The number α; the change is multiplied by α/r.
  public let alpha: Double

  /// Wraps a dense layer.
  ///
  /// - Parameters:
  ///   - base: a ``Dense``, or whatever stands in a place for any layer, as long as it is one.
  ///   - rank: the number r of directions that the change may have.
  ///   - alpha: α; r by default, so that the change is not scaled.
  ///   - start: what A and B start from.
  /// - Precondition: the base is a ``Dense``, `rank` is at least 1, and `alpha` is finite and above 0.
  public init(
    _ base: any Layer, rank: Int, alpha: Double? = nil, start: LowRankStart = .zeroUp,
    using generator: inout RandomGenerator
  ) {
    guard let base = base as? Dense else { preconditionFailure("LoRA wraps a Dense layer, not a \(type(of: base)).") }
    checkLength(rank, "The rank of LoRA")
    let weight = base.weight.tensor
    let (down, up) = start(
      inputs: weight.shape[1], rank: rank, outputs: weight.shape[0], dtype: weight.dtype, using: &generator)
    self.init(base, down: down, up: up, alpha: alpha ?? Double(rank))
  }

  /// Wraps a dense layer with given matrices A `[rank, inputs]` and B `[outputs, rank]`.
  ///
  /// - Precondition: the matrices fit each other and the base, there is at least one direction, and `alpha` is finite
  ///   and above 0.
  public init(_ base: Dense, down: Tensor, up: Tensor, alpha: Double) {
    let weight = base.weight.tensor
    precondition(
      down.rank == 2 && up.rank == 2 && down.shape[0] >= 1 && down.shape[0] == up.shape[1]
        && [up.shape[0], down.shape[1]] == weight.shape,
      "\(base.name) with \(weight.shape) cannot be changed by matrices \(down.shape) and \(up.shape).")
    checkSameDType(weight, down, "LoRA")
    checkSameDType(weight, up, "LoRA")
    checkPositive(alpha, "alpha")
    self.base = base
    self.down = Parameter("\(base.name).lora_A.weight", down)
    self.up = Parameter("\(base.name).lora_B.weight", up)
    self.alpha = alpha
  }

  /// The rank r.
  public var rank: Int { down.tensor.shape[0] }

  /// The base's parameters, then A and B.
  public var parameters: [Parameter] { base.parameters + [down, up] }

  /// The change of the matrix, (α/r)·B·A, `[outputs, inputs]`.
  public var change: Tensor { product(up.value, down.value) * scale }

  /// A dense layer of its own that computes the same, under the base's names: W + (α/r)·B·A, b and f.
  ///
  /// Where any layer may stand, `(attention.query as! LoRA).merged` takes the place of `attention.query`.
  public var merged: Dense {
    Dense(
      base.name, weight: base.weight.value.detached + change, bias: base.bias.value.detached,
      activation: base.activation)
  }

  private var scale: Double { alpha / Double(rank) }

  /// The layer's output `[…, outputs]` for an input `[…, inputs]`, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase = .evaluation) -> Tensor {
    base.checkInput(x)
    return base.activation(
      lowRankDense(x, base.weight.value, base.bias.value, down: down.value, up: up.value, scale: scale))
  }
}

/// x Wᵀ + b + s·x Aᵀ Bᵀ as one recorded operation.
///
/// With U = s·x Aᵀ, G the result's gradient and V = s·G·B: B receives Gᵀ·U, A receives Vᵀ·x, W receives Gᵀ·x, b the
/// sums of G's columns, and x receives G·W + V·A.
private func lowRankDense(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, down: Tensor, up: Tensor, scale: Double
) -> Tensor {
  let sums = dense(x.detached, weight.detached, bias.detached, .identity)
  let rows = x.rows
  let scaled = product(rows, down.detached, transposingB: true) * scale
  func addChange<T: Scalar>(_: T.Type) {
    multiply(T.self, scaled, transposed: false, up, transposed: true, into: sums.rows, keeping: 1)
  }
  if rows.shape[0] > 0 { x.dtype == .float32 ? addChange(Float.self) : addChange(Double.self) }
  return sums.recorded(from: [x, weight, bias, down, up]) { gradient in
    let gradient = gradient.rows
    bias.receive(gradient.columnSums)
    weight.receive(productOf: gradient, transposed: true, rows)
    up.receive(productOf: gradient, transposed: true, scaled)
    let back = product(gradient, up) * scale
    down.receive(productOf: back, transposed: true, rows)
    x.receive(productOf: gradient, weight)
    x.receive(productOf: back, down)
  }
}
