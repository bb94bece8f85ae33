import Descent
import Gnuplot
import Notebook
import Numerics

// MARK: - Before training

extension Lesson10 {
  func tellOfDepth(_ he: PropagationStudy, _ pyTorch: PropagationStudy, in notebook: Notebook) {
    let shown = weights == .pyTorch ? pyTorch : he
    notebook.section("Through \(depth) layers, before the first step")
    notebook.text(
      """
      A deep network passes signals in two directions. Back, the gradient must neither vanish nor explode:
      \(lesson(8)) follows it through plain layers, and \(lesson(9)) finds the weights that keep its size. Forth, the digits
      must stay different from each other. Here are five ways to join the layers:
      """)
    notebook.equation(
      latex: #"""
        \begin{aligned}
        \text{plain:} \quad & h_k = \mathrm{relu}(W_k h_{k-1}) \\
        \text{normalised:} \quad & h_k = \mathrm{relu}(\mathrm{BN}(W_k h_{k-1})) \\
        \text{bypass:} \quad & h_k = h_{k-1} + \mathrm{relu}(W_k h_{k-1}) \\
        \text{both:} \quad & h_k = h_{k-1} + \mathrm{relu}(\mathrm{BN}(W_k h_{k-1})) \\
        \text{scaled bypass:} \quad & h_k = h_{k-1} + \alpha_k\,\mathrm{relu}(W_k h_{k-1}), \quad \alpha_k \text{ learnt, from }
        \#(plain(alpha))
        \end{aligned}
        """#,
      plain: """
        plain:          hₖ = relu(Wₖ hₖ₋₁)
        normalised:     hₖ = relu(BN(Wₖ hₖ₋₁))
        bypass:         hₖ = hₖ₋₁ + relu(Wₖ hₖ₋₁)
        both:           hₖ = hₖ₋₁ + relu(BN(Wₖ hₖ₋₁))
        scaled bypass:  hₖ = hₖ₋₁ + αₖ relu(Wₖ hₖ₋₁),  αₖ learnt, from \(plain(alpha))
        """)
    notebook.text(
      """
      What normalisation does to the gradient can be worked out by hand. Sums that are normalised are spread like N(0, 1). ReLU
      leaves them with a mean of 1/√(2π), which the next normalisation takes off, and a variance of ½ − 1/(2π) =
      (π − 1)/(2π) = \(fixed((.pi - 1) / (2 * .pi), 3)), which it blows up to 1. On the way back that same division
      multiplies the squared gradient by 2π/(π − 1), and ReLU lets half of it through. Each layer multiplies the gradient
      by √(π/(π − 1)) = \(fixed(Theory.normalizedFactor, 4)); the weights do not appear in it. (Wₖ multiplies the variance
      forth and the squared gradient back by the same number, which the division takes out again; the rest of
      normalisation's derivative, through μ and v, is negligible in a large batch.)
      """)
    let lowest = differenceRange.lowerBound
    let below = Design.allCases.filter { shown.difference($0)[depth - 1] < lowest }.map { design in
      "\(design.words), down to \(significant(shown.difference(design)[depth - 1], 2))"
    }
    let weightWords = weights == .pyTorch ? "PyTorch's weights" : "He's weights"
    notebook.figure(
      propagationFigure(shown),
      caption: """
        Before training, width 64, 256 digits, \(weightWords), medians over
        \(shown.seeds) seeds; dashed, theory for wide layers. Left, the gradient at hₖ relative to the one at the last
        layer. Right, how different two digits still are. A bypass whose α is 0 hands on both
        untouched.\(below.isEmpty ? "" : " Below the picture: \(listed(below)).")
        """)
    func row(_ design: Design, _ theory: String) -> [String] {
      func range(_ study: PropagationStudy) -> String {
        let factor = study.factor(design)
        return "\(fixed(factor.mean, 3)) [\(fixed(factor.minimum, 3)), \(fixed(factor.maximum, 3))]"
      }
      return [
        design.words, range(he), range(pyTorch), theory, significant(shown.difference(design)[depth - 1], 2),
      ]
    }
    let (bypassHe, bypassUniform) = (Theory.bypassFactors(variance: 2), Theory.bypassFactors(variance: 1.0 / 3))
    notebook.table(
      columns: ["design", "growth a layer, He's weights", "PyTorch's weights", "theory", "difference left"],
      rows: [
        row(.plain, "1; \(fixed((1.0 / 6).squareRoot(), 3))"),
        row(.normalized, fixed(Theory.normalizedFactor, 3)),
        row(
          .bypass,
          "\(fixed(bypassHe.lowerBound, 2)) to \(fixed(bypassHe.upperBound, 2)); "
            + "\(fixed(bypassUniform.lowerBound, 2)) to \(fixed(bypassUniform.upperBound, 2))"),
        row(.both, fixed(bothFactor, 3)),
        row(.scaledBypass, alpha == 0 ? "1" : "—"),
      ],
      caption: """
        The factor by which ‖∂L/∂h‖ grows in one layer on its way back, mean [least, greatest] of \(he.seeds) seeds.
        Difference left: 1 − cosine at the last layer, \(weightWords), median.
        """)
    notebook.text(
      """
      \(alpha == 0 ? "Only the last" : "None") of these is sound at any depth. The **plain** network with
      He's weights keeps its gradient, but its digits grow alike: of a difference of
      \(significant(he.difference(.plain)[0], 2)) at the first layer \(significant(he.difference(.plain)[depth - 1], 1)) is
      left at the last. **Normalised**, two digits stay 1 − 1/π = \(fixed(1 - Theory.normalizedCosine, 2)) apart in the mean
      at any depth, and the price is a gradient that is \(significant(he.totalGrowth(.normalized).mean, 2)) times as large at the
      first layer as at the last. A **bypass** alone adds to the signal in proportion to what is there already: it grows on
      both ways, like money at compound interest. With **both**, each layer adds the same amount to the sum, and each branch
      divides by the sum. The k-th adds about one k-th, so the gradient grows like a power of the depth, no longer
      exponentially. (Its digits grow alike because their common mean adds up, but the next normalisation takes that off.) A
      **scaled bypass** that starts at α = 0 is the identity.
      """)
  }

  /// The growth a layer that theory expects with normalisation and bypass.
  var bothFactor: Double {
    .pow(Theory.growthWithBoth(toLayer: 1, depth: depth), 1 / Double(depth - 1))
  }

  // MARK: - Training

  func tellOfTraining(_ deep: DepthStudy, _ signals: PropagationStudy, in notebook: Notebook) {
    let start =
      switch weights {
      case .own:
        "the plain network starts from He's weights and the others from PyTorch's (exercise 2 shows what He's do to a bypass)"
      case .he: "all start from He's weights"
      case .pyTorch: "all start from PyTorch's weights"
      }
    notebook.section("And then training")
    notebook.text(
      """
      Gradient descent on mini-batches of 64 digits, \(counted(epochs, "epoch")), layers of 32 units; \(start). For each
      design and depth a pilot tries the rates \(listed(deep.study.rates.map(plain))) on a seed of its own, and the best
      three of them on \(deep.study.pilotSeedCount - 1) more. The rate with the lowest training loss in the last epoch is
      then used for \(deep.study.seedCount) other seeds. (Bolder rates are left out: one that suits the few seeds of a
      pilot may break a run of another.)
      """)
    let edge = deep.atTheEndOfTheList.map(\.words)
    let edgeWords = edge.isEmpty ? "" : " At an end of the list of rates, with \(depth) layers: \(listed(edge))."
    notebook.table(
      columns: ["design"] + deep.depths.map { "\($0) layers" } + ["least seed", "rate at \(depth)"],
      rows: Design.allCases.map { design in
        [design.words]
          + deep.depths.map { depth in
            let broken = deep.brokenRuns(design, depth)
            return deep.accuracy(design, depth).plusMinus(1)
              + (broken > 0 ? " (\(broken) broken)" : "")
          } + [fixed(deep.accuracy(design, depth).minimum, 1), plain(deep.rate(design, depth))]
      },
      caption: """
        Test accuracy in percent, mean and standard deviation over \(deep.study.seedCount) seeds. A run is broken when its
        loss stops being finite; it then calls every digit a 0.\(edgeWords)
        """)
    notebook.figure(
      depthFigure(deep),
      caption: """
        Left, test accuracy by depth, mean and range over \(deep.study.seedCount) seeds, each design at the best rate for
        that depth. Right, the loss of the mini-batches with \(depth) layers, medians over the seeds; the plain
        network's is drawn broad, to be seen where others lie on it; dashed, guessing, ln 10 = \(fixed(.log(10), 2)).
        """, cover: true)
    let shallow = deep.depths[0]
    notebook.text(
      """
      One learning rate serves all layers, so it matters how unlike their gradients are. Before the first step ‖∂L/∂h‖
      at the first layer is \(significant(signals.totalGrowth(.normalized).mean, 2)) times the last one's when normalised,
      \(significant(signals.totalGrowth(.both).mean, 2)) times with both, and
      \(significant(signals.totalGrowth(.scaledBypass).mean, 2)) times with a scaled bypass, which reads
      \(fixed(deep.accuracy(.scaledBypass, shallow).mean, 0)) % of the digits with \(shallow) layers and
      \(fixed(deep.accuracy(.scaledBypass, depth).mean, 0)) % with \(depth).
      """)
  }

  func tellOfSmallBatches(_ study: BatchStudy, in notebook: Notebook) {
    let (small, large) = (study.sizes[0], study.sizes[study.sizes.count - 1])
    let (averaged, together) = (study.accuracy(.normalized, small), study.accuracyTogether(.normalized, small))
    let isTraining = together.mean - averaged.mean < 0.25 * (study.accuracy(.plain, small).mean - averaged.mean)
    notebook.section("When the batch is small")
    notebook.text(
      """
      What a batch of two leaves of each feature is a sign: −1 for one sample and 1 for the other. A network of two hidden
      layers, which needs no help, shows what that costs. After one epoch with batches of \(small) it reads
      \(study.accuracy(.plain, small).plusMinus(1)) % of the test digits without normalisation and
      \(averaged.plusMinus(1)) % with it; with batches of \(large), where one epoch is few steps,
      \(study.accuracy(.plain, large).plusMinus(1)) % and \(study.accuracy(.normalized, large).plusMinus(1)) %.

      Tested, normalisation uses running averages of training's means and variances. With those of all test digits instead,
      the network trained on batches of \(small) reads \(together.plusMinus(1)) %:
      \(isTraining ? "it is training that suffers" : "a good part of the loss lies in the averages").
      """)
    notebook.figure(
      batchFigure(study),
      caption: """
        Test accuracy after one epoch, mean and range over \(study.study.seedCount) seeds, each at its best rate. Smaller
        batches make more steps of an epoch.
        """)
  }
}
