import ArgumentParser
import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

/// Lesson 08 · Gradients through depth
///
/// What makes a gradient vanish or explode on its way through many layers?
///
/// - Claim: each layer multiplies the gradient by one factor, the gain of its weights times the root mean square slope of
///   its activation. Where only the gradient vanishes Adam repairs it; a sigmoid network loses its inputs' differences by
///   the same factor on the way forward, and only another gain repairs that.
/// - Tests: note 1, "Gradient Exploding/Vanishing"; Schoenholz et al. 2017.
@main struct Lesson08: Lesson {
  static let card = LessonCard.number(8)
  @OptionGroup var common: CommonOptions
  @Option(help: "Activation of your own network, such as sigmoid, tanh, relu, gelu or identity.")
  var activation = Activation.sigmoid
  @Option("Gain g of its weights, which are drawn from N(0, g²/n)", .from(0.01...100)) var gain = 1.0
  @Option("Its hidden layers", .from(2...100)) var depth = 20

  /// The network of the knobs.
  var own: Network { Network(activation, gain, depth: depth) }

  func write(in notebook: Notebook) async throws {
    let digits = try Digits.load()
    tellOfTheChain(in: notebook)
    let profiles = await tellOfTheFactor(digits, in: notebook)
    tellOfTheRightGain(profiles, in: notebook)
    await tellOfTraining(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A gradient vanishes or explodes by one factor a layer, the gain times the root mean square slope: make it 1.",
      "Adam repairs a faint gradient. If the digits' differences vanish forward as well, it has little to go by.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      Each layer multiplies it by one factor: the size of the layer's weights times the typical slope of its activation.
      Usual weights give sigmoids a factor of \(fixed(profiles[Self.sigmoids].backward.mean, 2)), and after twenty layers
      almost nothing is left; weights that make the factor 1 let the gradient through.
      """)
  }
}

extension Lesson08 {
  private func tellOfTheChain(in notebook: Notebook) {
    notebook.section("A chain of slopes")
    notebook.text(
      """
      A deep network is a chain: each layer makes its answers hₖ of those before it, hₖ₋₁, with weights W and an activation φ.
      The chain rule takes the gradient of the loss back through all of them.
      """)
    notebook.equation(
      latex: #"""
        \hat y = \varphi\big(W_l \cdots \varphi(W_2\, \varphi(W_1 x + b_1) + b_2) \cdots + b_l\big), \qquad
        \frac{\partial L}{\partial W_k} = \frac{\partial L}{\partial h_l}\, \frac{\partial h_l}{\partial h_{l-1}} \cdots
        \frac{\partial h_{k+1}}{\partial h_k}\, \frac{\partial h_k}{\partial W_k}, \qquad
        h_k = \varphi(W_k h_{k-1} + b_k)
        """#,
      plain: """
        ŷ = φ(W_l … φ(W₂ φ(W₁x + b₁) + b₂) … + b_l),
        ∂L/∂Wₖ = ∂L/∂h_l · ∂h_l/∂h_l₋₁ ⋯ ∂hₖ₊₁/∂hₖ · ∂hₖ/∂Wₖ,   hₖ = φ(Wₖhₖ₋₁ + bₖ)
        """)
    notebook.text(
      """
      Take one unit a layer and a weight of 1. Each ∂h/∂h is then the slope of the activation, and the slope of a sigmoid,
      σ(1 − σ), is at most ½ · ½ = ¼. Ten layers leave at most 4⁻¹⁰ of a gradient, a millionth; twenty leave
      4⁻²⁰ = \(significant(.pow(0.25, 20), 2)). Without an activation and with weights of 2 it grows to
      2²⁰ = \(grouped(1 << 20)) times as much.
      """)
    notebook.shows("1.10", "1.22", "1.26")
  }

  private func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    let seeds = common.seeds(6)
    func runs(_ network: Network) async -> Runs<Run> {
      await Runs(seeds: seeds, "exercise") { Run(network, digits: digits, samples: 64, seed: $0) }
    }
    try await exercise(
      "--activation relu --gain 1.5 --depth 50",
      "A little above He's gain. Predict: by how much is the gradient multiplied from layer 50 to layer 1?",
      in: notebook
    ) { lesson in
      let factor = lesson.gain / 2.squareRoot()
      let left = await runs(lesson.own)
      return """
        The factor is \(plain(lesson.gain))/√2 = \(fixed(factor, 4)), so theory says \(fixed(factor, 4))⁴⁹ =
        \(significant(.pow(factor, lesson.depth - 1), 2)). Measured \(significant(left.typical(\.gradientLeft), 2)), in single
        networks from \(significant(left.gradientLeft.minimum, 1)) to \(significant(left.gradientLeft.maximum, 1)): layers of 64
        units scatter.
        """
    }
    try await exercise(
      "--gain 40",
      "Four times a sigmoid's right gain. Predict: is the factor 4 then?", in: notebook
    ) { lesson in
      let measured = await runs(lesson.own)
      return """
        No: \(fixed(measured.theory(lesson.own), 2)) in theory. Larger sums leave fewer units where the sigmoid has a slope, and the
        factor grows as the root of the gain. Measured \(fixed(measured.backward.mean, 2)): theory needs many units
        with a slope, and of 64 few have one.
        """
    }
    try await exercise(
      "--activation relu --gain 1 --depth 100",
      "Predict: how much of the gradient is left? And is more left of the digits' differences with He's gain?",
      in: notebook
    ) { lesson in
      let measured = await runs(lesson.own)
      let he = await runs(Network(.relu, 2.squareRoot(), depth: lesson.depth))
      return """
        Of the gradient \(significant(measured.typical(\.gradientLeft), 1)); theory says
        (1/√2)⁹⁹ = \(significant(.pow(2, -49.5), 1)). Of the differences \(significant(measured.differencesLeft.mean, 2)) is left,
        with He's gain \(significant(he.differencesLeft.mean, 2)): the gain multiplies all answers of a ReLU network alike.
        """
    }
  }
}

extension Activation: ExpressibleByArgument {}
