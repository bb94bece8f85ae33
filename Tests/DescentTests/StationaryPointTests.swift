import Descent
import Testing

@Suite("Stationary points") struct StationaryPointTests {
  /// f = ½x² − ½y² + ¼y⁴: a saddle at the origin, minima at (0, ±1).
  private func slope(_ x: [Double]) -> [Double] { [x[0], x[1] * x[1] * x[1] - x[1]] }

  @Test("The Hessian of ½x² − ½y² + ¼y⁴ at (3, 2) is [1 0; 0 11]") func hessianByHand() {
    let matrix = hessian(at: [3, 2], gradient: slope)
    #expect(matrix.shape == [2, 2])
    // 3 · 2² − 1; differences of numbers near 6 over 2 · 10⁻⁵ have errors of some 10⁻¹⁰.
    for (value, expected) in zip(matrix.scalars, [1.0, 0, 0, 11]) { #expect(abs(value - expected) < 1e-8) }
  }

  @Test("Near the saddle it finds the saddle, uphill, and near the minimum the minimum") func nearest() throws {
    let saddle = try #require(stationaryPoint(near: [0.5, 0.2], gradient: slope))
    let minimum = try #require(stationaryPoint(near: [0.5, 0.8], gradient: slope))
    // ‖g‖ < 10⁻⁹ over curvatures of 1 and 2.
    #expect(saddle.allSatisfy { abs($0) < 1e-8 })
    #expect(abs(minimum[0]) < 1e-8 && abs(minimum[1] - 1) < 1e-8)
  }

  @Test("Where the gradient is zero nowhere, none is found") func none() {
    // g = 1 + x² is least at 0, where the search rests.
    #expect(stationaryPoint(near: [0.5]) { [1 + $0[0] * $0[0]] } == nil)
  }
}
