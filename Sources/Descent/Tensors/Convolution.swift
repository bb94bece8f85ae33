/// Slides filters over images and sums what they see: the cross-correlation that deep learning calls convolution.
///
///     y[n, o, i, j] = f(b[o] + Σ_{c, u, v} W[o, c, u, v] · x[n, c, i·stride + u − padding, j·stride + v − padding])
///
/// x is `[batch, channels, height, width]`, W is `[filters, channels, window height, window width]`, b is `[filters]`,
/// y is `[batch, filters, rows, columns]`; beyond its edges x is zero. Sums, bias and activation f are one operation on
/// the tape, and the gradient by x is computed only where it is wanted.
///
/// The sums are matrix products. Each image is unfolded along its rows into a matrix U of what a window of one row sees;
/// row u of the window adds W[·, ·, u, ·] times the part of U that begins u rows further down:
///
///     Y = Σ_u W_u·U_u,   dW_uᵀ = Σ_n U_u·Gᵀ,   dU_u += W_uᵀ·G,   with G the result's gradient times f′
///
/// On the way back the image is unfolded again, which costs less than keeping U.
///
/// - Precondition: the channels agree, the window fits the padded images, and stride is at least 1.
/// - Source: Chellapilla, Puri & Simard 2006, "High performance convolutional neural networks", section 3; for the
///   products row by row Cho & Brand 2017, arXiv:1706.06873 (MEC).
public func convolution(
  _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, activation: Activation = .identity, stride: Int = 1,
  padding: Int = 0
) -> Tensor {
  guard activation.isKnownByResult else {  // its derivative needs the sums, which are then a result of their own
    return activation(convolution(x, weight, bias: bias, stride: stride, padding: padding))
  }
  checkSameDType(x, weight, "convolution")
  if let bias { checkSameDType(x, bias, "convolution") }
  precondition(
    weight.rank == 4 && x.rank == 4 && x.shape[1] == weight.shape[1],
    "convolution needs images [batch, channels, height, width] and weights [filters, channels, height, width], "
      + "not \(x.shape) and \(weight.shape).")
  precondition(
    bias.map { $0.shape == [weight.shape[0]] } ?? true,
    "A convolution with weights \(weight.shape) needs a bias [\(weight.shape[0])], not \(bias?.shape ?? []).")
  let window = SlidingWindow(
    over: x.shape, windowHeight: weight.shape[2], windowWidth: weight.shape[3], stride: stride, padding: padding,
    "convolution")
  let product = ConvolutionProduct(window, weight, activation)
  let y =
    x.dtype == .float32 ? product.forward(x, bias, Float.self) : product.forward(x, bias, Double.self)
  return y.recorded(from: [x, weight] + [bias].compactMap(\.self)) { gradient in
    let wanted = (x: x.node != nil, weight: weight.node != nil, bias: bias?.node != nil)
    let received =
      x.dtype == .float32
      ? product.backward(gradient, x, y, wanted: wanted, Float.self)
      : product.backward(gradient, x, y, wanted: wanted, Double.self)
    if let ofBias = received.bias { bias?.receive(ofBias) }
    if let ofWeight = received.weight { weight.receive(ofWeight) }
    if let ofX = received.x { x.receive(ofX) }
  }
}

/// The matrix products of a convolution, image by image.
private struct ConvolutionProduct {
  let window: SlidingWindow
  let filters: Int
  let activation: Activation
  /// W with the rows of the window first: `[window height, filters, channels, window width]`.
  let weight: Tensor

  init(_ window: SlidingWindow, _ weight: Tensor, _ activation: Activation) {
    (self.window, filters, self.activation) = (window, weight.shape[0], activation)
    self.weight = weight.detached.transposed(axes: [2, 0, 1, 3])
  }

  /// How many numbers one image's result has.
  private var outputSize: Int { filters * window.places }
  /// How many weights belong to one row of the window.
  private var weightsPerRow: Int { filters * window.unfoldedRows }

  func forward<T: Scalar>(_ x: Tensor, _ bias: Tensor?, _: T.Type) -> Tensor {
    let y = Tensor(uninitialized: [window.batch, filters, window.rows, window.columns], dtype: x.dtype)
    let biases = (bias ?? .zeros([filters], dtype: x.dtype)).scalars.map { T($0) }
    weight.withPointer(T.self) { w in
      window.withScratch(T.self) { padded, unfolded in
        forEachImage(x, y, T.self) { image, y in
          for (filter, bias) in biases.enumerated() {
            (y + filter * window.places).update(repeating: bias, count: window.places)
          }
          T.unfold(image, window.kernel, padded: padded, unfolded)
          forEachRow { u in
            T.matrixProduct(
              w + u * weightsPerRow, transposed: false, unfolded + window.start(ofRow: u), transposed: false, into: y,
              keeping: 1, rows: filters, inner: window.unfoldedRows, columns: window.places,
              strides: (window.unfoldedRows, window.unfoldedColumns, window.places))
          }
          T.activate(activation.kernel, y, y, outputSize)
        }
      }
    }
    return y
  }

  /// What x, the weights and the biases receive; nil where it is not wanted.
  func backward<T: Scalar>(
    _ gradient: Tensor, _ x: Tensor, _ y: Tensor, wanted: (x: Bool, weight: Bool, bias: Bool), _: T.Type
  ) -> (x: Tensor?, weight: Tensor?, bias: Tensor?) {
    let ofX = wanted.x ? Tensor(uninitialized: x.shape, dtype: x.dtype) : nil
    let ofWeight =
      wanted.weight
      ? Tensor.zeros([window.windowHeight, window.channels, window.windowWidth, filters], dtype: x.dtype) : nil
    var ofBias = [Double](repeating: 0, count: filters)
    let sums = Tensor(uninitialized: [outputSize], dtype: x.dtype)  // G of one image
    sums.withPointer(T.self) { g in
      window.withScratch(T.self) { padded, unfolded in
        for image in 0..<window.batch {
          gradient.withPointer(T.self) { gradient in
            y.withPointer(T.self) { y in
              let first = image * outputSize
              T.activatePullback(activation.kernel, gradient + first, known: y + first, g, outputSize)
            }
          }
          if wanted.bias {
            for filter in 0..<filters { ofBias[filter] += T.sum(g + filter * window.places, window.places) }
          }
          if let ofWeight {
            x.withPointer(T.self) {
              T.unfold($0 + image * window.imageSize, window.kernel, padded: padded, unfolded)
            }
            ofWeight.withPointer(T.self) { addWeightGradient(of: g, unfolded, $0, T.self) }
          }
          if let ofX {
            unfoldInputGradient(of: g, into: unfolded, T.self)
            ofX.withPointer(T.self) {
              T.fold(unfolded, window.kernel, padded: padded, $0 + image * window.imageSize)
            }
          }
        }
      }
    }
    return (ofX, ofWeight?.transposed(axes: [3, 1, 0, 2]), wanted.bias ? Tensor(ofBias, dtype: x.dtype) : nil)
  }

  /// dW_uᵀ ← dW_uᵀ + U_u·Gᵀ: with the larger matrix first, BLAS takes half the time on processors of 256 bits.
  private func addWeightGradient<T: Scalar>(of g: T.In, _ unfolded: T.In, _ target: T.Out, _: T.Type) {
    forEachRow { u in
      T.matrixProduct(
        unfolded + window.start(ofRow: u), transposed: false, g, transposed: true, into: target + u * weightsPerRow,
        keeping: 1, rows: window.unfoldedRows, inner: window.places, columns: filters,
        strides: (window.unfoldedColumns, window.places, filters))
    }
  }

  /// dU ← Σ_u W_uᵀ·G, each in its part.
  private func unfoldInputGradient<T: Scalar>(of g: T.In, into unfolded: T.Out, _: T.Type) {
    unfolded.update(repeating: 0, count: window.unfoldedRows * window.unfoldedColumns)
    weight.withPointer(T.self) { w in
      forEachRow { u in
        T.matrixProduct(
          w + u * weightsPerRow, transposed: true, g, transposed: false, into: unfolded + window.start(ofRow: u),
          keeping: 1, rows: window.unfoldedRows, inner: filters, columns: window.places,
          strides: (window.unfoldedRows, window.places, window.unfoldedColumns))
      }
    }
  }

  /// Calls `body` for each row of the window; not where a matrix is empty, which BLAS refuses.
  private func forEachRow(_ body: (Int) -> Void) {
    guard weightsPerRow > 0 else { return }
    for u in 0..<window.windowHeight { body(u) }
  }

  /// Calls `body` with where each image starts in the input, and where it starts in the output.
  private func forEachImage<T: Scalar>(_ input: Tensor, _ output: Tensor, _: T.Type, _ body: (T.Out, T.Out) -> Void) {
    input.withPointer(T.self) { input in
      output.withPointer(T.self) { output in
        for image in 0..<window.batch { body(input + image * window.imageSize, output + image * outputSize) }
      }
    }
  }
}
