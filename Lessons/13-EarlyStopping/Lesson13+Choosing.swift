import Datasets
import Experiments
import Notebook

/// What choosing on validation digits is worth.
extension Lesson13 {
  static let trainingSizes = [100, 300, 1000]
  static let validationSizes = [30, 300]

  func tellOfChoosing(_ digits: Digits, in notebook: Notebook) async {
    let retrained = await Trials(Self.trainingSizes.reversed(), seeds: common.seeds(10), "retraining") {
      Retraining(digits, training: $0, seed: $1)
    }
    let wrong = noise
    let rounds = await Trials(Self.validationSizes, seeds: common.seeds(10), "rounds") { size, seed in
      Rounds(DigitsTask(digits, training: 200, validation: size, test: 900, labelNoise: wrong, seed: seed))
    }
    let seeds = rounds.seeds.count
    notebook.section("The digits that validate")
    notebook.text(
      """
      **Their best score flatters.** Note 3 repeats and refines until the deadline. Let each round train from a new start
      (\(wrongShare) wrong labels) and keep its epoch of the best validation accuracy; take the best round:
      """)
    func cell(_ value: Double) -> String { "\(fixed(value, 1)) %" }
    notebook.table(
      columns: ["rounds"] + Self.validationSizes.flatMap { ["best of \($0) digits", "same network, test"] },
      rows: Rounds.rounds.indices.map { place in
        ["\(Rounds.rounds[place])"]
          + Self.validationSizes.flatMap { size in
            [cell(rounds[size].validation.mean[place]), cell(rounds[size].test.mean[place])]
          }
      })
    let last = Rounds.rounds.count - 1
    let flattery = Self.validationSizes.map { rounds[$0].flattery.mean[last] }
    let errors = Self.validationSizes.map { size in
      let share = rounds[size].test.mean[last] / 100
      return 100 * (share * (1 - share) / Double(size)).squareRoot()
    }
    notebook.text(
      """
      A share a of n digits has a standard error of √(a(1 − a)/n), \(fixed(errors[0], 1)) points for 30 and \(fixed(errors[1], 1))
      for 300, and the best of many scores is one with a lucky error. Only digits that chose nothing give a fair score.
      """)
    notebook.claim(
      "13.7", "The more rounds of choosing, the more the best validation score flatters; more digits are the remedy.",
      test: """
        after ten rounds the best score of 30 digits lies at least 5 points above the same network's test accuracy on average, and
        further than after one; that of 300 less than half as far
        """, source: .ours, rows: ["3.49"], verdict: .holds,
      when: flattery[0] >= 5 && flattery[0] > rounds[Self.validationSizes[0]].flattery.mean[0]
        && flattery[1] < flattery[0] / 2,
      measured: "\(fixed(flattery[0], 1)) points with 30 digits, \(fixed(flattery[1], 1)) with 300",
      runs: seeds * Self.validationSizes.count * Rounds.rounds[last])

    notebook.text(
      """
      **They could train, too.** Note 4 thinks of training the best model again. Choose one of 60 epochs with 300 validation digits, then
      train anew with these as well, for as many steps or as many epochs:
      """)
    notebook.table(
      columns: [
        "training digits", "chosen network", "300 more, as many steps", "as many epochs",
      ],
      rows: Self.trainingSizes.map { size in
        let runs = retrained[size]
        return [grouped(size)]
          + [runs.chosen, runs.asManySteps, runs.asManyEpochs].map { "\($0.plusMinus(1)) %" }
      },
      caption: """
        Right labels; test accuracy over \(seeds) seeds. More digits help most: deep learning
        works well with lots of data, says note 2.
        """)
    notebook.shows("2.02")
    func gains(_ size: Int, _ property: (Retraining) -> Double) -> (gain: Summary, spread: Double, wins: Int) {
      let runs = retrained[size].all
      return (
        Summary(of: runs.map { property($0) - $0.chosen }),
        Summary(of: runs.map { $0.otherStart - $0.chosen }).standardDeviation,
        runs.count { property($0) > $0.chosen }
      )
    }
    let few = gains(Self.trainingSizes[0]) { $0.asManyEpochs }
    let many = gains(Self.trainingSizes[2]) { $0.asManyEpochs }
    let steps = gains(Self.trainingSizes[0]) { $0.asManySteps }
    notebook.claim(
      "13.8", "Training the best model again could make sense.",
      test: """
        as many epochs, 300 digits beside 100: better in 9 of 10 seeds, and on average by twice the standard deviation of what
        another start changes; the condition is shown if beside 1,000 they bring less than that
        """,
      source: .note(4, "Hyperparameter Search"), rows: ["4.18"],
      verdict: .holdsIf("it adds much to the training digits"),
      when: few.wins >= seeds - 1 && few.gain.mean >= 2 * few.spread && many.gain.mean < 2 * many.spread,
      measured: "\(withSpread(few.gain)) points from 100, \(withSpread(many.gain)) from 1,000",
      detail: "another start changes the accuracy by ± \(fixed(few.spread, 1)) and ± \(fixed(many.spread, 1)) points",
      revised: """
        it asked for as many steps, and failed (\(withSpread(steps.gain)) points from 100): what suits 100 digits is too few for 400
        """, runs: 2 * 3 * seeds)
  }

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    try await exercise(
      "--noise 0.1",
      "Predict: how many points are the kept weights worth now?", in: notebook
    ) { lesson in
      let runs = await lesson.train([.partlyWrong], on: digits)[.partlyWrong]
      return """
        \(fixed(runs.gain.mean, 1)) points: \(fixed(runs.keptAccuracy.mean, 1)) % instead of
        \(fixed(runs.lastAccuracy.mean, 1)) %.
        """
    }
    try await exercise(
      "--noise 0.9",
      "Nine labels in ten are wrong. Predict: how many test digits do the kept weights read?",
      in: notebook
    ) { lesson in
      let runs = await lesson.train([.partlyWrong], on: digits)[.partlyWrong]
      return """
        \(fixed(runs.keptAccuracy.mean, 1)) %, a guess. Each digit is called by its own name as often as by any other: the labels say nothing.
        """
    }
    try await exercise(
      "--validation 30",
      """
      Thirty digits tell the accuracy to about eight points. Predict: is the epoch that they choose still better than the last?
      """, in: notebook
    ) { lesson in
      let runs = await lesson.train([.partlyWrong], on: digits)[.partlyWrong]
      return """
        In \(runs.count { $0.gain > 0 }) of \(runs.all.count) seeds, by \(fixed(runs.gain.mean, 1)) points on average. The
        same digits judge all epochs, and errors that these share cancel.
        """
    }
  }
}
