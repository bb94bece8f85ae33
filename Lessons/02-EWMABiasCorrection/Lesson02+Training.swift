import Datasets
import Experiments
import Notebook
import Numerics

// MARK: - When it is worth it

extension Lesson02 {
  /// How many of the starts the correction improves.
  private func better(_ errors: [StartUpError]) -> Int { errors.count { $0.corrected < $0.uncorrected } }

  /// Returns the number of starts.
  func tellOfItsWorth(_ series: WeatherSeries, in notebook: Notebook) -> Int {
    let (starts, betas) = (series.starts, betas)
    let errors = betas.map { startUpErrors(of: series.values, beta: $0, starts: starts) }
    let centred = betas.map { startUpErrors(of: series.centred, beta: $0, starts: starts) }
    notebook.section("When is it worth it?")
    notebook.text(
      """
      Start an average anew on the first of each of \(starts.count) months, and compare it for 30 days with the same average
      that has been running since \(series.days[0]), the warm one. With R, what the warm one said on the day before the start,
      the errors are exactly
      """)
    notebook.equation(
      latex: #"\text{warm} - v_t = \beta^t R, \qquad \hat v_t - \text{warm} = \beta^t (\hat v_t - R)"#,
      plain: "warm − vₜ = βᵗ R,   v̂ₜ − warm = βᵗ (v̂ₜ − R)")
    notebook.text(
      """
      Without correction the error is the *level* of the numbers; with it, only what has *changed* since. Remove the mean from
      the data, and hardly any level is left to miss.
      """)
    notebook.figure(
      worthFigure([("as measured", errors), ("with the mean removed", centred)], betas: betas),
      caption: """
        A dot for each start: above 1 the correction helped. As measured it did at
        \(errors.map(better).reduce(0, +)) of \(starts.count * betas.count), with the mean removed at
        \(centred.map(better).reduce(0, +)).
        """)
    let last = betas.count - 1
    notebook.claim(
      "2.4", "Bias correction makes the start of an average more accurate.",
      test: """
        root-mean-square error over 30 days: lower with correction at 9 of 10 starts for every β; the condition is shown if,
        with the mean removed, the slowest average gains at fewer than 9 of 10
        """, source: .note(2, "Exponentially Weighted Averages"), rows: ["2.06", "2.08"],
      verdict: .holdsIf("the numbers lie far from zero, or the average is fast"),
      when: errors.allSatisfy { 10 * better($0) >= 9 * starts.count } && 10 * better(centred[last]) < 9 * starts.count,
      measured: "better at \(better(errors[last])) of \(starts.count) starts, around zero at \(better(centred[last]))",
      detail: """
        β = \(listed(betas.map(plain))): \(listed(errors.map { "\(better($0))" })) as measured,
        \(listed(centred.map { "\(better($0))" })) with the mean removed; the two identities are exact to
        \(significant(errors.joined().map(\.identityResidual).max() ?? .nan, 1))
        """, runs: starts.count * betas.count)
    return starts.count
  }

  func claimBreakEven(in notebook: Notebook) async {
    let (beta, step) = (0.98, 50)
    let border = breakEvenMean(beta: beta, step: step)
    let runs = await Runs(seeds: common.seeds(10), "white noise") { seed in
      [0.8, 1.2].map { errorRatio(mean: $0 * border, beta: beta, step: step, seed: seed) }
    }
    let (below, above) = (Summary(of: runs.all.map { $0[0] }), Summary(of: runs.all.map { $0[1] }))
    notebook.text(
      """
      The price is noise: v̂ₜ rests on few numbers and repeats their scatter s. For noise around a mean μ the correction brings
      the average closer to μ only if |μ| > s √(2/βᵗ − 1). The longer one waits, the less there is to repair, and the larger μ
      must be. Where the mean of a gradient is small beside its noise, correction is of no use; note 2 says that momentum goes
      without.
      """)
    notebook.folded("Where the border comes from") {
      notebook.text(
        """
        vₜ is (1 − βᵗ) v̂ₜ. Its mean misses μ by βᵗμ, and its scatter is (1 − βᵗ)s, so its mean squared error is β²ᵗμ² + (1 − βᵗ)²s²;
        that of v̂ₜ is s². The first is larger when β²ᵗμ² > s²βᵗ(2 − βᵗ). In white noise of standard deviation σ,
        s² = σ²(1 − β)(1 + βᵗ)/((1 + β)(1 − βᵗ)).
        """)
    }
    notebook.claim(
      "2.5", "In white noise around μ, correction brings an average closer to μ exactly if |μ| > s √(2/βᵗ − 1).",
      test: """
        β = 0.98, t = 50: with 0.8 times that μ the mean squared error without correction is the lower one in 10 of 10 seeds,
        with 1.2 times the higher one
        """, source: .ours, verdict: .holds, when: below.maximum < 1 && above.minimum > 1,
      measured: """
        mean squared error without / with correction: \(fixed(below.mean, 2)) at 0.8 times that μ, \(fixed(above.mean, 2)) at 1.2
        times
        """, runs: runs.seedCount)
  }
}

// MARK: - Training

extension Lesson02 {
  func tellOfAdam(_ digits: Digits, in notebook: Notebook) async {
    let worth = stepsWorthCorrectingSquares(beta: 0.999)
    notebook.section("What it does to training")
    notebook.text(
      """
      Adam divides an average of the gradients (β₁ = 0.9) by the root of an average of their squares (β₂ = 0.999). Squares
      do not cancel out: even if the gradients are nothing but normal noise, the mean of their squares is beyond the border,
      from step \(worth[0]) to \(grouped(worth[worth.count - 1])). Both averages start too low, but the slow one much more, and it
      stands below: a first gradient g moves a parameter by η · 0.1 g / √(0.001 g²) = \(fixed(stepRatio(step: 1), 2)) η instead of
      η. Without correction the steps are too *long*, by the factor
      """)
    notebook.equation(
      latex: #"\frac{1 - \beta_1^t}{\sqrt{1 - \beta_2^t}}"#, plain: "(1 − β₁ᵗ) / √(1 − β₂ᵗ)")
    let ratiosByStep = (1...1000).map { stepRatio(step: $0) }
    let peak = ratiosByStep.max() ?? .nan
    let first = await Runs(seeds: common.seeds(5), "first steps") { firstStepRatio(digits, seed: $0) }
    let ratios = Summary(of: first.all)
    let seeds = common.seeds(8)
    let sweep = await Sweep(
      [.uncorrectedAdam, .adam], rates: \.rates, seeds: seeds, "Adam", by: \.finalLoss
    ) { trained($0, at: $1, digits, seed: $2) }
    notebook.text(
      """
      which peaks at \(fixed(peak, 1)) in step \((ratiosByStep.firstIndex(of: peak) ?? 0) + 1). The network of all lessons
      shows what follows, after ten epochs of the digits:
      """)
    let bold = Arm.adam.rates.max() ?? .nan
    func accuracy(_ arm: Arm, _ rate: Double) -> Summary { sweep[arm, rate].accuracy }
    notebook.figure(
      adamFigure(sweep),
      caption: """
        Left, the formula. Right, mean and range of \(seeds.count) seeds. At η = \(plain(bold)) the uncorrected Adam reads
        \(fixed(accuracy(.uncorrectedAdam, bold).mean, 0)) % of the test digits, the corrected one
        \(fixed(accuracy(.adam, bold).mean, 0)) %; at small rates its longer steps are a gain.
        """)
    notebook.claim(
      "2.6", "Without correction Adam's first step is 3.16 times as long.",
      test: "length of the first update of the digits network, without / with: within 1 % of √10 in 5 of 5 seeds",
      source: .ours, verdict: .holds, when: first.all.allSatisfy { abs($0 / 10.0.squareRoot() - 1) < 0.01 },
      measured: "\(fixed(ratios.mean, 3)) times", detail: "by theory up to \(fixed(peak, 2)) times later on",
      runs: first.seedCount)
    let difference = Summary(
      of: seeds.indices.map { sweep[.uncorrectedAdam].all[$0].accuracy - sweep[.adam].all[$0].accuracy })
    let lost = seeds.indices.count {
      sweep[.uncorrectedAdam, bold].all[$0].accuracy < sweep[.adam, bold].all[$0].accuracy - 20
    }
    notebook.claim(
      "2.7", "Adam's bias correction is optional.",
      test: """
        within ten epochs: at its own best rate (lowest training loss) the uncorrected Adam is within 2 points of test accuracy
        on average; the condition is shown if at the boldest rate, where the corrected one still learns, it is more than 20
        points behind in 7 of 8 seeds
        """,
      source: .note(
        2, "Technique 4 - Adam",
        corrected: Correction(
          "C45", .imprecise,
          "Without it the first steps are 3 to 7 times too long: the learning rate must be lowered to match.")),
      rows: ["2.08", "2.36"], verdict: .holdsIf("the learning rate is lowered to match"),
      when: abs(difference.mean) < 2 && lost >= 7,
      measured:
        "\(fixed(abs(difference.mean), 1)) points apart at the best rates; at η = \(plain(bold)) behind in \(lost) of \(seeds.count)",
      detail: """
        the best rates are \(plain(sweep.rate(.adam))) with and \(plain(sweep.rate(.uncorrectedAdam))) without; test accuracy there
        \(sweep[.adam].accuracy.plusMinus(1)) and \(sweep[.uncorrectedAdam].accuracy.plusMinus(1)) %
        """, runs: seeds.count)

    let momentum = await TunedTrials(
      [.momentum, .correctedMomentum], rates: \.rates, pilotSeeds: common.pilotSeeds(3), seeds: seeds, by: \.finalLoss
    ) { trained($0, at: $1, digits, seed: $2) }
    let saved = momentum.trials.difference(.momentum, .correctedMomentum) { $0.stepsToLearn }
    notebook.claim(
      "2.8", "Momentum can do without bias correction.",
      test: """
        each at the rate that a pilot chose: without correction it takes at most 22 steps (one epoch) more to a training loss of
        0.3, on average
        """, source: .note(2, "Technique 2 - Gradient Descent With Momentum"), rows: ["2.16"],
      verdict: .holds, when: saved.mean <= 22,
      measured:
        "\(fixed(abs(saved.mean), 1)) steps \(saved.mean < 0 ? "fewer" : "more"), of \(fixed(momentum[.momentum].stepsToLearn.median, 0))",
      detail: """
        rates (of an average: ten times those of a sum) \(plain(momentum.rate(.momentum))) without and \(plain(momentum.rate(.correctedMomentum))) with; accuracy after ten
        epochs \(momentum[.momentum].accuracy.plusMinus(1)) and \(momentum[.correctedMomentum].accuracy.plusMinus(1)) %
        """, runs: seeds.count)
  }

  func setExercises(_ starts: Int, in notebook: Notebook) async throws {
    try await exercise(
      "--beta 0.99", "Predict: from which day on is less than one percent of the weight missing?", in: notebook
    ) { lesson in
      """
      From day \(firstDay(missingLessThan: 0.01, beta: lesson.beta)) on: 0.99ᵗ is below 0.01 from t = ln 0.01 / ln 0.99 on. More than
      a year, for an average that one would call one of the last hundred days.
      """
    }
    try await exercise(
      "--unit K", "A kelvin is as large as a degree Celsius. Which errors will change, and by how much?", in: notebook
    ) { lesson in
      let weather = try SeattleWeather.load()
      func errors(_ unit: TemperatureUnit) -> [StartUpError] {
        let series = WeatherSeries(weather, column: lesson.column, unit: unit)
        return startUpErrors(of: series.values, beta: lesson.beta, starts: series.starts)
      }
      let (kelvin, celsius) = (errors(lesson.unit), errors(.celsius))
      func mean(_ errors: [StartUpError], _ kind: KeyPath<StartUpError, Double>) -> String {
        fixed(Summary(of: errors.map { $0[keyPath: kind] }).mean, 1)
      }
      return """
        Without correction the error is the level, and zero has moved by 273: it grows from \(mean(celsius, \.uncorrected)) to
        \(mean(kelvin, \.uncorrected)). With correction it is the change of level, and stays at \(mean(kelvin, \.corrected))
        (β = \(plain(lesson.beta))).
        """
    }
    try await exercise(
      "--column precipitation",
      "Rain is never negative. Will the slowest average gain at all \(starts) starts, at half of them, or in between?",
      in: notebook
    ) { lesson in
      let series = WeatherSeries(try SeattleWeather.load(), column: lesson.column, unit: lesson.unit)
      let data = Summary(of: series.values)
      return """
        At \(better(startUpErrors(of: series.values, beta: lesson.beta, starts: series.starts))). Never negative is not far from
        zero: the mean is \(fixed(data.mean, 1)) mm, the standard deviation \(fixed(data.standardDeviation, 1)) mm.
        """
    }
  }
}
