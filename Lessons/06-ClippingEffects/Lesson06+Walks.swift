import Descent
import Experiments
import Notebook

// MARK: - Many walks on the cliff

extension Lesson06 {
  /// Returns whether clipping the norm gets past the cliff at more than half of the rates.
  func tellOfTheWalks(in notebook: Notebook) async -> Bool {
    let momenta: [Arm] = [none, .momentum(0.9), .momentum(0.99)]
    let sweep = await sweep(momenta + [norm, value, shrink, tiny, .adam])
    let (seeds, walks) = (sweep.trials.seeds.count, sweep.trials.seeds.count * CliffRun.reported)
    notebook.section("\(walks) walks")
    notebook.text(
      """
      One walk proves little. From \(seeds) seeds come random starts above the cliff: of each \(CliffRun.choosing) choose a learning
      rate for each rule, \(CliffRun.reported) are reported. A walk is solved if after 500 steps E is below 0.001; otherwise, where |b| is
      above 10 and the land is flat, it is thrown out.
      """)
    let isWide = 2 * safeRates(norm, sweep).count > rates(norm).count
    let edges = (rules + optimizers).filter { sweep.isAtTheEdge($0.arm) }.map(\.name)
    notebook.figure(
      sharesFigure(
        sweep, isWide: isWide,
        [("rules, t = \(plain(maxNorm))", rules), ("optimizers, no clipping", optimizers)]),
      caption: """
        Mean and range over the seeds, of the walks that are reported; each rule's best rate is chosen by the others.
        \(edges.isEmpty ? "" : "At an end of its list: \(listed(edges)).")
        """)
    claimTheRules(sweep, in: notebook)

    notebook.section("Momentum and Adam on the cliff")
    notebook.text(
      """
      Note 1 warns of momentum that has accumulated too strongly and rushes past its minimum. As an average, V ← βV + (1 − β)g, it
      spreads a huge gradient over many steps, but hands out all of it. At their own best rates β = 0, 0.9 and 0.99 solve
      \(listed(momenta.map { fixed(sweep[$0].solved.mean, 0) })) % of the walks and throw out
      \(listed(momenta.map { fixed(sweep[$0].thrownOut.mean, 0) })) %.

      Adam has a bound built in. It divides by the root of the average square, which holds the huge gradient as well: a weight never
      moves further than \(fixed(longestAdamStep(), 1)) η in one step.
      """)
    notebook.shows("1.19")
    notebook.folded("Where Adam's bound comes from") {
      notebook.text(
        """
        m = Σ aₖgₖ and v = Σ bₖgₖ², with aₖ = (1 − β₁)β₁ᵏ and bₖ = (1 − β₂)β₂ᵏ for the gradient of k steps ago. By Cauchy and Schwarz
        m² ≤ v Σ aₖ²/bₖ, and the sum is (1 − β₁)²/((1 − β₂)(1 − β₁²/β₂)). A spike after silence reaches (1 − β₁)/√(1 − β₂) = 3.2.
        """)
    }
    let adams = rates(.adam).map { sweep[.adam, $0].longestStep.maximum / $0 }
    let bound = 2.0.squareRoot() * longestAdamStep()
    let solved = sweep[.adam].count { $0.solved >= 90 }
    notebook.claim(
      "6.4", "Adam, which updates each parameter at a rate of its own, is a remedy for exploding gradients.",
      test: """
        No step of a walk, at any rate, is longer than √2 · \(fixed(longestAdamStep(), 2)) η; at its best rate it solves 9 of 10
        walks in 5 of 6 seeds.
        """,
      source: .note(1, "Adam-Adjustable Learning Rate"), rows: ["1.39"], verdict: .holds,
      when: adams.allSatisfy { $0 <= bound } && solved >= 5,
      measured: "\(fixed(sweep[.adam].solved.mean, 1)) % solved",
      detail: "longest step \(fixed(adams.max() ?? .nan, 2)) η; bound \(fixed(bound, 2)) η", runs: walks)
    claimWhatComesAfter(sweep, in: notebook)
    return isWide
  }

  private func claimTheRules(_ sweep: Sweep<Arm, CliffRun>, in notebook: Notebook) {
    let walks = sweep.trials.seeds.count * CliffRun.reported
    func passes(_ arm: Arm) -> Int { sweep[arm].count { $0.solved >= 90 } }
    let longest = rates(norm).map { sweep[norm, $0].longestStep.maximum / ($0 * maxNorm) }.max() ?? .nan
    notebook.claim(
      "6.1", "With its norm clipped, no step is longer than ηt, and gradient descent gets past the cliff.",
      test: "No step at any rate is longer; at its best rate 9 of 10 walks are solved in 5 of 6 seeds.",
      source: .paper("Pascanu, Mikolov & Bengio 2013, algorithm 1", "https://arxiv.org/abs/1211.5063"), rows: ["1.53"],
      // A norm of two squares, a quotient and a product are rounded.
      verdict: .holds, when: longest <= 1 + 1e-12 && passes(norm) >= 5,
      measured:
        "\(fixed(sweep[norm].solved.mean, 1)) % solved, \(fixed(sweep[none].solved.mean, 1)) % without clipping",
      runs: walks)
    let beyond = sweep[shrink].longestStep.maximum / (sweep.rate(shrink) * maxNorm)
    let widths = [shrink, tiny, norm].map { safeRates($0, sweep).count }
    notebook.claim(
      "6.2", "Against exploding gradients, multiply a gradient whose norm is above t by a small ε.",
      test: """
        The condition is shown if at ε = \(plain(epsilon)) 9 of 10 walks are solved at fewer rates than by the norm rule, with steps longer
        than ηt, and at ε = \(plain(epsilon / 100)) at as many.
        """,
      source: .note(
        1, "Gradient Clipping",
        corrected: Correction(
          "C13", .imprecise,
          "A factor ε bounds no step; t/‖g‖ does. ε must suit the largest gradient to come: too small, it stands still."
        )),
      rows: ["1.54"], verdict: .holdsIf("ε suits the largest gradient to come"),
      when: widths[0] < widths[2] && beyond > 1 && widths[1] >= widths[2],
      measured: "longest step \(significant(beyond, 2)) ηt",
      detail: """
        \(counted(widths[0], "rate")) with ε = \(plain(epsilon)), \(widths[1]) with \(plain(epsilon / 100)), \(widths[2]) with the norm clipped
        """, runs: walks)
    let (ahead, here) = (sweep[norm, learningRate].all, sweep[value, learningRate].all)
    let behind = here.indices.count { ahead[$0].solved > here[$0].solved + 30 }
    notebook.claim(
      "6.3", "If a gradient passes a threshold, clip it to the threshold (each value, as `np.clip` does).",
      test: """
        At its best rate it solves 9 of 10 walks in 5 of 6 seeds; the condition is shown if at η = \(plain(learningRate)) it is over
        30 points behind the norm rule in 5 of 6.
        """,
      source: .note(2, "Gradient Clipping"), rows: ["2.70", "2.71"],
      verdict: .holdsIf("the learning rate is tuned for it"),
      when: passes(value) >= 5 && behind >= 5,
      measured: """
        \(fixed(sweep[value].solved.mean, 1)) % at η = \(plain(sweep.rate(value))), \(fixed(sweep[value, learningRate].solved.mean, 1)) % at
        \(plain(learningRate))
        """, runs: walks)
  }

  private func claimWhatComesAfter(_ sweep: Sweep<Arm, CliffRun>, in notebook: Notebook) {
    func later(_ arm: Arm) -> Double { sweep[arm, learningRate].laterLargeGradients.mean }
    let (clipped, free) = (sweep[norm, learningRate].all, sweep[none, learningRate].all)
    let more = clipped.indices.count { clipped[$0].laterLargeGradients > free[$0].laterLargeGradients }
    notebook.section("After the first clipped step")
    notebook.text(
      """
      Does a clipped run meet fewer large gradients? We expected so. \(more < 5 ? "" : "But a walk that is thrown off lands where all is flat; a clipped one stays at the cliff, and crosses the edge again and again.")
      Clipping makes the *steps* small, not the gradients. Nor does it mend a gradient that is inf or nan already: \(lesson(12)).
      """)
    notebook.claim(
      "6.5", "After its first clipped step a run meets fewer large gradients than one that is not clipped.",
      test: """
        Gradients above t after the first such one, at η = \(plain(learningRate)), on average: more with the norm clipped in 5 of 6 seeds,
        and it does not hold.
        """,
      source: .ours, verdict: .doesNotHold, when: more >= 5,
      measured: "\(fixed(later(norm), 1)) of them, \(fixed(later(none), 1)) without clipping",
      detail: "with each value clipped \(fixed(later(value), 1)), shrunk by ε \(fixed(later(shrink), 1))",
      runs: clipped.count * CliffRun.reported)
  }
}
