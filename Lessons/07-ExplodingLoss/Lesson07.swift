import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook

/// Lesson 07 · Exploding loss
///
/// When does a large learning rate make the loss explode, and when does it not?
///
/// - Claim: gradient descent on a quadratic loss explodes exactly above η = 2/λ, by (1 − ηλ)² a step. The
///   curvature of a tanh network gives way: it survives up to about 4/λ₀ and then trains at the edge λ = 2/η. A loss with
///   a bounded gradient does not explode at all.
/// - Tests: note 1, "Loss Exploding"; Cohen et al. 2021, arXiv:2103.00065; Lewkowycz et al. 2020, arXiv:2003.02218.
@main struct Lesson07: Lesson {
  static let card = LessonCard.number(7)
  @OptionGroup var common: CommonOptions
  @Option(help: "Learning rate of figures 1 and 2 as a multiple of 2/λ, above 0 and at most 100.") var factor = 1.5
  @Option(help: "Learning rate η of the tanh network in figure 3, above 0 and at most 1000.") var learningRate = 0.5
  @Option(help: "Loss of the tanh network: squared or cross-entropy.") var loss = NetworkLoss.squared

  func validate() throws {
    try require(factor, "--factor", .above(0, atMost: 100))
    try require(learningRate, "--learning-rate", .above(0, atMost: 1000))
  }

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    let study = await Study(
      digits, factor: factor, learningRate: learningRate, loss: loss, seeds: common.seeds(5))
    tellOfTheThreshold(study, in: notebook)
    tellOfTheOverflow(study, in: notebook)
    tellOfTwoWeights(in: notebook)
    tellOfSoftmax(study, in: notebook)
    tellOfTheEdge(study, in: notebook)
    tellOfTheReluNetwork(study, in: notebook)
    tellOfAllModels(study, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "“Large” means large against 2/λ: what decides is ηλ, not η. λ costs some dozens of gradients, by power iteration.",
      "A rising loss need not be an exploding one. At the edge of stability every other step raises it, and it falls.",
      "Squared errors pull harder the further off an answer is, without bound; cross-entropy does not.",
      """
      A loss that stands still near the logarithm of the number of classes is a network that answers the same to every
      digit: it has died, or never begun to learn.
      """,
      "The cure is a smaller learning rate, or the clipping of \(lesson(6)), which bounds the step whatever λ is.",
      "Look for the first inf. By the time there is a nan, the run has been lost for a long time.",
    ])
    stateClaims(study, in: notebook)
    await setExercises(study, digits, in: notebook)
    let edges = study.edges.map(\.lastComplete)
    let ends = loss == .squared && !edges.contains(0)
    notebook.answer(
      """
      On a quadratic loss exactly above η = 2/λ, and then by (1 − ηλ)² a step. Where the curvature can give way it takes
      more\(ends ? ": the tanh network survives \(plain(Summary(of: edges).minimum)) times 2/λ₀ with every seed" : ""). Where the
      gradient is bounded nothing explodes: softmax regression comes down again and ends lower, and a ReLU network dies.
      """)
  }

  // MARK: The smallest example that fails, and the same on real data

  private func tellOfTheThreshold(_ study: Study, in notebook: Notebook) {
    let first = study.regressions[0]
    notebook.section("The threshold")
    notebook.text(
      """
      Along one direction of a valley the loss is ½λw²: λ is its curvature, and w the distance from the bottom. The
      slope is λw, so that a step of gradient descent multiplies the distance by 1 − ηλ:
      """)
    notebook.equation(
      latex: #"w_{t+1} = w_t - \eta \lambda w_t = (1 - \eta\lambda)\,w_t, \qquad L_{t+1} = (1 - \eta\lambda)^2 L_t"#,
      plain: "wₜ₊₁ = wₜ − ηλ wₜ = (1 − ηλ) wₜ,   Lₜ₊₁ = (1 − ηλ)² Lₜ")
    notebook.table(
      columns: ["η", "1 − ηλ", "w, from 1 on", "each step multiplies L by"],
      rows: Set([0.25, 0.5, 0.98, 1, 1.02, factor]).sorted().map { factor in
        let multiplier = 1 - 2 * factor
        let path = [1, multiplier, multiplier * multiplier, multiplier * multiplier * multiplier]
        return [
          "\(plain(factor)) · 2/λ", significant(multiplier, 3), path.map { significant($0, 3) }.joined(separator: ", "),
          significant(multiplier * multiplier, 3),
        ]
      })
    notebook.text(
      """
      At η = 1/λ, half the threshold, one step arrives. Above that w changes sides with each step. At η = 2/λ it jumps
      from one side to the other for ever, and beyond it lands further off each time. A valley with many directions has a λ for each,
      and the largest decides: the ravine of \(lesson(3)) has two.

      Linear regression is such a valley. From \(Digits.pixelCount) pixels and a bias it computes ten numbers that should
      be 1 for the right digit and 0 for the others; L is half their squared error, a mean over \(grouped(first.samples)) digits. Its Hessian
      XᵀX/n is the same everywhere. Power iteration, which multiplies a vector by it again and again, finds its largest eigenvalue
      λ = \(fixed(first.mode.curvature, 3)), so that 2/λ = \(fixed(first.mode.threshold, 4)).
      """)
    let slopes = study.regressions.map { fixed(RegressionStudy.slope(of: $0.linear(atFactor: 1.02)), 6) }
    let (least, greatest) = (slopes.min() ?? "", slopes.max() ?? "")
    let theory = SharpestMode.decadesPerStep(atFactor: 1.02)
    notebook.figure(
      thresholdFigure(first, factor: factor),
      caption: """
        Gradient descent on all \(grouped(first.samples)) digits. Dashed, what the sharpest direction adds to the loss, in closed form and with
        nothing fitted: ½ s²/λ · (1 − ηλ)²ᵗ, where s = \(significant(abs(first.mode.slope), 3)) is the slope along it at the start. At
        1.02 · 2/λ it rises by 2 log₁₀ |1 − ηλ| = \(fixed(theory, 6)) decades a step; measured over
        \(slopes.count) seeds, \(least)\(least == greatest ? "" : " to \(greatest)").
        """)
  }

  private func tellOfTheOverflow(_ study: Study, in notebook: Notebook) {
    let overflow = study.regressions[0].overflow
    notebook.section("First inf, then nan")
    let growth = significant((1 - 2 * factor) * (1 - 2 * factor), 3)
    guard let predicted = overflow.predicted else {
      notebook.text(
        """
        At \(plain(factor)) · 2/λ each step multiplies the sharpest direction's part of the loss by \(growth): it does not
        grow, and never leaves the range of a double, which ends at \(significant(.greatestFiniteMagnitude, 2)).
        """)
      return
    }
    guard let infinite = overflow.infinite else {
      notebook.text(
        """
        At \(plain(factor)) · 2/λ each step multiplies the sharpest direction's part of the loss by \(growth). In
        \(grouped(Overflow.steps)) steps it does not leave the range of a double, which ends at
        \(significant(.greatestFiniteMagnitude, 2)); by the closed form it takes \(grouped(predicted)).
        """)
      return
    }
    guard let nan = overflow.notANumber else {
      notebook.text(
        """
        A double ends at \(significant(.greatestFiniteMagnitude, 2)). At \(plain(factor)) · 2/λ, where each step multiplies the
        loss by \(growth), the closed form passes that at step \(grouped(predicted)), and the measured loss is inf from step
        \(grouped(infinite)) on. But it is not nan: the weights, whose squares have overflowed, are still finite, and in
        \(grouped(Overflow.steps)) steps no nan comes. A check for nan sees nothing.
        """)
      return
    }
    notebook.text(
      """
      A double ends at \(significant(.greatestFiniteMagnitude, 2)). At \(plain(factor)) · 2/λ, where each step multiplies the
      loss by \(growth), the closed form passes that at step \(grouped(predicted)), and the measured loss is inf from step
      \(grouped(infinite)) on. But it is not nan: the weights, whose squares have overflowed, are still finite, and go on growing.
      The first nan comes at step \(grouped(nan)), when weights are infinite too and one of them meets a pixel that is always 0:
      inf · 0 has no value. A check for nan comes \(grouped(nan - infinite)) steps late. The same two stages can be seen in
      \(lesson(1)); \(lesson(12)) hunts for the first of them.
      """)
  }

  /// "0.12 … 0.14", the least and the greatest of some numbers.
  func range(_ values: [Double], digits: Int = 2) -> String {
    let summary = Summary(of: values)
    let (least, greatest) = (significant(summary.minimum, digits), significant(summary.maximum, digits))
    return least == greatest ? least : "\(least) … \(greatest)"
  }

  /// "12 … 16", the least and the greatest of some counts; "none" where there are none.
  func range(_ counts: [Int]) -> String {
    guard let least = counts.min(), let greatest = counts.max() else { return "none" }
    return least == greatest ? grouped(least) : "\(grouped(least)) … \(grouped(greatest))"
  }
}

extension NetworkLoss: ExpressibleByArgument {}
