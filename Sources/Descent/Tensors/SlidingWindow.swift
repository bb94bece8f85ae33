import CVectorKernels

/// A window that slides over images `[batch, channels, height, width]`: what convolution and pooling share.
///
/// Along each axis there are ⌊(size + 2·padding − window)/stride⌋ + 1 places for it.
struct SlidingWindow {
  let batch, channels, height, width: Int
  let windowHeight, windowWidth, stride, padding: Int

  init(over images: [Int], windowHeight: Int, windowWidth: Int, stride: Int, padding: Int, _ operation: String) {
    precondition(images.count == 4, "\(operation) needs images [batch, channels, height, width], not \(images).")
    precondition(
      windowHeight >= 1 && windowWidth >= 1 && stride >= 1 && padding >= 0,
      "\(operation) cannot use a window of \(windowHeight) × \(windowWidth), stride \(stride) and padding \(padding).")
    (batch, channels, height, width) = (images[0], images[1], images[2], images[3])
    (self.windowHeight, self.windowWidth) = (windowHeight, windowWidth)
    (self.stride, self.padding) = (stride, padding)
    precondition(
      height + 2 * padding >= windowHeight && width + 2 * padding >= windowWidth,
      "\(operation) with a window of \(windowHeight) × \(windowWidth) does not fit images \(images), padding \(padding)."
    )
  }

  /// The square window of a pooling, which moves by its own size unless told otherwise.
  init(pooling images: [Int], size: Int, stride: Int?, padding: Int, _ operation: String) {
    checkPooling(size, stride ?? size, padding)
    self.init(
      over: images, windowHeight: size, windowWidth: size, stride: stride ?? size, padding: padding, operation)
  }

  /// How many places the window has from top to bottom.
  var rows: Int { (height + 2 * padding - windowHeight) / stride + 1 }
  /// How many places the window has from left to right.
  var columns: Int { (width + 2 * padding - windowWidth) / stride + 1 }
  /// How many places the window has in an image.
  var places: Int { rows * columns }
  /// How many numbers one image has.
  var imageSize: Int { channels * height * width }

  // MARK: - Images unfolded along their rows

  // For each channel c and each number v of the window's width, what a window of one row sees at every row of the padded
  // image: U[c, v, y, j] = image[c, y, j·stride + v], as a matrix of one row for each c and v. What a window sees with
  // its row u is then the part of each row of U that begins at `start(ofRow: u)`: its places lie one behind the other,
  // since the rows y that have the same remainder by the stride are kept together.

  /// How many rows with the same remainder there are.
  private var steps: Int { (height + 2 * padding + stride - 1) / stride }
  /// How many rows U has: the channels times the window's width.
  var unfoldedRows: Int { channels * windowWidth }
  /// How many numbers a row of U has.
  var unfoldedColumns: Int { stride * steps * columns }

  /// Where in each row of U lies what the window's row u sees at all places.
  func start(ofRow u: Int) -> Int { (u % stride * steps + u / stride) * columns }

  /// Calls `body` with room for one image with its padding, and for U.
  func withScratch<T: Scalar>(_: T.Type, _ body: (_ padded: T.Out, _ unfolded: T.Out) -> Void) {
    let paddedSize = channels * (height + 2 * padding) * (width + 2 * padding) + Int(KERNEL_STRIP)
    let unfoldedSize = unfoldedRows * unfoldedColumns + Int(KERNEL_STRIP)
    withUnsafeTemporaryAllocation(of: T.self, capacity: paddedSize + unfoldedSize) { room in
      guard let start = room.baseAddress else { return }
      body(start, start + paddedSize)
    }
  }

  /// The same window for the loops in C.
  var kernel: kernel_window {
    kernel_window(
      channels: channels, height: height, width: width, window_width: windowWidth, stride: stride, padding: padding,
      columns: columns)
  }
}

/// Stops the program where a pooling's window cannot move, or could see nothing but padding.
func checkPooling(_ size: Int, _ stride: Int, _ padding: Int) {
  precondition(
    size >= 1 && stride >= 1 && (0...size / 2).contains(padding),
    "Pooling needs size and stride of at least 1 and a padding of at most half the size, "
      + "not \(size), \(stride) and \(padding).")
}
