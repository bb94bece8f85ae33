import ArgumentParser
import Datasets
import Descent
import Gnuplot
import Notebook
import Numerics

/// Lesson 08 · Gradients through depth
///
/// What makes a gradient vanish or explode on its way through many layers?
///
/// - Claim: each layer multiplies the gradient by much the same factor, the gain of its weights times the root mean
///   square slope of its activation. Neither eigenvalues nor norms of the weights give that factor. What a sigmoid network
///   loses on the way back it also loses on the way forth: Adam does not save it, a larger gain does.
/// - Tests: note 1, "Gradient Exploding/Vanishing"; Schoenholz et al. 2017.
@main struct Lesson08: Lesson {
  static let card = LessonCard.number(8)
  @OptionGroup var common: CommonOptions
  @Option(help: "Activation of the network beside the usual ones: sigmoid, tanh, relu or identity.")
  var activation = Activation.sigmoid
  @Option(help: "Gain g of its weights, and of the fifty matrices: N(0, g²/n); 0.01 to 100.") var gain = 1.0
  @Option(help: "Hidden layers of that network, 2 to 100.") var depth = 20

  func validate() throws {
    try require(gain, "--gain", .from(0.01...100))
    try require(depth, "--depth", .from(2...100))
  }

  var recipe: Recipe { Recipe(activation, gain) }

  func write(in notebook: Notebook) async throws {
    let measured = await Measurements(
      try Digits.load(), recipe: recipe, depth: depth, seeds: { common.seeds($0) })
    tellOfTheChain(in: notebook)
    tellOfOneMatrix(measured, in: notebook)
    tellOfManyMatrices(measured, in: notebook)
    tellOfNetworks(measured, in: notebook)
    tellOfTheRightGain(measured, in: notebook)
    tellWhereToLook(measured, in: notebook)
    tellOfTraining(measured, in: notebook)
    tellOfOverflow(measured, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A gradient vanishes or explodes by one factor a layer: the gain of the weights times the slopes of the activation.",
      "The factor is a typical one. The norm is the worst case, and fifty worst cases in a row do not happen.",
      "Look at ∂L/∂h, layer by layer: gradients of weights can be equally small everywhere.",
      "What does not come back does not go forth either: Adam makes small gradients count, the right gain keeps both.",
    ])
    stateClaims(measured, in: notebook)
    setExercises(measured, in: notebook)
    let (sigmoid, relu) = (measured[.sigmoid, 1], measured[.relu, 2.squareRoot()])
    notebook.answer(
      """
      Each layer multiplies the gradient by the gain of its weights times the root mean square slope of its activation.
      That factor is \(fixed(sigmoid.backward.mean, 3)) for a sigmoid of gain 1, which leaves
      \(significant(sigmoid.hiddenRatio, 1)) of the gradient on its way from layer \(sigmoid.depth) back to layer 1, and
      \(fixed(relu.backward.mean, 3)) for ReLU with He's weights.
      """)
  }
}

extension Lesson08 {
  private func tellOfTheChain(in notebook: Notebook) {
    notebook.section("One factor for each layer")
    notebook.text(
      """
      A deep network is a chain, and the chain rule brings the gradient back through it. Each layer
      hₖ = φ(Wₖ hₖ₋₁ + bₖ) multiplies it by a matrix of its own, the slopes times the weights:
      """)
    notebook.equation(
      latex: #"""
        \frac{\partial L}{\partial h_{k-1}} = J_k^\top\, \frac{\partial L}{\partial h_k}, \qquad
        J_k = \frac{\partial h_k}{\partial h_{k-1}} = \mathrm{diag}\big(\varphi'(z_k)\big)\, W_k, \qquad
        z_k = W_k h_{k-1} + b_k
        """#,
      plain: "∂L/∂hₖ₋₁ = Jₖᵀ ∂L/∂hₖ,   Jₖ = ∂hₖ/∂hₖ₋₁ = diag(φ′(zₖ)) Wₖ,   zₖ = Wₖ hₖ₋₁ + bₖ")
    notebook.text(
      """
      With one unit a layer and a weight of 1 the matrix is the slope φ′(z) alone. A sigmoid's slope is at most ¼, so that
      after 20 layers at most 4⁻²⁰ = \(significant(.pow(0.25, 20), 2)) of a gradient is left. Linear units with weights of 2
      would make it \(grouped(1 << 20)) times as large. (A chain whose slopes vary from place to place is the subject of \(lesson(1)).) With more units the factor is a matrix. Which number of it counts?
      """)
  }

  private func tellOfOneMatrix(_ measured: Measurements, in notebook: Notebook) {
    let shear = measured.shear
    notebook.section("Which number of a matrix?")
    notebook.text(
      """
      Note 1 says the largest eigenvalue: ‖Ax‖ ≤ λ ‖x‖. Here is a matrix that has only the eigenvalue
      \(plain(shear.eigenvalue)), and what it does to the vector (0, 1):
      """)
    let image = matmul(shear.matrix, Tensor(shape: [2, 1], [0.0, 1.0], dtype: .float64))
    notebook.equation(
      latex: """
        A = \\begin{pmatrix} \(plain(shear.eigenvalue)) & \(plain(shear.corner)) \\\\ 0 & \(plain(shear.eigenvalue)) \
        \\end{pmatrix}, \\qquad A \\begin{pmatrix} 0 \\\\ 1 \\end{pmatrix} = \
        \\begin{pmatrix} \(plain(image[0, 0])) \\\\ \(plain(image[1, 0])) \\end{pmatrix}
        """,
      plain: """
        A = (\(plain(shear.eigenvalue)) \(plain(shear.corner)); 0 \(plain(shear.eigenvalue))),   \
        A (0, 1) = (\(plain(image[0, 0])), \(plain(image[1, 0])))
        """)
    notebook.text(
      """
      An eigenvalue speaks of vectors that keep their direction, and of those A has only the multiples of (1, 0). How far
      it stretches any vector at most is another number, the **norm** ‖A‖ = max ‖Ax‖/‖x‖, its largest singular value. And
      what becomes of a volume is a third one, |det A|. They part at once, and when A is applied again and again, the
      eigenvalue has its way only in the end:
      """)
    notebook.table(
      columns: ["k", "λᵏ", "‖Aᵏ‖", "‖A‖ᵏ", "|det Aᵏ|"],
      rows: [1, 2, 4, 8, 16].map { k in
        let power = shear.power(k)
        return [
          "\(k)", significant(.pow(shear.eigenvalue, k), 3), significant(power.spectralNorm, 4),
          significant(.pow(shear.norm(ofPower: 1), k), 3), significant(power.volumeFactor, 3),
        ]
      }, caption: "From k = \(shear.firstShrinkingPower) on no vector is longer than it was.")
  }

  private func tellOfManyMatrices(_ measured: Measurements, in notebook: Notebook) {
    let (study, narrow) = (measured.passages, measured.narrowPassages)
    notebook.text(
      """
      Is that a freak? Take random matrices W of n × n normal numbers with variance 1/n, as networks start with. Their
      eigenvalues fill a disc of radius 1, and yet they stretch some vectors twofold:
      """)
    notebook.table(
      columns: ["n", "largest |λ|", "in theory", "‖W‖", "in theory", "‖W‖ is larger"],
      rows: measured.spectra.map { spectrum in
        [
          "\(spectrum.size)", Summary(of: spectrum.radii).plusMinus(3), "1", Summary(of: spectrum.norms).plusMinus(3),
          "2",
          "\(spectrum.larger) of \(spectrum.radii.count)",
        ]
      },
      caption: """
        Theory is for n → ∞: [Geman 1986](https://doi.org/10.1214/aop/1176992372) for the eigenvalues,
        [Geman 1980](https://doi.org/10.1214/aop/1176994775) for the norm.
        """)
    notebook.section("Fifty matrices")
    notebook.text(
      """
      A network has a fresh matrix in each layer. Note 1 multiplies their norms, and has an upper bound. But the vector that
      one matrix stretches most is not what the matrix before it hands over. A given vector x meets each matrix in a
      random direction, and there ‖Wx‖²/‖x‖² is g²/n times a χ² variable with n degrees of freedom. Its typical growth
      is
      """)
    notebook.equation(
      latex: #"\exp \mathbb{E} \ln \frac{\lVert W x \rVert}{\lVert x \rVert} \approx g\, e^{-1/(2n)}"#,
      plain: "exp E ln(‖Wx‖/‖x‖) ≈ g e^(−1/(2n))")
    notebook.text(
      """
      for weights of **gain** g, that is of variance g²/n. With g = \(plain(gain)) and n = \(study.size) that is
      \(significant(study.theory, 4)); measured over \(study.layers) matrices and \(study.passages.count) seeds it is
      \(significant(study.perLayer(\.vector), 4)). (Narrow layers lose more: with n = \(narrow.size) theory says
      \(significant(narrow.theory, 3)), and measured is \(significant(narrow.perLayer(\.vector), 3)).) The mean norm is \(significant(study.perLayer(\.bound), 3)). Over \(study.layers)
      matrices the norms promise a factor of \(through(study, \.bound)), the norm of the product is
      \(through(study, \.product)), and a vector's length is multiplied by \(through(study, \.vector)). (If the same matrix
      comes again and again, as in the recurrent network of \(lesson(6)), the growth per step tends to the
      modulus of its largest eigenvalue.)
      """)
    notebook.figure(
      matricesFigure(measured.cloud, measured.shear, study),
      caption: """
        Left, the eigenvalues of one Gaussian matrix; they lie in the dashed disc of radius 1, while ‖W‖ =
        \(fixed(measured.cloud.spectralNorm, 2)) reaches to the circle of radius 2. Middle, the powers of A: between the
        eigenvalue's promise and the norm's lies the truth (dashed the closed form). Right, how a vector grows through
        fresh matrices, dashed \(significant(study.theory, 4))ᵏ; what the norms promise is too much by a factor of
        \(significant(.pow(10, study.whole(\.bound) - study.whole(\.product)), 1)) even for the vector that grows most. Bands reach from the least of
        \(study.passages.count) seeds to the greatest.
        """)
  }

  /// The growth through all matrices, averaged as a logarithm.
  private func through(_ study: PassageStudy, _ curve: KeyPath<Passage, [Double]>) -> String {
    significant(.pow(10, study.whole(curve)), 2)
  }
}

extension Activation: ExpressibleByArgument {}
