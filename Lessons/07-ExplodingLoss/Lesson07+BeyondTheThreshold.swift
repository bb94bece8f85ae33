import Descent
import Gnuplot
import Notebook

/// Where 2/λ is not the end: a curvature that gives way, and a loss with a bounded gradient.
extension Lesson07 {
  func tellOfTwoWeights(in notebook: Notebook) {
    let weights = TwoWeights()
    let path = weights.descend(atFactor: 1.5)
    let (losses, last) = (path.map(\.loss), path[path.count - 1])
    let edge = weights.curvature / 1.5
    let below = path.firstIndex { $0.curvature < edge } ?? path.count
    notebook.section("A curvature that gives way")
    notebook.text(
      """
      In a network the curvature depends on the weights. Two weights in a row are enough to see it: an answer f = u v that
      should be 0, and L = ½f². Gradient descent changes u by −ηfv and v by −ηfu. Multiplied out, with λ = u² + v², the
      curvature on the line of minima f = 0:
      """)
    notebook.equation(
      latex: """
        f \\leftarrow f \\, (1 - \\eta\\lambda + \\eta^2 f^2), \\qquad
        \\lambda \\leftarrow \\lambda + \\eta f^2 (\\eta\\lambda - 4)
        """,
      plain: "f ← f (1 − ηλ + η²f²),   λ ← λ + ηf² (ηλ − 4)")
    notebook.text(
      """
      Near f = 0 the first formula has the threshold 2/λ of any valley. The second knows another: as long as η is below
      4/λ, every step makes λ smaller, and the more so the larger the error. From u = \(plain(weights.u)) and
      v = \(plain(weights.v)), at 1.5 times 2/λ₀, the loss climbs from \(significant(losses[0], 2)) to
      \(significant(losses.max() ?? .nan, 2)), and the climb lowers λ. After \(below) steps λ is below
      2/η = \(fixed(edge, 2)), and the loss falls for good; λ ends at \(fixed(last.curvature, 2)), from
      \(fixed(weights.curvature, 2)). Lewkowycz et al. call it a catapult: out of the steep part of the valley, into a wide
      one. Above 4/λ₀, λ grows with the loss, and nothing stops either.
      """)
    notebook.figure(
      catapultFigure(weights, factors: Set([0.5, 1.5, 2.1, factor]).sorted()),
      caption: """
        Left, the loss of the two weights; right, λ in units of 2/η, with both borders dashed. What starts between them
        comes down below the lower one; what starts above the upper one goes up.
        """)
  }

  func tellOfSoftmax(_ study: Study, in notebook: Notebook) {
    let first = study.regressions[0]
    notebook.section("A loss with a bounded gradient")
    notebook.text(
      """
      Softmax regression has the same weights and digits, and cross-entropy for a loss. With weights of zero its largest
      curvature is a tenth of the linear regression's: λ₀ = λ/10 = \(fixed(first.mode.curvature / 10, 4)), and power
      iteration finds \(fixed(first.softmaxCurvature, 4)). Is 2/λ₀ = \(fixed(2 / first.softmaxCurvature, 3)) its threshold?
      """)
    notebook.table(
      columns: ["η", "highest loss", "last loss", "steps up"],
      rows: RegressionStudy.softmaxFactors.map { factor in
        let runs = study.regressions.map { $0.softmax(atFactor: factor) }
        return [
          "\(plain(factor)) · 2/λ₀", range(runs.map(\.highest)), range(runs.map(\.last)),
          range(runs.map(\.rises)),
        ]
      },
      caption: """
        Gradient descent from weights of zero, least to greatest of \(study.seeds.count) seeds; steps up are those of
        \(RegressionStudy.steps) that raised the loss.
        """)
    let perRate = Summary(of: study.regressions.map(\.highestLossPerRate)).mean
    let allRight = study.regressions.count { $0.softmax(atFactor: 200).last < .log(2) / Double(first.samples) }
    notebook.text(
      """
      No. Cross-entropy grows with the distance between two logits, not with its square: its gradient by the logits of a
      digit is never longer than √2, and where logits are far apart it does not bend at all. A step that overshoots costs in
      proportion to η, and however far it overshoots, the next gradient stays below the same bound. For large η softmax says 1 for the largest
      logit and 0 for the others; the model is then a perceptron, its weights and its loss are proportional to η, and the
      loss peaks at \(significant(perRate, 2)) η (dashed in figure 4). On its way it makes fewer and fewer mistakes, and large
      logits make the right answers cheap: at 200 times 2/λ₀ the mean loss of \(allRight) of
      \(study.seeds.count) seeds ends below ln 2/\(grouped(first.samples)) = \(significant(.log(2) / Double(first.samples), 2)), where not one digit
      can be wrong. Wu et al. prove for two
      classes that with data that can be separated the bold way is the faster one.
      """)
  }
}
