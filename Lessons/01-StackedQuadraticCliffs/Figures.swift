import Experiments
import Gnuplot
import Notebook
import Numerics

/// The folding as a film, one layer a frame: the graph of the stack, and the size of its slope.
func foldingFigure(_ own: StackRun, layers: Int = 10) -> Figure {
  let x = [0] + evenly(0.001...0.999, count: 500) + [1]
  let ends = own.steepness.prefix(layers).map { $0.maximum }
  // Room beside [0, 1]: the cliffs stand at its ends.
  let inputs = Axis("x", range: -0.04...1.04, ticks: [0, 0.25, 0.5, 0.75, 1].map { Axis.Tick($0, plain($0)) })
  return Figure(
    "folding",
    title: own.laps[layers - 1] > own.laps[layers - 2] && own.crossing != nil
      ? "Each layer folds the graph again: steeper at the ends, flatter between"
      : "A stack of equal parabolas, and the size of its slope",
    columns: 2,
    animation: Animation(
      frames: layers, secondsPerFrame: 0.9, stillFrame: min(6, layers),
      captions: (1...layers).map { k in
        "\(counted(k, "layer")): the steepest slope is \(size(ends[k - 1]))"
      }),
    panels: [
      Panel(
        "output of k layers", x: inputs, y: Axis("fᵏ(x)", range: 0...1), legend: .none,
        .frames(layers) { k in
          let graph = own.layer.graph(depth: k, points: 200)
          return [.line(x: graph.x, y: graph.y, color: .blue, style: LineStyle(width: 1.5), column: "f\(k)")]
        }),
      Panel(
        "size of its slope", x: inputs, y: Axis("slope", scale: .log, range: 1e-3...1e6), legend: .none,
        .horizontal(1),
        .frames(layers) { k in
          let slopes = x.map { abs(own.layer.stacked(k, at: $0).slope) }
          return [.line(x: x, y: slopes, color: .vermilion, style: LineStyle(width: 1.5), column: "slope\(k)")]
        }),
    ])
}

/// The largest and the median slope over the depth, and the tent's, which is known.
func slopesFigure(_ own: StackRun, _ chaotic: StackRun) -> Figure {
  let depths = own.steepness.map { Double($0.depth) }
  let mark: [Mark] = own.crossing.map { [.vertical(Double($0), label: "median below 1 from k = \($0)")] } ?? []
  // Theory: from the crossing on, every layer multiplies by the slope of the attracting cycle.
  let theory: [Mark] =
    if let crossing = own.crossing.map(Double.init), let factor = own.cycle?.shrinkPerLayer, factor > 0,
      let last = depths.last, last > crossing
    {
      [.curve(over: crossing...last, label: "× \(fixed(factor, 3)) a layer") { .pow(factor, $0 - crossing) }]
    } else {
      []
    }
  return Figure(
    "slopes",
    title: "At r = \(plain(own.layer.r)) the steepest slope \(own.layer.r > 1 ? "explodes" : "does not explode"), "
      + (own.crossing == nil ? "and the median one does not vanish" : "and the median one vanishes"),
    proportion: 0.55,
    Panel(
      x: Axis("number of layers k"), y: Axis("size of the slope", scale: .log),
      marks: mark + [
        .horizontal(1),
        .line(x: depths, y: own.steepness.map(\.maximum), label: "largest", color: .vermilion),
        .line(x: depths, y: chaotic.steepness.map(\.median), label: "median at r = 4", color: .green),
        .curve(label: "the tent's, 2ᵏ") { Double.exp2($0) },
        .line(x: depths, y: own.steepness.map(\.median), label: "median", color: .blue),
      ] + theory))
}

/// What becomes of the descents over the depth, for each way of descending.
func fatesFigure(_ ways: [(title: String, byDepth: [Fates])]) -> Figure {
  let kinds: [(Fate, String, Color)] = [
    (.solved, "solved", .green), (.terrace, "on a terrace", .sky), (.stuck, "stuck", .blue),
    (.elsewhere, "elsewhere", Color(0xC8CDD2)), (.nan, "nan", .vermilion),
  ]
  return Figure(
    "fates",
    title: ways[0].byDepth[0].share(.solved) > 0.5 && ways.allSatisfy { $0.byDepth[19].share(.solved) < 0.01 }
      ? "Through twenty layers hardly a descent reaches the target" : "What becomes of the descents",
    columns: ways.count, shared: [.x, .y],
    panels: ways.map { title, byDepth in
      Panel(
        title, x: Axis("number of layers k", range: 1...Double(byDepth.count)),
        y: Axis("share of starts", unit: "%", range: 0...100), legend: .below,
        marks: kinds.map { fate, label, color in
          .area(
            x: byDepth.indices.map { Double($0 + 1) }, y: byDepth.map { $0.percent(fate) }, label: label,
            color: color, column: "\(label), \(title)")
        })
    })
}

/// The loss of random networks along one and the same turn of the first weights.
func networksFigure(_ panels: [(depth: Int, lines: [(name: String, run: NetworkRun)])]) -> Figure {
  let colors: [Color] = [.vermilion, .blue, .green]
  let slopes = panels.map { $0.lines[0].run.medianSlope }
  return Figure(
    "networks",
    title: slopes[slopes.count - 1] > 10 * slopes[0]
      ? "Large weights fold a network's loss as well; the right ones leave it smooth"
      : "The loss of random networks as their first weights turn",
    columns: panels.count, shared: [.x, .y],
    panels: panels.map { depth, lines in
      Panel(
        counted(depth, "hidden layer"), x: Axis("angle φ", range: 0...(Double.pi / 2)),
        y: Axis("loss", minimum: 0, maximum: nil), legend: .below,
        marks: lines.enumerated().map { index, line in
          .line(
            x: line.run.angles, y: line.run.losses, label: line.name, color: colors[index % colors.count],
            style: LineStyle(width: index == 0 ? 1 : 2))
        })
    })
}
