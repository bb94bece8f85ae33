import Descent
import Testing

@Suite("Curvature") struct CurvatureTests {
  /// ½ xᵀAx − bᵀx, whose Hessian is A everywhere.
  struct Quadratic: Model {
    let x: Parameter
    let matrix: Tensor
    var parameters: [Parameter] { [x] }
    var loss: Tensor {
      let column = x.value.reshaped([x.tensor.count, 1])
      return (matmul(column.transposed, matmul(matrix, column)) * 0.5).sum() - x.value.sum()
    }
  }

  static func quadratic(_ rows: [[Double]]) -> Quadratic {
    Quadratic(
      x: Parameter("x", Tensor((0..<rows.count).map { 0.3 - Double($0) }, dtype: .float64)),
      matrix: Tensor(rows: rows, dtype: .float64))
  }

  func vector(_ scalars: [Double]) -> Gradients {
    Gradients(names: ["x"], tensors: [Tensor(scalars, dtype: .float64)])
  }

  @Test("By hand: [[2, 1], [1, 3]] times (1, −2) is (0, −5), whatever the vector's length")
  func product() {
    let model = Self.quadratic([[2, 1], [1, 3]])
    for length in [1e-6, 1, 1e6] {
      let product = hessianVectorProduct(of: model, along: vector([length, -2 * length])) { model.loss }.tensors[0]
      // A quadratic has no error from the curve; rounding of gradients near 3 is divided by 2h = 2e-5.
      #expect(abs(product[0]) < 1e-9 * length && abs(product[1] + 5 * length) < 1e-9 * length)
    }
  }

  @Test("By hand: the Hessian of x⁴/4 + 2xy at (2, 1) is [[12, 2], [2, 0]]")
  func quartic() {
    let point = Parameter("x", Tensor([2, 1], dtype: .float64))
    func loss() -> Tensor {
      let (x, y) = (point.value.slice(axis: 0, range: 0..<1), point.value.slice(axis: 0, range: 1..<2))
      return (square(square(x)) * 0.25 + x * y * 2).sum()
    }
    let first = hessianVectorProduct(of: point, along: vector([1, 0])) { loss() }.tensors[0].scalars
    let second = hessianVectorProduct(of: point, along: vector([0, 1])) { loss() }.tensors[0].scalars
    // Along x the gradient x³ adds h²·3x″/6 = 1e-10; rounding adds 1e-15/1e-5.
    expectClose(first + second, [12, 2, 2, 0], within: 1e-8)
  }

  @Test("The parameters are the same bits afterwards, and a vector of zeros gives zeros")
  func restores() {
    let model = Self.quadratic([[2, 1], [1, 3]])
    let before = model.state
    _ = hessianVectorProduct(of: model, along: vector([0.1, 0.7])) { model.loss }
    #expect(model.state == before)
    #expect(hessianVectorProduct(of: model, along: vector([0, 0])) { model.loss } == vector([0, 0]))
  }

  // [[2, −1, 0], [−1, 2, −1], [0, −1, 2]] has the eigenvalues 2 − 2 cos(kπ/4): 2 − √2, 2 and 2 + √2.
  @Test("The second-difference matrix of three points has the largest eigenvalue 2 + √2 with vector (1, −√2, 1)/2")
  func largest() {
    let model = Self.quadratic([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    let pair = largestEigenvalue(of: model, startingFrom: vector([1, 0.2, -0.4]), tolerance: 1e-8) { model.loss }
    // The Rayleigh quotient is off by at most the residual, 1e-8 · 3.4.
    #expect(abs(pair.value - (2 + 2.0.squareRoot())) < 1e-7)
    let found = pair.vector.tensors[0].scalars
    let root = 0.5.squareRoot()
    let alignment = abs(found[0] * 0.5 - found[1] * root + found[2] * 0.5)
    #expect(abs(alignment - 1) < 1e-10)  // 1 − cos is half the square of an angle near 1e-8
    #expect(pair.residual <= 1e-8 * pair.value && pair.iterations > 5)
  }

  @Test("A warm start at the eigenvector ends at once")
  func warmStart() {
    let model = Self.quadratic([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    let cold = largestEigenvalue(of: model, startingFrom: vector([1, 0.2, -0.4])) { model.loss }
    let warm = largestEigenvalue(of: model, startingFrom: cold.vector) { model.loss }
    #expect(warm.iterations == 1 && cold.iterations > 1)
    #expect(abs(warm.value - cold.value) < 1e-6)
  }

  @Test("With eigenvalues −5 and 3 the largest in magnitude is −5; a shift of 5 finds 3")
  func shifted() {
    let model = Self.quadratic([[-5, 0], [0, 3]])
    let start = vector([1, 1])
    #expect(abs(largestEigenvalue(of: model, startingFrom: start) { model.loss }.value + 5) < 1e-5)
    #expect(abs(largestEigenvalue(of: model, startingFrom: start, shift: 5) { model.loss }.value - 3) < 1e-5)
  }

  @Test("A network's product agrees with differences of its gradient entry by entry")
  func network() {
    var generator = RandomGenerator(seed: 6)
    let model = MultilayerPerceptron([2, 3, 2], activation: .tanh, dtype: .float64, using: &generator)
    let x = Tensor.normal([5, 2], dtype: .float64, using: &generator)
    func loss() -> Tensor { softmaxCrossEntropy(model(x), labels: [0, 1, 1, 0, 1]) }
    let (u, v) = (Gradients.normal(like: model, using: &generator), Gradients.normal(like: model, using: &generator))
    // The Hessian is symmetric: u·Hv = v·Hu.
    let (left, right) = (
      u.dot(hessianVectorProduct(of: model, along: v) { loss() }),
      v.dot(hessianVectorProduct(of: model, along: u) { loss() })
    )
    #expect(abs(left - right) < 1e-8 * max(1, abs(left)))
    #expect(abs(left) > 1e-3)
  }

  @Test(
    "By hand: at the kink of |x| the jump of the slope from −1 to 1 over 2h = 0.00002 looks like a curvature of 10⁵")
  func kink() {
    let point = Parameter("x", Tensor([0], dtype: .float64))
    func curvature() -> Double {
      hessianVectorProduct(of: point, along: vector([1])) { (relu(point.value) + relu(-point.value)).sum() }.tensors[0][
        0]
    }
    #expect(abs(curvature() - 1e5) < 1e-6)  // one rounding of the division
    point.assign(Tensor([0.1], dtype: .float64))
    #expect(curvature() == 0)
  }

  @Test("Where the Hessian vanishes, or is 10⁻³¹⁰, the eigenvalue is 0 and the vector can still be started from")
  func vanishing() {
    for size in [0, 1e-310] {
      let point = Parameter("x", Tensor([1, 1], dtype: .float64))
      let pair = largestEigenvalue(of: point, startingFrom: vector([3, 4]), tolerance: 0) {
        (square(point.value) * size).sum()
      }
      #expect(abs(pair.value) < 1e-307)
      #expect(pair.vector == vector([3, 4]) * 0.2)
    }
  }

  @Test("Refusal: float32 parameters stop the program")
  func precision() async {
    await #expect(processExitsWith: .failure) {
      let weight = Parameter("x", Tensor([1, 2]))
      let direction = Gradients(names: ["x"], tensors: [Tensor([1, 0])])
      _ = hessianVectorProduct(of: weight, along: direction) { square(weight.value).sum() }
    }
  }
}
