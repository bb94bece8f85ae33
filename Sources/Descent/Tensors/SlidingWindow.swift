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

  /// How many places the window has from top to bottom.
  var rows: Int { (height + 2 * padding - windowHeight) / stride + 1 }
  /// How many places the window has from left to right.
  var columns: Int { (width + 2 * padding - windowWidth) / stride + 1 }
  /// How many numbers of one channel the window sees at once.
  var windowCount: Int { windowHeight * windowWidth }

  /// Calls `body` for each number of the window and each row of places that the window slides along.
  ///
  /// - Parameter body: given which number of the window it is; the row of places; the row of the image that this number
  ///   sees there, nil in the padding; the places where it sees the image and not padding; and the column of the image
  ///   that it sees at place 0, from which each further place is one stride away.
  @inline(__always)
  private func forEachRow(
    _ body: (_ entry: Int, _ row: Int, _ imageRow: Int?, _ places: Range<Int>, _ firstColumn: Int) -> Void
  ) {
    for y in 0..<windowHeight {
      for x in 0..<windowWidth {
        let firstColumn = x - padding
        let first = firstColumn >= 0 ? 0 : min((-firstColumn + stride - 1) / stride, columns)
        let end = firstColumn >= width ? 0 : min((width - 1 - firstColumn) / stride + 1, columns)
        for row in 0..<rows {
          let imageRow = row * stride + y - padding
          let isInside = (0..<height).contains(imageRow)
          body(y * windowWidth + x, row, isInside ? imageRow : nil, first..<max(first, end), firstColumn)
        }
      }
    }
  }

  /// Writes what the window sees of one image as a matrix `[channels · windowCount, rows · columns]`, zeros for padding.
  func unfold<T: Scalar>(_ image: T.In, into matrix: T.Out) {
    let (rows, columns) = (rows, columns)
    for channel in 0..<channels {
      let (plane, block) = (image + channel * height * width, matrix + channel * windowCount * rows * columns)
      forEachRow { entry, row, imageRow, places, firstColumn in
        let target = block + (entry * rows + row) * columns
        guard let imageRow else { return target.update(repeating: 0, count: columns) }
        let source = plane + imageRow * width
        for place in 0..<places.lowerBound { target[place] = 0 }
        if stride == 1 {
          (target + places.lowerBound).update(from: source + places.lowerBound + firstColumn, count: places.count)
        } else {
          for place in places { target[place] = source[place * stride + firstColumn] }
        }
        for place in places.upperBound..<columns { target[place] = 0 }
      }
    }
  }

  /// Adds each number of a matrix as made by ``unfold`` to the place in the image that it was read from.
  func foldAdding<T: Scalar>(_ matrix: T.In, into image: T.Out) {
    let (rows, columns) = (rows, columns)
    for channel in 0..<channels {
      let (plane, block) = (image + channel * height * width, matrix + channel * windowCount * rows * columns)
      forEachRow { entry, row, imageRow, places, firstColumn in
        guard let imageRow else { return }
        let (source, target) = (block + (entry * rows + row) * columns, plane + imageRow * width)
        if stride == 1 {
          let first = target + places.lowerBound + firstColumn
          T.add(first, source + places.lowerBound, first, places.count)
        } else {
          for place in places { target[place * stride + firstColumn] += source[place] }
        }
      }
    }
  }
}
