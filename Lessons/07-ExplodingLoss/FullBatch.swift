import Datasets
import Descent

/// Gradient descent on all samples at once: `steps + 1` losses, the first before any step.
///
/// It ends early with the first loss that is nan, or larger than `limit`.
///
/// - Parameter beforeStep: called at each point, the start included, before the weights move on.
func fullBatchDescent(
  _ model: some Model, learningRate: Double, steps: Int, limit: Double = .infinity,
  beforeStep: (_ step: Int) -> Void = { _ in }, loss: () -> Tensor
) -> [Double] {
  var optimizer = SGD(learningRate: learningRate)
  var losses: [Double] = []
  for step in 0...steps {
    let (value, gradients) = valueAndGradients(of: model, loss)
    losses.append(value)
    guard value <= limit else { break }
    beforeStep(step)
    if step < steps { optimizer.update(model, with: gradients) }
  }
  return losses
}

/// The losses of one run of gradient descent at one learning rate.
struct Run: Sendable {
  let learningRate: Double
  /// The loss before each step, and after the last.
  let losses: [Double]

  var last: Double { losses[losses.count - 1] }
  /// The highest loss on the way; inf where a loss was inf or nan.
  var highest: Double { losses.contains { !$0.isFinite } ? .infinity : losses.max() ?? .nan }
  /// How many of the steps raised the loss.
  var rises: Int { zip(losses, losses.dropFirst()).count { $0 < $1 } }
}
