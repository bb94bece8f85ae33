import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 06 · Clipping effects: one step that is too long undoes a run; a rule that bounds the step saves it.
@main struct Lesson06: Lesson {
  static let card = LessonCard.number(6)
  @OptionGroup var common: CommonOptions
  @Option("Threshold t of the rules on the cliff", .from(0.001...1000)) var maxNorm = 1.0
  @Option("Factor ε of the rule that shrinks", .from(1e-6...0.9)) var epsilon = 0.1
  @Option("Learning rate η of the walks on the cliff", .above(0, atMost: 100)) var learningRate = 0.1

  var unit: RecurrentUnit { RecurrentUnit() }

  func write(in notebook: Notebook) async throws {
    tellOfTheCliff(in: notebook)
    tellOfTheRules(in: notebook)
    let isWide = await tellOfTheWalks(in: notebook)
    try await tellOfTheDigits(try Digits.load(), in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Most gradients are small. A single large one undoes a run.",
      "A threshold bounds the step, ηt, and not the gradient. Choose η and t together.",
      "Before you change the rule, plot the lengths of your steps.",
    ])
    try await setExercises(in: notebook)
    notebook.answer(
      """
      What counts is that no step gets too long, and that is for the threshold to ensure. On a bare cliff clipping the norm does
      it \(isWide ? "over a wide range of learning rates" : "where learning rate and threshold suit each other"); in a network that reads
      digits any rule will do, once its threshold is low enough.
      """)
  }
}

// MARK: - The arms

extension Lesson06 {
  var none: Arm { .clipped(.none) }
  var norm: Arm { .clipped(.globalNorm(maxNorm)) }
  var value: Arm { .clipped(.value(maxNorm)) }
  var shrink: Arm { .clipped(.shrink(factor: epsilon, above: maxNorm)) }
  /// The rule that shrinks, with a factor that is a hundredth.
  var tiny: Arm { .clipped(.shrink(factor: epsilon / 100, above: maxNorm)) }

  var rules: [(name: String, arm: Arm)] {
    [("no clipping", none), ("clip the norm", norm), ("clip each value", value), ("shrink by ε", shrink)]
  }
  var optimizers: [(name: String, arm: Arm)] {
    [("no clipping", none), ("momentum 0.9", .momentum(0.9)), ("momentum 0.99", .momentum(0.99)), ("Adam", .adam)]
  }

  /// The learning rates that are tried for an arm, the knob's among them.
  func rates(_ arm: Arm) -> [Double] {
    switch arm {
    case .adam: [0.003, 0.01, 0.03, 0.1, 0.3, 1]
    case .momentum: [0.3, 1, 3, 10, 30, 100]
    case .clipped: Set([0.03, 0.1, 0.3, 1, 3, 10, learningRate]).sorted()
    }
  }

  /// Arms at all their rates; the first walks of each seed choose the rate, the others are reported.
  func sweep(_ arms: [Arm]) async -> Sweep<Arm, CliffRun> {
    let (unit, threshold) = (unit, maxNorm)
    return await Sweep(arms, rates: rates, seeds: common.seeds(6), "walks", by: \.unsolvedInChoice) { arm, rate, seed in
      CliffRun(on: unit, arm, at: rate, threshold: threshold, seed: seed)
    }
  }

  /// The rates at which 9 of 10 walks are solved, on average.
  func safeRates(_ arm: Arm, _ sweep: Sweep<Arm, CliffRun>) -> [Double] {
    rates(arm).filter { sweep[arm, $0].solved.mean >= 90 }
  }

  /// The walk that the table and the film show.
  func walk(_ arm: Arm) -> Walk { Walk(on: unit, from: Self.filmStart, arm, at: learningRate) }
  static let filmStart = SIMD2(4.6, -2.2)
}

// MARK: - The smallest example that fails, the fix, and exercises

extension Lesson06 {
  func tellOfTheCliff(in notebook: Notebook) {
    let (weight, multiplier) = (5.0, 5 * sigmoidSlope(unit.start))
    notebook.section("One step undoes a walk")
    notebook.text(
      """
      The smallest recurrent network has a single unit; σ is the sigmoid. Let it run for \(unit.depth) rounds with the same weights,
      and ask it to arrive at \(plain(unit.target)):
      """)
    notebook.equation(
      latex: #"x_0 = 0.5, \qquad x_{t+1} = w\,\sigma(x_t) + b, \qquad E(w, b) = \big(\sigma(x_{50}) - 0.7\big)^2"#,
      plain: "x₀ = 0.5,   xₜ₊₁ = w σ(xₜ) + b,   E(w, b) = (σ(x₅₀) − 0.7)²")
    notebook.text(
      """
      On the line b = x₀ − w σ(x₀) the state maps to itself, like a pencil that stands on its tip. Each round multiplies a
      small deviation by m = w σ′(x₀). At w = \(plain(weight)), m is \(fixed(multiplier, 3)), and m⁵⁰ is
      \(significant(.pow(multiplier, unit.depth), 2)): on one side of the line the state ends high, on the other low, and the error
      jumps. This line is the edge of a cliff. There is one where m > 1, above w = \(fixed(unit.cliffBegins, 2)); those of
      \(lesson(1)) come about in the same way.
      """)
    notebook.figure(
      cutFigure(unit, weight: weight),
      caption: """
        A cut at w = \(plain(weight)). The dot is the closed form on the edge, where fifty rounds add up to a geometric sum:
        2 |σ(x₀) − 0.7| σ′(x₀) √(σ(x₀)² + 1) · (m⁵⁰ − 1)/(m − 1) = \(significant(unit.edgeGradientNorm(atWeight: weight), 3)). Just below the edge the
        gradient is larger still.
        """)
    let free = walk(none)
    let (steps, longest) = (free.stepLengths, free.stepLengths.firstIndex(of: free.longestStep) ?? 0)
    notebook.text(
      """
      Worse, the valley where σ(x₅₀) = 0.7 leads straight to the edge. Let gradient descent, θ ← θ − η ∇E(θ) with
      η = \(plain(learningRate)), set out from w = 4.6, b = −2.2. Its longest step is number \(longest + 1):
      """)
    notebook.table(
      columns: ["step", "w", "b", "‖∇E‖", "η‖∇E‖"],
      rows: (max(0, longest - 1)..<min(longest + 2, steps.count)).map { step in
        [
          "\(step + 1)", fixed(free.points[step].x, 3), fixed(free.points[step].y, 3),
          significant(free.gradientNorms[step], 2), significant(steps[step], 2),
        ]
      })
    let next = longest + 1 < steps.count ? ", the one after it \(significant(steps[longest + 1], 2))" : ""
    if longest > 0 {
      notebook.text(
        "All steps before it measure \(significant(steps.prefix(longest).reduce(0, +), 2)) together\(next).")
    }
    notebook.shows("1.08", "1.18")
  }

  func tellOfTheRules(in notebook: Notebook) {
    notebook.section("Three rules")
    notebook.text(
      """
      What to do with a gradient g that is too large? Pascanu, Mikolov and Bengio scale it down to a threshold t. Note 2 clips with
      `np.clip`, each value by itself. Note 1 multiplies by a small ε:
      """)
    notebook.equation(
      latex: #"""
        \begin{aligned}
        \text{clip the norm:} \quad & g \leftarrow g \cdot \min(1, t / \lVert g \rVert) \\
        \text{clip each value:} \quad & g_i \leftarrow \max(-t, \min(t, g_i)) \\
        \text{shrink by } \varepsilon\text{:} \quad & g \leftarrow \varepsilon g \quad \text{if } \lVert g \rVert > t
        \end{aligned}
        """#,
      plain: """
        clip the norm:    g ← g · min(1, t/‖g‖)
        clip each value:  gᵢ ← max(−t, min(t, gᵢ))
        shrink by ε:      g ← ε g  if ‖g‖ > t
        """)
    notebook.text(
      """
      With t = 1 and ε = 0.1 the gradient (3, 4), of norm 5, becomes (0.6, 0.8), (1, 1) and (0.3, 0.4). The first keeps its
      direction, and steps are at most ηt long. The second is turned by 8°, and d values can make a step √d times as long. The third
      has no bound: 100 becomes 10. And it jumps: 0.99 stays, 1.01 becomes 0.101. In code:
      """)
    notebook.code(
      """
      let (loss, gradients) = valueAndGradients(of: model) { crossEntropy(model(x), y) }
      optimizer.update(model, with: gradients.clipped(toNorm: 1))  // PyTorch: clip_grad_norm_(parameters, 1)
      """)
    notebook.shows("1.54", "2.70", "2.71", "2.81", "2.85")
    notebook.figure(
      bouncesFigure(unit, walks: rules.map { ($0.name, $0.arm, walk($0.arm)) }),
      caption: """
        The cliff from close by, turned so that its edge lies level; grey, lines of equal error. The walk starts at the circle and slides
        down; once it crosses the edge, what happens is up to the rule.
        """, cover: true)
    notebook.shows("2.73")
    // Where both values of the gradient on the edge are above t.
    if 2 * maxNorm < unit.edgeGradientNorm(atWeight: unit.floorEnds) {
      notebook.folded("Why clipping each value leads astray here") {
        notebook.text(
          """
          On the edge the gradient points straight away from it, along (σ(x₀), 1). Clipped to (t, t) it is turned by
          45° − arctan σ(x₀) = \(fixed(unit.turnAtEdge, 1))°, and the step carries the walk
          \(significant(unit.driftAtEdge(learningRate: learningRate, threshold: maxNorm), 2)) along the edge, back to where it came
          from. The bounds must be −t and t: with 1 and 8, as in the example of `np.clip` that note 2 quotes, −5 would become 1.
          """)
      }
    }
    notebook.shows("2.72")
  }

  func setExercises(in notebook: Notebook) async throws {
    try await exercise(
      "--max-norm 0.1", "Predict: at which learning rates does clipping the norm get past the cliff now?",
      in: notebook
    ) { lesson in
      let safe = lesson.safeRates(lesson.norm, await lesson.sweep([lesson.norm]))
      return
        "At \(listed(safe.map(plain))). The bound is ηt: a tenth of the threshold asks for about ten times the rate."
    }
    try await exercise(
      "--epsilon 0.01",
      "Up to which gradient does shrinking keep steps within ηt? Predict the longest step.",
      in: notebook
    ) { lesson in
      let runs = await Runs(seeds: lesson.common.seeds(6)) {
        CliffRun(on: lesson.unit, lesson.shrink, at: lesson.learningRate, threshold: lesson.maxNorm, seed: $0)
      }
      return """
        Up to t/ε = \(significant(lesson.maxNorm / lesson.epsilon, 2)). The walks met one of \(significant(runs.largestGradient.maximum, 2)), so their longest step is
        \(significant(runs.longestStep.maximum, 2)), not \(plain(lesson.learningRate * lesson.maxNorm)). Nobody knows the largest gradient
        beforehand; clipping the norm need not.
        """
    }
    try await exercise(
      "--learning-rate 1", "Predict: how do the four walks of the film differ now? What does clipping cost there?",
      in: notebook
    ) { lesson in
      let free = lesson.walk(lesson.none)
      let alike = lesson.rules.count { lesson.walk($0.arm).points == free.points }
      return """
        \(alike) of 4 are the same to the last bit: the largest gradient that this walk meets is
        \(significant(free.gradientNorms.max() ?? .nan, 2)), and below t = \(plain(lesson.maxNorm)) no rule has anything to do. From
        other starts it has: one walk proves little.
        """
    }
  }
}
