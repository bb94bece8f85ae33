import Descent
import Testing

@Suite("Tensors") struct TensorTests {
  let matrix = Tensor(rows: [[1, 2, 3], [4, 5, 6]])

  @Test("A tensor is row-major: [[1, 2, 3], [4, 5, 6]] has shape [2, 3] and reads 1 … 6")
  func layout() {
    #expect(matrix.shape == [2, 3] && matrix.count == 6 && matrix.rank == 2)
    #expect(matrix.scalars == [1, 2, 3, 4, 5, 6])
    #expect(matrix[1, 2] == 6)
    #expect(Tensor(7).shape.isEmpty && Tensor(7).item == 7)
    #expect(matrix.description == "Tensor [2, 3] float32 [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]")
  }

  @Test("float32 keeps 24 bits of 0.1, float64 keeps 53")
  func dtypes() {
    #expect(Tensor(0.1).item == Double(Float(0.1)))
    #expect(Tensor(0.1, dtype: .float64).item == 0.1)
    #expect(Tensor(0.1, dtype: .float64).cast(to: .float32) == Tensor(0.1))
  }

  @Test("Broadcasting: a row is added to each row, a column to each column, a number to all")
  func broadcasting() {
    #expect((matrix + Tensor([10, 20, 30])).scalars == [11, 22, 33, 14, 25, 36])
    #expect((matrix * Tensor(rows: [[10], [100]])).scalars == [10, 20, 30, 400, 500, 600])
    #expect((matrix - 1).scalars == [0, 1, 2, 3, 4, 5])
    #expect((12 / Tensor([2, 3])).scalars == [6, 4])
    let outer = Tensor(rows: [[1], [2]]) + Tensor(rows: [[10, 20]])
    #expect(outer.shape == [2, 2] && outer.scalars == [11, 21, 12, 22])
  }

  @Test("Axes of size zero are allowed: an empty batch stays empty, and its sum is 0")
  func emptyAxes() {
    let empty = Tensor.zeros([0, 3])
    #expect((empty + Tensor([1, 2, 3])).shape == [0, 3])
    #expect(empty.sum().item == 0)
    #expect(empty.sum(axes: [0]).scalars == [0, 0, 0])
    #expect(matmul(empty, Tensor.ones([3, 2])).shape == [0, 2])
    #expect(matmul(Tensor.ones([2, 0]), Tensor.ones([0, 2])).scalars == [0, 0, 0, 0])
  }

  @Test("Sums over axes: columns 5, 7, 9, rows 6, 15; kept axes stay with size 1")
  func sums() {
    #expect(matrix.sum(axes: [0]).scalars == [5, 7, 9])
    #expect(matrix.sum(axes: [-1]).scalars == [6, 15])
    #expect(matrix.mean(axes: [1], keepingAxes: true).shape == [2, 1])
    #expect(matrix.mean().item == 3.5)
    let cube = Tensor(shape: [2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(cube.sum(axes: [0, 2]).scalars == [14, 22])  // 1+2+5+6, 3+4+7+8
  }

  @Test("A million times 0.1 in float32 sums to 100 000 within its rounding: the total is kept in double")
  func longSum() {
    let sum = Tensor(repeating: 0.1, shape: [1_000_000]).sum().item
    #expect(abs(sum - 100_000) < 0.01)  // float32's 0.1 is off by 1.5e-9; a float32 running sum would be off by 900
  }

  @Test("[[1, 2], [3, 4]] squared is [[7, 10], [15, 22]]; transposing and reshaping move no number's value")
  func products() {
    let square = Tensor(rows: [[1, 2], [3, 4]])
    #expect(matmul(square, square).scalars == [7, 10, 15, 22])
    #expect(matrix.transposed.scalars == [1, 4, 2, 5, 3, 6])
    #expect(matmul(matrix, matrix.transposed).scalars == [14, 32, 32, 77])
    #expect(matrix.reshaped([3, 2])[2, 0] == 5)
    #expect(matrix.take(rows: [1, 1, 0]).scalars == [4, 5, 6, 4, 5, 6, 1, 2, 3])
  }

  @Test("Functions at the edge are finite where mathematics is")
  func edges() {
    #expect(sigmoid(Tensor([-1e4, 0, 1e4])).scalars == [0, 0.5, 1])
    #expect(tanh(Tensor([-1e4, 1e4])).scalars == [-1, 1])
    #expect(exp(Tensor([-1e4])).scalars == [0])
    #expect(relu(Tensor([.nan, -1, 2])).scalars.first?.isNaN == true)
  }

  @Test("The largest of each row decides its class; the first of equals wins")
  func argmax() {
    #expect(Tensor(rows: [[1, 3, 2], [5, 5, 1]]).argmax(axis: 1) == [1, 0])
    #expect(accuracy(Tensor(rows: [[1, 3], [2, 1]]), labels: [1, 1]) == 0.5)
    #expect(Tensor(rows: [[1, 3, 2], [5, 3, 1]]).argmax(axis: 0) == [1, 0, 0])
    #expect(Tensor(shape: [2, 2, 2], [1, 2, 4, 3, 8, 7, 6, 9]).argmax(axis: 1) == [1, 1, 0, 1])
    #expect(Tensor([3, 9, 9]).argmax(axis: -1) == [1] && Tensor.zeros([0, 2]).argmax(axis: 1) == [])
  }

  @Test("The first nan wins over every number, as in NumPy: a network of nan is not called right")
  func argmaxOfNaN() {
    #expect(Tensor(rows: [[1, .nan, 2], [.nan, 1, .nan], [.nan, .nan, 3]]).argmax(axis: 1) == [1, 0, 0])
    #expect(accuracy(Tensor(rows: [[1, .nan], [1, .nan]]), labels: [0, 0]) == 0)
    #expect(Tensor(rows: [[1, .nan, 2]]).maximum(axis: 1)[0].isNaN)
    #expect(maxPooling(Tensor(shape: [1, 1, 2, 2], [1, .nan, 3, .nan]), size: 2).item.isNaN)
  }

  @Test("A tensor that was differentiated once is a constant, and can be cast")
  func castAfterwards() {
    let weight = Parameter("weight", Tensor(3))
    var kept = Tensor(0)
    _ = valueAndGradients(of: weight) {
      kept = weight.value * 2
      return kept
    }
    #expect(kept.cast(to: .float64) == Tensor(6, dtype: .float64))
  }

  @Test("Refusal: shapes that do not fit stop the program with both of them in the message")
  func shapeMismatch() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor(shape: [2, 3], [Double](repeating: 0, count: 6)) + Tensor([1, 2])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("+ cannot bring shapes [2, 3] and [2] together."))
  }

  @Test("Refusal: float32 and float64 do not mix silently")
  func dtypeMismatch() async {
    await #expect(processExitsWith: .failure) { _ = Tensor(1) + Tensor(1, dtype: .float64) }
  }
}
