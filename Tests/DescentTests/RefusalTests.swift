import Descent
import Testing

/// Something that no one can mean, and what the program says when it stops.
struct Refusal: Sendable, CustomTestStringConvertible {
  let name: String
  let message: String
  let body: @Sendable () -> Void
  var testDescription: String { name }

  init(_ name: String, _ message: String, _ body: @escaping @Sendable () -> Void) {
    (self.name, self.message, self.body) = (name, message, body)
  }
}

/// A table of refusals; each is tried in a process of its own.
enum Refusals {
  static let hyperparameters: [Refusal] = [
    Refusal("Adam, rate −1", "A learning rate must be finite and not negative, but is -1.0.") {
      _ = Adam(learningRate: -1)
    },
    Refusal("Adam, rate nan", "A learning rate must be finite and not negative, but is nan.") {
      _ = Adam(learningRate: .nan)
    },
    Refusal("AdamW, ε −1", "epsilon must be finite and not negative, but is -1.0.") {
      _ = AdamW(learningRate: 1, epsilon: -1)
    },
    Refusal("AMSGrad, β₁ 1", "beta1 must be at least 0 and below 1, but is 1.0.") {
      _ = AMSGrad(learningRate: 1, beta1: 1)
    },
    Refusal("Adam, β₂ nan", "beta2 must be at least 0 and below 1, but is nan.") {
      _ = Adam(learningRate: 1, beta2: .nan)
    },
    Refusal("RAdam, update 0", "The first update of RAdam is number 1, not 0.") {
      _ = RAdam.rectification(step: 0)
    },
    Refusal("SGD, weight decay −1", "weightDecay must be finite and not negative, but is -1.0.") {
      _ = SGD(learningRate: 1, weightDecay: -1)
    },
    Refusal("momentum 1.1", "momentum must be at least 0 and below 1, but is 1.1.") {
      _ = Momentum(learningRate: 1, momentum: 1.1)
    },
    Refusal("Nesterov, momentum −0.1", "momentum must be at least 0 and below 1, but is -0.1.") {
      _ = Nesterov(learningRate: 1, momentum: -0.1)
    },
    Refusal("RMSProp, α 1", "alpha must be at least 0 and below 1, but is 1.0.") {
      _ = RMSProp(learningRate: 1, alpha: 1)
    },
    Refusal("Adagrad, first sum −1", "initialSum must be finite and not negative, but is -1.0.") {
      _ = Adagrad(learningRate: 1, initialSum: -1)
    },
    Refusal("SAM, ρ −1", "The radius of a perturbation must be finite and not negative, but is -1.0.") {
      _ = SharpnessAwareMinimization(radius: -1)
    },
    Refusal("AWP, γ nan", "The share of a perturbation must be finite and not negative, but is nan.") {
      _ = AdversarialWeightPerturbation(share: .nan)
    },
    Refusal("a rate set later", "A learning rate must be finite and not negative, but is inf.") {
      var optimizer = SGD(learningRate: 1)
      optimizer.learningRate = .infinity
    },
    Refusal("one cycle, divisor 0", "A divisor must be finite and above 0, but is 0.0.") {
      _ = OneCycle(peak: 1, steps: 10, divisor: 0)
    },
    Refusal("one cycle, last divisor 0", "A divisor must be finite and above 0, but is 0.0.") {
      _ = OneCycle(peak: 1, steps: 10, finalDivisor: 0)
    },
    Refusal("cosine to nan", "A learning rate must be finite and not negative, but is nan.") {
      _ = CosineAnnealing(initial: 1, final: .nan, steps: 10)
    },
    Refusal("stairs of 0 steps", "A stair must be at least 1, but is 0.") { _ = StepDecay(initial: 1, interval: 0) },
    Refusal("a factor of −1", "A factor must be finite and not negative, but is -1.0.") {
      _ = ExponentialDecay(initial: 1, factor: -1)
    },
    Refusal("a milestone of −1", "A milestone must be at least 0, but is -1.") {
      _ = MultiStepDecay(initial: 1, milestones: [3, -1])
    },
    Refusal("a plateau's factor of 1", "A factor that lowers the rate must be at least 0 and below 1, but is 1.0.") {
      _ = ReduceOnPlateau(initial: 1, factor: 1)
    },
    Refusal("a finder from 1 to 1", "Learning rates rise from a lower to a higher one, not from 1.0 to 1.0.") {
      _ = LearningRateFinder(lowest: 1, highest: 1)
    },
    Refusal("a finder from 0", "The lowest learning rate must be finite and above 0, but is 0.0.") {
      _ = LearningRateFinder(lowest: 0)
    },
    Refusal("a finder of 1 step", "A search for a learning rate must be at least 2, but is 1.") {
      _ = LearningRateFinder(steps: 1)
    },
    Refusal(
      "a finder that runs away at once",
      "A loss has run away above a multiple of its lowest, more than 1, but that is 1.0."
    ) { _ = LearningRateFinder(runaway: 1) },
    Refusal("warm-up over −1 steps", "A warm-up cannot take -1 steps.") { _ = ConstantRate(1).warmedUp(over: -1) },
    Refusal("clipping to nan", "A clipping threshold must be above 0, but is nan.") {
      _ = [1.0].clipped(by: .globalNorm(.nan))
    },
    Refusal("a magnitude of −1", "−limit … limit with a limit of -1.0.") { _ = Tensor([1]).clipped(toMagnitude: -1) },
    Refusal("an ε of −1 in clipping", "epsilon must be finite and not negative, but is -1.0.") {
      _ = Gradients(names: ["a"], tensors: [Tensor([1])]).clipped(toNorm: 1, epsilon: -1)
    },
    Refusal("dropout of nan", "The rate of dropout must be at least 0 and below 1, but is nan.") {
      var generator = RandomGenerator(seed: 1)
      _ = Dropout(rate: .nan, using: &generator)
    },
    Refusal("batch normalisation with ε nan", "Layer norm cannot have 2 features and ε = nan.") {
      _ = BatchNorm("norm", features: 2, epsilon: .nan)
    },
    Refusal("a deviation of −1", "A standard deviation must be finite and not negative, but is -1.0.") {
      var generator = RandomGenerator(seed: 1)
      _ = Initialization.normal(standardDeviation: -1)(fanIn: 2, fanOut: 2, using: &generator)
    },
    Refusal("no inputs", "The number of inputs must be at least 1, but is 0.") {
      _ = Initialization.heNormal.variance(fanIn: 0, fanOut: 3)
    },
    Refusal("a class weight of −1", "A weight in softmaxCrossEntropy must be finite and not negative, but is -1.0.") {
      _ = softmaxCrossEntropy(Tensor(rows: [[1, 2]]), labels: [0], classWeights: [1, -1])
    },
    Refusal("nothing but padding", "softmaxCrossEntropy has no label among 2 places, and so nothing to average.") {
      _ = softmaxCrossEntropy(.zeros([1, 2, 3]), labels: [nil, nil])
    },
    Refusal("padding, and a label beyond the classes", "Label 3 is not one of the 3 classes.") {
      _ = softmaxCrossEntropy(.zeros([2, 3]), labels: [nil, 3])
    },
    Refusal("padding, and a label of −100", "Label -100 is not one of the 3 classes.") {
      _ = softmaxCrossEntropy(.zeros([2, 3]), labels: [1, Optional(-100)])
    },
    Refusal("padding, and a label too few", "a label for each row, not [1, 2, 3] and 1 labels.") {
      _ = softmaxCrossEntropy(.zeros([1, 2, 3]), labels: [Optional(1)])
    },
    Refusal(
      "an accuracy with a label too few", "accuracy needs logits […, classes] and a label for each row, not [2, 3]"
    ) {
      _ = accuracy(.zeros([2, 3]), labels: [1])
    },
    Refusal("weighted losses of sequences", "Weighted losses need logits [batch, classes] and a label for each row") {
      _ = softmaxCrossEntropy(.zeros([1, 2, 3]), labels: [1, 2], smoothing: 0.1)
    },
    Refusal("inputs of 9 bits", "A number is quantised to 2 … 8 bits, not to 9.") {
      _ = QuantizedDense(Dense("l", weight: .ones([2, 2]), bias: .zeros([2])), inputBits: 9)
    },
    Refusal("batches of 0", "Training cannot use 4 samples in batches of 0 for 1 epochs.") {
      var (generator, optimizer) = (RandomGenerator(seed: 1), SGD(learningRate: 1))
      let weight = Parameter("w", Tensor(1))
      train(weight, with: &optimizer, samples: 4, batchSize: 0, epochs: 1, using: &generator) { _ in weight.value }
    },
    Refusal("a permutation of −1", "The length of a permutation must be at least 0, but is -1.") {
      var generator = RandomGenerator(seed: 1)
      _ = generator.permutation(of: -1)
    },
    Refusal("a range without end", "A uniform draw needs a range of finite length") {
      var generator = RandomGenerator(seed: 1)
      _ = generator.uniform(in: -1.7e308..<1.7e308)
    },
  ]

  static let tensors: [Refusal] = [
    Refusal("a layer's bias of another dtype", "Layer l needs one dtype, but got float32 [2, 2] and float64 [2].") {
      _ = Dense("l", weight: .ones([2, 2]), bias: Tensor([10, 20], dtype: .float64))
    },
    Refusal(
      "a layer's input of another dtype", "A dense layer needs one dtype, but got float64 [1, 2] and float32 [2, 2]."
    ) {
      _ = Dense("l", weight: .ones([2, 2]), bias: .zeros([2]))(.ones([1, 2], dtype: .float64))
    },
    Refusal("a layer's input too wide", "l.weight needs an input […, 2], not [1, 3].") {
      _ = Dense("l", weight: .ones([2, 2]), bias: .zeros([2]))(.ones([1, 3]))
    },
    Refusal("a wrapped layer's input too wide", "l.weight needs an input […, 2], not [1, 3].") {
      let layer = Dense("l", weight: .ones([2, 2]), bias: .zeros([2]))
      _ = LoRA(layer, down: .ones([1, 2]), up: .ones([2, 1]), alpha: 1)(.ones([1, 3]))
    },
    Refusal("a feed-forward block's input too wide", "f.up.weight needs an input […, 2], not [1, 3].") {
      var generator = RandomGenerator(seed: 1)
      _ = FeedForward("f", width: 2, hidden: 4, using: &generator)(.ones([1, 3]), in: .training)
    },
    Refusal("a letter beyond the table", "tokens.weight has vectors for 27 tokens from 0 on, not for 27.") {
      var generator = RandomGenerator(seed: 1)
      _ = LetterModel(using: &generator)([[0, 27]])
    },
    Refusal("a convolution's bias", "convolution needs one dtype, but got float32 [1, 1, 2, 2] and float64 [2].") {
      _ = convolution(.ones([1, 1, 2, 2]), .ones([2, 1, 1, 1]), bias: Tensor([10, 20], dtype: .float64))
    },
    Refusal("normalisation", "Normalisation needs one dtype, but got float64 [2, 2] and float32 [2].") {
      _ = LayerNorm("norm", features: 2)(.ones([2, 2], dtype: .float64))
    },
    Refusal("tested batch normalisation", "needs one dtype, but got float64 [2, 2] and float32 [2].") {
      _ = BatchNorm("norm", features: 2)(.ones([2, 2], dtype: .float64), in: .evaluation)
    },
    Refusal("an input too narrow for root mean squares", "norm.weight needs an input […, 3], not [2, 2].") {
      _ = RMSNorm("norm", features: 3)(.ones([2, 2]))
    },
    Refusal("root mean squares with ε nan", "Layer norm cannot have 2 features and ε = nan.") {
      _ = RMSNorm("norm", features: 2, epsilon: .nan)
    },
    Refusal("a bypass of another shape", "norm.weight cannot be added to [2], for x is [2, 2].") {
      _ = BatchNorm("norm", features: 2)(.ones([2, 2]), in: .training, activation: .relu, addedTo: .ones([2]))
    },
    Refusal("a gate of another shape", "A gate of shape [2] cannot be held before [1, 2].") {
      _ = gated(.ones([2]), .ones([1, 2]), by: .sigmoid)
    },
    Refusal("a gate of another dtype", "A gated unit needs one dtype, but got float32 [2] and float64 [2].") {
      _ = gated(.ones([2]), .ones([2], dtype: .float64), by: .gelu)
    },
    Refusal("a residual block", "needs one dtype, but got float64 [2, 2] and float32 [2, 2].") {
      var generator = RandomGenerator(seed: 1)
      _ = ResidualBlock("block", width: 2, using: &generator)(.ones([2, 2], dtype: .float64), in: .training)
    },
    Refusal("a batched product", "matmul needs one dtype, but got float32 [2, 2, 2] and float64 [2, 2, 2].") {
      _ = matmul(.ones([2, 2, 2]), .ones([2, 2, 2], dtype: .float64))
    },
    Refusal("a loss", "- needs one dtype, but got float32 [2] and float64 [2].") {
      _ = meanSquaredError(Tensor([1, 2]), Tensor([1, 2], dtype: .float64))
    },
    Refusal("concatenation", "concatenate needs one dtype, but got float32 [2] and float64 [2].") {
      _ = concatenate([Tensor([1, 2]), Tensor([1, 2], dtype: .float64)], axis: 0)
    },
    Refusal("gradients of other shapes", "Gradients cannot be added: that of a is float32 [1] and float32 [2].") {
      _ = Gradients(names: ["a"], tensors: [Tensor([1])]) + Gradients(names: ["a"], tensors: [Tensor([1, 2])])
    },
    Refusal(
      "a direction of another shape", "Parameter x is float64 [3], but its vector is float64 [1]."
    ) {
      let x = Parameter("x", .ones([3], dtype: .float64))
      let direction = Gradients(names: ["x"], tensors: [Tensor([1], dtype: .float64)])
      _ = hessianVectorProduct(of: x, along: direction) { square(x.value).sum() }
    },
    Refusal("a shape beyond counting", "Shape [4611686018427387904, 4] holds more numbers than can be counted.") {
      _ = Tensor.zeros([1 << 62, 4])
    },
    Refusal("a number of files that is none", "x holds F8_E4M3, with which we do not compute.") {
      _ = StoredTensor(name: "x", dtype: .float8e4m3, shape: [1], bytes: [0]).tensor
    },
    Refusal("what is no truth value", "x holds 2.0, which is outside of 0 … 1.") {
      _ = StoredTensor("x", Tensor([0, 1, 2]), as: .bool)
    },
  ]

  static let models: [Refusal] = [
    Refusal(
      "an optimizer meets another shape",
      "parameter w is float32 [1000], and what is remembered in its place is float32 [1]."
    ) {
      var adam = Adam(learningRate: 0.1)
      for size in [1, 1000] {
        let weight = Parameter("w", .zeros([size]))
        adam.update(weight, with: Gradients(names: ["w"], tensors: [.ones([size])]))
      }
    },
    Refusal(
      "an optimizer meets another dtype",
      "parameter w is float64 [2], and what is remembered in its place is float32 [2]."
    ) {
      var momentum = Momentum(learningRate: 0.1)
      for dtype in DType.allCases {
        let weight = Parameter("w", .zeros([2], dtype: dtype))
        momentum.update(weight, with: Gradients(names: ["w"], tensors: [.ones([2], dtype: dtype)]))
      }
    },
    Refusal("a gradient of another parameter", "A gradient of a cannot update parameter b.") {
      var optimizer = SGD(learningRate: 1)
      optimizer.update(Parameter("b", Tensor(1)), with: Gradients(names: ["a"], tensors: [Tensor(1)]))
    },
    Refusal(
      "a forgotten layer", "Forgetful holds second.weight, but lists it neither in its parameters nor in its buffers."
    ) {
      var generator = RandomGenerator(seed: 1)
      let layers = (0..<2).map { Dense($0 == 0 ? "first" : "second", from: 2, to: 2, using: &generator) }
      LayerTests.update(LayerTests.Forgetful(first: layers[0], second: layers[1], isForgotten: true))
    },
    Refusal("forgotten averages", "WithoutBuffers holds norm.running_mean, but lists it neither") {
      LayerTests.update(LayerTests.WithoutBuffers(layers: [Activation.relu, BatchNorm("norm", features: 2)]))
    },
    Refusal(
      "a state of another model",
      "A state does not fit the model: it lacks [\"a.bias\"], and has [\"b.bias_orig\", \"b.bias_mask\"] beside."
    ) {
      let a = Dense("a", weight: .ones([1, 1]), bias: .ones([1]))
      a.state = ModelState(
        names: ["a.weight", "b.bias_orig", "b.bias_mask"], tensors: [.ones([1, 1]), .ones([1]), .ones([1])])
    },
    Refusal("two layers of one name", "Two parameters in a row of layers are called norm.weight.") {
      _ = Sequential(BatchNorm("norm", features: 2), BatchNorm("norm", features: 2))
    },
  ]

  static let images: [Refusal] = [
    Refusal(
      "LeNet and pictures of 28 × 28",
      "LeNet needs pictures [batch, 1, 32, 32], not [2, 1, 28, 28]. Pictures of another size fit after resized("
    ) {
      var generator = RandomGenerator(seed: 1)
      _ = LeNet(using: &generator)(.ones([2, 1, 28, 28]))
    },
    Refusal("pooling with padding only", "a padding of at most half the size, not 2, 2 and 2.") {
      _ = MaxPooling2D(size: 2, padding: 2)
    },
    Refusal("pooling that stands still", "Pooling needs size and stride of at least 1") {
      _ = averagePooling(.ones([1, 1, 4, 4]), size: 2, stride: 0)
    },
    Refusal("pooling a row", "maxPooling needs images [batch, channels, height, width], not [4, 4].") {
      _ = maxPooling(.ones([4, 4]), size: 2)
    },
    Refusal("a window beyond the image", "averagePooling with a window of 3 × 3 does not fit images [1, 1, 2, 4]") {
      _ = averagePooling(.ones([1, 1, 2, 4]), size: 3)
    },
    Refusal("images of no width", "Images [1, 8, 8] cannot be resized to 32 × 0") {
      _ = Tensor.ones([1, 8, 8]).resized(toHeight: 32, width: 0)
    },
    Refusal("one number as samples", "Flatten needs samples [batch, …], but this tensor holds one number.") {
      _ = Flatten()(Tensor(1))
    },
  ]

  // The parameters a = 3 and b = 2 of an outer and of an inner differentiation.
  static let nested: [Refusal] = [
    Refusal(
      "the inner loss is inner · outer", "A tensor cannot join a differentiation: it depends on a parameter of an"
    ) {
      nest { outer, inner in inner * outer }
    },
    Refusal(
      "the inner loss is outer · inner", "A tensor cannot join a differentiation: it depends on a parameter of an"
    ) {
      nest { outer, inner in outer * inner }
    },
    Refusal(
      "the inner loss is the outer's alone", "A loss cannot be differentiated: it depends on a parameter of an outer"
    ) {
      nest { outer, _ in outer * 2 }
    },
    Refusal("one of several inputs is the outer's", "Take its value's `.detached`.") {
      nest { outer, inner in concatenate([inner.reshaped([1]), outer.reshaped([1])], axis: 0).sum() }
    },
    Refusal("a layer with an outer input", "Take its value's `.detached`.") {
      var generator = RandomGenerator(seed: 1)
      let (outer, layer) = (Parameter("a", .ones([1, 2])), Dense("l", from: 2, to: 1, using: &generator))
      _ = valueAndGradients(of: outer) {
        let inner = valueAndGradients(of: layer) { layer(outer.value).sum() }
        return outer.value.sum() * inner.loss
      }
    },
    Refusal("the same parameter twice", "Parameter a is being differentiated already, or listed twice.") {
      let outer = Parameter("a", Tensor(3))
      _ = valueAndGradients(of: outer) { outer.value * valueAndGradients(of: outer) { outer.value }.loss }
    },
    Refusal("a weight takes a step that depends on the rate", "Parameter w cannot take a tensor that is being") {
      let (rate, weight) = (Parameter("rate", Tensor(0.1)), Parameter("w", Tensor(3)))
      _ = valueAndGradients(of: rate) {
        weight.assign(weight.tensor - rate.value * 2)
        return square(weight.value)
      }
    },
    Refusal("an update of what is being differentiated", "Parameter w is being differentiated and cannot change") {
      let weight = Parameter("w", Tensor(3))
      var optimizer = SGD(learningRate: 1)
      _ = valueAndGradients(of: weight) {
        optimizer.update(weight, with: Gradients(names: ["w"], tensors: [Tensor(1)]))
        return square(weight.value)
      }
    },
  ]

  static func nest(_ loss: (_ outer: Tensor, _ inner: Tensor) -> Tensor) {
    let (a, b) = (Parameter("a", Tensor(3)), Parameter("b", Tensor(2)))
    _ = valueAndGradients(of: a) {
      let inner = valueAndGradients(of: b) { loss(a.value, b.value) }.gradients.tensors[0]
      return a.value * inner
    }
  }

  static let stopping: [Refusal] = [
    Refusal("patience 0", "patience must be at least 1, but is 0.") { _ = EarlyStopping(patience: 0) },
    Refusal("an average's decay 1", "The decay of an average must be at least 0 and below 1, but is 1.0.") {
      _ = WeightAverage(.exponential(decay: 1))
    },
    Refusal("an average of nothing", "There is no state to average.") { _ = WeightAverage(.uniform).state },
    Refusal("a line between unlike states", "There is no line between states with [\"a\"] and [\"b\"]") {
      _ = ModelState(names: ["a"], tensors: [Tensor(1)]).interpolated(
        toward: ModelState(names: ["b"], tensors: [Tensor(1)]), by: 0.5)
    },
  ]

  static let attentions: [Refusal] = [
    Refusal("three heads for a width of 4", "Layer a cannot divide a width of 4 among 3 heads.") {
      var generator = RandomGenerator(seed: 1)
      _ = MultiHeadAttention("a", width: 4, heads: 3, using: &generator)
    },
    Refusal("attention of a matrix", "attention needs queries [batch, queries, width], keys [batch, keys, width]") {
      _ = attention(.zeros([2, 3]), .zeros([2, 3]), .zeros([2, 3]))
    },
    Refusal("fewer values than keys", "not [1, 2, 4], [1, 3, 4] and [1, 2, 4].") {
      _ = attention(.zeros([1, 2, 4]), .zeros([1, 3, 4]), .zeros([1, 2, 4]))
    },
    Refusal("a mask of other keys", "A mask for keys of shape [1, 3, 4] needs 1 rows of 3 flags, not [2].") {
      _ = attention(
        .zeros([1, 2, 4]), .zeros([1, 3, 4]), .zeros([1, 3, 4]), mask: AttentionMask(realKeys: [[true, false]]))
    },
    Refusal("more letters than places", "positions.weight needs sequences [batch, at most 3, 4], not [1, 4, 4].") {
      var generator = RandomGenerator(seed: 1)
      let layer = PositionEmbedding("positions", places: 3, width: 4, using: &generator)
      _ = layer(.zeros([1, 4, 4]), in: .training)
    },
    Refusal("one prefix for two blocks", "1 prefixes cannot go with 2 blocks.") {
      var generator = RandomGenerator(seed: 1)
      let prefix = AttentionPrefix(keys: .zeros([1, 32]), values: .zeros([1, 32]))
      _ = LetterModel(using: &generator)([[0, 1]], prefixes: [prefix])
    },
  ]

  static let baselines: [Refusal] = [
    Refusal("a third class", "A label must be 0 or 1, but is 2.") {
      var model = MajorityClassifier()
      model.fit(.zeros([2, 1]), labels: [0, 2])
    },
    Refusal(
      "a label too few",
      "A fit needs features [samples, features], and a label and a weight for each sample, "
        + "not [2, 1], 1 labels and 1 weights."
    ) {
      var model = DecisionTree()
      model.fit(.zeros([2, 1]), labels: [0])
    },
    Refusal("a weight of −1", "A sample's weight must be finite and not negative, but is -1.0.") {
      var model = LogisticRegression()
      model.fit(.zeros([2, 1]), labels: [0, 1], sampleWeights: [1, -1])
    },
    Refusal("no weight at all", "A fit needs a sample with a weight above 0.") {
      var model = LogisticRegression()
      model.fit(.zeros([2, 1]), labels: [0, 1], sampleWeights: [0, 0])
    },
    Refusal("a feature that is nan", "A fit needs finite features.") {
      var model = GradientBoosting()
      model.fit(Tensor(repeating: .nan, shape: [2, 1]), labels: [0, 1])
    },
    Refusal("boosting one class", "Boosting needs samples of both classes.") {
      var model = GradientBoosting()
      model.fit(.zeros([2, 1]), labels: [1, 1])
    },
    Refusal("predicting before the fit", "A model must be fitted before it can predict.") {
      _ = GradientBoosting().predict(.zeros([2, 1]))
    },
    Refusal("other features", "A model fitted to 1 features needs features [samples, 1], not [2, 3].") {
      var model = LogisticRegression()
      model.fit(.zeros([2, 1]), labels: [0, 1])
      _ = model.predict(.zeros([2, 3]))
    },
    Refusal("a threshold of 1", "A threshold must be above 0 and below 1, but is 1.0.") {
      _ = MajorityClassifier().predict(.zeros([2, 1]), threshold: 1)
    },
    Refusal("keeping more rounds than there are", "Of 0 rounds 1 cannot be kept.") {
      _ = GradientBoosting().keeping(rounds: 1)
    },
    Refusal("a tree without a question", "depth must be at least 1, but is 0.") { _ = DecisionTree(depth: 0) },
    Refusal("a class of 2", "A class must be 0 or 1, but one pair is 2 and 1.") {
      _ = ConfusionMatrix(predicted: [2], labels: [1])
    },
  ]

  static let all =
    hyperparameters + tensors + models + images + nested + adapting + stopping + attentions + baselines
}

@Suite("Refusals") struct RefusalTests {
  @Test("What no one can mean stops the program, and the message names it", arguments: Refusals.all.indices)
  func stops(index: Int) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [index] in
      Refusals.all[index].body()
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(Refusals.all[index].message), "\(Refusals.all[index].name)")
  }

  @Test("By hand: inside of d(a · g)/da with g = d(b²)/db = 4 at b = 2 the inner gradient counts as the number 4")
  func nestedWithoutSharing() {
    let (a, b) = (Parameter("a", Tensor(3)), Parameter("b", Tensor(2)))
    var inner = Tensor(0)
    let (loss, gradients) = valueAndGradients(of: a) {
      inner = valueAndGradients(of: b) { square(b.value) * a.value.detached }.gradients.tensors[0]
      return a.value * inner
    }
    #expect(inner.item == 12 && loss == 36)  // 2 · 2 · 3
    #expect(gradients.tensors[0].item == 12)  // the inner gradient alone: `.detached` leaves out d(inner)/da
  }

  @Test("What is computed inside of an inner differentiation from the outer's parameters alone belongs to the outer")
  func outerComputedInside() {
    let (a, b) = (Parameter("a", Tensor(3)), Parameter("b", Tensor(2)))
    let gradients = valueAndGradients(of: a) {
      var kept = Tensor(0)
      let inner = valueAndGradients(of: b) {
        kept = square(a.value)
        return b.value * 5
      }.gradients.tensors[0]
      return kept * inner
    }.gradients
    #expect(gradients.tensors[0].item == 30)  // d(5 a²)/da at 3; nothing of the inner walk back is left in it
  }
}
