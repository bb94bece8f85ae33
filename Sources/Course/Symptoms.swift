/// What one sees when training goes wrong, and what it may be.
struct Symptom {
  /// The short name, for the command line and for links: `nan`.
  let name: String
  /// What one sees.
  let sees: String
  /// A picture that shows the thing: the lesson and the name of its figure.
  let picture: (lesson: Int, figure: String)
  /// What it may be, in the order in which to try.
  let causes: [Cause]

  /// The heading of its section.
  var heading: String { "\(name): \(sees.prefix(1).lowercased())\(sees.dropFirst())" }
}

/// One thing that a symptom may come from.
struct Cause {
  /// The key of the test that breaks a network in this way and cures it: `nan-rate`.
  let id: String
  /// What it may be.
  let mayBe: String
  /// What to do within five minutes, and what one then sees.
  let check: String
  /// What to change, and nothing else.
  let cure: String
  /// The claim that measured it, `7.5`.
  let claim: String

  /// The number of the lesson that made the claim.
  var lesson: Int { Int(claim.prefix { $0 != "." }) ?? 0 }
}

extension Symptom {
  /// All of them; read from top to bottom.
  ///
  /// An entry needs a claim that came out as stated, and a network in `SymptomTests` that is broken and cured in this way.
  static let all = [
    Symptom(
      name: "nan", sees: "The loss is nan or infinite", picture: (7, "rates"),
      causes: [
        Cause(
          id: "nan-rate", mayBe: "The learning rate is too high.",
          check: "Run again at a tenth of the rate. The loss stays finite and falls.",
          cure: "Keep the lower rate. Or measure λ, the largest curvature: 1/λ is safe, 2/λ is the limit.", claim: "7.5"
        ),
        Cause(
          id: "nan-spike", mayBe: "One step is far too long: a cliff, or a sample that is out of all proportion.",
          check: "Print the gradient's norm at each step. One of the last is more than 100 times the usual.",
          cure: "Clip the norm, at about the median before that. Then look at that batch.", claim: "6.1"),
        Cause(
          id: "nan-formula", mayBe: "A formula overflows, for example log(softmax) written out.",
          check: "Look at every tensor on the way and stop at the first that is not finite. It holds inf, not yet nan.",
          cure: "Replace that formula: take the cross-entropy of the logits, in one function.", claim: "12.2"),
        Cause(
          id: "nan-half", mayBe: "Numbers of 16 bits are too small or too large for the gradients.",
          check: "Run the same steps in Float32. The nan is gone.",
          cure: "Scale the loss, halve the scale at inf, skip that step. Unscale before you clip. Or use bfloat16.",
          claim: "12.5"),
      ]),
    Symptom(
      name: "rises", sees: "The loss rises, or jumps up and down", picture: (22, "patients"),
      causes: [
        Cause(
          id: "rises-sign", mayBe: "The update has the wrong sign.",
          check: "Take one small step on one batch, and compute the loss of that batch again. It is higher.",
          cure: "Subtract the gradient. Where something is to be maximised, minimise its negative.", claim: "25.3"),
        Cause(
          id: "rises-diverging", mayBe: "The rate is far too high: the run diverges, but stays finite.",
          check: """
            Take the mini-batch losses of the first epoch. Their standard deviation is more than a tenth of their mean, \
            and their mean is no better than guessing.
            """,
          cure: "Take a tenth of the rate.", claim: "22.2"),
        Cause(
          id: "rises-rough", mayBe: "The rate is somewhat too high.",
          check: "Does the validation accuracy jump as well, by points from one epoch to the next? If not, leave it.",
          cure: "Take a tenth of the rate.", claim: "22.5"),
        Cause(
          id: "rises-uncleared", mayBe: "Gradients are never cleared, and add up.",
          check: "Compute the gradient of one batch twice without a step. The second is twice the first.",
          cure: "Clear them before each step.", claim: "25.2"),
        Cause(
          id: "rises-adam", mayBe: "Adam, after a long calm, has forgotten how large its gradients were.",
          check: "The jumps come late, from a loss that was as good as flat, and come on full batches too.",
          cure: "Raise ε above ηλ/38, or use AMSGrad.", claim: "11.4"),
      ]),
    Symptom(
      name: "flat", sees: "The loss is flat from the start", picture: (9, "time"),
      causes: [
        Cause(
          id: "flat-start", mayBe: "The first weights are too small.",
          check:
            "Print the size of each layer's output for one batch, before training. It halves, or worse, at each layer.",
          cure: "Draw them with a variance of 2/n for ReLU, n the inputs of a unit (He).", claim: "9.2"),
        Cause(
          id: "flat-depth", mayBe: "The gradient vanishes in many layers of sigmoids.",
          check: "Divide the gradient's norm at the first weights by that at the last. It is below a thousandth.",
          cure: "Give the weights the gain that makes the factor of a layer 1: about 4 for sigmoids.", claim: "8.8"),
        Cause(
          id: "flat-saddle", mayBe: "It starts beside a saddle, and walks off it slowly.",
          check: "Wait for several times as long. The loss is flat, then falls at once.",
          cure: "Add classic momentum, 0.9, at the same rate.", claim: "21.7"),
      ]),
    Symptom(
      name: "chance", sees: "The accuracy stays near chance although the loss moves", picture: (23, "gradient"),
      causes: [
        Cause(
          id: "chance-inputs", mayBe: "The inputs are not scaled as the first weights expect.",
          check: "Look at the first loss. It is not near ln C for C classes, 2.3 for ten, but several times that.",
          cure: "Scale the inputs to about 1.", claim: "25.1"),
        Cause(
          id: "chance-labels", mayBe: "The labels do not belong to the inputs: shifted, or shuffled alone.",
          check:
            "Train on 20 samples. They are learnt by heart, yet others are read by chance. Look at ten with their labels.",
          cure: "Keep each input and its label together, through every shuffle and split.", claim: "25.2"),
        Cause(
          id: "chance-order", mayBe: "The batches come sorted by class.",
          check: "Print the labels of one batch. They are alike, and the network answers with the last ones it saw.",
          cure: "Shuffle, over the whole file.", claim: "26.1"),
        Cause(
          id: "chance-dead", mayBe: "Most ReLUs are dead: they answer 0 to everything.",
          check: "Count the exact zeros in the gradient of the first weights. They are more than three quarters.",
          cure: "Start anew, at a tenth of the rate. A dead unit does not come back.", claim: "23.6"),
      ]),
    Symptom(
      name: "plateau", sees: "The loss falls fast, then stays", picture: (5, "noise-floor"),
      causes: [
        Cause(
          id: "plateau-noise", mayBe: "The rate is too high for the last part of the way.",
          check: "Go on for one epoch at a tenth of the rate. The loss falls at once.",
          cure: "Let the rate fall to 0 until the end.", claim: "5.3"),
        Cause(
          id: "plateau-early", mayBe: "The rate was lowered too early.",
          check:
            "Find the bend. There the rate was lowered, and the fall per epoch is less than a fifth of what it was.",
          cure: "Lower it later, after three quarters of the run.", claim: "22.4"),
        Cause(
          id: "plateau-softmax", mayBe: "Softmax is applied twice: in the model and again in the loss.",
          check: """
            The accuracy is far above chance, and the loss does not come below ln(1 + (C − 1)/e) for C classes, 1.46 for ten.
            """,
          cure: "Hand the logits to the loss.", claim: "25.3"),
      ]),
    Symptom(
      name: "slow", sees: "The loss falls too slowly", picture: (22, "finder"),
      causes: [
        Cause(
          id: "slow-rate", mayBe: "The rate is too low.",
          check: "Raise the rate from tiny to huge within a hundred steps, and see where the loss falls.",
          cure: "Take the rate that this test suggests.", claim: "22.8"),
        Cause(
          id: "slow-short", mayBe: "It was not given the time.",
          check: "How much of the loss did the last fifth of the epochs take away? More than 3 %.",
          cure: "More epochs, or a higher rate: as long as it is low, only rate × epochs counts.", claim: "22.3"),
        Cause(
          id: "slow-momentum", mayBe: "The momentum β was changed, and the rate was not.",
          check: "Compare η/(1 − β) with that of the run that was fast. It is several times smaller.",
          cure: "Change η so that η/(1 − β) is what it was.", claim: "24.2"),
        Cause(
          id: "slow-batch", mayBe: "The batch is larger than before, the rate is not.",
          check: "Count the updates. They are fewer, and each is no longer than before.",
          cure: "Raise the rate in proportion to the batch.", claim: "27.5"),
      ]),
    Symptom(
      name: "gap", sees: "Training is good, validation is bad", picture: (22, "gap"),
      causes: [
        Cause(
          id: "gap-labels", mayBe: "Wrong labels are learnt by heart.",
          check: "The validation accuracy had its best early on, and has fallen since.",
          cure: "Go back to the weights of that best epoch, and stop there.", claim: "13.2"),
        Cause(
          id: "gap-data", mayBe: "There are too few data.",
          check: "Train on half of them. Validation gets worse by points, so that more would make it better.",
          cure: "Get more data, and keep the number of steps.", claim: "22.4"),
        Cause(
          id: "gap-shift", mayBe: "The validation data are moved, turned or lit in another way than the training data.",
          check: "Distort the training data like that and score them. They are read as badly.",
          cure: "Train on copies that are distorted like that.", claim: "16.5"),
        Cause(
          id: "gap-start", mayBe: "The first weights are much too large.",
          check: "Print the logits of the untrained network. They are not about 1 in size but 10 or more.",
          cure: "Draw the weights with a variance of 2/n (He).", claim: "9.7"),
        Cause(
          id: "gap-peak", mayBe: "The model has just as many free weights as there are samples.",
          check: "Fit with a fifth of the features. The training error rises, the validation error falls.",
          cure: "Add a small ridge.", claim: "17.5"),
      ]),
    Symptom(
      name: "underfit", sees: "Training and validation are both bad", picture: (16, "room-and-time"),
      causes: [
        Cause(
          id: "underfit-short", mayBe: "It is still learning.",
          check: "Does the training accuracy still rise, by more than half a point in the last fifth of the epochs?",
          cure: "More epochs.", claim: "22.7"),
        Cause(
          id: "underfit-penalty", mayBe: "Weight decay or another penalty is too strong.",
          check: "Run without it. The training accuracy rises by points.",
          cure: "Take a fiftieth of it.", claim: "22.4"),
        Cause(
          id: "underfit-copies", mayBe: "A small network cannot afford the distorted copies.",
          check: "Run without them. Both accuracies rise.",
          cure: "Leave them out, or use a larger network.", claim: "16.6"),
      ]),
    Symptom(
      name: "overconfident", sees: "The validation loss rises, the accuracy does not fall", picture: (13, "curves"),
      causes: [
        Cause(
          id: "overconfident-temperature", mayBe: "The network is right, and too sure of it.",
          check: "Divide all logits by a number T, and take the T that is best on the validation data. It is above 1.",
          cure: "Keep that T. Only if it does not help, look for wrong labels.", claim: "13.4")
      ]),
    Symptom(
      name: "evaluation", sees: "Good in training mode, worse in evaluation", picture: (14, "damage"),
      causes: [
        Cause(
          id: "evaluation-dropout", mayBe: "Units are still left out when the network is evaluated.",
          check: "Evaluate the same weights on the same data twice. The two scores differ.",
          cure: "Switch dropout off: evaluate in evaluation mode.", claim: "14.7")
      ]),
    Symptom(
      name: "seeds", sees: "Runs differ from seed to seed, or from machine to machine", picture: (18, "path"),
      causes: [
        Cause(
          id: "seeds-validation", mayBe: "The validation set is too small.",
          check: "Compute √(p(1 − p)/n) for an accuracy p on n samples. It is as large as the differences.",
          cure: "Validate on ten times as many.", claim: "13.7"),
        Cause(
          id: "seeds-noise", mayBe: "The last steps are noisy: labels are wrong, or the rate is high.",
          check: "Score one run after each of its last epochs. It jumps as much as the seeds differ.",
          cure: "Test with a moving average of the weights, not with the last ones.", claim: "18.4"),
        Cause(
          id: "seeds-workers", mayBe: "On several workers, batch normalisation sees a part of the batch only.",
          check:
            "Compute the first gradient of one batch in one piece and in four. They differ by percents, not by rounding.",
          cure: "Normalise over the whole batch, or within each sample (layer normalisation).", claim: "27.1"),
      ]),
    Symptom(
      name: "penalty", sees: "Regularisation does nothing, or too much", picture: (15, "strength"),
      causes: [
        Cause(
          id: "penalty-adam", mayBe: "L2 inside Adam: the optimizer divides the penalty by its own size.",
          check:
            "Does `weight_decay` go into the gradient, as in PyTorch's `Adam`? With 0 in its place the accuracy is back.",
          cure: "Use AdamW, with the same number.", claim: "15.5"),
        Cause(
          id: "penalty-zeros", mayBe: "L1 is part of the loss, and each step jumps over zero.",
          check: "Count the weights that are exactly 0. There are none.",
          cure: "Take L1 out of the loss, and shrink by ηλ after each step (proximal step).", claim: "4.4"),
        Cause(
          id: "penalty-dropout", mayBe: "Dropout is too weak for the many wrong labels.",
          check: "Score the training data in evaluation mode. The wrong labels are learnt by heart all the same.",
          cure: "Drop 50 % instead of 10 %.", claim: "14.5"),
      ]),
  ]
}
