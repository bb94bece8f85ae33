import Datasets
import Descent
import Experiments
import Notebook

/// Whether a name is right, what a gap says, and a rate that is found before.
extension Lesson22 {
  func tellOfTheCures(_ trials: Trials<Plan, Run>, in notebook: Notebook) {
    let count = trials.seeds.count
    notebook.section("The cure is the proof")
    notebook.text(
      "A name is a guess at a cause. Change that, nothing else, and measure again, as in the table's last column.")
    func better(_ patient: Patient) -> Int {
      trials.count(patient.plan.treated(for: patient.diagnosis), patient.plan) { $0.validation > $1.validation }
    }
    let ill = Patient.allCases.filter { $0 != .healthy }
    let healthy = trials.difference(Patient.healthy.plan.treated(for: .healthy), Patient.healthy.plan) { $0.validation }
    let gains = ill.map { patient in
      trials.difference(patient.plan.treated(for: patient.diagnosis), patient.plan) { $0.validation }.mean
    }
    notebook.claim(
      "22.4", "What its name asks for helps each patient; twice the epochs do not help the healthy run.",
      test: """
        each treatment raises the validation accuracy in 8 of 10 seeds and by 3 points on average; twice the epochs change the
        healthy run's by less than 1 point on average
        """, source: .ours, rows: ["3.46"], verdict: .holds,
      when: ill.allSatisfy { 5 * better($0) >= 4 * count } && gains.allSatisfy { $0 >= 3 } && abs(healthy.mean) < 1,
      measured:
        "+\(fixed(gains.min() ?? .nan, 0)) to +\(fixed(gains.max() ?? .nan, 0)) points; healthy \(signed(healthy.mean))",
      detail: "the least reliable cure helps in \(ill.map(better).min() ?? 0) of \(count) seeds",
      revised: "it asked for 9 of 10 seeds",
      runs: ill.count * count)
    let calmed = Self.jagged.treated(for: .tooHigh)
    let alarms = trials[Self.jagged].count { $0.diagnosis == .tooHigh }
    let high = trials.difference(Patient.tooHigh.plan.treated(for: .tooHigh), Patient.tooHigh.plan) { $0.validation }
    let slower = trials.difference(calmed, Self.jagged) { $0.validation }
    let cosine = trials.difference(Patient.healthy.plan, Self.jagged) { $0.validation }
    notebook.claim(
      "22.5", "A loss that jumps up and down has too high a rate.",
      test: """
        a tenth of the rate raises the validation accuracy by 3 points on average at 0.42, but at a constant 0.05, where the rules
        say “rate too high” in 2 of 10 seeds or more, neither that nor a cosine raises it by 1 point
        """, source: .folklore, verdict: .holdsIf("the validation accuracy suffers, too"),
      when: high.mean >= 3 && slower.mean < 1 && cosine.mean < 1 && 10 * alarms >= 2 * count,
      measured: "a tenth of the rate brings \(signed(high.mean)) points at 0.42, \(signed(slower.mean)) at 0.05",
      detail: """
        at 0.05 the rules raise the alarm in \(alarms) of \(count) seeds; a cosine calms the curve and brings
        \(signed(cosine.mean)) points: the loss is too small for its jumps to matter
        """,
      revised: "it asked this of a constant 0.1, where alarms are rarer",
      runs: 2 * count)
  }

  func tellOfANinth(_ digits: Digits, in notebook: Notebook) async {
    let examined = await examine(digits)
    notebook.text(
      """
      The rules were made for these eight. A ninth patient, yours: rate \(plain(learningRate)), constant, weight decay \(plain(decay)), \(epochs) epochs. In
      \(examined.votes) of \(seeds.count) seeds the rules say “\(examined.diagnosis.rawValue)”. It reads
      \(fixed(examined.before.validation.mean, 1)) % of the validation digits; with the
      treatment for that (\(examined.diagnosis.treatment)), \(fixed(examined.after.validation.mean, 1)) %.
      \(examined.isRefuted ? "That is no proof of the name." : "")
      """)
  }

  /// What the rules say of the ninth patient most often, and what the treatment for that brings.
  struct Examination {
    let diagnosis: Diagnosis
    let votes: Int
    let before, after: Runs<Run>

    var gain: Double { after.validation.mean - before.validation.mean }
    /// Whether an illness was named whose treatment brings less than claim 22.4 asks for.
    var isRefuted: Bool { diagnosis != .healthy && gain < 3 }
  }

  func examine(_ digits: Digits) async -> Examination {
    let plan = ninth
    let before = await Runs(seeds: seeds, "ninth") { Run(plan, on: digits, seed: $0) }
    let votes = Diagnosis.allCases.map { name in before.count { $0.diagnosis == name } }
    let winner = votes.indices.max { votes[$0] < votes[$1] } ?? 0
    let diagnosis = Diagnosis.allCases[winner]
    let after = await Runs(seeds: seeds, "treated") { Run(plan.treated(for: diagnosis), on: digits, seed: $0) }
    return Examination(diagnosis: diagnosis, votes: votes[winner], before: before, after: after)
  }

  func tellOfTheGap(_ trials: Trials<Plan, Run>, in notebook: Notebook) async {
    let count = trials.seeds.count
    let fits = await Trials(Fit.inputs, seeds: seeds, "least squares") { Fit(inputs: $0, seed: $1) }
    notebook.section("The gap")
    notebook.text(
      """
      Too small a gap between the two accuracies, says the note, is underfitting; some gap is natural, for which it knows no good
      theory. For least squares there is one. Fit d numbers to n targets with noise of variance σ²: the fit takes up d of the n
      directions of the noise, and on the same inputs with new noise that part is wrong once more (new inputs cost more still):
      """)
    notebook.equation(
      latex: #"""
        E_\mathrm{train} = \sigma^2 \left(1 - \frac dn\right), \qquad
        E_\mathrm{new} = \sigma^2 \left(1 + \frac dn\right), \qquad \mathrm{gap} = 2 \sigma^2 \frac dn
        """#,
      plain: "E_train = σ² (1 − d/n),   E_new = σ² (1 + d/n),   gap = 2 σ² d/n")
    notebook.text(
      """
      With 20 inputs and 100 samples: 0.8 and 1.2. So a gap is small where data are many, noise is low, the model is small or has
      hardly been trained, and only the last two can be an illness.
      """)
    notebook.figure(
      gapFigure(trials, fits, longer: Self.longer, underfittedLonger: Self.underfittedLonger),
      caption: """
        Left, each run of three patients, and of two with eight times the epochs. Right, means of \(grouped(300 * seeds.count)) draws with \(Fit.samples) samples; dashed, the
        equations.
        """)
    let errors = Fit.inputs.map { d in
      let theory = leastSquaresErrors(inputs: d, samples: Fit.samples)
      return abs(fits[d].gap.mean / (theory.fresh - theory.training) - 1)
    }
    notebook.claim(
      "22.6", "There is a natural gap between training and validation.",
      test: """
        least squares: at each d/n from 0.1 to 0.8 the mean gap is within 10 % of 2σ²d/n; digits: the healthy run's gap is positive in
        9 of 10 seeds
        """, source: .note(3, "Step 6: Look at learning curves"), rows: ["3.48"], verdict: .holds,
      when: errors.allSatisfy { $0 <= 0.1 } && 10 * trials[Patient.healthy.plan].count { $0.gap > 0 } >= 9 * count,
      measured: "least squares: within \(percent(errors.max() ?? .nan)) of theory",
      detail: "the healthy run's gap: \(trials[Patient.healthy.plan].gap.plusMinus(1)) points", runs: seeds.count)
    let (short, under) = (Patient.tooShort.plan, Patient.underfitted.plan)
    let onward = trials.difference(Self.longer, short) { $0.validation }
    let inVain = trials.difference(Self.underfittedLonger, under) { $0.validation }
    let lessDecay = trials.difference(under.treated(for: .underfitted), under) { $0.validation }
    let apart = abs(trials[short].gap.mean - trials[under].gap.mean)
    notebook.claim(
      "22.7", "If both accuracies rise and the gap between them is too small, the model underfits.",
      test: """
        stopped too soon and underfitted: mean gaps within 2 points; eight times the epochs bring the first 5 points on average and
        some in 9 of 10 seeds, and the second at most half of what less decay does, which is 3 points or more
        """,
      source: .note(
        3, "Step 6: Look at learning curves",
        corrected: Correction(
          "C64", .imprecise,
          "Only where longer training hardly helps; a run that is stopped too soon has the same gap.")),
      rows: ["3.47"], verdict: .holdsIf("longer training hardly helps"),
      when: apart <= 2 && onward.mean >= 5
        && 10 * trials.count(Self.longer, short) { $0.validation > $1.validation } >= 9 * count
        && 2 * inVain.mean <= lessDecay.mean && lessDecay.mean >= 3,
      measured: """
        gaps \(fixed(trials[short].gap.mean, 1)) and \(fixed(trials[under].gap.mean, 1)) points; more epochs bring
        \(signed(onward.mean)) and \(signed(inVain.mean))
        """,
      detail: "less weight decay \(signed(lessDecay.mean)) points to the underfitted one",
      revised: "it asked for 5 points in 9 of 10 seeds, and for less than 1 point from twice the epochs",
      runs: 2 * count)
  }

  func tellOfTheFinder(_ digits: Digits, in notebook: Notebook) async {
    let plan = Patient.healthy.plan
    let searches = await Runs(seeds: seeds, "searches") { Search(plan, on: digits, seed: $0) }
    let sweep = await Sweep(
      [plan], rates: [0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 1], seeds: seeds, by: { -$0.validation }
    ) { plan, rate, seed in Run(plan.with { $0.rate = rate }, on: digits, seed: seed) }
    let count = seeds.count
    notebook.section("A rate found beforehand")
    notebook.text(
      """
      Four of the seven illnesses are a wrong rate. A **learning-rate finder** looks for a good one before the run: raise the
      rate in each step by the same factor, here from 10⁻⁵ to 10 in a hundred steps, and average the mini-batch losses
      exponentially (\(lesson(2))). Low rates change nothing, good ones lower the loss, high ones blow it up. The average lags,
      and one step forgives more than a run: take a tenth of the rate at which it is lowest.
      """)
    notebook.code(
      """
      var finder = LearningRateFinder(lowest: 1e-5)
      task.train(model, with: &optimizer, epochs: 4, schedule: .perStep(finder.schedule), using: &generator,
        afterStep: { finder.goesOn(after: $0.loss) }) { model($0) }
      let rate = finder.tenthOfMinimum
      """)
    let ruined = searches.count { $0.steepest.validation < 90 }
    notebook.figure(
      finderFigure(searches, sweep),
      caption: """
        Left, the first seed's search. Right, whole runs: mean, least and greatest of \(count) seeds; diamonds, at the suggested rates.
        """)
    notebook.text(
      """
      The other usual suggestion, the rate where the average falls most steeply, is in the median
      \(significant(searches.steepestRate.median, 2)) instead of \(significant(searches.tenthRate.median, 2)): nearer to the cliff\(ruined > 0 ? ", and beyond it in \(ruined) of \(count) seeds" : "").
      """)
    let best = sweep[plan]
    let short = Summary(of: searches.all.indices.map { best.all[$0].validation - searches.all[$0].tenth.validation })
    notebook.claim(
      "22.8", "A hundred steps with a rising rate find one that trains as well as the best of a sweep.",
      test: """
        a tenth of the rate with the lowest smoothed loss, 40 epochs: at most 1 point of validation accuracy below the best of nine
        rates on average, and at most 2 in 9 of 10 seeds
        """, source: .paper("Smith 2017, section 3.3", "https://arxiv.org/abs/1506.01186"), verdict: .holds,
      when: short.mean <= 1
        && 10
          * searches.all.indices.count {
            best.all[$0].validation - searches.all[$0].tenth.validation <= 2
          } >= 9 * count,
      measured: """
        \(fixed(Summary(of: searches.all.map(\.tenth.validation)).mean, 1)) % against \(fixed(best.validation.mean, 1)) % at
        \(plain(sweep.rate(plan)))
        """,
      detail: """
        picks from \(significant(searches.tenthRate.minimum, 2)) to \(significant(searches.tenthRate.maximum, 2)); at the steepest
        fall \(Summary(of: searches.all.map(\.steepest.validation)).range(1)) %
        """, runs: count)
    notebook.reference(
      "[fastai](https://docs.fast.ai/callback.schedule.html): `lr_find`, whose smoothing and suggestions these are")
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    func told(_ examined: Examination) -> String {
      "“\(examined.diagnosis.rawValue)” in \(examined.votes) of \(seeds.count) seeds"
    }
    try await exercise(
      "--learning-rate 0.25", "Predict what the rules say, and how many digits are read.", in: notebook
    ) { lesson in
      let examined = await lesson.examine(digits)
      return """
        They say \(told(examined)); \(fixed(examined.before.validation.mean, 1)) % of the validation digits are read.
        """
    }
    try await exercise(
      "--learning-rate 0.02 --decay 0.01",
      "A fifth of the weight decay that made a patient ill. Predict the gap. Is it ill?",
      in: notebook
    ) { lesson in
      let examined = await lesson.examine(digits)
      return """
        The gap is only \(examined.before.gap.plusMinus(1)) points, yet \(fixed(examined.before.validation.mean, 1)) % are read:
        \(told(examined)).
        """
    }
    try await exercise(
      "--learning-rate 0.003 --epochs 10", "Which of the eight patients is it? Predict what ten times the rate brings.",
      in: notebook
    ) { lesson in
      let examined = await lesson.examine(digits)
      return """
        The rate too low, on a faster clock: \(told(examined)). The treatment brings it from
        \(fixed(examined.before.validation.mean, 1)) to \(fixed(examined.after.validation.mean, 1)) %.
        """
    }
  }
}
