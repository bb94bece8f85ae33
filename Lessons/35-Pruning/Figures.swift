import Descent
import Experiments
import Gnuplot
import Notebook

extension Color {
  /// All layers in one ranking, each in its own, chance; and whole units.
  static let global = Color.blue, local = Color.vermilion, random = Color.grey, units = Color.green
}

/// What is read after one cut, and after some more epochs, against the share of the weights that went.
func kneeFigure(
  _ whole: Summary, _ cuts: Runs<Cuts>, _ amount: Double, lifts: [(before: Double, after: Double)], _ later: String,
  isWon: Bool
) -> Figure {
  let x = [0] + cuts.all[0].amounts.map { 100 * $0 }
  func curve(_ series: SeriesSummary, _ label: String, _ color: Color) -> Mark {
    .summaries(x: x, [whole] + series.places, label: label, color: color, points: false)
  }
  let marks = zip(lifts, [Color.global, .local, .random]).enumerated().flatMap { place, lift -> [Mark] in
    let ((before, after), color, x) = (lift.0, lift.1, [100 * amount])
    let label = place == 0 ? "after \(later)" : nil
    return [
      .arrows(x: x, y: [before], dx: [0], dy: [after - before], color: color, column: "lift \(place)"),
      .points(x: x, y: [after], label: label, color: color, size: 2, column: "later \(place)"),
    ]
  }
  return Figure(
    "knee",
    title: isWon
      ? "Nine tenths can go, if all compete and the rest trains on" : "What is read after a cut, and after training on",
    Panel(
      x: Axis("weights removed", unit: "%"), y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      marks: [
        curve(cuts.random, "at random", .random), curve(cuts.local, "smallest of each layer", .local),
        curve(cuts.global, "smallest of all", .global),
      ] + marks))
}

/// What each layer keeps of one ranking, and what the sizes of the first weights predict.
func sharesFigure(_ cuts: Runs<Cuts>) -> Figure {
  let amounts = cuts.all[0].amounts
  let colors: [Color] = [.purple, .green, .blue, .orange, .sky]
  let order = [0, 4, 1, 3, 2]  // from the layer that keeps most
  let marks = order.flatMap { layer -> [Mark] in
    let name = FreshLayer.leNet[layer].name
    let kept = amounts.indices.map { place in Summary(of: cuts.all.map { 100 * $0.kept[place][layer] }).mean }
    return [
      .curve(
        over: 0...99, samples: 100, color: colors[layer], style: LineStyle(width: 1, pattern: .dashed),
        column: "\(name) theory"
      ) { 100 * keptShares(removing: $0 / 100)[layer] },
      .points(x: amounts.map { 100 * $0 }, y: kept, label: name, color: colors[layer], size: 1.3),
    ]
  }
  return Figure(
    "shares", title: "Up to a half, what a layer keeps follows from its number of inputs",
    Panel(
      x: Axis("weights removed from all layers", unit: "%", range: 0...100),
      y: Axis("weights that a layer keeps", unit: "%", range: 0...103), legend: .below, marks: marks))
}

/// What is read against the numbers that are left: single weights, and whole units before and after training on.
func sizesFigure(_ whole: Summary, _ cuts: Runs<Cuts>, _ trials: Trials<Arm, Run>) -> Figure {
  let weights = cuts.all[0].amounts.map { 236 + 61_470 * (1 - $0) }  // 236 biases stay
  let shares = Plan.shares
  let numbers = shares.map { Double(trials[.units(share: $0)].all[0].size.numbers) }
  let least = min(3000, weights.min() ?? 3000)
  return Figure(
    "sizes", title: "Whole units cost more, until what is left trains on",
    Panel(
      x: Axis(
        "numbers left", scale: .log, minimum: least, maximum: 70_000,
        ticks: [1000, 2000, 4000, 8000, 16_000, 32_000, 62_000].filter { Double($0) > least }.map {
          .init(Double($0), grouped($0))
        }),
      y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      marks: [
        .summaries(
          x: [61_706] + weights, [whole] + cuts.global.places, label: "single weights, one cut", color: .global),
        .summaries(
          x: [61_706] + numbers, [whole] + shares.map { trials[.units(share: $0)].before },
          label: "units, one cut", color: .units),
        .summaries(
          x: numbers, shares.map { trials[.units(share: $0)].after },
          label: "units, \(Plan.epochsOfUnits) epochs later", color: .orange),
        .summaries(
          x: Array(numbers.dropFirst()), shares.dropFirst().map { trials[.scratch(share: $0)].after },
          label: "as small, from scratch", color: .purple),
      ]))
}
