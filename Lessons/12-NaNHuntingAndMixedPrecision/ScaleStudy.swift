import Datasets
import Descent
import Notebook

/// The same trainings with gradients of every size: the loss times 2ᵏ, the learning rate times 2⁻ᵏ.
struct ScaleStudy: Sendable {
  /// The exponents k, ascending.
  let exponents: [Int]
  /// The exponent that the reader chose.
  let chosen: Int
  let seeds: [UInt64]
  /// Float32, at the least exponent, at 0 and at the greatest.
  let single: [[HalfRun]]
  /// Float16 without a scaler, by exponent.
  let bare: [Int: [HalfRun]]
  /// Float16 with a scaler, by exponent.
  let scaled: [Int: [HalfRun]]
  /// bfloat16 without a scaler, at the least exponent, at 0 and at the greatest.
  let brain: [[HalfRun]]
  /// Float16 at the exponent 20 with the norm clipped, without a scaler: what clipping can do against inf.
  let clippedOnly: [HalfRun]
  /// Float16 with a scaler that starts from 1: gradients that are all zero, 2⁻²⁴ times their size, and those of usual size.
  let starved, fed: [HalfRun]
  /// The share of the steps at k = 0 that a scaler skips which grows after every clean step.
  let impatient: Double
  /// The vanished gradients, one for each seed.
  let underflows: [Underflow]

  static let clippedExponent = 20
  /// Four doublings in a run lift 2⁻²⁴ to 2⁻²⁰, still below the floor.
  static let starvedExponent = -24

  init(_ digits: Digits, chosen: Int, growthInterval: Int, maxNorm: Double, seeds: [UInt64]) async {
    let exponents = Set(stride(from: -24, through: 22, by: 2)).union([chosen, -chosen]).sorted()
    (self.exponents, self.chosen, self.seeds) = (exponents, chosen, seeds)
    func runs(_ setting: HalfSetting) async -> [HalfRun] {
      await forEachSeed(seeds, "mixed precision") { trainInHalf(digits, setting, seed: $0) }
    }
    let scaler = GradientScaler(growthInterval: growthInterval)
    var (bare, scaled): ([Int: [HalfRun]], [Int: [HalfRun]]) = ([:], [:])
    for exponent in exponents {
      bare[exponent] = await runs(HalfSetting(exponent: exponent))
      scaled[exponent] = await runs(HalfSetting(exponent: exponent, scaler: scaler))
    }
    var (single, brain): ([[HalfRun]], [[HalfRun]]) = ([], [])
    for exponent in [exponents[0], 0, exponents[exponents.count - 1]] {
      single.append(await runs(HalfSetting(format: .float32, exponent: exponent)))
      brain.append(await runs(HalfSetting(format: .bfloat16, exponent: exponent)))
    }
    (self.bare, self.scaled, self.single, self.brain) = (bare, scaled, single, brain)
    var clipped = HalfSetting(exponent: Self.clippedExponent)
    clipped.clipping = .globalNorm(maxNorm * clipped.power)
    clippedOnly = await runs(clipped)
    let low = GradientScaler(initialScale: 1, growthInterval: 25)
    starved = await runs(HalfSetting(exponent: Self.starvedExponent, scaler: low))
    fed = await runs(HalfSetting(scaler: low))
    let hasty = await runs(HalfSetting(scaler: GradientScaler(growthInterval: 1)))
    impatient = Summary(of: hasty.map { Double($0.skippedCount) / Double(HalfSetting.steps) }).mean
    underflows = await forEachSeed(seeds, "underflow") { Underflow(digits, exponents: exponents, seed: $0) }
  }

  // MARK: Read off

  func runs(_ exponent: Int, scaled isScaled: Bool) -> [HalfRun] {
    (isScaled ? scaled : bare)[exponent, default: []]
  }

  /// The accuracies in percent, over the seeds.
  func accuracy(_ exponent: Int, scaled isScaled: Bool) -> Summary {
    accuracySummary(runs(exponent, scaled: isScaled))
  }

  /// Float32's accuracies in percent.
  var reference: Summary { accuracySummary(single[1]) }

  /// Whether Float32 ends with the same bits at all exponents, for every seed.
  var isSingleTheSame: Bool {
    seeds.indices.allSatisfy { seed in single.allSatisfy { $0[seed].weights == single[1][seed].weights } }
  }

  /// The exponents at which Float16 without a scaler is as good as Float32: the longest run of them.
  var window: [Int] {
    let isGood = exponents.map { exponent in
      accuracy(exponent, scaled: false).mean >= reference.mean - 1.5
        && runs(exponent, scaled: false).allSatisfy(\.isAlive)
    }
    var (best, current): ([Int], [Int]) = ([], [])
    for (exponent, good) in zip(exponents, isGood) {
      current = good ? current + [exponent] : []
      if current.count > best.count { best = current }
    }
    return best
  }

  /// The exponent above which a gradient somewhere in Float32's run would be more than Float16's largest number, for
  /// each seed: log₂(65504 / max|g|).
  var ceilings: [Double] {
    single[1].map { .log2(NumberFormat.float16.largest / ($0.largestGradients.max() ?? 1)) }
  }

  /// The exponent from which down no gradient by a logit, at most 1/64 in magnitude, can be more than zero in Float16:
  /// 2ᵏ/64 ≤ 2⁻²⁵, a tie that goes to zero.
  var floor: Double {
    .log2(NumberFormat.float16.smallest / 2 * Double(HalfSetting.batchSize))
  }

  /// How many halvings bring the scale below the ceiling of the first step's gradients, for one seed.
  func predictedSlide(_ exponent: Int, seed: Int) -> Int {
    let largest = single[1][seed].largestGradients[0]
    let excess = Double.log2(GradientScaler().scale * largest / NumberFormat.float16.largest) + Double(exponent)
    return max(0, Int(excess.rounded(.up)))
  }

  /// How far the slides lie from their predictions at most.
  var worstSlide: Int {
    exponents.flatMap { exponent in
      seeds.indices.map { abs(runs(exponent, scaled: true)[$0].slide - predictedSlide(exponent, seed: $0)) }
    }.max() ?? 0
  }

  /// The mean accuracy at the exponent where it is least, in percent.
  func worstMean(scaled isScaled: Bool) -> Double {
    exponents.map { accuracy($0, scaled: isScaled).mean }.min() ?? .nan
  }

  /// The mean share of gradients by the logits that are zero in Float16 at an exponent.
  func zeroShare(at exponent: Int) -> Double {
    let index = exponents.firstIndex(of: exponent) ?? 0
    return Summary(of: underflows.map { $0.measured[index] }).mean
  }

  /// Whether with a scaler every exponent comes close to Float32.
  var isRescued: Bool {
    exponents.allSatisfy { accuracy($0, scaled: true).mean >= reference.mean - 2.5 }
  }

  /// The runs in Float16 without a scaler that met an inf or a nan, at one exponent.
  func broken(at exponent: Int) -> [HalfRun] { runs(exponent, scaled: false).filter { !$0.finds.isEmpty } }
  /// All of these runs.
  var broken: [HalfRun] { exponents.flatMap(broken) }
}

/// The accuracies of runs in percent.
func accuracySummary(_ runs: [HalfRun]) -> Summary { Summary(of: runs.map { 100 * $0.accuracy }) }

/// Norm clipping with a scale of 1024, in both orders.
struct ClippingStudy: Sendable {
  /// A row of the table: what is done, with which threshold, and the runs.
  struct Trial: Sendable {
    let order: ClippingOrder?
    let maxNorm: Double
    let runs: [HalfRun]
    var accuracy: Summary { accuracySummary(runs) }
    var longestStep: Double { runs.map(\.longestStep).max() ?? 0 }
    var words: String { order.map { "\($0.rawValue), t = \(plain(maxNorm))" } ?? "no clipping" }
  }

  static let scale = 1024.0
  /// No clipping, then both orders with the threshold and with half of it.
  let trials: [Trial]
  /// The accuracies with t = 1 unscaled first, and with t = s clipped first, in percent.
  let unitThreshold, scaledThreshold: Summary

  init(_ digits: Digits, maxNorm: Double, seeds: [UInt64]) async {
    func trial(_ order: ClippingOrder?, _ limit: Double) async -> Trial {
      let setting = HalfSetting(
        scaler: GradientScaler(initialScale: Self.scale), clipping: order == nil ? .none : .globalNorm(limit),
        order: order ?? .unscaleThenClip)
      let runs = await forEachSeed(seeds, "clipping") { trainInHalf(digits, setting, seed: $0) }
      return Trial(order: order, maxNorm: limit, runs: runs)
    }
    var trials = [await trial(nil, maxNorm)]
    for limit in [maxNorm, maxNorm / 2] {
      for order in ClippingOrder.allCases { trials.append(await trial(order, limit)) }
    }
    self.trials = trials
    unitThreshold = await trial(.unscaleThenClip, 1).accuracy
    scaledThreshold = await trial(.clipThenUnscale, Self.scale).accuracy
  }
}
