import Descent
import Experiments
import Gnuplot
import Notebook

extension Color {
  /// LoRA, and tuning everything.
  static let lora = Color.green, everything = Color.blue
}

private let theory = LineStyle(width: 1.5, pattern: .dashed)

/// What is read of digits, and the bits of Spanish, against the rank of the change.
func directionsFigure(
  _ digits: DigitsTrials, _ tuned: TunedTrials<Arm, Run>, ring: Change, ranks: [Int], isAsExpected: Bool
) -> Figure {
  let x = ranks.map(Double.init)
  let cuts = Run.cuts
  let cutX = cuts.map(Double.init)
  let ticks = cuts.map { Axis.Tick(Double($0), "\($0)") }
  func task(_ change: Change, _ label: String, _ color: Color) -> [Mark] {
    [
      .line(x: cutX, y: digits.cuts(change, to: cuts).mean, color: color, style: theory, column: "\(label), cut"),
      .summaries(x: x, ranks.map { digits[change, $0].accuracy }, label: label, color: color),
    ]
  }
  let count = if case .ring(let count) = ring { count } else { 0 }
  return Figure(
    "directions",
    title: isAsExpected
      ? "A near task needs fewer directions than a far one" : "What changes of low rank learn of three tasks",
    columns: 2,
    panels: [
      Panel(
        "digits", x: Axis("rank r", scale: .log, ticks: ticks), y: Axis("test digits read", unit: "%", range: 0...100),
        legend: .inside(.bottomRight),
        marks: task(ring, "\(count) answers change places", .purple) + task(.shuffled, "pixels shuffled", .orange)),
      Panel(
        "from English to Spanish", x: Axis("rank r", scale: .log, ticks: ticks),
        y: Axis("Spanish", unit: "bits per character"), legend: .inside(.topRight),
        .line(x: cutX, y: tuned[.matrices].cutBits.mean, label: "tuned freely, then cut", color: .lora, style: theory),
        .summaries(x: x, ranks.map { tuned[.lora($0)].bits }, label: "learnt with rank r", color: .lora),
        .horizontal(tuned[.matrices].bits.mean, label: "tuned freely")),
    ])
}

/// Validation bits along the first steps from four starts.
func startsFigure(_ starts: [SeriesSummary]) -> Figure {
  let x = starts[0].places.indices.map { Double($0 * Run.interval) }
  let labels = ["B = 0", "A = 0", "both zero", "both random"]
  let colors: [Color] = [.lora, .blue, .grey, .vermilion]
  return Figure(
    "starts", title: "One of the two must start at zero, and only one",
    Panel(
      x: Axis("step"), y: Axis("Spanish", unit: "bits per character"), legend: .inside(.topRight),
      marks: labels.indices.map { start in
        .summaries(
          x: x, starts[start].places, label: labels[start], color: colors[start], points: false, column: labels[start])
      }))
}

/// English against Spanish bits after training everything at some rates, and with LoRA of some ranks.
func forgettingFigure(
  _ rates: [Runs<Run>], _ tuned: TunedTrials<Arm, Run>, ranks: [Int], untouched: Double, isGentle: Bool
) -> Figure {
  let all = rates.map { ($0.bits.mean, $0.english.mean) }
  let lora = ranks.map { (tuned[.lora($0)].bits.mean, tuned[.lora($0)].english.mean) }
  return Figure(
    "forgetting",
    title: isGentle ? "Tuning everything at a lower rate beats LoRA in both" : "English and Spanish after training",
    Panel(
      x: Axis("Spanish", unit: "bits per character"), y: Axis("English", unit: "bits per character"),
      legend: .inside(.topRight),
      marks: [.horizontal(untouched, label: "before", color: .black, style: theory)]
        + [
          .line(x: all.map(\.0), y: all.map(\.1), label: "everything", color: .everything),
          .points(x: all.map(\.0), y: all.map(\.1), label: "everything", color: .everything),
          .points(x: lora.map(\.0), y: lora.map(\.1), label: "LoRA", color: .lora),
        ]
        + zip(ranks, lora).map { .text("r = \($0)", at: ($1.0, $1.1 + 0.04), color: .lora, alignment: .center) }))
}
