import Notebook

extension Lesson04 {
  func descendTwoWays(in notebook: Notebook) {
    notebook.section("Why the usual code makes no zeros")
    notebook.text(
      """
      The usual code adds λ Σ|θᵢ| to the loss and lets automatic differentiation do the rest (a *sub-gradient* step, as
      |θᵢ| has no slope at 0). The slope is λ · sign θᵢ, full strength up to the very edge of zero. A step of finite
      length jumps across, the sign flips, the next step jumps back. The cure is to take the penalty's step *exactly*
      instead of along its slope: first a gradient step on the loss alone, then the **soft threshold**, which moves every
      parameter by ηλ towards zero and stops there.
      """)
    notebook.equation(
      latex: #"\theta \leftarrow S_{\eta\lambda}\left(\theta - \eta \nabla L(\theta)\right), \qquad "#
        + #"S_\tau(x) = \mathrm{sign}(x) \max(|x| - \tau, 0)"#,
      plain: "θ ← S(θ − η ∇L(θ), ηλ),  S(x, τ) = sign(x) · max(|x| − τ, 0)")
    notebook.code(
      """
      optimizer.update(model, with: gradients)  // of the loss alone
      l1ProximalStep(model.penalizedParameters, strength: lambda, learningRate: optimizer.learningRate)
      """)
    let race = DescentRace(Self.upright, l1: l1, learningRate: learningRate)
    let arrival = race.firstZero.map { "from step \($0) on" } ?? "at no step"
    let rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]
    let jitter = rates.compactMap { rate in
      DescentRace(Self.upright, l1: l1, learningRate: rate, steps: Int(20 / rate)).jitter.map { (rate, $0) }
    }
    notebook.figure(
      descentFigure(race, jitter: jitter, bound: DescentRace.jitterBound(Self.upright)),
      caption: """
        Upright bowl, λ = \(plain(DescentRace.strength)), where the minimum has θ₂ = 0. Left: the proximal step is
        at exactly 0 \(arrival), L1 in the loss keeps jumping. Right: how far it is thrown, by learning rate, with the
        bound η (λ + a₂c₂) dashed. The proximal step has no place on this axis: its jitter is 0.
        """)
    notebook.claim(
      "4.7", "Gradient descent on loss + λ Σ|θᵢ| sets parameters to exactly zero.",
      source: .note(1, "PyTorch Implementation"), verdict: .doesNotHold,
      when: race.subgradientZeros == 0 && race.firstZero != nil,
      measured: """
        \(race.subgradientZeros) exact zeros in \(race.steps) steps, θ₂ thrown to \(race.jitter.map { fixed($0, 3) } ?? "–") \
        and back; the proximal step is at zero \(arrival)
        """)
    notebook.reference(
      "Soft threshold and proximal gradient (ISTA): Beck & Teboulle 2009, [doi:10.1137/080716542](https://doi.org/10.1137/080716542)."
    )
  }

  func showDigits(in notebook: Notebook, _ study: DigitsStudy) {
    notebook.section("Six hundred and forty weights")
    notebook.text(
      """
      Now real data: softmax regression on the handwritten digits, ten pictures of weights for 64 pixels, trained for
      \(SparseDigits.steps) full-batch steps with η = \(plain(SparseDigits.learningRate)). Biases are left
      free. Each of the \(study.seeds) seeds is another split and another start.
      """)
    notebook.table(
      columns: [
        "λ", "L1, proximal", "zeros", "L1 in the loss", "zeros", "below 0.001", "L2", "zeros", "‖W‖ under L2",
      ],
      rows: ([0] + study.strengths).map { strength in
        func mean(_ regularization: Regularization, _ figure: (SparseDigits.Outcome) -> Double) -> Double {
          study.summary(regularization, strength, figure).mean
        }
        return [
          plain(strength),
          percent(mean(study.l1, \.accuracy)), percent(mean(study.l1, \.zeroShare)),
          percent(mean(study.l1InLoss, \.accuracy)), percent(mean(study.l1InLoss, \.zeroShare)),
          percent(mean(study.l1InLoss, \.smallShare)),
          percent(mean(.l2, \.accuracy)), percent(mean(.l2, \.zeroShare)), fixed(mean(.l2, \.norm), 1),
        ]
      },
      caption: """
        Test accuracy, and the share of the 640 weights that are exactly zero; “below 0.001” is the share that looks
        like zero when L1 is in the loss. Means over \(study.seeds) seeds.
        """)
    notebook.figure(
      digitsFigure(study),
      caption: """
        Test accuracy and exact zeros against λ, mean and standard deviation over \(study.seeds) seeds. The two ways to
        do L1 are equally good classifiers. Only one of them is sparse.
        """)
    let first = study(study.l1, study.featured)[0]
    let zeros =
      first.zeroShare == 0
      ? "No weight is exactly zero."
      : """
      Dots mark exact zeros: \(percent(first.zeroShare, 0)) of the weights under L1, \
      \(percent(first.zeroShareInOuterColumns, 0)) of those in the left and right columns, where there is hardly any \
      ink; none under L2.
      """
    notebook.figure(
      weightsFigure(study),
      caption: """
        The weights of the first seed at λ = \(plain(lambda)): ink in a red pixel speaks for the digit, in a blue
        one against it. \(zeros)
        """)
    func share(_ strength: Double, _ figure: (SparseDigits.Outcome) -> Double) -> Double {
      study.summary(study.l1, strength, figure).mean
    }
    notebook.list([
      """
      **Small is not zero.** With L1 in the loss the weights that ought to be zero jump about by up to ηλ. At λ = 0.001
      that is too little to see, and a look at the small weights would find the same ones; at λ = 0.01 only
      \(percent(study.summary(study.l1InLoss, 0.01, \.smallShare).mean, 0)) are below 0.001, where
      \(percent(share(0.01, \.zeroShare), 0)) ought to be zero.
      """,
      """
      **The price comes late.** At λ = 0.001 the proximal step empties \(percent(share(0.001, \.zeroShare), 0)) of the
      weights for \(fixed(100 * (share(0, \.accuracy) - share(0.001, \.accuracy)), 1)) points of accuracy; at λ = 0.03 it empties
      \(percent(share(0.03, \.zeroShare), 0)) and the accuracy is down to \(percent(share(0.03, \.accuracy), 0)).
      """,
      """
      **The two λ do not compare.** L2's price of a small weight is tiny, so the same λ presses less: read each curve on
      its own.
      """,
    ])
    notebook.answer(
      """
      The contours of L1 have corners on the axes, and a corner holds a parameter at zero against any pull up to λ; those
      of L2 have none. But gradient descent jumps over the corner: on the digits, L1 in the loss makes
      \(percent(study.summary(study.l1InLoss, 0.001, \.zeroShare).mean, 0)) of the weights exactly zero, and the proximal
      step \(percent(share(0.001, \.zeroShare), 0)) at the same accuracy.
      """)
    claimSparsity(in: notebook, study)
  }

  private func claimSparsity(in notebook: Notebook, _ study: DigitsStudy) {
    let strength = 1e-3
    let zeros = study.summary(study.l1, strength, \.zeroShare)
    let gap = study.largest((study.l1, strength), (study.l1InLoss, strength)) { abs($0.accuracy - $1.accuracy) }
    let price = study.largest((study.l1, 0), (study.l1, strength)) { $0.accuracy - $1.accuracy }
    let inLossZeros = study.strengths.map { study.summary(study.l1InLoss, $0, \.zeroShare).maximum }.max() ?? 1
    let l2Zeros = study.strengths.map { study.summary(.l2, $0, \.zeroShare).maximum }.max() ?? 1
    notebook.claim(
      "4.8", "The proximal step makes a third of the digits' weights exactly zero at almost no cost.", source: .ours,
      verdict: .holds, when: zeros.minimum > 1.0 / 3 && price < 0.015,
      measured: """
        λ = 0.001: \(percent(zeros.minimum)) to \(percent(zeros.maximum)) zeros, accuracy at most \
        \(fixed(100 * price, 1)) points lower
        """, seeds: study.seeds)
    notebook.claim(
      "4.9", "The same penalty in the loss classifies as well and makes no zero.", source: .ours, verdict: .holds,
      when: inLossZeros == 0 && zeros.minimum > 0 && gap < 0.015,
      measured: """
        \(percent(inLossZeros, 0)) zeros at all \(study.strengths.count) strengths; at λ = 0.001 accuracy within \
        \(fixed(100 * gap, 1)) points
        """, seeds: study.seeds)
    let norms = study.strengths.map { study.summary(.l2, $0, \.norm).mean }
    notebook.claim(
      "4.10", "L2 makes the weights smaller with growing λ, and none of them zero.", source: .note(1, "Regularization"),
      verdict: .holds,
      when: l2Zeros == 0 && zip(norms, norms.dropFirst()).allSatisfy { $0 > $1 },
      measured: """
        ‖W‖ falls from \(fixed(study.summary(.l2, 0, \.norm).mean, 1)) to \(fixed(norms.last ?? .nan, 1)), zeros \
        \(percent(l2Zeros, 0))
        """, seeds: study.seeds)
    let drift = study.summary(.signedSum, strength, \.sum).mean - study.summary(.signedSum, 0, \.sum).mean
    let expected = -Double(640 * SparseDigits.steps) * SparseDigits.learningRate * strength
    let changed = study.largest((.signedSum, 0), (.signedSum, strength)) { abs($0.accuracy - $1.accuracy) }
    notebook.claim(
      "4.11",
      "λ Σw, without the absolute value, does nothing to a softmax classifier but push its weights down forever.",
      source: .ours, verdict: .holds, when: changed == 0 && abs(drift / expected - 1) < 1e-4,
      measured: """
        λ = 0.001: Σw falls by \(fixed(-drift, 2)) in \(SparseDigits.steps) steps (theory 640 ηλ a step: \
        \(fixed(-expected, 2))), accuracy changes by \(fixed(100 * changed, 1)) points
        """, seeds: study.seeds)
  }
}
