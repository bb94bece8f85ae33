import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook

/// Whether flatness explains it, and the exercises.
extension Lesson40 {
  func tellOfFlatness(_ trials: Trials<Arm, Run>, in notebook: Notebook) {
    let seeds = trials.seeds.count
    let arms = trials.arms.filter(\.isNoisy)
    let all = arms.flatMap { trials[$0].all }
    let byHeart = rankCorrelation(all.map(\.accuracy), all.map(\.memorised))
    let bySharpness = rankCorrelation(all.map(\.accuracy), all.map(\.sharpness))
    let isTelling = abs(byHeart) >= 0.75 && abs(bySharpness) <= abs(byHeart) - 0.2
    func family(_ label: String, _ color: Color, _ isIn: (Arm) -> Bool) -> (String, Color, [Run]) {
      (label, color, arms.filter(isIn).flatMap { trials[$0].all })
    }
    func ahead(_ arm: Arm) -> Summary { trials.difference(arm, Arm(.descent), \.accuracy) }
    notebook.section("Is it flatness?")
    notebook.text(
      """
      The last two rows of the table do nothing about flatness: an L2 penalty (\(lesson(15))) and smaller steps. They are at
      \(signed(ahead(Arm(.decay(penalty))).mean, 0)) and \(signed(ahead(slow).mean, 0)) points from descent at 0.1. Here is each of
      \(all.count) networks: all methods of the table with \(wrong), further strengths of each, random moves of SAM's length, and
      further rates of descent.
      """)
    notebook.figure(
      flatnessFigure(
        [
          family("descent", .gradientDescent) { $0.method == .descent && $0.rate == 0.1 },
          family("descent, lower rates", .sky) { $0.method == .descent && $0.rate < 0.1 },
          family("random", .grey) { if case .random = $0.method { true } else { false } },
          family("SAM", .vermilion) { if case .sharpnessAware = $0.method { true } else { false } },
          family("AWP", .green) { if case .adversarial = $0.method { true } else { false } },
          family("L2 penalty", .orange) { if case .decay = $0.method { true } else { false } },
        ], isTelling: isTelling),
      caption: "A dot is a network, after \(epochs) epochs with \(wrong).", cover: true)
    let (weak, decay) = (trials[Arm(.sharpnessAware(rho / 4))], trials[Arm(.decay(penalty))])
    notebook.text(
      """
      \(isTelling ? "Right, all methods share one band. Left they do not: " : "")SAM with ρ = \(plain(rho / 4)) ends at
      λ = \(fixed(weak.sharpness.mean, 1)) and reads \(fixed(weak.accuracy.mean, 0)) %, the L2 penalty at
      \(fixed(decay.sharpness.mean, 1)) and \(fixed(decay.accuracy.mean, 0)) %. (These are the places where training ends. Not all
      are minima: the learning rate may run out before the loss does.)
      """)
    let (flat, sharp) = (Arm(.sharpnessAware(rho / 4)), slow)
    let behind = trials.difference(sharp, flat, \.accuracy)
    notebook.claim(
      "40.5", "Flat minima generalise better.",
      test: """
        does not hold as a law if, with \(wrong), SAM with a quarter of ρ ends flatter than descent at a tenth of the rate in
        4 of 5 seeds, yet reads at least 3 points less on average, and less in 4 of 5
        """,
      source: .paper("Hochreiter & Schmidhuber 1997", "https://doi.org/10.1162/neco.1997.9.1.1"),
      verdict: .doesNotHold,
      when: behind.mean >= 3 && 5 * trials.count(flat, sharp) { $0.sharpness < $1.sharpness } >= 4 * seeds
        && 5 * trials.count(flat, sharp) { $0.accuracy < $1.accuracy } >= 4 * seeds,
      measured: """
        λ \(fixed(weak.sharpness.mean, 1)) instead of \(fixed(trials[sharp].sharpness.mean, 1)), and
        \(fixed(behind.mean, 1)) points less
        """,
      revised: "it compared descent at the two rates, whose λ are too close to tell which is flatter", runs: 2 * seeds)
    notebook.claim(
      "40.6", "What was learnt by heart tells better than flatness who reads well.",
      test: """
        over all networks of the figure, what is read has a rank correlation of at least 0.75 in size with the share learnt by
        heart, and one smaller by at least 0.2 with λ
        """,
      source: .ours, verdict: .holds, when: isTelling,
      measured: "rank correlation \(fixed(byHeart, 2)) with what was learnt by heart, \(fixed(bySharpness, 2)) with λ",
      revised: "none; written after trials from other seeds", runs: all.count)
    notebook.reference(
      "[Arpit et al. 2017](https://arxiv.org/abs/1706.05394): networks learn patterns first and false labels later")
    notebook.reference(
      "[Baek et al. 2024](https://arxiv.org/abs/2405.03676): SAM's gain with false labels lies on the way, not in flat minima"
    )
    let (fast, sam) = (trials[Arm(.descent)], trials[Arm(self.sam)])
    func share(_ place: Int) -> Double {
      (fast.all[place].stopped - fast.all[place].accuracy) / (sam.all[place].accuracy - fast.all[place].accuracy)
    }
    let shares = Summary(of: (0..<seeds).map(share))
    notebook.claim(
      "40.7", "Stopping descent in time brings at least half of what SAM brings.",
      test: """
        with \(wrong), descent at the epoch with the fewest misread of 197 validation digits gains at least half of SAM's
        gain, at the median of the seeds
        """,
      source: .ours, verdict: .holds, when: shares.median >= 0.5,
      measured: "\(percent(shares.median, 0)) of SAM's gain (median)",
      detail: "descent, stopped, reads \(fast.stopped.plusMinus(1)) %",
      revised: "it asked for 4 of 5 seeds; from one of twelve first seeds fewer gained as much", runs: seeds)
  }

  func tellOfRescaling(_ digits: Digits, in notebook: Notebook) async {
    let runs = await Runs(seeds: common.seeds(5), "scales") { seed in
      Rescaling(epochs: epochs, on: FlatTask(digits, noise: noise, seed: seed))
    }
    let places = Rescaling.factors
    let (low, high) = (plain(places[0]), plain(places[places.count - 1]))
    notebook.section("Sharpness is no property of the answers")
    notebook.text(
      """
      Multiply a network's first layer by c, weights and biases, and divide the next layer's weights by c. ReLU(cz) is
      c ReLU(z), so each answer stays what it was. But a slope is per unit of weight, and a curvature per unit twice over: in the
      first layer curvatures are divided by c², in the next multiplied. With λ₁ and λ₂ the largest of the two layers alone,
      """)
    notebook.equation(
      latex: #"\lambda(c) \approx \max\!\left(\frac{\lambda_1}{c^2},\; c^2 \lambda_2\right)"#,
      plain: "λ(c) ≈ max(λ₁/c², c² λ₂)")
    notebook.figure(
      rescalingFigure(runs),
      caption: """
        Networks trained by descent with \(wrong); mean, least and greatest of \(runs.seedCount) seeds. Dashed: the two layers
        alone, which can only be flatter than the whole.
        """)
    notebook.claim(
      "40.8", "How sharp a network is depends on what it computes.",
      test: """
        does not hold if for c = \(low) and c = \(high) λ is at least 5 times as large as for c = 1 and within 10 % of the
        equation, in every seed, while the answers (logits) change by less than 10⁻¹² of their size
        """,
      source: .paper("Dinh et al. 2017", "https://arxiv.org/abs/1703.04933"), verdict: .doesNotHold,
      when: runs.rise.minimum >= 5 && runs.error.maximum < 0.1 && runs.change.maximum < 1e-12,
      measured: "the same answers, \(fixed(runs.rise.minimum, 0)) times as sharp at least",
      detail: "at most \(percent(runs.error.maximum, 1)) off the equation at both ends",
      revised: "none; written after trials from other seeds", runs: runs.seedCount)
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    try await exercise(
      "--rho 0.5",
      "SAM looks further. Predict: what will the best and the weakest of five seeds read?", in: notebook
    ) { lesson in
      let runs = await lesson.runs(of: [Arm(lesson.sam)], digits)[Arm(lesson.sam)]
      let fails = runs.accuracy.minimum < 50
      return """
        The best \(fixed(runs.accuracy.maximum, 1)) %, the weakest \(fixed(runs.accuracy.minimum, 1)) %. So far out the slope says
        little of the place where one stands\(fails ? ", and some networks hardly start to learn" : ""). Look at the weakest
        seed before you enlarge ρ.
        """
    }
    try await exercise(
      "--epochs 20",
      "Half the time for all. Predict: does SAM gain more points than before, or fewer?", in: notebook
    ) { lesson in
      let arms = [Arm(lesson.sam), Arm(.descent)]
      let trials = await lesson.runs(of: arms, digits)
      return """
        It gains \(fixed(trials.difference(arms[0], arms[1], \.accuracy).mean, 1)) points: descent has learnt only
        \(fixed(trials[arms[1]].memorised.mean, 0)) % by heart so far. Who stops early needs SAM less.
        """
    }
    try await exercise(
      "--noise 0.6",
      "More labels are false than right. Predict how much descent and SAM still read.", in: notebook
    ) { lesson in
      let arms = [Arm(lesson.sam), Arm(.descent)]
      let trials = await lesson.runs(of: arms, digits)
      return """
        Descent \(fixed(trials[arms[1]].accuracy.mean, 1)) %, SAM \(fixed(trials[arms[0]].accuracy.mean, 1)) %. The right label
        is still the most frequent one among digits that look alike: four times out of ten, each wrong one once in fifteen.
        """
    }
  }
}
