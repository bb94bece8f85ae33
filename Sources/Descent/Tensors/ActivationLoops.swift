import CVectorKernels

/// The loops that apply an activation f, each for all numbers of an array; those of ``Scalar`` that layers need.
///
/// `known` is what f′ is written with: see ``Activation/isKnownByResult``.
protocol ActivationLoops {
  typealias In = UnsafePointer<Self>
  typealias Out = UnsafeMutablePointer<Self>

  /// y = f(x); y may be x.
  static func activate(_ f: kernel_activation, _ x: In, _ y: Out, _ count: Int)
  /// target = gradient · f′; target may be gradient.
  static func activatePullback(
    _ f: kernel_activation, _ gradient: In, known: In, _ target: Out, _ count: Int)
  /// sums ← sums + bias for each row, y = f(sums); y may be sums, and for the identity it must.
  static func activate(_ f: kernel_activation, _ sums: Out, bias: In, rows: Int, columns: Int, _ y: Out)
  /// target = gradient · f′ and the sums of its columns; for the identity target is not written.
  static func activatePullback(
    _ f: kernel_activation, _ gradient: In, known: In, rows: Int, columns: Int, _ target: Out, biasSums: Out)
  /// z = f(gate) · value.
  static func gate(_ f: kernel_activation, _ gate: In, _ value: In, _ z: Out, _ count: Int)
  /// The gradients of gate and value: gradient · value · f′(gate) and gradient · f(gate).
  static func gatePullback(
    _ f: kernel_activation, _ gradient: In, _ gate: In, _ value: In, _ gateTarget: Out, _ valueTarget: Out,
    _ count: Int)
}

extension Float: ActivationLoops {
  static func activate(_ f: kernel_activation, _ x: In, _ y: Out, _ count: Int) {
    kernel_f32_activation(f, x, y, count)
  }
  static func activatePullback(_ f: kernel_activation, _ gradient: In, known: In, _ target: Out, _ count: Int) {
    kernel_f32_activation_pullback(f, gradient, known, target, count)
  }
  static func activate(_ f: kernel_activation, _ sums: Out, bias: In, rows: Int, columns: Int, _ y: Out) {
    kernel_f32_biased_activation(f, sums, bias, rows, columns, y)
  }
  static func activatePullback(
    _ f: kernel_activation, _ gradient: In, known: In, rows: Int, columns: Int, _ target: Out, biasSums: Out
  ) {
    kernel_f32_biased_activation_pullback(f, gradient, known, rows, columns, target, biasSums)
  }
  static func gate(_ f: kernel_activation, _ gate: In, _ value: In, _ z: Out, _ count: Int) {
    kernel_f32_gate(f, gate, value, z, count)
  }
  static func gatePullback(
    _ f: kernel_activation, _ gradient: In, _ gate: In, _ value: In, _ gateTarget: Out, _ valueTarget: Out,
    _ count: Int
  ) {
    kernel_f32_gate_pullback(f, gradient, gate, value, gateTarget, valueTarget, count)
  }
}

extension Double: ActivationLoops {
  static func activate(_ f: kernel_activation, _ x: In, _ y: Out, _ count: Int) {
    kernel_f64_activation(f, x, y, count)
  }
  static func activatePullback(_ f: kernel_activation, _ gradient: In, known: In, _ target: Out, _ count: Int) {
    kernel_f64_activation_pullback(f, gradient, known, target, count)
  }
  static func activate(_ f: kernel_activation, _ sums: Out, bias: In, rows: Int, columns: Int, _ y: Out) {
    kernel_f64_biased_activation(f, sums, bias, rows, columns, y)
  }
  static func activatePullback(
    _ f: kernel_activation, _ gradient: In, known: In, rows: Int, columns: Int, _ target: Out, biasSums: Out
  ) {
    kernel_f64_biased_activation_pullback(f, gradient, known, rows, columns, target, biasSums)
  }
  static func gate(_ f: kernel_activation, _ gate: In, _ value: In, _ z: Out, _ count: Int) {
    kernel_f64_gate(f, gate, value, z, count)
  }
  static func gatePullback(
    _ f: kernel_activation, _ gradient: In, _ gate: In, _ value: In, _ gateTarget: Out, _ valueTarget: Out,
    _ count: Int
  ) {
    kernel_f64_gate_pullback(f, gradient, gate, value, gateTarget, valueTarget, count)
  }
}
