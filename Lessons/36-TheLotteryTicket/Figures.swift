import Experiments
import Gnuplot
import Notebook

extension Color {
  /// The ticket, another draw under its mask, other places.
  static let ticket = Color.blue, fresh = Color.vermilion, otherPlaces = Color.orange
}

/// What is read against the share of the weights that is kept, trained and not.
func roundsFigure(_ trials: Trials<Arm, Run>, rounds: Int, shares: [String], title: String) -> Figure {
  func marks(
    _ label: String, _ color: Color, _ style: LineStyle, _ value: KeyPath<Run, Double>, arm: (Int) -> Arm
  ) -> Mark {
    .summaries(
      x: (0...rounds).map(Double.init), (0...rounds).map { trials[arm($0)][dynamicMember: value] }, label: label,
      color: color, style: style)
  }
  let thin = LineStyle(width: 1)
  return Figure(
    "rounds", title: title, proportion: 0.6,
    Panel(
      x: Axis("weights kept", ticks: shares.enumerated().map { .init(Double($0), $1) }),
      y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
      .horizontal(10, style: LineStyle(width: 1, pattern: .dashed)),
      marks("another draw, not trained", .fresh, thin, \.untrained) {
        Arm($0 == 0 ? .first : .fresh, round: $0)
      },
      marks("ticket, not trained", .ticket, thin, \.untrained) { Arm(round: $0) },
      marks("another draw, trained", .fresh, .solid, \.accuracy) { Arm($0 == 0 ? .first : .fresh, round: $0) },
      marks("ticket, trained", .ticket, .thick, \.accuracy) { Arm(round: $0) }))
}

/// Each weight of the first layer before and after a training, and which the cut kept; dashed where none had moved, and the
/// cut of weights that no training has moved.
func movesFigure(_ moves: [Move], limit: Double, title: String) -> Figure {
  func points(_ label: String, _ color: Color, isKept: Bool) -> Mark {
    let moves = moves.filter { $0.isKept == isKept }
    return .points(
      x: moves.map(\.first), y: moves.map(\.trained), label: label, color: color, size: 0.5, opacity: 0.6)
  }
  let dashed = LineStyle(width: 1, pattern: .dashed)
  let cut = unmovedCut(limit: limit, removing: Ticket.pruned[0])
  return Figure(
    "moves", title: title, proportion: 0.7,
    Panel(
      x: Axis("first value"), y: Axis("value after training"), legend: .below,
      points("cut", .grey, isKept: false), points("kept", .ticket, isKept: true),
      .curve(over: -limit...limit, label: "not moved", style: dashed) { $0 },
      .vertical(-cut, color: .black, style: dashed), .vertical(cut, color: .black, style: dashed)))
}

/// What is read after so many epochs, the first place before training.
func epochsFigure(_ trials: Trials<Arm, Run>, rounds: [(round: Int, share: String)], title: String) -> Figure {
  let epochs = trials[Arm(round: 0)].all[0].curve.count - 1
  // Zero has no place on a logarithmic axis: it is drawn at a half.
  let x = (0...epochs).map { $0 == 0 ? 0.5 : Double($0) }
  let ticks = [1, 2, 5, 10, 20, 50, 100, 200, 400].filter { $0 <= epochs }
  return Figure(
    "epochs", title: title, columns: 2, shared: .y,
    panels: rounds.map { round, share in
      Panel(
        "\(share) kept",
        x: Axis("epoch", scale: .log, ticks: [.init(0.5, "0")] + ticks.map { .init(Double($0), "\($0)") }),
        y: Axis("test digits read", unit: "%", range: 0...100), legend: .below,
        marks: [
          ("the whole network", Color.black, Arm(round: 0)), ("another draw", .fresh, Arm(.fresh, round: round)),
          ("ticket", .ticket, Arm(round: round)),
        ].map { label, color, arm in
          .summaries(x: x, trials[arm].curve.places, label: label, color: color, points: false)
        })
    })
}
