import Experiments
import Gnuplot
import Notebook

extension Color {
  /// All of a trained network, all of a random one, and the last layer alone.
  static let tuned = Color.blue, scratch = Color.orange, head = Color.green
}

private let theory = LineStyle(width: 1, pattern: .dashed)

/// The error of one weight against the share of the way that it goes, for each number of examples.
func oneWeightFigure(shares: [Double], errors: [(examples: Int, errors: [Double])]) -> Figure {
  let colors: [Color] = [.vermilion, .purple, .sky]
  return Figure(
    "one-weight", title: "The fewer the examples, the shorter the best way", proportion: 0.5,
    Panel(
      x: Axis("share k of the way to the examples' mean"), y: Axis("squared error", range: 0...2), legend: .below,
      marks: zip(errors, colors).flatMap { entry, color in
        let variance = 16 / Double(entry.examples)
        let best = bestShare(distance: 1, variance: variance)
        return [
          Mark.curve(over: 0...1, color: color, style: theory, column: "theory \(entry.examples)") {
            expectedError(share: $0, distance: 1, variance: variance)
          },
          .points(
            x: [best], y: [expectedError(share: best, distance: 1, variance: variance)], color: color, shape: .ring,
            size: 2, column: "best \(entry.examples)"),
          .points(x: shares, y: entry.errors, label: "\(entry.examples) examples", color: color),
        ]
      }))
}

/// Bits against the rate for each number of words: all of the English model, all of a random one, and the last layer.
func valleysFigure(
  _ sizes: [(words: Int, tuned: Arm, scratch: Arm, head: Arm)], _ sweep: Sweep<Arm, Run>, untouched: Double,
  isMoving: Bool
) -> Figure {
  func rates(_ arm: Arm) -> [Double] { sweep.rates[arm, default: []] }
  let all = sizes.flatMap { rates($0.tuned) }
  let ends = [(all.min() ?? 1e-4) / 1.3, (all.max() ?? 1) * 1.3]
  return Figure(
    "valleys",
    title: isMoving
      ? "The fewer the words, the more gently a trained network must be tuned"
      : "Bits against the rate for three numbers of words",
    columns: sizes.count, shared: [.x, .y],
    panels: sizes.map { words, tuned, scratch, head in
      let flat = sweep[head].bits.mean
      return Panel(
        "\(grouped(words)) words", x: Axis("learning rate", scale: .log, range: ends[0]...ends[1]),
        y: Axis("bits per character", range: 2.9...4.4), legend: .below,
        .line(
          x: ends, y: [untouched, untouched], label: "English model as it is", color: .grey, style: .dotted,
          column: "untouched \(words)"),
        .summaries(
          x: rates(scratch), sweep.curve(scratch, \.bits), label: "all, from random weights", color: .scratch,
          points: false, column: "random \(words)"),
        .line(x: ends, y: [flat, flat], label: "last layer alone", color: .head, column: "head \(words)"),
        .summaries(
          x: rates(tuned), sweep.curve(tuned, \.bits), label: "all, from the English model", color: .tuned,
          points: false, column: "tuned \(words)"),
        .points(
          x: [sweep.rate(tuned)], y: [sweep[tuned].bits.mean], color: .tuned, size: 1.6, column: "best tuned \(words)"))
    })
}

/// Bits on the words to choose by along the way at several rates: against the step, and against the distance gone, there
/// with the straight way back of one of them.
func pathsFigure(
  _ paths: Trials<Double, Run>, back: (rate: Double, ways: Runs<WayBack>), isOneValley: Bool, misses: Bool
)
  -> Figure
{
  let colors: [Color] = [.tuned, .purple, .vermilion]
  func marks(_ x: (Runs<Run>) -> [Double], _ name: String) -> [Mark] {
    zip(paths.arms, colors).flatMap { rate, color in
      let (x, bits) = (x(paths[rate]), paths[rate].looks.mean)
      let best = bits.indices.min { bits[$0] < bits[$1] } ?? 0
      return [
        Mark.line(x: x, y: bits, label: "η = \(plain(rate))", color: color, column: "\(name) \(rate)"),
        .points(x: [x[best]], y: [bits[best]], color: color, size: 1.6, column: "best \(name) \(rate)"),
      ]
    }
  }
  let bits = Axis("bits per character", range: 2.9...5)
  let end = paths[back.rate].distance.mean
  return Figure(
    "paths",
    title: isOneValley
      ? "Slow or fast, tuning passes one valley\(misses ? "; the straight way back misses it" : "")"
      : "Bits on the way, against the step and the distance",
    columns: 2, shared: .y,
    panels: [
      Panel(
        "in time", x: Axis("step"), y: bits, legend: .below, marks: marks({ $0.all[0].places.map(Double.init) }, "step")
      ),
      Panel(
        "in space", x: Axis("distance from the start", range: 0...0.3), y: bits, legend: .below,
        marks: marks({ $0.distances.mean }, "distance") + [
          .line(
            x: WayBack.shares.map { $0 * end }, y: back.ways.looks.mean, label: "straight back", color: .black,
            style: .dotted,
            column: "straight back")
        ]),
    ])
}
