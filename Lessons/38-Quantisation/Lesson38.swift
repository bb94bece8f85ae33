import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

extension Rounding: ExpressibleByArgument {}

/// The bits of the sweeps, the most first.
let bits = [8, 7, 6, 5, 4, 3, 2]

/// Lesson 38 · Quantisation
///
/// Four bits do; with fewer it is the scale that fails first, because one large weight sets it for all.
@main struct Lesson38: Lesson {
  static let card = LessonCard.number(38)
  @OptionGroup var common: CommonOptions
  @Option("Factor c of one unit's weights", .from(1...10000)) var outlier = 1000.0
  @Option("Epochs of learning on through rounded weights", .from(1...10)) var epochs = 1
  @Option(help: "Where a weight between two levels goes: nearest or down.") var rounding = Rounding.nearest

  var factors: [Double] { Set([1, 3, 10, 30, 100, 300, 1000, outlier]).sorted() }

  func write(in notebook: Notebook) async throws {
    tellOfFourWeights(in: notebook)
    let task = LeNetTask(try Digits.load())
    let nets = await nets(task)
    let whole = nets.accuracy
    let trials = await trials(task, nets)
    tellOfBits(trials, whole, in: notebook)
    tellOfTheScale(trials, whole, nets[common.seed], in: notebook)
    tellOfTheOutlier(trials, whole, nets, in: notebook)
    tellOfTraining(trials, in: notebook)
    await tellOfWholeNumbers(trials, whole, task, nets, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Before you blame the bits, look at the largest weight of each matrix, and at how far it is from the others.",
      "Ask of “four times smaller” which layers were converted, and look at the file.",
    ])
    try await setExercises(task, nets, in: notebook)
    notebook.answer(
      """
      Four bits for each weight do nearly as well as 32. With two, one large weight spoils the others: the levels are
      spread out to reach it, and nearly all the rest is rounded to zero.
      """)
  }

  func format(_ bits: Int = 8, perOutput: Bool = false, best: Bool = false) -> Format {
    Format(bits: bits, perOutput: perOutput, scale: best ? .leastSquares : .largest, rounding: rounding)
  }

  /// The trained networks.
  func nets(_ task: LeNetTask, seeds: Int = 8, epochs: Int = 8) async -> Nets {
    let seeds = common.seeds(seeds)
    return Nets(
      seeds: seeds, runs: await Runs(seeds: seeds, "networks") { Trained(task, seed: $0, epochs: epochs) })
  }

  /// What comes of two bits after learning on: through rounded weights, or rounded afterwards, or not at all.
  var through: Arm { .trained(through: format(2), to: format(2), epochs: epochs) }
  var afterwards: Arm { .trained(through: nil, to: format(2), epochs: epochs) }
  var unrounded: Arm { .trained(through: nil, to: nil, epochs: epochs) }
  /// Enlarging a unit changes no answer.
  var unchanged: Arm { .enlarged(nil, by: outlier) }

  /// How the networks read after what is done to them.
  func trials(_ task: LeNetTask, _ nets: Nets, _ arms: [Arm]? = nil) async -> Trials<Arm, Run> {
    let formats =
      bits.flatMap { [format($0), format($0, perOutput: true), format($0, best: true)] }
      + [format(2, perOutput: true, best: true)]
    let all =
      [through, afterwards, unrounded]
      + formats.map { .rounded($0) } + [unchanged]
      + factors.flatMap { [.enlarged(format(), by: $0), .enlarged(format(perOutput: true), by: $0)] }
      + [.wholeNumbers(format(), isComplete: false), .wholeNumbers(format(), isComplete: true)]
    return await Trials(arms ?? all, seeds: nets.seeds, "changed networks") { arm, seed in
      Run(arm, nets[seed], task)
    }
  }
}

// MARK: - Fewer bits

extension Lesson38 {
  private func tellOfFourWeights(in notebook: Notebook) {
    notebook.section("Four weights, one scale")
    notebook.text(
      """
      A weight is usually a floating-point number of 32 bits. **Quantisation** stores fewer, and computes with fewer:
      each weight w becomes a whole number q, its level, and all share a **scale** s, the step between levels. Eight
      bits hold −127 to 127, so the weight farthest from 0 goes to the end of that, and the others are rounded:
      """)
    notebook.equation(
      latex:
        #"s = \frac{\max|w|}{Q}, \qquad q = \mathrm{round}\left(\frac{w}{s}\right), \qquad w \approx s\,q, \qquad Q = 2^{b-1} - 1"#,
      plain: "s = max|w|/Q,   q = round(w/s),   w ≈ s q,   Q = 2ᵇ⁻¹ − 1")
    notebook.text(
      """
      With b bits, Q is 127 for 8, 7 for 4 and 1 for 2. The weights (−1.27, 0.4, 0.013, 1) have the scale 0.01, become
      (−127, 40, 1, 100), and come back as (−1.27, 0.4, 0.01, 1): none is off by more than s/2.

      Now let the first weight be −127. The scale is 1, and the others become 0, 0 and 1. They still have eight bits
      each, but one weight has taken nearly all of their 255 levels.
      """)
    notebook.shows("1.128")
  }

  private func tellOfBits(_ trials: Trials<Arm, Run>, _ whole: Summary, in notebook: Notebook) {
    let seeds = trials.seeds.count
    func accuracies(_ format: (Int) -> Format) -> [Summary] { bits.map { trials[.rounded(format($0))].accuracy } }
    let (one, best) = (accuracies { format($0) }, accuracies { format($0, best: true) })
    let four = bits.firstIndex(of: 4) ?? 0
    let lasts = one[four].mean > whole.mean - 2
    let isScale = lasts && best[6].mean > one[6].mean + 25
    notebook.section("A network for digits")
    notebook.text(
      """
      LeNet, as note 1 has it (and \(lesson(35)) prunes it), has convolutions with 6 and 16 filters, dense layers with
      120, 84 and 10 units, 61,706 numbers in all. It learns 1,200 handwritten digits in 8 epochs, and reads
      \(whole.plusMinus(1)) % of 597 others (\(seeds) seeds). Then its weights are rounded\(rounding == .down ? " down" : "");
      its biases stay. There are three ways to choose the scales:
      """)
    notebook.list([
      "**largest**: one for a layer, by its largest weight;",
      "**per output**: one for each row or filter, by the largest weight there;",
      """
      **best**: one for a layer; of 33 scales, from a fifth of “largest” to all of it, the one with the least squared
      error. Weights beyond the last level are cut to it.
      """,
    ])
    notebook.code(
      """
      let rounded = QuantizedTensor(symmetric: layer.weight.value, bits: 4, scale: .leastSquares)
      layer.weight.assign(rounded.dequantized)
      """)
    notebook.figure(
      bitsFigure(
        [
          ("largest", .largest, one), ("per output", .perOutput, accuracies { format($0, perOutput: true) }),
          ("best", .leastSquares, best),
        ], trained: ("largest, \(counted(epochs, "epoch")) later", trials[through].accuracy), whole: whole.mean,
        title: isScale
          ? "With two bits it is mostly the scale that fails" : "What is read with fewer and fewer bits"),
      caption: """
        Mean, least and greatest of \(seeds) seeds. Black: two bits after learning with them (below).
        """, cover: true)
    notebook.text(
      """
      By the largest weight, \(fixed(one[0].mean, 1)) % are read with eight bits, \(fixed(one[four].mean, 1)) % with
      four and \(fixed(one[6].mean, 0)) % with two. (The claims' tests were written after a trial
      with other seeds. Ten times the epochs change none of this, as a worked example shows.)
      """)
    notebook.shows("1.98")
    let (eight, integer) = (trials[.rounded(format())], trials[.wholeNumbers(format(), isComplete: true)])
    notebook.claim(
      "38.1", "Eight bits for each weight cost nothing.",
      test: """
        with one scale for each layer the mean accuracy stays within 0.5 points, and on average at most 1 % of the
        answers change; also where dense layers compute in whole numbers
        """,
      source: .folklore, verdict: .holds,
      when: [eight, integer].allSatisfy { abs($0.accuracy.mean - whole.mean) <= 0.5 && $0.changed.mean <= 1 },
      measured: "\(fixed(max(eight.changed.mean, integer.changed.mean), 2)) % of the answers change",
      detail: "at most \(fixed(max(eight.changed.maximum, integer.changed.maximum), 2)) % in one seed",
      revised:
        "it asked for at most 1 % in every seed, to which another first seed came close",
      runs: seeds)
    tellOfErrors(trials, in: notebook)
  }

  private func tellOfErrors(_ trials: Trials<Arm, Run>, in notebook: Notebook) {
    let runs = bits.map { trials[.rounded(format($0))] }
    func percents(_ runs: Runs<Run>) -> Summary { Summary(of: runs.all.map { 100 * $0.error }) }
    let errors = runs.map(percents)
    let four = bits.firstIndex(of: 4) ?? 0
    let step = root(errors[four].mean / errors[0].mean)
    let theory = root(Double(highest(8)) / Double(highest(4)))
    let isQuiet = runs[four].changed.mean < 5 && abs(step / theory - 1) < 0.1
    notebook.text(
      """
      Yet eight bits and four are not the same. Take the **logits**, the network's outputs, one for each digit. Their
      **error**, the length of their change in percent of their own length,
      \(abs(step / theory - 1) < 0.1 ? "about doubles" : "grows") with each bit less. But the answer is the digit with
      the largest logit, and that changes only when another overtakes it.
      """)
    notebook.figure(
      errorFigure(
        errors, runs.map(\.changed),
        title: isQuiet
          ? "The error doubles with each bit less; down to four hardly an answer changes"
          : "The error, and the answers that change"
      ),
      caption:
        "Scales by the largest weight of each layer. Mean, least and greatest of \(trials.seeds.count) seeds.")
    notebook.folded("Why a bit less doubles the error") {
      notebook.text(
        """
        Rounding to the nearest level errs by at most s/2. Small errors change the logits in proportion: to s, so to 1/Q, from bit
        to bit by 127/63 = 2.02 to 15/7 = 2.14.
        """)
    }
    notebook.claim(
      "38.2", "Each bit less doubles the error of the logits, down to four bits.",
      test: """
        from eight to four bits the mean error grows by a factor a bit (geometric mean of the four) within 10 % of
        theory, \(fixed(theory, 2))
        """,
      source: .ours, verdict: .holds, when: abs(step / theory - 1) <= 0.1,
      measured: "\(fixed(step, 2)) times a bit",
      revised: "it asked this of each number of bits, for which networks scatter too much",
      runs: trials.seeds.count)
  }

  /// The fourth root.
  private func root(_ x: Double) -> Double { x.squareRoot().squareRoot() }
}
