import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 16 · Data augmentation
///
/// A distorted copy is new data where it keeps its label and could turn up in the test.
@main struct Lesson16: Lesson {
  static let card = LessonCard.number(16)
  @OptionGroup var common: CommonOptions
  @Option("Digits to learn from", .from(20...800)) var train = 100
  @Option("Hidden units of the network that reads digits", .from(4...512)) var hidden = 128
  @Option("Mini-batches that it is trained on", .from(20...12_000)) var steps = 1200

  /// Plain training as the knobs set it.
  var base: Arm { Arm(training: train, hidden: hidden, steps: steps) }

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    let losses = await Trials(Self.shares, seeds: common.seeds(8), "two pixels") { share, seed in
      lossOfTwoPixels(flipped: share, seed: seed)
    }
    tellOfTwoPixels(losses, in: notebook)
    try await tellOfTurning(digits, in: notebook)
    let kinds = await run(Self.kinds.map { base.with($0) }, on: digits, seeds: 10)
    await tellOfLabels(losses, kinds, digits, in: notebook)
    tellOfSizes(kinds, digits, in: notebook)
    let sweeps = await run(sweepArms, on: digits, seeds: 6)
    tellOfRoom(sweeps, kinds, in: notebook)
    try await tellOfWords(in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Ask of every distortion: would a person still give this copy the label? Could the copy turn up in the test?",
      "Compare at equal steps. Copies make the task harder: judge them in a run that is long enough, on a network wide enough.",
      "Test on what you will meet. A test of centred digits cannot show what shifts are good for.",
    ])
    try await setExercises(digits, kinds, in: notebook)
    notebook.answer(
      """
      Where it keeps its label and looks like something that may turn up in the test. Even then the network needs the room and
      the time to learn it: a small network, or a short run, gets worse.
      """)
  }

  /// Every arm from the same seeds.
  func run(_ arms: [Arm], on digits: Digits, seeds: Int) async -> Trials<Arm, Run> {
    await Trials(arms, seeds: common.seeds(seeds), "digits") { Run($0, digits, seed: $1) }
  }
}

// MARK: - A copy must keep its label

extension Lesson16 {
  /// The probabilities of a flip.
  static let shares = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5]
  static let pairs = [[0, 8], [2, 5], [6, 9]]

  private func tellOfTwoPixels(_ losses: Trials<Double, Double>, in notebook: Notebook) {
    notebook.section("Two pixels")
    notebook.text(
      """
      **Data augmentation** trains on distorted copies of the samples, distorted anew each time, with the labels of the
      originals. Take images of two pixels and two classes: (1, 0) has its ink on the left, (0, 1) on the right. Flip half of
      the copies. Now (1, 0) comes labelled *left* as often as *right*; the best answer is ½ for each, and no model does better
      than a coin. If each copy is flipped with probability p, the best answer to (1, 0) is 1 − p for *left*, with a
      cross-entropy of
      """)
    notebook.equation(
      latex: #"H(p) = -p \ln p - (1 - p) \ln (1 - p), \qquad H(\tfrac{1}{2}) = \ln 2 = 0.693"#,
      plain: "H(p) = −p ln p − (1 − p) ln(1 − p),   H(½) = ln 2 = 0.693")
    notebook.text("A copy that changes its class is a wrong label, and no training gets below the noise in the labels.")
    let excess = Self.shares.flatMap { share in losses[share].all.map { $0 - leastLoss(flipped: share) } }
    notebook.claim(
      "16.1",
      "Two pixels that are flipped with probability p leave every model a loss of H(p), and training gets there.",
      test: """
        trained on random copies, the loss over all copies lies within 0.005 nats above H(p), for six p from 0.05 to 0.5, in 8
        of 8 seeds
        """, source: .ours, verdict: .holds,
      when: excess.allSatisfy { (-1e-6...0.005).contains($0) },  // float32 may round it to below H(p)
      measured: "at most \(significant(excess.max() ?? .nan, 1)) nats above", runs: losses.seeds.count)
  }

  private func tellOfTurning(_ digits: Digits, in notebook: Notebook) async throws {
    let runs = await Runs(seeds: common.seeds(6), "turning") { TurnedSixes(base, digits, seed: $0) }
    let six = digits.pixels.take(rows: [digits.labels.firstIndex(of: 6) ?? 0])
    func last(_ threshold: Double) -> Double {
      runs.asSix.mean.lastIndex { $0 >= threshold }.map { TurnedSixes.degrees[$0] } ?? .nan
    }
    notebook.section("A six, turned")
    notebook.text(
      """
      Real digits: \(grouped(train)) to learn from, 8×8 pixels; half of the 1,797 are the test. A network of
      \(counted(hidden, "hidden unit")) has been trained by Adam for \(counted(steps, "step")), on upright digits only. Show it the sixes
      of the test, and turn them.
      """)
    notebook.figure(
      turningFigure(runs, six: six),
      caption: """
        Left, the share of all sixes that are read as a six or as a nine, mean of \(runs.seedCount) seeds. Right, one six.
        \((0...90).contains(last(50)) ? "Half of them are read as sixes up to \(plain(last(50)))°." : "")
        """, cover: true)
    notebook.text(
      "A small turn leaves a six. A half turn leaves a picture that people call nine, with the label six on it.")
  }

  private func tellOfLabels(
    _ losses: Trials<Double, Double>, _ kinds: Trials<Arm, Run>, _ digits: Digits, in notebook: Notebook
  ) async {
    // Pairs are easy: a fifth of the digits and a third of the steps.
    let pair = base.with(training: max(10, train / 5), steps: max(1, steps / 3))
    let flips = [Augmentation.original] + Augmentation.flips
    let pairs = await run(
      Self.pairs.flatMap { classes in flips.map { pair.with($0, classes: classes) } }, on: digits, seeds: 10)
    func loss(_ classes: [Int], _ flip: Augmentation) -> Summary {
      let plain = pair.with(classes: classes)
      return pairs.difference(plain, plain.with(flip)) { $0.plain }
    }
    func losers(_ classes: [Int], _ flip: Augmentation) -> Int {
      let plain = pair.with(classes: classes)
      return pairs.count(plain, plain.with(flip)) { $0.plain > $1.plain }
    }
    let keep: [([Int], Augmentation)] =
      Augmentation.flips.map { ([0, 8], $0) } + [([2, 5], .halfTurn), ([6, 9], .mirrored)]
    let change: [([Int], Augmentation)] = [([2, 5], .mirrored), ([2, 5], .upsideDown), ([6, 9], .halfTurn)]
    let isHarmless = keep.allSatisfy { loss($0.0, $0.1).mean <= 1 }
    let isHarmful = change.allSatisfy { losers($0.0, $0.1) >= 8 }
    let tenLose = Augmentation.flips.map { kinds.count(base, base.with($0)) { $0.plain > $1.plain } }
    func cost(_ flip: Augmentation) -> String { fixed(kinds.difference(base, base.with(flip)) { $0.plain }.mean, 1) }

    notebook.section("Flips")
    notebook.text(
      """
      Note 1 lists random crops, flips and rotations as what to do against overfitting on images. Three pairs of digits say when
      a flip is safe. A mirrored 2 looks much like a 5; a 2 turned by 180° is still a 2. A 6 turned by 180° is a 9; mirrored it
      is neither. And 0 and 8 stay what they are. So predict who suffers before you look:
      """)
    notebook.figure(
      labelsFigure(losses, pairs, classes: Self.pairs, isAsTold: isHarmless && isHarmful),
      caption: """
        Left, the loss of the two pixels; dashed, H(p). Right, the test error of networks that tell two digits apart, trained on
        \(counted(pair.training, "digit")) of which half of the copies are flipped: means of \(pairs.seeds.count) seeds.
        """)
    notebook.text(
      """
      With all ten digits mirroring costs \(cost(.mirrored)) points, upside down \(cost(.upsideDown)) and a half turn
      \(cost(.halfTurn)). That is not a coin's toss: mirrored twos and real fives differ in their details, and a network with
      enough units learns both.
      """)
    let readers = await Runs(seeds: common.seeds(4), "least squares") { LinearReader(digits, seed: $0) }
    notebook.folded("A linear reader cannot tell a digit from its mirror image") {
      notebook.text(
        """
        Let F mirror an image, and fit weights w by least squares with a small ridge to digits x and their mirror images Fx. Both
        sets together stay the same under F, so w and Fw have the same loss. The loss is strictly convex, so it has one minimum:
        w = Fw. Then w·x = w·Fx: a digit and its mirror image get the same answer. Measured on 1,437 digits the weights differ from their mirror
        images by at most \(significant(readers.asymmetry.maximum, 1)), and \(fixed(readers.mirrored.mean, 1)) % of the test digits
        are read instead of \(fixed(readers.plain.mean, 1)) %.
        """)
    }
    notebook.claim(
      "16.2", "Random flips are a remedy against overfitting on images.",
      test: """
        flipping half of the copies is safe where the label stays (0 or 8; 2 or 5 by half turns; 6 or 9 mirrored: at most 1 point
        lost on average) and costs where it changes (2 or 5 mirrored and upside down, 6 or 9 by half turns, and all three flips with ten digits:
        lower than plain in 8 of 10 seeds each)
        """,
      source: .note(1, "For CV"), rows: ["1.91"],
      verdict: .holdsIf("the flipped image keeps its label, which digits do not"),
      when: isHarmless && isHarmful && tenLose.allSatisfy { $0 >= 8 },
      measured: """
        half turns cost 6 or 9 \(fixed(loss([6, 9], .halfTurn).mean, 1)) points, 2 or 5 \(fixed(loss([2, 5], .halfTurn).mean, 1))
        """,
      detail: """
        ten digits are read worse in \(listed(tenLose.map(String.init))) of \(kinds.seeds.count) seeds when mirrored, upside down
        and turned by 180°; no pair gained from a flip
        """, runs: pairs.seeds.count)
  }
}
