import CVectorKernels

/// The loops over one sequence that attention needs.
protocol AttentionLoops {
  /// Writes the shares softmax(scale · q kᵀ) and the result shares · v.
  static func attention(
    _ shape: AttentionShape, scale: Self, query: UnsafePointer<Self>, key: UnsafePointer<Self>,
    value: UnsafePointer<Self>, realKeys: UnsafePointer<UInt8>?, shares: UnsafeMutablePointer<Self>,
    result: UnsafeMutablePointer<Self>, scratch: UnsafeMutablePointer<Self>)
  /// Writes the gradients by query, key and value.
  static func attentionPullback(
    _ shape: AttentionShape, scale: Self, gradient: UnsafePointer<Self>, query: UnsafePointer<Self>,
    key: UnsafePointer<Self>, value: UnsafePointer<Self>, shares: UnsafePointer<Self>, targets: AttentionTargets<Self>,
    scratch: UnsafeMutablePointer<Self>)
}

/// Where the gradients by query, key and value are written.
typealias AttentionTargets<T> = (
  query: UnsafeMutablePointer<T>, key: UnsafeMutablePointer<T>, value: UnsafeMutablePointer<T>
)

/// The C loops' description of one sequence.
typealias AttentionShape = attention_shape

extension AttentionShape {
  init(heads: Int, queries: Int, keys: Int, width: Int, valueWidth: Int, isCausal: Bool) {
    self.init(
      heads: heads, queries: queries, keys: keys, features: width / heads, values: valueWidth / heads,
      query_stride: width, key_stride: width, value_stride: valueWidth, result_stride: valueWidth,
      causal: isCausal ? 1 : 0)
  }
}

extension Float: AttentionLoops {
  static func attention(
    _ shape: AttentionShape, scale: Float, query: UnsafePointer<Float>, key: UnsafePointer<Float>,
    value: UnsafePointer<Float>, realKeys: UnsafePointer<UInt8>?, shares: UnsafeMutablePointer<Float>,
    result: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    kernel_f32_attention(shape, scale, query, key, value, realKeys, shares, result, scratch)
  }
  static func attentionPullback(
    _ shape: AttentionShape, scale: Float, gradient: UnsafePointer<Float>, query: UnsafePointer<Float>,
    key: UnsafePointer<Float>, value: UnsafePointer<Float>, shares: UnsafePointer<Float>,
    targets: AttentionTargets<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    kernel_f32_attention_pullback(
      shape, scale, gradient, query, key, value, shares, targets.query, targets.key, targets.value, scratch)
  }
}

extension Double: AttentionLoops {
  static func attention(
    _ shape: AttentionShape, scale: Double, query: UnsafePointer<Double>, key: UnsafePointer<Double>,
    value: UnsafePointer<Double>, realKeys: UnsafePointer<UInt8>?, shares: UnsafeMutablePointer<Double>,
    result: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>
  ) {
    kernel_f64_attention(shape, scale, query, key, value, realKeys, shares, result, scratch)
  }
  static func attentionPullback(
    _ shape: AttentionShape, scale: Double, gradient: UnsafePointer<Double>, query: UnsafePointer<Double>,
    key: UnsafePointer<Double>, value: UnsafePointer<Double>, shares: UnsafePointer<Double>,
    targets: AttentionTargets<Double>, scratch: UnsafeMutablePointer<Double>
  ) {
    kernel_f64_attention_pullback(
      shape, scale, gradient, query, key, value, shares, targets.query, targets.key, targets.value, scratch)
  }
}
