import ArgumentParser
import Datasets
import Experiments
import Notebook
import Numerics

/// Lesson 01 · Stacked quadratic cliffs
///
/// Why does the gradient of a deep stack explode in one place and vanish in the next?
///
/// - Claim: the largest slope of k parabolas 3.5x(1 − x) is 3.5ᵏ, and the median one falls by 0.418 a layer.
/// - Tests: note 1, "Gradient Exploding/Vanishing"; Ulam & von Neumann 1947; Poole et al. 2016, arXiv:1606.05340.
@main struct Lesson01: Lesson {
  static let card = LessonCard.number(1)

  @OptionGroup var common: CommonOptions
  @Option("Height r of the layer r·x·(1 − x)", .from(0.5...4)) var r = 3.5
  @Option("Learning rate η of the descents", .above(0)) var learningRate = 0.01
  @Option("Gain g of the networks with large weights", .from(0.1...20)) var gain = 4.0

  func write(in notebook: Notebook) async throws {
    let stacks = await inParallel(over: [Parabola(r: r), Parabola(r: 4)], "stacks") { StackRun(of: $0) }
    let (own, chaotic) = (stacks[0], stacks[1])
    tellProduct(own, in: notebook)
    tellFolding(own, chaotic, in: notebook)
    tellSlopes(own, chaotic, in: notebook)
    tellOneMap(own, chaotic, in: notebook)
    await tellDescents(own, in: notebook)
    try await tellNetworks(in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Exploding and vanishing are one thing, a long product: one factor near 0 undoes many above 1. Training wants factors near 1.",
      "Bends decide *where* a slope changes; weights decide *how large* it becomes.",
      "The largest slope says little about the typical one. Look at the median, too.",
    ])
    try await setExercises(in: notebook)
    notebook.answer(
      """
      The gradient of a stack is a product, one slope for each layer. Where the large slopes win it explodes, where the small ones win it vanishes, and one and the
      same stack can have places of both kinds, side by side.
      """)
  }

  // MARK: A product of slopes

  private func tellProduct(_ own: StackRun, in notebook: Notebook) {
    let layer = own.layer
    let (inside, end) = (layer.orbit(from: 0.3, depth: 4), layer.orbit(from: 0, depth: 4))
    notebook.section("One layer, k times")
    notebook.text(
      """
      A deep network is a function of a function of a function. The smallest one is a parabola that is fed its own output; k layers are fᵏ. Note 1 takes −3.5x² + 3.5x, that is f(x) =
      r·x·(1 − x) with r = 3.5. Forward nothing can go wrong: f sends [0, 1] into itself. Backward the chain rule multiplies one slope for each layer:
      """)
    notebook.equation(
      latex:
        #"(f^k)'(x_0) = f'(x_0) \, f'(x_1) \cdots f'(x_{k-1}), \qquad f'(x) = r (1 - 2x), \qquad x_{j+1} = f(x_j)"#,
      plain: "(fᵏ)′(x₀) = f′(x₀) · f′(x₁) ⋯ f′(xₖ₋₁),   f′(x) = r (1 − 2x),   xⱼ₊₁ = f(xⱼ)")
    notebook.table(
      columns: ["layers k", "fᵏ(0.3)", "slope there", "product", "fᵏ(0)", "slope there", "product"],
      rows: (0...4).map { k in
        [
          "\(k)", fixed(inside[k], 4), fixed(layer.derivative(at: inside[k]), 3),
          fixed(layer.stacked(k, at: 0.3).slope, 3),
          fixed(end[k], 0), fixed(layer.derivative(at: end[k]), 3), fixed(layer.stacked(k, at: 0).slope, 3),
        ]
      },
      caption: """
        On paper, for r = \(plain(r)): the same four layers multiply a gradient by \(fixed(layer.stacked(4, at: 0.3).slope, 2)) at 0.3 and by
        \(fixed(layer.stacked(4, at: 0).slope, 2)) at 0.
        """)
    notebook.shows("1.10", "1.23")
  }

  // MARK: Folding

  private func tellFolding(_ own: StackRun, _ chaotic: StackRun, in notebook: Notebook) {
    notebook.section("Folding")
    let heights = own.layer.terraces(depth: 10)
    notebook.figure(
      foldingFigure(own),
      caption: """
        From one layer to ten at r = \(plain(r)). On the right, above the grey line the slope stretches what passes, below it flattens.
        """, cover: true)
    notebook.text(
      """
      The graph turns wherever one of the outputs on the way is ½, where f is flat. All peaks and valleys that come from one layer therefore have one height, where ½ gets to in the layers that follow. These heights are *terraces*: after ten
      layers \(heights.count)\(heights.count > 8 ? "" : ", at \(listed(heights.map { fixed($0, 2) }))"). A *lap* only rises or only falls: 1, 2, … 6 layers have
      \(listed(own.laps.prefix(6).map { "\($0)" })) laps, ten have \(grouped(own.laps[9])). At r = 4 each layer doubles them.
      """)
    notebook.folded("Why the laps grow like k³/6 at r = 3.5") {
      notebook.text(
        """
        The terraces and ½ cut the heights into four bands: A from 0 to 0.38, B to ½, C to 0.83, D to 0.87. One more layer turns a piece of the graph in A into pieces in A, B and C; one in B into one in D; C
        into C and D; D into B. After one layer each band has two pieces. So A keeps 2, C has 2k, and B and D exchange theirs: Bₖ₊₂ = 2 + Dₖ₊₁ = 2 + Bₖ + Cₖ = Bₖ + 2k + 2.

        B gains 2k + 2 every *two* layers, so Bₖ ≈ k²/2. Each piece in B ends at ½, where the next layer turns. So there are 2 + B₁ + … + Bₖ₋₁ ≈ k³/6 laps.
        """)
    }
    notebook.claim(
      "1.1", "The more layers are stacked, the more mountainous the function becomes.",
      test: "at r = 3.5 each of 40 layers adds laps, and ten layers have at least 100",
      source: .note(1, "Phenomena and Definitions"), rows: ["1.24", "1.25"], verdict: .holds,
      when: own.laps.indices.dropFirst().allSatisfy { own.laps[$0] > own.laps[$0 - 1] } && own.laps[9] >= 100,
      measured: "\(own.laps[9]) laps after ten layers",
      detail: "\(grouped(own.laps[own.laps.count - 1])) after \(own.laps.count)")
  }

  // MARK: Slopes

  private func tellSlopes(_ own: StackRun, _ chaotic: StackRun, in notebook: Notebook) {
    notebook.section("Cliffs and terraces")
    let (ten, last) = (own.steepness[9], own.deepest)
    notebook.figure(
      slopesFigure(own, chaotic),
      caption: """
        After \(last.depth) layers of r = \(plain(r)) the largest slope is \(size(last.maximum)), and at half of the inputs in [0, 1] it is at most \(size(last.median)).
        """)
    if let cycle = own.cycle {
      let (points, slopes) = (
        cycle.points.map { fixed($0, 4) }, cycle.points.map { fixed(own.layer.derivative(at: $0), 3) }
      )
      let isShort = (2...8).contains(points.count)
      notebook.text(
        """
        At both ends every factor has size \(plain(r)), as f sends 0 and 1 to 0: the slope there is rᵏ, after ten layers \(size(ten.maximum)). Between the ends almost every input is drawn to one cycle of
        \(counted(points.count, "output"))\(isShort ? ", \(listed(points))" : ""). Once around it the slope is multiplied by \(isShort ? "\(listed(slopes)), in all " : "")\(fixed(cycle.multiplier, 4)): by
        \(fixed(cycle.shrinkPerLayer, 4)) a layer, on average.
        """)
    } else {
      notebook.text("At both ends every factor has size \(plain(r)). Here no short cycle draws the other inputs in.")
    }
    notebook.claim(
      "1.2", "Stacking −3.5x² + 3.5x is an example of gradients that explode.",
      test: """
        the largest slope is 3.5ᵏ for k = 1 … 40; the median one is below 1 from 13 layers on, and falls by the cycle's factor a layer over the last twenty, within 1 %
        """,
      source: .note(
        1, "Phenomena and Definitions",
        corrected: Correction(
          "C5", .imprecise,
          """
          At r = 3.5 it explodes near both ends and vanishes at most inputs, as a cycle of four outputs draws them in; the laps grow like k³/6. At r = 4 it explodes nearly everywhere.
          """)),
      rows: ["1.23"],
      verdict: .holdsIf("the input lies near an end; from 13 layers on it shrinks at most inputs"),
      when: own.steepness.allSatisfy { abs($0.maximum / .pow(3.5, Double($0.depth)) - 1) < 1e-13 }
        && own.crossing == 13 && abs(own.medianFactor / (own.cycle?.shrinkPerLayer ?? 0) - 1) < 0.01,
      measured: "after ten layers \(size(ten.maximum)) at the ends, after forty a median of \(size(last.median))",
      detail: "the median × \(fixed(own.medianFactor, 4)) a layer over the last twenty layers")
  }

  // MARK: One map

  private func tellOneMap(_ own: StackRun, _ chaotic: StackRun, in notebook: Notebook) {
    notebook.section("Two ReLUs are a parabola")
    let depth = 10
    let tent = ReLUTent()
    let (steep, linear) = (tent.steepness(upTo: depth, points: 10_001)[depth - 1], size(.pow(3.5, 10)))
    notebook.text(
      """
      Is the bend to blame? Take it out: a layer 3.5x. Or make it of ReLUs, relu(u) = max(u, 0), which are not linear either: the tent 2·relu(u) − 4·relu(u − ½) rises with slope 2 up to ½ and falls with −2.
      """)
    notebook.table(
      columns: ["ten layers of", "laps", "largest slope", "median slope"],
      rows: [
        ["the line 3.5x", "1", linear, linear],
        row("the parabola, r = \(plain(r))", own.laps[depth - 1], own.steepness[depth - 1]),
        row("the parabola, r = 4", chaotic.laps[depth - 1], chaotic.steepness[depth - 1]),
        row("the tent of two ReLUs", tent.laps(upTo: depth)[depth - 1], steep),
      ],
      caption: "The line is equally steep everywhere: no cliff. The last two share their laps and nearly their median.")
    notebook.text("The last two are *one map*, in two coordinates. Put x = sin²(πu/2). Then")
    notebook.equation(
      latex: #"4x(1 - x) = 4 \sin^2\tfrac{\pi u}{2} \cos^2\tfrac{\pi u}{2} = \sin^2 \pi u = \sin^2\tfrac{\pi (2u)}{2}"#,
      plain: "4x(1 − x) = 4 sin²(πu/2) cos²(πu/2) = sin²(πu) = sin²(π(2u)/2)")
    notebook.text(
      """
      so the parabola doubles u, and past ½, where 2 − 2u has the same sine, folds it back: the tent. Hence the size of the parabola's slope is 2ᵏ · |sin πuₖ / sin πu₀|. The sines make its cliffs, as sin πu₀ is 0 at the ends; the typical
      growth, × 2 a layer (measured: \(fixed(chaotic.medianFactor, 3))), is the tent's. ReLU takes away the cliffs and leaves the growth.
      """)
    notebook.reference(
      "Ulam & von Neumann 1947, the tent in the parabola: see [Plakhotnyk 2016](https://arxiv.org/abs/1612.05592).")
  }

  private func row(_ name: String, _ laps: Int, _ steepness: Steepness) -> [String] {
    [name, grouped(laps), size(steepness.maximum), size(steepness.median)]
  }

  // MARK: Exercises

  private func setExercises(in notebook: Notebook) async throws {
    try await exercise(
      "--r 3.2",
      "The cycle now has two outputs, both above ½. Predict: how many laps does a layer add, and how many terraces are there?",
      in: notebook
    ) { lesson in
      let layer = Parabola(r: lesson.r)
      let laps = layer.laps(upTo: 40)
      return """
        Two a layer: \(listed(laps.prefix(4).map { "\($0)" })) … \(laps[39]) after forty, on \(counted(layer.terraces(depth: 40).count, "terrace")). New turns come
        only from the two climbs at the ends; all else stays above ½.
        """
    }
    try await exercise(
      "--r 3.83",
      """
      ½ goes to 0.96, 0.16 and back to (nearly) ½. What does a layer make of a piece between 0.16 and ½, B, and of one between ½ and 0.96, C? Predict: by which factor do the laps grow?
      """, in: notebook
    ) { lesson in
      let layer = Parabola(r: lesson.r)
      let laps = layer.laps(upTo: 20)
      let vanishing = layer.steepness(upTo: 80, points: 10_001).first { $0.median < 1 }
      return """
        B becomes C; C becomes B and C: Fibonacci's rabbits, so by the golden ratio. Measured from 19 to 20 layers: \(fixed(Double(laps[19]) / Double(laps[18]), 4)).
        A cycle of three draws the outputs in all the same, but the median slope is below 1 for the first time at k = \(vanishing?.depth ?? 0).
        """
    }
    try await exercise(
      "--gain 0.5",
      """
      For small inputs tanh has slope 1. Predict: about what share of one hidden layer's slope do sixteen of this gain leave?
      """, in: notebook
    ) { lesson in
      let designs = [1, 16].map { Design(activation: .tanh, gain: lesson.gain, depth: $0) }
      let trials = await lesson.networkTrials(try Digits.load(), designs)
      let medians = designs.map { trials[$0].medianSlope.median }
      return """
        About ½ for each further layer: 2⁻¹⁵ = \(significant(Double.exp2(-15), 2)). Measured, by the medians of ten networks: \(significant(medians[1] / medians[0], 2)). Weights that are too small
        make a terrace of everything.
        """
    }
  }
}

/// A slope as a reader wants it: whole with its thousands marked where that is short.
func size(_ slope: Double) -> String {
  (1000..<1e9).contains(slope) ? grouped(Int(slope.rounded())) : significant(slope, 3)
}
