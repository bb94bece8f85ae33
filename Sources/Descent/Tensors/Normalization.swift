import CVectorKernels

/// f(w ŷ + b) + h for groups of numbers, with ŷ = (x − μ) s: batch normalisation, a rectifier f and a bypass h, or none.
///
/// x is seen as `[outer, groups, inner]`: all numbers with one middle index are a group, with its own μ, s, w and b.
/// `statistics` are `[3, groups]`: μ, v and s = 1/√(v + ε), of these numbers or fixed ones. Derivatives, for the gradient g:
/// h receives g. With G = g · f′, w receives Σ G ŷ and b receives Σ G; x receives w s (G − (1/n) Σ G − ŷ · (1/n) Σ G ŷ), or
/// w s G where the statistics are fixed.
///
/// - Source: Ioffe & Szegedy 2015, arXiv:1502.03167, section 3, with the sums simplified.
func normalized(
  _ x: Tensor, _ shape: group_shape, by statistics: Tensor, isFixed: Bool, weight: Tensor, bias: Tensor,
  isRectified: Bool, bypass: Tensor?
) -> Tensor {
  func run<T: Scalar>(_: T.Type) -> Tensor {
    func with(_ body: (GroupNormalization<T>, T.Out) -> Void) {
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
    let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
    with { normalization, x in
      y.withPointer(T.self) { y in
        guard let bypass else { return T.normalizeGroups(normalization, x, bypass: nil, y) }
        bypass.withPointer(T.self) { T.normalizeGroups(normalization, x, bypass: $0, y) }
      }
    }
    return y.recorded(from: [x, weight, bias] + (bypass.map { [$0] } ?? [])) { gradient in
      let target = Tensor(uninitialized: x.shape, dtype: x.dtype)
      let weightSums = Tensor(uninitialized: weight.shape, dtype: x.dtype)
      let biasSums = Tensor(uninitialized: weight.shape, dtype: x.dtype)
      with { normalization, x in
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
      bypass?.receive(gradient)
      x.receive(target)
      weight.receive(weightSums)
      bias.receive(biasSums)
    }
  }
  return x.dtype == .float32 ? run(Float.self) : run(Double.self)
}

/// w ŷ + b for each row of the last axis: layer normalisation, or without b root mean square normalisation.
///
/// ŷ = (x − μ)/√(v + ε), with μ and v of the row's numbers; without b μ is 0, and v the mean square. Derivatives, for the
/// gradient g: w receives Σ g ŷ and b receives Σ g over all rows, x receives s (g w − mean(g w) − ŷ · mean(g w ŷ)) with the
/// row's means and s = 1/√(v + ε); without b the first mean is left out.
func normalizedRows(_ x: Tensor, weight: Tensor, bias: Tensor?, epsilon: Double) -> Tensor {
  let columns = weight.count
  let rows = x.count / columns
  func run<T: Scalar>(_: T.Type) -> Tensor {
    let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
    let statistics = Tensor(uninitialized: [3, rows], dtype: .float64)
    func with(_ body: (GroupStatistics, T.Out, T.Out) -> Void) {
      statistics.withPointer(Double.self) { numbers in
        weight.withPointer(T.self) { w in
          x.withPointer(T.self) { body(GroupStatistics(numbers, groups: rows), w, $0) }
        }
      }
    }
    with { statistics, weights, x in
      y.withPointer(T.self) { y in
        func normalize(_ shifts: T.In?) {
          T.normalizeRows(
            x, weights: weights, shifts: shifts, rows: rows, columns: columns, epsilon: epsilon, y, statistics)
        }
        guard let bias else { return normalize(nil) }
        bias.withPointer(T.self) { normalize($0) }
      }
    }
    return y.recorded(from: [x, weight] + (bias.map { [$0] } ?? [])) { gradient in
      let target = Tensor(uninitialized: x.shape, dtype: x.dtype)
      let weightSums = Tensor(uninitialized: weight.shape, dtype: x.dtype)
      let biasSums = bias.map { Tensor(uninitialized: $0.shape, dtype: x.dtype) }
      with { statistics, weights, x in
        gradient.withPointer(T.self) { g in
          target.withPointer(T.self) { target in
            weightSums.withPointer(T.self) { weightSums in
              func pull(_ biasSums: T.Out?) {
                T.normalizeRowsPullback(
                  g, x, weights: weights, statistics, rows: rows, columns: columns, target, weightSums: weightSums,
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
  }
  return x.dtype == .float32 ? run(Float.self) : run(Double.self)
}
