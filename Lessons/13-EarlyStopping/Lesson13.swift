import ArgumentParser
import Datasets
import Experiments
import Gnuplot
import Notebook

/// Lesson 13 · Early stopping
///
/// When should training stop, and which weights should one keep?
///
/// - Claim: descent learns what the data agree on first and their noise later, so that the best weights lie on the way;
///   how much they are worth depends on how many labels are wrong.
/// - Tests: Ali, Kolter & Tibshirani 2019; note 1, "Overfitting"; note 3, "Early Stopping".
@main struct Lesson13: Lesson {
  static let card = LessonCard.number(13)
  @OptionGroup var common: CommonOptions
  @Option("Share of the training labels that are wrong", .from(0.01...0.9)) var noise = 0.3
  @Option("Epochs in a row without improvement after which training stops", .from(1...60)) var patience = 10
  @Option("Digits that validate", .from(10...600)) var validation = 300

  func write(in notebook: Notebook) async throws {
    tellOfTwoWeights(in: notebook)
    tellOfTheRule(in: notebook)
    try await tellOfThePenalty(in: notebook)
    let digits = try Digits.load()
    let trials = await train(Labels.allCases, on: digits)
    tellOfDigits(trials, in: notebook)
    tellOfPatience(trials[.partlyWrong], in: notebook)
    await tellOfChoosing(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Where validation loss and accuracy disagree, the loss speaks of confidence.",
      "Stopping saves time; going back saves the best weights.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      Stop when the loss on data kept aside has not improved for some epochs, and go back to the weights of its best epoch. That pays
      when labels are wrong, for descent learns the rule first and the errors later; with right labels it only saved time here.
      """)
  }
}

// MARK: - On paper

extension Lesson13 {
  private func tellOfTwoWeights(in notebook: Notebook) {
    notebook.section("Two weights on paper")
    let path = TwoWeights.path(steps: 64)
    func test(_ step: Int) -> String { significant(TwoWeights.loss(path[step], around: TwoWeights.truth), 2) }
    notebook.text(
      """
      The true weights are (1, 0.5). The data say much about weight 1, little about weight 2, and there noise has moved the minimum
      of the training loss to 1.5:
      """)
    notebook.equation(
      latex: #"""
        L_\mathrm{train} = \tfrac12 (w_1 - 1)^2 + \tfrac12 \cdot 0.05\, (w_2 - 1.5)^2, \qquad
        L_\mathrm{test} = \tfrac12 (w_1 - 1)^2 + \tfrac12 \cdot 0.05\, (w_2 - 0.5)^2
        """#,
      plain: "L_train = ½ (w₁ − 1)² + ½ · 0.05 (w₂ − 1.5)²,   L_test = ½ (w₁ − 1)² + ½ · 0.05 (w₂ − 0.5)²")
    notebook.text(
      """
      Descend the training loss from (0, 0) with a learning rate of 0.5. Each step takes weight 1 half of what is left of its way, and weight 2 one
      fortieth: (0.5, 0.0375), (0.75, 0.0741) … After 16 steps the weights are (\(fixed(path[16].x, 3)), \(fixed(path[16].y, 3))),
      the test loss is \(test(16)), and descent goes on: after 64 steps it is \(test(64)), in the end 0.025.
      """)
    notebook.figure(
      pathFigure(),
      caption: """
        Left, contours of the training loss, which falls all the time; dashed, the minima under ridge penalties of all strengths
        (below).
        """, cover: true)
  }

  private func tellOfTheRule(in notebook: Notebook) {
    notebook.section("Keep the best, wait, stop")
    notebook.text(
      """
      Where training loss and validation loss (on data kept aside) diverge, note 1 speaks of **overfitting**: keep a
      **checkpoint** of the parameters, and stop. Only waiting tells whether the best epoch has passed: the **patience** is the number
      of epochs in a row without improvement after which one stops.
      """)
    notebook.code(
      """
      var stopping = EarlyStopping(patience: \(patience))
      var checkpoint = Checkpoint(of: model, optimizer)
      for _ in 0..<\(Run.epochs) {
        task.train(model, with: &optimizer, epochs: 1, using: &generator) { model($0) }
        if stopping.improves(with: validationLoss()) { checkpoint = Checkpoint(of: model, optimizer) }
        if stopping.isOver { break }
      }
      checkpoint.restore(model, &optimizer)
      """)
    let losses = [1.00, 0.80, 0.70, 0.75, 0.72, 0.69, 0.71, 0.74, 0.73, 0.76]
    let (hasty, calm) = (Stop(losses, patience: 1), Stop(losses, patience: 3))
    notebook.text(
      """
      With losses of \(losses.map { fixed($0, 2) }.joined(separator: ", ")) in epochs 0 to 9, a patience of 1 stops at epoch
      \(hasty.last) and keeps epoch \(hasty.kept); one of 3 stops at \(calm.last) and keeps \(calm.kept).
      """)
    notebook.shows("1.56", "1.57")
  }
}

// MARK: - Why

extension Lesson13 {
  static let places = logarithmicPlaces(upTo: 10_000, density: 6)

  private func tellOfThePenalty(in notebook: Notebook) async throws {
    notebook.section("Why: stopping is a penalty")
    notebook.text(
      """
      On a quadratic loss whose axes have the curvatures λᵢ (above, 1 and 0.05), t steps from zero with a learning rate η go the
      share fᵢ of the way to the minimum along each. A **ridge penalty** ½λ‖w‖² (\(lesson(4))) moves the minimum itself, to the
      second share of its distance:
      """)
    notebook.equation(
      latex: #"""
        f_i = 1 - (1 - \eta\lambda_i)^t \qquad\text{and}\qquad \frac{\lambda_i}{\lambda_i + \lambda}, \qquad
        \text{alike for}\quad \lambda = \frac{1}{\eta t}
        """#,
      plain: "fᵢ = 1 − (1 − ηλᵢ)ᵗ   and   λᵢ/(λᵢ + λ),   alike for λ = 1/(ηt)")
    notebook.text(
      """
      Both are near 1 where ηλᵢt is large and near ηλᵢt where it is small. What the data say much about is learned first; the rest
      comes late, and brings most of the noise.
      """)
    let greatest = greatestShareRatio()
    notebook.folded("Where 1.69 comes from") {
      notebook.text(
        """
        Put x = ηλᵢt. For small steps fᵢ is 1 − e⁻ˣ; ridge's share at λ = 1/(ηt) is x/(1 + x), never more, since eˣ ≥ 1 + x. So
        descent misses no more of the truth. Its share is up to \(fixed(greatest.ratio, 4)) times ridge's, at
        x = \(fixed(greatest.place, 4)), where e⁻ˣ(1 + x + x²) = 1. The noise that is let in goes with the square, \(fixed(
          greatest.ratio * greatest.ratio, 3)). The risk is the sum of what is missed and what is let in.
        """)
    }
    let data = try BreastCancer.load()
    let tasks = await Runs(seeds: common.seeds(10), "biopsies") { Biopsies(data, seed: $0) }.all
    let risks = await inParallel(over: tasks, "risk") { task in
      (
        descent: task.descentRisk(at: Self.places),
        ridge: Self.places.map { task.ridgeRisk(1 / (task.rate * Double($0))) }
      )
    }
    notebook.text(
      """
      Now 30 weights: least squares on 100 biopsies with 30 measurements each. The labels are made from known weights, plus noise; so we know the
      **risk**, the mean square by which fitted values are off the noiseless ones.
      """)
    notebook.figure(
      riskFigure(tasks[0], places: Self.places),
      caption: """
        Dots, 200 draws of the noise; ridge at λ = 1/(ηt). Descent misses less of the truth and lets in more noise.
        """)
    let ratios = risks.map { risk in risk.descent.indices.map { risk.descent[$0] / risk.ridge[$0] }.max() ?? .nan }
    let best = risks.map { ($0.descent.min() ?? .nan) / ($0.ridge.min() ?? .nan) }
    notebook.claim(
      "13.1",
      "After t steps at a learning rate η descent's risk is at most 1.69 times that of a ridge penalty of 1/(ηt).",
      test:
        "least squares on 100 biopsies, η = 1/max λᵢ: at every step of the figure, in 10 of 10 draws",
      source: .paper("Ali, Kolter & Tibshirani 2019", "https://arxiv.org/abs/1810.10082"), verdict: .holds,
      when: ratios.allSatisfy { $0 <= 1.69 }, measured: "at most \(fixed(ratios.max() ?? .nan, 2)) times",
      detail: """
        the best step against the best of these penalties: \(Summary(of: best).range(3)) times (the bound is proved for small steps)
        """, runs: tasks.count)
  }
}
