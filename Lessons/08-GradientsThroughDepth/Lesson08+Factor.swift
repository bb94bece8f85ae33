import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Lesson08 {
  static let sigmoids = Network(.sigmoid, 1, depth: 20)
  /// The networks of the table.
  static let tabled = [
    sigmoids, Network(.sigmoid, Activation.sigmoid.rightGain, depth: 20), Network(.tanh, 1, depth: 20),
    Network(.relu, 1, depth: 20), Network(.relu, 2.squareRoot(), depth: 20), Network(.relu, 8, depth: 20),
  ]
  /// Twice as deep: two whose gradient vanishes, and one that keeps it.
  static let deep = [
    Network(.sigmoid, 1, depth: 40), Network(.relu, 1, depth: 40), Network(.relu, 2.squareRoot(), depth: 40),
  ]
  /// Its Jacobians are its weights.
  static let linear = Network(.identity, 1, depth: 20)

  func tellOfTheFactor(_ digits: Digits, in notebook: Notebook) async -> Trials<Network, Run> {
    let usual = Self.deep + Self.tabled + [Self.linear]
    let networks = usual.contains(own) ? usual : usual + [own]
    let profiles = await Trials(networks, seeds: common.seeds(6), "layers") { network, seed in
      Run(network, digits: digits, withNorms: network == Self.linear, seed: seed)
    }
    let swept = [0.1, 0.3, 1, 3, 10].flatMap { gain in
      [Activation.relu, .tanh, .sigmoid].map { Network($0, gain, depth: 20) }
    }
    let sweep = await Trials(swept, seeds: common.seeds(3), "gains") { network, seed in
      Run(network, digits: digits, samples: 64, seed: seed)
    }
    notebook.section("One factor for each layer")
    notebook.text(
      """
      Real layers have many units and multiply the gradient by a matrix. Call g = √(n Var w) the **gain** of weights w that meet
      n inputs: Glorot's and LeCun's weights have gain 1, He's √2, standard normal ones √n. And let z be
      a layer's sums, before the activation. In wide layers
      """)
    notebook.equation(
      latex: #"""
        \frac{\lVert \partial L / \partial h_{k-1} \rVert}{\lVert \partial L / \partial h_k \rVert} \approx
        g\, \sqrt{\mathbb{E}\big[\varphi'(z)^2\big]}
        """#,
      plain: "‖∂L/∂hₖ₋₁‖ / ‖∂L/∂hₖ‖ ≈ g √E[φ′(z)²]")
    notebook.text("This is the **factor**: the gain times the root mean square slope.")
    notebook.folded("Why: two sums of many terms") {
      notebook.text(
        """
        A layer's Jacobian is diag(φ′(z)) W: each slope multiplies a row of W (note 1 has Wφ′). With δ = ∂L/∂hₖ the gradient by
        input j is Σᵢ wᵢⱼ φ′(zᵢ) δᵢ, n terms of random sign. Its mean square is Var(w) Σᵢ φ′(zᵢ)² δᵢ², or (g²/n) E[φ′²] Σᵢ δᵢ²
        if slopes and gradients are independent; with n inputs the squared length is multiplied by g² E[φ′²]. The sums z have
        many terms too, so they are normal. Their variance q starts from the inputs' mean square ⟨x²⟩:
        """)
      notebook.equation(
        latex: #"""
          q_1 = g^2 \langle x^2 \rangle, \qquad q_{k+1} = g^2\, \mathbb{E}\big[\varphi(z)^2\big], \qquad z \sim N(0, q_k)
          """#,
        plain: "q₁ = g² ⟨x²⟩,   qₖ₊₁ = g² E[φ(z)²],   z ~ N(0, qₖ)")
    }
    notebook.shows("1.27", "1.33")
    notebook.figure(
      factorsFigure(sweep, own: (own, profiles[own])),
      caption: """
        Layers of 64 units, 20 of them: dots measured on handwritten digits, dashes theory, diamonds the gains that make the
        factor 1. The ring is the network of the knobs, \(own.recipe.words)\(own.depth == 20 ? "" : ", \(own.depth) layers").
        """, cover: true)
    notebook.table(
      columns: ["network", "factor", "in theory", "gradient left at layer 1"],
      rows: Self.tabled.map { network in
        let runs = profiles[network]
        return [
          network.recipe.words, threeDigits(runs.backward.mean), threeDigits(runs.theory(network)),
          significant(runs.typical(\.gradientLeft), 1),
        ]
      },
      caption: "Means over \(profiles.seeds.count) networks. Gain 8 is “standard normal” at 64 inputs.")
    if !Self.tabled.contains(own) {
      let runs = profiles[own]
      notebook.text(
        """
        The network of the knobs, \(own.recipe.words), \(own.depth) layers, has the factor \(threeDigits(runs.backward.mean))
        (theory for wide layers \(threeDigits(runs.theory(own)))) and multiplies the gradient by
        \(significant(runs.typical(\.gradientLeft), 2)) in all.
        """)
    }
    let errors = Self.tabled.map { abs(profiles[$0].backward.mean / profiles[$0].theory($0) - 1) }
    notebook.claim(
      "8.1", "The factor per layer is the gain times the root mean square slope of the activation.",
      test: "each mean factor of the table is within 5 % of theory",
      source: .paper("Schoenholz et al. 2017", "https://arxiv.org/abs/1611.01232"), verdict: .holds,
      when: errors.allSatisfy { $0 < 0.05 },
      measured: "theory is off by \(percent(errors.max() ?? .nan)) at most", runs: profiles.seeds.count * errors.count)
    return profiles
  }

  func tellOfTheRightGain(_ profiles: Trials<Network, Run>, in notebook: Notebook) {
    let right = Activation.sigmoid.rightGain
    let (sigmoids, relus, he) = (profiles[Self.deep[0]], profiles[Self.deep[1]], profiles[Self.deep[2]])
    notebook.section("The fix: make the factor 1")
    notebook.text(
      """
      A **ReLU** has slope 1 for one half of its sums and 0 for the other. Its root mean square slope is √½, whatever comes in,
      so the right gain is √2: He's weights. **tanh** has slope 1 at 0, so gain 1 is about right. A **sigmoid**'s slope is ¼
      at best; yet gain 4 is not enough, for larger weights also push the sums to where the sigmoid is flat. It takes
      \(fixed(right, 1)). So ReLU helps by its larger slopes, if the weights go with them, not by being less non-linear.

      Nor is depth itself the trouble: through 40 layers ReLUs of gain √2 leave
      \(significant(he.typical(\.gradientLeft), 1)) of the gradient, sigmoids of gain 1 leave
      \(significant(sigmoids.typical(\.gradientLeft), 1)).
      """)
    notebook.folded("Why a sigmoid needs a gain of about 10") {
      notebook.text(
        """
        At a large gain the outputs are nearly 0 or 1, with mean square ½, and the sums have standard deviation g/√2, so density
        1/(g√π) at 0. Under the squared slope lies the area ∫ σ²(1 − σ)² dz = ⅙. Its mean is thus 1/(6g√π), and the factor
        g/√(6g√π) = 0.307 √g. That is 1 at g = 6√π = \(fixed(6 * Double.pi.squareRoot(), 1)); with the sigmoid's true shape, at
        \(fixed(right, 1)).
        """)
    }
    notebook.shows("1.43", "1.44")
    notebook.claim(
      "8.2",
      "In a very deep network the gradient can be very small: large at the last layer, small at the first weights.",
      test: "‖∂L/∂W₂‖ < 0.001 ‖∂L/∂h₄₀‖ in 40 layers of gain 1, sigmoids and ReLUs, with each of 6 seeds",
      source: .note(1, "Phenomena and Definitions"), rows: ["1.11", "1.15"], verdict: .holds,
      when: [sigmoids, relus].allSatisfy { runs in runs.count { $0.firstToLast < 0.001 } == runs.seedCount },
      measured: """
        \(significant(sigmoids.typical(\.firstToLast), 1)) with sigmoids, \(significant(relus.typical(\.firstToLast), 1)) with
        ReLUs
        """, runs: 2 * sigmoids.seedCount)
    let (flat, small, tanh) = (profiles[Self.tabled[4]], profiles[Self.tabled[3]], Self.tabled[2])
    let below = profiles.count(Self.tabled[3], tanh) { $0.backward < $1.backward }
    notebook.claim(
      "8.3", "ReLU, in place of a non-linear activation function, is a remedy for vanishing gradients.",
      test: "the mean factor is within 5 % of 1 at gain √2; at gain 1 it is below that of tanh with each of 6 seeds",
      source: .note(
        1, "Remediation for Vanishing Gradient",
        corrected: Correction(
          "C4", .imprecise,
          """
          ReLU is non-linear too. Its slope is 1 where it is active, and it keeps gradients if its weights have gain √2.
          """)),
      rows: ["1.21", "1.42"], verdict: .holdsIf("its weights have gain √2"),
      when: abs(flat.backward.mean - 1) < 0.05 && below == flat.seedCount,
      measured: "factor \(fixed(flat.backward.mean, 3)) at gain √2, \(fixed(small.backward.mean, 3)) at gain 1",
      runs: 3 * flat.seedCount)
    tellOfMatrices(profiles[Self.linear], in: notebook)
  }

  /// Note 1's eigenvalues and norms.
  private func tellOfMatrices(_ linear: Runs<Run>, in notebook: Notebook) {
    let (eigenvalue, corner) = (0.5, 10.0)
    let shear = Tensor(rows: [[eigenvalue, corner], [0, eigenvalue]], dtype: .float64)
    let promised = grouped(Int(linear.typical(\.promised) / 1e4) * 10_000)
    notebook.folded("What about eigenvalues and norms?") {
      notebook.text(
        """
        Note 1 diagonalises the Jacobian, P⁻¹AP = Λ, and takes its largest eigenvalue for the greatest stretch,
        ‖Ax‖ ≤ λ ‖x‖. But A with the rows (\(plain(eigenvalue)), \(plain(corner))) and (0, \(plain(eigenvalue))) has only the
        eigenvalue \(plain(eigenvalue)), and makes (\(plain(corner)), \(plain(eigenvalue))) of (0, 1). It has a single direction
        of eigenvectors: no P makes it diagonal. The greatest stretch is its **norm**, the largest singular value
        \(fixed(shear.singularValues[0], 4)); volumes change by |det A| = \(plain(eigenvalue * eigenvalue)). Where one
        matrix is applied again and again the eigenvalue decides in the end.

        A network has a fresh matrix in each layer. At gain g the largest eigenvalue is about g, and so is the growth of a
        typical vector; the norm, the worst case, is about 2g. Through \(Self.linear.depth) linear layers of gain 1 the norms
        promise \(promised); the gradient is multiplied by \(significant(linear.typical(\.gradientLeft), 2)). The note's
        eigenvalue is no bound, but the better guide.
        """)
    }
    notebook.shows("1.28", "1.29", "1.30", "1.31", "1.32", "1.34")
    notebook.claim(
      "8.4", "The product of the layers' norms can describe quantitatively how a gradient changes down to a layer.",
      test: "through 20 linear layers of gain 1 it is over 1000 times the true change, with each of 6 seeds",
      source: .note(
        1, "Reasons",
        corrected: Correction(
          "C9", .imprecise,
          "A norm is the greatest stretch of a length, so their product is only an upper bound; a volume changes by |det|."
        )),
      rows: ["1.35"], verdict: .doesNotHold,
      when: linear.count { $0.promised > 1000 * $0.gradientLeft } == linear.seedCount,
      measured: "\(promised), and the gradient changes by \(significant(linear.typical(\.gradientLeft), 2))",
      runs: linear.seedCount)
  }

  /// A factor per layer, with three digits that count.
  private func threeDigits(_ value: Double) -> String {
    (0.01..<1).contains(value) ? fixed(value, 3) : significant(value, 3)
  }
}
