import Datasets
import Experiments
import Notebook

// MARK: - Random features

extension Lesson17 {
  private func counts(_ shares: [Double]) -> [Int] {
    Set(shares.map { max(1, Int((Double(train) * $0).rounded())) }).sorted()
  }

  /// The numbers of features, from a twentieth of n to ten times n.
  var widths: [Int] { counts([0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1, 1.05, 1.25, 1.5, 2, 3, 5, 10]) }
  /// The numbers of digits for n features; 900 of the digits are for testing.
  var samples: [Int] { counts([0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 4]).filter { $0 <= 897 } }

  func fit(_ features: [Features], ridge: Double? = nil, seeds: [UInt64], _ digits: Digits) async
    -> Trials<Features, FeatureRun>
  {
    let ridge = ridge ?? self.ridge
    return await Trials(features, seeds: seeds, "features") { [noise] in
      FeatureRun($0, ridge: ridge, noise: noise, digits: digits, seed: $1)
    }
  }

  /// The digits fitted with so many features.
  func wide(_ width: Int) -> Features { Features(samples: train, width: width) }

  /// The number of features below n whose mean test error is least.
  func bestNarrow(_ trials: Trials<Features, FeatureRun>) -> Features {
    let narrow = trials.arms.filter { $0.width < train }
    return narrow.min { trials[$0].error.mean < trials[$1].error.mean } ?? wide(1)
  }

  func tellOfDigits(_ digits: Digits, in notebook: Notebook) async {
    let wider = await fit(widths.map(wide), seeds: common.seeds(10), digits)
    let more = await fit(
      samples.map { Features(samples: $0, width: train) }, seeds: common.seeds(10), digits)
    let pilot = await Trials([1e-4, 1e-3, 1e-2, 0.1, 1, 10], seeds: common.pilotSeeds(3), "ridges") { [self] in
      FeatureRun(wide(train), ridge: $0, noise: noise, digits: digits, seed: $1)
    }
    let (narrow, peak, last) = (bestNarrow(wider), wide(train), wide(10 * train))
    func wrong(_ errors: Summary) -> String { "\(fixed(errors.mean, 1)) %" }
    notebook.section("\(grouped(train)) digits")
    notebook.text(
      """
      Real data: \(grouped(train)) digits\(noise > 0 ? ", \(percent(noise, 0)) of the labels wrong," : "") and a network whose
      first layer is never trained. N units compute **random features**, the larger of 0 and a random sum of the 64 pixels; the
      weights from there to the ten digits are fitted by least squares.

      Of the models with fewer features than digits N = \(grouped(narrow.width)) is best: it reads \(wrong(wider[narrow].error))
      of 900 test digits wrongly. At N = n it is \(wrong(wider[peak].error)), and with \(grouped(last.width)) features
      \(wrong(wider[last].error)). With a ridge of \(plain(ridge)) for each feature the three are
      \(wrong(wider[narrow].ridgeError)), \(wrong(wider[peak].ridgeError)) and \(wrong(wider[last].ridgeError)).
      \(noise == 0 ? "No label is wrong: what N features cannot express acts as noise." : "")
      """)
    notebook.figure(
      digitsFigure(wider, more, n: train, ridge: ridge),
      caption: """
        Mean of ten seeds, band from least to greatest. Left and middle, \(grouped(train)) digits; right,
        \(grouped(train)) features.
        """)
    notebook.text(
      """
      \(wider[last].error.mean < wider[peak].error.mean ? "Why down again?" : "") Whatever a model can do, a wider one can do
      too: it sets the new weights to 0. So among exact fits the shortest of the wider model is never the longer one: beyond
      N = n the weights shorten (middle).
      """)
    notebook.folded("Which ridge?") {
      notebook.table(
        columns: ["λ"] + pilot.arms.map(plain), rows: [["error"] + pilot.arms.map { wrong(pilot[$0].ridgeError) }],
        caption: "Test error at N = n with a ridge λ for each feature, on three seeds used for nothing else.")
    }
    claimWidth(wider, in: notebook)
    notebook.section("More digits")
    let (few, same, many) = (samples[0], samples.firstIndex(of: train) ?? 0, samples[samples.count - 1])
    func error(_ count: Int) -> Summary { more[Features(samples: count, width: train)].error }
    let half = Features(samples: max(1, Int((Double(train) * 0.5).rounded())), width: train)
    notebook.text(
      """
      Note 2 says that deep learning works well where there is a lot of data. From \(grouped(few)) to \(grouped(many)) digits,
      with \(grouped(train)) features, the error goes from \(wrong(error(few))) to \(wrong(error(many))). On the way it passes
      n = N, from the other side: \(wrong(more[half].error)) at \(grouped(half.samples)) digits,
      \(wrong(error(samples[same]))) at \(grouped(train)).
      """)
    notebook.shows("2.02")
    let seeds = more.seeds.count
    let worse = more.count(Features(samples: train, width: train), half) { $0.error > $1.error }
    let ridged = more.arms.map { more[$0].ridgeError.mean }
    notebook.claim(
      "17.6", "More data never hurt.",
      test: """
        does not hold if n features read the test digits worse from n digits than from n/2 in 10 of 10 seeds, and with the
        ridge the mean error falls from each number of digits to the next
        """,
      source: .folklore, verdict: .doesNotHold,
      when: worse == seeds && ridged.indices.dropFirst().allSatisfy { ridged[$0] < ridged[$0 - 1] },
      measured: "\(wrong(more[half].error)) wrong from half of the digits, \(wrong(error(train))) from all",
      runs: seeds)
  }

  private func claimWidth(_ trials: Trials<Features, FeatureRun>, in notebook: Notebook) {
    let seeds = trials.seeds.count
    let (peak, last) = (wide(train), wide(10 * train))
    let narrow = trials.arms.filter { $0.width < train }
    let beyond = trials.arms.filter { $0.width >= train }
    func error(_ arm: Features, _ seed: Int) -> Double { trials[arm].all[seed].error }
    func least(_ arms: [Features], _ seed: Int) -> Double { arms.map { error($0, seed) }.min() ?? .nan }
    let peaked = (0..<seeds).count { seed in
      trials.arms.allSatisfy { $0 == peak || error($0, seed) < error(peak, seed) }
        && error(peak, seed) > 2 * least(narrow, seed) && error(peak, seed) > 2 * least(beyond, seed)
    }
    notebook.claim(
      "17.2", "Without a ridge the test error is highest where the features are as many as the samples.",
      test:
        "of all N on the list N = n has the highest error, more than twice the least on either side, in 9 of 10 seeds",
      source: .paper("Belkin, Hsu, Ma & Mandal 2019", "https://arxiv.org/abs/1812.11118"), verdict: .holds,
      when: 10 * peaked >= 9 * seeds,
      measured: "\(trials[peak].error.plusMinus(1)) % wrong, in \(peaked) of \(seeds) seeds",
      runs: seeds)
    let better = (0..<seeds).count { error(last, $0) < least(narrow, $0) }
    let best = Summary(of: (0..<seeds).map { least(narrow, $0) })
    notebook.claim(
      "17.3", "A model that fits all its data is too large already: more weights only make it worse.",
      test: "does not hold if N = 10n has a lower test error than every N < n of the list in 9 of 10 seeds",
      source: .folklore, verdict: .doesNotHold, when: 10 * better >= 9 * seeds,
      measured: "\(trials[last].error.plusMinus(1)) % at 10n, \(best.plusMinus(1)) % at each seed's best N < n",
      runs: seeds)
    func falls(_ values: [Double]) -> Bool { values.indices.dropFirst().allSatisfy { values[$0] < values[$0 - 1] } }
    let shortening = (0..<seeds).count { seed in falls(beyond.map { trials[$0].all[seed].length }) }
    let calming = beyond.filter { $0.width <= 5 * train }.map { trials[$0].error.mean }
    notebook.claim(
      "17.4", "Beyond N = n each further feature shortens the weights, and up to 5n the error falls with them.",
      test: """
        the length falls from each N to the next from n on in 10 of 10 seeds, and the mean error does up to 5n
        """,
      source: .ours, verdict: .holds, when: shortening == seeds && falls(calming),
      measured: """
        median length \(significant(trials[peak].length.median, 2)) at n, \(significant(trials[last].length.median, 2)) at 10n
        """,
      runs: seeds)
    let ridged = trials.arms.map { trials[$0].ridgeError.mean }
    let lower = (0..<seeds).count { trials[peak].all[$0].ridgeError < least(narrow, $0) }
    notebook.claim(
      "17.5", "A ridge for each feature, the same at every width, takes the peak away.",
      test: """
        with λ = \(plain(ridge)) the mean error nowhere rises by more than half a point from one N to the next, and at N = n it is
        below that of every N < n without a ridge in 9 of 10 seeds
        """,
      source: .paper("Nakkiran, Venkat, Kakade & Ma 2021", "https://arxiv.org/abs/2003.01897"), verdict: .holds,
      when: ridged.indices.dropFirst().allSatisfy { ridged[$0] < ridged[$0 - 1] + 0.5 } && 10 * lower >= 9 * seeds,
      measured: "\(trials[peak].ridgeError.plusMinus(1)) % wrong at N = n",
      runs: seeds)
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    try await exercise(
      "--train 100", "Half of the digits. Predict: at how many features will the peak stand now, and how high?",
      in: notebook
    ) { lesson in
      let trials = await lesson.fit(lesson.widths.map(lesson.wide), seeds: common.seeds(5), digits)
      let worst = trials.arms.max { trials[$0].error.mean < trials[$1].error.mean } ?? lesson.wide(1)
      return """
        At \(worst.width): it moves with the digits. \(fixed(trials[worst].error.mean, 0)) % are read wrongly there.
        """
    }
    try await exercise(
      "--ridge 1e-6", "A hundred thousand times less of a ridge. Predict: is it enough to lower the peak at all?",
      in: notebook
    ) { lesson in
      let run = await lesson.fit([lesson.wide(lesson.train)], seeds: common.seeds(10), digits)[
        lesson.wide(lesson.train)]
      return """
        At N = n \(fixed(run.ridgeError.mean, 0)) % are read wrongly, \(fixed(run.error.mean, 0)) % without it. It calms
        only the very few directions that the features stretch least.
        """
    }
    try await exercise(
      "--noise 0.3", "Three labels in ten are wrong. Predict: will 2,000 features still beat the best N < n?",
      in: notebook
    ) { lesson in
      let trials = await lesson.fit(
        (lesson.widths.filter { $0 < 200 } + [2000]).map(lesson.wide), seeds: common.seeds(5), digits)
      let (narrow, last) = (trials[lesson.bestNarrow(trials)], trials[lesson.wide(2000)])
      return """
        They read \(fixed(last.error.mean, 0)) % wrongly, the best N < n \(fixed(narrow.error.mean, 0)) %: the shortest fit has
        to reproduce each wrong label. With the ridge 2,000 features come to \(fixed(last.ridgeError.mean, 0)) %.
        """
    }
  }
}
