import Experiments
import Gnuplot
import Notebook

extension Shape {
  /// The colour of the shape, the same in every figure; grey for those that are not singled out.
  var color: Color {
    switch self {
    case .constant: .blue
    case .inverseTime: .sky
    case .cosine: .black
    case .coolDown: .vermilion
    case .rising: .purple
    case .step, .linear, .oneCycle: .orange
    default: .grey
    }
  }
}

/// A schedule on the bowl: its rates, and the loss that is expected and measured.
struct Track: Sendable {
  let label: String
  let color: Color
  let rates, expected, measured: [Double]

  /// In one direction 1/(1 + t) is the best of all: it is drawn wide, to be seen below it.
  var style: LineStyle { color == .sky ? LineStyle(width: 8, opacity: 0.6) : .thick }
}

/// The rates above, the losses below, in one direction and in two.
func bowlFigure(_ tracks: [[Track]], curvature: Double, isLast: Bool) -> Figure {
  let steps = tracks[0][0].rates.count
  let places = Array(stride(from: 0, through: steps, by: 10))
  let x = places.map(Double.init)
  let titles = ["one direction, h = 1", "two, h = 1 and \(plain(curvature))"]
  let sampled = { (values: [Double]) in places.map { values[min($0, values.count - 1)] } }
  let rates = tracks.indices.map { column in
    Panel(
      titles[column], x: Axis("step"), y: Axis("learning rate", scale: .log, range: 5e-4...1.6), legend: .below,
      marks: tracks[column].map { track in
        .line(
          x: x, y: sampled(track.rates), label: track.label, color: track.color, style: track.style,
          column: "rate \(titles[column]) \(track.label)")
      })
  }
  let losses = tracks.indices.map { column in
    let measured = tracks[column].map { track in
      Mark.line(
        x: x, y: sampled(track.measured), label: track.label, color: track.color, style: track.style,
        column: "\(titles[column]) \(track.label)")
    }
    let theory = tracks[column].map { track in
      Mark.line(
        x: x, y: sampled(track.expected), color: track.color == .black ? Color(0xFFFFFF) : .black,
        style: LineStyle(width: 1, pattern: .dashed), column: "theory \(titles[column]) \(track.label)")
    }
    return Panel(
      x: Axis("step"), y: Axis("loss", scale: .log, range: 3e-4...20), legend: .below,
      marks: measured + theory.map { .whole($0) })
  }
  return Figure(
    "bowl",
    title: isLast
      ? "The best in one direction is the worst in two: hold high first, fall last"
      : "The rate and the loss on a noisy bowl, in one direction and in two",
    columns: 2, shared: .x,
    animation: Animation(frames: 20, secondsPerFrame: 0.2, captions: (1...20).map { "step \(steps / 20 * $0)" }),
    panels: rates + losses)
}

/// The shapes as small curves.
func galleryFigure() -> Figure {
  let none = [Axis.Tick]()
  return Figure(
    "gallery", title: "Twelve ways to spend the same steps", columns: 6, proportion: 0.7,
    panels: Shape.functions.map { shape in
      let shares = shape.shares(shape.countsEpochs ? 8 : 400)
      return Panel(
        shape.rawValue, x: Axis("", range: 0...1, ticks: none), y: Axis("", range: 0...1.08, ticks: none),
        legend: .none,
        .line(
          x: (0..<400).map { Double($0) / 400 }, y: (0..<400).map { shares[$0 * shares.count / 400] },
          color: shape.color, style: .thick, column: shape.rawValue))
    })
}

/// Every shape at its best rate, on the bowl and on the digits, sorted by the digits.
func shapesFigure(_ sweep: Sweep<Arm, Run>, bowl: [Shape: Double], best: Double, isAlike: Bool) -> Figure {
  func mean(_ shape: Shape) -> Double { Rule.allCases.reduce(0) { $0 + sweep[Arm($1, shape)].loss.mean } }
  let order = Shape.allCases.sorted { mean($0) > mean($1) }
  let ticks = order.indices.map { Axis.Tick(Double($0), order[$0].rawValue) }
  let y = Axis("", range: -0.6...(Double(order.count) - 0.4), ticks: ticks)
  func rows(_ x: (Shape) -> [Double], size: Double, opacity: Double = 1, _ column: String) -> [Mark] {
    order.enumerated().map { place, shape in
      let values = x(shape)
      return .points(
        x: values, y: values.map { _ in Double(place) }, color: shape.color, size: size, opacity: opacity,
        column: "\(column) \(shape.rawValue)")
    }
  }
  let digits = Rule.allCases.map { rule in
    let constant = sweep[Arm(rule, .constant)].loss.mean
    return Panel(
      "digits, \(rule.rawValue)", x: Axis("test loss", scale: .log), y: y, legend: .none,
      marks: [.vertical(constant, color: .blue)]
        + rows({ sweep[Arm(rule, $0)].all.map(\.loss) }, size: 0.5, opacity: 0.35, "\(rule) seed")
        + rows({ [sweep[Arm(rule, $0)].loss.mean] }, size: 1.5, "\(rule) mean"))
  }
  return Figure(
    "shapes",
    title: isAlike
      ? "On the digits every curve that falls late beats the constant rate, and they are nearly alike"
      : "Each shape at its best rate",
    columns: 3, shared: .y, proportion: 1.2,
    panels: [
      Panel(
        "bowl", x: Axis("final loss", scale: .log), y: y, legend: .none,
        marks: [.vertical(best, color: .black, style: LineStyle(width: 1, pattern: .dashed))]
          + rows({ [bowl[$0]].compactMap { $0 } }, size: 1.5, "bowl"))
    ] + digits)
}

/// Test loss against the rate.
func ratesFigure(_ sweep: Sweep<Arm, Run>, moves: Bool) -> Figure {
  let shapes: [Shape] = [.constant, .coolDown, .cosine]
  let top = 4 * (Rule.allCases.map { sweep[Arm($0, .constant)].loss.mean }.max() ?? 1)
  let bottom = 0.8 * (Rule.allCases.flatMap { rule in shapes.map { sweep[Arm(rule, $0)].loss.mean } }.min() ?? 0.1)
  return Figure(
    "rates",
    title: moves ? "With a fall the valley is deeper, and lies at a higher rate" : "The test loss over the rate",
    columns: 2, shared: .y,
    panels: Rule.allCases.map { rule in
      Panel(
        rule.rawValue, x: Axis("learning rate", scale: .log, ticks: rule.rates.map { .init($0, plain($0)) }),
        y: Axis("test loss", scale: .log, range: bottom...top), legend: .below,
        marks: shapes.map { shape in
          .line(
            x: Arm(rule, shape).rates, y: sweep.curve(Arm(rule, shape), \.loss).map(\.mean), label: shape.rawValue,
            color: shape.color, style: .thick, column: "\(rule) \(shape.rawValue)")
        }
          + shapes.map { shape in
            .points(
              x: [sweep.rate(Arm(rule, shape))], y: [sweep[Arm(rule, shape)].loss.mean], label: shape.rawValue,
              color: shape.color, shape: .ring, size: 2, column: "\(rule) chosen \(shape.rawValue)")
          })
    })
}
