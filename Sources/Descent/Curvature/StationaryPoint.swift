/// The Hessian of a function of n numbers, by central differences of its gradient: 2n gradients.
///
///     ∂²f/∂xᵢ∂xⱼ ≈ (gⱼ(x + h eᵢ) − gⱼ(x − h eᵢ)) / 2h
///
/// For few parameters, where the whole matrix is wanted; for a model see ``hessianVectorProduct(of:along:step:_:)``, whose
/// remark on the error holds here too.
///
/// - Returns: float64, shape `[n, n]`.
public func hessian(at x: [Double], step: Double = 1e-5, gradient: ([Double]) -> [Double]) -> Tensor {
  Tensor(
    rows: x.indices.map { index in
      var (ahead, behind) = (x, x)
      ahead[index] += step
      behind[index] -= step
      let (up, down) = (gradient(ahead), gradient(behind))
      return x.indices.map { (up[$0] - down[$0]) / (2 * step) }
    }, dtype: .float64)
}

/// A point nearby where a function's gradient is zero, be it a minimum, a saddle or a maximum.
///
/// Levenberg and Marquardt's method for g(x) = 0: a step d solves
///
///     (H² + μI) d = −H g
///
/// and is taken where ‖g‖ falls; μ, 0.01 at first, is then a fifth, and otherwise five times as large. A large μ makes it
/// descent on ½‖g‖², a small one Newton's method. It may also rest where ‖g‖ is least without being zero.
///
/// - Parameters:
///   - tolerance: below which ‖g‖ counts as zero.
///   - iterations: after how many steps, taken or not, it gives up.
/// - Returns: the point, or nil where none was found.
/// - Source: Marquardt, SIAM Journal on Applied Mathematics 11 (1963).
public func stationaryPoint(
  near start: [Double], tolerance: Double = 1e-9, iterations: Int = 80, gradient: ([Double]) -> [Double]
) -> [Double]? {
  let n = start.count
  let identity = Tensor.diagonal([Double](repeating: 1, count: n))
  var (x, damping, slope) = (start, 0.01, gradient(start))
  var curvature = hessian(at: x, gradient: gradient)
  for _ in 0..<iterations where slope.norm >= tolerance {
    let side = matmul(curvature, Tensor(shape: [n, 1], slope, dtype: .float64))
    let step = solve(matmul(curvature, curvature) + identity * damping, side).scalars
    let moved = x.indices.map { x[$0] - step[$0] }
    let next = gradient(moved)
    if next.norm < slope.norm {
      (x, slope, damping) = (moved, next, damping / 5)
      curvature = hessian(at: x, gradient: gradient)
    } else {
      damping *= 5
    }
  }
  return slope.norm < tolerance ? x : nil
}
