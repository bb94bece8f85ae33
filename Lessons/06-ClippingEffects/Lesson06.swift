import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook

/// Lesson 06 · Clipping effects
///
/// Which way of clipping a gradient gets a run past a cliff?
///
/// - Claim: capping the norm of the whole gradient gets every walk past the cliff of a small recurrent network, because
///   it bounds the step and keeps its direction. Without clipping fewer than half arrive; the rules of the notes do not
///   bound the step, or turn it.
/// - Tests: Pascanu, Mikolov & Bengio 2013, algorithm 1; note 1 and note 2, "Gradient Clipping".
@main struct Lesson06: Lesson {
  static let card = LessonCard.number(6)
  @OptionGroup var common: CommonOptions
  @Option(help: "Threshold t of the rules: the largest norm, or the largest entry, let through; 0.000001 to 1000000.")
  var maxNorm = 1.0
  @Option(help: "Factor ε of the rule that shrinks, above 0 and below 1.") var epsilon = 0.1
  @Option(help: "Learning rate η of the walks on the cliff, above 0 and at most 1000.") var learningRate = 0.1
  @Option(help: "Rule of the walk beside the unclipped one in figure 1: none, norm, value or shrink.")
  var rule = Rule.norm

  var unit: RecurrentUnit { RecurrentUnit() }
  /// Where the walk of the figures sets out.
  var start: Point { Point(weight: 4.6, bias: -2.2) }

  func validate() throws {
    try require(maxNorm, "--max-norm", .from(1e-6...1e6))
    try require(epsilon, "--epsilon", .between(0, 1))
    try require(learningRate, "--learning-rate", .above(0, atMost: 1000))
  }

  func clipping(_ rule: Rule) -> Clipping { rule.clipping(threshold: maxNorm, factor: epsilon) }

  func walk(_ rule: Rule, from start: Point) -> Walk {
    unit.walk(from: start, rule: clipping(rule), learningRate: learningRate)
  }

  func write(in notebook: Notebook) async throws {
    // MARK: The smallest example that fails

    notebook.section("A landscape with a cliff")
    notebook.text(
      """
      A recurrent network applies the same weights again and again. The smallest one has a single unit. Let it run for
      \(unit.depth) rounds and ask it to arrive at \(plain(unit.target)):
      """)
    notebook.equation(
      latex: #"x_0 = 0.5, \qquad x_{t+1} = w\,\sigma(x_t) + b, \qquad E(w, b) = \big(\sigma(x_{50}) - 0.7\big)^2"#,
      plain: "x₀ = 0.5,   xₜ₊₁ = w σ(xₜ) + b,   E(w, b) = (σ(x₅₀) − 0.7)²")
    notebook.text(
      """
      With two weights the whole landscape fits on paper (Figure 1). It has a valley: along its floor,
      b = ln(7/3) − 0.7 w, the unit rests on the right answer. And it has a cliff. On the line b = x₀ − w σ(x₀) the state
      x₀ maps to itself, but beyond w = 1/σ′(x₀) = \(fixed(unit.cliffBegins, 2)) only as a pencil stands on its tip: each
      round multiplies the smallest deviation by w σ′(x₀), which at w = 5 is \(fixed(5 * sigmoidSlope(unit.start), 3)),
      and after \(unit.depth) rounds the gradient on the edge is \(significant(unit.edgeGradientNorm(atWeight: 5), 3)).
      Over half of the map it is below \(significant(unit.medianGradientNorm, 1)). The cliffs of \(lesson(1))
      come about in the same way.

      The valley leads straight to the cliff: its floor meets the edge at w = \(fixed(unit.floorEnds, 2)), and to the
      right of that point all ways down end at the edge.
      """)

    notebook.section("One step")
    let (free, clipped) = (walk(.none, from: start), walk(rule, from: start))
    let steps = free.stepLengths
    let longest = steps.firstIndex(of: free.longestStep) ?? 0
    let after = steps[min(longest + 1, steps.count - 1)]
    notebook.text(
      """
      Gradient descent, θ ← θ − η ∇E(θ) with η = \(plain(learningRate)), sets out from w = \(plain(start.weight)) and
      b = \(fixed(start.bias, 1)), a little above the edge. Its longest step is number \(longest + 1):
      """)
    notebook.table(
      columns: ["step", "w", "b", "E", "‖∇E‖", "length η‖∇E‖"],
      rows: (max(0, longest - 2)..<min(steps.count, longest + 2)).map { step in
        [
          "\(step + 1)", fixed(free.points[step].weight, 3), fixed(free.points[step].bias, 3),
          significant(free.errors[step], 2), significant(free.gradientNorms[step], 2), significant(steps[step], 2),
        ]
      })
    let before =
      longest == 0 ? "" : "All steps before it measure \(significant(steps.prefix(longest).reduce(0, +), 2)) together. "
    notebook.text(
      """
      \(before)It starts where the gradient is \(significant(free.gradientNorms[longest], 2)), is
      \(significant(free.longestStep, 2)) long, and ends where a step is \(significant(after, 2)) long: at that
      pace the way back takes \(significant(free.longestStep / after, 2)) steps. On the edge of a cliff a hair's breadth decides.
      """)
    notebook.figure(
      cliffFigure(unit, walks: rule == .none ? [(rule, free)] : [(rule, clipped), (.none, free)]),
      caption: """
        Left, the error over both weights; the edge and the floor (dashed) are closed forms, the ring is the start, and
        the discs are the ends of walks of \(steps.count) steps. Right, the error along them: without clipping it ends at
        \(significant(free.finalError, 2)), with the rule “\(rule.words)” of the next section at
        \(significant(clipped.finalError, 2)).
        """, cover: true)

    // MARK: The fix, and two rules that are taken for it

    notebook.section("Three rules")
    notebook.text(
      """
      What to do with a gradient g that is too large? Pascanu, Mikolov and Bengio cap its norm at a threshold t and keep
      its direction: a learning rate that gives way, η · min(1, t/‖g‖). Note 2 cuts each entry at the threshold. Note 1
      multiplies the gradient by a small ε once its norm is above the threshold:
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
    let gradient = [3.0, 4.0]
    notebook.table(
      columns: ["rule", "\(vector(gradient)) becomes", "norm", "turned by"],
      rows: Rule.allCases.map { rule in
        let clipped = gradient.clipped(by: clipping(rule))
        return [
          rule.words, vector(clipped), significant(clipped.norm, 2), "\(fixed(gradient.angle(to: clipped), 1))°",
        ]
      },
      caption: "A gradient of norm \(plain(gradient.norm)), with t = \(plain(maxNorm)) and ε = \(plain(epsilon)).")
    let (below, above) = (0.99 * maxNorm, 1.01 * maxNorm)
    func shrunk(_ norm: Double) -> String { significant([norm].clipped(by: clipping(.shrink)).norm, 3) }
    notebook.figure(
      rulesFigure(threshold: maxNorm, factor: epsilon),
      caption: """
        The norm of a gradient before and after each rule; for “\(Rule.value.words)” that of a gradient along the
        diagonal, which keeps most. Under “\(Rule.shrink.words)” a norm of \(significant(below, 3)) stays
        \(shrunk(below)) and \(significant(above, 3)) becomes \(shrunk(above)), so the larger gradient makes the smaller
        step; and above t/ε = \(significant(maxNorm / epsilon, 2)) the threshold is passed again.
        """)

    // MARK: Many walks

    let here = Setting(learningRate: learningRate, threshold: maxNorm)
    let races = await Races(on: unit, at: here, factor: epsilon, seeds: common.seeds(6))
    let walks = grouped(races.seeds.count * races.starts)
    notebook.section("\(walks) walks")
    notebook.text(
      """
      One walk proves little. For each of \(races.seeds.count) seeds there are \(races.starts) random starts above the
      cliff, and every rule walks from all of them. A walk is solved when it ends with E below 0.001, and thrown out when
      it ends with |b| above 10, where the landscape is flat.
      """)
    notebook.table(
      columns: ["rule", "solved", "least seed", "thrown out", "longest step", "largest ‖∇E‖"],
      rows: Rule.allCases.map { rule in
        [
          rule.words, "\(races.solved(rule).plusMinus(1)) %", "\(fixed(races.solved(rule).minimum, 0)) %",
          "\(fixed(races.thrownOut(rule), 1)) %", significant(races.longestStep(rule), 3),
          significant(races.largestGradient(rule), 3),
        ]
      },
      caption: "\(walks) walks with η = \(plain(learningRate)), t = \(plain(maxNorm)) and ε = \(plain(epsilon)).")
    notebook.figure(
      sharesFigure(races),
      caption: """
        Left, t = \(plain(maxNorm)); right, η = \(plain(learningRate)), where the blue line is no clipping. Bands reach
        from the least seed to the greatest. Each rule at its own best learning rate:
        \(listed(Rule.allCases.map { "\($0.words) \(races.bestShare($0))" })).
        """)
    notebook.text(
      """
      Shrinking by ε bounds nothing: its longest step is \(significant(races.longestStep(.shrink), 3)). Clipping each value
      never steps further than √2 ηt, hardly further than clipping the norm. It brings \(races.share(.value)) of the walks
      home, against \(races.share(.none)) without clipping.
      """)

    notebook.section("Straight off the cliff")
    notebook.text(
      """
      What sets clipping by value apart is the direction of its steps. On the edge the gradient points straight away from
      it, along (σ(x₀), 1). Clipped to (t, t) it is turned by 45° − arctan σ(x₀) = \(fixed(unit.turnAtEdge, 1))°, and such a
      step carries the walk \(significant(unit.driftAtEdge(learningRate: learningRate, threshold: maxNorm), 2)) along the
      edge, away from the valley.
      """)
    notebook.figure(
      bouncesFigure(unit, walks: Rule.allCases.map { ($0, walk($0, from: start)) }),
      caption: """
        The cliff from close by, turned so that its edge lies level, with the walks from the start of figure 1 (ring);
        the white band is the floor of the valley. A walk slides down to the left until it crosses the edge and is thrown
        off: with its norm clipped straight up, so that it comes down further to the left each time; with its values
        clipped up and to the right, as far as it had slid to the left.
        """)
    notebook.text(
      """
      The rule also decides whether a run can be repeated. Of \(races.copies.count) copies of one start,
      w = \(plain(races.original.weight)) and b = \(fixed(races.original.bias, 2)), whose weights differ in the tenth decimal,
      these reach the valley:
      \(listed(Rule.allCases.map { "\($0.words) \(races.solvedCopies[$0, default: 0])" })).
      """)

    // MARK: Limits, real data, and what follows

    tellOfTheLimits(races, in: notebook)
    let trials = await DigitsTrials(
      try Digits.load(), threshold: maxNorm, factor: epsilon, seeds: common.seeds(6))
    tellOfTheDigits(trials, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Most gradients are small. A single one undoes a run, and the way down leads to it.",
      "What a threshold bounds is the step ηt, not the gradient. Choose η and t together.",
      "A rule that treats entries one by one also changes where the step goes; the whole norm never does.",
    ])
    stateClaims(races, trials, in: notebook)
    await setExercises(races, trials, in: notebook)
    let isBest = Rule.allCases.allSatisfy { races.solved($0).mean <= races.solved(.norm).mean }
    notebook.answer(
      """
      The one that scales the whole gradient down to a fixed norm\(isBest ? "" : ", where η and t suit it (here they do not)"): \(races.share(.norm)) of \(walks) walks get past the
      cliff, against \(races.share(.none)) without clipping, \(races.share(.value)) when each value is clipped and
      \(races.share(.shrink)) when a large gradient is multiplied by a small ε.
      """)
  }
}

extension Rule: ExpressibleByArgument {}
