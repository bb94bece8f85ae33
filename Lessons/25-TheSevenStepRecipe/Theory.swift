import Numerics

/// The loss that a network should have before its first step, for small logits:
///
///     ln C + ½ (1 − 1/C) v,   v = gain · mean x²
///
/// With He's weights in a ReLU layer the mean square of the hidden units is that of the inputs, and a last layer whose
/// weights have the variance gain/fan-in makes logits of variance v of them. The logits' own mean over the classes cancels,
/// which is the 1/C.
func firstLoss(classes: Int, meanSquare: Double, gain: Double) -> Double {
  .log(Double(classes)) + (1 - 1 / Double(classes)) * gain * meanSquare / 2
}

/// The least cross-entropy of a softmax of probabilities, reached where they are 1 and 0: ln(1 + (C − 1)/e).
func doubleSoftmaxFloor(classes: Int) -> Double { .log(1 + Double(classes - 1) / .exp(1)) }
