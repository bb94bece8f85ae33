import Numerics

// What can be worked out without running.
extension RavineTask {
  /// ln(2 · limit)/(2 ln(1 − aη)): the steps, not rounded, of gradient descent once the steep axis has vanished.
  ///
  /// Each axis starts with half of the height, and a step multiplies it by (1 − λη)².
  func descentSteps(rate: Double) -> Double { .log(2 * limit) / (2 * .log(1 - ravine.along * rate)) }

  /// ln(1/limit)/ln(1/β): the steps of momentum where both axes swing.
  ///
  /// One step maps (x, V) to a pair by a matrix of determinant β, whatever the curvature. Where its eigenvalues are
  /// complex both have modulus √β, and a step shrinks the height by β.
  func swingingSteps(_ beta: Double) -> Double { -Double.log(limit) / -Double.log(beta) }

  /// ((√b − √a)/(√b + √a))²: with more momentum than this both axes can swing, with less the floor only crawls
  /// (Polyak 1964).
  var polyakBeta: Double {
    let (slow, fast) = (ravine.along.squareRoot(), ravine.across.squareRoot())
    let ratio = (fast - slow) / (fast + slow)
    return ratio * ratio
  }

  /// 4/(√a + √b)²: the learning rate that goes with it.
  var polyakRate: Double {
    let sum = ravine.along.squareRoot() + ravine.across.squareRoot()
    return 4 / (sum * sum)
  }

  /// (a + b) η²/8 as a share of the start: the height between two jumps of RMSProp with a short memory.
  ///
  /// Once the root of the mean square is the size of the gradient, each step is η long on each axis, whatever the
  /// curvature, and goes on between −η/2 and η/2.
  func jumpingShare(rate: Double) -> Double {
    (ravine.along + ravine.across) * rate * rate / 8 / ravine.value(start.x, start.y)
  }
}
