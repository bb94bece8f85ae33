import Datasets
import Experiments
import Notebook

/// The shapes on the digits, and what to do with them.
extension Lesson19 {
  /// Every shape under every rule, at every rate.
  func sweep(_ digits: Digits, rules: [Rule] = Rule.allCases, shapes: [Shape] = Shape.allCases) async -> Sweep<Arm, Run>
  {
    let arms = rules.flatMap { rule in shapes.map { Arm(rule, $0) } }
    return await Sweep(arms, rates: \.rates, seeds: common.seeds(10), "digits", by: \.validationLoss) {
      arm, rate, seed in
      training.run(arm, rate: rate, on: training.task(digits, seed: seed))
    }
  }

  private var isDefault: Bool { noise == 0 && epochs == 8 }

  func tellOfShapes(_ sweep: Sweep<Arm, Run>, best: Double, in notebook: Notebook) {
    let seeds = sweep.trials.seeds.count
    notebook.section("A dozen shapes")
    notebook.text("A network's curvatures are unknown, but most schedules have that outline: high first, low last.")
    notebook.figure(
      galleryFigure(),
      caption: """
        The rate over a run of T steps, as a share of the one that is tuned. In 1/(1 + t) and 1/√(1 + t), on the digits, t counts
        epochs, drawn for eight; elsewhere steps.
        """)
    notebook.shows("2.48", "2.49", "3.12", "4.36", "4.37")
    let stopped = bowl.finalLoss(bowl.tuned(Array(Shape.cosine.shares(2 * Self.bowlSteps).prefix(Self.bowlSteps))))
    let wrong = noise == 0 ? "" : "; \(plain(100 * noise))\u{A0}% of their labels are wrong"
    notebook.text(
      """
      **Cool-down** is a constant rate that goes to 0 in the last eighth. PyTorch has `ExponentialLR`, `StepLR`, `CosineAnnealingLR`,
      `CyclicLR`, `OneCycleLR` and others, and `LambdaLR` for any curve. `ReduceLROnPlateau` is none: it lowers the rate when a loss no
      longer falls (here × 0.3 after each epoch without a better validation loss).

      Three corrections to note 3. Linear decay is a₀(1 − t/T); the note's a₀t/T *rises*, and we keep it to see what that costs. a₀/√t
      has no value at t = 0. And a cosine needs the number of steps, not only a first and a last rate: planned for twice the
      \(grouped(Self.bowlSteps)) steps and stopped half-way, it ends on the bowl at \(significant(stopped, 2)), not at
      \(significant(tunedLoss(.cosine), 2)).

      The network of all lessons, 64-32-10, learns \(Training.digits) digits in batches of \(Training.batchSize), for
      \(counted(epochs, "epoch"))\(wrong). For each shape 300 validation digits choose one of five rates, a factor of 2 apart;
      600 others are tested.
      """)
    let spreads = Rule.allCases.map { rule in Summary(of: Shape.falling.map { sweep[Arm(rule, $0)].accuracy.mean }) }
    let losses = Rule.allCases.map { rule in Summary(of: Shape.falling.map { sweep[Arm(rule, $0)].loss.mean }) }
    let constants = Rule.allCases.map { sweep[Arm($0, .constant)] }
    let isAlike = zip(losses, constants).allSatisfy { $0.maximum - $0.minimum < $1.loss.mean - $0.mean }
    let falls = zip(losses, constants).allSatisfy { $0.maximum < 0.97 * $1.loss.mean }
    notebook.figure(
      shapesFigure(
        sweep, bowl: Dictionary(uniqueKeysWithValues: Shape.functions.map { ($0, tunedLoss($0)) }), best: best,
        isAlike: falls && isAlike),
      caption: """
        Each shape at its best rate; orange, black and red, those that fall late. Left, exact; dashed, the best of all. On the digits small
        dots are \(seeds) seeds, large ones their means; the line is the constant rate's.
        """)
    if falls, isAlike {
      let onBowl = Summary(of: Shape.falling.map(tunedLoss))
      notebook.text(
        "On the bowl these five end up to a factor of \(significant(onBowl.maximum / onBowl.minimum, 1)) apart.")
    }
    notebook.reference("[Loshchilov & Hutter 2017](https://arxiv.org/abs/1608.03983): cosine and warm restarts")
    notebook.reference("[Smith 2017](https://arxiv.org/abs/1506.01186): cyclic rates")
    notebook.reference("[Smith & Topin 2018](https://arxiv.org/abs/1708.07120): one cycle")
    let rows = Rule.allCases.map { rule in (rule, seeds - sweep.wins(rule, .rising)) }
    notebook.claim(
      "19.3", "In reverse order the rates of a linear fall do worse than a constant rate.",
      test: """
        t/T against constant, each at its best rate: higher loss on the bowl, and higher test loss in 15 of 20 pairs of runs (10 seeds,
        momentum and Adam)
        """, source: .ours, rows: ["3.11"], verdict: .holds,
      when: rows.reduce(0) { $0 + $1.1 } * 4 >= 3 * 2 * seeds && tunedLoss(.rising) > tunedLoss(.constant),
      measured: "higher in \(listed(rows.map { "\($0.1) of \(seeds) seeds with \($0.0.rawValue)" }))",
      detail: "on the bowl \(significant(tunedLoss(.rising), 2)) against \(significant(tunedLoss(.constant), 2))",
      runs: 2 * seeds)
    notebook.claim(
      "19.4", "On the digits it matters more that the rate falls than along which curve.",
      test: """
        step, linear, cosine, one cycle and cool-down, each at its best rate, with momentum and with Adam: the range of their mean test
        losses is less than the distance of their average from the constant rate's
        """, source: .ours, verdict: .holds, when: isAlike,
      measured: listed(zip(losses, constants).map { "\($0.range(3)), constant \(fixed($1.loss.mean, 3))" }),
      detail: listed(zip(spreads, constants).map { "\($0.range(1)) %, constant \(fixed($1.accuracy.mean, 1)) %" }),
      revised: "it asked for accuracies at most 1 point apart, which a fall hardly brings", runs: 2 * seeds)
  }

  func tellOfRates(_ sweep: Sweep<Arm, Run>, in notebook: Notebook) {
    let seeds = sweep.trials.seeds.count
    let edges = sweep.arms.filter(sweep.isAtTheEdge)
    let isInside = edges.allSatisfy { ![.constant, .coolDown, .cosine].contains($0.shape) }
    let moves = Rule.allCases.allSatisfy {
      isInside && sweep.rate(Arm($0, .cosine)) > sweep.rate(Arm($0, .constant)) && sweep.gain($0, .cosine).mean > 0
    }
    notebook.section("A fall wants a higher rate")
    if moves {
      notebook.text(
        """
        Where steps are short, there is little noise to get rid of: at the left end of both panels the constant rate and the cool-down are
        nearly level. Where they are long, a constant rate ends in noise, and a fall does not. So Adam needed no schedule at the low rate
        of \(lesson(5)); at its best rate it gains.

        \(isDefault ? """
          With 80 epochs instead of 8 the order stays, but with momentum little is left of the gain (a test repeats it): the digits are
          known by heart, their gradients vanish, and so does the noise.
          """ : "")
        """)
    }
    notebook.figure(
      ratesFigure(sweep, moves: moves),
      caption: """
        Mean test loss of \(seeds) seeds against the rate; rings, the rates that the validation digits chose.
        \(edges.isEmpty ? "" : edges.count > 3 ? "Of \(sweep.arms.count) shapes \(edges.count) chose an end of their five." :
          "At an end of their five: \(listed(edges.map { "\($0.shape.rawValue) (\($0.rule.rawValue))" })).")
        """)
    func pairs(_ rule: Rule) -> Int { Shape.falling.reduce(0) { $0 + sweep.wins(rule, $1) } }
    func losses(_ rule: Rule) -> String {
      listed([Shape.constant, .cosine, .coolDown].map { "\(fixed(sweep[Arm(rule, $0)].loss.mean, 3)) \($0.rawValue)" })
    }
    notebook.claim(
      "19.5", "With momentum, a rate that falls may be good.",
      test: """
        step, linear, cosine, one cycle and cool-down against the constant rate, each at its best rate: lower test loss in 3 of 4 pairs of
        runs with the same seed
        """, source: .note(3, "Rule of Thumb"), rows: ["3.16"], verdict: .holds,
      when: 4 * pairs(.momentum) >= 3 * 5 * seeds,
      measured: "lower in \(pairs(.momentum)) of \(5 * seeds) pairs", detail: "mean test loss \(losses(.momentum))",
      runs: seeds)
    notebook.claim(
      "19.6", "Within \(counted(epochs, "epoch")), Adam needs no fancy schedule: a constant rate is okay.",
      test: "refuted if the falls of 19.5 lower Adam's test loss, too, in 3 of 4 pairs",
      source: .note(3, "Rule of Thumb"),
      rows: ["3.17"], verdict: .doesNotHold, when: 4 * pairs(.adam) >= 3 * 5 * seeds,
      measured: "lower in \(pairs(.adam)) of \(5 * seeds) pairs", detail: "mean test loss \(losses(.adam))",
      revised: "it asked for less gain at a rate below the best, where a constant rate does worse anyhow", runs: seeds)
  }

  func tellOfRules(_ digits: Digits, _ sweep: Sweep<Arm, Run>, in notebook: Notebook) async {
    let seeds = sweep.trials.seeds
    let rates = Rule.allCases.reduce(into: [:]) { $0[$1] = sweep.rate(Arm($1, .coolDown)) }
    let factors = [0.3, 0.1, 0.01]
    let columns = [1, 2, 4, 6, 7]
    // Of momentum all three factors for the table, of both rules a tenth at all places.
    let drops =
      [0.3, 0.01].flatMap { factor in columns.map { Drop(rule: .momentum, factor: factor, eighth: $0) } }
      + Rule.allCases.flatMap { rule in (1...7).map { Drop(rule: rule, factor: 0.1, eighth: $0) } }
    let trials = await Trials(drops, seeds: seeds, "drops") { drop, seed in
      training.run(drop, rate: rates[drop.rule, default: .nan], on: training.task(digits, seed: seed))
    }
    notebook.reference("[Hägele et al. 2024](https://arxiv.org/abs/2405.18392): cool-down after a constant rate")
    notebook.section("When to come down")
    notebook.text(
      """
      Note 3 finds that step decay has too many hyperparameters: first rate, factor and interval. One drop, with momentum from
      \(plain(rates[.momentum, default: .nan])):
      """)
    func loss(_ factor: Double, _ eighth: Int) -> Double {
      trials[Drop(rule: .momentum, factor: factor, eighth: eighth)].loss.mean
    }
    let found = Rule.allCases.map { rule in
      Found(
        sweep[Arm(rule, .constant), rates[rule, default: .nan]],
        drops: (1...7).map { trials[Drop(rule: rule, factor: 0.1, eighth: $0)] })
    }
    notebook.table(
      columns: ["the rate times"] + columns.map { "after \($0)/8" },
      rows: factors.map { factor in [plain(factor)] + columns.map { fixed(loss(factor, $0), 3) } },
      caption: """
        Mean test loss of \(seeds.count) seeds; without a drop \(fixed(found[0].without.mean, 3)).
        """)
    let isLateBetter = factors.allSatisfy { loss($0, 6) < 0.95 * loss($0, 1) }
    notebook.text(
      """
      \(isLateBetter ? "Factor and place do matter; but late is safe: what has not been travelled by then never will be." : "")
      Note 3's way to find the place: train once, find where the loss stops falling, drop there. We divide the rate by 10 where the next eighth of the run
      brings the validation loss down by less than 1 %, which is after \(fixed(found[0].eighths.median, 1)) eighths (median, momentum). Test
      losses, beside the best of the seven places: \(found[0].words), and with Adam \(found[1].words).
      \(isLateBetter && found[0].eighths.median < 4 ? "With momentum that is early: on the bowl, too, the steep direction rests long before the flat one has arrived." : "")

      The easiest schedule is the one that is decided last. Begin with a constant rate, and cool down when time is nearly up, however
      long it was. Seven eighths are the same run:
      """)
    notebook.shows("3.06", "3.07", "3.08")
    notebook.code("ConstantRate(a).then(LinearRamp.toZero(from: a, steps: T / 8), at: T * 7 / 8)")
    let cooled = Rule.allCases.map { sweep.wins($0, .coolDown, atTheRateOf: .constant) }
    let shares = Rule.allCases.map {
      sweep.gain($0, .coolDown, atTheRateOf: .constant).mean / sweep.gain($0, .cosine).mean
    }
    notebook.claim(
      "19.7", "Begin with a constant rate: the schedule is the last thing to decide.",
      test: """
        the constant rate's best run, only its last eighth cooled down to 0: lower test loss than without in 14 of 20 pairs (10 seeds,
        momentum and Adam)
        """, source: .note(3, "Rule of Thumb"), rows: ["3.14", "3.15"], verdict: .holds,
      when: 10 * cooled.reduce(0, +) >= 7 * 2 * seeds.count,
      measured: "lower in \(listed(cooled.map { "\($0)" })) of \(seeds.count) seeds",
      detail: "that is \(listed(shares.map { percent($0, 0) })) of a cosine's gain at its own rate",
      revised: "it asked for 16 of 20; one of 17 first seeds gave 15", runs: 2 * seeds.count)
    let plateaus = Rule.allCases.map { rule in sweep.gain(rule, .plateau).mean / sweep.gain(rule, .cosine).mean }
    notebook.claim(
      "19.8", "Lower the rate when the model stagnates.",
      test: """
        the plateau rule lowers the mean test loss by at least a third of what the cosine brings, each at its best rate, with momentum
        and with Adam
        """, source: .note(4, "Learning rate"), rows: ["4.34"], verdict: .holds,
      when: plateaus.allSatisfy { $0 >= 1 / 3.0 },
      measured: "the plateau rule brings \(listed(plateaus.map { percent($0, 0) })) of the cosine's gain",
      revised: """
        it asked for half, and for a gain by one drop where the plateau begins: two of 17 first seeds had none
        """, runs: 2 * seeds.count)
  }

  func setExercises(_ digits: Digits, _ sweep: Sweep<Arm, Run>, in notebook: Notebook) async throws {
    try await exercise(
      "--curvature 0.1",
      "The second direction is ten times as steep. Predict for how many of the \(grouped(Self.bowlSteps)) steps the best schedule now holds.",
      in: notebook
    ) { lesson in
      let held = lesson.bowl.best(steps: Self.bowlSteps).prefix { $0 >= Bowl.highest }.count
      return "For \(held): the way takes a tenth of the sum of rates, and the long fall makes a part of it."
    }
    try await exercise(
      "--noise 0.2",
      "A fifth of the labels is wrong. Predict: does momentum gain more or less by a cool-down, in test loss?",
      in: notebook
    ) { lesson in
      let noisy = await lesson.sweep(digits, rules: [.momentum], shapes: [.constant, .coolDown])
      let (gain, usual) = (noisy.gain(.momentum, .coolDown).mean, sweep.gain(.momentum, .coolDown).mean)
      return """
        It gains \(fixed(gain, 2))\(isDefault ? ", not \(fixed(usual, 2))" : ""). Wrong labels are noise in the gradients that lasts until
        they are known by heart.
        """
    }
    try await exercise(
      "--epochs 2",
      "Predict: will the best rate of the cosine, with momentum, be lower or higher than for 8 epochs?", in: notebook
    ) { lesson in
      let short = await lesson.sweep(digits, rules: [.momentum], shapes: [.cosine])
      let arm = Arm(.momentum, .cosine)
      return """
        \(plain(short.rate(arm)))\(isDefault ? ", not \(plain(sweep.rate(arm)))" : ""): with a quarter of the steps each must go further.
        """
    }
  }
}

/// What dropping the rate where each run's plateau begins comes to.
private struct Found {
  /// The test losses with the drop, without it, and with the drop at the place that is best on average.
  let loss, without, best: Summary
  /// Where the plateaus begin; 8 where there is none.
  let eighths: Summary

  init(_ constant: Runs<Run>, drops: [Runs<Run>]) {
    let places = constant.all.map(\.plateau)
    loss = Summary(
      of: places.indices.map { seed in
        (places[seed].map { drops[$0 - 1].all[seed] } ?? constant.all[seed]).loss
      })
    without = constant.loss
    best = drops.map(\.loss).min { $0.mean < $1.mean } ?? without
    eighths = Summary(of: places.map { Double($0 ?? 8) })
  }

  var words: String { "\(fixed(loss.mean, 3)) (no drop \(fixed(without.mean, 3)), best place \(fixed(best.mean, 3)))" }
}
