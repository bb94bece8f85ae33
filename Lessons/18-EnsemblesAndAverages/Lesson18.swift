import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 18 · Ensembles and averages
///
/// Averaging cancels what differs by chance, the last steps of a run and the opinions of networks, and keeps the rest.
@main struct Lesson18: Lesson {
  static let card = LessonCard.number(18)
  @OptionGroup var common: CommonOptions
  @Option("Share of the training labels that are wrong", .from(0.05...0.6)) var noise = 0.2
  @Option("Networks in an ensemble", .from(2...20)) var members = 10
  @Option("Decay d of the average of the weights", .from(0...0.9999)) var decay = 0.995

  var training: Training { Training() }
  /// "20 % wrong labels".
  var wrong: String { "\(plain(100 * noise))\u{A0}% wrong labels" }

  func write(in notebook: Notebook) async throws {
    tellOfTwo(in: notebook)
    let digits = try Digits.load()
    let trials = await ensembles(digits, noises: Set([0, 0.1, 0.2, 0.3, noise]).sorted())
    tellOfMembers(trials, in: notebook)
    await tellOfTheBowl(in: notebook)
    await tellOfPaths(digits, in: notebook)
    tellOfWeights(trials, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Compare an ensemble with its *mean* member; ten networks are ten trainings.",
      "A snapshot is a copy. Average the weights, never the optimizer's momentum.",
      "The statistics of batch normalisation do not fit averaged weights: estimate them anew.",
    ])
    try await setExercises(digits, trials, in: notebook)
    notebook.answer(
      """
      An average cancels what its members differ in by chance: the noise of a run's last steps, the disagreement of several
      networks. What they have in common it keeps, mistakes too; and where nothing differs, nothing is gained.
      """)
  }

  /// Ensembles from each share of wrong labels, on the same splits.
  func ensembles(_ digits: Digits, noises: [Double]) async -> Trials<Double, Ensemble> {
    await Trials(noises, seeds: common.seeds(6), "ensembles") { noise, seed in
      Ensemble(training, members: members, on: training.task(digits, noise: noise, seed: seed))
    }
  }
}

// MARK: - Answers

extension Lesson18 {
  private func tellOfTwo(in notebook: Notebook) {
    let answers = [[0.9, 0.1], [0.5, 0.5]].map { Tensor(shape: [1, 2], $0, dtype: .float64) }
    let right = Tensor(shape: [1, 2], [1, 0], dtype: .float64)
    func score(_ answer: Tensor) -> String { fixed(distance(answer, right), 2) }
    let mean = answers.reduce(0) { $0 + distance($1, right) } / 2
    let together = distance(answers.average, right)
    notebook.section("Two opinions")
    notebook.text(
      """
      Of two classes the first is right. One network gives it a probability of 0.9, another 0.5. The **Brier score** is the
      squared distance of an answer from the right one, (1, 0): 0.1² + 0.1² = \(score(answers[0])) for the first,
      \(score(answers[1])) for the second, \(fixed(mean, 2)) on average. Average the answers, to (0.7, 0.3), and that scores
      \(fixed(together, 2)): \(fixed(mean - together, 2)) less. Each network is 0.2 away from the average in both classes, a
      squared distance of 0.08. What they differed in is what was saved, always:
      """)
    notebook.equation(
      latex: #"""
        \mathrm{Brier}(\bar p) = \overline{\mathrm{Brier}(p_k)} - \overline{\|p_k - \bar p\|^2}
        = B_1 - \left(1 - \frac{1}{K}\right) D
        """#,
      plain: "Brier(p̄) = mean Brier(pₖ) − mean |pₖ − p̄|² = B₁ − (1 − 1/K) D")
    notebook.text(
      """
      B₁ is what one of K members scores, D half the squared distance of two members' answers, both on average. Here D is
      ½ (0.4² + 0.4²) = 0.16, and two members save half of it.
      """)
    notebook.folded("Why, and what follows for other measures") {
      notebook.text(
        """
        Write each error as pₖ − y = (pₖ − p̄) + (p̄ − y) and square. The mixed terms add up to 0, because the pₖ − p̄ do. And the
        mean of |pₖ − p̄|² is half the mean of |pₖ − pⱼ|² over all K² pairs, of which K are zeros: (1 − 1/K) D.

        Log-loss cannot become worse either, since −ln is convex. For accuracy there is no law: give the right one of two
        classes 0.6, 0.6 and 0, and two of three members are right, but their average, 0.4, is wrong.
        """)
    }
  }

  private func tellOfMembers(_ trials: Trials<Double, Ensemble>, in notebook: Notebook) {
    let (noisy, clean) = (trials[noise], trials[0])
    let splits = trials.seeds.count
    notebook.section("Several networks")
    notebook.text(
      """
      Note 3's **ensemble**: train several independent models, average the distributions that they predict, take the most probable class.
      Ours have 32 hidden units and learn \(training.digits) digits, some with a wrong label, for \(training.epochs) epochs with
      momentum, mini-batches of \(training.batchSize) and a rate that falls from \(plain(training.rate)) to 0 along a cosine.
      Each has first weights and an order of the data of its own; 900 digits are tested.
      """)
    notebook.shows("3.51", "3.52")
    notebook.figure(
      membersFigure(trials, noise: noise, wrong: wrong),
      caption: """
        Means of \(splits) splits. Left: more members to the left; dashed, the equation. Right: lines, K members together;
        dots, single ones.
        """)
    notebook.table(
      columns: ["wrong labels", "two members differ on", "a member reads", "all \(members) together", "gain, points"],
      rows: trials.arms.map { noise in
        let runs = trials[noise]
        return [
          "\(plain(100 * noise)) %", "\(fixed(runs.differing.mean, 1)) %", "\(fixed(runs.mean.mean, 1)) %",
          "\(fixed(runs.together.mean, 1)) %", runs.gain.plusMinus(1),
        ]
      })
    notebook.text(
      """
      The best one alone, picked by the test digits themselves, which flatters it, reads
      \(fixed(noisy.best.mean, 1)) % with \(wrong). All together beat it in
      \(noisy.count { $0.together > $0.best }) of \(splits) splits, with right labels in
      \(clean.count { $0.together > $0.best }).
      """)
    let full = 1 - 1 / Double(members)
    func ratio(_ run: Ensemble) -> Double { run.brierGain / (full * run.firstDisagreement) }
    let ratios = Summary(of: noisy.all.map(ratio))
    let cleanRatios = Summary(of: clean.all.map(ratio))
    notebook.claim(
      "18.1", "Two networks tell what many will gain in the Brier score.",
      test: """
        the Brier gain of all members is within 25 % of (1 − 1/K) D, with D from the first two members alone, in 5 of 6 splits
        with wrong labels, and on average over the splits with right ones
        """,
      source: .ours, verdict: .holds,
      when: 6 * noisy.count { abs(ratio($0) - 1) <= 0.25 } >= 5 * splits && abs(cleanRatios.mean - 1) <= 0.25,
      measured: "measured by predicted gain: \(ratios.range(2))",
      detail: "right labels \(cleanRatios.range(2)); with D from all pairs the equation is exact", runs: 2 * splits)
    notebook.claim(
      "18.2", "An ensemble normally gives 2 % more.",
      test: """
        the condition is shown if the gain over the mean member is at least 2 points on average, and positive in all splits,
        with wrong labels, below 1 point with right ones, and rises with the disagreement over all rows of the table
        """,
      source: .note(3, "Model Ensembles"), rows: ["3.53"],
      verdict: .holdsIf("the members differ enough, here on a tenth of the digits"),
      when: noisy.gain.mean >= 2 && noisy.gain.minimum > 0 && clean.gain.mean < 1 && isRising(trials),
      measured: "\(noisy.gain.plusMinus(1)) points with \(wrong), \(clean.gain.plusMinus(1)) with right labels",
      runs: splits)
  }

  /// Whether the arms have the same order by disagreement as by gain.
  private func isRising(_ trials: Trials<Double, Ensemble>) -> Bool {
    let arms = trials.arms.sorted { trials[$0].differing.mean < trials[$1].differing.mean }
    return arms.indices.dropFirst().allSatisfy { trials[arms[$0]].gain.mean > trials[arms[$0 - 1]].gain.mean }
  }
}
