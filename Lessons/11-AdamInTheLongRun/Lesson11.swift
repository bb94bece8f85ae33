import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook

/// Lesson 11 · Adam in the long run
///
/// Why does Adam fail after many steps, and is its bias correction to blame?
///
/// - Claim: the correction goes to 1 and has no part in it. Adam forgets: where gradients vanish its divisor shrinks until
///   its steps are too long for the curvature, at a step that can be foretold; where large gradients are rare it forgets
///   them, and walks the wrong way.
/// - Tests: note 1, "Loss Exploding"; Reddi, Kale & Kumar 2018; Cohen et al. 2022.
@main struct Lesson11: Lesson {
  static let card = LessonCard.number(11)
  @OptionGroup var common: CommonOptions
  @Option(help: "Decay β₂ of Adam's mean square, in the bowl and in the last section; 0 to 0.999999.")
  var beta2 = 0.99
  @Option(help: "Adam's ε in the bowl, above 0 and at most 1.") var epsilon = 1e-8
  @Option(help: "Steps in the bowl, 500 to 200000.") var steps = 8000
  @Option(
    help: "Step of the bowl after which the bias correction is switched off, 0 to 200000; without it, never.")
  var stopCorrection: Int?

  /// Adam as it descends into the bowl.
  var adam: ScalarAdam { ScalarAdam(learningRate: 0.01, beta2: beta2, epsilon: epsilon) }

  func validate() throws {
    try require(beta2, "--beta2", .from(0...0.999999))
    try require(epsilon, "--epsilon", .above(0, atMost: 1))
    try require(steps, "--steps", .from(500...200_000))
    if let stopCorrection { try require(stopCorrection, "--stop-correction", .from(0...200_000)) }
  }

  func write(in notebook: Notebook) async throws {
    let bowl = BowlStudy(adam, steps: steps, correctedSteps: stopCorrection)
    tellOfTheNote(in: notebook)
    tellOfTheBowl(bowl, in: notebook)
    tellOfTheForecast(bowl, in: notebook)
    tellOfTheCures(bowl, in: notebook)
    let tumours = await TumourStudy(try BreastCancer.load(), seeds: common.seeds(10))
    tellOfTheTumours(tumours, in: notebook)
    let digits = await DigitsStudy(try Digits.load(), seeds: common.seeds(5))
    tellOfTheDigits(digits, beside: tumours, in: notebook)
    let spikes = [10, 100, 1000, 1e6].map { Spike(size: $0, beta1: 0.9, beta2: 0.999) }
    tellOfTheSpike(spikes, in: notebook)
    let rare = await RareStudy(beta2: beta2, seeds: common.seeds(10))
    tellOfRareGradients(rare, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Adam's corrections are a matter of its first steps. In the long run only its memory counts.",
      "The smaller the gradients, the longer Adam's steps for a given gradient: near a minimum it turns bold.",
      "ε is not only there to prevent a division by zero. It is the floor of the divisor, and so the cap on the rate.",
      "A memory that is short beside the time between large gradients forgets what they said.",
    ])
    stateClaims(bowl, tumours, in: notebook)
    stateFurtherClaims(digits, spikes, rare, in: notebook)
    setExercises(rare, in: notebook)
    notebook.answer(answer(bowl, rare))
  }

  // MARK: What the note says

  private func tellOfTheNote(in notebook: Notebook) {
    let usual = ScalarAdam(learningRate: 0.01)
    notebook.section("What the note says")
    notebook.text("Adam divides a running mean of the gradients by the root of a running mean of their squares:")
    notebook.equation(
      latex: #"""
        \begin{aligned}
        m_t &= \beta_1 m_{t-1} + (1-\beta_1)\,g_t, & v_t &= \beta_2 v_{t-1} + (1-\beta_2)\,g_t^2, \\
        \hat m_t &= m_t / (1-\beta_1^t), & \hat v_t &= v_t / (1-\beta_2^t), & w_t &= w_{t-1} - \eta\, \hat m_t / (\sqrt{\hat v_t} + \varepsilon)
        \end{aligned}
        """#,
      plain: """
        mₜ = β₁ mₜ₋₁ + (1 − β₁) gₜ     m̂ₜ = mₜ/(1 − β₁ᵗ)
        vₜ = β₂ vₜ₋₁ + (1 − β₂) gₜ²    v̂ₜ = vₜ/(1 − β₂ᵗ)
        wₜ = wₜ₋₁ − η m̂ₜ/(√v̂ₜ + ε)
        """)
    notebook.text(
      """
      Note 1 lists among the reasons for a loss that grows late in training that Adam fails after many steps, because
      β₁ᵗ and β₂ᵗ go to zero. They do. But they stand in the corrections of \(lesson(2)), which go to one:
      """)
    notebook.table(
      columns: ["step t", "1/(1 − β₁ᵗ)", "1/(1 − β₂ᵗ)"],
      rows: [1, 10, 100, 1000, 10_000].map { step in
        let corrections = usual.corrections(atStep: step)
        return [grouped(step), fixed(corrections.mean, 7), fixed(corrections.square, 7)]
      },
      caption: "With PyTorch's β₁ = \(plain(usual.beta1)) and β₂ = \(plain(usual.beta2)).")
    notebook.text("Whatever goes wrong late has another cause. It needs one weight to be seen.")
  }

  // MARK: The smallest example that fails

  private func tellOfTheBowl(_ study: BowlStudy, in notebook: Notebook) {
    let (main, marks) = (study.main, study.main.landmarks)
    notebook.section("One weight in a bowl")
    notebook.text(
      """
      Let Adam descend L = ½ λw² with λ = \(plain(main.bowl.curvature)), from w = \(plain(main.bowl.start)), at the constant
      rate η = \(plain(adam.learningRate)), with β₁ = \(plain(adam.beta1)), β₂ = \(plain(beta2)) and
      ε = \(short(epsilon))\(stopCorrection.map { ", corrected for \(counted($0, "step"))" } ?? ""). \(story(of: main))
      """)
    notebook.figure(
      bowlFigure(study),
      caption: """
        Left, |w|\(study.steps < 1600 ? "" : ", the largest of each \(study.steps / 800) steps"); right, what the steps are divided by.
        \(marks.settled.map(dashed) ?? "")
        Beside it Adam with an ε just above the limit, and
        AMSGrad, whose divisor stays as it is once its correction is one and v is past its largest.
        """, cover: true)
    notebook.text(
      """
      In the long run Adam's own success is the trouble. As w goes to zero so do the gradients, and v̂, a running mean of
      their squares, forgets the large ones. It can forget by a factor of β₂ a step and no faster, so √v̂ shrinks by √β₂ a
      step, and the rate η/√v̂ grows exponentially. Where bursts come, the divisor hovers about the limit from then on:
      too small, and w grows; but then v̂ grows as well.
      """)
  }

  /// What is dashed in the first figure.
  private func dashed(from settled: Int) -> String {
    """
    Dashed, what theory says once |w| is below \(significant(BowlRun.calm, 1)), at step \(grouped(settled)): left, |w|
    shrinks by √β₁ a step; right, the divisor shrinks by √β₂.
    """
  }

  /// What became of the weight.
  private func story(of run: BowlRun) -> String {
    let (marks, lowest) = (run.landmarks, run.distances.min() ?? .nan)
    guard marks.settled != nil else {
      return """
        Within \(grouped(run.steps)) steps |w| never stays below \(significant(BowlRun.calm, 1)); in the last quarter it
        reaches \(significant(run.lateMaximum, 2)).
        """
    }
    guard let turning = marks.turning, let burst = marks.burst else {
      return """
        It comes down, to \(lowest > 0 ? "|w| = \(significant(lowest, 2))" : "zero itself"), and stays down for all of the
        \(grouped(run.steps)) steps: in the last quarter |w| is at most \(significant(run.lateMaximum, 2)).
        \(run.reachesFloor ? "Smaller numbers than that a Double can hardly tell apart." : "")
        """
    }
    return """
      It comes down to |w| = \(significant(lowest, 2)): no network was ever trained so well. But at step
      \(grouped(turning)) it turns round, at step \(grouped(burst)) it is above \(significant(BowlRun.alarm, 1)) again,
      and after that bursts come and go: in the last quarter of the \(grouped(run.steps)) steps |w| reaches
      \(significant(run.lateMaximum, 2)), or \(significant(run.lateMaximum / adam.learningRate, 2)) η.
      """
  }

  /// A knob's number with the digits that it was given with.
  private func short(_ value: Double) -> String {
    let mantissa = plain(value).prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    return significant(value, max(1, mantissa.count))
  }

  // MARK: The answer

  private func answer(_ bowl: BowlStudy, _ rare: RareStudy) -> String {
    let turning = bowl.main.landmarks.turning.map { "at step \(grouped($0))" } ?? "never within these steps"
    let forecast = bowl.main.forecastStep.map { "step \(grouped($0))" } ?? "no step at all"
    return """
      No: the correction goes to one. Adam forgets. Near a minimum its divisor shrinks until its steps are too long for
      the curvature (in the bowl \(turning), foretold for \(forecast)), and where large gradients are rare it forgets
      those, and ends at x = \(fixed(rare.tailMean(rare.adam), 2)) where −1 is best and 1 is worst.
      """
  }
}
