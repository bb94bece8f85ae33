/// The largest number that a square window sees at each place, channel by channel.
///
/// x is `[batch, channels, height, width]`; the result is `[batch, channels, rows, columns]` with
/// ⌊(height + 2·padding − size)/stride⌋ + 1 rows, and as many columns by the width. Padding never wins; nan does.
/// Derivative: the gradient goes to the largest number, the first of equals.
///
/// - Parameters:
///   - size: the window's height and width.
///   - stride: how far the window moves at a time; its own size by default.
///   - padding: how far the window reaches over the edges.
/// - Precondition: the window fits the padded images, and padding is at most half its size.
public func maxPooling(_ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
  let window = SlidingWindow(
    over: x.shape, windowHeight: size, windowWidth: size, stride: stride ?? size, padding: padding, "maxPooling")
  precondition(window.height > 0 && window.width > 0, "maxPooling needs images of some size, not \(x.shape).")
  precondition(
    padding <= size / 2, "Padding \(padding) is more than half the window size \(size): a window could see nothing.")
  func run<T: Scalar>(_: T.Type) -> [Int] {
    x.withPointer(T.self) { placesOfLargest(window, $0) }
  }
  return x.taken(
    at: x.dtype == .float32 ? run(Float.self) : run(Double.self),
    shape: [window.batch, window.channels, window.rows, window.columns])
}

/// For each place of the window, where in the images the largest number that it sees lies.
private func placesOfLargest<T: Scalar>(_ window: SlidingWindow, _ x: T.In) -> [Int] {
  var places: [Int] = []
  places.reserveCapacity(window.batch * window.channels * window.rows * window.columns)
  for plane in 0..<window.batch * window.channels {
    let start = plane * window.height * window.width
    for row in 0..<window.rows {
      let top = row * window.stride - window.padding
      let rows = max(top, 0)..<min(top + window.windowHeight, window.height)
      for column in 0..<window.columns {
        let left = column * window.stride - window.padding
        let columns = max(left, 0)..<min(left + window.windowWidth, window.width)
        var best = start + rows.lowerBound * window.width + columns.lowerBound
        for y in rows {
          for place in start + y * window.width + columns.lowerBound..<start + y * window.width + columns.upperBound
          where !(x[place] <= x[best]) && !x[best].isNaN { best = place }
        }
        places.append(best)
      }
    }
  }
  return places
}
