import Descent
import Numerics

/// A layer as far as one ranking of all weights is concerned, before any training.
struct FreshLayer {
  let name: String
  /// How many weights it has, and how many inputs each of its units has.
  let weights, fanIn: Int

  /// The layers of LeNet.
  static let leNet = [
    FreshLayer(name: "conv1", weights: 150, fanIn: 25), FreshLayer(name: "conv2", weights: 2400, fanIn: 150),
    FreshLayer(name: "fc1", weights: 48_000, fanIn: 400), FreshLayer(name: "fc2", weights: 10_080, fanIn: 120),
    FreshLayer(name: "fc3", weights: 840, fanIn: 84),
  ]

  /// The share of the first weights whose magnitude is above t, for they are uniform within 1/√fan-in.
  func share(above t: Double) -> Double { 1 - min(t * Double(fanIn).squareRoot(), 1) }
}

/// The magnitude t below which a cut of all layers together falls, for weights that are still as they were drawn:
///
///     Σₗ nₗ · (share of layer l below t) = amount · Σₗ nₗ
///
/// - Precondition: the amount is from 0 to below 1.
func threshold(removing amount: Double) -> Double {
  func kept(above t: Double) -> Double { FreshLayer.leNet.reduce(0) { $0 + Double($1.weights) * $1.share(above: t) } }
  var (low, high) = (0.0, 1.0)  // no first weight of LeNet is as large as 1
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if kept(above: middle) > (1 - amount) * kept(above: 0) { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

/// What each layer keeps of a cut of all layers together, by the sizes of the first weights alone.
func keptShares(removing amount: Double) -> [Double] {
  let t = threshold(removing: amount)
  return FreshLayer.leNet.map { $0.share(above: t) }
}

/// Multiplications of LeNet for one picture: each filter at 28 · 28 and 10 · 10 places, each dense weight once.
func pictureProducts(_ network: LeNet) -> Int {
  let counts = network.penalizedParameters.map(\.tensor.count)
  return 784 * counts[0] + 100 * counts[1] + counts[2...].reduce(0, +)
}

/// How many times smaller weights of 4 bytes are stored when a bit for each says whether it is there: 4/(4(1 − s) + ⅛).
func sparseGain(removed share: Double) -> Double { 4 / (4 * (1 - share) + 0.125) }
