import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook
import Numerics

/// Lesson 07 · Exploding loss
///
/// When does the loss explode, and how do you choose a learning rate that trains?
///
/// - Claim: a learning rate η is large only against the curvature λ. On a quadratic loss each step above η = 2/λ lands
///   further off than it started; networks dodge to flatter ground, up to about 4/λ₀. Measure λ, take 1/λ, and it trains.
/// - Tests: note 1, "Loss Exploding"; Cohen et al. 2021, arXiv:2103.00065; Lewkowycz et al. 2020, arXiv:2003.02218.
@main struct Lesson07: Lesson {
  static let card = LessonCard.number(7)
  @OptionGroup var common: CommonOptions
  @Option("Learning rate of figures 1 and 2, as a multiple of 2/λ", .from(0.01...100)) var factor = 1.5
  @Option("Learning rate η of the tanh network in figure 3, beside 0.8", .from(0.001...1000)) var learningRate = 0.5
  @Option(help: "Loss of the tanh network in figure 3: squared or cross-entropy.") var loss = NetworkLoss.squared

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    let regression = LinearRegression(DigitsTask(digits, seed: common.seed))
    tellOfOneDirection(in: notebook)
    tellOfTheRegression(regression, in: notebook)
    tellOfTwoWeights(in: notebook)
    let (seeds, loss) = (common.seeds(6), loss)
    let edges = await Trials(Set([learningRate, 0.8]).sorted(), seeds: seeds, "edge") { rate, seed in
      EdgeRun(digits, loss: loss, learningRate: rate, seed: seed)
    }
    let sweep = await Sweep([Arm.softmax, .tanh, .relu, .linear], rates: \.factors, seeds: seeds, by: \.last) {
      trained($0, atFactor: $1, digits, seed: $2)
    }

    tellOfTheEdge(edges, sweep, in: notebook)
    tellOfBoundedGradients(sweep, in: notebook)
    tellOfTheCure(sweep, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "η alone says nothing. What decides is ηλ: 1 arrives, 2 is the edge, and beyond it only flatter ground can help.",
      "λ is no constant: with squared error training sharpens a network until ηλ = 2, and a catapult makes it flatter.",
      "A rising loss need not be an exploding one. Look at it over many steps.",
      "Clipping bounds the step whatever λ is: \(lesson(6)). How a loss becomes inf and then nan: \(lesson(12)).",
    ])
    notebook.answer(
      """
      When the learning rate times the curvature of the loss is above 2, each step lands further off than it started. A network
      can dodge to flatter ground, for a while. So measure the curvature, and take one over it.
      """)
    try await setExercises(digits, regression, in: notebook)
  }
}

// MARK: - The smallest example that fails, and the same on the digits

extension Lesson07 {
  private func tellOfOneDirection(in notebook: Notebook) {
    notebook.section("A step that lands further off")
    notebook.text(
      """
      Take the simplest valley, L = ½λw². The weight w is its distance from the bottom, and λ its **curvature**: how fast the
      slope λw steepens. A step of gradient descent multiplies the distance by 1 − ηλ:
      """)
    notebook.equation(
      latex: #"w_{t+1} = w_t - \eta \lambda w_t = (1 - \eta\lambda)\,w_t, \qquad L_{t+1} = (1 - \eta\lambda)^2 L_t"#,
      plain: "wₜ₊₁ = wₜ − ηλ wₜ = (1 − ηλ) wₜ,   Lₜ₊₁ = (1 − ηλ)² Lₜ")
    let verbs = [(0.1, "creeps"), (1, "arrives"), (1.5, "swings, and settles"), (2, "swings forever"), (3, "explodes")]
    notebook.table(
      columns: ["ηλ", "1 − ηλ", "w, from 1 on", "what it does"],
      rows: verbs.map { product, verb in
        let path = (0...3).map { plain(.pow(1 - product, $0)) }
        return [plain(product), plain(1 - product), path.joined(separator: ", "), verb]
      })
    notebook.text(
      """
      In the last row each update is twice as long as the one before. The learning rate is not large in itself; it is large
      against 2/λ. The fix is in the formula, too: η = 1/λ arrives.
      """)
    notebook.shows("1.01", "1.16")
  }

  private func tellOfTheRegression(_ regression: LinearRegression, in notebook: Notebook) {
    let mode = regression.mode
    _ = regression.descend(atFactor: 1.5, steps: 60)
    let exploded = regression.weight.tensor.norm
    _ = regression.descend(atFactor: 0.5, steps: 60)
    let good = regression.weight.tensor.norm
    notebook.section("The same on the digits")
    notebook.text(
      """
      Linear regression is such a valley: from the \(Digits.pixelCount) pixels of a digit and a bias it computes ten numbers
      that should be 1 for the right digit and 0 for the others. The loss is the traditional one, half the
      squared error. A valley with many directions has a λ for each (they are the eigenvalues of its Hessian, the matrix of second
      derivatives), and the largest decides, because the same η serves them all. Here it is λ = \(fixed(mode.curvature, 2)), so that 2/λ = \(fixed(2 / mode.curvature, 3)).
      """)
    notebook.figure(
      ratesFigure(regression, factors: Set([0.02, 0.5, 1.02, factor]).sorted()),
      caption: """
        Gradient descent on all the training digits at once. Dashed black: the sharpest direction's part of the loss in closed form,
        ½ s²/λ · (1 − ηλ)²ᵗ with ½ s²/λ = \(significant(mode.loss(atFactor: 0, after: 0), 2)), where s is the slope along it at the start.
        """)
    notebook.text(
      """
      Sixty steps at 1.5 times 2/λ leave weights of length \(significant(exploded, 1)), where 1/λ leaves
      \(significant(good, 2)): huge, and meaningless.
      """)
    notebook.shows("1.03", "1.09", "1.64", "3.01")
  }

  private func tellOfTwoWeights(in notebook: Notebook) {
    let start = TwoWeights()
    let path = start.descend(atFactor: 1.5)
    notebook.section("A valley that gets flatter: the catapult")
    notebook.text(
      """
      In a network λ depends on the weights. Two weights in a row are enough to see what that changes: an answer f = u v that
      should be 0, with L = ½f². The bottom of its valley is the line v = 0 (and u = 0), and across it the curvature is
      λ = u² + v²: far out the valley is steep, near the middle it is flat. A step changes f and λ by
      """)
    notebook.equation(
      latex: #"""
        f \leftarrow f \, (1 - \eta\lambda + \eta^2 f^2), \qquad
        \lambda \leftarrow \lambda + \eta f^2 (\eta\lambda - 4)
        """#,
      plain: "f ← f (1 − ηλ + η²f²),   λ ← λ + ηf² (ηλ − 4)")
    notebook.folded("Where these come from") {
      notebook.text(
        """
        The slope is ∂L/∂u = f v and ∂L/∂v = f u, so a step takes u to u − ηfv and v to v − ηfu. Their product is
        uv − ηf(u² + v²) + η²f² uv, and uv is f. The sum of their squares is u² + v² − 4ηf uv + η²f²(u² + v²).
        """)
    }
    notebook.text(
      """
      Near the bottom f is small, and the first formula is the valley's from before, with its border at ηλ = 2. The second has
      another border: **as long as ηλ is below 4, every step makes λ smaller**, and the more so the larger the error. So between
      2/λ₀ and 4/λ₀, with λ₀ the curvature at the start, the loss rises, the rising loss flattens the valley, and once λ is below
      2/η the loss falls for good. From (\(plain(start.u)), \(plain(start.v))) at 1.5 times 2/λ₀, it climbs from \(significant(start.loss, 2)) to
      \(significant(path.map(\.loss).max() ?? .nan, 2)), and λ ends at \(significant(path[path.count - 1].curvature, 2)), from
      \(significant(start.curvature, 3)). Lewkowycz et al. call it a catapult. Above 4/λ₀ every step makes λ larger, and nothing stops the loss.
      """)
    notebook.figure(
      catapultFigure(factor),
      caption: """
        Left, the valley from above: its bottom is the cross of grey lines, and \(factor > 0.5 ? "outside the dashed circle" : "nowhere in the picture")
        it is too steep for \(plain(factor)) times 2/λ₀. At 0.5 times 2/λ₀ it goes down where it stands; at 2.1 times it is thrown out of the picture.
        """, cover: true)
  }

  // MARK: Exercises

  private func setExercises(_ digits: Digits, _ regression: LinearRegression, in notebook: Notebook) async throws {
    try await exercise(
      "--factor 1.1",
      """
      By how much does a step multiply the regression's loss now? Predict, with the caption's ½ s²/λ, after how many steps it
      passes a million, and look.
      """, in: notebook
    ) { lesson in
      let mode = regression.mode
      let predicted = mode.firstStep(above: 1e6, atFactor: lesson.factor) ?? 0
      let losses = regression.descend(atFactor: lesson.factor, steps: predicted + 20).losses
      return """
        By (1 − 2.2)² = \(fixed(.pow(1 - 2 * lesson.factor, 2), 2)): at step \(predicted) by the closed form, and the run passes
        it at step \(losses.firstIndex { $0 > 1e6 } ?? 0). An explosion that slow looks like training gone stale for a while.
        """
    }
    try await exercise(
      "--learning-rate 1.2",
      "Predict: how many of six tanh networks diverge? Could one know which before the first step?",
      in: notebook
    ) { lesson in
      let runs = await Runs(seeds: lesson.common.seeds(6), "exercise") { seed in
        EdgeRun(digits, loss: lesson.loss, learningRate: lesson.learningRate, steps: 200, seed: seed)
      }
      func products(_ runs: [EdgeRun]) -> String {
        runs.isEmpty ? "none" : listed(runs.map { fixed(2 * $0.first, 2) }.sorted())
      }
      let (lost, kept) = (runs.all.filter { !$0.run.isComplete }, runs.all.filter { $0.run.isComplete })
      return """
        \(lost.count) of \(runs.seedCount). ηλ₀, measured before the first step, is \(products(lost)) where it diverges and
        \(products(kept)) where it does not; the two weights have their border at 4.
        """
    }
    try await exercise(
      "--loss cross-entropy", "Predict: does the curvature still come to 2/η? Why, or why not?", in: notebook
    ) { lesson in
      let run = EdgeRun(digits, loss: lesson.loss, learningRate: lesson.learningRate, seed: lesson.common.seed)
      return """
        No: λη/2 begins at \(significant(run.first, 2)) and ends at \(significant(run.edgeRatios[run.edgeRatios.count - 1], 2)).
        Cross-entropy bends only where the network is unsure, and training makes it surer.
        """
    }
  }
}

extension NetworkLoss: ExpressibleByArgument {}
