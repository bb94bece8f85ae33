import Datasets
import Descent
import Experiments
import Notebook

// MARK: Moons

extension Lesson32 {
  /// Adapters of some bottlenecks in a straight network and in one with ReLU.
  func moons(_ sizes: [Int]) async -> Trials<MoonsArm, MoonsRun> {
    let arms = [Activation.identity, .relu].flatMap { base in
      sizes.flatMap { size in
        [Activation.identity, .relu].map { MoonsArm(base: base, bottleneck: size, bend: $0) }
      }
    }
    return await Trials(arms, seeds: common.seeds(6), "moons") { arm, seed in
      MoonsRun(arm, turn: turn, isWatched: seed == common.seed && arm.bottleneck == bottleneck, seed: seed)
    }
  }

  func tellOfMoons(in notebook: Notebook) async {
    let trials = await moons(moonsSizes)
    func runs(_ base: Activation, _ bend: Activation, _ size: Int? = nil) -> Runs<MoonsRun> {
      trials[MoonsArm(base: base, bottleneck: size ?? bottleneck, bend: bend)]
    }
    func share(_ base: Activation, _ bend: Activation) -> String { fixed(runs(base, bend).adapted.median, 1) }
    let seeds = trials.seeds.count
    let line = runs(.identity, .identity).line.median
    notebook.section("Two moons")
    notebook.text(
      """
      Two networks with 16 hidden units have learnt to part two half circles of points *turned by \(plain(turn))°*: a **straight** one,
      with nothing between its two layers, so that its border is a straight line, and one with ReLU. Then both are frozen, and an adapter with m = \(bottleneck),
      after the first layer and before the ReLU, learns the moons as they are, from 300 points in 1,000 steps.
      """)
    func name(_ base: Activation) -> String { base == .relu ? "ReLU" : "straight" }
    let needs = runs(.identity, .relu).adapted.median > runs(.identity, .identity).adapted.median + 5
    let spares = runs(.relu, .identity).adapted.median > runs(.relu, .relu).adapted.median - 2
    let panels = [Activation.identity, .relu].flatMap { base in
      let (linear, bent) = (runs(base, .identity).all[0], runs(base, .relu).all[0])
      return [
        ("\(name(base)) network, frozen: \(percent(linear.frozen / 100, 0))", linear.frozenMap),
        ("\(name(base)) + linear adapter: \(percent(linear.adapted / 100, 0))", linear.adaptedMap),
        ("\(name(base)) + ReLU adapter: \(percent(bent.adapted / 100, 0))", bent.adaptedMap),
      ]
    }
    let points = runs(.identity, .identity).all[0].test
    let numbers = points.points.scalars
    notebook.figure(
      moonsFigure(
        panels,
        moons: (
          points.labels.indices.map { numbers[2 * $0] }, points.labels.indices.map { numbers[2 * $0 + 1] },
          points.labels
        ), isAsExpected: needs && spares),
      caption: """
        Which class a network gives each place, for the first seed, and the share of 300 test points that it reads.
        """, cover: true, thumbnail: [1, 2, 4, 5])
    let frozen = runs(.relu, .identity).frozen.median
    let isMoved = frozen < runs(.relu, .identity).adapted.median - 5
    notebook.text(
      """
      With a linear adapter the straight network reads \(share(.identity, .identity)) %, as does the best straight line
      (\(fixed(line, 1)) %, logistic regression): a line after a line is a line. With ReLU it reads \(share(.identity, .relu)) %. The ReLU
      network goes from \(fixed(frozen, 1)) % to \(share(.relu, .identity)) % with a linear adapter\(isMoved ? ": its bends are moved" : "");
      with ReLU in the adapter, to \(share(.relu, .relu)) %. (Medians of \(seeds) seeds.)
      """)
    func curve(_ base: Activation, _ bend: Activation) -> [Summary] { moonsSizes.map { runs(base, bend, $0).adapted } }
    notebook.figure(
      bottlenecksFigure(
        moonsSizes, straight: (curve(.identity, .identity), curve(.identity, .relu)),
        relu: (curve(.relu, .identity), curve(.relu, .relu)), line: line),
      caption: "Mean, least and greatest of \(seeds) seeds.")
    notebook.claim(
      "32.2", "An adapter needs its non-linearity where the frozen network has none (two moons, 1,000 steps).",
      test: """
        on the straight network linear adapters of every m read at most 2 points more than logistic regression, and with ReLU and m = 8 at
        least 5 points more than linear, in 5 of 6 seeds
        """,
      source: .ours, rows: ["1.151"], verdict: .holds,
      when: moonsSizes.allSatisfy { size in
        6 * runs(.identity, .identity, size).count { $0.adapted <= $0.line + 2 } >= 5 * seeds
      }
        && 6
          * trials.count(
            MoonsArm(base: .identity, bottleneck: 8, bend: .relu),
            MoonsArm(base: .identity, bottleneck: 8, bend: .identity)
          ) { $0.adapted >= $1.adapted + 5 } >= 5 * seeds,
      measured: """
        \(fixed(runs(.identity, .relu, 8).adapted.median, 1)) % with ReLU, \(fixed(runs(.identity, .identity, 8).adapted.median, 1)) % without
        """, runs: seeds)
    notebook.claim(
      "32.3", "Where the frozen network bends, a linear adapter does as well (two moons, 1,000 steps).",
      test: """
        on the network with ReLU a linear adapter with m = 8 reads at least 95 % in 5 of 6 seeds, and in the median at most 2 points less
        than one with ReLU
        """,
      source: .ours, verdict: .holds,
      when: 6 * runs(.relu, .identity, 8).count { $0.adapted >= 95 } >= 5 * seeds
        && runs(.relu, .identity, 8).adapted.median >= runs(.relu, .relu, 8).adapted.median - 2,
      measured: """
        \(fixed(runs(.relu, .identity, 8).adapted.median, 1)) % without ReLU, \(fixed(runs(.relu, .relu, 8).adapted.median, 1)) % with
        """,
      revised:
        "first runs compared means; one frozen network in sixty had too few bends, and the mean of six seeds hangs on it",
      runs: seeds)
  }
}
