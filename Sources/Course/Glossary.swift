/// A term of the field, in a sentence, and the lesson that explains it.
struct Term {
  /// The term, as the lesson's page writes it.
  let name: String
  /// What it is.
  let meaning: String
  /// The number of the lesson.
  let lesson: Int

  init(_ name: String, _ lesson: Int, _ meaning: String) {
    (self.name, self.lesson, self.meaning) = (name, lesson, meaning)
  }
}

/// A sign, as formulas write it.
struct Sign {
  let sign: String
  /// How the code writes it.
  let code: String
  let meaning: String
  /// The number of the lesson that says most about it.
  let lesson: Int

  init(_ sign: String, _ code: String, _ lesson: Int, _ meaning: String) {
    (self.sign, self.code, self.lesson, self.meaning) = (sign, code, lesson, meaning)
  }
}

extension Sign {
  /// The signs that come back in several lessons; a lesson explains its own.
  static let all = [
    Sign("θ, w, b", "`parameters`, `weight`, `bias`", 0, "what training changes"),
    Sign("L; ∂L/∂θ", "`loss`; `gradients`", 0, "the loss; its gradient, elsewhere also g or ∇L"),
    Sign("‖∂L/∂θ‖", "`norm`", 0, "the length of a vector: the square root of the sum of its squares"),
    Sign("η", "`learningRate`", 0, "the length of a step per unit of gradient; α in lesson 05"),
    Sign("t", "`step`", 0, "number of the step, from 0"),
    Sign("T", "`temperature`", 37, "by what scores are divided before they become shares"),
    Sign("x", "`inputs`", 0, "what goes in"),
    Sign("h; s; p", "`hidden`; `logits`; `probabilities`", 0, "values of a layer; scores; shares that sum to 1"),
    Sign("β, β₁, β₂", "`momentum`, `beta1`, `beta2`", 2, "what share a running average keeps at each step"),
    Sign("v; v̂", "`average`; `corrected`", 2, "a running average; the same, corrected for its start; m and m̂ in Adam"),
    Sign("ε", "`epsilon`", 3, "a small number that keeps a division finite"),
    Sign("λ", "`weightDecay`, `penalty`", 4, "strength of a penalty"),
    Sign("λ", "`curvature`", 7, "an eigenvalue of the Hessian: how fast a slope changes"),
    Sign("H", "`hessianVectorProduct`", 7, "the Hessian: all second derivatives of the loss"),
    Sign("σ", "`standardDeviation`, `noise`", 26, "standard deviation; as a function, σ(x), the sigmoid"),
    Sign("φ", "`activation`", 8, "an activation; in lesson 24, of the normal distribution"),
    Sign("n; B", "`inputs`; `batchSize`", 9, "inputs of a unit; samples in a mini-batch"),
    Sign("t", "`threshold`", 6, "in lesson 06, the length to which a gradient is clipped"),
    Sign("r; α", "`rank`; `alpha`", 31, "rank of a low-rank change; its scale is α/r"),
    Sign("A, B", "`down`, `up`", 31, "the two factors of a change of weights, ΔW = BA"),
    Sign("ρ", "`radius`", 40, "how far SAM goes uphill before it takes the gradient; elsewhere another number"),
    Sign("⊙", "`*`", 35, "multiplied number by number"),
    Sign("s; z", "`scale`; `zeroPoint`", 38, "the step between levels; the whole number that stands for 0"),
    Sign("94.2 ± 3.2", "`Summary`", 0, "mean and standard deviation over the seeds"),
  ]
}

extension Term {
  /// All of them; the page sorts them.
  static let all = [
    Term("nan", 12, "Not a number: what 0 · inf gives, and all that is computed from it."),
    Term("explode", 7, "Said of a loss, or of gradients, that grow without end."),
    Term("transformer", 20, "Blocks of attention and a feed-forward part, each with a bypass and a normalisation."),
    Term("projection", 34, "A small network that makes the prefix in training and is thrown away afterwards."),
    Term("Hessian", 40, "The matrix of second derivatives of the loss."),
    Term("GLU", 39, "Gated linear unit: a gated layer whose gate goes through a sigmoid."),
    Term("leaky ReLU", 39, "A ReLU with a small slope below 0, so that no unit is lost for good."),
    Term("per output", 38, "A scale of its own for each row or filter, instead of one for a layer; also per channel."),
    Term("dynamic", 38, "Said of quantisation that takes the range of the inputs from each batch as it comes."),
    Term("softmax", 37, "Turns scores into shares that sum to 1: eˢ, divided by the sum of all eˢ."),
    Term("logits", 38, "A network's outputs before they become shares: a score for each class."),
    Term("silent", 35, "Said of a unit that gives zero for every training sample; lesson 23 calls it dead."),
    Term("magnitude", 35, "A weight's size without its sign, |w|: the usual ranking for pruning."),
    Term(
      "global", 35, "Said of pruning by one ranking of all layers' weights; local pruning ranks each layer for itself."),
    Term("from scratch", 30, "From random first weights, without what another task has taught."),
    Term(
      "folded", 32,
      "Said of a linear adapter that is multiplied into the layer before it, so that it costs nothing any more."),
    Term(
      "attention", 34,
      "Each place asks with a query, and gets a mean of the values of the places so far, with more of those whose keys fit."
    ),
    Term("bilinear", 39, "A gate without an activation: two straight maps of the input, multiplied."),
    Term("distillation", 37, "Training a small network on the answers of a large one."),
    Term("fine-tuning", 29, "Going on with the training of a network on a new task, mostly at a lower rate."),
    Term("forgetting", 31, "Getting worse at the old task while learning a new one."),
    Term("gated layer", 39, "A layer whose values are multiplied by those of another layer beside it."),
    Term("GELU", 39, "x times the share of the normal distribution below x: a ReLU with a soft corner."),
    Term(
      "LoRA", 31, "Low-rank adaptation: a frozen matrix plus the product of two thin ones, which alone are trained."),
    Term(
      "lottery ticket hypothesis", 36,
      "A large network holds a small part that would have trained as well alone, from the same first weights."),
    Term("mask", 35, "Ones and zeros that say which weights are kept; zeros stay zero in every step."),
    Term("merged", 31, "Said of LoRA whose product is added to the matrix, so that it costs nothing any more."),
    Term("prefix", 34, "Keys and values that belong to no letter, put before those of the letters and trained."),
    Term("pruning", 35, "Taking away weights or whole units of a trained network."),
    Term("quantisation", 38, "Writing weights, or activations too, as whole numbers of 8 or fewer bits and a scale."),
    Term("rank", 31, "Of how many directions a matrix is made: how many columns of it are independent."),
    Term(
      "winning ticket", 36,
      "Those weights of a trained network that are kept, set back to their first values, if they then train as well alone."
    ),
    Term(
      "scale", 38, "In quantisation, the step between two levels: a weight is about its whole number times the scale."),
    Term("SiLU", 39, "x times its sigmoid."),
    Term("singular value", 31, "By how much a matrix stretches one of its own directions."),
    Term(
      "soft prompt", 34, "Trained vectors put in front of a word at the network's entrance, as if they were letters."),
    Term(
      "structured", 35,
      "Said of pruning that takes whole units or filters, and so shrinks the layers; unstructured pruning takes single weights."
    ),
    Term(
      "straight-through", 38,
      "Rounding on the way forward, and on the way back a gradient as if there were no rounding."),
    Term("student", 37, "The small network of a distillation."),
    Term("SwiGLU", 39, "A gated layer whose gate goes through SiLU."),
    Term("teacher", 37, "The large network of a distillation."),
    Term("zero point", 38, "The whole number that stands for 0 where a quantised range is not symmetric."),
    Term(
      "activation", 8,
      "The function that bends what comes out of a unit, such as ReLU or tanh; without one, all layers are one straight map."
    ),
    Term(
      "Adam", 3,
      "Momentum divided by the root of a running average of squared gradients: each parameter gets a step of its own."),
    Term("AdamW", 15, "Adam with weight decay beside the step instead of a penalty in the loss."),
    Term("adapter", 32, "A small module between frozen layers, added to what passes; only it is trained."),
    Term("adapter fusion", 33, "Several adapters, and shares that say how much of each to take."),
    Term(
      "AWP", 40,
      "Adversarial weight perturbation: before the gradient is taken, each weight matrix is moved uphill by a share of its own length."
    ),
    Term("baseline", 28, "What the simplest method reaches; a network has to beat it to be worth training."),
    Term(
      "batch normalisation", 10,
      "Each unit's values are shifted and scaled to mean 0 and variance 1 over the mini-batch."),
    Term("bias correction", 2, "Dividing a running average by the weight that it has handed out, 1 − βᵗ."),
    Term(
      "bits per character", 29, "How many yes-or-no answers a letter costs on average: cross-entropy with the base 2."),
    Term("boosting", 28, "Many small trees, each fitted to what the ones before it leave over."),
    Term(
      "Brier score", 18, "The mean squared distance between the shares that a model predicts and what was the case."),
    Term("bypass", 10, "A path past a layer: its input is added to its output. Also skip or residual connection."),
    Term("catapult", 7, "A loss that climbs over the wall of its valley and comes down where it is flatter."),
    Term("checkpoint", 13, "A state of a training that is kept, to return to it or to go on from it."),
    Term("clipping", 6, "Shortening a gradient that is too long: the whole vector, or number by number."),
    Term("cool-down", 19, "A schedule: a constant rate that goes to zero in the last part of a run."),
    Term("cosine", 19, "A schedule along half a cosine wave, from the full learning rate to zero."),
    Term("cross-entropy", 0, "−ln of the share that the right answer gets: the loss of classification."),
    Term("curvature", 7, "How fast a slope changes; the second derivative, in the direction one looks at."),
    Term(
      "data augmentation", 16, "Training on distorted copies, where the distortion leaves the right answer as it is."),
    Term(
      "data parallelism", 27,
      "Several workers, each with a part of the batch, add up their gradients, each weighed by its share, and take the same step."
    ),
    Term("dead", 23, "Said of a ReLU unit that gives zero for every sample, and therefore gets no gradient."),
    Term("decay", 5, "Lowering the learning rate as training goes on."),
    Term("decoupled", 15, "Weight decay that shrinks the weights itself, and does not pass through the optimizer."),
    Term("double descent", 17, "The test error falls, peaks where the model can just fit its data, and falls again."),
    Term("dropout", 14, "Setting units to zero at random while training, and scaling up the rest."),
    Term(
      "early stopping", 13,
      "Ending a training when the validation score has not improved for a while, and going back to its best weights."),
    Term(
      "edge of stability", 7, "Where full-batch gradient descent stays by itself: the largest curvature is about 2/η."),
    Term(
      "effective batch", 26,
      "All samples that enter one step: those of a part, times the parts whose gradients are added up (gradient accumulation), times the machines."
    ),
    Term("ensemble", 18, "Several models whose predictions are averaged."),
    Term("epoch", 0, "Once through all training data."),
    Term(
      "EWMA", 2, "Exponentially weighted moving average: each step keeps the share β and adds 1 − β of what is new."),
    Term(
      "expected improvement", 24,
      "How much better than the best so far a trial is expected to be; it says where to try next."),
    Term("fan-in", 9, "The number of inputs of a unit."),
    Term("flat minima", 40, "Minima around which the loss rises slowly."),
    Term("frozen", 32, "Said of parameters that training leaves as they are."),
    Term(
      "gain", 8, "How large weights are: the root of n times their variance, n the inputs of a unit; ReLU needs √2."),
    Term("gradient", 0, "For each parameter, how fast the loss grows when that parameter does."),
    Term("learning rate", 0, "How long a step is per unit of gradient."),
    Term(
      "learning-rate finder", 22,
      "A short run whose rate grows, to see from where on the loss falls and from where it explodes."),
    Term("linear rule", 27, "With k times the batch, k times the learning rate."),
    Term("logistic regression", 28, "One layer and a sigmoid: a straight border between two classes."),
    Term("loss", 0, "One number that says how wrong the outputs are."),
    Term("loss scale", 12, "A factor by which the loss is multiplied so that small gradients survive in 16 bits."),
    Term("mini-batch", 0, "The few samples that a step takes its gradient from."),
    Term("mixed precision", 12, "Computing in 16 bits, while the weights are kept in 32."),
    Term("momentum", 3, "A running average of the gradients, which is stepped along instead of the gradient."),
    Term(
      "noise floor", 5, "The loss at which a constant learning rate hovers, because each mini-batch pulls elsewhere."),
    Term("overfitting", 13, "Getting better on the training data and worse on others."),
    Term("overflow", 12, "A number too large for its format, which becomes infinite."),
    Term("patience", 13, "How long early stopping waits for a better score."),
    Term(
      "penalty", 4,
      "What is added to the loss to keep weights small: the sum of their sizes (L1) or of their squares (L2)."),
    Term("plateau", 21, "A place where the loss hardly falls though it is far from a minimum."),
    Term(
      "power iteration", 7,
      "Multiplying a vector by a matrix again and again until it points the way that the matrix stretches most; the stretch is the largest eigenvalue."
    ),
    Term("precision", 28, "Of those that are reported, the share that is right."),
    Term("pre-trained", 30, "Said of a network that starts from weights that another task has left."),
    Term(
      "proximal step", 4, "The exact step of a penalty; with L1 it shrinks each weight by a constant and stops at zero."
    ),
    Term("RAdam", 20, "Adam whose step is multiplied by a factor that rises with t: a warm-up built in."),
    Term("recall", 28, "Of those that are there, the share that is found."),
    Term("ReLU", 0, "max(0, x): lets through what is positive."),
    Term("ring", 27, "A way to sum over all workers in which each talks to its two neighbours only."),
    Term("RMSProp", 3, "Dividing the gradient by the root of a running average of its squares."),
    Term("saddle", 21, "A place where the gradient is zero and the loss falls in one direction and rises in another."),
    Term("SAM", 40, "Sharpness-aware minimisation: the step takes the gradient from a place a little uphill."),
    Term("schedule", 5, "The rule by which the learning rate changes during training."),
    Term("seed", 0, "A number that fixes all that is random in a run."),
    Term("sharpness", 40, "How fast the loss rises around a minimum: its largest curvature."),
    Term("sigmoid", 8, "1/(1 + e⁻ˣ): squeezes a number between 0 and 1."),
    Term("smart batching", 26, "Putting sentences of like length into one batch, so that little is padding."),
    Term("snapshot", 18, "The weights of one run at some epoch, used as a member of an ensemble."),
    Term("stochastic weight averaging", 18, "The average of the weights along the end of a run."),
    Term("tanh", 8, "Squeezes a number between −1 and 1; its slope at 0 is 1."),
    Term(
      "temperature", 13, "By what scores are divided before they become shares: above 1 the shares become more alike."),
    Term("transfer", 29, "Using what one task has taught a network for another."),
    Term("trial", 24, "One training with one choice of hyperparameters."),
    Term("unit", 0, "One number of a layer, computed from all numbers of the layer before."),
    Term("vanish", 8, "Said of gradients that become too small to move the first layers."),
    Term("warm-up", 20, "A learning rate that starts low and rises over the first steps."),
    Term("weight decay", 15, "Shrinking each weight by a share of itself at every step."),
  ]
}
