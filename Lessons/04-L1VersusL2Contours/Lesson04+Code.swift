import Notebook

extension Lesson04 {
  func readTheCode(in notebook: Notebook, _ study: DigitsStudy) {
    notebook.section("The notes' lines of PyTorch")
    let norms = MatrixNorms(rows: [[1, -2], [3, 4]])
    notebook.text(
      """
      The notes sum `torch.linalg.norm(param, p=1)` over the weights. PyTorch refuses that: the keyword is `ord`. With
      `ord` it computes a norm of the *matrix*, and that is not the penalty. It also refuses `l1_reg += …` on a tensor
      that was made with `requires_grad=True`, and the L2 loop tests a `name` that it never binds. What is meant is
      `param.abs().sum()` and `param.pow(2).sum()`, added to a plain 0.
      """)
    notebook.table(
      columns: ["of W = [1 −2; 3 4]", "value"],
      rows: [
        ["λ Σ|w|, the L1 penalty, at λ = 1", fixed(norms.sumOfMagnitudes, 0)],
        ["`norm(W, ord=1)`, the largest column sum", fixed(norms.maximumColumnSum, 0)],
        ["λ Σw², the L2 penalty, at λ = 1", fixed(norms.sumOfSquares, 0)],
        ["`norm(W, ord=2)`, the largest singular value", fixed(norms.spectral, 4)],
        ["`norm(W)`, Frobenius, √Σw²", fixed(norms.frobenius, 4)],
      ])
    notebook.claim(
      "4.12", "`torch.linalg.norm` of order 1 and 2 gives the L1 and the L2 penalty of a weight matrix.",
      source: .note(1, "PyTorch Implementation", slip: "C16, C17"), verdict: .doesNotHold,
      when: norms.maximumColumnSum != norms.sumOfMagnitudes && norms.spectral != norms.sumOfSquares,
      measured: """
        \(fixed(norms.maximumColumnSum, 0)) for \(fixed(norms.sumOfMagnitudes, 0)), and \(fixed(norms.spectral, 2)) for \
        \(fixed(norms.sumOfSquares, 0))
        """)
    notebook.claim(
      "4.13", "`10e-5` is the λ = 10⁻⁵ of the text.", source: .note(1, "PyTorch Implementation", slip: "C20"),
      verdict: .doesNotHold, when: 10e-5 == 1e-4, measured: "10e-5 / 1e-5 = \(fixed(10e-5 / 1e-5, 0))")
    let strength = 1e-3
    let difference = study.largest((.weightDecay, strength), (.l2WithBiases, strength)) { $0.distance(to: $1) }
    let decayZeros = study.summary(.weightDecay, strength, \.zeroShare).maximum
    notebook.claim(
      "4.14", "PyTorch's `weight_decay` is the λ of L1.", source: .note(1, "PyTorch Implementation", slip: "C21"),
      verdict: .doesNotHold, when: difference < 1e-4 && decayZeros == 0,
      measured: """
        a weight decay of 2λ is L2 with λ: after \(SparseDigits.steps) steps the largest difference between two \
        weights is \(significant(difference, 1)); zeros \(percent(decayZeros, 0))
        """, seeds: study.seeds)
    let tiny = DigitsStudy.notedStrength
    let changed = study.largest((.l2, tiny), (.l2, 0)) { $0.distance(to: $1) }
    notebook.claim(
      "4.15", "A penalty of strength λ = 10⁻¹⁰ η does something.",
      source: .note(1, "PyTorch Implementation", slip: "C22"),
      verdict: .doesNotHold, when: changed < 1e-4,
      measured: """
        with λ = \(significant(tiny, 1)) no weight moves by more than \(significant(changed, 1)) in \
        \(SparseDigits.steps) steps, which is float32's rounding
        """, seeds: study.seeds)
  }

  func askQuestions(in notebook: Notebook, _ study: DigitsStudy) {
    let strong = 3e-3
    notebook.exercise(
      "--lambda 3e-3", "How many of the weights are exactly zero now, and what does it cost in accuracy?",
      answer: """
        \(percent(study.summary(study.l1, strong, \.zeroShare).mean)) instead of
        \(percent(study.summary(study.l1, 1e-3, \.zeroShare).mean)); the accuracy is
        \(percent(study.summary(study.l1, strong, \.accuracy).mean)) instead of
        \(percent(study.summary(study.l1, 1e-3, \.accuracy).mean)).
        """)
    let slow = DescentRace(Self.upright, l1: .absolute, learningRate: 0.01)
    notebook.exercise(
      "--learning-rate 0.01",
      "How far is θ₂ thrown from zero now, with L1 in the loss? How far by theory? Is there an exact zero?",
      answer: """
        \(slow.jitter.map { fixed($0, 4) } ?? "It does not get there"), just inside η (λ + a₂c₂) = 0.01 · (2 + 1); and
        \(slow.subgradientZeros) exact zeros in \(slow.steps) steps. The proximal step is at zero from step
        \(slow.firstZero.map(String.init) ?? "–") on.
        """)
    let drift = study.summary(.signedSum, 1e-3, \.sum).mean - study.summary(.signedSum, 0, \.sum).mean
    notebook.exercise(
      "--no-abs",
      "Where does the minimum of the upright bowl go for λ = 7? And why does the digits' accuracy not change at all?",
      answer: """
        To (\(exact(Self.upright.minimum(under: .signed, strength: 7).x)),
        \(exact(Self.upright.minimum(under: .signed, strength: 7).y))), past zero in both. On the digits, Σw sinks by
        \(fixed(-drift, 1)) at λ = 0.001, but each pixel's ten weights sink alike, which lifts or lowers all ten logits
        alike, and softmax sees differences only.
        """)
  }
}
