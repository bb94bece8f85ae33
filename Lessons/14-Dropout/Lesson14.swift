import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 14 · Dropout
///
/// Dropout trains on noise that acts as a penalty on large weights. It delays learning wrong labels by heart; a network
/// that is stopped in time gains little from it, except that no single unit is needed any more.
@main struct Lesson14: Lesson {
  static let card = LessonCard.number(14)
  @OptionGroup var common: CommonOptions
  @Option("Share of the training labels that are wrong", .from(0...0.9)) var noise = 0.2
  @Option("Units in each of the two hidden layers", .from(1...256)) var hidden = 64
  @Option("Epochs of eight steps", .from(10...2000)) var epochs = 200

  func write(in notebook: Notebook) async throws {
    tellOfTwoInputs(in: notebook)
    await tellOfRidge(try BreastCancer.load(), in: notebook)
    let digits = try Digits.load()
    let trials = await train(arms, on: digits)
    tellOfTime(trials, in: notebook)
    tellOfEntries(trials, in: notebook)
    tellOfDamage(trials, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Dropout is for training. In PyTorch `model.eval()` switches it off; forget it, and the test digits pay.",
      "Give the zeros a random stream of their own, or the order of the mini-batches changes with p as well.",
      "A larger p learns more slowly. Compare best moments, or the ends of long runs, and say which.",
    ])
    try await setExercises(digits, trials, in: notebook)
    notebook.answer(
      """
      Its random zeros act as a penalty: weights become small and spread over many inputs. That delays learning wrong labels by
      heart, which helps a run that is not stopped in time, and it leaves a network that can do without some of its units.
      """)
  }
}

// MARK: - A linear model

extension Lesson14 {
  private func tellOfTwoInputs(in notebook: Notebook) {
    let (inputs, target, rate) = ([1.0, 1], 1.0, 0.5)
    let weights = [[1, 0], [0.5, 0.5], bestWeights(inputs: inputs, target: target, rate: rate)]
    notebook.section("Two inputs that say the same")
    notebook.text(
      """
      A model adds up two inputs, both 1, with two weights, and should answer 1. The weights (1, 0) do that, and so do (½, ½).
      Now train with **dropout**: each time each input is set to 0 with probability p, and those that stay are divided
      by 1 − p, so that an input x is still x on average. With p = ½ there are four cases, equally likely:
      """)
    notebook.table(
      columns: ["inputs", "error² of (1, 0)", "of (½, ½)", "of (⅓, ⅓)"],
      rows: droppedInputs(inputs, rate: rate).map { dropped, _ in
        ["(\(listedNumbers(dropped)))"]
          + weights.map { weights in
            let missed = target - weights.indices.reduce(0) { $0 + weights[$1] * dropped[$1] }
            return fixed(missed * missed, 3)
          }
      } + [
        ["mean"]
          + weights.map { fixed(expectedError(weights: $0, inputs: inputs, target: target, rate: rate), 3) }
      ])
    notebook.text(
      """
      Weights that rely on one input are wrong each time. Spreading them is better, and best is (⅓, ⅓), which *without*
      dropout answers only ⅔: **spread and shrink**. Why ⅓? An input under dropout, x̃, has mean x and variance x²p/(1 − p). The mean
      of a squared error is the square of its mean plus its variance, and variances of independent inputs add. With t for the right
      answer and d inputs:
      """)
    notebook.equation(
      latex: #"""
        \mathrm{E}\,\big(t - w\cdot\tilde x\big)^2 = \big(t - w\cdot x\big)^2 + \frac{p}{1-p}\sum_j w_j^2 x_j^2,
        \qquad w_j x_j = \frac{t}{d + p/(1-p)}
        """#, plain: "E(t − w·x̃)² = (t − w·x)² + p/(1 − p) Σ wⱼ²xⱼ²,   least at wⱼxⱼ = t/(d + p/(1 − p))")
    notebook.text(
      """
      The second follows where the derivative is zero: there wⱼxⱼp/(1 − p) = t − w·x, the same for each j. No penalty was written
      down; the noise is one: that of L2 (\(lesson(4))), with each weight priced by the size of its input.
      """)
  }

  private func listedNumbers(_ numbers: [Double]) -> String { numbers.map(plain).joined(separator: ", ") }

  private func tellOfRidge(_ data: BreastCancer, in notebook: Notebook) async {
    let measured = [0.1, 0.3, 0.5, 0.7]
    let rates = [0, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.06, 0.08] + evenly(0.1...0.9, count: 33)
    let runs = await Runs(seeds: common.seeds(10), "biopsies") { seed in
      Biopsies(data, seed: seed).valley(measuredAt: measured, theoryAt: rates)
    }
    notebook.section("On real data")
    notebook.text(
      """
      Is a biopsy benign or malignant, 1 or −1? Fit 30 weights to \(Biopsies.samples) biopsies with 30 features each, and test them on
      \(Biopsies.tested) others. Scaled to a mean square of 1, all features cost the same, so dropout should be **ridge regression**,
      mean squared error plus λ‖w‖², with λ = p/(1 − p). Train by gradient descent with fresh zeros in every step, and solve the ridge
      equations beside it:
      """)
    notebook.figure(
      valleyFigure(runs, measuredAt: measured, theoryAt: rates),
      caption: """
        Medians of ten seeds, each with its own biopsies; bars from least to greatest. At p = 0 nothing holds the
        30 weights, and the error is \(significant(runs.curve.median[0], 2)).
        """)
    let ratios = measured.indices.map { index in
      Summary(of: runs.all.map { $0.dropout[index] / $0.ridge[index] })
    }
    let missed = runs.all.map { run in measured.indices.map { abs(run.dropout[$0] / run.ridge[$0] - 1) }.max() ?? .nan }
    notebook.claim(
      "14.1", "For least squares, dropout on the inputs is ridge regression with λ = p/(1 − p).",
      test: """
        test error at p = 0.1, 0.3, 0.5 and 0.7 on average within 2 % of ridge's, and within 5 % at each of them in 9 of 10
        seeds
        """,
      source: .paper(
        "Srivastava et al. 2014, section 9.1", "https://jmlr.org/papers/v15/srivastava14a.html"), verdict: .holds,
      when: ratios.allSatisfy { abs($0.mean - 1) < 0.02 } && missed.count { $0 < 0.05 } >= 9,
      measured: "at most \(fixed(100 * (missed.max() ?? .nan), 1)) % off",
      detail: "within \(grouped(Biopsies.steps)) steps, at a rate that falls to zero", runs: runs.seedCount)
  }
}
