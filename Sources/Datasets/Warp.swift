import Descent
import Numerics

/// A distortion of images: stretched, turned and shifted about their middle.
///
///     A point p goes to m + R(θ) diag(s) (p − m) + d
///
/// x runs to the right and y down, in pixels; m is the middle, (3.5, 3.5) for the eight pixels of a digit. In code, θ is
/// `degrees`, s is `scale` (negative mirrors) and d is `shift`.
public struct Warp: Sendable, Hashable {
  /// By how many pixels the image moves to the right and down.
  public var shift: SIMD2<Double>
  /// By how many degrees it turns, clockwise as one sees it.
  public var degrees: Double
  /// How many times as wide and as high it becomes; (−1, 1) mirrors left and right.
  public var scale: SIMD2<Double>

  /// Makes a distortion; by default nothing changes.
  ///
  /// - Precondition: all numbers are finite, and no scale is 0.
  public init(shift: SIMD2<Double> = [0, 0], degrees: Double = 0, scale: SIMD2<Double> = [1, 1]) {
    for number in [shift.x, shift.y, degrees, scale.x, scale.y] {
      precondition(number.isFinite, "A distortion has finite numbers, but one is \(number).")
    }
    precondition(scale.x != 0 && scale.y != 0, "An image cannot be stretched to nothing, by \(scale.x) and \(scale.y).")
    (self.shift, self.degrees, self.scale) = (shift, degrees, scale)
  }
}

extension Tensor {
  /// Square images, each distorted in its own way; between pixels bilinear, outside there is no ink.
  ///
  /// - Parameter warps: one for each image.
  /// - Returns: images without a gradient, of their shape `[images, side²]`, float32.
  /// - Precondition: there are as many distortions as images, and the images are square.
  public func warped(by warps: [Warp]) -> Tensor {
    let side = rank == 2 ? Int(Double(shape[1]).squareRoot()) : 0
    precondition(
      rank == 2 && shape[0] == warps.count && side * side == shape[1],
      "\(warps.count) distortions need as many square images as rows, not the shape \(shape).")
    let (ink, middle) = (scalars, Double(side - 1) / 2)
    var result = [Float](repeating: 0, count: ink.count)
    for (image, warp) in warps.enumerated() {
      // The ink at q comes from m + S⁻¹ R(−θ) (q − m − d).
      let (cosine, sine) = (Double.cos(warp.degrees * .pi / 180), Double.sin(warp.degrees * .pi / 180))
      let across = SIMD2(cosine, -sine) / warp.scale
      let down = SIMD2(sine, cosine) / warp.scale
      for row in 0..<side {
        let rowStart = middle + down * (Double(row) - middle - warp.shift.y) - across * (middle + warp.shift.x)
        for column in 0..<side {
          let (x, y) = (rowStart.x + across.x * Double(column), rowStart.y + across.y * Double(column))
          guard x > -1, y > -1, x < Double(side), y < Double(side) else { continue }
          // Whole numbers are cut off towards 0, so 1 is added to what may be negative.
          let (left, top) = (Int(x + 1) - 1, Int(y + 1) - 1)
          let (right, below) = (x - Double(left), y - Double(top))
          var sum = 0.0
          for line in max(top, 0)...min(top + 1, side - 1) {
            let share = line == top ? 1 - below : below
            let place = (image * side + line) * side + left
            if left >= 0 { sum += share * (1 - right) * ink[place] }
            if left + 1 < side { sum += share * right * ink[place + 1] }
          }
          result[(image * side + row) * side + column] = Float(sum)
        }
      }
    }
    return Tensor(shape: shape, result)
  }
}
