import Descent
import Numerics
import Testing

@Suite("Search") struct SearchTests {
  private let space = SearchSpace([
    Hyperparameter("rate", 0.001...10, .logarithmic), Hyperparameter("momentum", 0...0.99, .reverseLogarithmic),
    Hyperparameter("dropout", 0.1...0.5),
  ])

  // MARK: Spaces

  @Test("Half-way lies 0.1 between 0.001 and 10, 0.9 between 0 and 0.99, and 0.3 between 0.1 and 0.5")
  func halfway() {
    let values = space.values(at: [0.5, 0.5, 0.5])
    // √(0.001 · 10); 1 − √(1 · 0.01); the mean. A few roundings of a power.
    #expect(values.count == 3)
    #expect(abs((values["rate"] ?? 0) - 0.1) < 1e-15)
    #expect(abs((values["momentum"] ?? 0) - 0.9) < 1e-15)
    #expect(abs((values["dropout"] ?? 0) - 0.3) < 1e-15)
  }

  @Test("The ends are met exactly, and a value's share gives the value back")
  func ends() {
    for hyperparameter in space.hyperparameters {
      #expect(hyperparameter.value(at: 0) == hyperparameter.range.lowerBound)
      #expect(abs(hyperparameter.value(at: 1) - hyperparameter.range.upperBound) < 1e-14)
      for share in [0, 0.3, 0.75, 1] {
        // Logarithms of numbers down to 0.01: some roundings, a hundred times larger relative to 1 − 0.99.
        #expect(abs(hyperparameter.share(of: hyperparameter.value(at: share)) - share) < 1e-13)
      }
    }
  }

  @Test("What is fixed has its value everywhere and no axis")
  func fixing() throws {
    let fixed = try space.fixing("momentum=0.95")
    #expect(fixed.dimensions == 2 && fixed.searched.map(\.name) == ["rate", "dropout"])
    let values = fixed.values(at: [1, 0])
    #expect(values["momentum"] == 0.95 && values["dropout"] == 0.1)
    #expect(try space.fixing("momentum", at: 0.95) == fixed)
  }

  @Test(
    "Refusal: an unknown name, a value outside, no number, and the last one that is searched",
    arguments: [
      ("momentun=0.9", "there is no hyperparameter “momentun” to fix; there are rate, momentum, dropout."),
      ("dropout=0.6", "dropout must be from 0.1 to 0.5, but is 0.6."),
      ("dropout=nan", "dropout must be from 0.1 to 0.5, but is nan."),
      ("dropout", "what is fixed is written NAME=NUMBER, such as momentum=0.9, not “dropout”."),
      ("dropout=half", "what is fixed is written NAME=NUMBER, such as momentum=0.9, not “dropout=half”."),
    ])
  func refusesToFix(text: String, message: String) throws {
    let error = try #require(throws: SearchSpaceError.self) { try space.fixing(text) }
    #expect("\(error)" == message)
    let one = try space.fixing("rate=1").fixing("dropout=0.1")
    #expect(throws: SearchSpaceError.nothingLeft) { try one.fixing("momentum=0.5") }
  }

  @Test("Refusal: an empty range, a logarithm of zero, a momentum of one, two of one name, and a point outside")
  func refusals() async {
    await #expect(processExitsWith: .failure) { _ = Hyperparameter("rate", 1...1) }
    await #expect(processExitsWith: .failure) { _ = Hyperparameter("rate", 0...1, .logarithmic) }
    await #expect(processExitsWith: .failure) { _ = Hyperparameter("momentum", 0...1, .reverseLogarithmic) }
    await #expect(processExitsWith: .failure) {
      _ = SearchSpace([Hyperparameter("rate", 0...1), Hyperparameter("rate", 0...2)])
    }
    await #expect(processExitsWith: .failure) { _ = SearchSpace([Hyperparameter("rate", 0...1)]).values(at: [1.5]) }
  }

  // MARK: Points

  @Test("Grids of at most 16 points are 16, 4 × 4, 4 × 2 × 2 and 2 × 2 × 2 × 2; of at most 8 in four, 2 × 2 × 2 × 1")
  func sides() {
    let all = (1...4).map { SearchPoints.gridSides(atMost: 16, dimensions: $0) }
    #expect(all == [[16], [4, 4], [4, 2, 2], [2, 2, 2, 2]])
    #expect(SearchPoints.gridSides(atMost: 8, dimensions: 4) == [2, 2, 2, 1])
    #expect(SearchPoints.gridSides(atMost: 1, dimensions: 3) == [1, 1, 1])
  }

  @Test("A grid of 2 × 3 lies in the middle of its cells, or a quarter into them")
  func grid() {
    let sixths = SearchPoints.grid(sides: [2, 3])
    let rates = sixths.map { $0[0] }
    #expect(rates == [0.25, 0.25, 0.25, 0.75, 0.75, 0.75])
    expectClose(Array(sixths.map { $0[1] }[..<3]), [1.0 / 6, 0.5, 5.0 / 6], within: 1e-15)  // a rounding
    #expect(SearchPoints.grid(sides: [2, 1], shift: [0.25, 0]) == [[0.125, 0], [0.625, 0]])
  }

  @Test(
    "Halton's first points in bases 2 and 3: (1/2, 1/3), (1/4, 2/3), (3/4, 1/9), (1/8, 4/9); the sixth is (3/8, 2/9)")
  func halton() {
    let points = SearchPoints.halton(6, dimensions: 2)
    let expected: [[Double]] = [[1.0 / 2, 1.0 / 3], [1.0 / 4, 2.0 / 3], [3.0 / 4, 1.0 / 9], [1.0 / 8, 4.0 / 9]]
    #expect(points.count == 6)
    // Powers of two are exact, thirds have a rounding or two.
    for index in 0..<4 { expectClose(points[index], expected[index], within: 1e-15) }
    // 6 is 110 in base 2, mirrored 0.011; 20 in base 3, mirrored 0.02.
    #expect(abs(points[5][0] - 3.0 / 8) < 1e-16 && abs(points[5][1] - 2.0 / 9) < 1e-15)
    // 1/2 + 0.75 is 1.25, which is 0.25 modulo 1.
    #expect(SearchPoints.halton(1, dimensions: 1, shift: [0.75]) == [[0.25]])
  }

  @Test("Of 3⁴ Halton points each ninth of the second axis holds nine, but those by chance do not")
  func evenness() {
    func counts(_ points: [[Double]]) -> [Int] {
      points.reduce(into: [Int](repeating: 0, count: 9)) { counts, point in
        counts[min(8, Int(point[1] * 9 + 1e-9))] += 1
      }
    }
    // Points 1 … 81 instead of 0 … 80: one moves from 0 to 1/243, within its ninth.
    #expect(counts(SearchPoints.halton(81, dimensions: 2)) == [Int](repeating: 9, count: 9))
    var generator = RandomGenerator(seed: 1)
    let random = SearchPoints.random(81, dimensions: 2, using: &generator)
    #expect(counts(random) != [Int](repeating: 9, count: 9))
    #expect(random.count == 81 && random.allSatisfy { $0.count == 2 })
    #expect(random.joined().allSatisfy { $0 >= 0 && $0 < 1 })
  }

  // MARK: The Gaussian process

  @Test(
    "With y(0) = 1, y(1) = 0 and l = 1 the mean at ½ is 0.549318 and the variance 0.030456; at 1½ −0.333178 and 0.151029"
  )
  func twoPoints() {
    let process = GaussianProcess(points: [[0], [1]], values: [1, 0], lengthScale: 1)
    // k(0, 1) = e^−½ = 0.606531; A⁻¹y = (1, −0.606531)/(1 − e⁻¹); at ½ both likenesses are e^−⅛ = 0.882497. Six decimals.
    let places = process.predict([[0.5], [1.5], [0]])
    #expect(places.count == 3)
    #expect(abs(places[0].mean - 0.549318) < 5e-7 && abs(places[0].variance - 0.030456) < 5e-7)
    #expect(abs(places[1].mean + 0.333178) < 5e-7 && abs(places[1].variance - 0.151029) < 5e-7)
    // Where it was measured without noise it is known.
    #expect(abs(places[2].mean - 1) < 1e-14 && places[2].variance < 1e-14)
    // EI below 0 at 1½: z = 0.333178/√0.151029 = 0.857319.
    #expect(abs(places[1].expectedImprovement(below: 0) - 0.375356) < 5e-7)
  }

  @Test("With noise s one value y pulls the mean at its place to y/(1 + s), and its likelihood is that of N(0, 1 + s)")
  func noise() {
    let process = GaussianProcess(points: [[0.3, 0.7]], values: [2], lengthScale: 0.5, noise: 0.25)
    let there = process.predict([[0.3, 0.7]])[0]
    #expect(abs(there.mean - 1.6) < 1e-15)  // 2/1.25
    #expect(abs(there.variance - 0.2) < 1e-15)  // 1 − 1/1.25
    let logDensity: Double = -1.6 - 0.5 * Double.log(2.5 * Double.pi)  // −½ · 4/1.25 − ½ ln(2π · 1.25)
    #expect(abs(process.logLikelihood - logDensity) < 1e-15)
    // Far away nothing is known.
    let far = process.predict([[30, 0]])[0]
    #expect(far.mean == 0 && far.variance == 1)
  }

  @Test("A wave of length 1 makes long length scales likely, and noise none")
  func likelihood() {
    let x = (0..<12).map { Double($0) / 11 }
    let wave = x.map { Double.sin(2 * .pi * $0) }
    var generator = RandomGenerator(seed: 2)
    let noise = x.map { _ in generator.normal() }
    func likely(_ values: [Double]) -> GaussianProcess {
      .mostLikely(points: x.map { [$0] }, values: values, lengthScales: [0.01, 0.3, 10], noises: [1e-4, 0.5])
    }
    #expect(likely(wave).lengthScale == 0.3 && likely(wave).noise == 1e-4)
    #expect(likely(noise).lengthScale != 0.3 || likely(noise).noise == 0.5)
  }

  @Test("Expected improvement with σ = 1: 0.398942 where μ is the best, 1.083315 one below, 0.083315 one above")
  func expectedImprovement() {
    // A place far from the only measurement, 0 at 0, has μ = 0 and σ = 1. φ(0); Φ(1) + φ(1); φ(1) − Φ(−1). Six decimals.
    let place = GaussianProcess(points: [[0]], values: [0], lengthScale: 0.1).predict([[90]])[0]
    #expect(abs(place.expectedImprovement(below: 0) - 0.398942) < 5e-7)
    #expect(abs(place.expectedImprovement(below: 1) - 1.083315) < 5e-7)
    #expect(abs(place.expectedImprovement(below: -1) - 0.083315) < 5e-7)
    #expect(place.expectedImprovement(below: 1, margin: 1) == place.expectedImprovement(below: 0))
  }

  @Test("On a bowl a Bayesian search of 16 comes closer than its first 8, which are Halton's, and than 8 more of them")
  func bowl() {
    func bowl(_ x: [Double]) -> Double { (x[0] - 0.3) * (x[0] - 0.3) + (x[1] - 0.6) * (x[1] - 0.6) }
    func search(exploring: Int, seed: UInt64) -> BayesianSearch {
      var search = BayesianSearch(dimensions: 2, exploring: exploring, seed: seed)
      for _ in 0..<16 {
        let point = search.nextPoint()
        search.record(bowl(point), at: point)
      }
      return search
    }
    for seed in 0..<5 as Range<UInt64> {
      let (bayesian, halton) = (search(exploring: 8, seed: seed), search(exploring: 16, seed: seed))
      #expect(bayesian.points.count == 16 && Array(bayesian.points[..<8]) == Array(halton.points[..<8]))
      // Sixteen even points leave gaps of a quarter, so a best value of 0.01 is usual; the model finds the bottom.
      #expect((bayesian.values.min() ?? 1) < 0.002)
      #expect((bayesian.values.min() ?? 1) < (halton.values.min() ?? 0))
    }
  }

  @Test("Refusal: no points, values that are missing, two points in one place without noise, and a nan")
  func refusesProcesses() async {
    await #expect(processExitsWith: .failure) { _ = GaussianProcess(points: [], values: [], lengthScale: 1) }
    await #expect(processExitsWith: .failure) { _ = GaussianProcess(points: [[0]], values: [1, 2], lengthScale: 1) }
    await #expect(processExitsWith: .failure) {
      _ = GaussianProcess(points: [[0.5], [0.5]], values: [1, 2], lengthScale: 1)
    }
    await #expect(processExitsWith: .failure) {
      var search = BayesianSearch(dimensions: 1, exploring: 2, seed: 0)
      search.record(.nan, at: [0.5])
    }
  }

  // MARK: What it stands on

  @Test("Cholesky by hand: [[4, 2], [2, 10]] is L Lᵀ with L = [[2, 0], [1, 3]]; L x = (2, 7) has the solution (1, 2)")
  func choleskyByHand() throws {
    let triangle = try #require(cholesky(Tensor(rows: [[4, 2], [2, 10]], dtype: .float64)))
    #expect(triangle.scalars == [2, 0, 1, 3])
    // 2x = 2, then 1 + 3y = 7.
    #expect(solveLower(triangle, Tensor(rows: [[2], [7]], dtype: .float64)).scalars == [1, 2])
    #expect(cholesky(Tensor(rows: [[1, 2], [2, 1]], dtype: .float64)) == nil)  // its eigenvalues are 3 and −1
  }

  @Test("Cholesky of a random A Aᵀ + I gives it back, and the forward substitution its right-hand sides")
  func choleskyRandom() throws {
    var generator = RandomGenerator(seed: 6)
    let a = Tensor.normal([20, 20], dtype: .float64, using: &generator)
    let square =
      matmul(a, a.transposed) + Tensor(shape: [20, 20], (0..<400).map { $0 % 21 == 0 ? 1 : 0 }, dtype: .float64)
    let triangle = try #require(cholesky(square))
    #expect((matmul(triangle, triangle.transposed) - square).norm < 1e-14 * square.norm)  // some roundings
    let b = Tensor.normal([20, 3], dtype: .float64, using: &generator)
    #expect((matmul(triangle, solveLower(triangle, b)) - b).norm < 1e-13 * b.norm)
  }

  // MARK: The hypergradient

  @Test("On ½w² from w = 1 with η = 0.1 and κ = 0.01 the rate is 0.1, 0.109, 0.1162171 and w 0.9, 0.8019, 0.708705")
  func hypergradient() {
    // η = 0.1 + 0.01 · 0.9 · 1; w = 0.9 (1 − 0.109); η = 0.109 + 0.01 · 0.8019 · 0.9; w = 0.8019 (1 − 0.1162171).
    var optimizer = HypergradientDescent(learningRate: 0.1, hyperRate: 0.01)
    let weight = Parameter("weight", Tensor(1, dtype: .float64))
    var (rates, weights): ([Double], [Double]) = ([], [])
    for _ in 0..<3 {
      optimizer.update(
        weight, with: valueAndGradients(of: weight) { square(weight.value) * 0.5 }.gradients)
      rates.append(optimizer.learningRate)
      weights.append(weight.tensor.item)
    }
    expectClose(rates, [0.1, 0.109, 0.1162171], within: 1e-12)
    expectClose(weights, [0.9, 0.8019, 0.7087055], within: 1e-7)  // seven decimals
  }

  @Test("Without κ it is gradient descent, and a rate that would fall below 0 stays at 0")
  func hypergradientEnds() {
    expectClose(
      bowlPath(HypergradientDescent(learningRate: 0.1, hyperRate: 0), steps: 5),
      bowlPath(SGD(learningRate: 0.1), steps: 5), within: 0)
    // η = 1.5 jumps to −½, g·g = −½: with κ = 10 the rate would be −3.5, so that w stays.
    expectClose(
      bowlPath(HypergradientDescent(learningRate: 1.5, hyperRate: 10), steps: 3), [1, -0.5, -0.5, -0.5 + 2.5 * 0.5],
      within: 1e-12)
  }
}
