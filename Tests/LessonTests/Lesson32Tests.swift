import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson32

@Suite("Lesson 32 · Adapters") struct Lesson32Tests {
  private func matrix(_ rows: [[Double]]) -> Tensor { Tensor(rows: rows, dtype: .float64) }

  /// An adapter of these matrices, without biases, after a dense layer of this weight and bias.
  private func adapter(
    after weight: [[Double]], _ bias: [Double], down: [[Double]], up: [[Double]], _ bend: Activation
  ) -> Adapter {
    var generator = RandomGenerator(seed: 0)
    let base = Dense(
      "base", weight: matrix(weight), bias: Tensor(shape: [bias.count], bias, dtype: .float64))
    let adapter = Adapter(after: base, bottleneck: down.count, activation: bend, using: &generator)
    adapter.down.weight.assign(matrix(down))
    adapter.up.weight.assign(matrix(up))
    return adapter
  }

  // MARK: By hand

  @Test(
    "By hand: h = −x and one ReLU unit with D = −1 and U = 2 are |x|; no straight line is nearer than 2/3 everywhere")
  func absolute() {
    let x = matrix([[-1], [0], [1]])
    let bent = adapter(after: [[-1]], [0], down: [[-1]], up: [[2]], .relu)
    #expect(bent(x).scalars == [1, 0, 1])  // −x + 2 max(x, 0), exact
    // Least squares of 1, 0, 1: slope (−1 + 1)/2 = 0, constant 2/3, squares 1/9 + 4/9 + 1/9 = 2/3; a step aside costs more.
    func squares(_ slope: Double, _ constant: Double) -> Double {
      [-1.0, 0, 1].reduce(0) { $0 + (slope * $1 + constant - abs($1)) * (slope * $1 + constant - abs($1)) }
    }
    #expect(abs(squares(0, 2.0 / 3) - 2.0 / 3) < 1e-15)
    for step in [-0.1, 0.1] { #expect(squares(step, 2.0 / 3) > 2.0 / 3 && squares(0, 2.0 / 3 + step) > 2.0 / 3) }
  }

  @Test("By hand: a frozen |h| with h = x − 1 becomes |x| by a linear adapter that only adds 1") func moved() {
    let linear = adapter(after: [[1]], [-1], down: [[0]], up: [[0]], .identity)
    linear.up.bias.assign(Tensor(shape: [1], [1], dtype: .float64))
    let h = linear(matrix([[-1], [0], [1]]))
    #expect((relu(h) + relu(-h)).scalars == [1, 0, 1])
  }

  @Test("By hand: h = (1, 2, −2) goes down to (−1, 2) and comes up as (1, 3, −4); without ReLU as (0, 3, −5)")
  func threeNumbers() {
    let (one, zero) = ([[1.0, 0, 0], [0, 1, 0], [0, 0, 1]], [0.0, 0, 0])
    let (down, up) = ([[1.0, 0, 1], [0, 1, 0]], [[1, 0], [0, 0.5], [1, -1]])
    let h = matrix([[1, 2, -2]])
    let bent = adapter(after: one, zero, down: down, up: up, .relu)
    let linear = adapter(after: one, zero, down: down, up: up, .identity)
    #expect(bent.down(h).scalars == [0, 2] && linear.down(h).scalars == [-1, 2])
    #expect(bent(h).scalars == [1, 3, -4])  // h + U (0, 2) = h + (0, 1, −2)
    #expect(linear(h).scalars == [0, 3, -5])  // h + U (−1, 2) = h + (−1, 1, −3)
    #expect(linear.merged?.weight.value.scalars == [2, 0, 1, 0, 1.5, 0, 1, -1, 2])  // I + U D
    #expect(bent.merged == nil)
  }

  @Test("By hand: four adapters with m = 8 have 2,208 numbers and take 2,048 products a letter more than 17,248")
  func counts() throws {
    #expect(adapterNumbers(bottleneck: 8) == 552)  // 2 · 32 · 8 + 8 + 32
    let model = try EnglishBase.load().model()
    // Two blocks of 4 · 32² + 2 · 32 · 64, and the head's 32 · 27.
    #expect(model.products == 2 * (4 * 1024 + 4096) + 864)
    var generator = RandomGenerator(seed: 1)
    for bottleneck in [1, 8, 64] {
      let adapted = model.with(.adapter(bottleneck, .relu), using: &generator)
      #expect(adapted.adapters.count == 4)
      #expect(adapted.parameterCount - model.parameterCount == 4 * adapterNumbers(bottleneck: bottleneck))
      #expect(adapted.products - model.products == 4 * adapterProducts(bottleneck: bottleneck))
      #expect(adapted.merged.products == adapted.products)  // a ReLU is in the way
      #expect(model.with(.adapter(bottleneck, .identity), using: &generator).merged.products == model.products)
    }
    for sites in [Sites.attention, .feedForward] {
      #expect(model.with(.adapter(8, .relu, at: sites), using: &generator).adapters.count == 2)
    }
    let changed = model.with(.lora(4), using: &generator)
    #expect(changed.products > model.products && changed.merged.products == model.products)
  }

  @Test("By hand: a quarter turn about (½, ¼) takes (1½, ¼) to (½, 1¼), and half a turn to (−½, ¼)") func turns() {
    let point = matrix([[1.5, 0.25]])
    for (degrees, place) in [(90.0, [0.5, 1.25]), (180, [-0.5, 0.25]), (0, [1.5, 0.25])] {
      let turned = turned(point, by: degrees).scalars
      #expect(turned.count == 2)
      for axis in 0..<2 { #expect(abs(turned[axis] - place[axis]) < 1e-15) }  // cos 90° is 6 · 10⁻¹⁷
    }
  }

  // MARK: Theory

  @Test(
    "Theory: with U = 0 no logit changes; D's gradient is zero at first and U's is not; with D = 0 too, both are, and only c learns"
  )
  func start() throws {
    let model = try EnglishBase.load().model()
    let batch = LetterBatch(try WordList.load(.spanish).words.prefix(20))
    for (start, downLearns, upLearns) in [(LowRankStart.zeroUp, false, true), (.bothZero, false, false)] {
      var generator = RandomGenerator(seed: 2)
      let adapted = model.with(.adapter(4, .identity), start: start, using: &generator)
      #expect(adapted(batch.inputs, at: batch.realPlaces) == model(batch.inputs, at: batch.realPlaces))
      let trained = adapted.training { $0.contains(".adapter.") }
      let gradients = valueAndGradients(of: trained) { batch.loss { adapted($0, at: $1) } }.gradients
      for adapter in adapted.adapters {
        #expect((gradients[adapter.down.weight.name]?.scalars.contains { $0 != 0 } == true) == downLearns)
        #expect((gradients[adapter.up.weight.name]?.scalars.contains { $0 != 0 } == true) == upLearns)
        #expect(gradients[adapter.up.bias.name]?.scalars.contains { $0 != 0 } == true)
      }
    }
  }

  @Test("Theory: a linear adapter is a matrix and a constant, one with ReLU is not") func crookedness() {
    var generator = RandomGenerator(seed: 3)
    let base = Dense("base", from: 32, to: 32, using: &generator)
    for bottleneck in [1, 8, 64] {
      let linear = Adapter(
        after: base, bottleneck: bottleneck, activation: .identity, start: .bothNormal, using: &generator)
      let bent = Adapter(after: base, bottleneck: bottleneck, start: .bothNormal, using: &generator)
      #expect(linear.crookedness(using: &generator) < 1e-5)  // rounding of float32
      // Without biases Δ(h) + Δ(−h) = U|D h| and Δ(h) − Δ(−h) = U D h: for one unit exactly as long.
      let crookedness = bent.crookedness(using: &generator)
      #expect(bottleneck > 1 || abs(crookedness - 1) < 1e-5)
      #expect(crookedness > 0.5)
    }
  }

  @Test("Theory: a linear adapter's change has the rank of its bottleneck, and never more than the width") func rank() {
    var generator = RandomGenerator(seed: 4)
    for bottleneck in [1, 3, 6, 9] {
      let base = Dense("base", from: 6, to: 6, dtype: .float64, using: &generator)
      let adapter = Adapter(
        after: base, bottleneck: bottleneck, activation: .identity, start: .bothNormal, using: &generator)
      let values = matmul(adapter.up.weight.value, adapter.down.weight.value).singularValues
      // What is zero in theory is some roundings of numbers of size 1.
      #expect(values.count { $0 > 1e-12 } == changeRank(bottleneck: bottleneck, width: 6))
    }
  }

  @Test("Theory: on a straight network linear adapters of any bottleneck find the line of logistic regression")
  func straightLines() {
    for bottleneck in [1, 8] {
      let run = MoonsRun(MoonsArm(base: .identity, bottleneck: bottleneck, bend: .identity), turn: 90, seed: 5)
      // Both are the best line for the same 300 points; Adam ends near it, and a test point or three lie between.
      #expect(abs(run.adapted - run.line) <= 1)
    }
  }

  // MARK: Contrast

  @Test("Contrast: a straight network gains its bends from the ReLU; one with ReLU needs none") func moons() {
    func share(_ base: Activation, _ bend: Activation) -> Double {
      MoonsRun(MoonsArm(base: base, bottleneck: 8, bend: bend), turn: 90, seed: 6).adapted
    }
    #expect(share(.identity, .relu) > share(.identity, .identity) + 5)
    #expect(share(.relu, .identity) > 95)
  }

  @Test("Contrast: with U drawn at random an adapter starts and ends behind one that starts as its base")
  func drawn() throws {
    let (base, words) = (try EnglishBase.load(), try WordList.load(.spanish))
    let gaps = (0..<UInt64(3)).map { seed in
      let task = LetterTask(words, words: 1000, seed: seed)
      let ends = [LowRankStart.bothNormal, .zeroUp].map { start in
        Run(.adapter(8, .relu), rate: 0.02, start: start, base: base, task: task).bits
      }
      return ends[0] - ends[1]
    }
    #expect(Summary(of: gaps).mean > 0)  // about 0.02, with a spread of 0.01
  }

  @Test(
    "Contrast: in ten times the steps ReLU and linear still end alike at m = 8, and at m = 64 the ReLU falls behind")
  func tenTimes() async throws {
    let (base, words) = (try EnglishBase.load(), try WordList.load(.spanish))
    let arms = [64, 8].flatMap { [Arm.adapter($0, .relu), .adapter($0, .identity)] }
    let sweep = await Sweep(arms, rates: [0.0025, 0.005], seeds: [0, 1], by: \.validationBits) {
      arm, rate, seed in
      Run(arm, rate: rate, steps: 1500, base: base, task: LetterTask(words, words: 1000, seed: seed))
    }
    #expect(abs(sweep[arms[2]].bits.mean - sweep[arms[3]].bits.mean) < 0.03)
    #expect(sweep[arms[0]].bits.mean > sweep[arms[1]].bits.mean)
  }

  @Test("Contrast: folded, a linear adapter takes the frozen network's time; with ReLU it takes longer") func time()
    throws
  {
    let model = try EnglishBase.load().model()
    let batch = LetterBatch(try WordList.load(.spanish).words.prefix(128))
    var generator = RandomGenerator(seed: 7)
    let models = [
      model, model.with(.adapter(8, .identity), using: &generator).merged,
      model.with(.adapter(8, .relu), using: &generator),
    ]
    let clock = ContinuousClock()
    var best = [Duration](repeating: .seconds(1000), count: 3)
    for _ in 0..<40 {
      for (index, model) in models.enumerated() {
        best[index] = min(best[index], clock.measure { _ = model(batch.inputs, at: batch.realPlaces) })
      }
    }
    // The best of forty in turn: the products alone are 12 % more.
    #expect(best[1] < best[0] * 1.1)
    #expect(best[2] > best[0] * 1.05)
  }

  // MARK: Exercises

  @Test("Exercise 1: turned half-way round, nearly all is wrong, and a linear adapter sets it right") func halfTurn()
    async throws
  {
    let trials = await (try Lesson32.parse(["--turn", "180"])).moons([8])
    let relu = trials[MoonsArm(base: .relu, bottleneck: 8, bend: .identity)]
    #expect(relu.frozen.mean < 5 && relu.adapted.mean > 95)
    let straight = trials[MoonsArm(base: .identity, bottleneck: 8, bend: .identity)]
    #expect(straight.frozen.mean < 20 && abs(straight.adapted.mean - straight.line.mean) < 1)
  }

  @Test("Exercise 2: one unit turns all with no ReLU, and with it only one side") func oneUnit() async throws {
    let trials = await (try Lesson32.parse(["--turn", "180", "--bottleneck", "1"])).moons([1])
    let arms = [Activation.relu, .identity].map { MoonsArm(base: .relu, bottleneck: 1, bend: $0) }
    #expect(trials[arms[0]].adapted.mean < trials[arms[1]].adapted.mean - 3)
  }

  @Test("Exercise 3: from m = 32 to 64 a linear adapter gains little: it could be any matrix already") func wide()
    async throws
  {
    let lesson = try Lesson32.parse(["--bottleneck", "32"])
    let arms = [32, 64].map { lesson.arm($0, .identity) }
    let tuned = await lesson.letters(try .load(), try .load(.spanish), arms)
    #expect(tuned[arms[0]].all[0].numbers == 8448)  // 4 (65 · 32 + 32)
    // From 16 to 64 one with ReLU gains 0.03; five seeds with a spread of 0.01 leave 0.006 to chance.
    #expect(abs(tuned[arms[0]].bits.mean - tuned[arms[1]].bits.mean) < 0.015)
  }

  // MARK: Refusal

  @Test("Refusal: an adapter without a bottleneck, and one after a layer of unknown width") func refuses() async throws
  {
    let none = try #require(throws: (any Error).self) { try Lesson32.parse(["--bottleneck=0"]) }
    #expect(
      Lesson32.message(for: none)
        == "The value '0' is invalid for '--bottleneck <bottleneck>': It must be from 1 to 64.")
    let far = try #require(throws: (any Error).self) { try Lesson32.parse(["--turn=181"]) }
    #expect(Lesson32.message(for: far).contains("'181' is invalid for '--turn <turn>'"))
    let trap = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = Adapter(after: LayerNorm("norm", features: 4), bottleneck: 2, using: &generator)
    }
    let message = trap.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
    #expect(message.contains("An adapter after a LayerNorm needs a name and a width."))
  }
}
