import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Recipe {
  /// "gain √2".
  var gainWords: String {
    switch gain {
    case 2.squareRoot(): "gain √2"
    case 1.0 / 3: "gain ⅓"
    case Activation.sigmoid.rightGain: "gain \(fixed(gain, 1))"
    default: "gain \(plain(gain))"
    }
  }
  /// "tanh, gain 1".
  var words: String { "\(activation.words), \(gainWords)" }
}

extension Activation {
  var words: String {
    switch self {
    case .identity: "linear"
    case .relu: "ReLU"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .gelu: "GELU"
    case .geluTanh: "GELU by tanh"
    case .silu: "SiLU"
    case .softplus: "softplus"
    }
  }

  fileprivate var color: Color {
    switch self {
    case .identity: .grey
    case .relu: .blue
    case .tanh: .purple
    case .sigmoid: .vermilion
    case .gelu, .geluTanh, .silu, .softplus: .green
    }
  }
}

/// The factor per layer by the gain of the weights: dots measured, dashes theory, and where each activation crosses 1.
func factorsFigure(_ sweep: Trials<Network, Run>, own: (network: Network, runs: Runs<Run>)) -> Figure {
  let (depth, inputSquare) = (sweep.arms[0].depth, sweep[sweep.arms[0]].inputSquare.mean)
  let (gain, factor) = (own.network.recipe.gain, own.runs.backward.mean)
  let (least, greatest) = (min(0.09, gain / 1.5), max(25, gain * 1.5))
  let gains = evenly(.log10(least)...(.log10(greatest)), count: 60).map { Double.pow(10, $0) }
  let curves = [Activation.relu, .tanh, .sigmoid].flatMap { activation -> [Mark] in
    let networks = sweep.arms.filter { $0.recipe.activation == activation }
    return [
      .line(
        x: gains, y: gains.map { Recipe(activation, $0).factor(depth: depth, inputSquare: inputSquare) },
        label: activation.words, color: activation.color, style: .dashed),
      .points(
        x: networks.map(\.recipe.gain), y: networks.map { sweep[$0].backward.mean }, color: activation.color,
        column: "\(activation.words) measured"),
    ]
  }
  let right = [Activation.tanh, .relu, .sigmoid].map { activation -> Mark in
    let gain = activation.rightGain
    let isLeft = activation == .tanh
    return .group([
      .points(
        x: [gain], y: [1], color: activation.color, shape: .diamond, size: 1.8, column: "\(activation.words) right gain"
      ),
      .text(
        Recipe(activation, gain).gainWords, at: (isLeft ? gain / 1.08 : gain * 1.06, isLeft ? 1.4 : 0.72),
        color: activation.color.readable, alignment: isLeft ? .right : .left),
    ])
  }
  return Figure(
    "factors", title: "A factor of 1 keeps the gradient; each activation has its own gain",
    Panel(
      x: Axis("gain of the weights", scale: .log, range: least...greatest),
      y: Axis("factor per layer", scale: .log, range: min(0.02, factor / 2)...max(20, factor * 2)), legend: .direct,
      marks: [
        .horizontal(1, color: .black), .text("explodes", at: (0.1, 1.4)), .text("vanishes", at: (0.1, 0.7)),
      ] + curves + right + [
        .points(
          x: [gain], y: [factor], color: .black, shape: .ring, size: 2.4, column: "own network")
      ]))
}

/// What is left of the gradient on the way back, and of the digits' differences on the way forward.
func lossesFigure(
  _ networks: [(network: Network, color: Color)], _ trials: Trials<Network, Run>, theory: Double
) -> Figure {
  let depth = networks[0].network.depth
  func panel(_ title: String, _ x: String, _ y: String, _ series: (Run) -> [Double]) -> Panel {
    Panel(
      title, x: Axis(x), y: Axis(y, scale: .log, range: 1e-7...3), legend: .direct,
      marks: networks.map { network, color in
        let curves = SeriesSummary(of: trials[network].all.map { series($0).map { .log10($0) } })
        return .summaries(
          x: curves.places.indices.map(Double.init), mean: curves.mean.map { .pow(10, $0) },
          lower: curves.minimum.map { .pow(10, $0) }, upper: curves.maximum.map { .pow(10, $0) },
          label: network.recipe.words, color: color)
      } + [
        .curve(over: 0...Double(depth - 1), style: LineStyle(width: 1, pattern: .dashed), column: "theory") {
          .pow(theory, $0)
        }
      ])
  }
  return Figure(
    "losses", title: "Both lose the same gradient; only the sigmoids lose the digits", columns: 2, shared: .y,
    panels: [
      panel("backward: the gradient", "layers passed on the way back", "share that is left") { run in
        run.gradients.reversed().map { $0 / run.gradients[run.gradients.count - 1] }
      },
      panel("forward: the differences between digits", "layers passed on the way forward", "share that is left") {
        run in
        run.differences.map { $0 / run.differences[0] }
      },
    ])
}

/// Test accuracy against steps, one panel for each way of training.
func trainingFigure(
  _ arms: [(training: Training, color: Color)], _ tuned: TunedTrials<Training, TrainedRun>, places: [Int]
) -> Figure {
  let steps = places.map(Double.init)
  let panels = Method.allCases.map { method in
    Panel(
      method.rawValue,
      x: Axis(
        "steps", scale: .log, range: steps[0]...steps[steps.count - 1],
        ticks: [10, 22, 50, 100, 220, 500, 1000, 2200].map { Axis.Tick($0, grouped(Int($0))) }),
      y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      marks: arms.filter { $0.training.method == method }.map { training, color in
        let (curve, network) = (tuned[training].accuracies, training.network)
        return .summaries(
          x: steps, mean: curve.median, lower: curve.minimum, upper: curve.maximum,
          label: network.recipe.words + (network.depth == 10 ? "" : ", \(network.depth) layers"), color: color,
          points: false, column: "\(method.rawValue) \(network.recipe.words)")
      })
  }
  return Figure(
    "training", title: "In 2,200 steps Adam brings back a faint gradient, not lost digits", columns: 2, shared: .y,
    panels: panels)
}
