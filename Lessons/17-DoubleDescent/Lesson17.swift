import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 17 · Double descent
///
/// A model with just enough weights for its data has one way to fit them, and it is wild. With more it has a choice.
@main struct Lesson17: Lesson {
  static let card = LessonCard.number(17)
  @OptionGroup var common: CommonOptions
  @Option("Digits n that the random features are fitted to", .from(20...400)) var train = 200
  @Option("Ridge λ for each random feature", .from(0...1000)) var ridge = 0.1
  @Option("Share of wrong labels among the digits that the random features are fitted to", .from(0...0.9)) var noise =
    0.0

  func write(in notebook: Notebook) async throws {
    tellOfOnePoint(in: notebook)
    await tellOfTheSine(in: notebook)
    await tellOfTheLaw(in: notebook)
    let digits = try Digits.load()
    await tellOfDigits(digits, in: notebook)
    await tellOfNetworks(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "The danger is not too many weights but just enough.",
      """
      If a model gets worse with more data, or with more width, it may stand near its peak. Add a ridge, stop early, or go
      far past it.
      """,
      "In a trained network you will hardly meet it if the labels are right, or if training is stopped in time.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      With just enough weights to fit every sample there is only one way to do it, and it bends wildly to follow the noise.
      More weights leave a choice, and the fit with the smallest weights is a calm one. A small price on large weights, or
      stopping early, cures it.
      """)
  }
}

// MARK: - The smallest example that fails

extension Lesson17 {
  private func tellOfOnePoint(in notebook: Notebook) {
    let (one, two) = (Tensor(rows: [[0.1]], dtype: .float64), Tensor(rows: [[0.1, 1]], dtype: .float64))
    let y = Tensor(rows: [[0.6]], dtype: .float64)
    let w = leastSquares(two, y)
    let miss = (w - Tensor(rows: [[1], [0]], dtype: .float64)).norm
    notebook.section("One sample")
    notebook.text(
      """
      The law is y = x, a weight of 1. One sample is all you have: x = 0.1, and noise of 0.5 makes y = 0.6. A model with one
      weight fits it in one way, w = 0.6/0.1 = \(plain(leastSquares(one, y)[0, 0])): it is off by 5. The noise was divided by
      a small number.

      Give the model a second input that has nothing to do with y; by chance it is 1. Now every w with 0.1 w₁ + w₂ = 0.6 fits.
      Take the **shortest**, which is where gradient descent from zero arrives:
      w = 0.6 · (0.1, 1)/1.01 = (\(fixed(w[0, 0], 2)), \(fixed(w[1, 0], 2))). From the true weights (1, 0) it is only
      \(fixed(miss, 2)) away. The useless input shares the work, and the noise is divided by a larger number.
      """)
  }

  private func tellOfTheSine(in notebook: Notebook) async {
    let runs = await Runs(seeds: common.seeds(200), "sines") { SineRun(seed: $0) }
    let widths = Sine.widths
    func error(_ width: Int) -> Double { runs.errors.median[widths.firstIndex(of: width) ?? 0] }
    notebook.section("Ten points")
    notebook.text(
      """
      Now n = 10 noisy points of a sine, and N **features**: the constant and the cosines cos(kπx)/k. Their weights are fitted by least
      squares; where many weights fit exactly, take the shortest. At N = 5 the median error is \(significant(error(5), 1)). At N = 10 there are
      as many weights as points, only one curve goes through all of them, and the error is about \(grouped(Int(significant(error(10), 1)) ?? 0)). At N = 400 it is
      \(significant(error(400), 1)). Down, up, and down again: **double descent**.
      """)
    notebook.figure(
      sineFigure(Sine(seed: common.seed), runs),
      caption: """
        Left, the shortest fit to ten points, the sine dashed. Right, its squared distance from the sine, the median over
        \(runs.seedCount) draws of the points.
        """, cover: true, thumbnail: [1])
  }

  private func tellOfTheLaw(in notebook: Notebook) async {
    let (n, noise) = (LinearLaw.samples, LinearLaw.noise)
    let trials = await Trials(LinearLaw.widths, seeds: common.seeds(300), "laws") { LinearLaw(weights: $0, seed: $1) }
    notebook.section("The whole curve, and the ridge")
    notebook.text(
      """
      For a linear law y = x·w + σξ with ‖w‖ = 1 and p normal inputs the whole curve is known (Belkin and others 2020). From
      n samples the shortest fit ŵ has the expected error
      """)
    notebook.equation(
      latex: #"""
        \mathrm{E}\,\|\hat w - w\|^2 = \frac{\sigma^2 p}{n - p - 1} \quad (p \le n - 2), \qquad
        1 - \frac{n}{p} + \frac{\sigma^2 n}{p - n - 1} \quad (p \ge n + 2)
        """#,
      plain: "E‖ŵ − w‖² = σ² p/(n − p − 1) for p ≤ n − 2,   1 − n/p + σ² n/(p − n − 1) for p ≥ n + 2")
    notebook.text(
      """
      and it is infinite in between. The remedy is a **ridge**, a price λ on the length:
      """)
    notebook.equation(
      latex: #"\hat w = \arg\min_w \; \|Xw - y\|^2 + \lambda\,\|w\|^2"#, plain: "ŵ = argmin ‖X w − y‖² + λ ‖w‖²")
    notebook.text(
      """
      In a direction that X stretches by s, one of its singular values, the plain fit multiplies the noise by 1/s. At p = n some
      s is nearly 0. The ridge multiplies by s/(s² + λ), at most 1/(2√λ). (It is the L2 penalty of \(lesson(4)).)
      """)
    notebook.figure(
      lawFigure(trials),
      caption: """
        \(n) samples, σ = \(plain(noise)), mean of \(trials.seeds.count) draws and two standard errors; dashed, the formulas.
        Next to the peak the mean is a matter of chance and not drawn. The best ridge is λ = σ²p (its formula: Hastie and
        others 2022).
        """)
    notebook.reference("[Hastie, Montanari, Rosset & Tibshirani 2022](https://arxiv.org/abs/1903.08560)")
    notebook.text(
      """
      A second descent need not go below the first. Here it ends near 1, the error of w = 0: of p directions n samples show
      only n. It can pay where more features describe the law better.
      """)
    notebook.folded("Where the formula comes from") {
      notebook.text(
        """
        For p < n the error is ŵ − w = σ(XᵀX)⁻¹Xᵀξ, whose mean square is σ² times the trace of E(XᵀX)⁻¹. For normal inputs
        that matrix is the identity over n − p − 1: the trace is p/(n − p − 1). For p > n the n samples show w in n of p
        directions only; on average 1 − n/p of ‖w‖² stays unseen. In those n directions the noise does the same with n and
        p exchanged.
        """)
    }
    let far = [5, 10, 20, 100, 200, 400]
    let missed = far.map { p in
      let errors = trials[p].shortest
      return abs(errors.mean - expectedError(weights: p, samples: n, noise: noise))
        / (errors.standardDeviation / Double(errors.count).squareRoot())
    }
    let peak = trials[n].shortest.median / expectedError(weights: n / 2, samples: n, noise: noise)
    notebook.claim(
      "17.1",
      "With normal inputs the expected error of least squares is infinite at as many weights as samples, and follows a formula on either side.",
      test: """
        the mean error of 300 draws is within four standard errors of the formula for p = 5, 10, 20, 100, 200 and 400 at
        n = 40, and the median at p = n is above ten times the formula's value at n/2
        """,
      source: .paper("Belkin, Hsu & Xu 2020", "https://arxiv.org/abs/1903.07571"), verdict: .holds,
      when: missed.allSatisfy { $0 < 4 } && peak > 10,
      measured: "at most \(fixed(missed.max() ?? .nan, 1)) standard errors off",
      detail: """
        median at p = n \(significant(trials[n].shortest.median, 2)); the ridge's formula, exact only for many samples, is at
        most \(percent(LinearLaw.widths.map {
          abs(trials[$0].ridge.mean / expectedRidgeError(ratio: Double($0) / Double(n), noise: noise) - 1)
        }.max() ?? .nan, 0)) off
        """, runs: trials.seeds.count)
  }
}
