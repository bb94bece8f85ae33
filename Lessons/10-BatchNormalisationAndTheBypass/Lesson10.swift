import ArgumentParser
import Datasets
import Experiments
import Notebook
import Numerics

/// Lesson 10 · Batch normalisation and the bypass
///
/// A deep network trains when each layer starts as a small addition to what comes in.
@main struct Lesson10: Lesson {
  static let card = LessonCard.number(10)
  @OptionGroup var common: CommonOptions
  @Option("Hidden layers of the deepest network", .from(12...100)) var depth = 40
  @Option("Where the scale α of the scaled bypass starts", .from(0...2)) var alpha = 0.0
  @Option(
    help: "Weights at the start of training: own (He's for the plain network, PyTorch's for the others), he or pytorch."
  )
  var weights = Weights.own

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    await tellOfNormalisation(digits, in: notebook)
    let passages = await passages(digits)
    tellOfFactors(passages, in: notebook)
    tellOfTheBypass(passages, in: notebook)
    await tellOfTraining(digits, passages, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A gradient of the right size is not enough: the plain network keeps its gradient and loses the digits.",
      "Normalisation makes every layer alike, whatever its weights, and pays for it with the gradient.",
      "A bypass makes a sum of what was a product. No term may drown the others: divide it, or let it start at zero.",
    ])
    try await setExercises(digits, in: notebook)
  }

  /// Digits and gradients on their way through networks before training.
  func passages(_ digits: Digits) async -> Trials<Start, Passage> {
    let (depth, alpha) = (depth, alpha)
    let starts =
      [Start(design: .scaledBypass)]
      + Design.allCases.filter { $0 != .scaledBypass }.flatMap { design in
        Start.sizes.map { Start(design: design, size: $0) }
      }
    return await Trials(starts, seeds: common.seeds(4), "signals") { start, seed in
      passage(
        through: start.design, depth: depth, alpha: alpha, digits: digits, seed: seed, weights: start.initialization)
    }
  }
}

extension Weights: ExpressibleByArgument {}

// MARK: - Normalisation

extension Lesson10 {
  private var remedies: String { "Remediation for Both Vanishing and Exploding Gradient" }

  private func tellOfNormalisation(_ digits: Digits, in notebook: Notebook) async {
    notebook.section("The same factor, again and again")
    notebook.text(
      """
      On its way backward a gradient is multiplied at each layer (\(lesson(8))). Even a harmless factor fails if there are
      many: 1.2 a layer makes \(significant(.pow(1.2, 39), 2)) over the 39 layers from the last of 40 to the first, and
      0.8 makes \(significant(.pow(0.8, 39), 1)). One learning rate cannot serve both ends. The right weights cure the factor
      (\(lesson(9))). Note 1 has two other remedies: **batch normalisation** (BN) against vanishing and exploding, and
      the **bypass** against vanishing.

      BN looks at one unit over the samples of a mini-batch. It subtracts their mean and divides by their standard
      deviation; then the network may choose a scale w and a shift b of its own:
      """)
    notebook.equation(
      latex: #"y_i = w\,\frac{x_i - \mu}{\sqrt{v + \varepsilon}} + b, \qquad "#
        + #"\mu = \frac{1}{n} \sum_i x_i, \qquad v = \frac{1}{n} \sum_i (x_i - \mu)^2"#,
      plain: "yᵢ = w (xᵢ − μ)/√(v + ε) + b,   μ = (1/n) Σ xᵢ,   v = (1/n) Σ (xᵢ − μ)²")
    let examples: [[Double]] = [[10, 20, 30], [1000, 2000, 3000], [1, 2, 1000], [7, 7]]
    func words(_ numbers: [Double], _ decimals: Int) -> String {
      "(" + numbers.map { fixed($0, decimals) }.joined(separator: ", ") + ")"
    }
    notebook.table(
      columns: ["x over the batch", "y"], rows: examples.map { [words($0, 0), words(normalized($0), 4)] },
      caption: "With w = 1, b = 0 and ε = 10⁻⁵.")
    notebook.text(
      """
      Check the first row: the mean is 20, the variance 200/3, and 10/√(200/3) = √1.5. Numbers a hundred times as large give
      the same; two different numbers always become −1 and 1. What is left of a sample is where it stands among the others of
      its batch. The size of the weights is gone, and their bias with it.
      """)
    let sizes = [8, 64, 512]
    let runs = await Runs(seeds: common.seeds(10), "extreme samples") { seed in
      [Design.plain, .normalized].map { design in
        sizes.map { changeByExtremeSample(design, batchSize: $0, digits: digits, seed: seed) }
      }
    }
    let (plain, normalised) = (
      SeriesSummary(of: runs.all.map { $0[0] }).median, SeriesSummary(of: runs.all.map { $0[1] }).median
    )
    func list(_ changes: [Double]) -> String { listed(changes.map { significant($0, 2) }) }
    notebook.claim(
      "10.1", "A large batch resists extreme samples.",
      test: """
        one digit 100 times as bright, two plain layers: the median change of the gradient, ‖g′ − g‖/‖g‖, is at least ten
        times as small in batches of 512 as of 8 (averaging alone: 64 times)
        """, source: .note(1, remedies), rows: ["1.37"], verdict: .holds, when: plain[0] >= 10 * plain[2],
      measured: "\(significant(plain[0], 2)) in batches of 8, \(significant(plain[2], 2)) in batches of 512",
      detail: """
        in batches of \(listed(sizes.map(String.init))): \(list(plain)); normalised \(list(normalised)): BN resists too
        """, runs: runs.seedCount)
  }

  // MARK: - Before training

  private func tellOfFactors(_ passages: Trials<Start, Passage>, in notebook: Notebook) {
    notebook.section("Normalised, every layer has the factor 1.21")
    notebook.text(
      """
      Which factor does BN leave? Its sums are spread like N(0, 1). ReLU turns them into numbers of mean 1/√(2π) and variance
      ½ − 1/(2π) = (π − 1)/(2π) = \(fixed((.pi - 1) / (2 * .pi), 3)). The next BN removes that mean and stretches that variance to
      1. Backward, the same stretching multiplies the squared gradient by 2π/(π − 1), of which ReLU lets half pass:
      """)
    notebook.equation(
      latex: #"\text{factor} = \sqrt{\frac12 \cdot \frac{2\pi}{\pi - 1}} = \sqrt{\frac{\pi}{\pi - 1}} = 1.2112"#,
      plain: "factor = √(½ · 2π/(π − 1)) = √(π/(π − 1)) = 1.2112")
    func mean(_ design: Design, _ size: Double) -> Double {
      passages[Start(design: design, size: size)].factor.mean
    }
    notebook.text(
      """
      The weights do not appear in it: what they multiply, BN divides out again. That is its strength, for it cures weights
      of any size, and its weakness: no weights can cure its own factor.
      """)
    notebook.folded("What the derivation leaves out") {
      notebook.text(
        """
        Wₖ multiplies the variance forward and the squared gradient backward by the same number, which the division takes out
        again; BN's derivative through μ and v is negligible in a large batch. The factor is due to Yang et al. 2019.
        """)
    }
    notebook.reference("[Ioffe & Szegedy 2015](https://arxiv.org/abs/1502.03167)")
    notebook.reference("[Yang et al. 2019](https://arxiv.org/abs/1902.08129)")
    notebook.reference("[He et al. 2015](https://arxiv.org/abs/1512.03385), the bypass")
    notebook.figure(
      factorFigure(passages),
      caption: """
        Before training, \(depth) layers of 64 units; means and ranges of \(passages.seeds.count) seeds. Dashed, theory. PyTorch's
        usual weights are 1/√6 = 0.41 times He's.
        """)
    let normalised = Start.sizes.map { mean(.normalized, $0) }
    let plain = Start.sizes.map { mean(.plain, $0) }
    let (first, last) = (0, Start.sizes.count - 1)
    let total = passages[Start(design: .normalized)].totalGrowth
    notebook.claim(
      "10.2", "Batch normalisation is a remedy for vanishing and for exploding gradients.",
      test: """
        weights from ⅛ to 8 times He's: plain, the mean factor a layer rises from below ½ to above 2; normalised, it is within
        5 % of √(π/(π − 1)) at each size, and a factor above 1 explodes with the depth
        """,
      source: .note(
        1, remedies,
        corrected: Correction(
          "C10", .imprecise,
          """
          It normalises each feature: at the start any factor becomes 1.21 a ReLU layer, which explodes in a deep network without a
          bypass. That a large batch averages extreme samples is another matter.
          """)), rows: ["1.36"],
      verdict: .holdsIf("the network is not deep: it leaves 1.21 a layer"),
      when: plain[first] < 0.5 && plain[last] > 2 && normalised.allSatisfy { abs($0 / normalizedFactor - 1) < 0.05 },
      measured: """
        \(fixed(normalised.min() ?? .nan, 3)) to \(fixed(normalised.max() ?? .nan, 3)) a layer, plain
        \(fixed(plain[first], 2)) to \(fixed(plain[last], 2))
        """,
      detail: "over \(depth) layers of He's size by \(significant(total.mean, 2))",
      runs: passages.seeds.count * Start.sizes.count)
  }

  private func tellOfTheBypass(_ passages: Trials<Start, Passage>, in notebook: Notebook) {
    notebook.section("Past the layer")
    notebook.text(
      """
      A bypass passes on what comes in and adds what the layer makes of it: a product becomes a sum. Five ways to join layers:
      """)
    notebook.equation(
      latex: #"""
        \begin{aligned}
        \text{plain:} \quad & h_k = \mathrm{relu}(W_k h_{k-1}) \\
        \text{normalised:} \quad & h_k = \mathrm{relu}(\mathrm{BN}(W_k h_{k-1})) \\
        \text{bypass:} \quad & h_k = h_{k-1} + \mathrm{relu}(W_k h_{k-1}) \\
        \text{both:} \quad & h_k = h_{k-1} + \mathrm{relu}(\mathrm{BN}(W_k h_{k-1})) \\
        \text{scaled bypass:} \quad & h_k = h_{k-1} + \alpha_k\,\mathrm{relu}(W_k h_{k-1}), \quad \alpha_k \text{ learnt, from }\#
        \#(plain(alpha))
        \end{aligned}
        """#,
      plain: """
        plain:          hₖ = relu(Wₖ hₖ₋₁)
        normalised:     hₖ = relu(BN(Wₖ hₖ₋₁))
        bypass:         hₖ = hₖ₋₁ + relu(Wₖ hₖ₋₁)
        both:           hₖ = hₖ₋₁ + relu(BN(Wₖ hₖ₋₁))
        scaled bypass:  hₖ = hₖ₋₁ + αₖ relu(Wₖ hₖ₋₁),  αₖ learnt, from \(plain(alpha))
        """)
    notebook.text(
      """
      A bypass **alone** adds in proportion to what is there: with He's weights as much again, so that squares at least double,
      and everything grows like money at compound interest, forward and backward. With **both**, BN makes each addition
      equally large. After k layers the sum's variance over the batch, by which the next BN divides, is that of k additions:
      the next layer's part is one in k, and the squared gradient grows by 1 + c/k, c = π/(π − 1). All these factors together are only a power of the depth. And a branch
      that **starts at zero** adds nothing: the network starts as if the layers were not there.
      """)
    let depth = depth
    func at(_ design: Design) -> Runs<Passage> { passages[Start(design: design)] }
    let lowest = differenceRange.lowerBound
    let below = Design.allCases.filter { (at($0).difference.median.last ?? 1) < lowest }
    notebook.figure(
      passageFigure(passages, depth: depth),
      caption: """
        He's weights, medians of \(passages.seeds.count) seeds; dashed, theory for wide layers. Left, the gradient relative to
        that at the last layer. Right, how different two digits still are, 1 −
        cosine.\(below.isEmpty ? "" : " Below the picture: \(listed(below.map(\.rawValue))).")
        """)
    let plainLeft = at(.plain).difference.median
    notebook.text(
      """
      Forward, the digits must stay apart (Figure 2, right). With He's weights the plain network's gradient keeps its size,
      \(fixed(at(.plain).factor.mean, 2)) a layer, but each ReLU layer turns two digits towards each other: of a difference of
      \(significant(plainLeft[0], 2)) there is \(significant(plainLeft[depth - 1], 1)) left. Normalised, two digits stay
      1 − 1/π = \(fixed(1 - normalizedCosine, 2)) apart on average, at any depth.
      """)
    notebook.folded("The theory in the figure") {
      notebook.text(
        """
        ReLU with He's weights turns a cosine cos θ into (sin θ + (π − θ) cos θ)/π, which is always larger (Cho & Saul 2009);
        BN makes two digits of a large batch orthogonal, and 0 becomes 1/π. With both, the cosine is k/(k + π − 1) after k layers: the
        branches' means add up in line, their deviations at random. The next BN removes the common mean again.

        A bypass with He's weights lets a gradient grow by √2 if it is independent of the layer, and by up to
        \(fixed(bypassFactors(variance: 2).upperBound, 2)) if in line with it.
        """)
    }
    let small = Start.sizes.filter { $0 < 1 }
    let least = small.map { passages[Start(design: .bypass, size: $0)].factor.minimum }.min() ?? .nan
    func mean(_ design: Design, _ size: Double) -> Double { passages[Start(design: design, size: size)].factor.mean }
    notebook.claim(
      "10.3", "A bypass is a remedy for vanishing gradients.",
      test: "weights ⅛ and ½ of He's: plain the mean factor is below 0.6, with a bypass at least 1 in every run",
      source: .note(1, "Remediation for Vanishing Gradient"), rows: ["1.41"], verdict: .holds,
      when: least >= 1 && small.allSatisfy { mean(.plain, $0) < 0.6 },
      measured: "at ⅛: \(fixed(mean(.bypass, small[0]), 2)) a layer, plain \(fixed(mean(.plain, small[0]), 2))",
      detail: "the gradient explodes instead: at He's size \(fixed(at(.bypass).factor.mean, 2)) a layer",
      runs: passages.seeds.count * small.count)
    let shares = at(.both).all.map { Double.log($0.growth[depth / 2]) / .log($0.totalGrowth) }
    let powers = shares.count { $0 < 0.4 }
    let expected =
      Double.log(growthWithBoth(toLayer: depth - depth / 2, depth: depth))
      / .log(growthWithBoth(toLayer: 1, depth: depth))
    notebook.claim(
      "10.4", "With normalisation and a bypass a gradient does not grow exponentially with the depth.",
      test: """
        He's weights: the half of the layers nearest to the output makes less than 0.4 of the growth's logarithm (an
        exponential: 0.5; our formula: \(fixed(expected, 2))), in 3 of 4 seeds
        """, source: .ours, verdict: .holds, when: 4 * powers >= 3 * shares.count,
      measured: "\(fixed(Summary(of: shares).mean, 2)) on average",
      detail: """
        over \(depth) layers by \(fixed(at(.both).totalGrowth.mean, 0)), formula
        \(fixed(growthWithBoth(toLayer: 1, depth: depth), 0)); normalised alone by
        \(significant(at(.normalized).totalGrowth.mean, 2))
        """, runs: shares.count)
  }
}
