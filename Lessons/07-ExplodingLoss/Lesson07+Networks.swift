import Datasets
import Descent
import Notebook

/// Networks: a curvature that adapts to the learning rate, units that die, and all models side by side.
extension Lesson07 {
  func tellOfTheEdge(_ study: Study, in notebook: Notebook) {
    notebook.section("The edge of stability")
    notebook.text(
      """
      A tanh network with 64 inputs, 20 hidden units and 10 outputs learns \(EdgeTask.samples) digits with
      \(loss.words), all of them in each step. Its sharpness is the largest eigenvalue of its Hessian, found by power
      iteration: a product of the Hessian with a vector is the difference of two gradients, and the last eigenvector is a
      good start for the next search. It starts at λ₀ = \(listed(study.edges.map { fixed($0.firstSharpness, 2) })) for the
      \(study.seeds.count) seeds.
      """)
    notebook.table(
      columns: [
        "η", "2/η", "seeds above 2/η at first", "seeds that diverge", "λη/2, last third", "steps up, last third",
        "last loss",
      ],
      rows: study.learningRates.map { rate in
        let runs = study.long(rate) { $0 }
        let complete = runs.filter(\.isComplete)
        func cell(_ value: (EdgeRun) -> Double, _ digits: Int) -> String {
          complete.isEmpty ? "" : range(complete.map(value), digits: digits)
        }
        return [
          plain(rate), significant(2 / rate, 3), "\(study.edges.count { $0.firstSharpness > 2 / rate })",
          "\(runs.count - complete.count)", cell(\.settled, 4),
          complete.isEmpty ? "" : percentages(complete.map(\.shareOfRises)), cell(\.run.last, 2),
        ]
      },
      caption: """
        \(grouped(EdgeStudy.steps)) steps, least to greatest of the seeds. A run diverges when its loss
        \(loss == .squared ? "passes \(grouped(Int(EdgeTask.limit)))" : "is nan").
        """)
    notebook.figure(
      edgeFigure(study, loss: loss),
      caption: """
        The first seed in full, the others pale. \(study.learningRates.map { sentence(of: $0, study) }.joined(separator: " "))
        """, cover: true)
    let isCalm = study.edges.allSatisfy { $0.long.allSatisfy { $0.settled < 0.5 } }
    if loss == .squared {
      notebook.text(
        """
        Learning makes the network sharper, until the sharpness reaches 2/η. Beyond that the sharpest direction begins to
        swing, the loss jumps, and the swing lowers the sharpness: the catapult of the two weights, again and again. So the
        learning rate chooses the curvature of the place where training goes on, and a network that begins above its
        edge first comes down to it. Cohen et al. found the same in large networks. In such a run “the loss went up” is no
        alarm.
        """)
    } else {
      notebook.text(
        """
        With cross-entropy the curvature goes with the errors: the surer the answers, the flatter the loss. Where the digits
        are learnt the sharpness falls\(isCalm ? ", and there is no edge to reach" : "").
        """)
    }
  }

  /// What became of the runs at one learning rate.
  private func sentence(of rate: Double, _ study: Study) -> String {
    let runs = study.long(rate) { $0 }
    let complete = runs.filter(\.isComplete)
    let name = "At η = \(plain(rate))"
    guard !complete.isEmpty else {
      return "\(name) every seed diverges, the last after \(runs.map(\.run.losses.count).max() ?? 0) steps."
    }
    let lost = complete.count < runs.count ? " in the runs that do not diverge" : ""
    let settled = Summary(of: complete.map(\.settled)).mean
    return abs(settled - 1) < 0.05
      ? "\(name) λη/2 is \(fixed(settled, 3)) over the last third\(lost)."
      : "\(name) the edge is 2/η = \(significant(2 / rate, 3)), and λη/2 over the last third \(significant(settled, 2))\(lost)."
  }

  /// "44 … 51 %".
  private func percentages(_ shares: [Double]) -> String {
    let summary = Summary(of: shares)
    let (least, greatest) = (fixed(100 * summary.minimum, 0), percent(summary.maximum, 0))
    return "\(least)\u{A0}%" == greatest ? greatest : "\(least) … \(greatest)"
  }

  func tellOfTheReluNetwork(_ study: Study, in notebook: Notebook) {
    notebook.section("A network that dies instead")
    notebook.text(
      """
      The last model is a ReLU network with 32 hidden units on mini-batches of 64, in single precision, as in
      \(lesson(6)). With cross-entropy its gradient by the logits is bounded too. What a step too large does to it is to
      push hidden units so far down that they answer 0 to every digit; a ReLU that answers 0 has no gradient to come back
      by. When all are silent only the biases of the outputs are left to learn, and with them the loss does not fall below
      about ln \(Digits.classCount) = \(fixed(.log(Double(Digits.classCount)), 3)), the cost of knowing nothing.
      """)
    func median(_ runs: [ReluRun], _ value: (ReluRun) -> Double) -> Double { Summary(of: runs.map(value)).median }
    notebook.table(
      columns: [
        "η", "cross-entropy: accuracy", "highest loss", "last epoch", "silent units",
        "squared error: accuracy", "highest loss", "last epoch", "silent units",
      ],
      rows: ReluStudy.learningRates.indices.map { index in
        let (entropy, squared) = (study.relus.map { $0.crossEntropy[index] }, study.relus.map { $0.squared[index] })
        return [
          plain(ReluStudy.learningRates[index]), percent(median(entropy, \.testAccuracy)),
          significant(median(entropy, \.run.highest), 2), significant(median(entropy, \.lastEpoch), 3),
          percent(median(entropy, \.silentUnits), 0), percent(median(squared, \.testAccuracy)),
          significant(median(squared, \.run.highest), 2), significant(median(squared, \.lastEpoch), 3),
          percent(median(squared, \.silentUnits), 0),
        ]
      }, caption: "Accuracy on the test digits after ten epochs; medians of \(study.seeds.count) seeds.")
    notebook.text(
      """
      With squared error a mistake pulls in proportion to its size, and the jump that silences the units is higher. What
      is left then, the ten biases, is a quadratic with λ = 1, and the first section says what becomes of it: below η = 2
      the biases come back, at η = 2 they jump from one side to the other for ever, and at η = 5 each step multiplies the
      loss by 16 until it overflows.
      """)
  }

  func tellOfAllModels(_ study: Study, in notebook: Notebook) {
    notebook.section("Four models side by side")
    notebook.figure(
      modelsFigure(study, loss: loss),
      caption: """
        The highest and the last loss by learning rate, medians with bands from the least seed to the greatest; a
        line that leaves the panel at the top has exploded. The full-batch runs have \(RegressionStudy.steps) steps.
        Vertical lines mark 2/λ₀\(loss == .squared ? " and 4/λ₀" : ""). Dashed: the closed form of the linear regression, the perceptron's peak of
        the softmax regression, and ln \(Digits.classCount).
        """)
  }
}
