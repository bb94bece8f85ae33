import Descent
import Notebook

private let cohen = Source.paper("Cohen et al. 2022", "https://arxiv.org/abs/2207.14484")
private let reddi = "https://arxiv.org/abs/1904.09237"

extension Lesson11 {
  /// What the bowl and the tumours decide.
  func stateClaims(_ bowl: BowlStudy, _ tumours: TumourStudy, in notebook: Notebook) {
    let (main, late) = (bowl.main, ScalarAdam(learningRate: 0.01).corrections(atStep: 10_000))
    func turning(_ run: BowlRun) -> String { run.landmarks.turning.map(grouped) ?? "never" }
    let stops = bowl.stops.filter { $0.step != nil }
    notebook.claim(
      "11.1", "Adam fails after many steps because β₁ᵗ and β₂ᵗ go to zero.",
      source: .note(1, "Loss Exploding", slip: "C1"), verdict: .doesNotHold,
      when: abs(late.square - 1) < 1e-3 && main.landmarks.turning != nil
        && stops.allSatisfy { isNear($0.run.landmarks.turning, $0.run.forecast) },
      measured: """
        at step \(grouped(10_000)) the corrections are \(fixed(late.mean, 7)) and \(fixed(late.square, 7)); |w| turns at step
        \(turning(bowl.stops[0].run)), and with the correction switched off after
        \(listed(stops.map { "\(grouped($0.step ?? 0)) steps at \(turning($0.run))" }))
        """)
    let (due, count) = (bowl.due, bowl.forecasts.count)
    let errors = due.compactMap { due in due.turning.map { abs(Double($0) - due.forecast) } }
    notebook.claim(
      "11.2",
      "In a bowl Adam with a constant rate leaves the minimum when √v̂ + ε has shrunk to ηλ(1 − β₁)/(2 + 2β₁).",
      source: cohen, verdict: .holds,
      when: !due.isEmpty && due.allSatisfy { isNear($0.turning, $0.forecast) } && bowl.surprises == 0,
      measured: due.isEmpty
        ? "none of \(count) runs is foretold to turn within \(grouped(bowl.steps)) steps"
        : """
        \(due.count) of \(count) runs are foretold to turn within \(grouped(bowl.steps)) steps; \(errors.count) of them
        turn, at most \(fixed(errors.max() ?? 0, 0)) steps from the forecast
        """, seeds: count)
    notebook.claim(
      "11.3", "An ε above that limit keeps Adam in the minimum; one below it does not.", source: .ours, verdict: .holds,
      when: bowl.aboveLimit.landmarks.burst == nil && bowl.aboveLimit.lateMaximum < BowlRun.alarm
        && bowl.belowLimit.landmarks.burst != nil,
      measured: """
        1 % above |w| ends at or below \(significant(bowl.aboveLimit.lateMaximum, 1)); 1 % below it turns at step
        \(turning(bowl.belowLimit)) and reaches \(significant(bowl.belowLimit.lateMaximum, 1))
        """)
    notebook.claim(
      "11.4", "AMSGrad stays in the minimum.", source: .ours, verdict: .holds,
      when: bowl.amsGrad.landmarks.burst == nil && bowl.amsGrad.lateMaximum < BowlRun.alarm,
      measured: "|w| in the last quarter at most \(significant(bowl.amsGrad.lateMaximum, 1))")
    notebook.claim(
      "11.5", "A rate that decays keeps Adam in the minimum.", source: .ours, verdict: .doesNotHold,
      when: bowl.decayingRate.landmarks.burst != nil && bowl.decayingRate.lateMaximum < main.lateMaximum / 10,
      measured: """
        with η/√t |w| turns at step \(turning(bowl.decayingRate)), but reaches only
        \(significant(bowl.decayingRate.lateMaximum, 2)) in the last quarter, instead of \(significant(main.lateMaximum, 2))
        """)
    stateClaims(tumours, in: notebook)
  }

  private func stateClaims(_ study: TumourStudy, in notebook: Notebook) {
    let (small, large) = (TumourRule(epsilon: 1e-3), [TumourRule(epsilon: 4e-3), TumourRule(epsilon: 1e-2)])
    let (ams, count) = (TumourRule(keepsLargest: true), study.seeds.count)
    notebook.claim(
      "11.6", "Least squares on real data bursts as well, unless ε is above ηλ/38 or the optimizer is AMSGrad.",
      source: .ours, verdict: .holds,
      when: study.bursts(TumourRule()) == count && study.bursts(small) == count
        && large.allSatisfy { study.bursts($0) == 0 }
        && study.bursts(ams) == 0,
      measured: """
        bursts in \(study.bursts(TumourRule())) of \(count) runs with ε = 10⁻⁸,
        \(([small] + large).map { "\(study.bursts($0)) with \(plain($0.epsilon))" }.joined(separator: ", ")) and
        \(study.bursts(ams)) with AMSGrad; ηλ/38 is \(significant(study.fit.safeEpsilon, 2))
        """, seeds: count)
    let (crossings, peaks) = (study.adam.map(\.crossing), Summary(of: study.adam.map { $0.sharpness.max() ?? .nan }))
    let precedes = study.adam.count { run in
      guard let crossing = run.crossing, let burst = run.firstBurst else { return false }
      return crossing <= burst
    }
    let setBack = study.adam.count { ($0.sharpnessAfterCrossing.min() ?? .infinity) < TumourFit.limit }
    notebook.claim(
      "11.7", "There the curvature in Adam's units climbs to 38 and little higher: each burst sets it back.",
      source: cohen, verdict: .holds,
      when: precedes == count && peaks.maximum < 1.1 * TumourFit.limit && setBack == count,
      measured: """
        38 is passed in \(crossings.count { $0 != nil }) of \(count) runs, in \(precedes) before the first burst; the
        largest values are \(fixed(peaks.minimum, 1)) to \(fixed(peaks.maximum, 1)), and \(setBack) runs fall below 38 again
        """, seeds: count)
    let pairs = zip(study.adam, study.stopped).compactMap { run, stopped -> Double? in
      guard let burst = run.firstBurst, let other = stopped.firstBurst else { return nil }
      return abs(Double(other) / Double(burst) - 1)
    }
    notebook.claim(
      "11.8", "Switched off early, the bias correction takes the bursts on real data with it, or delays them.",
      source: .ours, verdict: .doesNotHold,
      when: pairs.count == count && pairs.allSatisfy { $0 < 0.1 },
      measured: """
        switched off at step \(grouped(TumourStudy.stop)), \(study.firstBursts(study.stopped).count) of \(count) runs burst;
        the first burst is \(pairs.isEmpty ? "nowhere to compare" : "moved by at most \(percent(pairs.max() ?? 0))")
        """, seeds: count)
  }

  /// What the digits and the two tests of memory decide.
  func stateFurtherClaims(_ digits: DigitsStudy, _ spikes: [Spike], _ rare: RareStudy, in notebook: Notebook) {
    let finals = DigitsStudy.rules.indices.map { digits.final(.crossEntropy, rule: $0) }
    let spiky = DigitsStudy.rules.indices.map { digits.spikes(.crossEntropy, rule: $0) }
    notebook.claim(
      "11.9", "A classifier that Adam trains for long with cross-entropy bursts, too.", source: .ours,
      verdict: .doesNotHold, when: spiky.allSatisfy { $0 == 0 },
      measured: """
        in \(grouped(DigitsLoss.crossEntropy.steps)) steps the loss is ten times its least in \(spiky[0]) of
        \(digits.seeds) runs with Adam; final loss
        \(significant(finals[0].median, 1)), with ε = 10⁻³ \(significant(finals[1].median, 1)), with AMSGrad
        \(significant(finals[2].median, 1))
        """, seeds: digits.seeds)
    let rising = DigitsStudy.rules.indices.map { digits.rising(.squaredError, rule: $0) }
    let squared = DigitsStudy.rules.indices.map { digits.final(.squaredError, rule: $0) }
    let endsHigher = digits.pairs(.squaredError, where: DigitsStudy.final)
    let endsLower = digits.seeds - endsHigher
    notebook.claim(
      "11.10",
      "With squared error Adam's loss trembles, but at the same rate it mostly ends lower than AMSGrad's.",
      source: .ours, verdict: .holds, when: endsLower > endsHigher && rising[0].minimum > 0.1,
      measured: """
        it ends lower in \(endsLower) of \(digits.seeds) pairs (medians \(significant(squared[0].median, 1)) and
        \(significant(squared[2].median, 1))); \(percent(rising[0].mean, 0)) of the steps raise Adam's loss,
        \(percent(rising[2].mean, 0)) AMSGrad's
        """, seeds: digits.seeds)
    let measured = spikes.map { $0.measured(steps: 10_000) }
    let (longest, bound) = (measured.joined().max() ?? .nan, spikes[0].stepBound)
    notebook.claim(
      "11.11", "After a quiet time one large gradient makes Adam take a huge step.", source: .ours,
      verdict: .doesNotHold, when: longest < 4,
      measured: """
        of gradients up to \(significant(spikes.map(\.size).max() ?? 0, 1)) times the usual none makes a step above
        \(fixed(longest, 3)) η; the bound is \(fixed(bound, 3)) η
        """)
    let lastShort = measured.map { steps in steps.lastIndex { $0 < 0.9 } ?? 0 }
    notebook.claim(
      "11.12", "After a gradient a hundred times the usual the steps stay short for thousands of steps.", source: .ours,
      verdict: .holds,
      when: abs(Double(lastShort[1]) - spikes[1].suppressedSteps(below: 0.9)) <= 1 && lastShort[1] > 2000,
      measured: """
        the last step below 0.9 η is number \(grouped(lastShort[1])) (theory:
        \(fixed(spikes[1].suppressedSteps(below: 0.9), 1))); after a gradient a thousand times the usual number
        \(grouped(lastShort[2]))
        """)
    stateClaims(rare, in: notebook)
  }

  private func stateClaims(_ study: RareStudy, in notebook: Notebook) {
    let (adam, amsGrad) = (study.tailMean(study.adam), study.tailMean(study.amsGrad))
    let seeds = study.randomAdam.count
    notebook.claim(
      "11.13", "There are linear losses on which Adam goes to the worst place.",
      source: .paper("Reddi, Kale & Kumar 2018, theorem 1", reddi), verdict: .holds,
      when: adam > 0.9 && study.randomAdam.allSatisfy { $0 > 0 },
      measured: """
        mean of the last \(grouped(RareStudy.tail)) steps \(fixed(adam, 5)), average regret \(fixed(study.regret(study.adam), 4)); with slopes at
        random \(fixed(Summary(of: study.randomAdam).minimum, 3)) to \(fixed(Summary(of: study.randomAdam).maximum, 3))
        """, seeds: seeds)
    notebook.claim(
      "11.14", "AMSGrad goes to the best place there.",
      source: .paper("Reddi, Kale & Kumar 2018, section 5", reddi), verdict: .holds,
      when: amsGrad < -0.9 && study.randomAMSGrad.allSatisfy { $0 < 0 },
      measured: """
        mean of the last \(grouped(RareStudy.tail)) steps \(fixed(amsGrad, 5)), average regret \(fixed(study.regret(study.amsGrad), 4)); with
        slopes at random, after \(grouped(RareStudy.randomSteps)) steps, \(fixed(Summary(of: study.randomAMSGrad).minimum, 3)) to
        \(fixed(Summary(of: study.randomAMSGrad).maximum, 3))
        """, seeds: seeds)
    let places = zip(study.memories, study.adamPlaces)
    let (short, long) = (
      places.filter { $0.0 < study.criticalMemory / 1.5 }, places.filter { $0.0 > study.criticalMemory * 1.5 }
    )
    func steps(_ memory: Double) -> String { grouped(Int(memory.rounded())) }
    notebook.claim(
      "11.15", "With a long enough memory Adam goes to the best place as well.",
      source: .paper("Zhang et al. 2022", "https://arxiv.org/abs/2208.09632"), verdict: .holds,
      when: short.allSatisfy { $0.1 > 0.5 } && long.allSatisfy { $0.1 < -0.9 },
      measured: """
        the drift changes its sign at 1/(1 − β₂) = \(steps(study.criticalMemory)); memories up to
        \(steps(short.last?.0 ?? 0)) steps end at \(fixed(short.map(\.1).min() ?? .nan, 2)) and above, from
        \(steps(long.first?.0 ?? 0)) steps on at \(fixed(long.map(\.1).max() ?? .nan, 2)) and below
        """, seeds: study.memories.count)
  }

  /// Whether a run turned where it was foretold: within one percent, or a swing of two windows.
  func isNear(_ turning: Int?, _ forecast: Double?) -> Bool {
    guard let turning, let forecast else { return false }
    return abs(Double(turning) - forecast) <= max(0.01 * forecast, 2 * Double(BowlRun.window))
  }
}
