import Datasets
import Descent
import Experiments

// MARK: Averages of the weather

/// One average of a series, started in two ways; the first element is that of t = 1.
struct RunningAverages {
  /// vₜ from v₀ = 0, as the formula has it.
  var uncorrected: [Double] = []
  /// v̂ₜ = vₜ / (1 − βᵗ).
  var corrected: [Double] = []

  init(of series: some Sequence<Double>, beta: Double) {
    var average = ExponentialAverage(decay: beta)
    for number in series {
      average.add(number)
      uncorrected.append(average.value)
      corrected.append(average.corrected)
    }
  }
}

/// One column of the weather, in one unit.
struct WeatherSeries {
  let days: [Day]
  let values: [Double]

  init(_ weather: SeattleWeather, column: SeattleWeather.Column, unit: TemperatureUnit) {
    days = weather.days
    values = column.isTemperature ? weather[column].map(unit.from(celsius:)) : weather[column]
  }

  /// The series with its mean removed: the same weather around zero.
  var centred: [Double] {
    let mean = Summary(of: values).mean
    return values.map { $0 - mean }
  }

  /// The first day of each month that has a year before it and a month after it.
  var starts: [Int] { days.indices.filter { days[$0].day == 1 && $0 >= 366 && $0 + 31 < days.count } }
}

/// The unit that temperatures are given in.
enum TemperatureUnit: String, CaseIterable, Sendable {
  case celsius = "C"
  case fahrenheit = "F"
  case kelvin = "K"

  /// A temperature in this unit.
  func from(celsius: Double) -> Double {
    switch self {
    case .celsius: celsius
    case .fahrenheit: 1.8 * celsius + 32
    case .kelvin: celsius + 273.15
    }
  }
}

extension SeattleWeather.Column {
  /// Whether it is measured in a unit of temperature.
  var isTemperature: Bool { self == .maximumTemperature || self == .minimumTemperature }
}

/// How far an average that begins at some day is from the same average that began long before.
struct StartUpError {
  /// Root mean square over the first days, without and with correction.
  var uncorrected, corrected: Double
  /// By how much the two identities are missed at worst: warm − vₜ = βᵗR and v̂ₜ − warm = βᵗ(v̂ₜ − R), with R the warm
  /// average on the day before.
  var identityResidual: Double
}

/// The start-up errors of averages that begin at each of several days.
func startUpErrors(of series: [Double], beta: Double, starts: [Int], days: Int = 30) -> [StartUpError] {
  let reference = RunningAverages(of: series, beta: beta).uncorrected
  return starts.map { start in
    let late = RunningAverages(of: series[start..<start + days], beta: beta)
    let before = reference[start - 1]
    var (squares, residual, remaining) = ((0.0, 0.0), 0.0, 1.0)
    for t in 0..<days {
      remaining *= beta
      let (v, corrected, warm) = (late.uncorrected[t], late.corrected[t], reference[start + t])
      squares.0 += (v - warm) * (v - warm)
      squares.1 += (corrected - warm) * (corrected - warm)
      residual = max(
        residual, abs(warm - v - remaining * before), abs(corrected - warm - remaining * (corrected - before)))
    }
    return StartUpError(
      uncorrected: (squares.0 / Double(days)).squareRoot(), corrected: (squares.1 / Double(days)).squareRoot(),
      identityResidual: residual)
  }
}

/// The mean squared error of vₜ over that of v̂ₜ, both against the mean of white noise of standard deviation 1.
///
/// Above 1 the correction helps.
func errorRatio(mean: Double, beta: Double, step: Int, seed: UInt64, draws: Int = 4000) -> Double {
  var generator = RandomGenerator(seed: seed)
  var squares = (uncorrected: 0.0, corrected: 0.0)
  for _ in 0..<draws {
    var average = ExponentialAverage(decay: beta)
    for _ in 0..<step { average.add(generator.normal(mean: mean)) }
    squares.uncorrected += (average.value - mean) * (average.value - mean)
    squares.corrected += (average.corrected - mean) * (average.corrected - mean)
  }
  return squares.uncorrected / squares.corrected
}

/// The mean change from one number to the next, |θₜ − θₜ₋₁|: how rough a line looks.
func roughness(of series: ArraySlice<Double>) -> Double {
  let places = series.indices.dropFirst()
  return places.reduce(0) { $0 + abs(series[$1] - series[$1 - 1]) } / Double(places.count)
}

// MARK: Training

/// An optimizer with its running averages corrected or not.
enum Arm: String, CaseIterable, Sendable {
  case adam = "corrected"
  case uncorrectedAdam = "uncorrected"
  case momentum = "momentum"
  case correctedMomentum = "momentum, corrected"

  /// The learning rates that are tried; momentum here averages, so a rate is ten times PyTorch's.
  var rates: [Double] {
    switch self {
    case .adam, .uncorrectedAdam: [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1]
    case .momentum, .correctedMomentum: [0.1, 0.3, 1, 3, 10]
    }
  }
}

/// What training the shared digits network came to.
struct Run: Sendable {
  /// Test accuracy at the end, in percent.
  let accuracy: Double
  /// Mean training loss of the last epoch, by which the best rate is chosen.
  let finalLoss: Double
  /// Steps until the mean loss of ten mini-batches is below 0.3; infinite where it never is.
  let stepsToLearn: Double
}

/// η / (1 − βᵗ): momentum with its average corrected is momentum at this rate.
struct CorrectedRate: Schedule {
  let rate, beta: Double
  func callAsFunction(_ step: Int) -> Double { rate / (1 - (0...step).reduce(1) { power, _ in power * beta }) }
}

/// Trains the digits network for ten epochs.
func trained(_ arm: Arm, at rate: Double, _ digits: Digits, epochs: Int = 10, seed: UInt64) -> Run {
  let task = DigitsTask(digits, seed: seed)
  var generator = task.generator
  let network = DigitsTask.network(using: &generator)
  func log(_ optimizer: some Optimizer, _ schedule: TrainingSchedule? = nil) -> TrainingLog {
    var optimizer = optimizer
    return task.train(network, with: &optimizer, epochs: epochs, schedule: schedule, using: &generator) { network($0) }
  }
  let result =
    switch arm {
    case .adam: log(Adam(learningRate: rate))
    case .uncorrectedAdam: log(Adam(learningRate: rate, biasCorrection: false))
    case .momentum: log(Momentum(learningRate: rate, form: .exponentialAverage))
    case .correctedMomentum:
      log(Momentum(learningRate: rate, form: .exponentialAverage), .perStep(CorrectedRate(rate: rate, beta: 0.9)))
    }
  let solved = result.losses.indices.dropLast(9).first { result.losses[$0..<$0 + 10].reduce(0, +) < 3 }
  return Run(
    accuracy: 100 * task.testAccuracy { network($0) }, finalLoss: result.finalLoss,
    stepsToLearn: solved.map { Double($0 + 1) } ?? .infinity)
}

/// How many times as long Adam's first update of the digits network is without correction.
func firstStepRatio(_ digits: Digits, seed: UInt64) -> Double {
  func length(corrected: Bool) -> Double {
    let task = DigitsTask(digits, seed: seed)
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    let before = network.state.tensors
    var optimizer = Adam(learningRate: 0.001, biasCorrection: corrected)
    task.train(network, with: &optimizer, epochs: 1, using: &generator, afterStep: { _ in false }) { network($0) }
    let changes = before.indices.map { (network.state.tensors[$0] - before[$0]).norm }
    return changes.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
  return length(corrected: false) / length(corrected: true)
}
