import ArgumentParser
import Datasets
import Experiments
import Notebook
import Numerics

/// Lesson 02 · EWMA bias correction
///
/// An average that starts at zero has handed out only a part of its weight; dividing by that part repairs it.
@main struct Lesson02: Lesson {
  static let card = LessonCard.number(2)
  @OptionGroup var common: CommonOptions
  @Option("Share β of the old average that a step keeps, for a third average beside 0.5 and 0.9", .from(0.05...0.99))
  var beta = 0.98
  @Option(help: "What to average: temp_max or temp_min (temperature), precipitation (mm) or wind (m/s).")
  var column = SeattleWeather.Column.maximumTemperature
  @Option(help: "Unit of the temperatures: C, F or K.") var unit = TemperatureUnit.celsius

  func validate() throws {
    if unit != .celsius && !column.isTemperature {
      throw ValidationError("--unit is for temperatures, but --column is \(column.rawValue).")
    }
  }

  func write(in notebook: Notebook) async throws {
    let series = WeatherSeries(try SeattleWeather.load(), column: column, unit: unit)
    tellOfThreeNumbers(in: notebook)
    tellOfTheRepair(series, in: notebook)
    let starts = tellOfItsWorth(series, in: notebook)
    await claimBreakEven(in: notebook)
    let digits = try Digits.load()
    await tellOfAdam(digits, in: notebook)

    notebook.section("What to notice")
    notebook.list([
      "The correction changes the start and nothing else: what is missing, βᵗ, shrinks at every step.",
      "It is exact for constant data. Real data move, and on day 1 the corrected average is nothing but that day.",
      "Where averages of different β meet, as in Adam's quotient, what each of them misses does not cancel.",
    ])
    try await setExercises(starts, in: notebook)
    notebook.answer(
      """
      It starts at zero and has handed out only a part of its weight; dividing by that part repairs it. That is worth it
      where the numbers do not cancel out, like the squared gradients in Adam.
      """)
  }
}

// MARK: - The smallest example that fails

extension Lesson02 {
  /// The averages that are shown, in rising order.
  var betas: [Double] { Set([0.5, 0.9, beta]).sorted() }

  private func tellOfThreeNumbers(in notebook: Notebook) {
    notebook.section("An average that starts at nothing")
    notebook.text(
      """
      An exponentially weighted moving average (EWMA) keeps the share β of what it was and takes 1 − β of each new number θₜ.
      It needs no memory but itself, which is why momentum, RMSProp and Adam are all built on it.
      """)
    notebook.equation(
      latex: #"v_0 = 0, \qquad v_t = \beta\, v_{t-1} + (1 - \beta)\, \theta_t"#,
      plain: "v₀ = 0,   vₜ = β vₜ₋₁ + (1 − β) θₜ")
    let three = [10.0, 20, 30]
    let small = RunningAverages(of: three, beta: 0.9)
    notebook.text(
      """
      Three numbers are enough to see it fail. An average of 10, 20 and 30 should lie among them, but with β = 0.9 it ends at
      \(fixed(small.uncorrected[2], 2)):
      """)
    notebook.table(
      columns: ["t", "θₜ", "vₜ", "weight handed out, 1 − 0.9ᵗ", "vₜ / (1 − 0.9ᵗ)"],
      rows: three.indices.map { t in
        [
          "\(t + 1)", fixed(three[t], 0), fixed(small.uncorrected[t], 2),
          fixed(weights(beta: 0.9, count: t + 1).reduce(0, +), 3), fixed(small.corrected[t], 2),
        ]
      })
    notebook.shows("2.03", "2.06", "2.07")
  }

  private func tellOfTheRepair(_ series: WeatherSeries, in notebook: Notebook) {
    notebook.section("Divide by what has been handed out")
    notebook.text(
      """
      Written out, vₜ is a weighted sum: the newest number has the weight 1 − β, the one before it (1 − β)β, and so on back
      to the first, (1 − β)βᵗ⁻¹. A weighted mean needs weights that sum to 1. These sum to
      """)
    notebook.equation(
      latex: #"(1-\beta)(1 + \beta + \dots + \beta^{t-1}) = 1 - \beta^t, \qquad \hat v_t = \frac{v_t}{1 - \beta^t}"#,
      plain: "(1 − β)(1 + β + … + βᵗ⁻¹) = 1 − βᵗ,   v̂ₜ = vₜ / (1 − βᵗ)")
    notebook.text(
      "so dividing by the sum, the **bias correction**, makes a weighted mean of it from the first number on.")
    notebook.shows("2.05", "2.09")
    let betas = betas
    let averages = betas.map { RunningAverages(of: series.values, beta: $0) }
    let slowest = betas[betas.count - 1]
    let (shownDays, settled) = (120, firstDay(missingLessThan: 0.01, beta: slowest))
    let firstValue = """
      On the first one the averages from zero say \(listed(averages.map { text($0.uncorrected[0]) })), the corrected ones
      \(text(series.values[0])), the day's own value.
      """
    notebook.figure(
      startFigure(series, quantity: column.quantity, unit: column.symbol(unit), betas: betas, days: shownDays),
      caption: """
        The dots are days in Seattle. \(series.values[0] > 0 ? firstValue : "") With β = \(plain(slowest)) less than one percent
        of the weight is missing from day \(settled) on\(settled > shownDays ? ", beyond the edge of the picture" : "").
        """, cover: true)
    notebook.shows("2.10", "2.12")
    let ones = betas.map { RunningAverages(of: repeatElement(1, count: 30), beta: $0) }
    let missing = betas.indices.map { i in abs(ones[i].uncorrected[9] - weights(beta: betas[i], count: 10).reduce(0, +))
    }
    notebook.claim(
      "2.1",
      "Started from zero, an average has handed out the weight 1 − βᵗ after t numbers, and dividing by it repairs it.",
      test: "averages of ones at t = 10: vₜ equal to the sum of its weights and v̂ₜ to 1, both to 10⁻⁹, for each β",
      source: .paper("Kingma & Ba 2015, section 3", "https://arxiv.org/abs/1412.6980"), rows: ["2.09", "2.67"],
      verdict: .holds, when: missing.allSatisfy { $0 < 1e-9 } && ones.allSatisfy { abs($0.corrected[9] - 1) < 1e-9 },
      measured: "v₁₀ of ones is \(listed(ones.map { fixed($0.uncorrected[9], 3) })), v̂₁₀ is 1")

    let lastYear = averages[averages.count - 1].uncorrected.suffix(365)
    let (low, high) = (lastYear.min() ?? .nan, lastYear.max() ?? .nan)
    notebook.claim(
      "2.2", "As t grows, vₜ goes to 1.",
      test: "in the last of four years the slowest average is somewhere more than 0.5 away from 1",
      source: .note(
        2, "Exponentially Weighted Averages",
        corrected: Correction("C36", .wrong, "Its divisor 1 − βᵗ goes to 1; vₜ goes where the numbers go.")),
      rows: ["2.11"], verdict: .doesNotHold, when: max(abs(low - 1), abs(high - 1)) > 0.5,
      measured: "in that year it runs from \(text(low)) to \(text(high))",
      detail: "the divisor goes to 1, so the correction fades, as the note concludes")

    let warm = 366..<series.values.count
    let changes = averages.map { roughness(of: $0.uncorrected[warm]) }
    notebook.claim(
      "2.3", "The lower β, the noisier the average.",
      test: "after the first year the mean change from day to day falls with each higher β",
      source: .note(2, "Exponentially Weighted Averages"), rows: ["2.04"], verdict: .holds,
      when: changes.indices.dropFirst().allSatisfy { changes[$0] < changes[$0 - 1] },
      measured:
        "\(listed(changes.map { fixed($0, 3) })) \(column.symbol(unit)) a day, for β = \(listed(betas.map(plain)))",
      detail: "the data themselves: \(fixed(roughness(of: series.values[warm]), 3)) \(column.symbol(unit)) a day")
    notebook.folded("How far back an average looks, and what that costs") {
      notebook.text(
        """
        The weights have the mean age β/(1 − β), and numbers younger than 1/(1 − β) hold 1 − β^(1/(1 − β)) of them,
        \(listed(betas.map { fixed(1 - .pow($0, 1 / (1 - $0)), 2) })) for β = \(listed(betas.map(plain))). In white noise an average keeps (1 − β)/(1 + β) of the variance: a higher β is smoother, and later. How much
        later depends on what it averages. A wave of period P = 2π/ω passes through the average with the delay
        """)
      notebook.equation(
        latex: #"\frac{1}{\omega}\,\arctan \frac{\beta \sin \omega}{1 - \beta \cos \omega}"#,
        plain: "arctan(β sin ω / (1 − β cos ω)) / ω")
      notebook.text(
        """
        For the seasons, P = 365 days, the delay is \(listed(betas.map { fixed(lag(beta: $0, period: 365), 1) })) days for β =
        \(listed(betas.map(plain))), where the mean ages are \(listed(betas.map { fixed($0 / (1 - $0), 1) })) days.
        """)
    }
  }
}

// MARK: - Words

extension Lesson02 {
  /// A value with its unit, "16.4 °C".
  func text(_ value: Double, _ decimals: Int = 1) -> String { "\(fixed(value, decimals))\u{A0}\(column.symbol(unit))" }
}

extension TemperatureUnit: ExpressibleByArgument {}

extension SeattleWeather.Column: ExpressibleByArgument {
  /// What is measured, as a figure's axis says it.
  var quantity: String {
    switch self {
    case .precipitation: "precipitation"
    case .maximumTemperature: "daily maximum temperature"
    case .minimumTemperature: "daily minimum temperature"
    case .wind: "wind speed"
    }
  }

  /// The sign of the unit: °C, °F, K, mm or m/s.
  func symbol(_ unit: TemperatureUnit) -> String {
    switch self {
    case .precipitation: "mm"
    case .wind: "m/s"
    default: unit == .kelvin ? "K" : "°\(unit.rawValue)"
    }
  }
}
