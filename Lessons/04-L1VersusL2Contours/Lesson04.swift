import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook

/// Lesson 04 · L1 versus L2 contours: the corner of the diamond, and the step that gets there.
///
/// - Claim: an L1 penalty of strength λ ≥ aᵢ|cᵢ| makes a parameter exactly zero, an L2 penalty of any strength none;
///   gradient descent on loss + L1 finds no zero among 640 weights, the proximal step finds hundreds.
/// - Source: note 1, Regularization; Tibshirani 1996; Beck & Teboulle 2009.
/// - Needs: gradient descent. Writes: contours, parameters, descent, digits, weights (.dat, .gp, .svg).
@main struct Lesson04: Lesson {
  static let card = LessonCard.number(4)

  @OptionGroup var common: CommonOptions
  @Option(help: "Strength λ of the penalties in the pictures of the digits' weights, from 0 to 1.")
  var lambda = 1e-3
  @Option(
    help: "Learning rate η of the two descents in the bowl, above 0 and below 0.5, where its steep axis diverges.")
  var learningRate = 0.1
  @Flag(help: "Leave out the absolute value of the L1 penalty, as the notes' formula does.")
  var noAbs = false

  /// The bowl of the picture, and the same without its tilt, which can be done on paper.
  static let tilted = Bowl(hessian: SymmetricMatrix(xx: 4, xy: 1.2, yy: 1), center: SIMD2(1.5, 1))
  static let upright = Bowl(hessian: SymmetricMatrix(xx: 4, xy: 0, yy: 1), center: SIMD2(1.5, 1))

  /// What stands for L1 in this run.
  var l1: Penalty { noAbs ? .signed : .absolute }

  func validate() throws {
    try require(lambda, "--lambda", .from(0...1))
    try require(learningRate, "--learning-rate", .between(0, 0.5))
  }

  func write(in notebook: Notebook) async throws {
    showContours(in: notebook)
    solveByHand(in: notebook)
    findWhoSurvives(in: notebook)
    descendTwoWays(in: notebook)
    let study = try await DigitsStudy(seeds: common.seeds(5), featured: lambda, withoutAbsoluteValue: noAbs)
    showDigits(in: notebook, study)
    readTheCode(in: notebook, study)
    askQuestions(in: notebook, study)
  }

  private func showContours(in notebook: Notebook) {
    notebook.section("The picture")
    notebook.text(
      """
      A penalty adds a price for large parameters to the loss: λ times the sum of their absolute values, **L1**, or of
      their squares, **L2**.
      """)
    notebook.equation(
      latex: #"J(\theta) = L(\theta) + \lambda \sum_i |\theta_i|^p, \qquad p = 1 \text{ or } 2"#,
      plain: "J(θ) = L(θ) + λ Σ |θᵢ|ᵖ,  p = 1 or 2")
    if noAbs {
      notebook.text("**In this run the absolute value is left out:** wherever the text says L1, the penalty is λ Σθᵢ.")
    }
    notebook.text(
      """
      Both hold parameters near zero. L1 also puts some *exactly* on zero, so that they can be dropped. To see why, take
      the smallest loss with a shape, a tilted bowl around c, and move its minimum by raising λ:
      """)
    notebook.equation(
      latex: #"L(\theta) = \tfrac12 (\theta - c)^\top H (\theta - c), \qquad "#
        + #"H = \begin{bmatrix} 4 & 1.2 \cr 1.2 & 1 \end{bmatrix}, \quad c = (1.5, 1)"#,
      plain: "L(θ) = ½ (θ − c)ᵀ H (θ − c),  H = [4 1.2; 1.2 1],  c = (1.5, 1)")
    let strengths = [0.5, 2, 5]
    let corner = Self.tilted.sparsePath()[1]
    notebook.figure(
      contourFigure(Self.tilted, penalties: [l1, .squared], strengths: strengths),
      caption: """
        Grey ellipses: the loss. Coloured diamonds and circles: the penalty. Both are drawn through the minima for
        λ = \(listed(strengths.map { plain($0) })). Black: the way of the minimum as λ grows, from c (cross) to
        the origin. Under L1 it runs into the axis at λ = \(fixed(corner.strength, 3)) and stays on it.
        """, cover: true)
    notebook.text(
      """
      In a minimum the two contours touch: a step along them changes neither. A diamond has its corners on the axes, and
      a corner touches ellipses of many slopes: with θ₂ = 0, L1 holds against any slope of the loss along θ₂ from −λ to
      λ. A circle touches with one slope only, and where it crosses the axis that slope has no θ₂ in it. So under L2 the
      minimum could stop on the axis only if the loss were level along θ₂ at just that point.
      """)
  }

  private func solveByHand(in notebook: Notebook) {
    notebook.section("By hand")
    notebook.text(
      """
      Without the tilt the parameters do not disturb each other, L = ½ Σ aᵢ (θᵢ − cᵢ)², and the minimum is a line of
      algebra each:
      """)
    notebook.equation(
      latex: #"\text{L1:}\quad \theta_i = \mathrm{sign}(c_i) \max\left(|c_i| - \frac{\lambda}{a_i}, 0\right)"#
        + #"\qquad \text{L2:}\quad \theta_i = \frac{a_i c_i}{a_i + 2\lambda}"#,
      plain: "L1:  θᵢ = sign(cᵢ) · max(|cᵢ| − λ/aᵢ, 0)\nL2:  θᵢ = aᵢ cᵢ / (aᵢ + 2λ)")
    let strengths = [0.5, 1, 2, 6, 7]
    notebook.table(
      columns: ["λ", "L1: θ₁", "θ₂", "L2: θ₁", "θ₂", "λ Σθᵢ: θ₁", "θ₂"],
      rows: strengths.map { strength in
        [plain(strength)]
          + [Penalty.absolute, .squared, .signed].flatMap { penalty in
            let theta = Self.upright.minimum(under: penalty, strength: strength)
            return [exact(theta.x), exact(theta.y)]
          }
      },
      caption: "Minima of the upright bowl, a = (4, 1), c = (1.5, 1). A bare 0 is exactly zero.")
    notebook.text(
      """
      L1 takes off the same amount however little is left, and so it arrives. L2 takes off a share of what is left, and
      never does. The last two columns are the penalty λ Σθᵢᵖ with p = 1 as the notes print it, without an absolute
      value: it has no corner, goes on rewarding negative parameters, and walks through zero without stopping.
      """)
    let removal = [0, 1].map { axis in abs(Self.upright.pullAtOrigin[axis]) }
    // Zero at that λ and beyond it, and not yet just before.
    let stops = [0, 1].allSatisfy { axis in
      [0.999, 1, 2].map { Self.upright.minimum(under: l1, strength: $0 * removal[axis])[axis] == 0 }
        == [false, true, true]
    }
    let strong = Self.upright.minimum(under: .squared, strength: 1e6)
    notebook.claim(
      "4.1", "L1 sets a parameter to exactly zero once λ reaches aᵢ|cᵢ|; L2 does so for no finite λ.",
      source: .note(1, "Regularization"), verdict: .holds, when: stops && strong.x != 0 && strong.y != 0,
      measured: """
        θ₁ from λ = \(plain(removal[0])) and θ₂ from λ = \(plain(removal[1])) on; under L2 with λ = 10⁶ still \
        \(significant(strong.x, 2)) and \(significant(strong.y, 2))
        """)
    let through = Self.upright.minimum(under: .signed, strength: 2)
    notebook.claim(
      "4.2", "λ Σθᵢᵖ with p = 1 is an L1 penalty.", source: .note(1, "Regularization", slip: "C15"),
      verdict: .doesNotHold, when: through.y < 0 && Self.upright.minimum(under: .absolute, strength: 2).y == 0,
      measured: "at λ = 2 it moves θ₂ to \(fixed(through.y, 0)), where λ Σ|θᵢ| stops it at 0")
  }

  private func findWhoSurvives(in notebook: Notebook) {
    notebook.section("Who goes first, and who grows")
    let knots = Self.tilted.sparsePath()
    notebook.figure(
      parameterFigure(Self.tilted, penalties: [l1, .squared], upTo: 8),
      caption: """
        The two parameters of the tilted bowl at the minimum. Under L1 they move in straight pieces: θ₂ is zero from
        λ = \(fixed(knots[1].strength, 3)) on, θ₁ from \(fixed(knots[2].strength, 1)) on. Until θ₂ is gone, θ₁ grows.
        """)
    notebook.text(
      """
      A penalty need not shrink each parameter. While θ₂ is being removed, θ₁ takes over its work and grows from
      \(exact(knots[0].theta.x)) to \(exact(knots[1].theta.x)). What falls is the sum.

      And who survives? The notes say: the parameter along whose axis the loss is steeper. What counts is how hard the
      loss pulls a parameter away from zero, the slope at the origin, −∇L(0) = Hc: L1 lets go of θᵢ for good only below
      λ = |(Hc)ᵢ|. Steepness is one factor of that, the distance of c the other.
      """)
    var generator = RandomGenerator(seed: common.seed)
    let surveys = (0..<10).map { _ in EllipseSurvey(count: 2000, l1: l1, using: &generator) }
    let sparse = Summary(of: surveys.map(\.sparseUnderL1))
    let steep = Summary(of: (0..<10).map { _ in steepSurvivalShare(steepness: 4, count: 2000, using: &generator) })
    let expected = expectedSteepSurvivalShare(steepness: 4)
    notebook.claim(
      "4.3", "On random ellipses the L1 minimum usually lies on an axis, the L2 minimum never.", source: .ours,
      verdict: .holds, when: sparse.minimum > 0.5 && surveys.allSatisfy { $0.sparseUnderL2 == 0 },
      measured: """
        at half the λ that empties L1, an exact zero in \(percent(sparse.minimum)) to \(percent(sparse.maximum)) under L1 \
        and in \(percent(surveys.map(\.sparseUnderL2).max() ?? 1, 0)) under L2, 10 × 2000 ellipses
        """, seeds: 10)
    let counterexample = Bowl(hessian: Self.upright.hessian, center: SIMD2(0.2, 2))
    notebook.claim(
      "4.4", "The parameter along whose axis the loss is steeper survives L1.", source: .note(1, "Regularization"),
      verdict: .doesNotHold, when: steep.maximum < 0.99 && counterexample.survivor == 1,
      measured: """
        four times steeper, it survives in \(percent(steep.mean)) (theory (2/π) atan 4 = \(percent(expected))); with \
        c = (0.2, 2) it goes first
        """, seeds: 10)
    notebook.claim(
      "4.5", "The last survivor under L1 is the parameter with the larger pull |(Hc)ᵢ| at the origin.", source: .ours,
      verdict: .holds, when: surveys.allSatisfy { $0.survivorHasLargerPull > 1 - 1e-9 },
      measured: "\(percent(Summary(of: surveys.map(\.survivorHasLargerPull)).mean, 0)) of 10 × 2000 ellipses", seeds: 10
    )
    notebook.claim(
      "4.6", "A penalty draws every parameter towards zero.", source: .note(1, "Regularization"), verdict: .doesNotHold,
      when: Self.tilted.minimum(under: l1, strength: knots[1].strength).x > Self.tilted.center.x,
      measured: "under L1 θ₁ grows from \(exact(knots[0].theta.x)) to \(exact(knots[1].theta.x)) while θ₂ is removed")
  }
}

/// A number with three decimals, and a bare 0 only where it is exactly zero.
func exact(_ x: Double) -> String { x == 0 ? "0" : fixed(x, 3) }
