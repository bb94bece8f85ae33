import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

private let colors: [Method: Color] = [
  .gradientDescent: .gradientDescent, .averaged: .orange, .classic: .momentum, .adam: .adam,
]
private let white = Color(0xFFFFFF)
private let theory = LineStyle(width: 1, pattern: .dashed)

/// Four paths over a pass, step by step, and how far from the saddle each is along the way down.
func passFigure(_ pass: Pass, from distance: Double) -> Figure {
  let methods = Method.allCases
  let longest = methods.map { $0.escape(pass, from: distance) }.max() ?? 1
  let (frames, stride) = (60, max(1, longest / 200))
  let steps = (0...longest * 6 / 5 / stride).map { $0 * stride }
  let x = steps.map(Double.init)
  let paths = methods.map { method in
    let path = method.path(pass, from: distance, steps: steps[steps.count - 1])
    return (method: method, points: steps.map { path[$0] })
  }
  let (across, along) = (evenly(-0.8...1.2, count: 81), evenly(-0.4...1.5, count: 77))
  // y/√(1 − y²) grows by the same factor throughout: a straight line, to where y = ½.
  let laws: [Mark] = methods.compactMap { method in
    method.growth(rate: method.usualRate, curvature: pass.curvature).map { growth in
      .whole(
        .line(
          x: [0, escapeSteps(from: distance, growth: growth)], y: [distance, 1 / 3.0.squareRoot()], color: .black,
          style: theory, column: "theory \(method.rawValue)"))
    }
  }
  return Figure(
    "saddle", title: "A saddle stops no run: it makes it wait", columns: 2,
    animation: Animation(
      frames: frames, captions: (1...frames).map { "step \(grouped(steps[($0 * (steps.count - 1)) / frames]))" }),
    panels: [
      Panel(
        "from above: the saddle at (0, 0)", x: Axis("x", range: -0.8...1.2), y: Axis("y", range: -0.4...1.5),
        legend: .none,
        marks: [
          .contours(
            x: across, y: along, z: along.map { y in across.map { pass.value($0, y) } },
            levels: [0.005, 0.015, 0.025, 0.035, 0.055, 0.085, 0.125, 0.225, 0.325, 0.425], labelled: false),
          .text("saddle", at: (0.06, -0.14)), .text("minimum", at: (-0.08, 1.12), alignment: .right),
        ]
          + paths.map { method, points in
            .trajectory(x: points.map(\.x), y: points.map(\.y), color: colors[method], column: method.rawValue)
          }),
      Panel(
        "distance from the saddle along y", x: Axis("step"),
        y: Axis("|y|", scale: .log, minimum: distance / 2, maximum: 3), legend: .below,
        marks: paths.map { method, points in
          .line(
            x: x, y: points.map { abs($0.y) }, label: method.rawValue, color: colors[method],
            column: "y \(method.rawValue)")
        } + laws),
    ])
}

/// Shares of minima among random matrices by their size, and the ways down of the places found on real losses by their loss.
func stairsFigure(_ shares: [Double], _ landscapes: Runs<Landscape>) -> Figure {
  let sizes = (1...8).map(Double.init)
  let measured = shares.indices.filter { shares[$0] > 0 }
  let places = landscapes.all.flatMap { landscape in
    landscape.points.filter { $0.loss < landscape.zero.loss - 1e-6 }
      .map { (excess: 100 * landscape.excess($0), index: Double($0.index)) }
  }
  let ends = landscapes.all.flatMap { landscape in landscape.ends.map { 100 * landscape.excess($0) } }
  func cloud(_ label: String, _ color: Color, _ isIncluded: (Double) -> Bool) -> Mark {
    let chosen = places.filter { isIncluded($0.index) }
    return .points(x: chosen.map(\.excess), y: chosen.map(\.index), label: label, color: color, opacity: 0.6)
  }
  return Figure(
    "stairs", title: "Random places are hardly ever minima; on a real loss the low ones are", columns: 2,
    panels: [
      Panel(
        "curvatures drawn at random", x: Axis("dimensions n", range: 0.5...8.5),
        y: Axis("share of minima", scale: .log, range: 1e-10...2), legend: .below,
        .line(
          x: sizes, y: sizes.map { chanceOfMinimum(dimensions: Int($0)) }, label: "theory", color: .black,
          style: .dashed),
        .line(x: sizes, y: sizes.map { .pow(2, -$0) }, label: "n coins, all heads", color: .grey, style: .dotted),
        .points(
          x: measured.map { Double($0 + 1) }, y: measured.map { shares[$0] }, label: "drawn", color: .blue, size: 1.3)),
      Panel(
        "a network of 17 numbers", x: Axis("loss above the lowest found", unit: "%"),
        y: Axis("ways down", range: -0.5...4.5, ticks: (0...4).map { .init(Double($0), "\($0)") }), legend: .below,
        cloud("saddles", .vermilion) { $0 > 0 }, cloud("minima", .green) { $0 == 0 },
        .points(
          x: ends, y: ends.map { _ in -0.25 }, label: "where runs end", color: .gradientDescent, shape: .ring,
          size: 0.8)),
    ])
}

/// The loss on the plane through the all-zero weights and two minima, and on the line between them.
func minimaFigure(_ landscape: Landscape) -> Figure {
  let (places, shares) = (evenly(-0.5...1.5, count: 61), evenly(-0.3...1.3, count: 81))
  let map = places.map { second in places.map { first in landscape.loss(first, second) } }
  let floor = landscape.points[0].loss
  let levels = [0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.45].map { floor + $0 }
  return Figure(
    "two-minima", title: "Between two minima the loss rises", columns: 2,
    panels: [
      Panel(
        "the plane of both and of zero", x: Axis("share of minimum A", range: -0.5...1.5),
        y: Axis("share of minimum B", range: -0.5...1.5), aspect: .equal, legend: .none,
        .heatMap(x: places, y: places, z: map, label: "loss", range: floor...(floor + 0.8)),
        .contours(x: places, y: places, z: map, levels: levels, labelled: false, color: white),
        .points(x: [1, 0, 0], y: [0, 1, 0], color: white, size: 1.4),
        .text("A", at: (1.06, 0.08), color: white), .text("B", at: (0.06, 1.08), color: white),
        .text("zero", at: (0.06, -0.12), color: white)),
      Panel(
        "the line from A to B", x: Axis("share of the way"), y: Axis("loss"), legend: .none,
        .line(x: shares, y: shares.map { landscape.loss(1 - $0, $0) }, color: .blue, column: "loss on the line"),
        .points(
          x: [0, 1], y: [landscape.pair.0.loss, landscape.pair.1.loss], color: .black, size: 1.4, column: "minima")),
    ])
}

/// The plateaus of one seed at ever smaller starts, and their lengths by the number of hidden layers, with theory.
func plateausFigure(_ trials: Trials<Start, TrainingLog>, layers: Int, stepsPerTenfold: Double) -> Figure {
  let losses: [Mark] = Start.all(hiddenLayers: layers).prefix(4).map { start in
    let losses = trials[start].all[0].losses
    let places = losses.indices.filter { $0 % max(1, losses.count / 300) == 0 }
    return .line(
      x: places.map(Double.init), y: places.map { losses[$0] }, label: "s = \(plain(start.scale))",
      column: "loss \(plain(start.scale))")
  }
  let lengths = Set([1, 2, layers]).sorted().flatMap { count -> [Mark] in
    let starts = Start.all(hiddenLayers: count)
    let steps = starts.map { trials[$0].left.mean }
    let (x, last) = (starts.map { 1 / $0.scale }, starts.count - 1)
    let law: [Double] = starts.map { start in
      let factor = start.scale / starts[last].scale
      return count == 1 ? steps[last] - stepsPerTenfold * .log10(factor) : steps[last] * .pow(factor, 1 - count)
    }
    let label = counted(count, "hidden layer")
    return [
      .line(x: x, y: law, color: .black, style: theory, column: "theory \(label)"),
      .points(
        x: x, y: steps, label: label, color: [.green, .vermilion, .blue][count - 1], size: 1.3, column: label),
    ]
  }
  return Figure(
    "plateaus", title: "The nearer to zero the start, the longer the plateau", columns: 2,
    panels: [
      Panel(counted(layers, "hidden layer"), x: Axis("step"), y: Axis("training loss"), legend: .below, marks: losses),
      Panel(
        "length of the plateau", x: Axis("1/s", scale: .log), y: Axis("steps", scale: .log), legend: .below,
        marks: lengths),
    ])
}
