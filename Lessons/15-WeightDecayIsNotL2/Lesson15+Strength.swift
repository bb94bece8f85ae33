import Datasets
import Experiments
import Notebook
import Numerics

// MARK: - What the same λ does

extension Lesson15 {
  /// The rule at the rate that reads most of the digits to choose by, each rate with its best strength.
  func best(_ rule: Rule, _ sweep: Sweep<Arm, Run>) -> Arm {
    let arms = Self.rates.map { Arm(rule: rule, rate: $0) }
    return arms.max { sweep[$0].validation.mean < sweep[$1].validation.mean } ?? arms[0]
  }

  func tellOfStrength(_ sweep: Sweep<Arm, Run>, in notebook: Notebook) {
    let arms = [best(.penalty, sweep), best(.decay, sweep)]
    let none = RatedArm(arm(.penalty), at: 0)
    let losses = Rule.allCases.map { sweep.trials.difference(RatedArm(arm($0), at: 0.1), none, \.accuracy) }
    notebook.section("One number, two strengths")
    notebook.text(
      """
      Other weights feel it too: in Adam the penalty is strong against every weight whose own gradients are small. Note 4 advises 0.1
      “for a small amount of regularisation”. In AdamW that is small: at η = 10⁻³ a weight loses ηλ = 10⁻⁴ a step.
      \(losses[0].mean < -1 ? "As L2 in Adam it costs \(fixed(-losses[0].mean, 0)) points of the test digits." : "")
      """)
    notebook.figure(
      strengthFigure(sweep, arm(.penalty), arm(.decay), best: arms),
      caption: """
        Left, what is left of the dark weights; dashed, theory. The cliff of L2 lies where λ|w| is about ε, far below note 2's usual
        10⁻⁵ to 10⁻⁴. Right, each rule at its own best rate; means of \(Self.seeds) seeds.
        """)
    notebook.shows("2.28")
    notebook.claim(
      "15.5", "A weight decay of 0.1 is a small amount of regularisation.",
      test: """
        small: on average within 1 point of no decay on the test digits, in \(grouped(Run.steps)) steps of η = \(plain(learningRate)); not small: at
        least 5 points fewer in 10 of 10 seeds
        """,
      source: .note(
        4, "Transformer",
        corrected: Correction(
          "C66", .imprecise,
          """
          The number is GPT-3's (appendix B), not that paper's, and it is meant for AdamW: as L2 in Adam it is a strong penalty.
          """)),
      rows: ["4.65"], verdict: .holdsIf("the decay is decoupled"),
      when: losses[0].maximum <= -5 && abs(losses[1].mean) < 1,
      measured: "\(signed(losses[1].mean)) points with AdamW, \(signed(losses[0].mean)) with L2 in Adam",
      runs: Self.seeds)

    let undecayed = Self.rates.map { RatedArm(Arm(rule: .penalty, rate: $0), at: 0) }.max {
      sweep.trials[$0].validation.mean < sweep.trials[$1].validation.mean
    }
    let gain = sweep.trials.difference(
      RatedArm(arms[1], at: sweep.rate(arms[1])), RatedArm(arms[0], at: sweep.rate(arms[0])), \.accuracy)
    func name(_ arm: Arm) -> String {
      """
      \(fixed(sweep[arm].accuracy.mean, 1)) % with \(arm.rule.rawValue) at η = \(plain(arm.rate)), λ = \
      \(plain(sweep.rate(arm)))
      """
    }
    let edges = arms.filter { sweep.isAtTheEdge($0) || [Self.rates[0], Self.rates[2]].contains($0.rate) }
    notebook.claim(
      "15.6", "AdamW generalises better than Adam with L2, here within \(grouped(Run.steps)) steps.",
      test: """
        each with the η (of three) and the λ (of at least five) that read most of 300 other digits: AdamW reads, on average, at least
        1 point more of the test digits
        """,
      source: .paper("Loshchilov & Hutter 2019, section 4", "https://arxiv.org/abs/1711.05101"),
      verdict: .doesNotHold, when: gain.mean < 1, measured: "\(signed(gain.mean)) points",
      detail: """
        \(listed(arms.map(name)))\(undecayed.map { "; no decay: \(fixed(sweep.trials[$0].accuracy.mean, 1)) %" } ?? ""). \
        \(edges.isEmpty ? "Both rules' best lie inside their lists" : "At an end of a list: \(listed(edges.map(\.rule.rawValue)))"). \
        The paper's networks and runs are far larger
        """, revised: "it first had 8 seeds, and now has 10, as the rest of the lesson", runs: Self.seeds)
  }

  // MARK: - The scale of the loss

  /// The strengths of the two rules in the table of scales.
  static let scaled: [Rule: Double] = [.penalty: 0.01, .decay: 1]

  func scaled(_ digits: Digits, by scales: [Double]) async -> Trials<Arm, Run> {
    let arms = Rule.allCases.flatMap { rule in
      scales.map { Arm(rule: rule, rate: learningRate, lossScale: $0) }
    }
    return await Trials(arms, seeds: common.seeds(Self.seeds), "scales") { arm, seed in
      Run(arm, weightDecay: Self.scaled[arm.rule] ?? .nan, digits, seed: seed)
    }
  }

  func tellOfScale(_ digits: Digits, in notebook: Notebook) async {
    let scales = Set([0.01, 1, lossScale]).sorted()
    let trials = await scaled(digits, by: scales)
    notebook.section("A loss that is multiplied")
    notebook.text(
      """
      Sum over a batch of \(Run.batchSize) where another program takes the mean, and the loss is multiplied by c = \(Run.batchSize). Adam
      alone does not notice. With the penalty beside it, c g + λw = c (g + (λ/c) w): Adam divides c away and is left with **λ/c**.
      """)
    func runs(_ rule: Rule, _ scale: Double) -> Runs<Run> {
      trials[Arm(rule: rule, rate: learningRate, lossScale: scale)]
    }
    notebook.table(
      columns: ["c"]
        + Rule.allCases.flatMap { rule in
          ["\(rule.rawValue), λ = \(plain(Self.scaled[rule] ?? .nan)): ‖W₁‖", "read"]
        },
      rows: scales.map { scale in
        [plain(scale)]
          + Rule.allCases.flatMap { rule in
            [fixed(runs(rule, scale).norm.mean, 2), "\(fixed(runs(rule, scale).accuracy.mean, 1)) %"]
          }
      },
      caption: """
        Norm of the first layer's lit weights, and test digits read; means of \(Self.seeds) seeds.
        """)
    let arms = Rule.allCases.map { rule in [1, 0.01].map { Arm(rule: rule, rate: learningRate, lossScale: $0) } }
    func changed(_ pair: [Arm], _ isSo: (Double) -> Bool) -> Int {
      trials.count(pair[0], pair[1]) { isSo(abs($1.norm / $0.norm - 1)) }
    }
    notebook.claim(
      "15.7", "Multiplying the loss by a constant changes nothing for Adam.",
      test: """
        from c = 1 to 0.01 the norm of the first layer's weights changes by less than 1 % with AdamW in 10 of 10 seeds, and by more than
        half with L2 in 10 of 10
        """,
      source: .paper("Kingma & Ba 2015, section 2.1", "https://arxiv.org/abs/1412.6980"),
      verdict: .holdsIf("the decay is decoupled"),
      when: changed(arms[0]) { $0 > 0.5 } == Self.seeds && changed(arms[1]) { $0 < 0.01 } == Self.seeds,
      measured: """
        the norm goes from \(fixed(runs(.decay, 1).norm.mean, 2)) to \(fixed(runs(.decay, 0.01).norm.mean, 2)) with AdamW, from
        \(fixed(runs(.penalty, 1).norm.mean, 2)) to \(fixed(runs(.penalty, 0.01).norm.mean, 2)) with L2
        """, runs: Self.seeds)
  }

  // MARK: - Explosion

  /// Networks that blow up: from He's deviation at a large rate, and from larger weights at smaller ones.
  static let blasts = [(0.18, 2.0), (0.5, 0.1), (1, 0.01)].map { Blast(deviation: $0.0, rate: $0.1) }

  func tellOfExplosion(_ digits: Digits, in notebook: Notebook) async {
    let strengths = [0, 1e-4, 1e-2, 1]
    let arms = Self.blasts.flatMap { blast in
      strengths.map { strength in
        var blast = blast
        blast.weightDecay = strength
        return blast
      }
    }
    let trials = await Trials(arms, seeds: common.seeds(10), "explosions") { $0.finalLoss(digits, seed: $1) }
    /// Of the runs that explode without a penalty those that stay finite and learn with it, among all that explode.
    func saved(_ strength: Double) -> (saved: Int, finite: Int, exploded: Int) {
      Self.blasts.reduce((0, 0, 0)) { counts, blast in
        var penalized = blast
        penalized.weightDecay = strength
        return (
          counts.0 + trials.count(blast, penalized) { $0 == .infinity && $1 < 2 },
          counts.1 + trials.count(blast, penalized) { $0 == .infinity && $1 < .infinity },
          counts.2 + trials[blast].count { $0 == .infinity }
        )
      }
    }
    let counts = strengths.dropFirst().map(saved)
    notebook.folded("Does a penalty stop an explosion?") {
      notebook.text(
        """
        Note 1 lists L2 among the remedies, for it holds the weights down. It does, slowly, by ηλ a step; an explosion takes a few
        steps. On ½hw², of curvature h, each multiplies w by 1 − ηh, which explodes from η = 2/h on (\(lesson(7))). The penalty makes it
        1 − η (h + λ): the limit *falls* to 2/(h + λ).
        """)
    }
    notebook.claim(
      "15.8", "L2 regularisation is a remedy for exploding gradients: it keeps weights from growing fast.",
      test: """
        gradient descent, 88 steps, four hidden layers from weights of three sizes, ten seeds each: of the runs that explode without it,
        λ = 10⁻⁴, 10⁻² and 1 each let at most 1 in 10 stay finite and come below a loss of 2 (guessing: 2.3)
        """,
      source: .note(1, "Remediation for Exploding Gradient"), rows: ["1.55"], verdict: .doesNotHold,
      when: counts.allSatisfy { 10 * $0.saved <= $0.exploded && $0.exploded > 0 },
      measured: "\(listed(counts.map { "\($0.saved)" })) of \(counts[0].exploded) saved",
      detail: "\(listed(counts.map { "\($0.finite)" })) stay finite", runs: arms.count * 10)
  }

  // MARK: - Exercises

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    func left(_ lesson: Lesson15, _ rule: Rule) async -> Summary {
      await Runs(seeds: lesson.common.seeds(3)) { seed in
        Run(lesson.arm(rule), weightDecay: lesson.weightDecay, digits, seed: seed)
      }.darkShare
    }
    try await exercise(
      "--weight-decay 1e-8",
      """
      A dark weight has a size of about 0.14, so λ|w| is a seventh of ε. Predict: is such a λ too small to matter to Adam with L2?
      """, in: notebook
    ) { lesson in
      """
      No: of the dark weights \(percent(await left(lesson, .penalty).mean, 0)) is left. Where ε rules, the decay is λ/ε = 1, and
      exp(−ηλt/ε) = \(fixed(.exp(-lesson.learningRate * Double(Run.steps)), 2)).
      """
    }
    try await exercise(
      "--loss-scale 100",
      """
      Predict: with which λ would Adam with L2 do the same at c = 1? And AdamW?
      """, in: notebook
    ) { lesson in
      let trials = await lesson.scaled(digits, by: [lesson.lossScale])
      let like = await Runs(seeds: lesson.common.seeds(Self.seeds)) { seed in
        Run(lesson.arm(.penalty), weightDecay: 1e-4, digits, seed: seed)
      }
      func norm(_ rule: Rule) -> String {
        let arm = Arm(rule: rule, rate: lesson.learningRate, lossScale: lesson.lossScale)
        return fixed(trials[arm].norm.mean, 2)
      }
      return """
        With λ = 0.01/100 = 10⁻⁴: ‖W₁‖ is \(norm(.penalty)) here and \(fixed(like.norm.mean, 2)) there. AdamW stays at \(norm(.decay)).
        """
    }
    try await exercise(
      "--learning-rate 0.01",
      """
      Ten times the rate, λ = 0.01. Predict what AdamW leaves of a dark weight after \(grouped(Run.steps)) steps, and what Adam with L2.
      """, in: notebook
    ) { lesson in
      """
      (1 − 0.01 · 0.01)⁴⁸⁰ = \(percent(await left(lesson, .decay).mean)) with AdamW. Adam with L2 has ten times the time τ, about 34 for a
      weight of 0.14: \(significant(await left(lesson, .penalty).mean, 1)) of it is left.
      """
    }
  }
}
