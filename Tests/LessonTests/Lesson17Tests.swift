import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson17

@Suite("Lesson 17 · Double descent") struct Lesson17Tests {
  // MARK: By hand

  @Test("By hand: one sample x = 0.1, y = 0.6 asks for a weight of 6; shared with an input of 1, for 6/101 and 60/101")
  func oneSample() {
    let y = Tensor(rows: [[0.6]], dtype: .float64)
    #expect(abs(leastSquares(Tensor(rows: [[0.1]], dtype: .float64), y)[0, 0] - 6) < 1e-14)
    let w = leastSquares(Tensor(rows: [[0.1, 1]], dtype: .float64), y)
    // 0.6 · (0.1, 1)/(0.01 + 1)
    #expect(abs(w[0, 0] - 6 / 101.0) < 1e-15 && abs(w[1, 0] - 60 / 101.0) < 1e-15)  // a few roundings
  }

  @Test(
    "By hand: 40 samples and σ = ½ give 5/58 for 10 weights, 49/57 for 60; one sample gives 11/12 for 3",
    arguments: [(10, 40, 5 / 58.0), (60, 40, 49 / 57.0), (3, 1, 11 / 12.0)])
  func formula(weights: Int, samples: Int, error: Double) {
    // ¼·10/29; 1 − 40/60 + ¼·40/19 = 1/3 + 10/19; 1 − 1/3 + ¼·1/1
    #expect(abs(expectedError(weights: weights, samples: samples, noise: 0.5) - error) < 1e-15)
  }

  @Test("By hand: the formula is infinite at n − 1, n and n + 1 weights, and for a single sample at 1 and 2")
  func infinite() {
    #expect([39, 40, 41].allSatisfy { expectedError(weights: $0, samples: 40, noise: 0.5) == .infinity })
    #expect([1, 2].allSatisfy { expectedError(weights: $0, samples: 1, noise: 0.5) == .infinity })
    #expect([38, 42].allSatisfy { expectedError(weights: $0, samples: 40, noise: 0.5).isFinite })
  }

  @Test("By hand: with σ = 1 and as many weights as samples the best ridge comes to (√5 − 1)/2, the golden ratio")
  func goldenRidge() {
    // γ = z = a = 1: (√(1 + 4) − 1)/2
    #expect(abs(expectedRidgeError(ratio: 1, noise: 1) - 0.618_033_988_749_895) < 1e-15)
  }

  @Test("By hand: the features of x = 0 are 1, 1, 1/2, 1/3, and of x = 1 they are 1, −1, 1/2, −1/3")
  func cosines() {
    let expected = Tensor(rows: [[1, 1, 0.5, 1 / 3.0], [1, -1, 0.5, -1 / 3.0]], dtype: .float64)
    #expect((Sine.cosines([0, 1], count: 4) - expected).norm < 1e-15)  // the cosine of 3π
  }

  @Test("By hand: for 200 digits N goes from 10 to 2,000 through 190, 200 and 210; for 20 from 1 to 200")
  func widths() throws {
    let lesson = try Lesson17.parse([])
    #expect(lesson.widths == [10, 40, 80, 120, 160, 190, 200, 210, 250, 300, 400, 600, 1000, 2000])
    #expect(lesson.samples == [50, 100, 150, 180, 200, 220, 250, 300, 400, 800])
    let small = try Lesson17.parse(["--train", "20"])
    #expect(small.widths == [1, 4, 8, 12, 16, 19, 20, 21, 25, 30, 40, 60, 100, 200])
    #expect(try Lesson17.parse(["--train", "400"]).samples.last == 800)  // 1,600 digits there are not
  }

  @Test(
    "By hand: 60, 10, 30 rises for good by 5 if it stays at 20 or above; a fall to 19 or below 10, or a rise of 4, does not"
  )
  func rise() {
    // Half of the rise from 10 to 30 is lost at 20.
    #expect(risesForGood([60, 10, 30, 20], by: 5) && !risesForGood([60, 10, 30, 19], by: 5))
    #expect(!risesForGood([60, 10, 30, 19, 30], by: 5))
    // A second descent below the first: the least is the last. A rise of 4 is none.
    #expect(!risesForGood([60, 10, 30, 9], by: 5) && !risesForGood([60, 10, 14], by: 5))
  }

  // MARK: Theory

  @Test(
    "Theory: the mean error of the shortest fit is the formula's, below, above and for a single sample",
    arguments: [(10, 40), (100, 40), (8, 1)])
  func law(weights: Int, samples: Int) async {
    let runs = await Runs(seeds: Array(0..<2000)) { LinearLaw(weights: weights, samples: samples, seed: $0) }
    let error = runs.shortest
    // Five standard errors.
    #expect(
      abs(error.mean - expectedError(weights: weights, samples: samples, noise: 0.5))
        < 5 * error.standardDeviation / 2000.0.squareRoot())
  }

  @Test("Theory: under the best ridge the mean error is the formula's, and rises through p = n without a peak")
  func ridgeLaw() async {
    let trials = await Trials([30, 40, 60], seeds: Array(0..<500)) { LinearLaw(weights: $0, seed: $1) }
    for p in trials.arms {
      // The formula is exact for many samples: 40 leave a few hundredths, and 500 draws one.
      #expect(abs(trials[p].ridge.mean / expectedRidgeError(ratio: Double(p) / 40, noise: 0.5) - 1) < 0.05)
    }
    #expect(trials[30].ridge.mean < trials[40].ridge.mean && trials[40].ridge.mean < trials[60].ridge.mean)
    // Better than the shortest fit on average at every p, as it is the best of all linear fits.
    #expect(trials.arms.allSatisfy { trials[$0].ridge.mean < trials[$0].shortest.mean })
  }

  @Test("Theory: from ten features on the curve goes through all ten points, and never gets longer weights")
  func sineThroughPoints() {
    let sine = Sine(seed: 2)
    let y = Tensor(rows: sine.y.map { [$0] }, dtype: .float64)
    func miss(_ count: Int) -> Double {
      (matmul(Sine.cosines(sine.x, count: count), sine.weights(count)) - y).norm
    }
    // Rounding, 1e-16, times the condition of ten cosines, which may be 1e6.
    #expect([10, 11, 40, 400].allSatisfy { miss($0) < 1e-8 })
    #expect(miss(9) > 1e-3)
    let lengths = (10...60).map { sine.weights($0).norm }
    #expect(lengths.indices.dropFirst().allSatisfy { lengths[$0] <= lengths[$0 - 1] * (1 + 1e-9) })
  }

  static let digits = Result { try Digits.load() }

  private func run(_ samples: Int, _ width: Int, ridge: Double = 0.1, noise: Double = 0, seed: UInt64 = 0) throws
    -> FeatureRun
  {
    FeatureRun(
      Features(samples: samples, width: width), ridge: ridge, noise: noise, digits: try Self.digits.get(), seed: seed)
  }

  @Test("Theory: each feature beyond the hundredth shortens the fit of a hundred digits, which it reads all")
  func shortening() throws {
    let runs = try [100, 101, 110, 150, 300].map { try run(100, $0) }
    #expect(runs.allSatisfy { $0.trainingError == 0 })
    #expect(runs.indices.dropFirst().allSatisfy { runs[$0].length < runs[$0 - 1].length })
    #expect(try run(100, 300, ridge: 0).ridgeError == runs[4].error)
  }

  // MARK: Contrast

  @Test("Contrast: 100 digits are read worst with 100 features, best with 1,000, and a ridge needs no detour")
  func twoDescents() throws {
    for seed in [11, 12] as [UInt64] {
      let (narrow, peak, wide) = (
        try run(100, 40, seed: seed), try run(100, 100, seed: seed), try run(100, 1000, seed: seed)
      )
      // On average 22, 75 and 8 %.
      #expect(peak.error > 1.8 * narrow.error && wide.error < 0.7 * narrow.error)
      #expect(peak.length > 5 * narrow.length && wide.length < narrow.length)
      #expect(peak.ridgeError < narrow.ridgeError && peak.ridgeError < 0.5 * peak.error)
    }
  }

  @Test("Contrast: with 100 features 100 digits are worse than 50, unless there is a ridge")
  func moreDigits() throws {
    let (half, all) = (try run(50, 100), try run(100, 100))
    #expect(all.error > 1.5 * half.error && all.ridgeError < half.ridgeError)
  }

  private func networks(_ arms: [Network], seeds: [UInt64]) async throws -> Trials<Network, NetworkRun> {
    let digits = try Self.digits.get()
    return await Trials(arms, seeds: seeds) { NetworkRun($0, digits: digits, seed: $1) }
  }

  @Test("Contrast: with wrong labels 64 units trained to the end are worse than 12, with right ones or stopped better")
  func bump() async throws {
    let (small, middle) = (Network(units: 12), Network(units: 64))
    let (right, rightMiddle) = (Network(units: 12, noise: 0), Network(units: 64, noise: 0))
    let trials = try await networks([small, middle, right, rightMiddle], seeds: [21, 22, 23, 24])
    // In four blocks of six seeds 2.7 to 5.5 points; stopped −1.2 to −4.5; right labels −1.2 to −2.1.
    #expect(trials.difference(middle, small, \.error).mean > 1)
    #expect(trials.difference(middle, small, \.stoppedError).mean < 0)
    #expect(trials.difference(rightMiddle, right, \.error).mean < 0)
    #expect(trials[middle].trainingError.mean < 5 && trials[small].trainingError.mean > 10)
  }

  @Test("Contrast: with ten times the epochs 12 units learn all labels and are worst; 64 stay worse than 256")
  func tenfold() async throws {
    let arms = [256, 64, 12].map { Network(units: $0, epochs: 2000) }
    let trials = try await networks(arms, seeds: [31, 32])
    let errors = arms.map { trials[$0].error.mean }
    // On three other seeds 21, 25 and 35 %; after 200 epochs 18, 20 and 16 %.
    #expect(errors[2] > errors[1] && errors[1] > errors[0])
    #expect(trials[arms[2]].trainingError.maximum < 2)
  }

  @Test("Contrast: at a constant rate the test error falls, rises, and does not fall again within 400 epochs")
  func byTime() throws {
    let run = NetworkRun(
      Network(units: 64, epochs: 400, isDecayed: false), measuringAt: [1, 20, 200, 400], digits: try Self.digits.get(),
      seed: 41)
    let errors = run.errors
    #expect(errors.count == 4)
    // 64, 11, 23 and 24 on average.
    #expect(errors[0] > 40 && errors[1] < 18 && errors[2] > errors[1] + 4 && errors[3] > errors[1] + 4)
  }

  // MARK: Exercises

  @Test("Exercise 1: with 100 digits the peak stands at 100 features")
  func exerciseTrain() async throws {
    let lesson = try Lesson17.parse(["--train", "100"])
    let trials = await lesson.fit(
      [40, 80, 100, 125, 200].map(lesson.wide), seeds: [0, 1, 2], try Self.digits.get())
    let errors = trials.arms.map { trials[$0].error.mean }
    #expect(errors.firstIndex(of: errors.max() ?? 0) == 2 && errors[2] > 50)
  }

  @Test("Exercise 2: a ridge of a millionth takes a few points off the peak and leaves most of it")
  func exerciseRidge() async throws {
    let lesson = try Lesson17.parse(["--ridge", "1e-6"])
    let trials = await lesson.fit([lesson.wide(200)], seeds: Array(0..<6), try Self.digits.get())
    let run = trials[lesson.wide(200)]
    // In three blocks of ten seeds 67 to 69 % instead of 79 to 84 %.
    #expect(run.ridgeError.mean < run.error.mean - 5 && run.ridgeError.mean > 50)
  }

  @Test("Exercise 3: with 30 % wrong labels 2,000 features do not get clearly below 80, and with a ridge they do")
  func exerciseNoise() throws {
    let (narrow, wide) = (try run(200, 80, noise: 0.3), try run(200, 2000, noise: 0.3))
    #expect(wide.error > narrow.error - 5 && wide.ridgeError < narrow.error - 5)
  }

  // MARK: Refusal

  @Test("Refusal: the line says which option, what it must be and what it is")
  func message() throws {
    let error = try #require(throws: (any Error).self) { try Lesson17.parse(["--train=19"]) }
    #expect(
      Lesson17.message(for: error) == "The value '19' is invalid for '--train <train>': It must be from 20 to 400.")
  }
}
