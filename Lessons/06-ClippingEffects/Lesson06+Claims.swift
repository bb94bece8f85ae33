import Descent
import Notebook

extension Lesson06 {
  /// What the runs decide, sentence by sentence.
  func stateClaims(_ races: Races, _ trials: DigitsTrials, in notebook: Notebook) {
    let (seeds, step) = (races.seeds.count, learningRate * maxNorm)
    notebook.claim(
      "6.1", "With its norm clipped, no step is longer than ηt, and gradient descent gets past the cliff.",
      source: .paper("Pascanu, Mikolov & Bengio 2013, algorithm 1", "https://arxiv.org/abs/1211.5063"), verdict: .holds,
      when: races.longestStep(.norm) <= step * (1 + 1e-12) && races.solved(.norm).minimum >= 95,
      measured: """
        \(races.share(.norm)) of the walks solved, \(races.share(.none)) without clipping; longest step
        \(significant(races.longestStep(.norm), 3)), against \(significant(races.longestStep(.none), 3))
        """, seeds: seeds)
    notebook.claim(
      "6.2", "Multiplying a gradient above the threshold by a small ε keeps the step small.",
      source: .note(1, "Gradient Clipping", slip: "C13"), verdict: .doesNotHold,
      when: races.longestStep(.shrink) > 10 * step && races.solved(.shrink).mean < races.solved(.norm).mean,
      measured: """
        longest step \(significant(races.longestStep(.shrink), 3)) for ηt = \(significant(step, 1));
        \(races.share(.shrink)) of the walks solved, against \(races.share(.none)) without clipping and
        \(races.share(.norm)) with the norm clipped
        """, seeds: seeds)
    notebook.claim(
      "6.3", "Clipping each value at the threshold gets the walks past the cliff.",
      source: .note(2, "Gradient Clipping"), verdict: .holdsIf("the learning rate is tuned for it"),
      when: races.solved(.value).mean < races.solved(.none).mean
        && races.solved(.value, at: races.best(.value)).mean >= 95,
      measured: """
        at η = \(plain(learningRate)) \(races.share(.value)) solved, against \(races.share(.none)) without clipping; at
        its best rate \(races.bestShare(.value))
        """, seeds: seeds)
    notebook.claim(
      "6.4", "Clipping the norm asks least of the learning rate.", source: .ours, verdict: .holds,
      when: Rule.allCases.allSatisfy { $0 == .norm || races.safeRates($0).count < races.safeRates(.norm).count },
      measured: "99 % and more solved: "
        + Rule.allCases.map { rule in
          let rates = races.safeRates(rule).map(plain)
          return rates.isEmpty ? "\(rule.words) at no rate" : "\(rule.words) at η = \(listed(rates))"
        }.joined(separator: ", "), seeds: seeds)
    let starts = unit.starts(count: races.starts, seed: common.seed)
    func drift(_ rule: Rule) -> Double {
      unit.meanDrift(of: starts.map { walk(rule, from: $0) }, above: maxNorm)
    }
    let (byNorm, byValue) = (drift(.norm), drift(.value))
    notebook.claim(
      "6.5", "Clipping each value pushes the walks along the cliff, away from the valley; clipping the norm does not.",
      source: .ours, verdict: .holds, when: byValue > 0 && byValue > 3 * abs(byNorm),
      measured: byValue.isNaN || byNorm.isNaN
        ? "none of these walks meets a gradient above t"
        : """
        a clipped step carries a walk by \(significant(byValue, 2)) along the edge on average, by
        \(significant(byNorm, 2)) with the norm clipped
        """, seeds: starts.count)
    let (free, clipped) = (races.solvedCopies[.none, default: 0], races.solvedCopies[.norm, default: 0])
    notebook.claim(
      "6.6", "Without clipping the end of a walk is a matter of its last decimals; with its norm clipped it is not.",
      source: .ours, verdict: .holds, when: clipped == races.copies.count && (1..<races.copies.count).contains(free),
      measured: "of \(races.copies.count) copies \(free) solved without clipping, \(clipped) with the norm clipped",
      seeds: races.copies.count)
    let (spoilt, lost) = (carelessNormClip([.infinity, 1, 2], to: 1), carelessNormClip([3e38, 3e38], to: 1))
    notebook.claim(
      "6.7", "Clipping prevents the norm of the gradient from going to infinity.",
      source: .note(2, "Gradient Clipping Code", slip: "C53"), verdict: .doesNotHold,
      when: races.largestGradient(.norm) > 100 * maxNorm && spoilt[0].isNaN && lost == [0, 0],
      measured: """
        largest gradient \(significant(races.largestGradient(.norm), 3)) with the norm clipped,
        \(significant(races.largestGradient(.none), 3)) without; an entry of inf becomes nan, two of 3 × 10³⁸ become 0
        """, seeds: seeds)
    func report(_ entries: [Double]) -> String {
      Gradients(names: ["weight"], tensors: [Tensor(entries)]).nonFinite.map(\.description).joined(separator: "; ")
    }
    let (infinite, notANumber) = ([Double.infinity, 1, 2], [Double.nan, 1, 2])
    notebook.claim(
      "6.8", "What `isnan` finds in a gradient is inf, and what `isinf` finds is nan.",
      source: .note(2, "Gradient Clipping Code", slip: "C51"), verdict: .doesNotHold,
      when: !infinite.contains { $0.isNaN } && !notANumber.contains { $0.isInfinite },
      measured: """
        the labels are exchanged: of \(vector(infinite)) the report is “\(report(infinite))”, of \(vector(notANumber))
        “\(report(notANumber))”
        """)
    let entries = [-5.0, 0, 3, 9]
    let cut = clip(entries, from: 1, to: 8)
    notebook.claim(
      "6.9", "`np.clip(a, 1, 8)` clips a gradient.", source: .note(2, "Gradient Clipping", slip: "C52"),
      verdict: .doesNotHold, when: cut[0] > 0 && cut[1] > 0,
      measured: """
        \(vector(entries)) becomes \(vector(cut)): −5 changes its sign and 0 begins to move; the bounds must be −t and t
        """)
    let (dead, alive) = (trials.bold[0].accuracy, trials.bold[1].accuracy)
    notebook.claim(
      "6.10", "At learning rate \(plain(trials.boldRate)) the digits are learnt only with clipping.", source: .ours,
      verdict: .holds, when: dead.maximum < 40 && alive.minimum > 70,
      measured: """
        test accuracy \(dead.plusMinus(1)) % without, at most \(fixed(dead.maximum, 1)) %; \(alive.plusMinus(1)) % with
        the norm clipped, at least \(fixed(alive.minimum, 1)) %
        """, seeds: seeds)
    let (plainly, capped) = (trials.sweeps[0][2], trials.sweeps[1][2])
    notebook.claim(
      "6.11", "Where gradient descent does well without, clipping the norm costs nothing.", source: .ours,
      verdict: .holds, when: abs(plainly.accuracy.mean - capped.accuracy.mean) < 1.5,
      measured: """
        at η = \(plain(plainly.learningRate)) \(fixed(plainly.accuracy.mean, 1)) % without,
        \(fixed(capped.accuracy.mean, 1)) % with
        """, seeds: seeds)
    let (kept, turned) = (trials.bold[1].turn, trials.bold[4].turn)
    notebook.claim(
      "6.12", "Clipping the norm keeps the direction of a gradient; clipping its values does not.", source: .ours,
      verdict: .holds, when: kept.maximum < 0.01 && turned.maximum > 20,
      measured: """
        on the digits the norm turns by \(fixed(kept.maximum, 1))° at most, “\(trials.bold[4].rule.words)” by
        \(fixed(turned.mean, 0))° on average and \(fixed(turned.maximum, 0))° at most
        """, seeds: seeds)
  }

  /// What to try next.
  func setExercises(_ races: Races, _ trials: DigitsTrials, in notebook: Notebook) async {
    let tight = Setting(learningRate: learningRate, threshold: 0.3)
    let (usual, small) = (trials.sweeps[1], trials.sweeps[2])
    notebook.exercise(
      "--max-norm 0.3",
      """
      How long can a step on the cliff be now, and are all walks still solved? Up to which learning rate do the digits
      survive a norm of 0.3, and why further than with 1?
      """,
      answer: """
        At most ηt = \(significant(learningRate * tight.threshold, 1)); \(fixed(races.solved(.norm, at: tight).mean, 1)) %
        are solved. On the digits “\(small[0].rule.words)” survives \(trials.reach(small)) and
        “\(usual[0].rule.words)” \(trials.reach(usual)). What kills the units is the length of a step, and ηt is
        \(significant(trials.lastSafeRate(small) * small[0].threshold, 2)) and
        \(significant(trials.lastSafeRate(usual) * usual[0].threshold, 2)) there.
        """)
    notebook.exercise(
      "--rule value",
      "Clipped to t, why is the longest step of this walk longer than ηt? How long would it be with a million weights?",
      answer: """
        Each of d entries may reach t, so that a step may reach √d ηt: here
        \(significant(walk(.value, from: start).longestStep, 3)), with a million weights
        \(significant(1000 * learningRate * maxNorm, 3)). A threshold for values says little about the step.
        """)
    let (unit, learningRate, count) = (unit, learningRate, races.starts)
    let tenth = Clipping.shrink(factor: 0.01, above: maxNorm)
    let outcomes = await forEachSeed(races.seeds) { seed in
      unit.outcome(from: unit.starts(count: count, seed: seed), rule: tenth, learningRate: learningRate)
    }
    notebook.exercise(
      "--epsilon 0.01",
      "How many walks does a smaller ε bring to the valley? How small must it be if no step may be longer than ηt?",
      answer: """
        \(fixed(100 * Summary(of: outcomes.map(\.solved)).mean, 1)) %, but its longest step is still
        \(significant(outcomes.map(\.longestStep).max() ?? 0, 2)). It must be below t divided by the largest gradient that
        the walk will meet, here \(significant(maxNorm / races.largestGradient(.shrink), 1)), and nobody knows that in
        advance. Clipping the norm works it out at each step.
        """)
  }
}
