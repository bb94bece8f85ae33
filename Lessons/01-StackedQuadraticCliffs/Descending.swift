import Descent

/// Gradient descent on one number, the input of a stack: the loss is (fᵏ(x) − target)².
struct StackDescent: Sendable {
  var layer: Parabola
  var depth: Int
  var target = 0.7
  var learningRate = 0.01
  /// The largest size of a gradient that is let through; with one parameter, clipping by value and by norm are the same.
  var clip = Double.infinity
  /// −1 descends; +1 is the sign that the notes print.
  var sign = -1.0

  func loss(at x: Double) -> Double {
    let error = layer.stacked(depth, at: x).value - target
    return error * error
  }

  /// dL/dx = 2·(fᵏ(x) − target)·(fᵏ)′(x).
  func gradient(at x: Double) -> Double {
    let (value, slope) = layer.stacked(depth, at: x)
    return 2 * (value - target) * slope
  }

  /// One update x ← x − η·clip(dL/dx).
  func updated(_ x: Double) -> Double {
    x + sign * learningRate * gradient(at: x).clipped(toMagnitude: clip)
  }

  /// The iterates x₀, x₁, …, x_steps.
  func path(from start: Double, steps: Int) -> [Double] {
    var path = [start]
    for step in 0..<steps { path.append(updated(path[step])) }
    return path
  }
}

/// How one descent ended.
enum Fate: CaseIterable, Sendable {
  /// The loss is below 10⁻³.
  case solved
  /// The output is within 0.01 of a terrace, a flat place whose height is not the target.
  case terrace
  /// Never further than 10⁻⁴ from the start, although the loss is above 10⁻²: a vanished gradient.
  case stuck
  /// Finite, and none of these.
  case elsewhere
  /// The parameter is no number any more: an exploded gradient.
  case nan
}

/// What became of many descents that differ in their start only.
struct Fates: Sendable {
  let count: Int
  var ends: [Fate: Int] = [:]
  /// How many ever left [0, 1], where the stack is tame.
  var departures = 0
  /// For those of them that ended as nan: the largest number of steps from leaving to nan.
  var longestFall = 0

  func share(_ fate: Fate) -> Double { Double(ends[fate, default: 0]) / Double(count) }
}

extension StackDescent {
  /// The fates of `starts` descents from the midpoints of as many equal cells of [0, 1].
  func fates(starts: Int = 2000, steps: Int = 200) -> Fates {
    let terraces = layer.orbit(from: 0.5, depth: depth).dropFirst()
    var fates = Fates(count: starts)
    for index in 0..<starts {
      let start = (Double(index) + 0.5) / Double(starts)
      var x = start
      var farthest = 0.0
      var departure: Int?
      for step in 1...steps where !x.isNaN {
        x = updated(x)
        farthest = max(farthest, abs(x - start))
        if departure == nil, !(0...1).contains(x) { departure = step }
        if x.isNaN, let departure { fates.longestFall = max(fates.longestFall, step - departure) }
      }
      if departure != nil { fates.departures += 1 }
      fates.ends[fate(at: x, movedBy: farthest, terraces), default: 0] += 1
    }
    return fates
  }

  /// The first of these descents that ends as nan, from its last place inside [0, 1] to the nan; nil if none does.
  func firstFall(starts: Int = 2000, steps: Int = 200) -> [Double]? {
    for index in 0..<starts {
      let path = path(from: (Double(index) + 0.5) / Double(starts), steps: steps)
      if let nan = path.firstIndex(where: \.isNaN), let outside = path.firstIndex(where: { !(0...1).contains($0) }) {
        return Array(path[max(0, outside - 1)...nan])
      }
    }
    return nil
  }

  private func fate(at end: Double, movedBy farthest: Double, _ terraces: ArraySlice<Double>) -> Fate {
    if !end.isFinite { return .nan }
    let loss = loss(at: end)
    if loss < 1e-3 { return .solved }
    if farthest < 1e-4, loss > 1e-2 { return .stuck }
    let output = layer.stacked(depth, at: end).value
    return terraces.contains { abs($0 - output) < 0.01 } ? .terrace : .elsewhere
  }
}

/// The layer after which the output of a stack no longer fits a number format, or nil if `depth` layers all fit.
///
/// Double stands in for the smaller formats: what decides is the range, not the precision.
func overflowLayer(of layer: some Stackable, from start: Double, largest: Double, depth: Int = 200) -> Int? {
  layer.orbit(from: start, depth: depth).firstIndex { !(abs($0) <= largest) }
}
