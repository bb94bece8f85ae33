import Experiments
import Gnuplot
import Notebook

extension Color {
  /// An adapter with a ReLU, a linear one, and LoRA.
  static let bent = Color.vermilion, linear = Color.blue, lora = Color.green
}

private let theory = LineStyle(width: 1, pattern: .dashed)

/// How networks divide the plane, three in a row, with the points that they are tested on.
func moonsFigure(
  _ panels: [(title: String, map: [[Double]])], moons: (x: [Double], y: [Double], labels: [Int]), isAsExpected: Bool
) -> Figure {
  func points(_ label: Int, _ color: Color) -> Mark {
    let places = moons.labels.indices.filter { moons.labels[$0] == label }
    return .points(
      x: places.map { moons.x[$0] }, y: places.map { moons.y[$0] }, color: color, size: 0.45, column: "moon \(label)")
  }
  return Figure(
    "moons",
    title: isAsExpected
      ? "An adapter needs a bend of its own where the frozen network has none"
      : "How two frozen networks part the moons, alone and with an adapter",
    columns: 3, shared: [.x, .y, .color],
    panels: panels.map { title, map in
      Panel(
        title, x: Axis("", range: -1.5...2.5, ticks: []), y: Axis("", range: -1.1...1.6, ticks: []), aspect: .equal,
        legend: .none,
        .heatMap(
          x: MoonsRun.x, y: MoonsRun.y, z: map.map { row in row.map { $0 - 0.5 } }, range: -1.6...1.6,
          colors: .diverging, showsBar: false, column: title),
        points(0, .blue), points(1, .vermilion))
    })
}

/// The share of the moons' points that is read against the bottleneck, for a straight frozen network and one with ReLU.
func bottlenecksFigure(
  _ sizes: [Int], straight: (linear: [Summary], bent: [Summary]), relu: (linear: [Summary], bent: [Summary]),
  line: Double
) -> Figure {
  let x = sizes.map(Double.init)
  func panel(_ title: String, _ runs: (linear: [Summary], bent: [Summary])) -> Panel {
    Panel(
      title, x: Axis("bottleneck m", scale: .log, ticks: sizes.map { .init(Double($0), "\($0)") }),
      y: Axis("test points read", unit: "%", minimum: nil, maximum: 100), legend: .below,
      .horizontal(line, label: "best straight line", color: .black, style: theory),
      .summaries(x: x, runs.linear, label: "linear adapter", color: .linear, column: "\(title) linear"),
      .summaries(x: x, runs.bent, label: "adapter with ReLU", color: .bent, column: "\(title) ReLU"))
  }
  return Figure(
    "bottlenecks", title: "Each ReLU unit gives a straight network one bend more",
    columns: 2, shared: .y, panels: [panel("straight network", straight), panel("network with ReLU", relu)])
}

/// Bits per character against the numbers that are trained, by adapters with ReLU, linear ones, and LoRA.
func lettersFigure(
  bent: [(numbers: Double, bits: Summary)], linear: [(numbers: Double, bits: Summary)],
  lora: [(numbers: Double, bits: Summary)], all: Double, width: Double, isAsExpected: Bool
) -> Figure {
  func curve(_ runs: [(numbers: Double, bits: Summary)], _ label: String, _ color: Color) -> Mark {
    .summaries(x: runs.map(\.numbers), runs.map(\.bits), label: label, color: color)
  }
  return Figure(
    "letters",
    title: isAsExpected
      ? "While it is narrow, an adapter of a transformer does not need its ReLU"
      : "Bits per character by the numbers that are trained",
    proportion: 0.5,
    Panel(
      x: Axis("numbers trained", scale: .log, ticks: [300, 1000, 3000, 10_000].map { .init($0, grouped(Int($0))) }),
      y: Axis("bits per character"), legend: .below, .vertical(width, label: "as wide as the network", style: theory),
      .horizontal(all, label: "all numbers trained", color: .black), curve(lora, "LoRA", .lora),
      curve(linear, "linear adapter", .linear), curve(bent, "adapter with ReLU", .bent)))
}
