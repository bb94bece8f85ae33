/// A turning point of a stack on (0, ½]: a place whose output is ½ after `layer` layers.
struct TurningPoint: Sendable {
  let position: Double
  let layer: Int
}

/// How mountainous a stack is on [0, 1].
struct Landscape: Sendable {
  let depth: Int
  /// The number of laps: stretches on which fᵏ only rises or only falls.
  let laps: Int
  /// The sum of all climbs and descents from x = 0 to x = 1.
  let totalVariation: Double
}

extension Fold {
  /// The turning points on (0, ½] of the stack of `depth` layers, ascending; those above ½ are their mirror images.
  ///
  /// By the chain rule the slope of fᵏ changes sign where some output xⱼ, j < k, is ½: at ½, its preimages, their
  /// preimages, and so on. No grid is fine enough to count them. Stops at the last layer that `limit` points allow.
  func turningPoints(depth: Int, limit: Int = 1 << 16) -> (points: [TurningPoint], depth: Int) {
    var points = [TurningPoint(position: 0.5, layer: 0)]
    var newest = [0.5]
    var reached = 1
    while reached < depth, !newest.isEmpty {
      // A preimage of x or of its mirror image 1 − x; one at ½ itself is a turning point already.
      let targets = reached == 1 ? newest : newest + newest.map { 1 - $0 }
      newest = targets.compactMap(lowerPreimage).filter { $0 < 0.5 }
      if points.count + newest.count > limit { return (sorted(points), reached) }
      points += newest.map { TurningPoint(position: $0, layer: reached) }
      reached += 1
    }
    return (sorted(points), depth)
  }

  private func sorted(_ points: [TurningPoint]) -> [TurningPoint] { points.sorted { $0.position < $1.position } }

  /// The landscapes of the stacks of 1, 2, …, `depth` layers, or of as many as `limit` turning points allow.
  ///
  /// A turning point that meets ½ after j layers has the height fᵏ⁻ʲ(½). Evaluating fᵏ there instead would magnify the
  /// rounding of its position by up to rᵏ, which for r = 3.5 reaches the 2⁵³ of a Double at k = 30.
  func landscapes(upTo depth: Int, limit: Int = 1 << 16) -> [Landscape] {
    let (points, reached) = turningPoints(depth: depth, limit: limit)
    let heights = orbit(from: 0.5, depth: reached)
    return (1...reached).map { layers in
      var count = 0
      var height = 0.0
      var variation = 0.0
      for point in points where point.layer < layers {
        let next = heights[layers - point.layer]
        count += 1
        variation += abs(next - height)
        height = next
      }
      // The last point is ½; the other half of the graph mirrors this one.
      return Landscape(depth: layers, laps: 2 * count, totalVariation: 2 * variation)
    }
  }

  /// The graph of the stack, drawn through `points` even cells and through every turning point at its exact height.
  func graph(depth: Int, points: Int) -> (x: [Double], y: [Double]) {
    let heights = orbit(from: 0.5, depth: depth)
    let even = (0...points).map { index in
      let x = Double(index) / Double(points)
      return (x: x, y: stacked(depth, at: x).value)
    }
    let turns = turningPoints(depth: depth).points.flatMap { point in
      [point.position, 1 - point.position].map { (x: $0, y: heights[depth - point.layer]) }
    }
    let all = (even + turns).sorted { $0.x < $1.x }
    return (all.map(\.x), all.map(\.y))
  }

  /// The heights on which all interior peaks and valleys of the stack lie, ascending, those within `tolerance` as one.
  func terraces(depth: Int, tolerance: Double = 0.01) -> [Double] {
    let inside = orbit(from: 0.5, depth: depth).dropFirst().sorted()
    return inside.reduce(into: [Double]()) { terraces, height in
      if let last = terraces.last, height - last <= tolerance { return }
      terraces.append(height)
    }
  }

  /// The largest distance of a peak or valley of the stack, evaluated where it stands, from the nearest fʲ(½), j ≤ k.
  func largestDistanceFromTerraces(depth: Int) -> Double {
    let heights = orbit(from: 0.5, depth: depth).dropFirst()
    return turningPoints(depth: depth).points.map { point in
      let height = stacked(depth, at: point.position).value
      return heights.map { abs(height - $0) }.min() ?? .infinity
    }.max() ?? 0
  }
}

/// The number of laps of k stacked parabolas of r = 3.5, (2k³ − 3k² + 22k + 3·[k odd]) / 12.
///
/// True for all r from 3.49856…, where ½ lies on a cycle of four, to 3.55464…, where it lies on one of eight: in between the
/// outputs of ½ keep their order, and with it how often each of them is met.
func cubicLapCount(depth k: Int) -> Int { (2 * k * k * k - 3 * k * k + 22 * k + (k % 2 == 1 ? 3 : 0)) / 12 }
