import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook
import Numerics

/// Lesson 12 · NaN hunting and mixed precision
///
/// Where does the first nan come from, and what keeps training in 16 bits alive?
///
/// - Claim: a nan is the end of a story that begins with an inf, a number that has left its format's range. Float16 has
///   little range, so it trains in a window of gradient sizes only; a loss scale that adjusts itself keeps them inside.
/// - Tests: note 1, "Gradient Exploding/Vanishing"; note 2, "Gradient Clipping Code"; PyTorch's GradScaler;
///   Micikevicius et al. 2018, arXiv:1710.03740.
@main struct Lesson12: Lesson {
  static let card = LessonCard.number(12)
  @OptionGroup var common: CommonOptions
  @Option("Factor ρ by which the error of the regression grows a step", .from(1.5...1000)) var ratio = 2.0
  @Option("Clean steps after which the scaler doubles its scale", .from(1...1e6)) var growthInterval = 25
  @Option("Threshold t of the gradient's norm where it is clipped", .from(1e-6...1e6)) var maxNorm = 1.0

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    let ratio = ratio
    let overflows = await Trials(NumberFormat.allCases.reversed(), seeds: common.seeds(10), "overflow") {
      format, seed in
      Regression(digits, ratio: ratio, seed: seed).run(in: format)
    }
    tellOfTheSmallestRun(in: notebook)
    tellOfTheDigits(overflows, in: notebook)
    let trials = await trials(digits)
    tellOfTheHunt(trials, overflows, in: notebook)
    tellOfTheWindow(trials, in: notebook)
    tellOfTheScaler(trials, in: notebook)
    tellOfClipping(trials, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Hunt for the first inf, in the order in which a step makes its numbers. The nan is only where it ended.",
      "Check the gradients for whatever is not finite *before* the update: after it the weights are lost.",
      "Float16 is precise enough for gradients. What it lacks is range, and a scale supplies it.",
    ])
    let window = trials.window
    notebook.answer(
      window.isEmpty
        ? "From an inf that came before it. In this run Float16 trained like Float32 at no size of the gradients."
        : """
        From an inf that came before it. Float16 trains only while gradients lie between
        2\(superscript(window[0])) and 2\(superscript(window[window.count - 1])) times their usual size; a loss scale that
        halves on inf and doubles after clean steps keeps them there. bfloat16 needs none.
        """)
    try await setExercises(digits, in: notebook)
  }

  // MARK: The smallest example that fails, and the same on the digits

  func tellOfTheSmallestRun(in notebook: Notebook) {
    let run = Regression.smallest.run(in: .float16)
    notebook.section("A run that ends as nan")
    notebook.text(
      """
      Take one picture of two pixels, the second of them blank: x = (1, 0). Its target is 0, the weights start at (1, 1),
      and the learning rate is 3, above the largest stable one, 2/λ = 2 (\(lesson(7))):
      """)
    notebook.equation(
      latex: #"""
        L = \tfrac12 r^2, \quad r = x \cdot w = w_1, \qquad w \leftarrow w - 3\, r\, x
        \quad\Rightarrow\quad r_t = (-2)^t = 1, -2, 4, -8, \dots
        """#,
      plain: "L = ½ r²,  r = x·w = w₁,  w ← w − 3 r x   ⇒   rₜ = (−2)ᵗ = 1, −2, 4, −8, …")
    notebook.text(
      """
      Keep every number in Float16, whose largest is \(plain(HalfFormat.float16.largest)), and let a hunter see each tensor as
      it is made, forward and backward, and note which is the first to hold an inf or a nan:
      """)
    notebook.code(#"let squares = hunter.watch(r * r, "squares", keptIn: .float16)  // and its gradient, ∂squares"#)
    notebook.text(
      """
      The first inf is in \(run.finds.first(.infinite)?.name ?? "nothing"), at step \(run.firstInfinity), where r = 256 and
      r² = 65536. But the gradient needs no square: it is r x = (256, 0), and the run goes on. At step \(run.firstNaN) r itself
      is inf, and the gradient of the *blank* pixel is inf · 0 = nan; one update more, and all is nan. Start from the nan,
      and you suspect a pixel that was never on. The inf, \(counted(run.delay, "step")) earlier, tells what happened: the error
      doubles at each step. The fix is a smaller rate; with 1 instead of 3 the first step ends at r = 0.
      """)
  }

  func tellOfTheDigits(_ overflows: Trials<NumberFormat, OverflowRun>, in notebook: Notebook) {
    func first(_ format: NumberFormat) -> OverflowRun { overflows[format].all[0] }
    func predicted(_ format: NumberFormat) -> Double {
      GrowingError(first: 1, ratio: ratio).delay(largest: format.largest)
    }
    notebook.text(
      """
      How late is the nan? With M the format's largest number, r² overflows when |r| > √M, and r when |r| > M. An error
      that grows by ρ a step needs from one to the other
      """)
    notebook.equation(
      latex: #"\log_\rho M - \log_\rho \sqrt M = \frac{\log_2 M}{2 \log_2 \rho} \quad \text{steps.}"#,
      plain: "log_ρ M − log_ρ √M = log₂ M / (2 log₂ ρ)  steps.")
    notebook.text(
      """
      A regression that reads the digits from \(Digits.pixelCount) pixels, with η = (1 + ρ)/λ and ρ = \(plain(ratio)), keeps to
      it: a check for nan alone comes too late, by
      \(listed([NumberFormat.float16, .float32, .float64].map { "\(counted(first($0).delay, "step")) in \($0.rawValue)" })).
      """)
    notebook.figure(
      overflowFigure(first(.float32), of: first(.float32).error, in: .float32),
      caption: "The digits in Float32; dashed, the closed forms, ρᵗ times the first residual along λ's direction.")
    // Two whole numbers of steps differ from a real one by at most 1; each step's rounding, ε, shifts the end by ε/ln ρ.
    func onTime(_ formats: [NumberFormat] = NumberFormat.allCases, _ allowance: (Double) -> Double) -> Int {
      formats.reduce(0) { count, format in
        let (expected, rounding) = (predicted(format), predicted(format) * format.epsilon / .log(ratio))
        return count + overflows[format].count { abs(Double($0.delay) - expected) <= allowance(rounding) }
      }
    }
    let (asPredicted, all) = (onTime { 1 + $0 }, NumberFormat.allCases.count * overflows.seeds.count)
    notebook.claim(
      "12.1", "Where an error grows by ρ a step, nan comes ½ log₂ M / log₂ ρ steps after inf.",
      test: """
        For each seed and each of four formats: within 1, for whole steps, plus ε/ln ρ of the delay, for rounding; in 9 of 10.
        """,
      source: .ours, verdict: .holds, when: 10 * asPredicted >= 9 * all, measured: "\(asPredicted) of \(all)",
      revised: """
        It allowed the larger of the two, not their sum. That is met in \(onTime { max(1, $0) }) of \(all): by bfloat16 in
        \(onTime([.bfloat16]) { max(1, $0) }) of \(overflows.seeds.count), by Float32, as wide and finer, in
        \(onTime([.float32]) { max(1, $0) }).
        """, runs: all)
    notebook.folded("Which check finds what, and five ways to make a nan") { tellOfChecks(in: notebook) }
  }

  func tellOfChecks(in notebook: Notebook) {
    func word(_ number: Float) -> String { fixed(Double(number), 4) }
    let (infinite, zero, large) = (Float.infinity, Float(0), Float(3e38))
    let (careless, variance) = (Float.exp(100), carelessVariance([1000.1, 1000.2, 1000.3]))
    notebook.text(
      """
      isnan finds nan, isinf inf, isfinite both. Note 2's loop has its labels exchanged: isnan prints “inf”,
      isinf “nan”. It also prints the sum of all parameters, which is \(word(large + large)) for (3 × 10³⁸, 3 × 10³⁸) and
      \(word(infinite - infinite)) for (inf, −inf); Σ 0 · x is nan exactly when something is wrong. And nan > t is
      \(zero / zero > 1), so `if norm > t` lets a nan pass.

      nan is made by inf − inf (logits minus the largest), 0 · inf (p ln p at p = 0), inf / inf
      (e¹⁰⁰/(e¹⁰⁰ + 1) = \(word(careless / (careless + 1))) in Float32), 0 / 0 (a constant feature normalised without ε) and the
      root of a negative number (E[x²] − E[x]² of 1000.1, 1000.2, 1000.3 is \(word(variance)) in Float32).
      """)
    notebook.shows("2.75", "2.77")
  }
}

/// The variance as E[x²] − E[x]², in single precision, where rounding can make it negative.
func carelessVariance(_ numbers: [Float]) -> Float {
  let count = Float(numbers.count)
  let mean = numbers.reduce(0, +) / count
  return numbers.reduce(0) { $0 + $1 * $1 } / count - mean * mean
}
