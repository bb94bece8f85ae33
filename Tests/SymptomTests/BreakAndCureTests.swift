import Descent
import Numerics
import Testing

@testable import Course
@testable import Datasets

/// What came of following one entry of the table: a number that shows the symptom, before and after the cure.
struct Followed {
  /// The number in the broken network, and in the one that differs by the cure alone.
  let broken, cured: Double
  /// The symptom is there where the number is above this, and gone where it is below.
  let limit: Double
  /// What the check of the entry found: a number, and what it must be above.
  let check: (found: Double, above: Double)
}

/// A network is broken in each way that the table of symptoms names. The table says how to check it, and what cures it: that,
/// and nothing else, is changed, and the symptom is gone. A limit lies at least 10 %
/// from the numbers on either side of it, with each of the seeds.
@Suite("Symptoms: each entry, broken, checked and cured") struct BreakAndCureTests {
  @Test("Every entry of the table has a network that is broken in its way") func covered() {
    #expect(Set(Self.patients.keys) == Set(Symptom.all.flatMap { $0.causes.map(\.id) }))
  }

  @Test(
    "The symptom shows, the check finds its cause, and the cure takes it away", arguments: Self.patients.keys.sorted())
  func followed(id: String) throws {
    let follow = try #require(Self.patients[id])
    for seed: UInt64 in 1...2 {
      let outcome = try follow(seed)
      #expect(!(outcome.broken < 1.1 * outcome.limit), "\(id) \(seed): no symptom in \(outcome)")  // nan is one, too
      #expect(outcome.check.found > outcome.check.above, "\(id) \(seed): the check finds nothing, \(outcome)")
      #expect(outcome.cured < outcome.limit / 1.1, "\(id) \(seed): not cured, \(outcome)")
    }
  }

  typealias Follow = @Sendable (UInt64) throws -> Followed

  static let patients = nans.merging(losses) { $1 }.merging(generalization) { $1 }.merging(evaluation) { $1 }

  // MARK: nan

  private static let nans: [String: Follow] = [
    "nan-rate": { seed in
      let plan = Plan(activation: .tanh, rule: .descent, rate: 4, loss: .squared, epochs: 10)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.rate /= 10 }.run(seed: seed))
      let end = Array(cured.losses.suffix(10)).mean
      return Followed(
        broken: broken.losses.last ?? 0, cured: end, limit: 1, check: (found: cured.losses[0] / end, above: 1))
    },
    "nan-spike": { seed in
      // One digit of 600 has pixels a thousand times too large. (ReLUs would die of it.)
      let plan = Plan(
        activation: .identity, rule: .descent, rate: 0.2, loss: .squared, epochs: 5,
        look: { $0 * Tensor(rows: (0..<$0.shape[0]).map { [$0 == 7 ? 1000 : 1] }) })
      let broken = try plan.run(seed: seed)
      let usual = Array(broken.norms.prefix { $0 < 100 * broken.norms[0] }).median
      let cured = try plan.with { $0.clipping = .globalNorm(usual) }.run(seed: seed)
      return Followed(
        broken: broken.losses.allSatisfy(\.isFinite) ? 0 : .infinity, cured: 1 - cured.validationAccuracy, limit: 0.4,
        check: (found: (broken.norms.suffix(5).filter(\.isFinite).max() ?? 0) / usual, above: 100))
    },
    "nan-formula": { seed in
      // Pixels of 0 to 1600: logits above 88, whose exponential is more than the largest Float32.
      let plan = Plan(rate: 1e-6, epochs: 5, look: { $0 * 1600 })
      var tensors: [Tensor] = []
      func last(_ loss: (Tensor, [Int]) -> Tensor) throws -> Double {
        let task = try plan.task(seed: seed)
        var (optimizer, generator) = (Momentum(learningRate: plan.rate), task.generator)
        let network = plan.network(using: &generator)
        return train(
          network, with: &optimizer, samples: task.training.count, batchSize: Plan().batchSize, epochs: plan.epochs,
          using: &generator, loss: { loss(network(task.training[$0].pixels), task.training[$0].labels) }
        ).losses.suffix(10).reduce(0, +) / 10
      }
      let broken = try last { logits, labels in
        let powers = exp(logits)
        let shares = powers / powers.sum(axes: [1], keepingAxes: true)
        if tensors.isEmpty { tensors = [logits, powers, shares].map(\.detached) }
        return -(log(shares) * Digits.oneHot(labels).cast(to: .float32)).sum() / Double(labels.count)
      }
      let cured = try last { softmaxCrossEntropy($0, labels: $1) }
      let first = tensors.first { !$0.isFinite }
      return Followed(
        broken: broken, cured: cured, limit: 1e4,
        // The first that is not finite holds inf and no nan.
        check: (
          found: first.map { $0.scalars.contains(.infinity) && !$0.scalars.contains(where: \.isNaN) ? 1 : 0 } ?? 0,
          above: 0
        ))
    },
    "nan-half": { seed in
      // As lesson 12: the loss times 2²² and the rate by as much, which in exact arithmetic changes nothing.
      func errors(_ format: HalfFormat?, _ start: GradientScaler?) throws -> Double {
        let plan = Plan()
        let task = try plan.task(seed: seed)
        var (generator, scaler) = (task.generator, start)
        let network = plan.network(using: &generator)
        var optimizer = SGD(learningRate: 0.3 / 4_194_304)
        func kept(_ tensor: Tensor) -> Tensor {
          tensor.customGradient(
            forward: { x in format.map { x.rounded(to: $0) } ?? x },
            backward: { x in format.map { x.rounded(to: $0) } ?? x })
        }
        for _ in 0..<5 {
          for batch in batches(of: Plan().batchSize, from: task.training.count, using: &generator) {
            let (_, scaled) = valueAndGradients(of: network) {
              let logits = network(kept(task.training[batch].pixels)) { output, _ in kept(output) }
              let loss = softmaxCrossEntropy(logits, labels: task.training[batch].labels) * 4_194_304
              return scaler?.scaled(loss) ?? loss
            }
            let gradients = scaler == nil ? scaled : scaler?.unscale(scaled)
            if let gradients { optimizer.update(network, with: gradients) }
          }
        }
        let score = task.validation.score { network($0) }
        return score.loss.isFinite ? 1 - score.accuracy : .nan
      }
      let broken = try errors(.float16, nil)
      return Followed(
        broken: broken, cured: try errors(.float16, GradientScaler()), limit: 0.3,
        check: (found: 1 - (try errors(nil, nil)), above: 0.8))
    },
  ]

  // MARK: The loss

  private static let losses: [String: Follow] = [
    "rises-sign": { seed in
      let plan = Plan(rule: .descent, epochs: 3, change: { new, _ in new * -1 })
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.change = nil }.run(seed: seed))
      var generator = broken.task.generator
      let (network, batch) = (plan.network(using: &generator), broken.task.training[0..<20])
      func loss() -> Tensor { softmaxCrossEntropy(network(batch.pixels), labels: batch.labels) }
      let (before, gradients) = valueAndGradients(of: network, loss)
      var optimizer = ChangedDescent(learningRate: 0.001, change: plan.change)
      optimizer.update(network, with: gradients)
      return Followed(
        broken: broken.finalLoss / broken.training[0].loss, cured: cured.finalLoss / cured.training[0].loss, limit: 1,
        check: (found: loss().item - before, above: 0))
    },
    "rises-uncleared": { seed in
      let plan = Plan(rule: .descent, rate: 0.2, epochs: 10, change: { new, last in last.map { new + $0 } ?? new })
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.change = nil }.run(seed: seed))
      var generator = broken.task.generator
      let (network, batch) = (plan.network(using: &generator), broken.task.training[0..<20])
      let (_, one) = valueAndGradients(of: network) { softmaxCrossEntropy(network(batch.pixels), labels: batch.labels) }
      return Followed(
        broken: broken.rise, cured: cured.rise, limit: 1.3,
        check: (found: (plan.change?(one, one) ?? one).norm / one.norm, above: 1.99))
    },
    "rises-diverging": { seed in
      let plan = Plan(rate: 1.5, epochs: 6)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.rate /= 10 }.run(seed: seed))
      let first = broken.firstEpoch
      return Followed(
        broken: broken.finalLoss / broken.training[0].loss, cured: cured.finalLoss / cured.training[0].loss, limit: 0.7,
        check: (found: first.mean > 0.9 * .log(10) ? first.deviation / first.mean : 0, above: 0.1))
    },
    "rises-rough": { seed in
      let plan = Plan(rate: 0.25)
      func jumps(_ run: Run) -> Double {
        let late = run.validation.suffix(11).map(\.accuracy)
        return 100 * zip(late, late.dropFirst()).map { Swift.abs($0 - $1) }.mean
      }
      func changes(_ run: Run) -> Double {
        let late = run.training.suffix(11).map(\.loss)
        return zip(late, late.dropFirst()).map { Swift.abs($0 - $1) }.mean
      }
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.rate /= 10 }.run(seed: seed))
      return Followed(
        broken: changes(broken), cured: changes(cured), limit: 0.03, check: (found: jumps(broken), above: 1))
    },
    "rises-adam": { seed in
      // Least squares on the tumours, on all of them at once, as in lesson 11: η = 0.01, λ = 13, ηλ/38 = 0.0035.
      let data = try BreastCancer.load()
      let features = data.standardizedFeatures
      let hessian = matmul(features.transposed(axes: [1, 0]), features) / Double(data.count)
      func jump(_ rule: some Optimizer) -> (jump: Double, calm: Double) {
        var (optimizer, generator) = (rule, RandomGenerator(seed: seed))
        let distance = Parameter("distance", Tensor.normal([30, 1], dtype: .float64, using: &generator))
        var (least, highest, first) = (Double.infinity, 0.0, 0.0)
        for step in 0..<20_000 {
          let gradient = matmul(hessian, distance.tensor)
          let excess = (distance.tensor * gradient).sum().item / 2
          least = min(least, excess)
          if excess > 100 * least && first == 0 { first = Double(step) }
          highest = max(highest, excess / least)
          optimizer.update(distance, with: Gradients(names: ["distance"], tensors: [gradient]))
        }
        return (highest, first)
      }
      let broken = jump(Adam(learningRate: 0.01))
      return Followed(
        broken: broken.jump,
        cured: max(jump(Adam(learningRate: 0.01, epsilon: 0.004)).jump, jump(AMSGrad(learningRate: 0.01)).jump),
        limit: 100, check: (found: broken.calm, above: 1000))
    },
    "flat-start": { seed in
      let plan = Plan(
        hidden: Array(repeating: 32, count: 5), initialization: .normal(standardDeviation: 0.03), rule: .descent,
        rate: 0.1)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.initialization = .heNormal }.run(seed: seed))
      let task = broken.task
      var generator = task.generator
      var sizes: [Double] = []
      _ = plan.network(using: &generator)(task.training.pixels) { output, _ in
        sizes.append(output.size)
        return output
      }
      return Followed(
        broken: broken.finalLoss / .log(10), cured: cured.finalLoss / .log(10), limit: 0.7,
        check: (found: zip(sizes, sizes.dropFirst()).map { $0 / $1 }.min() ?? 0, above: 2))
    },
    "flat-depth": { seed in
      let plan = Plan(
        hidden: Array(repeating: 32, count: 6), activation: .sigmoid, initialization: .lecunNormal, rule: .descent,
        rate: 0.1, epochs: 60, isWatched: false)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.gain = 4 }.run(seed: seed))
      var generator = broken.task.generator
      let network = plan.network(using: &generator)
      let (_, gradients) = valueAndGradients(of: network) {
        softmaxCrossEntropy(network(broken.task.training.pixels), labels: broken.task.training.labels)
      }
      let weights = network.layers.compactMap { gradients[$0.weight.name]?.norm }
      return Followed(
        broken: broken.finalLoss / .log(10), cured: cured.finalLoss / .log(10), limit: 0.5,
        check: (found: weights[weights.count - 1] / weights[0], above: 1000))
    },
    "flat-saddle": { seed in
      let plan = Plan(hidden: [32, 32], activation: .tanh, rule: .descent, rate: 0.05, epochs: 10).with {
        $0.gain = 0.1
      }
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.rule = .momentum }.run(seed: seed))
      let later = try plan.with { $0.epochs *= 8 }.run(seed: seed)
      return Followed(
        broken: broken.finalLoss / .log(10), cured: cured.finalLoss / .log(10), limit: 0.7,
        check: (found: broken.finalLoss / later.finalLoss, above: 2))
    },
    "chance-inputs": { seed in
      let plan = Plan(rule: .descent, rate: 0.2, look: { $0 * 16 })  // 0 … 16, as the file has them
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.look = { $0 } }.run(seed: seed))
      return Followed(
        broken: 1 - broken.accuracy, cured: 1 - cured.accuracy, limit: 0.5,
        check: (found: broken.training[0].loss / .log(10), above: 2))
    },
    "chance-labels": { seed in
      let plan = Plan(relabel: { labels, generator in generator.permutation(of: labels.count).map { labels[$0] } })
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.relabel = Plan().relabel }.run(seed: seed))
      let few = try plan.with { ($0.training, $0.epochs) = (20, 200) }.run(seed: seed)
      #expect(broken.finalLoss < 0.95 * broken.training[0].loss)  // it moves
      return Followed(
        broken: 1 - broken.validationAccuracy, cured: 1 - cured.validationAccuracy, limit: 0.5,
        check: (found: few.validationAccuracy < 0.3 ? few.accuracy : 0, above: 0.99))
    },
    "chance-order": { seed in
      func run(sorted: Bool, rate: Double = 0.3) throws -> (accuracy: Double, last: Double) {
        let task = try Plan(training: 900).task(seed: seed)
        let digits =
          sorted
          ? task.training[task.training.labels.indices.sorted { task.training.labels[$0] < task.training.labels[$1] }]
          : task.training
        var (optimizer, generator) = (SGD(learningRate: rate), task.generator)
        let network = DigitsTask.network(using: &generator)
        for _ in 0..<8 {
          for start in stride(from: 0, to: digits.count, by: 10) {
            let batch = digits[start..<start + 10]
            let (_, gradients) = valueAndGradients(of: network) {
              softmaxCrossEntropy(network(batch.pixels), labels: batch.labels)
            }
            optimizer.update(network, with: gradients)
          }
        }
        let nines = accuracy(network(task.validation.pixels), labels: task.validation.labels.map { _ in 9 })
        return (task.validation.score { network($0) }.accuracy, nines)
      }
      let broken = try run(sorted: true)
      return Followed(
        broken: 1 - broken.accuracy, cured: 1 - (try run(sorted: false)).accuracy, limit: 0.5,
        check: (found: broken.last, above: 0.3))
    },
    "chance-dead": { seed in
      let plan = Plan(hidden: [32, 32], rule: .descent, rate: 2, epochs: 10)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.rate /= 10 }.run(seed: seed))
      return Followed(
        broken: 1 - broken.accuracy, cured: 1 - cured.accuracy, limit: 0.5,
        check: (found: Array(broken.zeros.suffix(30)).mean, above: 0.75))
    },
    "plateau-noise": { seed in
      // A linear model, for which the lowest loss is known: the number is how far above it a run ends, as a share of it.
      let rate = 0.15
      let plan = Plan(noise: 0.2, hidden: [], rate: rate, loss: .squared, epochs: 60)
      func run(_ rate: some Schedule, epochs: Int = 60) throws -> Run {
        try plan.with { ($0.schedule, $0.epochs) = (.perStep(rate), epochs) }.run(seed: seed)
      }
      let (broken, cured) = (try plan.run(seed: seed), try run(LinearRamp.toZero(from: rate, steps: 1800)))
      let further = try run(ConstantRate(rate).then(ConstantRate(rate / 10), at: 1800), epochs: 61)
      let digits = broken.task.training
      let inputs = Tensor(
        rows: (0..<digits.count).map { row in (0..<64).map { digits.pixels[row, $0] } + [1] }, dtype: .float64)
      let targets = digits.oneHot.cast(to: .float64)
      let least = meanSquaredError(matmul(inputs, leastSquares(inputs, targets)), targets).item
      func excess(_ loss: Double) -> Double { loss / least - 1 }
      // Between the thirtieth epoch and the end nothing is gained, but for the noise.
      let floor = broken.training[31...].map { excess($0.loss) }.mean
      return Followed(
        broken: floor, cured: excess(cured.finalLoss), limit: 0.07,
        check: (found: floor / excess(further.finalLoss), above: 1.5))
    },
    "plateau-softmax": { seed in
      let plan = Plan(answer: { softmax($0) })
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.answer = { $0 } }.run(seed: seed))
      let floor = Double.log(1 + 9 / .exp(1))
      return Followed(
        broken: broken.finalLoss, cured: cured.finalLoss, limit: 1,
        check: (found: broken.accuracy > 0.5 ? broken.finalLoss / floor : 0, above: 1))
    },
    "plateau-early": { seed in
      let plan = Plan(rate: 0.02)
      func drop(_ epoch: Int) -> TrainingSchedule {
        .perEpoch(ConstantRate(0.02).then(ConstantRate(0.0002), at: epoch))
      }
      let broken = try plan.with { $0.schedule = drop(2) }.run(seed: seed)
      let cured = try plan.with { $0.schedule = drop(15) }.run(seed: seed)
      func fall(_ epoch: Int) -> Double { 1 - broken.training[epoch + 1].loss / broken.training[epoch].loss }
      return Followed(
        broken: broken.finalLoss, cured: cured.finalLoss, limit: 0.3, check: (found: fall(1) / fall(2), above: 5))
    },
    "slow-rate": { seed in
      let plan = Plan(rate: 0.0003, epochs: 10)
      let broken = try plan.run(seed: seed)
      let task = broken.task
      var (finder, generator) = (LearningRateFinder(lowest: 1e-5), task.generator)
      let network = plan.network(using: &generator)
      var optimizer = Momentum(learningRate: finder.lowest)
      task.train(
        network, with: &optimizer, batchSize: Plan().batchSize, epochs: finder.steps,
        schedule: .perStep(finder.schedule),
        using: &generator, afterStep: { finder.goesOn(after: $0.loss) }
      ) { network($0) }
      let rate = finder.tenthOfMinimum ?? .nan
      let cured = try plan.with { $0.rate = rate }.run(seed: seed)
      return Followed(
        broken: broken.finalLoss, cured: cured.finalLoss, limit: 0.7, check: (found: rate / plan.rate, above: 10))
    },
    "slow-short": { seed in
      let plan = Plan(rate: 0.01, epochs: 5)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.epochs *= 8 }.run(seed: seed))
      return Followed(
        broken: broken.finalLoss, cured: cured.finalLoss, limit: 0.15, check: (found: broken.lastFall, above: 0.03))
    },
    "slow-batch": { seed in
      let plan = Plan(batchSize: 200, rule: .descent, epochs: 8)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.rate *= 10 }.run(seed: seed))
      let before = try plan.with { $0.batchSize = 20 }.run(seed: seed)
      return Followed(
        broken: broken.finalLoss / before.finalLoss, cured: cured.finalLoss / before.finalLoss, limit: 2,
        check: (found: Double(before.losses.count) / Double(broken.losses.count), above: 5))
    },
    "slow-momentum": { seed in
      let fast = Plan(rate: 0.01, epochs: 8)
      let broken = try fast.with { $0.rule = .descent }.run(seed: seed)
      let cured = try fast.with {
        $0.rule = .descent; $0.rate /= 1 - 0.9
      }.run(seed: seed)
      return Followed(
        broken: broken.finalLoss, cured: cured.finalLoss, limit: 0.5,
        check: (found: (0.01 / (1 - 0.9)) / (0.01 / (1 - 0)), above: 3))
    },
  ]

  // MARK: Training and validation

  private static let generalization: [String: Follow] = [
    "gap-labels": { seed in
      let broken = try Plan(training: 200, noise: 0.3, epochs: 60).run(seed: seed)
      let accuracies = broken.validation.map(\.accuracy)
      let best = accuracies.dropFirst().max() ?? 0
      let state = broken.states[(accuracies.dropFirst().firstIndex(of: best) ?? 1) - 1]
      return Followed(
        broken: 1 - broken.testAccuracy, cured: 1 - broken.score(broken.task.test, with: state).accuracy, limit: 0.27,
        check: (found: 100 * (best - broken.validationAccuracy), above: 3))
    },
    "gap-data": { seed in
      let plan = Plan(training: 100, epochs: 60, isWatched: false)
      let broken = try plan.run(seed: seed)
      let half = try plan.with {
        $0.training /= 2; $0.epochs *= 2
      }.run(seed: seed)
      let cured = try plan.with {
        $0.training *= 8; $0.epochs /= 8
      }.run(seed: seed)
      return Followed(
        broken: broken.gap, cured: cured.gap, limit: 0.065,
        check: (found: 100 * (broken.validationAccuracy - half.validationAccuracy), above: 1))
    },
    "gap-shift": { seed in
      let plan = Plan(epochs: 30, isWatched: false)
      func moved(_ pixels: Tensor, by x: Double, _ y: Double) -> Tensor {
        pixels.warped(by: Array(repeating: Warp(shift: [x, y]), count: pixels.shape[0]))
      }
      // What validates is moved by a pixel and a half to the right.
      func gap(_ run: Run) -> Double {
        run.accuracy
          - accuracy(run.network(moved(run.task.validation.pixels, by: 1.5, 0)), labels: run.task.validation.labels)
      }
      let broken = try plan.run(seed: seed)
      let trained = accuracy(
        broken.network(moved(broken.task.training.pixels, by: 1.5, 0)), labels: broken.task.training.labels)
      let cured = try plan.with {
        $0.look = { pixels in
          pixels.warped(by: (0..<pixels.shape[0]).map { Warp(shift: [0.75 * Double($0 % 3), 0]) })
        }
      }.run(seed: seed)
      return Followed(
        broken: gap(broken), cured: gap(cured), limit: 0.2, check: (found: broken.accuracy - trained, above: 0.2))
    },
    "gap-start": { seed in
      let plan = Plan(hidden: [32, 32, 32], rule: .adam, rate: 0.003, epochs: 40, isWatched: false).with { $0.gain = 6 }
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.gain = 1 }.run(seed: seed))
      func size(_ plan: Plan) -> Double {
        var generator = broken.task.generator
        return plan.network(using: &generator)(broken.task.training.pixels).size
      }
      return Followed(
        broken: broken.gap, cured: cured.gap, limit: 0.12, check: (found: size(plan), above: 10))
    },
    "gap-peak": { seed in
      // Random ReLU features, as in lesson 17, and 200 digits.
      let task = try Plan(training: 200).task(seed: seed)
      func fit(_ features: Int, ridge: Double = 0) -> (training: Double, validation: Double) {
        var generator = task.generator
        let w = Tensor.normal([features, Digits.pixelCount], dtype: .float64, using: &generator)
        let mean = task.training.pixels.cast(to: .float64).mean(axes: [0])
        func made(_ part: Digits) -> Tensor {
          relu(matmul(part.pixels.cast(to: .float64) - mean, w.transposed(axes: [1, 0])))
        }
        let weights = leastSquares(made(task.training), task.training.oneHot.cast(to: .float64) - 0.1, ridge: ridge)
        func error(_ part: Digits) -> Double { 1 - accuracy(matmul(made(part), weights), labels: part.labels) }
        return (error(task.training), error(task.validation))
      }
      let (broken, cured, narrow) = (fit(200), fit(200, ridge: 20), fit(40))
      return Followed(
        broken: broken.validation, cured: cured.validation, limit: 0.3,
        check: (
          found: narrow.training > broken.training ? broken.validation - narrow.validation : 0, above: 0.1
        ))
    },
    "underfit-short": { seed in
      let plan = Plan(rate: 0.003, epochs: 5)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.epochs *= 8 }.run(seed: seed))
      return Followed(
        broken: 1 - broken.accuracy, cured: 1 - cured.accuracy, limit: 0.1,
        check: (found: 100 * (broken.accuracy - broken.training[4].accuracy), above: 0.5))
    },
    "underfit-penalty": { seed in
      let plan = Plan(rate: 0.02, decay: 0.1, isWatched: false)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.decay /= 50 }.run(seed: seed))
      let without = try plan.with { $0.decay = 0 }.run(seed: seed)
      return Followed(
        broken: 1 - broken.accuracy, cured: 1 - cured.accuracy, limit: 0.05,
        check: (found: 100 * (without.accuracy - broken.accuracy), above: 5))
    },
    "underfit-copies": { seed in
      let plan = Plan(hidden: [8], rate: 0.02, copies: 1.5, isWatched: false)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.copies = 0 }.run(seed: seed))
      let large = try plan.with { $0.hidden = [128] }.run(seed: seed)
      return Followed(
        broken: 1 - broken.validationAccuracy, cured: max(1 - cured.validationAccuracy, 1 - large.validationAccuracy),
        limit: 0.24,
        check: (
          found: min(cured.accuracy - broken.accuracy, cured.validationAccuracy - broken.validationAccuracy),
          above: 0.03
        ))
    },
    "overconfident-temperature": { seed in
      let run = try Plan(training: 200, rate: 0.1, epochs: 400).run(seed: seed)
      let losses = run.validation.map(\.loss)
      let least = losses.min() ?? .nan
      let fall = (run.validation.map(\.accuracy).max() ?? .nan) - run.validationAccuracy
      // The temperature is chosen by other digits, so that these say what it brings.
      let (others, validation) = (run.task.test, run.task.validation)
      let (chosen, logits) = (run.network(others.pixels), run.network(validation.pixels))
      func loss(_ temperature: Double) -> Double {
        softmaxCrossEntropy(chosen / temperature, labels: others.labels).item
      }
      let best = (0..<60).map { Double.exp(0.05 * Double($0) - 0.5) }.min { loss($0) < loss($1) } ?? .nan
      return Followed(
        broken: fall < 0.02 ? (losses.last ?? .nan) / least - 1 : 0,
        cured: softmaxCrossEntropy(logits / best, labels: validation.labels).item / least - 1, limit: 0.1,
        check: (found: best, above: 1.1))
    },
  ]

  // MARK: Evaluation, seeds and penalties

  private static let evaluation: [String: Follow] = [
    "evaluation-dropout": { seed in
      let task = try Plan().task(seed: seed)
      var (optimizer, generator) = (Momentum(learningRate: 0.05), task.generator)
      let network = Sequential(
        Dense("first", from: 64, to: 32, activation: .relu, initialization: .heNormal, using: &generator),
        Dropout(rate: 0.5, using: &generator),
        Dense("second", from: 32, to: 10, initialization: .heNormal, using: &generator))
      task.train(network, with: &optimizer, batchSize: Plan().batchSize, epochs: 20, using: &generator) {
        network($0, in: .training)
      }
      let wrong = (0..<2).map { _ in task.validation.score { network($0, in: .training) } }
      return Followed(
        broken: 1 - wrong[0].accuracy, cured: 1 - task.validation.score { network($0, in: .evaluation) }.accuracy,
        limit: 0.12, check: (found: Swift.abs(wrong[0].loss - wrong[1].loss), above: 0))
    },
    "seeds-validation": { seed in
      let runs = try (0..<24).map { try Plan(epochs: 5, isWatched: false).run(seed: 24 * seed + $0) }
      func accuracies(_ count: Int) -> [Double] {
        runs.map { run in 100 * run.task.validation[0..<count].score { run.network($0) }.accuracy }
      }
      let p = runs.map(\.validationAccuracy).mean
      let theory = 100 * (p * (1 - p) / 30).squareRoot()
      return Followed(
        broken: accuracies(30).deviation, cured: accuracies(300).deviation, limit: 3.2,
        check: (found: theory / accuracies(30).deviation, above: 0.5))
    },
    "seeds-noise": { seed in
      // All learn from the same digits; first weights and order are the seeds'.
      let plan = Plan(training: 400, noise: 0.2, rate: 0.08, epochs: 30)
      let runs = try (0..<10).map { try plan.run(seed: seed, training: 10 * seed + $0) }
      let averaged = runs.map { run in
        var average = WeightAverage(.exponential(decay: 0.9))
        for state in run.states { average.add(state) }
        return 100 * run.score(run.task.test, with: average.state).accuracy
      }
      let last = runs.map { 100 * $0.testAccuracy }
      let late = runs.map { run in run.validation.suffix(6).map { 100 * $0.accuracy }.deviation }.mean
      return Followed(
        broken: last.deviation, cured: averaged.deviation, limit: 1.6, check: (found: late / last.deviation, above: 0.5)
      )
    },
    "seeds-workers": { seed in
      // How far the gradient over four workers, 16 digits each, is from that of the same 64 digits in one piece.
      let task = try Plan().task(seed: seed)
      func difference(_ normalization: some Layer) -> Double {
        var generator = task.generator
        let network = Sequential(
          Dense("first", from: 64, to: 32, initialization: .heNormal, using: &generator), normalization,
          Activation.relu,
          Dense("second", from: 32, to: 10, initialization: .heNormal, using: &generator))
        func gradients(_ places: Range<Int>) -> Gradients {
          let part = task.training[places]
          return valueAndGradients(of: network) {
            softmaxCrossEntropy(network(part.pixels, in: .training), labels: part.labels)
          }.gradients
        }
        let whole = gradients(0..<64)
        let parts = (0..<4).map { gradients(16 * $0..<16 * $0 + 16) * 0.25 }
        return (parts.dropFirst().reduce(parts[0], +) + whole * -1).norm / whole.norm
      }
      let broken = difference(BatchNorm("norm", features: 32))
      return Followed(
        broken: broken, cured: difference(LayerNorm("norm", features: 32)), limit: 1e-3,
        check: (found: broken, above: 0.01))
    },
    "penalty-adam": { seed in
      let plan = Plan(rule: .adam, rate: 0.003, decay: 0.1, isWatched: false)
      let (broken, cured) = (try plan.run(seed: seed), try plan.with { $0.rule = .decoupled }.run(seed: seed))
      let without = try plan.with { $0.decay = 0 }.run(seed: seed)
      return Followed(
        broken: 1 - broken.validationAccuracy, cured: 1 - cured.validationAccuracy, limit: 0.1,
        check: (found: without.validationAccuracy - broken.validationAccuracy, above: 0.05))
    },
    "penalty-zeros": { seed in
      let (strength, rate) = (0.004, 0.1)
      func nonzero(proximal: Bool) throws -> Double {
        let task = try Plan().task(seed: seed)
        var (optimizer, generator) = (SGD(learningRate: rate), task.generator)
        let network = DigitsTask.network(using: &generator)
        train(
          network, with: &optimizer, samples: task.training.count, batchSize: Plan().batchSize, epochs: 20,
          using: &generator,
          loss: { places in
            let batch = task.training[places]
            let loss = softmaxCrossEntropy(network(batch.pixels), labels: batch.labels)
            return proximal ? loss : loss + l1Penalty(network.penalizedParameters, strength: strength)
          },
          afterStep: { _ in
            if proximal { l1ProximalStep(network.penalizedParameters, strength: strength, learningRate: rate) }
            return true
          })
        #expect(task.validation.score { network($0) }.accuracy > 0.8)
        let weights = network.penalizedParameters.map(\.tensor)
        return 1 - weights.map { $0.zeroShare * Double($0.count) }.reduce(0, +)
          / Double(weights.map(\.count).reduce(0, +))
      }
      let broken = try nonzero(proximal: false)
      return Followed(
        broken: broken, cured: try nonzero(proximal: true), limit: 0.85, check: (found: broken, above: 0.99))
    },
    "penalty-dropout": { seed in
      // Which of 200 labels are wrong is known here; the share of those that are learnt by heart is the symptom.
      func heart(_ rate: Double) throws -> Double {
        let (right, wrong) = (
          try Plan(training: 200).task(seed: seed), try Plan(training: 200, noise: 0.2).task(seed: seed)
        )
        let places = (0..<200).filter { right.training.labels[$0] != wrong.training.labels[$0] }
        var (optimizer, generator) = (Adam(learningRate: 0.002), wrong.generator)
        let network = Sequential(
          Dense("first", from: 64, to: 64, activation: .relu, initialization: .heNormal, using: &generator),
          Dropout(rate: rate, using: &generator),
          Dense("second", from: 64, to: 64, activation: .relu, initialization: .heNormal, using: &generator),
          Dropout(rate: rate, using: &generator),
          Dense("third", from: 64, to: 10, initialization: .heNormal, using: &generator))
        wrong.train(network, with: &optimizer, batchSize: 25, epochs: 150, using: &generator) {
          network($0, in: .training)
        }
        return wrong.training[places].score { network($0, in: .evaluation) }.accuracy
      }
      let broken = try heart(0.1)
      return Followed(broken: broken, cured: try heart(0.5), limit: 0.8, check: (found: broken, above: 0.8))
    },
  ]
}
