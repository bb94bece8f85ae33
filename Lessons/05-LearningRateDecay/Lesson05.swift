import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook

/// Lesson 05 · Learning-rate decay
///
/// What does lowering the learning rate change, and when does it decide the outcome?
///
/// - Claim: a constant rate α ends at a noise floor of α/(2 − α), and decay goes below it. The notes' moons have hardly any
///   noise, so there decay only shortens the way; on digits in mini-batches of 8 it decides how high the rate may start.
/// - Tests: note 2, "Learning Rate Decay" and "Experiment Results"; note 3, "Learning Rate Schedules".
@main struct Lesson05: Lesson {
  static let card = LessonCard.number(5)

  @OptionGroup var common: CommonOptions
  @Option(help: "First learning rate α₀ on the moons, from 0.000001 to 10.") var learningRate = 0.1
  @Option(help: "Decay d of the staircase on the moons, per stair, from 0 to 1000.") var decay = 1.0
  @Option(help: "Length of a stair on the moons, in epochs, from 1 to 100000.") var interval = 200
  @Flag(help: "Store the staircase's rate back and decay it again in each epoch: the compounding mistake.")
  var compound = false
  @Option(help: "Epochs on the moons, from 10 to 20000; the notes' own run has 5000.") var epochs = 1000
  @Option(help: "Size of the mini-batches on the digits, from 1 to 1437.") var batchSize = 8

  func validate() throws {
    try require(learningRate, "--learning-rate", .from(1e-6...10))
    try require(decay, "--decay", .from(0...1000))
    try require(interval, "--interval", .from(1...100_000))
    try require(epochs, "--epochs", .from(10...20_000))
    try require(batchSize, "--batch-size", .from(1...1437))
  }

  func write(in notebook: Notebook) async throws {
    explainRules(in: notebook)
    let noise = await NoiseStudy(seeds: common.seeds(8))
    estimateMean(in: notebook, noise)
    let moons = await MoonsStudy(seeds: common.seeds(8), rate: learningRate, rule: rule, epochs: epochs)
    partMoons(in: notebook, moons)
    let digits = try Digits.load()
    let tasks = common.seeds(8).map { HandwrittenDigits(digits, batchSize: batchSize, seed: $0) }
    await readDigits(in: notebook, tasks)
    takeAlong(in: notebook)
    let calmer = common.seeds(8).map { HandwrittenDigits(digits, batchSize: 64, seed: $0) }
    await askQuestions(in: notebook, moons, calmer)
  }

  var rule: DecayRule { DecayRule(decay: decay, interval: interval, isCompounding: compound) }
}

// MARK: - The rules

extension Lesson05 {
  private func explainRules(in notebook: Notebook) {
    notebook.section("The idea")
    notebook.text(
      """
      The gradient of a mini-batch is the gradient of the loss plus noise. With a large learning rate α the parameters
      come near the minimum soon, and then the noise keeps throwing them about. With a small rate they would settle
      down, but they take long to arrive. Learning-rate decay starts with the one and ends with the other. Note 2 has
      two rules for it, from the first rate α₀ and a decay d:
      """)
    notebook.equation(
      latex: #"\alpha(e) = \frac{\alpha_0}{1 + d\,e} \qquad \text{and} \qquad "#
        + #"\alpha(e) = \frac{\alpha_0}{1 + d\,\lfloor e/k \rfloor}"#,
      plain: "α(e) = α₀ / (1 + d e)    and    α(e) = α₀ / (1 + d ⌊e/k⌋)")
    let halfway = epochs / 2
    let cosines = [epochs, 2 * epochs].map { CosineAnnealing(initial: learningRate, steps: $0)(halfway) }
    notebook.text(
      """
      The epoch e counts from 0, so the first epoch runs at α₀. The second rule is a staircase: it waits k epochs before
      each step down. Note 3 adds a cosine, half a wave from α₀ down to α₁ in T epochs. It says that two rates are all one
      has to choose; but T is a third choice, and usually the length of the run.
      """)
    notebook.equation(
      latex: #"\alpha(e) = \alpha_1 + \tfrac12 (\alpha_0 - \alpha_1) \left(1 + \cos \frac{\pi e}{T}\right)"#,
      plain: "α(e) = α₁ + ½ (α₀ − α₁) (1 + cos(π e/T))")
    notebook.claim(
      "5.1", "A first and a last rate are all that cosine decay needs.", source: .note(3, "Cosine Decay", slip: "C59"),
      verdict: .doesNotHold, when: abs(cosines[0] / cosines[1] - 1) > 0.1,
      measured: """
        with the same two rates epoch \(halfway) runs at \(significant(cosines[0], 3)) if T = \(epochs) and at
        \(significant(cosines[1], 3)) if T = \(2 * epochs)
        """)
    showMistake(in: notebook)
  }

  private func showMistake(in notebook: Notebook) {
    notebook.section("A mistake that is easy to make")
    notebook.text(
      """
      The notes print both rules with the same α on either side. A program that takes them at their word decays what is
      decayed already:
      """)
    notebook.code(
      """
      rate = rate / (1 + decay * Double(epoch))     // compounds
      rate = initial / (1 + decay * Double(epoch))  // decays
      """)
    let schedules: [(String, any Schedule)] = [
      ("constant", ConstantRate(learningRate)), (rule.name, rule(from: learningRate)),
      ("cosine", CosineAnnealing(initial: learningRate, steps: epochs)),
      ("1/(1 + e)", InverseTimeDecay(initial: learningRate, decay: 1)),
      ("compounding", CompoundingDecay(initial: learningRate, decay: 1)),
    ]
    let shown = Set([0, 1, 5, interval, epochs - 1]).filter { $0 < epochs }.sorted()
    notebook.table(
      columns: ["rule"] + shown.map { "α(\($0))" } + ["Σα/α₀"],
      rows: schedules.map { name, schedule in
        [name] + shown.map { rateInWords(schedule(Int($0))) }
          + [significant(schedule.rates(epochs).reduce(0, +) / learningRate, 4)]
      },
      caption: """
        Learning rates by epoch, and what all \(grouped(epochs)) of them add up to, in units of the first. Staircase: \
        d = \(plain(decay)), k = \(interval). The last two: d = 1.
        """)
    let compounding = CompoundingDecay(initial: 1, decay: 1)
    let gone = compounding.rates(200).firstIndex { $0 < 1e-5 } ?? 200
    notebook.figure(
      ratesFigure(rate: learningRate, rule: rule, epochs: epochs),
      caption: """
        The five rules from α₀ = \(plain(learningRate)). One over the time is a straight line on these axes; in epoch
        number \(gone + 1) the compounding rate is below a hundred-thousandth of α₀.
        """)
    let fifth = (compounding: compounding(5), plain: InverseTimeDecay(initial: 1, decay: 1)(5))
    let travel = compounding.rates(200).reduce(0, +)
    let zero = CompoundingDecay(initial: learningRate, decay: 1).rates(1000).firstIndex(of: 0) ?? 1000
    notebook.claim(
      "5.2", "α = α/(1 + d·epoch), as printed, is one over the time.",
      source: .note(2, "Learning Rate Decay", slip: "C46"), verdict: .doesNotHold,
      when: fifth.plain / fifth.compounding > 100 && abs(travel - 1.718281828459045) < 1e-9,
      measured: """
        with d = 1 epoch 5 runs at α₀/\(fixed(1 / fifth.compounding, 0)), not α₀/\(fixed(1 / fifth.plain, 0)); all rates
        of any run add up to \(fixed(travel, 4)) α₀
        """)
    notebook.text(
      """
      With d = 1 the second line gives α₀/(e + 1) and the first α₀/(e + 1)!, whose sum is (e − 1) α₀ with Euler's e: the
      parameters move by less than two of their first steps, however long the run. (In double precision the rate is
      exactly 0 from epoch \(zero) on.) The remedy is to keep α₀ and to compute each rate afresh from it, as a function of
      the epoch.
      """)
  }

  private func rateInWords(_ rate: Double) -> String { rate == 0 ? "0" : significant(rate, 3) }
}

// MARK: - The smallest example that fails

extension Lesson05 {
  private func estimateMean(in notebook: Notebook, _ study: NoiseStudy) {
    notebook.section("The smallest noisy descent")
    notebook.text(
      """
      Estimate the mean of a stream of numbers x from N(0, 1), one draw a step, by descending ½(w − x)². The gradient is
      w − x, the truth is w = 0, and all of the noise can be followed on paper:
      """)
    notebook.equation(
      latex: #"w \leftarrow w - \alpha\,(w - x) \qquad \Rightarrow \qquad "#
        + #"\mathrm{E}[w^2] \leftarrow (1 - \alpha)^2\, \mathrm{E}[w^2] + \alpha^2"#,
      plain: "w ← w − α (w − x)   ⇒   E[w²] ← (1 − α)² E[w²] + α²")
    let rates = (large: Estimator.constant.schedule(0), small: Estimator.small.schedule(0))
    let floors = (large: noiseFloor(rates.large), small: noiseFloor(rates.small))
    let arrivals = (
      large: study.arrival(.constant, below: 1.1 * floors.large),
      small: study.arrival(.small, below: 1.1 * floors.small)
    )
    notebook.text(
      """
      A constant rate forgets its start by a factor 1 − α a step, but each step also lets in new noise. The two balance
      where E[w²] = α/(2 − α), the **noise floor**. At α = \(plain(rates.large)) the estimate is on its floor after
      \(arrivals.large) steps; at α = \(plain(rates.small)) the floor is \(fixed(floors.large / floors.small, 1)) times
      lower and it takes \(arrivals.small) steps. (A descent at a constant rate is an exponentially weighted average of
      the draws with β = 1 − α, so this is also the noise of the averages of \(lesson(2)).)

      Decay has both: the staircase in Figure 2 walks down from floor to floor. And α = 1/(1 + t) goes all the way: it is
      the plain mean of all draws so far, whose variance is 1/t. The compounding rate is decay too, but it stands still
      before it has arrived.
      """)
    notebook.figure(
      noiseFigure(study),
      caption: """
        Mean square of the estimate over \(grouped(NoiseStudy.replicas * common.seeds(8).count)) streams, all from
        w = \(plain(study.problem.start)); dashed, the recursion above. The staircase divides its rate by 2, 3, 4 and 5,
        every 400 steps.
        """, cover: true)
    let levels = (large: study.levels(.constant), small: study.levels(.small))
    notebook.claim(
      "5.3", "A constant rate α ends at a mean square error of α/(2 − α), however long it runs.",
      source: .paper("Bottou, Curtis & Nocedal 2018, theorem 4.6", "https://arxiv.org/abs/1606.04838"), verdict: .holds,
      when: [(levels.large, floors.large), (levels.small, floors.small)].allSatisfy { level, floor in
        level.minimum > 0.9 * floor && level.maximum < 1.1 * floor
      },
      measured: """
        α = \(plain(rates.large)): \(significant(levels.large.minimum, 3)) to \(significant(levels.large.maximum, 3)), theory
        \(significant(floors.large, 3)); α = \(plain(rates.small)): \(significant(levels.small.minimum, 3)) to
        \(significant(levels.small.maximum, 3)), theory \(significant(floors.small, 3))
        """, seeds: levels.large.count)
    let end = study.ends(.runningMean)
    let variance = 1 / Double(study.problem.steps)
    notebook.claim(
      "5.4", "With α = 1/(1 + t) there is no floor: the error falls as 1/t.",
      source: .paper("Robbins & Monro 1951", "https://doi.org/10.1214/aoms/1177729586"), verdict: .holds,
      when: abs(end.mean / variance - 1) < 0.15 && end.maximum < 0.1 * floors.small,
      measured: """
        \(significant(end.mean, 3)) after \(grouped(study.problem.steps)) steps (\(significant(end.minimum, 3)) to
        \(significant(end.maximum, 3)); theory \(significant(variance, 3)))
        """, seeds: end.count)
    let stuck = study.ends(.compounding)
    let left = stuck.mean.squareRoot() / study.problem.start
    notebook.claim(
      "5.5", "The compounding rate stops short of the minimum for good.", source: .ours, verdict: .holds,
      when: stuck.minimum > 10 * floors.large && abs(stuck.mean / study.expected(.compounding)[5] - 1) < 0.1,
      measured: """
        from α₀ = \(plain(Estimator.compounding.schedule(0))) a mean square of \(significant(stuck.minimum, 3)) to
        \(significant(stuck.maximum, 3)), after 5 steps as after \(grouped(study.problem.steps)); \(percent(left, 0)) of the
        way to go
        """, seeds: stuck.count)
  }
}
