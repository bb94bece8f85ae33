import Notebook

extension Lesson11 {
  /// The step at which it turns, and what the correction has to do with it.
  func tellOfTheForecast(_ study: BowlStudy, in notebook: Notebook) {
    let (bowl, limit) = (study.main.bowl, study.main.bowl.limit(of: adam))
    let swinging = bowl.swinging(by: adam)
    let isSlow = adam.learningRate * bowl.curvature / (study.amsGrad.divisors.last ?? .nan) < swinging.lowerBound
    notebook.section("The step at which it turns")
    notebook.text(
      """
      While v̂ hardly changes Adam is momentum with the rate η/(√v̂ + ε). Gradient descent is stable in a bowl of curvature λ
      while its rate times λ is below 2 (\(lesson(7))); for momentum the threshold is higher:
      """)
    notebook.equation(
      latex:
        #"\frac{\eta\lambda}{\sqrt{\hat v} + \varepsilon} < \frac{2\,(1+\beta_1)}{1-\beta_1} \qquad (38 \text{ for } \beta_1 = 0.9)"#,
      plain: "ηλ/(√v̂ + ε) < 2 (1 + β₁)/(1 − β₁)   (38 for β₁ = 0.9)")
    notebook.text(
      """
      From ηλ/(√v̂ + ε) = \(significant(swinging.lowerBound, 2)) to \(fixed(swinging.upperBound, 2)) |w| shrinks by √β₁ =
      \(fixed(adam.beta1.squareRoot(), 4)) a step, whatever the rate (below, more slowly\(isSlow ? ": AMSGrad in Figure 1" : ""));
      beyond \(fixed(adam.learningRate / limit, 0)) it grows. So ηλ/\(fixed(adam.learningRate / limit, 0)) = \(significant(limit, 5)) is the limit for the divisor. As the
      divisor of a run that has settled is known for all time to come, the step at which it turns can be foretold
      (\(lesson(3)) sees the same in its ravine):
      """)
    func step(_ value: Int?) -> String { value.map(grouped) ?? "–" }
    let floor = "|w| was below \(significant(.leastNormalMagnitude, 2)), where a Double has no full digits"
    notebook.table(
      columns: ["start w", "η", "settled at", "forecast", "limit passed", "|w| turns"],
      rows: study.forecasts.map { run in
        [
          plain(run.bowl.start), plain(run.adam.learningRate), step(run.landmarks.settled),
          step(run.forecastStep), step(run.onset), turning(run) ?? "–",
        ]
      },
      caption: """
        The forecast is made when the run has settled. |w| swings, and is taken as the largest of \(BowlRun.window) steps;
        – stands for never, within \(grouped(study.steps)) steps\(study.forecasts.contains(where: \.reachesFloor) ? "; “floor”: \(floor)" : "").
        """)
    notebook.text("And the bias correction? \(effectOfStopping(study))")
    notebook.table(
      columns: ["correction switched off", "forecast", "|w| turns", "largest |w| of the last quarter"],
      rows: study.stops.map { stop, run in
        [
          stop.map { $0 == 0 ? "from the start" : "after step \(grouped($0))" } ?? "never",
          step(run.forecastStep), turning(run) ?? "–", significant(run.lateMaximum, 2),
        ]
      })
  }

  /// What switching the correction off does to the turn.
  private func effectOfStopping(_ study: BowlStudy) -> String {
    let turnings = study.stops.map(\.run.landmarks.turning)
    guard let never = turnings[0], turnings.allSatisfy({ $0 != nil }) else { return "Switched off after some steps:" }
    let shift = turnings.compactMap { $0.map { abs($0 - never) } }.max() ?? 0
    return """
      Switched off, at whatever step of these, it moves the turn by \(counted(shift, "step")) at most, and the bursts come
      all the same:
      """
  }

  /// The step at which a run turned; "floor" where rounding decided it.
  private func turning(_ run: BowlRun) -> String? {
    run.landmarks.turning.map { run.reachesFloor ? "floor" : grouped($0) }
  }

  /// What helps, and what only delays.
  func tellOfTheCures(_ study: BowlStudy, in notebook: Notebook) {
    notebook.section("What keeps it calm")
    let long = study.longMemory
    let rows: [(name: String, run: BowlRun, hasForecast: Bool)] = [
      ("Adam", study.main, true),
      ("ε 1 % below the limit", study.belowLimit, true), ("ε 1 % above it", study.aboveLimit, true),
      ("AMSGrad: divides by the largest v so far", study.amsGrad, true),
      ("memory ten times as long, β₂ = \(plain((long.adam.beta2 * 1e8).rounded() / 1e8))", long, true),
      ("decaying rate η/√t", study.decayingRate, false),
    ]
    notebook.table(
      columns: ["", "forecast", "|w| turns", "largest |w| of the last quarter"],
      rows: rows.map { name, run, hasForecast in
        [
          name, hasForecast ? run.forecastStep.map(grouped) ?? "never" : "–",
          turning(run) ?? "never", significant(run.lateMaximum, 2),
        ]
      }, caption: "\(grouped(study.steps)) steps each.")
    notebook.text(
      """
      An ε above ηλ/\(fixed(TumourFit.limit, 0)) caps the rate for good, and so does the largest v of AMSGrad. A longer memory
      only puts the day off. A decaying rate (\(lesson(5))) does not keep Adam from bursting, but a burst is a share of η
      high, and shrinks with it.
      """)
  }
}
