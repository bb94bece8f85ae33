import Descent
import Notebook

/// The notes' experiment: which of two causes made the difference?
extension Lesson05 {
  func partMoons(in notebook: Notebook, _ study: MoonsStudy) {
    let small = plain(Recipe.smallRate)
    let rate = plain(study.rate)
    let seeds = study[.constant].count
    notebook.section("The notes' experiment: two moons")
    notebook.text(
      """
      Note 2 trains a network of 5, 2 and 1 units on two noisy half circles. At a learning rate of \(small) gradient
      descent and momentum fall far behind Adam. Then it gives both of them decay, sees all three come out alike, and
      credits the decay. But between the two pictures the first rate has changed too, from \(small) to 0.1. Two causes,
      two values each: run all four.
      """)
    func row(_ rate: String, _ recipes: [Recipe]) -> [String] {
      [rate] + recipes.map { "\(fixed(study.accuracies($0).median, 1)) %" }
    }
    notebook.table(
      columns: ["first rate", "constant", study.rule.name],
      rows: [row(small, [.small, .smallDecayed]), row(rate, [.constant, .decayed])],
      caption: """
        Gradient descent on the moons: median over \(seeds) seeds of the training accuracy after \(grouped(study.epochs))
        epochs. Staircase: d = \(plain(study.rule.decay)), k = \(study.rule.interval). A start whose units are off for all
        points is drawn again; that happened \(study.deadDraws) times.
        """)
    let gain = study.accuracies(.constant).median - study.accuracies(.small).median
    let change = study.accuracies(.decayed).median - study.accuracies(.constant).median
    notebook.text(
      """
      Down the first column, the rate alone: \(signed(gain)) points. Along the last row, the decay alone:
      \(signed(change)) points. (The notes train for 5000 epochs with stairs of 1000. To keep this lesson short both are
      a fifth of that here; `--epochs 5000 --interval 1000` runs the original.)
      """)
    notebook.figure(
      moonsFigure(study),
      caption: """
        Cost over all 300 points, median of \(seeds) seeds. Left, over the epochs. Right, the runs of gradient descent
        over the sum of their rates so far\(study.isOnePath ? ": one curve, which each leaves at the dot" : "; a dot") where
        its rates end.
        """)
    claimCause(in: notebook, study)
    notebook.text(
      """
      Why? Five mini-batches see all 300 points, so there is little noise, and at moderate rates the network slides down
      one and the same path: one step of α comes about as far along it as two steps of α/2. \(pathInWords(study))

      \(endInWords(study))
      """)
    claimTravel(in: notebook, study)
  }

  private func claimCause(in notebook: Notebook, _ study: MoonsStudy) {
    func median(_ recipe: Recipe) -> Double { study.accuracies(recipe).median }
    func words(_ recipes: Recipe...) -> String { listed(recipes.map { fixed(median($0), 1) }) }
    notebook.claim(
      "5.6", "Learning-rate decay is what brings gradient descent and momentum up to Adam.",
      source: .note(2, "Experiment Results", slip: "C50"), verdict: .doesNotHold,
      when: [(Recipe.constant, Recipe.decayed), (.momentum, .momentumDecayed)].allSatisfy { constant, decayed in
        median(constant) >= median(.adam) && median(decayed) <= median(constant) + 1
      } && median(.smallDecayed) < median(.small),
      measured: """
        Adam \(words(.adam)) %; at \(plain(study.rate)) without and with decay gradient descent
        \(words(.constant, .decayed)) %, momentum \(words(.momentum, .momentumDecayed)) %; at \(plain(Recipe.smallRate))
        gradient descent \(words(.small, .smallDecayed)) %
        """, seeds: study[.adam].count)
    let fast = study[.everyEpoch]
    let worse = zip(fast, study[.decayed]).count { $0.accuracy < $1.accuracy }
    notebook.claim(
      "5.7", "1/(1 + d·epoch) falls too fast when it moves in every epoch; an interval cures that.",
      source: .note(2, "Learning Rate Decay"), verdict: .holds,
      when: worse > fast.count * 3 / 4 && study.travel(.everyEpoch) < study.travel(.decayed) / 10,
      measured: """
        \(words(.everyEpoch)) % instead of \(words(.decayed)) %, worse for \(worse) of \(fast.count) seeds; the rates add up
        to \(significant(study.travel(.everyEpoch) / study.rate, 3)) α₀ instead of
        \(significant(study.travel(.decayed) / study.rate, 3)) α₀
        """, seeds: fast.count)
  }

  /// What the right half of the figure shows.
  private func pathInWords(_ study: MoonsStudy) -> String {
    guard study.isOnePath else {
      return "At \(plain(study.rate)) it does not: over Σα the runs are no longer one curve."
    }
    let (small, fast) = (study.travel(.small), study.travel(.everyEpoch))
    let meeting =
      abs(small / fast - 1) < 0.15
      ? """
      , and \(plain(Recipe.smallRate)) for \(grouped(study.epochs)) epochs ends where 1/(1 + e) does because both add up to
      about \(significant(small, 1))
      """ : ""
    return """
      The right half of the figure shows it: over Σα the runs are one curve. Decay stops the run earlier on it, a smaller
      rate does the same\(meeting).
      """
  }

  /// What the left half of the figure shows.
  private func endInWords(_ study: MoonsStudy) -> String {
    guard study.isCalmerWithDecay else {
      return "The end of the run is no calmer with this staircase than at the constant rate."
    }
    return """
      What decay does change is the end of the run. The constant rate keeps trembling, as the blue line in the left half
      shows, and the staircase gets calm.
      """
  }

  private func claimTravel(in notebook: Notebook, _ study: MoonsStudy) {
    let (differences, spread) = (study.differencesBeyondTravel, study.spreadOfCosts)
    notebook.claim(
      "5.8", "On the moons the cost depends on the sum of the rates, not on how the rates are spread.", source: .ours,
      verdict: .holds, when: study.isOnePath,
      measured: """
        \(MoonsStudy.ways.count) ways of gradient descent end up to \(significant(spread, 2)) apart; from the constant rate's cost
        at the same Σα they differ by \(significant(differences.median, 1)) (median), at most
        \(significant(differences.maximum, 1))
        """, seeds: study[.small].count)
    let (wobbles, calmer) = (study.wobbles, study.calmerSeeds)
    notebook.claim(
      "5.9", "What decay does change on the moons is the end of the run: it gets calm.", source: .ours, verdict: .holds,
      when: study.isCalmerWithDecay,
      measured: """
        over the last fifth the cost changes by \(fixed(wobbles.constant.median, 5)) an epoch at the constant rate, by
        \(fixed(wobbles.decayed.median, 5)) with decay; less for \(calmer) of \(study[.decayed].count) seeds
        """, seeds: study[.decayed].count)
  }

  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + fixed(value, 1) }
}
