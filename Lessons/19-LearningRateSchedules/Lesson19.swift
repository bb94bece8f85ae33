import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 19 · Learning-rate schedules
///
/// Travel first, settle last: start high, and bring the rate down to nearly zero by the end; along which curve matters less.
@main struct Lesson19: Lesson {
  static let card = LessonCard.number(19)
  @OptionGroup var common: CommonOptions
  @Option("Epochs on the digits", .from(1...20)) var epochs = 8
  @Option("Share of the training labels that are wrong", .from(0...0.9)) var noise = 0.0
  @Option("Curvature h of the bowl's second direction", .from(1e-6...1)) var curvature = 0.01

  /// The steps of a run on the bowl.
  static let bowlSteps = 1000

  var training: Training { Training(epochs: epochs, noise: noise) }
  var bowl: Bowl { Bowl(curvatures: [1, curvature]) }

  func write(in notebook: Notebook) async throws {
    let best = bowl.best(steps: Self.bowlSteps)
    tellOfTwoDirections(in: notebook)
    await tellOfTheBest(best, in: notebook)
    let digits = try Digits.load()
    let sweep = await sweep(digits)
    tellOfShapes(sweep, best: bowl.finalLoss(best), in: notebook)
    tellOfRates(sweep, in: notebook)
    await tellOfRules(digits, sweep, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Compare schedules each at its own best rate: one rate for all favours the shape that it suits.",
      "A rate that falls too early never arrives; one that never falls does not settle.",
    ])
    try await setExercises(digits, sweep, in: notebook)
    notebook.answer(
      """
      Start with a high rate, and bring it down to nearly zero by the end. That it comes down matters more than whether along a
      line, along a cosine or in steps.
      """)
  }
}

// MARK: - The bowl

extension Lesson19 {
  private func tellOfTwoDirections(in notebook: Notebook) {
    let steps = Self.bowlSteps
    let falling = Shape.inverseTime.shares(steps)
    func left(_ rates: [Double]) -> Double { rates.reduce(1) { $0 * (1 - curvature * $1) } }
    notebook.section("The best in one direction")
    notebook.text(
      """
      A noisy bowl: the loss is ½h(w − x)², and each step draws its x anew (normal, mean 0, variance 1); the right answer is
      w = 0. Every walk starts at w = \(plain(Bowl(curvatures: []).start.squareRoot())). With h = 1 and the rates
      ηₜ = 1/(1 + t), t = 0, 1, 2 …, w is the plain mean of all x so far (\(lesson(5))), and its mean square after T steps is
      1/T. No schedule does better by even 0.01 %.

      Give the bowl a second direction, with h = \(plain(curvature)). Each step there leaves 1 − hηₜ of the way to go. The rates
      1, ½, ⅓ … add up to \(fixed(falling.reduce(0, +), 1)) in \(grouped(steps)) steps, and leave \(percent(left(falling), 0)) of the
      way. A constant rate of 1 leaves \(percent(left(Array(repeating: 1, count: steps)), 3)), but in the first direction
      it jumps to each new x. For the mean square s = E[w²] in a direction:
      """)
    notebook.equation(
      latex: #"s \leftarrow (1 - \eta_t h)^2\, s + \eta_t^2 h^2, \qquad \mathrm{loss} = \tfrac{1}{2} \sum_i h_i s_i"#,
      plain: "s ← (1 − ηₜh)² s + ηₜ²h²,   loss = ½ Σ hᵢ sᵢ")
    notebook.folded("Why 1/(1 + t) is the best in one direction") {
      notebook.text(
        """
        With h = 1 the next mean square, (1 − η)²s + η², is lowest at η = s/(s + 1), where it is s/(s + 1), too. So 1/s grows by 1 in
        each step: after T steps s = 1/(1/s₀ + T), the least there can be, and the rates are 1/(1/s₀ + 1 + t). For a start far
        away 1/s₀ is nothing beside 1.
        """)
    }
  }

  private func tellOfTheBest(_ best: [Double], in notebook: Notebook) async {
    let steps = Self.bowlSteps
    let held = best.prefix { $0 >= Bowl.highest }.count
    let single = Bowl(curvatures: [1])
    let singleBest = single.best(steps: steps)
    notebook.section("The best in two directions")
    notebook.text(
      """
      Since the loss of every schedule can be computed, the best of all can be found. We allow rates up to 1, a whole step in the
      first direction. The best schedule \(held == 0 ? "" : "**holds** that rate for \(counted(held, "step")) of \(grouped(steps)), and then")
      **falls**, to \(significant(best[steps - 1], 2)).
      """)
    if 10 * held >= steps {
      notebook.text(
        """
        Travel first, settle last. The first direction forgets: a step of rate η keeps only 1 − η of what was there, noise included. So
        the noise of the long way costs nothing, if enough short steps come after it.
        """)
    }
    notebook.folded("How the best of all is found") {
      notebook.text(
        """
        Change one rate η and fix all others. Let sᵢ be the mean squares before this step, and pᵢ = ½hᵢ ∏(1 − ηhᵢ)² over the later ones,
        what a unit of sᵢ now adds to the end. The final loss is Σ pᵢ((1 − ηhᵢ)²sᵢ + η²hᵢ²) and something without η: a parabola,
        lowest at
        """)
      notebook.equation(
        latex: #"\eta = \frac{\sum_i p_i h_i s_i}{\sum_i p_i h_i^2 (s_i + 1)}"#, plain: "η = Σ pᵢhᵢsᵢ / Σ pᵢhᵢ²(sᵢ + 1)"
      )
      notebook.text(
        "or at 1, if that is less. Set each rate to it, from the last step to the first and back, until none moves.")
    }
    let seeds = common.seeds(8)
    var tracks: [[Track]] = []
    for (bowl, best) in [(single, singleBest), (bowl, best)] {
      let shapes = [Shape.constant, .inverseTime, .cosine].map { ($0.rawValue, $0.color, bowl.tuned($0.shares(steps))) }
      tracks.append([])
      for (label, color, rates) in shapes + [("best of all", .green, best)] {
        let walks = SeriesSummary(of: await Runs(seeds: seeds, "walks") { bowl.walks(rates, seed: $0) }.all)
        tracks[tracks.count - 1].append(
          Track(label: label, color: color, rates: rates, expected: bowl.losses(rates), measured: walks.mean))
      }
    }
    let isLast = Shape.functions.allSatisfy { tunedLoss($0) <= tunedLoss(.inverseTime) }
    notebook.figure(
      bowlFigure(tracks, curvature: curvature, isLast: isLast && 10 * held >= steps),
      caption: """
        Above the rates, below the mean loss of \(grouped(200 * seeds.count)) walks; dashed, the equation. Each shape has the rate, up
        to 1, with which it ends lowest.
        """, cover: true, thumbnail: [1, 3])
    let optimum = bowl.finalLoss(best)
    let free = [1, 0.3, 0.1, 0.03, 0.01, 0.003].map { decay in
      bowl.finalLoss(bowl.tuned((0..<steps).map { 1 / (1 + decay * Double($0)) }))
    }
    notebook.claim(
      "19.1", "On a noisy bowl nothing beats 1/(1 + t).",
      test: """
        in one direction it ends within 0.1 % of the best of all schedules; the condition is shown if with a second one it ends
        higher than all other shapes of figure 2, each at its best rate
        """, source: .folklore, verdict: .holdsIf("the bowl has one direction"),
      when: single.finalLoss(single.tuned(Shape.inverseTime.shares(steps))) < 1.001 * single.finalLoss(singleBest)
        && isLast,
      measured:
        "in two directions \(significant(tunedLoss(.inverseTime), 2)), the best of all \(significant(optimum, 2))",
      detail: "its best rate is 1, the highest allowed; 1/(1 + dt) with d free: \(significant(free.min() ?? .nan, 2))")
    let fall = best[held...]
    notebook.claim(
      "19.2",
      "Beside a flat direction, the best schedule holds its highest rate for a good part of the run, then falls to the end.",
      test: """
        for h = 1 and \(plain(curvature)), exactly: at the highest rate for at least a quarter of the steps, lower in each one after, and
        at last below a hundredth
        """, source: .ours, verdict: .holds,
      when: 4 * held >= steps && zip(fall, fall.dropFirst()).allSatisfy { $0 > $1 } && best[steps - 1] < 0.01,
      measured: "held for \(held) of \(grouped(steps)) steps",
      detail: """
        final losses: \(significant(optimum, 3)) for the best, \(significant(tunedLoss(.step), 3)) step,
        \(significant(tunedLoss(.cosine), 3)) cosine, \(significant(tunedLoss(.constant), 3)) constant
        """)
  }

  /// The loss on the bowl at the end of a shape, at its best rate.
  func tunedLoss(_ shape: Shape) -> Double { bowl.finalLoss(bowl.tuned(shape.shares(Self.bowlSteps))) }
}
