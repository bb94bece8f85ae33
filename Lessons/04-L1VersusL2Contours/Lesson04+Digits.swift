import Datasets
import Descent
import Experiments
import Notebook

struct Arm: Hashable, Sendable {
  var regularization: Regularization
  var strength: Double

  /// No penalty.
  static let none = Arm(regularization: .l2, strength: 0)
}

// MARK: - Six hundred and forty weights

extension Lesson04 {
  static let strengths = [1e-4, 1e-3, 1e-2]

  private var l1OnDigits: Regularization { noAbs ? .signedSum : .l1Proximal }
  private var nameOfL1: String { noAbs ? l1.name : "L1, proximal" }

  func trials(_ digits: Digits, _ arms: [Arm]? = nil) async -> Trials<Arm, SparseDigits.Outcome> {
    let strengths = Set(Self.strengths + [lambda]).sorted()
    let all = [l1OnDigits, .l1InLoss, .l2].flatMap { method in
      strengths.filter { $0 > 0 }.map { Arm(regularization: method, strength: $0) }
    }
    return await Trials(arms ?? [.none] + all, seeds: common.seeds(5), "digits") { arm, seed in
      SparseDigits(digits, seed: seed).outcome(of: arm.regularization, strength: arm.strength)
    }
  }

  func tellOfDigits(_ trials: Trials<Arm, SparseDigits.Outcome>, in notebook: Notebook) {
    let seeds = trials.seeds.count
    func runs(_ method: Regularization, _ strength: Double) -> Runs<SparseDigits.Outcome> {
      trials[Arm(regularization: strength == 0 ? .l2 : method, strength: strength)]
    }
    notebook.section("Six hundred and forty weights")
    notebook.text(
      """
      Now real data: softmax regression, a network of one linear layer, on the handwritten digits: for each digit a weight for each of
      64 pixels, trained for \(SparseDigits.steps) full-batch steps with η = \(plain(SparseDigits.learningRate)). Biases are left free.
      """)
    notebook.table(
      columns: ["λ", nameOfL1, "zeros", "L1 in the loss", "zeros", "L2", "zeros"],
      rows: ([0] + Self.strengths).map { strength in
        [plain(strength)]
          + [l1OnDigits, .l1InLoss, .l2].flatMap { method in
            [percent(runs(method, strength).accuracy.mean), percent(runs(method, strength).zeroShare.mean, 0)]
          }
      },
      caption: """
        Test accuracy, and the share of the weights that are exactly zero; means of \(seeds) seeds, each with a split and a start of
        its own.
        """)
    notebook.figure(
      weightsFigure([
        (nameOfL1, runs(l1OnDigits, lambda).all[0]), ("L2", runs(.l2, lambda).all[0]),
      ]),
      caption: """
        The weights of the first seed at λ = \(plain(lambda)): ink in an orange pixel speaks for the digit, in a blue one against it.
        """)
    let inLossZeros = Self.strengths.map { runs(.l1InLoss, $0).zeroShare.maximum }.max() ?? 1
    let strength = 1e-3
    let race = DescentRace(Self.upright, l1: .absolute, learningRate: learningRate)
    let zeros = runs(l1OnDigits, strength).zeroShare
    notebook.claim(
      "4.3", "With L1 in the loss, gradient descent sets weights to exactly zero.",
      test: """
        no exact zero in \(race.steps) steps of the bowl, nor among 640 weights at any of three λ in 5 of 5 seeds, where the proximal
        step makes some
        """, source: .folklore, rows: ["1.78", "2.33"], verdict: .doesNotHold,
      when: race.subgradientZeros == 0 && inLossZeros == 0 && race.firstZero != nil && zeros.minimum > 0,
      measured: "\(percent(inLossZeros, 0)) zeros at all λ",
      detail: race.firstZero.map { "in the bowl the proximal step is at exactly zero from step \($0) on" },
      runs: seeds * Self.strengths.count + 1)
    let price = Summary(
      of: trials.seeds.indices.map { runs(.l2, 0).all[$0].accuracy - runs(l1OnDigits, strength).all[$0].accuracy })
    notebook.claim(
      "4.4", "The proximal step sets a third of the weights to zero at almost no cost.",
      test: "λ = 0.001: over a third exactly zero in 5 of 5 seeds, and on average at most 1 point of accuracy lost",
      source: .ours, verdict: .holds, when: zeros.minimum > 1.0 / 3 && price.mean <= 0.01,
      measured: "\(percent(zeros.mean, 0)) zeros for \(fixed(100 * price.mean, 1)) points",
      detail: "zeros from \(percent(zeros.minimum)) to \(percent(zeros.maximum))", runs: seeds)
  }

  func tellOfFewDigits(_ digits: Digits, in notebook: Notebook) async {
    let (samples, strengths) = (100, [0, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2])
    let runs = await Runs(seeds: common.seeds(10), "few digits") {
      seed -> (plain: Double, penalized: Double, strength: Double) in
      let task = SparseDigits(digits, samples: samples, seed: seed)
      let outcomes = strengths.map { task.outcome(of: .l2, strength: $0) }
      let best = outcomes.indices.min { outcomes[$0].validationLoss < outcomes[$1].validationLoss } ?? 0
      return (outcomes[0].accuracy, outcomes[best].accuracy, strengths[best])
    }
    let gains = Summary(of: runs.all.map { 100 * ($0.penalized - $0.plain) })
    let unpenalized = runs.all.count { $0.strength == 0 }
    notebook.text(
      """
      Why pay at all, if the accuracy only falls? With 1437 digits to learn 640 weights from, there is little to gain. We expected more
      with \(samples) digits, the strength of L2 chosen on digits that are not learnt from. In
      \(unpenalized) of \(runs.seedCount) seeds these choose λ = 0, no penalty at all.
      """)
    notebook.claim(
      "4.5", "With few data an L2 penalty raises the test accuracy after 600 steps.",
      test: """
        \(samples) digits, λ from 0 to 0.03 by the lowest loss on the other training digits: on average at least 1 point more than
        with λ = 0, over 10 seeds
        """, source: .ours, verdict: .doesNotHold, when: gains.mean < 1,
      measured:
        "\(gains.mean < 0 ? "" : "+")\(fixed(gains.mean, 1)) points; λ = 0 chosen in \(unpenalized) of \(runs.seedCount)",
      detail: "from \(fixed(gains.minimum, 1)) to \(fixed(gains.maximum, 1))", runs: runs.seedCount)
  }

  func tellOfTheCode(in notebook: Notebook) {
    notebook.folded("The notes' lines of PyTorch") {
      notebook.text(
        """
        Note 1 sums `torch.linalg.norm(param, p=1)` over the weights, times `10e-5`, and calls λ the `weight_decay`. In PyTorch the
        keyword is `ord`, and with it comes a norm of the *matrix*: the largest column sum for `ord=1`, the largest singular value for
        `ord=2`, Frobenius' √Σw² without either. What is meant is `param.abs().sum()` and `param.pow(2).sum()`, added to a plain 0.
        `10e-5` is 10⁻⁴. `weight_decay` is the strength of L2 with a factor ½: λ Σθ² is a weight decay of 2λ. And with
        λ = 10⁻¹⁰ η, as note 1 has it, a step does less to a Float32 weight than rounding.
        """)
    }
    notebook.shows("1.75", "1.76", "1.79", "1.80", "1.81", "1.82", "1.83", "1.84", "1.85", "1.87")
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    try await exercise(
      "--lambda 3e-3",
      "Three times the strength. Predict: what share of the weights will be exactly zero, and how much accuracy will it cost?",
      in: notebook
    ) { lesson in
      let arm = Arm(regularization: .l1Proximal, strength: lesson.lambda)
      let outcome = await lesson.trials(digits, [arm])[arm]
      return "\(percent(outcome.zeroShare.mean)) of the weights; the accuracy is \(percent(outcome.accuracy.mean))."
    }
    try await exercise(
      "--learning-rate 0.2",
      "How far will θ₂ be thrown from zero by L1 in the loss, at most? From which step on will the proximal step be at zero?",
      in: notebook
    ) { lesson in
      let race = DescentRace(Self.upright, l1: lesson.l1, learningRate: lesson.learningRate)
      return """
        By \(race.jitter.map { fixed($0, 3) } ?? "–"), within η (λ + a₂c₂) = 0.2 · (2 + 1); \(race.subgradientZeros) exact zeros in
        \(race.steps) steps. The proximal step is at zero from step \(race.firstZero.map(String.init) ?? "–") on: θ₂ is 2.5 · 0.8ᵗ − 1 until
        that is negative.
        """
    }
    try await exercise(
      "--no-abs",
      "λ Σθᵢ, without the absolute value. Predict: where will the minimum of the upright bowl be for λ = 7? What will become of the digits' accuracy?",
      in: notebook
    ) { lesson in
      let theta = Self.upright.minimum(under: lesson.l1, strength: 7)
      let signed = Arm(regularization: .signedSum, strength: 1e-3)
      let change = await lesson.trials(digits, [.none, signed]).difference(signed, .none) { 100 * $0.accuracy }
      return """
        At (\(exact(theta.x)), \(exact(theta.y))), past zero in both: there is no corner to stop at, and no lower end. On the digits each
        pixel's ten weights sink alike, which moves all ten scores alike, and softmax sees only differences: the accuracy changes by at
        most \(fixed(max(change.maximum, -change.minimum), 1)) points.
        """
    }
  }
}
