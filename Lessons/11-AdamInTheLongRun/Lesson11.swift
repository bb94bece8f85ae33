import ArgumentParser
import Datasets
import Experiments
import Notebook
import Numerics

/// Lesson 11 · Adam in the long run
///
/// - Claim: the correction goes to 1; but Adam forgets, and its effective rate grows until the curvature in its units reaches 38.
/// - Tests: note 1, "Loss Exploding"; Cohen et al. 2022; Reddi, Kale & Kumar 2018.
@main struct Lesson11: Lesson {
  static let card = LessonCard.number(11)
  @OptionGroup var common: CommonOptions
  @Option("Decay β₂ of Adam's mean square in the bowl", .from(0...0.999)) var beta2 = 0.99
  @Option("Adam's ε in the bowl", .above(0, atMost: 1)) var epsilon = 1e-8
  @Option("One large gradient, in units of the usual one", .from(1...1e9)) var spike = 10.0

  /// Adam as it descends into the bowl, and its least stable divisor there: ηλ/38 with λ = 1.
  var adam: ScalarAdam { ScalarAdam(learningRate: 0.01, beta2: beta2, epsilon: epsilon) }
  var limit: Double { smallestDivisor(rate: adam.learningRate, curvature: 1, beta1: adam.beta1) }
  /// The steps in the bowl: eighty memories, 8,000 for β₂ = 0.99.
  var steps: Int { max(2000, Int((80 / (1 - beta2)).rounded())) }

  func write(in notebook: Notebook) async throws {
    let bowl = Bowl(self)
    tellOfTheBowl(bowl, in: notebook)
    tellOfTheLimit(bowl, in: notebook)
    let fit = TumourFit(try BreastCancer.load())
    let tumours = await Trials(TumourArm.all, seeds: common.seeds(10), "tumours") {
      fit.run($0, steps: TumourFit.steps, seed: $1)
    }
    tellOfTheTumours(fit, tumours, in: notebook)
    stateClaims(bowl, tumours, in: notebook)
    let digits = try Digits.load()
    tellOfTheDigits(
      await Trials(DigitsLoss.allCases, seeds: common.seeds(5), "digits") { $0.run(digits, seed: $1) }, in: notebook)
    tellOfRareGradients(await inParallel(over: RareRun.memories, "memories") { RareRun(memory: $0) }, in: notebook)
    tellOfTheSpike(in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Adam's corrections matter in its first steps. In the long run only its memory counts.",
      "The quieter the gradients, the larger the rate η/√v̂, until it is too large for the curvature.",
      "ε does more than prevent a division by zero: it caps that rate.",
    ])
    try await setExercises(in: notebook)
    notebook.answer(
      """
      The corrections fade and are innocent. But Adam forgets how large its gradients were, and its effective learning rate
      grows until the loss jumps. On our tumours the jumps are too small to matter; where large gradients are rare,
      forgetting leads Adam the wrong way.
      """)
  }

  // MARK: One weight in a bowl

  /// The descents: Adam and what is changed about it, and Adam from other starts at other rates.
  struct Bowl {
    let main, uncorrected, epsilonBelow, epsilonAbove, amsGrad: BowlRun
    let others: [BowlRun]

    init(_ lesson: Lesson11) {
      (main, uncorrected) = (lesson.descent(), lesson.descent(correctedSteps: 300))
      epsilonBelow = lesson.descent { $0.epsilon = 0.99 * lesson.limit }
      epsilonAbove = lesson.descent { $0.epsilon = 1.01 * lesson.limit }
      amsGrad = lesson.descent { $0.keepsLargest = true }
      others = [0.01, 0.03].flatMap { rate in
        [0.1, 0.5, 1, 2, 10].map { start in lesson.descent(from: start) { $0.learningRate = rate } }
      }
    }

    /// By what share of its step the turn moves without corrections; nil where there is no turn.
    var shift: Double? { uncorrected.turning.flatMap { off in main.turning.map { Double(off) / Double($0) - 1 } } }

    /// By how many steps the others' turns missed their predictions, where these are well within the steps; infinite where
    /// a turn did not come.
    var errors: [Double] {
      others.compactMap { run in
        guard !run.reachesFloor, let step = run.prediction, step + 200 < Double(run.divisors.count) else { return nil }
        return abs((run.turning.map(Double.init) ?? .infinity) - step)
      }
    }
  }

  func descent(
    from start: Double = 1, correctedSteps: Int? = nil, _ change: (inout ScalarAdam) -> Void = { _ in }
  ) -> BowlRun {
    var adam = adam
    change(&adam)
    return descend(by: adam, from: start, steps: steps, correctedSteps: correctedSteps)
  }

  private func tellOfTheBowl(_ bowl: Bowl, in notebook: Notebook) {
    let main = bowl.main
    notebook.section("One weight in a bowl")
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
      ε, usually 10⁻⁸, keeps the divisor from zero. Let Adam descend L = ½ λw² with λ = 1, from w = 1, at η =
      \(plain(adam.learningRate)), with β₁ = \(plain(adam.beta1)), β₂ = \(plain(beta2)) and ε = \(plain(epsilon)).
      \(beta2 == 0.99 && main.turning != nil ? "(Why not PyTorch's β₂ = 0.999? The same would happen, but late: exercise 2.)" : "")
      \(story(of: main))
      """)
    notebook.figure(
      bowlFigure(bowl),
      caption: """
        Left, |w|; right, the curvature in Adam's units, which the next section explains.
        \(main.turning == nil ? "" : "Dashed, theory once |w| is below 10⁻⁹: |w| shrinks by √β₁ a step, the curvature grows by 1/√β₂.")
        """)
    let late = [adam.beta1, 0.999].map { 1 / (1 - .pow($0, 10_000)) }
    let shift = bowl.uncorrected.turning.flatMap { off in main.turning.map { abs(off - $0) } }
    notebook.text(
      """
      The notes that this course tests blame β₁ᵗ and β₂ᵗ, because they go to zero. They do, but they stand in the corrections
      of \(lesson(2)), which go to **one**: with PyTorch's β₁ and β₂ they are \(fixed(late[0], 5)) and \(fixed(late[1], 5)) in step
      10,000. \(shift.map { "Switched off after 300 steps, they are one at once, and the turn moves by \(counted($0, "step"))." } ?? "")
      """)
    notebook.shows("1.05", "1.07", "2.25")
  }

  private func story(of run: BowlRun) -> String {
    let late = "in the last quarter of the \(grouped(steps)) steps |w| reaches \(significant(run.lateMaximum, 2))"
    guard run.settled != nil else { return "It never settles: \(late)." }
    guard let turning = run.turning else { return "It comes down and stays down: \(late)." }
    return """
      It comes down to |w| = \(significant(run.distances.min() ?? .nan, 2)), far closer than any network is trained. But at
      step \(grouped(turning)) it turns back, and from then on |w| shoots up again and again: \(late).
      """
  }

  // MARK: The limit

  private func tellOfTheLimit(_ bowl: Bowl, in notebook: Notebook) {
    let errors = bowl.errors.filter(\.isFinite)
    notebook.section("Adam forgets, and its rate grows")
    notebook.text(
      """
      As w goes to zero so do the gradients, and v̂ forgets the large ones: √v̂ shrinks by √β₂ a step, and the rate η/√v̂ grows exponentially. Gradient descent is stable while rate times curvature is below 2
      (\(lesson(7))); for momentum, which Adam is while v̂ hardly changes, the limit is higher. Call the product **the
      curvature in Adam's units**:
      """)
    notebook.equation(
      latex:
        #"\frac{\eta\lambda}{\sqrt{\hat v} + \varepsilon} < \frac{2\,(1+\beta_1)}{1-\beta_1} = 38 \quad \text{for } \beta_1 = 0.9"#,
      plain: "ηλ/(√v̂ + ε) < 2 (1 + β₁)/(1 − β₁) = 38   for β₁ = 0.9")
    notebook.folded("Why 2 (1 + β₁)/(1 − β₁), and why |w| shrinks by √β₁") {
      notebook.text(
        """
        With a fixed divisor d Adam is w₊ = (1 + β₁ − (1 − β₁)a) w − β₁ w₋, where a = ηλ/d. With w ∝ zᵗ: z² − (1 + β₁ − (1 −
        β₁)a) z + β₁ = 0. The product of the roots is β₁; while they are complex both have the modulus √β₁, whatever the rate.
        Beyond, one real root grows towards −1 and reaches it where 1 + (1 + β₁ − (1 − β₁)a) + β₁ = 0, at a = 2 (1 + β₁)/(1 −
        β₁).
        """)
    }
    func end(_ run: BowlRun) -> String {
      run.turning.map { "turns at step \(grouped($0))" } ?? (run.settled == nil ? "never settles" : "never turns")
    }
    notebook.text(
      """
      So the divisor must not fall below ηλ/38 = \(significant(limit, 3)). Once |w| has settled, at a step s, no gradient adds
      to v, and the turn can be predicted: t = s + 2 ln(38 √vₛ/ηλ)/(−ln β₂), if ε is small. From five starts at two rates \(errors.isEmpty ? "no turn is due" : "the turns come within \(counted(Int((errors.max() ?? 0).rounded(.up)), "step")) of the predictions").

      Two things stop the growth: a floor under the divisor, which is what ε is; and not to forget. With ε 1 % below ηλ/38 |w|
      \(end(bowl.epsilonBelow)), with ε 1 % above it \(end(bowl.epsilonAbove)). AMSGrad (Reddi, Kale & Kumar 2018), which divides by the
      largest v so far, \(end(bowl.amsGrad)).
      """)
  }
}
