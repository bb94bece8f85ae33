import Numerics

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
}

/// A layer with no non-linearity at all, f(x) = slope·x.
struct Line: Stackable {
  let slope: Double

  func callAsFunction(_ x: Double) -> Double { slope * x }

  func derivative(at x: Double) -> Double { slope }
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

/// How steep a stack is: |(fᵏ)′(x)| over x in [0, 1].
struct Steepness: Sendable {
  let depth: Int
  let maximum: Double
  let median: Double
  let shareBelowOne: Double
}

extension Stackable {
  /// The steepness of the stacks of 1, 2, …, `depth` layers, on the midpoints of `points` equal cells and on both ends.
  ///
  /// The ends count for the maximum only: midpoints never meet them, and there a fold's slope is largest.
  func steepness(upTo depth: Int, points: Int) -> [Steepness] {
    var values = (0..<points).map { (Double($0) + 0.5) / Double(points) }
    var slopes = [Double](repeating: 1, count: points)
    return (1...depth).map { layers in
      for index in 0..<points {
        slopes[index] *= abs(derivative(at: values[index]))
        values[index] = self(values[index])
      }
      let sorted = slopes.sorted()
      let ends = max(abs(stacked(layers, at: 0).slope), abs(stacked(layers, at: 1).slope))
      return Steepness(
        depth: layers,
        maximum: max(sorted[points - 1], ends),
        median: (sorted[(points - 1) / 2] + sorted[points / 2]) / 2,
        shareBelowOne: Double(sorted.count { $0 < 1 }) / Double(points))
    }
  }
}

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

/// Everything that is measured on one parabola, for stacks of 1, 2, …, `depth` layers.
struct Study: Sendable {
  let layer: Parabola
  let steepness: [Steepness]
  let landscapes: [Landscape]
  let cycle: AttractingCycle?

  init(of layer: Parabola, depth: Int = 40, points: Int = 200_001) {
    self.layer = layer
    steepness = layer.steepness(upTo: depth, points: points)
    landscapes = layer.landscapes(upTo: depth)
    cycle = layer.attractingCycle()
  }

  /// The steepness of the deepest stack.
  var deepest: Steepness { steepness[steepness.count - 1] }

  /// The landscape of the deepest stack whose turning points were counted.
  var highlands: Landscape { landscapes[landscapes.count - 1] }

  /// The first depth at which the slope is below 1 at half of all inputs, if there is one.
  var crossing: Int? { steepness.first { $0.median < 1 }?.depth }

  /// By which factor the median slope changes per layer over the last half of the layers; 0 if it is 0 before that.
  var medianFactor: Double {
    let half = steepness.count / 2
    guard steepness[half - 1].median > 0 else { return 0 }
    return .pow(steepness[2 * half - 1].median / steepness[half - 1].median, 1 / Double(half))
  }
}
