import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 40 · Flat minima
///
/// Steps that look uphill first end in flatter places and learn false labels by heart later; the second is what counts.
@main struct Lesson40: Lesson {
  static let card = LessonCard.number(40)
  @OptionGroup var common: CommonOptions
  @Option("Share of the training labels that are false", .from(0.1...0.8)) var noise = 0.4
  @Option("Radius ρ of SAM and of the random move", .from(0.01...1)) var rho = 0.2
  @Option("Passes over the training digits", .from(5...80), unit: "epochs") var epochs = 40

  /// Share γ of AWP, and strength of the L2 penalty.
  var gamma: Double { 0.01 }
  var penalty: Double { 0.01 }
  var sam: Method { .sharpnessAware(rho) }
  var awp: Method { .adversarial(gamma) }
  /// Descent at a tenth of the usual rate.
  var slow: Arm { Arm(.descent, at: 0.01) }
  /// "40 % false labels".
  var wrong: String { "\(plain(100 * noise))\u{A0}% false labels" }

  func write(in notebook: Notebook) async throws {
    tellOfWells(in: notebook)
    tellOfTheStep(in: notebook)
    let digits = try Digits.load()
    let trials = await trials(digits)
    tellOfTheDigits(trials, await tuned(digits), in: notebook)
    await tellOfTime(trials, digits, in: notebook)
    tellOfFlatness(trials, in: notebook)
    await tellOfRescaling(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Ask what a method for flat minima keeps out of the network, not only how flat it ends.",
      "Compare sharpness only between networks whose weights are of one scale, or not at all.",
      "Put the weights back from a copy: θ + ε − ε is rounded. Take both gradients on the same batch.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      A step that first looks uphill does end in flatter places, and where two labels in five are false it reads far more
      digits. But the networks that read well, flat or sharp, are those that have not yet learnt the false labels by heart.
      """)
  }

  /// Runs of some arms from the same seeds.
  func runs(of arms: [Arm], _ digits: Digits, seeds: Int = 5, watched: Bool = false) async -> Trials<Arm, Run> {
    await Trials(arms, seeds: common.seeds(seeds), "networks") { arm, seed in
      let task = DigitsTask(digits, noise: arm.isNoisy ? noise : 0, seed: seed)
      return Run(arm, epochs: epochs, on: task, watched: watched)
    }
  }

  /// The methods of the table, with false labels and without, and further ones; the longest first.
  private func trials(_ digits: Digits) async -> Trials<Arm, Run> {
    let methods: [Method] = [sam, awp, .decay(penalty), .descent]
    return await runs(
      of: [Arm(.random(rho))] + methods.map { Arm($0) } + methods.map { Arm($0, isNoisy: false) } + [
        Arm(.sharpnessAware(rho / 4)),
        Arm(.adversarial(gamma / 2)), Arm(.decay(penalty / 10)), Arm(.descent, at: 0.05), Arm(.descent, at: 0.02), slow,
        Arm(.descent, at: slow.rate, isNoisy: false),
      ], digits, watched: true)
  }

  /// Descent, SAM and AWP, each at the rate that other seeds chose by their validation digits.
  private func tuned(_ digits: Digits) async -> TunedTrials<Method, Run> {
    await TunedTrials(
      [sam, awp, .descent],
      rates: { method in
        switch method {
        case .descent: [0.002, 0.005, 0.01, 0.02, 0.05]
        default: [0.01, 0.02, 0.05, 0.1, 0.2]
        }
      }, pilotSeeds: common.pilotSeeds(3), seeds: common.seeds(5), by: \.validationError
    ) { method, rate, seed in
      Run(
        Arm(method, at: rate), epochs: epochs, on: DigitsTask(digits, noise: noise, seed: seed), watched: false
      )
    }
  }
}

// MARK: - Uphill first

extension Lesson40 {
  private func tellOfWells(in notebook: Notebook) {
    let radius = 0.1
    let worst = Wells.bottoms.map { Wells.worst(within: radius, of: $0) }
    notebook.section("Two wells")
    notebook.text(
      """
      A loss of one weight has two minima: a narrow well 32 (x + 1)² with its bottom, 0, at −1, and a wide one,
      0.05 + (x − 1)², around 1. Descent is content with either, and the narrow one is deeper.

      But new data have a slightly different loss, as if the weight had been moved a little. Move it by up to ρ = 0.1, whichever
      way is worse: the narrow well then costs 32 · 0.1² = \(fixed(worst[0], 2)), the wide one
      0.05 + 0.1² = \(fixed(worst[1], 2)). From ρ = \(fixed(Wells.flip, 3)) on, where 32ρ² = 0.05 + ρ², the wide well is the safer
      place. Its curvature is \(plain(Wells.wide)), that of the narrow one \(plain(Wells.narrow)).
      """)
    notebook.figure(
      wellsFigure(radii: [0.05, 0.1, 0.2]),
      caption:
        "The loss, and the largest loss within ρ on either side. The larger ρ, the higher the narrow well fills up.")
    notebook.text(
      """
      That is the hope behind **flat minima** (Hochreiter & Schmidhuber 1997): low all around is better than low. With many
      weights, **sharpness** is here the largest curvature in any direction, the largest eigenvalue λ of the Hessian (the
      matrix of second derivatives).
      """)
  }

  private func tellOfTheStep(in notebook: Notebook) {
    notebook.section("Uphill first")
    notebook.text(
      """
      So descend not the loss L(θ) but the worst loss within ρ. Nobody can search all of a ball with thousands of dimensions;
      but for small moves L(θ + ε) ≈ L(θ) + g·ε, with g the gradient, and among all ε of length ρ this is largest along g. **SAM**,
      sharpness-aware minimisation, moves the weights there, takes the gradient, puts the weights back, and steps with it:
      """)
    notebook.equation(
      latex: #"""
        \varepsilon = \rho\,\frac{g}{\|g\|}, \qquad g' = \nabla L(\theta + \varepsilon), \qquad
        \theta \leftarrow \theta - \eta\, g'
        """#,
      plain: "ε = ρ g/‖g‖,   g′ = ∇L(θ + ε),   θ ← θ − η g′")
    notebook.text(
      """
      On paper: ½(x² + 10y²) at (1, 1) has g = (1, 10), of length 10.05. With ρ = 0.1, ε = (0.01, 0.0995) and
      g′ = (1.01, 10.995). The sharp direction gains most: its slope grows by a tenth, the other by a hundredth.

      **AWP**, adversarial weight perturbation, which note 4 recommends trying, does the same for each weight
      matrix W on its own, by a share γ of W's length (ε = γ ‖W‖ g/‖g‖ with W's own g), and leaves biases alone. In either case
      the optimizer sees g′ alone:
      """)
    notebook.code(
      """
      task.train(
        network, with: &optimizer, epochs: 40, perturbation: SharpnessAwareMinimization(radius: 0.2), using: &generator
      ) { network($0) }
      """)
    notebook.folded("How good the approximation is") {
      notebook.text(
        """
        For a quadratic the worst within ρ is at most L + ρ‖g‖ + ½ρ²λ. In the example that is 6.5550, and SAM's ε finds 6.5545.
        """)
    }
  }
}

// MARK: - Digits

extension Lesson40 {
  private func tellOfTheDigits(
    _ trials: Trials<Arm, Run>, _ tuned: TunedTrials<Method, Run>, in notebook: Notebook
  ) {
    let seeds = trials.seeds.count
    let (descent, random, sam, awp) = (Arm(.descent), Arm(.random(rho)), Arm(sam), Arm(awp))
    notebook.section("Digits with false labels")
    notebook.text(
      """
      With right labels, descent reads \(fixed(trials[Arm(.descent, isNoisy: false)].accuracy.mean, 1)) % and little is left to
      gain. So of 1,200 digits \(plain(100 * noise)) % get a false label. A network 64-128-64-10 learns them for
      \(epochs) epochs in batches of 64, with momentum 0.9 and a rate that falls from 0.1, a good one for right labels, to 0 along a
      cosine. 400 others are tested, with their right labels. **Learnt by heart** is a training digit that the network answers
      with its false label.
      """)
    let peak = trials[descent].accuracies.mean.max() ?? 0
    let parts = peak > 80 && peak > trials[descent].accuracy.mean + 5 && trials[descent].memorised.mean > 20
    notebook.figure(
      epochsFigure(
        [
          ("descent", .descent, trials[descent]), ("SAM, ρ = \(plain(rho))", self.sam, trials[sam]),
          ("AWP, γ = \(plain(gamma))", self.awp, trials[awp]),
        ], epochs: epochs, parts: parts),
      caption: "Mean, least and greatest of \(seeds) seeds, \(wrong).")
    func row(_ name: String, _ method: Method, at rate: Double = 0.1) -> [String] {
      let (noisy, clean) = (trials[Arm(method, at: rate)], trials[Arm(method, at: rate, isNoisy: false)])
      return [
        name, "\(noisy.accuracy.plusMinus(1)) %", significant(noisy.sharpness.mean, 2),
        "\(fixed(noisy.memorised.mean, 0)) %", "\(clean.accuracy.plusMinus(1)) %", significant(clean.sharpness.mean, 2),
      ]
    }
    notebook.table(
      columns: ["", "read, \(wrong)", "sharpness λ", "by heart", "read, right labels", "sharpness λ"],
      rows: [
        row("descent", .descent),
        row("SAM, ρ = \(plain(rho))", self.sam), row("AWP, γ = \(plain(gamma))", self.awp),
        row("L2 penalty \(plain(penalty))", .decay(penalty)),
        row("descent, rate \(plain(slow.rate))", .descent, at: slow.rate),
      ],
      caption: """
        Mean ± standard deviation of \(seeds) seeds, after the last epoch; λ is that of the training loss of 200 digits.
        """)
    tellOfRates(trials, tuned, in: notebook)
    let gain = trials.difference(awp, descent, \.accuracy)
    func inMost(_ first: Arm, _ second: Arm, _ relation: (Run, Run) -> Bool) -> Bool {
      5 * trials.count(first, second, where: relation) >= 4 * seeds
    }
    let cleanGain = trials.difference(
      Arm(self.awp, isNoisy: false), Arm(.descent, isNoisy: false), \.accuracy)
    let best = tuned.trials.difference(self.awp, .descent, \.accuracy)
    notebook.claim(
      "40.1", "Adversarial weight perturbation is worth trying.",
      test: """
        with \(wrong) it reads at least 5 points more than descent at the same rate in 4 of 5 seeds, and more on average where
        each has the rate that other seeds chose; with right labels the two are within 1.5 points on average
        """,
      source: .note(4, "Additional techniques"), rows: ["4.72"],
      verdict: .holdsIf("about two labels in five are false"),
      when: inMost(awp, descent) { $0.accuracy >= $1.accuracy + 5 } && best.mean > 0 && abs(cleanGain.mean) < 1.5,
      measured: "\(signed(gain.mean)) points at the same rate, \(signed(best.mean)) at best rates",
      detail: "with right labels \(signed(cleanGain.mean))",
      revised: "it asked for every seed, and had γ = 0.02, at which one network in sixteen never began to learn",
      runs: seeds)
    notebook.reference(
      "[Wu et al. 2020](https://arxiv.org/abs/2004.05884): adversarial weight perturbation, made for perturbed inputs")
    func flatter(_ isNoisy: Bool) -> (inMost: Bool, ratio: Double) {
      let (a, b) = (Arm(self.sam, isNoisy: isNoisy), Arm(.descent, isNoisy: isNoisy))
      return (
        inMost(a, b) { $0.sharpness < $1.sharpness }, trials[b].sharpness.median / trials[a].sharpness.median
      )
    }
    let (noisy, clean) = (flatter(true), flatter(false))
    notebook.claim(
      "40.2", "SAM finds flatter places than descent.",
      test: """
        its λ is lower in 4 of 5 seeds and at most two thirds of descent's at the median, with \(wrong) and with right labels
        """,
      source: .paper("Foret et al. 2021", "https://arxiv.org/abs/2010.01412"), verdict: .holds,
      when: [noisy, clean].allSatisfy { $0.inMost && $0.ratio >= 1.5 },
      measured:
        "\(fixed(noisy.ratio, 1)) times as flat with \(wrong), \(fixed(clean.ratio, 1)) times with right labels",
      revised: "it asked for every seed; from another first seed one of ten was not flatter", runs: 2 * seeds)
    let (shaken, ahead) = (
      trials.difference(random, descent, \.accuracy), trials.difference(sam, random, \.accuracy)
    )
    notebook.claim(
      "40.3", "Any small move of the weights will do, random ones too.",
      test: """
        does not hold if random moves of SAM's length read at most 3 points more than descent on average, and SAM at least 5
        points more than they in 4 of 5 seeds
        """,
      source: .folklore, verdict: .doesNotHold,
      when: shaken.mean <= 3 && inMost(sam, random) { $0.accuracy >= $1.accuracy + 5 },
      measured: "random \(signed(shaken.mean)) points, SAM \(signed(ahead.mean)) more than random",
      revised: "it asked for every seed, which held", runs: seeds)
  }

  private func tellOfTime(_ trials: Trials<Arm, Run>, _ digits: Digits, in notebook: Notebook) async {
    let arm = Arm(sam, times: 4)
    let long = await runs(of: [arm], digits, seeds: 3)[arm]
    notebook.text(
      """
      We expected SAM to keep the false labels out for good.\(long.memorised.minimum >= 80 ? " It only puts them off." : "") In
      \(4 * epochs) epochs it learns \(fixed(long.memorised.mean, 0)) % by heart and reads \(fixed(long.accuracy.mean, 1)) %.
      """)
    notebook.claim(
      "40.4", "SAM keeps false labels out, however long one trains.",
      test: """
        does not hold if in \(4 * epochs) epochs SAM learns at least 80 % of the false labels by heart, in each of three seeds
        """,
      source: .ours, verdict: .doesNotHold, when: long.memorised.minimum >= 80,
      measured: """
        \(fixed(long.memorised.minimum, 0)) % by heart at least, instead of \(fixed(trials[Arm(sam)].memorised.mean, 0)) % in
        \(epochs) epochs
        """, revised: "none; written after a trial from other seeds", runs: 3)
  }

  private func tellOfRates(
    _ trials: Trials<Arm, Run>, _ tuned: TunedTrials<Method, Run>, in notebook: Notebook
  ) {
    func best(_ method: Method, _ name: String) -> String {
      "\(name) \(fixed(tuned[method].accuracy.mean, 1)) % at \(plain(tuned.rate(method)))"
        + (tuned.isAtTheEdge(method) ? " (an end of its list)" : "")
    }
    let gains = [sam, awp].map { trials.difference(Arm($0), Arm(.descent), \.accuracy).mean }
    let isFlattering =
      gains.allSatisfy { $0 > 0 } && tuned[.descent].accuracy.mean > trials[Arm(.descent)].accuracy.mean + 1
    notebook.text(
      """
      SAM and AWP take two gradients a step, so twice the time. Against descent at the same rate they make
      \(signed(gains[0], 0)) and \(signed(gains[1], 0)) points.\(isFlattering
        ? " That flatters them, for a lower rate suits descent better here." : "") With the rate that reads most of 197
      validation digits from other seeds: \(best(.descent, "descent")), \(best(sam, "SAM")), \(best(awp, "AWP")).
      """)
  }
}
