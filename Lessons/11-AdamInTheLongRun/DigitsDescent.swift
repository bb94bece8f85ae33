import Datasets
import Descent

/// The loss by which the digits are learnt.
enum DigitsLoss: String, CaseIterable, Sendable {
  case crossEntropy = "cross-entropy"
  case squaredError = "squared error"

  /// How many steps it is learnt for: with cross-entropy long after a quadratic loss would have burst.
  var steps: Int { self == .crossEntropy ? 12_000 : 5000 }
}

/// Learning a few hundred digits by heart, on all of them at once: no noise, and a loss that can go to zero.
struct DigitsDescent: Sendable {
  let pixels: Tensor
  let labels: [Int]
  /// The labels as rows of nine zeros and a one.
  let targets: Tensor
  private let generator: RandomGenerator

  init(_ digits: Digits, count: Int, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let chosen = digits[generator.permutation(of: digits.count).prefix(count)]
    (pixels, labels) = (chosen.pixels, chosen.labels)
    targets = chosen.oneHot.cast(to: .float32)
    self.generator = generator
  }

  /// The losses before each step, of a network of 64 pixels, 32 ReLU units and 10 digits.
  func losses(_ loss: DigitsLoss, by optimizer: any Optimizer, steps: Int) -> [Double] {
    var (optimizer, generator) = (optimizer, generator)
    let network = DigitsTask.network(using: &generator)
    return (0..<steps).map { _ in
      let (value, gradients) = valueAndGradients(of: network) {
        switch loss {
        case .crossEntropy: softmaxCrossEntropy(network(pixels), labels: labels)
        case .squaredError: meanSquaredError(network(pixels), targets)
        }
      }
      optimizer.update(network, with: gradients)
      return value
    }
  }
}

/// The share of the steps after which the loss is higher than before.
func shareRising(_ losses: [Double]) -> Double {
  Double(zip(losses, losses.dropFirst()).count { $0 < $1 }) / Double(losses.count - 1)
}
