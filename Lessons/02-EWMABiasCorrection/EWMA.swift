import Descent
import Numerics

/// One average of a series, started in three ways; the first element is that of t = 1.
struct RunningAverages {
  /// vₜ from v₀ = 0, as the formula has it.
  var uncorrected: [Double] = []
  /// v̂ₜ = vₜ / (1 − βᵗ).
  var corrected: [Double] = []
  /// vₜ from v₁ = θ₁, the other common way to begin.
  var fromFirstValue: [Double] = []

  init(of series: some Sequence<Double>, decay: Double) {
    var average = ExponentialAverage(decay: decay)
    for number in series {
      average.add(number)
      uncorrected.append(average.value)
      corrected.append(average.corrected)
      fromFirstValue.append(fromFirstValue.last.map { decay * $0 + (1 - decay) * number } ?? number)
    }
  }
}

/// The weights (1 − β)βᵏ that vₜ gives to its t numbers, the newest (k = 0) first.
func weights(decay: Double, count: Int) -> [Double] {
  var weight = 1 - decay
  return (0..<count).map { _ in
    defer { weight *= decay }
    return weight
  }
}

/// 1 / (1 − βᵗ) for t = 1 … count: what the correction multiplies by.
func correctionFactors(decay: Double, count: Int) -> [Double] {
  var remaining = 1.0
  return (0..<count).map { _ in
    remaining *= decay
    return 1 / (1 - remaining)
  }
}

/// The first t with βᵗ < share: from then on less than this share of the weight is missing.
func firstDay(missingLessThan share: Double, decay: Double) -> Int {
  decay == 0 ? 1 : Int((Double.log(share) / Double.log(decay)).rounded(.down)) + 1
}

/// The mean change from one number to the next, |θₜ − θₜ₋₁|: how rough a line looks.
func roughness(of series: ArraySlice<Double>) -> Double {
  let changes = zip(series.dropFirst(), series).map { abs($0 - $1) }
  return changes.reduce(0, +) / Double(changes.count)
}

/// How many days an average trails the mean of the `window` days around each day: the lag at which they differ least.
func lag(of average: [Double], behind series: [Double], window: Int = 31, upTo longest: Int = 120) -> Int {
  let half = window / 2
  let centred = (half..<series.count - half).map { day in
    series[day - half...day + half].reduce(0, +) / Double(2 * half + 1)
  }
  // All lags are judged on the same days, the last two years.
  let days = series.count / 2..<series.count - half
  return (0...longest).min { first, second in
    func error(_ lag: Int) -> Double {
      days.reduce(0) { sum, day in
        let difference = average[day] - centred[day - half - lag]
        return sum + difference * difference
      }
    }
    return error(first) < error(second)
  } ?? 0
}

/// The share of the variance of white noise that its average keeps; in theory (1 − β)/(1 + β).
func noiseVarianceKept(decay: Double, seed: UInt64, draws: Int = 200_000) -> Double {
  var generator = RandomGenerator(seed: seed)
  var average = ExponentialAverage(decay: decay)
  for _ in 0..<min(draws, Int(20 / (1 - decay)) + 1) { average.add(generator.normal()) }  // forget the start
  var squares = 0.0
  for _ in 0..<draws {
    average.add(generator.normal())
    squares += average.value * average.value
  }
  return squares / Double(draws)
}

// MARK: Starting late

/// Root-mean-square errors of averages over their first days, against the same average that began long before.
struct StartUpErrors {
  var uncorrected: Double
  var corrected: Double
  var fromFirstValue: Double
}

/// The start-up errors of averages that begin at each of several days.
func startUpErrors(of series: [Double], decay: Double, starts: [Int], days: Int = 30) -> [StartUpErrors] {
  let reference = RunningAverages(of: series, decay: decay).uncorrected
  return starts.map { start in
    let window = start..<start + days
    let late = RunningAverages(of: series[window], decay: decay)
    func error(_ average: [Double]) -> Double {
      (zip(average, reference[window]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(days)).squareRoot()
    }
    return StartUpErrors(
      uncorrected: error(late.uncorrected), corrected: error(late.corrected),
      fromFirstValue: error(late.fromFirstValue))
  }
}

/// By how much two identities are missed, at worst over the first days after each start.
///
/// With R the warm average on the day before the start: reference − uncorrected = βᵗR and
/// corrected − reference = βᵗ(v̂ₜ − R).
func worstIdentityResidual(of series: [Double], decay: Double, starts: [Int], days: Int = 30) -> Double {
  let reference = RunningAverages(of: series, decay: decay).uncorrected
  var worst = 0.0
  for start in starts {
    let late = RunningAverages(of: series[start..<start + days], decay: decay)
    let before = reference[start - 1]
    var remaining = 1.0
    for t in 0..<days {
      remaining *= decay
      let warm = reference[start + t]
      worst = max(
        worst, abs(warm - late.uncorrected[t] - remaining * before),
        abs(late.corrected[t] - warm - remaining * (late.corrected[t] - before)))
    }
  }
  return worst
}

/// The standard deviation of v̂ₜ in white noise of standard deviation 1: √((1 − β)(1 + βᵗ) / ((1 + β)(1 − βᵗ))).
///
/// Correction lowers the mean squared error at step t exactly when the mean of the noise is larger than this.
func spreadOfCorrected(decay: Double, step: Int) -> Double {
  let remaining = Double.pow(decay, step)
  return ((1 - decay) * (1 + remaining) / ((1 + decay) * (1 - remaining))).squareRoot()
}

/// By how much the correction lowers the mean squared error at a step, measured on white noise of standard deviation 1:
/// positive where it helps, relative to the squared error with correction.
func correctionGain(mean: Double, decay: Double, step: Int, seed: UInt64, draws: Int = 200_000) -> Double {
  var generator = RandomGenerator(seed: seed)
  var warm = ExponentialAverage(decay: decay)
  for _ in 0..<min(draws, Int(20 / (1 - decay)) + 1) { warm.add(generator.normal(mean: mean)) }
  var squares = (uncorrected: 0.0, corrected: 0.0)
  for _ in 0..<max(1, draws / step) {
    var late = ExponentialAverage(decay: decay)
    for _ in 0..<step {
      let number = generator.normal(mean: mean)
      warm.add(number)
      late.add(number)
    }
    squares.uncorrected += (late.value - warm.value) * (late.value - warm.value)
    squares.corrected += (late.corrected - warm.value) * (late.corrected - warm.value)
  }
  return squares.uncorrected / squares.corrected - 1
}
