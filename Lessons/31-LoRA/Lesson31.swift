import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 31 · LoRA
///
/// What a near task changes in a matrix lies in few directions: learn those alone, beside the frozen matrix.
@main struct Lesson31: Lesson {
  static let card = LessonCard.number(31)
  @OptionGroup var common: CommonOptions
  @Option("Rank r of the change beside each matrix", .from(1...32)) var rank = 4
  @Option("Spanish words to learn from", .from(100...5000)) var words = 1000
  @Option("Answers that change places in a ring", .from(2...10)) var answers = 2

  /// Ranks of the changes, among digits and letters.
  var ranks: [Int] { Set([1, 2, 4, 8, rank]).sorted() }

  func write(in notebook: Notebook) async throws {
    let setting = try Setting()
    tellOfOneDirection(in: notebook)
    let tuned = await letters(setting)
    tellOfStarts(tuned, setting, in: notebook)
    tellOfLetters(tuned, setting, in: notebook)
    let bases = try await digitsBases()
    let digits = await digits([.ring(answers), .shuffled], ranks: ranks, from: bases)
    tellOfDirections(digits, tuned, setting, in: notebook)
    tellOfPrice(tuned, setting, in: notebook)
    await tellOfForgetting(tuned, setting, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Give LoRA a rate of its own, higher than for tuning everything.",
      "Ask how far the new task is from the old one before you ask for r.",
    ])
    try await setExercises(tuned, bases, setting, in: notebook)
    notebook.answer(
      """
      Leave every matrix as it is and learn its change as a product of two thin ones. Little is lost as long as the new task
      needs few directions of change, and the change can be added for good or taken off again.
      """)
  }

  // MARK: On paper

  private func tellOfOneDirection(in notebook: Notebook) {
    notebook.section("One direction")
    notebook.text(
      """
      A network answers h = W₀x with W₀ = [1 2 3; 4 5 6]: to x = (1, 1, 1) it says 6 and 15. In a new task the two answers change
      places. All six numbers of W₀ have to change, by [3 3 3; −3 −3 −3]. Yet that is one column times one row, (1, −1) times
      (3, 3, 3): the row asks one thing of x, 3 + 3 + 3 = 9, and the column says what follows, 9 more for the first answer and 9
      less for the second. Five numbers do for six.

      Such a product has **rank** 1, a sum of r of them at most rank r. **LoRA**, low-rank adaptation, leaves W₀ **frozen**, that is
      untrained, and learns only such a sum beside it:
      """)
    notebook.equation(
      latex:
        #"h = W_0\,x + \frac{\alpha}{r}\, B A\, x, \qquad A \in \mathbb{R}^{r \times d},\; B \in \mathbb{R}^{d \times r}"#,
      plain: "h = W₀x + (α/r) B A x,   A: r × d,   B: d × r")
    notebook.code(
      """
      x ─┬──── W₀, d × d, frozen ────┬─ + ─ h
         └─ A: d to r ─── B: r to d ─┘
      """, language: "text")
    notebook.text(
      """
      The factor α/r is fixed, here 1. Note 1 calls r = 8 typical, and wants r ≪ d: with d = 768 that makes 2.1 % of the numbers
      of W₀, with d = 32, as below, half of them.

      The note writes h = W₀ᵀx + BᵀAᵀx, with A and B both r × d. Then Bᵀ and Aᵀ are both d × r and cannot be multiplied: B must
      be d × r. With samples in rows it reads x W₀ᵀ + (α/r) x Aᵀ Bᵀ.
      """)
    notebook.shows("1.137", "1.138", "1.140", "1.141", "1.142", "1.144")
    let multiplies = (1...32).filter { notesFormulaMultiplies(width: 32, rank: $0) }
    notebook.claim(
      "31.1", "The hidden layer is h = W₀ᵀx + BᵀAᵀx, with A and B in ℝʳˣᵈ.",
      test: "does not hold if, for d = 32, the shapes fit for no r below d",
      source: .note(
        1, "LoRA: Low-Rank Adaptation of Large Language Models",
        corrected: Correction(
          "C33", .wrong, "h = W₀x + (α/r) B A x, with B in ℝᵈˣʳ; for samples in rows x W₀ᵀ + (α/r) x Aᵀ Bᵀ.")),
      rows: ["1.145"], verdict: .doesNotHold, when: multiplies == [32],
      measured: "of r = 1 to 32 they fit for \(listed(multiplies.map { "\($0)" })) alone")
  }

  // MARK: Where to start

  private func tellOfStarts(_ tuned: TunedTrials<Arm, Run>, _ setting: Setting, in notebook: Notebook) {
    let arms = LowRankStart.allCases.map { Arm.lora(rank, start: $0) }
    let seeds = tuned.trials.seeds.count
    let (up, down, zeros, normal) = (tuned[arms[0]], tuned[arms[1]], tuned[arms[2]], tuned[arms[3]])
    notebook.section("Where to start")
    notebook.text(
      """
      A transformer of 19,259 numbers has read 40,000 English words, and says after each letter which one comes next. Now it
      learns from \(grouped(words)) Spanish ones: 150 steps of 32, with Adam. What counts is **bits per character** on words that it
      has not seen: how many yes-or-no questions the next letter leaves open. English alone leaves \(fixed(setting.bits, 2)).
      Beside its twelve matrices, 32 × 32 and 32 × 64, it gets changes of rank \(rank). With g = ∂L/∂h their gradients are
      """)
    notebook.equation(
      latex:
        #"\partial L/\partial B = \frac{\alpha}{r}\, g\, (A x)^\top, \qquad \partial L/\partial A = \frac{\alpha}{r}\, B^\top g\, x^\top"#,
      plain: "∂L/∂B = (α/r) g (Ax)ᵀ,   ∂L/∂A = (α/r) Bᵀ g xᵀ")
    notebook.text(
      """
      Each has the other matrix as a factor. With B = 0 and A at random, as in note 1, the network starts as it was; B has a
      gradient at once, A as soon as B has moved. With A = 0 it is the other way round. With both at zero nothing ever moves; with both
      at random the network starts spoiled.
      """)
    notebook.figure(
      startsFigure(arms.map { tuned[$0].looks }),
      caption: """
        Rank \(rank), each start at its best rate, on the 200 words that rates are chosen by; mean, least and greatest of
        \(seeds) seeds.
        """)
    notebook.claim(
      "31.2", "A starts at random, B at zero.",
      test: """
        with A or B at zero every logit is the frozen network's, bit for bit, in all seeds, with both at zero after 150 steps too; with
        both at random it starts at least 0.1 bits behind in 4 of 5 seeds, and ends behind B = 0 in 5 of 5
        """,
      source: .note(1, "LoRA: Low-Rank Adaptation of Large Language Models"), rows: ["1.139"], verdict: .holds,
      when: up.count(\.startsAsBase) == seeds && down.count(\.startsAsBase) == seeds
        && zeros.count(\.endsAsBase) == seeds
        && 5 * normal.count { $0.looks[0] >= setting.validationBits + 0.1 } >= 4 * seeds
        && tuned.trials.count(arms[3], arms[0]) { $0.bits > $1.bits } == seeds,
      measured: """
        with both at random it starts \(fixed(normal.looks.places[0].mean - setting.validationBits, 2)) bits behind and ends
        \(fixed(tuned.trials.difference(arms[3], arms[0], \.bits).mean, 2)) behind
        """,
      runs: 4 * seeds)
    notebook.reference("[Hu et al. 2021](https://arxiv.org/abs/2106.09685): LoRA")
  }
}
