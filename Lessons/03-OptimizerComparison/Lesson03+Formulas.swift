import Datasets
import Descent
import Notebook

extension Lesson03 {
  /// Tells what hides behind the methods' names, and what the notes say of them.
  func tellFormulas(in notebook: Notebook) {
    notebook.section("Same name, other formula")
    notebook.text(
      """
      **Correction.** The notes credit PyTorch's RMSProp with one, but it has none, and starts with steps of 1/√(1 − β) times
      η. Adam without it starts with steps that are too *long*: m is small, but √v is smaller still.
      """)
    notebook.table(
      columns: ["steps under g = 1, η = 0.01", "1", "2", "3"],
      rows: firstStepsOfConventions().map { row in [row.name] + row.updates.map { fixed($0, 6) } })
    notebook.text("**The place of ε.** Under the root, ε = 10⁻⁸ is a floor of 10⁻⁴ below which gradients hardly count.")
    notebook.table(
      columns: ["gradient", "first step / η with √S + ε", "with √(S + ε)"],
      rows: [("10⁻³", 1e-3), ("10⁻⁶", 1e-6), ("10⁻⁸", 1e-8)].map { name, gradient in
        [name] + EpsilonPlacement.allCases.map { fixed(shareOfFirstStep(gradient: gradient, $0), 7) }
      })
    notebook.section("What the notes say of these methods")
    notebook.table(columns: ["", "they say", "it is", "seen here"], rows: corrections())
  }

  /// Slips of the notes that need no experiment of their own, each with a number that shows it.
  private func corrections() -> [[String]] {
    let rate = 0.1
    func difference(_ optimizer: any Optimizer) -> Double {
      // The same gradients, two weights: a rule that used the weight would tell them apart.
      let paths = [1.0, 100].map { updates(by: optimizer, steps: 3, from: $0) }
      return zip(paths[0], paths[1]).map { abs($0 - $1) }.max() ?? .nan
    }
    let decayed = updates(by: RMSProp(learningRate: rate, biasCorrection: true, weightDecay: 0.1), steps: 1, from: 1)
    let plain = updates(by: RMSProp(learningRate: rate, biasCorrection: true), steps: 1, from: 1)
    return [
      [
        "C37", "momentum uses the weight itself", "it uses past gradients",
        "steps from w = 1 and from w = 100 differ by \(significant(difference(Momentum(learningRate: rate)), 1)): rounding",
      ],
      [
        "C39", "RMSProp has roots and squares, but no mean", "the running average is the mean",
        "gradients 1, 3, 1, 3, …: S = \(fixed(meanSquareOfAlternating(1, 3, steps: 20_000), 2)), their mean square",
      ],
      [
        "C41", "weight decay enters as a factor of the gradient",
        "W − λ (L′ + λ_w W); RMSProp then divides the sum by √S",
        "its first step is \(fixed(decayed[0], 4)) with λ_w = 0.1, \(fixed(plain[0], 4)) without: the decay is divided away",
      ],
      [
        "C42", "Adam, “Adaptive Momentum Estimation”, divides by the sum of squared weights",
        "adaptive *moment* estimation; the root of the average of squared *gradients*",
        "steps from w = 1 and from w = 100 differ by \(significant(difference(Adam(learningRate: rate)), 1)): rounding",
      ],
      [
        "C43", "the bias b moves by the momentum of W", "by its own, V_db",
        "the shapes differ: \(firstLayerShapes())",
      ],
    ]
  }

  /// "[5, 2] and [5]": the first layer of the moons' network.
  private func firstLayerShapes() -> String {
    var generator = RandomGenerator(seed: 0)
    return MoonsTask.network(using: &generator).layers[0].parameters.map { "\($0.tensor.shape)" }.joined(
      separator: " and ")
  }
}
