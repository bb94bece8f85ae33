import Datasets
import Experiments
import Notebook

/// What a log sees, gradients below Adam's ε, and the exercises.
extension Lesson23 {
  /// The step of the first log, where every 25th is logged.
  private static let firstLog = 25

  func tellOfLogs(_ sweep: Sweep<Rule, Run>, in notebook: Notebook) {
    notebook.section("Keeping a log")
    notebook.text(
      """
      Note 4 logs to Weights & Biases: `wandb.watch(model, criterion, log="all", log_freq=10)` keeps histograms of gradients
      and weights every ten batches, `wandb.log` the loss every 25. It points to a
      [chapter on tracking](https://www.learnpytorch.io/07_pytorch_experiment_tracking/) and to
      [debugging with gradients](https://wandb.ai/site/articles/debugging-neural-networks-with-pytorch-and-w-b-using-gradients-and-visualizations).
      Our lessons write files for TensorBoard:
      """)
    notebook.code(
      """
      swift run Lesson23 --events runs
      python3 -m venv venv && venv/bin/pip install tensorboard
      venv/bin/tensorboard --logdir runs
      """, language: "sh")
    notebook.text(
      """
      Under *Scalars*, `update ratio/layers.0.weight` and `zero share/layers.0.weight` are this lesson's numbers, a curve for
      each run. Under *Histograms*, `gradients/layers.0.weight` shows both networks of figure 4 as a peak at 0: the axis is
      linear, and little looks like nothing.
      """)
    notebook.shows("4.29", "4.30", "4.32")
    let dead = sweep.dead
    let late = dead.count { $0.zeros[Self.firstLog - 1] > Plan.deadly }
    func largest(_ run: Run) -> Double { run.ratios.prefix(Self.firstLog).map { $0[0] }.max() ?? .nan }
    let missed = Summary(of: dead.map { largest($0) / $0.ratios[Self.firstLog - 1][0] })
    notebook.text(
      """
      An entry every 25 batches may come too late: of the \(dead.count) runs that die, \(late) have more than three quarters
      zeros at the first, and the largest ratio until then is \(fixed(missed.median, 1)) times the one that is logged (median). Log the greatest since the last entry, too.
      """)
    notebook.claim(
      "23.7", "A log every 25 batches, as in note 4's code, shows a dying network before it is dead.",
      test: """
        does not hold if a third of the runs that are dead after \(Plan.steps) steps have more than three quarters zeros at step
        \(Self.firstLog), the first that is logged
        """,
      source: .folklore, rows: ["4.31"], verdict: .doesNotHold, when: !dead.isEmpty && 3 * late >= dead.count,
      measured: "\(late) of \(dead.count) were dead at the first entry", runs: dead.count)
    notebook.folded("How large the weights are, at the start and at the end") {
      let (best, fast) = (sweep[optimizer].all[0], sweep[optimizer, optimizer.rates[5]].all[0])
      notebook.table(
        columns: [
          "matrix", "weights", "He's √(2/n)", "at the start", "at the best rate", "at η = \(plain(optimizer.rates[5]))",
        ],
        rows: best.start.indices.map { layer in
          [
            "layers.\(layer).weight", grouped(best.start[layer].count),
            fixed(heDeviation(inputs: Plan.widths[layer]), 3),
          ] + [best.start, best.end, fast.end].map { fixed($0[layer].rootMeanSquare, 3) }
        },
        caption: """
          Root mean squares, first seed, \(grouped(Plan.longSteps)) steps of \(optimizer.name). Note 4's picture of a model's
          parameters is from the GPT-3 paper.
          """)
      notebook.shows("4.77")
    }
  }

  func tellOfFaintGradients(_ digits: Digits, in notebook: Notebook) async {
    let depths = [5, 10, 20]
    let trials = await Trials(depths, seeds: common.seeds(6), "sigmoids") { depth, seed in
      Faint(depth: depth, digits: digits, seed: seed)
    }
    let seeds = trials.seeds.count

    func moved(_ depth: Int, _ property: (Faint) -> Double) -> String {
      let median = Summary(of: trials[depth].all.map(property)).median
      return median == 0 ? "0" : significant(median, 2)
    }
    notebook.folded("Where gradients vanish: what Adam's ε does") {
      notebook.text(
        """
        Where the gradient vanishes, says note 1, the weights are almost unchanged; not by Adam (\(lesson(8))). In one epoch of
        Adam at \(plain(Faint.rates.adam)), the first matrix of networks of 5, 10 and 20 sigmoid layers moves by
        \(listed(depths.map { moved($0, \.adam) })) of its length (medians; by gradient descent at
        \(plain(Faint.rates.descent)), \(listed(depths.map { moved($0, \.descent) }))). The entries of its gradient are about
        \(listed(depths.map { moved($0, \.gradient) })). Adam's first step is η g/(|g| + ε) with ε = 10⁻⁸: what is far below ε
        stays. With ε = 10⁻³⁰ they move by \(listed(depths.map { moved($0, \.bare) })).
        """)
    }
    let (shallow, deep) = (trials[5], trials[20])
    let kept = Summary(of: shallow.all.map { $0.adam / $0.bare })
    let lost = Summary(of: deep.all.map { $0.adam / $0.bare })
    notebook.claim(
      "23.8", "Adam moves each weight by about η a step, however small its gradient is.",
      test: """
        how far W₁ moves in one epoch, beside the same with ε = 10⁻³⁰: with 5 sigmoid layers within 5 %, with 20 less than a
        thousandth, each in 5 of 6 seeds
        """,
      source: .folklore, rows: ["1.13"], verdict: .holdsIf("the gradients are well above ε"),
      when: 6 * shallow.count { abs($0.adam / $0.bare - 1) < 0.05 } >= 5 * seeds
        && 6 * deep.count { $0.adam < $0.bare / 1000 } >= 5 * seeds,
      measured: "\(percent(kept.median, 0)) of the way with 5 layers, \(significant(lost.median, 1)) with 20",
      runs: 2 * seeds)
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    func words(_ summary: Summary) -> String { "\(percent(summary.minimum, 0)) to \(percent(summary.maximum, 0))" }
    func summary(_ runs: Runs<Run>, _ property: (Run) -> Double) -> Summary { Summary(of: runs.all.map(property)) }
    try await exercise(
      "--optimizer adam --learning-rate 0.03",
      "Predict the first ratio from the formula, with 30 % zeros. Will units die of such a step?", in: notebook
    ) { lesson in
      let runs = await lesson.watch(digits)
      let predicted = firstAdamRatio(rate: lesson.learningRate, inputs: Plan.widths[0], zeroShare: 0.3)
      return """
        0.03 √(0.7 · 32) = \(fixed(predicted, 3)); measured \(fixed(runs.mean { $0.ratios[0][0] }, 3)). After \(lesson.epochs) epochs
        \(words(summary(runs, \.dead))) of the first units are dead and zeros are \(words(summary(runs) { $0.zeroShare() })), but the
        networks read \(fixed(runs.mean { $0.accuracy(lesson.steps) }, 1)) %.
        """
    }
    try await exercise(
      "--optimizer momentum --learning-rate 0.001 --epochs 60",
      "Predict from the figures: the ratio is below a thousandth all the time. Will 90 % of the digits be read?",
      in: notebook
    ) { lesson in
      let runs = await lesson.watch(digits)
      let ratio = runs.mean { $0.ratio(steps: lesson.steps) }
      return """
        \(grouped(lesson.steps)) steps at a ratio of \(significant(ratio, 2)) come at most
        \(fixed(farthest(ratio: ratio, steps: lesson.steps), 2)) of the length far. They came
        \(fixed(runs.mean { $0.distance(lesson.steps) }, 2)), and \(fixed(runs.mean { $0.accuracy(lesson.steps) }, 1)) % are read.
        """
    }
    try await exercise(
      "--learning-rate 0.7",
      "Cover the last column of the table. Which seeds would you give up?", in: notebook
    ) { lesson in
      let runs = await lesson.watch(digits)
      let seeds = lesson.common.seeds(runs.seedCount)
      let dead = runs.all.indices.filter { runs.all[$0].isDead(lesson.steps) }
      let alive = runs.all.filter { !$0.isDead(lesson.steps) }
      let worst = alive.map { $0.accuracy(lesson.steps) }.min() ?? .infinity
      let isBlurred = dead.contains { runs.all[$0].accuracy(lesson.steps) > worst }
      func reads(_ runs: [Run]) -> String {
        runs.isEmpty ? "none" : "\(Summary(of: runs.map { $0.accuracy(lesson.steps) }).range(1)) %"
      }
      return """
        \(dead.isEmpty ? "None" : listed(dead.map { "\(seeds[$0])" })): more than three quarters zeros. They read
        \(reads(dead.map { runs.all[$0] })), the others \(reads(alive))\(isBlurred ? ": three quarters is no sharp border" : "").
        """
    }
  }
}
