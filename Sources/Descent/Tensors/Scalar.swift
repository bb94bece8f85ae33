import COpenBLAS
import CVectorKernels
import Numerics

/// A Swift number type that a tensor can hold, with the loops over arrays of it.
///
/// The loops are in C (`CVectorKernels`), where each is compiled for every width of vector unit.
protocol Scalar: BinaryFloatingPoint, Real, ActivationLoops, NormalizationLoops, AttentionLoops, ImageLoops {
  static var dtype: DType { get }

  /// C ← A·B + β·C for row-major matrices, A or B read transposed on request.
  ///
  /// A is `[rows, inner]` (stored `[inner, rows]` when transposed), B is `[inner, columns]`, C is `[rows, columns]`;
  /// `strides` says how many numbers apart the rows of each lie in memory, at least as many as a row has.
  static func matrixProduct(
    _ a: In, transposed: Bool, _ b: In, transposed: Bool, into c: Out, keeping beta: Self, rows: Int, inner: Int,
    columns: Int, strides: (a: Int, b: Int, c: Int))

  /// y = eˣ; y may be x.
  static func exp(_ x: In, _ y: Out, _ count: Int)

  // z = a ∘ b; z may be a or b.
  static func add(_ a: In, _ b: In, _ z: Out, _ count: Int)
  static func subtract(_ a: In, _ b: In, _ z: Out, _ count: Int)
  static func multiply(_ a: In, _ b: In, _ z: Out, _ count: Int)
  static func divide(_ a: In, _ b: In, _ z: Out, _ count: Int)
  static func scale(_ a: In, _ factor: Self, _ z: Out, _ count: Int)

  /// A matrix `[rows, columns]` turned over its diagonal.
  static func transpose(_ x: In, rows: Int, columns: Int, _ y: Out)
  /// The sum of each column of a matrix `[rows, columns]`.
  static func columnSums(_ x: In, rows: Int, columns: Int, _ sums: Out)
  /// The sum, in double precision.
  static func sum(_ x: In, _ count: Int) -> Double
  /// The sum of the squares, in double precision.
  static func sumOfSquares(_ x: In, _ count: Int) -> Double
  /// Writes softmax(logits) · scale for one row, and returns ln Σ e^logit.
  static func softmax(_ logits: In, _ probabilities: Out, _ classes: Int, scale: Self) -> Double

  // One step of an optimizer over `count` weights; the optimizers' files give the formulas.
  static func sgd(_ weight: Out, _ gradient: In, _ count: Int, _ step: SGD.Step)
  static func momentum(_ weight: Out, _ gradient: In, _ velocity: Out, _ count: Int, _ step: Momentum.Step)
  static func nesterov(_ weight: Out, _ gradient: In, _ velocity: Out, _ count: Int, _ step: Nesterov.Step)
  static func rmsProp(_ weight: Out, _ gradient: In, _ memory: Remembered<Self>, _ count: Int, _ step: RMSProp.Step)
  static func adam(_ weight: Out, _ gradient: In, _ memory: Remembered<Self>, _ count: Int, _ step: Adam.Step)
  static func amsGrad(_ weight: Out, _ gradient: In, _ memory: Remembered<Self>, _ count: Int, _ step: Adam.Step)
  static func adagrad(_ weight: Out, _ gradient: In, _ memory: Remembered<Self>, _ count: Int, _ step: Adagrad.Step)
}

extension Scalar {
  /// Where numbers to read start.
  typealias In = UnsafePointer<Self>
  /// Where numbers to write start.
  typealias Out = UnsafeMutablePointer<Self>

  /// C ← A·B + β·C for matrices that each lie in one piece.
  static func matrixProduct(
    _ a: In, transposed transposeA: Bool, _ b: In, transposed transposeB: Bool, into c: Out, keeping beta: Self,
    rows: Int, inner: Int, columns: Int
  ) {
    guard !transposeA && transposeB && isTurnedFirst(rows: rows, inner: inner, columns: columns) else {
      return matrixProduct(
        a, transposed: transposeA, b, transposed: transposeB, into: c, keeping: beta, rows: rows, inner: inner,
        columns: columns, strides: (transposeA ? rows : inner, transposeB ? inner : columns, columns))
    }
    withUnsafeTemporaryAllocation(of: Self.self, capacity: inner * columns) { turned in
      guard let turned = turned.baseAddress else { return }
      transpose(b, rows: columns, columns: inner, turned)
      matrixProduct(
        a, transposed: false, turned, transposed: false, into: c, keeping: beta, rows: rows, inner: inner,
        columns: columns, strides: (inner, columns, columns))
    }
  }

  /// Whether A·Bᵀ is faster with B turned first.
  ///
  /// For products of up to 100³ OpenBLAS has direct kernels on the widest vector units, but for A·Bᵀ of small results alone.
  /// The result's bits are the same; 64 by 64 by 64 takes a third less time.
  private static func isTurnedFirst(rows: Int, inner: Int, columns: Int) -> Bool {
    inner % 16 == 0 && columns % 16 == 0 && rows >= 32 && rows * columns >= 4096
      && rows * inner * columns <= 1_000_000
  }
}

extension Float: Scalar {
  static var dtype: DType { .float32 }

  static func matrixProduct(
    _ a: UnsafePointer<Float>, transposed transposeA: Bool, _ b: UnsafePointer<Float>, transposed transposeB: Bool,
    into c: UnsafeMutablePointer<Float>, keeping beta: Float, rows: Int, inner: Int, columns: Int,
    strides: (a: Int, b: Int, c: Int)
  ) {
    _ = MatrixProducts.prepared
    cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      blasint(rows), blasint(columns), blasint(inner), 1, a, blasint(strides.a), b,
      blasint(strides.b), beta, c, blasint(strides.c))
  }

  static func exp(_ x: In, _ y: Out, _ count: Int) { kernel_f32_exp(x, y, count) }
  static func add(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f32_add(a, b, z, count) }
  static func subtract(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f32_subtract(a, b, z, count) }
  static func multiply(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f32_multiply(a, b, z, count) }
  static func divide(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f32_divide(a, b, z, count) }
  static func scale(_ a: In, _ factor: Float, _ z: Out, _ count: Int) { kernel_f32_scale(a, factor, z, count) }
  static func transpose(_ x: In, rows: Int, columns: Int, _ y: Out) { kernel_f32_transpose(x, rows, columns, y) }
  static func columnSums(_ x: In, rows: Int, columns: Int, _ sums: Out) {
    kernel_f32_column_sums(x, rows, columns, sums)
  }
  static func sum(_ x: In, _ count: Int) -> Double { kernel_f32_sum(x, count) }
  static func sumOfSquares(_ x: In, _ count: Int) -> Double { kernel_f32_sum_of_squares(x, count) }
  static func softmax(_ logits: In, _ probabilities: Out, _ classes: Int, scale: Float) -> Double {
    kernel_f32_softmax(logits, probabilities, classes, scale)
  }

  static func sgd(_ weight: Out, _ gradient: In, _ count: Int, _ step: SGD.Step) {
    kernel_f32_sgd(weight, gradient, count, Float(step.learningRate), Float(step.weightDecay))
  }
  static func momentum(_ weight: Out, _ gradient: In, _ velocity: Out, _ count: Int, _ step: Momentum.Step) {
    kernel_f32_momentum(
      weight, gradient, velocity, count, Float(step.learningRate), Float(step.momentum), Float(step.share),
      Float(step.weightDecay))
  }
  static func nesterov(_ weight: Out, _ gradient: In, _ velocity: Out, _ count: Int, _ step: Nesterov.Step) {
    kernel_f32_nesterov(
      weight, gradient, velocity, count, Float(step.learningRate), Float(step.momentum), Float(step.weightDecay))
  }
  static func rmsProp(_ weight: Out, _ gradient: In, _ memory: Remembered<Float>, _ count: Int, _ step: RMSProp.Step) {
    if step.centered || step.momentum > 0 {
      kernel_f32_rmsprop_centered(
        weight, gradient, memory.first, memory.second, memory.third, count, Float(step.learningRate), Float(step.alpha),
        Float(1 - step.alpha), Float(step.correction), Float(step.root.inside), Float(step.root.outside),
        step.centered ? 1 : 0, Float(step.momentum), Float(step.weightDecay))
    } else {
      kernel_f32_rmsprop(
        weight, gradient, memory.first, count, Float(step.learningRate), Float(step.alpha), Float(1 - step.alpha),
        Float(step.correction), Float(step.root.inside), Float(step.root.outside), Float(step.weightDecay))
    }
  }
  static func adam(_ weight: Out, _ gradient: In, _ memory: Remembered<Float>, _ count: Int, _ step: Adam.Step) {
    kernel_f32_adam(
      weight, gradient, memory.first, memory.second, count, Float(step.learningRate), Float(step.beta1),
      Float(1 - step.beta1), Float(step.beta2), Float(1 - step.beta2), Float(step.squareCorrection),
      Float(step.root.inside), Float(step.root.outside), Float(step.weightDecay), Float(step.shrinking))
  }
  static func amsGrad(_ weight: Out, _ gradient: In, _ memory: Remembered<Float>, _ count: Int, _ step: Adam.Step) {
    kernel_f32_amsgrad(
      weight, gradient, memory.first, memory.second, memory.third, count, Float(step.learningRate), Float(step.beta1),
      Float(1 - step.beta1), Float(step.beta2), Float(1 - step.beta2), Float(step.squareCorrection),
      Float(step.root.outside), Float(step.weightDecay))
  }
  static func adagrad(_ weight: Out, _ gradient: In, _ memory: Remembered<Float>, _ count: Int, _ step: Adagrad.Step) {
    kernel_f32_adagrad(
      weight, gradient, memory.first, count, Float(step.learningRate), Float(step.initialSum), Float(step.epsilon),
      Float(step.weightDecay))
  }
}

extension Double: Scalar {
  static var dtype: DType { .float64 }

  static func matrixProduct(
    _ a: UnsafePointer<Double>, transposed transposeA: Bool, _ b: UnsafePointer<Double>, transposed transposeB: Bool,
    into c: UnsafeMutablePointer<Double>, keeping beta: Double, rows: Int, inner: Int, columns: Int,
    strides: (a: Int, b: Int, c: Int)
  ) {
    _ = MatrixProducts.prepared
    cblas_dgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      blasint(rows), blasint(columns), blasint(inner), 1, a, blasint(strides.a), b,
      blasint(strides.b), beta, c, blasint(strides.c))
  }

  static func exp(_ x: In, _ y: Out, _ count: Int) { kernel_f64_exp(x, y, count) }
  static func add(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f64_add(a, b, z, count) }
  static func subtract(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f64_subtract(a, b, z, count) }
  static func multiply(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f64_multiply(a, b, z, count) }
  static func divide(_ a: In, _ b: In, _ z: Out, _ count: Int) { kernel_f64_divide(a, b, z, count) }
  static func scale(_ a: In, _ factor: Double, _ z: Out, _ count: Int) { kernel_f64_scale(a, factor, z, count) }
  static func transpose(_ x: In, rows: Int, columns: Int, _ y: Out) { kernel_f64_transpose(x, rows, columns, y) }
  static func columnSums(_ x: In, rows: Int, columns: Int, _ sums: Out) {
    kernel_f64_column_sums(x, rows, columns, sums)
  }
  static func sum(_ x: In, _ count: Int) -> Double { kernel_f64_sum(x, count) }
  static func sumOfSquares(_ x: In, _ count: Int) -> Double { kernel_f64_sum_of_squares(x, count) }
  static func softmax(_ logits: In, _ probabilities: Out, _ classes: Int, scale: Double) -> Double {
    kernel_f64_softmax(logits, probabilities, classes, scale)
  }

  static func sgd(_ weight: Out, _ gradient: In, _ count: Int, _ step: SGD.Step) {
    kernel_f64_sgd(weight, gradient, count, Double(step.learningRate), Double(step.weightDecay))
  }
  static func momentum(_ weight: Out, _ gradient: In, _ velocity: Out, _ count: Int, _ step: Momentum.Step) {
    kernel_f64_momentum(
      weight, gradient, velocity, count, Double(step.learningRate), Double(step.momentum), Double(step.share),
      Double(step.weightDecay))
  }
  static func nesterov(_ weight: Out, _ gradient: In, _ velocity: Out, _ count: Int, _ step: Nesterov.Step) {
    kernel_f64_nesterov(
      weight, gradient, velocity, count, Double(step.learningRate), Double(step.momentum), Double(step.weightDecay))
  }
  static func rmsProp(_ weight: Out, _ gradient: In, _ memory: Remembered<Double>, _ count: Int, _ step: RMSProp.Step) {
    if step.centered || step.momentum > 0 {
      kernel_f64_rmsprop_centered(
        weight, gradient, memory.first, memory.second, memory.third, count, Double(step.learningRate),
        Double(step.alpha),
        Double(1 - step.alpha), Double(step.correction), Double(step.root.inside), Double(step.root.outside),
        step.centered ? 1 : 0, Double(step.momentum), Double(step.weightDecay))
    } else {
      kernel_f64_rmsprop(
        weight, gradient, memory.first, count, Double(step.learningRate), Double(step.alpha), Double(1 - step.alpha),
        Double(step.correction), Double(step.root.inside), Double(step.root.outside), Double(step.weightDecay))
    }
  }
  static func adam(_ weight: Out, _ gradient: In, _ memory: Remembered<Double>, _ count: Int, _ step: Adam.Step) {
    kernel_f64_adam(
      weight, gradient, memory.first, memory.second, count, Double(step.learningRate), Double(step.beta1),
      Double(1 - step.beta1), Double(step.beta2), Double(1 - step.beta2), Double(step.squareCorrection),
      Double(step.root.inside), Double(step.root.outside), Double(step.weightDecay), Double(step.shrinking))
  }
  static func amsGrad(_ weight: Out, _ gradient: In, _ memory: Remembered<Double>, _ count: Int, _ step: Adam.Step) {
    kernel_f64_amsgrad(
      weight, gradient, memory.first, memory.second, memory.third, count, Double(step.learningRate), Double(step.beta1),
      Double(1 - step.beta1), Double(step.beta2), Double(1 - step.beta2), Double(step.squareCorrection),
      Double(step.root.outside), Double(step.weightDecay))
  }
  static func adagrad(_ weight: Out, _ gradient: In, _ memory: Remembered<Double>, _ count: Int, _ step: Adagrad.Step) {
    kernel_f64_adagrad(
      weight, gradient, memory.first, count, Double(step.learningRate), Double(step.initialSum), Double(step.epsilon),
      Double(step.weightDecay))
  }
}
