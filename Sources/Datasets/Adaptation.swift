import Descent

/// What adapting a model of letters to a task gave: lessons 29–34 train by one recipe.
public struct Adaptation {
  /// The loss of each step, and the validation words' bits at each look.
  public let log: TrainingLog
  /// After how many steps there was a look.
  public let looks: [Int]
  /// The look with the lowest bits on the validation words, the earliest of equals, and what the model was then; nil
  /// without looks.
  public let best: (step: Int, bits: Double, state: ModelState)?
}

extension LetterTask {
  /// Adapts a model by the recipe of lessons 29–34: mini-batches of 32 words, or of all where there are fewer, Adam, a
  /// rate that warms up over 10 steps and falls along half a cosine to 0, the gradient's norm clipped to 1.
  ///
  /// The model is left as the last step left it; `best` says what it was at the lowest bits on the validation words.
  ///
  /// - Parameters:
  ///   - model: what is trained, such as a whole ``LetterModel`` or its adapters alone.
  ///   - rate: the highest learning rate.
  ///   - steps: how many updates are made.
  ///   - interval: after how many steps there is a look, from step 0 on; none without it.
  ///   - order: random numbers for the order of the mini-batches; the task's own without them.
  ///   - afterStep: called after each update; returning false ends the training.
  ///   - logits: the model's answer to words at some places.
  /// - Precondition: there are words to learn from, and words to validate by where there are looks.
  @discardableResult
  public func adapt(
    _ model: some Model, rate: Double, steps: Int = 150, lookingEvery interval: Int? = nil,
    using order: RandomGenerator? = nil, afterStep: (TrainingStep) -> Bool = { _ in true },
    logits: @escaping LetterLogits
  ) -> Adaptation {
    let warmUp = min(10, steps / 4)
    let schedule = CosineAnnealing(initial: rate, steps: max(steps - warmUp, 1)).warmedUp(over: warmUp)
    var (order, optimizer) = (order ?? generator, Adam(learningRate: rate))
    let looks = interval.map { Array(stride(from: 0, through: steps, by: $0)) } ?? []
    var (best, next): ((step: Int, bits: Double, state: ModelState)?, Int) = (nil, 0)
    let log = train(
      model, with: &optimizer, steps: steps, schedule: .perStep(schedule), clipping: .globalNorm(1),
      measuringAt: looks,
      measure: {
        let bits = Letters.bits(of: validation, logits: logits)
        if next < looks.count, bits < best?.bits ?? .infinity { best = (looks[next], bits, model.state) }
        next += 1
        return bits
      }, using: &order, afterStep: afterStep, logits: logits)
    return Adaptation(log: log, looks: looks, best: best)
  }
}
