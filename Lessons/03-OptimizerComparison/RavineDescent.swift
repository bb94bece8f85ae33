import Datasets
import Descent
import Notebook
import Numerics

/// The points θ₀ … θ_steps (`steps + 1` of them) of an optimizer's way down a surface, in double precision.
func descend(
  _ surface: some Surface, from start: SIMD2<Double>, by optimizer: any Optimizer, steps: Int
) -> [SIMD2<Double>] {
  var path = [start]
  path.reserveCapacity(steps + 1)
  follow(surface, from: start, by: optimizer, steps: steps) { point in
    path.append(point)
    return true
  }
  return path
}

/// Takes up to `steps` steps down a surface, for as long as `visit` wants the next one.
func follow(
  _ surface: some Surface, from start: SIMD2<Double>, by optimizer: any Optimizer, steps: Int,
  _ visit: (SIMD2<Double>) -> Bool
) {
  var optimizer = optimizer
  let parameter = Parameter("point", Tensor([start.x, start.y], dtype: .float64))
  var point = start
  for _ in 0..<steps {
    let slope = surface.gradient(point.x, point.y)
    let gradient = Tensor([slope.x, slope.y], dtype: .float64)
    optimizer.update(parameter, with: Gradients(names: [parameter.name], tensors: [gradient]))
    point = SIMD2(parameter.tensor[0], parameter.tensor[1])
    if !visit(point) { return }
  }
}

/// A ravine, the point where all runs start, and when a run counts as settled.
struct RavineTask: Sendable {
  let ravine: Ravine
  /// (10, 1) in the ravine's own axes: each of them holds half of the height.
  let start: SIMD2<Double>
  /// Settled is below this share of the height at the start, from some step on until the horizon.
  let limit = 1e-6
  /// A run that has not settled after so many steps counts as never settling.
  let horizon = 2000

  init(rotation: Double = 0) {
    ravine = Ravine(rotation: rotation)
    let point = ravine.point(10, 1)
    start = SIMD2(point.x, point.y)
  }

  /// Whether the ravine lies along x or along y, where scaling the axes apart can even it out.
  var isAlongAxes: Bool { ravine.rotation.truncatingRemainder(dividingBy: 90) == 0 }

  /// The height as a share of the height at the start.
  func share(at point: SIMD2<Double>) -> Double {
    ravine.value(point.x, point.y) / ravine.value(start.x, start.y)
  }

  /// The shares of the height at θ₀ … θ_steps.
  func shares(by optimizer: any Optimizer, steps: Int) -> [Double] {
    descend(ravine, from: start, by: optimizer, steps: steps).map(share)
  }

  /// Runs to the horizon, or until the run is lost.
  func run(_ setting: Setting) -> RavineRun {
    var (step, lastAbove, share) = (0, 0, 1.0)
    follow(ravine, from: start, by: setting.optimizer, steps: horizon) { point in
      step += 1
      share = self.share(at: point)
      if !(share < limit) { lastAbove = step }
      return share < 1e12
    }
    return RavineRun(setting: setting, steps: lastAbove < step ? lastAbove + 1 : nil, share: share)
  }

  /// Runs with many learning rates, eight to an octave.
  func sweep(_ method: Method) -> RavineSweep {
    let settings = (-80...24).map { Setting(method: method, learningRate: Double.exp2(Double($0) / 8)) }
    return RavineSweep(runs: settings.map(run))
  }
}

/// What became of a run in the ravine.
struct RavineRun: Sendable {
  let setting: Setting
  /// The first step from which the run stays settled up to the horizon; nil if there is none.
  ///
  /// The first step below the limit would not do: a run that swings through the minimum is below it for a moment.
  let steps: Int?
  /// The share of the height at the end.
  let share: Double

  var name: String { setting.method.name }
  /// The steps in words: "123" or "never".
  var settling: String { steps.map { "\($0)" } ?? "never" }
}

extension ByMethod<RavineRun> {
  /// Whether momentum settles in fewer steps than gradient descent, as it does unless its β is close to 0 or to 1.
  var hasQuickMomentum: Bool {
    guard let steps = momentum.steps else { return false }
    return descent.steps.map { steps < $0 } ?? true
  }
}

/// The runs of one method in a ravine, by learning rate.
struct RavineSweep: Sendable {
  let runs: [RavineRun]

  /// The run that settles first; if none does, the one that ends lowest.
  var best: RavineRun {
    runs.reduce(runs[0]) { best, run in
      (run.steps ?? .max, run.share) < (best.steps ?? .max, best.share) ? run : best
    }
  }

  /// The least and the greatest learning rate that take at most twice the fewest steps; nil if none settles.
  var window: ClosedRange<Double>? {
    guard let fewest = best.steps else { return nil }
    let good = runs.filter { run in run.steps.map { $0 <= 2 * fewest } ?? false }.map(\.setting.learningRate)
    return good[0]...good[good.count - 1]
  }
}

/// Where the gradient points and where the update goes, at the first points of one run.
struct Directions: Sendable {
  let points, descents, updates: [SIMD2<Double>]
  /// The mean angle between steepest descent and the way to the minimum, in degrees.
  let gradientAngle: Double
  /// The mean angle between the update and the way to the minimum, in degrees.
  let updateAngle: Double

  /// Both angles in words: "73° → 42°".
  var turn: String { "\(fixed(gradientAngle, 0))° → \(fixed(updateAngle, 0))°" }

  init(_ task: RavineTask, by optimizer: any Optimizer, count: Int = 20) {
    let path = descend(task.ravine, from: task.start, by: optimizer, steps: count)
    points = Array(path[..<count])
    updates = points.indices.map { path[$0 + 1] - path[$0] }
    descents = points.map { point in
      let slope = task.ravine.gradient(point.x, point.y)
      return -SIMD2(slope.x, slope.y)
    }
    gradientAngle = points.indices.reduce(0) { [descents, points] in
      $0 + degrees(between: descents[$1], and: -points[$1]) / Double(count)
    }
    updateAngle = points.indices.reduce(0) { [updates, points] in
      $0 + degrees(between: updates[$1], and: -points[$1]) / Double(count)
    }
  }
}

/// The angle between two vectors, from 0° to 180°.
func degrees(between a: SIMD2<Double>, and b: SIMD2<Double>) -> Double {
  abs(Double.atan2(y: a.x * b.y - a.y * b.x, x: (a * b).sum())) * 180 / .pi
}
