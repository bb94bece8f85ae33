import Numerics

// Which numbers pruning removes, as masks for `Parameter.mask`: 1 keeps a number, 0 removes it. Of n numbers, or rows,
// exactly round(amount · n) go, half to even as in PyTorch; of equals the first. Given a parameter's `value`, what is
// covered already is 0 and goes first, so that an amount counts from the whole; given its `tensor`, its old mask makes
// no difference.

/// Masks that remove the smallest numbers by magnitude of all tensors together: one ranking for a whole network.
///
/// ```swift
/// let weights = model.penalizedParameters
/// for (weight, mask) in zip(weights, magnitudeMasks(of: weights.map(\.value), removing: 0.2)) { weight.mask = mask }
/// ```
///
/// - Parameter amount: the share of all numbers that go, 0 … 1.
/// - Precondition: no number is nan.
/// - Source: Han et al. 2015, arXiv:1506.02626; PyTorch's `prune.global_unstructured` with `L1Unstructured`.
public func magnitudeMasks(of tensors: [Tensor], removing amount: Double) -> [Tensor] {
  masks(like: tensors, removing: amount, lowest: tensors.flatMap { $0.scalars.map(abs) })
}

/// A mask that removes the smallest numbers by magnitude of one tensor: a ranking for each layer of its own.
///
/// - Precondition: no number is nan.
/// - Source: PyTorch's `prune.l1_unstructured`.
public func magnitudeMask(of tensor: Tensor, removing amount: Double) -> Tensor {
  magnitudeMasks(of: [tensor], removing: amount)[0]
}

/// Masks that remove numbers at random, of all tensors together.
///
/// - Source: PyTorch's `prune.global_unstructured` with `RandomUnstructured`.
public func randomMasks(of tensors: [Tensor], removing amount: Double, using generator: inout RandomGenerator)
  -> [Tensor]
{
  let count = tensors.reduce(0) { $0 + $1.count }
  return masks(like: tensors, removing: amount, lowest: generator.permutation(of: count).map(Double.init))
}

/// A mask that removes whole rows, those with the smallest norm (Σ|w|ᵖ)^(1/p): a dense layer's units, a convolution's
/// filters.
///
/// - Parameters:
///   - amount: the share of the rows that go, 0 … 1.
///   - axis: along which rows are counted: 0 for rows, 1 for a matrix's columns; a negative one counts from the last.
///   - norm: p, 1 for sums of magnitudes, 2 for Euclidean lengths.
/// - Precondition: no number is nan, and p is finite and above 0.
/// - Source: Li et al. 2016, arXiv:1608.08710; PyTorch's `prune.ln_structured` with `dim` for the axis and `n` for p.
public func rowMask(of tensor: Tensor, removing amount: Double, axis: Int = 0, norm p: Double) -> Tensor {
  checkPositive(p, "The p of a norm")
  let slices = tensor.slices(along: axis)
  var sums = [Double](repeating: 0, count: slices.count)  // in the order of the norms themselves
  for (place, number) in tensor.scalars.enumerated() {
    sums[slices.slice(of: place)] += p == 1 ? abs(number) : p == 2 ? number * number : .pow(abs(number), p)
  }
  return rowMask(like: tensor, slices, removing: amount, lowest: sums)
}

/// A mask that removes whole rows at random.
///
/// - Source: PyTorch's `prune.random_structured`.
public func randomRowMask(
  of tensor: Tensor, removing amount: Double, axis: Int = 0, using generator: inout RandomGenerator
) -> Tensor {
  let slices = tensor.slices(along: axis)
  return rowMask(
    like: tensor, slices, removing: amount, lowest: generator.permutation(of: slices.count).map(Double.init))
}

private func rowMask(like tensor: Tensor, _ slices: Slices, removing amount: Double, lowest scores: [Double]) -> Tensor
{
  let kept = kept(removing: amount, lowest: scores)
  return Tensor(shape: tensor.shape, (0..<tensor.count).map { kept[slices.slice(of: $0)] }, dtype: tensor.dtype)
}

private func masks(like tensors: [Tensor], removing amount: Double, lowest scores: [Double]) -> [Tensor] {
  let kept = kept(removing: amount, lowest: scores)
  var start = 0
  return tensors.map { tensor in
    defer { start += tensor.count }
    return Tensor(shape: tensor.shape, kept[start..<start + tensor.count], dtype: tensor.dtype)
  }
}

/// 0 for the lowest round(amount · n) of n scores, the first of equals, and 1 for the others.
private func kept(removing amount: Double, lowest scores: [Double]) -> [Double] {
  precondition((0...1).contains(amount), "Pruning removes a share between 0 and 1, not \(amount).")
  precondition(!scores.contains(where: \.isNaN), "What is nan cannot be ranked: pruning needs other numbers.")
  let count = Int((amount * Double(scores.count)).rounded(.toNearestOrEven))
  var kept = [Double](repeating: 1, count: scores.count)
  let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
  for place in order.prefix(count) { kept[place] = 0 }
  return kept
}
