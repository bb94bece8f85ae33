import Datasets
import Descent
import Notebook

extension Lesson07 {
  /// What to try next.
  func setExercises(_ study: Study, _ digits: Digits, in notebook: Notebook) async {
    let (factor, mode) = (1.1, study.regressions[0].mode)
    let regression = LinearRegression(DigitsTask(digits, seed: common.seed).training)
    let overflow = Overflow(of: regression, mode: mode, factor: factor)
    func step(_ number: Int?) -> String { number.map(grouped) ?? "none" }
    notebook.exercise(
      "--factor 1.1",
      """
      By how much does each step multiply the loss now? Work out at which step it leaves the range of a double, with
      ½ s²/λ = \(significant(mode.loss(atFactor: factor, after: 0), 3)) to start from, and look. Do the two weights survive?
      """,
      answer: """
        By (1 − 2.2)² = \(fixed((1 - 2 * factor) * (1 - 2 * factor), 2)), \(fixed(SharpestMode.decadesPerStep(atFactor: factor), 4))
        decades, so that it takes \(step(overflow.predicted)) steps to 10³⁰⁸; the run says \(step(overflow.infinite)), and the
        first nan comes at step \(step(overflow.notANumber)). The two weights survive: they end at a loss of
        \(significant(TwoWeights().descend(atFactor: factor).last?.loss ?? .nan, 1)).
        """)
    let rate = 1.2
    let runs = await forEachSeed(study.seeds, "exercise") { seed in
      let task = EdgeTask(digits, loss: .squared, seed: seed)
      return (
        sharpness: task.firstSharpness, run: task.descend(learningRate: rate, steps: RegressionStudy.steps)
      )
    }
    let (lost, kept) = (runs.filter { !$0.run.isComplete }, runs.filter(\.run.isComplete))
    let isSharper = (kept.map(\.sharpness).max() ?? 0) < (lost.map(\.sharpness).min() ?? 0)
    func products(_ runs: [(sharpness: Double, run: EdgeRun)]) -> String {
      runs.isEmpty ? "none" : listed(runs.map { fixed($0.sharpness * rate, 2) }.sorted())
    }
    notebook.exercise(
      "--learning-rate 1.2",
      "How many of the seeds diverge? Which of them, and could one have known before the first step?",
      answer: """
        \(lost.count) of \(runs.count)\(isSharper ? ": those with the sharpest start" : ""). ηλ₀ is \(products(lost)) where it diverges and
        \(products(kept)) where it does not; the border of the two weights is 4.
        """)
    let calm = EdgeTask(digits, loss: .crossEntropy, seed: common.seed)
      .descend(learningRate: 0.5, steps: EdgeStudy.steps, every: 25)
    notebook.exercise(
      "--loss cross-entropy",
      "Does the sharpness still go to 2/η? Why not?",
      answer: """
        No: for the first seed it falls from \(significant(calm.sharpness.first ?? .nan, 2)) to
        \(significant(calm.sharpness.last ?? .nan, 2)), where the edge is \(significant(calm.edge, 2)). Cross-entropy bends only
        where the network is unsure, and it is less and less so.
        """)
  }
}
