import Experiments
import Testing

/// A run that knows what it was made from.
private struct Run: Sendable {
  let arm: String
  let rate: Double
  let seed: UInt64
  var loss: Double { rate == 7 ? .nan : abs(rate - (arm == "a" ? 0.1 : 100)) + Double(seed) / 1000 }
  var losses: [Double] { [loss, 2 * loss] }
}

@Suite("Arms, seeds and rates") struct TrialsTests {
  @Test("Every arm is run from every seed, in their order, and compared seed by seed") func paired() async {
    let trials = await Trials([1, 3], seeds: [10, 20, 40]) { arm, seed in arm * Double(seed) }
    #expect(trials[1].all == [10, 20, 40])
    #expect(trials[3].all == [30, 60, 120])
    #expect(trials.count(3, 1) { $0 - $1 > 30 } == 2)  // 20, 40 and 80 more
    let difference = trials.difference(3, 1) { $0 }
    #expect([difference.minimum, difference.median, difference.maximum] == [20, 40, 80])
  }

  @Test("What each run has, all have as a summary over the seeds") func summaries() async {
    let runs = await Runs(seeds: [0, 2]) { Run(arm: "a", rate: 1.1, seed: $0) }
    #expect(abs(runs.loss.mean - 1.001) < 1e-12)  // 1.1 − 0.1 + (0 + 0.002)/2, to a few roundings
    #expect(runs.losses.mean.count == 2)
    #expect(runs.count { $0.seed == 2 } == 1)
  }

  @Test("A sweep has every arm at every rate, takes nan for the worst, and says when the best lies at an end")
  func sweep() async {
    let sweep = await Sweep(["a", "b"], rates: [7, 0.01, 0.1, 1, 10], seeds: [1, 2], by: \.loss) { arm, rate, seed in
      Run(arm: arm, rate: rate, seed: seed)
    }
    #expect(sweep.rate("a") == 0.1)
    #expect(!sweep.isAtTheEdge("a"))
    #expect(sweep.rate("b") == 10)  // 100 is best for b, and 10 the nearest that was tried
    #expect(sweep.isAtTheEdge("b"))
    #expect(sweep["a"].all.map(\.seed) == [1, 2])
    #expect(sweep.curve("a") { $0.rate }.map(\.mean) == [7, 0.01, 0.1, 1, 10])
  }

  @Test("The pilot halves the rates from seed to seed, and its seeds are not those of the runs") func halving() async {
    let calls = Calls()
    let tuned = await TunedTrials(
      ["a"], rates: [0.001, 0.01, 0.1, 1, 7, 10, 50, 80], pilotSeeds: [100, 101, 102], seeds: [0, 1], by: \.loss
    ) { arm, rate, seed in
      await calls.add(rate, seed)
      return Run(arm: arm, rate: rate, seed: seed)
    }
    #expect(tuned.rate("a") == 0.1)
    #expect(await calls.rates(of: 100) == [0.001, 0.01, 0.1, 1, 7, 10, 50, 80])
    // the four with the lowest |rate − 0.1|: 0, 0.09, 0.099, 0.9
    #expect(await calls.rates(of: 101) == [0.001, 0.01, 0.1, 1])
    #expect(await calls.rates(of: 102) == [0.01, 0.1])
    #expect(await calls.rates(of: 0) == [0.1])
    #expect(tuned["a"].all.map(\.seed) == [0, 1])
    #expect(tuned.armsAtTheEdge.isEmpty)
    let single = Calls()
    let given = await TunedTrials(["a"], rates: [0.3], pilotSeeds: [100], seeds: [0], by: \.loss) { arm, rate, seed in
      await single.add(rate, seed)
      return Run(arm: arm, rate: rate, seed: seed)
    }
    #expect(given.rate("a") == 0.3)
    #expect(await single.rates(of: 100) == [])  // with one rate there is nothing to choose
  }
}

private actor Calls {
  private var calls: [(rate: Double, seed: UInt64)] = []
  func add(_ rate: Double, _ seed: UInt64) { calls.append((rate, seed)) }
  func rates(of seed: UInt64) -> [Double] { calls.filter { $0.seed == seed }.map(\.rate).sorted() }
}
