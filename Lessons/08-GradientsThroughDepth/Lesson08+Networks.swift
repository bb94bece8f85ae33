import Descent
import Gnuplot
import Notebook
import Numerics

extension Lesson08 {
  func tellOfNetworks(_ measured: Measurements, in notebook: Notebook) {
    let own = measured.own
    notebook.section("The factor of a network")
    notebook.text(
      """
      Now the activations. Between two matrices each entry of the gradient is multiplied by a slope φ′(z). In a wide
      network the sums z of a layer are normally distributed, and slopes and weights work as if they were independent.
      So the factor is
      """)
    notebook.equation(
      latex: #"""
        \frac{\lVert \partial L / \partial h_{k-1} \rVert}{\lVert \partial L / \partial h_k \rVert} \approx
        g \, \sqrt{\mathbb{E}\big[\varphi'(z)^2\big]}, \qquad z \sim N(0, q_k), \qquad
        q_1 = g^2 \langle x^2 \rangle, \quad q_{k+1} = g^2\, \mathbb{E}\big[\varphi(z)^2\big]
        """#,
      plain: "‖∂L/∂hₖ₋₁‖ / ‖∂L/∂hₖ‖ ≈ g √E[φ′(z)²],   z ~ N(0, qₖ),   q₁ = g² ⟨x²⟩,   qₖ₊₁ = g² E[φ(z)²]")
    notebook.text(
      """
      **the gain times the root mean square slope**; ⟨x²⟩ is the mean square of an input. Here are networks of 64 units a layer with fresh weights, shown 256
      handwritten digits; the way back is measured from the last hidden layer to the first.
      """)
    notebook.table(
      columns: [
        "activation", "weights", "layers", "factor on the way back", "least, greatest", "theory",
        "differences on the way forth", "‖∂L/∂W₁‖",
      ],
      rows: measured.tabled.map { study in
        [
          study.recipe.activation.words, study.recipe.weightsWords, "\(study.depth)", factor(study.backward.mean),
          "\(factor(study.backward.minimum)), \(factor(study.backward.maximum))",
          factor(study.theory.factor(depth: study.depth)), factor(study.forward.mean),
          significant(study.weightGradientNorms[0], 1),
        ]
      },
      caption: """
        n = 64, \(own.profiles.count) seeds. The way forth: by which factor a layer changes the differences between its
        answers to different digits. Small differences meet the same factor as the gradient; those between saturated
        units cannot grow any more. ReLU too draws large differences together, even at gain √2.
        """)
    let worst = measured.worstTheory
    notebook.figure(
      layersFigure(measured.drawn),
      caption: """
        The gradient by the hidden layers, from the last one back to the first; dashed, theory from the spread of the
        pixels alone. It is off by at most \(percent(worst)) a layer. Bands reach from the least of
        \(own.profiles.count) seeds to the greatest.
        """, cover: true)
    let (measuredFactor, theory) = (own.backward.mean, own.theory.factor(depth: own.depth))
    let active = own.theory.activeUnits(width: 64, depth: own.depth)
    notebook.text(
      """
      The network of the knobs, \(own.recipe.words), multiplies its gradient by
      \(significant(own.hiddenRatio, 2)) from layer \(own.depth) back to layer 1.
      \(abs(measuredFactor / theory - 1) < 0.1 || active > 10 ? "" : """
        (Theory expects a factor of \(factor(theory)) where \(factor(measuredFactor)) was measured: it counts on many units
        with a slope, and so far out only about \(significant(active, 1)) of 64 has one.)
        """)
      """)
  }

  func tellOfTheRightGain(_ measured: Measurements, in notebook: Notebook) {
    let crossing = WideNetwork(recipe: Recipe(.sigmoid, measured.sigmoidGain), inputSquare: measured.own.inputSquare)
    notebook.section("The fix: the right gain")
    notebook.text(
      """
      A factor of 1 is what depth asks for. A ReLU has slope 1 for one half of its sums and 0 for the other, so its root
      mean square slope is √½ = \(fixed(0.5.squareRoot(), 4)) whatever comes in, and the right gain is √2: He's weights.
      The slope of tanh is 1 at 0 and less elsewhere: gain 1 is about right, and what it loses is due to sums that are not
      small. A sigmoid's slope is ¼ at best. It would take a gain of \(fixed(crossing.recipe.gain, 1)), at which its sums
      have a standard deviation of \(fixed(crossing.deviations(depth: 20)[19], 1)), far out where the sigmoid is flat. That is why a change of activation helps: not because ReLU were less non-linear than a
      sigmoid (it has a kink), but because its slopes are larger, if the weights go with it. (More on weights in \(lesson(9)).)
      """)
    notebook.figure(
      factorsFigure(measured.sweep, own: measured.own),
      caption: """
        The mean factor per layer in networks of \(measured.sweep[0].depth) layers: dots and grey rings measured, dashed theory.
        Below the black line at 1 the gradient vanishes, above it explodes. The black ring is the network of the knobs,
        \(recipe.words). “Standard normal” weights mean gain 8 at this width.
        """)
  }

  func tellWhereToLook(_ measured: Measurements, in notebook: Notebook) {
    notebook.section("Where to look")
    notebook.text(
      """
      Note 1 describes a vanishing gradient as one that is large at the last layers' answers and small at the first layers'
      weights. For sigmoids that is so. But a ReLU network without biases multiplies its answer by c when any one of its
      matrices is multiplied by a positive c, and from that follows that the scalar product ⟨Wₖ, ∂L/∂Wₖ⟩ is the same number for every
      layer. Where it vanishes, it vanishes everywhere at once: a small ∂L/∂h comes back to a layer where h itself is still
      large.
      """)
    notebook.table(
      columns: ["network", "layers", "∂L/∂h: first to last", "∂L/∂W: second to output", "‖∂L/∂W₂‖"],
      rows: measured.byDepth.flatMap { studies in
        studies.map { study in
          [
            study.recipe.words, "\(study.depth)", significant(study.hiddenRatio, 2), significant(study.weightRatio, 2),
            significant(study.weightGradientNorms[1], 1),
          ]
        }
      },
      caption: """
        Ratios of norms, geometric means over \(measured.own.profiles.count) seeds. In a ReLU network of gain 1 the
        gradients of the weights look healthy beside each other, and are all tiny.
        """)
  }

  /// A factor per layer, with three digits that count.
  private func factor(_ value: Double) -> String { value < 1 ? fixed(value, 3) : significant(value, 3) }
}

extension ProfileStudy {
  /// ‖∂L/∂h₁‖/‖∂L/∂h_L‖, the geometric mean over the seeds.
  var hiddenRatio: Double { gradientNorms[0] / gradientNorms[depth - 1] }
  /// What the last layer shows of the differences between digits in the first, the median over the seeds.
  var spreadRatio: Double { Summary(of: profiles.map { $0.spreads[depth - 1] / $0.spreads[0] }).median }
  /// ‖∂L/∂W₂‖/‖∂L/∂W_output‖, the geometric mean over the seeds.
  var weightRatio: Double { weightGradientNorms[1] / weightGradientNorms[depth] }
  /// The greatest difference between two layers' ⟨W, ∂L/∂W⟩, as a share of the greatest of them; the worst seed's.
  var productSpread: Double {
    profiles.map { profile in
      let products = profile.weightProducts
      let (least, greatest) = (products.min() ?? 0, products.max() ?? 0)
      return (greatest - least) / max(abs(least), abs(greatest))
    }.max() ?? .nan
  }
}

extension Measurements {
  /// By what share the measured factor is off the theory's, at worst over the recipes.
  var worstTheory: Double {
    profiles.map { abs($0.backward.mean / $0.theory.factor(depth: $0.depth) - 1) }.max() ?? .nan
  }

  /// The gain at which theory gives a sigmoid network of 20 layers a factor of 1.
  var sigmoidGain: Double {
    var (low, high) = (1.0, 100.0)
    for _ in 0..<30 {
      let middle = (low * high).squareRoot()
      let factor = WideNetwork(recipe: Recipe(.sigmoid, middle), inputSquare: own.inputSquare).factor(depth: 20)
      if factor < 1 { low = middle } else { high = middle }
    }
    return low
  }
}
