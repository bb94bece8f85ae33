/// Which numbers share a mean and a variance: a tensor seen as `[outer, groups, inner]`, where all numbers with one
/// middle index are a group.
///
/// | | outer | groups | inner |
/// | --- | --- | --- | --- |
/// | layer normalisation of `[batch, features]` | 1 | batch | features |
/// | batch normalisation of `[batch, features]` | batch | features | 1 |
/// | batch normalisation of `[batch, channels, height, width]` | batch | channels | height · width |
struct StandardizationGroups {
  let outer, groups, inner: Int

  /// How many numbers are in a group.
  var size: Int { outer * inner }

  /// Calls `body` with each run of neighbouring numbers of one group.
  @inline(__always)
  func forEachRun(_ body: (_ group: Int, _ numbers: Range<Int>) -> Void) {
    var start = 0
    for _ in 0..<outer {
      for group in 0..<groups {
        body(group, start..<start + inner)
        start += inner
      }
    }
  }
}

/// Each number less its group's mean and divided by its group's standard deviation, and these means and variances.
///
///     y = (x − μ)/√(v + ε),   μ = (1/n) Σ x,   v = (1/n) Σ (x − μ)²
///
/// The sums are in double precision, the variance's over differences from the mean, so that a large mean costs nothing.
/// Derivative, for the gradient g: (g − (1/n) Σ g − y · (1/n) Σ g y)/√(v + ε).
///
/// - Source: Ioffe & Szegedy 2015, arXiv:1502.03167, section 3, with the sums simplified.
func standardized(
  _ x: Tensor, _ groups: StandardizationGroups, epsilon: Double
) -> (y: Tensor, means: [Double], variances: [Double]) {
  x.dtype == .float32
    ? standardized(x, groups, epsilon, Float.self) : standardized(x, groups, epsilon, Double.self)
}

private func standardized<T: Scalar>(
  _ x: Tensor, _ groups: StandardizationGroups, _ epsilon: Double, _: T.Type
) -> (y: Tensor, means: [Double], variances: [Double]) {
  guard groups.inner > 1 else { return standardizedColumns(x, groups, epsilon, T.self) }
  let count = Double(groups.size)
  var means = [Double](repeating: 0, count: groups.groups)
  var variances = means
  let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
  x.withPointer(T.self) { x in
    groups.forEachRun { group, numbers in
      means[group] += sum(T.self, x + numbers.lowerBound, numbers.count)
    }
    for group in means.indices { means[group] /= count }
    y.withPointer(T.self) { y in
      groups.forEachRun { group, numbers in
        let mean = means[group]
        for i in numbers { y[i] = T(Double(x[i]) - mean) }
        variances[group] += sumOfSquares(T.self, y + numbers.lowerBound, numbers.count)
      }
    }
    for group in variances.indices { variances[group] /= count }
  }
  let scales = variances.map { 1 / ($0 + epsilon).squareRoot() }
  y.withPointer(T.self) { y in
    groups.forEachRun { group, numbers in
      let scale = T(scales[group])
      for i in numbers { y[i] *= scale }
    }
  }
  let recorded = y.recorded(from: x) { gradient in
    x.receive(standardizationPullback(gradient, y, groups, scales, T.self))
  }
  return (recorded, means, variances)
}

private func standardizationPullback<T: Scalar>(
  _ gradient: Tensor, _ y: Tensor, _ groups: StandardizationGroups, _ scales: [Double], _: T.Type
) -> Tensor {
  let count = Double(groups.size)
  var gradientSums = [Double](repeating: 0, count: groups.groups)
  var productSums = gradientSums
  let result = Tensor(uninitialized: y.shape, dtype: y.dtype)
  gradient.withPointer(T.self) { g in
    y.withPointer(T.self) { y in
      result.withPointer(T.self) { target in
        groups.forEachRun { group, numbers in
          for i in numbers { target[i] = g[i] * y[i] }
          gradientSums[group] += sum(T.self, g + numbers.lowerBound, numbers.count)
          productSums[group] += sum(T.self, target + numbers.lowerBound, numbers.count)
        }
        groups.forEachRun { group, numbers in
          let (mean, slope) = (T(gradientSums[group] / count), T(productSums[group] / count))
          let scale = T(scales[group])
          for i in numbers { target[i] = (g[i] - mean - y[i] * slope) * scale }
        }
      }
    }
  }
  return result
}

/// Where each group is a column, as in batch normalisation of features: runs of one number are not worth a call each.
private func standardizedColumns<T: Scalar>(
  _ x: Tensor, _ groups: StandardizationGroups, _ epsilon: Double, _: T.Type
) -> (y: Tensor, means: [Double], variances: [Double]) {
  let (rows, columns) = (groups.outer, groups.groups)
  var means = [Double](repeating: 0, count: columns)
  var (variances, scales) = (means, means)
  let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
  means.withUnsafeMutableBufferPointer { means in
    variances.withUnsafeMutableBufferPointer { variances in
      scales.withUnsafeMutableBufferPointer { scales in
        guard let m = means.baseAddress, let v = variances.baseAddress, let s = scales.baseAddress else { return }
        x.withPointer(T.self) { x in
          y.withPointer(T.self) { y in
            T.standardizeColumns(
              x, rows: rows, columns: columns, epsilon: epsilon, y,
              ColumnStatistics(means: m, variances: v, scales: s))
          }
        }
      }
    }
  }
  let recorded = y.recorded(from: x) { [scales] gradient in
    let result = Tensor(uninitialized: y.shape, dtype: y.dtype)
    gradient.withPointer(T.self) { g in
      y.withPointer(T.self) { y in
        result.withPointer(T.self) {
          T.standardizeColumnsPullback(g, y, rows: rows, columns: columns, scales: scales, $0)
        }
      }
    }
    x.receive(result)
  }
  return (recorded, means, variances)
}

/// x · scale + shift for each column of the last axis: the second half of batch and of layer normalisation.
///
/// x is `[…, features]`, scale and shift are `[features]`. Derivatives, for the gradient g: g · scale by x, and over all
/// rows Σ g x by the scale and Σ g by the shift.
func scaledAndShifted(_ x: Tensor, by scale: Tensor, _ shift: Tensor) -> Tensor {
  checkSameDType(x, scale, "Normalisation")
  checkSameDType(x, shift, "Normalisation")
  return x.dtype == .float32
    ? scaledAndShifted(x, scale, shift, Float.self) : scaledAndShifted(x, scale, shift, Double.self)
}

private func scaledAndShifted<T: Scalar>(_ x: Tensor, _ scale: Tensor, _ shift: Tensor, _: T.Type) -> Tensor {
  let columns = scale.count
  let rows = x.count / columns
  let y = Tensor(uninitialized: x.shape, dtype: x.dtype)
  x.withPointer(T.self) { x in
    scale.withPointer(T.self) { scale in
      shift.withPointer(T.self) { shift in
        y.withPointer(T.self) {
          T.scaleAndShiftColumns(x, rows: rows, columns: columns, scales: scale, shifts: shift, $0)
        }
      }
    }
  }
  return y.recorded(from: [x, scale, shift]) { gradient in
    let target = Tensor(uninitialized: x.shape, dtype: x.dtype)
    let scaleSums = Tensor(uninitialized: scale.shape, dtype: x.dtype)
    let shiftSums = Tensor(uninitialized: shift.shape, dtype: x.dtype)
    gradient.withPointer(T.self) { g in
      x.withPointer(T.self) { x in
        scale.withPointer(T.self) { scale in
          target.withPointer(T.self) { target in
            scaleSums.withPointer(T.self) { scaleSums in
              shiftSums.withPointer(T.self) {
                T.scaleAndShiftColumnsPullback(
                  g, x, rows: rows, columns: columns, scales: scale, target, scaleSums: scaleSums, shiftSums: $0)
              }
            }
          }
        }
      }
    }
    x.receive(target)
    scale.receive(scaleSums)
    shift.receive(shiftSums)
  }
}

// Short runs are not worth a call.

@inline(__always)
private func sum<T: Scalar>(_: T.Type, _ x: T.In, _ count: Int) -> Double {
  if count >= 8 { return T.sum(x, count) }
  var total = 0.0
  for i in 0..<count { total += Double(x[i]) }
  return total
}

@inline(__always)
private func sumOfSquares<T: Scalar>(_: T.Type, _ x: T.In, _ count: Int) -> Double {
  if count >= 8 { return T.sumOfSquares(x, count) }
  var total = 0.0
  for i in 0..<count { total += Double(x[i]) * Double(x[i]) }
  return total
}
