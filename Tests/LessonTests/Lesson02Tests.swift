import Datasets
import Descent
import Notebook
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
  func tenTwentyThirty(decay: Double, uncorrected: [Double], corrected: [Double]) {
    let averages = RunningAverages(of: [10, 20, 30], decay: decay)
    #expect(averages.uncorrected.count == 3 && averages.corrected.count == 3)
    for t in 0..<3 {
      #expect(abs(averages.uncorrected[t] - uncorrected[t]) < 1e-13)  // a few roundings of numbers below 32
      #expect(abs(averages.corrected[t] - corrected[t]) < 1e-11)  // 1 − β is short of digits by up to a factor 50
    }
  }

  @Test("By hand: from the first value, 10, 20, 30 gives 10, 11, 12.9 with β = 0.9") func fromFirstValue() {
    // 10; 0.9·10 + 0.1·20 = 11; 0.9·11 + 0.1·30 = 12.9
    let averages = RunningAverages(of: [10, 20, 30], decay: 0.9)
    #expect(zip(averages.fromFirstValue, [10, 11, 12.9]).allSatisfy { abs($0 - $1) < 1e-13 })
    #expect(averages.fromFirstValue.count == 3)
  }

  @Test(
    "By hand: less than one percent of the weight is missing from day 7, 44, 228, 459 on",
    arguments: [(0.5, 7), (0.9, 44), (0.98, 228), (0.99, 459), (0, 1)])
  func settled(decay: Double, day: Int) {
    #expect(firstDay(missingLessThan: 0.01, decay: decay) == day)
    #expect(Double.pow(decay, day) < 0.01)
    #expect(Double.pow(decay, day - 1) >= 0.01)
  }

  @Test("By hand: the changes of 1, 4, 2 are 3 and 2, on average 2.5") func changes() {
    #expect(roughness(of: [1, 4, 2][...]) == 2.5)
  }

  @Test("By hand: 20 °C is 68 °F and 293.15 K") func units() {
    #expect(TemperatureUnit.fahrenheit.from(celsius: 20) == 68)
    #expect(TemperatureUnit.kelvin.from(celsius: 20) == 293.15)
  }

  // MARK: Theory

  @Test("Theory: 100 numbers with β = 0.9 give the first the weight 0.1 · 0.9⁹⁹, and all together 1 − 0.9¹⁰⁰")
  func hundredWeights() {
    let weights = weights(decay: 0.9, count: 100)
    #expect(abs(weights[99] - 2.951267e-6) < 5e-13)  // the seven digits that are written
    #expect(abs(weights.reduce(0, +) - 0.9999734386) < 5e-11)  // the ten digits that are written
  }

  @Test("Theory: vₜ is the sum of the numbers times their weights", arguments: [0.5, 0.9, 0.98])
  func weightedSum(decay: Double) {
    let numbers = (0..<60).map { Double($0 * $0 % 17) }
    let average = RunningAverages(of: numbers, decay: decay).uncorrected[59]
    let sum = zip(weights(decay: decay, count: 60), numbers.reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(average - sum) < 1e-13)  // 60 roundings of numbers below 17
  }

  @Test(
    "Theory: weights have mean age β/(1 − β), and β^(1/(1−β)) of them is older than 1/(1 − β)",
    arguments: [0.5, 0.9, 0.98])
  func memory(decay: Double) {
    let weights = weights(decay: decay, count: 4000)  // 0.98⁴⁰⁰⁰ is 10⁻³⁵: nothing is cut off
    let meanAge = weights.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(meanAge - decay / (1 - decay)) < 1e-9)
    let unit = Int((1 / (1 - decay)).rounded())  // 2, 10 and 50: whole numbers
    #expect(abs(weights[unit...].reduce(0, +) - Double.pow(decay, unit)) < 1e-12)
  }

  @Test("Theory: the correction factor is v̂ₜ / vₜ") func factors() {
    let averages = RunningAverages(of: [3, 1, 4, 1, 5], decay: 0.9)
    let factors = correctionFactors(decay: 0.9, count: 5)
    for t in 0..<5 { #expect(abs(averages.corrected[t] / averages.uncorrected[t] - factors[t]) < 1e-13) }
  }

  @Test("Theory: white noise keeps (1 − β)/(1 + β) of its variance", arguments: [0.5, 0.9, 0.98])
  func whiteNoise(decay: Double) async {
    let kept = Summary(of: await forEachSeed(0..<10) { seed in noiseVarianceKept(decay: decay, seed: seed) })
    // 2 million draws, 1/49 of them independent at β = 0.98: √(2 · 49 / 2·10⁶) is 0.7 %; five times that
    #expect(abs(kept.mean / ((1 - decay) / (1 + decay)) - 1) < 0.035)
  }

  @Test("Theory: without correction the error is βᵗR, with it βᵗ(v̂ₜ − R)", arguments: [0.5, 0.9, 0.98])
  func identities(decay: Double) throws {
    let series = WeatherSeries(try SeattleWeather.load(), column: .maximumTemperature, unit: .celsius)
    #expect(worstIdentityResidual(of: series.values, decay: decay, starts: series.starts) < 1e-12)
  }

  @Test(
    "Theory: in white noise the correction pays from a mean of the spread of v̂ₜ on",
    arguments: [(0.5, 1), (0.9, 1), (0.9, 10), (0.98, 50)])
  func breakEven(decay: Double, step: Int) async {
    // Uncorrected the mean squared error is βᵗ² (μ² + κ), corrected βᵗ² (s² + κ), κ = (1 − β)/(1 + β) the warm average's
    // variance and s the spread of v̂ₜ.
    let spread = spreadOfCorrected(decay: decay, step: step)
    let noise = (1 - decay) / (1 + decay)
    for share in [0.8, 1.2] {
      let gains = await forEachSeed(0..<10) { seed in
        correctionGain(mean: share * spread, decay: decay, step: step, seed: seed)
      }
      let theory = (share * share * spread * spread + noise) / (spread * spread + noise) - 1
      // 10 · 4000 late averages at β = 0.98, squares that vary by √2: 0.7 % on each side of the ratio; five times that
      #expect(abs(Summary(of: gains).mean - theory) < 0.05)
      #expect((Summary(of: gains).mean > 0) == (share > 1))
    }
    #expect(abs(spreadOfCorrected(decay: decay, step: 1) - 1) < 1e-12)  // v̂₁ is the first number itself
  }

  // MARK: Contrast

  @Test("Contrast: on temperatures the correction helps at every start, on the same less their mean it does not")
  func worth() throws {
    let series = WeatherSeries(try SeattleWeather.load(), column: .maximumTemperature, unit: .celsius)
    let starts = series.starts
    #expect(starts.count == 35)
    #expect(starts.first == 366)  // 2012 was a leap year
    #expect(better(startUpErrors(of: series.values, decay: 0.98, starts: starts)) == 35)
    // 35 throws of a coin: 17.5 heads, give or take two standard deviations of √35/2
    #expect((12...23).contains(better(startUpErrors(of: series.centred, decay: 0.98, starts: starts))))
  }

  @Test("Contrast: averaging and changing the unit can be swapped only with correction") func unitTest() throws {
    let weather = try SeattleWeather.load()
    let celsius = WeatherSeries(weather, column: .maximumTemperature, unit: .celsius)
    let fahrenheit = WeatherSeries(weather, column: .maximumTemperature, unit: .fahrenheit)
    let there = RunningAverages(of: fahrenheit.values.prefix(3), decay: 0.98)
    let here = RunningAverages(of: celsius.values.prefix(3), decay: 0.98)
    for (day, expected) in [12.8, 11.688889, 11.692668].enumerated() {
      #expect(abs(here.corrected[day] - expected) < 5e-7)  // the digits that are written
      #expect(abs((there.corrected[day] - 32) / 1.8 - expected) < 5e-7)
    }
    #expect(abs(here.uncorrected[0] - 0.256) < 1e-12)  // 0.02 · 12.8
    #expect(abs((there.uncorrected[0] - 32) / 1.8 + 17.1662222) < 5e-8)  // (0.02 · 55.04 − 32) / 1.8
  }

  @Test("Contrast: a higher β is smoother and later", arguments: [(0.5, 0.9), (0.9, 0.98)])
  func smoothAndLate(lower: Double, higher: Double) throws {
    let values = try SeattleWeather.load()[.maximumTemperature]
    let (quick, slow) = (RunningAverages(of: values, decay: lower), RunningAverages(of: values, decay: higher))
    #expect(roughness(of: slow.corrected[...]) < roughness(of: quick.corrected[...]) / 2)
    #expect(lag(of: slow.corrected, behind: values) > lag(of: quick.corrected, behind: values))
  }

  // MARK: Exercises

  @Test("Exercise 2: in kelvin the error from zero grows with the distance to zero, the corrected one stays")
  func kelvin() throws {
    let weather = try SeattleWeather.load()
    func mean(_ unit: TemperatureUnit, _ error: KeyPath<StartUpErrors, Double>) -> Double {
      let series = WeatherSeries(weather, column: .maximumTemperature, unit: unit)
      return Summary(
        of: startUpErrors(of: series.values, decay: 0.98, starts: series.starts).map { $0[keyPath: error] }
      ).mean
    }
    // 0.98³⁶⁶ of 273 K, 0.17 K, is missing in the reference of the first start, and less and less of it later
    #expect(abs(mean(.kelvin, \.corrected) - mean(.celsius, \.corrected)) < 0.17)
    #expect(mean(.kelvin, \.uncorrected) > 10 * mean(.celsius, \.uncorrected))
  }

  @Test("Exercise 3: for rain the correction helps at fewer starts than for temperatures") func rain() throws {
    let rain = WeatherSeries(try SeattleWeather.load(), column: .precipitation, unit: .celsius)
    #expect(better(startUpErrors(of: rain.values, decay: 0.98, starts: rain.starts)) == 24)
    let data = Summary(of: rain.values)
    #expect(data.mean < data.standardDeviation / 2)
  }

  // MARK: Refusal

  @Test(
    "Refusal: a β that is no share, and units of what is no temperature",
    arguments: [
      ["--beta", "1"], ["--beta", "0.9999999999999999"], ["--beta=-0.1"], ["--beta", "nan"], ["--beta", "inf"],
      ["--beta", "x"],
      ["--column", "sunshine"],
      ["--unit", "R"], ["--column", "wind", "--unit", "F"],
    ])
  func refused(arguments: [String]) {
    #expect(throws: (any Error).self) { try Lesson02.parse(arguments) }
  }

  @Test("Refusal: the line says what would be right") func message() {
    let error = #expect(throws: (any Error).self) { try Lesson02.parse(["--beta", "1"]) }
    #expect(error.map { Lesson02.message(for: $0) } == "--beta must be from 0 to 0.999999, but is 1.")
  }
}
