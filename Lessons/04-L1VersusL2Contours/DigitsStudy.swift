import Datasets
import Notebook

/// All trainings on the digits: each regularisation and strength, over the same splits.
struct DigitsStudy {
  /// The strengths λ of the sweep, ascending, the featured one among them; none is zero.
  let strengths: [Double]
  /// The λ of the pictures of weights.
  let featured: Double
  /// What stands for L1, taken exactly and in the loss; the signed sum where the absolute value is left out.
  let l1: Regularization
  let l1InLoss: Regularization
  let seeds: Int
  private let outcomes: [Setting: [SparseDigits.Outcome]]

  /// λ = 10⁻¹⁰ η, which the notes recommend.
  static let notedStrength = 1e-10 * SparseDigits.learningRate

  private struct Setting: Hashable, Sendable {
    let regularization: Regularization
    let strength: Double
  }

  init(seeds: [UInt64], featured: Double, withoutAbsoluteValue: Bool) async throws {
    let grid = [1e-4, 1e-3, 3e-3, 1e-2, 3e-2]
    strengths = (featured == 0 || grid.contains(featured) ? grid : grid + [featured]).sorted()
    self.featured = featured
    self.seeds = seeds.count
    l1 = withoutAbsoluteValue ? .signedSum : .l1Proximal
    l1InLoss = withoutAbsoluteValue ? .signedSum : .l1InLoss

    var settings: Set = [
      Setting(regularization: .l2, strength: 0), Setting(regularization: .l2, strength: Self.notedStrength),
      Setting(regularization: .signedSum, strength: 1e-3), Setting(regularization: .weightDecay, strength: 1e-3),
      Setting(regularization: .l2WithBiases, strength: 1e-3),
    ]
    for regularization in [l1, l1InLoss, .l2] {
      settings.formUnion(strengths.map { Setting(regularization: regularization, strength: $0) })
    }
    let digits = try Digits.load()
    let tasks = settings.flatMap { setting in seeds.map { (setting, $0) } }
    let results = await inParallel(over: tasks, "digits") { setting, seed in
      SparseDigits(digits, seed: seed).outcome(of: setting.regularization, strength: setting.strength)
    }
    var outcomes: [Setting: [SparseDigits.Outcome]] = [:]
    for (task, result) in zip(tasks, results) { outcomes[task.0, default: []].append(result) }
    self.outcomes = outcomes
  }

  /// The outcomes, one a seed; λ = 0 is the same for all.
  func callAsFunction(_ regularization: Regularization, _ strength: Double) -> [SparseDigits.Outcome] {
    let setting = Setting(regularization: strength == 0 ? .l2 : regularization, strength: strength)
    guard let outcomes = outcomes[setting] else {
      preconditionFailure("Nothing was trained with \(regularization) at λ = \(strength).")
    }
    return outcomes
  }

  /// A summary over the seeds of one figure of the outcomes.
  func summary(
    _ regularization: Regularization, _ strength: Double, _ figure: (SparseDigits.Outcome) -> Double
  ) -> Summary {
    Summary(of: self(regularization, strength).map(figure))
  }

  /// The largest of a figure that compares two settings seed by seed.
  func largest(
    _ a: (Regularization, Double), _ b: (Regularization, Double),
    _ compare: (SparseDigits.Outcome, SparseDigits.Outcome) -> Double
  ) -> Double {
    zip(self(a.0, a.1), self(b.0, b.1)).map(compare).max() ?? .nan
  }
}
