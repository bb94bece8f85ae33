import Datasets
import Descent
import Experiments
import Numerics

// MARK: - The slope of a stack

/// How steep a stack is: |(fᵏ)′(x)| over x in [0, 1].
struct Steepness: Sendable {
  let depth: Int
  let maximum: Double
  let median: Double
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
        median: (sorted[(points - 1) / 2] + sorted[points / 2]) / 2)
    }
  }
}

/// What is measured on one parabola, for stacks of 1, 2, …, `depth` layers.
struct StackRun: Sendable {
  let layer: Parabola
  let steepness: [Steepness]
  let laps: [Int]
  let cycle: AttractingCycle?

  init(of layer: Parabola, depth: Int = 40, points: Int = 200_001) {
    self.layer = layer
    steepness = layer.steepness(upTo: depth, points: points)
    laps = layer.laps(upTo: depth)
    cycle = layer.attractingCycle()
  }

  /// The steepness of the deepest stack.
  var deepest: Steepness { steepness[steepness.count - 1] }

  /// The first depth from which on the slope is below 1 at half of all inputs, if there is one.
  var crossing: Int? {
    guard deepest.median < 1 else { return nil }
    return 1 + (steepness.last { $0.median >= 1 }?.depth ?? 0)
  }

  /// By which factor the median slope changes per layer over the last half of the layers; 0 if it is 0 before that.
  var medianFactor: Double {
    let half = steepness.count / 2
    guard steepness[half - 1].median > 0 else { return 0 }
    return .pow(steepness[2 * half - 1].median / steepness[half - 1].median, 1 / Double(half))
  }
}

// MARK: - Descents

/// Gradient descent on one number, the input of a stack: the loss is (fᵏ(x) − target)².
struct StackDescent: Sendable {
  var layer: Parabola
  var depth: Int
  var target = 0.7
  var learningRate = 0.01
  /// The largest size of a gradient that is let through; with one parameter, clipping by value and by norm are the same.
  var clip = Double.infinity

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
  func updated(_ x: Double) -> Double { x - learningRate * gradient(at: x).clipped(toMagnitude: clip) }

  /// The iterates x₀, x₁, …, x_steps.
  func path(from start: Double, steps: Int) -> [Double] {
    var path = [start]
    for step in 0..<steps { path.append(updated(path[step])) }
    return path
  }
}

/// How one descent ended.
///
/// Solved: the loss is below 10⁻³. Stuck: never further than 10⁻⁴ from the start, with a loss above 10⁻². Terrace: the
/// output is within 0.01 of one. Nan: the parameter is no number any more. Elsewhere: none of these.
enum Fate: CaseIterable, Sendable { case solved, terrace, stuck, elsewhere, nan }

/// What became of many descents that differ in their start only.
struct Fates: Sendable {
  let count: Int
  var ends: [Fate: Int] = [:]
  /// How many ever left [0, 1], where the stack is tame.
  var departures = 0
  /// For those of them that ended as nan: the largest number of steps from leaving to nan.
  var longestFall = 0

  func share(_ fate: Fate) -> Double { Double(ends[fate, default: 0]) / Double(count) }
  func percent(_ fate: Fate) -> Double { Double(100 * ends[fate, default: 0]) / Double(count) }
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

  private func fate(at end: Double, movedBy farthest: Double, _ terraces: ArraySlice<Double>) -> Fate {
    if !end.isFinite { return .nan }
    let loss = loss(at: end)
    if loss < 1e-3 { return .solved }
    if farthest < 1e-4, loss > 1e-2 { return .stuck }
    let output = layer.stacked(depth, at: end).value
    return terraces.contains { abs($0 - output) < 0.01 } ? .terrace : .elsewhere
  }
}

// MARK: - A network

/// Hidden layers of one activation, their weights drawn from N(0, g²/n) for n inputs and the gain g, without biases.
struct Design: Hashable, Sendable {
  let activation: Activation
  let gain: Double
  let depth: Int
}

/// The loss of a random network for a few digits while the weights of its first layer turn from one draw to another.
///
///     W(φ) = W cos φ + W′ sin φ,   φ from 0 to π/2: no weight becomes larger on the way.
struct NetworkRun: Sendable {
  let angles: [Double]
  /// The mean loss at each angle.
  let losses: [Double]
  /// |dL/dφ| at each angle.
  let slopes: [Double]

  var medianSlope: Double { Summary(of: slopes).median }
  var largestSlope: Double { Summary(of: slopes).maximum }
  /// The largest slope over the median one.
  var unevenness: Double { largestSlope / medianSlope }

  init(_ design: Design, digits: Digits, points: Int, samples: Int = 8, width: Int = 64, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed, centred: true)
    var generator = task.generator
    func draw(_ inputs: Int, _ outputs: Int) -> Tensor {
      Initialization.lecunNormal(fanIn: inputs, fanOut: outputs, using: &generator)
    }
    let shown = task.training[0..<samples]
    // The sums of the first layer turn with its weights: z(φ) = z cos φ + z′ sin φ.
    let sums = (0..<2).map { _ in
      matmul(shown.pixels, (draw(Digits.pixelCount, width) * design.gain).transposed)
    }
    let hidden = (1..<design.depth).map { index in
      Dense(
        "hidden.\(index)", weight: draw(width, width) * design.gain, bias: .zeros([width]),
        activation: design.activation)
    }
    let output = Dense("output", weight: draw(width, Digits.classCount), bias: .zeros([Digits.classCount]))
    let angles = evenly(0...Double.pi / 2, count: points)
    func turned(_ first: (Double) -> Double, _ second: (Double) -> Double) -> Tensor {
      concatenate(angles.map { sums[0] * first($0) + sums[1] * second($0) }, axis: 0)
    }
    let labels = angles.flatMap { _ in shown.labels }
    func byAngle(_ values: Tensor) -> [Double] { values.reshaped([points, samples]).mean(axes: [1]).scalars }
    var each: [Double] = []
    let (_, gradient) = valueAndGradient(at: turned(Double.cos, Double.sin)) { sums in
      let answer = output(hidden.reduce(design.activation(sums)) { $1($0) })
      let losses = softmaxCrossEntropy(answer, labels: labels, reduction: .none)
      each = byAngle(losses.detached)
      return losses.sum()
    }
    self.angles = angles
    losses = each
    slopes = byAngle((gradient * turned({ -Double.sin($0) }, Double.cos)).sum(axes: [1])).map { abs($0) }
  }
}
