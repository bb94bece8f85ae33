import Datasets
import Descent
import Testing

@Suite("The digits as a task for LeNet") struct LeNetTaskTests {
  @Test("The first 1200 digits train and the other 597 test, each pixel four by four")
  func parts() throws {
    let digits = try Digits.load()
    let task = LeNetTask(digits)
    #expect(task.training.pixels.shape == [1200, 1, 32, 32] && task.test.pixels.shape == [597, 1, 32, 32])
    #expect(task.training.labels + task.test.labels == digits.labels)
    // A corner's middle lies beyond the outermost old middles in both directions: it keeps the old pixel's ink.
    let corners = digits.pixels.scalars.enumerated().filter { $0.offset % 64 == 63 }.map(\.element)
    let enlarged = task.test.pixels.scalars.enumerated().filter { $0.offset % 1024 == 1023 }.map(\.element)
    #expect(enlarged == Array(corners[1200...]))
  }

  @Test(
    "Two epochs are 36 steps; they teach, the same seed teaches the same, and the weights' seed is no other order's")
  func training() throws {
    let task = LeNetTask(try .load())
    let (network, _) = task.trained(seed: 1, epochs: 2)
    #expect(task.testAccuracy { network($0) } > 0.5)  // chance is 0.1
    #expect(task.trained(seed: 1, epochs: 2).network.state == network.state)
    #expect(task.trained(seed: 2, epochs: 2).network.state != network.state)
    var (untrained, generator) = task.trained(seed: 1, epochs: 0)
    var steps = 0
    let log = task.train(
      untrained, epochs: 2, using: &generator,
      afterStep: { _ in
        steps += 1
        return true
      }, logits: { untrained($0) })
    #expect(untrained.state == network.state && steps == 36 && log.losses.count == 36)  // ⌊1200/64⌋ = 18 an epoch
    untrained = task.trained(seed: 1, initialization: .heNormal, epochs: 0).network
    #expect(untrained.state != task.trained(seed: 1, epochs: 0).network.state)
  }
}
