import Datasets
import Descent
import Experiments
import Foundation
import Testing

@testable import Lesson35

@Suite("Lesson 35 · Pruning") struct Lesson35Tests {
  /// A network from seed 7, trained once for all tests.
  private static let trained: (task: LeNetTask, network: Trained)? = {
    guard let digits = try? Digits.load() else { return nil }
    let task = LeNetTask(digits)
    return (task, Trained(task, seed: 7))
  }()

  // MARK: By hand

  @Test("By hand: the page's W loses the six up to 0.3, squares rank as magnitudes do, and twice a fifth leaves 64 %")
  func twelve() {
    let w = Tensor(rows: [[0.9, -0.1, 0.2, 0.05], [-0.6, 0.7, -0.3, 0.8], [0.4, 0.25, -0.15, 1]])
    let mask = magnitudeMask(of: w, removing: 0.5)
    #expect(mask == Tensor(rows: [[1, 0, 0, 0], [1, 1, 0, 1], [1, 0, 0, 1]]))
    #expect(magnitudeMask(of: square(w), removing: 0.5) == mask)
    let rows = [1.25, 2.4, 1.8]  // 0.9 + 0.1 + 0.2 + 0.05, …
    for (sum, expected) in zip(abs(w).sum(axes: [1]).scalars, rows) { #expect(abs(sum - expected) < 1e-6) }  // float32
    #expect(rowMask(of: w, removing: 1.0 / 3, norm: 1).sum(axes: [1]).scalars == [0, 4, 4])
    // 61,470 lose 12,294, then of 49,176 another round(9835.2) = 9835; that is 39,341 of 61,470.
    #expect(abs(Double(61_470 - 12_294 - 9835) / 61_470 - 0.64) < 1e-5)
  }

  @Test("By hand: LeNet has 61,706 numbers and takes 416,520 products a picture; with half of its units 133,740")
  func counts() {
    var generator = RandomGenerator(seed: 1)
    let network = LeNet(using: &generator)
    let count = FreshLayer.leNet.reduce(0) { $0 + $1.weights }
    #expect(count == 61_470 && network.parameterCount == count + 236)
    #expect(FreshLayer.leNet.map(\.weights) == network.penalizedParameters.map(\.tensor.count))
    #expect(FreshLayer.leNet.map(\.fanIn) == network.penalizedParameters.map { $0.tensor.count / $0.tensor.shape[0] })
    // 784 · 150 + 100 · 2400 + 48,000 + 10,080 + 840, and 784 · 75 + 100 · 600 + 12,000 + 2520 + 420.
    #expect(pictureProducts(network) == 416_520)
    let half = network.keeping(share: 0.5)
    #expect(half.widths == (3, 8, 60, 42) && pictureProducts(half) == 133_740 && half.parameterCount == 15_738)
    // 4/(4 · 0.1 + 0.125) = 7.62
    #expect(abs(sparseGain(removed: 0.9) - 7.619) < 1e-3)
  }

  @Test("By hand: units of means 0, 2, 0, 1 and norms 1, 3, 2, 1.5: two are silent, the two smallest find one")
  func activity() {
    // Rows of the output are digits; unit 1 answers 4 and 0, unit 3 answers 1 and 1.
    let output = Tensor(rows: [[0, 4, 0, 1], [0, 0, 0, 1]])
    let activity = Activity(output, Tensor(rows: [[1, 0], [-2, 1], [1, -1], [1, 0.5]]))
    #expect(activity.means == [0, 2, 0, 1] && activity.norms == [1, 3, 2, 1.5])
    #expect(activity.active == [1, 3] && activity.silentCount == 2 && activity.found == 0.5)
    // Ranks of the norms 0, 3, 2, 1, of the means ½, 3, ½, 2: products with the mean 1.5 removed add up to 3,
    // squares to 5 and 4.5: 3/√22.5.
    #expect(abs(activity.correlation - 3 / 22.5.squareRoot()) < 1e-12)
  }

  // MARK: Theory

  @Test("Theory: at 20 % t is 0.011093, and a network's first weights keep what the equation says")
  func shares() {
    #expect(abs(threshold(removing: 0.2) - 0.011093) < 1e-6)
    // 1 − 0.011093 · √25, √150, √400, √120, √84
    for (share, expected) in zip(keptShares(removing: 0.2), [0.9445, 0.8641, 0.7781, 0.8785, 0.8983]) {
      #expect(abs(share - expected) < 2e-4)
    }
    var generator = RandomGenerator(seed: 3)
    let weights = LeNet(using: &generator).penalizedParameters.map(\.value)
    for amount in [0.2, 0.5, 0.9] {
      let kept = magnitudeMasks(of: weights, removing: amount).map { $0.mean().item }
      let predicted = keptShares(removing: amount)
      let total = zip(FreshLayer.leNet, predicted).reduce(0) { $0 + Double($1.0.weights) * $1.1 }
      #expect(abs(total / 61_470 - (1 - amount)) < 1e-9 && kept.count == 5)
      // A share p of n draws has a standard deviation of at most 1/(2√n); 4 of them.
      for (layer, share) in predicted.enumerated() {
        #expect(abs(kept[layer] - share) < 2 / Double(FreshLayer.leNet[layer].weights).squareRoot())
      }
    }
  }

  @Test("Theory: a unit's absence costs what masking its row and bias costs, and a silent unit's nothing")
  func absence()
    throws
  {
    let (task, trained) = try #require(Self.trained)
    let network = trained.network()
    let probe = Probe()
    let whole = softmaxCrossEntropy(
      network(task.training.pixels, hook: probe.callAsFunction), labels: task.training.labels
    ).item
    let answers = probe.readings[3].output
    let rises = rises(without: answers, task) { network.fc3($0) }
    let silent = answers.mean(axes: [0]).scalars.indices.filter { answers.mean(axes: [0]).scalars[$0] == 0 }
    #expect(rises.count == 84 && !silent.isEmpty && silent.allSatisfy { rises[$0] == 0 })
    let kept = (0..<84).filter { $0 != 5 }
    let without = softmaxCrossEntropy(
      network.keeping(fc2: kept)(task.training.pixels), labels: task.training.labels
    ).item
    #expect(abs(without - whole - rises[5]) < 1e-5)  // float32, losses below 1
  }

  @Test("Theory: masks double the numbers of the file that is written, silent units leave it, answers stay")
  func files() throws {
    let (task, trained) = try #require(Self.trained)
    let network = trained.network()
    let url = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    func written() throws -> Int {
      try Data(SafeTensors(network.state).encoded()).write(to: url)
      return try Data(contentsOf: url).count
    }
    let whole = Size(network, task)
    #expect(try whole.numbers == 61_706 && whole.bytes == written() && whole.bytes > 4 * 61_706)
    Ranking.global.prune(network, removing: 0.9, using: trained.generator)
    let masked = Size(network, task)
    #expect(try masked.numbers == 61_706 + 61_470 && masked.bytes == written())
    #expect(masked.multiplications == whole.multiplications)
    let units = Units(task, trained)
    let left = (units.after[2].active.count, units.after[3].active.count)
    var generator = RandomGenerator(seed: 1)
    #expect(units.small.numbers == LeNet(widths: (6, 16, left.0, left.1), using: &generator).parameterCount)
    #expect(units.changedAnswers <= 2 && units.small.bytes < whole.bytes)
  }

  @Test("Theory: removed weights stay 0 while what is left trains on, in one cut and in rounds", arguments: [1, 3])
  func masksHold(rounds: Int) throws {
    let (task, trained) = try #require(Self.trained)
    let network = trained.network()
    var generator = trained.generator
    for round in 1...rounds {
      let left = pow(0.1, Double(round) / Double(rounds))
      let earlier = network.penalizedParameters.map(\.mask)
      Ranking.global.prune(network, removing: 1 - left, using: generator)
      task.train(network, epochs: 1, using: &generator) { network($0) }
      let masks = network.penalizedParameters.compactMap(\.mask)
      #expect(masks.count == 5 && abs(masks.reduce(0) { $0 + $1.sum().item } - left * 61_470) <= 0.5)
      for (weight, earlier) in zip(network.penalizedParameters, earlier) {
        let mask = try #require(weight.mask)
        #expect((weight.value * (1 - mask)).norm == 0)
        if let earlier { #expect(mask * earlier == mask) }  // what has gone does not come back
      }
    }
  }

  // MARK: Contrast

  @Test("Contrast: nine tenths go without loss by one ranking, not by one a layer, nor by chance, nor in ten epochs")
  func rankings() async throws {
    let (task, trained) = try #require(Self.trained)
    func runs(_ epochs: Int, _ arms: [Arm]) async -> [Run] {
      let plan = Plan(amount: 0.9, rounds: 1, epochs: epochs)
      return await inParallel(over: arms) { Run(task, trained, $0, plan) }
    }
    let arms: [Arm] = [.whole, .weights(.global), .weights(.local), .weights(.random)]
    let once = await runs(1, arms)
    #expect(once[1].after > once[0].after - 3 && once[1].after > once[1].before + 10)
    #expect(once[2].after < once[1].after && once[3].after < once[2].after)
    // Ten times the epochs: the order stays.
    let long = await runs(10, Array(arms.dropFirst()))
    #expect(long[1].after < long[0].after && long[2].after < long[1].after - 10)
  }

  @Test("Contrast: the order is the same at half and at two and a half times the rate", arguments: [0.001, 0.005])
  func rates(rate: Double) async throws {
    let (task, trained) = try #require(Self.trained)
    let read = await inParallel(over: Ranking.allCases) { ranking in
      let network = trained.network()
      var (generator, optimizer) = (trained.generator, Adam(learningRate: rate))
      ranking.prune(network, removing: 0.9, using: generator)
      train(
        network, with: &optimizer, samples: task.training.labels.count, batchSize: 64, epochs: 1, incomplete: .drop,
        using: &generator
      ) { places in
        softmaxCrossEntropy(
          network(task.training.pixels.take(rows: places)), labels: places.map { task.training.labels[$0] })
      }
      return task.percentRead(network)
    }
    #expect(read[0] > read[1] && read[1] > read[2] && read[0] > 85)
  }

  @Test("Contrast: half of the units, three epochs later, read about what as small a network reads from scratch")
  func units() async throws {
    let (task, trained) = try #require(Self.trained)
    let plan = Plan(amount: 0.9, rounds: 1, epochs: 1)
    let runs = await inParallel(over: [Arm.units(share: 0.5), .scratch(share: 0.5)]) { Run(task, trained, $0, plan) }
    #expect(runs[0].size.numbers == 15_738 && runs[1].size.numbers == 15_738)
    #expect(runs[0].after > runs[0].before && abs(runs[0].after - runs[1].after) < 5)
    #expect(runs[1].before < 25)  // untrained
  }

  @Test("Contrast: a residual network is cut to a quarter of its hidden units in three ways, and trains on")
  func three()
    throws
  {
    let digits = try Digits.load()
    var generator = RandomGenerator(seed: 4)
    let network = ResidualNetwork(using: &generator)
    let task = DigitsTask(training: digits[0..<1200], test: digits[1200..<digits.count], generator: generator)
    for (blocks, units) in [(4, 16), (1, 64), (2, 32)] {
      let small = network.keeping(blocks: blocks, units: units, on: task.training)
      #expect(small.blocks.map { $0.up.weight.tensor.shape } == Array(repeating: [units, 64], count: blocks))
      // Of 4 · 64 · 129 numbers in the hidden layers, 64 · 129 are left, and 64 biases a block; beside 4160 and 650.
      #expect(small.parameterCount == 64 * 129 + 64 * blocks + 4160 + 650)
    }
    // All blocks, all units: the same answers.
    let same = network.keeping(blocks: 4, units: 64, on: task.training)
    #expect(same(digits[0..<9].pixels) == network(digits[0..<9].pixels))
    let outcome = WidthAndDepth(digits, seed: 4)
    for (cut, trained) in zip(outcome.cut, outcome.trained) { #expect(trained > 80 && cut < trained) }
    #expect(outcome.cut.count == 3 && WidthAndDepth.bothLead([1, 2, 3]) && !WidthAndDepth.bothLead([1, 3, 3]))
  }

  // MARK: Exercises

  @Test("Exercise 1: with one weight in twenty left an epoch wins back most by one ranking, little by one a layer")
  func twentieth() throws {
    let (task, trained) = try #require(Self.trained)
    let plan = try Lesson35.parse(["--amount", "0.95"]).plan
    let runs = [Ranking.global, .local].map { Run(task, trained, .weights($0), plan) }
    #expect(runs[0].after > runs[0].before + 10 && runs[0].after > runs[1].after + 20)
  }

  @Test("Exercise 2: in three rounds as in one cut and three epochs, most digits are read") func rounds() throws {
    let (task, trained) = try #require(Self.trained)
    let plan = try Lesson35.parse(["--amount", "0.95", "--rounds", "3"]).plan
    let once = Plan(amount: 0.95, rounds: 1, epochs: 3)
    let runs = [plan, once].map { Run(task, trained, .weights(.global), $0) }
    #expect(runs[0].before == runs[1].before && runs.allSatisfy { $0.after > 70 && $0.after > $0.before })
    #expect(abs(runs[0].after - runs[1].after) < 10)
  }

  @Test("Exercise 3: after three epochs a ranking for each layer has come closer, but is behind") func threeEpochs()
    throws
  {
    let (task, trained) = try #require(Self.trained)
    let plans = [Plan(amount: 0.9, rounds: 1, epochs: 1), try Lesson35.parse(["--epochs-after", "3"]).plan]
    func gap(_ plan: Plan) -> Double {
      Run(task, trained, .weights(.global), plan).after - Run(task, trained, .weights(.local), plan).after
    }
    let gaps = plans.map(gap)
    #expect(gaps[1] > 0 && gaps[1] < gaps[0])
  }

  // MARK: Refusal

  @Test("Refusal: less than a half to remove, everything, and no round") func refuses() throws {
    for (options, words) in [
      (["--amount=1"], "The value '1' is invalid for '--amount <amount>': It must be from 0.5 to 0.99."),
      (["--rounds=0"], "The value '0' is invalid for '--rounds <rounds>': It must be from 1 to 5."),
    ] {
      let error = try #require(throws: (any Error).self) { try Lesson35.parse(options) }
      #expect(Lesson35.message(for: error) == words)
    }
  }
}
