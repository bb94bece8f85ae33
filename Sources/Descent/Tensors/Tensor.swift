/// A block of numbers with a shape: a value, row-major, of one `DType`.
///
/// ```swift
/// let x = Tensor(rows: [[1, 2], [3, 4]])  // shape [2, 2], float32
/// let y = matmul(x, x) + 1                // [[8, 11], [16, 23]]
/// ```
///
/// A tensor of shape `[]` holds one number. Arithmetic follows NumPy's broadcasting: shapes are aligned at their last
/// axes, and an axis of size 1 is repeated. Operations on tensors that are being differentiated are recorded; see
/// ``valueAndGradients(of:_:)``.
public struct Tensor: @unchecked Sendable {
  /// The size of each axis, outermost first.
  public let shape: [Int]
  /// The kind of the numbers.
  public let dtype: DType
  /// The numbers. Shared between copies of the tensor; whoever writes makes sure first that it is alone.
  var storage: Storage
  /// This tensor's place on the tape, if its gradient is wanted.
  let node: Node?

  /// Memory for numbers, counted in 8-byte words.
  typealias Storage = ManagedBuffer<Void, Double>

  init(shape: [Int], dtype: DType, storage: Storage, node: Node? = nil) {
    self.shape = shape
    self.dtype = dtype
    self.storage = storage
    self.node = node
  }

  /// How many numbers there are: the product of the shape.
  public var count: Int {
    var product = 1
    for size in shape { product *= size }
    return product
  }

  /// The number of axes.
  public var rank: Int { shape.count }
}

// MARK: - Making tensors

extension Tensor {
  /// A tensor with this shape and these numbers, row by row.
  ///
  /// - Precondition: there are as many numbers as the shape holds.
  public init(shape: [Int], _ scalars: some Collection<Double>, dtype: DType = .float32) {
    checkShape(shape)
    self.init(uninitialized: shape, dtype: dtype)
    precondition(
      scalars.count == count, "Shape \(shape) holds \(count) numbers, but \(scalars.count) were given.")
    switch dtype {
    case .float32: fill(with: scalars, as: Float.self)
    case .float64: fill(with: scalars, as: Double.self)
    }
  }

  /// A vector of shape `[count]`.
  public init(_ scalars: [Double], dtype: DType = .float32) {
    self.init(shape: [scalars.count], scalars, dtype: dtype)
  }

  /// One number, of shape `[]`.
  public init(_ scalar: Double, dtype: DType = .float32) {
    self.init(shape: [], CollectionOfOne(scalar), dtype: dtype)
  }

  /// A matrix of shape `[rows, columns]`.
  ///
  /// - Precondition: all rows have the same length.
  public init(rows: [[Double]], dtype: DType = .float32) {
    let columns = rows.first?.count ?? 0
    for row in rows {
      precondition(row.count == columns, "A matrix needs rows of one length, not \(columns) and \(row.count).")
    }
    self.init(shape: [rows.count, columns], Array(rows.joined()), dtype: dtype)
  }

  /// A tensor with this shape and these 32-bit numbers, row by row, without a detour over `Double`.
  public init(shape: [Int], _ scalars: [Float]) {
    checkShape(shape)
    self.init(uninitialized: shape, dtype: .float32)
    precondition(
      scalars.count == count, "Shape \(shape) holds \(count) numbers, but \(scalars.count) were given.")
    write(Float.self) { target in _ = target.update(from: scalars) }
  }

  /// A tensor with the same number everywhere.
  public init(repeating scalar: Double, shape: [Int], dtype: DType = .float32) {
    checkShape(shape)
    self.init(uninitialized: shape, dtype: dtype)
    switch dtype {
    case .float32: write(Float.self) { $0.update(repeating: Float(scalar)) }
    case .float64: write(Double.self) { $0.update(repeating: scalar) }
    }
  }

  /// A tensor of zeros.
  public static func zeros(_ shape: [Int], dtype: DType = .float32) -> Tensor {
    Tensor(repeating: 0, shape: shape, dtype: dtype)
  }

  /// A tensor of ones.
  public static func ones(_ shape: [Int], dtype: DType = .float32) -> Tensor {
    Tensor(repeating: 1, shape: shape, dtype: dtype)
  }

  /// A tensor of independent normal draws.
  public static func normal(
    _ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, dtype: DType = .float32,
    using generator: inout RandomGenerator
  ) -> Tensor {
    checkShape(shape)
    let count = shape.reduce(1, *)
    return Tensor(
      shape: shape, (0..<count).map { _ in generator.normal(mean: mean, standardDeviation: standardDeviation) },
      dtype: dtype)
  }

  /// A tensor of independent uniform draws from `range`.
  public static func uniform(
    _ shape: [Int], in range: Range<Double>, dtype: DType = .float32, using generator: inout RandomGenerator
  ) -> Tensor {
    checkShape(shape)
    let count = shape.reduce(1, *)
    return Tensor(shape: shape, (0..<count).map { _ in generator.uniform(in: range) }, dtype: dtype)
  }

  private func fill<T: Scalar>(with scalars: some Collection<Double>, as type: T.Type) {
    write(T.self) { target in
      var index = 0
      for scalar in scalars {
        target[index] = T(scalar)
        index += 1
      }
    }
  }
}

// MARK: - Reading tensors

extension Tensor {
  /// All numbers, row by row.
  public var scalars: [Double] {
    switch dtype {
    case .float32: read(Float.self) { $0.map(Double.init) }
    case .float64: read(Double.self) { Array($0) }
    }
  }

  /// The number of a tensor that holds just one.
  ///
  /// - Precondition: the tensor holds one number.
  public var item: Double {
    precondition(count == 1, "Only a tensor with one number has an item, but this one's shape is \(shape).")
    return scalar(at: 0)
  }

  /// The number at these coordinates, one for each axis.
  public subscript(_ coordinates: Int...) -> Double {
    precondition(coordinates.count == rank, "Shape \(shape) needs \(rank) coordinates, not \(coordinates).")
    var offset = 0
    for (coordinate, size) in zip(coordinates, shape) {
      precondition((0..<size).contains(coordinate), "Coordinates \(coordinates) are outside of shape \(shape).")
      offset = offset * size + coordinate
    }
    return scalar(at: offset)
  }

  /// The same numbers as another kind; the same tensor if it is of that kind already.
  ///
  /// - Precondition: the tensor is not being differentiated.
  public func cast(to other: DType) -> Tensor {
    guard other != dtype else { return self }
    precondition(
      !isTracked, "A tensor that is being differentiated cannot change its dtype from \(dtype) to \(other).")
    return Tensor(shape: shape, scalars, dtype: other)
  }

  /// The same numbers, as a constant: no gradient flows through it.
  public var detached: Tensor { Tensor(shape: shape, dtype: dtype, storage: storage) }

  private func scalar(at offset: Int) -> Double {
    switch dtype {
    case .float32: read(Float.self) { Double($0[offset]) }
    case .float64: read(Double.self) { $0[offset] }
    }
  }
}

extension Tensor: Equatable {
  /// Whether shape, dtype and every number are the same; nan differs from itself.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    guard a.shape == b.shape, a.dtype == b.dtype else { return false }
    switch a.dtype {
    case .float32: return a.read(Float.self) { x in b.read(Float.self) { x.elementsEqual($0) } }
    case .float64: return a.read(Double.self) { x in b.read(Double.self) { x.elementsEqual($0) } }
    }
  }
}

extension Tensor: CustomStringConvertible {
  /// Shape, dtype and the first numbers, such as `Tensor [2, 2] float32 [1.0, 2.0, 3.0, 4.0]`.
  public var description: String {
    let first = scalars.prefix(8).map { "\($0)" }.joined(separator: ", ")
    return "Tensor \(shape) \(dtype) [\(first)\(count > 8 ? ", …" : "")]"
  }
}

// MARK: - Memory

extension Tensor {
  /// A tensor whose numbers are still to be written.
  init(uninitialized shape: [Int], dtype: DType) {
    var product = 1
    for size in shape { product *= size }
    let words = dtype == .float64 ? product : (product + 1) / 2
    self.init(
      shape: shape, dtype: dtype,
      storage: MemoryCount.isAnywhere
        ? MemoryCount.storage(words: max(words, 1)) : Storage.create(minimumCapacity: max(words, 1)) { _ in () })
  }

  /// The numbers, to read.
  @inline(__always)
  func read<T: Scalar, Result>(_: T.Type, _ body: (UnsafeBufferPointer<T>) throws -> Result) rethrows -> Result {
    assert(T.dtype == dtype)
    return try storage.withUnsafeMutablePointerToElements { words in
      try body(UnsafeBufferPointer(start: UnsafeRawPointer(words).assumingMemoryBound(to: T.self), count: count))
    }
  }

  /// The numbers of a tensor that nobody else sees yet, to write.
  @inline(__always)
  func write<T: Scalar, Result>(_: T.Type, _ body: (UnsafeMutableBufferPointer<T>) throws -> Result) rethrows -> Result
  {
    assert(T.dtype == dtype)
    return try storage.withUnsafeMutablePointerToElements { words in
      let start = UnsafeMutableRawPointer(words).assumingMemoryBound(to: T.self)
      return try body(UnsafeMutableBufferPointer(start: start, count: count))
    }
  }

  /// Where the numbers start: to hand them to a loop that may write them.
  @inline(__always)
  func withPointer<T: Scalar, Result>(_: T.Type, _ body: (UnsafeMutablePointer<T>) throws -> Result) rethrows -> Result
  {
    assert(T.dtype == dtype)
    return try storage.withUnsafeMutablePointerToElements { words in
      try body(UnsafeMutableRawPointer(words).assumingMemoryBound(to: T.self))
    }
  }

  /// Makes the numbers this tensor's own, by a copy where they are shared, so that they may be changed in place.
  mutating func makeUnique() {
    guard !isKnownUniquelyReferenced(&storage) else { return }
    let copy = Tensor(uninitialized: shape, dtype: dtype)
    let bytes = count * dtype.byteCount
    storage.withUnsafeMutablePointerToElements { source in
      copy.storage.withUnsafeMutablePointerToElements { target in
        UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: bytes)
      }
    }
    storage = copy.storage
  }
}

func checkShape(_ shape: [Int]) {
  precondition(shape.allSatisfy { $0 >= 0 }, "A shape has no negative sizes, but this one is \(shape).")
  precondition(isCountable(shape), "Shape \(shape) holds more numbers than can be counted.")
}

/// Whether the product of a shape's sizes, those of 0 left out, is a whole number that fits.
func isCountable(_ shape: [Int]) -> Bool {
  var product = 1
  for size in shape where size > 0 {
    let (next, overflow) = product.multipliedReportingOverflow(by: size)
    if overflow { return false }
    product = next
  }
  return product <= Int.max / 16  // there is room for the number of bytes too
}

func checkSameDType(_ a: Tensor, _ b: Tensor, _ operation: String) {
  precondition(
    a.dtype == b.dtype, "\(operation) needs one dtype, but got \(a.dtype) \(a.shape) and \(b.dtype) \(b.shape).")
}
