import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook

/// Lesson 10 · Batch normalisation and the bypass
///
/// What lets a network of forty layers train: normalisation, a bypass, or both?
///
/// - Claim: before training, batch normalisation makes the gradient of a ReLU network grow by √(π/(π − 1)) a layer on its
///   way back, and a plain bypass makes it grow too. Forty layers train with both, or with a bypass whose branch starts
///   at zero; with either alone they do not.
/// - Tests: Ioffe & Szegedy 2015; Yang et al. 2019; He et al. 2015; De & Smith 2020; note 1, "Remediation for Both
///   Vanishing and Exploding Gradient".
@main struct Lesson10: Lesson {
  static let card = LessonCard.number(10)
  @OptionGroup var common: CommonOptions
  @Option(help: "Hidden layers of the deepest network, 6 to 100.") var depth = 40
  @Option(help: "Where the scale α of the scaled bypass starts, from 0 to 2.") var alpha = 0.0
  @Option(help: "Weights at the start: own (He's for the plain network, PyTorch's for the others), he or pytorch.")
  var weights = Weights.own
  @Option(help: "Epochs of training of the deep networks, 1 to 16.") var epochs = 4

  func validate() throws {
    try require(depth, "--depth", .from(6...100))
    try require(alpha, "--alpha", .from(0...2))
    try require(epochs, "--epochs", .from(1...16))
  }

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    tellOfOneFeature(in: notebook)

    let normalisation = await NormalisationStudy(digits, seeds: common.seeds(10))
    tellOfScales(normalisation, in: notebook)

    let (depth, alpha) = (depth, alpha)
    func signals(_ weights: Weights) async -> PropagationStudy {
      await PropagationStudy(depth: depth, weights: weights, alpha: alpha, digits: digits, seeds: common.seeds(6))
    }
    let (he, pyTorch) = (await signals(.he), await signals(.pyTorch))
    tellOfDepth(he, pyTorch, in: notebook)

    let pilotSeeds = [1000, 1001, 1002].map { common.seed &+ $0 }
    let setup = Setup(design: .plain, depth: depth, weights: weights, alpha: alpha, epochs: epochs)
    let deep = await DepthStudy(
      upTo: depth, base: setup, digits: digits, seeds: common.seeds(6), pilotSeeds: pilotSeeds)
    tellOfTraining(deep, he, in: notebook)

    let batches = await BatchStudy(digits, seeds: common.seeds(6), pilotSeeds: pilotSeeds)
    tellOfSmallBatches(batches, in: notebook)

    notebook.section("What to notice")
    notebook.list([
      "A gradient of the right size is not enough: the plain network keeps its gradient and loses the digits.",
      "Normalisation keeps the digits apart whatever the weights, and pays for it with the gradient.",
      "A bypass makes a sum of what was a product. The sum must not drown what it started from: divide each new term by "
        + "what is there, as normalisation does, or let it start at zero.",
    ])
    stateClaims(normalisation, in: notebook)
    claimPropagation(he, pyTorch, in: notebook)
    claimTraining(deep, he, batches, in: notebook)
    await setExercises(deep, he, pyTorch, digits, pilotSeeds: pilotSeeds, in: notebook)
    let accuracies = Design.allCases.map { "\($0.words) \(fixed(deep.accuracy($0, depth).mean, 0)) %" }
    notebook.answer(
      """
      \(deep.title). After \(counted(epochs, "epoch")) the five designs read this much of the test digits:
      \(listed(accuracies)). (Scaled is hₖ = hₖ₋₁ + αₖ relu(Wₖ hₖ₋₁), α learnt from \(plain(alpha)).)
      """)
  }
}

// MARK: - The smallest examples

extension Lesson10 {
  private func tellOfOneFeature(in notebook: Notebook) {
    notebook.section("What normalisation does to one feature")
    notebook.text(
      """
      Batch normalisation looks at one unit over the samples of a mini-batch. It takes off their mean, divides by their
      standard deviation, and then lets the network choose a scale w and a shift b of its own:
      """)
    notebook.equation(
      latex: #"y_i = w\,\frac{x_i - \mu}{\sqrt{v + \varepsilon}} + b, \qquad "#
        + #"\mu = \frac{1}{n} \sum_i x_i, \qquad v = \frac{1}{n} \sum_i (x_i - \mu)^2"#,
      plain: "yᵢ = w (xᵢ − μ)/√(v + ε) + b,   μ = (1/n) Σ xᵢ,   v = (1/n) Σ (xᵢ − μ)²")
    let examples: [[Double]] = [[10, 20, 30], [1, 2, 1000], [3, 5], [-5, 900], [7, 7]]
    notebook.table(
      columns: ["x over the batch", "y with ε = 0", "y with ε = 10⁻⁵"],
      rows: examples.map { x in
        func words(_ y: [Double]) -> String { "(" + y.map { fixed($0, 4) }.joined(separator: ", ") + ")" }
        let hasSpread = x.contains { $0 != x[0] }
        return [
          "(" + x.map { fixed($0, 0) }.joined(separator: ", ") + ")", hasSpread ? words(normalized(x)) : "0/0",
          words(normalized(x, epsilon: 1e-5)),
        ]
      }, caption: "With w = 1 and b = 0.")
    notebook.text(
      """
      Three numbers in a row become −√1.5, 0 and √1.5, ten apart or a thousand. Two numbers become −1 and 1, whatever they
      were, and one alone would always become 0: the framework refuses it. What is left of a sample is where it stands
      among the others of its batch.

      Note 1 lists batch normalisation as a remedy for vanishing and for exploding gradients, and explains it by large
      batches, which resist extreme samples. Those are two different things. Here is what each does: to weights, to an
      extreme sample, and to a deep network.
      """)
  }

  private func tellOfScales(_ study: NormalisationStudy, in notebook: Notebook) {
    notebook.section("Weights without a size")
    notebook.text(
      """
      Multiply the weights of a layer by c. All its sums grow c times, and so does their standard deviation: normalised,
      nothing has changed. So the loss is the same, L(cW) = L(W), and a function that does not change when its argument
      is stretched has a derivative that shrinks as the argument grows:
      """)
    notebook.equation(
      latex: #"\frac{\partial L}{\partial W}(cW) = \frac{1}{c}\,\frac{\partial L}{\partial W}(W), \qquad "#
        + #"\Big\langle W, \frac{\partial L}{\partial W} \Big\rangle = 0"#,
      plain: "∂L/∂W (cW) = (1/c) ∂L/∂W (W),   ⟨W, ∂L/∂W⟩ = 0")
    let (curve, plainCurve) = (study.scaled[.normalized]?[0] ?? [], study.scaled[.plain]?[0] ?? [])
    notebook.table(
      columns: ["factor c", "loss, normalised", "‖∂L/∂W‖", "loss, plain", "‖∂L/∂W‖ "],
      rows: [-4, 0, 4, 8].map { offset in
        let (scaled, other) = (curve[study.unit + offset], plainCurve[study.unit + offset])
        return [
          significant(scaled.factor, 3), fixed(scaled.loss, 4), significant(scaled.gradientNorm, 4),
          fixed(other.loss, 4), significant(other.gradientNorm, 4),
        ]
      }, caption: "The second of three hidden layers of 32 units, He's weights times c, one seed.")
    let (few, many) = (study.batchSizes[2], study.batchSizes[study.batchSizes.count - 1])
    notebook.figure(
      normalisationFigure(study),
      caption: """
        Left, the gradient by a layer's weights when these are multiplied by a factor, geometric means over \(study.seeds)
        seeds; dashed, 1/factor. Where the weights are so small that their sums' variance falls to ε, normalisation ends.
        Right, by how much the gradient of a batch changes, ‖g′ − g‖/‖g‖, when one of its digits is made 100 times as
        bright, medians; dashed, 1/batch size.
        """)
    notebook.text(
      """
      And the extreme sample? A gradient is a mean over the batch, and takes in one B-th of it. So a larger batch does help
      (Figure 1, right): without normalisation the change falls from \(significant(study.change(.plain, batchSize: few), 2))
      at B = \(few) to \(significant(study.change(.plain, batchSize: many), 2)) at B = \(many). Normalisation cuts the
      extreme sample down to size, but through mean and deviation it moves all the others: the change is
      \(significant(study.change(.normalized, batchSize: few), 2)) and
      \(significant(study.change(.normalized, batchSize: many), 2)).
      """)
  }
}

extension Weights: ExpressibleByArgument {}
