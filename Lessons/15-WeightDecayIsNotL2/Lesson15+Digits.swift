import Datasets
import Experiments
import Notebook

// MARK: - Pixels that are never lit

extension Lesson15 {
  static let seeds = 10
  /// The rates among which each rule has its own.
  static let rates = [1e-3, 3e-3, 1e-2]
  /// The strengths among which each rule has its own.
  static let tuning: [Rule: [Double]] = [
    .penalty: [0, 1e-3, 3e-3, 1e-2, 3e-2, 0.1], .decay: [0.03, 0.1, 0.3, 1, 3],
  ]
  /// What the dark weights are watched under, beside.
  static let watched: [Rule: [Double]] = [
    .penalty: [0, 1e-10, 1e-9, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1], .decay: [1e-6, 1e-4, 1e-2, 0.1, 1, 10],
  ]

  func arm(_ rule: Rule) -> Arm { Arm(rule: rule, rate: learningRate) }

  /// The strengths in the film: two that are small, and the knob's.
  var filmed: [Double] { Set([1e-6, 1e-4, weightDecay]).sorted() }

  /// Every rule at every rate and strength; at the knob's rate from the faintest strength on.
  func sweep(_ digits: Digits) async -> Sweep<Arm, Run> {
    let arms = Rule.allCases.flatMap { rule in
      Set(Self.rates + [learningRate]).sorted().map { Arm(rule: rule, rate: $0) }
    }
    return await Sweep(
      arms,
      rates: { arm in
        let watched = arm.rate == learningRate ? Self.watched[arm.rule, default: []] + filmed : []
        return Set(Self.tuning[arm.rule, default: []] + watched).sorted()
      }, seeds: common.seeds(Self.seeds), "digits", by: { -$0.validation }
    ) { arm, weightDecay, seed in
      Run(arm, weightDecay: weightDecay, digits, seed: seed)
    }
  }

  func tellOfDarkPixels(_ sweep: Sweep<Arm, Run>, in notebook: Notebook) {
    let (penalty, decay) = (arm(.penalty), arm(.decay))
    let first = sweep[penalty, 1e-6].all[0]
    notebook.section("Pixels that are never lit")
    notebook.text(
      """
      Such weights exist. Train the network of all lessons on \(Run.digits) digits, a fifth of them with a wrong label, for
      \(grouped(Run.steps)) steps of η = \(plain(learningRate)). Some pixels at the edge are **dark** in all \(Run.digits): their weights,
      \(first.dark.count) of 2,048 in the first split, never have a gradient.
      """)
    // Fainter than ε, or in fewer steps than a weight is long, they do not go out.
    let goOut = filmed.allSatisfy { sweep[penalty, $0].all[0].darkShare < 0.2 }
    notebook.figure(
      filmFigure(sweep, penalty, decay, filmed, goOut: goOut),
      caption: """
        The share of each pixel's weights that is left while the first seed trains; yellow is all, or more.
        \(goOut ? "Above, the dark pixels go out at one speed; below, with the same λ, they lose a share ηλ a step." : "")
        \(goOut && weightDecay >= 0.01 ? "At the largest λ lit pixels fade as well, rarely lit ones first." : "")
        """, cover: true, thumbnail: [0, filmed.count])
    notebook.text(
      """
      How fast? Count time by the way that a weight has to go: τ = ηt/|w₀|. If the penalty is divided by its own running size, λ drops
      out: all dark weights share one curve u(τ), which can be computed beforehand.
      """)
    notebook.figure(
      curvesFigure(sweep, penalty, decay),
      caption: """
        Each dot is one dark weight at one moment; dashed, theory. Left, λ hardly matters; right, the weight's size does not.
        Dots off the curve are small weights, for which m̂'s lag or ε counts.
        """)
    notebook.folded("Why all follow one curve") {
      notebook.text(
        """
        With g = λw the averages are m̂ ≈ λw and v̂ ≈ λ² times the mean of w² so far, while t is well below 1/(1 − β₂) = 1,000. Write
        w = w₀ u(τ) and A for the integral of u² from 0 to τ; the mean is w₀² A/τ, so
        """)
      notebook.equation(
        latex:
          #"\frac{du}{d\tau} = -\frac{u}{\sqrt{A/\tau} + \kappa}, \qquad \kappa = \frac{\varepsilon}{\lambda |w_0|}"#,
        plain: "du/dτ = −u / (√(A/τ) + κ),   κ = ε/(λ|w₀|)")
      notebook.text(
        """
        The old, larger w² stay in the mean, so the weight brakes as it shrinks: u is \(listed(
          fading(at: [0.5, 1, 2], kappa: 0).map { significant($0, 2) })) at τ = ½, 1 and 2. Where κ is large, λ is back: w falls as
        exp(−ηλt/ε), a decay of λ/ε = 10⁸ λ. Neglected is that m̂ lags behind by some nine steps.
        """)
    }
    let plateau = Self.watched[.penalty, default: []].filter { $0 >= 1e-5 }
    let left = plateau.map { sweep[penalty, $0].darkShare }
    let apart = sweep.trials.seeds.indices.map { seed in
      let shares = plateau.map { sweep[penalty, $0].all[seed].darkShare }
      return (shares.max() ?? .nan) - (shares.min() ?? .nan)
    }
    let faint = sweep[penalty, 1e-9].darkShare
    notebook.claim(
      "15.3", "Under Adam with L2 a weight without a gradient goes to zero at a speed that does not depend on λ.",
      test: """
        what is left of the dark weights after \(grouped(Run.steps)) steps, in 10 of 10 seeds: from λ = 10⁻⁵ to 1 below 0.15 and
        within 0.02 of each other; at 10⁻⁹, where λ|w| is about a seventieth of ε, above 0.9
        """,
      source: .ours, verdict: .holdsIf("λ|w| is far above Adam's ε"),
      when: left.allSatisfy { $0.maximum < 0.15 } && apart.allSatisfy { $0 < 0.02 } && faint.minimum > 0.9,
      measured: "\(significant(left[0].mean, 2)) left at λ = 10⁻⁵, \(significant(left[left.count - 1].mean, 2)) at 1",
      detail: "\(fixed(faint.mean, 3)) at 10⁻⁹", runs: Self.seeds)
    let misses = Self.watched[.penalty, default: []].filter { $0 > 0 }.map { strength in
      Summary(
        of: sweep[penalty, strength].all.map {
          $0.distanceFromTheory(rate: learningRate, weightDecay: strength)
        })
    }
    notebook.claim(
      "15.4", "The curve computed beforehand, ε included, predicts what is left of the dark weights.",
      test: """
        rms distance over all dark weights and 16 moments with τ ≤ 2.5 below 0.06, for each λ from 10⁻¹⁰ to 1 in 10 of 10 seeds; the lag
        of nine steps alone should cost about 9η/|w₀|: 0.05 for 0.18 at η = 0.001
        """,
      source: .ours, verdict: .holds, when: misses.allSatisfy { $0.maximum < 0.06 },
      measured: "rms distance at most \(significant(misses.map(\.maximum).max() ?? .nan, 2))",
      runs: misses.count * Self.seeds)
  }
}
