import Datasets
import Descent
import Experiments
import Notebook

// MARK: - Data without noise

extension Lesson05 {
  static let moonsEpochs = 1000, interval = 200

  /// The staircase on the moons, or what the compounding mistake makes of it.
  func staircase(_ rate: Double) -> any Schedule {
    compound
      ? CompoundingDecay(initial: rate, decay: 1, interval: Self.interval)
      : StaircaseDecay(initial: rate, decay: 1, interval: Self.interval)
  }

  func schedule(_ recipe: Recipe) -> any Schedule { recipe.schedule(rate: learningRate, staircase: staircase) }

  func moons(_ recipes: [Recipe]) async -> Trials<Recipe, MoonsRun> {
    await Trials(recipes, seeds: common.seeds(8), "moons") { recipe, seed in
      MoonsTask(seed: seed).train(recipe.optimizer, at: schedule(recipe), epochs: Self.moonsEpochs)
    }
  }

  /// How far the rates of a recipe add up over all epochs.
  func travel(_ recipe: Recipe) -> Double { schedule(recipe).rates(Self.moonsEpochs).reduce(0, +) }

  func tellOfMoons(_ trials: Trials<Recipe, MoonsRun>, in notebook: Notebook) {
    let (rate, small, seeds) = (plain(learningRate), plain(Recipe.smallRate), trials.seeds.count)
    let ways: [Recipe] = [.small, .smallDecayed, .decayed, .everyEpoch]
    let misses = ways.flatMap { way in
      trials.seeds.indices.compactMap { seed in
        trials[.constant].all[seed].cost(at: travel(way), rate: learningRate)
          .map { abs(trials[way].all[seed].finalCost - $0) }
      }
    }
    let ends = ways.map { trials[$0].finalCost.median }
    let spread = (ends.max() ?? .nan) - (ends.min() ?? .nan)
    let missed = misses.isEmpty ? Double.nan : Summary(of: misses).maximum
    let sumDecides = missed < spread / 10
    let noiseless = """
      Five mini-batches see all 300 points, so there is little noise: one step of α comes about as far as two of α/2.
      """
    notebook.section(sumDecides ? "Where it does not: the two moons" : "The two moons")
    notebook.text(
      """
      Note 2 trains a small network on two half circles. At a rate of \(small) gradient descent and momentum fall far behind
      Adam. Then it gives both of them decay, sees all three come out alike, and credits the decay. But the first rate has changed
      too, from \(small) to 0.1. Two causes, two values each: run all four.
      """)
    func accuracy(_ recipe: Recipe) -> Double { trials[recipe].accuracy.median }
    func row(_ name: String, _ constant: Recipe, _ decayed: Recipe) -> [String] {
      [name, "\(fixed(accuracy(constant), 1)) %", "\(fixed(accuracy(decayed), 1)) %"]
    }
    notebook.table(
      columns: ["first rate", "constant", compound ? "compounding stairs" : "staircase"],
      rows: [row(small, .small, .smallDecayed), row(rate, .constant, .decayed)],
      caption: """
        Gradient descent: median training accuracy of \(seeds) seeds after \(grouped(Self.moonsEpochs)) epochs (the notes train five
        times as long); a stair is \(Self.interval) epochs. Adam at \(small): \(fixed(accuracy(.adam), 1)) %.
        """)
    notebook.shows("2.69")
    notebook.figure(
      moonsFigure(
        trials, Dictionary(uniqueKeysWithValues: Recipe.allCases.map { ($0, schedule($0)) }), rate: learningRate,
        sumDecides: sumDecides),
      caption: """
        Medians of \(seeds) seeds; a dot where the rates of a run end.
        \(sumDecides ? noiseless : "")
        """)
    func brings(_ constant: Recipe, _ decayed: Recipe) -> Summary {
      trials.difference(decayed, constant) { $0.accuracy }
    }
    let byRate = trials.difference(.constant, .small) { $0.accuracy }
    let byDecay = brings(.constant, .decayed)
    notebook.claim(
      "5.7", "It is the decay that brings gradient descent and momentum up to Adam.",
      test: """
        the cause is not the decay: without it, at the raised rate, both have a median accuracy of at least Adam's less 1 point, and
        decay adds no more than 1 point to either
        """,
      source: .note(
        2, "Experiment Results",
        corrected: Correction("C50", .wrong, "They come up to it without: the rate was raised at the same time.")),
      rows: ["2.68"], verdict: .doesNotHold,
      when: [(Recipe.constant, Recipe.decayed), (.momentum, .momentumDecayed)].allSatisfy { constant, decayed in
        accuracy(constant) >= accuracy(.adam) - 1 && brings(constant, decayed).median <= 1
      },
      measured: """
        seed by seed the rate brings \(signed(byRate.minimum)) to \(signed(byRate.maximum)) points, the decay
        \(signed(byDecay.minimum)) to \(signed(byDecay.maximum))
        """,
      detail: """
        within \(grouped(Self.moonsEpochs)) epochs; medians of these differences \(signed(byRate.median)) and
        \(signed(byDecay.median)); momentum at \(rate): \(fixed(accuracy(.momentum), 1)) % constant,
        \(fixed(accuracy(.momentumDecayed), 1)) % decayed
        """, runs: seeds)

    notebook.claim(
      "5.8", "On the moons the cost depends on the sum of the rates, not on how they are spread.",
      test: """
        four ways of gradient descent: each run's final cost is that of the constant rate at the same Σα, to a tenth of the spread
        of the four medians, in all seeds
        """, source: .ours, rows: ["2.45"], verdict: .holds, when: sumDecides,
      measured: "off by at most \(significant(missed, 1)); they end \(significant(spread, 2)) apart",
      detail: """
        this is why inverse time decay, lowered in every epoch, is “too fast” (note 2): its rates add up to
        \(fixed(travel(.everyEpoch) / learningRate, 0)) α₀, the staircase's to \(fixed(travel(.decayed) / learningRate, 0)) α₀
        """, runs: misses.count)
  }

  func setExercises(
    _ digits: Digits, _ sweep: Sweep<Arm, Run>, _ moons: Trials<Recipe, MoonsRun>, in notebook: Notebook
  ) async throws {
    let high = Self.rates[4]
    try await exercise(
      "--batch-size 64",
      """
      The gradient of a batch of 64 has an eighth of the variance of that of a batch of 8. Predict: will the staircase still rescue the rate
      \(plain(high))?
      """, in: notebook
    ) { lesson in
      let calm = await lesson.sweep(digits, rates: [high], arms: [.constant, .staircase])
      let wins = calm.count(.staircase, .constant, at: high) {
        $0.loss < $1.loss
      }
      return """
        It has little left to rescue: the constant rate ends at a training loss of
        \(significant(calm[.constant, high].loss.mean, 2)), the staircase at \(significant(calm[.staircase, high].loss.mean, 2)),
        lower for \(wins) of \(calm.trials.seeds.count) seeds.
        """
    }
    try await exercise(
      "--compound",
      """
      The staircase on the moons stores its rate back, and decays it again in every epoch. Predict: from which epoch on is the rate
      below a millionth of α₀? How far do all rates add up?
      """, in: notebook
    ) { lesson in
      let rates = lesson.staircase(1).rates(Self.moonsEpochs)
      let end = rates.firstIndex { $0 < 1e-6 } ?? Self.moonsEpochs
      return """
        For \(Self.interval) epochs nothing happens, then each one halves the rate: from epoch \(end) on it is below a millionth.
        All of them add up to \(fixed(rates.reduce(0, +), 1)) α₀, so the run stops where the constant rate stood after
        \(fixed(rates.reduce(0, +), 0)) epochs. With stairs of one epoch it is α₀/(e + 1)!, and the sum \(fixed(
          CompoundingDecay(initial: 1, decay: 1).rates(200).reduce(0, +), 3)) α₀: less than two steps' worth, however long the run.
        """
    }
    try await exercise(
      "--learning-rate 0.01",
      """
      Read off the last figure at which cost a constant rate of 0.01 will end on the moons, then run it.
      """, in: notebook
    ) { lesson in
      let run = await lesson.moons([.constant])
      let travel = lesson.travel(.constant)
      let predicted = medianCost(of: moons[.constant].all, at: travel, rate: learningRate)
      let reading = predicted.map {
        ", where the constant rate of \(plain(learningRate)) stood at a median cost of \(fixed($0, 3))"
      }
      return """
        Its rates add up to \(plain(travel))\(reading ?? ""). It ends at \(fixed(run[.constant].finalCost.median, 3)).
        """
    }
  }
}
