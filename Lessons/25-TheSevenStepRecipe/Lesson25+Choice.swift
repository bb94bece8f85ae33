import Datasets
import Descent
import Experiments
import Notebook

/// What the recipe's steps choose, and the exercises.
extension Lesson25 {
  func tellOfSteps(_ samples: Runs<SampleTest>, _ tunings: Runs<Tuning>, in notebook: Notebook) {
    let seeds = samples.seedCount
    let gap = Summary(of: samples.all.map { 100 * ($0.best.test - $0.winner.test) })
    notebook.section("Steps 2 to 5 as a choice")
    notebook.text(
      """
      The steps also choose. Step 2, says the note, settles architecture, optimizer, first weights and roughly the rate. We try
      \(SampleTest.settings.count) settings: seven rates, plain gradient descent or Adam, usual first weights or standard normal ones. Step 3: all data, a
      small weight decay λ, and of the rates 0.1, 0.01, 0.001 and 0.0001 the one whose loss is lowest after 93 steps, three
      epochs. Step 4: three rates around it times the decays 10⁻⁴, 10⁻⁵ and 0, five epochs each (the note's own remark on it
      breaks off). Step 5: the best three for 20 epochs. From step 3 on we train with momentum 0.9, mini-batches of 32 and a
      constant rate; the best has the fewest errors on the 300 validation digits.
      """)
    notebook.shows("3.32", "3.35", "3.39")
    notebook.claim(
      "25.4", "A small sample settles optimizer, first weights and roughly the rate.",
      test: """
        the condition is shown if over all settings the loss on 20 digits orders as the errors on new digits do, with a rank
        correlation of at least 0.5 in 8 of 10 seeds, while the winner reads at least a point less of the test digits than the
        setting with the best validation, in the median
        """,
      source: .note(3, "Step 2: Overfit a small sample"), rows: ["3.33"],
      verdict: .holdsIf("to settle means to rule out the bad settings, not to take the best"),
      when: 10 * samples.count { $0.agreement >= 0.5 } >= 8 * seeds && gap.median >= 1,
      measured:
        "rank correlation \(samples.agreement.range(2)); the winner on 20 digits reads \(fixed(gap.median, 1)) points less than the best",
      detail:
        "Adam at 0.1 wins in \(samples.count { $0.winner.setting.rule == .adam && $0.winner.setting.rate == 0.1 })",
      runs: seeds)
    func behind(_ rate: Double) -> Int {
      tunings.count { $0[rate].earlyLoss > 0.75 * .log(10) && $0[0.1].test - $0[rate].test >= 0.03 }
    }
    let late = Summary(of: tunings.all.map { 100 * ($0[0.1].test - $0.late) })
    notebook.claim(
      "25.5", "Step 3 rules out unusable rates.",
      test: """
        the condition is shown if after 93 steps the rates 0.001 and 0.0001 still have more than three quarters of ln 10, and
        after 40 epochs they read at least 3 points less than 0.1, in 8 of 10 seeds, while after 400 epochs 0.001 reads
        at most 2 points less on average
        """,
      source: .note(3, "Step 3: Tune the learning rate"), rows: ["3.34", "3.35", "3.36"],
      verdict: .holdsIf("the budget is short: a low rate is slow, not useless"),
      when: [0.001, 0.0001].allSatisfy { 10 * behind($0) >= 8 * seeds } && late.mean <= 2,
      measured: """
        0.001 reads \(fixed(Summary(of: tunings.all.map { 100 * ($0[0.1].test - $0[0.001].test) }).mean, 1))
        points less after 40 epochs, \(fixed(late.mean, 1)) after 400
        """,
      detail: "0.0001 reads \(percent(Summary(of: tunings.all.map { $0[0.0001].test }).mean, 0)) after 40",
      runs: seeds)
    let regrets = Summary(of: tunings.all.map { 100 * $0.regret })
    notebook.claim(
      "25.6", "Five epochs are enough to rank learning rates.",
      test: """
        seven rates from 0.3 to 0.0001: the rank correlation of the validation loss after 5 and after 40 epochs is at least 0.7 in
        the median, and the leader after 5 reads at most 1 point less of the test digits at the end than the best, on average
        """,
      source: .note(3, "Step 4: Coarse grid"), rows: ["3.37"], verdict: .holds,
      when: tunings.agreement.median >= 0.7 && regrets.mean <= 1,
      measured: "the early leader ends \(fixed(regrets.mean, 1)) points below the best",
      detail: "rank correlation \(fixed(tunings.agreement.median, 2)) in the median, \(tunings.agreement.range(2))",
      runs: seeds)
    let ends = Tuning.decays.indices.map { index in Summary(of: tunings.all.map { $0.decayed[index].accuracy }).mean }
    notebook.text(
      """
      The three decays hardly differ: after 40 epochs \(listed(ends.map { percent($0) })) of the validation digits are read.
      """)
    notebook.shows("3.38", "2.28")
  }

  func tellOfCosts(_ tunings: Runs<Tuning>, in notebook: Notebook) {
    let cosine = Summary(of: tunings.all.map { 100 * ($0.cosine - $0.stepThree) })
    let grid = Summary(of: tunings.all.map { 100 * ($0.grid - $0.stepThree) })
    let beyond = Summary(of: tunings.all.map { 100 * ($0[0.3].test - $0[0.1].test) })
    let found = tunings.count { $0.decayed[0].setting.rate == 0.1 }
    notebook.section("What the recipe costs")
    notebook.text(
      """
      Step 3 finds 0.1, the largest of the note's rates, in \(found) of \(tunings.seedCount) seeds; 0.3, beyond them, differs from it
      by \(signed(beyond.mean)) points after 40 epochs. Steps 3 to 5 spend \(Tuning.recipeCost) epochs. All 4 × 3 settings for 40 epochs spend \(Tuning.gridCost). And step 3
      alone, followed by 40 epochs at its rate with λ = 10⁻⁴, spends \(Tuning.stepThreeCost).
      """)
    notebook.figure(
      costFigure(tunings),
      caption:
        "Large, means of \(tunings.seedCount) seeds; small, each seed. Dashed, what no search can know: the best on the test."
    )
    notebook.shows("3.40")
    let gain = Summary(of: tunings.all.map { 100 * ($0.recipe - $0.stepThree) })
    notebook.claim(
      "25.7", "Steps 4 and 5 earn half a point over 40 epochs at the rate of step 3.",
      test: "does not hold if the recipe reads on average less than half a point more of the test digits",
      source: .ours, rows: ["3.40"], verdict: .doesNotHold, when: gain.mean < 0.5,
      measured: "\(signed(gain.mean)) ± \(fixed(gain.standardDeviation, 1)) points",
      detail: "the recipe \(percent(tunings.recipe.mean)), step 3 alone \(percent(tunings.stepThree.mean))",
      revised:
        "it counted the seeds in which step 3 alone reads as much, which a few tenths of a point decide by chance",
      runs: tunings.seedCount)
    notebook.text(
      """
      The recipe's last model has 20 epochs, not 40; the full grid has 40, and differs by \(signed(grid.mean)) points from step 3
      alone. A cosine to 0 over the same 40 epochs, one of the tricks for vision networks that note 4 cites, makes
      \(signed(cosine.mean)) ± \(fixed(cosine.standardDeviation, 1)) points here. Step 6 looks at the curves (\(lesson(22))), and step 7 uses the validation digits up (\(lesson(13))).
      """)
    notebook.shows("4.57")
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    func rings(_ runs: Runs<Checkup>) -> String {
      let steps = Alarm.allCases.map { alarm in "step \(alarm.rawValue) in \(runs.count { $0.rings(alarm) })" }
      return "Of \(runs.seedCount) seeds it is heard by \(listed(steps))"
    }
    try await exercise(
      "--bug batch-softmax --batch 10", "Predict: which alarm falls silent, and which still ring?", in: notebook
    ) { lesson in
      let runs = await lesson.checkups(digits, [lesson.bug])[lesson.bug]
      return """
        The first: with as many samples as classes ln B is ln C, and the loss starts at \(fixed(runs.firstLoss.mean, 2)).
        \(rings(runs)).
        """
    }
    try await exercise(
      "--bug uncleared --batch 200",
      "Gradients that are never cleared add up: which optimizer does so, in a limit? Predict which alarms hear it now.",
      in: notebook
    ) { lesson in
      let runs = await lesson.checkups(digits, [lesson.bug])[lesson.bug]
      return """
        Momentum, with β = 1: a ball without friction. \(rings(runs)), and \(percent(runs.accuracy.median, 0)) of the
        new digits are read. With a fifth of the data in a batch the ground
        hardly shakes, and the ball rolls out to where the loss is low and flat; small batches shake it, and nothing damps that.
        """
    }
    try await exercise(
      "--bug pixels --last-layer zero",
      "Predict: what is the first loss now, and does the alarm of step 1 still hear the pixels?", in: notebook
    ) { lesson in
      let runs = await lesson.checkups(digits, [lesson.bug])[lesson.bug]
      return """
        \(fixed(runs.firstLoss.mean, 3)), as it should be: zeros times anything are 0. Step 1 rings in
        \(runs.count { $0.rings(.firstLoss) }) of \(runs.seedCount) seeds, step 2 in \(runs.count { $0.rings(.smallSample) }). A last
        layer of zeros makes the first loss exact and deaf to all that comes before it.
        """
    }
  }
}
