import Datasets
import Descent
import Notebook
import Numerics

/// What training decides.
extension Lesson10 {
  func claimTraining(_ deep: DepthStudy, _ he: PropagationStudy, _ batches: BatchStudy, in notebook: Notebook) {
    func accuracy(_ design: Design, _ depth: Int) -> String { deep.accuracy(design, depth).plusMinus(1) + " %" }
    func mean(_ design: Design, _ depth: Int) -> Double { deep.accuracy(design, depth).mean }
    let (shallow, seeds) = (deep.depths[0], deep.study.seedCount)
    notebook.claim(
      "10.13", "A gradient of the right size is enough for training.", source: .ours, verdict: .doesNotHold,
      when: mean(.plain, depth) < 50 && abs(he.factor(.plain).mean - 1) < 0.03,
      measured: """
        plain with He's weights: gradient \(fixed(he.factor(.plain).mean, 3)) a layer, and with \(depth) layers
        \(accuracy(.plain, depth)) of the test digits, with \(shallow) \(accuracy(.plain, shallow))
        """, seeds: seeds)
    let (alone, least) = ([Design.plain, .normalized, .bypass], deep.accuracy(.both, depth).minimum)
    notebook.claim(
      "10.14", "A depth that cannot be trained without normalisation and bypass can be trained with them.",
      source: .ours, verdict: .holds,
      when: alone.allSatisfy { deep.accuracy($0, depth).maximum < least } && mean(.both, depth) > 75,
      measured: """
        \(depth) layers: plain \(accuracy(.plain, depth)), with both \(accuracy(.both, depth)), least seed
        \(fixed(least, 1)) %
        """, seeds: seeds)
    notebook.claim(
      "10.15", "Either of the two alone is enough.", source: .ours,
      verdict: .holdsIf("the network is not too deep"),
      when: [Design.normalized, .bypass].allSatisfy { mean($0, depth) < 50 && mean($0, shallow) > 90 },
      measured: deep.depths.map { depth in
        "\(depth) layers: normalised \(accuracy(.normalized, depth)), bypass \(accuracy(.bypass, depth))"
      }.joined(separator: "; "), seeds: seeds)
    let scaled = deep.accuracy(.scaledBypass, depth)
    notebook.claim(
      "10.16", "A bypass whose branch starts at zero needs no normalisation.",
      source: .paper("De & Smith 2020", "https://arxiv.org/abs/2002.10444"), verdict: .holds,
      when: alpha == 0 && scaled.mean > mean(.both, depth) - 2 && scaled.minimum > 75,
      measured: """
        from α = \(plain(alpha)), \(depth) layers: \(accuracy(.scaledBypass, depth)), least seed
        \(fixed(scaled.minimum, 1)) %, with both \(accuracy(.both, depth)); \(shallow) layers:
        \(accuracy(.scaledBypass, shallow)) and \(accuracy(.both, shallow))
        """, seeds: seeds)
    let (small, large) = (batches.sizes[0], batches.sizes[batches.sizes.count - 1])
    func read(_ design: Design, _ size: Int) -> String { batches.accuracy(design, size).plusMinus(1) + " %" }
    notebook.claim(
      "10.17", "Normalised, a shallow network learns faster.", source: .ours,
      verdict: .holdsIf("the batches are not too small"),
      when: batches.accuracy(.normalized, small).maximum < batches.accuracy(.plain, small).minimum
        && batches.accuracy(.normalized, large).mean > batches.accuracy(.plain, large).mean,
      measured: """
        two layers, one epoch: \(read(.normalized, large)) with and \(read(.plain, large)) without in batches of \(large),
        \(read(.normalized, small)) and \(read(.plain, small)) in batches of \(small)
        """, seeds: batches.study.seedCount)
  }

  /// What to try next. A command names one knob, so its answer is for the usual values of the others.
  func setExercises(
    _ deep: DepthStudy, _ he: PropagationStudy, _ pyTorch: PropagationStudy, _ digits: Digits, pilotSeeds: [UInt64],
    in notebook: Notebook
  ) async {
    let usualDepth = 40
    let full = Setup(design: .scaledBypass, depth: usualDepth, alpha: 1)
    let steep = Setup(design: .bypass, depth: usualDepth, weights: .he)
    let study = await TrainingStudy(
      [full, steep], rates: deep.study.rates, digits: digits, seeds: common.seeds(6), pilotSeeds: pilotSeeds)
    func growth(_ design: Design, _ depth: Int, _ known: PropagationStudy, _ weights: Weights) async -> Summary {
      if depth == known.depth { return known.totalGrowth(design) }
      let runs = await forEachSeed(common.seeds(6)) { seed in
        propagation(through: design, depth: depth, weights: weights, digits: digits, seed: seed)
      }
      return Summary(of: runs.map { $0.growth[depth - 1] })
    }
    func outcome(_ setup: Setup) -> String {
      let (broken, count) = (study.brokenRuns(setup), study.runs(setup).count)
      return "\(fixed(study.accuracy(setup).mean, 0)) % of the test digits"
        + (broken > 0 ? ", with \(broken) of \(count) runs broken," : "")
        + " at the chosen rate, \(plain(study.rate(setup)))"
    }
    let usual = await growth(.bypass, usualDepth, pyTorch, .pyTorch)
    notebook.exercise(
      "--alpha 1", "Let the scale of the branch start at 1 instead of 0. What becomes of the scaled bypass, and why?",
      answer: """
        It starts as a plain bypass, whose gradient grows by \(significant(usual.mean, 2)) over \(usualDepth) layers, and ends
        with \(outcome(full)). That α can be learnt is no help: what counts is where it starts.
        """)
    let grown = await growth(.bypass, usualDepth, he, .he)
    notebook.exercise(
      "--weights he",
      "He's weights keep a plain network's gradient. Which design do they break, and which hardly notices?",
      answer: """
        The bypass: with He's weights each layer adds as much as there is, the gradient grows by
        \(significant(grown.mean, 2)) over \(usualDepth) layers instead of \(significant(usual.mean, 2)), and training ends
        with \(outcome(steep)). Normalisation does not feel the size of the weights.
        """)
    let deepest = 100
    let normalised = await growth(.normalized, deepest, he, .he)
    let both = await growth(.both, deepest, he, .he)
    let limit = (Double.log(Double(Float.greatestFiniteMagnitude)) / .log(Theory.normalizedFactor)).rounded(.up)
    notebook.exercise(
      "--depth \(deepest)",
      """
      By how much does a gradient grow over \(deepest) normalised layers, by how much with a bypass as well? From which
      depth on would the first not fit into 32 bits?
      """,
      answer: """
        By \(significant(normalised.mean, 2)) and by \(fixed(both.mean, 0)); theory for infinite width says
        \(significant(.pow(Theory.normalizedFactor, Double(deepest - 1)), 2)) and
        \(fixed(Theory.growthWithBoth(toLayer: 1, depth: deepest), 0)). 32 bits end at
        \(significant(Double(Float.greatestFiniteMagnitude), 2)), which the first reaches after
        \(fixed(limit, 0)) layers.
        """)
  }
}
