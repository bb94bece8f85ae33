/// The largest number that a square window sees at each place, channel by channel.
///
///     y[n, c, i, j] = max_{u, v} x[n, c, i·stride + u − padding, j·stride + v − padding]
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
/// - Source: Ranzato, Huang, Boureau & LeCun 2007, "Unsupervised learning of invariant feature hierarchies".
public func maxPooling(_ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
  let window = SlidingWindow(pooling: x.shape, size: size, stride: stride, padding: padding, "maxPooling")
  precondition(window.height > 0 && window.width > 0, "maxPooling needs images of some size, not \(x.shape).")
  return x.dtype == .float32 ? maxPooling(x, window, Float.self) : maxPooling(x, window, Double.self)
}

private func maxPooling<T: Scalar>(_ x: Tensor, _ window: SlidingWindow, _: T.Type) -> Tensor {
  let planes = window.batch * window.channels
  let y = Tensor(uninitialized: [window.batch, window.channels, window.rows, window.columns], dtype: x.dtype)
  let places = [Int32](unsafeUninitializedCapacity: y.count) { places, count in
    count = y.count
    guard let places = places.baseAddress else { return }
    x.withPointer(T.self) { x in
      y.withPointer(T.self) { y in
        if window.windowHeight == 2 && window.stride == 2 && window.padding == 0 {
          T.maxPooling2(x, planes: planes, height: window.height, width: window.width, y, places: places)
        } else {
          findLargest(x, window, y, places, T.self)
        }
      }
    }
  }
  return y.recorded(from: x) { gradient in
    let target = Tensor(uninitialized: x.shape, dtype: x.dtype)
    gradient.withPointer(T.self) { g in
      target.withPointer(T.self) { target in
        places.withUnsafeBufferPointer { places in
          guard let places = places.baseAddress else { return }
          T.maxPoolingPullback(
            g, places: places, planes: planes, count: window.places, size: window.height * window.width, target)
        }
      }
    }
    x.receive(target)
  }
}

/// For each place of the window the largest number that it sees, and where in its plane that lies.
private func findLargest<T: Scalar>(
  _ x: T.In, _ window: SlidingWindow, _ y: T.Out, _ places: UnsafeMutablePointer<Int32>, _: T.Type
) {
  var target = 0
  for plane in 0..<window.batch * window.channels {
    let x = x + plane * window.height * window.width
    for row in 0..<window.rows {
      let top = row * window.stride - window.padding
      let rows = max(top, 0)..<min(top + window.windowHeight, window.height)
      for column in 0..<window.columns {
        let left = column * window.stride - window.padding
        let columns = max(left, 0)..<min(left + window.windowWidth, window.width)
        var best = rows.lowerBound * window.width + columns.lowerBound
        for row in rows {
          for place in row * window.width + columns.lowerBound..<row * window.width + columns.upperBound
          where x[place] > x[best] || x[place].isNaN { best = place }
        }
        (y[target], places[target]) = (x[best], Int32(best))
        target += 1
      }
    }
  }
}
