import Datasets
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Color {
  static let training = Color.orange
  static let validation = Color.blue
  static let kept = Color.vermilion
}

private let theory = LineStyle(width: 1.5, pattern: .dashed)

/// Descent on two weights as a film: the path in the plane, and both losses by step.
func pathFigure(steps: Int = 64) -> Figure {
  let path = TwoWeights.path(steps: steps)
  let (xs, ys) = (evenly(-0.1...1.4, count: 76), evenly(-0.1...1.7, count: 61))
  let ridge = evenly(-4...2, count: 80).map { TwoWeights.ridge(.pow(10, $0)) }
  let time = (0...steps).map(Double.init)
  func losses(_ center: SIMD2<Double>) -> [Double] { path.map { TwoWeights.loss($0, around: center) } }
  let test = losses(TwoWeights.truth)
  let best = test.indices.min { test[$0] < test[$1] } ?? 0
  return Figure(
    "path", title: "Descent passes close by the truth and walks on", columns: 2,
    animation: Animation(
      frames: steps / 2, secondsPerFrame: 0.12, captions: (1...steps / 2).map { "step \(2 * $0)" }),
    panels: [
      Panel(
        x: Axis("weight 1", range: -0.1...1.4), y: Axis("weight 2", range: -0.1...1.7), legend: .none,
        .contours(
          x: xs, y: ys, z: ys.map { y in xs.map { TwoWeights.loss(SIMD2($0, y), around: TwoWeights.minimum) } },
          levels: [0.005, 0.02, 0.05, 0.1, 0.2, 0.4], labelled: false),
        .whole(
          .line(x: ridge.map(\.x), y: ridge.map(\.y), color: .black, style: theory, column: "ridge"),
          .text("ridge", at: (0.86, 0.55), alignment: .right)),
        .trajectory(x: path.map(\.x), y: path.map(\.y), color: .training, dots: true, column: "descent"),
        .whole(
          .points(
            x: [TwoWeights.truth.x], y: [TwoWeights.truth.y], color: .kept, shape: .diamond, size: 2.2, column: "truth"),
          .text("truth", at: (1.07, 0.5), color: .kept),
          .points(x: [TwoWeights.minimum.x], y: [TwoWeights.minimum.y], color: .black, column: "minimum"),
          .text("least training loss", at: (0.95, 1.6), alignment: .right))),
      Panel(
        x: Axis("step"), y: Axis("loss", scale: .log, range: 1e-4...1), legend: .direct,
        .line(x: time, y: losses(TwoWeights.minimum), label: "training", color: .training),
        .line(x: time, y: test, label: "test", color: .validation),
        .whole(.vertical(Double(best), label: "step \(best)", color: .kept))),
    ])
}

/// The risk of stopped descent and of ridge at λ = 1/(ηt), by step.
func riskFigure(_ task: Biopsies, places: [Int]) -> Figure {
  let x = places.map(Double.init)
  let dots = places.indices.filter { $0 % 4 == 0 }
  let measured = task.measuredRisk(at: dots.map { places[$0] })
  return Figure(
    "risk", title: "More steps act as a smaller penalty does: the risk falls, then rises",
    Panel(
      x: Axis("step t", scale: .log), y: Axis("risk", scale: .log), legend: .inside(.topRight),
      .points(
        x: dots.map { x[$0] }, y: measured, label: "descent, measured", color: .training, size: 1.1),
      .line(x: x, y: task.descentRisk(at: places), label: "descent, theory", color: .black, style: theory),
      .line(
        x: x, y: places.map { task.ridgeRisk(1 / (task.rate * Double($0))) }, label: "ridge, theory",
        color: .validation, style: theory)))
}

/// The two plots that one watches, for right labels and for partly wrong ones.
func curvesFigure(_ trials: Trials<Labels, Run>, wrong: String, onlyTheLossTurns: Bool) -> Figure {
  let x = (1...Run.epochs).map(Double.init)
  func panel(_ labels: Labels, _ y: Axis, _ property: (Score) -> Double) -> Panel {
    let runs = trials[labels]
    func summary(_ part: KeyPath<LearningCurves, [Score]>) -> SeriesSummary {
      SeriesSummary(of: runs.all.map { run in run.curves[keyPath: part].map(property) })
    }
    let (training, validation) = (summary(\.training), summary(\.validation))
    let best = Int(Summary(of: runs.all.map { Double($0.best) }).median)
    return Panel(
      labels == .right ? "all labels right" : wrong, x: Axis("epoch", scale: .log), y: y, legend: .direct,
      .line(x: x, y: training.mean, label: "training", color: .training),
      .summaries(x: x, validation.places, label: "validation", color: .validation, points: false),
      .points(x: [x[best]], y: [validation.mean[best]], color: .kept, shape: .diamond, size: 2.2, column: "kept"))
  }
  let loss = Axis("loss / lowest validation loss", minimum: 0, maximum: nil)
  let ownLoss = Axis("loss / lowest validation loss", range: 0...2)
  let accuracy = Axis("digits read", unit: "%", range: 0...100)
  func lossPanel(_ labels: Labels, _ y: Axis) -> Panel {
    let unit = lowestLoss(trials[labels])
    return panel(labels, y) { $0.loss / unit }
  }
  func accuracyPanel(_ labels: Labels) -> Panel { panel(labels, accuracy) { 100 * $0.accuracy } }
  return Figure(
    "curves",
    title: onlyTheLossTurns
      ? "With wrong labels the accuracy turns too; with right labels only the loss does"
      : "Loss and accuracy by epoch, with right labels and with wrong ones",
    columns: 2,
    panels: [
      lossPanel(.right, ownLoss), lossPanel(.partlyWrong, loss),
      accuracyPanel(.right), accuracyPanel(.partlyWrong),
    ])
}

/// The test accuracy of the kept and of the last weights against the patience.
func patienceFigure(_ runs: Runs<Run>, isFlat: Bool) -> Figure {
  let patiences = [1, 2, 3, 5, 10, 20, Run.epochs]
  let colors: [Waiting: Color] = [.keptByLoss: .kept, .keptByAccuracy: .sky, .lastByLoss: .black]
  return Figure(
    "patience",
    title: isFlat
      ? "With a checkpoint patience costs time; without one, accuracy" : "Test digits read, by patience",
    Panel(
      x: Axis(
        "patience in epochs", scale: .log,
        ticks: patiences.map { .init(Double($0), $0 == Run.epochs ? "never" : "\($0)") }),
      y: Axis("test digits read", unit: "%"), legend: .direct,
      marks: Waiting.allCases.map { waiting in
        let (x, y) = (patiences.map(Double.init), patiences.map { waiting.accuracy(runs, patience: $0) })
        guard waiting != .keptByAccuracy else {
          return .line(x: x, y: y.map(\.mean), label: waiting.rawValue, color: colors[waiting])
        }
        return .summaries(x: x, y, label: waiting.rawValue, color: colors[waiting])
      }))
}
