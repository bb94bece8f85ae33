import Experiments
import Gnuplot
import Notebook

extension Color {
  static let attention = Color.blue, fixedShares = Color.green, fresh = Color.vermilion, others = Color.purple
}

/// What each adapter saves on each task, and its share of the attention: two maps with their numbers.
func mapsFigure(gains: [[Double]], shares: [[Double]], words: Int, isFound: Bool) -> Figure {
  let (tasks, x) = (Task.allCases, Task.single.indices.map(Double.init))
  let y = tasks.indices.map(Double.init)
  /// The first task is the top row.
  func panel(
    _ title: String, _ values: [[Double]], range: ClosedRange<Double>, colors: ColorScale, isDark: (Double) -> Bool,
    yLabel: String, column: String
  ) -> Panel {
    let rows = Array(values.reversed())
    let numbers = rows.indices.flatMap { row in
      rows[row].indices.map { cell in
        Mark.text(
          fixed(rows[row][cell], 2), at: (x: x[cell], y: y[row]),
          color: isDark(rows[row][cell]) ? Color(0xFFFFFF) : .black, alignment: .center)
      }
    }
    return Panel(
      title,
      x: Axis(
        "adapter", range: -0.5...2.5, ticks: Task.single.enumerated().map { .init(Double($0.offset), $0.element.words) }
      ),
      y: Axis(
        yLabel, range: -0.5...3.5,
        ticks: tasks.reversed().enumerated().map { .init(Double($0.offset), $0.element.words) }),
      legend: .none,
      marks: [.heatMap(x: x, y: y, z: rows, range: range, colors: colors, showsBar: false, column: column)] + numbers)
  }
  return Figure(
    "maps",
    title: isFound
      ? "\(grouped(words)) words find the adapters that fit" : "What adapters save, and which the attention chose",
    columns: 2, shared: .y,
    panels: [
      panel(
        "bits saved by an adapter alone", gains, range: -1.2...1.2, colors: .diverging, isDark: { abs($0) > 0.9 },
        yLabel: "task", column: "saved"),
      panel(
        "share of the attention", shares, range: 0...1, colors: .pale, isDark: { _ in false }, yLabel: "task",
        column: "share"),
    ])
}

/// Bits of each seed above the best adapter alone.
func rivalsFigure(_ tasks: [(name: String, best: Double, methods: [[Double]])], isChoice: Bool) -> Figure {
  let looks: [(String, Color)] = [
    ("new adapter", .fresh), ("attention", .attention), ("fixed shares", .fixedShares),
    ("attention without the right adapter", .others),
  ]
  let marks = looks.indices.map { method -> Mark in
    let present = tasks.indices.filter { tasks[$0].methods.count > method }
    return .points(
      x: present.flatMap { task in
        tasks[task].methods[method].map { _ in Double(task) + 0.17 * (Double(method) - 1.5) }
      },
      y: present.flatMap { task in tasks[task].methods[method].map { $0 - tasks[task].best } }, label: looks[method].0,
      color: looks[method].1, size: 1.4, opacity: 0.6)
  }
  return Figure(
    "rivals",
    title: isChoice
      ? "The attention finds the right adapter, but cannot replace it"
      : "What is read with the attention, with fixed shares and with a new adapter", proportion: 0.5,
    Panel(
      x: Axis("", range: -0.5...3.5, ticks: tasks.enumerated().map { .init(Double($0.offset), $0.element.name) }),
      y: Axis("bits above the best adapter alone"), legend: .below,
      marks: [.horizontal(0, color: .black, style: .dashed)] + marks))
}

/// Bits on the mixture against the number of words.
func sizesFigure(
  _ sizes: [Int], fixed: [Summary], attention: [Summary], all: [Summary], alone: Double, crosses: Bool
) -> Figure {
  let x = sizes.map(Double.init)
  return Figure(
    "words",
    title: crosses ? "Few words choose; to teach takes many" : "Bits by the number of words to learn from",
    proportion: 0.5,
    Panel(
      x: Axis("words to learn from", scale: .log, ticks: sizes.map { .init(Double($0), grouped($0)) }),
      y: Axis("bits per character on the mixture"), legend: .below,
      .horizontal(alone, label: "best adapter alone", color: .black, style: .dashed),
      .summaries(x: x, all, label: "all numbers tuned", color: .fresh),
      .summaries(x: x, attention, label: "attention", color: .attention),
      .summaries(x: x, fixed, label: "fixed shares", color: .fixedShares)))
}
