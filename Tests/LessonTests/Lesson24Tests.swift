import Datasets
import Descent
import Experiments
import Notebook
import Numerics
import Testing

@testable import Lesson24

@Suite("Lesson 24 · Hyperparameter search") struct Lesson24Tests {
  /// A map over β = 0, 0.9 and 0.99 with the scores at the first rates; infinite elsewhere.
  private func map(_ rows: [[Double]]) -> Map {
    let scores = rows.map { $0 + [Double](repeating: .infinity, count: Map.rates.count - $0.count) }
    return Map(momenta: [0, 0.9, 0.99], scores: scores)
  }

  // MARK: By hand

  @Test("By hand: in the valley of ρ = 0.9 one at a time goes (1, −1), (−0.9, −0.81), (−0.729, −0.6561)") func valley()
  {
    let path = valleyPath(correlation: 0.9, rounds: 2)
    #expect(path.count == 3)
    #expect(path.map(\.u) == [1, -0.9, 0.9 * -0.81])
    #expect(abs(path[1].v + 0.81) < 1e-15 && abs(path[2].v + 0.6561) < 1e-15)  // two or four products
    // ln 0.01 is −4.60517; 2 ln 0.9 is −0.21072, 2 ln 0.5 −1.38629, 2 ln 0.99 −0.02010.
    let rounds = [0.5, 0.9, 0.99].map(roundsToAHundredth)
    #expect(rounds.map { ($0 * 10).rounded() / 10 } == [3.3, 21.9, 229.1])
  }

  @Test("By hand: on a small map one at a time from 0.99 goes rate, momentum, rate, and stops where neither helps")
  func oneAtATime() {
    // From β = 0.99: best rate 0 (5), best momentum there 0.9 (4), best rate there 1 (3); at rate 1 nothing is better.
    let map = map([[9, 8, 1], [4, 3, 7], [5, 6, 8]])
    let path = map.oneAtATime(from: 2)
    #expect(
      path == [
        Map.Place(momentum: 2, rate: 0), Map.Place(momentum: 1, rate: 0), Map.Place(momentum: 1, rate: 1),
      ])
    #expect(map.best() == Map.Place(momentum: 0, rate: 2))
    #expect(map.best(ratesUpTo: 2) == Map.Place(momentum: 1, rate: 1))
    #expect(map.excess(from: 0.99) == 2)  // 3 against 1
    #expect(map.excess(from: 0) == 0)
  }

  @Test("By hand: best rates a decade apart where 1 − β is a decade apart have slope 1") func slope() {
    // 1 − β = 1, 0.1, 0.01; the rates with the numbers 9, 6 and 3 are 10^−0.5, 10^−1.5 and 10^−2.5.
    func row(best: Int) -> [Double] { (0..<13).map { Double(abs($0 - best)) } }
    let map = Map(momenta: [0, 0.9, 0.99], scores: [row(best: 9), row(best: 6), row(best: 3)])
    #expect(abs(map.slope - 1) < 1e-12)
    #expect(Map.momenta(with: 0.99).count == 7 && Map.momenta(with: 0.95).count == 8)
    #expect(Map.momenta(with: 0.95).firstIndex(of: 0.95) == 4)  // after 0, 0.54, 0.78 and 0.9
  }

  @Test("By hand: sixteen trials of four hyperparameters are a grid of two rates, and cost 144 steps each")
  func budget()
    throws
  {
    let run = Run(Arm(.grid, .four), trials: 16, on: Setting.task(try Digits.load(), seed: 3), seed: 3)
    #expect(run.best.count == 16 && run.end == run.best.min())
    #expect(SearchPoints.gridSides(atMost: 16, dimensions: 4) == [2, 2, 2, 2])
    #expect(300 / 16 * Setting.epochs == 144)
  }

  @Test("By hand: a product of two gradients is 1,210 multiplications, beside 40,448 for the gradient itself")
  func share() {
    // 64·16 + 16 + 16·10 + 10; 16 samples times 2·64·16 + 3·16·10.
    #expect(productShare(widths: (64, 16, 10), batch: 16) == 1210.0 / 40448)
  }

  // MARK: Theory

  @Test("Theory: the distances of random points, grids and Halton's points from a uniform place") func distances() {
    for count in [4.0, 16] {
      let n = Int(count)
      let cases: [(Method, Double)] = [
        (.random, randomDistance(points: count)), (.grid, gridDistance(values: count.squareRoot())),
        (.halton, haltonDistance(points: count)),
      ]
      for (method, law) in cases {
        // 20,000 draws of a distance that spreads by its own size at most: 0.7 %, four times that.
        #expect(abs(distance(method, trials: n, dimensions: 2, draws: 20_000, seed: 5) / law - 1) < 0.03)
      }
    }
  }

  @Test("Theory: what is fixed stays fixed, and the searches stay in their ranges") func spaces() throws {
    #expect(SearchSpace.two.dimensions == 2 && SearchSpace.oneMatters.dimensions == 4)
    let task = Setting.task(try Digits.load(), seed: 1)
    let values = Run(Arm(.random, .two), trials: 4, on: task, seed: 1).values
    #expect(values["decay"] == 1e-5 && values["scale"] == 1)
    let lesson = try Lesson24.parse(["--fix", "rate=0.01", "--fix", "scale=2"])
    let run = Run(Arm(.bayesian, try lesson.fixedSpace()), trials: 5, on: task, seed: 1)
    #expect(run.values["rate"] == 0.01 && run.values["scale"] == 2)
    #expect(run.momentum >= 0 && run.momentum <= 0.99)
    // The last of two counts.
    #expect(try Lesson24.parse(["--fix", "rate=0.1", "--fix", "rate=0.2"]).fixedSpace().fixed == ["rate": 0.2])
  }

  @Test("Theory: momentum 0.9 at a tenth of the rate trains much like no momentum, and at the same rate it does not")
  func oneProduct() throws {
    let task = Setting.task(try Digits.load(), seed: 2)
    func score(_ rate: Double, _ momentum: Double) -> Double { Setting(rate: rate, momentum: momentum).score(task) }
    // At a rate at which 144 steps are far from done, so that the sum of the gradients is all that counts.
    let plain = score(0.1, 0)
    #expect(abs(score(0.01, 0.9) / plain - 1) < 0.3)
    #expect(score(0.01, 0) > 2 * plain)
  }

  // MARK: Contrast

  @Test(
    "Contrast: from β = 0.99 one at a time gets stuck above the best, and the order stays with ten times the epochs")
  func tenTimes() async throws {
    let digits = try Digits.load()
    let momenta = Map.momenta(with: 0.99)
    for (epochs, seeds, least) in [(8, 6, 0.2), (80, 4, 0.05)] {
      let maps = await Runs(seeds: (0..<UInt64(seeds)).map { $0 }) {
        Map.of(Setting.task(digits, seed: $0), momenta, epochs: epochs)
      }
      let (off, on) = (
        Summary(of: maps.all.map { $0.excess(from: 0.99) }), Summary(of: maps.all.map { $0.excess(from: 0.9) })
      )
      #expect(off.median > least && off.median > on.median)
      // The valley's slope is 1 in theory; the widest seen is 1.2, with long memories beside few steps or with many epochs.
      #expect((0.75...1.3).contains(maps.slope.mean))
    }
  }

  @Test("Contrast: where only the rate matters random beats the grid, and the Bayesian search beats both")
  func searches()
    async throws
  {
    let lesson = try Lesson24.parse([])
    let arms = [Method.bayesian, .grid, .random].map { Arm($0, .oneMatters) }
    let trials = await lesson.searches(try Digits.load(), arms, seeds: 30)
    #expect(trials[arms[2]].end.median < trials[arms[1]].end.median)
    #expect(trials[arms[0]].end.median < trials[arms[2]].end.median)
    #expect(trials.count(arms[2], arms[1]) { $0.end < $1.end } > 15)
  }

  @Test("Contrast: the Bayesian search and Halton's points have the same first half") func sameStart() throws {
    let task = Setting.task(try Digits.load(), seed: 4)
    let (bayesian, halton) = (
      Run(Arm(.bayesian, .two), trials: 8, on: task, seed: 4), Run(Arm(.halton, .two), trials: 8, on: task, seed: 4)
    )
    #expect(Array(bayesian.best[..<4]) == Array(halton.best[..<4]))
    #expect(bayesian.best != halton.best)
  }

  @Test("Contrast: the hypergradient lifts a rate of 0.001 a hundredfold in four epochs, and lowers one of 1")
  func rides()
    throws
  {
    let task = Setting.task(try Digits.load(), seed: 6)
    let low = Ride(from: 0.001, hyperRate: 0.01, epochs: 4, on: task)
    #expect(low.rates.count == 5 && low.losses.count == 4)
    #expect(low.rates[0] == 0.001 && low.rates[4] > 0.03)
    #expect(Ride(from: 1, hyperRate: 0.01, epochs: 4, on: task).rates[4] < 1)
    #expect(Ride(from: 0.001, hyperRate: 0, epochs: 2, on: task).rates == [0.001, 0.001, 0.001])
  }

  // MARK: Exercises

  @Test("Exercise 1: from no momentum one at a time ends lower than from 0.99") func noMomentum() async throws {
    let maps = await (try Lesson24.parse(["--start-momentum", "0"])).maps(try Digits.load())
    let mean = Map.mean(maps.all)
    #expect(mean.end(from: 0) < mean.end(from: 0.99))
  }

  @Test("Exercise 2: of 8 trials a grid has the same two rates, and random loses more by the halving") func halved()
    async throws
  {
    #expect(SearchPoints.gridSides(atMost: 8, dimensions: 4)[0] == 2)
    let digits = try Digits.load()
    let arms = [Method.grid, .random].map { Arm($0, .oneMatters) }
    let half = await (try Lesson24.parse(["--trials", "8"])).searches(digits, arms)
    let all = await (try Lesson24.parse([])).searches(digits, arms)
    let losses = arms.map { half[$0].end.median / all[$0].end.median }
    #expect(losses[1] > 1)
    #expect(losses[0] < 1.2)
  }

  @Test("Exercise 3: with the rate fixed at 0.01 the search finds a momentum above 0.95") func fixedRate() async throws
  {
    let lesson = try Lesson24.parse(["--fix", "rate=0.01"])
    let arm = Arm(.random, try lesson.fixedSpace())
    let runs = await lesson.searches(try Digits.load(), [arm], seeds: 20)[arm]
    #expect(runs.momentum.median > 0.95)
  }

  // MARK: Refusal

  @Test("Refusal: nothing of that name, a value outside of its range, and no number") func refuses() throws {
    func message(_ arguments: String...) throws -> String {
      let error = try #require(throws: (any Error).self) { try Lesson24.parse(arguments) }
      return Lesson24.message(for: error)
    }
    #expect(
      try message("--fix", "batch=16")
        == "--fix: there is no hyperparameter “batch” to fix; there are rate, momentum, decay, scale.")
    #expect(try message("--fix", "momentum=1") == "--fix: momentum must be from 0.0 to 0.99, but is 1.0.")
    #expect(try message("--fix", "rate").hasPrefix("--fix: what is fixed is written NAME=NUMBER"))
    #expect(try message("--trials=3").contains("from 4 to 64"))
  }
}
