import Datasets
import Descent
import Notebook

/// Rules on the digits, with ReLU and tanh, by gradient descent and by Adam.
struct Comparison: Sendable {
  let rules: [FirstWeights]
  let study: DigitsStudy
  let setups: [Setup]
  private let batch: Int
  private let depth: Int

  init(
    _ tasks: [DigitsTask], rules: [FirstWeights], activations: [Activation] = [.relu, .tanh],
    methods: [Method] = Method.allCases, batch: Int = 32, depth: Int
  ) async {
    (self.rules, self.batch, self.depth) = (rules, batch, depth)
    setups = activations.flatMap { activation in
      methods.flatMap { method in
        rules.map { Setup(rule: $0, activation: activation, method: method, batch: batch, depth: depth) }
      }
    }
    study = await DigitsStudy(tasks, setups)
  }

  func setup(
    _ rule: FirstWeights, _ activation: Activation = .relu, _ method: Method = .gradientDescent
  ) -> Setup {
    Setup(rule: rule, activation: activation, method: method, batch: batch, depth: depth)
  }

  /// The test accuracies in percent at the best rate, of the usual ones or of all.
  func accuracy(
    _ rule: FirstWeights, _ activation: Activation = .relu, _ method: Method = .gradientDescent, usual: Bool = false
  ) -> Summary {
    study.accuracy(setup(rule, activation, method), usual: usual)
  }

  /// "94.0 % (η = 0.1)".
  func cell(_ rule: FirstWeights, _ activation: Activation, _ method: Method, usual: Bool = true) -> String {
    let setup = setup(rule, activation, method)
    let rate = study.bestRate(setup, usual: usual)
    let accuracy = study.accuracy(setup, usual: usual)
    return "\(accuracy.plusMinus(1)) % (\(rate < 1e-4 ? significant(rate, 1) : plain((rate * 1e5).rounded() / 1e5)))"
  }

  /// The mean norm of the first gradient of a ReLU network.
  func firstGradient(_ rule: FirstWeights) -> Double { study.firstGradient(setup(rule)).mean }
}
