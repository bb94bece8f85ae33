/// The mean of what a square window sees at each place, channel by channel.
///
///     y[n, c, i, j] = (1/size²) Σ_{u, v} x[n, c, i·stride + u − padding, j·stride + v − padding]
///
/// x is `[batch, channels, height, width]`; the result is `[batch, channels, rows, columns]` with
/// ⌊(height + 2·padding − size)/stride⌋ + 1 rows, and as many columns by the width. Padding counts as zeros, as in
/// PyTorch. Derivative: each number that a window sees receives 1/size² of the gradient.
///
/// - Parameters:
///   - size: the window's height and width.
///   - stride: how far the window moves at a time; its own size by default.
///   - padding: how far the window reaches over the edges.
/// - Precondition: the window fits the padded images, and padding is at most half its size.
/// - Source: LeCun, Bottou, Bengio & Haffner 1998, "Gradient-based learning applied to document recognition", section II.
public func averagePooling(_ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
  let window = SlidingWindow(pooling: x.shape, size: size, stride: stride, padding: padding, "averagePooling")
  return x.dtype == .float32 ? averagePooling(x, window, Float.self) : averagePooling(x, window, Double.self)
}

private func averagePooling<T: Scalar>(_ x: Tensor, _ window: SlidingWindow, _: T.Type) -> Tensor {
  let shape = [window.batch, window.channels, window.rows, window.columns]
  let share = 1 / T(window.windowHeight * window.windowWidth)
  let outputSize = window.channels * window.places
  let y = Tensor.zeros(shape, dtype: x.dtype)
  window.withScratch(T.self) { padded, unfolded in
    x.withPointer(T.self) { x in
      y.withPointer(T.self) { y in
        for image in 0..<window.batch {
          let y = y + image * outputSize
          T.unfold(x + image * window.imageSize, window.kernel, padded: padded, unfolded)
          window.forEachPart { channel, part in
            T.add(y + channel * window.places, unfolded + part, y + channel * window.places, window.places)
          }
          T.scale(y, share, y, outputSize)
        }
      }
    }
  }
  return y.recorded(from: x) { gradient in
    let (shares, target) = (gradient * Double(share), Tensor(uninitialized: x.shape, dtype: x.dtype))
    window.withScratch(T.self) { padded, unfolded in
      shares.withPointer(T.self) { g in
        target.withPointer(T.self) { target in
          for image in 0..<window.batch {
            unfolded.update(repeating: 0, count: window.unfoldedRows * window.unfoldedColumns)
            window.forEachPart { channel, part in
              T.add(
                unfolded + part, g + image * outputSize + channel * window.places, unfolded + part, window.places)
            }
            T.fold(unfolded, window.kernel, padded: padded, target + image * window.imageSize)
          }
        }
      }
    }
    x.receive(target)
  }
}

extension SlidingWindow {
  /// Calls `body` for each number of the window with a channel, and where in U begins what it sees there at all places.
  fileprivate func forEachPart(_ body: (_ channel: Int, _ part: Int) -> Void) {
    for row in 0..<unfoldedRows {
      for u in 0..<windowHeight { body(row / windowWidth, row * unfoldedColumns + start(ofRow: u)) }
    }
  }
}
