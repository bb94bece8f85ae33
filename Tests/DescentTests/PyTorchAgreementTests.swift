import Descent
import Foundation
import Testing

/// The numbers that `Fixtures/make_fixtures.py` made with PyTorch.
struct OptimizerFixtures: Decodable {
  let torch: String
  let cases: [String: [[Double]]]
}

struct ScheduleFixtures: Decodable {
  let torch: String
  let cases: [String: [Double]]
  let plateauLosses: [Double]
  let plateau: [Double]
}

func fixture<Content: Decodable>(_ name: String, as _: Content.Type) throws -> Content {
  let url = try #require(Bundle.module.url(forResource: name, withExtension: "json"))
  return try JSONDecoder().decode(Content.self, from: Data(contentsOf: url))
}

/// Ours and PyTorch's name of one optimizer with the same settings.
struct OptimizerPair: Sendable, CustomTestStringConvertible {
  let name: String
  let optimizer: any Optimizer
  var testDescription: String { name }
}

/// Ours and PyTorch's name of one schedule with the same settings.
struct SchedulePair: Sendable, CustomTestStringConvertible {
  let name: String
  let schedule: any Schedule
  var testDescription: String { name }
}

@Suite("Agreement with PyTorch") struct PyTorchAgreementTests {
  static let optimizers: [OptimizerPair] = [
    OptimizerPair(name: "SGD", optimizer: SGD(learningRate: 0.05)),
    OptimizerPair(name: "SGD, weight decay", optimizer: SGD(learningRate: 0.05, weightDecay: 0.02)),
    OptimizerPair(name: "momentum", optimizer: Momentum(learningRate: 0.02)),
    OptimizerPair(
      name: "momentum, weight decay", optimizer: Momentum(learningRate: 0.02, momentum: 0.8, weightDecay: 0.02)),
    OptimizerPair(name: "Nesterov", optimizer: Nesterov(learningRate: 0.02)),
    OptimizerPair(name: "RMSprop", optimizer: RMSProp(learningRate: 0.01)),
    OptimizerPair(
      name: "RMSprop, weight decay", optimizer: RMSProp(learningRate: 0.0005, alpha: 0.9, weightDecay: 0.02)),
    OptimizerPair(
      name: "RMSprop, centred", optimizer: RMSProp(learningRate: 0.005, alpha: 0.95, epsilon: 1e-3, centered: true)),
    OptimizerPair(name: "RMSprop, momentum", optimizer: RMSProp(learningRate: 0.002, momentum: 0.8)),
    OptimizerPair(
      name: "RMSprop, centred, momentum",
      optimizer: RMSProp(learningRate: 0.001, epsilon: 1e-3, centered: true, momentum: 0.8)),
    OptimizerPair(name: "Adam", optimizer: Adam(learningRate: 0.02)),
    OptimizerPair(
      name: "Adam, weight decay",
      optimizer: Adam(learningRate: 0.02, beta1: 0.8, beta2: 0.99, epsilon: 1e-6, weightDecay: 0.05)),
    OptimizerPair(name: "AdamW", optimizer: AdamW(learningRate: 0.02)),
    OptimizerPair(
      name: "AdamW, strong decay",
      optimizer: AdamW(learningRate: 0.02, beta1: 0.8, beta2: 0.99, weightDecay: 0.3)),
    OptimizerPair(name: "RAdam", optimizer: RAdam(learningRate: 0.02)),
    OptimizerPair(
      name: "RAdam, weight decay",
      optimizer: RAdam(learningRate: 0.02, beta1: 0.8, beta2: 0.97, epsilon: 1e-6, weightDecay: 0.05)),
    OptimizerPair(name: "AMSGrad", optimizer: AMSGrad(learningRate: 0.02, beta2: 0.9)),
    OptimizerPair(name: "AMSGrad, weight decay", optimizer: AMSGrad(learningRate: 0.02, weightDecay: 0.05)),
    OptimizerPair(name: "Adagrad", optimizer: Adagrad(learningRate: 0.1)),
    OptimizerPair(
      name: "Adagrad, decays",
      optimizer: Adagrad(learningRate: 0.2, rateDecay: 0.01, initialSum: 0.1, weightDecay: 0.02)),
  ]

  static let schedules: [SchedulePair] = [
    SchedulePair(name: "StepLR", schedule: StepDecay(initial: 0.1, factor: 0.5, interval: 7)),
    SchedulePair(
      name: "MultiStepLR", schedule: MultiStepDecay(initial: 0.1, factor: 0.3, milestones: [5, 20, 21, 40])),
    SchedulePair(name: "ExponentialLR", schedule: ExponentialDecay(initial: 0.1, factor: 0.97)),
    SchedulePair(name: "CosineAnnealingLR", schedule: CosineAnnealing(initial: 0.1, final: 0.002, steps: 50)),
    SchedulePair(
      name: "CosineAnnealingWarmRestarts",
      schedule: CosineWarmRestarts(initial: 0.1, final: 0.001, period: 10, growth: 2)),
    SchedulePair(
      name: "CosineAnnealingWarmRestarts, equal", schedule: CosineWarmRestarts(initial: 0.1, period: 13)),
    SchedulePair(name: "LinearLR", schedule: LinearRamp(rate: 0.1, from: 0.1, steps: 25)),
    SchedulePair(name: "OneCycleLR", schedule: OneCycle(peak: 0.1, steps: 100)),
    SchedulePair(
      name: "OneCycleLR, odd",
      schedule: OneCycle(peak: 0.4, steps: 57, warmupShare: 0.41, divisor: 10, finalDivisor: 50)),
    SchedulePair(name: "CyclicLR", schedule: Cyclic(lowest: 0.01, highest: 0.1, stepsUp: 8, stepsDown: 5)),
    SchedulePair(name: "CyclicLR, halving", schedule: Cyclic(lowest: 0.01, highest: 0.1, stepsUp: 8, scale: .halving)),
    SchedulePair(
      name: "CyclicLR, exponential",
      schedule: Cyclic(lowest: 0.01, highest: 0.1, stepsUp: 8, scale: .exponential(0.98))),
  ]

  /// The made-up gradient of the fixtures: gᵢ = aᵢ (wᵢ − cᵢ) + 0.3 tanh wᵢ₊₁.
  func gradient(at weights: Tensor) -> Tensor {
    let curvature = Tensor([1, 10, 0.1], dtype: .float64)
    let centre = Tensor([0.3, -0.2, 2], dtype: .float64)
    let scalars = weights.scalars
    let next = Tensor([scalars[1], scalars[2], scalars[0]], dtype: .float64)
    return curvature * (weights - centre) + tanh(next) * 0.3
  }

  @Test("Each optimizer takes PyTorch's path for 240 steps", arguments: optimizers)
  func path(pair: OptimizerPair) throws {
    let expected = try #require(fixture("optimizers", as: OptimizerFixtures.self).cases[pair.name])
    #expect(expected.count == 24)
    var optimizer = pair.optimizer
    let weight = Parameter("weight", Tensor([1, -2, 0.5], dtype: .float64))
    for step in 1...240 {
      optimizer.update(weight, with: Gradients(names: ["weight"], tensors: [gradient(at: weight.tensor)]))
      guard step % 10 == 0 else { continue }
      let theirs = expected[step / 10 - 1]
      #expect(theirs.count == 3)
      for (ours, theirs) in zip(weight.tensor.scalars, theirs) {
        // Some 240 roundings, in another order than PyTorch's; the paths contract, so they do not pile up.
        #expect(abs(ours - theirs) <= 1e-10 * max(abs(theirs), 1e-3), "step \(step)")
      }
    }
  }

  @Test("Each schedule gives PyTorch's rates, step 0 being the first update", arguments: schedules)
  func rates(pair: SchedulePair) throws {
    let expected = try #require(fixture("schedules", as: ScheduleFixtures.self).cases[pair.name])
    #expect(expected.count >= 40)
    for (step, rate) in expected.enumerated() {
      // PyTorch multiplies its way from step to step where we use the closed form: some 200 roundings.
      #expect(abs(pair.schedule(step) - rate) <= 1e-12 * 0.1 + 1e-10 * rate, "step \(step)")
    }
  }

  @Test("Reduction on a plateau lowers the rate at PyTorch's epochs")
  func plateau() throws {
    let fixtures = try fixture("schedules", as: ScheduleFixtures.self)
    var rule = ReduceOnPlateau(initial: 0.1, factor: 0.3, patience: 4, threshold: 1e-3, cooldown: 3, minimum: 1e-4)
    for (epoch, loss) in fixtures.plateauLosses.enumerated() {
      rule.observe(loss)
      #expect(abs(rule.learningRate - fixtures.plateau[epoch]) < 1e-15, "epoch \(epoch)")
    }
    #expect(Set(fixtures.plateau).count > 3)  // it was lowered more than twice
  }

  @Test("The fixtures hold no case that is not compared")
  func allCompared() throws {
    let optimizerNames = try Set(fixture("optimizers", as: OptimizerFixtures.self).cases.keys)
    let scheduleNames = try Set(fixture("schedules", as: ScheduleFixtures.self).cases.keys)
    #expect(optimizerNames == Set(Self.optimizers.map(\.name)))
    #expect(scheduleNames == Set(Self.schedules.map(\.name)))
  }
}
