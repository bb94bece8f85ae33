import Datasets
import Experiments
import Gnuplot
import Notebook

extension Color {
  static let untouched = Color.grey, several = Color.blue
}

extension Method {
  /// What it is called in a figure and in a table.
  var name: String {
    switch self {
    case .prefix(let length, projection: nil): "prefix, \(counted(length, "pair"))"
    case .prefix: "prefix through a projection"
    case .half(let isKey): isKey ? "key" : "value"
    case .soft(let length): "soft prompt, \(counted(length, "vector"))"
    case .lora: "LoRA of rank 1"
    case .head: "new last layer"
    case .all: "everything"
    }
  }

  var color: Color {
    if isProjected { .orange } else { .several }
  }
}

/// How long drawn words are, without a prefix and with prefixes of some lengths.
func lengthsFigure(_ untouched: [Double], _ runs: [(name: String, lengths: [Double])], length: Int, word: String)
  -> Figure
{
  let x = (1...10).map(Double.init)
  let (tall, isSpike) = (runs.flatMap(\.lengths).max() ?? 0, runs.allSatisfy { $0.lengths[length - 1] > 50 })
  let coin = (1...10).map { 100 * coinShare(of: $0, stopping: 1 / Double(length)) }
  func panel(_ name: String, _ lengths: [Double], _ color: Color, _ more: [Mark] = []) -> Panel {
    Panel(
      name, x: Axis("letters", range: 0.3...10.7, ticks: [2, 4, 6, 8, 10].map { .init($0, plain($0)) }),
      y: Axis("drawn words", unit: "%", range: 0...max(40, tall + 5)), legend: .inside(.topRight),
      marks: [.bars(x: x, y: lengths, color: color, column: name)] + more)
  }
  return Figure(
    "lengths",
    title: isSpike
      ? "Behind a prefix, a hill of lengths becomes a spike at \(word)"
      : "Lengths of words without and behind a prefix",
    columns: runs.count + 1, shared: [.y],
    panels: [
      panel(
        "no prefix", untouched, .untouched, [.line(x: x, y: coin, label: "a coin", color: .black, style: .dashed)])
    ] + runs.map { panel($0.name, $0.lengths, .several) })
}

/// How much of its attention each place gives to the prefix, at first and once trained.
func attentionFigure(_ runs: [(name: String, untrained: SeriesSummary, trained: SeriesSummary)], prefix: Int) -> Figure
{
  func summaries(_ series: SeriesSummary, _ label: String, _ color: Color) -> Mark {
    .summaries(
      x: series.mean.indices.map(Double.init), mean: series.mean.map { 100 * $0 },
      lower: series.minimum.map { 100 * $0 },
      upper: series.maximum.map { 100 * $0 }, label: label, color: color, points: false)
  }
  return Figure(
    "attention", title: "Training decides where a prefix is looked at",
    columns: 2,
    shared: [.y],
    panels: runs.map { name, untrained, trained in
      let places = trained.mean.indices.map(Double.init)
      return Panel(
        name, x: Axis("letters so far", range: 0...10), y: Axis("attention on the prefix", unit: "%", range: 0...100),
        legend: .below,
        summaries(untrained, "untrained", .untouched), summaries(trained, "trained", .several),
        .line(
          x: places, y: trained.mean.indices.map { 100 * prefixShare(prefix: prefix, keys: $0 + 1) },
          label: "all keys alike", color: .black, style: .dashed))
    })
}

/// What share of the words obeys where only the key or the value of a pair is trained, or both.
func halvesFigure(_ panels: [(name: String, untouched: Double, trained: [Runs<Run>])], word: String) -> Figure {
  let names = ["neither", "key", "value", "both"]
  let isTold =
    panels[0].trained[1].share.mean > 50 && panels[1].trained[1].share.mean < panels[1].trained[2].share.mean / 2
  return Figure(
    "halves",
    title: isTold
      ? "A value alone can start a word, but not count \(word) letters" : "Only the key trained, or the value, or both",
    columns: 2, shared: [.y],
    panels: panels.map { name, untouched, trained in
      let (x, shares) = ([2.0, 3, 4], trained.map(\.share))
      return Panel(
        name, x: Axis("trained", range: 0.4...4.6, ticks: names.indices.map { .init(Double($0 + 1), names[$0]) }),
        y: Axis("words that obey", unit: "%", range: 0...100),
        .bars(x: [1] + x, y: [untouched] + shares.map(\.mean), color: .several, column: "trained"),
        .errorBars(
          x: x, y: shares.map(\.mean), lower: shares.map(\.minimum), upper: shares.map(\.maximum), color: .black,
          column: "range"))
    })
}

/// The share that obeys against the rate, of a prefix that is trained itself and of one that a projection makes.
func ratesFigure(_ sweep: Sweep<Arm, Run>, word: String, isOnlyTheRate: Bool) -> Figure {
  Figure(
    "rates",
    title: isOnlyTheRate
      ? "The projection does what a larger rate does" : "A prefix trained itself, or through a projection",
    proportion: 0.5,
    Panel(
      x: Axis("learning rate η", scale: .log), y: Axis("words of \(word) letters", unit: "%", range: 0...100),
      legend: .inside(.bottomRight),
      marks: sweep.arms.map { arm in
        .summaries(
          x: sweep.rates[arm, default: []], sweep.curve(arm, \.share),
          label: arm.method.isProjected ? "through a projection" : "trained itself", color: arm.method.color)
      }))
}
