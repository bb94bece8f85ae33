import Descent
import Testing

@Suite("Convolution and pooling") struct ConvolutionTests {
  let image = Tensor(shape: [1, 1, 3, 3], (1...9).map(Double.init))

  @Test("By hand: the filter [[1, 0], [0, −1]] takes each number's lower right neighbour off it: 1 − 5, 2 − 6, …")
  func byHand() {
    let filter = Tensor(shape: [1, 1, 2, 2], [1, 0, 0, -1])
    #expect(convolution(image, filter).scalars == [-4, -4, -4, -4])
    #expect(convolution(image, filter, bias: Tensor([10])).shape == [1, 1, 2, 2])
    #expect(convolution(image, filter, bias: Tensor([10])).scalars == [6, 6, 6, 6])
  }

  @Test("By hand: with padding 1 and stride 2 a filter of ones sums the corners' neighbourhoods: 12, 16, 24, 28")
  func padded() {
    // 1+2+4+5, 2+3+5+6, 4+5+7+8, 5+6+8+9
    #expect(convolution(image, .ones([1, 1, 3, 3]), stride: 2, padding: 1).scalars == [12, 16, 24, 28])
  }

  @Test("A filter of 1 × 1 is a dense layer at each pixel")
  func pointwise() {
    var generator = RandomGenerator(seed: 1)
    let x = Tensor.normal([2, 3, 4, 5], dtype: .float64, using: &generator)
    let weight = Tensor.normal([6, 3, 1, 1], dtype: .float64, using: &generator)
    let dense = matmul(x.transposed(axes: [0, 2, 3, 1]), weight.reshaped([6, 3]).transposed)
    let difference = convolution(x, weight).transposed(axes: [0, 2, 3, 1]) - dense
    #expect(difference.shape == [2, 4, 5, 6] && difference.norm < 1e-13)  // 240 sums of three products
  }

  @Test("The layer's weights are [filters, channels, size, size], with He's variance 2/(channels · size²)")
  func layer() {
    var generator = RandomGenerator(seed: 7)
    let layer = Convolution2D("layer", from: 16, to: 32, size: 3, padding: 1, activation: .relu, using: &generator)
    #expect(layer.parameters.map(\.name) == ["layer.weight", "layer.bias"])
    #expect(layer.weight.tensor.shape == [32, 16, 3, 3] && layer.bias.tensor == .zeros([32]))
    let variance = square(layer.weight.tensor).mean().item
    #expect(abs(variance / (2.0 / 144) - 1) < 0.09)  // relative standard error √(2/4608) = 2 %; 4 of them
    let output = layer(.normal([2, 16, 5, 4], using: &generator))
    #expect(output.shape == [2, 32, 5, 4] && output.scalars.allSatisfy { $0 >= 0 })
  }

  @Test("By hand: windows of 2 × 2 with stride 1 see 5, 6, 8, 9; the gradient goes to these four")
  func pooling() {
    #expect(maxPooling(image, size: 2, stride: 1).scalars == [5, 6, 8, 9])
    #expect(maxPooling(image, size: 2).scalars == [5])  // the rest is cut off
    let gradient = valueAndGradient(at: image) { maxPooling($0, size: 2, stride: 1).sum() }.gradient
    #expect(gradient.scalars == [0, 0, 0, 0, 1, 1, 0, 1, 1])
  }

  @Test("Padding never wins a maximum, nan does, and of equals the first gets the gradient")
  func poolingEdges() {
    let negative = -image
    #expect(maxPooling(negative, size: 3, stride: 2, padding: 1).scalars == [-1, -2, -4, -5])
    let broken = Tensor(shape: [1, 1, 1, 3], [1, .nan, 2])
    #expect(maxPooling(broken, size: 1, stride: 1).scalars[1].isNaN)
    #expect(broken.maximum(axis: 3).item.isNaN && maximum(broken, Tensor(9)).scalars[1].isNaN)
    let equal = valueAndGradient(at: .ones([1, 1, 2, 2])) { maxPooling($0, size: 2).sum() }.gradient
    #expect(equal.scalars == [1, 0, 0, 0])
  }

  @Test("An empty batch stays empty, forwards and backwards")
  func emptyBatch() {
    let filters = Parameter("filters", .ones([2, 1, 2, 2]))
    let empty = Tensor.zeros([0, 1, 3, 3])
    let (loss, gradients) = valueAndGradients(of: filters) {
      maxPooling(convolution(empty, filters.value), size: 2).sum()
    }
    #expect(loss == 0 && gradients.tensors[0] == .zeros([2, 1, 2, 2]))
    #expect(convolution(empty, filters.value).shape == [0, 2, 2, 2])
  }

  @Test("Refusal: a window larger than the padded image stops the program")
  func windowTooLarge() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = convolution(.ones([1, 1, 2, 2]), .ones([1, 1, 5, 5]), padding: 1)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("convolution with a window of 5 × 5 does not fit images [1, 1, 2, 2], padding 1."))
  }
}
