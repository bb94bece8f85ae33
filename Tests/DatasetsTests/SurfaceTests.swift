import Datasets
import Testing

@Suite("Surfaces") struct SurfaceTests {
  static let surfaces: [any Surface] = [
    Ravine(), Ravine(along: 2, across: 7, rotation: 45), Rosenbrock(), Rosenbrock(a: 2, b: 5), Beale(), Himmelblau(),
    Saddle(), MonkeySaddle(), Pass(curvature: 0.4),
  ]
  static let places = [(0.0, 0.0), (1, -2), (-1.5, 0.25), (2.5, 1.75)]

  @Test("The ravine ½(x² + 100 y²) is 100 high at (10, 1), and its gradient there is (10, 100)") func ravineByHand() {
    let ravine = Ravine()
    #expect(ravine.value(10, 1) == 100)  // ½ (100 + 100)
    #expect(ravine.gradient(10, 1) == (10, 100))
  }

  @Test("A ravine turned by 90° lies along y: 100 x² and y² change places") func ravineQuarterTurn() {
    let turned = Ravine(rotation: 90)
    // cos 90° is 6e-17 rather than 0 in binary, so that some digits at the end differ.
    #expect(abs(turned.value(1, 10) - 100) < 1e-11)
    let start = turned.point(10, 1)
    #expect(abs(start.x - -1) < 1e-14 && abs(start.y - 10) < 1e-14)
  }

  @Test("Turning a ravine carries each point with its height", arguments: [30.0, 45, 200])
  func ravineTurns(degrees: Double) {
    let (x, y) = Ravine(rotation: degrees).point(10, 1)
    #expect(abs(x * x + y * y - 101) < 1e-12)  // a rotation keeps lengths: 10² + 1²
    #expect(abs(Ravine(rotation: degrees).value(x, y) - 100) < 1e-11)
  }

  @Test("By hand: Rosenbrock (0, 0) → 1, Beale (0, 0) → 14.203125, Himmelblau (0, 0) → 170, saddle (2, 1) → 3")
  func byHand() {
    #expect(Rosenbrock().value(0, 0) == 1)  // (1 − 0)² + 100·0²
    #expect(Rosenbrock().gradient(0, 0) == (-2, 0))
    #expect(Beale().value(0, 0) == 14.203125)  // 1.5² + 2.25² + 2.625² = 2.25 + 5.0625 + 6.890625
    #expect(Himmelblau().value(0, 0) == 170)  // 11² + 7²
    #expect(Saddle().value(2, 1) == 3)  // 4 − 1
    #expect(MonkeySaddle().value(2, 1) == 2)  // 8 − 3·2·1
    #expect(Pass(curvature: 4).value(2, 0) == 3)  // 2 + 1
  }

  @Test("Each gradient is what central differences measure", arguments: surfaces)
  func gradients(surface: any Surface) {
    let step = 1e-5
    for (x, y) in Self.places {
      let gradient = surface.gradient(x, y)
      let slopeX = (surface.value(x + step, y) - surface.value(x - step, y)) / (2 * step)
      let slopeY = (surface.value(x, y + step) - surface.value(x, y - step)) / (2 * step)
      // Truncation is step²·f‴/6, at most 1e-10 · 1e3; rounding is 1e-16·f/step, at most 1e-11 · 1e4.
      #expect(abs(gradient.x - slopeX) < 3e-7, "\(surface) at (\(x), \(y))")
      #expect(abs(gradient.y - slopeY) < 3e-7, "\(surface) at (\(x), \(y))")
    }
  }

  @Test("At each minimum the height and the gradient are zero, and every step away leads up", arguments: surfaces)
  func minima(surface: any Surface) {
    for (x, y) in surface.minima {
      let gradient = surface.gradient(x, y)
      // The coordinates are rounded to ulp(4) = 9e-16, and the curvature is at most 802 (Rosenbrock at its minimum).
      #expect(abs(gradient.x) < 1e-12 && abs(gradient.y) < 1e-12, "\(surface) at (\(x), \(y))")
      #expect(surface.value(x, y) < 1e-26)
      for (dx, dy) in [(0.01, 0.0), (-0.01, 0), (0, 0.01), (0, -0.01), (0.01, 0.01), (0.01, -0.01)] {
        #expect(surface.value(x + dx, y + dy) > 1e-6, "\(surface) beside (\(x), \(y))")
      }
    }
  }

  @Test("Himmelblau has four minima, the saddles none") func counts() {
    #expect(Himmelblau().minima.count == 4)
    #expect(Saddle().minima.isEmpty && MonkeySaddle().minima.isEmpty)
    #expect(Saddle().gradient(0, 0) == (0, 0) && Saddle().value(0, 1) < 0)  // flat at the origin, but lower beside it
    #expect(MonkeySaddle().gradient(0, 0) == (0, 0) && MonkeySaddle().value(-1, 0) < 0)
  }
}
