import Datasets
import Descent
import Experiments
import Numerics

// MARK: Two ways down the bowl

enum Step {
  /// θ ← θ − η (∇L + λ · slope of the penalty): what automatic differentiation does with a penalty in the loss.
  case subgradient
  /// θ ← prox(θ − η ∇L, ηλ): the loss first, then the penalty exactly (Daubechies, Defrise & De Mol 2004).
  case proximal
}

/// The iterates θ₀ … θ_steps (`steps + 1` points) of descending the penalised bowl.
func descend(
  _ bowl: Bowl, penalty: Penalty, strength: Double, from start: SIMD2<Double>, learningRate: Double, steps: Int,
  by step: Step
) -> [SIMD2<Double>] {
  var path = [start]
  for t in 0..<steps {
    let theta = path[t]
    let gradient = bowl.gradient(at: theta)
    switch step {
    case .subgradient:
      path.append(theta - learningRate * (gradient + penalty.gradient(at: theta, strength: strength)))
    case .proximal:
      path.append(penalty.proximalPoint(of: theta - learningRate * gradient, strength: learningRate * strength))
    }
  }
  return path
}

extension Bowl {
  /// A random ellipse: condition number 100ᵘ with u uniform, turned by a uniform angle, its centre normal.
  static func random(using generator: inout RandomGenerator) -> Bowl {
    let (short, angle) = (Double.pow(100, generator.uniform()), Double.pi * generator.uniform())
    let (cosine, sine) = (Double.cos(angle), Double.sin(angle))
    let hessian = SymmetricMatrix(
      xx: cosine * cosine + short * sine * sine, xy: (1 - short) * cosine * sine,
      yy: sine * sine + short * cosine * cosine)
    return Bowl(hessian: hessian, center: SIMD2(generator.normal(), generator.normal()))
  }

  /// The larger of the two pulls at the origin: from this λ on an L1 penalty leaves nothing.
  var emptyingStrength: Double { max(abs(pullAtOrigin.x), abs(pullAtOrigin.y)) }

  /// The axis of the parameter that an L1 penalty removes last.
  var survivor: Int {
    let path = sparsePath()
    return path[path.count - 2].theta.x != 0 ? 0 : 1
  }
}

/// The share of random ellipses whose last survivor under L1 is the parameter with the larger pull at the origin.
func largerPullShare(count: Int, using generator: inout RandomGenerator) -> Double {
  let survivals = (0..<count).count { _ in
    let bowl = Bowl.random(using: &generator)
    return bowl.survivor == (abs(bowl.pullAtOrigin.x) > abs(bowl.pullAtOrigin.y) ? 0 : 1)
  }
  return Double(survivals) / Double(count)
}

/// How often the steeper axis survives an L1 penalty: curvatures `steepness` and 1, no tilt, normal centres.
func steepSurvivalShare(steepness: Double, count: Int, using generator: inout RandomGenerator) -> Double {
  let hessian = SymmetricMatrix(xx: steepness, xy: 0, yy: 1)
  let survivals = (0..<count).count { _ in
    Bowl(hessian: hessian, center: SIMD2(generator.normal(), generator.normal())).survivor == 0
  }
  return Double(survivals) / Double(count)
}

/// The two steps side by side in one bowl, at λ = 2, where the minimum has θ₂ = 0.
struct DescentRace {
  static let strength = 2.0
  let learningRate: Double
  let steps: Int
  /// θ₂ after each step, the start first.
  let proximal: [Double]
  let subgradient: [Double]

  init(_ bowl: Bowl, l1: Penalty, learningRate: Double, steps: Int = 300) {
    func path(by step: Step) -> [Double] {
      descend(
        bowl, penalty: l1, strength: Self.strength, from: SIMD2(0.2, 1.5), learningRate: learningRate,
        steps: steps, by: step
      ).map(\.y)
    }
    self.learningRate = learningRate
    self.steps = steps
    proximal = path(by: .proximal)
    subgradient = path(by: .subgradient)
  }

  /// The step from which on the proximal θ₂ is exactly zero.
  var firstZero: Int? {
    let last = proximal.lastIndex { $0 != 0 } ?? 0
    return last < steps ? last + 1 : nil
  }

  /// How far θ₂ is thrown from zero under the sub-gradient, once it has crossed; nil when it does not get there.
  var jitter: Double? {
    guard let crossing = subgradient.firstIndex(where: { $0 <= 0 }) else { return nil }
    return subgradient[crossing...].map { abs($0) }.max()
  }

  var subgradientZeros: Int { subgradient.count { $0 == 0 } }

  /// The most that the sub-gradient can throw θ₂ from zero, in units of η: λ and the bowl's pull in one direction.
  static func jitterBound(_ bowl: Bowl) -> Double { strength + abs(bowl.pullAtOrigin.y) }
}

// MARK: Digits

/// How a penalty on the weights enters training: exactly after each gradient step, or as a term of the loss.
///
/// The signed sum is L1 without its absolute value, λ Σw.
enum Regularization: Sendable, Hashable {
  case l1Proximal, l1InLoss, l2, signedSum
}

/// Softmax regression on the digits: full-batch gradient descent from small normal weights, biases not penalised.
///
/// The start is not zero: a pixel that is blank in every digit has no gradient, so its weights would be exactly zero
/// under any penalty.
struct SparseDigits: Sendable {
  static let learningRate = 0.3
  static let initialDeviation = 0.01
  static let steps = 600

  private let train: Digits
  private let validation: Digits?
  private let test: Digits
  private let initialWeights: Tensor

  /// A split and a start, both from one seed; every regularisation starts from the same.
  ///
  /// - Parameter samples: how many of the training digits are learnt from, the others then being for validation; all of
  ///   them without a number.
  init(_ digits: Digits, samples: Int? = nil, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let (all, test) = digits.split(using: &generator)
    self.test = test
    train = samples.map { all[0..<$0] } ?? all
    validation = samples.map { all[$0..<all.count] }
    initialWeights = Initialization.normal(standardDeviation: Self.initialDeviation)(
      fanIn: Digits.pixelCount, fanOut: Digits.classCount, using: &generator)
  }

  /// Trains with one regularisation of strength λ, from the same start each time.
  func outcome(of regularization: Regularization, strength: Double, steps: Int = Self.steps) -> Outcome {
    let model = Dense("classifier", weight: initialWeights, bias: .zeros([Digits.classCount]))
    let weights = model.penalizedParameters
    var optimizer = SGD(learningRate: Self.learningRate)
    for _ in 0..<steps {
      let (_, gradients) = valueAndGradients(of: model) {
        let loss = softmaxCrossEntropy(model(train.pixels), labels: train.labels)
        return switch regularization {
        case .l1Proximal: loss
        case .l1InLoss: loss + l1Penalty(weights, strength: strength)
        case .l2: loss + l2Penalty(weights, strength: strength)
        case .signedSum: loss + model.weight.value.sum() * strength
        }
      }
      optimizer.update(model, with: gradients)
      if regularization == .l1Proximal {
        l1ProximalStep(weights, strength: strength, learningRate: Self.learningRate)
      }
    }
    return Outcome(
      accuracy: accuracy(model(test.pixels), labels: test.labels),
      validationLoss: validation.map { softmaxCrossEntropy(model($0.pixels), labels: $0.labels).item } ?? .nan,
      weights: model.weight.tensor.scalars)
  }

  /// What training leaves, for one split of the data.
  struct Outcome: Sendable {
    /// Share of the test digits that are named right.
    let accuracy: Double
    /// The loss on the validation part; nan where there is none.
    let validationLoss: Double
    /// The weights, `[10, 64]` row by row: ten pictures of eight by eight.
    let weights: [Double]

    /// Share of the weights that are exactly zero.
    var zeroShare: Double { Double(weights.count { $0 == 0 }) / Double(weights.count) }
  }
}
