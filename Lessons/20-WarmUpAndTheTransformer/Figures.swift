import Descent
import Experiments
import Gnuplot
import Notebook

extension Design {
  /// Without a warm-up in warm colours, with one in cold ones.
  var color: Color {
    switch norm {
    case .post: isWarmedUp ? .blue : .vermilion
    case .pre: isWarmedUp ? .sky : .orange
    }
  }

  var label: String { "\(norm.rawValue)-LN, \(isWarmedUp ? "warm-up" : "no warm-up")" }

  /// A line in the design's colour, with points where they are few.
  fileprivate func line(_ x: [Double], _ y: [Double], hasPoints: Bool = false) -> Mark {
    let line = Mark.line(x: x, y: y, label: label, color: color, column: label)
    return hasPoints ? .group([line, .points(x: x, y: y, label: label, color: color, column: label)]) : line
  }
}

private let theory = LineStyle(width: 2, pattern: .dashed)

/// The loss of each seed over the steps, with and without warm-up, at three rates: it grows step by step.
func ratesFigure(_ findings: Findings, title: String) -> Figure {
  let block = 5
  let steps = findings.cold.steps / block
  let x = (0..<steps).map { Double(block * $0) + Double(block + 1) / 2 }
  let panels = [0.25, 0.5, 1].map { factor -> Panel in
    let marks = [Design(.post), Design(.post, isWarmedUp: true)].flatMap { design -> [Mark] in
      let losses = findings[design, factor].all.map { run in
        (0..<steps).map { Summary(of: run.losses[$0 * block..<($0 + 1) * block]).mean }
      }
      return losses.enumerated().map { seed, values in
        .line(x: x, y: values, color: design.color, style: .thin, column: "\(design.label) seed \(seed)")
      } + [
        .line(x: x, y: SeriesSummary(of: losses).median, label: design.label, color: design.color, style: .thick)
      ]
    }
    let guess = Mark.line(
      x: [0, 200], y: [guessing, guessing], label: "guessing, ln 5", color: .black, style: theory)
    return Panel(
      "η = \(plain(factor * findings.cold.rate))", x: Axis("step"), y: Axis("loss", range: 0...2.6), legend: .below,
      marks: marks + [.whole(guess)])
  }
  return Figure(
    "three-rates", title: title, columns: 3, shared: .y,
    animation: Animation(frames: steps, captions: (1...steps).map { "step \(block * $0)" }), panels: panels)
}

/// The length of the steps, how much the answers depend on the input, and how much of that is left by depth.
func forgettingFigure(_ findings: Findings, _ depths: Trials<Arm, Run>, title: String) -> Figure {
  let designs = [Design(.post), Design(.post, isWarmedUp: true), Design(.pre)]
  let updates = Array(1...100)
  let x = updates.map(Double.init)
  let stepMarks = designs.prefix(2).map { $0.line(x, Array(findings[$0].stepSizes.median.prefix(100))) }
  let places = Run.places.dropFirst().map(Double.init)
  let spreadMarks = designs.map { $0.line(places, Array(findings[$0].spreads.median.dropFirst())) }
  let layers = depths.arms.filter { $0.norm == .post }.map(\.layers)
  let depthMarks = [Design(.post), Design(.pre)].map { design in
    let arms = depths.arms.filter { $0.norm == design.norm }
    return design.line(layers.map(Double.init), arms.map { depths[$0].kept.median }, hasPoints: true)
  }
  func theoryLine(_ x: [Double], _ y: [Double]) -> Mark {
    .line(x: x, y: y, label: "theory", color: .black, style: theory)
  }
  return Figure(
    "forgetting", title: title, columns: 3,
    panels: [
      Panel(
        "length of the step", x: Axis("update t", scale: .log), y: Axis("rms step / η", scale: .log), legend: .below,
        marks: stepMarks + [theoryLine(x, updates.map { noiseStep($0) })]),
      Panel(
        "what the answers owe to the input", x: Axis("update", scale: .log),
        y: Axis("spread of the logits", scale: .log), legend: .below, marks: spreadMarks),
      Panel(
        "left of it after 3 updates", x: Axis("layers"), y: Axis("share", scale: .log), legend: .below,
        marks: depthMarks + [theoryLine(layers.map(Double.init), layers.map { predictedShare(depths, layers: $0) })]),
    ])
}

/// In how many runs the task is solved, by the rate and by the length of the warm-up.
func solvedFigure(_ findings: Findings, doses: [Arm], title: String) -> Figure {
  let rates = Findings.factors.map { $0 * findings.cold.rate }
  let y = Axis("solved runs of \(findings.seeds)", range: 0...Double(findings.seeds) * 1.04)
  let lines = Design.all.map { design in
    design.line(rates, Findings.factors.map { Double(findings.solved(design, $0)) }, hasPoints: true)
  }
  let dose = Design(.post, isWarmedUp: true).line(
    doses.map { Double($0.warmUp) }, doses.map { Double(findings.solved($0)) }, hasPoints: true)
  return Figure(
    "solved", title: title, columns: 2,
    panels: [
      Panel(
        "by the rate", x: Axis("learning rate η", scale: .log, ticks: rates.map { .init($0, plain($0)) }), y: y,
        legend: .below, marks: lines),
      Panel(
        "by the warm-up: post-LN, η = \(plain(findings.cold.rate))", x: Axis("steps of warm-up"), y: y, legend: .below,
        dose),
    ])
}

/// Tokens, sequences and BLEU over the steps.
func bleuFigure(_ findings: Findings) -> Figure {
  let updates = Run.places.map(Double.init)
  let measures: [(String, Color, KeyPath<Probe, Double> & Sendable)] = [
    ("tokens right", .grey, \.tokens), ("BLEU", .green, \.bleu), ("sequences right", .purple, \.sequences),
  ]
  let panels = [Design(.post, isWarmedUp: true), Design(.pre)].map { design -> Panel in
    let marks = measures.map { words, color, measure -> Mark in
      let values = findings[design].all.map { $0.probes.map { $0[keyPath: measure] } }
      return .line(x: updates, y: SeriesSummary(of: values).mean, label: words, color: color)
    }
    return Panel(
      design.label, x: Axis("update"), y: Axis("share", unit: "%", range: 0...100), legend: .below, marks: marks)
  }
  return Figure(
    "bleu", title: "Tokens, sequences and BLEU while the transformer learns", columns: 2, shared: .y, panels: panels)
}
