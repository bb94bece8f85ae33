import Descent
import Gnuplot
import Numerics

/// A way to descend: its name, its colour in every figure, and the framework's optimizer for a learning rate.
struct Method: Sendable {
  let name: String
  let color: Color
  /// The powers of ten between which the networks of this lesson want its learning rate.
  let exponents: ClosedRange<Double>
  let optimizer: @Sendable (_ learningRate: Double) -> any Optimizer

  /// θ ← θ − η g
  static let gradientDescent = Method(name: "gradient descent", color: .gradientDescent, exponents: -2...0.5) {
    SGD(learningRate: $0)
  }

  /// V ← β V + g, θ ← θ − η V: the form of Polyak's paper and of PyTorch.
  static func momentum(momentum: Double = 0.9) -> Method {
    Method(name: "momentum", color: .momentum, exponents: -3...0) { Momentum(learningRate: $0, momentum: momentum) }
  }

  /// V ← β V + (1 − β) g, θ ← θ − η V: the form of the notes.
  static func averagedMomentum(momentum: Double = 0.9) -> Method {
    Method(name: "averaged momentum", color: .momentum, exponents: -2...1) {
      Momentum(learningRate: $0, momentum: momentum, form: .exponentialAverage)
    }
  }

  /// θ ← θ − η g / (√Ŝ + ε), with the corrected mean square of the notes.
  static func rmsProp(alpha: Double = 0.999) -> Method {
    Method(name: "RMSProp", color: .rmsProp, exponents: -3...(-0.5)) {
      RMSProp(learningRate: $0, alpha: alpha, biasCorrection: true)
    }
  }

  /// θ ← θ − η m̂ / (√v̂ + ε)
  static func adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) -> Method {
    Method(name: "Adam", color: .adam, exponents: -3...(-0.5)) {
      Adam(learningRate: $0, beta1: beta1, beta2: beta2, epsilon: epsilon)
    }
  }

  /// Powers of ten over the method's range, so many to a factor of ten.
  func settings(perDecade count: Int) -> [Setting] {
    let (first, last) = (exponents.lowerBound * Double(count), exponents.upperBound * Double(count))
    return (Int(first.rounded())...Int(last.rounded())).map { place in
      Setting(method: self, learningRate: Double.pow(10, Double(place) / Double(count)))
    }
  }
}

/// A method with its learning rate.
struct Setting: Sendable {
  let method: Method
  let learningRate: Double

  var optimizer: any Optimizer { method.optimizer(learningRate) }
}

/// One value for each of the four methods that are compared, in the order of the pages and figures.
struct ByMethod<Value: Sendable>: Sendable {
  let descent, momentum, rmsProp, adam: Value

  /// The four values in order.
  var all: [Value] { [descent, momentum, rmsProp, adam] }

  /// Takes the values from a list in order.
  init(_ values: some Collection<Value>) {
    let values = Array(values)
    precondition(values.count == 4, "Four methods need four values, not \(values.count).")
    (descent, momentum, rmsProp, adam) = (values[0], values[1], values[2], values[3])
  }

  func map<Result: Sendable>(_ transform: (Value) -> Result) -> ByMethod<Result> {
    ByMethod<Result>(all.map(transform))
  }
}

extension ByMethod where Value == Method {
  /// The methods themselves, with the reader's β for momentum.
  init(beta: Double) { self.init([.gradientDescent, .momentum(momentum: beta), .rmsProp(), .adam()]) }
}
