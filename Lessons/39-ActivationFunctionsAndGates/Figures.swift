import Descent
import Experiments
import Gnuplot
import Notebook

extension Form {
  /// The colour of its activation; a bare product is green.
  var color: Color {
    switch activation {
    case .identity: .green
    case .sigmoid: .orange
    case .relu: .blue
    case .silu: .purple
    default: .vermilion
    }
  }
}

/// Three activations, and the sum f(u) + f(−u) of each.
func partsFigure() -> Figure {
  let x = evenly(-4...4, count: 321)
  let activations: [(String, Activation)] = [("ReLU", .relu), ("SiLU", .silu), ("GELU", .gelu)]
  func marks(_ column: String, _ y: (Activation, Double) -> Double) -> [Mark] {
    activations.map { label, f in
      .line(x: x, y: x.map { y(f, $0) }, label: label, color: Form(f).color, column: "\(label) \(column)")
    }
  }
  let parabolas = activations.compactMap { label, f in
    curvature(f).map { bend in
      Mark.curve(over: -1.6...1.6, color: Form(f).color, column: "\(label) parabola") { bend * $0 * $0 }
    }
  }
  return Figure(
    "parts", title: "Alike from afar; at the bottom, a corner or a parabola", columns: 2,
    panels: [
      Panel(
        "activation f", x: Axis("u"), y: Axis("f(u)", range: -0.5...4), legend: .below, marks: marks("value", value)),
      Panel(
        "sum of both sides", x: Axis("u", range: -1.6...1.6), y: Axis("f(u) + f(−u)", range: 0...1.6), legend: .below,
        marks: marks("sum", sumOfSides) + parabolas),
    ])
}

/// The error of each network that was to multiply, against its hidden units.
func unitsFigure(_ families: [(label: String, form: Form)], units: [Int], _ trials: Trials<ProductArm, ProductRun>)
  -> Figure
{
  let x = units.map(Double.init)
  return Figure(
    "units", title: "One bilinear unit multiplies; many ReLUs only come near",
    Panel(
      x: Axis("hidden units", scale: .log, ticks: units.map { .init(Double($0), "\($0)") }),
      y: Axis("mean square error", scale: .log, minimum: 1e-16, maximum: 1), legend: .direct,
      marks: families.flatMap { label, form -> [Mark] in
        let runs = units.map { trials[ProductArm(form, units: $0)].all.map(\.error) }
        return [
          .line(
            x: x, y: runs.map { Summary(of: $0).median }, label: label, color: form.color, column: "\(label) median"),
          .points(
            x: zip(x, runs).flatMap { place, runs in runs.map { _ in place } }, y: runs.flatMap { $0 },
            color: form.color,
            size: 0.7, opacity: 0.5, column: "\(label) run"),
        ]
      }))
}

/// Bits of each seed, plain on the left and gated on the right of each activation.
func lettersFigure(
  _ trials: Trials<Form, LetterRun>, _ activations: [(name: String, activation: Activation)], needsBend: Bool
)
  -> Figure
{
  let forms = activations.indices.flatMap { place in
    [false, true].map { isGated in
      (x: Double(place) + (isGated ? 0.2 : -0.2), form: Form(activations[place].activation, isGated: isGated))
    }
  }
  let lines = activations.indices.map { place in
    let pair = forms[2 * place...2 * place + 1]
    return Mark.line(
      x: pair.map(\.x), y: pair.map { trials[$0.form].bits.mean }, color: .grey,
      column: "\(activations[place].name) mean")
  }
  let points = [false, true].map { isGated in
    let chosen = forms.filter { $0.form.isGated == isGated }
    return Mark.points(
      x: chosen.flatMap { entry in trials[entry.form].all.map { _ in entry.x } },
      y: chosen.flatMap { trials[$0.form].all.map(\.bits) }, label: isGated ? "gated" : "plain",
      color: isGated ? .green : .black, size: 0.9, opacity: 0.7)
  }
  return Figure(
    "letters",
    title: needsBend
      ? "A gate is worth a lot where nothing else bends, and little otherwise" : "Bits of plain and of gated layers",
    proportion: 0.55,
    Panel(
      x: Axis(
        "activation f", range: -0.6...4.6,
        ticks: activations.enumerated().map { .init(Double($0.offset), $0.element.name) }),
      y: Axis("bits per letter"), legend: .inside(.topRight), marks: lines + points))
}

/// Digits read against epochs at the bold rate, a line a network.
func boldFigure(_ trials: Trials<Bend, BoldRun>, rate: Double, turns: Bool) -> Figure {
  let epochs = BoldRun.places.map(Double.init)
  func panel(_ title: String, _ bend: Bend, _ color: Color) -> Panel {
    Panel(
      title, x: Axis("epoch", scale: .log, ticks: [1, 3, 10, 30, 100].map { .init($0, plain($0)) }),
      y: Axis("test digits read", unit: "%", range: 0...100), legend: .none,
      marks: trials[bend].all.enumerated().map { seed, run in
        .line(
          x: epochs, y: run.accuracies, color: color, style: LineStyle(width: 1.5, opacity: 0.7),
          column: "\(title) \(seed)")
      })
  }
  return Figure(
    "bold",
    title: turns
      ? "ReLU is lost; leaky ReLU comes back; SiLU leads until it falls" : "Ten networks each at rate \(plain(rate))",
    columns: 2, shared: [.x, .y],
    panels: [
      panel("ReLU", .relu, .blue), panel("leaky ReLU", .leaky, .sky), panel("GELU", .gelu, .vermilion),
      panel("SiLU", .silu, .purple),
    ])
}
