import Datasets
import Experiments
import Notebook

/// Real data: the curves, the rising loss, and how long to wait.
extension Lesson13 {
  /// The task of a seed: 200 digits train, 900 are tested.
  func task(_ digits: Digits, _ labels: Labels, seed: UInt64) -> DigitsTask {
    DigitsTask(
      digits, training: 200, validation: validation, test: 900, labelNoise: labels == .right ? 0 : noise, seed: seed)
  }

  func train(_ labels: [Labels], on digits: Digits, seeds: Int = 20) async -> Trials<Labels, Run> {
    await Trials(labels, seeds: common.seeds(seeds), "digits") { Run(task(digits, $0, seed: $1)) }
  }

  func tellOfDigits(_ trials: Trials<Labels, Run>, in notebook: Notebook) {
    let (right, wrong) = (trials[.right], trials[.partlyWrong])
    let seeds = trials.seeds.count
    notebook.section("Digits, right and wrong")
    notebook.text(
      """
      Train 64-32-10 on 200 digits (momentum, learning rate 0.1, mini-batches of 32) for \(Run.epochs) epochs of six steps: once
      with right labels, once with \(wrongShare) of them wrong. \(validation) validation digits and 900 test digits have right
      labels. Note 3 wants two plots watched, loss and accuracy:
      """)
    let onlyTheLossTurns = rise(right) > 0.05 && abs(right.gain.mean) < 1 && wrong.gain.mean > 5
    notebook.figure(
      curvesFigure(trials, wrong: "\(wrongShare) wrong", onlyTheLossTurns: onlyTheLossTurns),
      caption: """
        Means of \(seeds) seeds, bands from least to greatest; losses in units of the lowest mean validation loss. Diamond:
        the median kept epoch.
        """)
    notebook.shows("1.58", "3.19", "3.46")
    let byHeart = Summary(of: wrong.all.map { 100 * ($0.curves.training.last?.accuracy ?? .nan) })
    notebook.text(
      """
      **Wrong labels.** Training accuracy up, validation accuracy down is what note 3 calls overfitting. In the end
      \(fixed(byHeart.mean, 0)) % of the training labels are known by heart, right or wrong. The kept weights read
      \(fixed(wrong.keptAccuracy.mean, 1)) % of the test digits, the last ones \(fixed(wrong.lastAccuracy.mean, 1)) %.

      **Right labels.** Kept \(fixed(right.keptAccuracy.mean, 1)) %, last \(fixed(right.lastAccuracy.mean, 1)) %, although the mean
      validation loss ends \(fixed(100 * rise(right), 0)) % above its lowest. The decisions are no worse, but surer, the wrong ones too,
      and the loss punishes sure errors. Divide all logits by one number T, the **temperature**
      ([Guo and others](https://arxiv.org/abs/1706.04599)), chosen on the validation digits: no decision changes, only confidence. The
      last test loss goes from \(fixed(right.lastLoss.mean, 3)) to \(fixed(right.scaledLoss.mean, 3)); the kept weights have
      \(fixed(right.keptLoss.mean, 3)).
      """)
    notebook.claim(
      "13.2", "When training and validation loss part, keep a checkpoint and stop.",
      test: """
        within \(Run.epochs) epochs: the kept weights read at least 5 points more test digits than the last ones in 18 of 20 seeds; the
        condition is shown if with right labels they read less than 1 point more on average
        """,
      source: .note(1, "Overfitting"), rows: ["1.56", "1.57"], verdict: .holdsIf("labels are wrong"),
      when: 10 * wrong.count { $0.gain >= 5 } >= 9 * seeds && right.gain.mean < 1,
      measured: "\(withSpread(wrong.gain)) points; right labels \(withSpread(right.gain))",
      detail: "from seed to seed \(wrong.gain.range(1)) and \(right.gain.range(1)) points", runs: 2 * seeds)
    notebook.claim(
      "13.3", "Where the validation loss rises, the network makes more errors.",
      test: """
        right labels, within \(Run.epochs) epochs: does not hold if the mean validation loss ends at least 5 % above its lowest, and the
        mean test accuracy less than 1 point below that of the best epoch
        """, source: .folklore, verdict: .doesNotHold,
      when: rise(right) >= 0.05 && right.gain.mean < 1,
      measured: "loss \(fixed(100 * rise(right), 0)) % up, accuracy \(withSpread(right.gain, -1)) points",
      revised: "it took 60 epochs and each run's own lowest loss; most of that rise was jitter", runs: seeds)
    func helped(_ runs: Runs<Run>) -> Int { runs.count { $0.scaledLoss < $0.kept.loss } }
    notebook.claim(
      "13.4",
      "Where labels are right the rise is overconfidence: one temperature takes it away. Where they are wrong it does not.",
      test:
        "last test loss with T below that of the kept weights: with right labels in more than half of 20 seeds, with wrong ones in fewer",
      source: .ours, verdict: .holds, when: 2 * helped(right) > seeds && 2 * helped(wrong) < seeds,
      measured: "\(helped(right)) and \(helped(wrong)) of \(seeds) seeds",
      detail: """
        T is \(fixed(right.temperature.median, 1)) and \(fixed(wrong.temperature.median, 1)) (medians); with wrong labels the loss goes
        from \(fixed(wrong.lastLoss.mean, 2)) to \(fixed(wrong.scaledLoss.mean, 2)), the kept weights have \(fixed(wrong.keptLoss.mean, 2))
        """, revised: "it asked for 7 of 10 seeds and at most 3; from another first seed there were 6", runs: 2 * seeds)
  }

  func tellOfPatience(_ runs: Runs<Run>, in notebook: Notebook) {
    let seeds = runs.all.count
    func mean(_ waiting: Waiting, _ patience: Int) -> Double { waiting.accuracy(runs, patience: patience).mean }
    let stop = Summary(of: runs.all.map { Double(Stop($0.losses, patience: patience).last + 1) })
    notebook.section("How long to wait")
    notebook.text(
      """
      Note 3 stops when the validation accuracy falls. But its first fall is mostly chance: better wait for a second and a third.
      More patience costs time and, with a checkpoint, nothing else; by loss a patience of \(patience) runs
      \(fixed(stop.mean, 0)) of the \(Run.epochs) epochs. Without a checkpoint one is left with weights as many epochs past the best.
      ([Keras](https://keras.io/api/callbacks/early_stopping/) does not go back by default.)
      """)
    let isFlat =
      abs(mean(.keptByLoss, 3) - mean(.keptByLoss, Run.epochs)) < 2
      && mean(.lastByLoss, 3) > mean(.lastByLoss, Run.epochs) + 5
    notebook.figure(
      patienceFigure(runs, isFlat: isFlat),
      caption: """
        \(wrongShare) wrong labels; means of \(seeds) seeds, two with bands from least to greatest. Last: without going back,
        by loss.
        """)
    let (hasty, patient, whole) = (
      mean(.keptByAccuracy, 1), mean(.keptByAccuracy, 3), mean(.keptByAccuracy, Run.epochs)
    )
    notebook.claim(
      "13.5", "Stop when the validation accuracy falls.",
      test: """
        wrong labels, kept weights, on average: at the first epoch without improvement they read at least 2 points less than the best
        of all \(Run.epochs) epochs; the condition is shown if with a patience of 3 they come within 2 points
        """,
      source: .note(3, "Sidenote: Early Stopping"), rows: ["3.20"], verdict: .holdsIf("one waits for a few epochs"),
      when: hasty <= whole - 2 && patient >= whole - 2,
      measured: "\(fixed(hasty, 1)) % at the first, \(fixed(patient, 1)) % with a patience of 3",
      detail: """
        best of all epochs \(fixed(whole, 1)) %; if a tie is no fall, \(fixed(runs.accuracyBeforeFall.mean, 1)) % at the first
        """,
      revised: "it asked for 3 points in 10 seeds; from another first seed there were fewer", runs: seeds)
    let lost = runs.all.map {
      Waiting.keptByLoss.accuracy($0, patience: patience) - Waiting.lastByLoss.accuracy($0, patience: patience)
    }
    notebook.claim(
      "13.6", "Where labels are wrong it is enough to stop; one need not go back.",
      test: """
        patience \(patience), by loss: does not hold if the last weights read at least 3 points less than the kept ones in
        18 of 20 seeds
        """, source: .folklore, verdict: .doesNotHold,
      when: 10 * lost.count { $0 >= 3 } >= 9 * seeds, measured: "\(fixed(Summary(of: lost).mean, 1)) points less",
      detail: "\(Summary(of: lost).range(1)) from seed to seed", runs: seeds)
  }

  /// The knob in words: "30 %".
  var wrongShare: String { "\(plain(100 * noise)) %" }

  /// A difference with its sign and its spread, "+1.2 ± 0.3"; −1 turns it round.
  func withSpread(_ summary: Summary, _ sign: Double = 1) -> String {
    "\(signed(sign * summary.mean)) ± \(fixed(summary.standardDeviation, 1))"
  }
}
