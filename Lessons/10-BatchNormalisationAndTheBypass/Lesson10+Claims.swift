import Descent
import Notebook
import Numerics

/// Before training.
extension Lesson10 {
  private var remedies: String { "Remediation for Both Vanishing and Exploding Gradient" }

  /// What normalisation does to a feature, to weights and to a batch.
  func stateClaims(_ study: NormalisationStudy, in notebook: Notebook) {
    let three = normalized([10, 20, 30])
    let pairs = [[3, 5], [-1000, 1e6], [0.1, 0.2]].map { normalized($0) }
    let sizes = [8, 64, 512]
    let largest = study.batchSizes[study.batchSizes.count - 1]
    func change(_ design: Design, _ size: Int) -> Double { study.change(design, batchSize: size) }
    func changes(_ design: Design) -> String { listed(sizes.map { significant(change(design, $0), 2) }) }
    func rest(_ design: Design) -> Double { change(design, largest) / change(design, sizes[0]) }
    notebook.claim(
      "10.1",
      "What batch normalisation does to a gradient is what a large batch does: it averages extreme samples away.",
      source: .note(1, remedies, slip: "C10"), verdict: .doesNotHold,
      when: abs(three[2] - 1.5.squareRoot()) < 1e-12
        && pairs.allSatisfy { abs($0[0] + 1) < 1e-9 && abs($0[1] - 1) < 1e-9 }
        && rest(.plain) < 1.0 / 20 && rest(.normalized) > 1.0 / 5,
      measured: """
        it gives each feature mean 0 and variance 1: (10, 20, 30) becomes
        (\(three.map { fixed($0, 4) }.joined(separator: ", "))), and a batch of two becomes (−1, 1) whatever it was; from
        batches of \(sizes[0]) to \(largest) the change by an extreme sample falls to
        \(significant(100 * rest(.plain), 2)) % without normalisation, with it only to
        \(significant(100 * rest(.normalized), 2)) %
        """, seeds: study.seeds)
    notebook.claim(
      "10.2", "A large batch resists an extreme sample.", source: .note(1, remedies), verdict: .holds,
      when: change(.plain, 512) < change(.plain, 64) / 4 && change(.plain, 64) < change(.plain, 8) / 2,
      measured: """
        one digit 100 times as bright changes the gradient of a plain network by \(changes(.plain)) times its length in
        batches of \(listed(sizes.map(String.init)))
        """, seeds: study.seeds)
    notebook.claim(
      "10.3", "With normalisation a gradient resists an extreme sample better.", source: .ours,
      verdict: .holdsIf("the batch is small"),
      when: change(.normalized, 8) < change(.plain, 8) / 3
        && change(.normalized, largest) > 0.8 * change(.plain, largest),
      measured: """
        by \(changes(.normalized)) in batches of \(listed(sizes.map(String.init))); in batches of \(largest) by
        \(significant(change(.normalized, largest), 2)), against \(significant(change(.plain, largest), 2)) without
        """, seeds: study.seeds)
    let loss = study.largest { abs($0.loss / $1.loss - 1) }
    let gradient = study.largest { abs($0.gradientNorm * $0.factor / $1.gradientNorm - 1) }
    let alignment = study.largest { scaled, _ in abs(scaled.alignment) }
    notebook.claim(
      "10.4", "Normalised, the loss does not depend on the scale of the weights, and the gradient goes as 1/scale.",
      source: .paper("Ioffe & Szegedy 2015, section 3.3", "https://arxiv.org/abs/1502.03167"), verdict: .holds,
      when: loss < 0.01 && gradient < 0.02 && alignment < 0.001,
      measured: """
        for factors from 0.1 to 100 the loss changes by \(significant(100 * loss, 1)) % at most, and gradient times factor
        by \(significant(100 * gradient, 1)) %, which is due to ε; the gradient stands at right angles to the weights,
        cosine \(significant(alignment, 1)) at most
        """, seeds: study.seeds)
    let bias = study.largest { scaled, _ in scaled.biasGradientNorm / scaled.gradientNorm }
    notebook.claim(
      "10.5", "A layer whose sums are normalised needs a bias.", source: .ours, verdict: .doesNotHold,
      when: bias < 1e-9,
      measured: """
        its gradient is \(significant(bias, 1)) of that of the weights, a rounding error: the mean takes the bias off
        """, seeds: study.seeds)
  }

  /// What happens to gradient and signal on their way through many layers.
  func claimPropagation(_ he: PropagationStudy, _ pyTorch: PropagationStudy, in notebook: Notebook) {
    let (factor, other, theory) = (he.factor(.normalized), pyTorch.factor(.normalized), Theory.normalizedFactor)
    notebook.claim(
      "10.6", "With batch normalisation gradients do not explode.",
      source: .note(1, remedies, slip: "C10"), verdict: .doesNotHold,
      when: factor.minimum > 1.15 && abs(factor.mean / theory - 1) < 0.02,
      measured: """
        before training it makes them explode, by \(fixed(factor.mean, 4)) a layer
        [\(fixed(factor.minimum, 4)), \(fixed(factor.maximum, 4))] (theory √(π/(π − 1)) = \(fixed(theory, 4))), over
        \(depth) layers by \(significant(he.totalGrowth(.normalized).mean, 2))
        """, seeds: he.seeds)
    let without = pyTorch.factor(.plain)
    notebook.claim(
      "10.7", "No variance of the first weights helps against that.",
      source: .paper("Yang et al. 2019", "https://arxiv.org/abs/1902.08129"), verdict: .holds,
      when: abs(other.mean / factor.mean - 1) < 0.02,
      measured: """
        \(fixed(factor.mean, 4)) a layer with He's weights, \(fixed(other.mean, 4)) with PyTorch's, of a sixth of the
        variance; without normalisation \(fixed(he.factor(.plain).mean, 2)) and \(fixed(without.mean, 2))
        """, seeds: he.seeds)
    notebook.claim(
      "10.8", "Batch normalisation is a remedy for vanishing gradients.",
      source: .note(1, remedies), verdict: .holds, when: without.maximum < 0.5 && other.minimum > 1,
      measured: """
        with PyTorch's weights the gradient is multiplied by \(fixed(without.mean, 3)) a layer, normalised by
        \(fixed(other.mean, 3))
        """, seeds: he.seeds)
    let (left, expected) = (he.difference(.plain), he.plainTheory)
    notebook.claim(
      "10.9", "He's weights keep the size of a plain network's gradient, but the samples grow alike.",
      source: .paper("Cho & Saul 2009, the kernel of degree 1"), verdict: .holds,
      // In narrow layers chance moves the differences by some factor; the test has wider ones.
      when: abs(he.factor(.plain).mean - 1) < 0.03 && (0.1...3).contains(left[depth - 1] / expected[depth - 1]),
      measured: """
        gradient \(fixed(he.factor(.plain).mean, 3)) a layer; two digits differ by \(significant(left[0], 2))
        (1 − cosine) at the first layer and \(significant(left[depth - 1], 1)) at the last, theory for wide layers
        \(significant(expected[depth - 1], 1))
        """, seeds: he.seeds)
    let bypass = pyTorch.factor(.bypass)
    notebook.claim(
      "10.10", "A bypass is a remedy for vanishing gradients.",
      source: .note(1, "Remediation for Vanishing Gradient"), verdict: .holds,
      when: without.maximum < 0.5 && bypass.minimum > 1,
      measured: """
        with PyTorch's weights the gradient is multiplied by \(fixed(without.mean, 3)) a layer, with a bypass by
        \(fixed(bypass.mean, 3))
        """, seeds: he.seeds)
    let bounds = Theory.bypassFactors(variance: 2)
    let grown = he.factor(.bypass)
    notebook.claim(
      "10.11", "With a bypass gradients neither vanish nor explode.", source: .ours,
      verdict: .holdsIf("its branch starts at zero; normalised, it comes close"),
      when: bounds.contains(grown.mean) && abs(he.factor(.scaledBypass).maximum - 1) < 1e-6
        && he.factor(.both).maximum < factor.minimum,
      measured: """
        He's weights: \(fixed(grown.mean, 2)) a layer (theory: from \(fixed(bounds.lowerBound, 2)) to
        \(fixed(bounds.upperBound, 2))); branch normalised \(fixed(he.factor(.both).mean, 3)); branch times
        α = \(plain(alpha)) \(fixed(he.factor(.scaledBypass).mean, 3))
        """, seeds: he.seeds)
    let (growth, normalised) = (he.totalGrowth(.both), he.totalGrowth(.normalized).mean)
    let half = he.growth(.both, layersBack: depth / 2).mean
    func wide(_ layer: Int) -> String { fixed(Theory.growthWithBoth(toLayer: layer, depth: depth), 1) }
    notebook.claim(
      "10.12", "With normalisation and a bypass the gradient grows like a power of the depth, not exponentially.",
      source: .ours, verdict: .holds,
      // An exponential would do half of it in the last half of the layers, a power does most of it near the first.
      when: .log(half) < 0.35 * .log(growth.mean) && growth.mean < normalised / 10,
      measured: """
        over the last half of the layers by \(fixed(half, 1)) (theory for infinite width \(wide(depth - depth / 2))),
        over all \(depth) by \(fixed(growth.mean, 1)) [\(fixed(growth.minimum, 1)), \(fixed(growth.maximum, 1))] (theory
        \(wide(1))), where an exponential would have grown by
        \(fixed(.pow(growth.mean, Double(depth / 2) / Double(depth - 1)), 1)) over the half; normalised without a bypass by
        \(significant(normalised, 2))
        """, seeds: he.seeds)
  }
}
