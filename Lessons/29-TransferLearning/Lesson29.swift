import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 29 · Transfer learning
///
/// The fewer the examples, the less far the weights may go from what they have learnt before.
@main struct Lesson29: Lesson {
  static let card = LessonCard.number(29)
  @OptionGroup var common: CommonOptions
  @Option("Words in the small sample; the others have 4 and 20 times as many", .from(20...1000)) var words = 50
  @Option("Rate η of bold tuning", .from(0.0005...0.05)) var rate = 0.005
  @Option("Steps of tuning", .from(30...600)) var steps = 150

  /// The numbers of words to learn from.
  var sizes: [Int] { [words, 4 * words, 20 * words] }
  var small: Int { words }
  var large: Int { 20 * words }

  func write(in notebook: Notebook) async throws {
    tellOfOneWeight(in: notebook)
    let corpus = try Corpus()
    async let remade = EnglishBase.train()
    let sweep = await self.sweep(corpus, arms)
    let far = await self.sweep(corpus, farArms, seeds: common.seeds(2))
    let gentle = sweep.rate(tuned(small))
    let paths = await self.paths(corpus, Set([gentle, 5 * gentle, rate]).sorted())
    tellOfSpanish(sweep, far: far, corpus, remade: try await remade, in: notebook)
    try await tellOfPaths(paths, gentle: gentle, sweep, corpus, in: notebook)
    tellOfTricks(sweep, in: notebook)
    tellOfDistance(sweep, far, corpus, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Sweep the rate anew for each amount of data, or look often and keep the best weights.",
      "A last layer alone wants a rate of its own, a higher one.",
      "Keep some examples to choose the rate by, however few there are.",
    ])
    try await setExercises(corpus, in: notebook)
    notebook.answer(
      """
      All of it, but gently where examples are few: how far the weights may go from what they have learnt depends on
      how much there is to learn from. Freezing all but the last layer is better only than bold tuning.
      """)
  }

  // MARK: On paper

  private func tellOfOneWeight(in notebook: Notebook) {
    notebook.section("One weight")
    notebook.text(
      """
      A trained weight stands at distance d = 1 from what a new task wants. Nobody knows what that is: there are N
      examples, whose errors have a standard deviation of 4, and all they tell is their mean, which misses the truth
      with variance v = 16/N. Gradient descent takes the weight a share k of the way to that mean. Then its squared
      error is, on average,
      """)
    notebook.equation(
      latex: #"E = (1-k)^2\,d^2 + k^2\,v, \qquad \text{least at}\quad k^* = \frac{d^2}{d^2+v}"#,
      plain: "E = (1 − k)² d² + k² v,   least at k* = d²/(d² + v)")
    notebook.text(
      """
      With N = 4, v is 4. Frozen (k = 0) the error is 1; all the way (k = 1) it is 4; a fifth of the way it is 0.64 +
      0.16 = \(fixed(expectedError(share: 0.2, distance: 1, variance: 4), 1)). With N = 64, v is ¼: four fifths of the
      way give \(fixed(expectedError(share: 0.8, distance: 1, variance: 0.25), 1)), all of it 0.25. So to stand still
      is never best, and the fewer the examples, the shorter the best way. And a *random* weight, say 5 away, has to
      go further: with N = 4, \(percent(bestShare(distance: 5, variance: 4), 0)) of the way.
      """)
    let steps = [0, 2, 5, 10, 16, 30, 60]
    let examples = [4, 16, 64]
    notebook.figure(
      oneWeightFigure(
        shares: steps.map { share(rate: 0.1, steps: $0) },
        errors: examples.map { count in
          (
            count,
            oneWeight(distance: 1, noise: 4, examples: count, rate: 0.1, steps: steps, seed: common.seed)
          )
        }),
      caption: "Points: descent with η = 0.1, mean of 4,000 draws. Dashed: the formula; rings: k*.")
    notebook.folded("Why") {
      notebook.text(
        """
        Put the truth at 0, the start at −d and the mean at m. The weight ends at −d + k (m + d) = −(1 − k) d + k m.
        Square it: m is 0 on average and v when squared. Half the derivative by k, −(1 − k) d² + k v, is 0 at k*. Rate
        and steps enter only through k = 1 − (1 − η)ᵗ: a low rate and an early stop are two ways to the same place.
        """)
    }
  }
}

// MARK: - What is run

extension Lesson29 {
  func tuned(_ words: Int, isFar: Bool = false) -> Arm { Arm(words: words, isFar: isFar) }
  func scratch(_ words: Int, isFar: Bool = false) -> Arm { Arm(start: .random, words: words, isFar: isFar) }
  func head(_ words: Int, isFar: Bool = false) -> Arm { Arm(part: .head, words: words, isFar: isFar) }
  func newHead(first: Bool) -> Arm { Arm(start: .newHead, words: large, headFirst: first) }
  var oldHeadFirst: Arm { Arm(words: large, headFirst: true) }
  func only(_ part: Part) -> Arm { Arm(part: part, words: large) }

  /// The ways to learn Spanish, and English read backwards.
  private var arms: [Arm] {
    sizes.reversed().flatMap { [tuned($0), scratch($0), head($0)] }
      + [newHead(first: false), newHead(first: true), oldHeadFirst, only(.upper), only(.firstBlock)]
      + [only(.secondBlock)]
  }
  private var farArms: [Arm] {
    [large, small].flatMap { [tuned($0, isFar: true), scratch($0, isFar: true), head($0, isFar: true)] }
  }

  /// Each way at each of its rates; the best rate is the one with the lowest mean bits on the words to choose by.
  func sweep(_ corpus: Corpus, _ arms: [Arm], seeds: [UInt64]? = nil) async -> Sweep<Arm, Run> {
    await Sweep(
      arms, rates: { [steps] in $0.rates(steps: steps) }, seeds: seeds ?? common.seeds(3), "ways to learn",
      by: \.validation
    ) { [steps] arm, rate, seed in Run(arm, rate: rate, steps: steps, corpus, seed: seed) }
  }

  /// Tuning on the small sample at some rates, looked at every fifth step.
  func paths(_ corpus: Corpus, _ rates: [Double]) async -> Trials<Double, Run> {
    let arm = tuned(small)
    return await Trials(rates, seeds: common.seeds(3), "paths") { [steps] rate, seed in
      Run(arm, rate: rate, steps: steps, lookingEvery: 5, corpus, seed: seed)
    }
  }
}
