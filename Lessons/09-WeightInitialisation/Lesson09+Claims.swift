import Datasets
import Descent
import Notebook

extension Lesson09 {
  /// What the runs decide, sentence by sentence.
  func stateClaims(
    _ signals: SignalStudy, _ saturation: SaturationStudy, _ training: Comparison, _ meaning: Meaning,
    _ zeros: [(relu: ZeroStart, sigmoid: ZeroStart)], in notebook: Notebook
  ) {
    claimSignals(signals, saturation, in: notebook)
    claimNotes(signals, training, meaning, in: notebook)
    claimTraining(training, meaning, zeros, in: notebook)
  }

  /// A mean accuracy, "94.0 %".
  func mean(_ accuracies: Summary) -> String { "\(fixed(accuracies.mean, 1)) %" }

  private func claimSignals(_ signals: SignalStudy, _ saturation: SaturationStudy, in notebook: Notebook) {
    notebook.claim(
      "9.1", "A ReLU layer multiplies the size of its inputs by √(½ n Var(w)), whatever the rule.",
      source: .paper("He et al. 2015, section 2.2", "https://arxiv.org/abs/1502.01852"), verdict: .holds,
      when: signals.rules.allSatisfy { abs(signals.gains($0).mean / $0.gain(fanIn: width) - 1) < 0.04 },
      measured: signals.rules.map { rule in
        "\(rule.distribution) \(significant(signals.gains(rule).mean, 3)) (\(significant(rule.gain(fanIn: width), 3)))"
      }.joined(separator: ", "), seeds: signals.seeds)
    let (he, end) = (signals.gains(.he), signals.sizes(.he)[signals.depth])
    notebook.claim(
      "9.2", "With the variance 2/n a signal neither grows nor dies on its way through ReLU layers.",
      source: .paper("He et al. 2015, equation 10", "https://arxiv.org/abs/1502.01852"), verdict: .holds,
      when: he.minimum > 0.9 && he.maximum < 1.1 && (0.1...10).contains(end),
      measured: """
        gain \(fixed(he.mean, 3)), from \(fixed(he.minimum, 3)) to \(fixed(he.maximum, 3)); of 1 there is
        \(fixed(end, 2)) left after \(signals.depth) layers
        """, seeds: signals.seeds)
    let last = saturation.last
    let stuck = (
      normal: saturation.share(.standardNormal, beyond: 0.99, layer: last),
      lecun: saturation.share(.lecun, beyond: 0.99, layer: last)
    )
    let theory = saturation.theory(.standardNormal).share(beyond: 0.99, layer: last)
    notebook.claim(
      "9.3", "N(0, 1) saturates tanh, the variance 1/n does not.",
      source: .paper("Poole et al. 2016, equation 3", "https://arxiv.org/abs/1606.05340"),
      verdict: .holds, when: abs(stuck.normal - theory) < 0.03 && stuck.normal > 0.4 && stuck.lecun < 0.01,
      measured: """
        beyond ±0.99 in layer \(last): \(percent(stuck.normal)) with N(0, 1) (theory \(percent(theory))),
        \(percent(stuck.lecun)) with N(0, 1/n)
        """, seeds: saturation.seeds)
  }

  private func claimNotes(
    _ signals: SignalStudy, _ training: Comparison, _ meaning: Meaning, in notebook: Notebook
  ) {
    let seeds = training.study.seeds
    func note(_ slip: String? = nil) -> Source { .note(1, "Weight Init", slip: slip) }
    let (normal, he) = (training.accuracy(.standardNormal, usual: true), training.accuracy(.he))
    let failures = training.study.failures(training.setup(.standardNormal))
    notebook.claim(
      "9.4", "Weights may start from N(0, 1).", source: note("C11"), verdict: .doesNotHold,
      when: normal.maximum < 30 && he.minimum > 80
        && training.accuracy(.standardNormal).mean < he.mean - 15
        && training.accuracy(.standardNormal, .tanh).mean < 40,
      measured: """
        after \(signals.depth) layers a signal of 1 is \(significant(signals.sizes(.standardNormal)[signals.depth], 2)); of
        \(failures.of) runs at usual rates \(failures.runs) break, \(mean(normal)) read; with matched rates
        \(mean(training.accuracy(.standardNormal))), tanh \(mean(training.accuracy(.standardNormal, .tanh))); N(0, 2/n)
        \(mean(he)). It is not typical either: PyTorch's weights have the variance 1/(3n)
        """, seeds: seeds)
    let order: [FirstWeights] = [.standardNormal, .inverseRoot, .he, .lecun]
    let gradients = order.map(training.firstGradient)
    notebook.claim(
      "9.5", "First weights of a large variance make a large gradient step.", source: note(), verdict: .holds,
      when: zip(gradients, gradients.dropFirst()).allSatisfy { $0 > $1 },
      measured: "norm of the first gradient: "
        + zip(order, gradients).map { "\($0.distribution) \(significant($1, 2))" }.joined(separator: ", "), seeds: seeds
    )
    let remedy = training.accuracy(.inverseRoot)
    let tanh = (remedy: training.accuracy(.inverseRoot, .tanh), lecun: training.accuracy(.lecun, .tanh))
    let gain = signals.gains(.inverseRoot).mean
    notebook.claim(
      "9.6", "The variance 1/√n is a remedy.", source: note("C12"),
      verdict: .holdsIf("the activation is tanh, and there 1/n does better; for ReLU layers it is still too large"),
      when: abs(gain / FirstWeights.inverseRoot.gain(fanIn: width) - 1) < 0.04 && gain > 1.3
        && training.accuracy(.inverseRoot, usual: true).mean < 40 && remedy.mean < he.mean - 15
        && tanh.remedy.mean > 60 && tanh.lecun.mean > tanh.remedy.mean + 5,
      measured: """
        with n the fan-in the gain of ReLU is n^¼/√2 = \(fixed(FirstWeights.inverseRoot.gain(fanIn: width), 2)), measured
        \(fixed(gain, 2)): too large by far over \(signals.depth) layers;
        \(mean(training.accuracy(.inverseRoot, usual: true))) at usual rates, \(mean(remedy)) at matched ones. tanh
        \(mean(tanh.remedy)), with N(0, 1/n) \(mean(tanh.lecun)), with N(0, 1)
        \(mean(training.accuracy(.standardNormal, .tanh))). The variance is 1/n, the standard deviation 1/√n
        """, seeds: seeds)
    let (small, large) = (meaning.trainedBatches[0], meaning.trainedBatches[meaning.trainedBatches.count - 1])
    func trained(_ setups: (he: Setup, note: Setup)) -> (he: Summary, note: Summary) {
      (meaning.training.accuracy(setups.he), meaning.training.accuracy(setups.note))
    }
    let (below, above) = (trained(meaning.setups(batch: small)), trained(meaning.setups(batch: large)))
    let (steady, moved) = (meaning.byBatch.measured(0), meaning.byBatch.measured(1))
    notebook.claim(
      "9.7", "n is the batch size.", source: note("C12"), verdict: .doesNotHold,
      when: steady.allSatisfy { abs($0 - 1) < 0.06 } && (moved.max() ?? 0) > 5 * (moved.min() ?? 0)
        && above.note.mean < above.he.mean - 20 && below.note.mean < below.he.mean - 10,
      measured: """
        batches of \(meaning.byBatch.places[0]) to \(meaning.byBatch.places[meaning.byBatch.places.count - 1]): the gain of
        N(0, 2/n) stays from \(fixed(steady.min() ?? .nan, 2)) to \(fixed(steady.max() ?? .nan, 2)), that of N(0, 1/B) falls
        from \(fixed(moved.max() ?? .nan, 2)) to \(fixed(moved.min() ?? .nan, 2)); trained with batches of \(small)
        \(mean(below.note)) (N(0, 2/n) \(mean(below.he))), of \(large) \(mean(above.note)) (\(mean(above.he)))
        """, seeds: seeds)
    let (tiny, linear) = (training.accuracy(.small), training.accuracy(.pyTorch))
    let right = significant(FirstWeights.he.variance(fanIn: 64), 2)
    notebook.claim(
      "9.8", "Small variances can be used.", source: note(),
      verdict: .holdsIf("they are not too small: 2/n = \(right) is right, 0.01² loses the signal"),
      when: he.minimum > 80 && tiny.maximum < 30 && training.accuracy(.small, .relu, .adam).maximum < 30
        && training.accuracy(.small, .tanh).maximum < 30,
      measured: """
        N(0, 2/n) reads \(mean(he)); N(0, 0.01²) \(mean(tiny)) by gradient descent and
        \(mean(training.accuracy(.small, .relu, .adam))) by Adam, with tanh \(mean(training.accuracy(.small, .tanh))) and
        \(mean(training.accuracy(.small, .tanh, .adam)))
        """, seeds: seeds)
    let all = training.rules.map { training.accuracy($0).mean }
    notebook.claim(
      "9.9", "The first weights matter: they are where the optimizer starts.", source: note(), verdict: .holds,
      when: (all.max() ?? 0) - (all.min() ?? 0) > 50,
      measured: """
        same network, digits and order of mini-batches, each rule at its best rate: from \(fixed(all.min() ?? .nan, 1)) to
        \(fixed(all.max() ?? .nan, 1)) %
        """, seeds: seeds)
    notebook.claim(
      "9.10", "PyTorch's default weights train deep ReLU networks.", source: .ours, verdict: .doesNotHold,
      when: linear.mean < 40 && training.accuracy(.pyTorch, .relu, .adam).mean < 85,
      measured: """
        variance 1/(3n), gain \(fixed(FirstWeights.pyTorch.gain(fanIn: 64), 2)): \(mean(linear)) by gradient descent,
        \(mean(training.accuracy(.pyTorch, .relu, .adam))) by Adam; N(0, 2/n) \(mean(he)) and
        \(mean(training.accuracy(.he, .relu, .adam)))
        """, seeds: seeds)
  }

  private func claimTraining(
    _ training: Comparison, _ meaning: Meaning, _ zeros: [(relu: ZeroStart, sigmoid: ZeroStart)], in notebook: Notebook
  ) {
    let seeds = training.study.seeds
    func pair(_ rule: FirstWeights) -> String {
      "\(rule.distribution) \(mean(training.accuracy(rule, usual: true))) and \(mean(training.accuracy(rule, .relu, .adam)))"
    }
    let (narrow, wide) = (meaning.byWidth.measured(0), meaning.byWidth.measured(1))
    let trained = meaning.trainedWidths.filter { $0 != meaning.width }.map { width in
      let setups = meaning.setups(width: width)
      return (width: width, he: meaning.training.accuracy(setups.he), fixed: meaning.training.accuracy(setups.note))
    }
    notebook.claim(
      "9.11", "n is the fan-in: a variance that does not follow it is right for one width only.",
      source: .paper("LeCun et al. 1998, equation 16", "https://doi.org/10.1007/3-540-49430-8_2"), verdict: .holds,
      when: narrow.allSatisfy { abs($0 - 1) < 0.1 } && (wide.max() ?? 0) > 3 * (wide.min() ?? 0)
        && trained.allSatisfy { $0.fixed.mean < $0.he.mean - 2 } && trained[0].fixed.mean < trained[0].he.mean - 20,
      measured: """
        \(meaning.byWidth.places[0]) to \(meaning.byWidth.places[meaning.byWidth.places.count - 1]) inputs: gain of
        N(0, 2/n) from \(fixed(narrow.min() ?? .nan, 2)) to \(fixed(narrow.max() ?? .nan, 2)), of the fixed
        σ = \(significant(1 / Double(batch).squareRoot(), 3)) from \(fixed(wide.min() ?? .nan, 2)) to
        \(fixed(wide.max() ?? .nan, 2)); trained with
        \(listed(trained.map { "\($0.width) units \(mean($0.he)) (fixed \(mean($0.fixed)))" }))
        """, seeds: seeds)
    let lecun = (relu: training.accuracy(.lecun), tanh: training.accuracy(.lecun, .tanh))
    notebook.claim(
      "9.12", "By gradient descent the variance 1/n does for tanh and not for ReLU, which needs the factor 2.",
      source: .paper("He et al. 2015, section 2.2", "https://arxiv.org/abs/1502.01852"), verdict: .holds,
      when: lecun.tanh.minimum > 80 && lecun.relu.mean < lecun.tanh.mean - 20
        && training.accuracy(.he).mean > lecun.relu.mean + 20,
      measured: """
        with N(0, 1/n): tanh \(mean(lecun.tanh)), ReLU \(mean(lecun.relu)); ReLU with N(0, 2/n)
        \(mean(training.accuracy(.he)))
        """, seeds: seeds)
    let he = training.accuracy(.he, .relu, .adam)
    let repaired = training.accuracy(.lecun, .relu, .adam)
    notebook.claim(
      "9.13", "Adam makes up for first weights of the wrong size.", source: .ours,
      verdict: .holdsIf("the gain is off by √2, not by 2 or more"),
      when: repaired.minimum > 80 && lecun.relu.mean < 70
        && [FirstWeights.standardNormal, .inverseRoot, .pyTorch, .small].allSatisfy {
          training.accuracy($0, .relu, .adam).mean < he.mean - 10
        },
      measured: "ReLU, gradient descent at usual rates and Adam: "
        + training.rules.map(pair).joined(separator: ", "), seeds: seeds)
    let (relu, sigmoid) = (zeros.map(\.relu), zeros.map(\.sigmoid))
    notebook.claim(
      "9.14", "From zero weights a network learns no features: ReLU's stay zero, a sigmoid's units stay alike.",
      source: .ours, verdict: .holds,
      when: relu.allSatisfy { $0.largestWeight == 0 && abs($0.loss - $0.guessing) < 0.001 }
        && sigmoid.allSatisfy { $0.difference == 0 && $0.largestWeight > 0 },
      measured: """
        ReLU: largest weight \(plain(relu.map(\.largestWeight).max() ?? .nan)), loss \(fixed(relu[0].loss, 4)) (guessing
        \(fixed(relu[0].guessing, 4))); sigmoid: largest difference between units
        \(plain(sigmoid.map(\.difference).max() ?? .nan)), at most \(fixed(sigmoid.map(\.accuracy).max() ?? .nan, 1)) % read
        """, seeds: zeros.count)
  }
}
