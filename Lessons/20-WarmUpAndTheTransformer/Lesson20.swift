import ArgumentParser
import Descent
import Experiments
import Notebook
import Numerics

/// The loss of guessing among five tokens.
let guessing = Double.log(5)

/// Lesson 20 · Warm-up and the transformer
///
/// Adam's first steps are its longest, and in a deep post-LN stack they wash the input out of the answers.
@main struct Lesson20: Lesson {
  static let card = LessonCard.number(20)
  @OptionGroup var common: CommonOptions
  @Option("Learning rate η, the middle one of five", .from(0.001...0.1)) var learningRate = 0.02
  @Option("Length of the warm-up", .from(1...200), unit: "steps") var warmUp = 50
  @Option("Layers of the transformer", .from(1...8)) var layers = 4

  func write(in notebook: Notebook) async throws {
    let arms = grid + doses + suspects.map(\.arm) + cures.map(\.arm)
    let findings = Findings(trials: await trials(arms), cold: arm(), warm: warm)
    tellOfTheFirstStep(in: notebook)
    tellOfThreeRates(findings, in: notebook)
    await tellOfForgetting(findings, in: notebook)
    tellOfSuspects(findings, in: notebook)
    tellOfCures(findings, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Runs succeed or fail: count them. A mean accuracy of 60 % may describe no run at all.",
      "If a transformer does not start, try a quarter of the rate before anything else.",
      "A loss that stands at the entropy of the labels says that the input does not arrive: look at the logits' spread.",
    ])
    try await setExercises(in: notebook)
    notebook.answer(
      """
      Adam's first steps are its longest, and all weights take them together: in a deep stack that normalises after each
      part they wash the input out of the answers. Short first steps prevent it; so do blocks that begin as their bypass.
      """)
  }

  /// The arm of the knobs, changed in some ways.
  func arm(_ change: (inout Arm) -> Void = { _ in }) -> Arm {
    var arm = Arm(rate: learningRate, layers: layers)
    change(&arm)
    return arm
  }
  var warm: Arm { arm { $0.warmUp = warmUp } }

  /// Both designs with and without warm-up at five rates.
  var grid: [Arm] {
    Findings.factors.flatMap { factor in
      Design.all.map { design in
        arm { ($0.norm, $0.rate, $0.warmUp) = (design.norm, factor * learningRate, design.isWarmedUp ? warmUp : 0) }
      }
    }
  }

  /// Shorter warm-ups; 0 and the knob's own are in the grid.
  var doses: [Arm] { [5, 10, 25].filter { $0 < warmUp }.map { steps in arm { $0.warmUp = steps } } }

  /// - Parameter updates: after how many updates to stop; then all arms are watched.
  func trials(_ arms: [Arm], updates: Int? = nil) async -> Trials<Arm, Run> {
    let watched = [arm(), warm, arm { $0.norm = .pre }]
    return await Trials(arms, seeds: common.seeds(10)) { arm, seed in
      Run(arm, isWatched: updates != nil || watched.contains(arm), updates: updates, seed: seed)
    }
  }
}

/// Where a transformer normalises, and whether it is warmed up.
struct Design: Hashable, Sendable {
  let norm: NormPlacement
  let isWarmedUp: Bool

  static let all = [NormPlacement.post, .pre].flatMap { [Design($0), Design($0, isWarmedUp: true)] }

  init(_ norm: NormPlacement, isWarmedUp: Bool = false) { (self.norm, self.isWarmedUp) = (norm, isWarmedUp) }
}

/// What all arms came to.
struct Findings: Sendable {
  /// The rates of the grid, by the knob's.
  static let factors = [0.25, 0.5, 1, 2, 4]

  let trials: Trials<Arm, Run>
  /// Post-LN at the knob's rate, without and with warm-up.
  let cold, warm: Arm

  var seeds: Int { trials.seeds.count }
  /// The runs of a design at some times the knob's rate.
  subscript(design: Design, factor: Double = 1) -> Runs<Run> {
    var arm = design.isWarmedUp ? warm : cold
    (arm.norm, arm.rate) = (design.norm, factor * cold.rate)
    return trials[arm]
  }

  func solved(_ arm: Arm) -> Int { trials[arm].count(\.isSolved) }
  func solved(_ design: Design, _ factor: Double = 1) -> Int { self[design, factor].count(\.isSolved) }
  /// How many runs are solved, and the mean accuracy, for a table.
  func outcome(_ arm: Arm) -> [String] { ["\(solved(arm))", percent(trials[arm].accuracy.mean, 0)] }

  /// Whether the knob's rate cannot do without warm-up and can with it.
  var isNeeded: Bool { solved(cold) <= 2 && solved(warm) >= 8 }
}

// MARK: - The first step, and three rates

extension Lesson20 {
  private func tellOfTheFirstStep(in notebook: Notebook) {
    notebook.section("The first step")
    notebook.text(
      """
      Adam divides a running mean of the gradients by their size. At the first update that is g/|g|, +1 or −1: *every* weight
      moves by the full rate η, however small its gradient. Later gradients disagree, and their mean shrinks. If they were pure
      noise, step t would have the size (root mean square)
      """)
    notebook.equation(
      latex: #"\eta \sqrt{\frac{1-\beta_1}{1+\beta_1}\cdot\frac{1+\beta_1^t}{1-\beta_1^t}}"#,
      plain: "η √((1 − β₁)/(1 + β₁) · (1 + β₁ᵗ)/(1 − β₁ᵗ))")
    notebook.text(
      """
      which with β₁ = 0.9 is η at t = 1, \(fixed(noiseStep(2), 3)) η at 2, \(fixed(noiseStep(10), 3)) η at 10 and
      \(fixed(noiseStep(10_000), 3)) η in the end. A run begins with its longest steps, and the first goes where one mini-batch
      pointed, in all weights at once.

      On paper: a unit adds up 16 inputs of ±1 with weights of size ¼ and random signs; its sum has a size of about 1. Move all
      16 weights by η = \(plain(learningRate)), in agreement, and it changes by up to 16 η = \(plain(16 * learningRate)).
      **Warm-up** makes these steps short: the rate rises from near 0 to its value over the first w of S steps. Here it also
      falls to 0 in the end, with and without warm-up:
      """)
    notebook.equation(
      latex: #"\eta_s = \eta\,\min\left(1, \frac{s+1}{w}\right)\left(1-\frac{s}{S}\right),\quad s = 0, 1, \dots, S-1"#,
      plain: "ηₛ = η min(1, (s + 1)/w) (1 − s/S),   s = 0, 1, …, S − 1")
    notebook.text(
      "With w = \(warmUp) each weight's first step is \(plain(warm.schedule(0))), in place of \(plain(learningRate)).")
    notebook.shows("1.93", "4.69")
  }

  private func tellOfThreeRates(_ findings: Findings, in notebook: Notebook) {
    let seeds = findings.seeds
    let (cold, warm) = (findings[Design(.post)], findings[Design(.post, isWarmedUp: true)])
    notebook.section("One transformer, three rates")
    notebook.text(
      """
      The task: read five tokens, each one of five, and answer with them in reverse. The transformer has
      \(counted(layers, "layer")) of width \(Reverser.width), each an attention with two heads and a feed-forward part with
      \(Reverser.hidden) hidden units. Each of these is a *branch* f beside its *bypass* x, and as in the first transformers a
      normalisation N follows, *post-LN*: x ← N(x + f(x)). Each of 200 steps sees eight new sequences. A run has **solved** the
      task if 95 % of the tokens in its last 20 batches are right; guessing gets 20 %, at a loss of ln 5 = \(fixed(guessing, 3)).
      """)
    let title = findings.isNeeded ? "Without warm-up the boldest rate gets nowhere" : "Three rates, with and without"
    notebook.figure(
      ratesFigure(findings, title: title),
      caption: "\(seeds) seeds, thin, and their medians; each point is the mean of five batches.", cover: true,
      thumbnail: [2])
    func counts(_ isWarmedUp: Bool) -> String {
      listed([0.25, 0.5, 1].map { "\(findings.solved(Design(.post, isWarmedUp: isWarmedUp), $0))" })
    }
    let (slow, fast) = (findings[Design(.post), 0.25].arrival.median, warm.arrival.median)
    let arrivals = """
      What it buys is the rate, more than speed: a loss below 0.5 takes \(plain(slow)) steps at \(plain(learningRate / 4))
      without it, and \(plain(fast)) at \(plain(learningRate)) with it (medians).
      """
    notebook.text(
      """
      By rising rate \(counts(false)) of \(seeds) runs solve it without warm-up, and \(counts(true)) with one of
      \(counted(warmUp, "step")). \(findings.isNeeded && slow.isFinite && fast < slow ? arrivals : "")
      \((learningRate, warmUp, layers) == (0.02, 50, 4) ? "Ten times as many steps leave the order as it is (a test)." : "")
      """)
    notebook.claim(
      "20.1", "Use a warm-up for post-LN transformers: without it a deep one may do much worse.",
      test: """
        within 200 steps at most 2 of 10 runs at the rate η solve the task without it, and at least 8 with it; the condition
        is shown if at η/4 at least 7 do without
        """,
      source: .note(4, "Learning rate"), rows: ["4.40", "4.70"], verdict: .holdsIf("the rate is bold"),
      when: findings.isNeeded && findings.solved(Design(.post), 0.25) >= 7,
      measured: "\(findings.solved(findings.cold)) against \(findings.solved(findings.warm)) of \(seeds) solved",
      runs: 2 * seeds)
    notebook.claim(
      "20.2", "A deep transformer that fails without warm-up has diverged, or its gradients have exploded.",
      test: """
        diverged: the mean loss of the last 20 steps is above 2 ln 5; exploded: a gradient is more than 20 times as long as the
        first. Does not hold if at η, without warm-up, no run diverges and at most 1 of 10 explodes
        """,
      source: .folklore, rows: ["2.74", "4.70"], verdict: .doesNotHold,
      when: findings.isNeeded && cold.count(\.isDiverged) == 0 && cold.count { $0.growth > 20 } <= 1,
      measured: "largest gradient by the first: \(significant(cold.growth.median, 2)) (median)",
      detail: "at most \(significant(cold.growth.maximum, 2)); loss at the end \(cold.lateLoss.range(2))", runs: seeds)
  }

  private func setExercises(in notebook: Notebook) async throws {
    try await exercise(
      "--layers 2 --learning-rate 0.04",
      "Half the depth, twice the rate. Predict from the formulas: does a shallow net need a warm-up?", in: notebook
    ) { lesson in
      let counts = await lesson.trials([lesson.arm(), lesson.warm]).counts
      return "\(counts[0]) of 10 without, \(counts[1]) with it. Depth is an exponent, but κ² grows with the rate."
    }
    try await exercise(
      "--layers 6 --warm-up 150", "Six layers. Predict: how many runs are solved with a warm-up of 50, and of 150?",
      in: notebook
    ) { lesson in
      let counts = await lesson.trials([lesson.arm { $0.warmUp = 50 }, lesson.warm]).counts
      let peak = (0..<200).map { lesson.warm.schedule($0) }.max() ?? .nan
      return "\(counts[0]) and \(counts[1]) of 10. With 150 ηₛ peaks at \(fixed(peak / lesson.learningRate, 2)) η."
    }
    try await exercise(
      "--learning-rate 0.0025", "A timid rate. Predict: who is ahead after 200 steps, with or without?", in: notebook
    ) { lesson in
      let trials = await lesson.trials([lesson.arm(), lesson.warm])
      let losses = trials.arms.map { fixed(trials[$0].lateLoss.mean, 2) }
      return
        "A loss of \(losses[0]) without, \(losses[1]) with it. Where no step is too long, warm-up only costs steps."
    }
  }
}
