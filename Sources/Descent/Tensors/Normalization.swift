import CVectorKernels

/// f(w ŷ + b) + h for groups of numbers, with ŷ = (x − μ) s: batch normalisation, a rectifier f and a bypass h, or none.
///
/// x is seen as `[outer, groups, inner]`: all numbers with one middle index are a group, with its own μ, s, w and b.
struct NormalizedGroups {
  let shape: group_shape
  let x, weight, bias: Tensor
  /// μ, v and s = 1/√(v + ε), `[3, groups]`.
  let statistics: Tensor
  /// Whether μ and s are fixed numbers rather than those of x.
  let isFixed: Bool
  /// Whether f is ReLU rather than nothing.
  let isRectified: Bool

  /// The result, as one operation.
  ///
  /// Derivatives, for the gradient g: h receives g. With G = g · f′, w receives Σ G ŷ and b receives Σ G; x receives
  /// w s (G − (1/n) Σ G − ŷ · (1/n) Σ G ŷ), or w s G where μ and s are fixed.
  ///
  /// - Source: Ioffe & Szegedy 2015, arXiv:1502.03167, section 3, with the sums simplified.
  consuming func result(addedTo bypass: Tensor?) -> Tensor {
    let y = x.dtype == .float32 ? forward(bypass, Float.self) : forward(bypass, Double.self)
    guard let tape = Tape.of(x, weight, bias, bypass) else { return y }
    return y.recorded(at: NormalizedGroupsNode(on: tape, self, bypass: bypass?.node))
  }

  private func forward<T: Scalar>(_ bypass: Tensor?, _: T.Type) -> Tensor {
    let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
    with(T.self) { normalization, x in
      y.withPointer(T.self) { y in
        guard let bypass else { return T.normalizeGroups(normalization, x, bypass: nil, y) }
        bypass.withPointer(T.self) { T.normalizeGroups(normalization, x, bypass: $0, y) }
      }
    }
    return y
  }

  fileprivate func pullBack<T: Scalar>(_ gradient: Tensor, _: T.Type) {
    let target = Tensor(uninitialized: x.shape, dtype: x.dtype)
    let weightSums = Tensor(uninitialized: weight.shape, dtype: x.dtype)
    let biasSums = Tensor(uninitialized: weight.shape, dtype: x.dtype)
    with(T.self) { normalization, x in
      gradient.withPointer(T.self) { g in
        target.withPointer(T.self) { target in
          weightSums.withPointer(T.self) { weights in
            biasSums.withPointer(T.self) {
              T.normalizeGroupsPullback(normalization, g, x, target, weights: weights, shifts: $0)
            }
          }
        }
      }
    }
    x.receive(target)
    weight.receive(weightSums)
    bias.receive(biasSums)
  }

  private func with<T: Scalar>(_: T.Type, _ body: (GroupNormalization<T>, T.In) -> Void) {
    statistics.withPointer(Double.self) { numbers in
      weight.withPointer(T.self) { w in
        bias.withPointer(T.self) { b in
          x.withPointer(T.self) {
            body(
              GroupNormalization(
                shape: shape, statistics: GroupStatistics(numbers, groups: shape.groups), weights: w, shifts: b,
                isRectified: isRectified, isFixed: isFixed), $0)
          }
        }
      }
    }
  }
}

private final class NormalizedGroupsNode: Node {
  private let groups: NormalizedGroups
  private let bypass: Node?

  init(on tape: Tape, _ groups: consuming NormalizedGroups, bypass: Node?) {
    (self.groups, self.bypass) = (groups, bypass)
    super.init(on: tape)
  }

  override func pullBack(_ gradient: Tensor) {
    bypass?.receive(gradient)
    if gradient.dtype == .float32 {
      groups.pullBack(gradient, Float.self)
    } else {
      groups.pullBack(gradient, Double.self)
    }
  }
}

/// w ŷ + b for each row of the last axis: layer normalisation, or without b root mean square normalisation.
///
/// ŷ = (x − μ)/√(v + ε), with μ and v of the row's numbers; without b μ is 0, and v the mean square.
struct NormalizedRows {
  let x, weight: Tensor
  let bias: Tensor?
  let epsilon: Double

  /// The result, as one operation.
  ///
  /// Derivatives, for the gradient g: w receives Σ g ŷ and b receives Σ g over all rows, x receives
  /// s (g w − mean(g w) − ŷ · mean(g w ŷ)) with the row's means and s = 1/√(v + ε); without b the first mean is left out.
  consuming func result() -> Tensor {
    let statistics = Tensor(uninitialized: [3, x.count / weight.count], dtype: .float64)
    let y = x.dtype == .float32 ? forward(statistics, Float.self) : forward(statistics, Double.self)
    guard let tape = Tape.of(x, weight, bias) else { return y }
    return y.recorded(at: NormalizedRowsNode(on: tape, self, statistics))
  }

  private func forward<T: Scalar>(_ statistics: Tensor, _: T.Type) -> Tensor {
    let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
    with(statistics, T.self) { rows, statistics, weights, x in
      y.withPointer(T.self) { y in
        func normalize(_ shifts: T.In?) {
          T.normalizeRows(
            x, weights: weights, shifts: shifts, rows: rows, columns: weight.count, epsilon: epsilon, y, statistics)
        }
        guard let bias else { return normalize(nil) }
        bias.withPointer(T.self) { normalize($0) }
      }
    }
    return y
  }

  fileprivate func pullBack<T: Scalar>(_ gradient: Tensor, _ statistics: Tensor, _: T.Type) {
    let target = Tensor(uninitialized: x.shape, dtype: x.dtype)
    let weightSums = Tensor(uninitialized: weight.shape, dtype: x.dtype)
    let biasSums = bias.map { Tensor(uninitialized: $0.shape, dtype: x.dtype) }
    with(statistics, T.self) { rows, statistics, weights, x in
      gradient.withPointer(T.self) { g in
        target.withPointer(T.self) { target in
          weightSums.withPointer(T.self) { weightSums in
            func pull(_ biasSums: T.Out?) {
              T.normalizeRowsPullback(
                g, x, weights: weights, statistics, rows: rows, columns: weight.count, target, weightSums: weightSums,
                shiftSums: biasSums)
            }
            guard let biasSums else { return pull(nil) }
            biasSums.withPointer(T.self) { pull($0) }
          }
        }
      }
    }
    x.receive(target)
    weight.receive(weightSums)
    if let bias, let biasSums { bias.receive(biasSums) }
  }

  private func with<T: Scalar>(
    _ statistics: Tensor, _: T.Type, _ body: (_ rows: Int, GroupStatistics, _ weights: T.In, _ x: T.In) -> Void
  ) {
    let rows = x.count / weight.count
    statistics.withPointer(Double.self) { numbers in
      weight.withPointer(T.self) { w in
        x.withPointer(T.self) { body(rows, GroupStatistics(numbers, groups: rows), w, $0) }
      }
    }
  }
}

private final class NormalizedRowsNode: Node {
  private let rows: NormalizedRows
  private let statistics: Tensor

  init(on tape: Tape, _ rows: consuming NormalizedRows, _ statistics: Tensor) {
    (self.rows, self.statistics) = (rows, statistics)
    super.init(on: tape)
  }

  override func pullBack(_ gradient: Tensor) {
    if gradient.dtype == .float32 {
      rows.pullBack(gradient, statistics, Float.self)
    } else {
      rows.pullBack(gradient, statistics, Double.self)
    }
  }
}
