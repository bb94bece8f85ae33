import ArgumentParser
import Notebook
import Numerics

/// Lesson 01 · Stacked quadratic cliffs
///
/// One parabola, fed its own output k times: the smallest deep network whose gradient explodes and vanishes at once.
/// What that does to training is told in Lesson01+Training.swift.
@main struct Lesson01: Lesson {
  static let card = LessonCard.number(1)

  @OptionGroup var common: CommonOptions
  @Option(help: "Height r of the layer r·x·(1 − x), from 0.5 to 4.") var r = 3.5
  @Option(help: "Learning rate η of the descents, above 0.") var learningRate = 0.01
  @Option(help: "Largest size of a gradient that is let through, above 0; without it all are.") var clip: Double?
  @Option(help: "Output that the descents aim for, a finite number.") var target = 0.7

  func validate() throws {
    try require(r, "--r", .from(0.5...4))
    try require(learningRate, "--learning-rate", .above(0))
    if let clip { try require(clip, "--clip", .above(0)) }
    try require(target, "--target", .finite)
  }

  func write(in notebook: Notebook) async throws {
    let studies = await inParallel(over: [Parabola(r: r), Parabola(r: 4)], "stacks") { Study(of: $0) }
    let (own, chaotic) = (studies[0], studies[1])
    idea(own, notebook)
    terraces(own, chaotic, notebook)
    slopes(own, chaotic, notebook)
    otherLayers(own, notebook)
    overflow(own, notebook)
    await training(own, chaotic, notebook)
    lookBack(notebook)
    exercises(notebook)
  }
}

extension Lesson01 {
  private func idea(_ own: Study, _ notebook: Notebook) {
    let layer = own.layer
    let last = own.deepest
    notebook.answer(
      """
      A gradient is a product of one factor per layer, up to \(r.formatted) in size where the outputs pass near 0 or 1 and
      almost 0 where they pass near ½: after \(last.depth) layers it is \(size(last.maximum)) at the ends of [0, 1] and
      \(size(last.median)) at the median input.
      """)
    notebook.section("One layer, k times")
    notebook.text(
      """
      A deep network is a function of a function of a function. The smallest example is a parabola that is fed its own
      output. Note 1 takes −3.5x² + 3.5x, which is r·x·(1 − x) with
      r = 3.5\(r == 3.5 ? "" : "; this run takes r = \(r.formatted)"). Forward nothing can go wrong: the parabola sends
      [0, 1] into itself, however often it is applied. Backward the chain rule multiplies one slope for each layer.
      """)
    notebook.equation(
      latex: #"f(x) = r\,x\,(1 - x), \qquad (f^k)'(x_0) = \prod_{j=0}^{k-1} r\,(1 - 2 x_j), \qquad x_{j+1} = f(x_j)"#,
      plain: "f(x) = r x (1 − x),   (fᵏ)′(x₀) = r(1 − 2x₀) · r(1 − 2x₁) ⋯ r(1 − 2xₖ₋₁),   xⱼ₊₁ = f(xⱼ)")
    notebook.text("Two inputs, four layers, on paper:")
    let (inside, end) = (layer.orbit(from: 0.3, depth: 4), layer.orbit(from: 0, depth: 4))
    notebook.table(
      columns: ["layers k", "fᵏ(0.3)", "slope there", "product", "fᵏ(0)", "slope there", "product"],
      rows: (0...4).map { k in
        [
          "\(k)", fixed(inside[k], 4), fixed(layer.derivative(at: inside[k]), 3),
          fixed(layer.stacked(k, at: 0.3).slope, 4),
          fixed(end[k], 0), fixed(layer.derivative(at: end[k]), 3), fixed(layer.stacked(k, at: 0).slope, 4),
        ]
      },
      caption: """
        The product is the slope of the whole stack so far. The same four layers multiply a gradient by
        \(fixed(layer.stacked(4, at: 0.3).slope, 2)) at 0.3 and by \(fixed(layer.stacked(4, at: 0).slope, 2)) at 0.
        """)
  }

  private func terraces(_ own: Study, _ chaotic: Study, _ notebook: Notebook) {
    notebook.section("What stacking does to the function")
    let heights = own.layer.terraces(depth: 10)
    let (last, combs) = (own.highlands, chaotic.highlands)
    notebook.figure(
      terracesFigure(own, chaotic),
      caption: """
        Every layer folds the graph once more. At \(chaotic.label) each fold reaches from 0 to 1 and the graph becomes a comb
        of 2ᵏ laps (a lap only rises or only falls). At \(own.label) all peaks and valleys of ten layers lie on
        \(counted(heights.count, "terrace")), \(places(heights, decimals: 3)).
        """, cover: true)
    notebook.text(
      """
      Where are the peaks and valleys? By the chain rule wherever one of the outputs is ½. So we count them without any grid:
      ½, the points that f sends to ½, the points that f sends to those, and so on. A peak that passes ½ after j layers has
      the height of ½ after the other k − j: that is why there are so few heights.
      """)
    notebook.figure(
      mountainsFigure(own, chaotic),
      caption: """
        The number of laps, and the total climb: all ups and downs from x = 0 to x = 1 added up (for \(chaotic.label) both
        are 2ᵏ). After \(last.depth) layers \(own.label) has \(grouped(last.laps)) laps, and \(chaotic.label) has
        \(grouped(combs.laps)) after \(combs.depth) already.
        """)
    notebook.claim(
      "1.1", "The more layers are stacked, the more mountainous the function becomes.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C5"),
      verdict: .holdsIf("mountainous means more laps: about k³/6 at r = 3.5, and 2ᵏ only at r = 4"),
      when: own.landscapes.allSatisfy { $0.laps == cubicLapCount(depth: $0.depth) }
        && chaotic.landscapes.allSatisfy { $0.laps == 1 << $0.depth },
      measured: """
        laps \(listed(own.landscapes.prefix(6).map { "\($0.laps)" })) … \(grouped(last.laps)) for k = 1 … \(last.depth),
        climb \(fixed(last.totalVariation, 1)); \(chaotic.label): \(grouped(combs.laps)) for k = \(combs.depth)
        """)
    let distance = own.layer.largestDistanceFromTerraces(depth: 10)
    notebook.claim(
      "1.2", "All peaks and valleys lie on the outputs of ½; at r = 3.5 that makes four terraces.", source: .ours,
      verdict: .holds, when: distance < 1e-9 && heights.count == 4,
      measured: """
        \(counted(heights.count, "terrace")); no peak or valley of k = 10 is further than \(significant(distance, 1)) from an output
        of ½
        """)
  }

  private func slopes(_ own: Study, _ chaotic: Study, _ notebook: Notebook) {
    notebook.section("What it does to the gradient")
    let last = own.deepest
    let ten = own.steepness[9]
    notebook.figure(
      cliffsFigure(own),
      caption: """
        |(fᵏ)′(x)| on a logarithmic axis, with a grey line at 1. Ten layers are \(size(ten.maximum)) steep at both
        ends, but at \(percent(ten.shareBelowOne, 0)) of the inputs they flatten what passes through them.
        """)
    notebook.figure(
      slopesFigure(own, chaotic),
      caption: """
        The largest slope is rᵏ. The median over [0, 1] changes by a factor of \(fixed(own.medianFactor, 3)) per layer at
        \(own.label) and of \(fixed(chaotic.medianFactor, 3)) at \(chaotic.label).
        """)
    if let cycle = own.cycle {
      notebook.text(
        """
        Why does it vanish in the long run? At \(own.label) almost every input ends up near the same cycle of
        \(counted(cycle.points.count, "output")), \(places(cycle.points, decimals: 4)). Once around it the slope is the product of their slopes,
        \(fixed(cycle.multiplier, 4)): a factor of \(fixed(cycle.shrinkPerLayer, 4)) per layer, whatever the input was. The
        cliffs are the few places that have not got there yet. At \(chaotic.label) there is no such cycle: to see a gradient
        explode nearly everywhere, that is the parabola to stack. In networks both happen, too: \(lesson(8)).
        """)
    } else {
      notebook.text(
        "At \(own.label) no cycle draws the outputs in, so nothing makes the slope vanish at nearly every input.")
    }
    let isPower = own.steepness.allSatisfy { abs($0.maximum / .pow(r, Double($0.depth)) - 1) < 1e-13 }
    notebook.claim(
      "1.3", "The steepest slope of k stacked layers is rᵏ, at both ends of [0, 1].", source: .ours, verdict: .holds,
      when: isPower, measured: "\(size(ten.maximum)) at k = 10, \(size(last.maximum)) at k = \(last.depth)")
    let crossing = own.crossing.map { own.steepness[$0 - 1] }
    let highest = own.steepness.max { $0.median < $1.median } ?? last
    notebook.claim(
      "1.4", "Stacking −3.5x² + 3.5x shows how gradients explode.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C5"),
      verdict: .holdsIf("the input is near an end; at most inputs the gradient vanishes, from k = 13 on"),
      when: crossing?.depth == 13 && last.median < 1e-9
        && abs(own.medianFactor / (own.cycle?.shrinkPerLayer ?? 0) - 1) < 0.01,
      measured: """
        median slope \(fixed(highest.median, 2)) at k = \(highest.depth),
        \(crossing.map { "\(fixed($0.median, 3)) at k = \($0.depth), " } ?? "")\(size(last.median)) at
        k = \(last.depth), below 1 at \(percent(last.shareBelowOne, 0)) of the inputs; × \(fixed(own.medianFactor, 4)) per
        layer; \(chaotic.label): × \(fixed(chaotic.medianFactor, 4))
        """)
  }

  private func otherLayers(_ own: Study, _ notebook: Notebook) {
    notebook.section("Is it the non-linearity, and is ReLU the cure?")
    notebook.text(
      """
      Note 1 blames the non-linearity and offers ReLU. Two layers test that. The first has no non-linearity: 3.5x. The
      second is two ReLUs, 2·relu(x) − 4·relu(x − ½), a tent over [0, 1]. ReLU is as non-linear as the parabola; it only has
      its bend in one point.
      """)
    let depth = 10
    let (tent, line) = (ReLUTent(), Line(slope: 3.5))
    let tentLaps = tent.landscapes(upTo: depth)[depth - 1].laps
    let tentSlopes = tent.steepness(upTo: depth, points: 10_001)[depth - 1]
    let lineSlopes = line.steepness(upTo: depth, points: 10_001)[depth - 1]
    notebook.table(
      columns: ["ten layers of", "laps", "largest slope", "median slope"],
      rows: [
        row("the parabola, \(own.label)", own.landscapes[depth - 1].laps, own.steepness[depth - 1]),
        row("the tent of two ReLUs", tentLaps, tentSlopes), row("the line 3.5x", 1, lineSlopes),
      ],
      caption: """
        What decides is the size of the factors, not whether there is a bend: a ReLU has slope 1 where it is active, so it
        neither shrinks nor stretches, and the weights around it do the rest.
        """)
    notebook.claim(
      "1.5", "It is the non-linearity that makes gradients explode.",
      source: .note(1, "Gradient Exploding/Vanishing"), verdict: .doesNotHold,
      when: lineSlopes.median > 1e5 && lineSlopes.median == lineSlopes.maximum,
      measured: "ten linear layers 3.5x: one lap, slope \(size(lineSlopes.median)) everywhere")
    notebook.claim(
      "1.6", "ReLU, in place of a non-linear activation, is a remedy for the cliffs.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C4"), verdict: .doesNotHold,
      when: tentLaps > own.landscapes[depth - 1].laps && tentSlopes.median > own.steepness[depth - 1].median,
      measured: """
        ten layers of two ReLUs: \(grouped(tentLaps)) laps against \(grouped(own.landscapes[depth - 1].laps)), slope
        \(size(tentSlopes.median)) everywhere
        """)
  }

  /// "1 terrace", "4 terraces".
  /// "at 0.383, 0.501, 0.827 and 0.875", or only from where to where if they are many.
  private func places(_ values: [Double], decimals: Int) -> String {
    guard values.count > 8, let low = values.min(), let high = values.max() else {
      return "at \(listed(values.map { fixed($0, decimals) }))"
    }
    return "from \(fixed(low, decimals)) to \(fixed(high, decimals))"
  }

  private func row(_ name: String, _ laps: Int, _ steepness: Steepness) -> [String] {
    [name, grouped(laps), size(steepness.maximum), size(steepness.median)]
  }

  /// A slope as a reader wants it: whole with its thousands marked where that is short.
  private func size(_ slope: Double) -> String {
    (1000..<1e9).contains(slope) ? grouped(Int(slope.rounded())) : significant(slope, 3)
  }
}
