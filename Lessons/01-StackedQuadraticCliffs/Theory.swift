import Numerics

// What can be worked out without running: the layers, their turning points and the cycle that draws the outputs in.

/// A layer that can be stacked: a function of one number, applied to its own output again and again.
protocol Stackable: Sendable {
  func callAsFunction(_ x: Double) -> Double
  /// The slope at `x`; at a kink, the slope to its right.
  func derivative(at x: Double) -> Double
}

/// A layer that rises on [0, ½] from 0 and falls back as its mirror image: f(1 − x) = f(x).
protocol Fold: Stackable {
  /// The point of [0, ½] that the layer sends to `y`, if `y` is not above its top.
  func lowerPreimage(of y: Double) -> Double?
}

/// The quadratic layer f(x) = r·x·(1 − x), which sends [0, 1] into [0, r/4]: the logistic map.
struct Parabola: Fold {
  let r: Double

  // Factored on purpose: for huge x, −r·x² + r·x is −∞ + ∞ = nan where this form is −∞.
  func callAsFunction(_ x: Double) -> Double { r * x * (1 - x) }

  func derivative(at x: Double) -> Double { r * (1 - 2 * x) }

  func lowerPreimage(of y: Double) -> Double? {
    let discriminant = 1 - 4 * y / r
    // The root (1 − √d)/2 of r·x·(1 − x) = y, without its cancellation for small y.
    return discriminant < 0 ? nil : 2 * y / (r * (1 + discriminant.squareRoot()))
  }
}

/// Two ReLUs that make a tent, f(x) = 2·relu(x) − 4·relu(x − ½): up with slope 2, down with slope −2.
struct ReLUTent: Fold {
  func callAsFunction(_ x: Double) -> Double { 2 * max(x, 0) - 4 * max(x - 0.5, 0) }

  func derivative(at x: Double) -> Double { (x >= 0 ? 2 : 0) - (x >= 0.5 ? 4 : 0) }

  func lowerPreimage(of y: Double) -> Double? { y > 1 ? nil : y / 2 }

  /// sin²(πu/2): where the tent's point u lies on the parabola of r = 4, which does there what the tent does to u.
  static func parabolaPoint(of u: Double) -> Double {
    let sine = Double.sin(.pi * u / 2)
    return sine * sine
  }
}

extension Stackable {
  /// The stack of `depth` equal layers at `x`: fᵏ(x) and, by the chain rule, (fᵏ)′(x) = f′(x₀)·f′(x₁)⋯f′(xₖ₋₁).
  func stacked(_ depth: Int, at x: Double) -> (value: Double, slope: Double) {
    var value = x
    var slope = 1.0
    for _ in 0..<depth {
      slope *= derivative(at: value)
      value = self(value)
    }
    return (value, slope)
  }

  /// The outputs x₀ = x, x₁ = f(x₀), … of the first `depth` layers (`depth + 1` values).
  func orbit(from x: Double, depth: Int) -> [Double] {
    var values = [x]
    for layer in 0..<depth { values.append(self(values[layer])) }
    return values
  }
}

// MARK: - Folds

/// A turning point of a stack on (0, ½]: a place whose output is ½ after `layer` layers.
struct TurningPoint: Sendable {
  let position: Double
  let layer: Int
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

  /// The numbers of laps of the stacks of 1, 2, …, `depth` layers, or of as many as `limit` turning points allow.
  ///
  /// A lap is a stretch on which fᵏ only rises or only falls; the two halves of [0, 1] mirror each other.
  func laps(upTo depth: Int, limit: Int = 1 << 16) -> [Int] {
    let (points, reached) = turningPoints(depth: depth, limit: limit)
    return (1...reached).map { layers in 2 * points.count { $0.layer < layers } }
  }

  /// The graph of the stack, drawn through `points` even cells and through every turning point at its exact height.
  ///
  /// A turning point that meets ½ after j layers has the height fᵏ⁻ʲ(½). Evaluating fᵏ there instead would magnify the
  /// rounding of its position by up to rᵏ.
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
}

// MARK: - Cycles

/// A cycle of points that the layer visits in turn and that draws its neighbours in.
struct AttractingCycle: Sendable {
  let points: [Double]
  /// The slope of one whole turn: the product of f′ over the cycle, below 1 in size.
  let multiplier: Double

  /// By which factor the slope shrinks per layer once the outputs are on the cycle: |multiplier|^(1/period).
  var shrinkPerLayer: Double { .pow(abs(multiplier), 1 / Double(points.count)) }
}

extension Parabola {
  /// The cycle that attracts almost every start of (0, 1), if there is one: where the turning point ½ ends up (Fatou).
  func attractingCycle(longest: Int = 64) -> AttractingCycle? {
    var start = 0.5
    for _ in 0..<20_000 { start = self(start) }
    let orbit = orbit(from: start, depth: longest)
    // 1e-12 is far above the rounding of a contracting cycle, far below the distance of two points of a short one.
    guard let period = (1...longest).first(where: { abs(orbit[$0] - start) < 1e-12 }) else { return nil }
    let points = Array(orbit[..<period])
    let multiplier = points.map(derivative).reduce(1, *)
    return abs(multiplier) < 1 ? AttractingCycle(points: points, multiplier: multiplier) : nil
  }
}
