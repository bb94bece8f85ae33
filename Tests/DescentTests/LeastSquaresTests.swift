import Descent
import Testing

@Suite("Least squares") struct LeastSquaresTests {
  private func tensor(_ rows: [[Double]]) -> Tensor { Tensor(rows: rows, dtype: .float64) }

  @Test("By hand: 1, 2, 2 at x = 0, 1, 2 are fitted by 7/6 + x/2; with a ridge of 1 by 0.8 + 0.6x")
  func moreSamples() {
    let (a, b) = (tensor([[1, 0], [1, 1], [1, 2]]), tensor([[1], [2], [2]]))
    // AᵀA = (3 3; 3 5), AᵀB = (5; 6): 3u + 3v = 5 and 3u + 5v = 6.
    let plain = leastSquares(a, b)
    #expect(plain.shape == [2, 1] && plain.dtype == .float64)
    #expect(abs(plain[0, 0] - 7 / 6.0) < 1e-14 && abs(plain[1, 0] - 0.5) < 1e-14)  // some ten roundings
    // 4u + 3v = 5 and 3u + 6v = 6: the determinant is 15, u = 12/15 and v = 9/15.
    let ridge = leastSquares(a, b, ridge: 1)
    #expect(abs(ridge[0, 0] - 0.8) < 1e-14 && abs(ridge[1, 0] - 0.6) < 1e-14)
  }

  @Test("By hand: of all solutions of 3u + 4v = 50 the shortest is 6, 8; with a ridge of 25 it is half of that")
  func moreFeatures() {
    let (a, b) = (tensor([[3, 4]]), tensor([[50, 25]]))
    // Aᵀ (AAᵀ + λ)⁻¹ b = (3, 4) · 50 / (25 + λ); the second column is half of the first.
    for (ridge, scale) in [(0.0, 2.0), (25, 1)] {
      let w = leastSquares(a, b, ridge: ridge)
      #expect(w.shape == [2, 2])
      #expect((w - scale * tensor([[3, 1.5], [4, 2]])).norm < 1e-14)  // some ten roundings
    }
  }

  @Test("By hand: two equal features share the weight, where a system of equations would be singular")
  func deficient() {
    // u + v = 2 twice: the shortest solution is 1, 1.
    #expect((leastSquares(.ones([2, 2]), tensor([[2], [2]])) - tensor([[1], [1]])).norm < 1e-14)
  }

  @Test("Theory: a tiny ridge gives the fit without one, and float32 is computed as float64", arguments: [3, 8, 20])
  func limit(features: Int) {
    var generator = RandomGenerator(seed: 1)
    let a = Tensor.normal([8, features], using: &generator)
    let b = Tensor.normal([8, 2], using: &generator)
    let w = leastSquares(a, b)
    #expect(w == leastSquares(a.cast(to: .float64), b.cast(to: .float64)))
    // λ = 1e-9 moves it by λ/σ², and the rounding of the normal equations by 1e-16 times the condition σ₁²/σ₈².
    let smallest = a.singularValues.last ?? 0
    #expect((w - leastSquares(a, b, ridge: 1e-9)).norm < 1e-7 * w.norm / (smallest * smallest))
    if features >= 8 { #expect((matmul(a.cast(to: .float64), w) - b.cast(to: .float64)).norm < 1e-10) }
  }

  @Test("Refusal: sides that do not fit, a negative ridge, and what is not finite")
  func refusals() async {
    await #expect(processExitsWith: .failure) { _ = leastSquares(.ones([2, 3]), .ones([3, 1])) }
    await #expect(processExitsWith: .failure) { _ = leastSquares(.ones([2, 3]), .ones([2, 1]), ridge: -1) }
    await #expect(processExitsWith: .failure) { _ = leastSquares(Tensor(rows: [[.nan]]), .ones([1, 1])) }
  }
}
