/// Max-pooling as a layer: the largest number that a square window sees at each place of an image; see
/// ``maxPooling(_:size:stride:padding:)``.
public struct MaxPooling2D: Layer {
  /// The window's height and width.
  public let size: Int
  /// How far the window moves at a time.
  public let stride: Int
  /// How far the window reaches over the edges.
  public let padding: Int

  /// Makes a layer; the stride is the window's size by default.
  ///
  /// - Precondition: size and stride are at least 1, and padding is from 0 to half the size.
  public init(size: Int, stride: Int? = nil, padding: Int = 0) {
    (self.size, self.stride, self.padding) = (size, stride ?? size, padding)
    checkPooling(size, self.stride, padding)
  }

  /// None.
  public var parameters: [Parameter] { [] }

  /// The largest numbers `[batch, channels, rows, columns]` of images, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase = .evaluation) -> Tensor {
    maxPooling(x, size: size, stride: stride, padding: padding)
  }
}

/// Average pooling as a layer: the mean of what a square window sees at each place of an image; see
/// ``averagePooling(_:size:stride:padding:)``.
public struct AveragePooling2D: Layer {
  /// The window's height and width.
  public let size: Int
  /// How far the window moves at a time.
  public let stride: Int
  /// How far the window reaches over the edges, where it sees zeros.
  public let padding: Int

  /// Makes a layer; the stride is the window's size by default.
  ///
  /// - Precondition: size and stride are at least 1, and padding is from 0 to half the size.
  public init(size: Int, stride: Int? = nil, padding: Int = 0) {
    (self.size, self.stride, self.padding) = (size, stride ?? size, padding)
    checkPooling(size, self.stride, padding)
  }

  /// None.
  public var parameters: [Parameter] { [] }

  /// The means `[batch, channels, rows, columns]` of images, the same in both phases.
  public func callAsFunction(_ x: Tensor, in phase: Phase = .evaluation) -> Tensor {
    averagePooling(x, size: size, stride: stride, padding: padding)
  }
}
