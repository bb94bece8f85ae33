/// Slides filters over images and sums what they see: the cross-correlation that deep learning calls convolution.
///
///     y[n, o, i, j] = b[o] + Σ_{c, u, v} W[o, c, u, v] · x[n, c, i·stride + u − padding, j·stride + v − padding]
///
/// x is `[batch, channels, height, width]`, W is `[filters, channels, window height, window width]`, b is `[filters]`,
/// y is `[batch, filters, rows, columns]`; beyond its edges x is zero. Each image is unfolded into a matrix of what the
/// window sees at each place, so that the sums become one matrix product; on the way back it is unfolded again, which
/// costs less than keeping it.
///
/// - Precondition: the channels agree, the window fits the padded images, and stride is at least 1.
/// - Source: Chellapilla, Puri & Simard 2006, "High performance convolutional neural networks", section 3.
public func convolution(
  _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
) -> Tensor {
  checkSameDType(x, weight, "convolution")
  if let bias { checkSameDType(x, bias, "convolution") }
  precondition(
    weight.rank == 4 && x.rank == 4 && x.shape[1] == weight.shape[1],
    "convolution needs images [batch, channels, height, width] and weights [filters, channels, height, width], "
      + "not \(x.shape) and \(weight.shape).")
  let filters = weight.shape[0]
  precondition(
    bias.map { $0.shape == [filters] } ?? true,
    "A convolution with weights \(weight.shape) needs a bias [\(filters)], not \(bias?.shape ?? []).")
  let window = SlidingWindow(
    over: x.shape, windowHeight: weight.shape[2], windowWidth: weight.shape[3], stride: stride, padding: padding,
    "convolution")
  let product = ConvolutionProduct(window: window, filters: filters)
  let y =
    x.dtype == .float32
    ? product.forward(x, weight, bias, Float.self) : product.forward(x, weight, bias, Double.self)
  return y.recorded(from: [x, weight] + [bias].compactMap(\.self)) { gradient in
    bias?.receive(
      x.dtype == .float32 ? product.biasGradient(gradient, Float.self) : product.biasGradient(gradient, Double.self))
    weight.receive(
      x.dtype == .float32
        ? product.weightGradient(gradient, x, weight, Float.self)
        : product.weightGradient(gradient, x, weight, Double.self))
    x.receive(
      x.dtype == .float32
        ? product.inputGradient(gradient, x, weight, Float.self)
        : product.inputGradient(gradient, x, weight, Double.self))
  }
}

/// The matrix products of a convolution, image by image: Y = W·U, dW = Σ G·Uᵀ, dU = Wᵀ·G, with U the unfolded image.
private struct ConvolutionProduct {
  let window: SlidingWindow
  let filters: Int

  var places: Int { window.rows * window.columns }
  var inputs: Int { window.channels * window.windowCount }
  var imageSize: Int { window.channels * window.height * window.width }
  var isEmpty: Bool { filters == 0 || inputs == 0 || window.batch == 0 }

  func forward<T: Scalar>(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _: T.Type) -> Tensor {
    let y = Tensor(uninitialized: [window.batch, filters, window.rows, window.columns], dtype: x.dtype)
    y.withPointer(T.self) { y in
      guard let bias else { return y.update(repeating: 0, count: window.batch * filters * places) }
      bias.withPointer(T.self) { b in
        for plane in 0..<window.batch * filters {
          (y + plane * places).update(repeating: b[plane % filters], count: places)
        }
      }
    }
    guard !isEmpty else { return y }
    let unfolded = Tensor(uninitialized: [inputs, places], dtype: x.dtype)
    forEachImage(x, y, T.self) { image, result in
      unfolded.withPointer(T.self) { u in
        window.unfold(image, into: u)
        weight.withPointer(T.self) { w in
          T.matrixProduct(
            w, transposed: false, u, transposed: false, into: result, keeping: 1, rows: filters, inner: inputs,
            columns: places)
        }
      }
    }
    return y
  }

  func biasGradient<T: Scalar>(_ gradient: Tensor, _: T.Type) -> Tensor {
    var sums = [Double](repeating: 0, count: filters)
    gradient.withPointer(T.self) { g in
      for plane in 0..<window.batch * filters { sums[plane % filters] += T.sum(g + plane * places, places) }
    }
    return Tensor(sums, dtype: gradient.dtype)
  }

  func weightGradient<T: Scalar>(_ gradient: Tensor, _ x: Tensor, _ weight: Tensor, _: T.Type) -> Tensor {
    let result = Tensor.zeros(weight.shape, dtype: x.dtype)
    guard !isEmpty else { return result }
    let unfolded = Tensor(uninitialized: [inputs, places], dtype: x.dtype)
    forEachImage(x, gradient, T.self) { image, g in
      unfolded.withPointer(T.self) { u in
        window.unfold(image, into: u)
        result.withPointer(T.self) { target in
          T.matrixProduct(
            g, transposed: false, u, transposed: true, into: target, keeping: 1, rows: filters, inner: places,
            columns: inputs)
        }
      }
    }
    return result
  }

  func inputGradient<T: Scalar>(_ gradient: Tensor, _ x: Tensor, _ weight: Tensor, _: T.Type) -> Tensor {
    let result = Tensor.zeros(x.shape, dtype: x.dtype)
    guard !isEmpty else { return result }
    let unfolded = Tensor(uninitialized: [inputs, places], dtype: x.dtype)
    forEachImage(result, gradient, T.self) { image, g in
      unfolded.withPointer(T.self) { u in
        weight.withPointer(T.self) { w in
          T.matrixProduct(
            w, transposed: true, g, transposed: false, into: u, keeping: 0, rows: inputs, inner: filters,
            columns: places)
        }
        window.foldAdding(u, into: image)
      }
    }
    return result
  }

  /// Calls `body` with where each image starts in the input, and where it starts in the output.
  private func forEachImage<T: Scalar>(_ input: Tensor, _ output: Tensor, _: T.Type, _ body: (T.Out, T.Out) -> Void) {
    input.withPointer(T.self) { input in
      output.withPointer(T.self) { output in
        for image in 0..<window.batch { body(input + image * imageSize, output + image * filters * places) }
      }
    }
  }
}
