import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson02

@Suite("Lesson 02 · EWMA bias correction") struct Lesson02Tests {
  // MARK: By hand

  @Test(
    "By hand: what β makes of 10, 20, 30",
    arguments: [
      // v: 0.5·10 = 5, 0.5·5 + 0.5·20 = 12.5, 0.5·12.5 + 0.5·30 = 21.25; divided by 0.5, 0.75, 0.875
      (0.5, [5, 12.5, 21.25], [10, 50.0 / 3, 170.0 / 7]),
      // v: 1, 0.9 + 2 = 2.9, 2.61 + 3 = 5.61; divided by 0.1, 0.19, 0.271
      (0.9, [1, 2.9, 5.61], [10, 2.9 / 0.19, 5.61 / 0.271]),
      // v: 0.2, 0.196 + 0.4 = 0.596, 0.58408 + 0.6 = 1.18408; divided by 0.02, 0.0396, 0.058808
      (0.98, [0.2, 0.596, 1.18408], [10, 0.596 / 0.0396, 1.18408 / 0.058808]),
    ])
  func tenTwentyThirty(beta: Double, uncorrected: [Double], corrected: [Double]) {
    let averages = RunningAverages(of: [10, 20, 30], beta: beta)
    #expect(averages.uncorrected.count == 3 && averages.corrected.count == 3)
    for t in 0..<3 {
      #expect(abs(averages.uncorrected[t] - uncorrected[t]) < 1e-13)  // a few roundings of numbers below 32
      #expect(abs(averages.corrected[t] - corrected[t]) < 1e-11)  // 1 − β is short of digits by up to a factor 50
    }
  }

  @Test(
    "By hand: less than one percent of the weight is missing from day 7, 44, 228, 459 on",
    arguments: [(0.5, 7), (0.9, 44), (0.98, 228), (0.99, 459)])
  func settled(beta: Double, day: Int) {
    #expect(firstDay(missingLessThan: 0.01, beta: beta) == day)
    #expect(Double.pow(beta, day) < 0.01)
    #expect(Double.pow(beta, day - 1) >= 0.01)
  }

  @Test("By hand: the changes of 1, 4, 2 are 3 and 2, on average 2.5") func changes() {
    #expect(roughness(of: [1, 4, 2][...]) == 2.5)
  }

  @Test("By hand: 20 °C is 68 °F and 293.15 K") func units() {
    #expect(TemperatureUnit.fahrenheit.from(celsius: 20) == 68)
    #expect(TemperatureUnit.kelvin.from(celsius: 20) == 293.15)
  }

  @Test("By hand: without correction Adam's first step is 0.1/√0.001 = √10 times as long, its twelfth 6.57 times")
  func ratios() {
    #expect(abs(stepRatio(step: 1) - 10.0.squareRoot()) < 1e-12)
    // 1 − 0.9¹² = 0.71757, 1 − 0.999¹² = 0.0119342: 0.71757/0.109244
    #expect(abs(stepRatio(step: 12) - 6.5685) < 1e-4)
    #expect((1...1000).max { stepRatio(step: $0) < stepRatio(step: $1) } == 12)
  }

  // MARK: Theory

  @Test("Theory: 100 numbers with β = 0.9 give the first the weight 0.1 · 0.9⁹⁹, and all together 1 − 0.9¹⁰⁰")
  func hundredWeights() {
    let weights = weights(beta: 0.9, count: 100)
    #expect(abs(weights[99] - 2.951267e-6) < 5e-13)  // the seven digits that are written
    #expect(abs(weights.reduce(0, +) - 0.9999734386) < 5e-11)  // the ten digits that are written
  }

  @Test("Theory: vₜ is the sum of the numbers times their weights", arguments: [0.5, 0.9, 0.98])
  func weightedSum(beta: Double) {
    let numbers = (0..<60).map { Double($0 * $0 % 17) }
    let average = RunningAverages(of: numbers, beta: beta).uncorrected[59]
    let weights = weights(beta: beta, count: 60)
    let sum = (0..<60).reduce(0) { $0 + weights[$1] * numbers[59 - $1] }
    #expect(abs(average - sum) < 1e-13)  // 60 roundings of numbers below 17
  }

  @Test("Theory: without correction the error is βᵗR, with it βᵗ(v̂ₜ − R)", arguments: [0.5, 0.9, 0.98])
  func identities(beta: Double) throws {
    let series = WeatherSeries(try SeattleWeather.load(), column: .maximumTemperature, unit: .celsius)
    let errors = startUpErrors(of: series.values, beta: beta, starts: series.starts)
    #expect(errors.count == 35)
    #expect(errors.allSatisfy { $0.identityResidual < 1e-12 })  // roundings of numbers below 40
  }

  @Test(
    "Theory: against the mean of white noise correction pays from s √(2/βᵗ − 1) on",
    arguments: [(0.5, 1), (0.9, 1), (0.9, 10), (0.98, 50)])
  func breakEven(beta: Double, step: Int) async {
    let (spread, remaining) = (spreadOfCorrected(beta: beta, step: step), Double.pow(beta, step))
    for share in [0.8, 1.2] {
      let mean = share * breakEvenMean(beta: beta, step: step)
      let ratios = await Runs(seeds: Array(0..<10)) { errorRatio(mean: mean, beta: beta, step: step, seed: $0) }
      let (bias, scatter) = (remaining * mean, (1 - remaining) * spread)
      let theory = (bias * bias + scatter * scatter) / (spread * spread)
      // 10 · 4000 averages, squares that vary by √2: 0.7 % on each side of the ratio; five times that
      #expect(abs(Summary(of: ratios.all).mean / theory - 1) < 0.05)
      #expect((theory > 1) == (share > 1))
    }
    // v̂₁ is the first number itself
    #expect(abs(spreadOfCorrected(beta: beta, step: 1) - 1) < 1e-12)
  }

  @Test("Theory: squares of pure noise are worth correcting from step 3 to 6,207, with β = 0.999") func squares() {
    // At step 2: s² = 0.001 · 1.998001/(1.999 · 0.001999) = 0.500, and √(0.500 · (2/0.998001 − 1)) = 0.7085 > 0.7071
    #expect(abs(breakEvenMean(beta: 0.999, step: 2) - 0.70852) < 5e-6)  // the digits that are written
    #expect(stepsWorthCorrectingSquares(beta: 0.999) == Array(3...6207))
  }

  @Test(
    "Theory: behind the seasons an average lags by arg/ω: 1.0, 8.9 and 40.5 days, and by its mean age in slow waves")
  func lags() {
    #expect(abs(lag(beta: 0.9, period: 365) - 8.9) < 0.05)
    #expect(abs(lag(beta: 0.98, period: 365) - 40.5) < 0.05)
    #expect(abs(lag(beta: 0.98, period: 1e6) - 49) < 0.01)  // β/(1 − β) as ω → 0
  }

  // MARK: Contrast

  @Test("Contrast: on temperatures the correction helps at every start, with their mean removed at half of them")
  func worth() throws {
    let series = WeatherSeries(try SeattleWeather.load(), column: .maximumTemperature, unit: .celsius)
    func better(_ values: [Double]) -> Int {
      startUpErrors(of: values, beta: 0.98, starts: series.starts).count { $0.corrected < $0.uncorrected }
    }
    #expect(series.starts.count == 35)
    #expect(series.starts.first == 366)  // 2012 was a leap year
    #expect(better(series.values) == 35)
    // 35 throws of a coin: 17.5 heads, give or take two standard deviations of √35/2
    #expect((12...23).contains(better(series.centred)))
  }

  @Test("Contrast: averaging and changing the unit can be swapped only with correction") func unitTest() throws {
    let weather = try SeattleWeather.load()
    let celsius = WeatherSeries(weather, column: .maximumTemperature, unit: .celsius)
    let fahrenheit = WeatherSeries(weather, column: .maximumTemperature, unit: .fahrenheit)
    let there = RunningAverages(of: fahrenheit.values.prefix(3), beta: 0.98)
    let here = RunningAverages(of: celsius.values.prefix(3), beta: 0.98)
    for (day, expected) in [12.8, 11.688889, 11.692668].enumerated() {
      #expect(abs(here.corrected[day] - expected) < 5e-7)  // the digits that are written
      #expect(abs((there.corrected[day] - 32) / 1.8 - expected) < 5e-7)
    }
    #expect(abs(here.uncorrected[0] - 0.256) < 1e-12)  // 0.02 · 12.8
    #expect(abs((there.uncorrected[0] - 32) / 1.8 + 17.1662222) < 5e-8)  // (0.02 · 55.04 − 32) / 1.8
  }

  @Test("Contrast: at η = 0.1 Adam learns the digits with correction and not without; at 0.003 it learns either way")
  func adam() throws {
    let digits = try Digits.load()
    func accuracy(_ arm: Arm, _ rate: Double) -> Double { trained(arm, at: rate, digits, epochs: 5, seed: 0).accuracy }
    #expect(accuracy(.adam, 0.1) > 80)
    #expect(accuracy(.uncorrectedAdam, 0.1) < 50)
    #expect(accuracy(.uncorrectedAdam, 0.003) > 85)
    #expect(abs(firstStepRatio(digits, seed: 3) / 10.0.squareRoot() - 1) < 0.01)  // ε and Float32 take less than 1 %
  }

  @Test("Contrast: momentum with its average corrected steps η V/(1 − βᵗ): the first step is ten times as long")
  func momentum() {
    let rate = CorrectedRate(rate: 0.3, beta: 0.9)
    #expect(abs(rate(0) - 3) < 1e-14)  // 0.3/0.1
    #expect(abs(rate(1) - 0.3 / 0.19) < 1e-14)
  }

  // MARK: Exercises

  @Test("Exercise 2: in kelvin the error from zero grows with the distance to zero, the corrected one stays")
  func kelvin() throws {
    let weather = try SeattleWeather.load()
    func mean(_ unit: TemperatureUnit, _ error: KeyPath<StartUpError, Double>) -> Double {
      let series = WeatherSeries(weather, column: .maximumTemperature, unit: unit)
      return Summary(
        of: startUpErrors(of: series.values, beta: 0.98, starts: series.starts).map { $0[keyPath: error] }
      ).mean
    }
    // 0.98³⁶⁶ of 273 K, 0.17 K, is missing in the reference of the first start, and less and less of it later
    #expect(abs(mean(.kelvin, \.corrected) - mean(.celsius, \.corrected)) < 0.17)
    #expect(mean(.kelvin, \.uncorrected) > 10 * mean(.celsius, \.uncorrected))
  }

  @Test("Exercise 3: for rain the correction helps at 24 of 35 starts") func rain() throws {
    let rain = WeatherSeries(try SeattleWeather.load(), column: .precipitation, unit: .celsius)
    let errors = startUpErrors(of: rain.values, beta: 0.98, starts: rain.starts)
    #expect(errors.count { $0.corrected < $0.uncorrected } == 24)
    let data = Summary(of: rain.values)
    #expect(data.mean < data.standardDeviation / 2)
  }

  // MARK: Refusal

  @Test("Refusal: a unit of temperature for what is none, and columns and units that are not there")
  func refused() {
    func message(_ arguments: [String]) -> String? {
      do {
        _ = try Lesson02.parse(arguments)
        return nil
      } catch { return Lesson02.message(for: error) }
    }
    #expect(message(["--column", "wind", "--unit", "F"]) == "--unit is for temperatures, but --column is wind.")
    #expect(message(["--column", "sunshine"])?.hasPrefix("The value 'sunshine' is invalid for '--column") == true)
    #expect(message(["--beta", "1"]) != nil)
    #expect(message(["--beta", "0"]) != nil)  // no average at all
    #expect(message(["--unit", "R"])?.hasPrefix("The value 'R' is invalid for '--unit") == true)
  }
}
