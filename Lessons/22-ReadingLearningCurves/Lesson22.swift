import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 22 · Reading learning curves
///
/// Curves name an illness; only its cure proves the name.
@main struct Lesson22: Lesson {
  static let card = LessonCard.number(22)
  @OptionGroup var common: CommonOptions
  @Option("Learning rate of a ninth patient", .from(1e-5...10)) var learningRate = 0.1
  @Option("Its weight decay λ", .from(0...1)) var decay = 0.0
  @Option("Its epochs", .from(5...200)) var epochs = 40

  var ninth: Plan { Plan(rate: learningRate, decay: decay, epochs: epochs) }

  func write(in notebook: Notebook) async throws {
    tellOfNumbers(in: notebook)
    let digits = try Digits.load()
    let trials = await patients(digits)
    tellOfPatients(trials, in: notebook)
    tellOfTheSpread(trials, in: notebook)
    await tellOfTheClock(digits, in: notebook)
    tellOfTheCures(trials, in: notebook)
    await tellOfANinth(digits, in: notebook)
    await tellOfTheGap(trials, in: notebook)
    await tellOfTheFinder(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Draw the loss over the whole training part; mini-batch losses rise and fall by chance.",
      "If the cure does not help, the name was wrong.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      The shape of the curves gives an illness a name and so a cure to try; only the cure proves the name. They cannot tell a
      rate too low from a training too short, and a small gap between training and validation says nothing by itself.
      """)
  }

  /// All patients, treated and untreated, and those that train on for longer.
  func patients(_ digits: Digits) async -> Trials<Plan, Run> {
    let plans = Patient.allCases.flatMap { [$0.plan, $0.plan.treated(for: $0.diagnosis)] }
    let others = [Self.longer, Self.underfittedLonger, Self.jagged, Self.jagged.treated(for: .tooHigh)]
    return await Trials(plans + others, seeds: seeds) { plan, seed in Run(plan, on: digits, seed: seed) }
  }

  var seeds: [UInt64] { common.seeds(10) }

  /// The patient that was stopped too soon and the underfitted one, each given eight times the epochs.
  static let longer = Patient.tooShort.plan.with { $0.epochs *= 8 }
  static let underfittedLonger = Patient.underfitted.plan.with { $0.epochs *= 8 }
  /// The healthy run with its rate held constant.
  static let jagged = Patient.healthy.plan.with { $0.course = .constant }
}

// MARK: - Names

extension Lesson22 {
  private func tellOfNumbers(in notebook: Notebook) {
    notebook.section("Two curves on paper")
    func fall(_ a: Double, _ b: Double) -> Double { 1 - b / a }
    notebook.text(
      """
      Two runs of four epochs, with the loss before the first and after each:

      A: 2.3, 1.0, 0.95, 0.94, 0.935 and B: 2.3, 1.5, 1.0, 0.7, 0.5.

      “It falls fast at first, then no more”, says the eye of A, for which note 3 blames a rate too high (\(lesson(5))). But most good
      runs look like that. Numbers say more: in A the epochs take
      \(percent(fall(2.3, 1))), \(percent(fall(1, 0.95))), \(percent(fall(0.95, 0.94))) and \(percent(fall(0.94, 0.935))) of the loss
      that is left. Call the fall of an epoch divided by the largest change in the next three a **kink**:
      """)
    notebook.equation(
      latex:
        #"f_e = 1 - \frac{L_{e+1}}{L_e}, \qquad \mathrm{kink}_e = \frac{f_e}{\max(|f_{e+1}|, |f_{e+2}|, |f_{e+3}|)}"#,
      plain: "fₑ = 1 − Lₑ₊₁/Lₑ,   kinkₑ = fₑ / max(|fₑ₊₁|, |fₑ₊₂|, |fₑ₊₃|)")
    notebook.text(
      """
      A begins with 0.565 / 0.05 = \(fixed(fall(2.3, 1) / fall(1, 0.95), 1)), B with 0.348 / 0.333 = 1.0. A loss that stops
      so abruptly while still high was probably stopped: the learning rate was lowered too early. B was still falling by \(percent(fall(0.7, 0.5), 0)) an epoch
      when its time was up.
      """)
  }

  private func tellOfPatients(_ trials: Trials<Plan, Run>, in notebook: Notebook) {
    let count = trials.seeds.count
    notebook.section("Eight patients")
    notebook.text(
      """
      Note 3 reads such pictures by eye. Can a program? A network with 32 hidden units learns 800 digits by momentum (0.9) in
      mini-batches of 32, once healthy and seven times spoilt on purpose. The program sees the losses and accuracies on these and
      on 500 validation digits after each epoch, not how the run was spoilt.
      """)
    notebook.figure(
      patientsFigure(trials),
      caption: """
        Orange, training loss, shaded the mini-batches' mean ± standard deviation; blue, validation loss. Above: healthy (rate 0.05
        along a cosine to 0), rate 0.0003, 5 epochs only, rate 0.42. Below: rate 1.5, decay after 2 epochs, 200 digits with 30 % wrong labels, weight decay 0.05.
        """, cover: true)
    notebook.shows("3.01", "3.41", "3.43", "3.44")
    notebook.text(
      """
      The first rule that fits decides; where none does, the run is healthy. *Rises* are the share of epochs in which the loss
      rises, *rough* is its mean change per epoch divided by its mean, both over the second half; the *late fall* is the share of the
      loss that the last fifth of the epochs took away; the kink is the largest of the first half after a fall of more than a tenth.
      """)
    let rules: [(Diagnosis, String)] = [
      (.diverging, "not finite; or loss > 0.85 ln 10 and rises ≥ 0.3"),
      (.decayedTooEarly, "kink > 5 and loss > 0.3"),
      (.overfitted, "validation loss 10 % above its lowest, accuracy 2 points below its highest, gap > 10 points"),
      (.tooHigh, "rises ≥ 0.25, and rough ≥ 0.05 or accuracy 8 points below its highest"),
      (.unfinished, "late fall > 0.03, rises < 0.1 and loss > 0.1"),
      (.underfitted, "training accuracy < 95 % and gap < 6 points"),
    ]
    notebook.table(
      columns: ["it says", "if", "so try", "validation digits read"],
      rows: rules.map { diagnosis, rule in
        let changes = Patient.allCases.filter { $0.diagnosis == diagnosis }.map { patient in
          let (before, after) = (trials[patient.plan], trials[patient.plan.treated(for: diagnosis)])
          return "\(fixed(before.validation.mean, 0)) → \(fixed(after.validation.mean, 0)) %"
        }
        return [diagnosis.rawValue, rule, diagnosis.treatment, changes.joined(separator: ", ")]
      },
      caption: """
        Means of \(count) seeds, before → after; unfinished: the low rate and the short training. ln 10 is the loss of guessing.
        """)
    let named = Patient.allCases.map { patient in
      (patient, trials[patient.plan].count { $0.diagnosis == patient.diagnosis })
    }
    let right = named.reduce(0) { $0 + $1.1 }
    let all = count * named.count
    let missed = named.filter { $0.1 < count }.map { "\($0.0.rawValue) \($0.1) of \(count)" }
    notebook.claim(
      "22.1", "Six rules can name what ails each of these patients from the curves alone.",
      test: """
        95 % of the runs of the eight patients get the right name, and each patient in 7 of 10 seeds; thresholds set on other runs of these
        """, source: .ours, verdict: .holds,
      when: 20 * right >= 19 * all && named.allSatisfy { 10 * $0.1 >= 7 * count }, measured: "\(right) of \(all) runs",
      detail: missed.isEmpty ? nil : listed(missed), revised: "it asked for 8 of 10 seeds of each patient", runs: all)
  }

  private func tellOfTheSpread(_ trials: Trials<Plan, Run>, in notebook: Notebook) {
    let (low, wild) = (trials[Patient.tooLow.plan], trials[Patient.diverging.plan])
    notebook.text(
      """
      The note also advises to plot the mean training loss *and its variance*. A mini-batch's loss differs from the next one's
      for two reasons: other digits, and weights that have moved. A low rate leaves only the first.
      """)
    let apart = abs(low.firstMean.median - wild.firstMean.median)
    let wider = trials.count(Patient.diverging.plan, Patient.tooLow.plan) { $0.firstSpread >= 2 * $1.firstSpread }
    notebook.claim(
      "22.2",
      "After one epoch the spread of the losses mostly tells a diverging run from a slow one, which their mean does not.",
      test: """
        first epoch, rates 1.5 and 0.0003: the seeds' medians of the mean loss are less than 0.5 apart, and the standard deviation
        by the mean is at least twice as large at 1.5 in 8 of 10 seeds
        """, source: .ours, rows: ["3.18"], verdict: .holds,
      when: apart < 0.5 && 10 * wider >= 8 * trials.seeds.count,
      measured:
        "spread \(percent(wild.firstSpread.median, 0)) against \(percent(low.firstSpread.median, 0)) of the mean",
      detail: """
        median mean losses \(fixed(wild.firstMean.median, 2)) and \(fixed(low.firstMean.median, 2)); twice as large in \(wider) seeds
        """,
      revised: "it took means, which one spike decides, and asked for 9 of 10 seeds", runs: trials.seeds.count)
  }

  private func tellOfTheClock(_ digits: Digits, in notebook: Notebook) async {
    let (slowPlan, fastPlan) = (Plan(rate: 0.0003, epochs: 100), Plan(rate: 0.003, epochs: 10))
    let trials = await Trials([slowPlan, fastPlan], seeds: seeds, "clocks") { Run($0, on: digits, seed: $1) }
    let (slow, fast) = (trials[slowPlan], trials[fastPlan])
    /// The largest difference at equal products of rate and epoch, `lost` epochs at the start left out of both.
    func apart(_ slow: [Double], _ fast: [Double], lost: Double = 0) -> Double {
      (1...10).map { abs(between(slow, at: 10 * (Double($0) - lost) + lost) - fast[$0]) }.max() ?? .nan
    }
    let onAverage = apart(slow.losses.mean, fast.losses.mean)
    let atMost = seeds.indices.map { apart(slow.all[$0].losses, fast.all[$0].losses) }.max() ?? .nan
    let lost = lostSteps(momentum: 0.9) / Double(fastPlan.stepsPerEpoch)
    let unexplained = apart(slow.losses.mean, fast.losses.mean, lost: lost)
    notebook.section("What no curve can tell")
    notebook.text(
      """
      For “falls too slowly” the note blames a low rate, for “still rises at the end” too few epochs. Our program calls both
      unfinished, and it must. With small steps η the weights follow the downhill flow of the loss, and how far t steps bring
      them depends on η t alone: halve the rate, and the same film runs at half the speed. (Momentum's start loses
      β/(1 − β) = 9 steps at any rate.) “Don't start too low”, note 4
      advises.
      """)
    notebook.figure(
      clockFigure(slow, fast, rates: (slowPlan.rate, fastPlan.rate)),
      caption: "The rate 0.0003 for 100 epochs and 0.003 for 10: mean, least and greatest of \(seeds.count) seeds.")
    notebook.shows("4.35")
    notebook.claim(
      "22.3",
      "A rate too low and too few epochs give one curve: as long as rates are small, only rate × epochs counts.",
      test: """
        0.0003 for 100 epochs against 0.003 for 10: at each equal product the mean losses differ by at most 0.1, and a seed's by at
        most 0.2
        """, source: .ours, rows: ["3.42", "3.45"], verdict: .holds,
      when: onAverage <= 0.1 && atMost <= 0.2, measured: "\(fixed(onAverage, 3)) apart at most, on average",
      detail: """
        a single seed's at most \(fixed(atMost, 3)), while they fall from \(fixed(fast.losses.mean[0], 2)) to
        \(fixed(fast.losses.mean[10], 2)); without the lost steps at most \(fixed(unexplained, 3)) on average
        """, runs: seeds.count)
  }
}
