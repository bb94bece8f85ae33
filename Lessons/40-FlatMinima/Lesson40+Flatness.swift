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
    // A network that has learnt nothing, from a large ρ, lies off the band.
    let isBand = isTelling && all.allSatisfy { $0.accuracy > 60 }
    func family(_ label: String, _ color: Color, _ isIn: (Arm) -> Bool) -> (String, Color, [Run]) {
      (label, color, arms.filter(isIn).flatMap { trials[$0].all })
    }
    func ahead(_ arm: Arm) -> Summary { trials.difference(arm, Arm(.descent), \.accuracy) }
    notebook.section("Is it flatness?")
    notebook.text(
      """
      The last two rows of the table do nothing about flatness: an L2 penalty (\(lesson(15))) and smaller steps. Against
      descent at 0.1 they make \(signed(ahead(Arm(.decay(penalty))).mean, 0)) and \(signed(ahead(slow).mean, 0)) points. Here are
      \(all.count) networks: all rows of the table with \(wrong), weaker strengths, further rates of descent, and random moves of
      SAM's length.
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
        ], isTelling: isBand),
      caption: "A dot is a network, after \(epochs) epochs with \(wrong).", cover: true)
    let (flat, sharp) = (Arm(.sharpnessAware(rho / 4)), slow)
    let (weak, small) = (trials[flat], trials[sharp])
    notebook.text(
      """
      \(isBand ? "Right, all methods share one band. Left they do not: " : "")SAM with ρ = \(plain(rho / 4)) ends at
      λ = \(fixed(weak.sharpness.mean, 1)) and reads \(fixed(weak.accuracy.mean, 0)) %, descent at a tenth of the rate at
      \(fixed(small.sharpness.mean, 1)) and \(fixed(small.accuracy.mean, 0)) %. (These are the places where training ends. Not all
      are minima: the learning rate may run out before the loss does.)
      """)
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
        λ \(fixed(weak.sharpness.mean, 1)) instead of \(fixed(small.sharpness.mean, 1)), but \(fixed(weak.accuracy.mean, 1)) % read
        instead of \(fixed(small.accuracy.mean, 1)) %
        """,
      revised: "it compared descent at the two rates, whose λ are too close to tell which is flatter", runs: 2 * seeds)
    notebook.claim(
      "40.6", "With two false labels in five, what was learnt by heart tells better than flatness who reads well.",
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
    let stopped = Summary(of: fast.all.map { $0.stopped - $0.accuracy })
    let gained = trials.difference(Arm(self.sam), Arm(.descent), \.accuracy)
    let beyondHalf = Summary(of: zip(fast.all, sam.all).map { $0.stopped - ($0.accuracy + $1.accuracy) / 2 })
    notebook.claim(
      "40.7", "With two false labels in five, stopping descent in time brings at least half of what SAM brings.",
      test: """
        with \(wrong), descent at the epoch with the fewest misread of 197 validation digits gains at least half of SAM's
        gain, at the median of the seeds
        """,
      source: .ours, verdict: .holds, when: gained.median > 0 && beyondHalf.median >= 0,
      measured: "\(signed(stopped.median)) points, SAM \(signed(gained.median)) (medians)",
      detail: "descent, stopped, reads \(fast.stopped.plusMinus(1)) %",
      revised: "it asked for 4 of 5 seeds; from one of twelve first seeds fewer gained as much", runs: seeds)
  }

  func tellOfRescaling(_ digits: Digits, in notebook: Notebook) async {
    let runs = await Runs(seeds: common.seeds(5), "scales") { seed in
      Rescaling(epochs: epochs, on: DigitsTask(digits, noise: noise, seed: seed))
    }
    let places = Rescaling.factors
    let (low, high) = (plain(places[0]), plain(places[places.count - 1]))
    notebook.section("Sharpness is no property of the answers")
    notebook.text(
      """
      λ can even be changed at will. Multiply a network's first layer by c, weights and biases, and divide the next layer's
      weights by c. ReLU(cz) is c ReLU(z), so each answer stays what it was. But a slope is per unit of weight, and a curvature
      per unit twice over: in the first layer curvatures are divided by c², in the next multiplied. With λ₁ and λ₂ the largest of
      the two layers alone, and c far from 1 either way,
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
      "40.8", "Networks that give the same answers are equally sharp.",
      test: """
        does not hold if for c = \(low) and c = \(high) λ is at least 5 times as large as for c = 1 and within 10 % of the
        equation, in every seed, while the answers (logits) change by less than 10⁻¹² of their size
        """,
      source: .paper("Dinh et al. 2017", "https://arxiv.org/abs/1703.04933"), verdict: .doesNotHold,
      when: runs.rise.minimum >= 5 && runs.error.maximum < 0.1 && runs.change.maximum < 1e-12,
      measured: "at least \(fixed(runs.rise.minimum, 0)) times as sharp",
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
        The best \(fixed(runs.accuracy.maximum, 1)) %, the weakest \(fixed(runs.accuracy.minimum, 1)) %. A slope so far away
        says little of where one stands\(fails ? ", and some networks hardly start to learn" : ""). Look at the weakest seed
        before you enlarge ρ.
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
      "--noise 0.1",
      "Few labels are false. Predict who learns fewer of them by heart, SAM or the L2 penalty, and who reads more.",
      in: notebook
    ) { lesson in
      let arms = [Arm(lesson.sam), Arm(.decay(lesson.penalty))]
      let trials = await lesson.runs(of: arms, digits)
      let (sam, decay) = (trials[arms[0]], trials[arms[1]])
      return """
        The penalty learns \(fixed(decay.memorised.mean, 0)) % by heart, SAM \(fixed(sam.memorised.mean, 0)) %; yet SAM reads
        \(fixed(sam.accuracy.mean, 1)) %, the penalty \(fixed(decay.accuracy.mean, 1)) %. Few false labels do little harm, and
        the penalty costs something with right labels, too. Ask first what goes wrong.
        """
    }
  }
}
