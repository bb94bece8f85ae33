import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Method {
  var color: Color {
    switch self {
    case .grid: .orange
    case .random: .blue
    case .halton: .green
    case .bayesian: .vermilion
    }
  }
}

/// Theory on top of a measurement.
private let theory = LineStyle(width: 1, pattern: .dashed)

private func ticks(_ values: Double...) -> [Axis.Tick] { values.map { .init($0, plain($0)) } }

/// The valley over rate and momentum, tuning one at a time in it, and the best pair.
func mapFigure(_ map: Map, start: Double) -> Figure {
  let order = Array(map.momenta.indices.reversed())
  let left = order.map { 1 - map.momenta[$0] }
  func x(_ place: Map.Place) -> Double { Map.rates[place.rate] }
  func y(_ place: Map.Place) -> Double { 1 - map.momenta[place.momentum] }
  let (path, best, white) = (map.oneAtATime(from: map.row(of: start)), map.best(), Color(0xFFFFFF))
  let ends = [left[0], left[left.count - 1]]
  return Figure(
    "valley", title: "One valley for rate and momentum, and how far one at a time gets along it", proportion: 0.62,
    Panel(
      x: Axis("learning rate η", scale: .log, ticks: ticks(0.001, 0.01, 0.1, 1)),
      y: Axis("1 − β", scale: .log, ticks: ticks(0.01, 0.1, 1)),
      .heatMap(
        x: Map.rates, y: left, z: order.map { map.scores[$0] }, label: "validation loss", scale: .log,
        colors: .viridis, column: "loss"),
      .line(
        x: ends.map { x(best) / y(best) * $0 }, y: ends, color: white, style: LineStyle(width: 2, pattern: .dashed),
        column: "theory"),
      .trajectory(
        x: path.map(x), y: path.map(y), color: .vermilion, style: LineStyle(width: 4), column: "one at a time"),
      .points(x: [x(best)], y: [y(best)], color: white, shape: .diamond, size: 1.8, column: "best pair"),
      .text("best pair", at: (x(best) * 1.3, y(best)), color: white),
      .text("one at a time", at: (x(path[0]) / 1.6, y(path[0])), color: white, alignment: .right)))
}

/// The points of three methods, and how close they come to the best value of one hyperparameter.
func pointsFigure(trials: Int, seed: UInt64) -> Figure {
  var generator = RandomGenerator(seed: seed)
  let sides = SearchPoints.gridSides(atMost: trials, dimensions: 2)
  let sets: [(Method, [[Double]])] = [
    (.grid, SearchPoints.grid(sides: sides)),
    (.random, SearchPoints.random(trials, dimensions: 2, using: &generator)),
    (.halton, SearchPoints.halton(trials, dimensions: 2)),
  ]
  let panels = sets.map { method, points in
    let x = points.map { $0[0] }
    return Panel(
      method == .grid ? "grid: \(counted(sides[0], "rate"))" : "\(method.rawValue): \(counted(trials, "rate"))",
      x: Axis("share of the rate's range", range: 0...1, ticks: ticks(0, 0.5, 1)),
      y: Axis("share of the other's range", range: -0.12...1, ticks: ticks(0, 0.5, 1)), legend: .none,
      .points(x: x, y: points.map { $0[1] }, color: method.color, column: "\(method.rawValue) other"),
      .points(
        x: x, y: x.map { _ in -0.06 }, color: .black, shape: .cross, size: 1.2, column: "\(method.rawValue) rates"))
  }
  let counts = [4, 16, 64, 256]
  let arms: [(label: String, method: Method, dimensions: Int, color: Color, law: (Double) -> Double)] = [
    ("grid, 4 axes", .grid, 4, .purple, { gridDistance(values: Double.pow($0, 0.25)) }),
    ("grid, 2 axes", .grid, 2, .orange, { gridDistance(values: $0.squareRoot()) }),
    ("random", .random, 2, .blue, { randomDistance(points: $0) }),
    ("Halton", .halton, 2, .green, { haltonDistance(points: $0) }),
  ]
  let marks = arms.flatMap { arm -> [Mark] in
    let counts = counts.filter { $0 > 4 || arm.dimensions < 4 }
    let x = counts.map(Double.init)
    return [
      .curve(over: x[0]...256, color: .black, style: theory, column: "theory \(arm.label)", arm.law),
      .points(
        x: x,
        y: counts.map { distance(arm.method, trials: $0, dimensions: arm.dimensions, draws: 1000, seed: seed) },
        label: arm.label, color: arm.color, size: 1.2),
    ]
  }
  let last = Panel(
    "distance from the best rate",
    x: Axis("trials", scale: .log, range: 3...340, ticks: counts.map { .init(Double($0), "\($0)") }),
    y: Axis("share of the range", scale: .log), legend: .inside(.bottomLeft), marks: marks)
  return Figure(
    "points", title: "A grid tries few rates again and again; random and Halton's points try a new one each time",
    columns: 2, panels: panels + [last])
}

/// The best loss so far against trials, in two spaces.
func searchFigure(_ trials: Trials<Arm, Run>, count: Int) -> Figure {
  let whole = stride(from: 0, through: count, by: max(1, count / 8)).map { Axis.Tick(Double($0), "\($0)") }
  let spaces = [("rate and momentum", SearchSpace.two), ("four, and only the rate matters", .oneMatters)]
  let panels = spaces.map { title, space in
    var marks: [Mark] = []
    for method in [Method.random, .halton, .bayesian] {
      let places = trials[Arm(method, space)].best.places.dropFirst()
      let x = places.indices.map { Double($0 + 1) }
      if method != .halton {
        marks.append(
          .band(
            x: x, lower: places.map { $0.quantile(0.25) }, upper: places.map { $0.quantile(0.75) },
            label: method.rawValue, color: method.color, column: "\(method.rawValue) quartile"))
      }
      marks.append(
        .line(x: x, y: places.map(\.median), label: method.rawValue, color: method.color, style: .thick))
    }
    let grid = trials[Arm(.grid, space)].best.places
    marks.append(
      .points(
        x: [Double(grid.count)], y: [grid[grid.count - 1].median], label: "grid, when done", color: Method.grid.color,
        shape: .diamond, size: 2))
    return Panel(
      title, x: Axis("trials", range: 0...Double(count), ticks: whole),
      y: Axis("lowest validation loss", scale: .log, minimum: 0.2, maximum: 2, ticks: ticks(0.2, 0.3, 0.5, 1, 2)),
      legend: .below, marks: marks)
  }
  return Figure(
    "searches",
    title: "A Bayesian search explores with Halton's points, then goes where it expects to improve", columns: 2,
    shared: .y, panels: panels)
}

/// The rate under its hypergradient from several starts, and the best constant one.
func ridesFigure(_ rides: Sweep<Double, Ride>) -> Figure {
  let marks = Lesson24.starts.map { start -> Mark in
    let rates = rides[Ride.hyperRate, start].rates.median
    return .line(x: rates.indices.map(Double.init), y: rates, label: "from \(plain(start))")
  }
  return Figure(
    "rates", title: "The hypergradient lifts a low rate fast, then lets it sink", proportion: 0.5,
    Panel(
      x: Axis("epoch"), y: Axis("learning rate η", scale: .log), legend: .below,
      marks: [.horizontal(rides.rate(0), label: "best constant")] + marks))
}
