import Descent
import Experiments
import Notebook

// MARK: How hot

extension Lesson37 {
  /// Temperatures of the figure; the lesson's own is one of them.
  var temperatures: [Double] { Set([1, 2, 4, 8, 20, 50, temperature]).sorted() }
  /// Those that are given more steps.
  static let cold: [Double] = [1, 2, 4, 8]

  func tellOfTemperature(
    _ trials: Trials<Arm, Run>, _ long: Trials<Arm, Run>, in notebook: Notebook
  ) {
    let seeds = trials.seeds.count
    let (student, target) = (Self.paper.student, Self.paper.teacher)
    func hot(_ temperature: Double) -> Arm { digits(images, .answers(at: temperature)) }
    let spread = [20.0, 50].map { trials.difference(hot($0), hot(8), \.accuracy).mean }
    let isLevel = spread.allSatisfy { abs($0) <= 2 }
    func both(_ temperature: Double) -> String {
      let runs = [trials[hot(temperature)], long[hot(temperature).long]]
      return runs.map { "\(fixed($0.accuracy.mean, 1)) %" }.joined(separator: " and ")
    }
    let lateGain = long.difference(hot(1).long, digits(images, .labels).long, \.accuracy).mean
    notebook.section("How hot?")
    notebook.figure(
      temperatureFigure(
        temperatures, few: images, trials, long, student: student, teacher: target, isLevel: isLevel && lateGain >= 3),
      caption: """
        Left: mean, least and greatest of \(seeds); dashed, students that match the teacher's logits. Right: T (q − p) on
        paper, and its limits.
        """)
    notebook.text(
      """
      \(isLevel ? "From about 8 on, a higher T changes little, for" : "At a high T") the gradient has a limit. Where z/T is small,
      eˣ ≈ 1 + x makes each probability 1/C + (z − z̄)/(C T), with C classes and z̄ the mean logit, so that
      """)
    notebook.equation(
      latex: #"""
        T\,(q - p) \;\to\; \frac{(z_s - \bar z_s) - (z_t - \bar z_t)}{C}
        """#,
      plain: "T (q − p) → ((z_s − z̄_s) − (z_t − z̄_t))/C")
    notebook.text(
      """
      On paper, for the three: (3 − 2) − (5 − 2⅓) = −1⅔, by three classes −0.556; at T = 4 it was −0.597. So a hot student learns the
      teacher's logits by their mean square.

      And at T = 1? All that the teacher knows is still in its small probabilities, but they weigh little until the student is
      right about the large one. They are learnt late: in 760 and \(grouped(Arm.longSteps)) steps, students at T = 1 read \(both(1)), at T = 2
      \(both(2)).\(lateGain >= 3 ? " **A high temperature saves time.**" : "")
      """)
    notebook.claim(
      "37.3", "All temperatures above 8 give about the same.",
      test: """
        with \(images) images, students at T = 20 and 50 are within 2 points of those at 8 on average, while those at 8 are at
        least 3 points above those at 1 in 5 of 6 draws
        """,
      source: .paper("Hinton, Vinyals & Dean 2015", "https://arxiv.org/abs/1503.02531"), verdict: .holds,
      when: isLevel && 6 * trials.count(hot(8), hot(1)) { $0.accuracy >= $1.accuracy + 3 } >= 5 * seeds,
      measured: "\(listed(spread.map { signed($0) })) points from T = 8 to 20 and 50",
      detail: """
        \(signed(trials.difference(hot(8), hot(1), \.accuracy).mean)) points from T = 1 to 8; Hinton's students with 30 units a
        layer did best at 2.5 to 4
        """,
      runs: seeds)
    notebook.reference(
      "[Ba & Caruana 2014](https://arxiv.org/abs/1312.6184): logits matched by their mean square")
  }
}

// MARK: - Times T²

extension Lesson37 {
  /// With the factor: Adam, plain descent at 0.1, and Adam with half the loss from labels.
  var factorArms: [Arm] {
    let adam = digits(images, soft)
    return [adam, adam.changed { ($0.isPlain, $0.rate) = (true, 0.1) }, adam.changed { $0.labelShare = 0.5 }]
  }

  func tellOfTheFactor(_ trials: Trials<Arm, Run>, in notebook: Notebook) {
    let gains = factorArms.map { trials.difference($0, $0.unscaled, \.accuracy) }
    let reads = factorArms.map { arm in
      [arm, arm.unscaled].map { fixed(trials[$0].accuracy.mean, 1) }.joined(separator: " and ")
    }
    notebook.folded("What becomes of it without T²") {
      notebook.text(
        """
        With T² and without it, \(images) images \(atT) teach \(reads[0]) % with Adam, \(reads[1]) % with plain gradient descent at
        0.1, and \(reads[2]) % with Adam where half the loss is the labels'. Without it, gradients from the answers are divided by T²,
        and so is their weight beside labels. Adam alone divides by their size anyway (\(lesson(3))); plain descent would need a
        rate larger by T².
        """)
    }
    notebook.claim(
      "37.4", "The soft loss must be multiplied by T².",
      test: """
        the condition is shown if, with \(images) images at T = \(plain(temperature)), the factor brings at least 2 points on average where half
        the loss is the labels', and 20 points with plain gradient descent, but less than 1.5 either way with Adam alone
        """,
      source: .paper("Hinton, Vinyals & Dean 2015", "https://arxiv.org/abs/1503.02531"),
      verdict: .holdsIf("labels have a part in the loss, or descent is plain at the same rate"),
      when: gains[2].mean >= 2 && gains[1].mean >= 20 && abs(gains[0].mean) <= 1.5,
      measured: "\(signed(gains[2].mean)) points beside labels, \(signed(gains[0].mean)) with Adam alone",
      detail: "\(signed(gains[1].mean)) with plain gradient descent; Hinton asks for it beside labels",
      runs: trials.seeds.count)
  }
}
