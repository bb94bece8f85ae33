import Notebook
import Numerics

/// Everything that the lesson measures on one series, a result for each β.
struct Study {
  let series: WeatherSeries
  let decays: [Double]
  let averages: [RunningAverages]
  /// The first day on which less than a hundredth of the weight is missing.
  let settled: [Int]

  /// Days that an average trails the mean of the 31 days around each day.
  let lags: [Int]
  /// Mean change from day to day, after the first year.
  let changes: [Double]
  /// The same of the data themselves.
  let dataChange: Double
  /// The share of the weight on numbers older than 1 / (1 − β) days, β^(1/(1−β)).
  let olderWeight: [Double]
  /// The share of the variance of white noise that is left: over the seeds, and in theory.
  let noiseKept: [Summary]
  let noiseKeptInTheory: [Double]
  /// A step of the slowest average's start, 1 / (1 − β), and the mean from which on correction pays there, by theory.
  let step: Int
  let breakEven: Double
  /// What correction gains there in white noise whose mean is 0.8 and 1.2 times as large, over the seeds.
  let gains: [Summary]

  /// The days on which averages are started anew.
  let starts: [Int]
  /// Errors of the new averages, on the series and on the series less its mean.
  let errors: [[StartUpErrors]]
  let centredErrors: [[StartUpErrors]]
  /// By how much the two identities of the start are missed at worst.
  let identityResidual: Double

  init(of series: WeatherSeries, decays: [Double], seeds: [UInt64]) async {
    let values = series.values
    let starts = series.starts
    let warm = 366..<values.count  // after a year little is left of the start
    self.series = series
    self.decays = decays
    self.starts = starts
    averages = decays.map { RunningAverages(of: values, decay: $0) }
    settled = decays.map { firstDay(missingLessThan: 0.01, decay: $0) }
    lags = averages.map { lag(of: $0.corrected, behind: values) }
    changes = averages.map { roughness(of: $0.uncorrected[warm]) }
    dataChange = roughness(of: values[warm])
    olderWeight = decays.map { .pow($0, 1 / (1 - $0)) }
    noiseKept =
      SeriesSummary(
        of: await forEachSeed(seeds, "white noise") { seed in decays.map { noiseVarianceKept(decay: $0, seed: seed) } }
      ).places
    noiseKeptInTheory = decays.map { (1 - $0) / (1 + $0) }
    let slowest = decays[decays.count - 1]
    let step = min(1000, Int((1 / (1 - slowest)).rounded()))
    let breakEven = spreadOfCorrected(decay: slowest, step: step)
    gains =
      SeriesSummary(
        of: await forEachSeed(seeds, "break-even") { seed in
          [0.8, 1.2].map { correctionGain(mean: $0 * breakEven, decay: slowest, step: step, seed: seed) }
        }
      ).places
    self.step = step
    self.breakEven = breakEven
    errors = decays.map { startUpErrors(of: values, decay: $0, starts: starts) }
    centredErrors = decays.map { startUpErrors(of: series.centred, decay: $0, starts: starts) }
    identityResidual = decays.map { worstIdentityResidual(of: values, decay: $0, starts: starts) }.max() ?? .nan
  }
}

/// At how many starts the correction lowers the error.
func better(_ errors: [StartUpErrors]) -> Int { errors.count { $0.corrected < $0.uncorrected } }
