import ArgumentParser
import Datasets
import Experiments
import Notebook

/// Lesson 26 · Batches
///
/// A batch, and each stretch of batches, must be a fair sample of the data; then its size only sets precision and cost.
@main struct Lesson26: Lesson {
  static let card = LessonCard.number(26)
  @OptionGroup var common: CommonOptions
  @Option("Length of the shuffle buffer", .from(1...1000)) var buffer = 100
  @Option("Momentum β beside plain descent", .from(0.5...0.95)) var momentum = 0.9
  @Option("Memory that a batch must fit", .from(1...64), unit: "MiB") var memory = 4

  var training: Training { Training() }
  /// Lengths of shuffle buffers.
  var lengths: [Int] { Set([20, 50, 100, 200, 300, 600, 1000, buffer]).sorted() }

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    tellOfTheBowls(in: notebook)
    let trials = await trials(digits)
    await tellOfOrder(trials, digits, in: notebook)
    await tellOfShuffling(trials, in: notebook)
    try await tellOfSize(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Ask what neighbours in the file share: a class, a day, a patient, a document. That is what a shuffle must mix.",
      "The training loss of sorted data says nothing of the other classes: watch the recall of each.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      A batch must be a fair sample of the data, and so must a stretch of batches: one thorough shuffle sees to both. Its size
      sets how precise a step is, and two dry runs tell how large memory lets it be.
      """)
  }

  func arm(_ order: Order, _ momentum: Double, rateShare: Double = 1) -> Arm {
    Arm(order: order, momentum: momentum, rateShare: rateShare)
  }

  /// Runs of ten budgets first, the longest; then those of one.
  func trials(_ digits: Digits) async -> Trials<Arm, Run> {
    let both = [momentum, 0]
    let long =
      both.flatMap { [arm(.sorted, $0), arm(.everyEpoch, $0), arm(.once, $0)] }
      + [arm(.sorted, momentum, rateShare: 0.1)]
    let short = both.flatMap { momentum in
      [arm(.classes, momentum), arm(.replacement, momentum)] + lengths.map { arm(.buffer($0), momentum) }
    }
    return await runs(of: long + short, digits, long: Set(long))
  }

  /// Runs of some arms from the same seeds; the first seed's are watched.
  func runs(of arms: [Arm], _ digits: Digits, long: Set<Arm> = []) async -> Trials<Arm, Run> {
    let watched = [arm(.sorted, 0), arm(.sorted, momentum), arm(.everyEpoch, momentum)]
    return await Trials(arms, seeds: common.seeds(6), "orders") { arm, seed in
      Run(
        training, arm, times: long.contains(arm) ? 10 : 1,
        watched: seed == common.seed && watched.contains(arm), on: training.task(digits, seed: seed))
    }
  }
}

// MARK: - Order

extension Lesson26 {
  private func tellOfTheBowls(in notebook: Notebook) {
    func swung(_ rate: Double, _ run: Int) -> String { fixed(swing(rate: rate, run: run), 3) }
    notebook.section("One weight, two kinds of data")
    notebook.text(
      """
      Half of the data are 1, the other half −1, and one weight stands for all: the loss of a sample x is ½ (w − x)², and the
      best w is 0. Each step, w ← w − η (w − x), goes a share η of the way to its sample. If 1 and −1 take turns, η = 0.1 makes
      w swing between ±\(swung(0.1, 1)). If the file has ten 1s, then ten −1s, and so on, between ±\(swung(0.1, 10)); in runs of
      fifty, between ±\(swung(0.1, 50)): the weight says what it saw last.
      """)
    notebook.equation(
      latex: #"|w| = \frac{1 - q}{1 + q}, \qquad q = (1 - \eta)^r"#, plain: "|w| = (1 − q)/(1 + q),   q = (1 − η)ʳ")
    notebook.text(
      """
      (A run of r ones starts at −|w| and leaves q of the way to 1: it ends at |w| = 1 − q (1 + |w|).) So order matters where
      **the rate times the length of a run** is not small. There are two cures: break up the runs, or take smaller steps, and
      more of them (η = 0.001 and runs of fifty: ±\(swung(0.001, 50))).
      """)
  }

  private func tellOfOrder(_ trials: Trials<Arm, Run>, _ digits: Digits, in notebook: Notebook) async {
    let seeds = trials.seeds.count
    let (epochs, late) = (training.epochs, 10 * training.epochs)
    let sorted = [arm(.sorted, 0), arm(.sorted, momentum)]
    let mixed = [arm(.everyEpoch, 0), arm(.everyEpoch, momentum)]
    let slow = arm(.sorted, momentum, rateShare: 0.1)
    notebook.section("Ten digits in a row")
    notebook.text(
      """
      Now \(grouped(training.samples)) handwritten digits, in a file sorted by class, about a hundred of each. A network 64-32-10 takes batches of \(training.batchSize) for \(epochs) epochs, by plain gradient descent
      (η = 0.1) or with momentum \(plain(momentum)) (η = \(significant(mixed[1].rate, 2)), less because steps add up);
      \(digits.count - training.samples) other digits are tested.
      """)
    let seen = trials[sorted[0]].all[0].recalls
    // Five batches of 20 are a class, about: after them it is read better than the classes on average.
    let fresh = seen.indices.map { seen[$0][min(9, $0 % training.stepsPerEpoch / 5)] }
    let isForgetful = Summary(of: fresh).mean > 1.5 * Summary(of: seen.joined()).mean
    notebook.figure(
      recallFigure(
        [
          ("sorted", trials[sorted[0]].all[0]), ("sorted, momentum", trials[sorted[1]].all[0]),
          ("shuffled, momentum", trials[mixed[1]].all[0]),
        ], training, isForgetful: isForgetful),
      caption:
        "The share of each digit that is read, after each step of epochs \(epochs - 1) and \(epochs), first seed. A sorted epoch brings the digits from 0 to 9.",
      cover: true)
    notebook.text(
      """
      After \(epochs) epochs in the file's order \(fixed(trials[sorted[0]].accuracy.mean, 1)) % of the test digits are read,
      with momentum \(fixed(trials[sorted[1]].accuracy.mean, 1)) %; shuffled, \(fixed(trials[mixed[0]].accuracy.mean, 1)) and
      \(fixed(trials[mixed[1]].accuracy.mean, 1)) %. Momentum suffers more: along a run its steps add up to as much as
      η/(1 − β) = \(significant(sorted[1].rate / (1 - momentum), 2)).
      """)
    if trials[sorted[1]].silent.median > 16 {
      notebook.text(
        """
        The harm lasts: with momentum \(fixed(trials[sorted[1]].silent.median, 0)) of the 32 hidden units (median; shuffled,
        \(fixed(trials[mixed[1]].silent.median, 0))) are then silent on every training digit, and no gradient is left to bring them
        back.
        """)
    }
    let gaps = [(sorted[0], mixed[0]), (sorted[1], mixed[1]), (slow, mixed[1])].map { pair in
      trials.gap(pair.0, pair.1) { $0.late }
    }
    let catchesUp = gaps[0] < 5 && gaps[1] > 20 && gaps[2] < 5
    notebook.figure(
      timeFigure(trials, momentum: momentum, training, catchesUp: catchesUp),
      caption: "Mean, least and greatest of \(seeds) seeds; the grey line is the budget of \(epochs) epochs.")
    notebook.text(
      """
      After \(late) epochs it is \(fixed(trials[sorted[0]].late.mean, 1)) % in the file's order, with momentum
      \(fixed(trials[sorted[1]].late.mean, 1)) %, and \(fixed(trials[slow].late.mean, 1)) % with momentum at a tenth of the
      rate\(catchesUp ? ": as on the bowls, it is the rate times the run that decides" : "").
      """)
    notebook.claim(
      "26.1", "Samples that are correlated should be shuffled (here: within \(epochs) epochs).",
      test: """
        after \(epochs) epochs, sorted by class reads at least 20 points less than shuffled in every epoch, in 5 of 6 seeds, by
        both methods
        """,
      source: .note(4, "Random Shuffle"), rows: ["4.43", "4.44"], verdict: .holds,
      when: sorted.indices.allSatisfy { trials.isBehind(sorted[$0], mixed[$0], by: 20) { $0.accuracy } },
      measured: """
        \(fixed(trials.gap(sorted[0], mixed[0]) { $0.accuracy }, 0)) points less, with momentum
        \(fixed(trials.gap(sorted[1], mixed[1]) { $0.accuracy }, 0))
        """, runs: 2 * seeds)
    notebook.reference(
      "[LeCun et al. 2012](https://doi.org/10.1007/978-3-642-35289-8_3): examples in succession should rarely be of one class"
    )
    func near(_ a: Arm, _ b: Arm) -> Int { trials.count(a, b) { $0.late >= $1.late - 5 } }
    notebook.claim(
      "26.2", "Order costs time, not the outcome: ten times the epochs make up for it.",
      test: """
        after \(late) epochs, sorted by class is at most 5 points behind shuffled in 5 of 6 seeds with plain descent, and with
        momentum at a tenth of its rate; at its own rate momentum is at least 20 points behind in 5 of 6
        """,
      source: .ours, verdict: .holdsIf("a run of one class moves the weights only a little"),
      when: 6 * near(sorted[0], mixed[0]) >= 5 * seeds && 6 * near(slow, mixed[1]) >= 5 * seeds
        && trials.isBehind(sorted[1], mixed[1], by: 20) { $0.late },
      measured: """
        behind by \(fixed(gaps[0], 1)) points; with momentum \(fixed(gaps[1], 1)), at a tenth of its rate
        \(fixed(gaps[2], 1))
        """, runs: 3 * seeds)
  }
}
