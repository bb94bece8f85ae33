import ArgumentParser
import Datasets
import Experiments
import Notebook

/// Lesson 03 · Optimizer comparison
///
/// What do momentum, RMSProp and Adam each repair, and is Adam really better?
///
/// - Claim: most of Adam's lead at one learning rate for all is the length of its steps; each at its own rate, all end
///   close together.
/// - Tests: note 2, techniques 2 to 4 and "Experiment Results"; Polyak 1964; Kingma & Ba 2015; Agarwal et al. 2020.
@main struct Lesson03: Lesson {
  static let card = LessonCard.number(3)

  @OptionGroup var common: CommonOptions
  @Option("Decay β of momentum in the ravine", .from(0...0.99)) var beta = 0.9
  @Option("Decay β₂ of the squares in the ravine", .from(0...0.9999)) var beta2 = 0.999
  @Option("Angle by which the ravine is turned", .from(-180...180), unit: "degrees") var rotate = 0.0

  /// The ravine of the figures.
  var task: RavineTask { RavineTask(rotation: rotate) }

  func write(in notebook: Notebook) async throws {
    let rules: [Rule] = [
      .gradientDescent, .momentum(beta), .rmsProp(beta2: beta2), .rmsProp(beta2: beta2, momentum: 0.9),
      .adam(beta2: beta2),
    ]
    let runs = await inParallel(over: rules, "ravine") { [task] in task.best($0) }
    tellFailure(runs[0], in: notebook)
    tellRepairs(runs, in: notebook)
    await tellMomentum(at: runs[0].rate, in: notebook)
    await tellMoons(in: notebook)
    try await tellDigits(in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Averaging cancels what changes sign; dividing by the size evens out what differs.",
      "η is another length in each rule: compare methods each at its own best rate.",
    ])
    try await setExercises(in: notebook)
    notebook.answer(
      """
      Momentum averages the zigzag away, RMSProp gives each parameter a step of its own, and Adam does both. At one learning
      rate for all Adam looks far better, but most of that is longer steps: each at its own rate, plain gradient descent
      comes close.
      """)
  }

  // MARK: The smallest example that fails

  private func tellFailure(_ run: RavineRun, in notebook: Notebook) {
    let places = run.path.prefix(3).map { task.place(of: $0) }
    notebook.section("One learning rate for two slopes")
    notebook.text(
      """
      L = ½ (x² + 100 y²) is a ravine\(rotate == 0 ? "" : " (turned by \(plain(rotate))° in the figures)"), a hundred times more curved across than along. At (10, 1) the gradient is (10, 100):
      gradient descent goes almost straight across, though the minimum lies along. Each step multiplies the coordinates:
      """)
    notebook.equation(
      latex: #"x \leftarrow (1 - \eta) x, \qquad y \leftarrow (1 - 100 \eta) y"#,
      plain: "x ← (1 − η) x,   y ← (1 − 100 η) y")
    notebook.text(
      """
      Above η = 0.02 the second factor is below −1, and y explodes. So the steep side sets the rate, and the floor has to
      wait. At η = \(significant(run.rate, 3)) y goes \(listed(places.map { fixed($0.across, 2) })), from wall to wall, and x
      \(listed(places.map { fixed($0.along, 2) })). A run has *settled* once L stays below a millionth of its start for \(task.stay) steps. Half of L comes
      from x, so it takes until ½ (1 − η)²ᵏ < 10⁻⁶: k = \(run.settling), the least at \(task.rates.count) rates.
      """)
    notebook.shows("1.67", "2.20")
  }

  // MARK: The repairs

  private func tellRepairs(_ runs: [RavineRun], in notebook: Notebook) {
    notebook.section("Two memories")
    notebook.text(
      """
      A running average of the gradients cancels what keeps changing sign: *momentum*. Dividing by the root of a running
      mean of their squares evens out what differs in size: *RMSProp* (root mean square, from an online course of Hinton's).
      *Adam* (adaptive moments) does both:
      """)
    notebook.equation(
      latex: #"""
        m \leftarrow \beta_1 m + (1 - \beta_1) g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \qquad
        \theta \leftarrow \theta - \eta \frac{\hat m}{\sqrt{\hat v} + \varepsilon}
        """#,
      plain: "m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²,   θ ← θ − η m̂ / (√v̂ + ε)")
    notebook.text(
      """
      Each parameter keeps two numbers, m and v (momentum keeps one), and so has its own learning rate η/√v̂. Hats are the bias corrections of \(lesson(2)).
      With g for m̂ this is RMSProp; without the divisor, momentum. Usual are β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸. \(rotate == 0 ? """
        Check the first step: m̂ = g and √v̂ = |g|, so Adam and RMSProp move by η in *both* coordinates, although one gradient is
        ten times the other.
        """ : "")
      """)
    notebook.figure(
      ravineFigure(task, [0, 1, 2, 4].map { runs[$0] }),
      caption: "The first hundred steps, each rule at the best of \(task.rates.count) rates.",
      cover: true, thumbnail: [0, 3])
    notebook.table(
      columns: ["", "best η", "steps to settle", "crossings"],
      rows: runs.map { run in
        [run.rule.name, significant(run.rate, 2), run.settling, "\(task.crossings(run))"]
      },
      caption: """
        Crossings of the floor in the first 30 steps. Momentum sums, V ← βV + g; β₂ = \(plain(beta2)).
        \(beta2 == 0.999 ? "RMSProp settles for a time only: with the steep start forgotten it leaves again, as Adam in \(lesson(11))." : "")
        """)
    let (few, crossings) = (task.crossings(runs[2]), task.crossings(runs[0]))
    notebook.claim(
      "3.1", "RMSProp smooths large oscillations.",
      test:
        "ravine: its first 30 steps cross the floor at most a tenth as often as gradient descent's",
      source: .note(2, "RMSProp"), rows: ["2.19", "2.22"], verdict: .holds, when: 10 * few <= crossings,
      measured: "\(few) crossings against \(crossings)")
    notebook.shows(
      "1.05", "1.06", "1.40", "2.15", "2.21", "2.23", "2.24", "2.25", "2.34", "2.35", "2.37", "2.40", "2.65")
  }

  private func tellMomentum(at rate: Double, in notebook: Notebook) async {
    notebook.section("How much momentum?")
    notebook.figure(
      momentumFigure(task, [.averagedMomentum(0), .averagedMomentum(0.5), .averagedMomentum(beta)], rate: rate),
      caption: """
        A drawing of the notes, measured at η = \(significant(rate, 3)), with their momentum: V ← βV + (1 − β)g.
        Dashed, straight downhill, all with one length; in (1) it lies under the step.
        """)
    let upright = RavineTask()
    let betas = [0.5, 0.9, 0.99]
    let rules = [.gradientDescent] + betas.map(Rule.momentum)
    let runs = await inParallel(over: rules, "momentum") { upright.best($0) }
    notebook.text(
      """
      At one rate momentum turns the zigzag into a slow swing, so that it tolerates a larger rate. But V is made of past
      gradients, and what has gathered speed does not stop at the minimum: at their best rates β =
      \(listed(betas.map(plain))) settle in \(listed(runs.dropFirst().map(\.settling))) steps.
      """)
    notebook.folded("Why more momentum is not faster") {
      notebook.text(
        """
        Along an axis of curvature λ one step takes (x, V) to V′ = βV + λx, x′ = x − ηV′: a matrix of determinant β, whatever λ
        and η. Where its eigenvalues are complex, the axis *swings*, and both have modulus √β. Each step then shrinks L
        by β, and a millionth takes ln 10⁶/ln(1/β) steps:
        \(listed([0.9, 0.99].map { fixed(upright.swingingSteps($0), 0) })) for β = 0.9 and 0.99.

        They are complex where (1 − √β)² < ηλ < (1 + √β)². Curvatures 1 and 100 both fit in only if
        (1 + √β)/(1 − √β) > √100, so β > (9/11)² = \(fixed(upright.polyakBeta, 3)). With β = 0.5 the
        slow axis swings at no stable rate, and never overshoots.
        """)
    }
    let (small, large) = (upright.overshoot(runs[1]), upright.overshoot(runs[3]))
    notebook.claim(
      "3.2", "Momentum that has accumulated too strongly rushes past a nearby minimum.",
      test: """
        ravine: β = 0.99 goes past the minimum by a tenth of the way or more and settles after gradient descent; β = 0.5
        never goes past it
        """,
      source: .note(1, "Phenomena and Definitions"), rows: ["1.19"],
      verdict: .holdsIf("β is above \(fixed(upright.polyakBeta, 2)) here"),
      when: small == 0 && large >= 0.1 && (runs[3].steps ?? .max) > (runs[0].steps ?? .max),
      measured: "past it by \(percent(large, 0)) of the way with β = 0.99, by \(percent(small, 0)) with 0.5")
    notebook.shows("2.13", "2.14", "2.17", "2.18")
  }

  // MARK: Exercises

  private func setExercises(in notebook: Notebook) async throws {
    try await exercise(
      "--beta 0.67",
      """
      The least momentum that lets both axes swing should settle soonest. Predict: in how many steps?
      """, in: notebook
    ) { lesson in
      let (task, run) = (lesson.task, lesson.task.best(.momentum(lesson.beta)))
      return """
        ln 10⁶/ln(1/β) promises \(fixed(task.swingingSteps(lesson.beta), 0)), the run takes \(run.settling): the two eigenvalues of each axis
        nearly coincide here, and L falls like k²βᵏ. Polyak's pair, best in the long run, is η = 4/(√1 + √100)² =
        \(significant(task.polyakRate, 3)), β = \(fixed(task.polyakBeta, 3)).
        """
    }
    try await exercise(
      "--rotate 45",
      "Turn the ravine by 45°. Predict: which of the film's four rules take other numbers of steps, and why not all?",
      in: notebook
    ) { lesson in
      let rules: [Rule] = [
        .gradientDescent, .momentum(lesson.beta), .rmsProp(beta2: lesson.beta2), .adam(beta2: lesson.beta2),
      ]
      let steps = rules.map { lesson.task.best($0).settling }
      return """
        Gradient descent and momentum know nothing of axes: \(steps[0]) and \(steps[1]) steps as before. RMSProp, which scales x
        and y apart, takes \(steps[2]): both are steep now. Adam takes \(steps[3]): its average still helps.
        """
    }
    try await exercise(
      "--beta2 0.9",
      "Let RMSProp forget within ten steps, so that √v̂ shrinks with the gradient. Predict: at which η does it settle?",
      in: notebook
    ) { lesson in
      let (task, rule) = (lesson.task, Rule.rmsProp(beta2: lesson.beta2))
      let end = task.path(rule, rate: 0.1, steps: 4000)[4000]
      return """
        At the best of \(task.rates.count) rates: \(task.best(rule).settling). Once √v̂ is as large as the gradient, it jumps between −η/2 and
        η/2 on each axis. At η = 0.1 L stays at \(significant(task.share(at: end), 3)) of its start; (1 + 100) η²/8 gives \(significant(task.jumpingShare(rate: 0.1), 3)).
        """
    }
  }
}

extension RavineRun {
  /// The steps in words: "123" or "never".
  var settling: String { steps.map { "\($0)" } ?? "never" }
}

extension Rule {
  /// The name, with momentum's β.
  var name: String {
    switch self {
    case .gradientDescent: "gradient descent"
    case .momentum(let beta): "momentum, β = \(plain(beta))"
    case .averagedMomentum(let beta): beta == 0 ? "gradient descent" : "momentum, β = \(plain(beta))"
    case .rmsProp(_, let momentum): momentum > 0 ? "RMSProp with momentum" : "RMSProp"
    case .adam: "Adam"
    case .grafted: "gradient, Adam's length"
    }
  }
}
