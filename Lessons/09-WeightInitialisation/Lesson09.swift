import ArgumentParser
import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

/// Lesson 09 · Weight initialisation
///
/// How large should the first weights be, and what does a wrong size cost?
///
/// - Claim: a ReLU layer multiplies the size of its inputs by √(½ n Var(w)), where n is the number of inputs of a unit;
///   this factor should be 1. Below 1 training comes late, far above 1 it learns the training data by heart.
/// - Tests: He et al. 2015; Chizat, Oyallon & Bach 2019; note 1, "Weight Init".
@main struct Lesson09: Lesson {
  static let card = LessonCard.number(9)
  @OptionGroup var common: CommonOptions
  @Option("Standard deviation σ of first weights of your own, sent through thirty layers", .from(0.003...3))
  var std = 0.01
  @Option("Hidden layers of the trained networks", .from(1...16)) var depth = 10
  @Option("Mini-batches that each network is trained on", .from(100...20_000)) var steps = 1760

  /// What the page looks at in thirty layers.
  var starts: [Start] { [.standardNormal, .inverseRoot, .he, .lecun, .pyTorch, .own(std)] }
  var training: Training { Training(depth: depth, steps: steps) }

  func write(in notebook: Notebook) async throws {
    tellOfCoins(in: notebook)
    tellOfTheFactor(in: notebook)
    let digits = try Digits.load()
    let signals = await sendSignals(starts)
    tellOfThirtyLayers(signals, in: notebook)
    await tellOfTheFanIn(in: notebook)
    let tuned = await train(Self.arms, on: digits)
    tellOfTime(tuned, in: notebook)
    claimTraining(tuned, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "n belongs to the layer, not to the data; the 2 belongs to ReLU, which drops half of the mean square.",
      "“It does not train” is a sentence about a budget. Ask for how many steps, and look on a logarithmic axis.",
    ])
    try await setExercises(digits, tuned, in: notebook)
    notebook.answer(
      """
      So large that a layer passes on a signal of the size it received: with ReLU that is a variance of 2/n, where n is the
      number of inputs of a unit. In a deep network smaller weights cost time, and much larger ones learn the training data
      by heart.
      """)
  }

  /// Thirty layers from each start, on the same seeds.
  func sendSignals(_ starts: [Start]) async -> Trials<Stack, Signal> {
    await Trials(starts.map { Stack(start: $0) }, seeds: common.seeds(10), "signals") { Signal($0, seed: $1) }
  }
}

extension Start {
  /// The variance as a formula, "2/n".
  var spread: String {
    switch self {
    case .standardNormal: "1"
    case .inverseRoot: "1/√n"
    case .batchRoot: "1/√B"
    case .lecun: "1/n"
    case .he: "2/n"
    case .pyTorch: "1/(3n)"
    case .own(let deviation): "\(plain(deviation))²"
    }
  }

  /// Who proposes it.
  var origin: String {
    switch self {
    case .standardNormal: "note 1: typical"
    case .inverseRoot, .batchRoot: "note 1: a remedy"
    case .lecun: "LeCun; Glorot"
    case .he: "He"
    case .pyTorch: "PyTorch's `Linear`"
    case .own: "`--std`"
    }
  }
}

// MARK: - One layer

extension Lesson09 {
  private func tellOfCoins(in notebook: Notebook) {
    notebook.section("Four coins")
    notebook.text(
      """
      A ReLU unit has four inputs, each of them 1, and four weights. Toss a coin for each weight: +1 or −1, which has mean 0
      and variance 1. There are sixteen outcomes:
      """)
    let sums = coinSums(4)
    notebook.table(
      columns: ["sum of the four", "outcomes of 16", "its square", "square after ReLU"],
      rows: sums.map { sum, probability in
        [
          (sum < 0 ? "−" : "") + "\(abs(sum))", fixed(16 * probability, 0), "\(sum * sum)",
          "\(max(sum, 0) * max(sum, 0))",
        ]
      })
    let squares = sums.reduce(0) { $0 + Double($1.sum * $1.sum) * $1.probability }
    let kept = sums.reduce(0) { $0 + Double(max($1.sum, 0) * max($1.sum, 0)) * $1.probability }
    notebook.text(
      """
      On average over the sixteen the square is \(plain(squares)), and \(plain(kept)) after ReLU. The inputs had a mean square
      of 1: this layer doubles it. So does the next, and ten make \(plain(.pow(kept, 10))) of 1. With weights of ±1/√2
      instead, a variance of ½, every square is halved, and the layer passes on what it received. Four inputs, variance
      2/4.
      """)
  }

  private func tellOfTheFactor(in notebook: Notebook) {
    notebook.section("The factor of a layer")
    notebook.text(
      """
      Call the root of the mean square the **size** of a signal. With n inputs
      and weights of mean 0 the sums are the **gain** √(n Var(w)) times as large as the inputs (\(lesson(8))). ReLU keeps
      half of the mean square. So a layer multiplies the size by its **factor**
      """)
    notebook.equation(
      latex: #"""
        c = \sqrt{\tfrac{1}{2}\, n\,\mathrm{Var}(w)}, \qquad c = 1 \;\text{ where }\; \mathrm{Var}(w) = \frac{2}{n}
        """#,
      plain: "c = √(½ n Var(w)),   c = 1 where Var(w) = 2/n")
    notebook.text(
      """
      and L layers by c to the power L. Here n is the **fan-in**, the number of inputs of a unit; 2/n for ReLU is due to He
      and others (2015). The same product takes the gradient back, with a unit's outputs in the place of its inputs.
      """)
    notebook.folded("Why n, why ½, and what is left out") {
      notebook.text(
        """
        In the square of w₁x₁ + … + wₙxₙ the mixed terms average to 0, since the weights are independent with mean 0; the
        squares average to Var(w)(x₁² + … + xₙ²), n Var(w) times the mean square of the inputs. A sum is as likely s as −s,
        and ReLU drops exactly half of its mean square.

        That is an average over draws. One layer of n units multiplies the mean square by a random X of mean 1 and variance
        5/n (twice a squared rectified normal number has mean 1 and mean square 6). Over layers logarithms add, and
        E ln X ≈ −Var(X)/2: a typical layer keeps exp(−5/(4n)) of the size, \(fixed(typicalShareOfFactor(width: 64), 3)) at
        n = 64. With m outputs, backward asks for 2/m; Glorot's 2/(n + m), made without ReLU's ½, is a compromise.

        Zero is no start at all: no gradient comes through ReLU, and all units of a sigmoid layer see the same one and stay alike.
        """)
    }
  }
}

// MARK: - Thirty layers

extension Lesson09 {
  private func tellOfThirtyLayers(_ trials: Trials<Stack, Signal>, in notebook: Notebook) {
    notebook.section("Thirty layers")
    let depth = trials.arms[0].depth
    let width = trials.arms[0].width
    notebook.text(
      """
      Draw the weights in one of six ways, six **starts**; send normal numbers of size 1 forward through \(depth) ReLU layers
      of \(width) units, and a gradient of size 1 back.
      """)
    notebook.table(
      columns: ["variance", "from", "factor c", "size after \(depth)"],
      rows: trials.arms.map { stack in
        [
          stack.start.spread, stack.start.origin, significant(stack.start.factor(fanIn: width), 3),
          significant(trials[stack].sizes.median[depth], 1),
        ]
      })
    notebook.figure(
      signalFigure(trials),
      caption: """
        Medians of ten seeds; dashed, the powers of c. What a start does to the signal it does to the gradient.
        """)
    let (normal, he, pyTorch) = (
      trials[Stack(start: .standardNormal)], trials[Stack(start: .he)], trials[Stack(start: .pyTorch)]
    )
    notebook.text(
      """
      Note 1 advises not to go too deep. At a wrong factor that is right; at
      the right one depth costs the signal little.
      """)
    notebook.shows("1.43")
    let missed = trials.arms.flatMap { stack in
      let factor = stack.start.factor(fanIn: width)
      return [trials[stack].forward.mean, trials[stack].backward.mean].map { abs($0 / factor - 1) }
    }
    let tolerance = factorTolerance(width: width, layers: depth * trials.seeds.count)
    notebook.claim(
      "9.1", "A ReLU layer multiplies the size of a signal, and of a gradient on its way back, by √(½ n Var(w)).",
      test: """
        from every start the factor, averaged over layers and seeds, is within 5/(4n) plus three standard errors of it
        (\(percent(tolerance))), forward and backward
        """,
      source: .paper("He et al. 2015, section 2.2", "https://arxiv.org/abs/1502.01852"), verdict: .holds,
      when: missed.allSatisfy { $0 <= tolerance },
      measured: "at most \(percent(missed.max() ?? .nan)) off", runs: trials.seeds.count)
    let count = trials.seeds.count
    notebook.claim(
      "9.2", "The choice of the first weights is a remedy for vanishing gradients.",
      test: """
        \(depth - 1) layers back the gradient is below 1/1000 from 1/(3n) and above 1000 from N(0, 1) in all seeds, from 2/n
        between 1/20 and 20 in 9 of 10
        """,
      source: .note(
        1, "Remediation for Vanishing Gradient",
        corrected: Correction(
          "C70", .imprecise,
          """
          it is a remedy for vanishing and exploding gradients alike and belongs under both; too large steps, by which the
          note argues, are the exploding side
          """)),
      verdict: .holds,
      when: pyTorch.count { $0.gradients[0] < 0.001 } == count
        && 10 * he.count { (0.05...20).contains($0.gradients[0]) } >= 9 * count
        && normal.count { $0.gradients[0] > 1000 } == count,
      measured: """
        of 1 is left \(significant(pyTorch.gradients.median[0], 1)) from 1/(3n), \(fixed(he.gradients.median[0], 1)) from 2/n
        """,
      detail: "from N(0, 1) \(significant(normal.gradients.median[0], 1))",
      runs: count)
  }

  // MARK: - The fan-in

  /// The variances on layers of several widths, and with batches of several sizes.
  private func tellOfTheFanIn(in notebook: Notebook) async {
    let (batch, width) = (32, 64)
    func measure(_ places: [(width: Int, batch: Int)]) async -> Trials<Stack, Signal> {
      let stacks = places.flatMap { place in
        [Start.he, .batchRoot(place.batch)].map { Stack(start: $0, width: place.width, depth: 10, inputs: place.batch) }
      }
      return await Trials(stacks, seeds: common.seeds(5), "fan-in") { Signal($0, seed: $1) }
    }
    let byWidth = await measure([16, 32, 64, 128, 256].map { ($0, batch) })
    let byBatch = await measure([4, 16, 64, 256, 1024].map { (width, $0) })
    let (small, large) = (
      sampleVariances(size: 8, seed: common.seed), sampleVariances(size: 256, seed: common.seed)
    )
    notebook.section("What n is")
    notebook.text(
      """
      Note 1 offers the variance 1/√n, where n is the batch size: a large sample, it says, has a small variance anyway. Its
      *mean* does, a variance of \(significant(small.ofMean, 1)) for 8 draws from N(0, 1), \(significant(large.ofMean, 1)) for
      256. The draws do not: \(fixed(small.within, 2)) and \(fixed(large.within, 2)). And a unit adds up the inputs of one sample,
      whatever the batch. The square
      root belongs to the standard deviation, 1/√n where the variance is 1/n: even with n the fan-in a variance of 1/√n
      makes a factor of \(plain(Start.inverseRoot.factor(fanIn: width))) at \(width) inputs, more in wider layers.
      """)
    notebook.figure(
      fanInFigure(byWidth: byWidth, byBatch: byBatch, batch: batch, width: width),
      caption: """
        Factor of a ReLU layer: dots measured, five seeds; dashed, c. At 64 inputs and batches of 1024 the note's 1/√B is
        2/n to the last digit, by coincidence.
        """)
    notebook.shows("1.50")
    let he = byBatch.arms.filter { $0.start == .he }.map { byBatch[$0].forward.mean }
    let note = byBatch.arms.filter { $0.start != .he }.map { byBatch[$0].forward.mean }
    let tolerance = factorTolerance(width: width, layers: 10 * byBatch.seeds.count)
    let spread = (note.max() ?? .nan) / (note.min() ?? .nan)
    notebook.claim(
      "9.3", "N(0, 1/√n) is a remedy for too large first steps, where n is the batch size.",
      test: """
        does not hold if with batches of 4 to 1024 its factor at \(width) inputs changes more than twofold and that of 2/n
        stays within \(percent(tolerance)) of 1 (5/(4n) plus three standard errors)
        """,
      source: .note(
        1, "Weight Init",
        corrected: Correction(
          "C12", .wrong,
          "n is the number of inputs of a unit, and the variance 1/n (2/n for ReLU); 1/√n is the standard deviation")),
      rows: ["1.48", "1.49", "1.51"], verdict: .doesNotHold,
      when: spread > 2 && he.allSatisfy { abs($0 - 1) <= tolerance },
      measured: "factor \(fixed(note.max() ?? .nan, 2)) to \(fixed(note.min() ?? .nan, 2))",
      detail: "2/n \(fixed(he.min() ?? .nan, 2)) to \(fixed(he.max() ?? .nan, 2))", runs: byBatch.seeds.count)
  }
}
