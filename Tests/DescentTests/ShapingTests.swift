import Descent
import Testing

@Suite("Shaping tensors") struct ShapingTests {
  let cube = Tensor(shape: [2, 3, 2], (0..<12).map(Double.init))

  @Test("A matrix is turned number by number, in blocks of sixteen and beyond them", arguments: DType.allCases)
  func turned(dtype: DType) {
    for (rows, columns) in [(16, 16), (32, 48), (19, 37), (3, 40), (40, 3), (0, 16)] {
      let x = Tensor(shape: [rows, columns], (0..<rows * columns).map(Double.init), dtype: dtype)
      let turned = x.transposed
      #expect(turned.shape == [columns, rows])
      let scalars = turned.scalars
      for row in 0..<rows {
        for column in 0..<columns { #expect(scalars[column * rows + row] == Double(row * columns + column)) }
      }
    }
  }

  @Test("A dense layer's sums are the products, with the weights turned first or not", arguments: DType.allCases)
  func turnedProducts(dtype: DType) {
    var generator = RandomGenerator(seed: 16)
    // From 32 rows, multiples of 16 and results of 4096 numbers on the weights are turned.
    for (rows, inputs, outputs) in [(64, 64, 64), (65, 16, 80), (64, 64, 63), (31, 64, 144), (200, 80, 80)] {
      // Whole numbers, so that no sum is rounded.
      let x = Tensor(
        shape: [rows, inputs], (0..<rows * inputs).map { _ in Double(generator.integer(below: 19)) - 9 }, dtype: dtype)
      let weight = Tensor(
        shape: [outputs, inputs], (0..<outputs * inputs).map { _ in Double(generator.integer(below: 19)) - 9 },
        dtype: dtype)
      let sums = Dense("dense", weight: weight, bias: .zeros([outputs], dtype: dtype))(x)
      #expect(sums == matmul(x, weight.transposed))
      let (a, b, c) = (x.scalars, weight.scalars, sums.scalars)
      for (row, output) in [(0, 0), (rows - 1, outputs - 1), (rows / 2, 7)] {
        let expected = (0..<inputs).reduce(0) { $0 + a[row * inputs + $1] * b[output * inputs + $1] }
        #expect(c[row * outputs + output] == expected)
      }
    }
  }

  @Test(
    "Axes in another order: entry [i, j, k] of the result is entry [j, k, i] of the tensor", arguments: DType.allCases)
  func permuted(dtype: DType) {
    let cube = cube.cast(to: dtype)
    let turned = cube.transposed(axes: [2, 0, 1])
    #expect(turned.shape == [2, 2, 3])
    #expect(turned.scalars == [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11])
    #expect(turned.transposed(axes: [1, 2, 0]) == cube)
    #expect(cube.transposed(axes: [0, 1, 2]) == cube)
    #expect(Tensor(rows: [[1, 2], [3, 4]]).transposed(axes: [-1, 0]).scalars == [1, 3, 2, 4])
  }

  @Test("A slice keeps the other axes; slices put together again are the whole")
  func slices() {
    #expect(cube.slice(axis: 1, range: 1..<3).scalars == [2, 3, 4, 5, 8, 9, 10, 11])
    #expect(cube.slice(axis: -1, range: 1..<2).shape == [2, 3, 1])
    #expect(cube.slice(axis: 0, range: 1..<1).shape == [0, 3, 2])
    for axis in 0..<3 {
      let parts = [0..<1, 1..<cube.shape[axis]].map { cube.slice(axis: axis, range: $0) }
      #expect(concatenate(parts, axis: axis) == cube)
    }
  }

  @Test("Rows that are taken twice receive both gradients, and rows that are not taken receive zeros")
  func gathering() {
    let table = Tensor(rows: [[1, 2], [3, 4], [5, 6]])
    #expect(table.take(rows: [2, 0, 2]).scalars == [5, 6, 1, 2, 5, 6])
    let gradient = valueAndGradient(at: table) { ($0.take(rows: [2, 0, 2]) * Tensor(rows: [[1], [10], [100]])).sum() }
      .gradient
    #expect(gradient.scalars == [10, 10, 0, 0, 101, 101])
  }

  @Test("A batch of products: each matrix is multiplied by its counterpart, repeated where there is one only")
  func batchedProducts() {
    let a = Tensor(shape: [2, 1, 2], [1, 2, 3, 4])
    let b = Tensor(shape: [2, 2, 1], [1, 1, 10, 100])
    #expect(matmul(a, b).shape == [2, 1, 1] && matmul(a, b).scalars == [3, 430])
    let one = Tensor(rows: [[1], [10]])
    #expect(matmul(a, one).shape == [2, 1, 1] && matmul(a, one).scalars == [21, 43])
    #expect(matmul(Tensor(rows: [[1, 1]]), b).scalars == [2, 110])
    #expect(matmul(Tensor.ones([3, 1, 1, 2]), b).shape == [3, 2, 1, 1])
  }

  @Test("Axes of size zero: every shaping operation keeps them, and sums over nothing are zero")
  func emptyAxes() {
    let empty = Tensor.zeros([2, 0, 3])
    #expect(empty.transposed(axes: [1, 2, 0]).shape == [0, 3, 2])
    #expect(empty.slice(axis: 2, range: 0..<2).shape == [2, 0, 2])
    #expect(concatenate([empty, Tensor.ones([2, 1, 3])], axis: 1).scalars == [1, 1, 1, 1, 1, 1])
    #expect(empty.take(rows: [1, 1, 0]).shape == [3, 0, 3])
    #expect(Tensor.ones([2, 3]).take(rows: []).shape == [0, 3])
    #expect(matmul(empty, Tensor.ones([2, 3, 4])).shape == [2, 0, 4])
    #expect(matmul(empty, Tensor.ones([3, 4])).shape == [2, 0, 4])
    #expect(matmul(Tensor.ones([2, 3, 0]), Tensor.ones([2, 0, 2])) == .zeros([2, 3, 2]))
    #expect(matmul(Tensor.ones([0, 3, 2]), Tensor.ones([1, 2, 2])).shape == [0, 3, 2])
    #expect(maximum(empty, Tensor(1)).shape == [2, 0, 3])
    #expect(empty.maximum(axis: 0).shape == [0, 3])
    #expect(softmax(empty).shape == [2, 0, 3] && softmax(empty, axis: 1).shape == [2, 0, 3])
    #expect(logSumExp(empty).shape == [2, 0])
    #expect(logSumExp(empty, axis: 1) == Tensor(repeating: -.infinity, shape: [2, 3]))
    let gradient = valueAndGradient(at: empty) { logSumExp($0, axis: 2).sum() + $0.slice(axis: 0, range: 0..<1).sum() }
    #expect(gradient.gradient == empty)
  }

  @Test("Refusal: each operation names the shapes that do not fit")
  func refusals() async {
    let order = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).transposed(axes: [0, 0])
    }
    #expect(message(order).contains("Axes [0, 0] are not an order of the axes of shape [2, 3]."))
    let range = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).slice(axis: 1, range: 2..<4)
    }
    #expect(message(range).contains("Axis 1 of shape [2, 3] does not hold the range 2..<4."))
    let parts = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = concatenate([Tensor.zeros([2, 3]), Tensor.zeros([3, 3])], axis: 1)
    }
    #expect(message(parts).contains("Shapes [2, 3] and [3, 3] cannot be concatenated along axis 1."))
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matmul(Tensor.zeros([2, 3, 4]), Tensor.zeros([2, 3, 4]))
    }
    #expect(message(product).contains("matmul cannot multiply shapes [2, 3, 4] and [2, 3, 4]."))
    let largest = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 0]).maximum(axis: 1)
    }
    #expect(message(largest).contains("Axis 1 of shape [2, 0] is empty"))
  }

  private func message(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }
}
