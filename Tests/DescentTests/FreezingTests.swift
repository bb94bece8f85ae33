import Descent
import Foundation
import Testing

@Suite("Freezing") struct FreezingTests {
  static func network(_ widths: [Int] = [6, 5, 4, 3, 2], seed: UInt64 = 1) -> MultilayerPerceptron {
    var generator = RandomGenerator(seed: seed)
    return MultilayerPerceptron(widths, activation: .tanh, using: &generator)
  }

  static func input(_ shape: [Int], seed: UInt64 = 2) -> Tensor {
    var generator = RandomGenerator(seed: seed)
    return .normal(shape, using: &generator)
  }

  @Test("Frozen parameters stand among the buffers: they are saved, and neither differentiated nor counted")
  func lists() {
    let model = Self.network()
    let trained = model.freezing { $0.hasPrefix("layers.0") || $0.hasSuffix("bias") }
    #expect(trained.parameters.map(\.name) == ["layers.1.weight", "layers.2.weight", "layers.3.weight"])
    #expect(
      trained.buffers.map(\.name)
        == ["layers.0.weight", "layers.0.bias", "layers.1.bias", "layers.2.bias", "layers.3.bias"])
    #expect(trained.parameterCount == 5 * 4 + 4 * 3 + 3 * 2)
    let other = model.training(only: ["layers.3.bias", "layers.3.weight"])
    #expect(other.parameters.map(\.name) == ["layers.3.weight", "layers.3.bias"])  // in the model's order
    #expect(model.freezing(["layers.0.weight"]).freezing(["layers.0.bias"]).parameters.count == 6)
    let norm = BatchNorm("norm", features: 2)
    #expect(
      norm.freezing(["norm.bias"]).buffers.map(\.name) == ["norm.bias", "norm.running_mean", "norm.running_var"])
  }

  @Test("The gradients that are left are those of the whole model, bit for bit, whatever is frozen")
  func gradients() {
    let (model, x) = (Self.network(), Self.input([7, 6]))
    func loss() -> Tensor { softmaxCrossEntropy(model(x), labels: [0, 1, 1, 0, 1, 0, 0]) }
    let whole = valueAndGradients(of: model, loss)
    for frozen in [["layers.0.weight"], ["layers.3.weight", "layers.1.bias"], ["layers.0.weight", "layers.0.bias"]] {
      let trained = model.freezing(frozen)
      let part = valueAndGradients(of: trained, loss)
      #expect(part.loss == whole.loss && part.gradients.names.count == 8 - frozen.count)
      for name in part.gradients.names { #expect(part.gradients[name] == whole.gradients[name], "\(name)") }
    }
  }

  @Test("The way back ends at the lowest trained layer: below it nothing is recorded")
  func wayBack() {
    let (model, x) = (Self.network(), Self.input([7, 6]))
    /// The layers whose results had a gradient on the way back.
    func passed(training isTrained: (String) -> Bool) -> [String] {
      var names: [String] = []
      _ = valueAndGradients(of: model.training(only: isTrained)) {
        model(x) { output, name in
          output.customGradient(forward: { $0 }) { gradient in
            names.append(name)
            return gradient
          }
        }.sum()
      }
      return names
    }
    #expect(passed { _ in true } == ["layers.3", "layers.2", "layers.1", "layers.0"])
    #expect(passed { $0.hasPrefix("layers.2") } == ["layers.3", "layers.2"])  // through layer 3, which is frozen
    #expect(passed { $0.hasPrefix("layers.3") } == ["layers.3"])
    #expect(passed { $0 == "layers.1.bias" } == ["layers.3", "layers.2", "layers.1"])
  }

  @Test("With the lower half frozen, or with all matrices, a step does 11 products instead of 17 and takes less time")
  func time() {
    // 6 layers of 192 × 192 weights need 6 products forward, 6 for the weights and 5 for what lies below. With the
    // lower 3 frozen 6 + 3 + 2 are left; with the biases alone trained 6 + 0 + 5. Both are 65 %, and little else takes
    // time.
    let (model, x) = (Self.network([Int](repeating: 192, count: 7)), Self.input([192, 192]))
    let (half, biases) = (model.freezing { $0 < "layers.3" }, model.freezing { $0.hasSuffix("weight") })
    #expect(half.parameters.first?.name == "layers.3.weight" && biases.parameters.count == 6)
    /// What a step takes of this thread's own time: other tests run beside it.
    func seconds(_ trained: some Model) -> Double {
      func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
      }
      let start = now()
      _ = valueAndGradients(of: trained) { square(model(x)).mean() }
      return now() - start
    }
    var best = (whole: Double.infinity, half: Double.infinity, biases: Double.infinity)
    // The least of each in alternation, until the difference shows: where there is none, a hundred rounds find none.
    for round in 0..<100 where round < 12 || max(best.half, best.biases) >= 0.8 * best.whole {
      best = (min(best.whole, seconds(model)), min(best.half, seconds(half)), min(best.biases, seconds(biases)))
    }
    #expect(best.half / best.whole < 0.8)
    #expect(best.biases / best.whole < 0.8)
  }

  /// Each optimizer with a decay of the weights where it has one: a frozen parameter must not decay either.
  static let optimizers: [OptimizerPair] = [
    OptimizerPair(name: "SGD", optimizer: SGD(learningRate: 0.05, weightDecay: 0.1)),
    OptimizerPair(name: "momentum", optimizer: Momentum(learningRate: 0.02, weightDecay: 0.1)),
    OptimizerPair(name: "Nesterov", optimizer: Nesterov(learningRate: 0.02)),
    OptimizerPair(name: "RMSprop", optimizer: RMSProp(learningRate: 0.01, weightDecay: 0.1)),
    OptimizerPair(name: "Adam", optimizer: Adam(learningRate: 0.02, weightDecay: 0.1)),
    OptimizerPair(name: "AdamW", optimizer: AdamW(learningRate: 0.02, weightDecay: 0.3)),
    OptimizerPair(name: "AMSGrad", optimizer: AMSGrad(learningRate: 0.02)),
    OptimizerPair(name: "Adagrad", optimizer: Adagrad(learningRate: 0.1, weightDecay: 0.1)),
  ]

  @Test("Twenty clipped steps of each optimizer leave what is frozen as it was, to the bit", arguments: optimizers)
  func steps(pair: OptimizerPair) {
    let (model, x) = (Self.network(), Self.input([7, 6]))
    let trained = model.freezing { $0.hasPrefix("layers.1") || $0 == "layers.3.bias" }
    let before = model.state
    var optimizer = pair.optimizer
    for _ in 0..<20 {
      let gradients = valueAndGradients(of: trained) { square(model(x) - 1).mean() }.gradients
      optimizer.update(trained, with: gradients.clipped(by: .globalNorm(1)))
    }
    for parameter in trained.buffers { #expect(parameter.tensor == before[parameter.name]) }
    for parameter in trained.parameters { #expect(parameter.tensor != before[parameter.name]) }
  }

  @Test("A model and its partly trained form read each other's states and files")
  func states() throws {
    let (first, second) = (Self.network(seed: 1), Self.network(seed: 2))
    let trained = first.training(only: ["layers.2.weight"])
    second.state = trained.state  // the same entries in another order
    #expect(second.state == first.state)
    let (third, file) = (Self.network(seed: 3), SafeTensors(first.state))
    let part = third.freezing(["layers.2.bias"])
    part.state = try file.state(like: part.state)
    #expect(third.state == first.state)
  }
}
