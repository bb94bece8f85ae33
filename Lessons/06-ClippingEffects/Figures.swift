import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Arm {
  /// The same colour in every figure of this lesson.
  var color: Color {
    switch self {
    case .clipped(.none): .gradientDescent
    case .clipped(.globalNorm): .black
    case .clipped(.value): .orange
    case .clipped: .purple
    case .momentum(let beta): beta > 0.95 ? .vermilion : .sky
    case .adam: .adam
    }
  }
}

/// The error and its gradient along a line across the cliff.
func cutFigure(_ unit: RecurrentUnit, weight: Double) -> Figure {
  let edge = unit.edgeBias(atWeight: weight)
  // Denser near the edge, where the gradient is large over a hair's breadth.
  let near = evenly(-6 ... -0.3, count: 60).map { Double.pow(10, $0) }
  let biases = near.reversed().map { edge - $0 } + [edge] + near.map { edge + $0 }
  let heights = biases.map { unit([weight, $0]) }
  let across = Axis("bias b", range: edge - 0.5...edge + 0.5)
  return Figure(
    "cut", title: "Most of the land is nearly flat; at the edge the error jumps", columns: 2,
    panels: [
      Panel(
        x: across, y: Axis("error E", minimum: 0, maximum: nil), legend: .none,
        .line(x: biases, y: heights.map(\.error), color: .black, column: "error"), .vertical(edge, label: "edge")),
      Panel(
        x: across, y: Axis("norm of the gradient", scale: .log), legend: .none,
        .line(x: biases, y: heights.map { norm($0.gradient) }, color: .black, column: "gradient"),
        .vertical(edge, label: "edge"),
        .points(
          x: [edge], y: [unit.edgeGradientNorm(atWeight: weight)], color: .vermilion, size: 1.5,
          column: "closed_form")),
    ])
}

/// The cliff from close by and along its edge, with the same walk under each rule, step by step.
func bouncesFigure(_ unit: RecurrentUnit, walks: [(name: String, arm: Arm, walk: Walk)], frames: Int = 40) -> Figure {
  let (along, above) = (-0.18...0.12, -0.03...0.16)
  let (columns, rows) = (evenly(along, count: 41), evenly(above, count: 58))
  let landscape = rows.map { height in columns.map { unit(unit.point(along: $0, above: height)).error } }
  let panels = walks.map { name, arm, walk in
    let seen = walk.points.prefix(3 * frames + 1).map(unit.seenFromEdge)
    return Panel(
      name, x: Axis("along the edge", range: along), y: Axis("above the edge", range: above), aspect: .equal,
      legend: .none,
      .contours(x: columns, y: rows, z: landscape, levels: [0.001, 0.01, 0.02, 0.03, 0.04], labelled: false),
      .horizontal(0, color: .black), .text("valley", at: (-0.17, 0.012)),
      .text("edge", at: (0.115, -0.012), alignment: .right),
      .trajectory(
        x: seen.map(\.along), y: seen.map(\.above), color: arm.color, style: LineStyle(width: 1.5), dots: true,
        column: name))
  }
  return Figure(
    "bounces",
    title: walks[1].walk.isSolved && !walks[0].walk.isSolved
      ? "A step that keeps its direction bounces straight off the cliff"
      : "What becomes of a walk at the edge of the cliff",
    columns: 2, shared: [.x, .y],
    animation: Animation(frames: frames, secondsPerFrame: 0.15, captions: (1...frames).map { "step \(3 * $0)" }),
    panels: panels)
}

/// The share of walks that each arm brings to the valley, by learning rate.
func sharesFigure(
  _ sweep: Sweep<Arm, CliffRun>, isWide: Bool, _ panels: [(title: String, arms: [(name: String, arm: Arm)])]
) -> Figure {
  Figure(
    "shares",
    title: isWide
      ? "Clipping the norm gets past the cliff over a wide range of learning rates"
      : "Which walks get past the cliff, by learning rate",
    columns: 2, shared: .y,
    panels: panels.map { title, arms in
      Panel(
        title, x: Axis("learning rate η", scale: .log), y: Axis("walks solved", unit: "%", range: 0...105),
        legend: .below,
        marks: arms.map { name, arm in
          .summaries(x: sweep.rates[arm, default: []], sweep.curve(arm, \.solved), label: name, color: arm.color)
        })
    })
}

/// The digits at a bold rate: the accuracy by threshold, and by the longest step that was made.
func digitsFigure(
  _ clipped: Sweep<Rule, DigitsRun>, unclipped: Trials<Double, DigitsRun>, slow: Trials<Double, DigitsRun>,
  fatalStep: Double?
) -> Figure {
  let colors: [Rule: Color] = [.norm: .black, .parameter: .grey, .value: .orange, .shrink: .purple]
  func points(_ runs: [DigitsRun], _ label: String, _ color: Color?, _ column: String) -> Mark {
    .points(
      x: runs.map(\.longestStep), y: runs.map(\.accuracy), label: label, color: color, size: 0.6, opacity: 0.6,
      column: column)
  }
  let accuracy = Axis("test accuracy", unit: "%", range: 0...100)
  return Figure(
    "digits", title: "By their thresholds the rules differ; by their longest steps they are alike", columns: 2,
    shared: .y,
    panels: [
      Panel(
        "η = 3", x: Axis("threshold t", scale: .log), y: accuracy, legend: .below,
        marks: Rule.allCases.map { rule in
          .summaries(
            x: rule.thresholds, clipped.curve(rule, \.accuracy), label: rule.rawValue, color: colors[rule],
            column: "t_\(rule)")
        }),
      Panel(
        "every run, also at other η", x: Axis("longest step", scale: .log), y: accuracy, legend: .below,
        marks: [
          points(
            unclipped.arms.flatMap { unclipped[$0].all }, "no clipping", .gradientDescent, "unclipped"),
          points(slow.arms.flatMap { slow[$0].all }, Rule.norm.rawValue, .black, "norm_slow"),
        ]
          + Rule.allCases.map { rule in
            points(rule.thresholds.flatMap { clipped[rule, $0].all }, rule.rawValue, colors[rule], "\(rule)")
          } + (fatalStep.map { [.vertical($0)] } ?? [])),
    ])
}
