import Datasets
import Descent
import Notebook

extension Lesson07 {
  /// What the runs decide, sentence by sentence.
  func stateClaims(_ study: Study, in notebook: Notebook) {
    stateClaimsOnRegressions(study, in: notebook)
    stateClaimsOnNetworks(study, in: notebook)
  }

  private func stateClaimsOnRegressions(_ study: Study, in notebook: Notebook) {
    let (regressions, seeds) = (study.regressions, study.seeds.count)
    func linear(_ factor: Double) -> [Run] { regressions.map { $0.linear(atFactor: factor) } }
    func softmax(_ factor: Double) -> [Run] { regressions.map { $0.softmax(atFactor: factor) } }
    let kept = zip(linear(1), linear(0.98)).map { $0.last - $1.last }
    let theory = regressions.map { $0.mode.loss(atFactor: 1, after: RegressionStudy.steps) }
    notebook.claim(
      "7.1",
      "Gradient descent on a quadratic loss diverges exactly when η > 2/λ, λ the largest eigenvalue of the Hessian.",
      source: .paper(
        "LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, section 5", "https://doi.org/10.1007/3-540-49430-8_2"),
      verdict: .holds,
      when: linear(0.98).allSatisfy { $0.rises == 0 } && zip(kept, theory).allSatisfy { abs($0 - $1) < 0.01 * $1 }
        && linear(1.02).allSatisfy { $0.last > 1e6 * $0.losses[0] },
      measured: """
        λ = \(range(regressions.map(\.mode.curvature), digits: 4)); after \(RegressionStudy.steps) steps the loss is
        \(range(linear(0.98).map(\.last))) at 0.98 · 2/λ and \(range(linear(1.02).map(\.last))) at 1.02 · 2/λ; at 2/λ the
        sharpest direction keeps \(range(kept)) for ever (closed form: \(range(theory)))
        """, seeds: seeds)
    let factors = [1.02, 1.1, 1.5]
    let misses = factors.flatMap { factor in
      linear(factor).map { abs(RegressionStudy.slope(of: $0) - SharpestMode.decadesPerStep(atFactor: factor)) }
    }
    notebook.claim(
      "7.2", "Above 2/λ the logarithm of the loss rises by 2 log₁₀ |1 − ηλ| a step.", source: .ours, verdict: .holds,
      when: misses.allSatisfy { $0 < 1e-6 },
      measured: factors.map { factor in
        let slopes = Summary(of: linear(factor).map(RegressionStudy.slope))
        return "\(fixed(slopes.mean, 6)) for \(fixed(SharpestMode.decadesPerStep(atFactor: factor), 6))"
      }.joined(separator: ", ") + " at \(listed(factors.map(plain))) times 2/λ", seeds: seeds)
    let overflows = regressions.map(\.overflow)
    let nans = overflows.compactMap(\.notANumber)
    notebook.claim(
      "7.3", "What grows too large to be held becomes nan.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C3"),
      verdict: .doesNotHold,
      when: overflows.allSatisfy { flow in
        guard let infinite = flow.infinite, let nan = flow.notANumber else { return false }
        return flow.predicted == infinite && nan > infinite
      },
      measured: overflows[0].infinite == nil
        ? "no overflow at \(plain(factor)) · 2/λ"
        : """
        the loss is inf from step \(range(overflows.compactMap(\.infinite))) on
        (closed form: \(range(overflows.compactMap(\.predicted)))), \(nans.isEmpty
          ? "and no nan comes in \(grouped(Overflow.steps)) steps" : "nan from step \(range(nans)) on, when inf meets 0")
        """, seeds: seeds)
    notebook.claim(
      "7.4", "With a large learning rate the training loss grows with the iterations.",
      source: .note(1, "Loss Exploding"),
      verdict: .holdsIf("the loss is a quadratic and η above 2/λ; elsewhere a loss that rises may come down again"),
      when: linear(1.5).allSatisfy { !$0.highest.isFinite || $0.last > 1e6 }
        && softmax(200).allSatisfy { $0.highest > $0.losses[0] && $0.last < $0.losses[0] },
      measured: """
        at 1.5 · 2/λ the linear regression's loss grows without end; at 200 · 2/λ₀ the softmax regression's rises to
        \(range(softmax(200).map(\.highest))) and ends at \(range(softmax(200).map(\.last)))
        """, seeds: seeds)
    let (calm, bold, boldest) = (softmax(1), softmax(20), softmax(200))
    notebook.claim(
      "7.5",
      "On separable data softmax regression ends lower at a larger learning rate, although its loss goes up and down.",
      source: .paper("Wu, Bartlett, Telgarsky & Yu 2024", "https://arxiv.org/abs/2402.15926"), verdict: .holds,
      when: zip(calm, bold).allSatisfy { $0.last > $1.last && $0.rises == 0 && $1.rises > 0 },
      measured: """
        last loss \(range(calm.map(\.last))) at 2/λ₀, \(range(bold.map(\.last))) at 20 times that and
        \(range(boldest.map(\.last))) at 200 times; \(zip(bold, boldest).count { $0.last > $1.last }) of \(seeds) seeds end
        lower with 200 than with 20
        """, seeds: seeds)
    let (low, lower) = (linear(0.9) + softmax(0.5), study.edges.map { $0.short(atFactor: 0.9) })
    notebook.claim(
      "7.6", "A small learning rate keeps the loss from exploding.",
      source: .note(1, "Remediation for Exploding Gradient"),
      verdict: .holdsIf(
        "it stays below 2/λ for the largest λ on the way; 2/λ₀ at the start is enough for these models"),
      when: low.allSatisfy { $0.rises == 0 } && lower.allSatisfy { $0.isComplete && $0.run.last < $0.run.losses[0] },
      measured: """
        no step up at 0.9 · 2/λ in linear and 0.5 · 2/λ₀ in softmax regression; in the tanh network at 0.9 · 2/λ₀
        \(range(lower.map(\.run.rises))) of \(RegressionStudy.steps) steps, because it gets sharper, and no
        run ends above its start
        """, seeds: seeds)
  }

  private func stateClaimsOnNetworks(_ study: Study, in notebook: Notebook) {
    let seeds = study.seeds.count
    let chosen = study.long(learningRate) { $0 }
    let isSquared = loss == .squared
    let cohen = Source.paper("Cohen et al. 2021", "https://arxiv.org/abs/2103.00065")
    let lewkowycz = Source.paper("Lewkowycz et al. 2020", "https://arxiv.org/abs/2003.02218")
    notebook.claim(
      "7.7",
      "Trained with squared error on all samples at once, a network comes to the sharpness λ = 2/η and stays there.",
      source: cohen,
      verdict: .holdsIf("it trains long enough to get there, and survives where it starts above that"),
      when: isSquared
        && chosen.allSatisfy { $0.isComplete && (0.95...1.05).contains($0.settled) && $0.firstAboveEdge != nil },
      measured: """
        η = \(plain(learningRate)): λη/2 is \(range(study.edges.map { $0.firstSharpness * learningRate / 2 })) at the start
        and \(range(chosen.map(\.settled), digits: 4)) over the last third; above 1 for the first time at
        \(chosen.allSatisfy { $0.firstAboveEdge == nil } ? "no step" : "step \(range(chosen.compactMap(\.firstAboveEdge)))");
        at η = 0.1 it is still \(range(study.long(0.1, \.settled)))
        """, seeds: seeds)
    notebook.claim(
      "7.8", "At the edge many steps raise the loss, and over many steps it falls.", source: cohen, verdict: .holds,
      when: isSquared && Summary(of: chosen.map(\.shareOfRises)).mean > 0.2
        && chosen.allSatisfy { $0.run.rises > 0 && $0.run.last < 0.2 * $0.run.losses[0] },
      measured: """
        \(percent(Summary(of: chosen.map(\.shareOfRises)).mean, 0)) of the last third of the steps go up; the loss goes
        from \(range(chosen.map { $0.run.losses[0] })) to \(range(chosen.map(\.run.last)))
        """, seeds: seeds)
    let bold = study.long(0.8) { $0 }
    let starts = study.edges.map { $0.firstSharpness * 0.8 / 2 }
    notebook.claim(
      "7.9", "A learning rate above 2/λ₀ makes a network diverge.", source: .ours, verdict: .doesNotHold,
      when: isSquared && starts.allSatisfy { $0 > 1 }
        && bold.allSatisfy { $0.isComplete && $0.run.last < 0.2 * $0.run.losses[0] },
      measured: """
        at η = 0.8, \(range(starts, digits: 3)) times 2/λ₀, \(bold.count(where: \.isComplete)) of \(seeds) seeds stay and
        end at a loss of \(range(bold.map(\.run.last)))
        """, seeds: seeds)
    let survived = Summary(of: study.edges.map(\.lastComplete))
    let path = TwoWeights().descend(atFactor: 1.5)
    let lost = TwoWeights().descend(atFactor: 2.1)
    notebook.claim(
      "7.10",
      """
      Between 2/λ₀ and about 4/λ₀ the curvature of a tanh network gives way and training survives; above, it diverges.
      """,
      source: lewkowycz, verdict: .holds,
      when: isSquared && survived.minimum >= 1.5 && (1.5...2.4).contains(survived.median)
        && study.edges.allSatisfy { !$0.short(atFactor: 3).isComplete }
        && bold.allSatisfy { abs($0.settled - 1) < 0.05 }
        && path[path.count - 1].loss < path[0].loss && !(lost[lost.count - 1].loss < 1e6),
      measured: """
        of the multiples \(listed(EdgeStudy.factors.map(plain))) of 2/λ₀ the tanh network survives those up to
        \(range(study.edges.map(\.lastComplete))); at η = 0.8 λη/2 goes from \(range(starts, digits: 3)) to
        \(range(bold.map(\.settled), digits: 3)); the two weights survive 1.5 and not 2.1
        """, seeds: seeds)
    func relu(_ rate: Double) -> (crossEntropy: [ReluRun], squared: [ReluRun]) {
      let runs = study.relus.map { $0.runs(at: rate) }
      return (runs.map(\.crossEntropy), runs.map(\.squared))
    }
    let (two, largest, logarithm) = (relu(2), relu(20), Double.log(Double(Digits.classCount)))
    notebook.claim(
      "7.11",
      "With too large a rate a ReLU network with cross-entropy does not explode: it dies, at a loss near ln 10.",
      source: .ours, verdict: .holds,
      when: two.crossEntropy.allSatisfy { abs($0.lastEpoch - logarithm) < 0.4 && $0.silentUnits > 0.8 }
        && relu(5).crossEntropy.allSatisfy { abs($0.lastEpoch - logarithm) < 0.1 && $0.silentUnits > 0.9 }
        && largest.crossEntropy.allSatisfy { $0.lastEpoch < 2 * logarithm },
      measured: """
        at η = 2 the loss of the last epoch is \(range(two.crossEntropy.map(\.lastEpoch), digits: 3)) and
        \(percent(Summary(of: two.crossEntropy.map(\.silentUnits)).mean, 0)) of the units are silent; at η = 20 it is
        \(range(largest.crossEntropy.map(\.lastEpoch))) after a peak of \(range(largest.crossEntropy.map(\.run.highest)))
        """, seeds: seeds)
    let (jumped, five) = (two.squared, relu(5))
    notebook.claim(
      "7.12",
      "The same network with squared error jumps to a high loss and freezes there, and at larger rates overflows.",
      source: .ours, verdict: .holds,
      when: jumped.allSatisfy {
        $0.lastEpoch > 10 && abs($0.lastEpoch / $0.run.highest - 1) < 0.2 && $0.silentUnits == 1
      } && five.squared.allSatisfy { !$0.run.highest.isFinite },
      measured: """
        at η = 2 a peak of \(range(jumped.map(\.run.highest))) and in the last epoch \(range(jumped.map(\.lastEpoch))), with
        \(percent(jumped.map(\.silentUnits).min() ?? 0, 0)) of the units silent; at η = 5 \(five.squared.count { !$0.run.highest.isFinite }) of \(seeds) seeds overflow, with cross-entropy
        \(five.crossEntropy.count { !$0.run.highest.isFinite })
        """, seeds: seeds)
  }
}
