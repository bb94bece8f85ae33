import Datasets
import Descent
import Experiments

// MARK: - In which order

/// In which order an epoch takes samples that a file keeps sorted by class.
enum Order: Hashable, Sendable {
  /// As the file has them.
  case sorted
  /// Through a shuffle buffer of this length.
  case buffer(Int)
  /// The file's batches in random order, each almost always of one class.
  case classes
  /// In one random order, the same in every epoch.
  case once
  /// In a random order of its own for each epoch.
  case everyEpoch
  /// Drawn anew for each place, so that some come twice and some not at all.
  case replacement
}

/// An order, the momentum, and the learning rate in units of the usual one.
struct Arm: Hashable, Sendable, CustomStringConvertible {
  let order: Order
  let momentum: Double
  var rateShare = 1.0

  /// 0.1 for plain descent; with momentum less, 0.1 √(1 − β), since steps add up.
  var rate: Double { rateShare * 0.1 * (1 - momentum).squareRoot() }
  var description: String { "\(order)-momentum-\(momentum)\(rateShare == 1 ? "" : "-rate-\(rateShare)")" }
}

/// The share of the newest run in what leaves a buffer when that run has just been read, over many runs of a long file.
func measuredNewestShare(buffer length: Int, run: Int, seed: UInt64) -> Double {
  var generator = RandomGenerator(seed: seed)
  var buffer = [Int](repeating: 0, count: length)
  let runs = 20
  var newest = 0
  for label in 1...runs {
    for _ in 0..<run { buffer[generator.integer(below: length)] = label }
    newest += buffer.count { $0 == label }
  }
  return Double(newest) / Double(runs * length)
}

/// Training a network 64-32-10 on 1,000 digits that stand in their file sorted by class; 797 others are tested.
struct Training: Sendable {
  let samples = 1000, batchSize = 20, epochs = 8
  var stepsPerEpoch: Int { samples / batchSize }

  func task(_ digits: Digits, seed: UInt64) -> DigitsTask {
    DigitsTask(digits, training: samples, test: digits.count - samples, seed: seed)
  }
}

/// What came of one order.
struct Run: Sendable {
  /// The share of the test digits that are read after each epoch, in percent.
  private(set) var accuracies: [Double] = []
  /// The hidden units that are silent on every training digit after the budget, of 32.
  private(set) var silent = 0
  /// Of each class the share that is read, after each step of the budget's last two epochs.
  private(set) var recalls: [[Double]] = []
  /// What is read when the budget is spent, and after the last epoch.
  private(set) var accuracy = Double.nan
  var late: Double { accuracies[accuracies.count - 1] }

  /// - Parameters:
  ///   - times: for how many budgets it goes on.
  ///   - watched: whether the recall of each class is measured.
  init(_ training: Training, _ arm: Arm, times: Int = 1, watched: Bool = false, on task: DigitsTask) {
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    var orders = generator.split()
    var optimizer = Momentum(learningRate: arm.rate, momentum: arm.momentum)
    let labels = task.training.labels
    let file = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    let once = orders.permutation(of: file.count)
    var run = self
    train(
      network, with: &optimizer, samples: file.count, batchSize: training.batchSize, epochs: times * training.epochs,
      order: { _, _ in
        switch arm.order {
        case .sorted: file
        case .buffer(let length): throughBuffer(file, length: length, using: &orders)
        case .classes:
          orders.permutation(of: training.stepsPerEpoch)
            .flatMap { file[$0 * training.batchSize..<($0 + 1) * training.batchSize] }
        case .once: once
        case .everyEpoch: orders.permutation(of: file.count)
        case .replacement: file.map { _ in orders.integer(below: file.count) }
        }
      }, using: &generator,
      loss: { places in
        let batch = task.training[places]
        return softmaxCrossEntropy(network(batch.pixels), labels: batch.labels)
      },
      afterStep: { step in
        if watched && (training.epochs - 2..<training.epochs).contains(step.epoch) {
          run.recalls.append(task.test.recalls { network($0) })
        }
        guard step.isLastOfEpoch else { return true }
        run.accuracies.append(100 * task.testAccuracy { network($0) })
        if step.epoch + 1 == training.epochs {
          let hidden = network.layers[0](task.training.pixels)
          run.silent = Int((hidden.sum(axes: [0]).zeroShare * 32).rounded())
        }
        return true
      })
    run.accuracy = run.accuracies[training.epochs - 1]
    self = run
  }
}

extension Digits {
  /// Of each class the share that is read as what it is.
  func recalls(_ logits: (Tensor) -> Tensor) -> [Double] {
    let answers = logits(pixels).argmax(axis: 1)
    return (0..<10).map { digit in
      let places = labels.indices.filter { labels[$0] == digit }
      return Double(places.count { answers[$0] == digit }) / Double(places.count)
    }
  }
}

extension Trials<Arm, Run> {
  /// By how many points an arm is behind another, on average.
  func gap(_ arm: Arm, _ other: Arm, _ value: (Run) -> Double) -> Double { difference(other, arm, value).mean }
  /// Whether it is so many points behind in 5 of 6 seeds.
  func isBehind(_ arm: Arm, _ other: Arm, by points: Double, _ value: (Run) -> Double) -> Bool {
    6 * count(arm, other) { value($0) <= value($1) - points } >= 5 * seeds.count
  }
}

// MARK: - A batch as a sample

/// How far the gradient of a batch lies from that of all digits, at the first weights, in units of the latter's length.
struct Noise: Sendable {
  /// The sizes of batches that are drawn; the first five with replacement, too.
  static let sizes = [1, 4, 16, 64, 256, 512, 900]

  /// The standard deviation of the gradients of single digits.
  let deviation: Double
  /// The root mean square error at each size.
  let without, with: [Double]
  /// A batch of 64 in parts of 40, 16 and 8: how far the mean of the parts' gradients is off, plain and weighed by size.
  let unweighed, weighed: Double

  init(_ task: DigitsTask, draws: Int = 60) {
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    let count = task.training.count
    func loss(_ places: [Int]) -> Tensor {
      let batch = task.training[places]
      return softmaxCrossEntropy(network(batch.pixels), labels: batch.labels)
    }
    func gradients(_ places: [Int]) -> Gradients { valueAndGradients(of: network) { loss(places) }.gradients }
    let all = gradients(Array(0..<count))
    func error(_ other: Gradients, of exact: Gradients) -> Double { (other + exact * -1).norm / exact.norm }
    func rms(_ batches: [[Int]]) -> Double {
      let errors = batches.map { error(gradients($0), of: all) }
      return (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
    }
    deviation = rms((0..<count).map { [$0] })
    without = Self.sizes.map { size in
      rms((0..<draws).map { _ in Array(generator.permutation(of: count).prefix(size)) })
    }
    with = Self.sizes.prefix(5).map { size in
      rms((0..<draws).map { _ in (0..<size).map { _ in generator.integer(below: count) } })
    }
    let batch = Array(generator.permutation(of: count).prefix(64))
    let whole = gradients(batch)
    let parts = [Array(batch[..<40]), Array(batch[40..<56]), Array(batch[56...])]
    unweighed = error(parts.map(gradients).treeSum * (1 / 3), of: whole)
    let shared = sharedGradients(of: network, on: parts, among: SimulatedWorkers(3), loss: loss)
    weighed = error(shared.gradients, of: whole)
  }
}

// MARK: - The largest batch that fits

/// The most bytes that training with Adam holds at once: network, batch, two steps.
///
/// One step would not do: Adam's two moments are there only after the first update.
func peakBytes(batchSize: Int, pixels: (Int) -> Tensor = { .ones([$0, Digits.pixelCount]) }) -> Int {
  peakMemory {
    var generator = RandomGenerator(seed: 0)
    let network = DigitsTask.network(using: &generator)
    var optimizer = Adam(learningRate: 0.001)
    let (x, labels) = (pixels(batchSize), [Int](repeating: 0, count: batchSize))
    for _ in 0..<2 {
      let gradients = valueAndGradients(of: network) { softmaxCrossEntropy(network(x), labels: labels) }.gradients
      optimizer.update(network, with: gradients)
    }
  }.bytes
}

/// The straight line through the peaks of two dry runs, bytes = fixed + perSample · B.
struct MemoryLine: Sendable {
  /// The batches of the two.
  static let dryRuns = [256, 512]
  let fixed, perSample: Double

  init() {
    let (sizes, bytes) = (Self.dryRuns, Self.dryRuns.map { Double(peakBytes(batchSize: $0)) })
    perSample = (bytes[1] - bytes[0]) / Double(sizes[1] - sizes[0])
    fixed = bytes[0] - perSample * Double(sizes[0])
  }

  func bytes(_ batchSize: Int) -> Double { fixed + perSample * Double(batchSize) }
  /// The largest batch whose bytes are within a budget.
  func largest(within budget: Int) -> Int { Int(((Double(budget) - fixed) / perSample).rounded(.down)) }
}

// MARK: - Padding

/// The share of padding in batches of words, each as long as its longest; a batch that is not full is left out.
func padding(_ lengths: [Int], batchSize: Int) -> Double {
  var (letters, places) = (0, 0)
  for batch in batches(of: batchSize, in: lengths, incomplete: .drop) {
    letters += batch.reduce(0, +)
    places += batchSize * (batch.max() ?? 0)
  }
  return 1 - Double(letters) / Double(places)
}

/// Lengths sorted within each bucket of so many; the buckets stay in their order.
func sortedInBuckets(of size: Int, _ lengths: [Int]) -> [Int] { batches(of: size, in: lengths).flatMap { $0.sorted() } }

/// The padding of random batches, and of batches within sorted buckets, at each batch size.
struct Padding: Sendable {
  static let sizes = [2, 8, 32, 128, 512]
  /// Batches in a bucket.
  static let bucket = 50
  let random, bucketed: [Double]

  init(_ lengths: [Int], seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let shuffled = generator.permutation(of: lengths.count).map { lengths[$0] }
    random = Self.sizes.map { padding(shuffled, batchSize: $0) }
    bucketed = Self.sizes.map { padding(sortedInBuckets(of: Self.bucket * $0, shuffled), batchSize: $0) }
  }
}
