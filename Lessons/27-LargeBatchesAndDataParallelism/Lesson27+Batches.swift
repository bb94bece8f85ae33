import Datasets
import Descent
import Experiments
import Notebook

extension Lesson27 {
  /// The batch of eight, and all larger ones under these rules; under the linear one also with warm-ups.
  func scaling(_ digits: Digits, _ rules: [Rule] = Rule.allCases, warmups: [Int] = []) async -> Trials<Arm, Run> {
    let larger = Arm.batchSizes.dropFirst()
    let plain = rules.flatMap { rule in larger.map { Arm(rule: rule, batchSize: $0) } }
    let warmed = warmups.flatMap { epochs in larger.map { Arm(rule: .linear, batchSize: $0, warmupEpochs: epochs) } }
    return await Trials([.small] + plain + warmed, seeds: common.seeds(10), "batches") {
      Run($0, baseRate: baseRate, on: Training.task(digits, seed: $1))
    }
  }

  /// The largest batch up to which all read within 3 points of the smallest under the linear rule.
  func lastGood(_ trials: Trials<Arm, Run>) -> Int {
    let floor = trials[.small].accuracy.mean - 3
    let good = Arm.batchSizes.prefix { $0 == 8 || trials[Arm(rule: .linear, batchSize: $0)].accuracy.mean >= floor }
    return good[good.count - 1]
  }

  func tellOfRules(_ digits: Digits, in notebook: Notebook) async {
    let trials = await scaling(digits, warmups: [1, 3])
    let seeds = trials.seeds.count
    func arm(_ rule: Rule, _ size: Int = 128) -> Arm { Arm(rule: rule, batchSize: size) }
    func gain(_ rule: Rule) -> Double { trials.difference(arm(rule), .small, \.accuracy).mean }
    let keeps = gain(.linear) > -3 && gain(.fixed) < gain(.linear) - 5
    notebook.section("What a larger batch is for")
    notebook.text(
      """
      Here note 3's “Large-Batch Learning” ends, without a word on large batches. Give each worker 8 samples, and W
      workers make a batch of 8W. An epoch then has W times fewer steps, and each must go further. At nearly the same
      weights k small steps add up to one large step with k times the rate:
      """)
    notebook.equation(
      latex:
        #"\theta - \eta\,(\bar g_1 + \dots + \bar g_k) = \theta - k\eta \cdot \frac{\bar g_1 + \dots + \bar g_k}{k}"#,
      plain: "θ − η (ḡ₁ + … + ḡ_k) = θ − kη · (ḡ₁ + … + ḡ_k)/k")
    notebook.text(
      """
      This is the **linear rule**. The **square-root rule**, √k · η, keeps instead the variance that noise adds in a step,
      (rate)² · σ²/B. Both start from η = \(plain(baseRate)) at B = 8; momentum is 0.9, and all see 1,024 digits for
      \(Training.epochs) epochs.
      """)
    notebook.shows("3.75")
    notebook.figure(
      rulesFigure(trials, keeps: keeps),
      caption: "After \(Training.epochs) epochs: mean, least and greatest of \(seeds) seeds. Dashed, the batch of 8.",
      cover: true)
    notebook.figure(
      progressFigure(trials, [.small] + [32, 128, 512].map { arm(.linear, $0) }, keeps: keeps),
      caption: """
        Note 4 has such a picture of several GPUs. The linear rule, means of \(seeds) seeds: left by updates, right the same
        runs by the samples that they have seen.
        """)
    notebook.shows("4.76")
    let long = [128, 512].flatMap { size in Rule.allCases.map { Arm(rule: $0, batchSize: size, epochs: 80) } }
    let later = await Trials(long, seeds: common.seeds(3), "ten times as long") {
      Run($0, baseRate: baseRate, on: Training.task(digits, seed: $1))
    }
    func late(_ size: Int) -> String {
      listed(long.filter { $0.batchSize == size }.map { fixed(later[$0].accuracy.mean, 1) })
    }
    let behind = trials.count(.small, arm(.fixed)) { $0.accuracy >= $1.accuracy + 5 }
    notebook.claim(
      "27.5", "Over several GPUs the learning rate may have to be adjusted.",
      test: """
        within \(Training.epochs) epochs, 16 workers against 1: at the same rate at least 5 points less in 9 of 10 seeds, under
        the linear rule at most 3 points less on average
        """,
      source: .note(4, "Learning rate"), rows: ["4.39"], verdict: .holds,
      when: 10 * behind >= 9 * seeds && gain(.linear) >= -3,
      measured: "B = 128: fixed \(signed(gain(.fixed))) points, linear \(signed(gain(.linear)))",
      detail: """
        after ten times as many epochs the linear, square-root and fixed rate read \(late(128)) % with B = 128 and
        \(late(512)) % with 512
        """,
      runs: seeds)
    func gains(_ sizes: [Int], _ epochs: Int) -> [Double] {
      sizes.map { size in
        let warm = Arm(rule: .linear, batchSize: size, warmupEpochs: epochs)
        return trials.difference(warm, arm(.linear, size), \.accuracy).mean
      }
    }
    let gained = (gains([32, 64, 128, 256], 1) + gains([32, 64, 128, 256], 3)).max() ?? .nan
    let warm = Arm(rule: .linear, batchSize: 256, warmupEpochs: 1)
    let fast = await Trials([warm, arm(.linear, 256)], seeds: common.seeds(10), "fast") {
      Run($0, baseRate: 4 * baseRate, on: Training.task(digits, seed: $1))
    }
    let saved = fast.difference(warm, arm(.linear, 256), \.accuracy)
    notebook.text(
      """
      People add a **warm-up**: the rate climbs from 0 over the first epochs, since at the start the weights do not stay
      nearly the same for k steps. Note 4 advises it for post-LN transformers (\(lesson(20))) and perhaps for others.
      """)
    notebook.claim(
      "27.6", "A rate scaled with the batch needs a warm-up.",
      test: """
        linear rule, batches of 32, 64, 128 and 256, a warm-up of 1 or 3 of the \(Training.epochs) epochs: one of the eight reads
        1 point more than without, on average over 10 seeds
        """,
      source: .paper("Goyal et al. 2017", "https://arxiv.org/abs/1706.02677"), rows: ["4.41"], verdict: .doesNotHold,
      when: gained < 1, measured: "at best \(signed(gained)) points",
      detail: "four times the base rate, B = 256: \(signed(saved.mean)) points on average, \(saved.range(1)) by seed",
      runs: seeds)
  }

  /// The steps to the target for each batch size, each at the best of its rates.
  func race(_ digits: Digits) async -> TunedTrials<Int, Race> {
    let (pilot, seeds) = (common.pilotSeeds(3), common.seeds(6))
    return await TunedTrials(Race.batchSizes, rates: Race.rates, pilotSeeds: pilot, seeds: seeds, by: \.steps) {
      Race(batchSize: $0, rate: $1, target: target, on: Training.task(digits, seed: $2))
    }
  }

  /// The law of the steps, fitted to the batch sizes that reached the target.
  func law(_ race: TunedTrials<Int, Race>) -> StepsLaw {
    let reached = Race.batchSizes.filter { race[$0].steps.median.isFinite }
    return StepsLaw(batchSizes: reached, steps: reached.map { race[$0].steps.median })
  }

  func tellOfNoise(_ digits: Digits, in notebook: Notebook) async {
    let noise = await Runs(seeds: common.seeds(10), "noise") { NoiseRun(on: Training.task(digits, seed: $0)) }
    let (race, way) = (await race(digits), NoiseWay(noise, target: target))
    let law = law(race)
    notebook.section("Where it ends")
    notebook.text(
      """
      The gradient of B samples is the true one, G, and noise: E|g|² = |G|² + tr Σ/B, where tr Σ is the variance of one
      sample's gradient, summed over the weights. Two batch sizes give two equations, and workers have two for nothing:
      b, each by itself, and B, all together.
      """)
    notebook.equation(
      latex: #"""
        |G|^2 = \frac{B|g_B|^2 - b|g_b|^2}{B - b}, \qquad \mathrm{tr}\,\Sigma = \frac{|g_b|^2 - |g_B|^2}{1/b - 1/B},
        \qquad \text{noise scale} = \frac{\mathrm{tr}\,\Sigma}{|G|^2}
        """#,
      plain: "|G|² = (B|g_B|² − b|g_b|²)/(B − b),  tr Σ = (|g_b|² − |g_B|²)/(1/b − 1/B),  noise scale = tr Σ/|G|²")
    let hand = GradientNoise(small: (8, 4), large: (128, 1))
    notebook.text(
      """
      With |g|² = 4 for 8 samples and 1 for 128: |G|² = \(fixed(hand.signal, 1)), tr Σ = \(fixed(hand.noise, 1)), so a batch of
      \(fixed(hand.scale, 0)) is as much noise as gradient. Smaller ones waste steps on noise, larger ones waste samples on a
      direction that is known. The steps to a given loss should fall like
      """)
    notebook.equation(
      latex: #"S = S_{\infty}\left(1 + \frac{B_*}{B}\right), \qquad B_* \approx \text{noise scale}"#,
      plain: "S = S∞ (1 + B*/B),   B* ≈ noise scale")
    let ends = race.armsAtTheEdge.map(String.init)
    let edge = ends.isEmpty ? "" : " (B = \(listed(ends)) at an end of the list)"
    notebook.figure(
      noiseFigure(noise, way, race, law, target: target),
      caption: """
        Left: 16 workers of 8 samples; dots, single steps of 3 seeds (where |G|² comes out positive); line, averages of
        \(NoiseWay.window) steps and 10 seeds. Right: steps until the training loss is \(plain(target)), median of 6 seeds, each
        batch at its best of \(Race.rates.count) rates\(edge); dashed, the law and 1/B.
        """)
    notebook.text(
      """
      As training goes on, the gradient shrinks faster than the noise, and the scale grows. Note 4 advises to find the
      largest batch that fits, early, and to take it out of the search. This is a second bound: the largest that still
      saves steps.
      """)
    notebook.shows("4.06", "4.28")
    let ratio = law.criticalBatch / way.scale
    notebook.claim(
      "27.7", "The gradient's noise scale predicts the batch beyond which steps are hardly saved.",
      test: """
        B*, fitted to the median steps at each batch's best rate, is within a factor of 2 of tr Σ/|G|² over the steps until
        the loss is at the target
        """,
      source: .paper("McCandlish et al. 2018", "https://arxiv.org/abs/1812.06162"), verdict: .holds,
      when: ratio > 0.5 && ratio < 2,
      measured: "noise scale \(fixed(way.scale, 0)), B* \(fixed(law.criticalBatch, 0))",
      detail: "S∞ = \(fixed(law.least, 0)) steps", runs: 16)
    notebook.reference(
      "[Popel & Bojar 2018](https://arxiv.org/abs/1804.00247): meant where note 4 twice cites a paper on VPIN, a trading measure"
    )
    notebook.reference("[Thakur & others 2005](https://doi.org/10.1177/1094342005051521): rings and recursive doubling")
  }
}
