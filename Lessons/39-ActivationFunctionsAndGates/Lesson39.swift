import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 39 · Activation functions and gates
///
/// A gated unit is a product of two sums; a smooth activation has one in the parabola at its bottom; ReLU has none.
@main struct Lesson39: Lesson {
  static let card = LessonCard.number(39)
  @OptionGroup var common: CommonOptions
  @Option("Hidden units of a gated layer on letters", .from(8...192)) var gated = 64
  @Option("Steps of training on letters", .from(100...1600)) var steps = 400
  @Option("Bold learning rate on the digits", .from(0.1...5)) var rate = 2.0

  /// Hidden units of a plain layer on letters.
  var plainUnits: Int { 96 }
  /// How a claim whose test was written after trials says so.
  var afterTrials: String { "none; written after trials" }

  static let activations: [(name: String, activation: Activation)] = [
    ("identity", .identity), ("sigmoid", .sigmoid), ("ReLU", .relu), ("SiLU", .silu), ("GELU", .gelu),
  ]
  static let bilinear = Form(.identity, isGated: true)

  func write(in notebook: Notebook) async throws {
    tellOfTheProduct(in: notebook)
    tellOfTheParabola(in: notebook)
    tellOfTheGate(in: notebook)
    await tellOfLearntProducts(in: notebook)
    await tellOfWidthAndDepth(in: notebook)
    let data = try LetterData()
    await tellOfLetters(data, in: notebook)
    let digits = try Digits.load()
    await tellOfBoldSteps(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A task that is made of products wants a layer that multiplies; elsewhere measure what a gate is worth.",
      "A unit whose slope is 0 everywhere is lost; a tiny slope brings it back, in time.",
    ])
    try await setExercises(data, digits, in: notebook)
    notebook.answer(
      """
      One gated unit can multiply. GELU and SiLU take four units for it, and ReLU only pieces a product together from many. On
      letters a gate is worth a lot if nothing else in the layer bends, and little otherwise.
      """)
  }
}

// MARK: - One product

extension Lesson39 {
  private func tellOfTheProduct(in notebook: Notebook) {
    notebook.section("x times y")
    notebook.text(
      """
      Let a network compute the product of two numbers. A linear layer cannot: at the corners (1, 1), (1, −1), (−1, 1) and
      (−1, −1) the products are 1, −1, −1 and 1, and the best plane through them is 0 everywhere.

      Four units ReLU(u) = max(u, 0) do better. ReLU(u) + ReLU(−u) = |u|, so two of them make |x + y|, two |x − y|, and
      """)
    notebook.equation(latex: #"\tfrac{1}{2}\bigl(|x + y| - |x - y|\bigr)"#, plain: "½ (|x + y| − |x − y|)")
    notebook.text(
      """
      is right at all four corners. But at (½, ½) it says \(plain(fromFourUnits(.relu, 0.5, 0.5, scale: 1))) where the product is
      0.25: it is the smaller of |x| and |y|, with the product's sign. Multiply the sums by λ and the result by 1/λ, and nothing
      changes: a corner looks the same at every scale.
      """)
  }

  private func tellOfTheParabola(in notebook: Notebook) {
    let scale = 0.1
    func error(_ f: Activation, _ scale: Double) -> String { percent(1 - fromFourUnits(f, 1, 1, scale: scale), 1) }
    notebook.section("A parabola at the bottom")
    notebook.text(
      """
      **SiLU**, u σ(u) with the sigmoid σ(u) = 1/(1 + e⁻ᵘ), and **GELU**, u Φ(u), where Φ(u) is the share of a normal distribution
      below u, look like rounded ReLUs. But f(u) + f(−u) is now u tanh(u/2) or u erf(u/√2), near 0 the parabolas u²/2 and 0.798 u².
      And squares make products: (x + y)² − (x − y)² = 4xy.
      """)
    notebook.figure(
      partsFigure(),
      caption: "Left, three activations. Right, f(u) + f(−u), and dashed the parabolas.")
    notebook.text("So four units with small weights λ compute the product as exactly as one likes:")
    notebook.equation(
      latex: #"""
        \frac{f(\lambda(x+y)) + f(-\lambda(x+y)) - f(\lambda(x-y)) - f(-\lambda(x-y))}{4 \lambda^2 f''(0)}
        = xy \left(1 - \frac{\lambda^2 (x^2 + y^2)}{k} + \dots\right)
        """#,
      plain: "[f(λ(x + y)) + f(−λ(x + y)) − f(λ(x − y)) − f(−λ(x − y))]/(4λ² f″(0)) = xy (1 − λ²(x² + y²)/k + …)")
    notebook.text(
      """
      with f″(0) = ½ and k = 6 for SiLU, f″(0) = √(2/π) and k = 3 for GELU. At (1, 1) they are \(error(.silu, 1)) and
      \(error(.gelu, 1)) short with λ = 1, and \(error(.silu, scale)) and \(error(.gelu, scale)) with λ = \(plain(scale)).
      """)
    notebook.folded("Where k comes from") {
      notebook.text(
        """
        Let e(u) be f(u) + f(−u) = c(u² − u⁴/m + …) with c = f″(0): tanh(u/2) = u/2 − u³/24 + … gives m = 12 for
        SiLU, erf(u/√2) = √(2/π) (u − u³/6 + …) gives m = 6 for GELU. Now (x + y)² − (x − y)² = 4xy, and
        (x + y)⁴ − (x − y)⁴ = 8xy(x² + y²). Divided by 4cλ² that is xy − 2λ²xy(x² + y²)/m, so k = m/2. For a sigmoid e(u) is 1:
        it has no parabola at 0, but one to either side, where a bias can bring it.
        """)
    }
  }

  private func tellOfTheGate(in notebook: Notebook) {
    notebook.section("A gate")
    notebook.text(
      """
      Or build the product in. A **gated layer** has two sums for each unit, and multiplies f of the one by the other:
      """)
    notebook.equation(
      latex: #"h = f(Wx) \odot Vx, \qquad y = U h"#, plain: "h = f(Wx) ∘ Vx,   y = U h   (∘ number by number)")
    notebook.text(
      """
      By its f it is called **GLU** (gated linear unit; sigmoid), **ReGLU** (ReLU), **GEGLU** (GELU), **SwiGLU** (SiLU), or
      **bilinear**, with no f at all. Note 4 motivates other activations with them (Shazeer 2020). One bilinear unit with Wx = x and
      Vx = y is the product, without error. The price is a third matrix; with two thirds of the units a gated layer has about as many
      parameters as a plain one. In the framework:
      """)
    notebook.code(
      """
      FeedForward("block", width: 64, hidden: 64, activation: .silu, isGated: true, using: &generator)  // SwiGLU
      """)
  }

  private func tellOfLearntProducts(in notebook: Notebook) async {
    let units = [1, 2, 4, 8, 16]
    let families: [(label: String, form: Form)] = [
      ("ReLU", Form(.relu)), ("GELU", Form(.gelu)), ("SwiGLU", Form(.silu, isGated: true)), ("bilinear", Self.bilinear),
    ]
    let trials = await products(families.flatMap { family in units.map { ProductArm(family.form, units: $0) } })
    func error(_ form: Form, _ units: Int) -> Summary { trials[ProductArm(form, units: units)].error }
    let seeds = trials.seeds.count
    notebook.section("Does training find it?")
    notebook.text(
      """
      A hidden layer learns xy on a grid of 21 × 21 points between −1 and 1, in 1,500 steps of Adam on all points, at a rate that falls
      from 0.02 along a cosine. The best plane leaves an error of \(fixed(lineError(levels: evenly(-1...1, count: 21)), 3)).
      """)
    notebook.figure(
      unitsFigure(families, units: units, trials),
      caption: """
        Each dot is a network, \(seeds) a column; lines join medians. At 10⁻¹⁵ rounding to 32 bits begins.
        """, cover: true)
    notebook.text(
      """
      Four GELUs could be as exact, but only with λ near 0 and output weights that grow like 1/λ²; training is still far from there.
      """)
    let one = trials[ProductArm(Self.bilinear, units: 1)].all.count { $0.error < 1e-10 }
    notebook.claim(
      "39.1", "One bilinear unit learns a product that sixteen ReLUs only come near.",
      test: """
        one bilinear unit ends with an error below 10⁻¹⁰ in \(seeds - 2) of \(seeds) seeds, and sixteen ReLUs above 10⁻⁵ in all
        """,
      source: .ours, verdict: .holds,
      when: one >= seeds - 2 && error(Form(.relu), 16).minimum > 1e-5,
      measured: """
        \(significant(error(Self.bilinear, 1).median, 1)) with one, \(significant(error(Form(.relu), 16).median, 1)) with sixteen
        (medians)
        """, revised: afterTrials, runs: 2 * seeds)
    let ratio = error(Form(.relu), 4).median / error(Form(.gelu), 4).median
    notebook.claim(
      "39.2", "Four GELUs learn a product better than four ReLUs, for a smooth activation contains one.",
      test: "with four units the median error of ReLU is at least 4 times that of GELU",
      source: .paper("Lin, Tegmark & Rolnick 2017", "https://arxiv.org/abs/1608.08225"), verdict: .holds,
      when: ratio >= 4,
      measured: "ReLU's error is \(fixed(ratio, 0)) times GELU's",
      revised: "it also asked that two units of either be alike; from another first seed they were not",
      runs: 2 * seeds)
  }

  private func tellOfWidthAndDepth(in notebook: Notebook) async {
    let (narrow, wide) = (
      ProductArm(Self.bilinear, units: 1, of: .twoProducts), ProductArm(Self.bilinear, units: 2, of: .twoProducts)
    )
    let (flat, deep) = (
      ProductArm(Self.bilinear, units: 16, of: .parity), ProductArm(Self.bilinear, units: 4, layers: 2, of: .parity)
    )
    let rectified = ProductArm(Form(.relu), units: 16, of: .parity)
    let trials = await products([narrow, wide, flat, deep, rectified])
    let seeds = trials.seeds.count
    notebook.folded("What width is for, and what depth is for") {
      notebook.text(
        """
        Note 1 says that a layer's width represents the content of its input, and depth how non-linear a map can be. A layer of m
        bilinear units holds m products of two factors: x₁x₂ + x₃x₄ takes two. For x₁x₂x₃x₄ a second layer must multiply products: on
        the 16 points with all xᵢ = ±1 it is uncorrelated with all that has at most two factors, so one layer, however wide, keeps an
        error of 1.
        """)
      notebook.text(
        """
        Training agrees: of x₁x₂ + x₃x₄, with values −1, 0 and 1, one unit leaves an error of \(significant(trials[narrow].error.median, 2)),
        of x₁x₂x₃x₄ sixteen in one layer leave \(significant(trials[flat].error.median, 2)). ReLUs are not bound to two factors: sixteen
        learn the latter in one layer.
        """)
    }
    notebook.claim(
      "39.3", "A layer's width represents the content of its input, the depth how non-linear a map can be.",
      test: """
        of bilinear units, two but not one learn x₁x₂ + x₃x₄, and two layers of 4 but not one of 16 x₁x₂x₃x₄ (error below 0.001 in
        \(seeds - 2) of \(seeds) seeds, else above 0.02 in all); 16 ReLUs learn the latter in one layer
        """,
      source: .note(1, "Local vs Global Pruning"), rows: ["1.112", "1.113"],
      verdict: .holdsIf("a layer can only multiply two factors"),
      when: [wide, deep, rectified].allSatisfy { arm in trials[arm].all.count { $0.error < 0.001 } >= seeds - 2 }
        && [narrow, flat].allSatisfy { trials[$0].error.minimum > 0.02 },
      measured: "x₁x₂x₃x₄: error \(fixed(trials[flat].error.median, 2)) in one layer of 16, none in two of 4",
      revised: afterTrials, runs: 5 * seeds)
  }

  /// Networks that learn to multiply, from the same seeds.
  func products(_ arms: [ProductArm], seeds: Int = 8) async -> Trials<ProductArm, ProductRun> {
    await Trials(arms, seeds: common.seeds(seeds), "products") { arm, seed in ProductRun(arm, seed: seed) }
  }
}
