import Numerics

// MARK: Two weights

/// A point of the plane of two weights.
struct Point: Sendable, Equatable {
  let x, y: Double

  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

/// Gradient descent on ½|w − m|² after so many steps: m + (1 − η)ᵗ (w₀ − m), on the straight line from w₀ to m.
func descent(from start: Point, to minimum: Point, rate: Double, steps: Double) -> Point {
  let left = Double.pow(1 - rate, steps)
  return Point(x: minimum.x + left * (start.x - minimum.x), y: minimum.y + left * (start.y - minimum.y))
}

/// The point of that line that lies nearest to the truth.
func nearest(to truth: Point, from start: Point, to minimum: Point) -> Point {
  let (dx, dy) = (minimum.x - start.x, minimum.y - start.y)
  let share = ((truth.x - start.x) * dx + (truth.y - start.y) * dy) / (dx * dx + dy * dy)
  let part = min(1, max(0, share))
  return Point(x: start.x + part * dx, y: start.y + part * dy)
}

/// How many steps later the same distance from the minimum is reached by a start that is so many times as far away:
/// ln(ratio)/−ln(1 − η), whatever the distance.
func lag(ratio: Double, rate: Double) -> Double { Double.log(ratio) / -Double.log(1 - rate) }

// MARK: What it costs

/// After how many tasks a base has paid for itself: ⌈cost/saved⌉.
func tasksToPay(cost: Double, saved: Double) -> Int { Int((cost / saved).rounded(.up)) }
