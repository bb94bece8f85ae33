import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 04 · L1 versus L2 contours: a corner of the diamond holds a parameter at exactly zero; gradient descent jumps over it, the proximal step does not.
@main struct Lesson04: Lesson {
  static let card = LessonCard.number(4)
  @OptionGroup var common: CommonOptions
  @Option("Strength λ of the penalties in the pictures of the digits' weights", .from(0...1)) var lambda = 1e-3
  @Option("Learning rate η of the two descents in the bowl, whose steep axis diverges at 0.5", .between(0, 0.5))
  var learningRate = 0.1
  @Flag(help: "Leave out the absolute value of the L1 penalty, so that it is λ Σθᵢ.") var noAbs = false

  /// The bowl of the picture, and the same without its tilt, which can be done on paper.
  static let tilted = Bowl(hessian: SymmetricMatrix(xx: 4, xy: 1.2, yy: 1), center: SIMD2(1.5, 1))
  static let upright = Bowl(hessian: SymmetricMatrix(xx: 4, xy: 0, yy: 1), center: SIMD2(1.5, 1))

  /// What stands for L1 in this run.
  var l1: Penalty { noAbs ? .signed : .absolute }

  func write(in notebook: Notebook) async throws {
    tellOfThePicture(in: notebook)
    solveByHand(in: notebook)
    await findWhoSurvives(in: notebook)
    descendTwoWays(in: notebook)
    let digits = try Digits.load()
    let trials = await self.trials(digits)
    tellOfDigits(trials, in: notebook)
    await tellOfFewDigits(digits, in: notebook)
    tellOfTheCode(in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Small is not zero. With L1 in the loss, weights that ought to be zero keep jumping across it, the further the larger ηλ.",
      "Equal λ is not equal pressure: L2 hardly presses on a small weight. Read each penalty on its own.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      The contours of L1 have corners on the axes, and a corner holds a weight at exactly zero; those of L2 are round. Plain
      gradient descent jumps over the corner, though: to land on it, the penalty needs an exact step of its own.
      """)
  }
}

// MARK: - The bowl

extension Lesson04 {
  private func tellOfThePicture(in notebook: Notebook) {
    notebook.section("The picture")
    notebook.text(
      "A penalty adds a price for large parameters θ to the loss L: λ times the sum of their magnitudes, or of their squares."
    )
    notebook.equation(
      latex: #"J(\theta) = L(\theta) + \lambda \sum_i |\theta_i| \;\text{ (L1)}, \qquad "#
        + #"J(\theta) = L(\theta) + \lambda \sum_i \theta_i^2 \;\text{ (L2)}"#,
      plain: "J(θ) = L(θ) + λ Σ|θᵢ|  (L1),   J(θ) = L(θ) + λ Σθᵢ²  (L2)")
    if noAbs {
      notebook.text("**In this run the absolute value is left out:** figures and digits have λ Σθᵢ in the place of L1.")
    }
    notebook.text(
      """
      Both hold parameters near zero. L1 also puts some *exactly* on zero, so that they can be dropped. To see why, take the
      smallest loss with a shape, a tilted bowl with its minimum at c, and let λ grow:
      """)
    notebook.figure(
      contourFigure(Self.tilted, penalties: [l1, .squared], upTo: 8, still: 2),
      caption: """
        Grey ellipse: equal loss. Coloured: equal penalty. They touch in the minimum (dot), which starts at c and moves as λ grows.
        \(noAbs ? "" : "L1 brings it to the axis at λ = \(fixed(Self.tilted.sparsePath()[1].strength, 2)), where it stays.")
        """, cover: true)
    notebook.shows("1.62", "1.63", "1.64", "1.65", "1.66", "1.68", "1.74")
    notebook.text(
      """
      A diamond has its corners on the axes, and a corner touches ellipses of many slopes: with θ₂ = 0, L1 holds against any pull of
      the loss from −λ to λ. The slope of θ₂² at θ₂ = 0 is zero, and L2 holds against none.
      """)
  }

  private func solveByHand(in notebook: Notebook) {
    notebook.section("By hand")
    notebook.text(
      """
      Without the tilt the parameters do not disturb each other: L = ½ Σ aᵢ (θᵢ − cᵢ)², and where the derivative of L plus penalty is
      zero takes one line each:
      """)
    notebook.equation(
      latex: #"\text{L1:}\quad \theta_i = \mathrm{sign}(c_i) \max\left(|c_i| - \frac{\lambda}{a_i}, 0\right)"#
        + #"\qquad \text{L2:}\quad \theta_i = \frac{a_i c_i}{a_i + 2\lambda}"#,
      plain: "L1:  θᵢ = sign(cᵢ) · max(|cᵢ| − λ/aᵢ, 0)\nL2:  θᵢ = aᵢ cᵢ / (aᵢ + 2λ)")
    notebook.table(
      columns: ["λ", "L1: θ₁", "θ₂", "L2: θ₁", "θ₂"],
      rows: [0.5, 1, 2, 6].map { strength in
        [plain(strength)]
          + [Penalty.absolute, .squared].flatMap { penalty in
            let theta = Self.upright.minimum(under: penalty, strength: strength)
            return [exact(theta.x), exact(theta.y)]
          }
      }, caption: "Minima of the upright bowl, a = (4, 1), c = (1.5, 1). A bare 0 is exactly zero.")
    notebook.text(
      "L1 takes off the same amount however little is left, and so it arrives. L2 takes off a share of what is left, and never does."
    )
    let removal = [0, 1].map { axis in abs(Self.upright.pullAtOrigin[axis]) }
    let stops = [0, 1].allSatisfy { axis in
      [0.999, 1, 2].map { Self.upright.minimum(under: .absolute, strength: $0 * removal[axis])[axis] == 0 }
        == [false, true, true]
    }
    let strong = Self.upright.minimum(under: .squared, strength: 1e6)
    notebook.claim(
      "4.1", "L1 sets a parameter to exactly zero, L2 leaves all of them different from zero.",
      test: "upright bowl: θᵢ is 0 at λ = aᵢ|cᵢ| and at twice that, not at 0.999 times; under L2 neither is at λ = 10⁶",
      source: .note(1, "Regularization"), rows: ["1.72", "1.73"], verdict: .holds,
      when: stops && strong.x != 0 && strong.y != 0,
      measured: "L1: from λ = \(plain(removal[0])) and \(plain(removal[1])) on; L2 at 10⁶: \(significant(strong.y, 1))")
  }

  private func findWhoSurvives(in notebook: Notebook) async {
    notebook.section("Who goes first, and who grows")
    let knots = Self.tilted.sparsePath()
    notebook.figure(
      parameterFigure(Self.tilted, penalties: [l1, .squared], upTo: 8),
      caption: """
        The two parameters of the tilted bowl at the minimum. \(noAbs ? "" : "Under L1 they move in straight pieces; until θ₂ is gone, θ₁ *grows*, from \(exact(knots[0].theta.x)) to \(exact(knots[1].theta.x)): it takes over the work of θ₂.")
        """)
    notebook.text(
      """
      Who survives? Note 1 says: the parameter along whose axis the loss is steeper. Steepness counts, but so does the distance of c:
      what counts is how hard the loss pulls a parameter away from zero, the slope at the origin, −∇L(0) = Hc, with H the matrix of
      curvatures. The one that is pulled harder goes last, at λ = |(Hc)ᵢ|, here \(fixed(knots[2].strength, 1)).
      """)
    let pull = await Runs(seeds: common.seeds(10), "ellipses") { seed in
      var generator = RandomGenerator(seed: seed)
      return largerPullShare(count: 1000, using: &generator)
    }
    let steep = await Runs(seeds: common.seeds(10), "steep axes") { seed in
      var generator = RandomGenerator(seed: seed)
      return steepSurvivalShare(steepness: 4, count: 1000, using: &generator)
    }
    let (steepShare, expected) = (Summary(of: steep.all), expectedSteepSurvivalShare(steepness: 4))
    notebook.claim(
      "4.2", "L1 drags the minimum to the axis of the steeper parameter.",
      test: """
        10 × 1000 upright bowls, four times steeper along θ₁, c normal: θ₁ survives in more than half and fewer than 95 %; the
        condition is shown if on 10 × 1000 tilted ones the survivor is always the one with the larger |(Hc)ᵢ|
        """, source: .note(1, "Regularization"), rows: ["1.71"],
      verdict: .holdsIf("the loss also pulls that parameter harder at the origin, |(Hc)ᵢ|"),
      when: steepShare.minimum > 0.5 && steepShare.maximum < 0.95 && pull.all.allSatisfy { $0 == 1 },
      measured: "the steeper one survives in \(percent(steepShare.mean)); theory (2/π) atan 4 = \(percent(expected))",
      detail: "the larger pull: \(percent(Summary(of: pull.all).mean, 0)) of the tilted ones", runs: 20_000)
    notebook.text("θ₁ may grow, but the sum that is penalised never does: together they move towards the origin.")
    notebook.shows("1.69", "1.70")
  }

  private func descendTwoWays(in notebook: Notebook) {
    notebook.section("Why the usual code makes no zeros")
    notebook.text(
      """
      The usual code adds λ Σ|θᵢ| to the loss and lets automatic differentiation do the rest. The slope is λ · sign θᵢ, full
      strength up to the very edge of zero. A step of finite length jumps across, the sign flips, the next step jumps back. The cure
      is to take the penalty's step *exactly*: first a gradient step on the loss alone, then the **proximal step**, which moves every
      parameter by ηλ towards zero and stops there.
      """)
    notebook.equation(
      latex: #"\theta \leftarrow S_{\eta\lambda}\left(\theta - \eta \nabla L(\theta)\right), \qquad "#
        + #"S_\tau(x) = \mathrm{sign}(x) \max(|x| - \tau, 0)"#,
      plain: "θ ← S(θ − η ∇L(θ), ηλ),  S(x, τ) = sign(x) · max(|x| − τ, 0)")
    notebook.code(
      """
      optimizer.update(model, with: gradients)  // of the loss alone
      l1ProximalStep(model.penalizedParameters, strength: lambda, learningRate: optimizer.learningRate)
      """)
    let race = DescentRace(Self.upright, l1: l1, learningRate: learningRate)
    let jitter = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3].compactMap { rate in
      DescentRace(Self.upright, l1: l1, learningRate: rate, steps: Int(20 / rate)).jitter.map { (rate, $0) }
    }
    notebook.figure(
      descentFigure(race, jitter: jitter, bound: DescentRace.jitterBound(Self.upright)),
      caption: """
        Upright bowl, λ = \(plain(DescentRace.strength)), where the minimum has θ₂ = 0. Right: how far L1 in the loss throws θ₂, with
        the bound η (λ + a₂c₂) dashed: the slope of the penalty and the pull of the loss, in one step.
        """)
    notebook.reference(
      "Proximal gradient (ISTA): Beck & Teboulle 2009, [doi:10.1137/080716542](https://doi.org/10.1137/080716542).")
  }
}

/// A number with three decimals, and a bare 0 only where it is exactly zero.
func exact(_ x: Double) -> String { x == 0 ? "0" : fixed(x, 3) }
