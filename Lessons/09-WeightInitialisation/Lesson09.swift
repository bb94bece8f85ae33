import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook
import Numerics

/// Lesson 09 · Weight initialisation
///
/// How large should the first weights be, and what is n in 1/n?
///
/// - Claim: a layer multiplies the size of its inputs by √(n Var(w)), for ReLU by 1/√2 of that, where n is the fan-in.
///   Deep networks train where this gain is about 1. The batch size has no part in it.
/// - Tests: LeCun et al. 1998, He et al. 2015, Poole et al. 2016; note 1, "Weight Init".
@main struct Lesson09: Lesson {
  static let card = LessonCard.number(9)
  @OptionGroup var common: CommonOptions
  @Option(help: "Units n of each layer that signals are sent through, 16 to 256; the trained networks have 64.")
  var width = 64
  @Option(help: "Batch size B, 1 to 128: of the trainings, and in the rules of note 1 that depend on it.")
  var batch = 32
  @Option(help: "Hidden layers of the trained networks, 1 to 16.") var depth = 10
  @Option(help: "Standard deviation σ of first weights of your own, 0.003 to 3, as a further rule.")
  var std: Double?

  /// The rules on trial.
  var rules: [FirstWeights] {
    let own = std.map { [FirstWeights.fixed($0)] } ?? []
    return [.standardNormal, .inverseRoot, .he, .lecun, .pyTorch, .small] + own.filter { $0 != .small }
  }

  /// "of 10 hidden layers", for prose.
  var deep: String { "of \(counted(depth, "hidden layer"))" }

  func validate() throws {
    try require(width, "--width", .from(16...256))
    try require(batch, "--batch", .from(1...128))
    try require(depth, "--depth", .from(1...16))
    if let std { try require(std, "--std", .from(0.003...3)) }
  }

  func write(in notebook: Notebook) async throws {
    let signals = await SignalStudy(rules, width: width, depth: 30, seeds: common.seeds(10))
    tellOfOneLayer(in: notebook)
    tellOfManyLayers(signals, in: notebook)
    let saturation = await SaturationStudy(
      [.standardNormal, .inverseRoot, .he, .lecun], layers: [1, 5, 10, 20], width: width, seeds: common.seeds(5))
    tellOfSaturation(saturation, in: notebook)
    let digits = try Digits.load()
    let tasks = common.seeds(5).map { DigitsTask(digits, seed: $0, centred: true) }
    let training = await Comparison(tasks, rules: rules, batch: batch, depth: depth)
    tellOfTraining(training, in: notebook)
    let meaning = await Meaning(
      tasks, batch: batch, depth: depth, seeds: common.seeds(5), known: training.study)
    tellOfMeaning(meaning, in: notebook)
    let zeros = tasks.map { (relu: ZeroStart($0, .relu), sigmoid: ZeroStart($0, .sigmoid)) }
    tellOfZeros(zeros[0].relu, zeros[0].sigmoid, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Depth makes powers: what one layer does a little, thirty do thirty times over. Only a gain of 1 is safe.",
      "n belongs to the layer, not to the data: a network of several widths has a variance for each of its layers.",
      """
      The factor before 1/n belongs to the activation: 2 for ReLU, which throws half of the mean square away, about 1 for
      tanh.
      """,
      """
      Too large can partly be made good by a tiny learning rate, a little too small by Adam; where nothing comes through,
      by neither.
      """,
      "First weights set the gain once, before the first step. What sets it anew at every step is told in \(lesson(10)).",
    ])
    stateClaims(signals, saturation, training, meaning, zeros, in: notebook)
    await setExercises(signals, meaning, tasks, in: notebook)
    let (he, normal) = (training.accuracy(.he), training.accuracy(.standardNormal, usual: true))
    notebook.answer(
      """
      Such that a layer passes on a signal as large as it came: variance 2/n for ReLU and about 1/n for tanh, where n is
      the number of inputs of a unit, whatever the batch size. A ReLU network \(deep) then reads
      \(fixed(he.mean, 0)) % of the digits, with N(0, 1) at the usual learning rates \(fixed(normal.mean, 0)) %.
      """)
  }
}

// MARK: - Signals

extension Lesson09 {
  private func tellOfOneLayer(in notebook: Notebook) {
    notebook.section("One layer")
    notebook.text(
      """
      A unit adds up n inputs, each times a weight. If the weights are drawn independently with mean 0, the mixed terms of
      the sum's square average out and n squares are left: the mean square of the sum is n Var(w) times that of the
      inputs. ReLU sets the negative half of the sums to 0, and with it half of the mean square. So a layer multiplies the
      **size** of a signal, the root of its mean square, by its **gain**:
      """)
    notebook.equation(
      latex: #"""
        g = \sqrt{n\,\mathrm{Var}(w)} \;\text{ without activation}, \qquad
        g = \sqrt{\tfrac{1}{2}\,n\,\mathrm{Var}(w)} \;\text{ with ReLU}
        """#,
      plain: "g = √(n Var(w)) without activation,   g = √(½ n Var(w)) with ReLU")
    let (n, gain) = (64, FirstWeights.standardNormal.gain(fanIn: 64))
    notebook.text(
      """
      Here n is the **fan-in**, the number of inputs of a unit. With \(n) inputs and weights from N(0, 1) the sums are
      √\(n) = \(plain(Double(n).squareRoot())) times as large as the inputs, and what ReLU leaves of them is
      \(fixed(gain, 2)) times as large. That is one layer; the next one does the same again. (\(lesson(8)) calls
      √(n Var(w)) the gain of the weights; here g counts the activation in. He's weights have gain √2 there and 1 here.)
      """)
  }

  private func tellOfManyLayers(_ study: SignalStudy, in notebook: Notebook) {
    notebook.section("\(study.depth) layers")
    notebook.text(
      """
      Send normal inputs of size 1 through \(study.depth) ReLU layers of \(width) units and watch the size. Note 1 calls
      N(0, 1) typical and offers the variance 1/√n as a remedy. LeCun derived 1/n; Glorot 2/(n + m) for n inputs and m
      outputs, which is the same where m = n; He 2/n, which makes the gain of ReLU exactly 1. PyTorch draws the weights of
      `Linear` uniformly, with a variance of 1/(3n).
      """)
    notebook.table(
      columns: ["weights", "from", "σ at n = \(width)", "gain g", "measured", "size after \(study.depth) layers"],
      rows: study.rules.map { rule in
        [
          rule.distribution, rule.origin, significant(rule.variance(fanIn: width).squareRoot(), 3),
          significant(rule.gain(fanIn: width), 4), significant(study.gains(rule).mean, 4),
          significant(study.sizes(rule)[study.depth], 2),
        ]
      }, caption: "Measured: the mean gain of a layer over \(study.seeds) seeds. Sizes are medians.")
    let he = study.gains(.he)
    notebook.figure(
      signalFigure(study),
      caption: """
        The size of the signal, from layer to layer; dashed, gᵏ. On the logarithmic axis every rule is a straight line,
        and that of N(0, 2/n) is level.
        """, cover: true)
    let small = (size: study.sizes(.small)[study.depth], gain: study.gains(.small).mean)
    let least = Double(Float.leastNormalMagnitude)
    let lost = Int((Double.log(least) / .log(small.gain)).rounded(.up))
    notebook.text(
      """
      The gain of each single layer is random, and over many layers its logarithm counts, whose mean is lower than the
      logarithm of the mean: for a single input by 5/(4n), so that a typical layer with N(0, 2/n) keeps
      exp(−5/(4n)) = \(fixed(typicalShareOfGain(width: width), 3)). The measured gains scatter around that: their mean is
      \(fixed(he.mean, 3)), from \(fixed(he.minimum, 3)) to \(fixed(he.maximum, 3)).
      N(0, 0.01²) ends at \(significant(small.size, 1)); at this gain layer \(lost) is below \(significant(least, 2)), where
      numbers of Float32 lose digits. What the gain does to the signal on its way forward, it does to the gradient on its
      way back (\(lesson(8))).
      """)
  }

  private func tellOfSaturation(_ study: SaturationStudy, in notebook: Notebook) {
    notebook.section("tanh: the signal cannot explode, the gradient can")
    let last = study.last
    notebook.text(
      """
      tanh keeps its outputs below 1, so the signal cannot explode. But an output near ±1 has a slope of 1 − tanh² near 0:
      with N(0, 1) most units pass hardly any gradient on, and the few in between, whose weights are large too, pass on so
      much that it grows from layer to layer all the same (\(lesson(8))). If the sums of layer l are normal with
      variance qₗ, the share of its outputs beyond ±0.99 is erfc(2.65/√(2qₗ)), and the next layer has
      """)
    notebook.equation(
      latex: #"""
        q_1 = n\,\mathrm{Var}(w), \qquad
        q_{l+1} = n\,\mathrm{Var}(w)\;\mathbb{E}\big[\tanh^2(\sqrt{q_l}\,z)\big], \quad z \sim N(0, 1)
        """#,
      plain: "q₁ = n Var(w),   qₗ₊₁ = n Var(w) E[tanh²(√qₗ z)],  z ~ N(0, 1)")
    let layers = "\(listed(study.layers.map(String.init)))"
    notebook.figure(
      saturationFigure(study, rules: [.standardNormal, .he, .lecun]),
      caption: """
        The outputs of tanh layers \(layers) of \(width) units; dashed, the theory for infinitely wide layers.
        """)
    notebook.table(
      columns: ["weights", "beyond ±0.99", "theory", "size", "theory"],
      rows: study.rules.map { rule in
        let theory = study.theory(rule)
        return [
          rule.distribution, percent(study.share(rule, beyond: 0.99, layer: last)),
          percent(theory.share(beyond: 0.99, layer: last)), fixed(study.size(rule, layer: last), 3),
          fixed(theory.size(layer: last), 3),
        ]
      },
      caption: """
        The outputs of layer \(last), over \(study.seeds) seeds. With N(0, 1/n) the size falls, but slowly: the smaller the
        signal, the less tanh bends it.
        """)
  }
}
