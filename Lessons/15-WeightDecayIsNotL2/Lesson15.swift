import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 15 · Weight decay is not L2
///
/// Adam divides a penalty by its own size: what only the penalty moves shrinks as fast under a weak one as under a strong.
@main struct Lesson15: Lesson {
  static let card = LessonCard.number(15)
  @OptionGroup var common: CommonOptions
  @Option("Strength λ of L2 and of decay, in the last column of the film", .from(1e-12...10)) var weightDecay = 0.01
  @Option("Learning rate η", .from(1e-4...0.01)) var learningRate = 0.001
  @Option("Factor c that the loss is multiplied by, in the last row of the table", .from(1e-3...1e3)) var lossScale =
    10.0

  func write(in notebook: Notebook) async throws {
    tellOfOneWeight(in: notebook)
    tellOfTheFix(in: notebook)
    let digits = try Digits.load()
    let sweep = await self.sweep(digits)
    tellOfDarkPixels(sweep, in: notebook)
    tellOfStrength(sweep, in: notebook)
    await tellOfScale(digits, in: notebook)
    await tellOfExplosion(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      """
      A λ means nothing without the name of the optimizer beside it. Moving from Adam to AdamW, choose it anew.
      """,
      "Inputs that are never on in training may be on later. What their weights are then, the decay alone has decided.",
      """
      Under AdamW a weight forgets where it began in about 1/(ηλ) steps. PyTorch multiplies λ by the learning rate; the paper,
      only by the schedule's factor.
      """,
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      Only for plain gradient descent are they the same. Adam divides the penalty by its own size: a weight that nothing else moves
      shrinks just as fast under a penalty a hundred thousand times weaker. Decay that stays out of this division, as in AdamW,
      takes the same share of every weight.
      """)
  }
}

// MARK: - One weight

extension Lesson15 {
  /// η, λ and the slope of the examples on paper.
  static let paper = (rate: 0.1, weightDecay: 0.1, slope: 0.5)

  private func tellOfOneWeight(in notebook: Notebook) {
    notebook.section("A weight that nothing else moves")
    notebook.text(
      """
      To keep weights small, add ½λw² to the loss: the **L2 penalty** of \(lesson(4)). Its gradient is λw. Take a weight w = 1 from an
      input that is never on: the loss has no gradient there, the penalty alone moves it. Gradient descent with η = 0.1 takes off
      ηλw. Adam (\(lesson(3))) divides each gradient by its own size:
      """)
    notebook.equation(
      latex: #"\Delta w = -\eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon} = "#
        + #"-\eta\,\frac{\lambda w}{|\lambda w| + \varepsilon} \approx -\eta"#,
      plain: "Δw = −η m̂/(√v̂ + ε) = −η λw/(|λw| + ε) ≈ −η")
    let strengths = [0.1, 1e-3, 1e-5]
    func row(_ name: String, _ optimizer: (Double) -> any Optimizer) -> [String] {
      [name]
        + strengths.map { strength in
          significant(1 - path(optimizer(strength), steps: 1)[1], 3)
        }
    }
    let rate = Self.paper.rate
    notebook.table(
      columns: ["what one step takes off w = 1"] + strengths.map { "λ = \(plain($0))" },
      rows: [
        row("gradient descent with L2") { SGD(learningRate: rate, weightDecay: $0) },
        row("Adam with L2") { Adam(learningRate: rate, weightDecay: $0) },
        row("AdamW") { AdamW(learningRate: rate, weightDecay: $0) },
      ])
    notebook.text(
      """
      λ cancels: a penalty ten thousand times weaker moves the weight just as far, as long as λ|w| is far above Adam's ε = 10⁻⁸. Meant
      to prevent division by zero, ε decides what a small λ is.
      """)
  }

  private func tellOfTheFix(in notebook: Notebook) {
    let (rate, strength, slope) = Self.paper
    notebook.section("Decay beside the step, not in it")
    notebook.text(
      """
      **AdamW** leaves the gradient alone and shrinks each weight by itself, outside of the division: **decoupled** weight decay.
      """)
    notebook.equation(
      latex: #"w \leftarrow (1 - \eta\lambda)\,w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}"#,
      plain: "w ← (1 − ηλ) w − η m̂/(√v̂ + ε)")
    let pairs: [(name: String, coupled: any Optimizer, decoupled: any Optimizer)] = [
      (
        "gradient descent", SGD(learningRate: rate, weightDecay: strength),
        Decoupled(base: SGD(learningRate: rate), weightDecay: strength)
      ),
      (
        "momentum",
        Momentum(learningRate: rate, weightDecay: strength),
        Decoupled(base: Momentum(learningRate: rate), weightDecay: strength)
      ),
      (
        "RMSProp", RMSProp(learningRate: rate, biasCorrection: true, weightDecay: strength),
        Decoupled(base: RMSProp(learningRate: rate, biasCorrection: true), weightDecay: strength)
      ),
      (
        "Adam", Adam(learningRate: rate, weightDecay: strength),
        AdamW(learningRate: rate, weightDecay: strength)
      ),
    ]
    let ends = pairs.map { pair in
      (pair.name, path(pair.coupled, slope: slope, steps: 3)[3], path(pair.decoupled, slope: slope, steps: 3)[3])
    }
    notebook.table(
      columns: ["w after three steps", "with L2", "decoupled"],
      rows: ends.map { [$0.0, fixed($0.1, 4), fixed($0.2, 4)] },
      caption: "From w = 1, with a loss of slope ½ and η = λ = 0.1.")
    notebook.text(
      """
      For gradient descent both are w − η (g + λw), hence the two names. Momentum remembers the penalty, and whatever divides
      by the size of the gradient divides the penalty too: it hardly changes Adam's steps.
      """)
    notebook.folded("The notes' lines of PyTorch") {
      notebook.text(
        """
        Note 1 writes `Adam(lr=1e-4, weight_decay=1e-2)`. In PyTorch that is L2 in the gradient; `AdamW` decouples. Note 1's own
        penalty adds the norm ‖W‖, not its square (\(lesson(4))): its gradient W/‖W‖ has the length 1 however small W is.
        """)
    }
    notebook.shows("1.86", "1.89")
    notebook.claim(
      "15.1", "Weight decay, dW + λW, is L2 regularisation, which adds a −λW term to the weight's update.",
      test: """
        w after three steps of η = λ = 0.1, once with λw added to the gradient, once with −ηλw added to the update: the two differ by
        rounding alone (10⁻¹⁴) for gradient descent, and by more than 0.01 for momentum, RMSProp and Adam
        """,
      source: .note(2, "PyTorch Implementation"), rows: ["2.32"],
      verdict: .holdsIf("the optimizer is plain gradient descent"),
      when: abs(ends[0].1 - ends[0].2) < 1e-14 && ends.dropFirst().allSatisfy { abs($0.1 - $0.2) > 0.01 },
      measured: "Adam: \(fixed(ends[3].1, 4)) with L2, \(fixed(ends[3].2, 4)) decoupled",
      revised: """
        it had RMSProp in PyTorch's form, whose first step of ten η threw w past zero, not in note 2's, which corrects the bias; the
        verdict was the same
        """)
    let note = path(Adam(learningRate: 1e-4, weightDecay: 1e-2), steps: 1)[1]
    notebook.claim(
      "15.2", "The L2 regulariser that PyTorch's Adam adds when `weight_decay` is not zero is decoupled weight decay.",
      test: """
        the note's own line on a weight w = 1 without gradient: decoupled, the first step takes off ηλ = 10⁻⁶; with L2, η = 10⁻⁴
        (both to 1 %)
        """,
      source: .note(
        1, "PyTorch Implementation",
        corrected: Correction(
          "C23", .wrong, "It adds L2 to the gradient; `AdamW` decouples (or `decoupled_weight_decay=True`).")),
      rows: ["1.88"], verdict: .doesNotHold, when: abs((1 - note) / 1e-4 - 1) < 0.01,
      measured: "the first step takes off \(significant(1 - note, 3))",
      detail: "our optimizers agree with PyTorch's numbers in the framework's tests")
  }
}
