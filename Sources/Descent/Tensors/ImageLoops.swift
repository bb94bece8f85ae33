import CVectorKernels

/// The loops of ``Scalar`` over images that convolution and pooling need; `CVectorKernels.h` says what each does.
protocol ImageLoops {
  static func unfold(
    _ image: UnsafePointer<Self>, _ window: kernel_window, padded: UnsafeMutablePointer<Self>,
    _ matrix: UnsafeMutablePointer<Self>)
  static func fold(
    _ matrix: UnsafeMutablePointer<Self>, _ window: kernel_window, padded: UnsafeMutablePointer<Self>,
    _ image: UnsafeMutablePointer<Self>)
  static func maxPooling2(
    _ x: UnsafePointer<Self>, planes: Int, height: Int, width: Int, _ y: UnsafeMutablePointer<Self>,
    places: UnsafeMutablePointer<Int32>)
  static func maxPoolingPullback(
    _ gradient: UnsafePointer<Self>, places: UnsafePointer<Int32>, planes: Int, count: Int, size: Int,
    _ target: UnsafeMutablePointer<Self>)
}

extension Float: ImageLoops {
  static func unfold(
    _ image: UnsafePointer<Float>, _ window: kernel_window, padded: UnsafeMutablePointer<Float>,
    _ matrix: UnsafeMutablePointer<Float>
  ) { kernel_f32_unfold(image, window, padded, matrix) }
  static func fold(
    _ matrix: UnsafeMutablePointer<Float>, _ window: kernel_window, padded: UnsafeMutablePointer<Float>,
    _ image: UnsafeMutablePointer<Float>
  ) { kernel_f32_fold(matrix, window, padded, image) }
  static func maxPooling2(
    _ x: UnsafePointer<Float>, planes: Int, height: Int, width: Int, _ y: UnsafeMutablePointer<Float>,
    places: UnsafeMutablePointer<Int32>
  ) { kernel_f32_max_pool_2(x, planes, height, width, y, places) }
  static func maxPoolingPullback(
    _ gradient: UnsafePointer<Float>, places: UnsafePointer<Int32>, planes: Int, count: Int, size: Int,
    _ target: UnsafeMutablePointer<Float>
  ) { kernel_f32_max_pool_pullback(gradient, places, planes, count, size, target) }
}

extension Double: ImageLoops {
  static func unfold(
    _ image: UnsafePointer<Double>, _ window: kernel_window, padded: UnsafeMutablePointer<Double>,
    _ matrix: UnsafeMutablePointer<Double>
  ) { kernel_f64_unfold(image, window, padded, matrix) }
  static func fold(
    _ matrix: UnsafeMutablePointer<Double>, _ window: kernel_window, padded: UnsafeMutablePointer<Double>,
    _ image: UnsafeMutablePointer<Double>
  ) { kernel_f64_fold(matrix, window, padded, image) }
  static func maxPooling2(
    _ x: UnsafePointer<Double>, planes: Int, height: Int, width: Int, _ y: UnsafeMutablePointer<Double>,
    places: UnsafeMutablePointer<Int32>
  ) { kernel_f64_max_pool_2(x, planes, height, width, y, places) }
  static func maxPoolingPullback(
    _ gradient: UnsafePointer<Double>, places: UnsafePointer<Int32>, planes: Int, count: Int, size: Int,
    _ target: UnsafeMutablePointer<Double>
  ) { kernel_f64_max_pool_pullback(gradient, places, planes, count, size, target) }
}
