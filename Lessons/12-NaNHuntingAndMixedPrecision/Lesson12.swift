import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook

/// Lesson 12 · NaN hunting and mixed precision
///
/// Where does the first nan come from, and what keeps training in 16 bits alive?
///
/// - Claim: a nan is the last link of a chain that begins with an inf: an error that doubles overflows in the loss when
///   half the exponents are used up, and makes a nan when all are. In 16 bits the exponents are few; a scale for the loss
///   that adapts itself keeps the gradients among them, over more than forty powers of two.
/// - Tests: note 1, "Gradient Exploding/Vanishing"; note 2, "Gradient Clipping Code"; PyTorch's GradScaler;
///   Micikevicius et al. 2018, arXiv:1710.03740.
@main struct Lesson12: Lesson {
  static let card = LessonCard.number(12)
  @OptionGroup var common: CommonOptions
  @Option(help: "Factor ρ by which the error of the diverging regression grows a step, 1.25 to 1000.") var ratio = 2.0
  @Option(help: "Exponent k of the run with a scaler: gradients times 2^k, a whole number from -30 to 30.")
  var exponent = 16
  @Option(help: "Clean steps after which the scale is doubled, 1 to 1000000.") var growthInterval = 25
  @Option(help: "Threshold t of the gradient's norm where it is clipped, 0.000001 to 1000000.") var maxNorm = 1.0

  func validate() throws {
    try require(ratio, "--ratio", .from(1.25...1000))
    try require(exponent, "--exponent", .from(-30...30))
    try require(growthInterval, "--growth-interval", .from(1...1e6))
    try require(maxNorm, "--max-norm", .from(1e-6...1e6))
  }

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()

    // MARK: The smallest example that fails

    notebook.section("From overflow to nan")
    notebook.text(
      """
      Take a learning rate that is too large, above 2/λ (\(lesson(7))), and the error of a linear regression changes its
      sign and grows by a fixed factor at each step. Here it reads the digits' values from their \(Digits.pixelCount) pixels,
      from w = 0:
      """)
    notebook.equation(
      latex: #"""
        L(w) = \frac1n \sum_i r_i^2, \quad r_i = x_i \cdot w - y_i, \qquad \eta = \frac{1+\rho}{\lambda}
        \quad\Rightarrow\quad e_t = (1 - \eta\lambda)^t e_0 = (-\rho)^t e_0, \quad
        L_t \approx \tfrac12 \lambda e_t^2, \quad |r_t| \approx |e_t| |X v|
        """#,
      plain: """
        L(w) = (1/n) Σᵢ rᵢ²,  rᵢ = xᵢ·w − yᵢ,  η = (1 + ρ)/λ
        ⇒  eₜ = (1 − ηλ)ᵗ e₀ = (−ρ)ᵗ e₀,  Lₜ ≈ ½ λ eₜ²,  |rₜ| ≈ |eₜ| |X v|
        """)
    let ratio = ratio
    let races = await forEachSeed(common.seeds(10), "overflow") { seed in
      Race(DivergingRegression(digits, ratio: ratio, seed: seed))
    }
    let race = races[0]
    let isCancelling = NumberFormat.allCases.contains { race[$0].firstNaN?.name == "residuals" }
    notebook.text(
      """
      λ is the largest eigenvalue of the Hessian (\(fixed(race.problem.sharpness, 1))), v its eigenvector, and e the error
      along it. At each step the residuals gain log₂ ρ bits of exponent, here \(plain((100 * .log2(ratio)).rounded() / 100)), and
      their squares twice as many. So the squares leave every format when half of its exponents are used up, and nothing is nan
      yet: the gradient needs no squares, it is finite, and the run goes on (Figure 1).
      """)
    notebook.table(
      columns: ["kept in", "first inf", "predicted", "first nan", "predicted", "later by"],
      rows: NumberFormat.allCases.map { format in
        let run = race[format]
        return [
          format.rawValue, told(run.firstInfinity), "\(race.problem.predictedInfinity(in: format))",
          told(run.firstNaN), "\(race.problem.predictedNaN(in: format))", "\(run.delay)",
        ]
      },
      caption: """
        In steps, and in what; ∂weight is the gradient. Predicted: the steps at which the largest r² and the largest r
        outgrow the format, from e₀, ρ and X v alone.
        """)
    notebook.figure(
      overflowFigure(race.problem, runs: [.float16, .float32, .float64].map { ($0, race[$0]) }),
      caption: """
        The mean square of the residuals and the largest of them, at each step; dashed, the closed forms. Grey, the
        format's largest number and the steps of the first inf and the first nan.
        """)
    notebook.text(
      """
      The nan is made when the residuals themselves are inf. Most pixels at the edge of a digit are blank, and the gradient
      Σᵢ rᵢ xᵢ multiplies the two: 0 · inf is nan.\(isCancelling ? " (Where the residuals are nan first, the step before had made weights inf, of both signs: inf − inf is nan.)" : "")
      The update takes it to the weights, and with the next step everything is nan. Who looks for nan alone looks for the
      cause \(race[.float32].delay) steps too late in Float32.
      """)
    tellOfTheHunt(race, in: notebook)

    // MARK: Sixteen bits, the fix, and what follows

    let study = await ScaleStudy(
      digits, chosen: exponent, growthInterval: growthInterval, maxNorm: maxNorm, seeds: common.seeds(10))
    let clipping = await ClippingStudy(digits, maxNorm: maxNorm, seeds: common.seeds(10))
    tellOfSixteenBits(study, in: notebook)
    tellOfTheScaler(study, in: notebook)
    tellOfClipping(clipping, study, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A nan has a history. Look for the first inf, in the order in which a step makes its numbers.",
      "Check gradients for anything that is not finite, before the update: after it the weights are gone.",
      "Sixteen bits are enough for the gradients' precision; what they lack is range, and a scale supplies it.",
      "A scaler looks at inf and nan and at nothing else. What it hands on has the size of the true gradient: clip that.",
    ])
    stateClaims(races, study, clipping, in: notebook)
    stateClaimsOnScaling(races, study, clipping, in: notebook)
    setExercises(race, study, clipping, in: notebook)
    notebook.answer(
      """
      From an inf long before it: where an error grows by \(plain(ratio)) a step, Float32 holds an inf
      \(race[.float32].delay) steps before the first nan. In 16 bits it takes a scale for the loss that gives way to inf and
      otherwise climbs: with it Float16 reads \(fixed(study.worstMean(scaled: true), 1)) % of the digits at least, with
      gradients from 2\(superscript(study.exponents.first ?? 0)) to 2\(superscript(study.exponents.last ?? 0)) times their size,
      against \(fixed(study.reference.mean, 1)) % in Float32 and
      \(fixed(study.worstMean(scaled: false), 1)) % where gradients of the wrong size are left alone.
      """)
  }

  /// "62, squares", a find with its step.
  func told(_ find: NaNHunter.Find?) -> String { find.map { "\($0.step), \($0.name)" } ?? "never" }
}

/// The diverging regression of one seed, run in every format.
struct Race: Sendable {
  let problem: DivergingRegression
  private let runs: [NumberFormat: DivergingRun]

  init(_ problem: DivergingRegression) {
    self.problem = problem
    runs = Dictionary(uniqueKeysWithValues: NumberFormat.allCases.map { ($0, problem.run(in: $0)) })
  }

  subscript(format: NumberFormat) -> DivergingRun { runs[format, default: DivergingRun()] }
}
