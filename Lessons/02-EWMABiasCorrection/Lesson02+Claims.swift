import Datasets
import Notebook
import Numerics

extension Lesson02 {
  /// What the lesson says, each sentence decided by a number of this run.
  func stateClaims(of study: Study, in notebook: Notebook) {
    let decays = study.decays
    let last = decays.count - 1
    let starts = study.starts.count
    let adam = Source.paper("Kingma & Ba 2015, section 3", "https://arxiv.org/abs/1412.6980")

    let ones = decays.map { RunningAverages(of: repeatElement(1, count: 30), decay: $0) }
    let missing = decays.indices.map { i in abs(ones[i].uncorrected[9] - (1 - .pow(decays[i], 10))) }.max() ?? .nan
    notebook.claim(
      "2.1", "Started from zero, an average has given out the weight 1 − βᵗ after t numbers.", source: adam,
      verdict: .holds, when: missing < 1e-12 && ones.allSatisfy { abs($0.corrected[9] - 1) < 1e-12 },
      measured: "a constant 1 averages to \(listed(ones.map { fixed($0.uncorrected[9], 4) })) at t = 10, corrected to 1"
    )

    let end = study.averages[last].uncorrected.suffix(365)
    let (low, high) = (end.min() ?? .nan, end.max() ?? .nan)
    let given = 1 - Double.pow(decays[last], study.series.values.count)
    notebook.claim(
      "2.2", "As t grows, vₜ goes to 1.", source: .note(2, "Exponentially Weighted Averages", slip: "C36"),
      verdict: .doesNotHold, when: max(abs(low - 1), abs(high - 1)) > 0.5 && abs(given - 1) < 1e-6,
      measured: """
        1 − βᵗ goes to \(fixed(given, 6)); in the last year vₜ runs from \(study.series.text(low)) to \
        \(study.series.text(high))
        """)

    let isDescending = zip(study.changes, study.changes.dropFirst()).allSatisfy { $0 > $1 }
    notebook.claim(
      "2.3", "A lower β gives a noisier average.", source: .note(2, "Exponentially Weighted Averages"),
      verdict: .holds, when: isDescending,
      measured: """
        \(listed(study.changes.map { fixed($0, 3) })) \(study.series.unit) from day to day for β = \
        \(listed(decays.map { "\($0)" })); the data \(fixed(study.dataChange, 3))
        """)

    let isKept = decays.indices.allSatisfy { i in
      abs(study.noiseKept[i].mean / study.noiseKeptInTheory[i] - 1) < 0.05
    }
    notebook.claim(
      "2.4", "An average keeps the share (1 − β)/(1 + β) of the variance of white noise.", source: .ours,
      verdict: .holds, when: isKept,
      measured: decays.indices.map { i in
        "\(fixed(study.noiseKept[i].mean, 4)) (theory \(fixed(study.noiseKeptInTheory[i], 4)))"
      }.joined(separator: ", "), seeds: study.noiseKept[last].count)

    notebook.claim(
      "2.5", "An average covers the last 1 / (1 − β) numbers.", source: .ours,
      verdict: .holdsIf("“covers” means about two thirds of the weight"),
      when: study.olderWeight.allSatisfy { (0.25...0.37).contains($0) },
      measured: "\(listed(study.olderWeight.map { percent(1 - $0) })) of the weight is on them")

    notebook.claim(
      "2.6", "Without correction a new average is off by βᵗ times the level, with it by βᵗ times the change of level.",
      source: .ours, verdict: .holds, when: study.identityResidual < 1e-10,
      measured: "exact to \(significant(study.identityResidual, 1)) \(study.series.unit)", seeds: starts)

    let isBetter = study.errors.allSatisfy { Double(better($0)) >= 0.9 * Double(starts) }
    let centred = study.centredErrors[last]
    notebook.claim(
      "2.7", "Bias correction makes the start of an average more accurate.",
      source: .note(2, "Exponentially Weighted Averages"),
      verdict: .holdsIf("the data are far from zero compared with their spread"),
      when: isBetter && Summary(of: centred.map(\.corrected)).mean > Summary(of: centred.map(\.uncorrected)).mean,
      measured: """
        better at \(listed(study.errors.map { "\(better($0))" })) of \(starts) starts; less the mean at \
        \(listed(study.centredErrors.map { "\(better($0))" }))
        """, seeds: starts)

    notebook.claim(
      "2.8", "In white noise, correction lowers the squared error exactly when the mean exceeds the spread of v̂ₜ.",
      source: .ours, verdict: .holds, when: study.gains[0].maximum < 0 && study.gains[1].minimum > 0,
      measured: """
        with \(fixed(0.8, 1)) and \(fixed(1.2, 1)) times that mean, at t = \(study.step) and β = \(decays[last]), it changes the \
        squared error by a factor \(listed(study.gains.map { fixed(1 / (1 + $0.mean), 2) }))
        """, seeds: study.gains[0].count)

    let there = RunningAverages(of: study.series.values.map { 1.8 * $0 + 32 }, decay: decays[last])
    let here = study.averages[last]
    func difference(_ values: KeyPath<RunningAverages, [Double]>) -> [Double] {
      zip(there[keyPath: values], here[keyPath: values]).map { ($0 - 32) / 1.8 - $1 }
    }
    let correctedDifference = difference(\.corrected).map(abs).max() ?? .nan
    let firstDifference = difference(\.uncorrected)[0]
    notebook.claim(
      "2.9", "The corrected average does not depend on the unit; the uncorrected one does.", source: .ours,
      verdict: .holds, when: correctedDifference < 1e-9 && abs(firstDifference) > 1,
      measured: """
        averaged after 1.8 x + 32 and turned back, day 1 differs by \(study.series.text(firstDifference)) uncorrected, no day \
        by more than \(significant(correctedDifference, 1)) corrected
        """)
  }

  /// Things to try, with the answers that the page hides.
  func setExercises(on weather: SeattleWeather, in notebook: Notebook) {
    notebook.reference(
      "Seattle's weather 2012–2015: NOAA daily summaries, public domain "
        + "([origin](../../Sources/Datasets/Resources/SOURCES.md)).")
    let usual = Lesson02.usualBeta
    let long = 0.99
    notebook.exercise(
      "--beta \(long)", "From which day on is less than one percent of the weight missing?",
      answer: """
        From day \(firstDay(missingLessThan: 0.01, decay: long)) on, more than a year: the first t with βᵗ < 0.01, the next
        whole number above ln 0.01 / ln \(long).
        """)

    let celsius = WeatherSeries(weather, column: .maximumTemperature, unit: .celsius)
    let kelvin = WeatherSeries(weather, column: .maximumTemperature, unit: .kelvin)
    func meanErrors(_ series: WeatherSeries) -> (zero: Double, corrected: Double) {
      let errors = startUpErrors(of: series.values, decay: usual, starts: series.starts)
      return (Summary(of: errors.map(\.uncorrected)).mean, Summary(of: errors.map(\.corrected)).mean)
    }
    let (inCelsius, inKelvin) = (meanErrors(celsius), meanErrors(kelvin))
    notebook.exercise(
      "--unit K", "A kelvin is as large as a degree Celsius. Which of the errors change, and why?",
      answer: """
        From zero the error with β = \(usual) grows from \(celsius.text(inCelsius.zero)) to \(kelvin.text(inKelvin.zero)),
        because absolute zero is \(kelvin.text(Summary(of: kelvin.values).mean, 0)) away from the data. Corrected it stays
        \(celsius.text(inCelsius.corrected, 2)) (\(kelvin.text(inKelvin.corrected, 2))): it depends on changes only.
        """)

    let rain = WeatherSeries(weather, column: .precipitation, unit: .celsius)
    let rainErrors = startUpErrors(of: rain.values, decay: usual, starts: rain.starts)
    let rainData = Summary(of: rain.values)
    notebook.exercise(
      "--column precipitation", "Rain is never negative. Is it far from zero in the sense that matters?",
      answer: """
        No: with mean \(rain.text(rainData.mean)) and standard deviation \(rain.text(rainData.standardDeviation)), correction
        helps at only \(better(rainErrors)) of \(rain.starts.count) starts with β = \(usual).
        """)
  }
}
