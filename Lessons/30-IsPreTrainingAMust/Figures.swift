import Experiments
import Gnuplot
import Notebook

extension Color {
  static let tuned = Color.blue, scratch = Color.vermilion
}

private let theory = LineStyle(width: 2, pattern: .dashed)

/// Two descents in the plane of two weights toward a minimum that few data have put beside the truth.
func planeFigure(truth: Point, minimum: Point, starts: [(label: String, at: Point, color: Color)], rate: Double)
  -> Figure
{
  var marks: [Mark] = []
  for (label, start, color) in starts {
    let path = (0...60).map { descent(from: start, to: minimum, rate: rate, steps: Double($0)) }
    let near = nearest(to: truth, from: start, to: minimum)
    marks += [
      .trajectory(x: path.map(\.x), y: path.map(\.y), label: label, color: color, dots: true, column: label),
      .line(
        x: [truth.x, near.x], y: [truth.y, near.y], color: color, style: theory, column: "\(label) nearest"),
    ]
  }
  marks += [
    .points(x: [truth.x], y: [truth.y], color: .black, size: 1.6, column: "truth"),
    .text("truth", at: (truth.x + 0.1, truth.y - 0.15)),
    .text("m of few data", at: (minimum.x - 0.1, minimum.y + 0.2), alignment: .right),
  ]
  return Figure(
    "plane", title: "Few data lead both past the truth, scratch further",
    Panel(
      x: Axis("first weight", range: -0.3...4.7), y: Axis("second weight", range: -0.4...3.5), aspect: .equal,
      legend: .inside(.topLeft), marks: marks))
}

/// Bits against steps for both starts, a panel a race.
func raceFigure(_ races: [Race], isAsExpected: Bool) -> Figure {
  let panels = races.map { race in
    Panel(
      "\(grouped(race.words)) words", x: Axis("steps", scale: .log, ticks: ticks(upTo: race.steps)),
      y: Axis("bits per character", range: 2.75...4.4), legend: .below,
      marks: marks(race, .scratch, "from scratch", .scratch) + marks(race, .tuned, "pre-trained and tuned", .tuned))
  }
  return Figure(
    "race",
    title: isAsExpected
      ? "With many words scratch catches up; with few it overfits first"
      : "Two starts, with many words and with few",
    columns: races.count, shared: .y, panels: panels)
}

private func marks(_ race: Race, _ start: Start, _ label: String, _ color: Color) -> [Mark] {
  // The first look is before the first step, which a logarithmic axis does not have.
  let x = race.looks.dropFirst().map(Double.init)
  let curve = Array(race.curve(start).dropFirst())
  let low = curve.indices.min { curve[$0].mean < curve[$1].mean } ?? 0
  return [
    .summaries(x: x, curve, label: label, color: color, points: false, column: "\(start)"),
    .points(x: [x[low]], y: [curve[low].mean], color: color, size: 1.4, column: "\(start) lowest"),
  ]
}

/// The steps that scratch needs against those that tuning took; from one of them, what the same lag and the same factor
/// would make of the others.
func lagFigure(_ race: Race, from anchor: Lag?, isShrinking: Bool) -> Figure {
  let lags = race.lags()
  var marks: [Mark] = []
  func points(_ lags: [Lag], _ size: Double, label: String? = nil, column: String) -> Mark {
    .points(
      x: lags.map { Double($0.tuned) }, y: lags.map(\.scratch), label: label, color: .scratch, size: size,
      opacity: label == nil ? 0.5 : 1, column: column)
  }
  if let anchor, let last = lags.last, let first = lags.first, first.tuned < last.tuned {
    let ends = Double(first.tuned)...Double(last.tuned)
    marks += [
      .curve(over: ends, label: "the same factor", color: .grey, style: theory) { anchor.factor * $0 },
      .curve(over: ends, label: "the same lag", style: theory) { $0 + anchor.saved },
      .curve(over: ends, label: "no head start", color: .grey, style: LineStyle(width: 1)) { $0 },
    ]
  }
  marks += (0..<race.seeds).map { points(race.lags(seed: $0), 0.6, column: "seed \($0 + 1)") }
  marks.append(points(lags, 1.4, label: "measured", column: "mean"))
  return Figure(
    "lag",
    title: isShrinking
      ? "The longer training lasts, the smaller the head start's factor" : "How many steps the head start is worth",
    Panel(
      x: Axis("steps of tuning", scale: .log, ticks: ticks(upTo: race.steps / 4)),
      y: Axis("steps from scratch for the same bits", scale: .log, ticks: ticks(upTo: race.steps)),
      legend: .inside(.bottomRight), marks: marks))
}

/// Doubling steps, or only each second one where they would crowd.
private func ticks(upTo last: Int) -> [Axis.Tick] {
  let steps = last > 640 ? [20, 80, 320, 1280, 5120] : [20, 40, 80, 160, 320, 640]
  return steps.filter { $0 <= last }.map { .init(Double($0), grouped($0)) }
}
