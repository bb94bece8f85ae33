import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 05 · Learning-rate decay
///
/// Lowering the rate lowers the noise floor. That saves a run whose rate is too high.
@main struct Lesson05: Lesson {
  static let card = LessonCard.number(5)
  @OptionGroup var common: CommonOptions
  @Option("Size of the mini-batches on the digits", .from(1...1437)) var batchSize = 8
  @Option("First learning rate α₀ on the moons", .from(1e-6...10)) var learningRate = 0.1
  @Flag(help: "Store the staircase's rate on the moons back and decay it again in each epoch: the compounding mistake.")
  var compound = false

  func write(in notebook: Notebook) async throws {
    await tellOfTheFloor(in: notebook)
    tellOfTheRules(in: notebook)
    let digits = try Digits.load()
    let sweep = await self.sweep(digits)
    tellOfDigits(sweep, in: notebook)
    await tellOfAdam(digits, in: notebook)
    let moons = await self.moons(Recipe.allCases)
    tellOfMoons(moons, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A schedule is a function of the step that starts from α₀ each time. Store nothing back.",
      """
      Decide on a schedule last, as note 3 advises, and sweep the first rate again with it: tried at one rate only, decay
      can look like a cure (the rate was too high) or like a cost (it was too low).
      """,
      "Where there is no noise to get rid of, decay only ends the run sooner.",
    ])
    notebook.shows("3.15", "4.35")
    try await setExercises(digits, sweep, moons, in: notebook)
    notebook.answer(
      """
      Short steps carry less of the noise of the gradients into the result. That saves a run whose rate is too high; otherwise
      decay only makes the run travel less far.
      """)
  }
}

// MARK: - The smallest example that fails

extension Lesson05 {
  private func tellOfTheFloor(in notebook: Notebook) async {
    notebook.section("A constant rate never quite arrives")
    notebook.text(
      """
      Estimate the mean of a stream of numbers x (normal, mean 0, variance 1), one draw a step, by descending ½(w − x)². The
      gradient is w − x; the right answer is w = 0. Suppose w is exactly right: the next draw is, say, 1, and with the rate
      α = 0.1 the step moves w to 0.1. The noise in the gradient throws the estimate off again and again. On paper, with E for
      the mean over many streams (w and the next x are independent, so E[w x] = 0):
      """)
    notebook.equation(
      latex: #"w \leftarrow w - \alpha\,(w - x) \qquad \Rightarrow \qquad "#
        + #"\mathrm{E}[w^2] \leftarrow (1 - \alpha)^2\, \mathrm{E}[w^2] + \alpha^2"#,
      plain: "w ← w − α (w − x)   ⇒   E[w²] ← (1 − α)² E[w²] + α²")
    let seeds = common.seeds(8)
    let trials = await Trials(Estimator.allCases, seeds: seeds, "noise") { $0.meanSquares(seed: $1) }
    notebook.text(
      """
      Each step forgets a part of the past and lets in new noise. The two balance where E[w²] = α/(2 − α), the **noise floor**:
      \(fixed(noiseFloor(0.1), 3)) for α = 0.1, and about a fifth of that for α = 0.02. A small rate has the lower floor, but it
      takes longer to come down to it. **Decay** has both: large steps first, small ones later.
      """)
    notebook.figure(
      noiseFigure(trials),
      caption: """
        Mean square of the estimate over \(grouped(Estimator.replicas * seeds.count)) streams, all from
        w = \(plain(Estimator.start)); dashed, the equation above. The staircase divides its rate by 2, 3, 4 and 5, every 400
        steps, and walks down from floor to floor. With α = 1/(1 + t) w is the plain mean of all draws.
        """, cover: true)
    notebook.shows("3.02", "3.05")
    let levels = trials.seeds.indices.map { Summary(of: trials[.constant].all[$0].suffix(Estimator.steps / 2)).mean }
    let smallLevels = trials.seeds.indices.map { Summary(of: trials[.small].all[$0].suffix(Estimator.steps / 2)).mean }
    notebook.claim(
      "5.1", "A constant rate α ends at a mean square error of α/(2 − α), however long it runs.",
      test: "mean of w² over the last 1,000 steps within 10 % of theory in 8 of 8 seeds, for α = 0.1 and 0.02",
      source: .paper("Bottou, Curtis & Nocedal 2018, theorem 4.6", "https://arxiv.org/abs/1606.04838"), rows: ["3.13"],
      verdict: .holds,
      when: [(levels, noiseFloor(0.1)), (smallLevels, noiseFloor(0.02))].allSatisfy { levels, floor in
        levels.allSatisfy { abs($0 / floor - 1) < 0.1 }
      },
      measured: "\(fixed(Summary(of: levels).mean, 4)) at α = 0.1 (theory \(fixed(noiseFloor(0.1), 4)))",
      detail: "\(fixed(Summary(of: smallLevels).mean, 5)) at α = 0.02 (theory \(fixed(noiseFloor(0.02), 5)))",
      runs: seeds.count)
    let ends = Summary(of: trials[.runningMean].all.map { $0[Estimator.steps] })
    let variance = 1 / Double(Estimator.steps)
    notebook.claim(
      "5.2", "With α = 1/(1 + t) there is no floor: the error falls as 1/t.",
      test: "mean of w² at the end within 15 % of 1/t, and in 8 of 8 seeds below a tenth of the lower floor",
      source: .paper("Robbins & Monro 1951", "https://doi.org/10.1214/aoms/1177729586"), verdict: .holds,
      when: abs(ends.mean / variance - 1) < 0.15 && ends.maximum < 0.1 * noiseFloor(0.02),
      measured:
        "\(significant(ends.mean, 3)) after \(grouped(Estimator.steps)) steps (1/t = \(significant(variance, 3)))",
      detail: "this descent is the plain mean of all draws so far, whose variance is 1/t", runs: seeds.count)
  }

  private func tellOfTheRules(in notebook: Notebook) {
    notebook.section("Rules for lowering it")
    notebook.text(
      """
      A rule that sets the rate from the number of the epoch is called a **schedule**. From the first rate α₀ and a decay d,
      with the epoch e counted from 0:
      """)
    notebook.table(
      columns: ["rule", "α(e)", "in PyTorch"],
      rows: [
        ["constant", "α₀", "no scheduler"],
        ["inverse time", "α₀ / (1 + d e)", "`LambdaLR`"],
        ["staircase of stairs of k epochs", "α₀ / (1 + d ⌊e/k⌋)", "`LambdaLR`; by a factor, `StepLR`"],
        ["exponential", "α₀ γᵉ", "`ExponentialLR`"],
        ["cosine over T epochs", "½ α₀ (1 + cos(πe/T))", "`CosineAnnealingLR`"],
      ])
    notebook.shows("2.44", "2.46", "2.50", "2.51", "3.03", "3.10")
    notebook.text(
      """
      Each is computed from α₀, which stays. (Note 2 prints the same α on both sides. A program that takes it at its word decays
      what is decayed already: an exercise below.) Note 2 calls decay one of the less common techniques; the authors of Google's
      [tuning playbook](https://github.com/google-research/tuning_playbook) do not know the best schedule, but are sure that
      having one matters.
      """)
    notebook.shows("2.43", "4.03")
  }
}
