/// A tree of questions "is feature j at most t?" with a number at each leaf, grown by the gains of Newton's method.
///
/// Samples come with a gradient g and a curvature h. A leaf answers with the Newton step −G/H of its samples' sums, and a
/// node is split where that lowers the loss most, level by level, down to a depth:
///
///     gain = G²_left/H_left + G²_right/H_right − G²/H
///
/// Tried are all thresholds half-way between neighbouring values of the node's samples that leave both sides a sum of
/// curvatures; of equal gains the first feature's wins.
///
/// - Source: Chen & Guestrin 2016, arXiv:1603.02754, equations 5 and 7, without their penalties.
public struct RegressionTree: Sendable {
  /// A question, or an answer where there is no question.
  public struct Node: Sendable, Hashable {
    /// What is asked: is this feature at most the threshold?
    public struct Split: Sendable, Hashable {
      /// The number of the feature.
      public let feature: Int
      /// The greatest value that is a yes.
      public let threshold: Double
      /// By how much it lowers twice the loss, to second order.
      public let gain: Double
      /// The places of the nodes for yes and for no.
      public let yes, no: Int
    }

    /// The question; nil at a leaf.
    public fileprivate(set) var split: Split?
    /// −G/H of its samples.
    public let value: Double
  }

  /// The nodes; the first is the root, and children stand behind their parents.
  public private(set) var nodes: [Node] = []
  /// The leaf of each sample that it was grown on.
  private(set) var leaves: [Int]

  /// Grows a tree of at most `depth` questions in a row.
  init(_ columns: SortedColumns, gradients: [Double], curvatures: [Double], depth: Int, leastCurvature: Double) {
    let samples = columns.samples
    leaves = [Int](repeating: 0, count: samples)
    var sums = [Sums()]
    for sample in 0..<samples { sums[0].add(gradients[sample], curvatures[sample]) }
    nodes = [Node(value: sums[0].value)]
    var open = 0..<1
    for _ in 0..<depth {
      guard !open.isEmpty else { break }
      let first = open.lowerBound
      var best = [Candidate?](repeating: nil, count: open.count)
      for feature in 0..<columns.features {
        var left = [Sums](repeating: Sums(), count: open.count)
        var last = [Double](repeating: .nan, count: open.count)
        let start = feature * samples
        for rank in start..<start + samples {
          let sample = columns.order[rank]
          let slot = leaves[sample] - first
          guard slot >= 0 else { continue }
          let value = columns.sorted[rank]
          if value > last[slot] {
            let (whole, yes) = (sums[first + slot], left[slot])
            let no = Sums(gradient: whole.gradient - yes.gradient, curvature: whole.curvature - yes.curvature)
            if yes.curvature >= leastCurvature, no.curvature >= leastCurvature {
              let gain = yes.score + no.score - whole.score
              // Where all samples agree, rounding alone would leave a gain.
              if gain > (best[slot]?.gain ?? 1e-12 * whole.score) {
                let middle = last[slot] + (value - last[slot]) / 2
                best[slot] = Candidate(feature: feature, threshold: middle < value ? middle : last[slot], gain: gain)
              }
            }
          }
          last[slot] = value
          left[slot].add(gradients[sample], curvatures[sample])
        }
      }
      let end = nodes.count
      var children = [Int?](repeating: nil, count: open.count)
      for slot in best.indices where best[slot] != nil {
        children[slot] = sums.count
        sums += [Sums(), Sums()]
      }
      for sample in 0..<samples {
        let slot = leaves[sample] - first
        guard slot >= 0, let candidate = best[slot], let child = children[slot] else { continue }
        let isYes = columns.values[candidate.feature * samples + sample] <= candidate.threshold
        leaves[sample] = isYes ? child : child + 1
        sums[leaves[sample]].add(gradients[sample], curvatures[sample])
      }
      nodes += sums[end...].map { Node(value: $0.value) }
      for (slot, candidate) in best.enumerated() {
        guard let candidate, let child = children[slot] else { continue }
        nodes[first + slot].split = .init(
          feature: candidate.feature, threshold: candidate.threshold, gain: candidate.gain, yes: child, no: child + 1)
      }
      open = end..<nodes.count
    }
  }

  /// The number at the leaf of a sample, whose features lie in a row-major block from an offset on.
  func value(_ scalars: [Double], at offset: Int) -> Double {
    var node = nodes[0]
    while let split = node.split {
      node = nodes[scalars[offset + split.feature] <= split.threshold ? split.yes : split.no]
    }
    return node.value
  }

  private struct Candidate {
    let feature: Int
    let threshold, gain: Double
  }

  private struct Sums {
    var gradient = 0.0, curvature = 0.0

    var score: Double { curvature > 0 ? gradient * gradient / curvature : 0 }
    var value: Double { curvature > 0 ? -gradient / curvature : 0 }

    mutating func add(_ gradient: Double, _ curvature: Double) {
      self.gradient += gradient
      self.curvature += curvature
    }
  }
}

/// Features column by column, as they are and sorted; sorted once for all trees.
struct SortedColumns {
  let samples, features: Int
  /// `[features, samples]`: the values by sample, the samples by value, and the values in that order.
  let values, sorted: [Double]
  let order: [Int]

  init(_ features: Tensor) {
    let (samples, count) = (features.shape[0], features.shape[1])
    let values = features.detached.cast(to: .float64).transposed.scalars
    (self.samples, self.features, self.values) = (samples, count, values)
    order = (0..<count).flatMap { feature in
      (0..<samples).sorted {
        (values[feature * samples + $0], $0) < (values[feature * samples + $1], $1)
      }
    }
    sorted = order.indices.map { [order] in values[$0 / samples * samples + order[$0]] }
  }
}
