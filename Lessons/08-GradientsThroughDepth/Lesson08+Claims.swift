import Descent
import Notebook
import Numerics

extension Lesson08 {
  /// What the runs decide, sentence by sentence.
  func stateClaims(_ measured: Measurements, in notebook: Notebook) {
    claimMatrices(measured, in: notebook)
    claimProducts(measured, in: notebook)
    claimNetworks(measured, in: notebook)
    claimTraining(measured, in: notebook)
  }

  private func claimMatrices(_ measured: Measurements, in notebook: Notebook) {
    let shear = measured.shear
    let stretched = matmul(shear.matrix, Tensor(shape: [2, 1], [0.0, 1.0], dtype: .float64)).norm
    let (larger, all) = (
      measured.spectra.reduce(0) { $0 + $1.larger }, measured.spectra.reduce(0) { $0 + $1.radii.count }
    )
    notebook.claim(
      "8.1", "No vector is stretched by more than the largest eigenvalue: ‖Ax‖ ≤ λ ‖x‖.",
      source: .note(1, "Reasons", slip: "C8"), verdict: .doesNotHold,
      when: stretched > 2 * shear.matrix.spectralRadius && larger == all,
      measured: """
        λ = \(plain(shear.eigenvalue)), ‖A(0, 1)‖ = \(fixed(stretched, 4)), σ = \(significant(shear.matrix.spectralNorm, 7));
        ‖W‖ > |λ| for \(larger) of \(all) Gaussian matrices; the largest singular value is the bound
        """, seeds: all)
    notebook.claim(
      "8.2", "The norm of a matrix describes the volume of its transform.", source: .note(1, "Reasons", slip: "C9"),
      verdict: .doesNotHold, when: shear.matrix.spectralNorm > 10 * shear.matrix.volumeFactor,
      measured: """
        ‖A‖ = \(significant(shear.matrix.spectralNorm, 4)), but areas change by |det A| =
        \(fixed(shear.matrix.volumeFactor, 2)); the norm is the greatest stretch of a length
        """)
    let rest = shear.matrix + Tensor(rows: [[-shear.eigenvalue, 0], [0, -shear.eigenvalue]], dtype: .float64)
    let directions = rest.singularValues.count { $0 < 1e-12 }
    notebook.claim(
      "8.3", "To find a matrix's eigenvalues is to diagonalise it.", source: .note(1, "Reasons", slip: "C7"),
      verdict: .doesNotHold, when: shear.matrix.eigenvalues.count == 2 && directions == 1,
      measured: """
        A has the eigenvalue \(plain(shear.eigenvalue)) twice, but A − \(plain(shear.eigenvalue)) I has the singular
        values \(significant(rest.singularValues[0], 2)) and \(significant(rest.singularValues[1], 1)): \(directions)
        direction of eigenvectors, where a diagonal form needs two
        """)
    let large = measured.spectra[2]
    let (radius, norm) = (Summary(of: large.radii), Summary(of: large.norms))
    notebook.claim(
      "8.4", "A large Gaussian matrix of variance 1/n has eigenvalues up to 1 and norm 2.",
      source: .paper(
        "[Geman 1980](https://doi.org/10.1214/aop/1176994775) (norm), [Geman 1986](https://doi.org/10.1214/aop/1176992372) (eigenvalues)"
      ),
      verdict: .holds,
      when: abs(radius.mean - 1) < 0.1 && abs(norm.mean - 2) < 0.1,
      measured: "n = \(large.size): \(radius.plusMinus(3)) and \(norm.plusMinus(3))", seeds: radius.count)
    let (weight, input) = ([[1.0, 2], [3, 4]], [1, -0.5])
    let layer = Dense(
      "layer", weight: Tensor(rows: weight, dtype: .float64), bias: .zeros([2], dtype: .float64), activation: .tanh)
    let slopes = layer(Tensor(shape: [1, 2], input, dtype: .float64)).scalars.map { 1 - $0 * $0 }
    let exact = jacobian(of: layer, at: input)
    func distance(_ entry: (Int, Int) -> Double) -> Double {
      let rows = (0..<2).map { row in (0..<2).map { entry(row, $0) } }
      return (exact - Tensor(rows: rows, dtype: .float64)).norm / exact.norm
    }
    let (left, right) = (
      distance { row, column in slopes[row] * weight[row][column] },
      distance { row, column in weight[row][column] * slopes[column] }
    )
    notebook.claim(
      "8.5", "The derivative of a layer is W φ′(z).", source: .note(1, "Reasons", slip: "C6"), verdict: .doesNotHold,
      when: left < 1e-12 && right > 0.01,
      measured: """
        for one tanh layer W diag(φ′) is off the derivative by \(percent(right, 0)), diag(φ′) W by \(significant(left, 1)):
        each slope multiplies a row of W
        """)
  }

  private func claimProducts(_ measured: Measurements, in notebook: Notebook) {
    let (study, narrow, repetition) = (measured.passages, measured.narrowPassages, measured.repetition)
    let (overProduct, overVector) = (
      study.whole(\.bound) - study.whole(\.product), study.whole(\.bound) - study.whole(\.vector)
    )
    notebook.claim(
      "8.6", "The product of the layers' norms describes quantitatively how a gradient changes.",
      source: .note(1, "Reasons", slip: "C9"), verdict: .doesNotHold,
      when: overProduct > 10 && overVector > overProduct,
      measured: """
        it is an upper bound: \(significant(study.perLayer(\.bound), 4)) a layer, where the norm of the product grows by
        \(significant(study.perLayer(\.product), 4)) and a vector by \(significant(study.perLayer(\.vector), 4)); over
        \(study.layers) layers too large by factors of \(significant(.pow(10, overProduct), 1)) and
        \(significant(.pow(10, overVector), 1))
        """, seeds: study.passages.count)
    notebook.claim(
      "8.7", "Through fresh Gaussian matrices a vector grows by g e^(−1/(2n)) a layer.",
      source: .paper("Cohen & Newman 1984, *The stability of large random matrices and their products*"),
      verdict: .holds,
      // 2000 growths with n = 8 scatter by 0.6 % in the mean, and are 6 % below the gain.
      when: abs(study.perLayer(\.vector) / study.theory - 1) < 0.02
        && abs(narrow.perLayer(\.vector) / narrow.theory - 1) < 0.025 && narrow.perLayer(\.vector) < 0.975 * gain,
      measured: [narrow, study].map { study in
        """
        n = \(study.size): \(significant(study.perLayer(\.vector), 4)), theory \(significant(study.theory, 4))
        (\(study.passages.count) seeds)
        """
      }.joined(separator: "; "), seeds: study.passages.count)
    let excess = repetition.excess
    notebook.claim(
      "8.8", "Where one matrix is repeated, as in a recurrent network, its largest eigenvalue decides.",
      source: .paper("Gelfand 1941, ‖Aᵏ‖^(1/k) → |λ|"),
      verdict: .holdsIf("the repetitions are many; at first the norm does"),
      when: excess[0].minimum > 1.4 && excess[excess.count - 1].maximum < 1.05,
      measured: """
        ‖Aᵏ‖^(1/k) is \(listed([0, 2, 4, 6, 8].map { "\(fixed(excess[$0].mean, 2))" })) times |λ| for
        k = \(listed([0, 2, 4, 6, 8].map { "\(RepetitionStudy.powers[$0])" }))
        """, seeds: repetition.radii.count)
  }

  private func claimNetworks(_ measured: Measurements, in notebook: Notebook) {
    let seeds = measured.own.profiles.count
    func back(_ activation: Activation, _ gain: Double) -> Double { measured[activation, gain].backward.mean }
    let factors = Summary(of: measured.profiles.map(\.backward.mean))
    notebook.claim(
      "8.9", "The factor per layer is the gain times the root mean square slope of the activation.",
      source: .paper("Schoenholz et al. 2017", "https://arxiv.org/abs/1611.01232"), verdict: .holds,
      when: measured.worstTheory < 0.05,
      measured: """
        \(Measurements.recipes.count) networks of 20 layers with factors from
        \(significant(factors.minimum, 2)) to
        \(significant(factors.maximum, 3)); theory is off by
        \(percent(measured.worstTheory)) at most
        """, seeds: seeds)
    notebook.claim(
      "8.10", "ReLU, in place of a non-linear activation, keeps gradients from vanishing.",
      source: .note(1, "Remediation for Vanishing Gradient", slip: "C4"),
      verdict: .holdsIf("its weights have gain √2; it is non-linear too, and at gain 1 it loses more than tanh"),
      when: abs(back(.relu, 2.squareRoot()) - 1) < 0.03 && back(.relu, 1) < back(.tanh, 1) - 0.1,
      measured: """
        a layer: ReLU \(fixed(back(.relu, 2.squareRoot()), 3)) at gain √2 and \(fixed(back(.relu, 1), 3)) at gain 1, tanh
        \(fixed(back(.tanh, 1), 3)), sigmoid \(fixed(back(.sigmoid, 1), 3))
        """, seeds: seeds)
    let (sigmoid, relu) = (measured.byDepth[0], measured.byDepth[2])
    notebook.claim(
      "8.11", "When a gradient vanishes, ∂L/∂h is large at the last layers and ∂L/∂W small at the first.",
      source: .note(1, "Phenomena and Definitions"),
      verdict: .holdsIf("the units are sigmoids; in a ReLU network all weights have gradients of one size"),
      when: sigmoid[1].weightRatio < 1e-6
        && measured.byDepth[1...].joined().allSatisfy { (0.1...10).contains($0.weightRatio) },
      measured: """
        ‖∂L/∂W₂‖/‖∂L/∂W‖ of the output layer at 5, 20 and 40 layers: sigmoid
        \(listed(sigmoid.map { significant($0.weightRatio, 1) })), ReLU of gain √2
        \(listed(relu.map { fixed($0.weightRatio, 2) })), of gain 1
        \(listed(measured.byDepth[1].map { fixed($0.weightRatio, 2) })) though ∂L/∂h shrinks there to
        \(significant(measured.byDepth[1][2].hiddenRatio, 1))
        """, seeds: seeds)
    let (reluSpread, tanhSpread) = (
      measured[.relu, 2.squareRoot()].productSpread, measured[.tanh, 1].productSpread
    )
    notebook.claim(
      "8.12", "In a ReLU network without biases ⟨W, ∂L/∂W⟩ is the same for all layers.", source: .ours, verdict: .holds,
      when: reluSpread < 1e-9 && tanhSpread > 0.1,
      measured: """
        they differ by \(significant(reluSpread, 1)) of their size at most; with tanh by \(significant(tanhSpread, 2))
        """, seeds: seeds)
    let (forth, backward) = (measured[.sigmoid, 1].forward.mean, back(.sigmoid, 1))
    notebook.claim(
      "8.13", "What vanishes on the way back in a sigmoid network vanishes on the way forth as well.", source: .ours,
      verdict: .holds, when: abs(forth / backward - 1) < 0.05,
      measured: """
        gradients are multiplied by \(fixed(backward, 4)) a layer, the differences between the digits' answers by
        \(fixed(forth, 4))
        """, seeds: seeds)
  }

  private func claimTraining(_ measured: Measurements, in notebook: Notebook) {
    let (seeds, sigmoid) = (measured.epochs.count, Measurements.trained[0])
    func adam(_ depth: Int) -> Summary { measured.accuracy(Network(recipe: sigmoid, depth: depth), .adam) }
    func plainly(_ depth: Int) -> Summary {
      measured.accuracy(Network(recipe: sigmoid, depth: depth), .gradientDescent)
    }
    let tiny = measured.tinyEpsilonAccuracies
    notebook.claim(
      "8.14", "Adam, with a learning rate for each parameter, is a remedy for vanishing gradients.",
      source: .note(1, "Remediation for Both Vanishing and Exploding Gradient"),
      verdict: .holdsIf("the layers are few: it trains three sigmoid layers, but not ten"),
      when: adam(3).minimum > 85 && plainly(3).maximum < 70 && adam(10).maximum < 40
        && tiny.allSatisfy { $0.maximum < 40 },
      measured: """
        sigmoid, gradient descent and Adam: \(listed([1, 3, 5, 10].map { depth in
          "\(fixed(plainly(depth).mean, 1)) and \(fixed(adam(depth).mean, 1)) % with \(depth)"
        })) layers; with ε = 10⁻¹⁶ Adam reaches \(fixed(tiny[0].mean, 1)) % with 10 and
        \(fixed(tiny[1].mean, 1)) % with 20
        """, seeds: seeds)
    let bold = Measurements.boldSigmoids
    let (mended, mendedPlainly) = (measured.accuracy(bold, .adam), measured.accuracy(bold, .gradientDescent))
    notebook.claim(
      "8.15", "Ten layers of sigmoids can be trained, if their weights have a larger gain.",
      source: .ours, verdict: .holds, when: mended.minimum > 70 && mendedPlainly.mean > plainly(10).mean + 10,
      measured: """
        at \(bold.recipe.gainWords) Adam reaches \(mended.plusMinus(1)) % and gradient descent
        \(mendedPlainly.plusMinus(1)) %, at gain 1 \(adam(10).plusMinus(1)) and \(plainly(10).plusMinus(1)) %
        """, seeds: seeds)
    let (down, up) = (measured.epochs.map(\.down.after), measured.epochs.map(\.up.after))
    let before = Summary(of: measured.epochs.map(\.down.before))
    notebook.claim(
      "8.16", "A training step is θ ← θ + η ∂L/∂θ.", source: .note(1, "Phenomena and Definitions", slip: "C2"),
      verdict: .doesNotHold, when: zip(down, up).allSatisfy { $0 < before.minimum && $1 > before.maximum },
      measured: """
        the loss on the digits, \(fixed(before.mean, 2)) at first, after one epoch with η = 0.1:
        \(fixed(Summary(of: up).minimum, 2)) to \(fixed(Summary(of: up).maximum, 2)); with a minus
        \(fixed(Summary(of: down).minimum, 2)) to \(fixed(Summary(of: down).maximum, 2))
        """, seeds: seeds)
    let layers = measured.overflow.layers
    notebook.claim(
      "8.17", "A number that is too large for its type becomes nan.",
      source: .note(1, "Phenomena and Definitions", slip: "C3"), verdict: .doesNotHold,
      when: layers.allSatisfy { layer in
        guard let infinite = layer.infinite, let notANumber = layer.notANumber else { return false }
        return infinite < notANumber
      } && measured.overflow.lostLosses == layers.count,
      measured: """
        first inf in \(range(layers.map(\.infinite))), first nan in \(range(layers.map(\.notANumber))); the
        loss is nan for \(measured.overflow.lostLosses) of \(layers.count) seeds
        """, seeds: layers.count)
  }
}
