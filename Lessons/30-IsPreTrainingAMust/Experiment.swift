import Datasets
import Descent
import Experiments
import Numerics

/// Where training starts: from the English base, or from random weights.
enum Start: Hashable, CaseIterable, Sendable {
  case tuned, scratch
}

/// A start at a constant learning rate.
struct Arm: Hashable, Sendable, CustomStringConvertible {
  let start: Start
  var rate = 2e-3

  /// Tuning, and scratch at two rates of which the better counts: what is said in favour of tuning is not the rate's doing.
  static let all = [Arm(start: .tuned), Arm(start: .scratch), Arm(start: .scratch, rate: 5e-3)]
  /// For how many steps the higher rate, which is ahead at first, takes part.
  static let fastSteps = 320

  var description: String { "\(start)-\(rate)" }
  /// How long it takes part in a race of so many steps.
  func steps(of race: Int) -> Int { rate > 2e-3 ? min(Self.fastSteps, race) : race }
}

/// After how many steps the words are read: 0, 20, 28, 40, 57, 80, …, each √2 times the one before, and the last.
func lookingPlaces(upTo steps: Int) -> [Int] {
  var (looks, place) = ([0], 20.0)
  while Int(place.rounded()) < steps {
    looks.append(Int(place.rounded()))
    place *= 2.0.squareRoot()
  }
  return looks + [steps]
}

/// What one training gave.
struct Run: Sendable {
  /// Bits per character at each look, on the test words and on the validation words.
  let bits, validation: [Double]
  /// The weights at the look at which the validation words cost least.
  let kept: ModelState

  /// Trains all numbers at a constant rate after 20 steps of warm-up, on batches of 32 words, with Adam; the gradient's
  /// norm is clipped to 1.
  ///
  /// - Parameter base: where it starts; from random weights of the task's own without one.
  init(_ task: LetterTask, from base: EnglishBase?, rate: Double, looks: [Int]) {
    var generator = task.generator
    let fresh = LetterModel(using: &generator)
    let model = base?.model() ?? fresh
    var optimizer = Adam(learningRate: rate)
    var (validation, kept) = ([Double](), model.state)
    bits =
      task.train(
        model, with: &optimizer, steps: looks[looks.count - 1],
        schedule: .perStep(ConstantRate(rate).warmedUp(over: 20)), clipping: .globalNorm(1), measuringAt: looks,
        measure: {
          let cost = Letters.bits(of: task.validation) { model($0, at: $1) }
          if cost < validation.min() ?? .infinity { kept = model.state }
          validation.append(cost)
          return Letters.bits(of: task.test) { model($0, at: $1) }
        }, using: &generator
      ) { model($0, at: $1) }.measurements
    (self.validation, self.kept) = (validation, kept)
  }

  /// The look at which the validation words cost least.
  var best: Int { validation.indices.min { validation[$0] < validation[$1] } ?? 0 }
}

/// What is kept of a start that is stopped in time: the bits at a look that the validation words choose.
struct Kept: Sendable {
  let bits: Double
  let steps: Int
  let state: ModelState
}

/// Both starts on the same words, from several seeds.
struct Race: Sendable {
  let words: Int
  let looks: [Int]
  let trials: Trials<Arm, Run>

  init(
    _ list: WordList, words: Int, steps: Int, seeds: [UInt64], from base: EnglishBase, arms: [Arm] = Arm.all
  ) async {
    (self.words, looks) = (words, lookingPlaces(upTo: steps))
    trials = await Trials(arms, seeds: seeds, "\(words) words") { arm, seed in
      Run(
        LetterTask(list, words: words, seed: seed), from: arm.start == .tuned ? base : nil, rate: arm.rate,
        looks: lookingPlaces(upTo: arm.steps(of: steps)))
    }
  }

  var seeds: Int { trials.seeds.count }
  var steps: Int { looks[looks.count - 1] }

  /// The runs of a start at a look: those of the rate that is best there on the validation words, on average.
  func runs(_ start: Start, at look: Int) -> Runs<Run> {
    let running = trials.arms.filter { $0.start == start && looks[look] <= $0.steps(of: steps) }.map { trials[$0] }
    func cost(_ runs: Runs<Run>) -> Double { runs.all.reduce(0) { $0 + $1.validation[look] } }
    return running.dropFirst().reduce(running[0]) { cost($1) < cost($0) ? $1 : $0 }
  }

  /// The test bits of a start at each look.
  func curve(_ start: Start) -> [Summary] {
    looks.indices.map { look in Summary(of: runs(start, at: look).all.map { $0.bits[look] }) }
  }

  /// The test bits of a start from one of the seeds.
  func bits(_ start: Start, seed: Int) -> [Double] {
    looks.indices.map { look in runs(start, at: look).all[seed].bits[look] }
  }

  /// What is kept of a start from each seed, at the best of its rates and looks.
  func kept(_ start: Start) -> [Kept] {
    (0..<seeds).map { seed in
      let runs = trials.arms.filter { $0.start == start }.map { trials[$0].all[seed] }
      let best = runs.dropFirst().reduce(runs[0]) { $1.validation[$1.best] < $0.validation[$0.best] ? $1 : $0 }
      return Kept(bits: best.bits[best.best], steps: looks[best.best], state: best.kept)
    }
  }

  /// By how many bits scratch is behind when both are stopped in time, seed by seed.
  var gaps: [Double] { gaps(to: self) }

  /// The same with scratch from another race on the same words: it does not depend on the base.
  func gaps(to other: Race) -> [Double] {
    let (tuned, scratch) = (kept(.tuned), other.kept(.scratch))
    return (0..<seeds).map { scratch[$0].bits - tuned[$0].bits }
  }

  /// By how many bits scratch is behind after so many steps, on average; nan where nobody looked.
  func gap(after step: Int) -> Double {
    guard let look = looks.firstIndex(of: step) else { return .nan }
    return curve(.scratch)[look].mean - curve(.tuned)[look].mean
  }

  /// The looks at which lags are read: after the warm-up, and up to a quarter of the race.
  var lagLooks: [Int] { looks.indices.filter { looks[$0] > 50 && 4 * looks[$0] <= steps } }

  /// What scratch needs for what tuning has at each of ``lagLooks``; it is left out where scratch does not get there.
  ///
  /// - Parameter seed: of one seed; of the means of all seeds without one.
  func lags(seed: Int? = nil) -> [Lag] {
    func bits(_ start: Start) -> [Double] { seed.map { self.bits(start, seed: $0) } ?? curve(start).map(\.mean) }
    let (tuned, scratch) = (bits(.tuned), bits(.scratch))
    return lagLooks.compactMap { look in
      crossing(scratch, below: tuned[look], at: looks).map { Lag(tuned: looks[look], scratch: $0) }
    }
  }

  /// Whether scratch needs at least so many times the steps, or is not there at the end, for what tuning has after each
  /// of these, in each seed.
  func isLate(_ factor: Double, at steps: [Int]) -> Bool {
    (0..<seeds).allSatisfy { seed in
      let lags = lags(seed: seed)
      return steps.allSatisfy { step in (lags.first { $0.tuned == step }?.factor ?? .infinity) >= factor }
    }
  }
}

/// The steps that tuning and scratch take to the same bits.
struct Lag: Sendable {
  let tuned: Int
  let scratch: Double

  var factor: Double { scratch / Double(tuned) }
  var saved: Double { scratch - Double(tuned) }
}

/// Where a falling curve first comes down to a level, a straight line over the logarithm of the step between two looks; nil
/// where it does not.
func crossing(_ curve: [Double], below level: Double, at looks: [Int]) -> Double? {
  guard let end = curve.firstIndex(where: { $0 <= level }) else { return nil }
  guard end > 1 else { return Double(looks[end]) }
  let share = (curve[end - 1] - level) / (curve[end - 1] - curve[end])
  return Double(looks[end - 1]) * Double.pow(Double(looks[end]) / Double(looks[end - 1]), share)
}

/// Bases of several lengths, each tuned on the same words.
struct Doses: Sendable {
  let bases: [Int: EnglishBase]
  let trials: Trials<Int, Run>

  /// - Parameter seed: that of the bases; the shipped one has 3.
  init(_ steps: [Int], _ list: WordList, words: Int, steps length: Int, seeds: [UInt64], seed: UInt64 = 3) async throws
  {
    let bases = try await inParallel(over: steps.reversed(), "bases") { try EnglishBase.train(seed: seed, steps: $0) }
    let named = Dictionary(uniqueKeysWithValues: bases.map { ($0.steps, $0) })
    trials = await Trials(steps, seeds: seeds, "doses") { dose, seed in
      Run(
        LetterTask(list, words: words, seed: seed), from: named[dose], rate: Arm(start: .tuned).rate,
        looks: lookingPlaces(upTo: length))
    }
    self.bases = named
  }

  /// The bits of each seed, stopped where the validation words cost least.
  func bits(_ dose: Int) -> [Double] { trials[dose].all.map { $0.bits[$0.best] } }
}

/// The first five words of 4 to 9 letters that a network with these weights writes.
func written(_ state: ModelState, _ base: EnglishBase, seed: UInt64) -> [String] {
  let model = base.model()
  model.state = state
  var generator = RandomGenerator(seed: seed)
  return Letters.draw(200, using: &generator) { model($0, at: $1) }.presentable(5)
}
