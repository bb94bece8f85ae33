import ArgumentParser
import Datasets
import Notebook
import Numerics

/// Lesson 02 · EWMA bias correction
///
/// Why does a running average start too low, and when is it worth correcting?
///
/// - Claim: vₜ has given out only 1 − βᵗ of its weight. Dividing by that repairs the start exactly, and pays where the
///   data lie far from zero compared with their spread.
/// - Tests: note 2, "Exponentially Weighted Averages"; Kingma & Ba 2015, section 3.
@main struct Lesson02: Lesson {
  static let card = LessonCard.number(2)
  static let usualBeta = 0.98

  @OptionGroup var common: CommonOptions
  @Option(help: "Decay β of a third average beside 0.5 and 0.9: 0 to 0.999999.") var beta = usualBeta
  @Option(help: "What to average: temp_max or temp_min (temperature), precipitation (mm) or wind (m/s).")
  var column = SeattleWeather.Column.maximumTemperature
  @Option(help: "Unit of the temperatures: C, F or K.") var unit = TemperatureUnit.celsius

  func validate() throws {
    try require(beta, "--beta", .from(0...0.999999))
    if unit != .celsius && !column.isTemperature {
      throw ValidationError("--unit is for temperatures, but --column is \(column.rawValue).")
    }
  }

  func write(in notebook: Notebook) async throws {
    let decays = Set([0.5, 0.9, beta]).sorted()
    let names = decays.map { "β = \($0)" }
    let last = decays.count - 1
    let weather = try SeattleWeather.load()
    let series = WeatherSeries(weather, column: column, unit: unit)
    let seeds = common.seeds(10)
    let study = await Study(of: series, decays: decays, seeds: seeds)

    // MARK: The smallest example that fails

    notebook.section("An average that starts at nothing")
    notebook.text(
      """
      An exponentially weighted average keeps the share β of what it was and takes 1 − β of each new number θₜ. It needs
      no memory but itself, which is why momentum, RMSProp and Adam are all built on it.
      """)
    notebook.equation(
      latex: #"v_0 = 0, \qquad v_t = \beta\, v_{t-1} + (1 - \beta)\, \theta_t"#,
      plain: "v₀ = 0,   vₜ = β vₜ₋₁ + (1 − β) θₜ")
    let three = [10.0, 20, 30]
    let small = decays.map { RunningAverages(of: three, decay: $0) }
    notebook.text(
      "Three numbers are enough to see it fail. An average of \(listed(three.map { fixed($0, 0) })) should lie among "
        + "them, but with β = 0.9 it ends at \(fixed(RunningAverages(of: three, decay: 0.9).uncorrected[2], 2)):")
    func smallTable(_ symbol: String, _ values: KeyPath<RunningAverages, [Double]>) {
      notebook.table(
        columns: ["t", "θₜ"] + names.map { "\(symbol), \($0)" },
        rows: three.indices.map { t in
          ["\(t + 1)", fixed(three[t], 0)] + small.map { significant($0[keyPath: values][t], 4) }
        })
    }
    smallTable("vₜ", \.uncorrected)

    // MARK: The fix

    notebook.section("Divide by the weight given out")
    notebook.text(
      """
      Written out, vₜ gives the number of k days ago the weight (1 − β)βᵏ. After t days these weights do not sum to 1: the
      rest, βᵗ, still lies on the zero that the average started from. So divide by what has been given out:
      """)
    notebook.equation(
      latex: #"\sum_{k=0}^{t-1} (1 - \beta)\,\beta^k = 1 - \beta^t, \qquad \hat v_t = \frac{v_t}{1 - \beta^t}"#,
      plain: "Σ (1 − β) βᵏ over k = 0 … t − 1  is  1 − βᵗ,   so   v̂ₜ = vₜ / (1 − βᵗ)")
    smallTable("v̂ₜ", \.corrected)

    // MARK: Real data

    notebook.section("Four years of weather")
    let data = Summary(of: series.values)
    notebook.text(
      """
      Now Seattle's \(series.quantity), \(grouped(data.count)) days from \(series.days[0]) on: mean \(series.text(data.mean)),
      standard deviation \(series.text(data.standardDeviation)).
      """)
    notebook.figure(
      startFigure(series, decays: decays),
      caption: """
        The dots are the days. On the first one the averages from zero say
        \(listed(study.averages.map { series.text($0.uncorrected[0]) })); corrected, all say \(series.text(series.values[0])), the
        day's own value. The slower the average, the longer its climb.
        """, cover: true)
    notebook.figure(
      correctionFigure(decays: decays),
      caption: """
        The correction starts at 1 / (1 − β), here \(listed(decays.map { significant(1 / (1 - $0), 2) })). Less than one
        percent of the weight is missing from day \(listed(study.settled.map(String.init))) on (vertical lines).
        """)
    let end = study.averages[last].uncorrected.suffix(365)
    let given = 1 - Double.pow(decays[last], data.count)
    notebook.text(
      """
      Note 2 says that vₜ “will go to 1” as t grows. It is the divisor 1 − βᵗ that does: with \(names[last]) it ends at
      \(fixed(given, 6)), while vₜ goes where the data go, in the last year from \(series.text(end.min() ?? .nan)) to
      \(series.text(end.max() ?? .nan)).
      """)

    // MARK: What β buys

    notebook.section("How far back it looks")
    notebook.text(
      """
      Each day takes the factor β off every weight. Their mean age is β / (1 − β) days, and after 1 / (1 − β) days a weight
      is about 1/e of the newest. A higher β looks further back: it is smoother, and later.
      """)
    notebook.figure(
      memoryFigure(decays: decays),
      caption: """
        Counted in units of 1 / (1 − β) days, all averages forget along nearly one curve, e⁻ˣ. Numbers older than one unit
        hold \(listed(study.olderWeight.map { percent($0) })) of the weight; e⁻¹ is \(percent(.exp(-1))).
        """)
    notebook.table(
      columns: ["", "mean age", "lag", "daily change", "noise kept", "(1 − β)/(1 + β)"],
      rows: decays.indices.map { i in
        [
          names[i], fixed(decays[i] / (1 - decays[i]), 0), "\(study.lags[i])",
          fixed(study.changes[i], 3), study.noiseKept[i].plusMinus(4), fixed(study.noiseKeptInTheory[i], 4),
        ]
      },
      caption: """
        Mean age in days; lag in days behind the mean of the 31 days around each day; change from day to day in
        \(series.unit) (of the data: \(fixed(study.dataChange, 3))); share of the variance of white noise
        that is left, over \(seeds.count) seeds, and in theory.
        """)

    // MARK: When to correct

    notebook.section("Is the correction worth it?")
    let starts = study.starts
    notebook.text(
      """
      Start an average anew on the first of each of \(starts.count) months, and compare it for 30 days with the same average
      that has been running since \(series.days[0]), the warm one. With R, what the warm one said on the day before,
      """)
    notebook.equation(
      latex: #"\text{warm} - v_t = \beta^t R, \qquad \hat v_t - \text{warm} = \beta^t (\hat v_t - R)"#,
      plain: "warm − vₜ = βᵗ R,   v̂ₜ − warm = βᵗ (v̂ₜ − R)")
    notebook.text(
      """
      exactly. Without correction the error is the *level* R; with it, only what has *changed* since. Take the mean away
      from the data, and hardly any level is left to miss.
      """)
    notebook.table(
      columns: ["", "from zero", "corrected", "from θ₁", "correction better"],
      rows: [("", study.errors), (" less the mean", study.centredErrors)].flatMap { suffix, errors in
        decays.indices.map { i in
          [
            names[i] + suffix, Summary(of: errors[i].map(\.uncorrected)).plusMinus(2),
            Summary(of: errors[i].map(\.corrected)).plusMinus(2),
            Summary(of: errors[i].map(\.fromFirstValue)).plusMinus(2), "\(better(errors[i])) of \(starts.count)",
          ]
        }
      },
      caption: """
        Root-mean-square error over the first 30 days in \(series.unit), mean ± standard deviation over the starts. Starting
        from the first value, v₁ = θ₁, is the other common repair: no better, and it trusts one day with all the weight.
        """)
    notebook.figure(
      worthFigure(
        [("As measured", study.errors), ("Less the mean", study.centredErrors)], decays: decays, unit: series.unit),
      caption: """
        A dot for each start and β. Around zero a fast average still gains, since the weather of the last days is a level of
        its own; with \(names[last]) correction is better at only \(better(study.centredErrors[last])) of \(starts.count) starts.
        """)
    notebook.text(
      """
      Correction buys freedom from bias with variance: v̂ₜ rests on few numbers and repeats their noise. In white noise of mean
      μ and standard deviation σ it lowers the mean squared error at step t exactly when |μ| exceeds the standard deviation
      of v̂ₜ. That is σ at t = 1, and \(fixed(study.breakEven, 2)) σ at t = \(study.step) with \(names[last]). Gradients scatter
      around zero, so momentum usually goes without. Adam also averages their *squares*, which are never negative: there it
      matters (\(lesson(3))), if only in the first steps (\(lesson(11))).
      """)
    notebook.section("What to notice")
    notebook.list([
      "The correction changes the start and nothing else: after \(study.settled[last]) days it moves no average by one percent.",
      "It is exact for constant data from the first day on. Real data move, and on day 1 v̂ₜ is nothing but that day.",
      "The error from zero depends on where zero lies: in another unit it is another. The corrected error is not.",
    ])
    stateClaims(of: study, in: notebook)
    setExercises(on: weather, in: notebook)
    notebook.answer(
      """
      It starts at zero and has given out only 1 − βᵗ of its weight; dividing by that is worth it while βᵗ is not small
      (\(study.settled[last]) days with \(names[last])) and the data lie far from zero: it helped at
      \(better(study.errors[last])) of \(starts.count) starts as measured, at \(better(study.centredErrors[last])) less the
      mean.
      """)
  }
}
