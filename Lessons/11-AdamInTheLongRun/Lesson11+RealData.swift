import Datasets
import Notebook

extension Lesson11 {
  /// The bowl in thirty dimensions.
  func tellOfTheTumours(_ study: TumourStudy, in notebook: Notebook) {
    let (fit, adam) = (study.fit, study.adam)
    notebook.section("Real data: tumours")
    notebook.text(
      """
      Does it happen in a bowl that nobody made up? Take a linear model that tells benign tumours from malignant ones by
      \(BreastCancer.featureCount) features, fitted by least squares to all of them at once: a bowl whose curvatures reach
      from almost nothing to λ = \(fixed(fit.largestCurvature, 1)). PyTorch's Adam (β₂ = 0.999) at η =
      \(plain(TumourFit.learningRate)) runs for \(grouped(TumourStudy.steps)) steps from \(study.seeds.count) random starts.
      A burst is a loss, above the least possible one, of more than a hundred times the least that it had been.
      """)
    let firsts = study.firstBursts(adam)
    notebook.figure(
      tumourFigure(study),
      caption: """
        Left, the loss above the least one. Right, Adam's units: the largest eigenvalue of D⁻¹H times η, where H is the
        curvature of the loss and D the diagonal of the divisors √v̂ + ε, measured every \(TumourStudy.interval) steps. Beyond \(fixed(TumourFit.limit, 0)), dashed, Adam
        is unstable. The largest value over all seeds is
        \(fixed(Summary(of: adam.flatMap(\.sharpness)).maximum, 1)).
        """)
    notebook.table(
      columns: ["", "bursts", "first burst at step", "excess at its least", "its height in the last quarter"],
      rows: study.rules.map { rule in
        let first = study.firstBursts(study[rule])
        return [
          rule.words, "\(study.bursts(rule)) of \(study.seeds.count)", first.isEmpty ? "–" : range(first),
          significant(study.leastExcess(rule).median, 1), significant(study.lateExcess(rule).median, 1),
        ]
      },
      caption: """
        Loss above the least one, medians over the seeds. The least loss is \(fixed(fit.leastLoss, 3)); that of a model which
        says nothing is \(fixed(fit.lossOfNothing, 3)).
        """)
    let heights = adam.compactMap(\.highestBurst)
    notebook.text(
      """
      An ε above ηλ/\(fixed(TumourFit.limit, 0)) = \(significant(fit.safeEpsilon, 2)) is safe: no divisor can be smaller
      than ε, so the limit is never passed. It costs speed in the flat directions, and so does AMSGrad, whose divisors remember the large
      gradients of the start; at a larger rate of its own it makes up for that.
      \(heights.isEmpty ? "" : "Mind the scale: the highest burst adds \(significant(heights.max() ?? 0, 2)) to a loss of \(fixed(fit.leastLoss, 3)).")
      \(firsts.isEmpty ? "" : "Nobody who looks at the loss itself would notice.")
      """)
    notebook.reference(
      """
      Breast Cancer Wisconsin (Diagnostic): W. Wolberg, O. Mangasarian, N. Street and W. Street 1995, \
      [UCI Machine Learning Repository](https://archive.ics.uci.edu/dataset/17), CC BY 4.0.
      """)
  }

  /// A loss whose curvature vanishes with its gradient.
  func tellOfTheDigits(_ study: DigitsStudy, beside tumours: TumourStudy, in notebook: Notebook) {
    let burst = tumours.firstBursts(tumours.adam).count { $0 <= Double(DigitsLoss.crossEntropy.steps) }
    let correction = ScalarAdam(learningRate: DigitsStudy.learningRate).corrections(atStep: 100).square
    let endsHigher = study.pairs(.squaredError, where: DigitsStudy.final)
    notebook.section("Real data: digits")
    notebook.text(
      """
      A classifier is no such bowl. Let a network of 32 ReLU units learn \(DigitsStudy.count) handwritten digits by heart, on
      all of them at once, at η = \(plain(DigitsStudy.learningRate)): with cross-entropy for
      \(grouped(DigitsLoss.crossEntropy.steps)) steps, within which \(burst) of \(tumours.seeds.count) fits to the tumours had
      burst, with squared error for \(grouped(DigitsLoss.squaredError.steps)).
      """)
    notebook.table(
      columns: ["loss", "", "tenfold spikes", "rising steps", "final loss", "least seed", "greatest"],
      rows: DigitsLoss.allCases.flatMap { loss in
        DigitsStudy.rules.indices.map { rule in
          let final = study.final(loss, rule: rule)
          return [
            loss.rawValue, DigitsStudy.rules[rule].words,
            "\(study.spikes(loss, rule: rule)) of \(study.seeds)", percent(study.rising(loss, rule: rule).mean, 0),
            significant(final.median, 1), significant(final.minimum, 1), significant(final.maximum, 1),
          ]
        }
      },
      caption: """
        \(study.seeds) seeds. Rising steps raise the loss; the final loss is the median of a run's last hundred steps; of these the table gives median and
        extremes.
        """)
    notebook.text(
      """
      With cross-entropy the forgetting does no harm: when the network is sure of itself the gradients vanish, but the
      curvature vanishes with them, and the limit moves along. Longer steps are just what is wanted there. Squared error keeps
      its curvature, and Adam's loss trembles, as losses do at the edge of stability (\(lesson(7))). So does AMSGrad's: the
      largest v never falls, but its divisor does while the correction goes to one, from step 100 on by a factor of
      \(fixed(correction.squareRoot(), 1)), and the curvature of a network climbs by itself. At the same rate Adam
      ends lower in \(study.seeds - endsHigher) of \(study.seeds) runs all the same.
      """)
  }

  /// "7,084 to 15,651".
  func range(_ values: [Double]) -> String {
    let summary = Summary(of: values)
    return "\(grouped(Int(summary.minimum))) to \(grouped(Int(summary.maximum)))"
  }
}
