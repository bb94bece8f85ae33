import ArgumentParser
import Datasets
import Experiments
import Notebook
import Numerics

/// Lesson 23 · Watching gradients and weights
///
/// Update over weights is the rate in the network's own unit, and says how far the weights can come; zeros say what is dead.
@main struct Lesson23: Lesson {
  static let card = LessonCard.number(23)
  @OptionGroup var common: CommonOptions
  @Option(help: "Rule of the run that is watched: sgd, momentum or adam.") var optimizer = Rule.sgd
  @Option("Its learning rate η", .from(1e-6...10)) var learningRate = 1.0
  @Option("Its epochs, of 31 steps each", .from(1...100)) var epochs = 10

  var setting: Setting { Setting(optimizer, at: learningRate) }
  var steps: Int { epochs * Plan.stepsPerEpoch }
  /// "gradient descent at η = 1".
  var name: String { "\(optimizer.name) at η = \(plain(learningRate))" }

  func write(in notebook: Notebook) async throws {
    tellOfTwoUnits(in: notebook)
    let digits = try Digits.load()
    let sweep = await self.sweep(digits)
    tellOfTheFirstStep(sweep, in: notebook)
    tellOfTheDistance(sweep, in: notebook)
    let watched = await watch(digits)
    tellOfTheDead(sweep, watched, in: notebook)
    tellOfLogs(sweep, in: notebook)
    await tellOfFaintGradients(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Take one ratio for each matrix; biases start at 0 and have none.",
      "Multiply it by the steps you can afford: far below ½, the run will not be done.",
      "Count the zeros apart; norms hide them.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      The length of an update over that of the weights, times the number of steps, says how far the weights can come from their
      start; to learn, they must come about half their length. But a dead network moves, too, and only the share of gradients
      that are exactly zero tells.
      """)
  }

  /// Every rule at every rate, for ten times as many epochs as are reported first.
  func sweep(_ digits: Digits) async -> Sweep<Rule, Run> {
    await Sweep(Rule.allCases, rates: \.rates, seeds: common.seeds(6), by: \.validationLoss) { rule, rate, seed in
      Run(
        Setting(rule, at: rate), epochs: Plan.longSteps / Plan.stepsPerEpoch, places: Plan.places, digits: digits,
        seed: seed)
    }
  }

  /// The setting of the knobs.
  func watch(_ digits: Digits) async -> Runs<Run> {
    let places = Plan.places.filter { $0 < steps } + [steps]
    return await Trials([setting], seeds: common.seeds(6), "watched") { setting, seed in
      Run(setting, epochs: epochs, places: places, digits: digits, seed: seed)
    }[setting]
  }
}

extension Rule: ExpressibleByArgument {}

// MARK: - Two units, and the first step

extension Lesson23 {
  private func tellOfTwoUnits(in notebook: Notebook) {
    notebook.section("Two units")
    notebook.text(
      """
      A loss that does not fall does not say why. Note 3 watches another number: how long an update is beside the weights.
      A unit has the weights (3, 4), of length 5, and the gradient (0.03, 0.04). Gradient descent with η = 0.1 moves it by
      0.005, a thousandth of its length. Multiply the loss by 100, and the same η moves it by a tenth: η alone says nothing,
      this **ratio** does.

      Now a second unit with the weights (−3, −4). Its inputs are pixels, never negative, so its ReLU answers 0 to every image and
      its gradient is exactly (0, 0): it is **dead**. The matrix of both has the length √50, the update is still 0.005, the ratio
      0.0007. Half of the layer is dead, and the ratio hardly tells. The **share of zeros** in the gradient does: one half.
      """)
    notebook.equation(
      latex: #"""
        r_t = \frac{\Vert W_{t+1} - W_t \Vert}{\Vert W_t \Vert}, \qquad
        \frac{\Vert W_T - W_0 \Vert}{\Vert W_0 \Vert} \le \prod_{t<T} (1 + r_t) - 1 \approx \sum_{t<T} r_t
        """#,
      plain: "rₜ = ‖Wₜ₊₁ − Wₜ‖ / ‖Wₜ‖,   ‖W_T − W₀‖ / ‖W₀‖ ≤ Π (1 + rₜ) − 1 ≈ Σ rₜ")
    notebook.text(
      """
      So ratios bound how far the weights can come from their start. (A step makes them at most 1 + rₜ times as long; add up the
      updates.)
      """)
  }

  private func tellOfTheFirstStep(_ sweep: Sweep<Rule, Run>, in notebook: Notebook) {
    notebook.section("The first step")
    notebook.text(
      """
      Networks 64-32-32-10 with ReLU and He's weights (\(lesson(9))) learn \(grouped(Plan.training)) digits in mini-batches of
      \(Plan.batchSize) for \(Plan.steps) steps, by gradient descent, momentum 0.9 and Adam, each at six rates about a factor of 3
      apart. \(Plan.validation) other digits choose the best rate, \(Plan.test) more are read. We watch the first matrix, 32 × 64.

      Gradient descent's first ratio is η‖g‖/‖W‖, proportional to η, and momentum's is the same. Adam's is known beforehand: at first
      it divides each gradient by its own size, so each of the N weights moves by η, except the share z whose gradient is exactly
      0. He's weights have the variance 2/n for n inputs:
      """)
    notebook.equation(
      latex: #"r_0 = \frac{\eta\sqrt{(1-z)N}}{\sqrt{N \cdot 2/n}} = \eta\sqrt{\frac{(1-z)\,n}{2}}"#,
      plain: "r₀ = η √((1 − z) N) / √(N · 2/n) = η √((1 − z) n/2)")
    notebook.text(
      """
      With n = 64, η = 0.003 and z = 0.3: \(fixed(firstAdamRatio(rate: 0.003, inputs: 64, zeroShare: 0.3), 4)).
      """)
    notebook.figure(
      ratioFigure(sweep),
      caption: """
        Means of \(sweep.trials.seeds.count) seeds. Left, dashed: the formula for Adam, and proportion to η from gradient descent at
        0.1.
        """)
    let quotients = Summary(
      of: Rule.adam.rates.flatMap { rate in
        sweep[.adam, rate].all.map {
          $0.ratios[0][0] / firstAdamRatio(rate: rate, inputs: Plan.widths[0], zeroShare: $0.zeros[0])
        }
      })
    notebook.claim(
      "23.1", "Adam's first ratio is known before the training: η √((1 − z) n/2) for He's weights.",
      test: "the first matrix, six rates, six seeds: all within 10 % of the formula", source: .ours, verdict: .holds,
      when: abs(quotients.minimum - 1) < 0.1 && abs(quotients.maximum - 1) < 0.1,
      measured: "\(quotients.range(2)) times the formula", runs: quotients.count)
  }
}
