import Descent
import Notebook
import Numerics

extension Lesson12 {
  /// Which check finds what, and what makes a nan.
  func tellOfTheHunt(_ race: Race, in notebook: Notebook) {
    notebook.section("Which check finds what")
    notebook.text(
      """
      The names in the table come from a hunter that looks at every tensor as it is made, on the way forth and on the way
      back (∂), and notes who is the first to hold an inf or a nan. It takes a line for each tensor:
      """)
    notebook.code(
      """
      let hunter = NaNHunter()
      let hidden = hunter.watch(layer(x), "hidden", keptIn: .float32)  // also notes ∂hidden
      """)
    notebook.text("Whatever a check looks at, it has to look for both inf and nan:")
    let third: [Float] = [.infinity, -.infinity]
    let cases: [[Float]] = [[1, -2], [.infinity, 1], [.nan, 1], third, [3e38, 3e38]]
    notebook.table(
      columns: ["numbers", "isnan", "isinf", "note 2 prints", "Σ x", "Σ 0 · x", "all finite"],
      rows: cases.map { numbers in
        let checks = Checks(numbers)
        return [
          vector(numbers), yes(checks.anyNaN), yes(checks.anyInfinite), checks.noteSays, short(checks.sum),
          short(checks.sumOfZeroTimes), yes(checks.allFinite),
        ]
      },
      caption: """
        Float32. Note 2 prints “inf” where isnan finds something and “nan” where isinf does (\(lesson(6))), so that the
        earlier sign looks like the later one, and then the sum of all parameters, which can be nan or inf though no
        parameter is. Σ 0 · x is nan exactly when something is wrong.
        """)
    notebook.text(
      """
      A comparison is no check: nan > 1 is \(Checks([.nan]).sum > 1), so `if norm > t` lets a nan pass, and Swift's and
      Python's max(nan, 1) is \(short(Swift.max(Float.nan, 1))) where max(1, nan) is \(short(Swift.max(1, Float.nan)))
      (`torch.maximum` gives nan both ways). Five operations make a nan of numbers that are none; it is against one of them
      that batch normalisation has its ε (\(lesson(10))):
      """)
    let (infinite, zero) = (Float.infinity, Float(0))
    let careless = Float.exp(100)
    let close: [Float] = [1000.1, 1000.2, 1000.3]
    notebook.table(
      columns: ["operation", "gives", "where it lurks", "instead"],
      rows: [
        ["inf − inf", short(infinite - infinite), "logits less the largest of them", "find the inf"],
        [
          "0 · inf", short(zero * infinite),
          "blank pixels; 0 · ln 0 in the entropy of a certain answer; clipping by t/‖g‖ with ‖g‖ = inf",
          "find the inf; 0 where p is 0",
        ],
        [
          "inf / inf", short(careless / (careless + 1)), "softmax of (100, 0) as eᶻ/Σeᶻ",
          "take the largest off first: \(short(1 / (1 + Float.exp(-100))))",
        ],
        ["0 / 0", short(zero / zero), "a feature that is constant, normalised with ε = 0", "add ε"],
        [
          "√ of less than 0", short(carelessVariance(close).squareRoot()),
          "variance of \(vector(close)) as E[x²] − E[x]² = \(short(carelessVariance(close)))", "E[(x − E[x])²]",
        ],
      ])
  }

  func yes(_ isTrue: Bool) -> String { isTrue ? "yes" : "no" }

  /// A number as a check shows it: "0", "nan", "3e+38".
  func short(_ number: Float) -> String {
    guard number.isFinite else { return fixed(Double(number), 0) }
    return number == number.rounded() && abs(number) < 1e6 ? fixed(Double(number), 0) : significant(Double(number), 1)
  }

  /// "(inf, 1)".
  func vector(_ numbers: [Float]) -> String {
    let texts = numbers.map { number in
      number == number.rounded() || abs(number) > 1e6 ? short(number) : fixed(Double(number), 1)
    }
    return "(" + texts.joined(separator: ", ") + ")"
  }
}
