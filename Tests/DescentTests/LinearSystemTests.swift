import Descent
import Testing

@Suite("Systems of linear equations") struct LinearSystemTests {
  @Test("By hand: 4x + y = 1, 2x + 3y = 2 has the solution 1/10, 3/5; with 5, 5 on the right it is 1, 1")
  func byHand() {
    // From the first y = 1 − 4x: 2x + 3 − 12x = 2, so x = 1/10. The matrix is not symmetric: its transpose gives −1/10, 7/10.
    let x = solve(
      Tensor(rows: [[4, 1], [2, 3]], dtype: .float64), Tensor(rows: [[1, 5], [2, 5]], dtype: .float64))
    #expect(x.shape == [2, 2] && x.dtype == .float64)
    #expect(abs(x[0, 0] - 0.1) < 1e-15 && abs(x[1, 0] - 0.6) < 1e-15)  // a few roundings
    #expect(abs(x[0, 1] - 1) < 1e-15 && abs(x[1, 1] - 1) < 1e-15)
  }

  @Test("Theory: the solution of a random system gives its right-hand side back", arguments: [1, 3, 30])
  func residual(size: Int) {
    var generator = RandomGenerator(seed: 5)
    let a = Tensor.normal([size, size], dtype: .float64, using: &generator)
    let b = Tensor.normal([size, 2], dtype: .float64, using: &generator)
    // Elimination leaves a residual of some roundings of ‖A‖ ‖x‖.
    let x = solve(a, b)
    #expect((matmul(a, x) - b).norm < 1e-14 * a.norm * x.norm * Double(size))
  }

  @Test("A diagonal matrix has its numbers there and 0 beside them") func diagonal() {
    #expect(Tensor.diagonal([2, -3]) == Tensor(rows: [[2, 0], [0, -3]], dtype: .float64))
    #expect(Tensor.diagonal([]).shape == [0, 0])
  }

  @Test("Refusal: a matrix that is not square, sides that do not fit, and a singular matrix")
  func refusals() async {
    await #expect(processExitsWith: .failure) { _ = solve(.ones([2, 3]), .ones([2, 1])) }
    await #expect(processExitsWith: .failure) { _ = solve(.ones([2, 2]), .ones([3, 1])) }
    await #expect(processExitsWith: .failure) { _ = solve(.ones([2, 2]), .ones([2, 1])) }
  }
}
