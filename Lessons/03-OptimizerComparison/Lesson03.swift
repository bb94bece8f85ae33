import ArgumentParser
import Datasets
import Notebook

/// Lesson 03 · Optimizer comparison
///
/// What do momentum, RMSProp and Adam each repair, and is Adam really better?
///
/// - Claim: at one learning rate for all Adam is far ahead; at its own rate plain gradient descent ends level.
/// - Tests: note 2, techniques 2 to 4 and "Experiment Results"; Polyak 1964; Kingma & Ba 2015; Cohen et al. 2022.
@main struct Lesson03: Lesson {
  static let card = LessonCard.number(3)

  @OptionGroup var common: CommonOptions
  @Option(help: "Learning rate η that all methods share on the moons, above 0 and at most 10.")
  var learningRate = 0.0007
  @Option(help: "Epochs on the moons at the shared rate, 1 to 20000; the course's assignment takes 10000.")
  var epochs = 1000
  @Option(help: "Decay β of momentum, 0 to 0.9999.") var beta = 0.9
  @Option(help: "Angle by which the ravine is turned, −180 to 180 degrees.") var rotate = 0.0

  func validate() throws {
    try require(learningRate, "--learning-rate", .above(0, atMost: 10))
    try require(epochs, "--epochs", .from(1...20000))
    try require(beta, "--beta", .from(0...0.9999))
    try require(rotate, "--rotate", .from(-180...180))
  }

  func write(in notebook: Notebook) async throws {
    let seeds = common.seeds(8)

    // MARK: The idea

    notebook.section("Two averages and a quotient")
    notebook.text(
      """
      Gradient descent takes the gradient g for its step. The other methods remember more: momentum an average of past
      gradients, RMSProp an average of their squares, Adam both. The averages are those of \(lesson(2)), with hats where they
      are corrected, and all of it happens parameter by parameter.
      """)
    notebook.equation(
      latex: #"""
        m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2, \qquad
        \theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}
        """#,
      plain: "m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²,   θ ← θ − η m̂ / (√v̂ + ε)")
    notebook.text(
      """
      This is Adam. With g in place of m̂ it is RMSProp; without the divisor, momentum; without both, gradient descent. On
      L = ½ w², whose gradient is w itself, the first three steps from 1 with η = 0.1 can be checked by hand:
      """)
    notebook.table(
      columns: ["", "remembers", "w₁", "w₂", "w₃"],
      rows: threeSteps().map { row in [row.name, row.memory] + row.weights.dropFirst().map { fixed($0, 6) } },
      caption: """
        Momentum comes in two forms: PyTorch's sum, V ← βV + g, and the notes' average, V ← βV + (1 − β)g. Divided by its own
        size, a gradient makes a first step of exactly η. β = 0.9, and 0.999 for Adam's squares.
        """)

    // MARK: The smallest example that fails, and the repairs

    notebook.section("A ravine, and four ways down")
    let ravine = await RavineStudy(beta: beta, rotation: rotate)
    let (task, best, directions) = (ravine.task, ravine.best, ravine.directions)
    notebook.text(
      """
      L = ½ (x² + 100 y²) is a hundred times steeper across than along. Above η = 2/100 gradient descent jumps out of it, so
      along the floor it has to crawl. Each method starts from (10, 1) in the ravine's own axes, takes the best of
      \(ravine.sweeps.descent.runs.count) learning rates, and has *settled* once the height stays below a millionth of that
      at the start, up to step \(grouped(task.horizon)).
      """)
    let momentum =
      best.hasQuickMomentum
      ? "cancels that and gathers speed along the floor" : "with β = \(plain(beta)) is no quicker"
    let sides = task.isAlongAxes ? "see no steep side at all" : "find both of them steep"
    notebook.figure(
      ravineFigure(task, best),
      caption: """
        The first hundred steps, all four together. Gradient descent jumps from wall to wall; momentum \(momentum);
        RMSProp and Adam rescale each axis and \(sides).
        """, cover: true)
    notebook.table(
      columns: ["", "best η", "steps", "good η", "gradient → update", "steps when turned"],
      rows: best.all.indices.map { i in
        let run = best.all[i]
        return [
          run.name, significant(run.setting.learningRate, 3), run.settling, factor(ravine.sweeps.all[i].window),
          directions.all[i].turn, ravine.turned.all[i].settling,
        ]
      },
      caption: """
        Steps to settle; the factor between the largest and the smallest η that need at most twice as many; mean angles of
        steepest descent and of the update to the way to the minimum, at the same first 20 points; steps to settle, at the best
        η again, when the ravine is turned by 45°.
        """)
    notebook.text(
      """
      The closed forms agree. Gradient descent at Polyak's η = 2/(1 + 100), the best in the long run, takes
      \(fixed(task.gradientDescentSteps(rate: task.polyakRate).rounded(.up), 0)) steps, and
      \(fixed(task.gradientDescentSteps(rate: task.quickestRate).rounded(.up), 0)) at the best from this start; the grid of
      learning rates just misses both. Polyak's momentum, η = \(significant(task.heavyBallRate, 3)) and
      β = \(significant(task.heavyBallDecay, 3)), takes \(task.run(task.heavyBall).settling).
      """)
    notebook.figure(
      directionsFigure(task, [(best.momentum, directions.momentum), (best.adam, directions.adam)]),
      caption: """
        The notes' figure, measured: at each of the first 20 points the gradient (dashed, direction only) and the update
        (solid, true length). Mean angle to the way to the minimum: \(directions.momentum.turn) for momentum,
        \(directions.adam.turn) for Adam.
        """)
    notebook.text(
      """
      **Turn the ravine by 45°**, and gradient descent and momentum do not notice. The adaptive methods scale x and y apart,
      and now both are steep: RMSProp's updates are \(fixed(ravine.turnedDirections.rmsProp.updateAngle, 0))° off. Adam is
      saved by its average.
      """)

    // MARK: Afterwards

    notebook.section("Settled is not the end")
    let departure = ravine.departure
    notebook.text(
      """
      Let them run on. With β₂ = 0.9 RMSProp never settles within \(grouped(task.horizon)) steps: once √S is the size of the
      gradient, every step is η long, and it jumps between −η/2 and η/2 for ever, whatever the curvature. With 0.999 the
      divisor remembers the steep start, and the steps shrink. But memory fades: Adam's √v̂ falls until the curvature divided
      by it passes (2 + 2β₁)/((1 − β₁)η), and there its momentum becomes unstable.
      """)
    notebook.figure(
      afterwardsFigure(ravine),
      caption: """
        Adam turns at step \(grouped(departure.turningStep)); theory (grey mark) says
        \(departure.instability.map(grouped) ?? "never"). By step \(departure.departure.map(grouped) ?? "never") it has left.
        Dashed: the closed form of the height on which RMSProp with β₂ = 0.9 stays. Momentum lies under Adam.
        \(lesson(11)) foretells that step and asks what keeps Adam where it is.
        """)

    // MARK: Networks at one rate

    notebook.section("The moons, one learning rate for all")
    let moons = await MoonsStudy(seeds: seeds, learningRate: learningRate, epochs: epochs, beta: beta)
    let shared = moons.shared.map(accuracy)
    notebook.text(
      """
      The course behind the notes parts 300 points of two noisy moons by a network with layers of 5, 2 and 1 units in batches
      of 64, all methods at η = 0.0007. Its well-known result, for one seed of NumPy's generator and 10 000 epochs, is 79.7 %
      for gradient descent and for momentum and about 94 % for Adam. Here are \(seeds.count) seeds of ours (each changes
      points, first weights and order, the same for all methods) and \(counted(epochs, "epoch")) at η = \(learningRate).
      """)
    notebook.figure(
      moonsFigure(moons),
      caption: """
        Thin: seeds; thick: their mean, momentum (in the notes' form) dashed over gradient descent, RMSProp over Adam. Training
        accuracy: \(listed(moons.sweeps.all.indices.map { "\(moons.sweeps.all[$0].name) \(shared.all[$0].plusMinus(1))" })) %.
        Right: the first seed, and where its networks change sides.
        """)
    notebook.text(
      """
      Where is the momentum? An average never amplifies: under a steady gradient it steps just as far as
      gradient descent. PyTorch's sum steps 1/(1 − β) times as far, and gets \(accuracy(moons.summedMomentum).plusMinus(1)) %;
      gradient descent at 1/(1 − β) times the rate gets \(accuracy(moons.boldDescent).plusMinus(1)) %.

      **Dead networks.** With two units in the second layer \(percent(moons.deadShare)) of \(grouped(MoonsStudy.draws)) draws
      of the weights are dead on all points: no gradient gets through, and every optimizer stays at
      \(listed(Set(moons.deadAccuracies.all.map { percent($0) }).sorted())). Such a start is drawn anew (here
      \(moons.tasks.map(\.deadDraws).reduce(0, +)) times). A bold step can still kill a network; then it counts as it is.
      """)

    // MARK: Each at its own rate

    notebook.section("Each method at its own learning rate")
    let digits = await DigitsStudy(try Digits.load(), seeds: seeds, beta: beta)
    notebook.text(
      """
      One rate for all is no contest: 0.0007 suits Adam, whose steps are about η long whatever the gradient. So each method
      gets its own sweep, on the moons over \(MoonsStudy.sweepEpochs) epochs and on handwritten digits, \(DigitsStudy.epochs)
      epochs of a network 64-32-10. There the rate is chosen on a validation part, and the accuracy is that of the test part.
      """)
    notebook.figure(
      ratesFigure(ravine, moons, digits),
      caption: """
        Medians of \(seeds.count) seeds; on the digits with a band from the weakest to the strongest. The closed form lies on gradient descent's line; far right in the ravine Adam and RMSProp settle
        late, after leaving once.
        """)
    notebook.table(
      columns: ["", "moons: η", "train % (least)", "dead", "digits: η", "test %", "steps", "good η"],
      rows: zip(zip(moons.sweeps.all, digits.sweeps.all), digits.steps.all).map { sweeps, steps in
        let (moons, digits) = sweeps
        let onMoons = accuracy(moons.bestNetworks)
        return [
          moons.name, significant(moons.best.learningRate, 2),
          "\(fixed(onMoons.median, 1)) (\(fixed(onMoons.minimum, 1)))",
          "\(moons.bestNetworks.count(where: \.isDead))", significant(digits.best.learningRate, 2),
          accuracy(digits.bestNetworks).plusMinus(1), Summary(of: steps.map(Double.init)).plusMinus(0),
          factor(digits.window(within: 0.02)),
        ]
      },
      caption: """
        At each method's best rate, over \(seeds.count) seeds: median and least on the moons, where a bold step may kill a
        network or leave it stuck; mean ± standard deviation on the digits. Steps: until the smoothed loss on the
        digits is below \(DigitsStudy.lossLimit). Good η: the factor over which accuracy stays within two points of the best.
        """)

    tellFormulas(in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Momentum and RMSProp repair different things: one cancels what changes sign, the other evens out what differs in size.",
      "“At the same learning rate” compares step lengths, not methods: η is another length in each of the four rules.",
      "An adaptive method sees the axes of the parameters. Turn the problem, and it is another one.",
      "What looks settled need not be: at a constant learning rate Adam leaves again.",
    ])
    stateClaims(ravine, moons, digits, in: notebook)
    setExercises(ravine, moons, in: notebook)
    let own = moons.sweeps.map { accuracy($0.bestNetworks).median }
    notebook.answer(
      """
      Momentum repairs the zigzag, RMSProp unequal scales, Adam both; at one learning rate for all Adam is
      \(fixed(shared.adam.mean - shared.descent.mean, 0)) points ahead on the moons, but at its own rate plain gradient
      descent ends level (median \(fixed(own.descent, 1)) against \(fixed(own.adam, 1)) %).
      """)
  }
}
